/**
 * Checks the sealed journal of an export: entries against the blocks of their accounts, blocks against the chain, heads
 * against each day's tree, days against the signed log. Trusts nothing stored that can be computed.
 */
import {
  type Block,
  blockHash,
  checkpointDocument,
  dayLeaf,
  entryName,
  GENESIS,
  headerOf,
  headLeaf,
} from "../../../functions/ledger/domain/seal.ts";
import { type PublishedDay, treePlace } from "../../../functions/ledger/store/seal.ts";
import { MerkleBuilder, merkleRoot } from "../../../functions/shared/merkle.ts";
import { type PublicKey, type Signature, verifySignature } from "../../../functions/shared/signing.ts";
import type { AccountBook, Book, Row } from "./book.ts";

/** What is wrong, and with what: an entry by its name (`<id>T00`, `<id>R01`: side and leg), an account, a day. */
export interface Finding {
  readonly what:
    | "entry-altered"
    | "entry-removed"
    | "entry-inserted"
    | "entry-reordered"
    | "chain-broken"
    | "head-wrong"
    | "balance-wrong"
    | "tree-wrong"
    | "log-wrong"
    | "signature-wrong"
    | "not-as-published";
  readonly account?: string;
  readonly entry?: string;
  readonly day?: string;
}

/** A checkpoint that somebody has kept, as `GET /v1/ledger/roots` answered it. */
export interface KeptCheckpoint {
  readonly checkpoint: { readonly day: string; readonly size: number; readonly root: string };
  readonly key: PublicKey;
}

/** What was checked and found. */
export interface LedgerReport {
  readonly accounts: number;
  readonly entries: number;
  /** Entries after the last sealed day, which nothing vouches for yet. */
  readonly unsealed: number;
  readonly days: number;
  /** The newest day with the key that signed it. */
  readonly newest?: PublishedDay;
  /** The first fault of each account, then those of the days; empty when all is as sealed. */
  readonly findings: readonly Finding[];
}

/** An account's chain at one block: what a day's tree has of it. */
interface Link {
  readonly count: number;
  readonly block: string;
  readonly stamp: number;
}

interface Checked {
  readonly links: readonly Link[];
  readonly finding?: Finding;
  readonly unsealed: number;
}

/** Why the row at a place is not the one that was sealed there. */
const faultAt = (
  row: Row | undefined,
  sealed: Block["entries"][number],
  book: AccountBook,
): Omit<Finding, "account"> => {
  const name = entryName(sealed);
  const found = book.rows.find((each) => each.name === name);
  if (!found) return { what: "entry-removed", entry: name };
  if (!found.leaf.equals(sealed.leaf)) return { what: "entry-altered", entry: name };
  const isSealed = book.blocks.some(({ entries }) => entries.some((each) => row && entryName(each) === row.name));
  return row && !isSealed ? { what: "entry-inserted", entry: row.name } : { what: "entry-reordered", entry: name };
};

/** Walks the blocks of an account; the first fault ends the walk. */
const checkChain = (account: string, book: AccountBook, through: number): Checked => {
  const links: Link[] = [];
  let last: Link = { count: 0, block: GENESIS, stamp: 0 };
  const fault = (finding: Omit<Finding, "account">): Checked => ({
    links,
    finding: { ...finding, account },
    unsealed: 0,
  });
  for (const block of book.blocks) {
    for (const [index, sealed] of block.entries.entries()) {
      const row = book.rows[block.first + index];
      if (row?.name !== entryName(sealed) || !row.leaf.equals(sealed.leaf)) return fault(faultAt(row, sealed, book));
    }
    if (block.first !== last.count || block.previous !== last.block) {
      return fault({ what: "chain-broken", entry: entryName(block.entries[0] as Block["entries"][number]) });
    }
    const count = block.first + block.entries.length;
    last = { count, block: blockHash(headerOf(block)), stamp: block.to };
    links.push(last);
  }
  const [next] = book.rows.slice(last.count);
  if (next && next.stamp <= Math.max(through, last.stamp)) return fault({ what: "entry-inserted", entry: next.name });
  const { head } = book;
  if ((head?.count ?? 0) !== last.count || (head?.block ?? GENESIS) !== last.block)
    return fault({ what: "head-wrong" });
  const sum = book.rows.reduce((total, { change }) => total + change, 0);
  const member = book.account?.holderKind !== "pool";
  if (member && (book.account?.balance ?? 0) !== sum) return fault({ what: "balance-wrong" });
  return { links, unsealed: book.rows.length - last.count };
};

/** Accounts in the order of the trees, each with its chain. */
interface Placed {
  readonly account: string;
  readonly place: string;
  readonly links: readonly Link[];
}

const linkAt = (links: readonly Link[], through: number): Link | undefined =>
  links.findLast(({ stamp }) => stamp <= through);

/** Holds a day's tree against the chains; names the first account whose head is not the one in the tree. */
const checkTree = (placed: readonly Placed[], { day }: PublishedDay, book: Book): Finding | undefined => {
  const stored = (book.parts.get(day.day) ?? []).flatMap(({ leaves }) => leaves);
  const leaves: Buffer[] = [];
  let entries = 0;
  for (const { account, links } of placed) {
    const link = linkAt(links, day.through);
    if (!link) continue;
    const leaf = headLeaf({ account, count: link.count, block: link.block });
    const kept = stored[leaves.length];
    if (!kept?.equals(leaf)) return { what: "tree-wrong", day: day.day, account };
    leaves.push(leaf);
    entries += link.count;
  }
  const isSame = merkleRoot(leaves).toString("hex") === day.tree && stored.length === leaves.length;
  return isSame && day.accounts === leaves.length && day.entries === entries
    ? undefined
    : { what: "tree-wrong", day: day.day };
};

const checkLog = (days: readonly PublishedDay[], kept: readonly KeptCheckpoint[]): Finding[] => {
  const builder = new MerkleBuilder();
  const findings: Finding[] = [];
  const keys = new Set(kept.map(({ key }) => key.kid));
  const roots = new Map<number, string>();
  for (const { day, log, signature, key } of days) {
    const at = { day: day.day };
    const expected = builder.size;
    builder.add(dayLeaf(day));
    const root = builder.root();
    roots.set(builder.size, root.toString("hex"));
    if (day.number !== expected || !root.equals(log)) findings.push({ what: "log-wrong", ...at });
    else if (!isSigned(day, root, signature, key)) findings.push({ what: "signature-wrong", ...at });
    else if (keys.size > 0 && !keys.has(key.kid)) findings.push({ what: "not-as-published", ...at });
  }
  for (const { checkpoint } of kept) {
    if (roots.get(checkpoint.size) !== checkpoint.root)
      findings.push({ what: "not-as-published", day: checkpoint.day });
  }
  return findings;
};

const isSigned = (day: PublishedDay["day"], root: Buffer, signature: Signature, key: PublicKey): boolean =>
  verifySignature(checkpointDocument(day, root), signature, key);

/**
 * Checks a book. `kept` are checkpoints from outside: without any, whoever can write the whole table and has the
 * district's key could have made all of it anew.
 */
export const verifyLedger = (book: Book, kept: readonly KeptCheckpoint[] = []): LedgerReport => {
  const newest = book.days.at(-1);
  const findings: Finding[] = [];
  const placed: Placed[] = [];
  let unsealed = 0;
  for (const [account, own] of [...book.accounts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const checked = checkChain(account, own, newest?.day.through ?? 0);
    if (checked.finding) findings.push(checked.finding);
    unsealed += checked.unsealed;
    const community = own.account?.community ?? "";
    placed.push({
      account,
      place: treePlace({ community, unit: account.slice(account.lastIndexOf(".") + 1), id: account }),
      links: checked.links,
    });
  }
  placed.sort((a, b) => (a.place < b.place ? -1 : 1));
  // Where a chain is broken its heads are unknown, and every tree would only say so again.
  const trees = findings.length > 0 ? [] : book.days.flatMap((day) => checkTree(placed, day, book) ?? []);
  findings.push(...trees, ...checkLog(book.days, kept));
  return {
    accounts: book.accounts.size,
    entries: book.entries,
    unsealed,
    days: book.days.length,
    findings,
    ...(newest ? { newest } : {}),
  };
};
