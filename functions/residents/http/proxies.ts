/** Proxies: who may act for whom, in what, and until when. */
import type { proxyOperations } from "../../../schemas/residents/relations.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, type Known, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import { dayIso, dayText } from "../../shared/time.ts";
import type { Write } from "../../shared/write.ts";
import { endsProxy, keepsRoll, seesProxy } from "../domain/access.ts";
import type { ProxyGrant } from "../domain/model.ts";
import { proxyAgeRefusals, selfRefusals, termRefusals } from "../domain/rules.ts";
import { grantsOf } from "../store/grants.ts";
import { mustReside, residentKey, toRecord, toResident } from "../store/people.ts";
import { listLinked, meetSlot } from "../store/record.ts";
import {
  createProxy,
  endProxy,
  proxyKey,
  proxyPairKey,
  removePair,
  stillGranted,
  toProxy,
} from "../store/relations.ts";
import { meet } from "./person.ts";
import { notFound, read } from "./support.ts";
import { viewProxy } from "./views.ts";

type Ops = typeof proxyOperations;
type View = ReturnType<typeof viewProxy>;

interface KnownProxy {
  readonly checks: readonly Write[];
  readonly birthDate?: string | undefined;
}

/** A proxy is a resident of the district, or someone from elsewhere to whom the guardian role was given. */
const knownProxy = async (id: string, deps: Deps): Promise<KnownProxy | undefined> => {
  const item = await read(deps, residentKey(id));
  if (item?.st === "active") return { checks: [mustReside(id)], birthDate: toResident(item).birthDate };
  const guardian = (await grantsOf(deps.db, id)).find(({ role }) => role === "guardian");
  return guardian && { checks: [stillGranted(guardian.id)] };
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
    const actor = await knownProxy(proxy, deps);
    if (!actor) return { refusals: [refuse("residents/proxy-unknown", { proxy })] };
    const day = (ms: number) => dayIso(dayText(new Date(ms), deps.district.zone));
    const birthDates = { person: record.birthDate, proxy: actor.birthDate };
    const tooYoung = proxyAgeRefusals(birthDates, { from: day(fromMs), last: day(untilMs - 1) });
    if (tooYoung.length > 0) return { refusals: tooYoung };
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
      ...actor.checks,
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
    const revokedMs = before.revokedMs ?? nowMs;
    const answer = viewProxy({ ...before, revokedMs });
    // The evidence may name people, so that it stands in the proxy's record alone and goes with it.
    const kept = keepAnswer(call.key, call.fingerprint, { revokedMs });
    if (before.revokedMs !== undefined) return { writes: [kept], answer };
    const pair = proxyPairKey(before.person, before.proxy);
    const stands = (await read(deps, pair))?.id === proxyId;
    const writes = [endProxy(item, nowMs, deps.stamps.take()), ...(stands ? [removePair(pair, proxyId)] : []), kept];
    return { writes, answer };
  },
  replay: async (item) => {
    const { proxyId } = call.params;
    const record = (await read(deps, proxyKey(proxyId))) ?? notFound("proxy", proxyId);
    return viewProxy({ ...toProxy(record), ...keptAnswer<{ revokedMs: number }>(item) });
  },
});

/**
 * Both sides of a proxy may list it, and those who keep or read the person's roll; a proxy from outside sees their
 * own wards. Whoever may look at a proxy's record still learns of no ward in a community that is not theirs.
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
  const seen = items.map(toProxy).filter((grant) => person !== undefined || seesProxy(actor, grant));
  return { body: { items: seen.map(viewProxy), next } };
};

/** Handlers of proxies. */
export const proxyHandlers: Handlers<Ops> = {
  createProxy: (call, deps) => run(deps.db, createCommand(call, deps)),
  listProxies: list,
  revokeProxy: (call, deps) => run(deps.db, revokeCommand(call, deps)),
};
