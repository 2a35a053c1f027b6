/**
 * The life of a booking as one table. The writes' conditions, the diagram of docs/parking.md and the generated tests
 * come from it; nothing else says which state follows which.
 */
import type * as z from "zod";
import { BookingState, type Side as SideSchema } from "../../../schemas/parking/resources.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";

export type State = z.infer<typeof BookingState>;
export type Side = z.infer<typeof SideSchema>;

/** Every state, in the order of a life that goes well, then the other ends. */
export const STATES: readonly State[] = BookingState.options;

/**
 * What happens to what is reserved: `hold` more, `release` all, `settle` what is due; beside it `adjust` pays some back
 * and `pay` a debt.
 */
export type Money = "keep" | "hold" | "release" | "settle" | "adjust" | "pay";
/** What happens to the stretch in the space's days: it stays as it is, is taken (again), or is given back. */
export type Place = "keep" | "take" | "free";

export interface Transition {
  readonly from: readonly State[];
  /** More than one where a rule decides; `same` leaves the state as it is. */
  readonly to: readonly State[] | "same";
  readonly by: readonly Side[];
  readonly money: Money;
  readonly place: Place;
}

/** The table. */
export const TRANSITIONS = {
  confirm: { from: ["held"], to: ["confirmed", "pending-owner"], by: ["renter"], money: "keep", place: "take" },
  accept: { from: ["pending-owner"], to: ["confirmed"], by: ["owner"], money: "keep", place: "take" },
  reject: { from: ["pending-owner"], to: ["rejected"], by: ["owner"], money: "release", place: "free" },
  expire: { from: ["held", "pending-owner"], to: ["expired"], by: ["system"], money: "release", place: "free" },
  cancel: {
    from: ["held", "pending-owner", "confirmed"],
    to: ["cancelled-by-renter"],
    by: ["renter"],
    money: "settle",
    place: "free",
  },
  recall: { from: ["confirmed"], to: ["cancelled-by-owner"], by: ["owner"], money: "release", place: "free" },
  revoke: {
    from: ["held", "pending-owner", "confirmed", "active", "overstay"],
    to: ["cancelled-by-operator"],
    by: ["operator"],
    money: "release",
    place: "free",
  },
  extend: {
    from: ["held", "confirmed", "active"],
    to: "same",
    by: ["renter", "operator"],
    money: "hold",
    place: "take",
  },
  move: { from: ["held", "confirmed"], to: "same", by: ["renter", "operator"], money: "hold", place: "take" },
  "check-in": {
    from: ["confirmed"],
    to: ["active"],
    by: ["renter", "operator", "system"],
    money: "keep",
    place: "keep",
  },
  overstay: { from: ["active"], to: ["overstay"], by: ["system"], money: "keep", place: "keep" },
  "check-out": {
    from: ["active", "overstay"],
    to: ["completed"],
    by: ["renter", "operator", "system"],
    money: "settle",
    place: "free",
  },
  "no-show": {
    from: ["confirmed"],
    to: ["no-show"],
    by: ["owner", "operator", "system"],
    money: "settle",
    place: "free",
  },
  dispute: {
    from: ["completed", "cancelled-by-renter", "cancelled-by-owner", "cancelled-by-operator", "no-show"],
    to: ["disputed"],
    by: ["renter", "owner"],
    money: "keep",
    place: "keep",
  },
  resolve: { from: ["disputed"], to: ["resolved"], by: ["operator"], money: "adjust", place: "keep" },
  pay: { from: ["completed", "disputed", "resolved"], to: "same", by: ["renter"], money: "pay", place: "keep" },
} as const satisfies Record<string, Transition>;

export type Command = keyof typeof TRANSITIONS;

/** All commands. */
export const COMMANDS = Object.keys(TRANSITIONS) as Command[];

/** The table's row of a command. */
export const transitionOf = (command: Command): Transition => TRANSITIONS[command];

/** States that a command may lead to from `state`. */
export const nextStates = (command: Command, state: State): readonly State[] => {
  const { to } = transitionOf(command);
  return to === "same" ? [state] : to;
};

/** States in which a booking takes its stretch of the space. */
export const TAKING: readonly State[] = ["held", "pending-owner", "confirmed", "active", "overstay"];
/** States in which the price is reserved. */
export const RESERVED: readonly State[] = TAKING;

/** What of a booking decides which state it is in now. */
export interface Standing {
  readonly state: State;
  readonly expiresMs?: number | undefined;
}

/**
 * State as it is at `nowMs`: a hold, or an owner's time to answer, that has run out is expired, whatever the jobs have
 * done so far.
 */
export const stateAt = ({ state, expiresMs }: Standing, nowMs: number): State =>
  (state === "held" || state === "pending-owner") && expiresMs !== undefined && expiresMs <= nowMs ? "expired" : state;

/** Why the booking's state does not allow the command now, with what is behind it; nothing when it does. */
export const stateRefusals = (command: Command, booking: Standing, nowMs: number): Refusal[] => {
  const { from } = transitionOf(command);
  const state = command === "expire" ? booking.state : stateAt(booking, nowMs);
  if (from.includes(state)) return [];
  // The command was allowed until the booking ran out.
  if (from.includes(booking.state)) {
    return [refuse("parking/hold-expired", { at: new Date(booking.expiresMs ?? 0).toISOString() })];
  }
  return [refuse("parking/wrong-state", { state, needs: from.join(", ") })];
};

const alias = (state: State): string => state.replaceAll("-", "_");

/** The table as a Mermaid state diagram. */
export const diagram = (): string => {
  const lines = ["stateDiagram-v2", "  [*] --> held: book (hold)", "  [*] --> confirmed: book at once (hold)"];
  lines.push("  [*] --> pending_owner: book at once, the owner accepts (hold)");
  for (const state of STATES.filter((each) => each.includes("-"))) lines.push(`  state "${state}" as ${alias(state)}`);
  for (const command of COMMANDS) {
    const { from, money } = transitionOf(command);
    for (const before of from) {
      for (const next of nextStates(command, before)) {
        lines.push(`  ${alias(before)} --> ${alias(next)}: ${command}${money === "keep" ? "" : ` (${money})`}`);
      }
    }
  }
  const leaves = (command: Command, state: State) =>
    transitionOf(command).from.includes(state) && nextStates(command, state).some((next) => next !== state);
  const ends = STATES.filter((state) => !COMMANDS.some((command) => leaves(command, state)));
  lines.push(...ends.map((state) => `  ${alias(state)} --> [*]`));
  return lines.join("\n");
};

/** The table as Markdown: who may do what, from where to where, and what it does to price and place. */
export const tableText = (): string =>
  [
    "| command | from | to | by | price | stretch |",
    "|---|---|---|---|---|---|",
    ...COMMANDS.map((command) => {
      const { from, to, by, money, place } = transitionOf(command);
      const target = to === "same" ? "the same" : to.join(" or ");
      return `| ${command} | ${from.join(", ")} | ${target} | ${by.join(", ")} | ${money} | ${place} |`;
    }),
  ].join("\n");
