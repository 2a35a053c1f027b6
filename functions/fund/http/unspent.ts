/** The age of what lies in a fund now. */
import type { Deps } from "../../shared/deps.ts";
import { isInflow, type Lot, unspentOf } from "../domain/unspent.ts";
import { movementList, toMovement } from "../store/funds.ts";

const PAGE = 100;
/** Most pages of movements that are looked through; what lies there from before is as old as the oldest seen. */
const PAGES_MAX = 20;

/** What of so much cash is how old, by the fund's newest income. */
export const unspentNow = async (fund: string, cash: number, deps: Pick<Deps, "db" | "clock">) => {
  const lots: Lot[] = [];
  let seen = 0;
  let after: Record<string, unknown> | undefined;
  for (let page = 0; page < PAGES_MAX && seen < cash; page++) {
    const list = { index: "g1" as const, partition: movementList(fund), descending: true, limit: PAGE };
    const { items, last } = await deps.db.query({ ...list, ...(after ? { after } : {}) });
    const inflows = items.map(toMovement).filter(isInflow);
    lots.push(...inflows);
    seen += inflows.reduce((sum, { amount }) => sum + amount, 0);
    if (!last) break;
    after = last;
  }
  return unspentOf(lots, cash, deps.clock.now().getTime());
};
