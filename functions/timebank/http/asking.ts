/** Asking for a service: who may ask for whom, whose hours pay, and what the policy says. */

import type { orderOperations } from "../../../schemas/timebank/orders.ts";
import type { PolicyProfile } from "../../../schemas/timebank/policy.ts";
import { profileId } from "../../../schemas/timebank/policy.ts";
import { AHEAD_DAYS_MAX } from "../../../schemas/timebank/resources.ts";
import type { Call } from "../../shared/call.ts";
import type { Command } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import { together } from "../../shared/write.ts";
import { termsOf } from "../domain/minutes.ts";
import { asCreated, dueOf, type Order, windowRefusals } from "../domain/order.ts";
import { careVerdicts, currentProfile, failing, redeemVerdicts } from "../domain/policy.ts";
import { careProof, createOrder, orderKey, setPlaces, toOrder } from "../store.ts";
import { configOf, dayOf, type OrderView, personOf, policyPerson, proxyWrites, tieOf, viewOrder } from "./support.ts";

type AskCall = Call<(typeof orderOperations)["createOrder"]>;

/** Who asks for whom: a steward may name both, everyone else asks in the name of the person they act for. */
const partiesOf = async (call: AskCall, deps: Deps) => {
  const { body, actor } = call;
  const person = await personOf(call, deps);
  const named = body.requester ?? body.recipient;
  const steward = person === actor.id && holdsAny(actor, ["steward", "district-admin"], body.community);
  if (steward && named !== undefined && named !== actor.id) {
    return { requester: named, recipient: body.recipient ?? named, steward: true };
  }
  if (body.phone || (body.requester !== undefined && body.requester !== person)) {
    return reject("auth/forbidden", { needs: "steward" });
  }
  return { requester: person, recipient: body.recipient ?? person, steward: false };
};

const judged = async (
  call: AskCall,
  parties: { requester: string; recipient: string },
  profile: PolicyProfile,
  deps: Deps,
) => {
  const { requester, recipient } = parties;
  const [one, two] = [await policyPerson(requester, deps), await policyPerson(recipient, deps)];
  if (two.community !== call.body.community) return reject("resource/not-found", { what: "resident", id: recipient });
  const { tie, checks } = await tieOf(requester, recipient, deps);
  const care = call.body.payer === "care-pool";
  const facts = { requester: one, recipient: two, tie, day: dayOf(deps.clock.now(), deps) };
  const verdicts = care ? careVerdicts(two) : redeemVerdicts(profile, facts);
  return { refusals: failing(verdicts), checks: care ? [...checks, careProof(recipient)] : checks };
};

const newOrder = (
  call: AskCall,
  parties: { requester: string; recipient: string; steward: boolean },
  profile: PolicyProfile,
  now: Date,
): Order => {
  const { body } = call;
  const start = profile.publication.stewardChecks && !parties.steward ? "draft" : "requested";
  const order: Order = {
    id: call.key,
    community: body.community,
    state: start,
    start,
    recipient: parties.recipient,
    requester: parties.requester,
    payer: body.payer,
    by: call.actor.id,
    phone: body.phone,
    category: body.category,
    fromMs: Date.parse(body.from),
    untilMs: Date.parse(body.until),
    minutes: body.minutes,
    skills: body.skills,
    sex: body.sex,
    urgency: body.urgency,
    area: body.area,
    policy: profileId(profile),
    terms: termsOf(profile, body.category),
    createdMs: now.getTime(),
    changedBy: call.actor.id,
    revision: 1,
    fingerprint: call.fingerprint,
  };
  return { ...order, dueMs: dueOf(order, now) };
};

/** The command of a request for service. Hours are not reserved yet: that is when a volunteer accepts. */
export const askCommand = (call: AskCall, deps: Deps): Command<OrderView> => ({
  slot: orderKey(call.key),
  fingerprint: call.fingerprint,
  decide: async () => {
    const profile = currentProfile(configOf(deps));
    const now = deps.clock.now();
    const parties = await partiesOf(call, deps);
    const order = newOrder(call, parties, profile, now);
    const limit = order.terms.sessionMinutes;
    const wrong = windowRefusals(order, now, AHEAD_DAYS_MAX);
    if (wrong.length > 0) return { refusals: wrong };
    if (order.minutes > limit) {
      return { refusals: [refuse("timebank/session-over-cap", { minutes: order.minutes, limit })] };
    }
    const { refusals, checks } = await judged(call, parties, profile, deps);
    if (refusals.length > 0) return { refusals };
    const { address } = call.body;
    const places = address && Object.keys(address).length > 0 ? [setPlaces(order.id, address)] : [];
    const made = [createOrder(order, deps.stamps.take()), ...places];
    return { writes: together(made, checks, proxyWrites(call, deps)), answer: viewOrder(order) };
  },
  replay: (item) => viewOrder(asCreated(toOrder(item))),
  status: 201,
});
