/** Giving up what is left on an account that closes. */
import { type Account, poolAccount } from "./account.ts";
import type { Entry } from "./entry.ts";

/**
 * The account after its balance has gone to the community's expiry pool, and the entry that says so; unchanged when
 * it was empty.
 */
export const planForfeit = (
  account: Account,
  id: string,
  by: string,
  stamp: number,
): { account: Account; entries: Entry[] } => {
  const amount = account.balance;
  if (amount <= 0) return { account, entries: [] };
  const entry: Entry = {
    id,
    leg: 0,
    reversal: false,
    kind: "adjustment",
    from: account.id,
    to: poolAccount(account.community, "expiry", account.unit),
    amount,
    category: "forfeit",
    stamp,
    by,
  };
  const emptied = {
    ...account,
    balance: 0,
    free: account.free - amount,
    available: account.available - amount,
    room: account.room + amount,
    spent: account.spent + amount,
    last: stamp,
  };
  return { account: emptied, entries: [entry] };
};
