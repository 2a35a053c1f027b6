/** Accounts as the rules see them, and what their ids say. */
import type { District } from "../../../schemas/district.ts";
import { SYSTEM_POOLS } from "../../../schemas/district.ts";

export type HolderKind = "resident" | "household" | "organisation" | "fund" | "pool";
/** `earmarked`: a fund's envelope, which moves through the fund's own rules only. */
export type AccountStatus = "active" | "earmarked" | "frozen" | "closed";

/**
 * State of an account, amounts in minor units. Derived members are stored, because DynamoDB conditions have no
 * arithmetic:
 * `free = balance - held`, `available = free - floor`, `room = ceiling - balance - heldIn`.
 */
export interface Account {
  readonly id: string;
  readonly holderKind: HolderKind;
  readonly holderId: string;
  readonly community: string;
  readonly unit: string;
  readonly status: AccountStatus;
  readonly floor: number;
  readonly ceiling: number;
  readonly balance: number;
  readonly held: number;
  readonly heldIn: number;
  readonly free: number;
  readonly available: number;
  readonly room: number;
  /** Lifetime earned; never falls by spending or expiry. */
  readonly earned: number;
  /** Sum of all debits since the last fold of expired lots: with the lots below it gives the oldest-first remainder. */
  readonly spent: number;
  /** Credits by the local day (`YYYYMMDD`) on which they have expired. */
  readonly lots: Readonly<Record<string, number>>;
  /** Stamp of the last journal entry. */
  readonly last: number;
  /** Writes so far. */
  readonly version: number;
  /** Revision of status and limits, the account's ETag. */
  readonly revision: number;
  readonly lastPaidMs: number | undefined;
  readonly spenders: readonly string[];
  /** Cap counters by attribute: period and use in one number, see counter.ts. */
  readonly counters: Readonly<Record<string, number>>;
}

/** What an account id says without reading the account. */
export type AccountRef =
  | { readonly id: string; readonly unit: string; readonly holder: string; readonly pool?: undefined }
  | { readonly id: string; readonly unit: string; readonly pool: string; readonly community: string };

/** Splits an id that has passed its schema. */
export const accountRef = (id: string): AccountRef => {
  const stop = id.lastIndexOf(".");
  const owner = id.slice(0, stop);
  const unit = id.slice(stop + 1);
  const [community, pool] = owner.split("~");
  return pool === undefined ? { id, unit, holder: owner } : { id, unit, pool, community: community as string };
};

/** Id of a holder's account. */
export const memberAccount = (holder: string, unit: string): string => `${holder}.${unit}`;

/** Id of a pool's account. */
export const poolAccount = (community: string, pool: string, unit: string): string => `${community}~${pool}.${unit}`;

/** True for pools that the district has: the system's in every unit, a reward pool in its own. */
export const poolExists = (district: District, ref: AccountRef): boolean => {
  if (ref.pool === undefined) return false;
  if (!district.communities.some((community) => community.id === ref.community)) return false;
  if (!district.units.some((unit) => unit.code === ref.unit)) return false;
  return (
    (SYSTEM_POOLS as readonly string[]).includes(ref.pool) ||
    district.pools.some((pool) => pool.code === ref.pool && pool.unit === ref.unit)
  );
};

/** A reward pool whose spending is bounded by what was funded, or undefined. */
export const hardBudget = (district: District, ref: AccountRef) =>
  ref.pool === undefined
    ? undefined
    : district.pools.find((pool) => pool.code === ref.pool && pool.unit === ref.unit && pool.budget === "hard");

/** Points that expire next, oldest lots first: debits have consumed `spent` of the lots in order of their day. */
export const nextExpiry = (account: Pick<Account, "lots" | "spent">): { amount: number; day: string } | null => {
  let spent = account.spent;
  for (const day of Object.keys(account.lots).sort()) {
    const lot = account.lots[day] ?? 0;
    if (lot > spent) return { amount: lot - Math.max(spent, 0), day };
    spent -= lot;
  }
  return null;
};
