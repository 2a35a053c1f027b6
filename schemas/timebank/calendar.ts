/** Operations on a volunteer's calendar feed (RFC 5545). */
import * as z from "zod";
import { CalendarText, FeedAddress, FeedEnded, feedParams } from "../feeds.ts";
import { operation } from "../operation.ts";
import { Uuid } from "../primitives.ts";

/** Days before now that a feed still shows. */
export const FEED_PAST_DAYS = 30;
/** Days from now on that a feed shows; no order lies further ahead. */
export const FEED_AHEAD_DAYS = 62;

const own = z.strictObject({ residentId: Uuid });

/** A volunteer's sessions in the calendar of their telephone. */
export const calendarOperations = {
  openTimebankCalendar: operation({
    id: "openTimebankCalendar",
    context: "timebank",
    method: "POST",
    path: "/v1/timebank/members/{residentId}/calendar",
    summary: "Give one's sessions a calendar address; an earlier address ends",
    roles: ["resident", "guardian"],
    params: own,
    reply: FeedAddress,
    status: 201,
    repeat: "key",
    writeUnits: 6,
    actions: ["GetItem", "PutItem", "ConditionCheckItem"],
    refusals: ["timebank/not-offered", "resource/not-found", "residents/proxy-invalid", "request/key-reused"],
  }),
  endTimebankCalendar: operation({
    id: "endTimebankCalendar",
    context: "timebank",
    method: "POST",
    path: "/v1/timebank/members/{residentId}/calendar/end",
    summary: "End the calendar address of one's sessions",
    roles: ["resident", "guardian"],
    params: own,
    reply: FeedEnded,
    status: 200,
    repeat: "key",
    writeUnits: 6,
    actions: ["GetItem", "PutItem", "ConditionCheckItem"],
    refusals: ["timebank/not-offered", "resource/not-found", "residents/proxy-invalid", "request/key-reused"],
  }),
  readTimebankCalendar: operation({
    id: "readTimebankCalendar",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/calendars/{feed}",
    summary: "A volunteer's sessions as iCalendar, for who has the address; no names and no places",
    roles: "by-link",
    params: feedParams,
    reply: CalendarText,
    replyType: "text/calendar",
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query"],
    refusals: ["timebank/not-offered", "resource/not-found"],
  }),
};
