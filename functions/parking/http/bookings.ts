/** Making a booking over HTTP; quotes, reading and transitions are in quote.ts, reading.ts and transitions.ts. */
import type { bookingOperations } from "../../../schemas/parking/bookings.ts";
import type { Handlers } from "../../shared/call.ts";
import { run } from "../../shared/command.ts";
import { bookCommand } from "./booking.ts";

/** Handler of a new booking. */
export const bookingHandlers: Pick<Handlers<typeof bookingOperations>, "createBooking"> = {
  createBooking: (call, deps) => run(deps.db, bookCommand(call, deps)),
};
