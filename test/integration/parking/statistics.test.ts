/** Statistics of a month: the same as the bookings and the ledger's statements, without anybody in them. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { DAY, HOUR } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import type { Made } from "../residents/world.ts";
import {
  ALWAYS,
  act,
  book,
  driver,
  type Garage,
  later,
  lotIn,
  must,
  nextNoon,
  pointsOf,
  spaceIn,
  startGarage,
  stayIn,
} from "./world.ts";

const SHANGHAI_MS = 8 * HOUR;
let garage: Garage;
let owner: Made;
let renter: Made;
let lot: string;
let pool: string;
let space: string;
let common: string;
/** The present month in Shaoxing, `YYYY-MM`. */
let month: string;

const monthNow = (): string => new Date(garage.app.clock.now().getTime() + SHANGHAI_MS).toISOString().slice(0, 7);
const read = (id: string, token: string, query: Readonly<Record<string, string>> = {}) => {
  const text = new URLSearchParams({ month, ...query });
  return garage.app.call("GET", `/v1/parking/lots/${id}/statistics?${text}`, { token });
};
const figures = async (id: string, of?: string) => {
  const { items } = must(await read(id, garage.steward, of === undefined ? {} : { space: of }));
  expect(items).toHaveLength(1);
  return items[0];
};
/** What an account got and gave for parking in the month, by its statement. */
const inLedger = async (account: string): Promise<number> => {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const at = (monthIndex: number) => new Date(Date.UTC(year, monthIndex, 1) - SHANGHAI_MS).toISOString();
  const text = new URLSearchParams({ category: "parking", from: at(number - 1), to: at(number), limit: "100" });
  const path = `/v1/ledger/accounts/${account}/statement?${text}`;
  const { items, next } = must(await garage.app.call("GET", path, { token: garage.auditor }));
  expect(next).toBeNull();
  return items.reduce((sum: number, line: { change: number }) => sum + line.change, 0);
};
const stay = async (fields: Readonly<Record<string, unknown>> = {}, who = renter): Promise<string> => {
  nextNoon(garage);
  return must(await book(garage, who, stayIn(garage, space, fields))).id;
};
const begin = async (id: string, who = renter) => {
  garage.app.clock.advance(HOUR);
  must(await act(garage, id, "check-in", who.token));
};

beforeAll(async () => {
  garage = await startGarage();
  // The first of a month, so that all that follows lies in it.
  const first = new Date(garage.app.clock.now().getTime() + SHANGHAI_MS);
  garage.app.clock.set(
    new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1) - SHANGHAI_MS + HOUR).toISOString(),
  );
  month = monthNow();
  [owner, renter] = [await driver(garage), await driver(garage, 5_000)];
  [lot, pool] = [await lotIn(garage), await lotIn(garage, { kind: "pooled", capacity: 3 })];
  space = await spaceIn(garage, lot, owner);
  const decision = { document: "2026-7", from: later(garage, 0), until: later(garage, 60 * DAY) };
  common = await spaceIn(garage, lot, owner, { owner: undefined, decision, label: "B1-002" }, { rules: [ALWAYS] });
  // Completed, late by 5 minutes beyond the grace, disputed, of which the owner gives 3 back.
  const first1 = await stay();
  await begin(first1);
  garage.app.clock.advance(2 * HOUR + 20 * 60_000);
  must(await act(garage, first1, "check-out", renter.token));
  must(await act(garage, first1, "dispute", renter.token, { reason: "dark" }));
  must(await act(garage, first1, "resolve", garage.steward, { refund: 3, from: "owner", reason: "heard" }));
  // Late by 105 minutes, whose fee of 40 is owed and paid later.
  const poor = await driver(garage, 25);
  const second = await stay({}, poor);
  await begin(second, poor);
  garage.app.clock.advance(4 * HOUR);
  must(await act(garage, second, "check-out", poor.token));
  const gift = { from: "lujing~issuance.points", to: `${poor.id}.points`, amount: 100, category: "opening" };
  must(await garage.post("/v1/ledger/transfers", garage.admin, gift));
  must(await act(garage, second, "pay", poor.token));
  // Cancelled at half the price; recalled by the owner; revoked; run out; nobody came, by two jobs at once.
  const third = await stay({ from: later(garage, 29 * HOUR), until: later(garage, 31 * HOUR) });
  garage.app.clock.advance(HOUR);
  must(await act(garage, third, "cancel", renter.token));
  must(await act(garage, await stay(), "cancel", owner.token));
  must(await act(garage, await stay(), "cancel", garage.steward));
  await stay({ confirm: false });
  garage.app.clock.advance(HOUR);
  await runNamed("bookings-due", garage.app.deps);
  await stay();
  garage.app.clock.advance(2 * HOUR);
  await Promise.all([runNamed("bookings-due", garage.app.deps), runNamed("bookings-due", garage.app.deps)]);
  await runNamed("bookings-due", garage.app.deps);
  // A common space and a pooled lot.
  for (const where of [{ space: common }, { space: undefined, lot: pool }]) {
    const id = await stay(where);
    await begin(id);
    must(await act(garage, id, "check-out", renter.token));
  }
}, 60_000);
afterAll(() => garage.app.stop());

describe("a month of a space", () => {
  it("counts each booking's end once, minutes, overstays, and who got what", async () => {
    expect(await figures(lot, space)).toMatchObject({
      space,
      label: "B1-001",
      ended: {
        completed: 2,
        expired: 1,
        rejected: 0,
        "cancelled-by-renter": 1,
        "cancelled-by-owner": 1,
        "cancelled-by-operator": 1,
        "no-show": 1,
      },
      overstays: 2,
      overstayMinutes: 5 + 105,
      bookedMinutes: 3 * 120,
    });
  });

  it("says the same as the ledger's statements of owner, property and fund", async () => {
    const all = [await figures(lot, space), await figures(lot, common), await figures(pool)];
    const income = all.flatMap((place) => place.income);
    expect(new Set(income.map(({ unit }) => unit))).toEqual(new Set(["points"]));
    const net = (part: "owner" | "property" | "fund"): number =>
      income.reduce((sum, { received, paidBack }) => sum + received[part] - paidBack[part], 0);
    // Twice 20, 40 for the debt, 10 for the cancelled, 20 for nobody; then 20 each in the common space and the lot.
    expect([net("owner"), net("property"), net("fund")]).toEqual([
      await inLedger(`${owner.id}.points`),
      await inLedger("lujing~property.points"),
      await inLedger("lujing~fund.points"),
    ]);
    expect(net("owner") + net("property") + net("fund")).toBe(20 + 20 + 40 + 10 + 20 + 20 + 20 - 3);
    expect((await pointsOf(garage, owner)).balance).toBe(net("owner"));
    expect(income[0].paidBack).toEqual({ owner: 3, property: 0, fund: 0 });
  });

  it("sets minutes booked against minutes open, also where the two are of different months", async () => {
    const [year, number] = month.split("-").map(Number) as [number, number];
    const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
    const open = days * 1_440;
    expect(await figures(lot, space)).toMatchObject({
      openMinutes: open,
      utilisationBps: Math.floor((360 * 10_000) / open),
    });
    expect(await figures(pool)).toMatchObject({
      openMinutes: 3 * open,
      utilisationBps: Math.floor((120 * 10_000) / (3 * open)),
    });
    const own = await spaceIn(garage, lot, owner, { label: "B1-003" });
    const end = Date.UTC(year, number, 1) - SHANGHAI_MS;
    garage.app.clock.set(new Date(end - 4 * HOUR).toISOString());
    const until = { from: new Date(end - 2 * HOUR).toISOString(), until: new Date(end + 3 * HOUR).toISOString() };
    const { id } = must(await book(garage, renter, stayIn(garage, own, until)));
    garage.app.clock.set(new Date(end - 2 * HOUR).toISOString());
    must(await act(garage, id, "check-in", renter.token));
    garage.app.clock.set(new Date(end + 3 * HOUR).toISOString());
    must(await act(garage, id, "check-out", renter.token));
    const before = await figures(lot, own);
    expect([before.ended.completed, before.bookedMinutes, before.income]).toEqual([0, 120, []]);
    const next = must(await read(lot, garage.steward, { space: own, month: monthNow() })).items[0];
    expect([next.ended.completed, next.bookedMinutes]).toEqual([1, 180]);
  });

  it("is zero where nothing happened, and not open while it is withdrawn", async () => {
    const quiet = await spaceIn(garage, lot, owner, { label: "B1-009" }, { rules: [] });
    expect(await figures(lot, quiet)).toMatchObject({ bookedMinutes: 0, openMinutes: 0, income: [], overstays: 0 });
    expect((await figures(lot, quiet)).utilisationBps).toBeUndefined();
  });
});

describe("who may read it", () => {
  it("officers a whole lot, page by page, without anybody in it; owners their space; others nothing", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const reply = await read(lot, garage.steward, { limit: "1", ...(cursor === null ? {} : { cursor }) });
      const { items, next } = must(reply);
      for (const person of [owner.id, renter.id]) expect(reply.text).not.toContain(person);
      expect(items.length).toBeLessThanOrEqual(1);
      seen.push(...items.map(({ label }: { label: string }) => label));
      cursor = next;
    } while (cursor !== null);
    expect(seen).toEqual([...new Set(seen)].toSorted());
    expect(seen.slice(0, 2)).toEqual(["B1-001", "B1-002"]);
    expect(must(await read(lot, garage.auditor)).items[0].space).toBe(space);
    expect(must(await read(lot, owner.token, { space })).items[0].ended.completed).toBe(2);
    for (const who of [owner, renter]) expect(refusal(await read(lot, who.token))).toEqual([403, "auth/forbidden"]);
    for (const [who, of] of [
      [renter, space],
      [owner, common],
    ] as const) {
      expect(refusal(await read(lot, who.token, { space: of }))).toEqual([404, "resource/not-found"]);
    }
    expect(refusal(await read(pool, garage.steward, { space }))).toEqual([404, "resource/not-found"]);
    expect(refusal(await read(lot, garage.steward, { month: "2026-13" }))).toEqual([400, "request/invalid"]);
  });
});
