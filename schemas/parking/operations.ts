/** All operations of shared parking. */
import { bookingOperations } from "./bookings.ts";
import { parkingCalendarOperations } from "./calendar.ts";
import { gateOperations } from "./gates.ts";
import { lotOperations, spaceOperations } from "./lots.ts";
import { searchOperations } from "./search.ts";
import { seriesOperations } from "./series.ts";
import { standingOperations } from "./standing.ts";
import { statisticsOperations } from "./statistics.ts";
import { waitlistOperations } from "./waitlist.ts";

export const parkingOperations = {
  ...lotOperations,
  ...spaceOperations,
  ...searchOperations,
  ...bookingOperations,
  ...standingOperations,
  ...seriesOperations,
  ...waitlistOperations,
  ...parkingCalendarOperations,
  ...statisticsOperations,
  ...gateOperations,
};
