/** Statistics of shared parking: a lot by its places and a local month, without anybody who parks or owns. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { line, Month, page, pageQuery, UnitCode, Uuid, Zone } from "../primitives.ts";
import { Shares } from "./resources.ts";

/** Most places on a page of statistics. */
export const STATISTICS_PAGE_MAX = 25;

const Count = z.int().min(0);

/** States in which bookings end. */
export const ENDS = [
  "completed",
  "expired",
  "rejected",
  "cancelled-by-renter",
  "cancelled-by-owner",
  "cancelled-by-operator",
  "no-show",
] as const;

/** One place in one month. All but the last two add up over places and months. */
export const PlaceStatistics = z
  .strictObject({
    space: Uuid.optional().describe("Missing for a pooled lot."),
    label: line(30).optional(),
    ended: z.record(z.enum(ENDS), Count).describe("Bookings that ended in the month, by the state they came to first."),
    overstays: Count.describe("Stays that left after the grace."),
    overstayMinutes: Count,
    income: z
      .array(
        z.strictObject({
          unit: UnitCode,
          received: Shares.describe("By who got it, when it was paid."),
          paidBack: Shares.describe("After disputes, by who paid it back."),
          forgone: Count.describe("Of it what owners' accounts had no room for."),
        }),
      )
      .max(20),
    bookedMinutes: Count.describe("Of the month, in stays that were completed or that nobody came to."),
    openMinutes: Count.describe("Of the month, by windows or capacity as they are now."),
    utilisationBps: Count.optional().describe("Booked of open, rounded down; missing where nothing is open."),
  })
  .meta({ id: "ParkingPlaceStatistics" });

/** Statistics. */
export const statisticsOperations = {
  getParkingStatistics: operation({
    id: "getParkingStatistics",
    context: "parking",
    method: "GET",
    path: "/v1/parking/lots/{lotId}/statistics",
    summary: "A month of a lot by its places, for officers; of one space, for its owner as well",
    roles: "signed-in",
    params: z.strictObject({ lotId: Uuid }),
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(STATISTICS_PAGE_MAX).default(STATISTICS_PAGE_MAX),
      cursor: pageQuery.cursor,
      month: Month.describe("In the lot's zone."),
      space: Uuid.optional().describe("One space alone."),
    }),
    reply: z
      .strictObject({ lot: Uuid, month: Month, zone: Zone, ...page(PlaceStatistics).shape })
      .meta({ id: "ParkingStatistics" }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem", "Query"],
    refusals: [
      "parking/not-offered",
      "resource/not-found",
      "auth/forbidden",
      "residents/proxy-invalid",
      "request/bad-cursor",
    ],
  }),
};
