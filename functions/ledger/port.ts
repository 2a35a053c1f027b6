/** The ledger's published port: write sets that other contexts put into their own transactions. */
import type { Known } from "../shared/command.ts";
import type { Deps } from "../shared/deps.ts";
import { type Refusal, refuse } from "../shared/refusal.ts";
import type { Write } from "../shared/write.ts";
import { type Account, accountRef, memberAccount } from "./domain/account.ts";
import { planForfeit } from "./domain/closing.ts";
import type { Draft } from "./domain/entry.ts";
import { ended, endRefusals, type Hold, planHold, planPost, planRelease } from "./domain/hold.ts";
import {
  type Envelope,
  type Holder,
  newAccount,
  newEnvelope,
  newPools,
  type Opening,
  opened,
} from "./domain/opening.ts";
import { joinPlans, type Plan, type Situation } from "./domain/plan.ts";
import { pays, receives } from "./domain/sides.ts";
import { shapeRefusals } from "./domain/transfer.ts";
import type { Kernel, Movement, Mover, OwnedTransfer } from "./settlement.ts";
import { accountKey, createAccount, toAccount } from "./store/account.ts";
import { createHold, endHold, holdKey, toHold } from "./store/hold.ts";
import { entryWrites } from "./store/journal.ts";
import { changeRecord, changeWrite, spendersWrite } from "./store/lifecycle.ts";
import { type Excess, type Movements, type OwnedPost, planExcess, planPosts } from "./store/many.ts";
import { carriedOut } from "./store/plan.ts";

export { memberAccount, poolAccount } from "./domain/account.ts";
export type { Holder, Opening } from "./domain/opening.ts";
export { type Movement, type Mover, type OwnedTransfer, type Settlement, settleOwned } from "./settlement.ts";
export { type Leaving, type Released, releaseEnvelope } from "./store/envelope.ts";
export { accountWindow, holdSides, type MemberAccount, memberAccounts, ownedHolds } from "./store/many.ts";

/**
 * Opens one account a unit for a holder, with opening balances from issuance where given; every write refuses an
 * account that exists.
 */
export const openAccounts = (
  deps: Pick<Deps, "district" | "stamps" | "clock">,
  holder: Holder,
  options: { readonly opening?: readonly Opening[] } = {},
): readonly Write[] =>
  deps.district.units.flatMap(({ code }) => {
    const account = newAccount(deps.district, holder, code);
    const opening = options.opening?.find((candidate) => candidate.unit === code);
    if (!opening) return [createAccount(account)];
    const made = opened(deps.district, account, opening, deps.stamps.take(), deps.clock.now());
    return [createAccount(made.account), ...entryWrites([made.entry])];
  });

/** Opens the envelope of a fund; the write refuses one that exists. */
export const openEnvelope = (envelope: Envelope): Write => createAccount(newEnvelope(envelope));

/** What a fund's envelope holds, minor units; `available` is what neither a hold nor the reserve keeps. */
export interface EnvelopeState {
  readonly cash: number;
  readonly committed: number;
  readonly reserve: number;
  readonly available: number;
}

/** Envelopes of funds by the fund's id, as they are now. */
export const envelopesOf = async (
  db: Deps["db"],
  funds: readonly { readonly id: string; readonly unit: string }[],
): Promise<ReadonlyMap<string, EnvelopeState>> => {
  const accounts = await db.getMany(funds.map(({ id, unit }) => accountKey(memberAccount(id, unit))));
  return new Map(
    accounts.map(toAccount).map(({ holderId, balance, held, floor, available }) => {
      return [holderId, { cash: balance, committed: held, reserve: floor, available }];
    }),
  );
};

/** Creates the pool accounts of a community; each write refuses one that exists. */
export const seedPools = (deps: Pick<Deps, "district">, community: string): readonly Write[] =>
  newPools(deps.district, community).map(createAccount);

/** Sets who may spend from a shared wallet, on each of its accounts. */
export const setSpenders = (
  deps: Pick<Deps, "district">,
  holderId: string,
  spenders: readonly string[],
  community: string,
): readonly Write[] =>
  deps.district.units.map(({ code }) => spendersWrite(memberAccount(holderId, code), spenders, community));

/**
 * Closes every account of a holder, in the caller's transaction. Holds must have ended; a balance must be gone, or is
 * given up to the expiry pool with `forfeit`. Each write holds the account to the state that was read.
 */
export const closeAccounts = async (
  deps: Pick<Deps, "db" | "district" | "stamps">,
  holderId: string,
  options: {
    readonly forfeit: boolean;
    readonly by: string;
    readonly reason: string;
    readonly transferIds: () => string;
  },
): Promise<{ readonly writes: readonly Write[] } | { readonly refusals: readonly Refusal[] }> => {
  const keys = deps.district.units.map(({ code }) => accountKey(memberAccount(holderId, code)));
  const accounts = (await deps.db.getMany(keys)).map(toAccount).filter((account) => account.status !== "closed");
  const refusals = accounts.flatMap((account) => closeRefusals(account, options.forfeit));
  if (refusals.length > 0) return { refusals };
  const writes = accounts.flatMap((account) => {
    const forfeited = planForfeit(account, options.transferIds(), options.by, deps.stamps.take(1, account.last));
    const change = { status: "closed" as const };
    return [
      changeWrite(forfeited.account, change, account),
      changeRecord(account, change, options.by, options.reason, deps.stamps.take()),
      ...entryWrites(forfeited.entries),
    ];
  });
  return { writes };
};

const closeRefusals = (account: Account, forfeit: boolean): Refusal[] => {
  if (account.held !== 0 || account.heldIn !== 0 || account.balance < 0) {
    return [refuse("ledger/account-not-empty", { balance: account.balance, held: account.held + account.heldIn })];
  }
  return account.balance > 0 && !forfeit
    ? [refuse("residents/balance-left", { balance: account.balance, unit: account.unit })]
    : [];
};

const situationOf = ({ actor, actingFor }: Mover, deps: Kernel): Situation => ({
  district: deps.district,
  now: deps.clock.now(),
  actor,
  actingFor: actingFor === actor.id ? undefined : actingFor,
});

/** A reservation that another context's record owns and ends; it never expires by itself. */
export interface OwnedHold {
  readonly id: string;
  readonly owner: string;
  /** Record that it belongs to. */
  readonly link: { readonly type: string; readonly id: string };
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly category: string;
  /** When the owner expects to have ended it, ms. */
  readonly untilMs: number;
  /** Room that must be left to the payee beside the amount; 0 for none. */
  readonly spareRoom: number;
  /** Out of a fund's envelope: no caps of members, and its reserve stays. */
  readonly earmarked?: true | undefined;
}

/** Reserves an amount for its owner: out of a member's free balance, a pool's hard budget or a fund's envelope. */
export const holdOwned = (order: OwnedHold, mover: Mover, known: Known, deps: Kernel): Promise<Movement> =>
  holdAllOwned([order], mover, known, deps);

/** Reserves several amounts, all or none: one write an account, whatever the number of holds. */
export const holdAllOwned = async (
  orders: readonly OwnedHold[],
  mover: Mover,
  known: Known,
  deps: Kernel,
): Promise<Movement> => {
  const situation = situationOf(mover, deps);
  const plans: Plan[] = [];
  for (const order of orders) {
    const [from, to] = [accountRef(order.from), accountRef(order.to)];
    const wrong = shapeRefusals(order, from, to, situation, { capped: !order.earmarked });
    if (wrong.length > 0) return { refusals: wrong };
    plans.push({ ...planHold(order, situation, order), entries: [], relations: [] });
  }
  const made = await carriedOut(joinPlans(plans), known, deps);
  if ("refusals" in made) return made;
  const holds = orders.map((order) => createHold(openHold(order, situation), deps.stamps.take()));
  return { writes: [...holds, ...made.writes] };
};

const openHold = ({ untilMs, spareRoom: _spare, earmarked, ...terms }: OwnedHold, situation: Situation): Hold => ({
  ...terms,
  ...(earmarked ? { earmarked } : {}),
  state: "open",
  createdMs: situation.now.getTime(),
  expiresMs: untilMs,
  by: situation.actor.id,
  revision: 1,
  fingerprint: "",
  ...(situation.actingFor === undefined ? {} : { actingFor: situation.actingFor }),
});

const ownedHold = async (id: string, owner: string, known: Known, deps: Kernel): Promise<Hold> => {
  const item = known.get(holdKey(id)) ?? (await deps.db.get(holdKey(id)));
  const hold = item ? toHold(item) : undefined;
  if (hold?.owner !== owner) throw new Error(`${owner} has no hold ${id}`);
  return hold;
};

/**
 * Posts part of an owned hold under the id of the transfer and releases the rest; it counts as earned by the payee,
 * unless the payee is named here, as of a hold for a pool. An amount of 0 releases all of it.
 */
export const postOwned = async (
  order: {
    readonly hold: string;
    readonly owner: string;
    readonly transfer: string;
    readonly amount: number;
    readonly payee?: string | undefined;
  },
  mover: Mover,
  known: Known,
  deps: Kernel,
): Promise<Movement> => {
  const { amount, payee } = order;
  if (amount === 0) return releaseOwned(order, mover, known, deps);
  const hold = await ownedHold(order.hold, order.owner, known, deps);
  const situation = situationOf(mover, deps);
  const wrong = endRefusals(hold, situation, amount);
  if (wrong.length > 0) return { refusals: wrong };
  const earned = accountRef(hold.to).pool === undefined;
  const made = await carriedOut(planPost(hold, order.transfer, amount, situation, { earned, payee }), known, deps);
  if ("refusals" in made) return made;
  return { writes: [endHold(ended(hold, "posted", situation, amount), deps.stamps.take()), ...made.writes] };
};

/** Posts several owned holds in one write set, see `planPosts`. The holds must have been read into `known`. */
export const postAllOwned = (
  posts: readonly OwnedPost[],
  owner: string,
  mover: Mover,
  known: Known,
  deps: Kernel,
): Movements => planPosts(posts, owner, situationOf(mover, deps), known, deps);

/** Moves what a member's account holds above an amount to a pool, see `planExcess`. */
export const excessMovement = (order: Excess, mover: Mover, known: Known, deps: Kernel): Promise<Movement> =>
  planExcess(order, situationOf(mover, deps), known, deps);

/** Releases an owned hold without moving anything. */
export const releaseOwned = (
  order: { readonly hold: string; readonly owner: string },
  mover: Mover,
  known: Known,
  deps: Kernel,
): Promise<Movement> => releaseAllOwned([order.hold], order.owner, mover, known, deps);

/** Releases several owned holds, all or none. */
export const releaseAllOwned = async (
  ids: readonly string[],
  owner: string,
  mover: Mover,
  known: Known,
  deps: Kernel,
): Promise<Movement> => {
  const situation = situationOf(mover, deps);
  const holds: Hold[] = [];
  for (const id of ids) holds.push(await ownedHold(id, owner, known, deps));
  const wrong = holds.flatMap((hold) => endRefusals(hold, situation));
  if (wrong.length > 0) return { refusals: wrong };
  const made = await carriedOut(joinPlans(holds.map((hold) => planRelease(hold, situation))), known, deps);
  if ("refusals" in made) return made;
  const ends = holds.map((hold) => endHold(ended(hold, "voided", situation), deps.stamps.take()));
  return { writes: [...ends, ...made.writes] };
};

/** Moves amounts now, all or none, under the transfer ids given. */
export const moveOwned = async (
  orders: readonly OwnedTransfer[],
  mover: Mover,
  known: Known,
  deps: Kernel,
): Promise<Movement> => {
  const situation = situationOf(mover, deps);
  const plans: Plan[] = [];
  for (const { earned, earmarked = [], closed, ...order } of orders) {
    const [from, to] = [accountRef(order.from), accountRef(order.to)];
    const [ours, theirs] = [earmarked.includes("from"), earmarked.includes("to")];
    const wrong = shapeRefusals(order, from, to, situation, { capped: !ours });
    if (wrong.length > 0) return { refusals: wrong };
    const paying = pays(deps.district, from, order.amount, situation.now, {
      ...{ capped: !ours, earmarked: ours, closed: closed === "from" },
    });
    const receiving = receives(deps.district, to, order.amount, situation.now, {
      ...{ earned, earmarked: theirs, closed: closed === "to" },
    });
    const entry: Draft = {
      ...order,
      reversal: false,
      kind: earned ? "reward" : "transfer",
      by: mover.actor.id,
      ...(situation.actingFor === undefined ? {} : { actingFor: situation.actingFor }),
      ...(receiving.lot === undefined ? {} : { lot: receiving.lot }),
    };
    plans.push({
      postings: [...paying.postings, ...receiving.postings],
      budgets: [...paying.budgets, ...receiving.budgets],
      entries: [entry],
      relations: [],
    });
  }
  return carriedOut(joinPlans(plans), known, deps);
};
