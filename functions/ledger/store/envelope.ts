/** The end of a fund's envelope: its reserve may leave it, and it is closed. */
import type { Known } from "../../shared/command.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import { accountRef, memberAccount } from "../domain/account.ts";
import { receives } from "../domain/sides.ts";
import type { Kernel, OwnedTransfer } from "../settlement.ts";
import { accountKey, toAccount } from "./account.ts";
import { changeRecord, changeWrite } from "./lifecycle.ts";
import { planWrites } from "./plan.ts";

/** Where what is left of an envelope goes: into another one, or out. */
export type Leaving = Pick<OwnedTransfer, "id" | "to" | "category" | "link">;

/** Who ends an envelope and why; `closes` says that it takes and pays nothing any more. */
export interface Ending {
  readonly by: string;
  readonly reason: string;
  readonly closes: boolean;
}

/** What leaves an envelope, minor units, and its writes; or what speaks against it. */
export type Released =
  | { readonly amount: number; readonly writes: readonly Write[] }
  | { readonly refusals: readonly Refusal[] };

/**
 * Moves all that a fund's envelope has not promised, with its reserve, and lets it have none from then on, in the
 * caller's transaction. One that closes must hold its reserve at most, and have promised nothing. The write holds the
 * envelope to what was read, so that the same money leaves it once.
 */
export const releaseEnvelope = async (
  { id, unit }: { readonly id: string; readonly unit: string },
  leaving: Leaving,
  { by, reason, closes }: Ending,
  known: Known,
  deps: Kernel,
): Promise<Released> => {
  const item = await deps.db.get(accountKey(memberAccount(id, unit)));
  if (!item) throw new Error(`the fund ${id} has no envelope`);
  const account = toAccount(item);
  const { balance, held, floor, available, free: amount } = account;
  if (closes && (held !== 0 || available > 0)) {
    return { refusals: [refuse("ledger/account-not-empty", { balance, held })] };
  }
  const change = { ...(floor === 0 ? {} : { floor: 0 }), ...(closes ? { status: "closed" as const } : {}) };
  // Stamps of a process rise: what is taken from here on is later than the envelope's last entry.
  const record = changeRecord(account, change, by, reason, deps.stamps.take(1, account.last));
  if (amount <= 0) return { amount: 0, writes: [changeWrite(account, change), record] };
  const { postings, budgets } = receives(deps.district, accountRef(leaving.to), amount, deps.clock.now(), {
    earmarked: true,
  });
  const entry = { ...leaving, leg: 0, reversal: false, kind: "transfer" as const, from: account.id, amount, by };
  const made = planWrites({ postings, budgets, entries: [entry], relations: [] }, known, deps);
  if ("refusals" in made) return made;
  const last = made.entries.at(-1)?.stamp as number;
  const emptied = { ...account, balance: balance - amount, free: 0, spent: account.spent + amount, last };
  return { amount, writes: [...made.writes, changeWrite(emptied, change, account), record] };
};
