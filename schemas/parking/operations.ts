/** All operations of shared parking. */
import { bookingOperations } from "./bookings.ts";
import { parkingCalendarOperations } from "./calendar.ts";
import { lotOperations, spaceOperations } from "./lots.ts";
import { standingOperations } from "./standing.ts";

export const parkingOperations = {
  ...lotOperations,
  ...spaceOperations,
  ...bookingOperations,
  ...standingOperations,
  ...parkingCalendarOperations,
};
