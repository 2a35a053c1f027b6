/** What a fund came to in a quarter or a year: flows from opening to closing, ratios, lists without persons. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Movement } from "../../../functions/fund/domain/money.ts";
import {
  awardIn,
  fundIn,
  listedIn,
  PERIOD_HEADER,
  periodRow,
  type Span,
} from "../../../functions/fund/domain/periods.ts";
import { isInflow } from "../../../functions/fund/domain/unspent.ts";
import { MovementKind } from "../../../schemas/fund/resources.ts";
import { awardedOf, fundOf, moved } from "./builders.ts";

const DAY = 86_400_000;
/** A hundred days from the hundredth after 1970-01-01 on, so that ages are easily counted. */
const SPAN: Span = { from: "1970-04-11", to: "1970-07-19", startMs: 100 * DAY, endMs: 200 * DAY };

const COMES_IN: readonly Movement["kind"][] = [
  ...(["donation", "surplus-share", "common-parts", "parking-split"] as const),
  ...(["transfer-in", "expiry-in", "return"] as const),
];

describe("a fund in a period", () => {
  const before = [moved("donation", 1_000, 10 * DAY), moved("payment", 300, 20 * DAY)];
  const within = [
    moved("donation", 400, 100 * DAY),
    moved("surplus-share", 30, 110 * DAY),
    moved("common-parts", 20, 120 * DAY),
    moved("parking-split", 50, 130 * DAY),
    moved("transfer-in", 60, 140 * DAY),
    moved("expiry-in", 40, 150 * DAY),
    moved("payment", 200, 160 * DAY),
    moved("payment", 100, 161 * DAY),
    moved("return", 60, 162 * DAY),
    moved("admin-cost", 15, 163 * DAY),
    moved("transfer-out", 5, 164 * DAY),
    moved("expiry-out", 3, 165 * DAY),
    moved("given-back", 2, 166 * DAY),
  ];
  const seen = () => fundIn(fundOf({ purposes: ["greening", "repair"] }), [...before, ...within], SPAN);

  it("counts and sums each kind of movement from the period's first instant on", () => {
    expect(seen().flows).toEqual({
      donation: { count: 1, amount: 400 },
      "surplus-share": { count: 1, amount: 30 },
      "common-parts": { count: 1, amount: 20 },
      "parking-split": { count: 1, amount: 50 },
      "transfer-in": { count: 1, amount: 60 },
      "expiry-in": { count: 1, amount: 40 },
      payment: { count: 2, amount: 300 },
      return: { count: 1, amount: 60 },
      "admin-cost": { count: 1, amount: 15 },
      "transfer-out": { count: 1, amount: 5 },
      "expiry-out": { count: 1, amount: 3 },
      "given-back": { count: 1, amount: 2 },
    });
  });

  it("has income without transfers, and expenditure with costs and without what came back", () => {
    const view = seen();
    expect([view.opening, view.income, view.expenditure, view.closing]).toEqual([700, 500, 255, 1_035]);
  });

  it("has ratios of the period alone", () => {
    // 240 net of 500 and 100 transferred in; 15 of 255.
    expect(seen().ratios).toEqual({ spentBps: 4_000, adminBps: 588 });
  });

  it("has the age of what lies there at the period's end, by income and never by what came back", () => {
    // The newest 600 came in within the period; of the 1,000 before it 435 are left.
    const ages = [400 * 100, 30 * 90, 20 * 80, 50 * 70, 60 * 60, 40 * 50, 435 * 190];
    const meanAgeDays = Math.floor(ages.reduce((sum, each) => sum + each, 0) / 1_035);
    expect(seen().unspent).toEqual({ amount: 1_035, since: "1970-01-11T00:00:00.000Z", meanAgeDays });
  });

  it("carries its name, unit and restriction as its donors gave for it", () => {
    expect(seen()).toMatchObject({
      ...{ fund: "fund-1", name: "Neighbourhood fund", unit: "cny" },
      restriction: { purposes: ["greening", "repair"], adminCapBps: 1_000 },
    });
  });

  it("without movements has nothing of everything", () => {
    const empty = fundIn(fundOf(), [], SPAN);
    expect(empty).toMatchObject({ opening: 0, income: 0, expenditure: 0, closing: 0 });
    expect(Object.keys(empty.flows).sort()).toEqual([...MovementKind.options].sort());
    expect(empty.unspent).toEqual({ amount: 0, meanAgeDays: 0 });
  });

  it("leads by its flows from opening to closing, and its closing is the next one's opening", () => {
    const movement = fc.record({
      ...{ kind: fc.constantFrom(...MovementKind.options), amount: fc.integer({ min: 1, max: 1_000_000 }) },
      day: fc.nat(299),
    });
    const next = { ...SPAN, startMs: SPAN.endMs, endMs: 300 * DAY };
    fc.assert(
      fc.property(fc.array(movement), (given) => {
        const all = [...given]
          .sort((a, b) => a.day - b.day)
          .map((each) => moved(each.kind, each.amount, each.day * DAY));
        const first = fundIn(fundOf(), all.slice(0, all.filter(({ atMs }) => atMs < SPAN.endMs).length), SPAN);
        const net = MovementKind.options.reduce(
          (sum, kind) => sum + (COMES_IN.includes(kind) ? 1 : -1) * first.flows[kind].amount,
          0,
        );
        expect(first.opening + net).toBe(first.closing);
        expect(fundIn(fundOf(), all, next).opening).toBe(first.closing);
      }),
    );
  });

  it("is brought new money by every kind that comes in but one: what comes back was there before", () => {
    const kinds = MovementKind.options.filter((kind) => isInflow({ kind }));
    expect([...kinds, "return"].sort()).toEqual([...COMES_IN].sort());
  });

  it("is a row of the CSV under the header's columns, amounts in minor units", () => {
    const view = seen();
    expect(Object.fromEntries(PERIOD_HEADER.map((name, index) => [name, periodRow(view)[index]]))).toEqual({
      ...{ fund: "fund-1", name: "Neighbourhood fund", unit: "cny", purposes: "greening repair", opening: 700 },
      ...{ donation: 400, "surplus-share": 30, "common-parts": 20, "parking-split": 50, "transfer-in": 60 },
      ...{ "expiry-in": 40, payment: 300, return: 60, "admin-cost": 15, "transfer-out": 5, "expiry-out": 3 },
      ...{ "given-back": 2, income: 500, expenditure: 255, closing: 1_035, spentBps: 4_000, adminBps: 588 },
      ...{ unspentSince: "1970-01-11T00:00:00.000Z", unspentMeanAgeDays: view.unspent.meanAgeDays },
    });
    expect(periodRow(view)).toHaveLength(PERIOD_HEADER.length);
  });
});

describe("the lists of a period", () => {
  const shared = { source: "lift works", period: "2026-06", basis: 1_000, bps: 3_333 };
  const document = { name: "bill", ref: "archive 7", sha256: "ab".repeat(32) };
  const movements = [
    moved("donation", 7, 1, { source: "Wang", period: "2026" }),
    moved("surplus-share", 333, 2, shared),
    moved("transfer-in", 9, 3),
    moved("admin-cost", 50, 4, { reason: "bank fees", document }),
    moved("payment", 200, 5, { application: "appl-1" }),
    moved("return", 100, 6, { application: "appl-1" }),
  ];
  const listed = () => listedIn(movements);
  const at = (ms: number) => `1970-01-01T00:00:00.00${ms}Z`;

  it("have each share with its source, period, basis and rate; no donor is among them", () => {
    expect(listed().shares).toEqual([{ fund: "fund-1", kind: "surplus-share", ...shared, amount: 333, at: at(2) }]);
    const half = [moved("common-parts", 1, 1, { source: "roof" }), moved("common-parts", 1, 1, { period: "2026" })];
    expect(listedIn(half).shares).toEqual([]);
  });

  it("have each administrative cost with its reason and document", () => {
    expect(listed().adminCosts).toEqual([{ fund: "fund-1", amount: 50, reason: "bank fees", document, at: at(4) }]);
    expect(listedIn([moved("admin-cost", 1, 1)]).adminCosts).toEqual([
      { fund: "fund-1", amount: 1, reason: "", document: undefined, at: at(1) },
    ]);
  });

  it("have each payment and each return by the grant it belongs to, apart", () => {
    const { payments, returns } = listed();
    expect([payments, returns]).toEqual([
      [{ fund: "fund-1", application: "appl-1", amount: 200, at: at(5) }],
      [{ fund: "fund-1", application: "appl-1", amount: 100, at: at(6) }],
    ]);
    const nameless = listedIn([moved("payment", 1, 1), moved("return", 1, 1)]);
    expect([nameless.payments, nameless.returns]).toEqual([[], []]);
  });
});

describe("an award of a period", () => {
  const awardedMs = Date.parse("2026-07-02T08:00:00.000Z");
  const names = new Map([["org-7", "Garden club"]]);
  const told = {
    ...{ id: "018f2a6e-7c11-7abc-8def-0123456789ab", call: "call-1", fund: "fund-1", unit: "cny" },
    ...{ title: "Roof garden", startsOn: "2027-01-01", endsOn: "2027-03-31" },
    ...{ award: 300_000, awardedAt: "2026-07-02T08:00:00.000Z" },
  };

  it("to a person tells that it is one and not who", () => {
    expect(awardIn(awardedOf(300_000, awardedMs), names)).toEqual({
      ...{ ...told, recipient: { kind: "resident" }, decision: undefined },
    });
  });

  it("to an organisation names it, and the poll by which residents decided", () => {
    const decision = { poll: "poll-1", resultHash: "ab" };
    const applicant = { kind: "organisation", id: "org-7" } as const;
    expect(awardIn(awardedOf(300_000, awardedMs, { applicant, decision }), names)).toEqual({
      ...{ ...told, recipient: { kind: "organisation", id: "org-7", name: "Garden club" }, decision },
    });
  });
});
