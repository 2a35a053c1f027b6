/** Spaces over HTTP: registering, opening, free-busy, and the bookings of a space. */
import type * as z from "zod";
import type { spaceOperations } from "../../../schemas/parking/lots.ts";
import {
  type Availability,
  FREE_BUSY_DAYS_MAX,
  type FreeBusy,
  OVERRIDE_DAYS_MAX,
} from "../../../schemas/parking/resources.ts";
import { residentOf } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, Known, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Interval } from "../../shared/intervals.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { recurrenceFault } from "../../shared/recurrence.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { busyOf, freeTimes, live, localDays, MINUTE_MS } from "../domain/day.ts";
import { overrideRefusals, type Space } from "../domain/place.ts";
import { bookingKey, placeList, toBooking } from "../store/bookings.ts";
import { createSpace, saveSpace, spaceKey, spaceList, toSpace } from "../store/places.ts";
import { daysOf } from "./days.ts";
import { mustOperate, unitRefusals } from "./lots.ts";
import {
  type BookingView,
  configOf,
  lotOf,
  OPERATORS,
  personOf,
  policyOf,
  runsSpace,
  type SpaceView,
  spaceOf,
  viewBooking,
  viewSpace,
} from "./support.ts";

type Ops = typeof spaceOperations;
type Listed<View> = Answer<{ items: View[]; next: string | null }>;

const CLOSED: Space["availability"] = { rules: [], overrides: [] };

const spaceCommand = (call: Call<Ops["createSpace"]>, deps: Deps): Command<SpaceView> => ({
  slot: spaceKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const { body, actor, key, fingerprint } = call;
    configOf(deps);
    const lot = await lotOf(call.params.lotId, known, deps);
    mustOperate(actor, lot.community);
    if (lot.kind !== "owned") return { refusals: [refuse("parking/not-owned", { lot: lot.id })] };
    if (body.decision && body.owner !== undefined) return { refusals: [refuse("parking/not-common")] };
    const owner = body.owner === undefined ? undefined : await residentOf(deps.db, body.owner);
    if (body.owner !== undefined && owner?.state !== "active") {
      return { refusals: [refuse("resource/not-found", { what: "resident", id: body.owner })] };
    }
    const { id: _id, price, ...fields } = body;
    const space: Space = {
      id: key,
      ...{ owner: undefined, decision: undefined, ...fields },
      ...{ lot: lot.id, community: lot.community, at: lot.at, zone: lot.zone },
      price: price ?? lot.price ?? policyOf(deps).price,
      ...{ approval: "auto", availability: CLOSED, windows: 1, state: "open", by: actor.id, revision: 1, fingerprint },
    };
    const wrong = unitRefusals(price, deps);
    return wrong.length > 0
      ? { refusals: wrong }
      : { writes: [createSpace(space)], answer: viewSpace(space, actor, actor.id) };
  },
  replay: (item) => viewSpace(toSpace(item), call.actor, call.actor.id),
  status: 201,
});

const getSpace = async (call: Call<Ops["getSpace"]>, deps: Deps): Promise<Answer<SpaceView>> => {
  const person = await personOf(call, deps);
  const space = await spaceOf(call.params.spaceId, new Known(), deps);
  return { body: viewSpace(space, call.actor, person), revision: space.revision };
};

/** Windows that never open, and overrides that are no stretch of time. */
const windowRefusals = async (availability: z.infer<typeof Availability> | undefined): Promise<Refusal[]> => {
  if (!availability) return [];
  for (const [index, rule] of availability.rules.entries()) {
    const fault = await recurrenceFault(rule);
    if (fault) return [refuse("parking/never-opens", { index, reason: fault.en })];
  }
  return overrideRefusals(availability.overrides, OVERRIDE_DAYS_MAX);
};

const updateSpace = async (call: Call<Ops["updateSpace"]>, deps: Deps): Promise<Answer<SpaceView>> => {
  const person = await personOf(call, deps);
  const space = await spaceOf(call.params.spaceId, new Known(), deps);
  const { availability, price, approval, state, decision } = call.body;
  if (!runsSpace(space, call.actor, person)) return reject("auth/forbidden", { needs: "owner" });
  const operates = holdsAny(call.actor, OPERATORS, space.community);
  if (decision && !operates) return reject("auth/forbidden", { needs: OPERATORS.join(", ") });
  if (decision && space.owner !== undefined) return { refusals: [refuse("parking/not-common")] };
  const wrong = [...unitRefusals(price, deps), ...(await windowRefusals(availability))];
  if (wrong.length > 0) return { refusals: wrong };
  const next: Space = {
    ...space,
    availability: availability ?? space.availability,
    windows: availability ? space.windows + 1 : space.windows,
    price: price ?? space.price,
    approval: approval ?? space.approval,
    state: state ?? space.state,
    decision: decision ?? space.decision,
    revision: call.revision + 1,
  };
  const outcome = await deps.db.commit([saveSpace(next)]);
  if (!outcome.ok) return { refusals: [refuse("request/stale", { current: space.revision })] };
  return { body: viewSpace(next, call.actor, person), revision: next.revision };
};

const listSpaces = async (call: Call<Ops["listSpaces"]>, deps: Deps): Promise<Listed<SpaceView>> => {
  const person = await personOf(call, deps);
  const list = { index: "g3" as const, partition: spaceList(call.params.lotId) };
  const page = await pageOf(deps, list, spaceKey, call.query);
  const items = await deps.db.getMany(page.items);
  return {
    body: { items: items.map((item) => viewSpace(toSpace(item), call.actor, person)), next: page.next },
  };
};

const shown = ({ fromMs, untilMs }: Interval) => ({ from: instantOf(fromMs), until: instantOf(untilMs) });

const getFreeBusy = async (call: Call<Ops["getFreeBusy"]>, deps: Deps): Promise<Answer<z.input<typeof FreeBusy>>> => {
  configOf(deps);
  const range = { fromMs: Date.parse(call.query.from), untilMs: Date.parse(call.query.until) };
  if (range.untilMs <= range.fromMs) return reject("parking/interval", shown(range));
  if (range.untilMs - range.fromMs > FREE_BUSY_DAYS_MAX * 1_440 * MINUTE_MS) {
    return reject("parking/range", { days: FREE_BUSY_DAYS_MAX });
  }
  const known = new Known();
  const space = await spaceOf(call.params.spaceId, known, deps);
  const days = await daysOf({ space, days: localDays(range, space.zone) }, known, deps);
  const nowMs = deps.clock.now().getTime();
  const busy = live(busyOf(days), nowMs)
    .filter(({ fromMs, untilMs }) => fromMs < range.untilMs && range.fromMs < untilMs)
    .sort((a, b) => a.fromMs - b.fromMs);
  return {
    body: {
      space: space.id,
      ...shown(range),
      open: days.flatMap((day) => day.open).map(shown),
      busy: busy.map((one) => ({ ...shown(one), kind: one.kind === "held" ? "held" : "booked" })),
      free: freeTimes(days, range, nowMs).map(shown),
    },
  };
};

const listSpaceBookings = async (call: Call<Ops["listSpaceBookings"]>, deps: Deps): Promise<Listed<BookingView>> => {
  const person = await personOf(call, deps);
  const space = await spaceOf(call.params.spaceId, new Known(), deps);
  const auditor = holdsAny(call.actor, ["auditor"], space.community);
  if (!auditor && !runsSpace(space, call.actor, person)) {
    return reject("resource/not-found", { what: "space", id: space.id });
  }
  const list = { index: "g2" as const, partition: placeList(space.id), descending: true };
  const { items, next } = await pageOf(deps, list, bookingKey, call.query);
  const nowMs = deps.clock.now().getTime();
  return { body: { items: items.map((item) => viewBooking(toBooking(item), nowMs)), next } };
};

/** Handlers of spaces. */
export const spaceHandlers: Handlers<Ops> = {
  createSpace: (call, deps) => run(deps.db, spaceCommand(call, deps)),
  getSpace,
  updateSpace,
  listSpaces,
  getFreeBusy,
  listSpaceBookings,
};
