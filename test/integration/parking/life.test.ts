/** The life of a booking over HTTP, with what it does to place and points. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { DAY, HOUR, MINUTE } from "../../support/clock.ts";
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
  openSpace,
  pointsOf,
  spaceIn,
  startGarage,
  stayIn,
} from "./world.ts";

let garage: Garage;
let owner: Made;
let lot: string;

beforeAll(async () => {
  garage = await startGarage();
  owner = await driver(garage);
  lot = await lotIn(garage);
});
afterAll(() => garage.app.stop());
beforeEach(() => nextNoon(garage));

const open = () => spaceIn(garage, lot, owner);
const booked = async (renter: Made, fields: Readonly<Record<string, unknown>> = {}) => {
  const space = await open();
  const id = must(await book(garage, renter, stayIn(garage, space, fields))).id as string;
  return { space, id };
};
const balance = async (who: Made) => {
  const { balance, holdsOut } = await pointsOf(garage, who);
  return [balance, holdsOut];
};
const earned = async () => (await pointsOf(garage, owner)).balance as number;

describe("a stay that goes well", () => {
  it("is held, confirmed, entered, left and paid in three parts that sum to the price", async () => {
    const [space, renter] = [await open(), await driver(garage, 100)];
    const before = await earned();
    const stay = stayIn(garage, space, { confirm: false, until: later(garage, 4.5 * HOUR) });
    const held = must(await book(garage, renter, stay));
    expect(held).toMatchObject({ state: "held", amount: 35, held: 35, expiresAt: later(garage, 5 * MINUTE) });
    expect(await balance(renter)).toEqual([100, 35]);
    expect(must(await act(garage, held.id, "confirm", renter.token)).state).toBe("confirmed");
    garage.app.clock.advance(HOUR);
    expect(must(await act(garage, held.id, "check-in", renter.token)).state).toBe("active");
    garage.app.clock.advance(3.5 * HOUR);
    const done = must(await act(garage, held.id, "check-out", renter.token));
    // 31.5 + 1.75 + 1.75: the two points that rounding down leaves go to the largest remainders.
    expect(done).toMatchObject({ state: "completed", paid: 35, shares: { owner: 31, property: 2, fund: 2 } });
    expect(await balance(renter)).toEqual([65, 0]);
    expect((await earned()) - before).toBe(31);
  });

  it("is answered again under its keys, whatever has become of it since", async () => {
    const [space, renter, key] = [await open(), await driver(garage, 100), uuidv7()];
    const stay = stayIn(garage, space, { confirm: false });
    const first = await book(garage, renter, stay, key);
    const confirm = uuidv7();
    const second = await act(garage, key, "confirm", renter.token, {}, confirm);
    must(await act(garage, key, "extend", renter.token, { until: later(garage, 4 * HOUR) }));
    garage.app.clock.advance(70 * MINUTE);
    must(await act(garage, key, "check-in", renter.token));
    const again = await book(garage, renter, stay, key);
    expect([again.status, again.body, again.headers.get("idempotency-hit")]).toEqual([201, first.body, "true"]);
    const confirmed = await act(garage, key, "confirm", renter.token, {}, confirm);
    expect([confirmed.body, confirmed.headers.get("idempotency-hit")]).toEqual([second.body, "true"]);
    expect((await book(garage, renter, { ...stay, plate: "浙D54321" }, key)).body.code).toBe("request/key-reused");
  });

  it("waits for the owner where they accept each booking; their refusal frees place and points", async () => {
    const [space, renter] = [await open(), await driver(garage, 100)];
    must(await openSpace(garage, space, owner.token, { rules: [ALWAYS] }, { approval: "owner" }));
    const first = must(await book(garage, renter, stayIn(garage, space)));
    expect(first).toMatchObject({ state: "pending-owner", expiresAt: later(garage, 2 * HOUR) });
    const taken = await book(garage, await driver(garage, 100), stayIn(garage, space));
    expect(taken.body.code).toBe("parking/taken");
    must(await act(garage, first.id, "reject", owner.token, { reason: "guests" }));
    expect(await balance(renter)).toEqual([100, 0]);
    const second = must(await book(garage, renter, stayIn(garage, space)));
    expect(must(await act(garage, second.id, "accept", owner.token)).state).toBe("confirmed");
    expect((await act(garage, second.id, "reject", owner.token, { reason: "no" })).body.code).toBe(
      "parking/wrong-state",
    );
  });
});

describe("cancelling", () => {
  it.each([
    ["within ten minutes of booking", 3 * HOUR, 5 * MINUTE, 0],
    ["a day before", 3 * DAY, 2 * DAY, 0],
    ["between a day and two hours before", 5 * HOUR, HOUR, 10],
    ["less than two hours before", 3 * HOUR, 2 * HOUR, 20],
  ])("%s costs the renter what the rules say", async (_when, ahead, after, cost) => {
    const renter = await driver(garage, 100);
    const { id } = await booked(renter, { from: later(garage, ahead), until: later(garage, ahead + 2 * HOUR) });
    garage.app.clock.advance(after);
    const reply = must(await act(garage, id, "cancel", renter.token, { reason: "plans changed" }));
    expect(reply.state).toBe("cancelled-by-renter");
    expect(await balance(renter)).toEqual([100 - cost, 0]);
  });

  it("by the owner or an officer gives everything back, and frees the place", async () => {
    const [renter, other] = [await driver(garage, 100), await driver(garage, 100)];
    const { id, space } = await booked(renter);
    garage.app.clock.advance(45 * MINUTE);
    expect(must(await act(garage, id, "cancel", owner.token)).state).toBe("cancelled-by-owner");
    const next = must(await book(garage, other, stayIn(garage, space)));
    expect(must(await act(garage, next.id, "cancel", garage.steward)).state).toBe("cancelled-by-operator");
    expect([await balance(renter), await balance(other)]).toEqual([
      [100, 0],
      [100, 0],
    ]);
  });
});

describe("a hold", () => {
  it("that has run out is free for everyone at once; the job frees its points, once", async () => {
    const [space, renter, other] = [await open(), await driver(garage, 100), await driver(garage, 100)];
    const stay = stayIn(garage, space, { confirm: false });
    const held = must(await book(garage, renter, stay));
    expect((await book(garage, other, stay)).body.code).toBe("parking/taken");
    garage.app.clock.advance(5 * MINUTE);
    const seen = await garage.app.call("GET", `/v1/parking/bookings/${held.id}`, { token: renter.token });
    expect(seen.body.state).toBe("expired");
    expect((await act(garage, held.id, "confirm", renter.token)).body.code).toBe("parking/hold-expired");
    expect((await book(garage, other, stay)).status).toBe(201);
    expect(await balance(renter)).toEqual([100, 20]);
    const runs = await Promise.all([
      runNamed("bookings-due", garage.app.deps),
      runNamed("bookings-due", garage.app.deps),
    ]);
    expect(runs.flatMap(({ failures }) => failures)).toEqual([]);
    expect(await balance(renter)).toEqual([100, 0]);
    expect((await balance(other))[1]).toBe(20);
    expect((await runNamed("bookings-due", garage.app.deps)).counts.changed).toBe(0);
  });
});

describe("nobody came", () => {
  it("half an hour after the beginning the stay is paid and the place is free, by the job or the owner", async () => {
    const renter = await driver(garage, 100);
    const [one, two] = [await booked(renter), await booked(renter)];
    garage.app.clock.advance(HOUR + 29 * MINUTE);
    expect((await act(garage, one.id, "no-show", owner.token)).body).toMatchObject({
      code: "parking/too-early",
      params: { from: later(garage, MINUTE) },
    });
    garage.app.clock.advance(MINUTE);
    expect(must(await act(garage, one.id, "no-show", owner.token)).paid).toBe(20);
    await runNamed("bookings-due", garage.app.deps);
    const seen = await garage.app.call("GET", `/v1/parking/bookings/${two.id}`, { token: renter.token });
    expect(seen.body).toMatchObject({ state: "no-show", paid: 20 });
    expect(await balance(renter)).toEqual([60, 0]);
  });
});

it("who has not come in time cannot move the stay, though no job has been there", async () => {
  const renter = await driver(garage, 100);
  const { id, space } = await booked(renter);
  garage.app.clock.advance(HOUR + 29 * MINUTE);
  const stay = () => ({ space, from: later(garage, 31 * MINUTE), until: later(garage, 151 * MINUTE) });
  garage.app.clock.advance(MINUTE);
  const late = await act(garage, id, "move", renter.token, stay());
  expect([late.status, late.body.code, late.body.params.state]).toEqual([409, "parking/wrong-state", "no-show"]);
  await runNamed("bookings-due", garage.app.deps);
  const seen = await garage.app.call("GET", `/v1/parking/bookings/${id}`, { token: renter.token });
  expect(seen.body).toMatchObject({ state: "no-show", paid: 20 });
});

describe("overstaying", () => {
  it("costs each started hour double after grace and free minutes, the owner's alone", async () => {
    const renter = await driver(garage, 100);
    const { id } = await booked(renter);
    const before = await earned();
    garage.app.clock.advance(HOUR);
    must(await act(garage, id, "check-in", renter.token));
    garage.app.clock.advance(2 * HOUR + 15 * MINUTE);
    await runNamed("bookings-due", garage.app.deps);
    const seen = await garage.app.call("GET", `/v1/parking/bookings/${id}`, { token: renter.token });
    expect(seen.body.state).toBe("overstay");
    garage.app.clock.advance(76 * MINUTE);
    // 76 minutes beyond the grace, 15 of them free: two started hours at 10 points, doubled.
    const done = must(await act(garage, id, "check-out", renter.token));
    expect(done).toMatchObject({ overstayMinutes: 76, paid: 60, shares: { owner: 58, property: 1, fund: 1 } });
    expect((await earned()) - before).toBe(58);
  });

  it("is owed where the renter cannot pay it; the stay itself is paid", async () => {
    const renter = await driver(garage, 25);
    const { id } = await booked(renter);
    garage.app.clock.advance(HOUR);
    must(await act(garage, id, "check-in", renter.token));
    garage.app.clock.advance(3 * HOUR);
    expect(must(await act(garage, id, "check-out", renter.token))).toMatchObject({ paid: 20, owed: 20 });
    expect(await balance(renter)).toEqual([5, 0]);
  });
});

describe("changing", () => {
  it("extends and moves at once; a longer stay reserves the rest, a shorter one frees it at the end", async () => {
    const renter = await driver(garage, 100);
    const { id, space } = await booked(renter);
    const other = await open();
    const longer = must(await act(garage, id, "extend", renter.token, { until: later(garage, 4 * HOUR) }));
    expect(longer).toMatchObject({ amount: 30, held: 30 });
    const stay = { space: other, from: later(garage, 2 * HOUR), until: later(garage, 3 * HOUR) };
    const moved = must(await act(garage, id, "move", renter.token, { ...stay, expectedPrice: 10 }));
    expect(moved).toMatchObject({ space: other, amount: 10, held: 30, state: "confirmed" });
    const left = await garage.app.call(
      "GET",
      `/v1/parking/spaces/${space}/free-busy?from=${later(garage, 0)}&until=${later(garage, DAY)}`,
      { token: renter.token },
    );
    expect(left.body.busy).toEqual([]);
    garage.app.clock.advance(2 * HOUR);
    must(await act(garage, id, "check-in", renter.token));
    garage.app.clock.advance(HOUR);
    expect(must(await act(garage, id, "check-out", renter.token)).paid).toBe(10);
    expect(await balance(renter)).toEqual([90, 0]);
  });

  it("that cannot be had leaves the booking as it was, with alternatives", async () => {
    const [renter, other] = [await driver(garage, 100), await driver(garage, 100)];
    const { id, space } = await booked(renter);
    const [from, until] = [later(garage, 3.25 * HOUR), later(garage, 5 * HOUR)];
    must(await book(garage, other, stayIn(garage, space, { from, until })));
    const longer = await act(garage, id, "extend", renter.token, { until: later(garage, 3.25 * HOUR) });
    expect(longer.body).toMatchObject({ code: "parking/taken" });
    expect(longer.body.alternatives.length).toBeGreaterThan(0);
    const seen = await garage.app.call("GET", `/v1/parking/bookings/${id}`, { token: renter.token });
    expect(seen.body).toMatchObject({ until: later(garage, 3 * HOUR), held: 20, revision: 1 });
  });
});

describe("a dispute", () => {
  it("is resolved by an entry of its own, at most what was paid", async () => {
    const renter = await driver(garage, 100);
    const { id } = await booked(renter);
    garage.app.clock.advance(2 * HOUR);
    must(await act(garage, id, "no-show", owner.token));
    must(await act(garage, id, "dispute", renter.token, { reason: "the gate was shut" }));
    const verdict = { refund: 21, from: "owner", reason: "the log shows it" };
    expect((await act(garage, id, "resolve", garage.steward, verdict)).body).toMatchObject({
      code: "parking/over-refund",
      params: { paid: 20 },
    });
    const done = must(await act(garage, id, "resolve", garage.steward, { ...verdict, refund: 15 }));
    expect(done).toMatchObject({ state: "resolved", adjustment: 15 });
    expect(await balance(renter)).toEqual([95, 0]);
  });
});
