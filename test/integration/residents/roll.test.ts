import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clock } from "../../../functions/shared/clock.ts";
import { ROLL_COLUMNS } from "../../../schemas/residents/roll.ts";
import { TestClock } from "../../support/clock.ts";
import { testDistrict } from "../../support/district.ts";
import { faultyClient } from "../../support/faults.ts";
import { makeTable, START } from "../../support/harness.ts";
import { refusal } from "../../support/replies.ts";
import { enter, importRoll, startWorld, type World } from "./world.ts";

const HEADER = ROLL_COLUMNS.join(",");

const FAMILY = [
  HEADER,
  "a1,王秀英,1950-01-31,13800138000,女,1号楼,101,89.50,登记,60%,王家,100",
  "a2,李建国,1948/05/02,+8657512345678,男,1号楼,101,89.5,registry,40,王家,50",
  "a3,王小明,2010.7.1,,male,１号楼,１０１,,,,王家,",
  "a4,Smith Ann,,,,2号楼,201,120,surveyed,100,,0",
].join("\r\n");

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.app.stop());

const call = (...args: Parameters<World["app"]["call"]>) => world.app.call(...args);
const outcomes = (body: { rows: { outcome: string }[] }) => body.rows.map(({ outcome }) => outcome);
const points = async (id: string) =>
  (await call("GET", `/v1/ledger/accounts/${id}.points`, { token: world.admin })).body.balance;

/** A community of its own for each story. */
const community = async (of: World = world): Promise<string> => {
  const code = `c${uuidv7().replaceAll("-", "").slice(-20)}`;
  const body = { code, name: { zh: "社区", en: "Community" } };
  const made = await of.app.call("POST", "/v1/communities", { token: of.admin, body });
  if (made.status !== 201) throw new Error(made.text);
  return code;
};

/** The community as its officers see it. */
const picture = async (of: World, code: string) => {
  const list = async (what: string) =>
    (await of.app.call("GET", `/v1/communities/${code}/${what}?limit=100`, { token: of.admin })).body.items;
  return { buildings: await list("buildings"), units: await list("units"), residents: await list("residents") };
};

describe("a roll", () => {
  it("brings people, units with owners, households and opening points in", async () => {
    const code = await community();
    const { status, body } = await importRoll(world, `\uFEFF${FAMILY}\r\n`, { token: world.admin, community: code });
    expect([status, body.imported, body.rejected]).toEqual([200, 4, 0]);
    const { buildings, units, residents } = await picture(world, code);
    expect(buildings.map(({ name }: { name: string }) => name)).toEqual(["1号楼", "2号楼"]);
    const [wang, li, xiao] = body.rows.map(({ residentId }: { residentId: string }) => residentId);
    const flat = units.find(({ number }: { number: string }) => number === "101");
    expect(flat).toMatchObject({ area: 8_950, areaSource: "registry", use: "residential", buildingName: "1号楼" });
    expect(flat.owners).toEqual([
      { residentId: wang, shareBps: 6_000 },
      { residentId: li, shareBps: 4_000 },
    ]);
    const byId = new Map(residents.map((person: { id: string }) => [person.id, person]));
    const household = { householdId: expect.any(String), unitId: flat.id };
    expect(byId.get(wang)).toMatchObject({ name: "王秀英", phone: "+8613800138000", sex: "female", ...household });
    expect(byId.get(li)).toMatchObject({ birthDate: "1948-05-02", phone: "+8657512345678", ...household });
    expect(byId.get(xiao)).toMatchObject({ birthDate: "2010-07-01", ...household });
    expect([await points(wang), await points(li), await points(xiao)]).toEqual([100, 50, 0]);
    const home = (byId.get(wang) as { householdId: string }).householdId;
    const { members } = (await call("GET", `/v1/households/${home}`, { token: world.admin })).body;
    expect([...members].sort()).toEqual([wang, li, xiao].sort());
    const wallet = await call("GET", `/v1/ledger/accounts/${home}.points`, { token: world.admin });
    expect([...wallet.body.spenders].sort()).toEqual([...members].sort());
  });

  it("changes nothing when it comes again, and only what differs when it was corrected", async () => {
    const code = await community();
    const options = { token: world.admin, community: code };
    await importRoll(world, FAMILY, options);
    const before = await picture(world, code);
    const again = await importRoll(world, FAMILY, options);
    expect(outcomes(again.body)).toEqual(["unchanged", "unchanged", "unchanged", "unchanged"]);
    expect(await picture(world, code)).toEqual(before);
    const corrected = FAMILY.replace("13800138000", "13900139000").replace("2号楼,201,120,", "2号楼,201,121,");
    const third = await importRoll(world, corrected, options);
    expect(outcomes(third.body)).toEqual(["updated", "unchanged", "unchanged", "updated"]);
    expect(await points(third.body.rows[0].residentId)).toBe(100);
    const { units } = await picture(world, code);
    expect(units.find(({ number }: { number: string }) => number === "201").area).toBe(12_100);
  });

  it("lets good rows in and lists bad ones with line, column, reason and a masked value", async () => {
    const code = await community();
    const file = [
      HEADER,
      "b1,Ann,,,,,,,,,,10",
      "b2,Bo,2023-02-30,138001380,,,,,,,,",
      ",Cy,,,,,,,,,,",
      "b1,Ann again,,,,,,,,,,10",
      "b5,Di,,,,1,101,89.505,registry,,,",
      "b6,Ed,,,,1,102,80,registry,50,,",
      "b7,Fu,,,,1,102,80,registry,49.99,,",
      "b8,Gu,,,,1,103,,,,,",
      "b9,Ha,,,,,,,,,,20",
    ].join("\n");
    const { body } = await importRoll(world, file, { token: world.admin, community: code });
    expect(body).toMatchObject({ imported: 2, updated: 0, unchanged: 0, rejected: 7 });
    const errors = body.rows.flatMap((row: { errors?: object[] }) => row.errors ?? []);
    const sum = { column: "owner_share_percent", reason: "shares-sum", value: "1 102: 99.99%" };
    expect(errors).toEqual([
      { line: 3, column: "birth_date", reason: "date-impossible", value: "20********" },
      { line: 3, column: "phone", reason: "phone-format", value: "13*******" },
      { line: 4, column: "resident_ref", reason: "required" },
      { line: 5, column: "resident_ref", reason: "duplicate-ref", value: "2" },
      { line: 6, column: "area_m2", reason: "number-decimals", value: "89.505" },
      { line: 7, ...sum },
      { line: 8, ...sum },
      { line: 9, column: "area_m2", reason: "area-missing" },
    ]);
    expect(body.reasons["shares-sum"]).toEqual({ zh: expect.any(String), en: expect.stringContaining("100%") });
    const { residents, units } = await picture(world, code);
    expect(residents.map(({ name }: { name: string }) => name).sort()).toEqual(["Ann", "Ha"]);
    expect(units).toEqual([]);
  });

  it("waits with a unit's ownership until every co-owner is in", async () => {
    const code = await community();
    const options = { token: world.admin, community: code };
    const file = (phone: string) =>
      [HEADER, "d1,Ann,,,,1,101,80,registry,50,,", `d2,Bo,,${phone},,1,101,80,registry,50,,`].join("\n");
    const first = await importRoll(world, file("12"), options);
    expect(first.body.rows[0]).toMatchObject({
      outcome: "imported",
      errors: [{ column: "owner_share_percent", reason: "co-owner-rejected" }],
    });
    expect((await picture(world, code)).units[0].owners).toEqual([]);
    const second = await importRoll(world, file("13800138000"), options);
    expect(outcomes(second.body)).toEqual(["updated", "imported"]);
    expect((await picture(world, code)).units[0].owners).toHaveLength(2);
  });

  it("uses buildings and units that stand already under their names", async () => {
    const code = await community();
    const at = `/v1/communities/${code}`;
    const building = await call("POST", `${at}/buildings`, { token: world.admin, body: { name: "1号楼" } });
    const unit = { buildingId: building.body.id, number: "101", area: 8_000, areaSource: "contract" };
    const made = await call("POST", `${at}/units`, { token: world.admin, body: unit });
    await importRoll(world, FAMILY, { token: world.admin, community: code });
    const { buildings, units } = await picture(world, code);
    expect(buildings).toHaveLength(2);
    const flat = units.find(({ id }: { id: string }) => id === made.body.id);
    expect(flat).toMatchObject({ area: 8_950, areaSource: "registry", revision: 3 });
  });

  it("keeps to the district's household limit and to one household a person", async () => {
    const code = await community();
    const options = { token: world.admin, community: code };
    const limit = world.app.district.limits.householdMembers;
    const rows = Array.from({ length: limit + 1 }, (_, index) => `e${index},Name ${index},,,,,,,,,Big,`);
    const { body } = await importRoll(world, [HEADER, ...rows].join("\n"), options);
    expect(body).toMatchObject({ imported: limit, rejected: 1 });
    expect(body.rows.at(-1).errors).toMatchObject([{ column: "household", reason: "household-full" }]);
    const moved = await importRoll(world, `${HEADER}\ne0,Name 0,,,,,,,,,Other,`, options);
    expect(moved.body.rows[0].errors).toMatchObject([{ column: "household", reason: "household-other" }]);
  });

  it("does not bring the erased back, and gives nobody another opening", async () => {
    const code = await community();
    const options = { token: world.admin, community: code };
    const first = await importRoll(world, `${HEADER}\nf1,Ann,,,,,,,,,,5\nf2,Bo,,,,,,,,,,5`, options);
    const [ann, bo] = first.body.rows.map(({ residentId }: { residentId: string }) => residentId);
    await call("POST", `/v1/residents/${ann}/erase`, { token: world.admin, body: { forfeit: true } });
    const again = await importRoll(world, `${HEADER}\nf1,Ann,,,,,,,,,,5\nf2,Bo,,,,,,,,,,50`, options);
    expect(again.body.rows.map((row: { errors: { reason: string }[] }) => row.errors[0]?.reason)).toEqual([
      "erased",
      "opening-changed",
    ]);
    expect(await points(bo)).toBe(5);
    const record = await call("GET", `/v1/residents/${ann}`, { token: world.admin });
    expect(record.body.state).toBe("erased");
  });
});

describe("the request", () => {
  it("answers its first report again under the same key, and refuses another file under it", async () => {
    const code = await community();
    const options = { token: world.admin, community: code, key: uuidv7() };
    const first = await importRoll(world, FAMILY, options);
    const again = await importRoll(world, FAMILY, options);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("idempotency-hit")).toBe("true");
    expect(refusal(await importRoll(world, `${FAMILY}\nx,X,,,,,,,,,,`, options))).toEqual([422, "request/key-reused"]);
  });

  it("gives the same report to two who send it at the same time, and brings everybody in once", async () => {
    const code = await community();
    const options = { token: world.admin, community: code, key: uuidv7() };
    const [a, b] = await Promise.all([importRoll(world, FAMILY, options), importRoll(world, FAMILY, options)]);
    expect([a.status, b.status]).toEqual([200, 200]);
    expect(b.body).toEqual(a.body);
    expect(outcomes(a.body)).toEqual(["imported", "imported", "imported", "imported"]);
    expect(await points(a.body.rows[0].residentId)).toBe(100);
    expect((await picture(world, code)).residents).toHaveLength(4);
  });

  it("tells beforehand what it would do, and does nothing", async () => {
    const code = await community();
    const options = { token: world.admin, community: code };
    const dry = await importRoll(world, FAMILY, { ...options, query: "?dryRun=true" });
    expect(dry.body).toMatchObject({ dryRun: true, accepted: true, answer: { imported: 4, rejected: 0 } });
    expect(await picture(world, code)).toEqual({ buildings: [], units: [], residents: [] });
    const real = await importRoll(world, FAMILY, options);
    expect(real.body.rows).toEqual(dry.body.answer.rows);
  });

  it("refuses another header, another media type, too many rows, and an unknown or foreign community", async () => {
    const header = await importRoll(world, "resident_ref,name,age\n1,Ann,5");
    expect(refusal(header)).toEqual([400, "residents/roll-header"]);
    expect(header.body.params.unknown).toBe("age");
    expect(refusal(await importRoll(world, "\n\n"))).toEqual([400, "residents/roll-header"]);
    const rows = Array.from({ length: world.app.district.limits.rollRows + 1 }, (_, index) => `${index},N,,,,,,,,,,`);
    const long = await importRoll(world, [HEADER, ...rows].join("\n"));
    expect(refusal(long)).toEqual([413, "residents/roll-too-long"]);
    const at = "/v1/communities/lujing/roll-imports";
    expect((await call("POST", at, { token: world.steward, body: { a: 1 } })).status).toBe(415);
    expect((await importRoll(world, FAMILY, { token: world.outsider })).status).toBe(404);
    expect((await importRoll(world, FAMILY, { token: world.admin, community: "nowhere" })).status).toBe(404);
    expect((await importRoll(world, FAMILY, { token: (await enter(world)).token })).status).toBe(403);
  });
});

/** A roll of so many people, every third a household with the two before, each with a unit of their own. */
const bigRoll = (count: number): string =>
  [
    HEADER,
    ...Array.from(
      { length: count },
      (_, index) => `g${index},Name ${index},,,,B${index % 7},${index},80,registry,100,H${Math.floor(index / 3)},1`,
    ),
  ].join("\n");

describe("an import that is cut short", () => {
  it.each([3, 40, 90, 150, 190])(
    "by a crash at write %i is completed by the same request, each row once",
    async (at) => {
      const { endpoint } = await makeTable();
      let writes = Number.NEGATIVE_INFINITY;
      const random = () => (++writes >= at && writes < at + 12 ? 0 : 1);
      const client = faultyClient(endpoint, { rates: { "lost-after": 1e-9 }, random, injected: new Map() });
      const sleep = async () => undefined;
      const broken = await startWorld({ overrides: { client, sleep } });
      try {
        const code = await community(broken);
        const options = { token: broken.admin, community: code, key: uuidv7() };
        writes = 0;
        const cut = await importRoll(broken, bigRoll(60), options);
        expect(cut.status).toBeGreaterThanOrEqual(500);
        writes = Number.NEGATIVE_INFINITY;
        const done = await importRoll(broken, bigRoll(60), options);
        expect([done.status, done.body.imported, done.body.rejected]).toEqual([200, 60, 0]);
        const { units, residents } = await picture(broken, code);
        expect([units.length, residents.length]).toEqual([60, 60]);
        expect(units.every(({ owners }: { owners: unknown[] }) => owners.length === 1)).toBe(true);
        const account = `${done.body.rows[0].residentId}.points`;
        const { balance } = (await broken.app.call("GET", `/v1/ledger/accounts/${account}`, { token: broken.admin }))
          .body;
        expect(balance).toBe(1);
      } finally {
        await broken.app.stop();
      }
    },
  );

  it("by its time says how far it came, and goes on under the same key", async () => {
    const clock = new TestClock(START);
    let stepMs = 0;
    const walking: Clock = {
      now: () => {
        clock.advance(stepMs);
        return clock.now();
      },
    };
    const slow = await startWorld({ overrides: { clock: walking }, district: testDistrict() });
    try {
      const code = await community(slow);
      const options = { token: slow.admin, community: code, key: uuidv7() };
      const file = bigRoll(120);
      stepMs = 30;
      const first = await importRoll(slow, file, options);
      expect(refusal(first)).toEqual([503, "residents/roll-unfinished"]);
      expect(first.headers.get("retry-after")).toBe("1");
      const { done, total } = first.body.params;
      expect([done < total, total]).toEqual([true, 120]);
      stepMs = 0;
      const second = await importRoll(slow, file, options);
      expect(second.body).toMatchObject({ imported: 120, updated: 0, unchanged: 0, rejected: 0 });
    } finally {
      await slow.app.stop();
    }
  });
});
