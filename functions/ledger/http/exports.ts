/** Export of a community's journal in parts: each transfer once, whichever accounts it touches. */
import * as z from "zod";
import { unitPolicy } from "../../../schemas/district.ts";
import type { auditOperations } from "../../../schemas/ledger/audit.ts";
import { AccountId } from "../../../schemas/primitives.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { fingerprintOf } from "../../shared/command.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { reject } from "../../shared/refusal.ts";
import { type Stamp, stampText } from "../../shared/stamp.ts";
import { dayIso, dayText } from "../../shared/time.ts";
import type { Account } from "../domain/account.ts";
import { accountRef } from "../domain/account.ts";
import type { Entry } from "../domain/entry.ts";
import { journalText } from "../domain/hledger.ts";
import { presentStamp, stampDate, startStamp, type Window } from "../domain/statement.ts";
import { accountPage, Communities } from "../store/audit.ts";
import { journal } from "../store/statement.ts";
import { readEntries } from "./transfers.ts";
import { viewEntry } from "./views.ts";

type Ops = typeof auditOperations;
type ExportCall = Call<Ops["exportLedger"]>;

/**
 * Most entries examined for one part; with the longest memo that is about 4 MB of text, below what Lambda may answer.
 */
export const EXPORT_ENTRIES_MAX = 4_000;
/** Most accounts looked at for one part. */
export const EXPORT_ACCOUNTS_MAX = 1_000;
const ACCOUNTS_PAGE = 100;
const JOURNAL_PAGE = 500;

/**
 * Where the next part begins: after an account, or within one after a stamp. `t` fixes the end at the first part's
 * instant.
 */
const ExportCursor = z.strictObject({
  f: z.string().length(22),
  t: z.int().min(0),
  after: AccountId.nullable(),
  within: z.strictObject({ account: AccountId, stamp: z.int().min(1) }).nullable(),
});
type Position = z.infer<typeof ExportCursor>;

/** An entry met on the journal of `account`. */
interface Met {
  readonly account: Account;
  readonly entry: Entry;
}

const positionOf = (call: ExportCall, deps: Deps): Position => {
  const { community, unit, format, from, to, cursor } = call.query;
  const f = fingerprintOf(community, unit, format, from, to);
  if (cursor !== undefined) {
    const position = decodeCursor(ExportCursor, cursor);
    return position.f === f ? position : reject("request/bad-cursor");
  }
  const now = presentStamp(deps.clock.now());
  return { f, t: to === undefined ? now : Math.min(startStamp(to) - 1, now), after: null, within: null };
};

/** Walks journals account by account until the part is full; returns where the next begins, null at the end. */
const collect = async (
  call: ExportCall,
  start: Position,
  deps: Deps,
): Promise<{ met: Met[]; next: Position | null }> => {
  const { community, unit, from } = call.query;
  const window: Window = { after: from === undefined ? 0 : startStamp(from) - 1, upTo: start.t };
  const met: Met[] = [];
  let position = start;
  for (let seen = 0; seen < EXPORT_ACCOUNTS_MAX; seen += ACCOUNTS_PAGE) {
    const page = await accountPage(deps.db, community, unit, position.after, ACCOUNTS_PAGE);
    for (const account of page.accounts) {
      if (met.length >= EXPORT_ENTRIES_MAX) return { met, next: position };
      const resumed = position.within?.account === account.id ? position.within.stamp : 0;
      const stamp = await walk(account, { ...window, after: Math.max(window.after, resumed) }, met, deps);
      if (stamp !== null) return { met, next: { ...position, within: { account: account.id, stamp } } };
      position = { ...position, after: account.id, within: null };
    }
    if (page.next === null) return { met, next: null };
  }
  return { met, next: position };
};

/** Adds an account's entries to `met`; returns the last stamp taken when there was no room for all. */
const walk = async (account: Account, window: Window, met: Met[], deps: Deps): Promise<Stamp | null> => {
  // A member's last stamp bounds its journal; a pool is written without its account being touched.
  const upTo = account.holderKind === "pool" ? window.upTo : Math.min(window.upTo, account.last);
  let last: Stamp | undefined;
  for await (const entry of journal(deps.db, account.id, { after: window.after, upTo, page: JOURNAL_PAGE })) {
    if (met.length >= EXPORT_ENTRIES_MAX && last !== undefined && entry.stamp !== last) return last;
    met.push({ account, entry });
    last = entry.stamp;
  }
  return null;
};

/**
 * True on the one journal that shows this entry in the export: its payer's, or its payee's when the payer is of
 * another community.
 */
const showsHere = ({ account, entry }: Met, communities: Communities): boolean =>
  entry.from === account.id || communities.of(entry.from) !== account.community;

/**
 * The transfers of a part, each with all its legs of the unit; a linked transfer is shown where its first leg in the
 * community is.
 */
const transfersOf = async (call: ExportCall, met: readonly Met[], communities: Communities, deps: Deps) => {
  const { community, unit } = call.query;
  await communities.load(met.flatMap(({ entry }) => [entry.from, entry.to]));
  const transfers: Entry[][] = [];
  for (const one of met) {
    if (!showsHere(one, communities)) continue;
    const { entry } = one;
    if (entry.leg === 0) {
      transfers.push([entry]);
      continue;
    }
    const legs = (await readEntries(entry.id, deps)).filter(
      (leg) => leg.reversal === entry.reversal && accountRef(leg.from).unit === unit,
    );
    await communities.load(legs.flatMap(({ from, to }) => [from, to]));
    const here = legs.filter(({ from, to }) => [from, to].some((id) => communities.of(id) === community));
    const first = Math.min(...here.map(({ leg }) => leg));
    if (entry.leg === first) transfers.push(legs);
  }
  return transfers;
};

const CSV_HEADER = [
  "id",
  "leg",
  "reversal",
  "kind",
  "at",
  "date",
  "from",
  "to",
  "unit",
  "amount",
  "category",
  "memo",
  "linkType",
  "linkId",
  "by",
  "actingFor",
];

const csvOf = async (entries: readonly Entry[], next: string | null, zone: string): Promise<string> => {
  // Loaded when the first file is asked for.
  const { toCsv } = await import("../../shared/csv.ts");
  return toCsv(CSV_HEADER, [
    ...entries.map((entry) => [
      entry.id,
      entry.leg,
      entry.reversal,
      entry.kind,
      stampText(entry.stamp),
      dayIso(dayText(stampDate(entry.stamp), zone)),
      entry.from,
      entry.to,
      accountRef(entry.from).unit,
      entry.amount,
      entry.category,
      entry.memo,
      entry.link?.type,
      entry.link?.id,
      entry.by,
      entry.actingFor,
    ]),
    ...(next === null ? [] : [["#next", next, ...Array.from({ length: CSV_HEADER.length - 2 }, () => "")]]),
  ]);
};

/**
 * The journal from account to account, each transfer once; opaque ids and memos only, names stay with the residents.
 */
const exportLedger = async (call: ExportCall, deps: Deps): Promise<Answer<z.input<Ops["exportLedger"]["reply"]>>> => {
  const { community, unit, format } = call.query;
  if (!holdsAny(call.actor, ["auditor", "district-admin"], community)) {
    return reject("auth/forbidden", { needs: `auditor: ${community}` });
  }
  const { met, next: position } = await collect(call, positionOf(call, deps), deps);
  const next = position === null ? null : encodeCursor(position);
  const communities = new Communities(deps.db);
  communities.learn(met.map(({ account }) => account));
  const transfers = await transfersOf(call, met, communities, deps);
  const { zone } = deps.district;
  const name = `ledger-${community}-${unit}`;
  if (format === "hledger") {
    const policy = unitPolicy(deps.district, unit) ?? { code: unit, scale: 0 };
    const members = transfers.flat().flatMap(({ from, to }) => [from, to]);
    const outside = new Set(members.filter((id) => communities.of(id) !== community && !accountRef(id).pool));
    const text = journalText({ community, unit: policy, zone, transfers, outside, next });
    return { text, type: "text/plain; charset=utf-8", filename: `${name}.journal`, next };
  }
  const entries = transfers.flat();
  return format === "csv"
    ? { text: await csvOf(entries, next, zone), type: "text/csv; charset=utf-8", filename: `${name}.csv`, next }
    : { body: { items: entries.map(viewEntry), next } };
};

/** Handler of exports. */
export const exportHandlers: Pick<Handlers<Ops>, "exportLedger"> = { exportLedger };
