/** Jobs of shared parking. */
export { bookingsDueJob } from "./jobs/bookings-due.ts";
