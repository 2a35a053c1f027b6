/** Real objects of one community, made through the API, and what the matrix, fuzz and access tests ask with. */
import { uuidv7 } from "uuidv7";
import { runNamed } from "../../functions/jobs/index.ts";
import { SETTLEMENT } from "../../functions/timebank/jobs/names.ts";
import { FundConfig } from "../../schemas/fund/config.ts";
import type { Operation } from "../../schemas/operation.ts";
import { ROLL_COLUMNS } from "../../schemas/residents/roll.ts";
import { draft, notice, ownersTerms, withOfficer } from "../integration/polls/world.ts";
import {
  build,
  empower,
  enter,
  importRoll,
  type Made,
  startWorld,
  type World,
} from "../integration/residents/world.ts";
import { FUND_RULES } from "../support/fund.ts";
import type { CallOptions, Reply } from "../support/harness.ts";
import { parkingDistrict } from "../support/parking.ts";
import { testProfile, timebankDistrict } from "../support/timebank.ts";

/** Texts of a person that nobody without standing may read. */
export const SECRETS = ["欧阳绯红", "+8613912345678", "1948-03-09", "guardianship of 欧阳绯红", "secret memo"] as const;

/** A community with one of everything. */
export interface Estate extends World {
  readonly ann: Made;
  readonly bo: Made;
  /** Ids by the name of the path parameter that they fill, all of them Ann's or her community's. */
  readonly params: Readonly<Record<string, string>>;
}

const must = (reply: Reply) => {
  if (reply.status >= 300) throw new Error(reply.text);
  return reply.body;
};

const movements = async (world: World, ann: Made, bo: Made) => {
  const post = async (path: string, token: string, body: object) =>
    must(await world.app.call("POST", `/v1/ledger/${path}`, { token, body })).id as string;
  const order = { from: `${ann.id}.points`, to: `${bo.id}.points`, amount: 5, category: "thanks", memo: SECRETS[4] };
  const item = { community: "lujing", name: { zh: "米", en: "Rice" }, price: 5, unit: "points", stock: 5 };
  const itemId = await post("catalogue-items", world.steward, item);
  return {
    transferId: await post("transfers", ann.token, order),
    holdId: await post("holds", ann.token, { ...order, expiresInSeconds: 86_400 }),
    requestId: await post("payment-requests", bo.token, { ...order, expiresInSeconds: 86_400 }),
    claimId: await post("earn-claims", ann.token, { rule: "patrol", quantity: 1 }),
    redemptionId: await post("redemptions", ann.token, { item: itemId, expectedPrice: 5 }),
    itemId,
  };
};

/** An order of Ann's that Bo has taken, with where she lives, and an offer of hers. */
const services = async (world: World, ann: Made, bo: Made) => {
  const { app, admin } = world;
  const post = async (path: string, token: string, body: object) =>
    must(await app.call("POST", path, { token, body })).id as string;
  const hours = { from: "lujing~issuance.minutes", to: `${ann.id}.minutes`, amount: 600, category: "opening" };
  await post("/v1/ledger/transfers", admin, hours);
  const at = (minutes: number) => new Date(app.clock.now().getTime() + minutes * 60_000).toISOString();
  const asked = { community: "lujing", category: "company", from: at(60), until: at(180), minutes: 60 };
  const orderId = await post("/v1/timebank/orders", ann.token, { ...asked, address: { directions: SECRETS[4] } });
  await post(`/v1/timebank/orders/${orderId}/accept`, bo.token, {});
  const availability = [
    { start: "2026-06-20T09:00:00", zone: "Asia/Shanghai", minutes: 60, rule: "FREQ=WEEKLY;BYDAY=SA" },
  ];
  const offer = { community: "lujing", skills: ["reading"], areas: [], availability };
  const calendar = must(await app.call("POST", `/v1/timebank/members/${ann.id}/calendar`, { token: ann.token }));
  const feed = calendar.path.split("/").at(-1) as string;
  return { orderId, feed, offerId: await post("/v1/timebank/offers", ann.token, offer) };
};

/** A lot, a space of Bo's and a stay in it that Ann has booked. */
const parking = async ({ app, steward }: World, ann: Made, bo: Made) => {
  const post = async (path: string, token: string, body: object) =>
    must(await app.call("POST", `/v1/parking/${path}`, { token, body })).id as string;
  const at = { latE6: 30_002_000, lonE6: 120_580_000 };
  const lot = { community: "lujing", kind: "owned", name: { zh: "库", en: "Lot" }, at };
  const lotId = await post("lots", steward, lot);
  const gateId = await post(`lots/${lotId}/gates`, steward, { name: "East" });
  const spaceId = await post(`lots/${lotId}/spaces`, steward, { label: "1", owner: bo.id });
  const rules = [{ start: "2026-01-01T00:00", zone: "Asia/Shanghai", days: 1, rule: "FREQ=DAILY" }];
  const body = { availability: { rules, overrides: [] } };
  const headers = { "if-match": '"1"' };
  must(await app.call("PATCH", `/v1/parking/spaces/${spaceId}`, { token: bo.token, body, headers }));
  const hour = (hours: number) => new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString();
  const stay = { space: spaceId, from: hour(1), until: hour(3), plate: "浙D12345", confirm: true };
  const bookingId = await post("bookings", ann.token, stay);
  const dates = {
    space: spaceId,
    plate: "浙D12345",
    mode: "all-or-nothing",
    stays: [{ from: hour(5), until: hour(6) }],
  };
  const seriesId = await post("series", ann.token, dates);
  const { confirm: _confirm, ...waited } = stay;
  const waitId = await post("waitlist", ann.token, { ...waited, maxPrice: 1_000 });
  return { lotId, gateId, eventId: bookingId, spaceId, bookingId, seriesId, waitId };
};

/** A fund of the community, a call that will open, and Ann's draft. */
const grants = async ({ app, admin }: World, ann: Made) => {
  const post = async (path: string, token: string, body: object) =>
    must(await app.call("POST", `/v1/fund/${path}`, { token, body })).id as string;
  const restriction = { purposes: ["greening"], donorTerms: SECRETS[4], adminCapBps: 0 };
  const body = { community: "lujing", name: "Green", unit: "points", restriction };
  const fundId = await post("funds", admin, body);
  const terms = { title: "Green", text: "Gardens", purpose: "greening", budget: 10, awardMax: 10, blind: true };
  const dates = { opensAt: "2026-07-01T00:00:00Z", closesAt: "2026-08-01T00:00:00Z" };
  const criteria = [{ code: "use", name: "use", weightBps: 10_000 }];
  const call = { fund: fundId, ...terms, ...dates, criteria, reviewersMin: 1, decidedBy: "reviewers" };
  const callId = await post("calls", admin, call);
  await post(`calls/${callId}/steps`, admin, { command: "publish", reason: "planned" });
  const tranches = [{ amount: 5, condition: "agreement" }];
  const draft = { title: "Garden", text: SECRETS[4], startsOn: "2026-09-01", endsOn: "2026-10-01", tranches };
  const applicationId = await post(`calls/${callId}/applications`, ann.token, draft);
  return { fundId, callId, applicationId, trancheId: uuidv7() };
};

/** Starts the API and makes the estate in the community `lujing`. */
export const startEstate = async (): Promise<Estate> => {
  const volunteers = { ageMin: 0, minors: "never" };
  const base = { ...timebankDistrict(testProfile({ volunteers })), fund: FundConfig.parse(FUND_RULES) };
  const world = await startWorld({ district: parkingDistrict(undefined, base) });
  const { app, admin, steward } = world;
  const header = ROLL_COLUMNS.join(",");
  const rows = [`a,${SECRETS[0]},${SECRETS[2]},${SECRETS[1]},female,,,,,,,500`, "b,Bo,,,,,,,,,,500"];
  const roll = must(await importRoll(world, [header, ...rows].join("\n")));
  const person = async (row: number): Promise<Made> => {
    const id = roll.rows[row].residentId;
    return { id, token: await app.token({ sub: id }) };
  };
  const [ann, bo] = [await person(0), await person(1)];
  const post = async (path: string, body: object) =>
    must(await app.call("POST", path, { token: admin, body })).id as string;
  const { unitId } = await build(world, { owners: [{ residentId: ann.id, shareBps: 10_000 }] });
  const member = await enter(world);
  const hall = await withOfficer(world);
  const assembly = { class: "RESIDENTS_ASSEMBLY", matter: undefined, electorate: { kind: "RESIDENTS" } };
  const pollId = await draft(hall, ownersTerms(hall, assembly));
  await notice(hall, pollId);
  const at = "/v1/communities/lujing";
  const params = {
    ...(await movements(world, ann, bo)),
    ...(await services(world, ann, bo)),
    ...(await parking(world, ann, bo)),
    runId: (await runNamed(SETTLEMENT, world.app.deps)).run,
    month: "2026-06",
    ...(await grants(world, ann)),
    pollId,
    entryId: ann.id,
    objectionId: pollId,
    ballotName: "A".repeat(43),
    communityId: "lujing",
    residentId: ann.id,
    personId: bo.id,
    accountId: `${ann.id}.points`,
    poolAccountId: "lujing~reward.points",
    unitId,
    householdId: await post(`${at}/households`, { members: [ann.id, member.id] }),
    organisationId: await post(`${at}/organisations`, { name: "Shop", kind: "business", representatives: [ann.id] }),
    proxyId: must(await empower({ ...world, steward }, ann.id, bo.id, { scopes: ["polls"], evidence: SECRETS[3] })).id,
    kinshipId: await post("/v1/kinships", { a: ann.id, b: bo.id, kind: "sibling" }),
    grantId: await post("/v1/role-grants", { subject: ann.id, role: "fund-reviewer", communities: ["lujing"] }),
  };
  return { ...world, ann, bo, params };
};

/** An operation's path with the estate's ids; throws for a parameter that the estate has nothing for. */
export const pathOf = (operation: Operation, params: Readonly<Record<string, string>>): string =>
  operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`the estate has no ${name} for ${operation.id}`);
    return value;
  });

/** Sends an operation with a key and a revision of its own, so that only the token, path or body can be at fault. */
export const send = (
  { app }: World,
  operation: Operation,
  path: string,
  { headers, ...options }: CallOptions = {},
): Promise<Reply> =>
  app.call(operation.method, path, {
    ...options,
    headers: {
      "idempotency-key": uuidv7(),
      "if-match": '"1"',
      ...(operation.bodyType === "text/csv" ? { "content-type": "text/csv" } : {}),
      ...headers,
    },
  });
