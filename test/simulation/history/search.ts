/**
 * Whether a tiny history can be explained by doing its operations one by one in an order that real time allows: every
 * such order is tried (Wing and Gong, Testing and Verifying Concurrent Objects, 1993). It looks at answers only and
 * knows no journal, so it checks the graph's verdicts by other means.
 */
import type { History, Operation } from "./record.ts";

type Balances = Readonly<Record<string, number>>;

/** Balances after an operation that got its answer, or undefined where it could not have got it. */
const done = (balances: Balances, { ask, told }: Operation): Balances | undefined => {
  if (ask.do === "read") {
    if (told.kind === "unknown") return balances;
    return told.kind === "balance" && balances[ask.account] === told.balance ? balances : undefined;
  }
  const there = balances[ask.from] as number;
  if (told.kind === "short") return there === told.balance && there < ask.amount ? balances : undefined;
  if (there < ask.amount) return undefined;
  return { ...balances, [ask.from]: there - ask.amount, [ask.to]: (balances[ask.to] as number) + ask.amount };
};

/** True when some order explains every answer. Operations without an answer may have happened or not. */
export const canBeExplained = ({ opening, operations }: History): boolean => {
  const seen = new Set<string>();
  const search = (left: readonly Operation[], balances: Balances): boolean => {
    if (left.every(({ told }) => told.kind === "unknown")) return true;
    const state = JSON.stringify([left.map(({ invoked }) => invoked), balances]);
    if (seen.has(state)) return false;
    seen.add(state);
    // Next comes one that began before any other that is left had ended.
    const earliest = Math.min(...left.map(({ answered }) => answered));
    return left.some((operation, index) => {
      if (operation.invoked > earliest) return false;
      const rest = left.toSpliced(index, 1);
      const after = done(balances, operation);
      if (after !== undefined && search(rest, after)) return true;
      return operation.told.kind === "unknown" && search(rest, balances);
    });
  };
  return search(operations, opening);
};
