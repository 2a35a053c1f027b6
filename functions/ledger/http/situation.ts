/** What the rules need to know of a call, and the checks that other contexts add to its transaction. */
import { hasProxy, proxyCheck, relationChecks } from "../../residents/port.ts";
import type { Call } from "../../shared/call.ts";
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { keyText, type Write, writeKey } from "../../shared/write.ts";
import type { Plan, Situation } from "../domain/plan.ts";

/** The situation of a call, at the instant of asking. */
export const situationOf = (call: Pick<Call, "actor" | "actingFor">, deps: Deps): Situation => ({
  district: deps.district,
  now: deps.clock.now(),
  actor: call.actor,
  actingFor: call.actingFor === call.actor.id ? undefined : call.actingFor,
});

/** The person in whose name a read is made; acting for another needs a proxy in force, else nothing is shown. */
export const personOf = async (call: Pick<Call, "actor" | "actingFor">, deps: Deps): Promise<string> => {
  const { actor, actingFor } = call;
  if (actingFor === undefined || actingFor === actor.id) return actor.id;
  if (await hasProxy(deps.db, actingFor, actor.id, "ledger", deps.clock.now())) return actingFor;
  return reject("residents/proxy-invalid", { person: actingFor, scope: "ledger" });
};

/** Checks in other contexts, each with the refusal to give when it does not hold. */
export type Checks = { readonly writes: readonly Write[] } | { readonly refusals: readonly Refusal[] };

/**
 * Condition checks that prove a proxy (when the actor acts for another person) and relations that a unit's
 * transferability asks for.
 * A check that has failed once is known by its key, and becomes its refusal.
 */
export const outsideChecks = async (
  plan: Pick<Plan, "relations">,
  situation: Situation,
  known: Known,
  deps: Deps,
): Promise<Checks> => {
  // A transaction acts on an item once, however many legs ask for the same proof.
  const writes = new Map<string, Write>();
  if (situation.actingFor !== undefined) {
    const check = proxyCheck(situation.actingFor, situation.actor.id, "ledger", situation.now);
    if (known.get(writeKey(check)) !== undefined) {
      return { refusals: [refuse("residents/proxy-invalid", { person: situation.actingFor, scope: "ledger" })] };
    }
    writes.set(keyText(writeKey(check)), check);
  }
  for (const need of plan.relations) {
    const checks = await relationChecks(deps.db, need.scope, need.a, need.b);
    if (checks === null || checks.some((check) => known.get(writeKey(check)) !== undefined)) {
      return { refusals: [refuse("ledger/not-transferable", { unit: need.unit, scope: need.scope })] };
    }
    for (const check of checks) writes.set(keyText(writeKey(check)), check);
  }
  return { writes: [...writes.values()] };
};
