/** All handlers of shared parking. */
import type { parkingOperations } from "../../schemas/parking/operations.ts";
import { type Handlers, whenAsked } from "../shared/call.ts";
import { bookingHandlers } from "./http/bookings.ts";
import { lotHandlers } from "./http/lots.ts";
import { spaceHandlers } from "./http/spaces.ts";

/** Handlers by operation. */
export const parkingHandlers: Handlers<typeof parkingOperations> = {
  ...lotHandlers,
  ...spaceHandlers,
  ...bookingHandlers,
  ...whenAsked(
    ["getParkingStanding", "appealParkingExclusion", "decideParkingAppeal", "listParkingAppeals", "payParkingDebt"],
    async () => (await import("./http/standing.ts")).standingHandlers,
  ),
  ...whenAsked(
    ["createParkingSeries", "getParkingSeries", "cancelParkingSeries"],
    async () => (await import("./http/series.ts")).seriesHandlers,
  ),
  ...whenAsked(
    ["openParkingCalendar", "endParkingCalendar", "readParkingCalendar"],
    async () => (await import("./http/calendar.ts")).calendarHandlers,
  ),
  ...whenAsked(["getParkingStatistics"], async () => (await import("./http/statistics.ts")).statisticsHandlers),
};
