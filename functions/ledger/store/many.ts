/** Many owned holds ended in one write set, and what happened to an account within a window, for the port. */
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Db } from "../../shared/dynamo.ts";
import { type Refusal, Refused, refuse } from "../../shared/refusal.ts";
import type { Item, Write } from "../../shared/write.ts";
import { accountRef } from "../domain/account.ts";
import type { Draft } from "../domain/entry.ts";
import { ended, endRefusals, type Hold, planPost, planRelease } from "../domain/hold.ts";
import { joinPlans, type Plan, type Situation } from "../domain/plan.ts";
import { mergeAll, posting } from "../domain/posting.ts";
import { policyOf, receives } from "../domain/sides.ts";
import { changeOf, horizonStamp } from "../domain/statement.ts";
import { accountKey, toAccount } from "./account.ts";
import { accountPage } from "./audit.ts";
import { endHold, holdKey, toHold } from "./hold.ts";
import { judgeKnown, planWrites } from "./plan.ts";
import { balanceAt, journal, settledAccount } from "./statement.ts";

/** One posting of several that are made together. */
export interface OwnedPost {
  readonly hold: string;
  /** Id of the transfer that posts it. */
  readonly transfer: string;
  readonly amount: number;
}

/** What several postings come to: one write set for all, or the holds that cannot be posted, each with its reason. */
export type Movements =
  | { readonly writes: readonly Write[] }
  | { readonly refused: ReadonlyMap<string, readonly Refusal[]> };

/** Both accounts of a hold; the others of its plan never refuse what a hold has reserved. */
const touches = ({ from, to }: Hold, account: string): boolean => from === account || to === account;

/**
 * Posts several owned holds in one write set: one posting an account, whatever it pays and receives, so that accounts
 * are netted; one entry and one ended hold each, as `postOwned` makes them. All or none: where `known` speaks against
 * some of them, these are named and nothing is written. The holds must have been read into `known`.
 */
export const planPosts = (
  posts: readonly OwnedPost[],
  owner: string,
  situation: Situation,
  known: Known,
  deps: Pick<Deps, "stamps" | "random" | "district">,
): Movements => {
  const refused = new Map<string, readonly Refusal[]>();
  const planned: { readonly hold: Hold; readonly plan: Plan; readonly done: Hold }[] = [];
  for (const { hold: id, transfer, amount } of posts) {
    const item = known.get(holdKey(id));
    const hold = item ? toHold(item) : undefined;
    if (hold?.owner !== owner) {
      refused.set(id, [refuse("resource/not-found", { what: "hold", id })]);
      continue;
    }
    const wrong = endRefusals(hold, situation, amount === 0 ? undefined : amount);
    if (wrong.length > 0) refused.set(id, wrong);
    else planned.push({ hold, ...endOf(hold, transfer, amount, situation) });
  }
  const all = joinPlans(planned.map(({ plan }) => plan));
  for (const posting of mergeAll(all.postings)) {
    const reasons = judgeKnown([posting], known);
    if (reasons.length === 0) continue;
    for (const { hold } of planned) if (touches(hold, posting.account)) refused.set(hold.id, reasons);
  }
  if (refused.size > 0) return { refused };
  const made = planWrites(all, known, deps);
  if ("refusals" in made) throw new Refused(...made.refusals);
  return { writes: [...planned.map(({ done }) => endHold(done, deps.stamps.take())), ...made.writes] };
};

/** What ends a hold by its posting; an amount of 0 releases all of it. */
const endOf = (hold: Hold, transfer: string, amount: number, situation: Situation) =>
  amount === 0
    ? { plan: planRelease(hold, situation), done: ended(hold, "voided", situation) }
    : {
        plan: planPost(hold, transfer, amount, situation, { earned: accountRef(hold.to).pool === undefined }),
        done: ended(hold, "posted", situation, amount),
      };

/** Items of holds by their ids, as `planPosts` wants to know them. */
export const ownedHolds = (db: Db, ids: readonly string[]): Promise<Item[]> => db.getMany(ids.map(holdKey));

/** The accounts that ending a hold will touch: payer and payee; a pool without a hard budget costs no write. */
export const holdSides = (item: Item): { readonly from: string; readonly to: string } => {
  const { from, to } = toHold(item);
  return { from, to };
};

/** Entries asked for at a time from each side of a journal. */
const PAGE = 500;

/** What an entry did to one account. */
export interface AccountChange extends Pick<Draft, "kind" | "category" | "reversal" | "link"> {
  /** Signed, minor units. */
  readonly change: number;
  /** When, µs. */
  readonly stamp: number;
}

/**
 * What happened to a member's account or, behind the horizon, to a pool from `from` up to, not with, `until`: the
 * balance before, and each change; undefined where there is no account, `complete: false` where it is more than
 * `entriesMax` or too far from every checkpoint. `final` once nothing can enter the window any more. Throws `Busy`
 * while the indexes lag behind.
 */
export const accountWindow = async (
  db: Db,
  account: string,
  window: { readonly from: Date; readonly until: Date },
  now: Date,
  entriesMax: number,
): Promise<
  | { readonly complete: false }
  | { readonly complete: true; readonly opening: number; readonly changes: AccountChange[]; readonly final: boolean }
  | undefined
> => {
  const item = await db.get(accountKey(account));
  if (!item) return undefined;
  const settled = await settledAccount(db, toAccount(item), now);
  const before = window.from.getTime() * 1_000 - 1;
  const upTo = window.until.getTime() * 1_000 - 1;
  const opening = await balanceAt(db, settled, before);
  if (opening === undefined) return { complete: false };
  const changes: AccountChange[] = [];
  // A pool's last stamp is that of its fold; its journal goes on behind it.
  const last = settled.holderKind === "pool" ? horizonStamp(now) : settled.last;
  for await (const entry of journal(db, account, { after: before, upTo: Math.min(upTo, last), page: PAGE })) {
    if (changes.length >= entriesMax) return { complete: false };
    const { kind, category, reversal, link, stamp } = entry;
    const linked = link === undefined ? {} : { link };
    changes.push({ kind, category, reversal, ...linked, stamp, change: changeOf(entry, account) });
  }
  return { complete: true, opening, changes, final: horizonStamp(now) > upTo };
};

/** A member's account as another context sees it. */
export interface MemberAccount {
  readonly account: string;
  readonly holder: string;
  readonly community: string;
  readonly balance: number;
  /** Stamp of the last movement, µs. */
  readonly last: number;
}

/** A page of the active accounts of people in a community, by their ids; pools and shared wallets are left out. */
export const memberAccounts = async (
  db: Db,
  community: string,
  unit: string,
  after: string | null,
  limit: number,
): Promise<{ readonly accounts: readonly MemberAccount[]; readonly next: string | null }> => {
  const page = await accountPage(db, community, unit, after, limit);
  const people = page.accounts.filter(({ holderKind, status }) => holderKind === "resident" && status === "active");
  const accounts = people.map(({ id, holderId, balance, last }) => ({
    ...{ account: id, holder: holderId, community, balance, last },
  }));
  return { accounts, next: page.next };
};

/** What lies above an amount and is to leave an account for a pool. */
export interface Excess {
  readonly account: string;
  /** What stays, minor units. */
  readonly keep: number;
  readonly to: string;
  readonly category: string;
  readonly transfer: string;
}

/**
 * Moves what lies above `keep` and under no hold, in whole steps, on condition that the account is as it was read; no
 * writes where there is nothing. Done twice, the second finds nothing.
 */
export const planExcess = async (
  { account: id, keep, to, category, transfer }: Excess,
  situation: Situation,
  known: Known,
  deps: Pick<Deps, "db" | "stamps" | "random" | "district">,
): Promise<ReturnType<typeof planWrites>> => {
  const key = accountKey(id);
  const item = known.get(key) ?? (await deps.db.get(key));
  const account = item ? toAccount(item) : undefined;
  const { step } = policyOf(situation.district, accountRef(id).unit);
  const above = account?.status === "active" ? Math.min(account.balance - keep, account.free) : 0;
  const amount = Math.floor(above / step) * step;
  if (!account || amount <= 0) return { writes: [], entries: [] };
  const receiving = receives(situation.district, accountRef(to), amount, situation.now, {});
  const paying = posting(id, { status: "active", availableIs: account.available }, { balance: -amount, spent: amount });
  const entry: Draft = {
    ...{ id: transfer, leg: 0, reversal: false, kind: "adjustment" as const },
    ...{ from: id, to, amount, category, by: situation.actor.id },
  };
  const { postings, budgets } = receiving;
  return planWrites({ postings: [paying, ...postings], budgets, entries: [entry], relations: [] }, known, deps);
};
