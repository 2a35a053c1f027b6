/** A volunteer's sessions as a calendar feed: what and when, never whom and where, for an address may be passed on. */
import type { calendarOperations } from "../../../schemas/timebank/calendar.ts";
import { FEED_AHEAD_DAYS, FEED_PAST_DAYS } from "../../../schemas/timebank/calendar.ts";
import type { OrderState } from "../../../schemas/timebank/resources.ts";
import { residentOf } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { endFeed, type FeedOf, feedAt, openFeed } from "../../shared/feeds.ts";
import type { Locale } from "../../shared/problem.ts";
import { reject } from "../../shared/refusal.ts";
import type { Item } from "../../shared/write.ts";
import { isPartedFrom } from "../domain/order.ts";
import { blockedFor } from "../store/blocks.ts";
import { SESSIONS_FEED, toOrder, volunteerList } from "../store.ts";
import { configOf, personOf, proxyWrites } from "./support.ts";

type Ops = typeof calendarOperations;
type Owned = Ops["openTimebankCalendar"] | Ops["endTimebankCalendar"];

const PATH = "/v1/timebank/calendars";
const DAY_MS = 86_400_000;
const REFRESH_MINUTES = 60;
/** Most orders on a feed; a volunteer has at most `SESSIONS_MAX` sessions at a time. */
const ORDERS_MAX = 300;

/** The feed of a call's own resident; anybody else's does not exist for the caller. */
const ownFeed = async (call: Call<Owned>, deps: Deps): Promise<FeedOf> => {
  configOf(deps);
  const { residentId } = call.params;
  if ((await personOf(call, deps)) !== residentId) reject("resource/not-found", { what: "resident", id: residentId });
  return { kind: SESSIONS_FEED, subject: residentId };
};

const carry = async <Body>(call: Call<Owned>, deps: Deps, command: (feed: FeedOf) => Promise<Command<Body>>) =>
  run(deps.db, await command(await ownFeed(call, deps)));

/** How a session stands in a calendar; undefined where the volunteer has nothing to do with the order any more. */
const STATUS: Readonly<Partial<Record<OrderState, "TENTATIVE" | "CONFIRMED" | "CANCELLED">>> = {
  matched: "TENTATIVE",
  accepted: "CONFIRMED",
  "checked-in": "CONFIRMED",
  "checked-out": "CONFIRMED",
  confirmed: "CONFIRMED",
  settled: "CONFIRMED",
  disputed: "CONFIRMED",
  resolved: "CONFIRMED",
  cancelled: "CANCELLED",
  "no-show": "CANCELLED",
  expired: "CANCELLED",
};

const eventOf = (item: Item, locale: Locale) => {
  const order = toOrder(item);
  const status = STATUS[order.state];
  if (!status) return [];
  const words = locale === "en" ? "Time bank" : "时间银行";
  return [
    {
      uid: order.id,
      fromMs: order.fromMs,
      untilMs: order.untilMs,
      changedMs: Math.floor(Number(item.at) / 1_000),
      sequence: order.revision,
      status,
      summary: `${words}: ${order.category}`,
      description: `${order.state}, ${order.minutes} min`,
    },
  ];
};

const read = async (call: Call<Ops["readTimebankCalendar"]>, deps: Deps): Promise<Answer<never>> => {
  configOf(deps);
  const { subject: volunteer } = await feedAt(deps.db, [SESSIONS_FEED], call.params.feed);
  const resident = await residentOf(deps.db, volunteer);
  if (resident?.state !== "active") return reject("resource/not-found", { what: "feed", id: "…" });
  const nowMs = deps.clock.now().getTime();
  const { items } = await deps.db.query({
    index: "g2",
    partition: volunteerList(volunteer),
    from: nowMs - FEED_PAST_DAYS * DAY_MS,
    to: nowMs + FEED_AHEAD_DAYS * DAY_MS,
    limit: ORDERS_MAX,
  });
  // Who has been proposed to somebody with whom a block parts them since is not to learn of the request here.
  const parted = await blockedFor(deps.db, volunteer);
  const shown = items.filter((item) => item.state !== "matched" || !isPartedFrom(toOrder(item), parted));
  const events = shown.flatMap((item) => eventOf(item, call.locale));
  const { calendarAnswer } = await import("../../shared/calendar.ts");
  const name = call.locale === "en" ? "Linli time bank" : "邻里时间银行";
  return calendarAnswer({ name, refreshMinutes: REFRESH_MINUTES, events });
};

/** Handlers of the calendar feed. */
export const calendarHandlers: Handlers<Ops> = {
  openTimebankCalendar: (call, deps) =>
    carry(call, deps, (feed) => openFeed(call, deps, feed, { path: PATH, proofs: proxyWrites(call, deps) })),
  endTimebankCalendar: (call, deps) =>
    carry(call, deps, async (feed) => endFeed(call, deps, feed, proxyWrites(call, deps))),
  readTimebankCalendar: read,
};
