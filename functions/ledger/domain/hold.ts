/** Two-phase transfers: hold, then post up to the held amount, or void; expiry is judged at every read and write. */
import type { District } from "../../../schemas/district.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { stampText } from "../../shared/stamp.ts";
import { periodsAt } from "../../shared/time.ts";
import { type AccountRef, accountRef, hardBudget } from "./account.ts";
import { counterUses } from "./counter.ts";
import type { EntryLink } from "./entry.ts";
import type { Plan, Situation } from "./plan.ts";
import { posting } from "./posting.ts";
import { idle, paymentUses, policyOf, receives } from "./sides.ts";

export type HoldState = "open" | "posted" | "voided" | "expired";

/** The transition table of a hold: every end state is final. Conditions, documentation and tests come from it. */
export const HOLD_TRANSITIONS: Readonly<Record<HoldState, readonly HoldState[]>> = {
  open: ["posted", "voided", "expired"],
  posted: [],
  voided: [],
  expired: [],
};

export interface Hold {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly category: string;
  readonly memo?: string;
  readonly link?: EntryLink;
  /** Context whose record ends this hold; nobody else may, and it does not expire by itself. */
  readonly owner?: string;
  /** Held out of a fund's envelope: without caps, and with the envelope's own status. */
  readonly earmarked?: true;
  readonly state: HoldState;
  readonly createdMs: number;
  readonly expiresMs: number;
  readonly by: string;
  readonly actingFor?: string;
  /** What was moved when it was posted. */
  readonly posted?: number;
  readonly endedBy?: string;
  readonly endedMs?: number;
  readonly revision: number;
  readonly fingerprint: string;
}

/**
 * State as it is at `now`: an open hold past its time has expired, whatever the jobs have done so far. One with an
 * owner stays open until its owner ends it.
 */
export const stateAt = (hold: Hold, now: Date): HoldState =>
  hold.state === "open" && hold.owner === undefined && hold.expiresMs <= now.getTime() ? "expired" : hold.state;

/**
 * Reserves the amount: the payer's free balance, without overdraft, or a part of a pool's hard budget; and the payee's
 * room, of which `spareRoom` more must be left.
 */
export const planHold = (
  order: Pick<Hold, "from" | "to" | "amount">,
  situation: Situation,
  sides: {
    readonly spender?: string | undefined;
    readonly community?: string | undefined;
    readonly spareRoom?: number;
    readonly earmarked?: true | undefined;
  },
): Pick<Plan, "postings" | "budgets"> => {
  const { district, now } = situation;
  const from = accountRef(order.from);
  const to = accountRef(order.to);
  const community = sides.community === undefined ? {} : { community: sides.community };
  const spender = sides.spender === undefined ? {} : { spender: sides.spender };
  if (sides.earmarked) {
    const needs = { status: "earmarked" as const, available: order.amount };
    return { postings: [posting(from.id, needs, { held: order.amount })], budgets: [] };
  }
  const needs = { status: "active" as const, free: order.amount, ...community, ...spender };
  const paying = {
    held: order.amount,
    counters: from.pool === undefined ? paymentUses(district, from, order.amount, now) : [],
  };
  const room = order.amount + (sides.spareRoom ?? 0);
  return {
    postings: [
      ...(from.pool === undefined
        ? [posting(from.id, { ...needs, ...idle(district, from, now, { capped: true }) }, paying)]
        : []),
      ...(to.pool === undefined
        ? [posting(to.id, { status: "active", room, ...community }, { heldIn: order.amount })]
        : []),
    ],
    budgets: reserved(district, from, order.amount),
  };
};

/** A pool with a hard budget reserves by taking, and gives back what is not posted. */
const reserved = (district: District, from: AccountRef, amount: number): Plan["budgets"] =>
  hardBudget(district, from) && amount !== 0 ? [{ pool: from.id, amount }] : [];

/** Why nobody but its owner may end the hold, or nothing. */
export const ownerRefusals = ({ owner }: Pick<Hold, "owner">): Refusal[] =>
  owner === undefined ? [] : [refuse("ledger/hold-owned", { owner })];

/** Why members may hold nothing from this account: only contexts hold from pools, whose hard budget is then taken. */
export const payerRefusals = (order: Pick<Hold, "from">): Refusal[] =>
  accountRef(order.from).pool === undefined
    ? []
    : [refuse("request/invalid", {}, [{ field: "/from", reason: "not a pool / 不能是资金池" }])];

/** Why `hold` may not end now, or nothing; `postAmount` is what a posting asks for. */
export const endRefusals = (hold: Hold, { now, district }: Situation, postAmount?: number): Refusal[] => {
  const state = stateAt(hold, now);
  if (state === "expired" && hold.state === "open") {
    return [refuse("ledger/hold-expired", { expiresAt: stampText(hold.expiresMs * 1_000) })];
  }
  if (!HOLD_TRANSITIONS[state].includes("posted")) return [refuse("ledger/hold-resolved", { state })];
  if (postAmount !== undefined && postAmount > hold.amount) {
    return [refuse("ledger/over-post", { held: hold.amount, amount: postAmount })];
  }
  const { code, step } = policyOf(district, accountRef(hold.from).unit);
  return postAmount !== undefined && postAmount % step !== 0 ? [refuse("ledger/step", { unit: code, step })] : [];
};

/** The hold at its end, one revision on; `posted` is what was moved. */
export const ended = (
  hold: Hold,
  state: Exclude<HoldState, "open">,
  { now, actor }: Pick<Situation, "now" | "actor">,
  posted?: number,
): Hold => ({
  ...hold,
  state,
  endedBy: actor.id,
  endedMs: now.getTime(),
  revision: hold.revision + 1,
  ...(posted === undefined ? {} : { posted }),
});

/**
 * Posts `amount` of a hold under the id of the posting transfer; the rest becomes free, and its use of the caps is
 * given back. A hold for a pool may be posted to the account that its owner names. `frozenPays`: freezing an account
 * stops new business and does not take back what it had promised before.
 */
export const planPost = (
  hold: Hold,
  id: string,
  amount: number,
  situation: Situation,
  {
    earned = false,
    payee,
    frozenPays = false,
  }: { readonly earned?: boolean; readonly payee?: string | undefined; readonly frozenPays?: boolean } = {},
): Plan => {
  const { district, now, actor } = situation;
  const from = accountRef(hold.from);
  const to = accountRef(payee ?? hold.to);
  const receiving = receives(district, to, amount, now, { earned });
  const rest = hold.amount - amount;
  const changes = { balance: -amount, held: -hold.amount, spent: amount };
  const payer = () =>
    posting(
      hold.from,
      { status: hold.earmarked ? "earmarked" : frozenPays ? "open" : "active" },
      { ...changes, counters: givenBack(hold, rest, situation) },
    );
  // The payee's room was reserved by the hold, so it is not asked again.
  const paid = receiving.postings.map((side) =>
    payee === undefined ? { ...side, heldIn: -hold.amount, needs: { status: "active" as const } } : side,
  );
  return {
    postings: [...(from.pool === undefined ? [payer()] : []), ...paid],
    budgets: [...receiving.budgets, ...reserved(district, from, -rest)],
    relations: [],
    entries: [
      {
        id,
        leg: 0,
        reversal: false,
        kind: "hold-post",
        from: hold.from,
        to: to.id,
        amount,
        category: hold.category,
        by: actor.id,
        link: hold.link ?? { type: "hold", id: hold.id },
        ...(hold.memo === undefined ? {} : { memo: hold.memo }),
        ...(situation.actingFor === undefined ? {} : { actingFor: situation.actingFor }),
        ...(receiving.lot === undefined ? {} : { lot: receiving.lot }),
      },
    ],
  };
};

/** Releases a hold without moving anything; also for frozen accounts, whose reservations must not be stuck. */
export const planRelease = (hold: Hold, situation: Situation): Plan => {
  const from = accountRef(hold.from);
  const to = accountRef(hold.to);
  const payer = () =>
    posting(hold.from, { status: "open" }, { held: -hold.amount, counters: givenBack(hold, hold.amount, situation) });
  return {
    postings: [
      ...(from.pool === undefined ? [payer()] : []),
      ...(to.pool === undefined ? [posting(hold.to, { status: "any" }, { heldIn: -hold.amount })] : []),
    ],
    budgets: reserved(situation.district, from, -hold.amount),
    entries: [],
    relations: [],
  };
};

/**
 * Use of the caps that an unposted part gives back, in the periods that were already running when the hold was made.
 */
const givenBack = (hold: Hold, amount: number, { district, now }: Situation) => {
  if (amount === 0 || hold.earmarked) return [];
  const ref = accountRef(hold.from);
  const made = periodsAt(new Date(hold.createdMs), district.zone);
  const present = periodsAt(now, district.zone);
  return counterUses("pay", policyOf(district, ref.unit).paymentCaps, present, amount, "give-back").filter(
    (use) => made[use.period] === present[use.period],
  );
};
