/** Who may see what of the ledger: own accounts, shared wallets, and the officers of the community. */
import { type Actor, holdsAny } from "../../shared/policy.ts";
import type { Account } from "./account.ts";

const OFFICERS = ["steward", "auditor", "district-admin"] as const;

/** True when `actor` (or the person they act for) may read the account. */
export const mayRead = (
  actor: Actor,
  person: string,
  account: Pick<Account, "holderKind" | "holderId" | "community" | "spenders">,
): boolean => {
  if (holdsAny(actor, OFFICERS, account.community)) return true;
  if (account.holderKind === "pool") return false;
  return account.holderId === person || account.spenders.includes(person);
};

/** True when the person may dispose of the account's money: its holder or one of its spenders. */
export const mayDispose = (person: string, account: Pick<Account, "holderKind" | "holderId" | "spenders">): boolean =>
  account.holderKind !== "pool" && (account.holderId === person || account.spenders.includes(person));
