/** A state machine as one table: conditions of writes, diagrams and generated tests come from it. */
import { type Refusal, refuse } from "../../shared/refusal.ts";

/** One command of a table. */
export interface Row<State extends string, Side extends string> {
  readonly from: readonly State[];
  /** The state that it leads to; left out where the state stays as it is. */
  readonly to?: State;
  readonly by: readonly Side[];
}

export type Table<State extends string, Side extends string, Command extends string = string> = Readonly<
  Record<Command, Row<State, Side>>
>;

/** Why a state does not allow a command, or nothing. */
export const stateRefusals = <State extends string>(row: Row<State, string>, state: State): Refusal[] =>
  row.from.includes(state) ? [] : [refuse("fund/wrong-state", { state, needs: row.from.join(", ") })];

const alias = (state: string): string => state.replaceAll("-", "_");

/** A table as a Mermaid state diagram, from the states in which its records are made. */
export const diagram = <State extends string>(table: Table<State, string>, start: State): string => {
  const rows = Object.entries<Row<State, string>>(table);
  const states = [...new Set(rows.flatMap(([, { from, to }]) => (to === undefined ? from : [...from, to])))];
  const named = states.filter((state) => state.includes("-")).map((state) => `  state "${state}" as ${alias(state)}`);
  const moves = rows.flatMap(([command, { from, to }]) =>
    from.map((before) => `  ${alias(before)} --> ${alias(to ?? before)}: ${command}`),
  );
  const ends = states.filter((state) => !rows.some(([, { from, to }]) => from.includes(state) && to !== undefined));
  const last = ends.map((state) => `  ${alias(state)} --> [*]`);
  return ["stateDiagram-v2", `  [*] --> ${alias(start)}: create`, ...named, ...moves, ...last].join("\n");
};

/** A table as Markdown: who may do what, from where to where. */
export const tableText = (table: Table<string, string>): string =>
  [
    "| command | from | to | by |",
    "|---|---|---|---|",
    ...Object.entries(table).map(
      ([command, { from, to, by }]) => `| ${command} | ${from.join(", ")} | ${to ?? "stays"} | ${by.join(", ")} |`,
    ),
  ].join("\n");
