/** New accounts: a member's with the unit's policy, a pool's without bounds. */
import { type District, SYSTEM_POOLS } from "../../../schemas/district.ts";
import { BALANCE_MAX } from "../../../schemas/primitives.ts";
import { expiryDay } from "../../shared/time.ts";
import { type Account, type HolderKind, memberAccount, poolAccount } from "./account.ts";
import type { Entry } from "./entry.ts";
import { policyOf } from "./sides.ts";

export interface Holder {
  readonly kind: Exclude<HolderKind, "pool">;
  readonly id: string;
  readonly community: string;
  /** Residents who may spend from it, for shared wallets. */
  readonly spenders?: readonly string[];
}

/** A fund's envelope: what lies in it is spent by the fund's rules, and never below its reserve. */
export interface Envelope {
  readonly id: string;
  readonly community: string;
  readonly unit: string;
  /** Minor units that stay: the account's floor. */
  readonly reserve: number;
}

export interface Opening {
  readonly transferId: string;
  readonly unit: string;
  readonly amount: number;
  /** Who granted it. */
  readonly by: string;
}

const empty = (
  id: string,
  floor: number,
  ceiling: number,
): Omit<Account, "holderKind" | "holderId" | "community" | "unit"> => ({
  id,
  status: "active",
  floor,
  ceiling,
  balance: 0,
  held: 0,
  heldIn: 0,
  free: 0,
  available: -floor,
  room: ceiling,
  earned: 0,
  spent: 0,
  lots: {},
  last: 0,
  version: 0,
  revision: 1,
  lastPaidMs: undefined,
  spenders: [],
  counters: {},
});

/** A member's account of `unit`, empty. */
export const newAccount = (district: District, holder: Holder, unit: string): Account => {
  const policy = policyOf(district, unit);
  return {
    ...empty(memberAccount(holder.id, unit), policy.floor, policy.ceiling),
    holderKind: holder.kind,
    holderId: holder.id,
    community: holder.community,
    unit,
    spenders: [...(holder.spenders ?? [])],
  };
};

/** The account of a fund's envelope, empty; no plain movement of the ledger touches it. */
export const newEnvelope = ({ id, community, unit, reserve }: Envelope): Account => ({
  ...empty(memberAccount(id, unit), reserve, BALANCE_MAX),
  status: "earmarked",
  holderKind: "fund",
  holderId: id,
  community,
  unit,
});

/** The account with its opening balance, and the journal entry that brought it from issuance. */
export const opened = (
  district: District,
  account: Account,
  opening: Opening,
  stamp: number,
  now: Date,
): { account: Account; entry: Entry } => {
  const months = policyOf(district, account.unit).expiryMonths;
  const lot = months === null ? undefined : expiryDay(now, district.zone, months);
  const { amount } = opening;
  return {
    account: {
      ...account,
      balance: amount,
      free: amount,
      available: account.available + amount,
      room: account.room - amount,
      lots: lot === undefined ? {} : { [lot]: amount },
      last: stamp,
      version: 1,
    },
    entry: {
      id: opening.transferId,
      leg: 0,
      reversal: false,
      kind: "opening",
      from: poolAccount(account.community, "issuance", account.unit),
      to: account.id,
      amount,
      category: "opening",
      stamp,
      by: opening.by,
      ...(lot === undefined ? {} : { lot }),
    },
  };
};

/** Every pool account of a community: the system's in each unit, and the reward pools of the district's file. */
export const newPools = (district: District, community: string): Account[] => {
  const system = district.units.flatMap((unit) =>
    SYSTEM_POOLS.map((code) => ({ code: code as string, unit: unit.code as string })),
  );
  return [...system, ...district.pools].map(({ code, unit }) => ({
    ...empty(poolAccount(community, code, unit), -BALANCE_MAX, BALANCE_MAX),
    holderKind: "pool",
    holderId: code,
    community,
    unit,
  }));
};
