/**
 * Rankings over HTTP. Offers are read first and the likeliest are looked into, as many as it takes until no other one
 * can reach the answer: times are expanded and members read for these alone.
 */
import type { matchOperations } from "../../../schemas/timebank/matches.ts";
import type { PolicyProfile } from "../../../schemas/timebank/policy.ts";
import { AHEAD_DAYS_MAX } from "../../../schemas/timebank/resources.ts";
import { activeResidents, householdMates } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Interval } from "../../shared/intervals.ts";
import { holdsAny } from "../../shared/policy.ts";
import { occurrencesIn } from "../../shared/recurrence.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import { periodsAt } from "../../shared/time.ts";
import { cellOf } from "../domain/cells.ts";
import {
  type Candidate,
  type Match,
  type Request,
  reachable,
  requestsFor,
  stretchMinutes,
  volunteersFor,
} from "../domain/matching.ts";
import { holdFor } from "../domain/minutes.ts";
import type { Order } from "../domain/order.ts";
import { failing, serveVerdicts } from "../domain/policy.ts";
import { newVolunteer } from "../domain/volunteer.ts";
import { blockedFor } from "../store/blocks.ts";
import { memberKey, type Offer, offerList, offersOf, openList, toOffer, toOrder, toVolunteer } from "../store.ts";
import {
  configOf,
  dayOf,
  type OrderView,
  personOf,
  policyPerson,
  profileOf,
  viewOrder,
  volunteerOf,
} from "./support.ts";
import { orderOf } from "./transition.ts";

type Ops = typeof matchOperations;

/** Most offers of a community, the newest, and most open requests, the soonest, that one ranking looks at. */
const OFFERS_MAX = 5_000;
const ORDERS_MAX = 500;
/** Most offers of one volunteer. */
const OWN_OFFERS_MAX = 20;
/** Offers that are looked into at a time. */
const BATCH = 50;
const DAY_MS = 86_400_000;
const NOBODY: ReadonlySet<string> = new Set();

const requestOf = (order: Order, { caps }: PolicyProfile, deps: Pick<Deps, "district">): Request => ({
  id: order.id,
  recipient: order.recipient,
  requester: order.requester,
  category: order.category,
  fromMs: order.fromMs,
  untilMs: order.untilMs,
  minutes: order.minutes,
  counts: holdFor(order.minutes, order.terms),
  skills: order.skills,
  cell: order.area === undefined ? undefined : cellOf(order.area),
  sex: order.sex,
  urgent: order.urgency === "urgent",
  caps,
  periods: periodsAt(new Date(order.fromMs), deps.district.zone),
});

const plainCandidate = (offer: Offer): Candidate => ({
  volunteer: newVolunteer(offer.volunteer),
  skills: new Set(offer.skills),
  cells: offer.areas.map(cellOf),
  free: [],
  blocked: NOBODY,
  closed: NOBODY,
});

const freeIn = async ({ availability }: Offer, window: Interval): Promise<Interval[]> =>
  (await Promise.all(availability.map((time) => occurrencesIn(time, window)))).flat();

const offersIn = async (community: string, { db }: Deps): Promise<Offer[]> => {
  const offers: Offer[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const limit = OFFERS_MAX - offers.length;
    const list = { index: "g2" as const, partition: offerList(community), descending: true, limit };
    const page = await db.query({ ...list, ...(after ? { after } : {}) });
    offers.push(...page.items.map(toOffer));
    after = page.last;
  } while (after && offers.length < OFFERS_MAX);
  return offers;
};

/** Offers of people who have time for the order, with that time. */
const withTime = async (offers: readonly Offer[], order: Order) => {
  const timed = await Promise.all(offers.map(async (offer) => ({ offer, free: await freeIn(offer, order) })));
  return timed.filter(({ free }) => stretchMinutes(free, order) > 0);
};

/**
 * Offers with what their volunteers have done, and what the register says of them and of those who are served; whoever
 * has no time is left out before anything is read.
 */
const lookedInto = async (all: readonly Offer[], order: Order, parted: ReadonlySet<string>, deps: Deps) => {
  const offers = await withTime(all, order);
  if (offers.length === 0) return [];
  const ids = [...new Set(offers.map(({ offer }) => offer.volunteer))];
  const others = [...new Set([order.recipient, order.requester])];
  const [members, people] = await Promise.all([
    deps.db.getMany(ids.map(memberKey)),
    activeResidents(deps.db, [...ids, ...others]),
  ]);
  const known = new Map(members.map(toVolunteer).map((member) => [member.id, member]));
  const profile = profileOf(deps, order.policy);
  const closedTo = (id: string): ReadonlySet<string> => {
    const person = people.get(id);
    const closed = others.filter((other) => {
      const household = person?.householdId !== undefined && person.householdId === people.get(other)?.householdId;
      const volunteer = { id, birthDate: person?.birthDate, careListed: false, honour: 0 };
      const tie = { self: false, household };
      const facts = { volunteer, recipient: other, tie, day: dayOf(deps.clock.now(), deps), withGuardian: true };
      return failing(serveVerdicts(profile, facts)).length > 0;
    });
    return new Set(closed);
  };
  return offers.flatMap(({ offer, free }): Candidate[] => {
    const { volunteer: id } = offer;
    const person = people.get(id);
    if (!person) return [];
    const candidate: Candidate = {
      ...plainCandidate(offer),
      volunteer: known.get(id) ?? newVolunteer(id),
      free,
      sex: person.sex,
      blocked: parted.has(id) ? new Set(others) : NOBODY,
      closed: closedTo(id),
    };
    return [candidate];
  });
};

const bestVolunteers = async (order: Order, limit: number, deps: Deps): Promise<Match[]> => {
  const request = requestOf(order, profileOf(deps, order.policy), deps);
  const parties = [...new Set([order.recipient, order.requester])];
  const parted = new Set((await Promise.all(parties.map((id) => blockedFor(deps.db, id)))).flatMap((ids) => [...ids]));
  const likely = (await offersIn(order.community, deps))
    .map((offer) => ({ offer, candidate: plainCandidate(offer) }))
    .filter(({ candidate }) => request.skills.every((skill) => candidate.skills.has(skill)))
    .map(({ offer, candidate }) => ({ offer, most: reachable(candidate, request) }))
    .sort((a, b) => b.most - a.most);
  const candidates: Candidate[] = [];
  let found: Match[] = [];
  for (let start = 0; start < likely.length; start += BATCH) {
    const least = found.length < limit ? -1 : (found.at(-1) as Match).total;
    // Of equal points fewer minutes decide, so whoever could still draw level is looked into as well.
    if ((likely[start] as { most: number }).most < least) break;
    const batch = likely.slice(start, start + BATCH).map(({ offer }) => offer);
    candidates.push(...(await lookedInto(batch, order, parted, deps)));
    found = volunteersFor(request, candidates, limit);
  }
  return found;
};

const parts = ({ total, components }: Match) => ({
  total,
  components: components.map((part) => ({ ...part, params: { ...part.params } })),
});

type Volunteers = { items: ({ volunteer: string } & ReturnType<typeof parts>)[] };

const listVolunteers = async (call: Call<Ops["listVolunteerMatches"]>, deps: Deps): Promise<Answer<Volunteers>> => {
  const order = await orderOf(call, call.actor.id, new Known(), deps);
  if (!holdsAny(call.actor, ["steward", "district-admin"], order.community)) {
    return reject("resource/not-found", { what: "order", id: order.id });
  }
  if (order.state !== "requested") {
    return { refusals: [refuse("timebank/wrong-state", { state: order.state, needs: "requested" })] };
  }
  const matches = await bestVolunteers(order, call.query.limit, deps);
  return { body: { items: matches.map((match) => ({ volunteer: match.volunteer, ...parts(match) })) } };
};

const openOrders = async (communities: readonly string[], { db, clock }: Deps): Promise<Order[]> => {
  const pages = await Promise.all(
    communities.map((id) => db.query({ index: "g2", partition: openList(id), limit: ORDERS_MAX })),
  );
  const nowMs = clock.now().getTime();
  return pages
    .flatMap(({ items }) => items.map(toOrder))
    .filter(({ state, untilMs }) => state === "requested" && untilMs > nowMs);
};

/** Whether a volunteer may serve anybody by their age; a ward only with the guardian who acts. */
const isOfAge = async (person: string, call: Call<Ops["listOrderMatches"]>, profile: PolicyProfile, deps: Deps) => {
  const volunteer = await policyPerson(person, deps);
  const facts = {
    ...{ volunteer, recipient: person, tie: { self: false, household: false } },
    ...{ day: dayOf(deps.clock.now(), deps), withGuardian: person !== call.actor.id },
  };
  return failing(serveVerdicts(profile, facts)).length === 0;
};

type Requests = { items: ({ order: OrderView } & ReturnType<typeof parts>)[] };

const listRequests = async (call: Call<Ops["listOrderMatches"]>, deps: Deps): Promise<Answer<Requests>> => {
  configOf(deps);
  const person = await personOf(call, deps);
  const { items } = await deps.db.query({ index: "g1", partition: offersOf(person), limit: OWN_OFFERS_MAX });
  const offers = items.map(toOffer);
  const orders = await openOrders([...new Set(offers.map(({ community }) => community))], deps);
  const nowMs = deps.clock.now().getTime();
  const window = { fromMs: nowMs, untilMs: nowMs + (AHEAD_DAYS_MAX + 2) * DAY_MS };
  const [blocked, mates, people, volunteer] = await Promise.all([
    blockedFor(deps.db, person),
    householdMates(deps.db, person),
    activeResidents(deps.db, [person]),
    volunteerOf(person, new Known(), deps),
  ]);
  const sex = people.get(person)?.sex;
  const own = await Promise.all(
    offers.map(async (offer) => ({
      ...{ ...plainCandidate(offer), volunteer, blocked, sex },
      free: await freeIn(offer, window),
    })),
  );
  const byPolicy = Map.groupBy(orders, ({ policy }) => policy);
  const found: Match[] = [];
  for (const [policy, some] of byPolicy) {
    const profile = profileOf(deps, policy);
    if (!(await isOfAge(person, call, profile, deps))) continue;
    const closed = profile.household.mayServeEachOther ? NOBODY : mates;
    const candidates = own.map((candidate) => ({ ...candidate, closed }));
    found.push(
      ...requestsFor(
        candidates,
        some.map((order) => requestOf(order, profile, deps)),
        call.query.limit,
      ),
    );
  }
  const byId = new Map(orders.map((order) => [order.id, order]));
  const fromMs = ({ request }: Match): number => (byId.get(request) as Order).fromMs;
  const best = found.sort((a, b) => b.total - a.total || fromMs(a) - fromMs(b)).slice(0, call.query.limit);
  return {
    body: { items: best.map((match) => ({ order: viewOrder(byId.get(match.request) as Order), ...parts(match) })) },
  };
};

/** Handlers of rankings. */
export const matchHandlers: Handlers<Ops> = {
  listVolunteerMatches: listVolunteers,
  listOrderMatches: listRequests,
};
