/** An order and what each event makes of it. */

import type { Actor } from "../../shared/policy.ts";
import { holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { BOUND_STATES, OPEN_STATES, type Side, type State } from "./lifecycle.ts";
import { creditOf, measure, type Terms } from "./minutes.ts";
import type { Counted } from "./volunteer.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Times that a side has proposed. */
export interface Proposal {
  readonly side: Side;
  readonly inMs: number;
  readonly outMs: number;
}

export interface Order {
  readonly id: string;
  readonly community: string;
  readonly state: State;
  readonly recipient: string;
  /** Whose hours pay, or in whose name the care pool was asked. */
  readonly requester: string;
  readonly payer: "own-hours" | "care-pool";
  readonly by: string;
  readonly phone: boolean;
  readonly category: string;
  readonly fromMs: number;
  readonly untilMs: number;
  /** Estimate. */
  readonly minutes: number;
  readonly skills: readonly string[];
  readonly sex?: string | undefined;
  readonly urgency: "normal" | "urgent";
  readonly area?: string | undefined;
  readonly policy: string;
  readonly terms: Terms;
  readonly volunteer?: string | undefined;
  readonly hold?: string | undefined;
  readonly held?: number | undefined;
  readonly creditTo?: "member" | "care-pool" | "honour-only" | undefined;
  readonly inMs?: number | undefined;
  readonly outMs?: number | undefined;
  readonly measured?: number | undefined;
  readonly credited?: number | undefined;
  readonly proposal?: Proposal | undefined;
  readonly reason?: string | undefined;
  readonly transfer?: string | undefined;
  readonly createdMs: number;
  readonly confirmedMs?: number | undefined;
  readonly disputedMs?: number | undefined;
  readonly endedMs?: number | undefined;
  /** When a job looks at it next; undefined when nothing is to happen by itself. */
  readonly dueMs?: number | undefined;
  /** True once the volunteer's honour counts it: at confirmation, or with the payment where that comes at once. */
  readonly honoured?: boolean | undefined;
  readonly changedBy: string;
  readonly revision: number;
  readonly fingerprint: string;
  /** State in which it was made. */
  readonly start: "draft" | "requested";
}

/** The order as its creation answered it. */
export const asCreated = (order: Order): Order => ({
  ...order,
  state: order.start,
  changedBy: order.by,
  revision: 1,
  volunteer: undefined,
  honoured: undefined,
  hold: undefined,
  held: undefined,
  creditTo: undefined,
  inMs: undefined,
  outMs: undefined,
  measured: undefined,
  credited: undefined,
  proposal: undefined,
  reason: undefined,
  transfer: undefined,
  confirmedMs: undefined,
  disputedMs: undefined,
  endedMs: undefined,
});

/**
 * The sides on which somebody may act. Who serves is on no other side, not even as a steward or proxy: a volunteer does
 * not confirm their own minutes; and a steward who is a side is no steward here.
 */
export const sidesOf = (order: Order, actor: Actor, person: string): Side[] => {
  const serves = [actor.id, person].some((id) => id === order.volunteer);
  const served = [order.recipient, order.requester];
  if (serves) return person === order.volunteer && !served.includes(actor.id) ? ["volunteer"] : [];
  const sides: Side[] = served.includes(person) ? ["recipient"] : [];
  const steward = holdsAny(actor, ["steward", "district-admin"], order.community);
  return steward && !served.includes(actor.id) ? [...sides, "steward"] : sides;
};

/** Who may read an order: its sides, officers, and everyone of the community while it looks for a volunteer. */
export const maySee = (order: Order, actor: Actor, person: string): boolean =>
  [order.recipient, order.requester, order.volunteer].includes(person) ||
  holdsAny(actor, ["steward", "auditor", "district-admin"], order.community) ||
  (OPEN_STATES.includes(order.state) && actor.communities.includes(order.community));

/**
 * Whether somebody sees an order only as one they might serve: a block between them and who asked hides it from them.
 * Officers see every order; what has been taken stays with its volunteer.
 */
export const mayBeParted = (order: Order, actor: Actor, person: string): boolean =>
  [...OPEN_STATES, "matched"].includes(order.state) &&
  ![order.recipient, order.requester].includes(person) &&
  !holdsAny(actor, ["steward", "auditor", "district-admin"], order.community);

/** Whether one of these people is served by an order or pays for it. */
export const isPartedFrom = ({ recipient, requester }: Order, people: ReadonlySet<string>): boolean =>
  people.has(recipient) || people.has(requester);

/** Who may read where to go: both sides from acceptance on; before it the one who asked and stewards. */
export const maySeeAddress = (order: Order, actor: Actor, person: string): boolean => {
  if ([order.recipient, order.requester].includes(person)) return true;
  if (person === order.volunteer) return BOUND_STATES.includes(order.state);
  return holdsAny(actor, ["steward", "district-admin"], order.community);
};

/** When a job looks at an order in this state next, ms. */
export const dueOf = (order: Pick<Order, "state" | "untilMs" | "inMs" | "terms">, now: Date): number | undefined => {
  const { terms } = order;
  switch (order.state) {
    case "draft":
    case "requested":
    case "matched":
      return order.untilMs;
    case "accepted":
      return order.untilMs + terms.recordDays * DAY_MS;
    case "checked-in":
      return (order.inMs ?? order.untilMs) + terms.sessionMinutes * MINUTE_MS + terms.recordDays * DAY_MS;
    case "checked-out":
      return now.getTime() + terms.autoHours * HOUR_MS;
    default:
      return undefined;
  }
};

/** The order in its next state, one revision on. */
export const moved = (order: Order, state: State, by: string, now: Date, changes: Partial<Order> = {}): Order => {
  const next = { ...order, ...changes, state, changedBy: by, revision: order.revision + 1 };
  return { ...next, dueMs: dueOf(next, now) };
};

/** What the order counts towards the volunteer's caps now. */
export const counted = ({ id, fromMs, credited, held }: Order): Counted => ({
  id,
  plannedMs: fromMs,
  counted: credited ?? held ?? 0,
});

const instant = (ms: number): string => new Date(ms).toISOString();

/** From when until when one may sign in. */
export const signInWindow = ({ fromMs, untilMs, terms }: Order) => ({
  fromMs: fromMs - terms.earlyMinutes * MINUTE_MS,
  untilMs,
});

/** Why signing in at this instant is outside the agreed time, or nothing. */
export const signInRefusals = (order: Order, atMs: number): Refusal[] => {
  const { fromMs, untilMs } = signInWindow(order);
  if (fromMs <= atMs && atMs < untilMs) return [];
  return [refuse("timebank/outside-window", { from: instant(fromMs), until: instant(untilMs) })];
};

/** Why an instant that somebody tells afterwards is not taken, or nothing. */
export const recordRefusals = (atMs: number, now: Date, recordDays: number): Refusal[] => {
  if (atMs > now.getTime()) return [refuse("timebank/in-future", { at: instant(atMs), now: now.toISOString() })];
  return atMs < now.getTime() - recordDays * DAY_MS ? [refuse("timebank/record-too-old", { days: recordDays })] : [];
};

/** The measured and credited minutes of a session, or why it does not count as it is. */
export const sessionResult = (
  order: Order,
  inMs: number,
  outMs: number,
): { readonly measured: number; readonly credited: number } | { readonly refusals: readonly Refusal[] } => {
  if (outMs <= inMs) {
    const params = { checkedInAt: instant(inMs), checkedOutAt: instant(outMs) };
    return { refusals: [refuse("timebank/out-before-in", params)] };
  }
  const measured = measure(inMs, outMs);
  const limit = order.terms.sessionMinutes;
  if (measured > limit) return { refusals: [refuse("timebank/session-over-cap", { minutes: measured, limit })] };
  return { measured, credited: creditOf(measured, order.held ?? 0, order.terms) };
};

/** Why a window cannot be asked for, or nothing. `daysMax` is how far ahead one may ask. */
export const windowRefusals = (
  order: { readonly fromMs: number; readonly untilMs: number; readonly minutes: number },
  now: Date,
  daysMax: number,
): Refusal[] => {
  const { fromMs, untilMs, minutes } = order;
  const fits =
    untilMs > now.getTime() && fromMs <= now.getTime() + daysMax * DAY_MS && untilMs - fromMs >= minutes * MINUTE_MS;
  return fits && untilMs - fromMs <= DAY_MS ? [] : [refuse("timebank/window", { days: daysMax, minutes })];
};
