/** Operations on the calendar feeds of shared parking (RFC 5545): one's bookings, and a space. */
import * as z from "zod";
import { CalendarText, FeedAddress, FeedEnded, feedParams } from "../feeds.ts";
import { operation } from "../operation.ts";
import { Uuid } from "../primitives.ts";

/** Days before now that a feed still shows. */
export const PARKING_PAST_DAYS = 30;
/** Most bookings before now on a feed; the latest stay. */
export const PARKING_PAST_MAX = 100;
/** Most bookings that run or are to come on a feed; the nearest stay. */
export const PARKING_COMING_MAX = 300;
/** Days from today on for which a space's feed says when it is free. */
export const PARKING_FREE_DAYS = 14;

const people = ["resident", "guardian", "steward", "district-admin"] as const;
const which = z.strictObject({
  id: Uuid.optional(),
  space: Uuid.optional().describe("A space: its owner's, or an officer's if it is common. Left out: one's bookings."),
});
const refusals = [
  "parking/not-offered",
  "resource/not-found",
  "residents/proxy-invalid",
  "request/key-reused",
] as const;

/** Bookings and spaces in the calendar of a telephone. */
export const parkingCalendarOperations = {
  openParkingCalendar: operation({
    id: "openParkingCalendar",
    context: "parking",
    method: "POST",
    path: "/v1/parking/calendars",
    summary: "Give one's bookings, or one's space, a calendar address; an earlier address ends",
    roles: people,
    body: which,
    reply: FeedAddress,
    status: 201,
    repeat: "key",
    writeUnits: 6,
    actions: ["GetItem", "PutItem", "ConditionCheckItem"],
    refusals,
  }),
  endParkingCalendar: operation({
    id: "endParkingCalendar",
    context: "parking",
    method: "POST",
    path: "/v1/parking/calendars/end",
    summary: "End the calendar address of one's bookings, or of one's space",
    roles: people,
    body: which,
    reply: FeedEnded,
    status: 200,
    repeat: "key",
    writeUnits: 6,
    actions: ["GetItem", "PutItem", "ConditionCheckItem"],
    refusals,
  }),
  readParkingCalendar: operation({
    id: "readParkingCalendar",
    context: "parking",
    method: "GET",
    path: "/v1/parking/calendars/{feed}",
    summary:
      "Bookings, or a space's bookings and free times, as iCalendar for who has the address; no names, no plates",
    roles: "by-link",
    params: feedParams,
    reply: CalendarText,
    replyType: "text/calendar",
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem", "Query"],
    refusals: ["parking/not-offered", "resource/not-found"],
  }),
};
