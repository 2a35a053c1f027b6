/**
 * An account item at its largest under every district's rules: above one kilobyte each movement would cost two units
 * more.
 */
import { marshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, it } from "vitest";
import type { Account, HolderKind } from "../../../functions/ledger/domain/account.ts";
import { counterUses } from "../../../functions/ledger/domain/counter.ts";
import { newAccount } from "../../../functions/ledger/domain/opening.ts";
import { toItem } from "../../../functions/ledger/store/account.ts";
import { periodsAt } from "../../../functions/shared/time.ts";
import { listDistricts, loadDistrict } from "../../../infra/districts/load.ts";
import type { District, UnitPolicy } from "../../../schemas/district.ts";
import { testDistrict } from "../../support/district.ts";
import { itemBytes, WRITE_UNIT_BYTES } from "../../support/units.ts";

/** A lot a month of the longest expiry (13), and one that waits under a hold. */
const LOTS = 14;
const HOLDER = "018f8a7e-3c1d-7b2a-9c4e-5f60718293a4";
const NOW = new Date("2026-12-28T04:07:31.853Z");
const STAMP = NOW.getTime() * 1_000 + 7;

/** The largest number of as many digits as `limit` that keeps all its digits: trailing zeros would be free. */
const full = (limit: number): number => Number("9".repeat(String(Math.abs(limit)).length)) * Math.sign(limit || 1);

const counters = (district: District, unit: UnitPolicy, earns: boolean): Record<string, number> => {
  const periods = periodsAt(NOW, district.zone);
  const rules = earns ? district.earnRules.filter((rule) => rule.unit === unit.code) : [];
  const uses = [
    ...counterUses("pay", unit.paymentCaps, periods, 1),
    ...rules.flatMap((rule) => counterUses(rule.code, rule.caps, periods, 1)),
  ];
  return Object.fromEntries(uses.map((use) => [use.attribute, use.base + full(use.limit)]));
};

const lots = (unit: UnitPolicy): Record<string, number> =>
  unit.expiryMonths === null
    ? {}
    : Object.fromEntries(
        Array.from({ length: LOTS }, (_, month) => [String(20_270_101 + month * 100), full(unit.ceiling)]),
      );

/**
 * An account that has everything: each number with all digits of its bound, every counter, every lot, every spender.
 */
const largest = (
  district: District,
  unit: UnitPolicy,
  kind: Exclude<HolderKind, "pool">,
  spenders: number,
): Account => {
  const community = district.communities.map(({ id }) => id).sort((a, b) => b.length - a.length)[0] ?? "";
  const amount = full(unit.ceiling);
  return {
    ...newAccount(district, { kind, id: HOLDER, community }, unit.code),
    balance: amount,
    held: amount,
    heldIn: amount,
    free: amount,
    available: amount,
    room: amount,
    earned: kind === "resident" ? amount : 0,
    spent: amount,
    lots: lots(unit),
    last: STAMP,
    version: 999_999,
    revision: 999,
    lastPaidMs: unit.paymentIntervalSeconds === 0 ? undefined : NOW.getTime(),
    spenders: Array.from({ length: spenders }, (_, index) => HOLDER.slice(0, -2) + String(index).padStart(2, "0")),
    counters: counters(district, unit, kind === "resident"),
  };
};

const bytes = (account: Account): number => itemBytes(marshall(toItem(account)));

const districts = [...listDistricts().map((id) => loadDistrict(id)), testDistrict()];
const cases = districts.flatMap((district) =>
  district.units.map((unit) => ({ district, unit, name: `${district.id}, ${unit.code}` })),
);

describe.each(cases)("the largest account of $name", ({ district, unit }) => {
  it("of a resident, with all counters and lots, fits in one write unit", () => {
    expect(bytes(largest(district, unit, "resident", 0))).toBeLessThanOrEqual(WRITE_UNIT_BYTES);
  });

  it("of a household, with all lots and as many spenders as it has members, fits in one write unit", () => {
    expect(bytes(largest(district, unit, "household", district.limits.householdMembers))).toBeLessThanOrEqual(
      WRITE_UNIT_BYTES,
    );
  });
});
