/**
 * Calendar feeds: a renter's bookings with where to park, and a space with when it is taken and free. An address may be
 * passed on, so neither names a person or a plate.
 */
import {
  PARKING_COMING_MAX,
  PARKING_FREE_DAYS,
  PARKING_PAST_DAYS,
  PARKING_PAST_MAX,
  type parkingCalendarOperations,
} from "../../../schemas/parking/calendar.ts";
import { BOOKING_MINUTES_MAX } from "../../../schemas/parking/policy.ts";
import { actingProofs, residentOf } from "../../residents/port.ts";
import { type CalendarEvent, calendarAnswer, EVENTS_MAX } from "../../shared/calendar.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, Known, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { endFeed, type FeedOf, feedAt, openFeed } from "../../shared/feeds.ts";
import type { Locale } from "../../shared/problem.ts";
import { reject } from "../../shared/refusal.ts";
import { type Item, keyText } from "../../shared/write.ts";
import { type Booking, minutesOf } from "../domain/booking.ts";
import { freeTimes, localDays, MINUTE_MS } from "../domain/day.ts";
import { type State, stateAt } from "../domain/lifecycle.ts";
import type { Space } from "../domain/place.ts";
import { placeList, renterList, toBooking } from "../store/bookings.ts";
import { lotKey, spaceKey, toLot, toSpace } from "../store/places.ts";
import { daysOf } from "./days.ts";
import { configOf, personOf, runsSpace, SCOPE, spaceOf } from "./support.ts";

type Ops = typeof parkingCalendarOperations;
type Owned = Ops["openParkingCalendar"] | Ops["endParkingCalendar"];

const BOOKINGS_FEED = "parking-bookings";
const SPACE_FEED = "parking-space";
const PATH = "/v1/parking/calendars";
const REFRESH_MINUTES = 60;
const DAY_MS = 1_440 * MINUTE_MS;

/** The feed that a call names: the caller's own bookings, or a space that is theirs; any other one does not exist. */
const ownFeed = async (call: Call<Owned>, deps: Deps): Promise<FeedOf> => {
  const person = await personOf(call, deps);
  const { space: id } = call.body;
  if (id === undefined) return { kind: BOOKINGS_FEED, subject: person };
  const space = await spaceOf(id, new Known(), deps);
  const own = space.owner === undefined ? runsSpace(space, call.actor, person) : space.owner === person;
  return own ? { kind: SPACE_FEED, subject: id } : reject("resource/not-found", { what: "space", id });
};

const carry = async <Body>(call: Call<Owned>, deps: Deps, command: (feed: FeedOf) => Promise<Command<Body>>) =>
  run(deps.db, await command(await ownFeed(call, deps)));

/** How a booking stands in a calendar. */
const STATUS: Readonly<Record<State, CalendarEvent["status"]>> = {
  held: "TENTATIVE",
  "pending-owner": "TENTATIVE",
  confirmed: "CONFIRMED",
  active: "CONFIRMED",
  overstay: "CONFIRMED",
  completed: "CONFIRMED",
  expired: "CANCELLED",
  rejected: "CANCELLED",
  "cancelled-by-renter": "CANCELLED",
  "cancelled-by-owner": "CANCELLED",
  "cancelled-by-operator": "CANCELLED",
  "no-show": "CANCELLED",
  disputed: "CONFIRMED",
  resolved: "CONFIRMED",
};

/** A dispute changes nothing about whether anybody was there. */
const statusOf = (state: State, { outMs }: Booking): CalendarEvent["status"] =>
  (state === "disputed" || state === "resolved") && outMs === undefined ? "CANCELLED" : STATUS[state];

interface Stay {
  readonly booking: Booking;
  readonly changedMs: number;
}

/** Bookings of an index partition around now by their beginning: the latest before it, and the nearest from it on. */
const staysIn = async (deps: Deps, index: "g1" | "g2", partition: string): Promise<Stay[]> => {
  const nowMs = deps.clock.now().getTime();
  // What began longer ago than the longest stay is over.
  const runningMs = nowMs - BOOKING_MINUTES_MAX * MINUTE_MS;
  const past = { from: nowMs - PARKING_PAST_DAYS * DAY_MS, to: runningMs - 1, limit: PARKING_PAST_MAX };
  const [before, coming] = await Promise.all([
    deps.db.query({ index, partition, ...past, descending: true }),
    deps.db.query({ index, partition, from: runningMs, limit: PARKING_COMING_MAX }),
  ]);
  const stayOf = (item: Item): Stay => ({ booking: toBooking(item), changedMs: Math.floor(Number(item.at) / 1_000) });
  return [...before.items.toReversed(), ...coming.items].map(stayOf);
};

/** A stay as an event; a hold that has run out is cancelled at that instant, whether or not a job has been there. */
const eventOf = ({ booking, changedMs }: Stay, nowMs: number, words: string, location?: string): CalendarEvent => {
  const state = stateAt(booking, nowMs);
  const lapsed = state !== booking.state;
  return {
    uid: booking.id,
    fromMs: booking.fromMs,
    untilMs: booking.untilMs,
    changedMs: lapsed ? (booking.expiresMs ?? changedMs) : changedMs,
    sequence: booking.revision + (lapsed ? 1 : 0),
    status: statusOf(state, booking),
    summary: words,
    description: `${state}, ${minutesOf(booking)} min`,
    location,
  };
};

/** Where each stay is: the lot's name, and the space's label. */
const placesOf = async (stays: readonly Stay[], locale: Locale, deps: Deps) => {
  const keys = stays.flatMap(({ booking: { lot, space } }) => [
    lotKey(lot),
    ...(space === undefined ? [] : [spaceKey(space)]),
  ]);
  const distinct = [...new Map(keys.map((key) => [keyText(key), key])).values()];
  const found = new Map((await deps.db.getMany(distinct)).map((item) => [keyText(item), item]));
  return ({ lot, space }: Booking): string => {
    const [lotItem, spaceItem] = [found.get(keyText(lotKey(lot))), space && found.get(keyText(spaceKey(space)))];
    const names = [
      spaceItem && toSpace(spaceItem).label,
      lotItem && toLot(lotItem).name[locale === "en" ? "en" : "zh"],
    ];
    return names.filter((name) => name).join(", ");
  };
};

const renterEvents = async (renter: string, locale: Locale, deps: Deps): Promise<CalendarEvent[]> => {
  const stays = await staysIn(deps, "g1", renterList(renter));
  const placeOf = await placesOf(stays, locale, deps);
  const nowMs = deps.clock.now().getTime();
  const words = locale === "en" ? "Parking" : "停车";
  return stays.map((stay) => eventOf(stay, nowMs, words, placeOf(stay.booking)));
};

/** Stretches in which a space is free, one event a stretch and local day: the day's revision is the event's own. */
const freeEvents = async (space: Space, locale: Locale, deps: Deps): Promise<CalendarEvent[]> => {
  const nowMs = deps.clock.now().getTime();
  const days = localDays({ fromMs: nowMs, untilMs: nowMs + PARKING_FREE_DAYS * DAY_MS }, space.zone);
  const documents = await daysOf({ space, days }, new Known(), deps);
  const todayMs = days[0]?.fromMs ?? nowMs;
  return documents.flatMap((document) =>
    freeTimes([document], document.day, nowMs).map((free) => ({
      uid: `${space.id}-${free.fromMs}`,
      ...free,
      // Windows have no instant of their own at which they changed; a text that is the same all day is sent once.
      changedMs: todayMs,
      sequence: document.revision + space.windows,
      status: "CONFIRMED" as const,
      summary: locale === "en" ? "Free to book" : "可预订",
      transparent: true,
    })),
  );
};

/** Holds are no promise and mostly gone before a calendar comes back: a space's feed leaves them out. */
const isPromise = (state: State): boolean => state !== "held" && state !== "expired";

const spaceEvents = async (space: Space, locale: Locale, deps: Deps): Promise<CalendarEvent[]> => {
  const nowMs = deps.clock.now().getTime();
  const stays = await staysIn(deps, "g2", placeList(space.id));
  const words = locale === "en" ? "Booked" : "已预订";
  const shown = stays.filter(({ booking }) => isPromise(stateAt(booking, nowMs)));
  const free = space.state === "open" ? await freeEvents(space, locale, deps) : [];
  return [...shown.map((stay) => eventOf(stay, nowMs, words)), ...free].slice(0, EVENTS_MAX);
};

const gone = () => reject("resource/not-found", { what: "feed", id: "…" });

const read = async (call: Call<Ops["readParkingCalendar"]>, deps: Deps): Promise<Answer<never>> => {
  configOf(deps);
  const { kind, subject } = await feedAt(deps.db, [BOOKINGS_FEED, SPACE_FEED], call.params.feed);
  const space = kind === SPACE_FEED ? await spaceOf(subject, new Known(), deps) : undefined;
  const person = space ? space.owner : subject;
  if (person !== undefined && (await residentOf(deps.db, person))?.state !== "active") return gone();
  const [zh, en] = space ? [`车位 ${space.label}`, `Space ${space.label}`] : ["邻里停车", "Linli parking"];
  const events = await (space ? spaceEvents(space, call.locale, deps) : renterEvents(subject, call.locale, deps));
  return calendarAnswer({ name: call.locale === "en" ? en : zh, refreshMinutes: REFRESH_MINUTES, events });
};

/** Handlers of the calendar feeds. */
export const calendarHandlers: Handlers<Ops> = {
  openParkingCalendar: (call, deps) =>
    carry(call, deps, (feed) => openFeed(call, deps, feed, { path: PATH, proofs: actingProofs(call, SCOPE, deps) })),
  endParkingCalendar: (call, deps) =>
    carry(call, deps, async (feed) => endFeed(call, deps, feed, actingProofs(call, SCOPE, deps))),
  readParkingCalendar: read,
};
