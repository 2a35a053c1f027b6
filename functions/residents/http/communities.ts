/** Who am I, and the communities of the district. */
import type { communityOperations } from "../../../schemas/residents/places.ts";
import { seedPools } from "../../ledger/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { refuse } from "../../shared/refusal.ts";
import { writeKey } from "../../shared/write.ts";
import { residentKey, toRecord } from "../store/people.ts";
import { COMMUNITIES, communityKey, createCommunity, toCommunity } from "../store/places.ts";
import { listRecords, real, revise } from "../store/record.ts";
import { asCurrent, commitEdit, notFound, read, tagged } from "./support.ts";
import { viewCommunity, viewRecord } from "./views.ts";

type Ops = typeof communityOperations;
type View = ReturnType<typeof viewCommunity>;

const createCommand = (call: Call<Ops["createCommunity"]>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: (known) => {
    const { code, name, address } = call.body;
    if (known.get(communityKey(code))) {
      return { refusals: [refuse("resource/exists", { what: "community", id: code })] };
    }
    const community = { id: code, name, address };
    const answer = viewCommunity({ ...community, revision: 1 });
    const mark = { stamp: deps.stamps.take(), event: "residents.community.created" };
    // Pools that stand already, as after a start that was cut short, are left alone.
    const pools = seedPools(deps, code).filter((write) => !known.get(writeKey(write)));
    const writes = [createCommunity(community, mark), ...pools, keepAnswer(call.key, call.fingerprint, answer)];
    return { writes, answer };
  },
  replay: keptAnswer<View>,
  status: 201,
});

const updateCommunity = async (call: Call<Ops["updateCommunity"]>, deps: Deps): Promise<Answer<View>> => {
  const key = communityKey(call.params.communityId);
  const item = (await read(deps, key)) ?? notFound("community", call.params.communityId);
  asCurrent(call, item);
  const { name, address } = call.body;
  const changes = {
    ...(name === undefined ? {} : { name: { ...name } }),
    ...(address === undefined ? {} : { address: address ?? undefined }),
  };
  const write = revise(item, changes, { stamp: deps.stamps.take(), event: "residents.community.updated" });
  const after = { ...toCommunity({ ...item, ...changes }), revision: call.revision + 1 };
  return commitEdit(deps, key, [write], viewCommunity(after));
};

/** Handlers of the caller's own situation and of communities. */
export const communityHandlers: Handlers<Ops> = {
  getMe: async ({ actor }, deps) => {
    const own = real(await deps.db.get(residentKey(actor.id)));
    return {
      body: {
        id: actor.id,
        roles: [...actor.roles],
        communities: [...actor.communities],
        resident: own ? viewRecord(toRecord(own)) : null,
      },
    };
  },
  listCommunities: async ({ query }, deps) => {
    const { items, next } = await listRecords(deps.db, { ...query, partition: COMMUNITIES, keyOf: communityKey });
    return { body: { items: items.map(toCommunity).map(viewCommunity), next } };
  },
  getCommunity: async ({ params }, deps) => {
    const item = (await read(deps, communityKey(params.communityId))) ?? notFound("community", params.communityId);
    return tagged({ body: viewCommunity(toCommunity(item)) });
  },
  createCommunity: async (call, deps) => tagged(await run(deps.db, createCommand(call, deps))),
  updateCommunity,
};
