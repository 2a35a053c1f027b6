/** Write units of every writing operation of the residents context, as the engine reports them, beside the manifest. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { residentsOperations } from "../../../schemas/residents/operations.ts";
import {
  HOUSEHOLD_MEMBERS_MAX,
  OWNERS_MAX,
  ProxyScope,
  REPRESENTATIVES_MAX,
  WHOLE_BPS,
} from "../../../schemas/residents/resources.ts";
import { ROLL_COLUMNS, ROLL_ROWS_MAX } from "../../../schemas/residents/roll.ts";
import { testDistrict } from "../../support/district.ts";
import { type Cost, meteredClient, reportsUnits } from "../../support/meter.ts";
import { build, empower, enter, importRoll, type Made, startWorld, type World } from "./world.ts";

/** The longest text of a field, in characters of three bytes. */
const wide = (length: number) => "鹭".repeat(length);
const text = { zh: wide(200), en: wide(200) };

/** The largest district: three units of account, ten reward pools, the largest households. */
const largest = () => {
  const { units, pools, limits, ...rest } = testDistrict();
  const [points] = units;
  const [pool] = pools;
  return testDistrict({
    ...rest,
    units: [...units, { ...points, code: "cny" }],
    pools: Array.from({ length: 10 }, (_, index) => ({ ...pool, code: index === 0 ? "elder" : `pool${index}` })).with(
      1,
      { ...pool, code: "reward" } as never,
    ),
    limits: { ...limits, householdMembers: HOUSEHOLD_MEMBERS_MAX },
  });
};

const meter = { take: (): Cost => ({ calls: 0, table: 0, indexes: 0, reads: 0 }) };
let world: World;
let crowd: Made[];
beforeAll(async () => {
  const metered = meteredClient();
  meter.take = metered.take;
  world = await startWorld({ district: largest(), overrides: { client: metered.client } });
  crowd = [];
  for (let index = 0; index < 2 * OWNERS_MAX; index++) crowd.push(await enter(world));
}, 120_000);
afterAll(() => world.app.stop());

const at = "/v1/communities/lujing";
const match = { "if-match": '"1"' };
const call = (...args: Parameters<World["app"]["call"]>) => world.app.call(...args);
const owners = (people: readonly Made[]) =>
  people.map(({ id }) => ({ residentId: id, shareBps: WHOLE_BPS / people.length }));
const person = { name: wide(60), phone: "+123456789012345", birthDate: "1950-01-01", languages: ["zh-yue"] };
const half = () => crowd.slice(0, OWNERS_MAX);
const household = async (members: readonly Made[]) =>
  (await call("POST", `${at}/households`, { token: world.admin, body: { members: members.map(({ id }) => id) } })).body;

type Scenario = () => Promise<() => Promise<{ readonly status: number; readonly text: string }>>;

/** Each prepares its situation and returns the request that is measured: the largest happy one of its operation. */
const scenarios: Readonly<Record<string, Scenario>> = {
  createCommunity: async () => () =>
    call("POST", "/v1/communities", { token: world.admin, body: { code: "largest", name: text, address: wide(200) } }),
  updateCommunity: async () => () =>
    call("PATCH", "/v1/communities/heyuan", { token: world.admin, body: { address: "x" }, headers: match }),
  createBuilding: async () => () =>
    call("POST", `${at}/buildings`, { token: world.admin, body: { name: wide(60), address: wide(200) } }),
  createUnit: async () => {
    const { buildingId } = await build(world);
    const body = { buildingId, number: wide(20), area: 1, areaSource: "registry", owners: owners(half()) };
    return () => call("POST", `${at}/units`, { token: world.admin, body });
  },
  updateUnit: async () => {
    const { unitId } = await build(world, { owners: owners(half()) });
    const body = { owners: owners(crowd.slice(OWNERS_MAX)) };
    return () => call("PATCH", `/v1/units/${unitId}`, { token: world.admin, body, headers: match });
  },
  createOrganisation: async () => () => {
    const representatives = Array.from({ length: REPRESENTATIVES_MAX }, () => uuidv7());
    const body = { name: wide(60), kind: "business", representatives };
    return call("POST", `${at}/organisations`, { token: world.admin, body });
  },
  updateOrganisation: async () => {
    const people = () => Array.from({ length: REPRESENTATIVES_MAX }, () => uuidv7());
    const given = { name: wide(60), kind: "business", representatives: people() };
    const { body } = await call("POST", `${at}/organisations`, { token: world.admin, body: given });
    const change = { representatives: people() };
    return () => call("PATCH", `/v1/organisations/${body.id}`, { token: world.admin, body: change, headers: match });
  },
  createResident: async () => {
    const { unitId } = await build(world);
    return () => call("POST", `${at}/residents`, { token: world.admin, body: { ...person, unitId } });
  },
  updateResident: async () => {
    const { id } = await enter(world, person);
    const { unitId } = await build(world);
    return () => call("PATCH", `/v1/residents/${id}`, { token: world.admin, body: { unitId }, headers: match });
  },
  eraseResident: async () => {
    const [ann, ...others] = [await enter(world, person), await enter(world), await enter(world)];
    await household([ann as Made, ...others]);
    return () => call("POST", `/v1/residents/${ann?.id}/erase`, { token: world.admin, body: { forfeit: true } });
  },
  createHousehold: async () => {
    const { unitId } = await build(world);
    const members: string[] = [];
    for (let index = 0; index < HOUSEHOLD_MEMBERS_MAX; index++) members.push((await enter(world, person)).id);
    return () => call("POST", `${at}/households`, { token: world.admin, body: { unitId, members } });
  },
  moveHousehold: async () => {
    const people: Made[] = [];
    for (let index = 0; index < HOUSEHOLD_MEMBERS_MAX; index++) people.push(await enter(world, person));
    const { id } = await household(people);
    const { unitId } = await build(world);
    return () => call("POST", `/v1/households/${id}/move`, { token: world.admin, body: { unitId } });
  },
  addHouseholdMember: async () => {
    const people = [await enter(world, person), await enter(world, person)];
    const { id } = await household(people.slice(0, 1));
    const body = { residentId: people[1]?.id };
    return () => call("POST", `/v1/households/${id}/members`, { token: world.admin, body });
  },
  removeHouseholdMember: async () => {
    const people = [await enter(world, person), await enter(world, person)];
    const { id } = await household(people);
    const headers = { "idempotency-key": uuidv7() };
    return () => call("DELETE", `/v1/households/${id}/members/${people[0]?.id}`, { token: world.admin, headers });
  },
  grantRole: async () => () => {
    const body = { subject: uuidv7(), role: "steward", communities: ["lujing", "heyuan"] };
    return call("POST", "/v1/role-grants", { token: world.admin, body });
  },
  revokeRole: async () => {
    const grant = { subject: uuidv7(), role: "steward", communities: ["lujing", "heyuan"] };
    const { body } = await call("POST", "/v1/role-grants", { token: world.admin, body: grant });
    return () => call("POST", `/v1/role-grants/${body.id}/revoke`, { token: world.admin });
  },
  createProxy: async () => {
    const [a, b] = [await enter(world), await enter(world)];
    return () => empower(world, a.id, b.id, { evidence: wide(200), scopes: ProxyScope.options });
  },
  revokeProxy: async () => {
    const [a, b] = [await enter(world), await enter(world)];
    const { body } = await empower(world, a.id, b.id, { evidence: wide(200), scopes: ProxyScope.options });
    return () => call("POST", `/v1/proxies/${body.id}/revoke`, { token: world.admin });
  },
  recordKinship: async () => {
    const body = { a: (await enter(world)).id, b: (await enter(world)).id, kind: "grandparent" };
    return () => call("POST", "/v1/kinships", { token: world.admin, body });
  },
  endKinship: async () => {
    const kin = { a: (await enter(world)).id, b: (await enter(world)).id, kind: "grandparent" };
    const { body } = await call("POST", "/v1/kinships", { token: world.admin, body: kin });
    return () => call("POST", `/v1/kinships/${body.id}/end`, { token: world.admin });
  },
};

const writing = Object.values(residentsOperations).filter(({ writeUnits }) => writeUnits > 0);

describe.runIf(reportsUnits)("every operation with a write budget (skipped where the engine misreports units)", () => {
  it("is measured", () => {
    const measured = [...Object.keys(scenarios), "importRoll"].sort();
    expect(measured).toEqual(writing.map(({ id }) => id).sort());
  });

  it.each(writing.filter(({ id }) => id in scenarios))("$id writes at most $writeUnits units", async (operation) => {
    const request = await (scenarios[operation.id] as Scenario)();
    meter.take();
    const reply = await request();
    expect(reply.status, reply.text).toBe(operation.status);
    const { table } = meter.take();
    expect(table).toBeLessThanOrEqual(operation.writeUnits);
  });

  it("importRoll writes at most its share of units for a row with a building, unit, household and points", async () => {
    const rows = ["1", "2", "3"].map(
      (n) => `r${n},${wide(60)},1950-01-01,+123456789012345,female,${wide(59)}${n},${wide(20)},80,registry,100,H${n},5`,
    );
    meter.take();
    const reply = await importRoll(world, [ROLL_COLUMNS.join(","), ...rows].join("\n"));
    expect(reply.body.imported, reply.text).toBe(rows.length);
    const { writeUnits } = residentsOperations.importRoll;
    expect(meter.take().table).toBeLessThanOrEqual((writeUnits / ROLL_ROWS_MAX) * rows.length);
  });
});
