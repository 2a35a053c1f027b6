/**
 * What a settlement is followed by, member by member: hours above the storage cap go where the policy says, stars are
 * announced, and members whose hours have long rested get one notice.
 */
import type { PolicyProfile } from "../../../schemas/timebank/policy.ts";
import { excessMovement, memberAccounts, poolAccount } from "../../ledger/port.ts";
import { Known, ROUNDS_MAX } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { Busy } from "../../shared/dynamo.ts";
import { eachItem, type JobPage, type Outcome, SYSTEM_ACTOR } from "../../shared/jobs.ts";
import { Refused } from "../../shared/refusal.ts";
import { dayText } from "../../shared/time.ts";
import type { Write } from "../../shared/write.ts";
import { isResting, OVERFLOW, type Rest } from "../domain/members.ts";
import { currentProfile } from "../domain/policy.ts";
import { newVolunteer, starsOfMember, type Volunteer } from "../domain/volunteer.ts";
import { UNIT } from "../http/payment.ts";
import { configOf } from "../http/support.ts";
import { memberKey, saveVolunteer, toVolunteer } from "../store.ts";
import { MEMBERS } from "./names.ts";

const PAGE = 50;

/** Where the pass stands: which community of the file, after which account. */
export interface MembersPlace {
  readonly index: number;
  readonly after: string | null;
}

/** Sends what an account holds above the cap to the care pool, or out of the books as honour only. */
const overflow = async (rest: Rest, profile: PolicyProfile, deps: Deps): Promise<Outcome> => {
  const { capMinutes, above } = profile.storage;
  if (capMinutes === null || rest.balance <= capMinutes) return "unchanged";
  const pool = above === "donate" ? configOf(deps).carePool : "redemption";
  const known = new Known();
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const order = {
      ...{ account: rest.account, keep: capMinutes, to: poolAccount(rest.community, pool, UNIT) },
      ...{ category: OVERFLOW, transfer: deps.ids.next() },
    };
    const made = await excessMovement(order, { actor: SYSTEM_ACTOR }, known, deps);
    if ("refusals" in made) throw new Refused(...made.refusals);
    if (made.writes.length === 0) return "unchanged";
    const outcome = await deps.db.commit(made.writes);
    if (outcome.ok) return "changed";
    for (const { key, found } of outcome.failed) known.set(key, found);
  }
  throw new Busy("the account kept changing");
};

/** The member with the one thing that is to be told now, and the event that tells it. */
const notice = (member: Volunteer, rest: Rest, profile: PolicyProfile, deps: Deps): Write | undefined => {
  const at = deps.stamps.take();
  const event = (name: string) => ({ ev: name, at, com: rest.community });
  const stars = starsOfMember(member, profile.stars);
  if (stars > member.told)
    return saveVolunteer({ ...member, stars, told: stars }, event("timebank.member.star-reached"));
  const today = dayText(deps.clock.now(), deps.district.zone);
  if (!isResting(rest, profile.inactivity, today, deps.district.zone) || member.quiet === rest.last) return undefined;
  return saveVolunteer({ ...member, quiet: rest.last }, event("timebank.member.inactive"));
};

const workOn = async (rest: Rest, member: Volunteer, deps: Deps): Promise<Outcome> => {
  const profile = currentProfile(configOf(deps));
  const moved = await overflow(rest, profile, deps);
  const told = notice(member, rest, profile, deps);
  if (told === undefined) return moved;
  // A member who has just been written by somebody else is told by the next run.
  return (await deps.db.commit([told])).ok ? "changed" : moved;
};

/** Does one page of the members of the district's communities. */
export const membersPage = async ({ index, after }: MembersPlace, deps: Deps): Promise<JobPage<MembersPlace>> => {
  const { communities } = deps.district;
  const community = communities[index];
  if (!community) return { next: null, changed: 0, unchanged: 0, failures: [] };
  const { accounts, next } = await memberAccounts(deps.db, community.id, UNIT, after, PAGE);
  const items = await deps.db.getMany(accounts.map(({ holder }) => memberKey(holder)));
  const members = new Map(items.map((item) => [item.pk, toVolunteer(item)]));
  const { changed, failures } = await eachItem(
    accounts,
    ({ holder }) => holder,
    (rest) => workOn(rest, members.get(memberKey(rest.holder).pk) ?? newVolunteer(rest.holder), deps),
  );
  const more = next !== null || index + 1 < communities.length;
  const sums = { [MEMBERS]: changed };
  return {
    changed,
    unchanged: 0,
    failures,
    sums,
    next: more ? { index: next === null ? index + 1 : index, after: next } : null,
  };
};
