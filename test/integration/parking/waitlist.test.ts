/** The waitlist over HTTP and by its job: joining, offers in turn, being passed over, and the end. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { toWait, waitKey } from "../../../functions/parking/store/waitlist.ts";
import { HOUR, MINUTE } from "../../support/clock.ts";
import type { Reply } from "../../support/harness.ts";
import { parkingDistrict, testRules } from "../../support/parking.ts";
import type { Made } from "../residents/world.ts";
import {
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
} from "./world.ts";

let garage: Garage;
let owner: Made;
let lot: string;

beforeAll(async () => {
  garage = await startGarage({ district: parkingDistrict([testRules({ waitlist: { offerMinutes: 20 } })]) });
  owner = await driver(garage);
  lot = await lotIn(garage);
});
afterAll(() => garage.app.stop());
beforeEach(async () => {
  nextNoon(garage);
  // What the test before still waited for is over.
  await runNamed("parking-waitlist", garage.app.deps);
});

const plate = "浙D12345";
const stay = (place: object, fields: object = {}) => ({
  ...place,
  from: later(garage, 4 * HOUR),
  until: later(garage, 6 * HOUR),
  plate,
  ...fields,
});
const wait = (who: Made, body: object, key = uuidv7()): Promise<Reply> =>
  garage.post("/v1/parking/waitlist", who.token, { maxPrice: 20, ...body }, key);
const seen = async (who: Made, id: string) =>
  must(await garage.app.call("GET", `/v1/parking/waitlist/${id}`, { token: who.token }));
const serve = async () => {
  const report = await runNamed("parking-waitlist", garage.app.deps);
  expect(report.failures).toEqual([]);
  return report.counts.changed;
};
/** A space that somebody has booked, in one place of several people's waiting. */
const taken = async (fields: object = {}) => {
  const [space, renter] = [await spaceIn(garage, lot, owner), await driver(garage, 100)];
  const booking = must(await book(garage, renter, { ...stay({ space }, fields), confirm: true })).id as string;
  return { space, renter, free: () => act(garage, booking, "cancel", renter.token) };
};

describe("joining", () => {
  it("is answered again under its key; what is free, closed, past or too dear is not waited for", async () => {
    const { space } = await taken();
    const [who, key] = [await driver(garage, 100), uuidv7()];
    const first = await wait(who, stay({ space }), key);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      id: key,
      state: "waiting",
      space,
      lot,
      plateEnd: "345",
      maxPrice: 20,
      revision: 1,
    });
    const again = await wait(who, stay({ space }), key);
    expect([again.status, again.body, again.headers.get("idempotency-hit")]).toEqual([201, first.body, "true"]);
    const code = async (body: object, by = who) => (await wait(by, body)).body.code;
    const free = { from: later(garage, 8 * HOUR), until: later(garage, 9 * HOUR) };
    expect(await code(stay({ space }, free))).toBe("parking/wait-free");
    expect(await code(stay({ space }, { maxPrice: 19 }))).toBe("parking/above-ceiling");
    expect(await code(stay({ space }, { from: later(garage, -HOUR) }))).toBe("parking/past");
    expect(await code(stay({ space }, { plate: "ABCDEF" }))).toBe("parking/plate");
    expect(await code(stay({ space }), owner)).toBe("parking/own-space");
    const shut = await spaceIn(garage, lot, owner, {}, { rules: [] });
    expect(await code(stay({ space: shut }))).toBe("parking/closed");
    expect(await code(stay({ space: uuidv7() }))).toBe("resource/not-found");
  });

  it("is limited for a person and for a place, and seen by nobody else", async () => {
    const { space } = await taken();
    const [who, other] = [await driver(garage, 100), await driver(garage, 100)];
    for (let index = 0; index < 3; index++) must(await wait(who, stay({ space })));
    expect((await wait(who, stay({ space }))).body).toMatchObject({ code: "parking/wait-own", params: { limit: 3 } });
    const list = must(
      await garage.app.call("GET", `/v1/parking/residents/${who.id}/waitlist?limit=2`, { token: who.token }),
    );
    expect([list.items.length, typeof list.next]).toEqual([2, "string"]);
    const path = `/v1/parking/residents/${who.id}/waitlist`;
    expect((await garage.app.call("GET", path, { token: other.token })).status).toBe(404);
    expect(must(await garage.app.call("GET", path, { token: garage.steward })).items.length).toBe(3);
    const [entry] = list.items;
    expect((await garage.app.call("GET", `/v1/parking/waitlist/${entry.id}`, { token: other.token })).status).toBe(404);
    const cancel = `/v1/parking/waitlist/${entry.id}/cancel`;
    expect((await garage.post(cancel, other.token)).status).toBe(404);
    const key = uuidv7();
    const done = await garage.post(cancel, who.token, {}, key);
    expect(must(done)).toMatchObject({ state: "cancelled", revision: 2 });
    expect(done.body.plateEnd).toBeUndefined();
    const again = await garage.post(cancel, who.token, {}, key);
    expect([again.body, again.headers.get("idempotency-hit")]).toEqual([done.body, "true"]);
    expect((await garage.post(cancel, who.token)).body.code).toBe("parking/wait-state");
    must(await wait(who, stay({ space })));
  });
});

describe("an offer", () => {
  it("goes to who has waited longest, is a hold for the policy's time, and passes on when it lapses", async () => {
    const { space, free } = await taken();
    const [ann, bo] = [await driver(garage, 100), await driver(garage, 100)];
    const first = must(await wait(ann, stay({ space }))).id;
    const second = must(await wait(bo, stay({ space }))).id;
    expect(await serve()).toBe(0);
    must(await free());
    const runs = await Promise.all([serve(), serve()]);
    expect(runs.reduce((sum, changed) => sum + changed, 0)).toBeGreaterThan(0);
    const offer = await seen(ann, first);
    expect(offer).toMatchObject({ state: "offered", bookingState: "held", offerExpiresAt: later(garage, 20 * MINUTE) });
    expect((await seen(bo, second)).state).toBe("waiting");
    expect((await pointsOf(garage, ann)).holdsOut).toBe(20);
    const held = await garage.app.call("GET", `/v1/parking/bookings/${offer.booking}`, { token: ann.token });
    expect(held.body).toMatchObject({ state: "held", plateEnd: "345", amount: 20 });
    expect(toWait((await garage.app.deps.db.get(waitKey(first))) as never).plate).toBeUndefined();
    expect((await book(garage, bo, { ...stay({ space }), confirm: true })).body.code).toBe("parking/taken");
    garage.app.clock.advance(20 * MINUTE);
    expect(await serve()).toBe(1);
    expect((await seen(ann, first)).bookingState).toBe("expired");
    const next = await seen(bo, second);
    expect(next).toMatchObject({ state: "offered", bookingState: "held" });
    const confirmed = must(await act(garage, next.booking, "confirm", bo.token));
    expect(confirmed).toMatchObject({ state: "confirmed", from: next.from });
    await runNamed("bookings-due", garage.app.deps);
    expect((await pointsOf(garage, ann)).holdsOut).toBe(0);
    expect((await seen(bo, second)).bookingState).toBe("confirmed");
    expect(await serve()).toBe(0);
  });

  it("is for a whole stretch; two that do not meet are both offered, in one run", async () => {
    const whole = { from: later(garage, 2 * HOUR), until: later(garage, 8 * HOUR) };
    const { space, free } = await taken(whole);
    const [ann, bo, cy, di] = [
      await driver(garage, 100),
      await driver(garage, 100),
      await driver(garage, 100),
      await driver(garage, 100),
    ];
    const at = (from: number, until: number) => ({
      from: later(garage, from * HOUR),
      until: later(garage, until * HOUR),
    });
    const morning = must(await wait(ann, stay({ space }, at(2, 4)))).id;
    const across = must(await wait(bo, stay({ space }, at(3, 5)))).id;
    const evening = must(await wait(cy, stay({ space }, at(5, 7)))).id;
    // The buffer of a quarter of an hour between two renters counts.
    const close = must(await wait(di, stay({ space }, at(4, 4.75)))).id;
    must(await free());
    expect(await serve()).toBe(1);
    const states = [await seen(ann, morning), await seen(bo, across), await seen(cy, evening), await seen(di, close)];
    expect(states.map(({ state }) => state)).toEqual(["offered", "waiting", "offered", "waiting"]);
  });

  it("passes over who cannot pay, is excluded by the quota or named a lower ceiling, with the reason", async () => {
    const { space, free } = await taken();
    const [poor, full, rich] = [await driver(garage, 19), await driver(garage, 1_000), await driver(garage, 100)];
    const ids = [];
    for (const who of [poor, full, rich]) ids.push(must(await wait(who, stay({ space }))).id);
    for (let index = 0; index < 10; index++) {
      const pool = await spaceIn(garage, lot, owner);
      must(await book(garage, full, { ...stay({ space: pool }), confirm: true }));
    }
    must(await free());
    expect(await serve()).toBe(1);
    expect(await seen(poor, ids[0])).toMatchObject({
      state: "waiting",
      passedOver: { code: "ledger/insufficient-available", at: later(garage, 0) },
      revision: 2,
    });
    expect((await seen(full, ids[1])).passedOver.code).toBe("parking/quota");
    const offer = await seen(rich, ids[2]);
    expect(offer.state).toBe("offered");
    must(await act(garage, offer.booking, "cancel", rich.token));
    const order = { from: "lujing~issuance.points", to: `${poor.id}.points`, amount: 1, category: "opening" };
    must(await garage.post("/v1/ledger/transfers", garage.admin, order));
    garage.app.clock.advance(MINUTE);
    expect(await serve()).toBe(1);
    const late = await seen(poor, ids[0]);
    expect([late.state, late.bookingState, late.passedOver]).toEqual(["offered", "held", undefined]);
  });

  it("of a pooled lot comes when one of its spaces is free", async () => {
    const pool = await lotIn(garage, { kind: "pooled", capacity: 2 });
    const people = [
      await driver(garage, 100),
      await driver(garage, 100),
      await driver(garage, 100),
      await driver(garage, 100),
    ];
    const [ann, bo, cy, di] = people as [Made, Made, Made, Made];
    const booked = must(await book(garage, ann, { ...stay({ lot: pool }), confirm: true })).id;
    must(await book(garage, bo, { ...stay({ lot: pool }), confirm: true }));
    const first = must(await wait(cy, stay({ lot: pool }))).id;
    const second = must(await wait(di, stay({ lot: pool }))).id;
    expect(await serve()).toBe(0);
    must(await act(garage, booked, "cancel", ann.token));
    expect(await serve()).toBe(1);
    expect([(await seen(cy, first)).state, (await seen(di, second)).state]).toEqual(["offered", "waiting"]);
    garage.app.clock.advance(20 * MINUTE);
    // A lot's counters are given back by the job that ends the hold; then it is the next one's turn.
    await runNamed("bookings-due", garage.app.deps);
    expect(await serve()).toBe(1);
    expect((await seen(di, second)).state).toBe("offered");
  });

  it("never stands beyond the beginning, at which the wait ends whether or not the job has been there", async () => {
    const { space, free } = await taken();
    const [ann, bo] = [await driver(garage, 100), await driver(garage, 100)];
    const first = must(await wait(ann, stay({ space }))).id;
    const second = must(await wait(bo, stay({ space }))).id;
    garage.app.clock.advance(4 * HOUR - 10 * MINUTE);
    must(await free());
    expect(await serve()).toBe(1);
    expect((await seen(ann, first)).offerExpiresAt).toBe(later(garage, 10 * MINUTE));
    garage.app.clock.advance(10 * MINUTE);
    expect(await seen(bo, second)).toMatchObject({ state: "ended", revision: 1, plateEnd: "345" });
    expect((await garage.post(`/v1/parking/waitlist/${second}/cancel`, bo.token)).body).toMatchObject({
      code: "parking/wait-state",
      params: { state: "ended" },
    });
    expect(await serve()).toBe(1);
    const ended = await seen(bo, second);
    expect([ended.state, ended.revision, ended.plateEnd]).toEqual(["ended", 2, undefined]);
    expect(await serve()).toBe(0);
  });
});
