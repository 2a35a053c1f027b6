/** Movements of a fund's money: each is a transfer of the ledger, a record and sums of the fund, in one write set. */
import { type Mover, memberAccount, moveOwned, type OwnedTransfer, poolAccount } from "../../ledger/port.ts";
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Refusal } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import type { Fund, Movement, Totals } from "../domain/money.ts";
import { addTotals, createMovement } from "../store/funds.ts";

/** Context that owns the fund's holds in the ledger. */
export const OWNER = "fund";

/** Account of a fund's envelope. */
export const envelopeAccount = ({ id, unit }: Pick<Fund, "id" | "unit">): string => memberAccount(id, unit);

/**
 * The pool beyond which the ledger does not see: bank accounts for money; points are issued.
 */
export const outside = ({ community, unit }: Pick<Fund, "community" | "unit">): string =>
  poolAccount(community, unit === "points" ? "issuance" : "clearing", unit);

/** One movement: the transfer, what is recorded of it and what it adds to sums of funds. */
export interface Moved {
  readonly transfer: Omit<OwnedTransfer, "leg" | "earned">;
  readonly movements: readonly Movement[];
  readonly totals: readonly (readonly [fund: string, changes: Partial<Totals>])[];
}

/** What stands of movements in their funds: the records, and the sums of each fund in one write. */
export const recorded = (moves: readonly Pick<Moved, "movements" | "totals">[], { stamps }: Deps): Write[] => {
  const records = moves.flatMap(({ movements }) =>
    movements.map((movement) => createMovement(movement, stamps.take())),
  );
  const sums = new Map<string, Partial<Totals>>();
  for (const [fund, changes] of moves.flatMap(({ totals }) => totals)) {
    sums.set(fund, added(sums.get(fund) ?? {}, changes));
  }
  return [...records, ...[...sums].map(([fund, changes]) => addTotals(fund, changes))];
};

const added = (before: Partial<Totals>, changes: Partial<Totals>): Partial<Totals> => {
  const entries = Object.entries(changes).map(([name, change]) => [name, change + (before[name as keyof Totals] ?? 0)]);
  return { ...before, ...Object.fromEntries(entries) };
};

/** Writes of movements, all or none; refused by what the ledger's accounts refuse. */
export const moveMoney = async (
  moves: readonly Moved[],
  mover: Mover,
  known: Known,
  deps: Deps,
): Promise<{ readonly writes: readonly Write[] } | { readonly refusals: readonly Refusal[] }> => {
  const orders = moves.map(({ transfer }) => ({ ...transfer, leg: 0, earned: false }));
  const made = await moveOwned(orders, mover, known, deps);
  if ("refusals" in made) return made;
  return { writes: [...made.writes, ...recorded(moves, deps)] };
};
