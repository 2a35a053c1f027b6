/** Pools as they are now, and the audit that recomputes every account from its journal. */
import * as z from "zod";
import { unitPolicy } from "../../../schemas/district.ts";
import type { auditOperations } from "../../../schemas/ledger/audit.ts";
import { AccountId, BALANCE_MAX } from "../../../schemas/primitives.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { fingerprintOf } from "../../shared/command.ts";
import { openCursor, sealCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { reject } from "../../shared/refusal.ts";
import { cursorSecret } from "../../shared/secret.ts";
import { type Stamp, stampText } from "../../shared/stamp.ts";
import { type Account, accountRef, hardBudget } from "../domain/account.ts";
import { type Finding, LIMITS_NOTE, NOTHING_WALKED, type Walked } from "../domain/audit.ts";
import { newPools } from "../domain/opening.ts";
import { horizonStamp, presentStamp } from "../domain/statement.ts";
import { accountKey, toAccount } from "../store/account.ts";
import { accountPage, Communities } from "../store/audit.ts";
import { shardKeys } from "../store/budget.ts";
import { sumJournal } from "../store/statement.ts";
import { auditAccount } from "./audit-account.ts";

type Ops = typeof auditOperations;
type PoolView = z.input<Ops["listPools"]["reply"]>["items"][number];
type ReportView = z.input<Ops["auditLedger"]["reply"]>;

/** Most entries of a pool's tail that are summed in a request; the fold job keeps it far below. */
export const TAIL_ENTRIES_MAX = 5_000;
/** Most entries that one audit request walks; a longer journal goes on in the next page. */
export const AUDIT_ENTRIES_MAX = 10_000;

const poolView = async (account: Account, upTo: Stamp, deps: Deps): Promise<PoolView> => {
  const tail = await sumJournal(deps.db, account.id, { after: account.last, upTo }, TAIL_ENTRIES_MAX);
  const hard = hardBudget(deps.district, accountRef(account.id));
  const shards = hard
    ? (await deps.db.getMany(shardKeys(account.id, hard.shards))).map((item) => Number(item.avail))
    : [];
  return {
    account: account.id,
    pool: account.holderId,
    folded: account.balance,
    foldedTo: account.last === 0 ? null : stampText(account.last),
    tailEntries: tail.entries,
    balance: tail.complete ? account.balance + tail.sum : null,
    budget: hard ? { available: shards.reduce((sum, shard) => sum + shard, 0), shards } : null,
  };
};

const poolsOf = async (community: string, unit: string, deps: Deps): Promise<PoolView[]> => {
  const keys = newPools(deps.district, community)
    .filter((pool) => pool.unit === unit)
    .map((pool) => accountKey(pool.id));
  const accounts = (await deps.db.getMany(keys)).map(toAccount);
  const upTo = presentStamp(deps.clock.now());
  return Promise.all(accounts.map((account) => poolView(account, upTo, deps)));
};

const listPools = async (
  call: Call<Ops["listPools"]>,
  deps: Deps,
): Promise<Answer<z.input<Ops["listPools"]["reply"]>>> => {
  const { community, unit } = call.query;
  if (!holdsAny(call.actor, ["steward", "auditor", "district-admin"], community)) {
    return reject("auth/forbidden", { needs: `steward, auditor: ${community}` });
  }
  return { body: { items: await poolsOf(community, unit, deps) } };
};

const Sum = z
  .int()
  .min(-BALANCE_MAX * 1_000)
  .max(BALANCE_MAX * 1_000);
const Count = z.int().min(0);

/**
 * State of an audit between pages: where it is, and the totals so far. It holds nothing that its reader could not
 * read, and is sealed, so that nobody makes books balance that do not.
 */
const AuditCursor = z.strictObject({
  asOf: z.int().min(0),
  after: AccountId.nullable(),
  /** An account whose journal goes on in the next page. */
  part: z
    .strictObject({ account: AccountId, stamp: z.int().min(0), sum: Sum, low: Sum, high: Sum, asOf: Sum })
    .nullable(),
  n: z.tuple([Count, Count, Count]),
  t: z.tuple([Sum, Sum, Sum]),
  found: Count,
});
type State = z.infer<typeof AuditCursor>;

const begin = (now: Date): State => ({
  asOf: Math.max(horizonStamp(now), 0),
  after: null,
  part: null,
  n: [0, 0, 0],
  t: [0, 0, 0],
  found: 0,
});

interface PageResult {
  readonly state: State;
  readonly findings: readonly (Finding & { readonly settled: boolean })[];
  readonly complete: boolean;
}

/** The account that was cut by the last page, then those after it. */
const accountsOf = async (state: State, community: string, unit: string, limit: number, deps: Deps) => {
  const [cut] = state.part ? (await deps.db.getMany([accountKey(state.part.account)])).map(toAccount) : [];
  const page = await accountPage(deps.db, community, unit, cut?.id ?? state.after, limit);
  return { accounts: cut ? [cut, ...page.accounts] : page.accounts, more: page.next !== null };
};

const auditPage = async (call: Call<Ops["auditLedger"]>, begun: State, deps: Deps): Promise<PageResult> => {
  const { community, unit, limit } = call.query;
  const { accounts, more } = await accountsOf(begun, community, unit, limit, deps);
  const communities = new Communities(deps.db);
  communities.learn(accounts);
  const findings: (Finding & { settled: boolean })[] = [];
  let state = begun;
  let left = AUDIT_ENTRIES_MAX;
  for (const account of accounts) {
    if (left <= 0) return { state, findings, complete: false };
    const from: Walked = state.part?.account === account.id ? state.part : NOTHING_WALKED;
    const before = state.part?.account === account.id ? state.part.asOf : 0;
    const one = await auditAccount(account, { from, asOf: state.asOf, entriesMax: left, communities }, deps);
    left -= one.entries;
    findings.push(...one.findings);
    const [accountsDone, entries, holds] = state.n;
    const [members, pools, across] = state.t;
    const pool = account.holderKind === "pool";
    state = {
      ...state,
      part: one.walked ? { account: account.id, ...one.walked, asOf: before + one.sumAsOf } : null,
      // The account that was cut says itself where to go on.
      after: one.walked ? null : account.id,
      n: [accountsDone + (one.walked ? 0 : 1), entries + one.entries, holds + one.holds],
      t: [pool ? members : members + one.sumAsOf, pool ? pools + one.sumAsOf : pools, across + one.across],
      found: state.found + one.findings.filter(({ settled }) => settled).length,
    };
    if (one.walked) return { state, findings, complete: false };
  }
  return { state, findings, complete: !more };
};

/**
 * Recomputes accounts from their journals. Numbers of one account are judged as they are now; the totals are taken
 * behind the horizon, at one instant for all pages, so that transfers between two pages do not disturb them.
 */
const auditLedger = async (call: Call<Ops["auditLedger"]>, deps: Deps): Promise<Answer<ReportView>> => {
  const { community, unit, cursor } = call.query;
  if (!holdsAny(call.actor, ["auditor", "district-admin"], community)) {
    return reject("auth/forbidden", { needs: `auditor: ${community}` });
  }
  const seal = { secret: await cursorSecret(deps.db), question: fingerprintOf("auditLedger", community, unit) };
  const begun = cursor === undefined ? begin(deps.clock.now()) : openCursor(AuditCursor, cursor, seal);
  const known = unitPolicy(deps.district, unit) !== undefined;
  const { state, findings, complete } = known
    ? await auditPage(call, begun, deps)
    : { state: begun, findings: [], complete: true };
  const [accounts, entries, holds] = state.n;
  const [members, pools, across] = state.t;
  const sum = members + pools - across;
  return {
    body: {
      community,
      unit,
      asOf: stampText(state.asOf),
      checked: { accounts, entries, holds },
      discrepancies: [...findings],
      found: state.found,
      totals: { members, pools, across },
      complete,
      sum: complete ? sum : null,
      pools: complete ? await poolsOf(community, unit, deps) : null,
      ok: state.found === 0 && (!complete || sum === 0),
      limits: LIMITS_NOTE,
      next: complete ? null : sealCursor(state, seal),
    },
  };
};

/** Handlers of pools and audit. */
export const auditHandlers: Pick<Handlers<Ops>, "listPools" | "auditLedger"> = { listPools, auditLedger };
