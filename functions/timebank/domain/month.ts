/** What a month's journal entries come to for one member: sums by what they were for. */

import { OVERFLOW } from "./members.ts";

/** A journal entry as one account undergoes it. */
export interface Change {
  /** Minutes, signed. */
  readonly change: number;
  readonly kind: string;
  readonly category: string;
  readonly reversal: boolean;
  readonly link?: { readonly type: string } | undefined;
}

/** Sums of a month, minutes; all but `other` count without a sign. */
export interface MonthSums {
  readonly earned: number;
  readonly redeemed: number;
  readonly giftsReceived: number;
  readonly giftsGiven: number;
  readonly donated: number;
  readonly granted: number;
  readonly overflow: number;
  readonly expired: number;
  readonly other: number;
  readonly servicesGiven: number;
  readonly servicesReceived: number;
}

const NOTHING: MonthSums = {
  earned: 0,
  redeemed: 0,
  giftsReceived: 0,
  giftsGiven: 0,
  donated: 0,
  granted: 0,
  overflow: 0,
  expired: 0,
  other: 0,
  servicesGiven: 0,
  servicesReceived: 0,
};

const SERVICES = ["order", "group-service"];

type Member = Exclude<keyof MonthSums, "other" | "servicesGiven" | "servicesReceived">;

/** What a change was for; undefined for what has no sum of its own. A reversal is no service and no gift. */
const memberOf = ({ change, kind, category, reversal, link }: Change): Member | undefined => {
  if (reversal) return undefined;
  if (kind === "expiry") return "expired";
  if (link !== undefined && SERVICES.includes(link.type)) return change > 0 ? "earned" : "redeemed";
  switch (category) {
    case "gift":
      return change > 0 ? "giftsReceived" : "giftsGiven";
    case "donation":
      return change < 0 ? "donated" : undefined;
    case "seed-grant":
      return change > 0 ? "granted" : undefined;
    case OVERFLOW:
      return change < 0 ? "overflow" : undefined;
    default:
      return undefined;
  }
};

/** Adds up a month; what the sums name and `other` together are the change of the balance. */
export const monthSums = (changes: Iterable<Change>): MonthSums => {
  const sums = { ...NOTHING };
  for (const one of changes) {
    const member = memberOf(one);
    if (member === undefined) sums.other += one.change;
    else sums[member] += Math.abs(one.change);
    if (member === "earned") sums.servicesGiven += 1;
    if (member === "redeemed") sums.servicesReceived += 1;
  }
  return sums;
};
