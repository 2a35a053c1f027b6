/** Write units of shared parking's operations, as the engine reports them, beside the manifest's figures. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parkingOperations } from "../../../schemas/parking/operations.ts";
import { RULES_MAX } from "../../../schemas/parking/resources.ts";
import { EXCEPTIONS_MAX } from "../../../schemas/recurrence.ts";
import { BUDGETS, recordCounted } from "../../support/budgets.ts";
import { DAY, HOUR } from "../../support/clock.ts";
import type { Reply } from "../../support/harness.ts";
import { type Cost, meteredClient, reportsUnits } from "../../support/meter.ts";
import { parkingDistrict, testRules } from "../../support/parking.ts";
import type { Made } from "../residents/world.ts";
import { gateEvent, tellGate } from "./gate-world.ts";
import {
  ALWAYS,
  act,
  book,
  driver,
  type Garage,
  inForce,
  later,
  lotIn,
  must,
  nextNoon,
  openSpace,
  spaceIn,
  startGarage,
  stayIn,
} from "./world.ts";

type Id = keyof typeof parkingOperations;
const costs = new Map<Id, Cost>();
const meter = { take: (): Cost => ({ calls: 0, table: 0, indexes: 0, reads: 0 }) };
let garage: Garage;
let owner: Made;
let renter: Made;
let lot: string;
let space: string;
const reason = "鹭".repeat(100);

/** The dearest of what an operation has cost so far. */
const cost = async (id: Id, send: () => Promise<Reply>): Promise<Reply & { spent: Cost }> => {
  meter.take();
  const reply = await send();
  const spent = meter.take();
  if (reply.status >= 300) throw new Error(`${id}: ${reply.text}`);
  if (spent.table > (costs.get(id)?.table ?? 0)) costs.set(id, spent);
  return { ...reply, spent };
};
const step = (id: Id, booking: string, path: string, token: string, body: object = {}) =>
  cost(id, () => act(garage, booking, path, token, body));

beforeAll(async () => {
  const metered = meteredClient();
  meter.take = metered.take;
  const district = parkingDistrict([testRules({ quota: 100 })]);
  garage = await startGarage({ district, overrides: { client: metered.client } });
  owner = await driver(garage, 1_000);
  renter = await driver(garage, 10_000);
  lot = await lotIn(garage);
  space = await spaceIn(garage, lot, owner);
  // The first booking of a district also makes its secret.
  nextNoon(garage);
  await book(garage, renter, stayIn(garage, space));
}, 60_000);
afterAll(() => garage.app.stop());
beforeEach(() => nextNoon(garage));

describe("a booking", () => {
  it.each([
    ["2 h", HOUR, 3 * HOUR, 10],
    ["14 h over midnight", 6 * HOUR, 20 * HOUR, 12],
    ["14 h that begin at midnight, whose buffer reaches the day before", 12 * HOUR, 26 * HOUR, 12],
  ])("of %s costs at most 12 write units", async (what, from, until, most) => {
    const fresh = await spaceIn(garage, lot, owner);
    const stay = { from: later(garage, from), until: later(garage, until), confirm: false };
    const { spent, body } = await cost("createBooking", () => book(garage, renter, stayIn(garage, fresh, stay)));
    if (!reportsUnits) return;
    recordCounted({ ...spent, budget: "booking", what: `parking booking of ${what}` });
    expect(most).toBeLessThanOrEqual(BUDGETS.booking.table);
    expect(spent).toMatchObject({ calls: 1, table: most });
    expect(spent.indexes).toBeLessThanOrEqual(8);
    await act(garage, body.id, "cancel", renter.token);
  });

  it.each([
    ["2 h", HOUR, 3 * HOUR, 10],
    ["14 h over midnight", 6 * HOUR, 20 * HOUR, 12],
  ])("of %s in a pooled lot costs at most 12 as well, the day's first one and the next", async (...given) => {
    const [, from, until, most] = given;
    const pool = await lotIn(garage, { kind: "pooled", capacity: 200 });
    const stay = { lot: pool, space: undefined, from: later(garage, from), until: later(garage, until) };
    for (const person of [renter, await driver(garage, 1_000)]) {
      const { spent } = await cost("createBooking", () => book(garage, person, stayIn(garage, "", stay)));
      if (!reportsUnits) continue;
      expect(spent).toMatchObject({ calls: 1, table: most });
      expect(spent.indexes).toBeLessThanOrEqual(8);
    }
  });

  it.each([
    ["2 h", HOUR, 3 * HOUR, 12],
    ["14 h over midnight", 6 * HOUR, 20 * HOUR, 14],
  ])("of %s in a common space costs two more where a poll must still stand", async (_what, from, until, most) => {
    const decision = { poll: await inForce(garage), from: later(garage, 0), until: later(garage, 30 * DAY) };
    const common = await spaceIn(garage, lot, owner, { owner: undefined, decision });
    const stay = { from: later(garage, from), until: later(garage, until) };
    const { spent } = await cost("createBooking", () => book(garage, renter, stayIn(garage, common, stay)));
    if (!reportsUnits) return;
    expect(spent).toMatchObject({ calls: 1, table: most });
    expect(spent.indexes).toBeLessThanOrEqual(8);
  });

  it("on a day of twenty bookings costs the same as on an empty one", async () => {
    const busy = await spaceIn(garage, lot, owner);
    const people = [await driver(garage, 1_000), await driver(garage, 1_000)];
    const at = (index: number) => ({
      from: later(garage, 12 * HOUR + index * 45 * 60_000),
      until: later(garage, 12.5 * HOUR + index * 45 * 60_000),
    });
    for (let index = 0; index < 20; index++) {
      const reply = await book(garage, people[index % 2] as Made, stayIn(garage, busy, at(index)));
      if (reply.status !== 201) throw new Error(reply.text);
    }
    const { spent } = await cost("createBooking", () => book(garage, renter, stayIn(garage, busy, at(21))));
    if (reportsUnits) expect(spent.table).toBe(10);
  });
});

describe("the operations", () => {
  const booked = async (fields: object = {}) => {
    const stay = stayIn(garage, space, { confirm: false, ...fields });
    return (await cost("createBooking", () => book(garage, renter, stay))).body.id as string;
  };
  const confirmed = async () => {
    const id = await booked();
    await step("confirmBooking", id, "confirm", renter.token);
    return id;
  };

  it("on lots and spaces", async () => {
    const name = { zh: reason, en: reason };
    const body = { community: "lujing", kind: "pooled", capacity: 9, name, at: { latE6: 1, lonE6: 1 } };
    const made = await cost("createLot", () => garage.post("/v1/parking/lots", garage.steward, body));
    await cost("updateLot", () =>
      garage.app.call("PATCH", `/v1/parking/lots/${made.body.id}`, {
        token: garage.steward,
        body: { state: "closed" },
        headers: { "if-match": '"1"' },
      }),
    );
    const decision = { document: reason, from: later(garage, 0), until: later(garage, DAY) };
    const path = `/v1/parking/lots/${lot}/spaces`;
    await cost("createSpace", () => garage.post(path, garage.steward, { label: reason.slice(0, 30), decision }));
    const dates = Array.from({ length: EXCEPTIONS_MAX }, (_, at) =>
      new Date(Date.UTC(2027, 0, at + 1)).toISOString().slice(0, 10),
    );
    const also = dates.map((date) => `${date}T09:30`);
    const rules = Array.from({ length: RULES_MAX }, () => ({ ...ALWAYS, exclude: dates, also }));
    await cost("updateSpace", () => openSpace(garage, space, owner.token, { rules }));
  });

  it("on a stay from hold to payment", async () => {
    const id = await confirmed();
    await step("extendBooking", id, "extend", renter.token, { until: later(garage, 4 * HOUR) });
    const stay = { from: later(garage, HOUR), until: later(garage, 5 * HOUR) };
    await step("moveBooking", id, "move", renter.token, { space: await spaceIn(garage, lot, owner), ...stay });
    garage.app.clock.advance(HOUR);
    await step("checkInParking", id, "check-in", renter.token);
    garage.app.clock.advance(6 * HOUR);
    await step("checkOutParking", id, "check-out", renter.token);
    await step("disputeBooking", id, "dispute", renter.token, { reason });
    await step("resolveParkingDispute", id, "resolve", garage.steward, { refund: 30, from: "owner", reason });
  });

  it("on a stay that comes to nothing", async () => {
    const id = await confirmed();
    garage.app.clock.advance(15 * 60_000);
    await step("cancelBooking", id, "cancel", renter.token, { reason });
    const missed = await confirmed();
    garage.app.clock.advance(2 * HOUR);
    await step("reportParkingNoShow", missed, "no-show", owner.token);
    const asked = await spaceIn(garage, lot, owner);
    await openSpace(garage, asked, owner.token, { rules: [ALWAYS] }, { approval: "owner" });
    nextNoon(garage);
    const ask = (hour: number) =>
      stayIn(garage, asked, { from: later(garage, hour * HOUR), until: later(garage, (hour + 2) * HOUR) });
    const first = (await cost("createBooking", () => book(garage, renter, ask(1)))).body.id;
    await step("acceptBooking", first, "accept", owner.token);
    const second = (await cost("createBooking", () => book(garage, renter, ask(4)))).body.id;
    await step("rejectBooking", second, "reject", owner.token, { reason });
  });

  it("on series of as many dates as there may be", async () => {
    const fresh = await driver(garage, 5_000);
    const dates = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        from: later(garage, HOUR + index * DAY),
        until: later(garage, 3 * HOUR + index * DAY),
      }));
    const make = async (count: number, mode: string) => {
      const free = await spaceIn(garage, lot, owner);
      const body = { space: free, plate: "浙D12345", mode, stays: dates(count) };
      return cost("createParkingSeries", () => garage.post("/v1/parking/series", fresh.token, body));
    };
    const all = await make(32, "all-or-nothing");
    if (reportsUnits) expect(all.spent.calls).toBe(1);
    await act(garage, all.body.dates[0].booking, "cancel", fresh.token);
    const each = await make(48, "best-effort");
    garage.app.clock.advance(15 * 60_000);
    await cost("cancelParkingSeries", () =>
      garage.post(`/v1/parking/series/${each.body.id}/cancel`, fresh.token, { reason }),
    );
  });

  it("on a waitlist that is full", async () => {
    const wanted = await spaceIn(garage, lot, owner);
    await book(garage, renter, stayIn(garage, wanted));
    const { confirm: _confirm, ...stay } = stayIn(garage, wanted);
    const people: Made[] = [];
    for (let index = 0; index < 17; index++) people.push(await driver(garage));
    let last = { id: "", token: "" };
    for (let index = 0; index < 50; index++) {
      const who = people[Math.floor(index / 3)] as Made;
      const body = { ...stay, maxPrice: 1_000 };
      const made = await cost("joinParkingWaitlist", () => garage.post("/v1/parking/waitlist", who.token, body));
      last = { id: made.body.id, token: who.token };
    }
    const more = await garage.post("/v1/parking/waitlist", (people[16] as Made).token, { ...stay, maxPrice: 1_000 });
    expect(more.body).toMatchObject({ code: "parking/wait-full", params: { limit: 50 } });
    await cost("cancelParkingWait", () => garage.post(`/v1/parking/waitlist/${last.id}/cancel`, last.token));
  });

  it("on a debt and an appeal", async () => {
    const poor = await driver(garage, 25);
    const { id } = (await book(garage, poor, stayIn(garage, space))).body;
    garage.app.clock.advance(HOUR);
    await act(garage, id, "check-in", poor.token);
    garage.app.clock.advance(30 * HOUR);
    await step("checkOutParking", id, "check-out", poor.token);
    const order = { from: "lujing~issuance.points", to: `${poor.id}.points`, amount: 5_000, category: "opening" };
    await garage.post("/v1/ledger/transfers", garage.admin, order);
    await step("payParkingDebt", id, "pay", poor.token);
    const path = `/v1/parking/residents/${poor.id}/standing`;
    const said = reason.repeat(2);
    await cost("appealParkingExclusion", () => garage.post(`${path}/appeal`, poor.token, { reason: said }));
    const verdict = { granted: true, reason: said };
    await cost("decideParkingAppeal", () => garage.post(`${path}/decide`, garage.steward, verdict));
  });

  it("on calendar feeds", async () => {
    const open = () => cost("openParkingCalendar", () => garage.post("/v1/parking/calendars", owner.token, { space }));
    await open();
    await open();
    await cost("endParkingCalendar", () => garage.post("/v1/parking/calendars/end", owner.token, { space }));
  });

  it("on gates, an exit past the free minutes included", async () => {
    const path = `/v1/parking/lots/${lot}/gates`;
    const made = await cost("createParkingGate", () => garage.post(path, garage.steward, { name: "鹭".repeat(60) }));
    const key = `/v1/parking/gates/${made.body.id}/key`;
    const device = await cost("changeParkingGateKey", () => garage.post(key, garage.steward, {}));
    nextNoon(garage);
    const guest = await driver(garage, 1_000);
    const { id: booking } = must(await book(garage, guest, stayIn(garage, space)));
    const tell = (direction: "entry" | "exit") =>
      cost("recordGateEvent", () => tellGate(garage, device.body, gateEvent(garage, direction, booking)));
    garage.app.clock.advance(HOUR);
    await tell("entry");
    garage.app.clock.advance(3 * HOUR);
    await tell("exit");
    const second = must(await book(garage, guest, stayIn(garage, space))).id;
    garage.app.clock.advance(HOUR);
    must(await act(garage, second, "check-in", guest.token));
    garage.app.clock.advance(4 * HOUR);
    const stray = gateEvent(garage, "exit", undefined);
    must(await tellGate(garage, device.body, stray));
    const resolution = `/v1/parking/gates/${made.body.id}/events/${stray.id}/resolution`;
    const said = { booking: second, reason: reason.repeat(2) };
    await cost("resolveGateEvent", () => garage.post(resolution, garage.steward, said));
  });

  it("that read a month or a feed stay within what they name, however many places there are", async () => {
    const crowded = await lotIn(garage);
    for (let index = 0; index < 30; index++) await spaceIn(garage, crowded, owner, { label: `${100 + index}` });
    const reads = async (path: string, token?: string): Promise<number> => {
      meter.take();
      const reply = await garage.app.call("GET", path, token === undefined ? {} : { token });
      expect(reply.status).toBe(200);
      return meter.take().reads;
    };
    const month = later(garage, 0).slice(0, 7);
    const plain = await spaceIn(garage, lot, owner);
    const one = await reads(`/v1/parking/lots/${lot}/statistics?month=${month}&space=${plain}`, owner.token);
    const page = await reads(`/v1/parking/lots/${crowded}/statistics?month=${month}`, garage.steward);
    const own = must(await garage.post("/v1/parking/calendars", owner.token, { space: plain }));
    const feed = await reads(own.path);
    if (!reportsUnits) return;
    expect([one <= 6, page <= 4 * 25, feed <= 30], `${one}, ${page}, ${feed} read units`).toEqual([true, true, true]);
  });

  it("that write were all measured, and cost no more than the manifest says", () => {
    const writing = Object.values(parkingOperations).filter(({ writeUnits }) => writeUnits > 0);
    const left = writing.filter(({ id }) => !costs.has(id as Id)).map(({ id }) => id);
    expect(left).toEqual([]);
    if (!reportsUnits) return;
    const over = writing.map(({ id, writeUnits }) => [id, costs.get(id as Id)?.table ?? 0, writeUnits] as const);
    expect(over.filter(([, spent, said]) => spent > said)).toEqual([]);
    // A figure far above what is spent says nothing.
    expect(over.filter(([, spent, said]) => said > 2 * spent + 2)).toEqual([]);
  });
});
