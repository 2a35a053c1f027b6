/** Blocks over HTTP: whom somebody does not want to be matched with. Nobody but them reads it. */
import * as z from "zod";
import type { blockOperations } from "../../../schemas/timebank/blocks.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, type Decision, itemOf, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { refuse } from "../../shared/refusal.ts";
import {
  BLOCKS_MAX,
  type Block,
  beginBlock,
  blockKey,
  blockPairKey,
  blocksOf,
  endBlock,
  toBlock,
} from "../store/blocks.ts";
import { activeResident, configOf, personOf, proxyWrites, tieOf } from "./support.ts";

type Ops = typeof blockOperations;
type View = { person: string; since: string };

const view = ({ person, atMs }: Block): View => ({ person, since: new Date(atMs).toISOString() });

const begin = (call: Call<Ops["createBlock"]>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<View>> => {
    configOf(deps);
    const by = await personOf(call, deps);
    const { person } = call.body;
    if (by === person) return { refusals: [refuse("timebank/block-self")] };
    await activeResident(person, deps);
    const kept = (answer: View) => [...proxyWrites(call, deps), keepAnswer(call.key, call.fingerprint, answer)];
    const standing = await itemOf(blockKey(by, person), known, deps);
    if (standing) {
      const answer = view(toBlock(standing));
      return { writes: kept(answer), answer };
    }
    const { items } = await blocksOf(deps.db, by, BLOCKS_MAX);
    if (items.length >= BLOCKS_MAX) return { refusals: [refuse("timebank/too-many-blocks", { limit: BLOCKS_MAX })] };
    const block = { person, atMs: deps.clock.now().getTime() };
    const pair = await itemOf(blockPairKey(by, person), known, deps);
    // An erasure of either at the same moment would leave a block that names them.
    const { checks } = await tieOf(by, person, deps);
    return { writes: [...beginBlock(by, block, pair), ...checks, ...kept(view(block))], answer: view(block) };
  },
  replay: keptAnswer<View>,
  status: 201,
});

type Ended = { person: string; ended: true };

const end = (call: Call<Ops["endBlock"]>, deps: Deps): Command<Ended> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<Ended>> => {
    configOf(deps);
    const by = await personOf(call, deps);
    const { personId: person } = call.params;
    const standing = await itemOf(blockKey(by, person), known, deps);
    if (!standing) return { refusals: [refuse("resource/not-found", { what: "block", id: person })] };
    const pair = await itemOf(blockPairKey(by, person), known, deps);
    const answer: Ended = { person, ended: true };
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    return { writes: [...endBlock(by, person, pair), ...proxyWrites(call, deps), kept], answer };
  },
  replay: keptAnswer<Ended>,
});

const Cursor = z.strictObject({ after: z.uuid() });

const list = async (
  call: Call<Ops["listBlocks"]>,
  deps: Deps,
): Promise<Answer<{ items: View[]; next: string | null }>> => {
  configOf(deps);
  const by = await personOf(call, deps);
  const { limit, cursor } = call.query;
  const after = cursor === undefined ? undefined : decodeCursor(Cursor, cursor).after;
  const { items, last } = await blocksOf(deps.db, by, limit, after);
  const blocks = items.map(toBlock);
  const end = blocks.at(-1);
  return { body: { items: blocks.map(view), next: last && end ? encodeCursor({ after: end.person }) : null } };
};

/** Handlers of blocks. */
export const blockHandlers: Handlers<Ops> = {
  createBlock: (call, deps) => run(deps.db, begin(call, deps)),
  endBlock: (call, deps) => run(deps.db, end(call, deps)),
  listBlocks: list,
};
