/** Service by groups: an attendance list, whose minutes go to the care pool or to the members by policy. */
import { BATCH_MAX } from "../../../schemas/primitives.ts";
import type { hoursOperations } from "../../../schemas/timebank/hours.ts";
import type { PolicyProfile } from "../../../schemas/timebank/policy.ts";
import { profileId } from "../../../schemas/timebank/policy.ts";
import { memberAccount, moveOwned, type OwnedTransfer, poolAccount } from "../../ledger/port.ts";
import type { Answer, Call } from "../../shared/call.ts";
import { type Command, type Decision, type Known, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { together, type Write } from "../../shared/write.ts";
import { measure, termsOf, worthOf } from "../domain/minutes.ts";
import { recordRefusals } from "../domain/order.ts";
import { currentProfile } from "../domain/policy.ts";
import { end, honour, take } from "../domain/volunteer.ts";
import { createGroup, groupKey, saveVolunteer } from "../store.ts";
import { UNIT } from "./payment.ts";
import { activeResident, configOf, volunteerOf } from "./support.ts";

type GroupCall = Call<(typeof hoursOperations)["recordGroupService"]>;
type View = {
  id: string;
  community: string;
  category: string;
  from: string;
  until: string;
  policy: string;
  minutesGo: PolicyProfile["groups"]["minutesGo"];
  attendance: { volunteer: string; minutes: number }[];
  by: string;
};

interface Attended {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly minutes: number;
}

const timeRefusals = (call: GroupCall, profile: PolicyProfile, now: Date): Refusal[] => {
  const { from, until, volunteers } = call.body;
  const [inMs, outMs] = [Date.parse(from), Date.parse(until)];
  if (outMs <= inMs) return [refuse("timebank/out-before-in", { checkedInAt: from, checkedOutAt: until })];
  if (volunteers.includes(call.actor.id)) return [refuse("ledger/self-approval")];
  const limit = profile.caps.sessionMinutes;
  const minutes = measure(inMs, outMs);
  if (minutes > limit) return [refuse("timebank/session-over-cap", { minutes, limit })];
  return recordRefusals(outMs, now, profile.signing.recordDays);
};

/** One volunteer's part: their time, caps and honour; refused as an order would be. */
const attend = async (
  id: string,
  call: GroupCall,
  part: Attended,
  profile: PolicyProfile,
  known: Known,
  deps: Deps,
) => {
  await activeResident(id, deps);
  const when = { now: deps.clock.now(), zone: deps.district.zone };
  const { fromMs, untilMs, minutes } = part;
  const session = { order: call.key, fromMs, untilMs, plannedMs: fromMs, state: "planned" as const, minutes };
  const taken = take(await volunteerOf(id, known, deps), session, profile.caps, when);
  if ("refusals" in taken) return taken;
  const counted = { id: call.key, plannedMs: fromMs, counted: minutes };
  const done = end(taken.volunteer, counted, { inMs: fromMs, outMs: untilMs, credited: minutes }, when);
  if ("refusals" in done) return done;
  return { write: saveVolunteer(honour(done.volunteer, counted, minutes, when, profile.stars)) };
};

/** Newly minted minutes: to the care pool in one, or to each member as earned. */
const transfers = (call: GroupCall, people: readonly string[], minutes: number, deps: Deps): OwnedTransfer[] => {
  const { community, category } = call.body;
  const config = configOf(deps);
  const from = poolAccount(community, "issuance", UNIT);
  const link = { type: "group-service", id: call.key };
  if (minutes === 0) return [];
  if (currentProfile(config).groups.minutesGo === "to-care-pool") {
    const to = poolAccount(community, config.carePool, UNIT);
    return [{ id: call.key, leg: 0, from, to, amount: minutes * people.length, category, link, earned: false }];
  }
  return people.map((person, index) => ({
    id: call.key,
    leg: people.length === 1 ? 0 : index + 1,
    from,
    to: memberAccount(person, UNIT),
    amount: minutes,
    category,
    link,
    earned: true,
  }));
};

const groupCommand = (call: GroupCall, deps: Deps): Command<View> => ({
  slot: groupKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<View>> => {
    const profile = currentProfile(configOf(deps));
    const { community, category, from, until } = call.body;
    if (!holdsAny(call.actor, ["steward", "district-admin"], community)) {
      return reject("resource/not-found", { what: "community", id: community });
    }
    const wrong = timeRefusals(call, profile, deps.clock.now());
    if (wrong.length > 0) return { refusals: wrong };
    const people = [...new Set(call.body.volunteers)];
    const [fromMs, untilMs] = [Date.parse(from), Date.parse(until)];
    const minutes = worthOf(measure(fromMs, untilMs), termsOf(profile, category));
    const saved: Write[] = [];
    for (const person of people) {
      const attended = await attend(person, call, { fromMs, untilMs, minutes }, profile, known, deps);
      if ("refusals" in attended) return attended;
      saved.push(attended.write);
    }
    const moved = await moveOwned(transfers(call, people, minutes, deps), call, known, deps);
    if ("refusals" in moved) return moved;
    const answer: View = {
      id: call.key,
      community,
      category,
      from,
      until,
      policy: profileId(profile),
      minutesGo: profile.groups.minutesGo,
      attendance: people.map((volunteer) => ({ volunteer, minutes })),
      by: call.actor.id,
    };
    const writes = together([createGroup(call.key, call.fingerprint, answer)], saved, moved.writes);
    if (writes.length > BATCH_MAX) throw new Error("an attendance list outgrew a transaction");
    return { writes, answer };
  },
  replay: (item) => JSON.parse(String(item.ans)) as View,
  status: 201,
});

/** Records a group service. */
export const recordGroup = (call: GroupCall, deps: Deps): Promise<Answer<View>> =>
  run(deps.db, groupCommand(call, deps));
