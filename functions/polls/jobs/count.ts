/**
 * Counting a closed poll, shard by shard: what a shard comes to is kept, so that a count cut short goes on with the
 * next; then all shards are put together, counted by the declared method, and the poll is moved on. Nothing of a closed
 * poll changes any more, so a page done twice or by two runners writes the same.
 */
import { createHash } from "node:crypto";
import * as z from "zod";
import type { PollResult, PollRules } from "../../../schemas/polls/resources.ts";
import { type Canonical, canonicalText } from "../../shared/canonical.ts";
import type { Deps } from "../../shared/deps.ts";
import { bundleWrites } from "../bundle/make.ts";
import { unpackCells } from "../domain/choice.ts";
import { type Outcome, outcomeOf } from "../domain/count.ts";
import type { Poll } from "../domain/poll.ts";
import { textHash } from "../store/poll.ts";
import {
  drawCallbacks,
  putResult,
  putShardCount,
  putTies,
  type ShardCount,
  shardCount,
  tieKey,
  toTies,
} from "../store/result.ts";
import { type RollEntry, SHARDS } from "../store/roll.ts";
import { emptySurvey, putSurvey, type Survey } from "../store/survey.ts";
import { treeHead, treeRoot } from "../store/tree.ts";
import { Box } from "../tally/box.ts";
import { BALLOT_TREE, BallotTreePlace, ballotTreePage, boxOfBallots } from "./ballots.ts";
import { namedTree } from "./named.ts";
import { moveBySystem, type StepWork } from "./step.ts";
import { entriesPage, surveyed } from "./survey.ts";

/** Where counting stands: the shard to count next; after the last one the tree of secret ballots, then the result. */
export const CountPlace = z.strictObject({
  shard: z.int().min(0),
  tree: BallotTreePlace.nullable(),
  planted: z.boolean(),
});
type CountPlace = z.infer<typeof CountPlace>;

type Sample = ShardCount["sample"];

const drawn = (sample: Sample, seed: string, entries: readonly RollEntry[], size: number): Sample =>
  [
    ...sample,
    ...entries
      .filter(({ voted }) => voted)
      .map(({ entry, channel }): Sample[number] => [
        createHash("sha256").update(`${seed}/${entry}`).digest("hex"),
        entry,
        channel ?? "web",
      ]),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, size);

/**
 * The row of an entry, if it has one: of owners every unit, voted or not, with its head and area; of others the named
 * ballot. Secret ballots are kept apart from the roll.
 */
const rowOf = ({ head, area, cells, voted }: RollEntry, { electorate, mode }: PollRules): string | undefined => {
  if (electorate.kind === "OWNERS") return `${head ?? ""}|${area ?? 0}|${voted ? (cells ?? "") : ""}`;
  return voted && mode === "named" ? (cells ?? "") : undefined;
};

const countShard = async (poll: Poll, rules: PollRules, shard: number, deps: Deps): Promise<void> => {
  const rows = new Map<string, number>();
  let survey: Survey = emptySurvey;
  let sample: Sample = [];
  for (let after: string | null = null, more = true; more; ) {
    const page = await entriesPage(poll.id, shard, after, deps);
    for (const entry of page.entries) {
      const row = rowOf(entry, rules);
      if (row !== undefined) rows.set(row, (rows.get(row) ?? 0) + 1);
    }
    survey = surveyed(survey, page.entries);
    sample = drawn(sample, poll.drawSeed ?? "", page.entries, deps.district.polls.callbackSample);
    ({ after, more } = page);
  }
  await putShardCount(deps.db, poll.id, SHARDS[shard] as string, { rows: [...rows], survey, sample });
};

const together = (a: Survey, b: Survey): Survey => {
  const buildings = new Map(Object.entries(a.buildings));
  for (const [name, [n, v]] of Object.entries(b.buildings)) {
    const [before, voted] = buildings.get(name) ?? [0, 0];
    buildings.set(name, [before + n, voted + v]);
  }
  const channels = new Map(Object.entries(a.channels));
  for (const [name, n] of Object.entries(b.channels)) channels.set(name, (channels.get(name) ?? 0) + n);
  return {
    atMs: 0,
    entitled: a.entitled + b.entitled,
    voted: a.voted + b.voted,
    area: a.area + b.area,
    areaVoted: a.areaVoted + b.areaVoted,
    buildings: Object.fromEntries(buildings),
    channels: Object.fromEntries(channels),
  };
};

/** All shards' counts as one. */
const allShards = async (poll: string, size: number, deps: Deps) => {
  const rows = new Map<string, number>();
  let survey: Survey = emptySurvey;
  let sample: Sample = [];
  for (const shard of SHARDS) {
    const one = await shardCount(deps.db, poll, shard);
    for (const [row, times] of one.rows) rows.set(row, (rows.get(row) ?? 0) + times);
    survey = together(survey, one.survey);
    sample = [...sample, ...one.sample].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, size);
  }
  return { rows, survey, sample };
};

/** A result with the hashes of what it is of, and of itself. */
export const hashed = (
  poll: Pick<Poll, "id" | "rulesHash" | "rollRoot">,
  outcome: Outcome,
  ballotRoot: string,
): z.input<typeof PollResult> => {
  const roots = { rollRoot: poll.rollRoot ?? "", ballotRoot };
  const named = { ...outcome, poll: poll.id, rulesHash: poll.rulesHash ?? "", ...roots };
  return { ...named, resultHash: textHash(canonicalText(named as unknown as Canonical)) };
};

/** The ballots in a box: named ones from the shards' rows, secret ones from where they are kept. */
const boxOf = async (rules: PollRules, rows: ReadonlyMap<string, number>, deps: Deps): Promise<Box> => {
  if (rules.mode !== "named") return boxOfBallots(rules.poll, deps);
  const box = new Box();
  for (const [row, times] of rows) box.add(unpackCells(row), times);
  return box;
};

/** The ballots of a counted poll in a box; none for owners, whose units are no ballots. */
export const boxOfPoll = async (rules: PollRules, deps: Deps): Promise<Box> => {
  const { rows } = rules.mode === "named" ? await allShards(rules.poll, 0, deps) : { rows: new Map<string, number>() };
  return boxOf(rules, rows, deps);
};

const conclude = async (poll: Poll, rules: PollRules, deps: Deps): Promise<void> => {
  const { rows, survey, sample } = await allShards(poll.id, deps.district.polls.callbackSample, deps);
  const told = toTies(await deps.db.get(tieKey(poll.id)));
  const box = rules.electorate.kind === "OWNERS" ? new Box() : await boxOf(rules, rows, deps);
  // Each ballot was cast by an entry of the roll, or with the one token of an entry.
  const short = rules.mode === "envelope" && box.total < survey.voted;
  if (box.total > survey.voted || short) throw new Error(`${box.total} ballots of ${survey.voted} entries that voted`);
  const settled = outcomeOf(rules, { units: rows, box, entitled: survey.entitled, voted: survey.voted }, told);
  if (!settled.done) {
    const kept = putTies(poll.id, { ...told, question: settled.question });
    await moveBySystem(poll, "ask", { asks: true }, deps, [kept]);
    return;
  }
  if (rules.mode === "named") await namedTree(rules, rows, deps);
  const head = await treeHead(deps.db, poll.id, BALLOT_TREE);
  if (!head) throw new Error("ballots without a tree");
  const result = hashed(poll, settled.result, treeRoot(head).toString("base64url"));
  const bundle = await bundleWrites({ poll, rules, survey, told, result, head }, deps);
  for (const write of [...putResult(poll.id, result), ...bundle]) await deps.db.commit([write]);
  const now = deps.clock.now().getTime();
  const passed = settled.result.passed ?? undefined;
  await moveBySystem(poll, "count", { countedMs: now, passed }, deps, [
    putSurvey(poll.id, { ...survey, atMs: now }),
    drawCallbacks(
      poll.id,
      sample.map(([, entry, channel]) => ({ entry, channel })),
    ),
  ]);
};

const START: CountPlace = { shard: 0, tree: null, planted: false };

/** Shards of one page, read side by side: the database works on one while another is counted. */
const SHARDS_A_PAGE = 4;

/** Some shards are counted, or a page of the tree over secret ballots; at the end the poll is. */
export const countStep: StepWork<CountPlace> = async (poll, rules, given, deps) => {
  const place = given ?? START;
  if (place.shard < SHARDS.length) {
    const shard = Math.min(place.shard + SHARDS_A_PAGE, SHARDS.length);
    const these = Array.from({ length: shard - place.shard }, (_, at) => place.shard + at);
    await Promise.all(these.map((one) => countShard(poll, rules, one, deps)));
    return { next: { ...place, shard }, changed: 0 };
  }
  if (rules.mode !== "named" && !place.planted) {
    const tree = await ballotTreePage(rules, place.tree, deps);
    return { next: { ...place, tree, planted: tree === null }, changed: 0 };
  }
  await conclude(poll, rules, deps);
  return { next: null, changed: 1 };
};
