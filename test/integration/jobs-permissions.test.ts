/** Each job under the permissions that its function gets, on a district in which it has work: it needs all of them. */
import { readFileSync } from "node:fs";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { type JobName, jobActions, jobNames, runNamed } from "../../functions/jobs/index.ts";
import { openDb } from "../../functions/shared/dynamo.ts";
import { openShapes } from "../../functions/shared/shape.ts";
import type { Item } from "../../functions/shared/write.ts";
import { orderKey } from "../../functions/timebank/store.ts";
import { tableGrants } from "../../infra/aws/grants.ts";
import { localClient } from "../../infra/local/client.ts";
import { shapes, type Upgrade } from "../../schemas/shapes.ts";
import { DAY, HOUR } from "../support/clock.ts";
import { confirmedOrder, openMember } from "../support/confirmed.ts";
import { parkingDistrict } from "../support/parking.ts";
import { person } from "../support/people.ts";
import { actAs, police, TABLE_ARN } from "../support/policed.ts";
import { approvedOn, DOCUMENT, decide, donate, draftCall, fine, openFund, startChest, stepCall } from "./fund/world.ts";
import {
  book,
  driver,
  inForce,
  later,
  lotIn,
  must,
  nextNoon,
  openSpace,
  spaceIn,
  stayIn,
  withGarage,
} from "./parking/world.ts";
import { adults, draft, ownersTerms, withOfficer } from "./polls/world.ts";
import { empower, enter, startWorld, type World } from "./residents/world.ts";
import { accepted, helper, member, served, withPost } from "./timebank/world.ts";

/** One more than the entries below which no checkpoint is kept. */
const PAYMENTS = 101;

let world: World;
const done = new Set<JobName>();

beforeAll(async () => {
  world = await startWorld({ district: parkingDistrict() });
});
afterAll(() => world.app.stop());

const copied: Upgrade = (item) => ({ ...item, holder: item.hid });

const run = async (name: JobName, failed = 0, deps = world.app.deps): Promise<number> => {
  const principal = { id: `job:${name}`, grants: tableGrants(await jobActions(name), TABLE_ARN) };
  const { counts, failures } = await actAs(principal, () => runNamed(name, deps));
  expect(failures).toHaveLength(failed);
  done.add(name);
  return counts.changed;
};

const used = (name: JobName): string[] =>
  readFileSync(inject("actions"), "utf8")
    .split("\n")
    .flatMap((line) => (line.startsWith(`job:${name} `) ? [line.split(" ")[1] as string] : []));

it("bootstrap makes what is missing", async () => {
  expect(await run("bootstrap")).toBe(0);
});

it("hold-expiry, pool-fold, balance-checkpoint and points-expiry do a year's work", async () => {
  const { app } = world;
  const [ann, bo] = [await person(app, 1_000), await person(app)];
  const order = { from: ann.points, to: bo.points, amount: 1, category: "thanks" };
  for (let paid = 0; paid < PAYMENTS; paid++) {
    expect((await app.call("POST", "/v1/ledger/transfers", { token: ann.token, body: order })).status).toBe(201);
  }
  const body = { ...order, expiresInSeconds: HOUR / 1_000 };
  expect((await app.call("POST", "/v1/ledger/holds", { token: ann.token, body })).status).toBe(201);
  app.clock.advance(2 * HOUR);
  expect(await run("hold-expiry")).toBe(1);
  app.clock.advance(31 * DAY);
  expect(await run("pool-fold")).toBeGreaterThan(0);
  expect(await run("balance-checkpoint")).toBe(2);
  app.clock.advance(365 * DAY);
  expect(await run("points-expiry")).toBeGreaterThan(0);
});

it("ledger-seal seals the year and publishes its root", async () => {
  expect(await run("ledger-seal")).toBeGreaterThan(1);
});

it("finish-erasures removes what a cut-short erasure left", async () => {
  const { deps } = world.app;
  const [ann, bo] = [await enter(world), await enter(world)];
  await empower(world, bo.id, ann.id);
  const shop = { name: "Shop", kind: "business", representatives: [ann.id] };
  await world.app.call("POST", "/v1/communities/lujing/organisations", { token: world.admin, body: shop });
  const key = { pk: `R#${ann.id}`, sk: "R" };
  const { name: _name, ...rest } = (await deps.db.get(key)) as Item;
  const item = { ...rest, ...key, st: "erased", gone: 0, why: "own-request", g3p: "RX", g3s: ann.id };
  const condition = { expression: "#s = :a", names: { "#s": "st" }, values: { ":a": "active" } };
  await deps.db.commit([{ type: "put", item, condition }]);
  expect(await run("finish-erasures")).toBe(1);
});

it("orders-due ends an order that nobody served, and frees its minutes", async () => {
  const bank = withPost(world);
  await accepted(bank, await member(bank, 60), await helper(bank));
  world.app.clock.advance(30 * DAY);
  expect(await run("orders-due")).toBe(1);
});

it("bookings-due ends what has run out: a hold, an arrival that never came, and the keeping of its plate", async () => {
  const garage = withGarage(world);
  const [owner, renter] = [await driver(garage), await driver(garage, 100)];
  nextNoon(garage);
  const space = await spaceIn(garage, await lotIn(garage), owner);
  const overMidnight = { from: later(garage, 6 * HOUR), until: later(garage, 20 * HOUR) };
  expect((await book(garage, renter, stayIn(garage, space, overMidnight))).status).toBe(201);
  world.app.clock.advance(7 * HOUR);
  expect(await run("bookings-due")).toBe(1);
  world.app.clock.advance(31 * DAY);
  expect(await run("bookings-due")).toBe(1);
});

it("parking-days writes the days ahead of every space, and again those whose windows have changed", async () => {
  const garage = withGarage(world);
  const [owner, lot] = [await driver(garage), await lotIn(garage)];
  for (let count = 0; count < 2; count++) await spaceIn(garage, lot, owner);
  expect(await run("parking-days")).toBeGreaterThanOrEqual(2);
  const space = await spaceIn(garage, lot, owner);
  expect(await run("parking-days")).toBe(1);
  await openSpace(garage, space, owner.token, { rules: [] });
  expect(await run("parking-days")).toBe(1);
});

it("parking-waitlist offers what has become free, passes over who cannot pay, and ends what has begun", async () => {
  const garage = withGarage(world);
  const [owner, renter, poor] = [await driver(garage), await driver(garage, 200), await driver(garage)];
  nextNoon(garage);
  // A space of all, so that an offer also proves the owners' decision.
  const decision = { poll: await inForce(garage), from: later(garage, 0), until: later(garage, 2 * DAY) };
  const space = await spaceIn(garage, await lotIn(garage), owner, { owner: undefined, decision });
  const pool = await lotIn(garage, { kind: "pooled", capacity: 1 });
  const stay = { from: later(garage, 6 * HOUR), until: later(garage, 20 * HOUR) };
  const { confirm: _confirm, ...waited } = stayIn(garage, space, stay);
  for (const place of [{ space }, { space: undefined, lot: pool }]) {
    const taken = must(await book(garage, renter, { ...stayIn(garage, space, stay), ...place }));
    for (const who of [poor, renter]) {
      must(await garage.post("/v1/parking/waitlist", who.token, { ...waited, ...place, maxPrice: 100 }));
    }
    must(await garage.post(`/v1/parking/bookings/${taken.id}/cancel`, renter.token));
  }
  expect(await run("parking-waitlist")).toBe(2);
  world.app.clock.advance(7 * HOUR);
  expect(await run("parking-waitlist")).toBe(2);
  expect(await run("bookings-due")).toBe(2);
});

it("timebank-settlement pays what waits, and sets aside what it cannot pay", async () => {
  const { deps, clock } = world.app;
  const [elder, volunteer] = [uuidv7(), uuidv7()];
  await openMember(deps, elder, 600);
  await openMember(deps, volunteer, 0);
  const wanted = { recipient: elder, volunteer, held: 60, credited: 60, confirmedMs: clock.now().getTime() };
  await confirmedOrder(deps, wanted);
  const broken = await confirmedOrder(deps, wanted);
  const condition = { expression: "#r = :r", names: { "#r": "rev", "#c": "cred" }, values: { ":r": 6 } };
  await deps.db.commit([{ type: "update", key: orderKey(broken), update: "REMOVE #c", condition }]);
  const bank = withPost(world);
  await served(bank, await member(bank, 600), await helper(bank), 45);
  clock.advance(3 * DAY);
  // One that waits for settlement, and one whose recipient has been silent long enough.
  expect(await run("timebank-settlement", 1)).toBe(2);
});

it("timebank-solvency publishes a day", async () => {
  expect(await run("timebank-solvency")).toBe(world.app.deps.district.communities.length);
});

it("polls-due makes a roll, seals it, opens the poll, surveys, closes and counts it", async () => {
  const hall = await withOfficer(world);
  await adults(world, 2);
  const assembly = { class: "RESIDENTS_ASSEMBLY", matter: undefined, electorate: { kind: "RESIDENTS" } };
  const poll = await draft(hall, ownersTerms(hall, assembly));
  expect((await hall.post(`/v1/polls/${poll}/notice`, hall.pollOfficer)).status).toBe(200);
  expect(await run("polls-due")).toBeGreaterThan(0);
  world.app.clock.advance(18 * DAY);
  expect(await run("polls-due")).toBeGreaterThan(0);
  world.app.clock.advance(2 * HOUR);
  expect(await run("polls-due")).toBe(1);
  world.app.clock.advance(18 * DAY);
  expect(await run("polls-due")).toBeGreaterThan(1);
  expect((await hall.get(`/v1/polls/${poll}`, hall.pollOfficer)).body.state).toBe("counted");
});

it("migrate-shapes brings accounts that an earlier release stored up to date", async () => {
  const { deps, table } = world.app;
  const raised = shapes.map((shape) => ({ ...shape, ...(shape.kind === "account" ? { upgrades: [copied] } : {}) }));
  const client = police(localClient(inject("engine").endpoint), inject("actions"));
  const db = openDb({ client, table, shapes: openShapes(raised) });
  expect(await run("migrate-shapes", 0, { ...deps, db })).toBeGreaterThan(2);
});

it("fund-calls opens a call, fund-reports reminds, fund-expiry gives back what nobody used", async () => {
  const chest = await startChest();
  const before = world;
  world = chest;
  const fund = await openFund(chest);
  fine(await donate(chest, fund, 1_000_000));
  fine(await stepCall(chest, await draftCall(chest, fund), "publish"));
  chest.app.clock.advance(10 * DAY);
  expect(await run("fund-calls")).toBe(1);
  const { applications } = await approvedOn(chest, fund, [{}]);
  const [id] = applications as [string];
  fine(await decide(chest, id, "award", {}, chest.treasurer));
  fine(await decide(chest, id, "sign", { document: DOCUMENT }));
  fine(await decide(chest, id, "start"));
  const restriction = { expiresOn: "2027-12-31", expiredTo: fund };
  fine(await donate(chest, await openFund(chest, restriction), 1_000));
  chest.app.clock.advance(800 * DAY);
  expect(await run("fund-reports")).toBe(1);
  expect(await run("fund-expiry")).toBe(1);
  await chest.app.stop();
  world = before;
});

it("no job is granted more than it used, and none was left out", async () => {
  expect([...done].sort()).toEqual([...jobNames].sort());
  for (const name of jobNames) expect(used(name).sort(), name).toEqual(await jobActions(name));
});
