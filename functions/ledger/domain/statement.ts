/**
 * Statements: what an entry does to one account, the window of stamps that a question means, and when a stamp is
 * settled.
 */
import { type Stamp, stampOf } from "../../shared/stamp.ts";
import type { Entry } from "./entry.ts";

/** Part of a journal: stamps above `after` up to and with `upTo`. */
export interface Window {
  readonly after: Stamp;
  readonly upTo: Stamp;
}

/** Signed change of `account` by an entry that names it, minor units. */
export const changeOf = (entry: Entry, account: string): number =>
  entry.from === account ? -entry.amount : entry.amount;

/** The other side of an entry. */
export const counterpartyOf = (entry: Entry, account: string): string =>
  entry.from === account ? entry.to : entry.from;

/** The first stamp at or after an RFC 3339 instant: an instant without microseconds begins with its millisecond. */
export const startStamp = (instant: string): Stamp =>
  /\.\d{4,}/.test(instant) ? stampOf(instant) : stampOf(instant) - 999;

/** Local instant of a stamp, for calendar arithmetic. */
export const stampDate = (stamp: Stamp): Date => new Date(Math.floor(stamp / 1_000));

/** Longest time for which DynamoDB accepts a request after it was signed (SigV4: 5 minutes, 15 at most). */
const SIGNATURE_MS = 15 * 60_000;
/**
 * Longest time from taking a stamp to signing the last retry with it. The kernel commits one write set up to 8 times
 * and the SDK sends each up to 4 times with 4 s to answer: 128 s with the waits left out, which a job's 15 minutes
 * would allow.
 */
const RETRIES_MS = 3 * 60_000;
/**
 * Age above which no entry with an older stamp can still arrive: a stamp is taken right before its request is signed,
 * and a request whose signature is older than this is refused by the database. So what is summed behind the horizon
 * stays summed.
 */
export const HORIZON_MS = SIGNATURE_MS + RETRIES_MS;

/** The last stamp behind the horizon at `now`. */
export const horizonStamp = (now: Date): Stamp => (now.getTime() - HORIZON_MS) * 1_000;

const AHEAD_MS = 1_000;

/** A stamp above every one given until `now`: counters and clocks of other processes run less than a second ahead. */
export const presentStamp = (now: Date): Stamp => (now.getTime() + AHEAD_MS) * 1_000;

/**
 * Age of an account's last movement above which the indexes are taken to show it. They follow a commit within a
 * second, but nothing promises it: for younger movements the journal is proved by its sum before a running balance is
 * shown.
 */
export const SETTLE_MS = 60_000;

/** True when the account has rested long enough for the indexes to be complete up to its last stamp. */
export const isSettled = (last: Stamp, now: Date): boolean => last <= (now.getTime() - SETTLE_MS) * 1_000;

/** What a statement may be narrowed to; running balances count every entry all the same. */
export interface StatementFilter {
  readonly category?: string | undefined;
  readonly counterparty?: string | undefined;
}

/** True when the entry is to be shown. */
export const matches = (entry: Entry, account: string, filter: StatementFilter): boolean =>
  (filter.category === undefined || entry.category === filter.category) &&
  (filter.counterparty === undefined || counterpartyOf(entry, account) === filter.counterparty);

/** An entry with the account's balance after it. */
export interface Line {
  readonly entry: Entry;
  readonly change: number;
  readonly balance: number;
}

/** Where the next page begins: the newest stamp not yet examined, and the balance after it. */
export interface Rest {
  readonly upTo: Stamp;
  readonly balance: number;
}

/**
 * Collects the lines of one page from entries that come newest first; cuts only between stamps, so that a cursor can
 * be a stamp.
 */
export class PageOfLines {
  readonly lines: Line[] = [];
  readonly #account: string;
  readonly #filter: StatementFilter;
  readonly #linesMax: number;
  readonly #entriesMax: number;
  #balance: number;
  #examined = 0;
  #lastStamp: Stamp | undefined;

  constructor(
    account: string,
    balance: number,
    filter: StatementFilter,
    limits: { readonly lines: number; readonly entries: number },
  ) {
    this.#account = account;
    this.#balance = balance;
    this.#filter = filter;
    this.#linesMax = limits.lines;
    this.#entriesMax = limits.entries;
  }

  /** Takes the next older entry; returns where to go on when the page was full before it. */
  take(entry: Entry): Rest | undefined {
    const full = this.lines.length >= this.#linesMax || this.#examined >= this.#entriesMax;
    if (full && entry.stamp !== this.#lastStamp) return { upTo: entry.stamp, balance: this.#balance };
    const change = changeOf(entry, this.#account);
    if (matches(entry, this.#account, this.#filter)) this.lines.push({ entry, change, balance: this.#balance });
    this.#balance -= change;
    this.#examined += 1;
    this.#lastStamp = entry.stamp;
    return undefined;
  }

  /** Balance before the oldest entry taken so far. */
  get balanceBefore(): number {
    return this.#balance;
  }
}
