/** Statements with running balances, and balances in the past. */
import * as z from "zod";
import type { accountOperations } from "../../../schemas/ledger/accounts.ts";
import { BALANCE_MAX } from "../../../schemas/primitives.ts";
import { displayNames } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { fingerprintOf } from "../../shared/command.ts";
import { openCursor, type Seal, sealCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { reject } from "../../shared/refusal.ts";
import { cursorSecret } from "../../shared/secret.ts";
import { type Stamp, stampOf, stampText } from "../../shared/stamp.ts";
import { type Account, accountRef } from "../domain/account.ts";
import { counterpartyOf, type Line, PageOfLines, presentStamp, startStamp } from "../domain/statement.ts";
import { balanceAt, journal, settledAccount } from "../store/statement.ts";
import { readableAccount } from "./accounts.ts";
import { viewAccount, viewEntry } from "./views.ts";

type Ops = typeof accountOperations;
type StatementCall = Call<Ops["getStatement"]>;
type Shown = z.input<Ops["getStatement"]["reply"]>;

/** Most entries examined for one page: a rare category is found over several pages, some of them short. */
export const EXAMINED_MAX = 1_000;
/** Most lines of one CSV file; the last line then names the next cursor. */
export const CSV_LINES_MAX = 2_000;
const CSV_EXAMINED_MAX = 10_000;
/** When to ask again for a balance that is too far from every checkpoint: their job runs daily. */
const TOO_LONG_RETRY_SECONDS = 3_600;
/** Balances in cursors and statements: sums of many movements may pass the limit of a single account. */
const SUM_MAX = BALANCE_MAX * 100;

/** Where a page begins: the stamp, and the balance after it. Sealed, for the balance is shown on the page. */
const StatementCursor = z.strictObject({
  s: z.int().min(1),
  b: z.int().min(-SUM_MAX).max(SUM_MAX),
});

const sealOf = async ({ params, query }: StatementCall, { db }: Deps): Promise<Seal> => ({
  secret: await cursorSecret(db),
  question: fingerprintOf(params.accountId, query.from, query.to, query.category, query.counterparty),
});

const tooLong = (account: Account): never =>
  reject("ledger/journal-too-long", { account: account.id, seconds: TOO_LONG_RETRY_SECONDS });

/** The newest stamp of the page and the balance after it, from the cursor or from the account's present state. */
const startOf = async (
  call: StatementCall,
  account: Account,
  deps: Deps,
): Promise<{ upTo: Stamp; balance: number }> => {
  const { cursor, to } = call.query;
  if (cursor !== undefined) {
    const { s, b } = openCursor(StatementCursor, cursor, await sealOf(call, deps));
    return { upTo: s, balance: b };
  }
  const settled = await settledAccount(deps.db, account, deps.clock.now());
  // A pool's last stamp is that of its fold; its statement runs on to the present.
  const newest = settled.holderKind === "pool" ? presentStamp(deps.clock.now()) : settled.last;
  const upTo = to === undefined ? newest : Math.min(startStamp(to) - 1, newest);
  return { upTo, balance: (await balanceAt(deps.db, settled, upTo)) ?? tooLong(account) };
};

const readPage = async (call: StatementCall, account: Account, deps: Deps) => {
  const { from, category, counterparty, format, limit } = call.query;
  const csv = format === "csv";
  const start = await startOf(call, account, deps);
  const after = from === undefined ? 0 : startStamp(from) - 1;
  const limits = csv ? { lines: CSV_LINES_MAX, entries: CSV_EXAMINED_MAX } : { lines: limit, entries: EXAMINED_MAX };
  const page = new PageOfLines(account.id, start.balance, { category, counterparty }, limits);
  const entries = journal(deps.db, account.id, { after, upTo: start.upTo, descending: true, page: limits.lines + 1 });
  for await (const entry of entries) {
    const rest = page.take(entry);
    if (rest) {
      const value = { s: rest.upTo, b: rest.balance };
      return { lines: page.lines, next: sealCursor(value, await sealOf(call, deps)) };
    }
  }
  if (after === 0 && page.balanceBefore !== 0 && account.holderKind !== "pool") {
    throw new Error(`the journal of ${account.id} does not add up to its balance`);
  }
  return { lines: page.lines, next: null };
};

const namesOf = (lines: readonly Line[], account: Account, call: StatementCall, deps: Deps) => {
  const others = lines.map(({ entry }) => accountRef(counterpartyOf(entry, account.id)));
  const holders = [...new Set(others.flatMap((ref) => (ref.pool === undefined ? [ref.holder] : [])))];
  return holders.length === 0 ? new Map<string, string>() : displayNames(deps.db, holders, call.actor);
};

const viewLine = ({ entry, change, balance }: Line, account: Account, names: ReadonlyMap<string, string>) => {
  const other = accountRef(counterpartyOf(entry, account.id));
  const name = other.pool === undefined ? (names.get(other.holder) ?? null) : null;
  return { transfer: viewEntry(entry), change, balance, counterparty: { account: other.id, name } };
};

const CSV_HEADER = ["at", "id", "kind", "category", "counterparty", "name", "change", "balance", "memo", "by", "link"];

const csvOf = async (lines: readonly ReturnType<typeof viewLine>[], next: string | null): Promise<string> => {
  // Loaded when the first file is asked for.
  const { toCsv } = await import("../../shared/csv.ts");
  return toCsv(CSV_HEADER, [
    ...lines.map(({ transfer, change, balance, counterparty }) => [
      transfer.at,
      transfer.id,
      transfer.kind,
      transfer.category,
      counterparty.account,
      counterparty.name,
      change,
      balance,
      transfer.memo,
      transfer.by,
      transfer.link && `${transfer.link.type}:${transfer.link.id}`,
    ]),
    ...(next === null ? [] : [["#next", next, ...Array.from({ length: CSV_HEADER.length - 2 }, () => "")]]),
  ]);
};

/**
 * Newest first; each line's balance counts every entry, whatever is filtered. Exact: it starts from the strongly read
 * balance (or the balance at `to`) and walks back, and is refused as busy while the indexes may lag behind the
 * account.
 */
const getStatement = async (call: StatementCall, deps: Deps): Promise<Answer<Shown>> => {
  const account = await readableAccount(call, call.params.accountId, deps);
  const { lines, next } = await readPage(call, account, deps);
  const names = await namesOf(lines, account, call, deps);
  const items = lines.map((line) => viewLine(line, account, names));
  if (call.query.format === "csv") {
    const filename = `statement-${account.id}.csv`;
    return { text: await csvOf(items, next), type: "text/csv; charset=utf-8", filename, next };
  }
  return { body: { account: account.id, items, next, expiring: viewAccount(account).expiring } };
};

/**
 * Balance after every entry up to `at`; for a pool the folded balance with its tail. An instant to come has no balance
 * yet.
 */
const getBalance = async (
  call: Call<Ops["getBalance"]>,
  deps: Deps,
): Promise<Answer<z.input<Ops["getBalance"]["reply"]>>> => {
  const account = await readableAccount(call, call.params.accountId, deps);
  const now = deps.clock.now();
  const at = call.query.at ?? now.toISOString();
  if (Date.parse(at) > now.getTime()) {
    return reject("request/invalid", {}, [{ field: "query.at", reason: `<= ${now.toISOString()}` }]);
  }
  const pool = account.holderKind === "pool";
  const stamp = call.query.at === undefined ? (pool ? presentStamp(now) : account.last) : stampOf(at);
  const settled = stamp < account.last ? await settledAccount(deps.db, account, now) : account;
  const balance = (await balanceAt(deps.db, settled, stamp)) ?? tooLong(account);
  const unit = viewAccount(account).unit;
  return { body: { account: account.id, at: call.query.at === undefined ? at : stampText(stamp), unit, balance } };
};

/** Handlers of statements and balances. */
export const statementHandlers: Pick<Handlers<Ops>, "getStatement" | "getBalance"> = { getStatement, getBalance };
