/** All handlers of shared parking. */
import type { parkingOperations } from "../../schemas/parking/operations.ts";
import { type Handlers, whenAsked } from "../shared/call.ts";
import { bookingHandlers } from "./http/bookings.ts";

/** Handlers by operation. */
export const parkingHandlers: Handlers<typeof parkingOperations> = {
  ...bookingHandlers,
  ...whenAsked(["getBooking", "listBookings"], async () => (await import("./http/reading.ts")).readingHandlers),
  ...whenAsked(["quoteStay"], async () => (await import("./http/quote.ts")).quoteHandlers),
  ...whenAsked(["searchParking"], async () => (await import("./http/search.ts")).searchHandlers),
  ...whenAsked(
    [
      ...([
        "confirmBooking",
        "acceptBooking",
        "rejectBooking",
        "cancelBooking",
        "extendBooking",
        "moveBooking",
      ] as const),
      ...(["checkInParking", "checkOutParking", "reportParkingNoShow"] as const),
      ...(["disputeBooking", "resolveParkingDispute"] as const),
    ],
    async () => (await import("./http/transitions.ts")).transitionHandlers,
  ),
  ...whenAsked(
    ["createLot", "getLot", "updateLot", "listLots"],
    async () => (await import("./http/lots.ts")).lotHandlers,
  ),
  ...whenAsked(
    ["createSpace", "getSpace", "updateSpace", "listSpaces", "getFreeBusy", "listSpaceBookings"],
    async () => (await import("./http/spaces.ts")).spaceHandlers,
  ),
  ...whenAsked(
    ["getParkingStanding", "appealParkingExclusion", "decideParkingAppeal", "listParkingAppeals", "payParkingDebt"],
    async () => (await import("./http/standing.ts")).standingHandlers,
  ),
  ...whenAsked(
    ["createParkingSeries", "getParkingSeries", "cancelParkingSeries"],
    async () => (await import("./http/series.ts")).seriesHandlers,
  ),
  ...whenAsked(
    ["joinParkingWaitlist", "getParkingWait", "listParkingWaits", "cancelParkingWait"],
    async () => (await import("./http/waitlist.ts")).waitlistHandlers,
  ),
  ...whenAsked(
    ["openParkingCalendar", "endParkingCalendar", "readParkingCalendar"],
    async () => (await import("./http/calendar.ts")).calendarHandlers,
  ),
  ...whenAsked(
    ["createParkingGate", "changeParkingGateKey", "recordGateEvent", "getGateAccess"],
    async () => (await import("./http/gates.ts")).gateHandlers,
  ),
  ...whenAsked(
    ["listGateQueue", "resolveGateEvent"],
    async () => (await import("./http/gate-queue.ts")).gateQueueHandlers,
  ),
  ...whenAsked(["getParkingStatistics"], async () => (await import("./http/statistics.ts")).statisticsHandlers),
};
