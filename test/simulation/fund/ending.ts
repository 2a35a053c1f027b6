/** How funds end, by the rules on paper alone: on their last day, or because somebody closes them. */
import { EDGE_MS } from "../kernel/context.ts";
import { type Chest, cashOf, committedOf, freeOf, type PaperEnd, withEnd, withSums } from "./chest.ts";

/** Why a fund takes and promises nothing at an instant, or nothing. */
export const standingOf = (chest: Chest, fund: string, nowMs: number): string[] => {
  const { state, overMs = Number.POSITIVE_INFINITY } = chest.ends[fund] as PaperEnd;
  if (state === "closed") return ["fund/closed"];
  return state === "expired" || nowMs >= overMs ? ["fund/expired"] : [];
};

/** So much of a fund goes to its heir, or to who gave it. */
export const leaves = (chest: Chest, fund: string, amount: number): Chest => {
  const { heir } = chest.ends[fund] as PaperEnd;
  if (heir === undefined || chest.ends[heir]?.state !== "open") return withSums(chest, fund, { givenBack: amount });
  return withSums(withSums(chest, fund, { transferredOut: amount }), heir, { transferredIn: amount });
};

/** Days pass: all that is not promised leaves a fund that is over, its reserve too. */
export const daysPass = (chest: Chest, nowMs: number): Chest =>
  Object.entries(chest.ends).reduce((before, [fund, { state, overMs = Number.POSITIVE_INFINITY }]) => {
    if (state === "closed" || nowMs < overMs) return before;
    const over = withEnd(before, fund, { state: "expired", reserve: 0 });
    return leaves(over, fund, freeOf(over, fund));
  }, chest);

/** A fund is closed with its reserve, or why it is not. */
export const closed = (chest: Chest, fund: string): Chest | string[] => {
  if (chest.ends[fund]?.state === "closed") return ["fund/closed"];
  if (committedOf(chest, fund) > 0 || freeOf(chest, fund) > 0) return ["ledger/account-not-empty"];
  return withEnd(leaves(chest, fund, cashOf(chest, fund)), fund, { state: "closed", reserve: 0 });
};

/** Whether every process has the same day; their clocks differ by parts of a second. */
export const isClearDay = ({ ends }: Chest, nowMs: number): boolean =>
  Object.values(ends).every(({ overMs = 0 }) => Math.abs(overMs - nowMs) > EDGE_MS);
