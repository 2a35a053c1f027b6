/** Hours outside orders: gifts, donations, seed grants; the care list and members. */
import type { hoursOperations } from "../../../schemas/timebank/hours.ts";
import { memberAccount, moveOwned, type OwnedTransfer, poolAccount } from "../../ledger/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, type Decision, Known, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { together, type Write } from "../../shared/write.ts";
import { currentProfile, failing, giveVerdicts } from "../domain/policy.ts";
import { starsOfMember } from "../domain/volunteer.ts";
import { careKey, careProof, saveVolunteer, setCare } from "../store.ts";
import { recordGroup } from "./groups.ts";
import { UNIT } from "./payment.ts";
import { activeResident, configOf, personOf, policyPerson, proxyWrites, tieOf, volunteerOf } from "./support.ts";

type Ops = typeof hoursOperations;
type Kind = "gift" | "donation" | "seed-grant";
type Moved = { transfer: string; kind: Kind; minutes: number; by: string };

interface Moving {
  readonly from: string;
  readonly to: string;
  readonly writes: readonly Write[];
}
type Planned = Moving | { readonly refusals: readonly Refusal[] };

/** One movement of hours with what proves that it may be made, under the client's key. */
const moveCommand = (
  call: Pick<Call, "actor" | "actingFor" | "key" | "fingerprint"> & { readonly body: { readonly minutes: number } },
  kind: Kind,
  deps: Deps,
  plan: (known: Known) => Promise<Planned>,
): Command<Moved> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<Moved>> => {
    const planned = await plan(known);
    if ("refusals" in planned) return planned;
    const { minutes } = call.body;
    const transfer = deps.ids.next();
    const { from, to } = planned;
    const order: OwnedTransfer = { id: transfer, leg: 0, from, to, amount: minutes, category: kind, earned: false };
    const moved = await moveOwned([order], call, known, deps);
    if ("refusals" in moved) return moved;
    const answer = { transfer, kind, minutes, by: call.actor.id };
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    return { writes: together(moved.writes, planned.writes, proxyWrites(call, deps), [kept]), answer };
  },
  replay: keptAnswer<Moved>,
  status: 201,
});

const planGift = (call: Call<Ops["giveHours"]>, deps: Deps) => async (): Promise<Planned> => {
  const profile = currentProfile(configOf(deps));
  const giver = await personOf(call, deps);
  const { to } = call.body;
  if (giver === to) return { refusals: [refuse("ledger/same-account")] };
  await activeResident(to, deps);
  const { tie, checks } = await tieOf(giver, to, deps);
  const wrong = failing(giveVerdicts(profile, tie));
  if (wrong.length > 0) return { refusals: wrong };
  return { from: memberAccount(giver, UNIT), to: memberAccount(to, UNIT), writes: checks };
};

const planDonation = (call: Call<Ops["donateHours"]>, deps: Deps) => async (): Promise<Planned> => {
  const { carePool } = configOf(deps);
  const giver = await personOf(call, deps);
  const { community } = call.body;
  if (!deps.district.communities.some(({ id }) => id === community)) {
    return reject("resource/not-found", { what: "community", id: community });
  }
  return { from: memberAccount(giver, UNIT), to: poolAccount(community, carePool, UNIT), writes: [] };
};

const planSeed =
  (call: Call<Ops["grantSeedHours"]>, deps: Deps) =>
  async (known: Known): Promise<Planned> => {
    const config = configOf(deps);
    const { seed } = currentProfile(config);
    const { to, minutes } = call.body;
    const person = await policyPerson(to, deps);
    if (!holdsAny(call.actor, ["steward", "district-admin"], person.community)) {
      return reject("resource/not-found", { what: "resident", id: to });
    }
    if (to === call.actor.id) return { refusals: [refuse("ledger/self-approval")] };
    if (seed.careListOnly && !person.careListed) return { refusals: [refuse("timebank/no-care-need", { person: to })] };
    const member = await volunteerOf(to, known, deps);
    if (member.seed + minutes > seed.perPersonMinutes) {
      const params = { limit: seed.perPersonMinutes, used: member.seed, minutes };
      return { refusals: [refuse("timebank/seed-limit", params)] };
    }
    const proof = seed.careListOnly ? [careProof(to)] : [];
    return {
      from: poolAccount(person.community, config.seedPool, UNIT),
      to: memberAccount(to, UNIT),
      writes: [saveVolunteer({ ...member, seed: member.seed + minutes }), ...proof],
    };
  };

type Flag = { resident: string; listed: boolean; by: string; at: string };

const flagCommand = (call: Call<Ops["setCareFlag"]>, deps: Deps): Command<Flag> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (): Promise<Decision<Flag>> => {
    configOf(deps);
    const { residentId } = call.params;
    const { community } = await activeResident(residentId, deps);
    if (!holdsAny(call.actor, ["steward", "district-admin"], community)) {
      return reject("resource/not-found", { what: "resident", id: residentId });
    }
    const { listed, evidence } = call.body;
    const now = deps.clock.now();
    const flag = setCare(residentId, { listed, evidence, by: call.actor.id, atMs: now.getTime() });
    const answer = { resident: residentId, listed, by: call.actor.id, at: now.toISOString() };
    return { writes: [flag, keepAnswer(call.key, call.fingerprint, answer)], answer };
  },
  replay: keptAnswer<Flag>,
});

const getMember: Handlers<Ops>["getMember"] = async (call, deps): Promise<Answer<never>> => {
  const profile = currentProfile(configOf(deps));
  const { residentId } = call.params;
  const person = await personOf(call, deps);
  const { community } = await activeResident(residentId, deps);
  if (person !== residentId && !holdsAny(call.actor, ["steward", "auditor", "district-admin"], community)) {
    return reject("resource/not-found", { what: "resident", id: residentId });
  }
  const [member, care] = await Promise.all([
    volunteerOf(residentId, new Known(), deps),
    deps.db.get(careKey(residentId)),
  ]);
  const body = {
    id: residentId,
    honourMinutes: member.honour,
    stars: starsOfMember(member, profile.stars),
    served: member.served,
    ratings: { count: member.ratings, sum: member.ratingSum },
    seedGranted: member.seed,
    careListed: care?.on === true,
  };
  return { body: body as never };
};

/** Handlers of hours, the care list, members and groups. */
export const hoursHandlers: Handlers<Ops> = {
  giveHours: (call, deps) => run(deps.db, moveCommand(call, "gift", deps, planGift(call, deps))),
  donateHours: (call, deps) => run(deps.db, moveCommand(call, "donation", deps, planDonation(call, deps))),
  grantSeedHours: (call, deps) => run(deps.db, moveCommand(call, "seed-grant", deps, planSeed(call, deps))),
  setCareFlag: (call, deps) => run(deps.db, flagCommand(call, deps)),
  getMember,
  recordGroupService: recordGroup,
};
