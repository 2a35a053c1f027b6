/** Bookings over HTTP: booking, reading, listing and each transition. */
import type { bookingOperations } from "../../../schemas/parking/bookings.ts";
import { residentOf } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { Known, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { reject } from "../../shared/refusal.ts";
import { maySee } from "../domain/booking.ts";
import type { Command, Side } from "../domain/lifecycle.ts";
import { bookingKey, renterList, toBooking } from "../store/bookings.ts";
import { bookCommand, quoteStay } from "./booking.ts";
import { type BookingCall, bookingOf, change, type Named, namedBy, type Step } from "./change.ts";
import {
  accepted,
  arrived,
  cancelled,
  confirmed,
  disputed,
  extended,
  left,
  missed,
  recalled,
  released,
  resolved,
  shifted,
} from "./steps.ts";
import { type BookingView, OPERATORS, personOf, viewBooking } from "./support.ts";

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
  const person = await personOf(call, deps);
  const { residentId } = call.params;
  if (person !== residentId) {
    const record = await residentOf(deps.db, residentId);
    const officer = record?.state === "active" && holdsAny(call.actor, [...OPERATORS, "auditor"], record.community);
    if (!officer) return reject("resource/not-found", { what: "resident", id: residentId });
  }
  const list = { index: "g1" as const, partition: renterList(residentId), descending: true };
  const { items, next } = await pageOf(deps, list, bookingKey, call.query);
  const seen = items.map(toBooking).filter((booking) => maySee(booking, call.actor, person));
  const nowMs = deps.clock.now().getTime();
  return {
    body: { items: seen.map((booking) => viewBooking(booking, nowMs)), next: seen.length === 0 ? null : next },
  };
};

/** The command that a side gives by cancelling. */
const CANCELS: Readonly<Record<Exclude<Side, "system">, Command>> = {
  renter: "cancel",
  owner: "recall",
  operator: "revoke",
};

const cancelAs =
  ({ body }: Call<Ops["cancelBooking"]>): Named =>
  (sides) => {
    const side = sides.find((each) => body.as === undefined || each === body.as);
    return side === undefined || side === "system" ? undefined : { command: CANCELS[side], side };
  };

const cancelStep =
  ({ body }: Call<Ops["cancelBooking"]>): Step =>
  (booking, scene) => {
    if (scene.side === "renter") return cancelled(body.reason)(booking, scene);
    return scene.side === "owner"
      ? recalled(body.reason)(booking, scene)
      : released("cancelled-by-operator", body.reason)(booking, scene);
  };

const give =
  <C extends BookingCall>(command: Command, step: (call: C) => Step) =>
  (call: C, deps: Deps): Promise<Answer<BookingView>> =>
    change(call, deps, namedBy(command), step(call));

/** Handlers of bookings. */
export const bookingHandlers: Handlers<Ops> = {
  quoteStay,
  createBooking: (call, deps) => run(deps.db, bookCommand(call, deps)),
  getBooking,
  listBookings,
  confirmBooking: give("confirm", () => confirmed),
  acceptBooking: give("accept", () => accepted),
  rejectBooking: give("reject", ({ body }: Call<Ops["rejectBooking"]>) => released("rejected", body.reason)),
  cancelBooking: (call, deps) => change(call, deps, cancelAs(call), cancelStep(call)),
  extendBooking: give("extend", ({ body }: Call<Ops["extendBooking"]>) => extended(body.until, body.expectedPrice)),
  moveBooking: give("move", ({ body }: Call<Ops["moveBooking"]>) => shifted(body, body.expectedPrice)),
  checkInParking: give("check-in", () => arrived),
  checkOutParking: give("check-out", () => left),
  reportParkingNoShow: give("no-show", () => missed),
  disputeBooking: give("dispute", ({ body }: Call<Ops["disputeBooking"]>) => disputed(body.reason)),
  resolveParkingDispute: give("resolve", ({ body }: Call<Ops["resolveParkingDispute"]>) =>
    resolved(body.refund, body.from, body.reason),
  ),
};
