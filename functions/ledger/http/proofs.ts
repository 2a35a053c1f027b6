/** Roots of the sealed journal and proofs against them: what is answered can be checked without trusting us. */
import * as z from "zod";
import type { proofOperations } from "../../../schemas/ledger/proofs.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import {
  consistencyRanges,
  inclusionProof,
  inclusionRanges,
  type LeafRange,
  merkleRoot,
  nodeHash,
} from "../../shared/merkle.ts";
import { reject } from "../../shared/refusal.ts";
import { dayIso, dayText } from "../../shared/time.ts";
import type { Account } from "../domain/account.ts";
import type { Entry } from "../domain/entry.ts";
import {
  blockHash,
  checkpointDocument,
  dayDocument,
  dayLeaf,
  entryDocument,
  entryName,
  headerOf,
  headLeaf,
  PART_LEAVES,
} from "../domain/seal.ts";
import { stampDate } from "../domain/statement.ts";
import {
  blocksFrom,
  dayFrom,
  dayNumbered,
  dayOf,
  dayPage,
  type PublishedDay,
  partAt,
  topOf,
  treePlace,
} from "../store/seal.ts";
import { readableAccount } from "./accounts.ts";
import { readEntries } from "./transfers.ts";

type Ops = typeof proofOperations;
type Shown = z.input<Ops["getEntryProof"]["reply"]>;

const hexes = (hashes: readonly Uint8Array[]): string[] => hashes.map((each) => Buffer.from(each).toString("hex"));

const viewDay = ({ day, log, signature, key }: PublishedDay) => ({
  day: { ...dayDocument(day) },
  checkpoint: { ...checkpointDocument(day, log) },
  signature: { ...signature },
  key: { ...key },
});

const DayCursor = z.iso.date();

const listLedgerRoots = async (
  { query }: Call<Ops["listLedgerRoots"]>,
  { db, district }: Deps,
): Promise<Answer<z.input<Ops["listLedgerRoots"]["reply"]>>> => {
  const after = query.cursor === undefined ? undefined : decodeCursor(DayCursor, query.cursor);
  const { days, next } = await dayPage(db, district.id, after, query.limit);
  return { body: { items: days.map(viewDay), next: next === null ? null : encodeCursor(next) } };
};

const publishedOn = async (day: string, { db, district }: Deps): Promise<PublishedDay> =>
  (await dayOf(db, district.id, day)) ?? reject("resource/not-found", { what: "root", id: day });

/** Roots of the log's perfect subtrees at its first `size` days, with the days that each spans. */
const peaksAt = async (size: number, deps: Deps): Promise<(LeafRange & { readonly root: Buffer })[]> => {
  const last = await dayNumbered(deps.db, size - 1);
  if (!last) return reject("resource/not-found", { what: "root", id: String(size - 1) });
  const peaks: (LeafRange & { readonly root: Buffer })[] = [];
  let from = 0;
  for (const root of last.before) {
    const span = largestPowerWithin(size - 1 - from);
    peaks.push({ from, to: from + span, root });
    from += span;
  }
  return [...peaks, { from, to: size, root: dayLeaf(last.day) }];
};

const largestPowerWithin = (count: number): number => {
  let power = 1;
  while (power * 2 <= count) power *= 2;
  return power;
};

/** Root of a subtree that ends where the log ended with `range.to` days: its peaks from the subtree's start on. */
const rangeRoot = async (range: LeafRange, deps: Deps): Promise<Buffer> =>
  (await peaksAt(range.to, deps))
    .filter(({ from }) => from >= range.from)
    .map(({ root }) => root)
    .reduceRight((right, left) => nodeHash(left, right));

const getLedgerConsistency = async (
  { query }: Call<Ops["getLedgerConsistency"]>,
  deps: Deps,
): Promise<Answer<z.input<Ops["getLedgerConsistency"]["reply"]>>> => {
  if (query.from > query.to) return reject("request/invalid", {}, [{ field: "query.to", reason: `>= ${query.from}` }]);
  const [from, to] = [await publishedOn(query.from, deps), await publishedOn(query.to, deps)];
  const path: Buffer[] = [];
  for (const range of consistencyRanges(from.day.number + 1, to.day.number + 1))
    path.push(await rangeRoot(range, deps));
  return { body: { from: viewDay(from), to: viewDay(to), path: hexes(path) } };
};

/** Path of leaf `index` through a tree that is kept as parts: within its own part first, then over the parts' roots. */
const partedPath = (leaves: readonly Buffer[], roots: readonly Buffer[], index: number, size: number): Buffer[] => {
  const start = index - (index % PART_LEAVES);
  return inclusionRanges(index, size).map(({ from, to }) =>
    from >= start && to <= start + leaves.length
      ? merkleRoot(leaves.slice(from - start, to - start))
      : merkleRoot(roots.slice(from / PART_LEAVES, Math.ceil(to / PART_LEAVES))),
  );
};

const headProof = async (account: Account, count: number, block: string, { day }: PublishedDay, deps: Deps) => {
  const part = await partAt(deps.db, day.day, treePlace(account));
  const leaf = headLeaf({ account: account.id, count, block });
  const place = part?.leaves.findIndex((each) => each.equals(leaf)) ?? -1;
  if (!part || place < 0) throw new Error(`the tree of ${day.day} has no head of ${account.id}`);
  const headIndex = part.first + place;
  const path = partedPath(part.leaves, await topOf(deps.db, day.day), headIndex, day.accounts);
  return { headEntries: count, headIndex, headPath: hexes(path) };
};

/** The proof of an entry, or undefined when no root covers it yet. */
const proofOf = async (entry: Entry, account: Account, deps: Deps): Promise<Shown | undefined> => {
  const { db, district } = deps;
  const published = await dayFrom(db, district.id, dayIso(dayText(stampDate(entry.stamp), district.zone)));
  if (!published) return undefined;
  const [first, ...rest] = await blocksFrom(db, account.id, entry.stamp, published.day.through);
  const index = first?.entries.findIndex((each) => entryName(each) === entryName(entry)) ?? -1;
  if (!first || index < 0) throw new Error(`entry ${entry.id} is missing from the chain of ${account.id}`);
  const leaves = first.entries.map(({ leaf }) => leaf);
  const headers = [first, ...rest].map(headerOf);
  const head = headers.at(-1) as (typeof headers)[number];
  return {
    entry: entryDocument(entry) as Shown["entry"],
    account: account.id,
    index,
    entryPath: hexes(inclusionProof(leaves, index)),
    blocks: headers.map((header) => ({ type: "linli.ledger.block.v1", ...header })),
    ...(await headProof(account, head.first + head.count, blockHash(head), published, deps)),
    // The day is the log's last leaf: its path is the peaks before it, the nearest first.
    dayPath: hexes([...published.before].reverse()),
    ...viewDay(published),
  };
};

const getEntryProof = async (call: Call<Ops["getEntryProof"]>, deps: Deps): Promise<Answer<Shown>> => {
  const account = await readableAccount(call, call.params.accountId, deps);
  const { transfer, leg, reversal } = call.query;
  const name = entryName({ id: transfer, leg, reversal });
  const entry = (await readEntries(transfer, deps)).find((each) => entryName(each) === name);
  if (!entry || (entry.from !== account.id && entry.to !== account.id)) {
    return reject("resource/not-found", { what: "entry", id: transfer });
  }
  const proof = await proofOf(entry, account, deps);
  if (proof) return { body: proof };
  const [newest] = (await dayPage(deps.db, deps.district.id, undefined, 1)).days;
  return reject("ledger/not-sealed", { day: newest?.day.day ?? "-" });
};

/** Handlers of roots and proofs. */
export const proofHandlers: Handlers<Ops> = { listLedgerRoots, getLedgerConsistency, getEntryProof };
