/** Reading bookings over HTTP: one, and those of a person. */
import type { bookingOperations } from "../../../schemas/parking/bookings.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { maySee } from "../domain/booking.ts";
import { bookingKey, renterList, toBooking } from "../store/bookings.ts";
import { bookingOf } from "./change.ts";
import { readerOf } from "./lists.ts";
import { type BookingView, personOf, viewBooking } from "./support.ts";

type Ops = typeof bookingOperations;

const getBooking = async (call: Call<Ops["getBooking"]>, deps: Deps): Promise<Answer<BookingView>> => {
  const person = await personOf(call, deps);
  const booking = await bookingOf(call, person, new Known(), deps);
  return { body: viewBooking(booking, deps.clock.now().getTime()) };
};

const listBookings = async (
  call: Call<Ops["listBookings"]>,
  deps: Deps,
): Promise<Answer<{ items: BookingView[]; next: string | null }>> => {
  const person = await readerOf(call, deps);
  const { residentId } = call.params;
  const list = { index: "g1" as const, partition: renterList(residentId), descending: true };
  const { items, next } = await pageOf(deps, list, bookingKey, call.query);
  const seen = items.map(toBooking).filter((booking) => maySee(booking, call.actor, person));
  const nowMs = deps.clock.now().getTime();
  return {
    body: { items: seen.map((booking) => viewBooking(booking, nowMs)), next: seen.length === 0 ? null : next },
  };
};

/** Handlers that read bookings. */
export const readingHandlers: Pick<Handlers<Ops>, "getBooking" | "listBookings"> = { getBooking, listBookings };
