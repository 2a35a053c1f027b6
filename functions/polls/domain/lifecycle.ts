/**
 * The life of a poll as one table. The writes' conditions, the diagram of docs/polls.md and the generated tests come
 * from it; nothing else says which state follows which.
 */
import { PollState } from "../../../schemas/polls/resources.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";

/** Every state, in the order of a life that goes well, then the other ends. */
export const STATES: readonly PollState[] = PollState.options;

/** Who gives a command: the community's poll officers, or the scheduled job. */
export type Side = "officer" | "system";

/** What happens at a command, as events name it. */
export type Happening =
  | "drafted"
  | "edited"
  | "noticed"
  | "rolled"
  | "corrected"
  | "sealed"
  | "opened"
  | "extended"
  | "closed"
  | "counted"
  | "asked"
  | "answered"
  | "published"
  | "finalised"
  | "annulled"
  | "cancelled";

export interface Transition {
  readonly from: readonly PollState[];
  readonly to: PollState;
  readonly by: readonly Side[];
  /** Event of the change. */
  readonly event: Happening;
}

/** The table. A command that leaves the state as it is (a correction, an extension) is a row too. */
export const TRANSITIONS = {
  edit: { from: ["draft"], to: "draft", by: ["officer"], event: "edited" },
  notice: { from: ["draft"], to: "noticed", by: ["officer"], event: "noticed" },
  roll: { from: ["noticed"], to: "noticed", by: ["system"], event: "rolled" },
  correct: { from: ["noticed"], to: "noticed", by: ["officer"], event: "corrected" },
  seal: { from: ["noticed"], to: "sealed", by: ["system"], event: "sealed" },
  cancel: { from: ["draft", "noticed", "sealed"], to: "cancelled", by: ["officer"], event: "cancelled" },
  open: { from: ["sealed"], to: "open", by: ["system"], event: "opened" },
  extend: { from: ["open"], to: "open", by: ["officer", "system"], event: "extended" },
  close: { from: ["open"], to: "closed", by: ["system"], event: "closed" },
  ask: { from: ["closed"], to: "closed", by: ["system"], event: "asked" },
  answer: { from: ["closed"], to: "closed", by: ["officer"], event: "answered" },
  count: { from: ["closed"], to: "counted", by: ["system"], event: "counted" },
  publish: { from: ["counted"], to: "published", by: ["officer"], event: "published" },
  finalise: { from: ["published"], to: "final", by: ["system"], event: "finalised" },
  annul: { from: ["published", "final"], to: "annulled", by: ["officer"], event: "annulled" },
} as const satisfies Record<string, Transition>;

export type Command = keyof typeof TRANSITIONS;

/** All commands. */
export const COMMANDS = Object.keys(TRANSITIONS) as Command[];

/** The table's row of a command. */
export const transitionOf = (command: Command): Transition => TRANSITIONS[command];

/** States in which ballots may be cast, if the window is open too: the root of the roll has been published. */
export const VOTING_STATES: readonly PollState[] = ["sealed", "open"];
/** States whose rules nobody may change any more. */
export const FROZEN_STATES: readonly PollState[] = STATES.filter((state) => state !== "draft");
/** States in which the result is public. */
export const PUBLIC_STATES: readonly PollState[] = ["published", "final", "annulled"];

/** Why the poll's state does not allow the command; nothing when it does. */
export const stateRefusals = (command: Command, state: PollState): Refusal[] => {
  const { from } = transitionOf(command);
  if (from.includes(state)) return [];
  if (command === "edit") return [refuse("polls/rules-frozen", { state })];
  if (command === "correct") return [refuse("polls/roll-frozen", { state })];
  if (command === "publish" && !PUBLIC_STATES.includes(state)) return [refuse("polls/not-counted", { state })];
  return [refuse("polls/wrong-state", { state, needs: from.join(", ") })];
};

/** The table as a Mermaid state diagram. */
export const diagram = (): string => {
  const lines = ["stateDiagram-v2", "  [*] --> draft: create"];
  for (const command of COMMANDS) {
    const { from, to } = transitionOf(command);
    for (const before of from) lines.push(`  ${before} --> ${to}: ${command}`);
  }
  const ends = STATES.filter((state) => !COMMANDS.some((command) => transitionOf(command).from.includes(state)));
  lines.push(...ends.map((state) => `  ${state} --> [*]`));
  return lines.join("\n");
};

/** The table as Markdown: who may do what, from where to where, and the event of it. */
export const tableText = (): string =>
  [
    "| command | from | to | by | event |",
    "|---|---|---|---|---|",
    ...COMMANDS.map((command) => {
      const { from, to, by, event } = transitionOf(command);
      return `| ${command} | ${from.join(", ")} | ${to} | ${by.join(", ")} | \`polls.poll.${event}\` |`;
    }),
  ].join("\n");
