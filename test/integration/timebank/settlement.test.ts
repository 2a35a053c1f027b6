/** Settlement by the calendar: what a run pays, once; what it sets aside; what its record says. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { SETTLEMENT } from "../../../functions/timebank/jobs/names.ts";
import { orderKey } from "../../../functions/timebank/store.ts";
import { DAY, HOUR, MINUTE } from "../../support/clock.ts";
import { confirmedOrder, openMember, type Wanted } from "../../support/confirmed.ts";
import { refusal } from "../../support/replies.ts";
import { testProfile } from "../../support/timebank.ts";
import { act, type Bank, findings, helper, member, minutesOf, served, startBank } from "./world.ts";

const calendar = () => testProfile({ settlement: "calendar" });
let bank: Bank;
beforeAll(async () => {
  bank = await startBank([calendar()]);
});
afterAll(() => bank.app.stop());

const settle = () => runNamed(SETTLEMENT, bank.app.deps);
/** After the next two o'clock. */
const nextDay = () => bank.app.clock.advance(DAY);
const stateOf = async (id: string) => (await bank.app.deps.db.get(orderKey(id)))?.state;
const balance = async (id: string) => (await bank.app.deps.db.get({ pk: `A#${id}.minutes`, sk: "A" }))?.bal;
const people = async (...minutes: number[]) => {
  const ids = minutes.map(() => uuidv7());
  for (const [index, id] of ids.entries()) await openMember(bank.app.deps, id, minutes[index] as number);
  return ids as [string, string, ...string[]];
};
const order = (recipient: string, volunteer: string, fields: Partial<Wanted> = {}) =>
  confirmedOrder(bank.app.deps, {
    ...{ recipient, volunteer, held: 60, credited: 60, confirmedMs: bank.app.clock.now().getTime() },
    ...fields,
  });

describe("an order of a district that settles by the calendar", () => {
  it("is honoured when it is confirmed and paid by the first run after it, once", async () => {
    const [elder, volunteer] = [await member(bank, 600), await helper(bank)];
    const id = await served(bank, elder, volunteer, 50);
    expect((await act(bank, id, "confirm", elder.token)).body.state).toBe("confirmed");
    const honour = async () =>
      (await bank.app.call("GET", `/v1/timebank/members/${volunteer.id}`, { token: volunteer.token })).body;
    expect(await honour()).toMatchObject({ honourMinutes: 45, served: 1 });
    expect(await minutesOf(bank, volunteer)).toMatchObject({ balance: 0, holdsIn: 60 });
    // Confirmed after this morning's two o'clock: not yet.
    expect((await settle()).counts).toMatchObject({ changed: 0, failed: 0 });
    nextDay();
    const run = await settle();
    expect([run.counts.changed, run.sums?.minutes]).toEqual([1, 45]);
    expect(await minutesOf(bank, volunteer)).toMatchObject({ balance: 45, holdsIn: 0, lifetimeEarned: 45 });
    expect(await minutesOf(bank, elder)).toMatchObject({ balance: 555, holdsOut: 0 });
    expect(await honour()).toMatchObject({ honourMinutes: 45, served: 1 });
    expect((await settle()).counts.changed).toBe(0);
    const shown = await bank.app.call("GET", `/v1/timebank/orders/${id}`, { token: elder.token });
    expect(shown.body).toMatchObject({ state: "settled", credited: 45, endedAt: bank.app.clock.now().toISOString() });
    const transfer = `/v1/ledger/transfers/${shown.body.transfer}`;
    const paid = await bank.app.call("GET", transfer, { token: elder.token });
    expect(JSON.stringify(paid.body)).toContain(`"amount":45`);
    expect(await findings(bank)).toEqual([]);
  });

  it("is confirmed once and settled once, before settlement and after it; each refusal says when or what", async () => {
    const [elder, volunteer] = [await member(bank, 600), await helper(bank)];
    const id = await served(bank, elder, volunteer, 60);
    const confirm = () => act(bank, id, "confirm", elder.token);
    const at = (await confirm()).body.confirmedAt;
    const dispute = () => act(bank, id, "dispute", elder.token, { reason: "too late" });
    for (const reply of [await confirm(), await dispute()]) {
      expect([refusal(reply), reply.body.params]).toEqual([[409, "timebank/already-confirmed"], { at }]);
    }
    nextDay();
    expect((await settle()).sums).toMatchObject({ settled: 1, minutes: 60 });
    const again = await confirm();
    expect([refusal(again), again.body.params]).toEqual([[409, "timebank/already-confirmed"], { at }]);
    const twice = await act(bank, id, "settle", bank.steward);
    const params = { state: "settled", needs: "confirmed" };
    expect([refusal(twice), twice.body.params]).toEqual([[409, "timebank/wrong-state"], params]);
  });

  it("that is disputed is neither confirmed nor settled, by nobody, until a mediator has decided", async () => {
    const [elder, volunteer] = [await member(bank, 600), await helper(bank)];
    const id = await served(bank, elder, volunteer, 60);
    const since = (await act(bank, id, "dispute", elder.token, { reason: "left early" })).body.disputedAt;
    bank.app.clock.advance(5 * DAY);
    expect((await settle()).counts).toMatchObject({ failed: 0 });
    expect(await stateOf(id)).toBe("disputed");
    for (const what of ["confirm", "settle"]) {
      const reply = await act(bank, id, what, bank.steward);
      expect([refusal(reply), reply.body.params]).toEqual([[409, "timebank/disputed"], { since }]);
    }
    await act(bank, id, "resolve", bank.steward, { minutes: 30, reason: "half an hour" });
    expect((await settle()).counts).toMatchObject({ changed: 0, failed: 0 });
    expect(await minutesOf(bank, volunteer)).toMatchObject({ balance: 30 });
  });

  it("that silence confirmed is settled as of when silence ran out, though the job came late", async () => {
    const [elder, volunteer] = [await member(bank, 600), await helper(bank)];
    const id = await served(bank, elder, volunteer, 60);
    // 48 hours of silence end in the afternoon; nothing runs until after the second two o'clock that follows.
    bank.app.clock.advance(3 * DAY);
    expect((await settle()).counts).toMatchObject({ failed: 0 });
    expect(await stateOf(id)).toBe("settled");
    expect(await minutesOf(bank, volunteer)).toMatchObject({ balance: 60 });
  });

  it("costs a run less where accounts meet: each is written once a transaction", async () => {
    const [elder, ...volunteers] = await people(6_000, 0, 0, 0, 0);
    for (let round = 0; round < 4; round++) {
      for (const volunteer of volunteers) await order(elder, volunteer);
    }
    nextDay();
    const { sums, counts } = await settle();
    expect(counts.changed).toBe(16);
    expect([await balance(elder), ...(await Promise.all(volunteers.map(balance)))]).toEqual([
      6_000 - 16 * 60,
      ...[240, 240, 240, 240],
    ]);
    // Order, hold and entry of two units each, five accounts, and the run's record.
    expect(sums?.writeUnits).toBe(16 * 6 + 5 * 2);
    expect(await findings(bank)).toEqual([]);
  });
});

describe("an order that cannot be paid", () => {
  it("is set aside with its reason, and blocks no other", async () => {
    const [elder, frozen, other] = await people(600, 0, 0);
    const stuck = await order(elder, frozen as string);
    const fine = await order(elder, other as string);
    const broken = await order(elder, other as string);
    const { db } = bank.app.deps;
    const freeze = { from: "active", key: { pk: `A#${frozen}.minutes`, sk: "A" } };
    await db.commit([
      {
        type: "update",
        key: freeze.key,
        update: "SET #s = :f",
        condition: { expression: "#s = :a", names: { "#s": "st" }, values: { ":a": "active", ":f": "frozen" } },
      },
    ]);
    await db.commit([
      {
        type: "update",
        key: orderKey(broken),
        update: "REMOVE #c",
        condition: { expression: "#r = :r", names: { "#r": "rev", "#c": "cred" }, values: { ":r": 6 } },
      },
    ]);
    nextDay();
    const run = await settle();
    expect(run.counts).toEqual({ changed: 1, unchanged: 0, failed: 2 });
    expect(new Map(run.failures.map(({ item, reason }) => [item, reason]))).toEqual(
      new Map([
        [stuck, "ledger/account-frozen"],
        [broken, "fault:TypeError"],
      ]),
    );
    expect(run.sums).toMatchObject({ "failed:ledger/account-frozen": 1, "failed:fault:TypeError": 1, minutes: 60 });
    expect([await stateOf(fine), await stateOf(stuck)]).toEqual(["settled", "confirmed"]);
    nextDay();
    expect((await settle()).counts).toEqual({ changed: 0, unchanged: 0, failed: 0 });
    const read = async (path: string, token: string) => bank.app.call("GET", `/v1/timebank/${path}`, { token });
    const list = async (token: string) => (await read("set-aside-orders?community=lujing", token)).body.items;
    const aside = (await list(bank.auditor)).find((each: { order: string }) => each.order === stuck);
    expect(aside).toMatchObject({ community: "lujing", reason: "ledger/account-frozen", minutes: 60 });
    const kept = await read(`settlement-runs/${run.run}`, bank.auditor);
    expect(kept.body).toMatchObject({
      ...{ id: run.run, state: "finished", settled: 1, minutes: 60, failed: 2, writeUnits: run.sums?.writeUnits },
      failures: { "ledger/account-frozen": 1, "fault:TypeError": 1 },
    });
    const runs = await read("settlement-runs?limit=2", bank.admin);
    expect([runs.body.items.length, runs.body.items[1].id]).toEqual([2, run.run]);
    const older = await read(`settlement-runs?limit=2&cursor=${runs.body.next}`, bank.admin);
    expect(older.body.items[0].startedAt < runs.body.items[1].startedAt).toBe(true);
    expect((await read(`settlement-runs/${uuidv7()}`, bank.admin)).body.code).toBe("resource/not-found");
    // Tried again in vain, then with success once the account is open again; the list is shorter then.
    const retry = () => act(bank, stuck, "settle", bank.admin);
    expect(refusal(await retry())[1]).toBe("ledger/account-frozen");
    const thaw = { expression: "#s = :f", names: { "#s": "st" }, values: { ":a": "active", ":f": "frozen" } };
    await db.commit([{ type: "update", key: freeze.key, update: "SET #s = :a", condition: thaw }]);
    expect((await retry()).body).toMatchObject({ state: "settled", credited: 60 });
    expect(await balance(frozen as string)).toBe(60);
    expect((await list(bank.steward)).map(({ order: left }: { order: string }) => left)).toEqual([broken]);
    expect(await findings(bank)).toEqual([]);
  });
});

it("what the care pool pays, and what goes to it or counts as honour only, keeps the books right", async () => {
  const [elder, volunteer] = await people(600, 0);
  await bank.post("/v1/ledger/pools/lujing~care.minutes/fund", bank.admin, { amount: 600 });
  await order(elder, volunteer, { payer: "care-pool", credited: 45 });
  await order(elder, volunteer, { creditTo: "care-pool" });
  await order(elder, volunteer, { creditTo: "honour-only", credited: 0 });
  bank.app.clock.advance(DAY + HOUR + MINUTE);
  expect((await settle()).counts).toMatchObject({ changed: 3, failed: 0 });
  expect([await balance(elder), await balance(volunteer)]).toEqual([540, 45]);
  await runNamed("pool-fold", bank.app.deps);
  expect(await findings(bank)).toEqual([]);
});

describe("after settling", () => {
  const stars = [120, 600];
  const storage = { capMinutes: 300, above: "donate" };
  const rules = { settlement: "calendar", storage, inactivity: { noticeMonths: 6 } };
  const older = testProfile({ ...rules, stars });
  const newer = testProfile({ ...rules, version: 2, stars: [6_000] });
  let town: Bank;
  beforeAll(async () => {
    town = await startBank([older]);
  });
  afterAll(() => town.app.stop());

  const run = (deps = town.app.deps) => runNamed(SETTLEMENT, deps);
  const shown = async (who: { id: string; token: string }, bank = town) =>
    (await bank.app.call("GET", `/v1/timebank/members/${who.id}`, { token: who.token })).body;
  const item = (id: string) => town.app.deps.db.get({ pk: `TM#${id}`, sk: "V" });
  const month = (who: { id: string; token: string }, name: string, token = who.token) =>
    town.app.call("GET", `/v1/timebank/residents/${who.id}/months/${name}`, { token });

  it("hours above the storage cap go to the care pool, once; honour stays", async () => {
    const [rich, elder] = [await member(town, 450), await member(town, 240)];
    const id = await served(town, elder, rich, 60);
    await act(town, id, "confirm", elder.token);
    expect((await shown(rich)).honourMinutes).toBe(60);
    town.app.clock.advance(DAY);
    expect((await run()).counts).toMatchObject({ failed: 0 });
    // Nothing of the 60 came to the full account; what was above the cap before has left it.
    expect(await minutesOf(town, rich)).toMatchObject({ balance: 300 });
    expect((await run()).counts.changed).toBe(0);
    expect(await minutesOf(town, rich)).toMatchObject({ balance: 300 });
    expect((await shown(rich)).honourMinutes).toBe(60);
    expect((await month(rich, "2026-06")).body).toMatchObject({
      ...{ opening: 0, closing: 300, overflow: 150, earned: 0, other: 450, final: false },
      ...{ from: "2026-05-31T16:00:00.000Z", until: "2026-06-30T16:00:00.000Z" },
    });
    expect(await findings(town)).toEqual([]);
  });

  it("honour only keeps them out of every account", async () => {
    const honour = await startBank([testProfile({ ...rules, storage: { capMinutes: 300, above: "honour" } })]);
    const rich = await member(honour, 330);
    await runNamed(SETTLEMENT, honour.app.deps);
    expect(await minutesOf(honour, rich)).toMatchObject({ balance: 300 });
    expect(await findings(honour)).toEqual([]);
    await honour.app.stop();
  });

  it("stars are announced once, and no later policy takes one", async () => {
    const [elder, volunteer] = [await member(town, 240), await helper(town)];
    for (let round = 0; round < 2; round++) {
      await act(town, await served(town, elder, volunteer, 60), "confirm", elder.token);
      town.app.clock.advance(DAY);
    }
    expect(await shown(volunteer)).toMatchObject({ honourMinutes: 120, stars: 1 });
    await run();
    expect(await item(volunteer.id)).toMatchObject({ ev: "timebank.member.star-reached", st: 1, told: 1 });
    const { district } = town.app;
    const timebank = { ...district.timebank, profiles: [older, newer], current: "test@2" };
    const strict = { ...district, timebank } as typeof district;
    const later = await startBank([], {
      district: strict,
      table: town.app.table,
      now: town.app.clock.now().toISOString(),
    });
    const again = { id: volunteer.id, token: await later.app.token({ sub: volunteer.id }) };
    expect(await shown(again, later)).toMatchObject({ honourMinutes: 120, stars: 1 });
    await run({ ...town.app.deps, district: strict });
    expect((await shown(again, later)).stars).toBe(1);
    await later.app.stop();
  });

  it("who has not moved their hours for six months gets one notice, and another after the next rest", async () => {
    const quiet = await member(town, 60);
    town.app.clock.advance(150 * DAY);
    await run();
    expect(await item(quiet.id)).toBeUndefined();
    town.app.clock.advance(40 * DAY);
    await run();
    const told = await item(quiet.id);
    expect(told).toMatchObject({ ev: "timebank.member.inactive", rev: 1 });
    await run();
    expect((await item(quiet.id))?.rev).toBe(1);
    await town.post("/v1/timebank/donations", quiet.token, { community: "lujing", minutes: 15 });
    town.app.clock.advance(190 * DAY);
    await run();
    expect((await item(quiet.id))?.rev).toBe(2);
  });
});
