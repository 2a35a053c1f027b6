/** Offers to serve, and the policy with what it says of a person and an act. */
import type { offerOperations, policyOperations } from "../../../schemas/timebank/offers.ts";
import { profileId } from "../../../schemas/timebank/policy.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, type Decision, itemOf, Known, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import type { Locale } from "../../shared/problem.ts";
import { recurrenceFault } from "../../shared/recurrence.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import { currentProfile, giveVerdicts, redeemVerdicts, serveVerdicts, type Verdict } from "../domain/policy.ts";
import { usages } from "../domain/volunteer.ts";
import { createOffer, type Offer, offerKey, offerList, toOffer, updateOffer } from "../store.ts";
import { configOf, dayOf, personOf, policyPerson, proxyWrites, tieOf, volunteerOf } from "./support.ts";

type Ops = typeof offerOperations;
type View = Omit<Offer, "skills" | "areas" | "availability"> & {
  skills: string[];
  areas: string[];
  availability: Offer["availability"][number][];
};

const view = (offer: Offer): View => ({
  ...offer,
  skills: [...offer.skills],
  areas: [...offer.areas],
  availability: offer.availability.map((each) => ({ ...each })),
});

/** Ends the call where a time never occurs, or would be too dear to expand again and again. */
const asRecurring = async (times: Offer["availability"], locale: Locale): Promise<void> => {
  const faults = await Promise.all(times.map(recurrenceFault));
  const fields = faults.flatMap((fault, at) =>
    fault ? [{ field: `/availability/${at}/rule`, reason: locale === "en" ? fault.en : fault.zh }] : [],
  );
  if (fields.length > 0) reject("request/invalid", {}, fields);
};

const offerCommand = (call: Call<Ops["createOffer"]>, deps: Deps): Command<View> => ({
  slot: offerKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (): Promise<Decision<View>> => {
    configOf(deps);
    const volunteer = await personOf(call, deps);
    const { community, skills, areas, availability } = call.body;
    await asRecurring(availability, call.locale);
    if (!call.actor.communities.includes(community))
      return { refusals: [refuse("auth/forbidden", { needs: community })] };
    const offer: Offer = {
      id: call.key,
      volunteer,
      community,
      state: "open",
      skills,
      areas,
      availability,
      revision: 1,
    };
    const answer = view(offer);
    return { writes: [createOffer(offer, call.fingerprint, answer), ...proxyWrites(call, deps)], answer };
  },
  replay: (item) => JSON.parse(String(item.first)) as View,
  status: 201,
});

const update = async (call: Call<Ops["updateOffer"]>, deps: Deps): Promise<Answer<View>> => {
  configOf(deps);
  const { offerId } = call.params;
  const person = await personOf(call, deps);
  const item = await itemOf(offerKey(offerId), new Known(), deps);
  const offer = item && toOffer(item);
  if (!offer || offer.volunteer !== person) return reject("resource/not-found", { what: "offer", id: offerId });
  const { state, skills, areas, availability } = call.body;
  await asRecurring(availability ?? [], call.locale);
  const next: Offer = {
    ...offer,
    state: state ?? offer.state,
    skills: skills ?? offer.skills,
    areas: areas ?? offer.areas,
    availability: availability ?? offer.availability,
    revision: call.revision + 1,
  };
  const outcome = await deps.db.commit([updateOffer(next, item), ...proxyWrites(call, deps)]);
  if (outcome.ok) return { body: view(next), revision: next.revision };
  return { refusals: [refuse("request/stale", { current: offer.revision })] };
};

const list = async (
  call: Call<Ops["listOffers"]>,
  deps: Deps,
): Promise<Answer<{ items: View[]; next: string | null }>> => {
  configOf(deps);
  const { community, ...paging } = call.query;
  if (!holdsAny(call.actor, ["steward", "district-admin"], community)) {
    return reject("auth/forbidden", { needs: `steward: ${community}` });
  }
  const { items, next } = await pageOf(deps, { index: "g2", partition: offerList(community) }, offerKey, paging);
  return { body: { items: items.map((item) => view(toOffer(item))), next } };
};

/** Handlers of offers. */
export const offerHandlers: Handlers<Ops> = {
  createOffer: (call, deps) => run(deps.db, offerCommand(call, deps)),
  updateOffer: update,
  listOffers: list,
};

type ExplainCall = Call<(typeof policyOperations)["explainPolicy"]>;

const capVerdicts = async (call: ExplainCall, at: Date, deps: Deps): Promise<Verdict[]> => {
  const profile = currentProfile(configOf(deps));
  const minutes = call.body.minutes ?? 0;
  const limit = profile.caps.sessionMinutes;
  const used = usages(await volunteerOf(call.body.person, new Known(), deps), profile.caps, at, deps.district.zone);
  return [
    {
      rule: "cap-session",
      pass: minutes <= limit,
      code: "timebank/session-over-cap" as const,
      params: { minutes, limit },
    },
    ...used.map((usage) => ({
      rule: `cap-${usage.period}`,
      pass: usage.used + minutes <= usage.limit,
      code: "timebank/cap" as const,
      params: { ...usage, minutes },
    })),
  ];
};

/** Verdicts on an act as an attempt would meet them; what needs no second person is judged without one. */
const verdictsOf = async (call: ExplainCall, deps: Deps): Promise<Verdict[]> => {
  const { act, person, other = person } = call.body;
  const profile = currentProfile(configOf(deps));
  const at = call.body.at === undefined ? deps.clock.now() : new Date(call.body.at);
  const day = dayOf(at, deps);
  const [first, second] = [await policyPerson(person, deps), await policyPerson(other, deps)];
  const { tie } = await tieOf(person, other, deps);
  switch (act) {
    case "redeem":
      return redeemVerdicts(profile, { requester: first, recipient: second, tie, day });
    case "give":
      return giveVerdicts(profile, tie);
    case "serve": {
      const facts = { volunteer: first, recipient: other, tie, day, withGuardian: false };
      const served = serveVerdicts(profile, facts).filter(
        ({ rule }) => rule !== "self-service" || call.body.other !== undefined,
      );
      return [...served, ...(await capVerdicts(call, at, deps))];
    }
  }
};

/** Ages tell a person's birth: only they, who acts for them, and the community's officers may ask about them. */
const asKnown = async (call: ExplainCall, deps: Deps): Promise<void> => {
  const caller = await personOf(call, deps);
  const { person, other } = call.body;
  for (const id of [person, ...(other === undefined ? [] : [other])]) {
    if (id === caller) continue;
    const { community } = await policyPerson(id, deps);
    const officer = holdsAny(call.actor, ["steward", "auditor", "district-admin"], community);
    if (!officer && id === person) reject("resource/not-found", { what: "resident", id });
  }
};

/** Without an officer's eyes the numbers of somebody else stay hidden; pass or fail is what an attempt would tell. */
const shown = (call: ExplainCall, verdict: Verdict): Verdict => {
  const { person, other } = call.body;
  const own = other === undefined || other === person || call.actor.roles.some((role) => role !== "resident");
  if (own || verdict.rule !== "redemption-age") return verdict;
  const { age: _age, ...params } = verdict.params;
  return { ...verdict, params };
};

/** Handlers of the policy. */
export const policyHandlers: Handlers<typeof policyOperations> = {
  listPolicies: async (_call, deps) => {
    const { current, profiles } = configOf(deps);
    return { body: { current, items: profiles } };
  },
  explainPolicy: async (call, deps) => {
    const config = configOf(deps);
    await asKnown(call, deps);
    const verdicts = (await verdictsOf(call, deps)).map((verdict) => shown(call, verdict));
    const body = {
      policy: profileId(currentProfile(config)),
      allowed: verdicts.every(({ pass }) => pass),
      verdicts: verdicts.map(({ code, params, ...rest }) => ({
        ...rest,
        params: { ...params },
        ...(rest.pass ? {} : { code }),
      })),
    };
    return { body };
  },
};
