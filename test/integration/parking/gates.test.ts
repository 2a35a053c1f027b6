/** Gates over HTTP: keys, signed events in any order, the offline list, and that no plate stays anywhere. */
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parkingOperations } from "../../../schemas/parking/operations.ts";
import { DAY, HOUR, MINUTE } from "../../support/clock.ts";
import { meteredClient, reportsUnits } from "../../support/meter.ts";
import { parkingDistrict, testRules } from "../../support/parking.ts";
import type { Made } from "../residents/world.ts";
import { type Device, gateEvent, signed, tellGate } from "./gate-world.ts";
import {
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

const meter = { take: () => ({ calls: 0, table: 0, indexes: 0, reads: 0 }) };
let garage: Garage;
let lot: string;
let space: string;
let renter: Made;
let gate: Device;

beforeAll(async () => {
  const metered = meteredClient();
  meter.take = metered.take;
  const district = parkingDistrict([testRules({ quota: 100 })]);
  garage = await startGarage({ district, overrides: { client: metered.client } });
  lot = await lotIn(garage);
  space = await spaceIn(garage, lot, await driver(garage));
  gate = await newGate(lot);
});
afterAll(() => garage.app.stop());
beforeEach(() => fresh());

/** A fresh day and a renter without marks. */
const fresh = async () => {
  nextNoon(garage);
  renter = await driver(garage, 1_000);
};

const newGate = async (where: string): Promise<Device> =>
  must(await garage.post(`/v1/parking/lots/${where}/gates`, garage.steward, { name: "East" }));

const event = (direction: "entry" | "exit", booking: string | undefined, fields: object = {}) =>
  gateEvent(garage, direction, booking, fields);
const tell = (body: object, device = gate, sentAt?: string) => tellGate(garage, device, body, sentAt);
const access = (device = gate, sentAt = later(garage, 0), etag?: string) => {
  const limit = 20;
  const request = { type: "linli.parking.gate-access.v1", gate: device.id, sentAt, limit, cursor: "" };
  const query = new URLSearchParams({ sentAt, signature: signed(device, request) });
  const headers = etag === undefined ? {} : { "if-none-match": etag };
  return garage.app.call("GET", `/v1/parking/gates/${device.id}/access?${query}`, { headers });
};
const booked = async (fields: object = {}): Promise<string> =>
  must(await book(garage, renter, stayIn(garage, space, fields as never))).id;
const bookingNow = async (id: string) =>
  must(await garage.app.call("GET", `/v1/parking/bookings/${id}`, { token: renter.token }));

describe("an event", () => {
  it("checks a booking in and out at the instants of the readings, once under its id", async () => {
    const id = await booked();
    garage.app.clock.advance(HOUR - 10 * MINUTE);
    const entry = event("entry", id);
    const came = must(await tell(entry));
    expect(came).toEqual({
      id: entry.id,
      gate: gate.id,
      direction: "entry",
      at: entry.at,
      booking: id,
      outcome: "checked-in",
    });
    garage.app.clock.advance(2 * HOUR);
    const again = await tell(entry);
    expect([again.headers.get("idempotency-hit"), again.body]).toEqual(["true", came]);
    const other = await tell({ ...entry, plate: "浙D54321" });
    expect([other.status, other.body.code]).toEqual([422, "request/key-reused"]);
    const exit = event("exit", id);
    garage.app.clock.advance(3 * HOUR);
    meter.take();
    expect(must(await tell(exit)).outcome).toBe("checked-out");
    const spent = meter.take();
    if (reportsUnits) expect(spent.table).toBeLessThanOrEqual(parkingOperations.recordGateEvent.writeUnits);
    const seen = await bookingNow(id);
    expect(seen).toMatchObject({ state: "completed", paid: 20 });
    expect([seen.checkedInAt, seen.checkedOutAt].map(Date.parse)).toEqual([entry.at, exit.at].map(Date.parse));
  });

  it("in any order and however often comes to the same booking and the same points", async () => {
    const play = async (order: readonly number[]) => {
      await fresh();
      const before = (await pointsOf(garage, renter)).balance;
      const startMs = garage.app.clock.now().getTime();
      const [first, second] = [
        await booked(),
        await booked({ from: later(garage, 4 * HOUR), until: later(garage, 5 * HOUR) }),
      ];
      const at = (ms: number) => ({ at: new Date(startMs + ms).toISOString() });
      const events = [
        event("entry", first, at(HOUR)),
        event("exit", first, at(3 * HOUR + 50 * MINUTE)),
        event("entry", second, at(4 * HOUR)),
        event("exit", second, at(5 * HOUR)),
      ];
      garage.app.clock.advance(5 * HOUR);
      for (const index of [...order, ...order]) must(await tell(events[index] as object));
      const ends = [await bookingNow(first), await bookingNow(second)];
      const since = (text: string) => Date.parse(text) - startMs;
      return {
        ends: ends.map(({ state, paid, overstayMinutes, checkedInAt, checkedOutAt }) => [
          ...[state, paid, overstayMinutes, since(checkedInAt), since(checkedOutAt)],
        ]),
        spent: before - (await pointsOf(garage, renter)).balance,
      };
    };
    const plain = await play([0, 1, 2, 3]);
    expect(plain.ends.map(([state]) => state)).toEqual(["completed", "completed"]);
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        expect(await play(order)).toEqual(plain);
      }),
      { numRuns: 8, examples: [[[1, 0, 3, 2]], [[3, 2, 1, 0]]] },
    );
  });

  it("that fits no booking changes none and says why", async () => {
    const id = await booked();
    const outcome = async (fields: object, direction: "entry" | "exit" = "entry", booking: string | undefined = id) => {
      const { outcome: what, reason } = must(await tell(event(direction, booking, fields)));
      return [what, reason];
    };
    expect(await outcome({})).toEqual(["unmatched", "window"]);
    garage.app.clock.advance(HOUR);
    expect(await outcome({ plate: "浙D12346", confidence: 60 })).toEqual(["unmatched", "plate-nearly"]);
    expect(await outcome({ plate: "浙D12346", confidence: 80 })).toEqual(["unmatched", "plate"]);
    expect(await outcome({ plate: "浙D12366", confidence: 60 })).toEqual(["unmatched", "plate"]);
    expect(await outcome({}, "entry", uuidv7())).toEqual(["unmatched", "no-booking"]);
    const elsewhere = await newGate(await lotIn(garage));
    expect(must(await tell(event("entry", id), elsewhere)).reason).toBe("no-booking");
    expect((await bookingNow(id)).state).toBe("confirmed");
    expect(await outcome({})).toEqual(["checked-in", undefined]);
    expect(await outcome({})).toEqual(["unmatched", "state"]);
  });

  it("is refused with a bad signature, an unknown gate, a clock that is off, no plate", async () => {
    const code = async (reply: ReturnType<typeof tell>) => [(await reply).status, (await reply).body.code];
    const bad = [403, "parking/gate-signature"];
    const body = event("entry", undefined);
    expect(await code(tell(body, { ...gate, key: Buffer.alloc(32).toString("base64url") }))).toEqual(bad);
    expect(await code(tell(body, { ...gate, id: uuidv7() }))).toEqual(bad);
    const off = [403, "parking/gate-clock"];
    expect(await code(tell(body, gate, later(garage, -5 * MINUTE - 1)))).toEqual(off);
    expect(await code(tell(body, gate, later(garage, 5 * MINUTE + 1)))).toEqual(off);
    expect(await code(tell({ ...body, at: later(garage, -7 * DAY - 1) }))).toEqual(off);
    const none = await tell({ ...body, plate: "HELLO-1" });
    expect([none.status, none.body.code]).toEqual([422, "parking/plate"]);
    expect(none.text).not.toContain("HELLO");
    expect((await tell(body, gate, later(garage, -5 * MINUTE))).status).toBe(200);
  });

  it("leaves no plate in any record of the gate's", async () => {
    const reading = event("entry", await booked());
    must(await tell(reading));
    const kept = await garage.app.deps.db.get({ pk: `GV#${gate.id}`, sk: `E#${reading.id}` });
    expect(Object.keys(kept ?? {}).sort()).toEqual(["ans", "fp", "g3p", "g3s", "pk", "sk"]);
    expect(JSON.stringify(kept)).not.toMatch(/浙|12345/);
  });
});

describe("the queue", () => {
  const listed = async (device: Device, cursor?: string) =>
    must(
      await garage.app.call(
        "GET",
        `/v1/parking/gates/${device.id}/unmatched?limit=2${cursor ? `&cursor=${cursor}` : ""}`,
        {
          token: garage.steward,
        },
      ),
    );
  const resolve = (device: Device, id: string, body: object, key?: string, token = garage.steward) =>
    garage.post(`/v1/parking/gates/${device.id}/events/${id}/resolution`, token, body, key);

  it("has what fitted nothing by the instant of its reading, page by page, until somebody decides", async () => {
    const device = await newGate(lot);
    const id = await booked();
    garage.app.clock.advance(HOUR);
    const readings = [3, 1, 2].map((minutes) =>
      event("entry", undefined, { at: later(garage, -minutes * MINUTE), plate: "浙D12346" }),
    );
    for (const reading of readings) must(await tell(reading, device));
    const first = await listed(device);
    const rest = await listed(device, first.next);
    const ids: string[] = [...first.items, ...rest.items].map(({ id: each }: { id: string }) => each);
    const [oldest = "", middle = ""] = ids;
    expect([ids, rest.next]).toEqual([[0, 2, 1].map((index) => readings[index]?.id), null]);
    expect(JSON.stringify([first, rest])).not.toContain("12346");
    const reason = "looked at by hand";
    const key = uuidv7();
    const done = must(await resolve(device, oldest, { booking: id, reason }, key));
    expect(done).toMatchObject({ outcome: "checked-in", booking: id, resolution: { reason } });
    expect(must(await resolve(device, oldest, { booking: id, reason }, key))).toEqual(done);
    const seen = await bookingNow(id);
    expect([seen.state, Date.parse(seen.checkedInAt)]).toEqual(["active", Date.parse(String(readings[0]?.at))]);
    expect((await resolve(device, oldest, { reason })).body.code).toBe("parking/gate-resolved");
    expect(must(await resolve(device, middle, { reason })).outcome).toBe("dismissed");
    expect((await listed(device)).items.map((item: { id: string }) => item.id)).toEqual([ids[2]]);
    // The device's own repeat is answered as before.
    expect(must(await tell(readings[0] as object, device)).outcome).toBe("unmatched");
  });

  it("is decided once, by operators of the community, by the booking's own rules", async () => {
    const device = await newGate(lot);
    const reading = event("entry", undefined);
    must(await tell(reading, device));
    const early = await booked();
    const refused = await resolve(device, reading.id, { booking: early, reason: "x" });
    expect([refused.status, refused.body.code]).toEqual([409, "parking/outside-window"]);
    expect((await bookingNow(early)).state).toBe("confirmed");
    const foreign = await garage.app.token({ sub: uuidv7(), roles: ["steward"], communities: ["heyuan"] });
    expect((await resolve(device, reading.id, { reason: "x" }, uuidv7(), foreign)).status).toBe(403);
    expect((await resolve(device, uuidv7(), { reason: "x" })).status).toBe(404);
    expect((await resolve(device, reading.id, { booking: uuidv7(), reason: "x" })).status).toBe(404);
    const both = await Promise.all([1, 2].map(() => resolve(device, reading.id, { reason: "x" })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe("a key", () => {
  it("is replaced with an overlap, then revoked; a retry gives the same key", async () => {
    const old = await newGate(lot);
    const path = `/v1/parking/gates/${old.id}/key`;
    const key = uuidv7();
    const next = must(await garage.post(path, garage.steward, { overlapMinutes: 30 }, key));
    expect(must(await garage.post(path, garage.steward, { overlapMinutes: 30 }, key))).toEqual(next);
    expect([next.generation, next.key === old.key]).toEqual([2, false]);
    garage.app.clock.advance(30 * MINUTE - 1);
    const status = async (device: Device) => (await tell(event("entry", undefined), device)).status;
    expect([await status(old), await status(next)]).toEqual([200, 200]);
    garage.app.clock.advance(1);
    expect([await status(old), await status(next)]).toEqual([403, 200]);
    expect(must(await garage.post(path, garage.steward, { revoke: true })).key).toBeUndefined();
    expect([await status(next), (await access(next)).status]).toEqual([403, 403]);
    expect((await garage.post(path, garage.steward, {})).body.code).toBe("parking/gate-revoked");
  });

  it("is given by officers of the lot's community only", async () => {
    const path = `/v1/parking/gates/${gate.id}/key`;
    const foreign = await garage.app.token({ sub: uuidv7(), roles: ["steward"], communities: ["heyuan"] });
    expect((await garage.post(path, foreign, {})).status).toBe(403);
    expect((await garage.post(`/v1/parking/lots/${lot}/gates`, foreign, { name: "x" })).status).toBe(403);
    expect((await garage.post(`/v1/parking/gates/${uuidv7()}/key`, garage.steward, {})).status).toBe(404);
  });
});

it("the access list has plates and windows of the next 24 hours, and 304 for who has it", async () => {
  const pooled = await lotIn(garage, { kind: "pooled", capacity: 5 });
  const device = await newGate(pooled);
  const stay = { ...stayIn(garage, space), space: undefined, lot: pooled };
  const id = must(await book(garage, renter, stay)).id;
  const far = { ...stay, from: later(garage, 30 * HOUR), until: later(garage, 31 * HOUR) };
  must(await book(garage, renter, far));
  const list = await access(device);
  const [from, until] = [later(garage, HOUR - 10 * MINUTE), later(garage, 3 * HOUR + 15 * MINUTE)];
  const { items, next } = must(list);
  expect(next).toBeNull();
  expect(items).toMatchObject([{ booking: id, plate: "浙D12345", state: "confirmed" }]);
  expect([items[0].from, items[0].until].map(Date.parse)).toEqual([from, until].map(Date.parse));
  const etag = list.headers.get("etag") ?? "";
  const same = await access(device, later(garage, 1), etag);
  expect([same.status, same.text, same.headers.get("etag")]).toEqual([304, "", etag]);
  must(await garage.post(`/v1/parking/bookings/${id}/cancel`, renter.token));
  const less = await access(device, later(garage, 0), etag);
  expect([less.status, must(less).items]).toEqual([200, []]);
  const own = await booked();
  expect(must(await access()).items.map(({ booking }: { booking: string }) => booking)).toContain(own);
  expect((await access({ ...device, key: gate.key })).status).toBe(403);
});
