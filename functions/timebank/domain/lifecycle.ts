/**
 * The life of an order as one table. The writes' conditions, the diagram of docs/timebank.md and the generated tests
 * come from it; nothing else says which state follows which.
 */
import type * as z from "zod";
import type { Side as SideSchema } from "../../../schemas/timebank/resources.ts";
import { OrderState } from "../../../schemas/timebank/resources.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";

export type State = z.infer<typeof OrderState>;
export type Side = z.infer<typeof SideSchema>;

/** Every state, in the order of a life that goes well, then the other ends. */
export const STATES: readonly State[] = OrderState.options;

/** What happens to the hours: `hold` reserves, `release` frees, `pay` posts the credited minutes and frees the rest. */
export type Hours = "none" | "hold" | "release" | "pay";

export interface Transition {
  readonly from: readonly State[];
  /** More than one where the policy decides: confirmation settles at once or waits for the calendar. */
  readonly to: readonly State[];
  readonly by: readonly Side[];
  readonly hours: Hours;
}

/** The table. */
export const TRANSITIONS = {
  publish: { from: ["draft"], to: ["requested"], by: ["steward"], hours: "none" },
  "decline-request": { from: ["draft"], to: ["declined"], by: ["steward"], hours: "none" },
  match: { from: ["requested"], to: ["matched"], by: ["recipient", "steward"], hours: "none" },
  "decline-match": {
    from: ["matched"],
    to: ["requested"],
    by: ["recipient", "volunteer", "steward"],
    hours: "none",
  },
  accept: { from: ["requested", "matched"], to: ["accepted"], by: ["volunteer"], hours: "hold" },
  cancel: {
    from: ["draft", "requested", "matched", "accepted"],
    to: ["cancelled"],
    by: ["recipient", "steward"],
    hours: "release",
  },
  withdraw: { from: ["accepted"], to: ["requested"], by: ["volunteer"], hours: "release" },
  expire: { from: ["draft", "requested", "matched", "accepted"], to: ["expired"], by: ["system"], hours: "release" },
  "no-show": { from: ["accepted"], to: ["no-show"], by: ["recipient", "steward"], hours: "release" },
  "check-in": { from: ["accepted"], to: ["checked-in"], by: ["recipient", "volunteer", "steward"], hours: "none" },
  "check-out": {
    from: ["checked-in"],
    to: ["checked-out"],
    by: ["recipient", "volunteer", "steward"],
    hours: "none",
  },
  propose: {
    from: ["checked-in", "checked-out"],
    to: ["checked-in", "checked-out"],
    by: ["recipient", "volunteer"],
    hours: "none",
  },
  correct: {
    from: ["checked-in", "checked-out"],
    to: ["checked-out"],
    by: ["recipient", "volunteer", "steward"],
    hours: "none",
  },
  confirm: {
    from: ["checked-out"],
    to: ["confirmed", "settled"],
    by: ["recipient", "steward", "system"],
    hours: "pay",
  },
  settle: { from: ["confirmed"], to: ["settled"], by: ["steward", "system"], hours: "pay" },
  dispute: {
    from: ["checked-in", "checked-out"],
    to: ["disputed"],
    by: ["recipient", "volunteer", "system"],
    hours: "none",
  },
  resolve: { from: ["disputed"], to: ["resolved"], by: ["steward"], hours: "pay" },
} as const satisfies Record<string, Transition>;

export type Command = keyof typeof TRANSITIONS;

/** All commands. */
export const COMMANDS = Object.keys(TRANSITIONS) as Command[];

/** The table's row of a command. */
export const transitionOf = (command: Command): Transition => TRANSITIONS[command];

/** What a command does to the hours on its way to a state: confirmation pays only where it settles at once. */
export const hoursOf = (command: Command, next: State): Hours =>
  next === "confirmed" ? "none" : transitionOf(command).hours;

/** States in which a request looks for a volunteer. */
export const OPEN_STATES: readonly State[] = ["requested"];
/** States from which on the volunteer is known, and both sides may see where to go. */
export const BOUND_STATES: readonly State[] = [
  "accepted",
  "checked-in",
  "checked-out",
  "confirmed",
  "settled",
  "disputed",
  "resolved",
];
/** States whose minutes have been decided. */
const PAID: readonly State[] = ["confirmed", "settled", "resolved"];
const BEFORE_SERVICE: readonly State[] = ["draft", "requested", "matched", "accepted"];

/** What of an order decides whether it may move. */
export interface Standing {
  readonly state: State;
  readonly confirmedMs?: number | undefined;
  readonly disputedMs?: number | undefined;
}

const instant = (ms: number | undefined): string => (ms === undefined ? "?" : new Date(ms).toISOString());

/** Why the order's state does not allow the command, with the state or instant behind it; nothing when it does. */
export const stateRefusals = (command: Command, order: Standing): Refusal[] => {
  const { from } = transitionOf(command);
  const { state } = order;
  if (from.includes(state)) return [];
  if (state === "disputed") return [refuse("timebank/disputed", { since: instant(order.disputedMs) })];
  if ((command === "confirm" || command === "dispute") && PAID.includes(state)) {
    return [refuse("timebank/already-confirmed", { at: instant(order.confirmedMs) })];
  }
  if ((command === "check-out" || command === "confirm") && BEFORE_SERVICE.includes(state)) {
    return [refuse("timebank/not-checked-in", { state })];
  }
  return [refuse("timebank/wrong-state", { state, needs: from.join(", ") })];
};

const alias = (state: State): string => state.replaceAll("-", "_");

/** The table as a Mermaid state diagram. */
export const diagram = (): string => {
  const lines = ["stateDiagram-v2", "  [*] --> draft: create, where a steward checks", "  [*] --> requested: create"];
  for (const state of STATES.filter((each) => each.includes("-"))) lines.push(`  state "${state}" as ${alias(state)}`);
  for (const command of COMMANDS) {
    const { from, to } = transitionOf(command);
    for (const before of from) {
      // A proposal leaves the state as it is.
      const after = command === "propose" ? [before] : to;
      for (const next of after) {
        const hours = hoursOf(command, next);
        lines.push(`  ${alias(before)} --> ${alias(next)}: ${command}${hours === "none" ? "" : ` (${hours})`}`);
      }
    }
  }
  const ends = STATES.filter((state) => !COMMANDS.some((command) => transitionOf(command).from.includes(state)));
  lines.push(...ends.map((state) => `  ${alias(state)} --> [*]`));
  return lines.join("\n");
};

/** The table as Markdown: who may do what, from where to where, and what it does to the hours. */
export const tableText = (): string =>
  [
    "| command | from | to | by | hours |",
    "|---|---|---|---|---|",
    ...COMMANDS.map((command) => {
      const { from, to, by, hours } = transitionOf(command);
      return `| ${command} | ${from.join(", ")} | ${to.join(" or ")} | ${by.join(", ")} | ${hours} |`;
    }),
  ].join("\n");
