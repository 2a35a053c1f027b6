/** Kinships between residents; some units of account may be given to kin only. */
import type { kinshipOperations } from "../../../schemas/residents/relations.ts";
import type { Call, Handlers } from "../../shared/call.ts";
import { type Command, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { refuse } from "../../shared/refusal.ts";
import { keepsRoll } from "../domain/access.ts";
import type { Kinship } from "../domain/model.ts";
import { selfRefusals } from "../domain/rules.ts";
import { mustReside, residentKey, toRecord } from "../store/people.ts";
import { listLinked, meetSlot } from "../store/record.ts";
import { createKinship, endKinship, kinshipKey, kinshipPairKey, removePair, toKinship } from "../store/relations.ts";
import { meet } from "./person.ts";
import { notFound, read } from "./support.ts";
import { viewKinship } from "./views.ts";

type Ops = typeof kinshipOperations;
type View = ReturnType<typeof viewKinship>;

const recordCommand = (call: Call<Ops["recordKinship"]>, deps: Deps): Command<View> => ({
  slot: kinshipKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const { a, b, kind } = call.body;
    const wrong = selfRefusals(a, b);
    if (wrong.length > 0) return { refusals: wrong };
    if (await read(deps, kinshipKey(call.key))) return meetSlot(kinshipKey(call.key));
    const [first, second] = await Promise.all([read(deps, residentKey(a)), read(deps, residentKey(b))]);
    const record = first && toRecord(first);
    // The other person may live in any community of the district: kin often do.
    if (!record || !keepsRoll(call.actor, record.community)) return notFound("resident", a);
    if (!second) return notFound("resident", b);
    const erased = [record, toRecord(second)].find(({ state }) => state === "erased");
    if (erased) return { refusals: [refuse("residents/erased", { id: erased.id })] };
    const pair = known.get(kinshipPairKey(a, b));
    if (pair) return { refusals: [refuse("resource/exists", { what: "kinship", id: String(pair.id) })] };
    const { community } = record;
    const kinship: Kinship = { id: call.key, community, a, b, kind, by: call.actor.id, revision: 1 };
    const writes = [...createKinship(kinship, deps.stamps.take(), call.fingerprint), mustReside(a), mustReside(b)];
    return { writes, answer: viewKinship(kinship) };
  },
  replay: (item) => viewKinship({ ...toKinship(item), endedMs: undefined }),
  status: 201,
});

const endCommand = (call: Call<Ops["endKinship"]>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async () => {
    const { kinshipId } = call.params;
    if (await read(deps, keySlot(call.key))) return meetSlot(keySlot(call.key));
    const item = await read(deps, kinshipKey(kinshipId));
    if (!item || !keepsRoll(call.actor, toKinship(item).community)) return notFound("kinship", kinshipId);
    const before = toKinship(item);
    const nowMs = deps.clock.now().getTime();
    const answer = viewKinship({ ...before, endedMs: before.endedMs ?? nowMs });
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    if (before.endedMs !== undefined) return { writes: [kept], answer };
    const pair = removePair(kinshipPairKey(before.a, before.b), kinshipId);
    return { writes: [endKinship(item, nowMs, deps.stamps.take()), pair, kept], answer };
  },
  replay: keptAnswer<View>,
});

/** Handlers of kinships. */
export const kinshipHandlers: Handlers<Ops> = {
  recordKinship: (call, deps) => run(deps.db, recordCommand(call, deps)),
  listKinships: async ({ actor, query }, deps) => {
    const { resident, ...paging } = query;
    await meet(resident, actor, deps);
    const { items, next } = await listLinked(deps.db, resident, "kinship", { ...paging, keyOf: kinshipKey });
    return { body: { items: items.map(toKinship).map(viewKinship), next } };
  },
  endKinship: (call, deps) => run(deps.db, endCommand(call, deps)),
};
