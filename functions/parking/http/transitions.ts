/** Each transition of a booking over HTTP; loaded when one is first asked for. */
import type { bookingOperations } from "../../../schemas/parking/bookings.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Command, Side } from "../domain/lifecycle.ts";
import { type BookingCall, change, type Named, namedBy, type Step } from "./change.ts";
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
import type { BookingView } from "./support.ts";

type Ops = typeof bookingOperations;

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

/** Handlers of transitions. */
export const transitionHandlers: Omit<Handlers<Ops>, "quoteStay" | "createBooking" | "getBooking" | "listBookings"> = {
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
