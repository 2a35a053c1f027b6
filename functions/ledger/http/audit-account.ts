/** The audit of one account: its journal, its holds, its own numbers. */
import { unitPolicy } from "../../../schemas/district.ts";
import { HOLD_SECONDS_MAX } from "../../../schemas/primitives.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Stamp } from "../../shared/stamp.ts";
import type { Account } from "../domain/account.ts";
import {
  type Finding,
  holdFindings,
  journalFindings,
  type Limits,
  ownFindings,
  Walk,
  type Walked,
} from "../domain/audit.ts";
import { isSettled } from "../domain/statement.ts";
import { accountKey, toAccount } from "../store/account.ts";
import { type Communities, openHolds, recordedLimits } from "../store/audit.ts";
import { journal } from "../store/statement.ts";

/** Most times that an account which seems wrong is read again: it may have moved while it was looked at. */
const ROUNDS_MAX = 3;
const JOURNAL_PAGE = 500;
/**
 * No hold lives longer than `HOLD_SECONDS_MAX`: those made in twice that time hold every one that is still open, unless
 * the job that ends them has stood still for months.
 */
const HOLDS_SINCE_MS = 2 * HOLD_SECONDS_MAX * 1_000;

export interface AccountAuditOptions {
  /** Where an earlier page left the journal. */
  readonly from: Walked;
  /** Instant of the totals. */
  readonly asOf: Stamp;
  readonly entriesMax: number;
  readonly communities: Communities;
}

/** Result for one account, or for the part of it that was walked. */
export interface AccountAudit {
  /** Where to go on; null when the account is done. */
  readonly walked: Walked | null;
  readonly entries: number;
  readonly holds: number;
  /** Balance at the instant of the totals, as far as this part's entries make it. */
  readonly sumAsOf: number;
  /** Net received from other communities until then. */
  readonly across: number;
  readonly findings: readonly (Finding & { readonly settled: boolean })[];
}

const walkJournal = async (account: Account, options: AccountAuditOptions, deps: Deps) => {
  const walk = new Walk(account, options.asOf, options.from);
  // A pool's stored balance stands at its fold; the totals may be later.
  const upTo = account.holderKind === "pool" ? Math.max(account.last, options.asOf) : account.last;
  const entries = journal(deps.db, account.id, { after: options.from.stamp, upTo, page: JOURNAL_PAGE });
  for await (const entry of entries) {
    // Cut only between stamps, so that the next part can begin after one.
    if (walk.entries >= options.entriesMax && entry.stamp !== walk.walked.stamp) return { walk, cut: true };
    walk.take(entry);
  }
  return { walk, cut: false };
};

const acrossOf = async (account: Account, walk: Walk, communities: Communities): Promise<number> => {
  await communities.load(walk.byCounterparty.keys());
  let across = 0;
  for (const [other, change] of walk.byCounterparty) {
    const community = communities.of(other);
    if (community !== undefined && community !== account.community) across += change;
  }
  return across;
};

const limitsOf = async (account: Account, deps: Deps): Promise<Limits | undefined> => {
  if (account.holderKind === "pool") return undefined;
  const policy = unitPolicy(deps.district, account.unit);
  const recorded = account.revision > 1 ? await recordedLimits(deps.db, account.id) : undefined;
  return {
    floor: Math.min(account.floor, policy?.floor ?? 0, recorded?.floor ?? 0),
    ceiling: Math.max(account.ceiling, policy?.ceiling ?? 0, recorded?.ceiling ?? 0),
  };
};

const holdsOf = async (account: Account, deps: Deps): Promise<{ findings: Finding[]; count: number }> => {
  if (account.holderKind === "pool") return { findings: [], count: 0 };
  // What a fund has promised is held until it is paid, however long that takes.
  const since = account.holderKind === "fund" ? 0 : deps.clock.now().getTime() - HOLDS_SINCE_MS;
  const [out, into] = await Promise.all([
    openHolds(deps.db, account.id, "out", since),
    openHolds(deps.db, account.id, "in", since),
  ]);
  if (!out || !into) throw new Error(`more holds on ${account.id} than an audit reads`);
  return { findings: holdFindings(account, { out: out.sum, in: into.sum }), count: out.count + into.count };
};

/** Audits an account as it is now; what looks wrong is looked at again, since the account may have moved in between. */
export const auditAccount = async (
  listed: Account,
  options: AccountAuditOptions,
  deps: Deps,
): Promise<AccountAudit> => {
  let account = listed;
  const months = unitPolicy(deps.district, account.unit)?.expiryMonths ?? null;
  const expires = months !== null && account.holderKind !== "fund";
  for (let round = 1; ; round++) {
    const { walk, cut } = await walkJournal(account, options, deps);
    const across = await acrossOf(account, walk, options.communities);
    const part = { entries: walk.entries, sumAsOf: walk.sumAsOf, across };
    if (cut) return { ...part, walked: walk.walked, holds: 0, findings: [] };
    const holds = await holdsOf(account, deps);
    const findings = [
      ...journalFindings(account, walk, await limitsOf(account, deps)),
      ...holds.findings,
      ...ownFindings(account, expires),
    ];
    if (findings.length === 0 || round === ROUNDS_MAX) {
      const settled = isSettled(account.last, deps.clock.now());
      const named = findings.map((finding) => ({ ...finding, settled }));
      return { ...part, walked: null, holds: holds.count, findings: named };
    }
    const item = await deps.db.get(accountKey(account.id));
    if (item) account = toAccount(item);
  }
};
