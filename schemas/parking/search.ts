/** Searching what is free near a place. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { Cursor, Flag, Instant, line, page, Text, UnitCode, Uuid } from "../primitives.ts";
import { PRICE_MAX } from "./policy.ts";
import { CAPACITY_MAX, Point } from "./resources.ts";

/** Largest radius of a search, in metres: about fifteen geohash cells near Shaoxing. */
export const RADIUS_MAX = 1_000;
/** Most places of one answer. */
export const FOUND_MAX = 10;

const point = Point.shape;
const number = (schema: z.ZodInt) => z.coerce.number().pipe(schema);

/** A place that is free throughout the time asked for. */
export const FreePlace = z
  .strictObject({
    space: Uuid.optional().describe("Of an owned lot; book it by `space`."),
    lot: Uuid.describe("Of a pooled lot where no `space` is given; book it by `lot`."),
    name: Text.describe("Of the lot."),
    label: line(30).optional().describe("Of the space."),
    at: Point,
    metres: z.int().min(0).describe("From the point asked for, as the crow flies."),
    ev: z.boolean(),
    heightCm: z.int(),
    asksOwner: z.boolean().describe("Whether the owner accepts each booking."),
    amount: z.int().min(0).describe("Price of the stay, in minor units."),
    unit: UnitCode,
    free: z.int().min(1).max(CAPACITY_MAX).describe("Spaces free throughout: 1, or what is left of a pooled lot."),
  })
  .meta({ id: "ParkingFreePlace" });

/** Search. */
export const searchOperations = {
  searchParking: operation({
    id: "searchParking",
    context: "parking",
    method: "GET",
    path: "/v1/parking/free-places",
    summary: "Places that are free throughout a stay, the nearest first; an empty page with `next` means: go on",
    roles: "signed-in",
    query: z.strictObject({
      latE6: number(point.latE6).describe("Millionths of a degree, WGS 84."),
      lonE6: number(point.lonE6).describe("Millionths of a degree, WGS 84."),
      radius: number(z.int().min(50).max(RADIUS_MAX)).default(500).describe("Metres."),
      from: Instant,
      until: Instant.describe("Not included."),
      heightCm: number(z.int().min(100).max(600)).optional().describe("Of the vehicle."),
      ev: Flag.optional().describe("`true`: with a charger only."),
      priceMax: number(z.int().min(0).max(PRICE_MAX)).optional().describe("For the whole stay, in minor units."),
      limit: number(z.int().min(1).max(FOUND_MAX)).default(FOUND_MAX),
      cursor: Cursor.optional(),
    }),
    reply: page(FreePlace),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query", "BatchGetItem"],
    refusals: [
      "parking/not-offered",
      "parking/interval",
      "parking/duration",
      "parking/grid",
      "parking/past",
      "parking/too-far",
      "residents/proxy-invalid",
      "request/bad-cursor",
    ],
  }),
};
