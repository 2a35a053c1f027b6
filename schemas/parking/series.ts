/** Operations on series of bookings: one request for many dates of one space or pooled lot. */
import * as z from "zod";
import { type Operation, operation } from "../operation.ts";
import { AMOUNT_MAX, Instant, line, Slug, told, UnitCode, Uuid } from "../primitives.ts";
import { recurringTime } from "../recurrence.ts";
import { money, stretch, taken } from "./bookings.ts";
import { ALTERNATIVES_MAX, Alternative, BookingState, oneTarget, Plate, stay } from "./resources.ts";

/** Most dates of one series. */
export const SERIES_DATES_MAX = 48;

const people = ["resident", "guardian", "steward", "district-admin"] as const;
const params = z.strictObject({ seriesId: Uuid });
const lookup = ["parking/not-offered", "resource/not-found", "residents/proxy-invalid"] as const;
const write: Operation["actions"] = ["GetItem", "BatchGetItem", "PutItem", "UpdateItem", "ConditionCheckItem", "Query"];

const { zone: _zone, ...timing } = recurringTime;
const isBounded = ({ rule, validUntil }: { rule?: string | undefined; validUntil?: string | undefined }): boolean =>
  rule === undefined || validUntil !== undefined || /(^|;)(COUNT|UNTIL)=/.test(rule);

/** When a series takes place: a recurring time (RFC 5545) in the lot's own zone, with an end. */
export const SeriesTime = z
  .strictObject(timing)
  .refine(
    ({ days = 0, minutes = 0 }) => days + minutes > 0,
    told("days or minutes must be above 0", "days 或 minutes 须大于 0"),
  )
  .refine(
    isBounded,
    told("the rule needs an end: COUNT, UNTIL or validUntil", "规则须有终点：COUNT、UNTIL 或 validUntil"),
  )
  .meta({ id: "SeriesTime", description: "A recurring time with an end; local times are in the lot's zone." });

/** `all-or-nothing`: one transaction for all dates; `best-effort`: each date by itself. */
export const SeriesMode = z.enum(["all-or-nothing", "best-effort"]);

/** Why a date was not booked. */
export const DateRefusal = z
  .strictObject({
    code: z.string().max(60),
    title: z.string(),
    detail: z.string(),
    alternatives: z.array(Alternative).max(ALTERNATIVES_MAX).optional(),
  })
  .meta({ id: "SeriesDateRefusal" });

/** What became of one date. */
export const SeriesDate = z
  .strictObject({
    from: Instant,
    until: Instant,
    outcome: z
      .enum(["booked", "refused", "open"])
      .describe("open: not tried yet, because the request was cut short; the same request again goes on."),
    booking: Uuid.optional(),
    state: BookingState.optional(),
    amount: z.int().min(0).optional().describe("Price in minor units."),
    refusal: DateRefusal.optional().describe("Why the date was not booked, or now not cancelled."),
  })
  .meta({ id: "SeriesDate" });

/** A series with what became of each of its dates. */
export const Series = z
  .strictObject({
    id: Uuid,
    community: Slug,
    space: Uuid.optional(),
    lot: Uuid,
    renter: Uuid,
    by: Uuid,
    mode: SeriesMode,
    booked: z.int().min(0).describe("Dates that were booked."),
    amount: z.int().min(0).describe("Their prices together, minor units."),
    unit: UnitCode,
    dates: z.array(SeriesDate).max(SERIES_DATES_MAX),
    createdAt: Instant,
  })
  .meta({ id: "ParkingSeries" });

const { from, until, ...target } = stay;

/** What a series asks for: exactly one of `recurring` and `stays`. */
const body = z
  .strictObject({
    id: Uuid.optional(),
    ...target,
    plate: Plate,
    mode: SeriesMode,
    recurring: SeriesTime.optional(),
    stays: z.array(z.strictObject({ from, until })).min(1).max(SERIES_DATES_MAX).optional(),
    expectedPrice: z
      .int()
      .min(0)
      .max(AMOUNT_MAX)
      .optional()
      .describe("Price of all dates that the caller was shown; another is refused. For `all-or-nothing`."),
  })
  .refine(oneTarget, told("space or lot", "须给出车位或停车场之一"))
  .refine(
    ({ recurring, stays }) => (recurring === undefined) !== (stays === undefined),
    told("recurring or stays", "须给出 recurring 或 stays 之一"),
  )
  .refine(
    ({ mode, expectedPrice }) => mode === "all-or-nothing" || expectedPrice === undefined,
    told("expectedPrice is for all-or-nothing", "expectedPrice 仅用于 all-or-nothing"),
  );

/** Operations on series by id. */
export const seriesOperations = {
  createParkingSeries: operation({
    id: "createParkingSeries",
    context: "parking",
    method: "POST",
    path: "/v1/parking/series",
    summary: "Book up to 48 dates at once: all or none in one transaction, or each by itself with a report per date",
    roles: people,
    body,
    reply: Series,
    status: 201,
    repeat: "key",
    writeUnits: 490,
    actions: write,
    refusals: [
      ...lookup,
      ...stretch,
      ...taken,
      "parking/series-dates",
      "parking/series-overlap",
      "parking/series-refused",
      "parking/series-items",
      "parking/series-quota",
      "parking/plate",
      "parking/own-space",
      "parking/excluded",
      "parking/owed",
      "parking/price-changed",
      ...money,
      "request/key-reused",
    ],
  }),
  getParkingSeries: operation({
    id: "getParkingSeries",
    context: "parking",
    method: "GET",
    path: "/v1/parking/series/{seriesId}",
    summary: "A series as it stands, date by date, for its renter and officers",
    roles: "signed-in",
    params,
    reply: Series,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem"],
    refusals: lookup,
  }),
  cancelParkingSeries: operation({
    id: "cancelParkingSeries",
    context: "parking",
    method: "POST",
    path: "/v1/parking/series/{seriesId}/cancel",
    summary: "Cancel the dates that have not begun, each by the rules for cancelling a booking; a report per date",
    roles: people,
    params,
    body: z.strictObject({
      id: Uuid.optional(),
      reason: line(100).optional(),
      as: z.enum(["renter", "operator"]).optional(),
    }),
    reply: Series,
    status: 200,
    repeat: "key",
    writeUnits: 800,
    actions: write,
    refusals: [...lookup, "auth/forbidden", "request/key-reused"],
  }),
};
