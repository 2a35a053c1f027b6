/** Proxies: who may act for whom, in what, and until when. */
import type { proxyOperations } from "../../../schemas/residents/relations.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, type Known, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import { endsProxy, keepsRoll } from "../domain/access.ts";
import type { ProxyGrant } from "../domain/model.ts";
import { selfRefusals, termRefusals } from "../domain/rules.ts";
import { grantsOf } from "../store/grants.ts";
import { mustReside, residentKey, toRecord } from "../store/people.ts";
import { listLinked, meetSlot } from "../store/record.ts";
import { createProxy, endProxy, proxyKey, proxyPairKey, removePair, toProxy } from "../store/relations.ts";
import { meet } from "./person.ts";
import { notFound, read } from "./support.ts";
import { viewProxy } from "./views.ts";

type Ops = typeof proxyOperations;
type View = ReturnType<typeof viewProxy>;

/** A proxy is a resident of the district, or someone from elsewhere to whom the guardian role was given. */
const knownProxy = async (id: string, deps: Deps): Promise<readonly Write[] | undefined> => {
  const item = await read(deps, residentKey(id));
  if (item?.st === "active") return [mustReside(id)];
  const grants = await grantsOf(deps.db, id);
  return grants.some(({ role }) => role === "guardian") ? [] : undefined;
};

const createCommand = (call: Call<Ops["createProxy"]>, deps: Deps): Command<View> => ({
  slot: proxyKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known: Known) => {
    const { person, proxy, evidence } = call.body;
    const [fromMs, untilMs] = [Date.parse(call.body.validFrom), Date.parse(call.body.validUntil)];
    const wrong = [...selfRefusals(person, proxy), ...termRefusals(fromMs, untilMs)];
    if (wrong.length > 0) return { refusals: wrong };
    if (await read(deps, proxyKey(call.key))) return meetSlot(proxyKey(call.key));
    const item = await read(deps, residentKey(person));
    const record = item && toRecord(item);
    if (!record || !keepsRoll(call.actor, record.community)) return notFound("resident", person);
    if (record.state === "erased") return { refusals: [refuse("residents/erased", { id: person })] };
    const checks = await knownProxy(proxy, deps);
    if (!checks) return { refusals: [refuse("residents/proxy-unknown", { proxy })] };
    const pair = known.get(proxyPairKey(person, proxy));
    if (pair) return { refusals: [refuse("resource/exists", { what: "proxy", id: String(pair.id) })] };
    const scopes = [...new Set(call.body.scopes)];
    const { community } = record;
    const made: ProxyGrant = {
      id: call.key,
      community,
      person,
      proxy,
      scopes,
      fromMs,
      untilMs,
      evidence,
      by: call.actor.id,
      revision: 1,
    };
    const writes = [
      ...createProxy(made, deps.clock.now().getTime(), deps.stamps.take(), call.fingerprint),
      mustReside(person, community),
      ...checks,
    ];
    return { writes, answer: viewProxy(made) };
  },
  replay: (item) => viewProxy({ ...toProxy(item), revokedMs: undefined }),
  status: 201,
});

const revokeCommand = (call: Call<Ops["revokeProxy"]>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async () => {
    const { proxyId } = call.params;
    if (await read(deps, keySlot(call.key))) return meetSlot(keySlot(call.key));
    const item = await read(deps, proxyKey(proxyId));
    if (!item || !endsProxy(call.actor, toProxy(item))) return notFound("proxy", proxyId);
    const before = toProxy(item);
    const nowMs = deps.clock.now().getTime();
    const answer = viewProxy({ ...before, revokedMs: before.revokedMs ?? nowMs });
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    if (before.revokedMs !== undefined) return { writes: [kept], answer };
    const pair = proxyPairKey(before.person, before.proxy);
    const stands = (await read(deps, pair))?.id === proxyId;
    const writes = [endProxy(item, nowMs, deps.stamps.take()), ...(stands ? [removePair(pair, proxyId)] : []), kept];
    return { writes, answer };
  },
  replay: keptAnswer<View>,
});

/**
 * Both sides of a proxy may list it, and those who keep or read the person's roll; a proxy from outside sees their
 * own wards.
 */
const list = async (
  { actor, query }: Call<Ops["listProxies"]>,
  deps: Deps,
): Promise<Answer<{ items: View[]; next: string | null }>> => {
  const { person, proxy, limit, cursor } = query;
  const holder = person ?? proxy;
  if (holder === undefined || (person !== undefined && proxy !== undefined)) {
    return reject("request/invalid", {}, [{ field: "query.person", reason: "person | proxy" }]);
  }
  if (actor.id !== holder) await meet(holder, actor, deps);
  const link = person === undefined ? "ward" : "proxy";
  const { items, next } = await listLinked(deps.db, holder, link, { limit, cursor, keyOf: proxyKey });
  return { body: { items: items.map(toProxy).map(viewProxy), next } };
};

/** Handlers of proxies. */
export const proxyHandlers: Handlers<Ops> = {
  createProxy: (call, deps) => run(deps.db, createCommand(call, deps)),
  listProxies: list,
  revokeProxy: (call, deps) => run(deps.db, revokeCommand(call, deps)),
};
