/** All operations of shared parking. */
import { bookingOperations } from "./bookings.ts";
import { lotOperations, spaceOperations } from "./lots.ts";
import { searchOperations } from "./search.ts";
import { standingOperations } from "./standing.ts";

export const parkingOperations = {
  ...lotOperations,
  ...spaceOperations,
  ...searchOperations,
  ...bookingOperations,
  ...standingOperations,
};
