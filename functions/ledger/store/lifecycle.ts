/** Changes of an account that are not movements: status, limits, spenders. */
import { Expression } from "../../shared/expression.ts";
import { create, type Write } from "../../shared/write.ts";
import type { Account } from "../domain/account.ts";
import { accountKey } from "./account.ts";

export interface AccountChange {
  readonly status?: Account["status"];
  readonly floor?: number;
  readonly ceiling?: number;
}

/** Writes status, limits and balances of `account` over the state `seen`, when nothing has touched it since. */
export const changeWrite = (account: Account, change: AccountChange, seen: Account = account): Write => {
  const x = new Expression();
  const floor = change.floor ?? account.floor;
  const ceiling = change.ceiling ?? account.ceiling;
  const sets = {
    st: change.status ?? account.status,
    floor,
    ceil: ceiling,
    bal: account.balance,
    free: account.free,
    spent: account.spent,
    last: account.last,
    avail: account.free - floor,
    room: ceiling - account.balance - account.heldIn,
    rev: seen.revision + 1,
    ver: seen.version + 1,
  };
  const update = `SET ${Object.entries(sets)
    .map(([name, value]) => `${x.name(name)} = ${x.value(value)}`)
    .join(", ")}`;
  const expression = `${x.name("ver")} = ${x.value(seen.version)} AND ${x.name("rev")} = ${x.value(seen.revision)}`;
  return {
    type: "update",
    key: accountKey(account.id),
    update,
    condition: { expression, names: x.names, values: x.values },
  };
};

/** The record of such a change: who, when, why. It bears the event, since the account itself is written by updates. */
export const changeRecord = (
  account: Account,
  change: AccountChange,
  by: string,
  reason: string,
  stamp: number,
): Write =>
  create({
    pk: accountKey(account.id).pk,
    sk: `C#${String(account.revision + 1).padStart(6, "0")}`,
    ...change,
    account: account.id,
    by,
    reason,
    rev: account.revision + 1,
    at: stamp,
    ev: change.status === undefined ? "ledger.account.limits-changed" : `ledger.account.${change.status}`,
  });

/** Sets the spenders of a shared wallet; an empty list leaves it to its officers. */
export const spendersWrite = (id: string, spenders: readonly string[], community: string): Write => {
  const x = new Expression();
  const path = x.name("spend");
  const update = spenders.length === 0 ? `REMOVE ${path}` : `SET ${path} = ${x.value(new Set(spenders))}`;
  const expression = `${x.name("com")} = ${x.value(community)} AND ${x.name("st")} <> ${x.value("closed")}`;
  return {
    type: "update",
    key: accountKey(id),
    update: `${update} ADD ${x.name("ver")} ${x.value(1)}`,
    condition: { expression, names: x.names, values: x.values },
  };
};
