/**
 * The bundle over HTTP, in parts that a Lambda's answer can hold. Open ballots are read from the box, sealed ones as
 * leaves from the tree; both stand in the order of names.
 */
import * as z from "zod";
import type { BundleBallot, BundleHead } from "../../../schemas/polls/bundle.ts";
import type { bundleOperations } from "../../../schemas/polls/bundles.ts";
import type { PollRules, PollState } from "../../../schemas/polls/resources.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { reject } from "../../shared/refusal.ts";
import { choiceOf } from "../domain/choice.ts";
import { PUBLIC_STATES } from "../domain/lifecycle.ts";
import { BALLOT_TREE } from "../jobs/ballots.ts";
import { bundleHead } from "../store/bundle.ts";
import { ballotRows } from "../store/result.ts";
import { BALLOT_SHARDS, ballotsFrom, FIRST_BALLOT, type SecretBallot } from "../store/secret.ts";
import { leavesOf, treeHead } from "../store/tree.ts";
import { openedPoll, SECRET_MODES, sealOf, secretPoll } from "./booth.ts";
import { rulesOf } from "./support.ts";

type Ops = typeof bundleOperations;
type Ballot = z.input<typeof BundleBallot>;
type Part = Answer<z.input<Ops["getPollBundle"]["reply"]>>;
type BundleCall = Call<Ops["getPollBundle"]> | Call<Ops["getOpenedPollBundle"]>;

/** Ballots of one part: with 200 options and a token each, below 4 MB. */
const PART = 500;

const OpenPlace = z.strictObject({
  s: z
    .int()
    .min(0)
    .max(BALLOT_SHARDS - 1),
  a: z.string().max(64).nullable(),
});
/** A chunk of the tree, which is a part: of leaves, or of lines of named ballots. */
const ChunkPlace = z.strictObject({ c: z.int().min(0).max(1_000_000) });

interface Ballots {
  readonly ballots: Ballot[];
  readonly next: string | null;
}

const shown = ({ question }: PollRules, { ballot, cells, token, signature }: SecretBallot): Ballot => ({
  ballot,
  choice: choiceOf(question, cells),
  ...(token === undefined ? {} : { token }),
  ...(signature === undefined ? {} : { signature }),
});

const opened = async (rules: PollRules, cursor: string | undefined, deps: Deps): Promise<Ballots> => {
  const at = cursor === undefined ? undefined : decodeCursor(OpenPlace, cursor);
  const from = at === undefined ? FIRST_BALLOT : { shard: at.s, after: at.a };
  const { ballots, next } = await ballotsFrom(deps.db, rules.poll, from, PART);
  return {
    ballots: ballots.map((one) => shown(rules, one)),
    next: next === null ? null : encodeCursor({ s: next.shard, a: next.after }),
  };
};

const chunkOf = (cursor: string | undefined): number => (cursor === undefined ? 0 : decodeCursor(ChunkPlace, cursor).c);

const named = async (rules: PollRules, cursor: string | undefined, deps: Deps): Promise<Ballots> => {
  const chunk = chunkOf(cursor);
  const { roots = [] } = (await treeHead(deps.db, rules.poll, BALLOT_TREE)) ?? {};
  const lines = chunk < roots.length ? await ballotRows(deps.db, rules.poll, chunk) : [];
  return {
    ballots: lines.map(([text]) => JSON.parse(text) as Ballot),
    next: chunk + 1 < roots.length ? encodeCursor({ c: chunk + 1 }) : null,
  };
};

const sealed = async (rules: PollRules, cursor: string | undefined, deps: Deps): Promise<Ballots> => {
  const chunk = chunkOf(cursor);
  const leaves = await leavesOf(deps.db, rules.poll, BALLOT_TREE, chunk);
  const more = (await leavesOf(deps.db, rules.poll, BALLOT_TREE, chunk + 1)).length > 0;
  return {
    ballots: leaves.map((leaf) => ({ leaf: leaf.toString("base64url") })),
    next: more ? encodeCursor({ c: chunk + 1 }) : null,
  };
};

const partOf = async (call: BundleCall, rules: PollRules, opens: boolean, deps: Deps): Promise<Part> => {
  const { cursor, format } = call.query;
  const part = !opens ? sealed : rules.mode === "named" ? named : opened;
  const { ballots, next } = await part(rules, cursor, deps);
  const line = cursor === undefined ? await bundleHead(deps.db, rules.poll) : undefined;
  const seal = line !== undefined && opens ? await sealOf(rules, deps) : undefined;
  const head =
    line === undefined
      ? null
      : { ...(JSON.parse(line) as z.input<typeof BundleHead>), ...(seal && { sealKey: seal.toString("base64url") }) };
  if (format === "json") return { body: { head, ballots, next } };
  const lines = [...(head === null ? [] : [head]), ...ballots].map((one) => `${JSON.stringify(one)}\n`);
  const filename = `poll-${rules.poll}.ndjson`;
  return { text: lines.join(""), type: "application/x-ndjson", filename, next };
};

const counted = (state: PollState, states: readonly PollState[]): void => {
  if (!states.includes(state)) reject("polls/no-result", { state });
};

/** Handlers of bundles. */
export const bundleHandlers: Handlers<Ops> = {
  getPollBundle: async (call, deps) => {
    const poll = await secretPoll(call.params.pollId, SECRET_MODES, deps);
    counted(poll.state, PUBLIC_STATES);
    const rules = await rulesOf(poll.id, deps);
    return partOf(call, rules, rules.audit === "PUBLIC", deps);
  },
  getOpenedPollBundle: async (call, deps) => {
    const poll = await openedPoll(call.params.pollId, call.actor, deps);
    return partOf(call, await rulesOf(poll.id, deps), true, deps);
  },
};
