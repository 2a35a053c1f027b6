/**
 * What settlement decides without reading anything: up to which instant the calendar reaches, and which orders go into
 * one transaction.
 */
import type { RedemptionDays } from "../../../schemas/timebank/policy.ts";
import { dayAfter, dayIso, dayText, localMs } from "../../shared/time.ts";
import { nextRedemptionDay } from "./policy.ts";

/** A quarter has at most 92 days: one of so many days back is past in every calendar, even where today's is to come. */
const DAYS_BACK_MAX = 92;

/** When a district settles: on which local days, at what local time, in which zone. */
export interface Calendar {
  readonly days: RedemptionDays;
  /** HH:MM. */
  readonly at: string;
  readonly zone: string;
}

/**
 * The latest instant of the calendar at or before `now`, ms. A run settles what was confirmed before it, so that a late
 * run, one resumed on the next day and one across the turn of a month or a year all settle the same.
 */
export const cutoffOf = (now: Date, { days, at, zone }: Calendar): number => {
  const today = dayText(now, zone);
  for (let back = 0; back <= DAYS_BACK_MAX; back++) {
    const day = dayAfter(today, -back);
    if (nextRedemptionDay(days, day) !== day) continue;
    const instant = localMs(`${dayIso(day)}T${at}`, zone);
    if (instant <= now.getTime()) return instant;
  }
  throw new Error("a calendar without a settlement day in a quarter");
};

/** What an order takes of a transaction. */
export interface Load {
  readonly id: string;
  /** Items of its own: the order, its hold, its journal entry. */
  readonly items: number;
  /** Accounts that it pays from and to; those that a transaction shares cost one item. */
  readonly accounts: readonly string[];
}

/** Orders by the account of theirs that most orders share, so that what nets stands together. */
const clustered = <T extends Load>(loads: readonly T[]): T[] => {
  const degree = new Map<string, number>();
  for (const account of loads.flatMap(({ accounts }) => accounts)) degree.set(account, (degree.get(account) ?? 0) + 1);
  const nameOf = ({ accounts }: T): string =>
    [...accounts].sort((a, b) => (degree.get(b) ?? 0) - (degree.get(a) ?? 0) || (a < b ? -1 : 1)).join(" ");
  return [...Map.groupBy(loads, nameOf)].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, alike]) => alike);
};

/**
 * Orders in groups of which each fits one transaction of `itemsMax` items, orders that share accounts in one group:
 * each account is written once a group, whatever it pays and receives there.
 */
export const groupsOf = <T extends Load>(loads: readonly T[], itemsMax: number): T[][] => {
  const groups: T[][] = [];
  let items = 0;
  let accounts = new Set<string>();
  for (const load of clustered(loads)) {
    const fresh = load.accounts.filter((account) => !accounts.has(account)).length;
    const open = groups.at(-1);
    if (open && items + load.items + fresh <= itemsMax) open.push(load);
    else {
      groups.push([load]);
      items = 0;
      accounts = new Set();
    }
    for (const account of load.accounts) accounts.add(account);
    items += load.items + (open === groups.at(-1) ? fresh : new Set(load.accounts).size);
  }
  return groups;
};
