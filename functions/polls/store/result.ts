/** Results in DynamoDB: the rows of each shard, the count's questions and answers, and the result in pages. */
import type * as z from "zod";
import type { PollResult } from "../../../schemas/polls/resources.ts";
import type { Db } from "../../shared/dynamo.ts";
import { always, type Item, type Key, replace, type Write } from "../../shared/write.ts";
import type { TieAnswers } from "../domain/count.ts";
import type { TieQuestion } from "../tally/ties.ts";
import type { Survey } from "./survey.ts";

/** Characters of one page of a result, and of one part of a shard's rows: below DynamoDB's 400 KB in any script. */
const PAGE_CHARACTERS = 100_000;
const PAGES_A_QUERY = 10;
const CHUNK_DIGITS = 6;

const partition = (poll: string): string => `PL#${poll}`;
const shardPrefix = (shard: string): string => `X#${shard}#`;
const RESULT_PREFIX = "R#";

const paged = (text: string): string[] => {
  const pages: string[] = [];
  for (let at = 0; at < text.length || at === 0; at += PAGE_CHARACTERS)
    pages.push(text.slice(at, at + PAGE_CHARACTERS));
  return pages;
};

const number = (page: number): string => String(page).padStart(4, "0");

/** Writes of a long text in pages under a prefix. */
export const pageWrites = (poll: string, prefix: string, text: string): Write[] =>
  paged(text).map((page, index) => ({
    type: "put",
    item: { pk: partition(poll), sk: `${prefix}${number(index)}`, text: page },
    condition: always,
  }));

/** A long text from its pages; empty where there are none. */
export const readPages = async (db: Db, poll: string, prefix: string): Promise<string> => {
  let text = "";
  for (let after: Record<string, unknown> | undefined; ; ) {
    const page = await db.query({
      partition: partition(poll),
      prefix,
      limit: PAGES_A_QUERY,
      ...(after ? { after } : {}),
    });
    for (const item of page.items) text += String(item.text);
    if (!page.last) return text;
    after = page.last;
  }
};

/** What one shard of the roll came to: rows with how often they occur, and its part of the turnout. */
export interface ShardCount {
  readonly rows: readonly (readonly [row: string, times: number])[];
  readonly survey: Survey;
  /** Entries drawn for a call-back: smallest lots first. */
  readonly sample: readonly (readonly [lot: string, entry: string, channel: string])[];
}

/** Keeps a shard's count; the same again is the same, because nothing of a closed poll changes. */
export const putShardCount = async (db: Db, poll: string, shard: string, count: ShardCount): Promise<void> => {
  for (const write of pageWrites(poll, shardPrefix(shard), JSON.stringify(count))) await db.commit([write]);
};

/** A shard's count. */
export const shardCount = async (db: Db, poll: string, shard: string): Promise<ShardCount> =>
  JSON.parse(await readPages(db, poll, shardPrefix(shard))) as ShardCount;

/** What a page of secret ballots came to, by the first chunk of the page. */
const ballotRowsPrefix = (chunk: number): string => shardPrefix(`b${String(chunk).padStart(CHUNK_DIGITS, "0")}`);

/** Keeps how often each ballot occurs in a page of secret ballots; the same again is the same. */
export const putBallotRows = async (
  db: Db,
  poll: string,
  chunk: number,
  rows: ReadonlyMap<string, number>,
): Promise<void> => {
  const writes = pageWrites(poll, ballotRowsPrefix(chunk), JSON.stringify([...rows]));
  await Promise.all(writes.map((write) => db.commit([write])));
};

/** How often each ballot occurs in a page. */
export const ballotRows = async (db: Db, poll: string, chunk: number): Promise<ShardCount["rows"]> =>
  JSON.parse(await readPages(db, poll, ballotRowsPrefix(chunk))) as ShardCount["rows"];

/** Writes of a result in pages. */
export const putResult = (poll: string, result: z.input<typeof PollResult>): Write[] =>
  pageWrites(poll, RESULT_PREFIX, JSON.stringify(result));

/** A poll's result. */
export const resultOf = async (db: Db, poll: string): Promise<z.input<typeof PollResult>> =>
  JSON.parse(await readPages(db, poll, RESULT_PREFIX)) as z.input<typeof PollResult>;

/** Key of what a count has asked and been told. */
export const tieKey = (poll: string): Key => ({ pk: partition(poll), sk: "A" });

/** What a count has been told, and what it waits for. */
export interface Ties extends TieAnswers {
  readonly question?: TieQuestion | undefined;
}

/** Keeps questions and answers. */
export const putTies = (poll: string, { seed, answers, question }: Ties): Write => ({
  type: "put",
  item: {
    ...tieKey(poll),
    seed,
    ans: answers.map(({ purpose, round, tied, chosen }) => ({ purpose, round, tied: [...tied], chosen })),
    ask: question && { ...question, tied: [...question.tied] },
  },
  condition: always,
});

/** Questions and answers from their item. */
export const toTies = (item: Item | undefined): Ties => ({
  seed: item?.seed as string | undefined,
  answers: (item?.ans as Ties["answers"] | undefined) ?? [],
  question: item?.ask as TieQuestion | undefined,
});

/** Key of a poll's call-backs. */
export const callbackKey = (poll: string): Key => ({ pk: partition(poll), sk: "S" });

/** A ballot drawn for a call-back. */
export interface Callback {
  readonly entry: string;
  readonly channel: string;
  readonly outcome?: string | undefined;
  readonly note?: string | undefined;
  readonly by?: string | undefined;
}

/** Call-backs as they stand. */
export interface Callbacks {
  readonly items: readonly Callback[];
  readonly revision: number;
}

const callbackItem = (poll: string, items: readonly Callback[], revision: number): Item => ({
  ...callbackKey(poll),
  items: items.map((each) => ({ ...each })),
  rev: revision,
});

/** Draws the call-backs of a poll with its count. */
export const drawCallbacks = (poll: string, items: readonly Callback[]): Write => ({
  type: "put",
  item: callbackItem(poll, items, 1),
  condition: always,
});

/** Records an outcome; refused when another was recorded since they were read. */
export const saveCallbacks = (poll: string, items: readonly Callback[], seen: number): Write =>
  replace(callbackItem(poll, items, seen + 1), "rev", seen);

/** Call-backs from their item. */
export const toCallbacks = (item: Item | undefined): Callbacks => ({
  items: (item?.items as Callback[] | undefined) ?? [],
  revision: (item?.rev as number | undefined) ?? 0,
});
