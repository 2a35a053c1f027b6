/**
 * Seals the journal once a day: every account's entries up to the end of the last local day into its chain of blocks,
 * then the Merkle tree over the heads, then the day's signed root.
 *
 * Only entries behind the horizon are sealed, so none can arrive late below a sealed stamp. Blocks and tree parts are
 * created once and never again: of two runs the slower meets what the faster has written and goes on from it, and a
 * run that was cut short is taken up where its cursor or the heads stand.
 */
import * as z from "zod";
import { communityIds } from "../../residents/port.ts";
import type { Deps } from "../../shared/deps.ts";
import { Busy } from "../../shared/dynamo.ts";
import type { Job, JobPage, Outcome } from "../../shared/jobs.ts";
import { MerkleBuilder, merkleRoot } from "../../shared/merkle.ts";
import { districtSigner } from "../../shared/signing.ts";
import { dayIso, dayStart, dayText } from "../../shared/time.ts";
import type { Account } from "../domain/account.ts";
import {
  checkpointDocument,
  type Day,
  dayLeaf,
  type Head,
  headAfter,
  headLeaf,
  isBeginning,
  nextBlock,
  PART_LEAVES,
} from "../domain/seal.ts";
import { HORIZON_MS } from "../domain/statement.ts";
import { accountIds, accountPage } from "../store/audit.ts";
import {
  createBlock,
  createPart,
  createTop,
  entriesAfter,
  headsOf,
  moveHead,
  partsOf,
  publishDay,
  readLog,
  type TreePart,
  toBlock,
  toPart,
  treePlace,
} from "../store/seal.ts";

const ACCOUNTS_PAGE = 50;
/** Most blocks of one account in one run: 25 million entries. */
const BLOCKS_MAX = 100_000;

/** The last local day that lies wholly behind the horizon, and its last stamp. */
export const lastDay = (now: Date, zone: string): { readonly day: string; readonly through: number } => {
  const today = dayText(new Date(now.getTime() - HORIZON_MS), zone);
  const through = dayStart(today, zone).getTime() * 1_000 - 1;
  return { day: dayIso(dayText(new Date(Math.floor(through / 1_000)), zone)), through };
};

/** What is to be sealed: a day, the last stamp of it, and the lists of accounts in the tree's order. */
interface Task {
  readonly day: string;
  readonly through: number;
  readonly lists: readonly { readonly community: string; readonly unit: string }[];
}

/**
 * Seals one account up to `through`. Throws when what is sealed is not what the journal shows, or when the chain does
 * not add up to an account that rests: both mean that the journal was altered, or its index not read to the end.
 */
export const sealAccount = async (account: Account, known: Head, through: number, deps: Deps): Promise<Outcome> => {
  const { db } = deps;
  let head = known;
  let outcome: Outcome = "unchanged";
  for (let step = 0; step < BLOCKS_MAX; step++) {
    const entries = await entriesAfter(db, head, through);
    if (entries.length === 0) {
      const rests = account.holderKind !== "pool" && account.last <= through;
      if (rests && head.balance !== account.balance) {
        throw new Error(`the journal of ${account.id} adds up to ${head.balance}, not ${account.balance}`);
      }
      return outcome;
    }
    const block = nextBlock(head, entries);
    const made = await db.commit([createBlock(block)]);
    const found = made.ok ? undefined : made.failed[0]?.found;
    // Another run, perhaps with another day's end, has cut the block that begins here: its block counts.
    const kept = found ? toBlock(found) : block;
    if (!isBeginning(kept, block)) throw new Error(`the sealed entries of ${account.id} are not those of its journal`);
    const moved = headAfter(head, kept, entries.slice(0, kept.entries.length));
    if ((await db.commit([moveHead(head, moved)])).ok) {
      head = moved;
      outcome = "changed";
    } else head = (await headsOf(db, [account.id]))[0] as Head;
  }
  throw new Busy("more entries than one run seals");
};

/** A member whose last entry is sealed has nothing new; a pool's stored stamp is only that of its fold. */
const isSealed = (account: Account, head: Head): boolean =>
  account.holderKind !== "pool" && account.last <= head.stamp && account.balance === head.balance;

const sealPage = async (task: Task, list: number, after: string | null, deps: Deps) => {
  const { community, unit } = task.lists[list] as Task["lists"][number];
  const { accounts, next } = await accountPage(deps.db, community, unit, after, ACCOUNTS_PAGE);
  const heads = await headsOf(
    deps.db,
    accounts.map(({ id }) => id),
  );
  let changed = 0;
  for (const [index, account] of accounts.entries()) {
    const head = heads[index] as Head;
    if (isSealed(account, head)) continue;
    if ((await sealAccount(account, head, task.through, deps)) === "changed") changed += 1;
  }
  return { next, changed, unchanged: accounts.length - changed };
};

/** Where the tree is to go on: in a list, after an account. */
interface Place {
  readonly list: number;
  readonly after: string | null;
}

/** The next heads from `place` on that make up one part, with the place of each and where the part after it begins. */
const nextLeaves = async (task: Task, place: Place, deps: Deps) => {
  const leaves: { readonly place: string; readonly head: Head }[] = [];
  let { list, after } = place;
  while (list < task.lists.length) {
    const { community, unit } = task.lists[list] as Task["lists"][number];
    const page = await accountIds(deps.db, community, unit, after, PART_LEAVES);
    for (const head of await headsOf(deps.db, page.ids)) {
      if (head.count === 0) continue;
      if (head.stamp > task.through) throw new Error(`another run has gone beyond ${task.day}`);
      leaves.push({ place: treePlace({ community, unit, id: head.account }), head });
      if (leaves.length === PART_LEAVES) return { leaves, next: { list, after: head.account } };
    }
    if (page.next === null) list += 1;
    after = page.next;
  }
  return { leaves, next: null };
};

const treePage = async (task: Task, place: Place, first: number, deps: Deps) => {
  const { leaves, next } = await nextLeaves(task, place, deps);
  const [start, end] = [leaves[0], leaves.at(-1)];
  if (!start || !end) return { next: null, leaves: first };
  const part: TreePart = {
    day: task.day,
    first,
    from: start.place,
    to: end.place,
    leaves: leaves.map(({ head }) => headLeaf(head)),
    entries: leaves.reduce((sum, { head }) => sum + head.count, 0),
  };
  const made = await deps.db.commit([createPart(part)]);
  const found = made.ok ? undefined : made.failed[0]?.found;
  if (found && !merkleRoot(toPart(found).leaves).equals(merkleRoot(part.leaves))) {
    throw new Error(`the tree of ${task.day} has another part at ${part.from}`);
  }
  return { next, leaves: first + leaves.length };
};

/** Builds the day's root from the parts as they are stored, signs the log with it, and publishes both. */
const publish = async (task: Task, deps: Deps): Promise<boolean> => {
  const { db, district } = deps;
  const log = await readLog(db, district.id);
  if (log.day >= task.day) return false;
  const roots: Buffer[] = [];
  let [accounts, entries] = [0, 0];
  for await (const part of partsOf(db, task.day)) {
    if (part.first !== accounts) throw new Error(`the tree of ${task.day} has a gap at ${part.from}`);
    roots.push(merkleRoot(part.leaves));
    accounts += part.leaves.length;
    entries += part.entries;
  }
  await db.commit([createTop(task.day, roots)]);
  const day: Day = {
    district: district.id,
    day: task.day,
    number: log.frontier.size,
    through: task.through,
    accounts,
    entries,
    tree: merkleRoot(roots).toString("hex"),
  };
  const builder = new MerkleBuilder(log.frontier);
  builder.add(dayLeaf(day));
  const root = builder.root();
  const signer = await districtSigner(db, "ledger");
  const signature = signer.sign(checkpointDocument(day, root));
  const published = { day, before: log.frontier.peaks, log: root, signature, key: signer.publicKey };
  return (await db.commit(publishDay(published, log, builder.frontier(), deps.stamps.take()))).ok;
};

const Cursor = z.strictObject({
  day: z.string(),
  phase: z.enum(["seal", "tree"]),
  list: z.int().min(0),
  after: z.string().nullable(),
  leaves: z.int().min(0),
});
type Cursor = z.infer<typeof Cursor>;

const taskOf = async (cursor: Cursor | undefined, deps: Deps): Promise<Task | undefined> => {
  const { db, district, clock } = deps;
  const { day, through } = lastDay(clock.now(), district.zone);
  // A run that is resumed on a later day than it began on starts over for that day: what it sealed stays sealed.
  if (cursor !== undefined && cursor.day !== day) return taskOf(undefined, deps);
  if ((await readLog(db, district.id)).day >= day) return undefined;
  const communities = await communityIds(deps);
  const units = district.units.map(({ code }) => code).sort();
  return { day, through, lists: communities.flatMap((community) => units.map((unit) => ({ community, unit }))) };
};

const start = (day: string): Cursor => ({ day, phase: "seal", list: 0, after: null, leaves: 0 });

const pageOf = async (given: Cursor | undefined, deps: Deps): Promise<JobPage<Cursor>> => {
  const none = { next: null, changed: 0, unchanged: 0, failures: [] };
  const task = await taskOf(given, deps);
  if (!task) return none;
  const cursor = given?.day === task.day ? given : start(task.day);
  if (cursor.phase === "seal") {
    const { next, changed, unchanged } = await sealPage(task, cursor.list, cursor.after, deps);
    const list = next === null ? cursor.list + 1 : cursor.list;
    const sealing = list < task.lists.length;
    const rest: Cursor = sealing ? { ...cursor, list, after: next } : { ...start(task.day), phase: "tree" };
    return { ...none, next: rest, changed, unchanged };
  }
  const { next, leaves } = await treePage(task, cursor, cursor.leaves, deps);
  if (next !== null) return { ...none, next: { ...cursor, ...next, leaves }, changed: 1 };
  return { ...none, changed: Number(await publish(task, deps)) };
};

/** Every account of the district, then the tree over their heads, then the day's root. */
export const ledgerSealJob: Job<Cursor> = {
  name: "ledger-seal",
  cursor: Cursor,
  actions: ["BatchGetItem", "GetItem", "PutItem", "Query"],
  page: pageOf,
};
