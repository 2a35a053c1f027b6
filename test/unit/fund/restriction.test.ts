/** What a fund's restriction lets its money do: purposes, the last day, transfers to other funds. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isExpired,
  purposeRefusals,
  standingRefusals,
  transferRefusals,
} from "../../../functions/fund/domain/money.ts";
import { fundOf } from "./builders.ts";

describe("a fund's last day", () => {
  const fund = fundOf({ expiresOn: "2026-06-15" });

  it("still belongs to it, and the day after does not", () => {
    expect(["20260614", "20260615", "20260616"].map((day) => isExpired(fund, day))).toEqual([false, false, true]);
    expect(standingRefusals(fund, "20260615")).toEqual([]);
    expect(standingRefusals(fund, "20260616")).toEqual([
      { code: "fund/expired", params: { fund: "fund-1", expiresOn: "2026-06-15" } },
    ]);
  });

  it("never comes for a fund without one", () => {
    expect(isExpired(fundOf(), "29991231")).toBe(false);
    expect(standingRefusals(fundOf(), "29991231")).toEqual([]);
  });

  it("has come once the fund stands as expired, whatever the day is", () => {
    const expired = [{ code: "fund/expired", params: { fund: "fund-1", expiresOn: "2026-06-15" } }];
    expect(standingRefusals({ ...fund, state: "expired" }, "20260101")).toEqual(expired);
    expect(standingRefusals(fundOf({}, { state: "expired" }), "20260101")).toEqual([
      { code: "fund/expired", params: { fund: "fund-1", expiresOn: "" } },
    ]);
  });

  it("does not matter to a closed fund: it is closed first of all", () => {
    const closed = [{ code: "fund/closed", params: { fund: "fund-1" } }];
    expect(standingRefusals({ ...fund, state: "closed" }, "20260616")).toEqual(closed);
    expect(standingRefusals(fundOf({}, { state: "closed" }), "20260101")).toEqual(closed);
  });
});

describe("restricted money", () => {
  it("serves each of its purposes and no other", () => {
    const fund = fundOf({ purposes: ["greening", "repair"] });
    expect(purposeRefusals(fund, "greening")).toEqual([]);
    expect(purposeRefusals(fund, "repair")).toEqual([]);
    expect(purposeRefusals(fund, "culture")).toEqual([
      { code: "fund/foreign-purpose", params: { fund: "fund-1", purpose: "culture", purposes: "greening, repair" } },
    ]);
  });

  it("is told by its purposes: money without any serves every one", () => {
    expect(purposeRefusals(fundOf(), "culture")).toEqual([]);
  });

  const [free, green, wide] = [[], ["greening"], ["greening", "repair"]].map((purposes) => fundOf({ purposes }));
  const foreign = (purpose: string, purposes: string) => [
    { code: "fund/foreign-purpose", params: { fund: "fund-1", purpose, purposes } },
  ];
  it.each([
    ["free to free", free, free, []],
    ["free to restricted", free, green, []],
    ["wide to narrow", wide, green, []],
    ["equal to equal", wide, wide, []],
    ["narrow to wide", green, wide, foreign("repair", "greening")],
    ["restricted to free", green, free, foreign("*", "greening")],
  ] as const)("moves from %s only where it cannot be spent on anything else", (_name, from, to, refused) => {
    expect(transferRefusals(from as NonNullable<typeof from>, to as NonNullable<typeof to>)).toEqual(refused);
  });

  it("names one purpose that is foreign, even where several are", () => {
    const to = fundOf({ purposes: ["culture", "greening", "sport"] });
    expect(transferRefusals(fundOf({ purposes: ["greening"] }), to)).toEqual(foreign("culture", "greening"));
  });

  it("cannot escape its purposes through any chain of transfers", () => {
    const purposes = fc.subarray(["greening", "repair", "culture", "sport"]);
    const others = fc.array(purposes, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(purposes, others, fc.constantFrom("greening", "sport"), (own, chain, spent) => {
        const first = fundOf({ purposes: own });
        let holder = first;
        for (const to of chain.map((each) => fundOf({ purposes: each }))) {
          if (transferRefusals(holder, to).length === 0) holder = to;
        }
        if (purposeRefusals(holder, spent).length === 0) expect(purposeRefusals(first, spent)).toEqual([]);
      }),
    );
  });
});
