/** The ledger's published port: write sets that other contexts put into their own transactions. */
import type { Deps } from "../shared/deps.ts";
import { type Refusal, refuse } from "../shared/refusal.ts";
import type { Write } from "../shared/write.ts";
import { type Account, memberAccount } from "./domain/account.ts";
import { planForfeit } from "./domain/closing.ts";
import { type Holder, newAccount, newPools, type Opening, opened } from "./domain/opening.ts";
import { accountKey, createAccount, toAccount } from "./store/account.ts";
import { entryWrites } from "./store/journal.ts";
import { changeRecord, changeWrite, spendersWrite } from "./store/lifecycle.ts";

export type { Holder, Opening } from "./domain/opening.ts";

/**
 * Opens one account a unit for a holder, with opening balances from issuance where given; every write refuses an
 * account that exists.
 */
export const openAccounts = (
  deps: Pick<Deps, "district" | "stamps" | "clock">,
  holder: Holder,
  options: { readonly opening?: readonly Opening[] } = {},
): readonly Write[] =>
  deps.district.units.flatMap(({ code }) => {
    const account = newAccount(deps.district, holder, code);
    const opening = options.opening?.find((candidate) => candidate.unit === code);
    if (!opening) return [createAccount(account)];
    const made = opened(deps.district, account, opening, deps.stamps.take(), deps.clock.now());
    return [createAccount(made.account), ...entryWrites([made.entry])];
  });

/** Creates the pool accounts of a community; each write refuses one that exists. */
export const seedPools = (deps: Pick<Deps, "district">, community: string): readonly Write[] =>
  newPools(deps.district, community).map(createAccount);

/** Sets who may spend from a shared wallet, on each of its accounts. */
export const setSpenders = (
  deps: Pick<Deps, "district">,
  holderId: string,
  spenders: readonly string[],
  community: string,
): readonly Write[] =>
  deps.district.units.map(({ code }) => spendersWrite(memberAccount(holderId, code), spenders, community));

/**
 * Closes every account of a holder, in the caller's transaction. Holds must have ended; a balance must be gone, or is
 * given up to the expiry pool with `forfeit`. Each write holds the account to the state that was read.
 */
export const closeAccounts = async (
  deps: Pick<Deps, "db" | "district" | "stamps">,
  holderId: string,
  options: {
    readonly forfeit: boolean;
    readonly by: string;
    readonly reason: string;
    readonly transferIds: () => string;
  },
): Promise<{ readonly writes: readonly Write[] } | { readonly refusals: readonly Refusal[] }> => {
  const keys = deps.district.units.map(({ code }) => accountKey(memberAccount(holderId, code)));
  const accounts = (await deps.db.getMany(keys)).map(toAccount).filter((account) => account.status !== "closed");
  const refusals = accounts.flatMap((account) => closeRefusals(account, options.forfeit));
  if (refusals.length > 0) return { refusals };
  const writes = accounts.flatMap((account) => {
    const forfeited = planForfeit(account, options.transferIds(), options.by, deps.stamps.take(1, account.last));
    const change = { status: "closed" as const };
    return [
      changeWrite(forfeited.account, change, account),
      changeRecord(account, change, options.by, options.reason, deps.stamps.take()),
      ...entryWrites(forfeited.entries),
    ];
  });
  return { writes };
};

const closeRefusals = (account: Account, forfeit: boolean): Refusal[] => {
  if (account.held !== 0 || account.heldIn !== 0 || account.balance < 0) {
    return [refuse("ledger/account-not-empty", { balance: account.balance, held: account.held + account.heldIn })];
  }
  return account.balance > 0 && !forfeit
    ? [refuse("residents/balance-left", { balance: account.balance, unit: account.unit })]
    : [];
};
