/** How people stand: marks and debts from stays, what they shut out, paying, and the appeal; over HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { DAY, HOUR, MINUTE } from "../../support/clock.ts";
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
  spaceIn,
  startGarage,
  stayIn,
} from "./world.ts";

let garage: Garage;
let owner: Made;
let space: string;
const standing = { overstays: 2, noShows: 2, days: 180, longMinutes: 1_440, excludedDays: 90 };

beforeAll(async () => {
  garage = await startGarage({ district: parkingDistrict([testRules({ standing })]) });
  owner = await driver(garage);
  space = await spaceIn(garage, await lotIn(garage), owner);
});
afterAll(() => garage.app.stop());
beforeEach(() => nextNoon(garage));

const standingOf = async (who: Made, token = who.token) =>
  garage.app.call("GET", `/v1/parking/residents/${who.id}/standing`, { token });
const onStanding = (who: Made, what: string, token: string, body: object, key?: string) =>
  garage.post(`/v1/parking/residents/${who.id}/standing/${what}`, token, body, key);
const appealsNow = async () => {
  const path = "/v1/parking/appeals?community=lujing";
  return must(await garage.app.call("GET", path, { token: garage.steward })).items.map(
    ({ resident }: { resident: string }) => resident,
  );
};

/** A stay of two hours that lasts so many minutes beyond its end. */
const overstay = async (who: Made, minutes: number) => {
  nextNoon(garage);
  const { id } = must(await book(garage, who, stayIn(garage, space)));
  garage.app.clock.advance(HOUR);
  must(await act(garage, id, "check-in", who.token));
  garage.app.clock.advance(2 * HOUR + minutes * MINUTE);
  return must(await act(garage, id, "check-out", who.token));
};

const missedStay = async (who: Made) => {
  nextNoon(garage);
  const { id } = must(await book(garage, who, stayIn(garage, space)));
  garage.app.clock.advance(HOUR + 30 * MINUTE);
  return id;
};

describe("overstays", () => {
  it("within the free minutes leave no mark; the policy's number excludes from the next hold on", async () => {
    const who = await driver(garage, 1_000);
    await overstay(who, 30);
    expect(must(await standingOf(who))).toMatchObject({
      overstays: [],
      noShows: [],
      owed: [],
      appeal: "none",
      open: 0,
    });
    await overstay(who, 31);
    expect(must(await standingOf(who)).excludedUntil).toBeUndefined();
    await overstay(who, 31);
    const left = garage.app.clock.now().getTime();
    const until = new Date(left + 90 * DAY).toISOString();
    const seen = must(await standingOf(who));
    expect([Date.parse(seen.excludedUntil), seen.overstays.length]).toEqual([left + 90 * DAY, 2]);
    nextNoon(garage);
    const refused = await book(garage, who, stayIn(garage, space));
    expect(refused.body).toMatchObject({ status: 409, code: "parking/excluded" });
    expect(Date.parse(refused.body.params.until)).toBe(Date.parse(until));
  });

  it("end as an exclusion by themselves, without any job", async () => {
    const who = await driver(garage, 1_000);
    await overstay(who, 60);
    await overstay(who, 60);
    garage.app.clock.advance(90 * DAY - 1);
    expect(must(await standingOf(who)).excludedUntil).toBeDefined();
    garage.app.clock.advance(1);
    expect(must(await standingOf(who)).excludedUntil).toBeUndefined();
    nextNoon(garage);
    expect((await book(garage, who, stayIn(garage, space))).status).toBe(201);
  });

  it("older than the policy's days do not count, a single one above its longest excludes at once", async () => {
    const who = await driver(garage, 1_000);
    await overstay(who, 60);
    garage.app.clock.advance(180 * DAY);
    await overstay(who, 60);
    expect(must(await standingOf(who)).excludedUntil).toBeUndefined();
    const other = await driver(garage, 1_000);
    await overstay(other, 15 + 1_440);
    expect(must(await standingOf(other)).excludedUntil).toBeUndefined();
    const third = await driver(garage, 1_000);
    await overstay(third, 15 + 1_441);
    expect(must(await standingOf(third)).excludedUntil).toBeDefined();
  });
});

describe("not coming", () => {
  it("excludes after the policy's number, marked by owner or job, once however often the job runs", async () => {
    const who = await driver(garage, 1_000);
    must(await act(garage, await missedStay(who), "no-show", owner.token));
    await missedStay(who);
    const runs = [runNamed("bookings-due", garage.app.deps), runNamed("bookings-due", garage.app.deps)];
    expect((await Promise.all(runs)).flatMap(({ failures }) => failures)).toEqual([]);
    const seen = must(await standingOf(who));
    expect([seen.noShows.length, seen.open]).toEqual([2, 0]);
    expect(seen.excludedUntil).toBeDefined();
  });
});

describe("a debt", () => {
  it("shuts out until it is paid, once, to the owner", async () => {
    const who = await driver(garage, 25);
    const { id, owed } = await overstay(who, 60);
    expect(owed).toBe(20);
    expect(must(await standingOf(who)).owed).toEqual([{ unit: "points", amount: 20 }]);
    nextNoon(garage);
    expect((await book(garage, who, stayIn(garage, space))).body).toMatchObject({
      code: "parking/owed",
      params: { amount: 20, unit: "points" },
    });
    expect((await act(garage, id, "pay", who.token)).body.code).toBe("ledger/insufficient-available");
    expect((await act(garage, id, "pay", owner.token)).body.code).toBe("auth/forbidden");
    const order = { from: "lujing~issuance.points", to: `${who.id}.points`, amount: 40, category: "opening" };
    must(await garage.app.call("POST", "/v1/ledger/transfers", { token: garage.admin, body: order }));
    const before = (await pointsOf(garage, owner)).balance;
    const key = "0193a000-0000-7000-8000-00000000de07";
    const twice = await Promise.all([
      act(garage, id, "pay", who.token, {}, key),
      act(garage, id, "pay", who.token, {}, key),
    ]);
    expect(twice.map((reply) => must(reply).paid)).toEqual([40, 40]);
    expect((await pointsOf(garage, owner)).balance - before).toBe(20);
    expect((await act(garage, id, "pay", who.token)).body.code).toBe("parking/nothing-owed");
    expect(must(await standingOf(who)).owed).toEqual([]);
    expect((await book(garage, who, stayIn(garage, space))).status).toBe(201);
  });

  it("of two keys at once is paid once", async () => {
    const who = await driver(garage, 25);
    const { id } = await overstay(who, 60);
    const order = { from: "lujing~issuance.points", to: `${who.id}.points`, amount: 40, category: "opening" };
    must(await garage.app.call("POST", "/v1/ledger/transfers", { token: garage.admin, body: order }));
    const both = await Promise.all([act(garage, id, "pay", who.token), act(garage, id, "pay", who.token)]);
    expect(both.map(({ status, body }) => (status === 200 ? "paid" : body.code)).sort()).toEqual([
      "paid",
      "parking/nothing-owed",
    ]);
    expect((await pointsOf(garage, who)).balance).toBe(25);
  });
});

describe("an appeal", () => {
  const excludedDriver = async () => {
    const who = await driver(garage, 1_000);
    await overstay(who, 60);
    await overstay(who, 60);
    nextNoon(garage);
    return who;
  };

  it("that is granted restores at once and is decided once; another officer decides", async () => {
    const who = await excludedDriver();
    const reason = "the gate was broken";
    expect((await onStanding(who, "appeal", owner.token, { reason })).status).toBe(404);
    const key = "0193a000-0000-7000-8000-00000000a9ea";
    const made = must(await onStanding(who, "appeal", who.token, { reason }, key));
    expect(made).toMatchObject({ appeal: "open", appealReason: reason });
    const again = await onStanding(who, "appeal", who.token, { reason }, key);
    expect([again.headers.get("idempotency-hit"), again.body]).toEqual(["true", made]);
    expect((await onStanding(who, "appeal", who.token, { reason })).body.code).toBe("parking/appealed");
    expect(await appealsNow()).toContain(who.id);
    expect((await standingOf(who, owner.token)).status).toBe(404);
    expect(must(await standingOf(who, garage.steward)).appealReason).toBe(reason);
    const verdict = { granted: true, reason: "the log shows it" };
    const own = await garage.app.token({ sub: who.id, roles: ["steward"], communities: ["lujing"] });
    expect((await onStanding(who, "decide", own, verdict)).status).toBe(403);
    const both = await Promise.all([
      onStanding(who, "decide", garage.steward, verdict),
      onStanding(who, "decide", garage.steward, { ...verdict, granted: false }),
    ]);
    expect(both.filter(({ status }) => status === 200).length).toBe(1);
    expect(both.find(({ status }) => status !== 200)?.body.code).toBe("parking/no-appeal");
    expect(await appealsNow()).not.toContain(who.id);
    const seen = must(await standingOf(who));
    const granted = seen.appeal === "granted";
    expect(seen.appealReason).toBeUndefined();
    expect([seen.excludedUntil === undefined, seen.overstays.length]).toEqual(granted ? [true, 0] : [false, 2]);
    expect((await book(garage, who, stayIn(garage, space))).status).toBe(granted ? 201 : 409);
  });

  it("that is rejected changes nothing; without an exclusion there is none", async () => {
    const who = await excludedDriver();
    must(await onStanding(who, "appeal", who.token, { reason: "x" }));
    must(await onStanding(who, "decide", garage.steward, { granted: false, reason: "the log says otherwise" }));
    expect((await onStanding(who, "appeal", who.token, { reason: "y" })).body).toMatchObject({
      code: "parking/appealed",
      params: { state: "rejected" },
    });
    expect((await book(garage, who, stayIn(garage, space))).body.code).toBe("parking/excluded");
    const other = await driver(garage);
    expect((await onStanding(other, "appeal", other.token, { reason: "x" })).body.code).toBe("parking/not-excluded");
    expect((await onStanding(other, "decide", garage.steward, { granted: true, reason: "x" })).body.code).toBe(
      "parking/no-appeal",
    );
  });
});
