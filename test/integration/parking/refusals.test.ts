/** What shared parking refuses, each with its code, its numbers and, where something else can be had, what. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "../../support/clock.ts";
import { parkingDistrict, testRules } from "../../support/parking.ts";
import { empower, enter, type Made } from "../residents/world.ts";
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
  SHANGHAI,
  spaceIn,
  startGarage,
  stayIn,
} from "./world.ts";

let garage: Garage;
let owner: Made;
let renter: Made;
let lot: string;

beforeAll(async () => {
  garage = await startGarage();
  [owner, renter] = [await driver(garage), await driver(garage, 1_000)];
  lot = await lotIn(garage);
});
afterAll(() => garage.app.stop());
beforeEach(() => nextNoon(garage));

const open = (fields = {}) => spaceIn(garage, lot, owner, fields);
const problem = ({ status, body }: Awaited<ReturnType<typeof book>>) => [status, body.code];

describe("a booking", () => {
  it.each([
    ["of no length", () => ({ until: later(garage, HOUR) }), [422, "parking/interval"]],
    ["that ends before it begins", () => ({ until: later(garage, 30 * MINUTE) }), [422, "parking/interval"]],
    ["in the past", () => ({ from: later(garage, -HOUR) }), [422, "parking/past"]],
    ["off the grid", () => ({ from: later(garage, HOUR + MINUTE) }), [422, "parking/grid"]],
    ["of a quarter", () => ({ until: later(garage, 1.25 * HOUR) }), [422, "parking/duration"]],
    ["of eight days", () => ({ until: later(garage, 8 * DAY) }), [422, "parking/duration"]],
    [
      "far ahead",
      () => ({ from: later(garage, 61 * DAY), until: later(garage, 61 * DAY + HOUR) }),
      [422, "parking/too-far"],
    ],
    ["with a plate that is none", () => ({ plate: "HELLO-1" }), [422, "parking/plate"]],
    ["at a price that it has not", () => ({ expectedPrice: 19 }), [409, "parking/price-changed"]],
    ["of a space and a lot", () => ({ lot }), [400, "request/invalid"]],
    ["of an unknown space", () => ({ space: renter.id }), [404, "resource/not-found"]],
    ["of an owned lot as a whole", () => ({ space: undefined, lot }), [409, "parking/withdrawn"]],
  ])("%s is refused", async (_what, fields, expected) => {
    const space = await open();
    expect(problem(await book(garage, renter, stayIn(garage, space, fields())))).toEqual(expected);
    expect((await pointsOf(garage, renter)).holdsOut).toBe(0);
  });

  it("of one's own space, or with too few points, is refused", async () => {
    const space = await open();
    expect(problem(await book(garage, owner, stayIn(garage, space)))).toEqual([409, "parking/own-space"]);
    const poor = await book(garage, await driver(garage, 19), stayIn(garage, space));
    expect([poor.body.code, poor.body.params]).toEqual([
      "ledger/insufficient-available",
      { needed: 20, available: 19, missing: 1 },
    ]);
  });

  it("above the quota is refused until one has ended", async () => {
    const busy = await driver(garage, 1_000);
    const space = await open();
    const stay = (hour: number) =>
      stayIn(garage, space, { from: later(garage, hour * HOUR), until: later(garage, (hour + 1) * HOUR) });
    const made = [];
    for (let hour = 1; hour <= 10; hour++) made.push(must(await book(garage, busy, stay(hour))).id);
    const more = await book(garage, busy, stay(11));
    expect([more.status, more.body.code, more.body.params]).toEqual([409, "parking/quota", { limit: 10 }]);
    must(await act(garage, made[3], "cancel", busy.token));
    expect((await book(garage, busy, stay(11))).status).toBe(201);
  });

  it("outside the windows, in the buffer or over another one is refused with what could be had instead", async () => {
    const nights = { start: "2026-01-01T19:00", zone: SHANGHAI, minutes: 720, rule: "FREQ=DAILY" };
    const own = await lotIn(garage);
    const [space, spare] = [
      await spaceIn(garage, own, owner, { label: "1" }, { rules: [nights] }),
      await spaceIn(garage, own, owner, { label: "2" }),
    ];
    const closed = await book(garage, renter, stayIn(garage, space));
    expect(problem(closed)).toEqual([409, "parking/closed"]);
    expect(closed.body.alternatives[0]).toEqual({
      space: spare,
      from: later(garage, HOUR),
      until: later(garage, 3 * HOUR),
    });
    expect(closed.body.alternatives.length).toBeLessThanOrEqual(3);
    must(await book(garage, await driver(garage, 100), stayIn(garage, spare)));
    const close = stayIn(garage, spare, { from: later(garage, 3 * HOUR), until: later(garage, 5 * HOUR) });
    const taken = await book(garage, renter, close);
    expect(problem(taken)).toEqual([409, "parking/taken"]);
    // A quarter later the buffer is kept; the other way round is earlier than now.
    expect(taken.body.alternatives).toContainEqual({
      space: spare,
      from: later(garage, 3.25 * HOUR),
      until: later(garage, 5.25 * HOUR),
    });
    for (const { from, until, space: where } of taken.body.alternatives) {
      const answer = await book(garage, await driver(garage, 100), {
        ...close,
        space: where,
        from,
        until,
        confirm: false,
      });
      expect(answer.status, answer.text).toBe(201);
      must(await act(garage, answer.body.id, "cancel", garage.steward));
    }
    const quoted = must(
      await garage.post("/v1/parking/quotes", renter.token, { space: spare, from: close.from, until: close.until }),
    );
    expect(quoted).toMatchObject({ free: false, amount: 20, shares: { owner: 18, property: 1, fund: 1 } });
    expect(quoted.alternatives).toEqual(taken.body.alternatives);
  });

  it("of a withdrawn space, or a common one without a decision that covers it, is refused", async () => {
    const [gone, common] = [await open(), await open({ owner: undefined })].map(String) as [string, string];
    must(await openSpace(garage, gone, owner.token, { rules: [ALWAYS] }, { state: "withdrawn" }));
    expect(problem(await book(garage, renter, stayIn(garage, gone)))).toEqual([409, "parking/withdrawn"]);
    const document = "业主大会决定 2026-3";
    const decide = (until: string) =>
      openSpace(
        garage,
        common,
        garage.steward,
        { rules: [ALWAYS] },
        {
          decision: { document, from: later(garage, 0), until },
        },
      );
    expect(problem(await book(garage, renter, stayIn(garage, common)))).toEqual([409, "parking/not-covered"]);
    must(await decide(later(garage, 2 * HOUR)));
    expect(problem(await book(garage, renter, stayIn(garage, common)))).toEqual([409, "parking/not-covered"]);
    must(await decide(later(garage, 3 * HOUR)));
    expect((await book(garage, renter, stayIn(garage, common))).status).toBe(201);
  });
});

describe("windows", () => {
  it.each([
    [
      "that never open",
      {
        rules: [
          { start: "2026-01-01T09:00", zone: SHANGHAI, minutes: 60, rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" },
        ],
      },
      [422, "parking/never-opens"],
    ],
    ["of a rule without end within a day", { rules: [{ ...ALWAYS, rule: "FREQ=MINUTELY" }] }, [400, "request/invalid"]],
    ["of a rule that is none", { rules: [{ ...ALWAYS, rule: "EVERY=DAY" }] }, [400, "request/invalid"]],
    ["of no length", { rules: [{ ...ALWAYS, days: 0 }] }, [400, "request/invalid"]],
    ["more than seven", { rules: Array.from({ length: 8 }, () => ALWAYS) }, [400, "request/invalid"]],
    [
      "with an override that ends first",
      { rules: [], overrides: [{ from: "2026-12-02T00:00:00Z", until: "2026-12-01T00:00:00Z", open: true }] },
      [422, "parking/interval"],
    ],
  ])("%s are refused", async (_what, availability, expected) => {
    const space = await open();
    expect(problem(await openSpace(garage, space, owner.token, availability))).toEqual(expected);
  });

  it("are the owner's and the officers' to set; a stale edit is refused", async () => {
    const space = await open();
    expect(problem(await openSpace(garage, space, renter.token, { rules: [] }))).toEqual([403, "auth/forbidden"]);
    const path = `/v1/parking/spaces/${space}`;
    const edit = { token: owner.token, body: { approval: "owner" }, headers: { "if-match": '"1"' } };
    expect(problem(await garage.app.call("PATCH", path, edit))).toEqual([412, "request/stale"]);
  });

  it("changed after a day was stored hold for the next booking of that day", async () => {
    const space = await open();
    const made = must(await book(garage, renter, stayIn(garage, space, { confirm: false })));
    const closed = { from: later(garage, 5 * HOUR), until: later(garage, 7 * HOUR), open: false };
    must(await openSpace(garage, space, owner.token, { rules: [ALWAYS], overrides: [closed] }));
    const stay = stayIn(garage, space, { from: closed.from, until: closed.until });
    expect(problem(await book(garage, renter, stay))).toEqual([409, "parking/closed"]);
    const shut = { from: later(garage, 0), until: later(garage, 7 * HOUR), open: false };
    must(await openSpace(garage, space, owner.token, { rules: [ALWAYS], overrides: [shut] }));
    // What was held before stays the renter's.
    expect(must(await act(garage, made.id, "confirm", renter.token)).state).toBe("confirmed");
  });
});

describe("lots", () => {
  it.each([
    ["pooled without a capacity", { kind: "pooled" }, [422, "parking/capacity"]],
    ["owned with one", { capacity: 5 }, [422, "parking/capacity"]],
    [
      "priced in a unit without pools",
      { price: { unit: "minutes", steps: [{ untilMinutes: null, everyMinutes: 30, amount: 5 }], dayCap: null } },
      [422, "parking/unit"],
    ],
    ["of another community", { community: "heyuan" }, [403, "auth/forbidden"]],
  ])("%s are refused", async (_what, fields, expected) => {
    const body = {
      community: "lujing",
      kind: "owned",
      name: { zh: "库", en: "Lot" },
      at: { latE6: 0, lonE6: 0 },
      ...fields,
    };
    expect(problem(await garage.post("/v1/parking/lots", garage.steward, body))).toEqual(expected);
  });

  it("pooled have no spaces of their own; private spaces need no decision", async () => {
    const pooled = await lotIn(garage, { kind: "pooled", capacity: 5 });
    const path = (id: string) => `/v1/parking/lots/${id}/spaces`;
    expect(problem(await garage.post(path(pooled), garage.steward, { label: "1" }))).toEqual([
      422,
      "parking/not-owned",
    ]);
    const decision = { document: "3", from: later(garage, 0), until: later(garage, DAY) };
    const both = { label: "1", owner: owner.id, decision };
    expect(problem(await garage.post(path(lot), garage.steward, both))).toEqual([422, "parking/not-common"]);
  });
});

it("a proxy books for a person in the scope of parking only, and it counts as theirs", async () => {
  const [person, helper, other] = [await driver(garage, 100), await enter(garage), await enter(garage)];
  const space = await open();
  const asProxy = (who: Made) =>
    garage.app.call("POST", "/v1/parking/bookings", {
      token: who.token,
      body: stayIn(garage, space),
      headers: { "linli-acting-for": person.id },
    });
  must(await empower(garage, person.id, other.id, { scopes: ["ledger"] }));
  expect(problem(await asProxy(other))).toEqual([403, "residents/proxy-invalid"]);
  must(await empower(garage, person.id, helper.id, { scopes: ["parking"] }));
  expect(must(await asProxy(helper))).toMatchObject({ renter: person.id, by: helper.id });
});

it("a district without shared parking says so", async () => {
  const { parking: _parking, ...district } = parkingDistrict([testRules()]);
  const other = await startGarage({ district });
  const reply = await other.app.call("GET", "/v1/parking/lots?community=lujing", { token: other.steward });
  expect(problem(reply)).toEqual([404, "parking/not-offered"]);
  await other.app.stop();
});
