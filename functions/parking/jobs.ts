/** Jobs of shared parking. */
export { bookingsDueJob } from "./jobs/bookings-due.ts";
export { parkingWaitlistJob } from "./jobs/waitlist.ts";
