/** Ends of several owned holds and further movements as one write set, for the port: each account is written once. */
import type { Known } from "../shared/command.ts";
import type { Deps } from "../shared/deps.ts";
import type { Actor } from "../shared/policy.ts";
import type { Refusal } from "../shared/refusal.ts";
import type { Write } from "../shared/write.ts";
import { accountRef } from "./domain/account.ts";
import type { Draft } from "./domain/entry.ts";
import { ended, endRefusals, type Hold, planPost, planRelease } from "./domain/hold.ts";
import { joinPlans, type Plan, type Situation } from "./domain/plan.ts";
import { pays, receives } from "./domain/sides.ts";
import { shapeRefusals } from "./domain/transfer.ts";
import { endHold, holdKey, toHold } from "./store/hold.ts";
import { carriedOut } from "./store/plan.ts";

/** Writes for the caller's transaction, or every reason against them. */
export type Movement = { readonly writes: readonly Write[] } | { readonly refusals: readonly Refusal[] };

/** Who moves something, in whose name. */
export interface Mover {
  readonly actor: Actor;
  readonly actingFor?: string | undefined;
}

/** What of the dependencies a movement uses. */
export type Kernel = Pick<Deps, "db" | "district" | "stamps" | "clock" | "random">;

/** A payment whose authority and relation the caller has judged and proves in the same transaction. */
export interface OwnedTransfer extends Pick<Draft, "from" | "to" | "amount" | "category" | "link"> {
  readonly id: string;
  readonly leg: number;
  /** Counts as lifetime earned of the payee. */
  readonly earned: boolean;
  /** Sides that are envelopes of funds. */
  readonly earmarked?: readonly ("from" | "to")[];
  /** Side of these whose fund is closed: money that goes through it to elsewhere, in the same transaction. */
  readonly closed?: "from" | "to" | undefined;
}

/** What ends and moves together. */
export interface Settlement {
  readonly owner: string;
  /** Each hold posts `amount` under its transfer, from a frozen account too, and frees the rest; 0 frees all of it. */
  readonly ends: readonly { readonly hold: string; readonly transfer: string; readonly amount: number }[];
  /** Movements beside them, such as the shares of what was posted to a pool; no caps of members apply. */
  readonly moves: readonly OwnedTransfer[];
}

const endPlan = (hold: Hold, transfer: string, amount: number, situation: Situation): { plan: Plan; done: Hold } =>
  amount === 0
    ? { plan: planRelease(hold, situation), done: ended(hold, "voided", situation) }
    : {
        plan: planPost(hold, transfer, amount, situation, { frozenPays: true }),
        done: ended(hold, "posted", situation, amount),
      };

const movePlan = ({ earned, ...order }: OwnedTransfer, situation: Situation): Plan => {
  const { district, now, actor, actingFor } = situation;
  const paying = pays(district, accountRef(order.from), order.amount, now, { capped: false });
  const receiving = receives(district, accountRef(order.to), order.amount, now, { earned });
  const entry: Draft = {
    ...order,
    reversal: false,
    kind: earned ? "reward" : "transfer",
    by: actor.id,
    ...(actingFor === undefined ? {} : { actingFor }),
    ...(receiving.lot === undefined ? {} : { lot: receiving.lot }),
  };
  return {
    postings: [...paying.postings, ...receiving.postings],
    budgets: [...paying.budgets, ...receiving.budgets],
    entries: [entry],
    relations: [],
  };
};

const wrongWith = ({ from, to, amount }: OwnedTransfer, situation: Situation): Refusal[] =>
  shapeRefusals({ from, to, amount }, accountRef(from), accountRef(to), situation);

/** The write set of a settlement, or every reason against it; a hold that is not the owner's is a fault. */
export const settleOwned = async (work: Settlement, mover: Mover, known: Known, deps: Kernel): Promise<Movement> => {
  const { actor, actingFor } = mover;
  const situation: Situation = {
    district: deps.district,
    now: deps.clock.now(),
    actor,
    actingFor: actingFor === actor.id ? undefined : actingFor,
  };
  const plans: Plan[] = [];
  const done: Hold[] = [];
  const wrong: Refusal[] = [];
  for (const { hold: id, transfer, amount } of work.ends) {
    const item = known.get(holdKey(id)) ?? (await deps.db.get(holdKey(id)));
    const hold = item ? toHold(item) : undefined;
    if (hold?.owner !== work.owner) throw new Error(`${work.owner} has no hold ${id}`);
    wrong.push(...endRefusals(hold, situation, amount === 0 ? undefined : amount));
    const end = endPlan(hold, transfer, amount, situation);
    plans.push(end.plan);
    done.push(end.done);
  }
  wrong.push(...work.moves.flatMap((move) => wrongWith(move, situation)));
  if (wrong.length > 0) return { refusals: wrong };
  const plan = joinPlans([...plans, ...work.moves.map((move) => movePlan(move, situation))]);
  const made = await carriedOut(plan, known, deps);
  if ("refusals" in made) return made;
  const ends: Write[] = done.map((hold) => endHold(hold, deps.stamps.take()));
  return { writes: [...ends, ...made.writes] };
};
