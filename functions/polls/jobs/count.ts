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
import { BallotTreePlace, ballotTreePage } from "./ballots.ts";
import { type RowSource, rowSources } from "./rows.ts";
import { moveBySystem, type StepWork } from "./step.ts";
import { entriesPage, surveyed } from "./survey.ts";

/** Where counting stands: the shard to count next, then the tree over secret ballots; at last all are put together. */
export const CountPlace = z.strictObject({ shard: z.int().min(0), tree: BallotTreePlace.optional() });

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

const countShard = async (poll: Poll, rules: PollRules, shard: number, deps: Deps): Promise<void> => {
  const source: RowSource = rowSources[rules.mode];
  const rows = new Map<string, number>();
  const add = (row: string): void => {
    rows.set(row, (rows.get(row) ?? 0) + 1);
  };
  let survey: Survey = emptySurvey;
  let sample: Sample = [];
  for (let after: string | null = null, more = true; more; ) {
    const page = await entriesPage(poll.id, shard, after, deps);
    for (const entry of page.entries) source.fromEntry(entry, rules, add);
    survey = surveyed(survey, page.entries);
    sample = drawn(sample, poll.drawSeed ?? "", page.entries, deps.district.polls.callbackSample);
    ({ after, more } = page);
  }
  await source.fromShard(poll.id, SHARDS[shard] as string, deps, add);
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

/**
 * The number of secret ballots, never above that of the entries that cast one or took a token; anything else is not
 * counted, for a ballot would be in the box that no entry answers for.
 */
const ballotsOf = (mode: PollRules["mode"], ballots: number, voted: number): number => {
  if (ballots > voted || (mode === "envelope" && ballots < voted)) {
    throw new Error(`${ballots} ballots of ${voted} entries that ${mode === "token" ? "took a token" : "cast"}`);
  }
  return ballots;
};

/** A result with the hashes of what it is of, and of itself. */
export const hashed = (
  poll: Pick<Poll, "id" | "rulesHash" | "rollRoot">,
  outcome: Outcome,
): z.input<typeof PollResult> => {
  const named = { ...outcome, poll: poll.id, rulesHash: poll.rulesHash ?? "", rollRoot: poll.rollRoot ?? "" };
  return { ...named, resultHash: textHash(canonicalText(named as unknown as Canonical)) };
};

const conclude = async (poll: Poll, rules: PollRules, deps: Deps): Promise<void> => {
  const { rows, survey, sample } = await allShards(poll.id, deps.district.polls.callbackSample, deps);
  const told = toTies(await deps.db.get(tieKey(poll.id)));
  const ballots = [...rows.values()].reduce((sum, times) => sum + times, 0);
  const voted = rules.mode === "named" ? survey.voted : ballotsOf(rules.mode, ballots, survey.voted);
  const settled = outcomeOf(rules, { rows, entitled: survey.entitled, voted }, told);
  if (!settled.done) {
    const kept = putTies(poll.id, { ...told, question: settled.question });
    await moveBySystem(poll, "ask", { asks: true }, deps, [kept]);
    return;
  }
  const result = hashed(poll, settled.result);
  const secret = rules.mode === "named" ? [] : await bundleWrites({ poll, rules, survey, told, result }, deps);
  for (const write of [...putResult(poll.id, result), ...secret]) await deps.db.commit([write]);
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

/** One shard is counted; after the last one the poll is. */
export const countStep: StepWork<z.infer<typeof CountPlace>> = async (poll, rules, place, deps) => {
  const shard = place?.shard ?? 0;
  if (shard < SHARDS.length) {
    await countShard(poll, rules, shard, deps);
    return { next: { shard: shard + 1 }, changed: 0 };
  }
  if (shard === SHARDS.length && rules.mode !== "named") {
    const tree = await ballotTreePage(rules, place?.tree ?? null, deps);
    return { next: tree === null ? { shard: shard + 1 } : { shard, tree }, changed: 0 };
  }
  await conclude(poll, rules, deps);
  return { next: null, changed: 1 };
};
