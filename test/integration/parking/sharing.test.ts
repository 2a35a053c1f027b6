/** Points for sharing: in the transaction that ends the stay, once, within the maxima, never in the way of an end. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { DAY, HOUR } from "../../support/clock.ts";
import { parkingDistrict, testRules } from "../../support/parking.ts";
import { refusal } from "../../support/replies.ts";
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
  poolOf,
  spaceIn,
  startGarage,
  stayIn,
} from "./world.ts";

const SHARING = { pool: "reward", unit: "points", perHour: 4, dayMax: 10, monthMax: 15 };
let garage: Garage;
let renter: Made;
let lot: string;
/** How many answers of transactions to lose after they were committed. */
let lost = 0;

/** A client that loses answers. */
const losing = (): DynamoDBClient => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint: inject("engine").endpoint, region: "local", credentials });
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        if (lost === 0 || !String(commandName).startsWith("TransactWrite")) return answer;
        lost--;
        throw Object.assign(new Error("socket hang up"), { name: "TimeoutError", code: "ECONNRESET" });
      },
    { step: "initialize", name: "losing" },
  );
  return client;
};

const startWith = async (sharing: object | undefined): Promise<void> => {
  const rules = testRules(sharing === undefined ? {} : { sharing });
  garage = await startGarage({ district: parkingDistrict([rules]), overrides: { client: losing() } });
  renter = await driver(garage, 5_000);
  lot = await lotIn(garage);
};
const balance = async (who: Made): Promise<number> => (await pointsOf(garage, who)).balance;
const booked = async (owner: Made, hours = 2): Promise<string> => {
  const stay = { from: later(garage, HOUR), until: later(garage, (1 + hours) * HOUR) };
  return must(await book(garage, renter, stayIn(garage, await spaceIn(garage, lot, owner), stay))).id;
};
const enter = async (booking: string) => must(await act(garage, booking, "check-in", renter.token));
const leave = (booking: string, key?: string) => act(garage, booking, "check-out", renter.token, {}, key);
/** A stay of so many hours from begin to end; the booking as it ended. */
const stayed = async (owner: Made, hours = 2) => {
  const id = await booked(owner, hours);
  garage.app.clock.advance(HOUR);
  await enter(id);
  return must(await leave(id));
};

describe("where the rules give some", () => {
  beforeAll(() => startWith(SHARING));
  afterAll(() => garage.app.stop());
  beforeEach(() => nextNoon(garage));

  it("an owner gets them for each whole hour, as earned points of their own category, out of the pool", async () => {
    const owner = await driver(garage);
    const [had, reward] = [await balance(renter), await poolOf(garage, "reward")];
    const ended = await stayed(owner, 2.5);
    expect(ended).toMatchObject({ paid: 25, reward: 8 });
    const { shares } = ended;
    expect(shares.owner + shares.property + shares.fund).toBe(25);
    expect(await pointsOf(garage, owner)).toMatchObject({ balance: shares.owner + 8, lifetimeEarned: 8 });
    expect([had - (await balance(renter)), reward - (await poolOf(garage, "reward"))]).toEqual([25, 8]);
    const path = `/v1/ledger/accounts/${owner.id}.points/statement?category=parking-sharing`;
    const { items } = must(await garage.app.call("GET", path, { token: owner.token }));
    expect(items.map(({ change, transfer }: { change: number; transfer: { kind: string } }) => [change, transfer.kind]))
      // What comes out of a pool for what somebody did is a reward.
      .toEqual([[8, "reward"]]);
  });

  it("up to the day's and the month's maximum, which start anew", async () => {
    const owner = await driver(garage);
    const month = () => new Date(garage.app.clock.now().getTime() + 8 * HOUR).toISOString().slice(0, 7);
    // Three days of one month.
    while (new Date(garage.app.clock.now().getTime() + 3 * DAY).toISOString().slice(0, 7) !== month()) nextNoon(garage);
    const rewards = [(await stayed(owner)).reward, (await stayed(owner)).reward, (await stayed(owner)).reward];
    expect(rewards).toEqual([8, 2, undefined]);
    nextNoon(garage);
    expect([(await stayed(owner)).reward, (await stayed(owner)).reward]).toEqual([5, undefined]);
    const first = month();
    while (month() === first) nextNoon(garage);
    expect((await stayed(owner)).reward).toBe(8);
    expect((await pointsOf(garage, owner)).lifetimeEarned).toBe(8 + 2 + 5 + 8);
  });

  it("once: for a replay, two keys at once, and an answer that was lost after the commit", async () => {
    const owner = await driver(garage);
    const id = await booked(owner, 1);
    garage.app.clock.advance(HOUR);
    await enter(id);
    const keys = [uuidv7(), uuidv7()];
    lost = 1;
    const both = await Promise.all(keys.map((key) => leave(id, key)));
    expect(lost).toBe(0);
    const again = await Promise.all(keys.map((key) => leave(id, key)));
    expect(again.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(again.find(({ status }) => status === 200)?.body).toMatchObject({ state: "completed", reward: 4 });
    await runNamed("bookings-due", garage.app.deps);
    expect(await pointsOf(garage, owner)).toMatchObject({ balance: 9 + 4, lifetimeEarned: 4 });
  });

  it("never above the maximum when several stays of an owner end at once", async () => {
    const owner = await driver(garage);
    const ids = [await booked(owner), await booked(owner), await booked(owner)];
    garage.app.clock.advance(HOUR);
    for (const id of ids) await enter(id);
    const ended = (await Promise.all(ids.map((id) => leave(id)))).map(must);
    expect(ended.map(({ reward = 0 }) => reward).toSorted((a, b) => a - b)).toEqual([0, 2, 8]);
    expect(await pointsOf(garage, owner)).toMatchObject({ balance: 3 * 18 + 10, lifetimeEarned: 10 });
  });

  it("not for less than an hour, nor for a stay that came to nothing, nor where nobody owns the place", async () => {
    const owner = await driver(garage);
    expect((await stayed(owner, 0.75)).reward).toBeUndefined();
    await booked(owner);
    garage.app.clock.advance(2 * HOUR);
    await Promise.all([runNamed("bookings-due", garage.app.deps), runNamed("bookings-due", garage.app.deps)]);
    must(await act(garage, await booked(owner), "cancel", renter.token));
    const pool = await lotIn(garage, { kind: "pooled", capacity: 1 });
    const decision = { document: "2026-7", from: later(garage, 0), until: later(garage, DAY) };
    const common = await spaceIn(garage, lot, owner, { owner: undefined, decision });
    for (const where of [{ lot: pool, space: undefined }, { space: common }]) {
      const { id } = must(await book(garage, renter, stayIn(garage, "", where)));
      garage.app.clock.advance(HOUR);
      await enter(id);
      expect(must(await leave(id)).reward).toBeUndefined();
    }
    expect((await pointsOf(garage, owner)).lifetimeEarned).toBe(0);
  });

  it("not where renter and owner are of one household: nobody is paid for lending to themselves", async () => {
    const owner = await driver(garage);
    const path = "/v1/communities/lujing/households";
    const home = await driver(garage, 100);
    must(await garage.post(path, garage.admin, { members: [owner.id, home.id] }));
    const { id } = must(await book(garage, home, stayIn(garage, await spaceIn(garage, lot, owner))));
    garage.app.clock.advance(HOUR);
    must(await act(garage, id, "check-in", home.token));
    expect(must(await act(garage, id, "check-out", home.token)).reward).toBeUndefined();
  });

  it.each([
    [26, 18, 0, 8],
    [20, 18, 0, 2],
    [18, 18, 0, undefined],
    [7, 7, 11, undefined],
  ])("with room for %i the share (%i, the rest %i elsewhere) comes first, then points (%s)", async (...given) => {
    const [room, share, forgone, reward] = given;
    const owner = await driver(garage, 90);
    const path = `/v1/ledger/accounts/${owner.id}.points`;
    const seen = await garage.app.call("GET", path, { token: garage.admin });
    const headers = { "if-match": seen.headers.get("etag") ?? "" };
    const body = { ceiling: 90 + room, reason: "test" };
    must(await garage.app.call("PATCH", path, { token: garage.admin, body, headers }));
    const ended = await stayed(owner);
    expect([ended.shares.owner, ended.forgone ?? 0, ended.reward, ended.paid]).toEqual([share, forgone, reward, 20]);
    expect(await balance(owner)).toBe(90 + share + (reward ?? 0));
  });
});

it("a reward pool that is empty keeps nobody from leaving; what it has is given", async () => {
  await startWith({ ...SHARING, pool: "elder" });
  nextNoon(garage);
  const owner = await driver(garage);
  const ended = await stayed(owner);
  expect([ended.state, ended.paid, ended.reward]).toEqual(["completed", 20, undefined]);
  expect(refusal(await leave(ended.id))).toEqual([409, "parking/wrong-state"]);
  must(await garage.post("/v1/ledger/pools/lujing~elder.points/fund", garage.admin, { amount: 50 }));
  expect((await stayed(owner)).reward).toBe(8);
  await garage.app.stop();
});

it("where the rules give none, nobody gets any", async () => {
  await startWith(undefined);
  nextNoon(garage);
  const owner = await driver(garage);
  expect((await stayed(owner)).reward).toBeUndefined();
  expect((await pointsOf(garage, owner)).lifetimeEarned).toBe(0);
  await garage.app.stop();
});
