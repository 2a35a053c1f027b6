/** Booking a series: all dates in one transaction, or each by itself under an id of its own. */
import type { seriesOperations } from "../../../../schemas/parking/series.ts";
import { actingProofs } from "../../../residents/port.ts";
import type { Answer, Call } from "../../../shared/call.ts";
import { type Command, type Decision, fingerprintOf, type Known, run } from "../../../shared/command.ts";
import type { Deps } from "../../../shared/deps.ts";
import { type Refusal, refuse } from "../../../shared/refusal.ts";
import { instantOf } from "../../../shared/time.ts";
import { TRANSACTION_ITEMS_MAX, together } from "../../../shared/write.ts";
import { type Booking, dueOf, stretchRefusals } from "../../domain/booking.ts";
import { plateOf } from "../../domain/plate.ts";
import { dateId, datesRefusals, type Series } from "../../domain/series.ts";
import { beginParking, createBooking, parkerKey, toParker } from "../../store/bookings.ts";
import { createSeries, seriesKey, toSeries } from "../../store/series.ts";
import { alternativesTo } from "../alternatives.ts";
import { type BookCall, bookCommand, drafted, priceRefusals, standingRefusals } from "../booking.ts";
import { storePlate } from "../plates.ts";
import { reserveAll } from "../reserve.ts";
import type { Ground } from "../stretch.ts";
import { personOf, policyOf, SCOPE } from "../support.ts";
import { type Target, targetOf } from "../target.ts";
import { type Dated, datesOf, fieldOf } from "./dates.ts";
import { takeEach } from "./places.ts";
import { fatesOf, firstReport, type SeriesView, viewSeries } from "./report.ts";

type SeriesCall = Call<(typeof seriesOperations)["createParkingSeries"]>;

/** What was asked for, understood. */
interface Plan {
  readonly renter: string;
  readonly target: Target;
  readonly dates: readonly Dated[];
  readonly series: Series;
}

type Refusals = { readonly refusals: readonly Refusal[] };

const planOf = async (call: SeriesCall, ground: Ground): Promise<Plan | Refusals> => {
  const { deps, nowMs } = ground;
  const { body, key, actor, fingerprint } = call;
  const renter = await personOf(call, deps);
  const target = await targetOf(body, ground);
  if (plateOf(body.plate) === undefined) return { refusals: [refuse("parking/plate")] };
  if (target.owner === renter) return { refusals: [refuse("parking/own-space")] };
  const asked = await datesOf(body, target.zone, policyOf(deps).aheadDays);
  if ("refusals" in asked) return asked;
  const wrong = datesRefusals(asked.dates);
  if (wrong.length > 0) return { refusals: wrong };
  const series: Series = {
    ...{ id: key, community: target.community, space: target.space, lot: target.lot },
    ...{ renter, by: actor.id, mode: body.mode, unit: target.price.unit },
    dates: asked.dates.map(({ fromMs, untilMs }) => ({ fromMs, untilMs })),
    ...{ createdMs: nowMs, fingerprint },
  };
  return { renter, target, dates: asked.dates, series };
};

/** The call that books one date; its key is the same whenever the series is gone through again. */
const dateCall = ({ actor, actingFor, key, fingerprint, body }: SeriesCall, date: Dated): BookCall => {
  const { space, lot, plate } = body;
  const [from, until] = [instantOf(date.fromMs), instantOf(date.untilMs)];
  return {
    ...{ actor, ...(actingFor === undefined ? {} : { actingFor }) },
    key: dateId(key, date),
    fingerprint: fingerprintOf(fingerprint, date.fromMs),
    body: { space, lot, from, until, plate, confirm: true },
    series: key,
  };
};

/** Why so many dates are no bookings whatever the days say. */
const draftRefusals = (
  { body }: SeriesCall,
  { renter, target, dates }: Plan,
  drafts: readonly Booking[],
  ground: Ground,
): Refusal[] => {
  const policy = policyOf(ground.deps);
  const now = new Date(ground.nowMs);
  const wrong = dates.flatMap((date) => {
    const [first] = stretchRefusals(date, policy, target.zone, now);
    return first ? [{ first, field: fieldOf(date, first.code) }] : [];
  });
  const [worst] = wrong;
  if (worst)
    return [
      refuse(
        worst.first.code,
        worst.first.params,
        wrong.map(({ field }) => field),
      ),
    ];
  const price = drafts.reduce((sum, { amount }) => sum + amount, 0);
  const { open } = toParker(renter, ground.known.get(parkerKey(renter)));
  const over = open + drafts.length > policy.quota;
  return [
    ...priceRefusals(price, body.expectedPrice),
    ...standingRefusals(renter, ground),
    ...(over ? [refuse("parking/series-quota", { limit: policy.quota, open, dates: drafts.length })] : []),
  ];
};

/** One refusal for the dates that cannot be had, each named, with what else there is for the first of them. */
const refusedDates = async (
  refused: ReadonlyMap<number, Refusal>,
  { dates }: Plan,
  drafts: readonly Booking[],
  ground: Ground,
): Promise<Refusal> => {
  const fields = [...refused].map(([index, { code }]) => fieldOf(dates[index] as Dated, code));
  const first = drafts[Math.min(...refused.keys())] as Booking;
  const alternatives = await alternativesTo(first, ground);
  return {
    ...refuse("parking/series-refused", { refused: refused.size, dates: dates.length }, fields),
    alternatives,
  };
};

const decideAll = async (call: SeriesCall, known: Known, deps: Deps): Promise<Decision<SeriesView>> => {
  const ground: Ground = { known, deps, nowMs: deps.clock.now().getTime() };
  const plan = await planOf(call, ground);
  if ("refusals" in plan) return plan;
  const { renter, target, dates, series } = plan;
  const policy = policyOf(deps);
  const drafts = dates.map((date) => drafted(dateCall(call, date), renter, target, deps));
  const wrong = draftRefusals(call, plan, drafts, ground);
  if (wrong.length > 0) return { refusals: wrong };
  const shut = drafts.flatMap((draft, index) => target.refusals(draft).map((refusal) => [index, refusal] as const));
  const taken = shut.length > 0 ? { refused: new Map(shut) } : await takeEach(drafts, ground);
  if ("refused" in taken) return { refusals: [await refusedDates(taken.refused, plan, drafts, ground)] };
  const mover = { actor: call.actor, actingFor: call.actingFor };
  const reserved = await reserveAll(drafts, { known, deps, mover, policy });
  if ("refusals" in reserved) return reserved;
  const plate = await storePlate(plateOf(call.body.plate) ?? "", deps);
  const bookings = reserved.bookings.map((booking) => ({ ...booking, plate }));
  const writes = together(
    [createSeries(series), beginParking(renter, policy.quota, ground.nowMs, bookings.length)],
    bookings.map((booking) => createBooking(booking, dueOf(booking, policy), deps.stamps.take())),
    taken.writes,
    reserved.writes,
    actingProofs(call, SCOPE, deps),
  );
  if (writes.length > TRANSACTION_ITEMS_MAX) {
    return { refusals: [refuse("parking/series-items", { items: writes.length, limit: TRANSACTION_ITEMS_MAX })] };
  }
  const fates = bookings.map((booking) => ({ booking }));
  return { writes, answer: viewSeries(series, fates, ground.nowMs, call) };
};

const bookAll = (call: SeriesCall, deps: Deps): Promise<Answer<SeriesView>> =>
  run(deps.db, {
    slot: seriesKey(call.key),
    fingerprint: call.fingerprint,
    decide: (known) => decideAll(call, known, deps),
    replay: (item) => firstReport(toSeries(item), call, deps),
    status: 201,
  });

/** Keeps what was asked for, so that whoever comes back under the key goes on with the same dates. */
const opened = (call: SeriesCall, deps: Deps): Command<Series> => ({
  slot: seriesKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const plan = await planOf(call, { known, deps, nowMs: deps.clock.now().getTime() });
    if ("refusals" in plan) return plan;
    return { writes: [createSeries(plan.series), ...actingProofs(call, SCOPE, deps)], answer: plan.series };
  },
  replay: toSeries,
});

/** Each date by itself. A date's outcome, a refusal too, stays under its id: so a retry comes to the same report. */
const bookEach = async (call: SeriesCall, deps: Deps): Promise<Answer<SeriesView>> => {
  const answer = await run(deps.db, opened(call, deps));
  if (!("body" in answer)) return answer as Answer<SeriesView>;
  const series = answer.body;
  const fates = await fatesOf(series, deps);
  for (const [index, { booking, refusal }] of fates.entries()) {
    if (booking || refusal) continue;
    const date = { ...(series.dates[index] as Series["dates"][number]), field: "" };
    await run(deps.db, { ...bookCommand(dateCall(call, date), deps), pinAll: true });
  }
  const body = await firstReport(series, call, deps);
  return { body, status: 201, ...(answer.hit ? { hit: true } : {}) };
};

/** Books a series as its mode says. */
export const bookSeries = (call: SeriesCall, deps: Deps): Promise<Answer<SeriesView>> =>
  call.body.mode === "all-or-nothing" ? bookAll(call, deps) : bookEach(call, deps);
