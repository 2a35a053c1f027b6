/** Jobs of shared parking. */
export { bookingsDueJob } from "./jobs/bookings-due.ts";
export { parkingDaysJob } from "./jobs/parking-days.ts";
export { parkingWaitlistJob } from "./jobs/waitlist.ts";
