/** Role grants. */
import type { grantOperations } from "../../../schemas/residents/relations.ts";
import type { Call, Handlers } from "../../shared/call.ts";
import { type Command, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { refuse } from "../../shared/refusal.ts";
import { revokeTokens } from "../../shared/revocations.ts";
import type { RoleGrant } from "../domain/model.ts";
import { mustNotBeErased, residentKey } from "../store/people.ts";
import { listLinked, meetSlot } from "../store/record.ts";
import { createGrant, grantKey, revokeGrant, toGrant } from "../store/relations.ts";
import { checkNeeds, needCommunity, notFound, read } from "./support.ts";
import { viewGrant } from "./views.ts";

type Ops = typeof grantOperations;
type View = ReturnType<typeof viewGrant>;

const grantCommand = (call: Call<Ops["grantRole"]>, deps: Deps): Command<View> => ({
  slot: grantKey(call.key),
  fingerprint: call.fingerprint,
  decide: (known) => {
    const { subject, role } = call.body;
    const communities = [...new Set(call.body.communities)];
    if (communities.length === 0 && role !== "district-admin") {
      return { refusals: [refuse("request/invalid", {}, [{ field: "/communities", reason: ">= 1" }])] };
    }
    const checks = checkNeeds(known, communities.map(needCommunity), call.actor);
    if ("refusals" in checks) return checks;
    if (known.get(residentKey(subject))?.st === "erased") {
      return { refusals: [refuse("residents/erased", { id: subject })] };
    }
    const grantedMs = deps.clock.now().getTime();
    const grant: RoleGrant = { id: call.key, subject, role, communities, grantedMs, by: call.actor.id, revision: 1 };
    const writes = [
      ...createGrant(grant, deps.stamps.take(), call.fingerprint),
      mustNotBeErased(subject),
      ...checks.writes,
    ];
    return { writes, answer: viewGrant(grant) };
  },
  replay: (item) => viewGrant({ ...toGrant(item), revokedMs: undefined }),
  status: 201,
});

const revokeCommand = (call: Call<Ops["revokeRole"]>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async () => {
    if (await read(deps, keySlot(call.key))) return meetSlot(keySlot(call.key));
    const item = (await read(deps, grantKey(call.params.grantId))) ?? notFound("role grant", call.params.grantId);
    const before = toGrant(item);
    const nowMs = deps.clock.now().getTime();
    const answer = viewGrant({ ...before, revokedMs: before.revokedMs ?? nowMs });
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    if (before.revokedMs !== undefined) return { writes: [kept], answer };
    const tokens = revokeTokens(before.subject, new Date(nowMs));
    return { writes: [revokeGrant(item, nowMs, deps.stamps.take()), tokens, kept], answer };
  },
  replay: keptAnswer<View>,
});

/** Handlers of role grants. */
export const grantHandlers: Handlers<Ops> = {
  grantRole: (call, deps) => run(deps.db, grantCommand(call, deps)),
  listRoleGrants: async ({ actor, query }, deps) => {
    const { subject, ...paging } = query;
    if (actor.id !== subject && !actor.roles.includes("district-admin")) return notFound("subject", subject);
    const { items, next } = await listLinked(deps.db, subject, "grant", { ...paging, keyOf: grantKey });
    return { body: { items: items.map(toGrant).map(viewGrant), next } };
  },
  revokeRole: (call, deps) => run(deps.db, revokeCommand(call, deps)),
};
