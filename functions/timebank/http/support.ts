/** What the handlers share: the district's rules, who acts in whose name, people as the rules see them, views. */
import type * as z from "zod";
import type { PolicyProfile, TimebankConfig } from "../../../schemas/timebank/policy.ts";
import { profileId } from "../../../schemas/timebank/policy.ts";
import type { Order as OrderSchema } from "../../../schemas/timebank/resources.ts";
import {
  type Acting,
  actingPerson,
  actingProofs,
  type ResidentRecord,
  relationOf,
  residentOf,
} from "../../residents/port.ts";
import { itemOf, type Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { reject } from "../../shared/refusal.ts";
import { dayText } from "../../shared/time.ts";
import type { Write } from "../../shared/write.ts";
import type { Order } from "../domain/order.ts";
import { currentProfile, type Person, type Tie } from "../domain/policy.ts";
import { newVolunteer, type Volunteer } from "../domain/volunteer.ts";
import { careKey, memberKey, type Places, toVolunteer } from "../store.ts";

export type OrderView = z.input<typeof OrderSchema>;
const SCOPE = "timebank";

/** The district's time bank; ends the call where it has none. */
export const configOf = (deps: Pick<Deps, "district">): TimebankConfig =>
  deps.district.timebank ?? reject("timebank/not-offered");

/** The rules that an order was made under; the present ones where the file has dropped them. */
export const profileOf = (deps: Pick<Deps, "district">, policy: string): PolicyProfile => {
  const config = configOf(deps);
  return config.profiles.find((profile) => profileId(profile) === policy) ?? currentProfile(config);
};

/** The local day of an instant. */
export const dayOf = (instant: Date, deps: Pick<Deps, "district">): string => dayText(instant, deps.district.zone);

/** The person in whose name a call is made; without a proxy in force for somebody else the call ends. */
export const personOf = (call: Acting, deps: Deps): Promise<string> => actingPerson(call, SCOPE, deps);

/** Proof in the transaction that the proxy, if one acts, is still in force. */
export const proxyWrites = (call: Acting, deps: Deps): Write[] => actingProofs(call, SCOPE, deps);

/** A member as stored, or one who has done nothing yet. */
export const volunteerOf = async (id: string, known: Known, deps: Pick<Deps, "db">): Promise<Volunteer> => {
  const item = await itemOf(memberKey(id), known, deps);
  return item ? toVolunteer(item) : newVolunteer(id);
};

/** An active resident; ends the call where there is none. */
export const activeResident = async (id: string, deps: Pick<Deps, "db">) => {
  const record: ResidentRecord | undefined = await residentOf(deps.db, id);
  return record?.state === "active" ? record : reject("resource/not-found", { what: "resident", id });
};

/** A person as the policy sees them, with their community. */
export const policyPerson = async (id: string, deps: Pick<Deps, "db">): Promise<Person & { community: string }> => {
  const [record, items] = await Promise.all([activeResident(id, deps), deps.db.getMany([careKey(id), memberKey(id)])]);
  const care = items.find(({ sk }) => sk === careKey(id).sk);
  const member = items.find(({ sk }) => sk === memberKey(id).sk);
  return {
    id,
    community: record.community,
    birthDate: record.birthDate,
    careListed: care?.on === true,
    honour: member ? toVolunteer(member).honour : 0,
  };
};

/** What `b` is to `a`, with the proof for a transaction. */
export const tieOf = async (
  a: string,
  b: string,
  deps: Pick<Deps, "db">,
): Promise<{ readonly tie: Tie; readonly checks: readonly Write[] }> => {
  if (a === b) return { tie: { self: true, household: true }, checks: [] };
  const { kinship, household, checks } = await relationOf(deps.db, b, a);
  return { tie: { self: false, household, kinship }, checks };
};

const instant = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : new Date(ms).toISOString();

/** An order as it is shown; the address only where the caller may see it and it has been read. */
export const viewOrder = (order: Order, places?: Places): OrderView => {
  const { proposal } = order;
  const address =
    places && (places.unitId !== undefined || places.directions !== undefined)
      ? { unitId: places.unitId, directions: places.directions }
      : undefined;
  const view = {
    id: order.id,
    community: order.community,
    state: order.state,
    recipient: order.recipient,
    requester: order.requester,
    payer: order.payer,
    by: order.by,
    phone: order.phone,
    category: order.category,
    from: instant(order.fromMs),
    until: instant(order.untilMs),
    minutes: order.minutes,
    skills: [...order.skills],
    sex: order.sex,
    urgency: order.urgency,
    area: order.area,
    policy: order.policy,
    volunteer: order.volunteer,
    held: order.held,
    creditTo: order.creditTo,
    checkedInAt: instant(order.inMs),
    checkedOutAt: instant(order.outMs),
    measured: order.measured,
    credited: order.credited,
    proposal: proposal && {
      side: proposal.side,
      checkedInAt: instant(proposal.inMs),
      checkedOutAt: instant(proposal.outMs),
    },
    reason: order.reason,
    transfer: order.transfer,
    address,
    createdAt: instant(order.createdMs),
    confirmedAt: instant(order.confirmedMs),
    disputedAt: instant(order.disputedMs),
    endedAt: instant(order.endedMs),
    revision: order.revision,
  };
  // Members without a value are left out, so that a replay from JSON shows the same.
  return JSON.parse(JSON.stringify(view)) as OrderView;
};
