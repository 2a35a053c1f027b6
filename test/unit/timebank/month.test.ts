/** What a month's entries come to for one member. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, type MonthSums, monthSums } from "../../../functions/timebank/domain/month.ts";

const NOTHING: MonthSums = {
  ...{ earned: 0, redeemed: 0, giftsReceived: 0, giftsGiven: 0, donated: 0, granted: 0, overflow: 0, expired: 0 },
  ...{ other: 0, servicesGiven: 0, servicesReceived: 0 },
};
const entry = (change: number, fields: Partial<Change> = {}): Change => ({
  ...{ change, kind: "transfer", category: "company", reversal: false },
  ...fields,
});
const order = { link: { type: "order" } };
const group = { link: { type: "group-service" } };

describe("a month of a member", () => {
  it("of no entries is nothing", () => {
    expect(monthSums([])).toEqual(NOTHING);
  });

  it.each<[string, Change, Partial<MonthSums>]>([
    ["hours earned by a service", entry(60, order), { earned: 60, servicesGiven: 1 }],
    ["hours earned in a group", entry(30, group), { earned: 30, servicesGiven: 1 }],
    ["hours redeemed for a service", entry(-45, order), { redeemed: 45, servicesReceived: 1 }],
    ["a gift received", entry(60, { category: "gift" }), { giftsReceived: 60 }],
    ["a gift given", entry(-60, { category: "gift" }), { giftsGiven: 60 }],
    ["a donation", entry(-60, { category: "donation" }), { donated: 60 }],
    ["what came under a donation's name", entry(60, { category: "donation" }), { other: 60 }],
    ["a seed grant", entry(300, { category: "seed-grant" }), { granted: 300 }],
    ["a seed grant taken off", entry(-300, { category: "seed-grant" }), { other: -300 }],
    ["hours above the storage cap", entry(-15, { category: "storage-overflow" }), { overflow: 15 }],
    ["what came under that name", entry(15, { category: "storage-overflow" }), { other: 15 }],
    ["expired hours", entry(-60, { kind: "expiry" }), { expired: 60 }],
    ["a service paid back", entry(-60, { ...order, reversal: true }), { other: -60 }],
    ["a gift taken back", entry(60, { category: "gift", reversal: true }), { other: 60 }],
    ["expiry undone", entry(60, { kind: "expiry", reversal: true }), { other: 60 }],
    ["an entry for something else", entry(5, { link: { type: "earn-rule" } }), { other: 5 }],
  ])("has %s in a sum of its own", (_, change, sums) => {
    expect(monthSums([change])).toEqual({ ...NOTHING, ...sums });
  });

  it("adds up what is alike", () => {
    const changes = [entry(60, order), entry(30, order), entry(-15, order), entry(-20), entry(50)];
    expect(monthSums(changes)).toEqual({
      ...NOTHING,
      ...{ earned: 90, servicesGiven: 2, redeemed: 15, servicesReceived: 1, other: 30 },
    });
  });

  it("explains the change of the balance to the minute", () => {
    const kinds = fc.record({
      change: fc.integer({ min: -500, max: 500 }).filter((change) => change !== 0),
      kind: fc.constantFrom("transfer", "post", "expiry"),
      category: fc.constantFrom("gift", "donation", "seed-grant", "storage-overflow", "company"),
      reversal: fc.boolean(),
      link: fc.constantFrom(undefined, { type: "order" }, { type: "group-service" }, { type: "earn-rule" }),
    });
    // Hours only expire; nothing comes in that way.
    const drawn = kinds.map((one) => (one.kind === "expiry" ? { ...one, change: -Math.abs(one.change) } : one));
    fc.assert(
      fc.property(fc.array(drawn), (changes) => {
        const { earned, redeemed, giftsReceived, giftsGiven, ...rest } = monthSums(changes);
        const { donated, granted, overflow, expired, other } = rest;
        const plus = earned + giftsReceived + granted + other;
        const minus = redeemed + giftsGiven + donated + overflow + expired;
        expect(plus - minus).toBe(changes.reduce((sum, { change }) => sum + change, 0));
      }),
    );
  });
});
