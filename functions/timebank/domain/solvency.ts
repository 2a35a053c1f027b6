/** How solvent a time bank is: one member after another added to a tally, and what of it may be published. */
import type * as z from "zod";
import { BEHIND_MIN, type CareMonth, type Solvency } from "../../../schemas/timebank/solvency.ts";
import { type Change, monthSums } from "./month.ts";

/** One per 10,000. */
const WHOLE = 10_000;
/** Ages of claims, youngest first, as months at which each ends. */
export const AGE_MONTHS = [3, 6, 12] as const;

/** A change and when it was, stamp in µs. */
export interface Dated extends Change {
  readonly stamp: number;
}

/** A figure in minutes and the number of members behind it. */
export type Behind = readonly [minutes: number, members: number];

/** Sums over the members of a community; `claims` youngest first. */
export interface Tally {
  readonly members: number;
  readonly leftOut: number;
  readonly liabilities: Behind;
  readonly claims: readonly Behind[];
  readonly earned: Behind;
  readonly redeemed: Behind;
  readonly seeded: Behind;
  readonly seededEver: Behind;
}

const NONE: Behind = [0, 0];

/** A tally of nobody. */
export const emptyTally = (): Tally => ({
  ...{ members: 0, leftOut: 0, liabilities: NONE, claims: [NONE, NONE, NONE, NONE] },
  ...{ earned: NONE, redeemed: NONE, seeded: NONE, seededEver: NONE },
});

/**
 * A balance by age, youngest first: debits have spent the oldest credits, so the newest ones are what is left. `bounds`
 * are the stamps at which each age but the oldest begins, youngest first; what no change explains is the oldest.
 */
export const claimsByAge = (balance: number, changes: readonly Dated[], bounds: readonly number[]): number[] => {
  const ages = [...bounds.map(() => 0), 0];
  let left = Math.max(balance, 0);
  for (const { change, stamp } of changes.toReversed()) {
    if (change <= 0) continue;
    const taken = Math.min(left, change);
    const age = bounds.findIndex((bound) => stamp >= bound);
    const at = age < 0 ? bounds.length : age;
    ages[at] = (ages[at] ?? 0) + taken;
    left -= taken;
  }
  ages[bounds.length] = (ages[bounds.length] ?? 0) + left;
  return ages;
};

const plus = ([minutes, members]: Behind, more: number): Behind =>
  more > 0 ? [minutes + more, members + 1] : [minutes, members];

/** What twelve months did to a member, and all seed minutes that they were ever granted. */
export interface MemberYear {
  readonly opening: number;
  readonly changes: readonly Dated[];
  readonly seededEver: number;
}

/** The tally with one more member. */
export const addMember = (
  tally: Tally,
  { opening, changes, seededEver }: MemberYear,
  bounds: readonly number[],
): Tally => {
  const balance = opening + changes.reduce((sum, { change }) => sum + change, 0);
  const { earned, redeemed, granted } = monthSums(changes);
  const ages = claimsByAge(balance, changes, bounds);
  return {
    members: tally.members + 1,
    leftOut: tally.leftOut,
    liabilities: plus(tally.liabilities, balance),
    claims: tally.claims.map((claim, age) => plus(claim, ages[age] ?? 0)),
    earned: plus(tally.earned, earned),
    redeemed: plus(tally.redeemed, redeemed),
    seeded: plus(tally.seeded, granted),
    seededEver: plus(tally.seededEver, seededEver),
  };
};

const bps = (part: number, whole: number): number => Number((BigInt(part) * BigInt(WHOLE)) / BigInt(whole));

type Figures = Omit<z.input<typeof Solvency>, "community" | "day" | "madeAt">;

/**
 * What of a tally may be told: nothing of fewer than ten members, and no figure that one to nine of them stand behind.
 * A zero has nobody behind it. Claims are told all or none, since the whole less the others would tell the missing one.
 */
export const published = (tally: Tally): Figures => {
  const enough = tally.members >= BEHIND_MIN;
  const tells = ([, members]: Behind): boolean => enough && (members === 0 || members >= BEHIND_MIN);
  const figure = (behind: Behind): number | null => (tells(behind) ? behind[0] : null);
  const [liabilities, earned, redeemed] = [tally.liabilities, tally.earned, tally.redeemed].map(figure);
  const [young = 0, middle = 0, old = 0, oldest = 0] = tally.claims.map(([minutes]) => minutes);
  const claims = tally.claims.every(tells)
    ? { under3Months: young, under6Months: middle, under12Months: old, older: oldest }
    : null;
  const rate = earned && redeemed != null ? bps(redeemed, earned) : null;
  const share = claims && liabilities ? bps(old + oldest, liabilities) : null;
  return {
    ...{ members: enough ? tally.members : null, leftOut: tally.leftOut, claims },
    ...{ liabilities: liabilities ?? null, earned: earned ?? null, redeemed: redeemed ?? null },
    ...{ seeded: figure(tally.seeded), seededEver: figure(tally.seededEver), redeemRateBps: rate },
    hardToRedeemBps:
      rate === null || share === null ? null : Math.floor(((WHOLE - Math.min(rate, WHOLE)) * share) / WHOLE),
  };
};

/** The care pool month by month, newest first; `months` oldest first, `monthOf` names the month of a stamp. */
export const careMonths = (
  opening: number,
  changes: readonly Dated[],
  months: readonly string[],
  monthOf: (stamp: number) => string,
): z.input<typeof CareMonth>[] => {
  const sums = new Map(months.map((month) => [month, { received: 0, used: 0, corrections: 0 }]));
  for (const { change, stamp, reversal } of changes) {
    const sum = sums.get(monthOf(stamp));
    if (!sum) throw new RangeError("an entry outside the months");
    sum[reversal ? "corrections" : change > 0 ? "received" : "used"] += reversal ? change : Math.abs(change);
  }
  let balance = opening;
  const told = [...sums].map(([month, sum]) => {
    const before = balance;
    balance += sum.received - sum.used + sum.corrections;
    return { month, opening: before, ...sum, available: balance };
  });
  return told.toReversed();
};
