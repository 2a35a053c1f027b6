/** All operations of shared parking. */
import { bookingOperations } from "./bookings.ts";
import { lotOperations, spaceOperations } from "./lots.ts";

export const parkingOperations = { ...lotOperations, ...spaceOperations, ...bookingOperations };
