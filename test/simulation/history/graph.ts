/**
 * Whether a history is strictly serializable, by its graph: versions of each account in the order of its journal, who
 * wrote and who saw which, and what was over before something else began. Without a cycle there is an order that
 * explains everything (Adya, Weak Consistency, 1999). Time is linear in operations, journal and answers.
 */
import type { History, Operation } from "./record.ts";

/** Nodes of the graph with their successors. */
type Graph = Map<string, Set<string>>;

const link = (graph: Graph, from: string, to: string): void => {
  const successors = graph.get(from) ?? new Set();
  graph.set(from, successors);
  if (from !== to) successors.add(to);
  if (!graph.has(to)) graph.set(to, new Set());
};

/** Real time as a line of instants: an operation lies between that of its invocation and that of its answer. */
const addTime = (graph: Graph, operations: readonly (Operation & { readonly node: string })[]): void => {
  const last = operations.reduce((most, { invoked, answered }) => {
    return Math.max(most, invoked, Number.isFinite(answered) ? answered : 0);
  }, 0);
  for (let instant = 0; instant < last; instant++) link(graph, `t${instant}`, `t${instant + 1}`);
  for (const { node, invoked, answered } of operations) {
    link(graph, `t${invoked}`, node);
    // What is answered at an instant is over for all that is invoked at a later one.
    if (Number.isFinite(answered)) link(graph, node, `t${answered}`);
  }
};

/** True when some node leads to itself: something remains after taking away, again and again, what nothing leads to. */
const hasCycle = (graph: Graph): boolean => {
  const incoming = new Map([...graph.keys()].map((node) => [node, 0]));
  for (const successors of graph.values()) {
    for (const node of successors) incoming.set(node, (incoming.get(node) ?? 0) + 1);
  }
  const free = [...incoming].filter(([, count]) => count === 0).map(([node]) => node);
  let taken = 0;
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    taken += 1;
    for (const next of graph.get(node) ?? []) {
      const count = (incoming.get(next) as number) - 1;
      incoming.set(next, count);
      if (count === 0) free.push(next);
    }
  }
  return taken < graph.size;
};

interface Versions {
  /** Balance after so many entries. */
  readonly balances: readonly number[];
  /** Nodes of the transfers that made each version after the first. */
  readonly writers: readonly string[];
}

const versionsOf = ({ opening, journal }: History): Map<string, Versions> =>
  new Map(
    Object.entries(journal).map(([account, entries]) => {
      const balances = [opening[account] as number];
      for (const { change } of entries) balances.push((balances.at(-1) as number) + change);
      return [account, { balances, writers: entries.map(({ id }) => `w${id}`) }];
    }),
  );

/** What is wrong with a history, or undefined when it is strictly serializable. */
export const faultOf = (history: History): string | undefined => {
  const graph: Graph = new Map();
  const versions = versionsOf(history);
  const committed = new Set([...versions.values()].flatMap(({ writers }) => writers));
  const operations = history.operations.map((operation, index) => ({
    ...operation,
    node: operation.ask.do === "pay" && operation.told.kind !== "short" ? `w${operation.ask.id}` : `r${index}`,
  }));
  for (const { node, told, ask } of operations) {
    if (told.kind === "paid" && !committed.has(node))
      return `a payment was answered and is not in the journal: ${node}`;
    if (told.kind === "short" && ask.do === "pay" && committed.has(`w${ask.id}`)) return `refused and paid: ${node}`;
  }
  // A payment that nobody heard of and that was not made has no place in any order.
  addTime(
    graph,
    operations.filter(({ told, node }) => told.kind !== "unknown" || committed.has(node)),
  );
  for (const { balances, writers } of versions.values()) {
    if (balances.some((balance) => balance < 0)) return "a balance was below zero in the order of the journal";
    for (const [index, writer] of writers.entries()) if (index > 0) link(graph, writers[index - 1] as string, writer);
  }
  for (const { node, ask, told } of operations) {
    if (told.kind !== "balance" && told.kind !== "short") continue;
    const { balances, writers } = versions.get(ask.do === "read" ? ask.account : ask.from) as Versions;
    const places = balances.flatMap((balance, index) => (balance === told.balance ? [index] : []));
    const [place] = places;
    if (place === undefined) return `nobody ever had the balance ${told.balance}: ${node}`;
    if (told.kind === "short" && ask.do === "pay" && told.balance >= ask.amount) return `refused for nothing: ${node}`;
    // A balance that an account had twice says less: the reader stands after the first and before the last.
    if (place > 0) link(graph, writers[place - 1] as string, node);
    const after = writers[places.at(-1) as number];
    if (after !== undefined) link(graph, node, after);
  }
  return hasCycle(graph) ? "no order of the operations explains the answers" : undefined;
};
