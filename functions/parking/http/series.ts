/** Series of bookings over HTTP: booking, reading, cancelling what has not begun. */
import type { seriesOperations } from "../../../schemas/parking/series.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { fingerprintOf, itemOf, Known, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { derivedId } from "../../shared/derived.ts";
import { Refused, refuse, reject } from "../../shared/refusal.ts";
import { create } from "../../shared/write.ts";
import { type Booking, maySee, sidesOf } from "../domain/booking.ts";
import { stateAt } from "../domain/lifecycle.ts";
import type { Series } from "../domain/series.ts";
import { seriesKey, toSeries } from "../store/series.ts";
import { change, type Named } from "./change.ts";
import { bookSeries } from "./series/book.ts";
import { type Fate, fatesOf, type SeriesView, viewSeries } from "./series/report.ts";
import { cancelled, released } from "./steps.ts";
import { personOf } from "./support.ts";

type Ops = typeof seriesOperations;

/** A series that the caller may know of; ends the call where there is none. */
const seriesOf = async (
  call: Pick<Call, "actor" | "actingFor"> & { readonly params: { readonly seriesId: string } },
  deps: Deps,
): Promise<{ readonly series: Series; readonly person: string }> => {
  const person = await personOf(call, deps);
  const { seriesId } = call.params;
  const item = await itemOf(seriesKey(seriesId), new Known(), deps);
  const series = item && toSeries(item);
  return series && maySee({ ...series, owner: undefined }, call.actor, person)
    ? { series, person }
    : reject("resource/not-found", { what: "series", id: seriesId });
};

const getSeries = async (call: Call<Ops["getParkingSeries"]>, deps: Deps): Promise<Answer<SeriesView>> => {
  const { series } = await seriesOf(call, deps);
  return { body: viewSeries(series, await fatesOf(series, deps), deps.clock.now().getTime(), call) };
};

type CancelCall = Call<Ops["cancelParkingSeries"]>;

/** Whether a date can still be cancelled as one that has not begun. */
const isAhead = (booking: Booking, nowMs: number): boolean =>
  booking.fromMs > nowMs && ["held", "pending-owner", "confirmed"].includes(stateAt(booking, nowMs));

/** Cancels one date by the rules for its booking; gives the reason against it, where there is one. */
const cancelDate = async (call: CancelCall, side: "renter" | "operator", booking: Booking, deps: Deps) => {
  const { actor, actingFor, key, fingerprint, body } = call;
  const one = {
    ...{ actor, ...(actingFor === undefined ? {} : { actingFor }), params: { bookingId: booking.id } },
    key: derivedId("series-cancel", key, booking.id),
    fingerprint: fingerprintOf(fingerprint, booking.id),
  };
  const named: Named = () => ({ command: side === "renter" ? "cancel" : "revoke", side });
  const step = side === "renter" ? cancelled(body.reason) : released("cancelled-by-operator", body.reason);
  const answer = await change(one, deps, named, step);
  return "refusals" in answer ? answer.refusals[0] : undefined;
};

const cancelEach = async (call: CancelCall, deps: Deps): Promise<SeriesView> => {
  const { series, person } = await seriesOf(call, deps);
  const sides = sidesOf({ ...series, owner: undefined }, call.actor, person);
  const side = sides.find((each) => call.body.as === undefined || each === call.body.as);
  if (side !== "renter" && side !== "operator")
    throw new Refused(refuse("auth/forbidden", { needs: "renter, operator" }));
  const against: (Fate["refusal"] | undefined)[] = [];
  for (const { booking } of await fatesOf(series, deps)) {
    const ahead = booking && isAhead(booking, deps.clock.now().getTime());
    against.push(ahead ? await cancelDate(call, side, booking, deps) : undefined);
  }
  const fates = (await fatesOf(series, deps)).map(({ booking, refusal }, index) => ({
    booking,
    refusal: refusal ?? against[index],
  }));
  return viewSeries(series, fates, deps.clock.now().getTime(), call);
};

/** One who was cut short goes on under the key: what has been cancelled is, and the report is kept at the end. */
const cancelSeries = (call: CancelCall, deps: Deps): Promise<Answer<SeriesView>> => {
  const slot = keySlot(call.key);
  return run<SeriesView>(deps.db, {
    slot,
    fingerprint: call.fingerprint,
    decide: async (known) => {
      const earlier = known.get(slot) ?? (await deps.db.get(slot));
      if (earlier) return { writes: [create(slot)], answer: undefined as never };
      const answer = await cancelEach(call, deps);
      return { writes: [keepAnswer(call.key, call.fingerprint, answer)], answer };
    },
    replay: keptAnswer<SeriesView>,
  });
};

/** Handlers of series. */
export const seriesHandlers: Handlers<Ops> = {
  createParkingSeries: bookSeries,
  getParkingSeries: getSeries,
  cancelParkingSeries: cancelSeries,
};
