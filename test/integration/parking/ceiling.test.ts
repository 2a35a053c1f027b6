/** A stay ends whatever its owner's account has room for: what is above goes where the rules say, to the last point. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { HOUR } from "../../support/clock.ts";
import { parkingDistrict, testRules } from "../../support/parking.ts";
import type { Made } from "../residents/world.ts";
import {
  act,
  book,
  driver,
  type Garage,
  lotIn,
  must,
  nextNoon,
  pointsOf,
  poolOf,
  spaceIn,
  startGarage,
  stayIn,
} from "./world.ts";

let garage: Garage;
let renter: Made;
let lot: string;

const patch = async (who: Made, body: object): Promise<void> => {
  const path = `/v1/ledger/accounts/${who.id}.points`;
  const seen = await garage.app.call("GET", path, { token: garage.admin });
  const headers = { "if-match": seen.headers.get("etag") ?? "" };
  must(await garage.app.call("PATCH", path, { token: garage.admin, body: { ...body, reason: "test" }, headers }));
};
/** An owner with 90 points and so much room. */
const ownerWith = async (room: number): Promise<Made> => {
  const owner = await driver(garage, 90);
  await patch(owner, { ceiling: 90 + room });
  return owner;
};
const give = (who: Made, amount: number) =>
  garage.post("/v1/ledger/transfers", garage.admin, {
    ...{ from: "lujing~issuance.points", to: `${who.id}.points`, amount, category: "opening" },
  });
/** A stay of two hours (20 points: 18 to the owner, 1 and 1) that its renter has begun. */
const begun = async (owner: Made, who = renter): Promise<string> => {
  const { id } = must(await book(garage, who, stayIn(garage, await spaceIn(garage, lot, owner))));
  garage.app.clock.advance(HOUR);
  must(await act(garage, id, "check-in", who.token));
  return id;
};
const KEPT = ["owner", "property", "fund", "clearing"] as const;
const balance = async (who: Made): Promise<number> => (await pointsOf(garage, who)).balance;
const pools = async () => ({
  property: await poolOf(garage, "property"),
  fund: await poolOf(garage, "fund"),
  clearing: await poolOf(garage, "clearing"),
});
const shown = async (id: string) =>
  must(await garage.app.call("GET", `/v1/parking/bookings/${id}`, { token: garage.steward }));

describe.each([
  ["fund", "property"],
  ["property", "fund"],
] as const)("where the rules say that the %s gets it", (full, other) => {
  beforeAll(async () => {
    garage = await startGarage({ district: parkingDistrict([testRules({ ownerFull: full })]) });
    renter = await driver(garage, 5_000);
    lot = await lotIn(garage);
  });
  afterAll(() => garage.app.stop());
  beforeEach(() => nextNoon(garage));

  it.each([
    [0, 0, 18],
    [5, 5, 13],
    [17, 17, 1],
    [18, 18, 0],
    [500, 18, 0],
  ])("room for %i: the owner gets %i, the pool the other %i and its own part", async (room, owners, forgone) => {
    const owner = await ownerWith(room);
    const id = await begun(owner);
    const before = { renter: await balance(renter), ...(await pools()) };
    const ended = must(await act(garage, id, "check-out", renter.token));
    expect(ended).toMatchObject({ state: "completed", paid: 20 });
    expect(ended.shares).toEqual({ owner: owners, [full]: 1 + forgone, [other]: 1 });
    expect(ended.forgone).toBe(forgone === 0 ? undefined : forgone);
    expect(await balance(owner)).toBe(90 + owners);
    expect(await balance(renter)).toBe(before.renter - 20);
    const after = await pools();
    expect(after[full] - before[full]).toBe(1 + forgone);
    expect(after[other] - before[other]).toBe(1);
    expect(after.clearing).toBe(before.clearing);
  });

  it("a frozen owner's account gets nothing, and the stay ends", async () => {
    const owner = await ownerWith(500);
    const id = await begun(owner);
    await patch(owner, { status: "frozen" });
    const ended = must(await act(garage, id, "check-out", renter.token));
    expect(ended).toMatchObject({ paid: 20, forgone: 18, shares: { owner: 0, [full]: 19, [other]: 1 } });
  });

  it("the job ends a stay to which nobody came; run twice at once it pays once", async () => {
    const owner = await ownerWith(3);
    const { id } = must(await book(garage, renter, stayIn(garage, await spaceIn(garage, lot, owner))));
    const before = await balance(renter);
    garage.app.clock.advance(2 * HOUR);
    const runs = await Promise.all([
      runNamed("bookings-due", garage.app.deps),
      runNamed("bookings-due", garage.app.deps),
    ]);
    expect(runs.map(({ counts }) => counts.failed)).toEqual([0, 0]);
    expect((await runNamed("bookings-due", garage.app.deps)).counts).toMatchObject({ changed: 0, failed: 0 });
    expect(await shown(id)).toMatchObject({ state: "no-show", paid: 20, forgone: 15, shares: { owner: 3 } });
    expect([await balance(owner), await balance(renter)]).toEqual([93, before - 20]);
  });

  it("a fee for overstaying, and a debt that is paid later, leave what has no room as well", async () => {
    const owner = await ownerWith(30);
    const poor = await driver(garage, 25);
    const id = await begun(owner, poor);
    garage.app.clock.advance(4 * HOUR);
    const ended = must(await act(garage, id, "check-out", poor.token));
    // 105 minutes beyond grace, 90 beyond the free ones: two started hours at double price.
    expect(ended).toMatchObject({ paid: 20, owed: 40, shares: { owner: 18, property: 1, fund: 1 } });
    must(await give(poor, 100));
    const key = uuidv7();
    const paid = must(await act(garage, id, "pay", poor.token, {}, key));
    expect(paid).toMatchObject({ paid: 60, forgone: 28, shares: { owner: 30, [full]: 29, [other]: 1 } });
    expect(paid.owed).toBeUndefined();
    expect(must(await act(garage, id, "pay", poor.token, {}, key))).toEqual(paid);
    expect([await balance(owner), await balance(poor)]).toEqual([120, 65]);
    const second = await begun(owner, renter);
    garage.app.clock.advance(4 * HOUR);
    const rich = must(await act(garage, second, "check-out", renter.token));
    expect(rich).toMatchObject({ paid: 60, forgone: 58, shares: { owner: 0, [full]: 59, [other]: 1 } });
    expect(rich.owed).toBeUndefined();
  });

  it.each([
    ["owner", 15, 6],
    ["owner", 15, 0],
    ["property", 3, 1],
  ] as const)(
    "of what the %s pays back, %i, a renter with room for %i gets that, the pool the rest",
    async (...row) => {
      const [from, refund, room] = row;
      const [owner, who] = [await ownerWith(500), await driver(garage, 90)];
      must(await garage.post("/v1/ledger/pools/lujing~property.points/fund", garage.admin, { amount: 10 }));
      const space = await spaceIn(garage, lot, owner);
      const { id } = must(await book(garage, who, stayIn(garage, space)));
      garage.app.clock.advance(HOUR);
      must(await act(garage, id, "check-in", who.token));
      must(await act(garage, id, "check-out", who.token));
      must(await act(garage, id, "dispute", who.token, { reason: "dark" }));
      await patch(who, { ceiling: 70 + room });
      const before = { owner: await balance(owner), ...(await pools()) };
      const [key, verdict] = [uuidv7(), { refund, from, reason: "the log shows it" }];
      const done = must(await act(garage, id, "resolve", garage.steward, verdict, key));
      const forgone = refund - room;
      expect(done).toMatchObject({ state: "resolved", adjustment: refund, adjustmentForgone: forgone });
      expect(must(await act(garage, id, "resolve", garage.steward, verdict, key))).toEqual(done);
      const after = { owner: await balance(owner), ...(await pools()) };
      // What a pool would pay to itself stays in it.
      const gone = { owner: 0, property: 0, fund: 0, clearing: 0, [full]: forgone };
      gone[from] -= refund;
      const change = (of: keyof typeof after) => after[of] - before[of];
      expect({ renter: await balance(who), ...Object.fromEntries(KEPT.map((of) => [of, change(of)])) }).toEqual({
        ...gone,
        renter: 70 + room,
      });
      const month = new Date(garage.app.clock.now().getTime() + 8 * HOUR).toISOString().slice(0, 7);
      const read = `/v1/parking/lots/${lot}/statistics?month=${month}&space=${space}`;
      const [{ received, paidBack }] = must(await garage.app.call("GET", read, { token: garage.steward })).items[0]
        .income;
      const got = { owner: 18, property: 1, fund: 1 };
      for (const of of ["owner", "property", "fund"] as const) {
        expect(received[of] - paidBack[of], of).toBe(got[of] + change(of));
      }
    },
  );

  it("room that is gone between the reads and the write is no refusal", async () => {
    const owner = await ownerWith(18);
    const first = await begun(owner);
    const reply = await Promise.all([give(owner, 10), act(garage, first, "check-out", renter.token)]);
    const ended = must(reply[1]);
    const { shares } = ended;
    expect([shares.owner + shares.property + shares.fund, ended.paid]).toEqual([20, 20]);
    // Whichever came first, nothing is lost and nothing is above the ceiling.
    const gift = reply[0].status === 201 ? 10 : 0;
    expect(await balance(owner)).toBe(90 + gift + shares.owner);
    expect(await balance(owner)).toBeLessThanOrEqual(108);
    expect(shares.owner).toBe(gift === 0 ? 18 : 8);
  });
});
