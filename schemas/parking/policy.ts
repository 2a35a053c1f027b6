/**
 * The rules of shared parking as data: a district's file holds every version, and each booking keeps the one it was
 * made under.
 */
import * as z from "zod";
import { AMOUNT_MAX, Slug, Text, UnitCode } from "../primitives.ts";

/** Most versions of the rules in a district's file. */
export const VERSIONS_MAX = 20;
/** Longest booking that any district may allow, in minutes (7 days). */
export const BOOKING_MINUTES_MAX = 7 * 1_440;
/** Furthest that any district may let people book ahead, in days. */
export const AHEAD_DAYS_MAX = 180;
/** Most steps of a price, and of a refund rule. */
export const STEPS_MAX = 4;

const Minutes = (max: number) => z.int().min(0).max(max);

/** One step of a price: each started `everyMinutes` of the minutes below `untilMinutes` costs `amount`. */
const PriceStep = z.strictObject({
  untilMinutes: z.int().min(1).max(BOOKING_MINUTES_MAX).nullable().describe("null: up to the end."),
  everyMinutes: z.int().min(1).max(1_440),
  amount: z.int().min(0).max(1_000_000).describe("Minor units of `unit`."),
});

/** What parking costs: steps by the length of the stay, and a cap for each started 24 hours. */
export const PricePlan = z
  .strictObject({
    unit: UnitCode,
    steps: z.array(PriceStep).min(1).max(STEPS_MAX),
    dayCap: z.int().min(0).max(1_000_000).nullable(),
  })
  .superRefine(({ steps }, context) => {
    const ends = steps.map(({ untilMinutes }) => untilMinutes ?? Number.POSITIVE_INFINITY);
    const rising = ends.every((end, index) => index === 0 || end > (ends[index - 1] as number));
    if (!rising || ends.at(-1) !== Number.POSITIVE_INFINITY) {
      context.addIssue({ code: "custom", path: ["steps"], message: "untilMinutes must rise, and the last be null" });
    }
  })
  .meta({ id: "PricePlan" });
export type PricePlan = z.infer<typeof PricePlan>;

/** Parts of a payment in basis points (10,000 are the whole). */
const Split = z
  .strictObject({
    owner: z.int().min(0).max(10_000),
    property: z.int().min(0).max(10_000),
    fund: z.int().min(0).max(10_000),
  })
  .refine(({ owner, property, fund }) => owner + property + fund === 10_000, "the parts must sum to 10,000");

/** Points for owners whose space was used, out of a reward pool of the community. */
const Sharing = z.strictObject({
  pool: Slug,
  unit: UnitCode.exclude(["minutes"]),
  perHour: z.int().min(1).max(100_000).describe("Minor units for each whole hour booked in a stay that was completed."),
  dayMax: z.int().min(1).max(1_000_000).describe("Most that an owner gets in a local day of the district."),
  monthMax: z.int().min(1).max(10_000_000).describe("Most that an owner gets in a local month."),
});
export type Sharing = z.infer<typeof Sharing>;

/** One version of a district's rules. */
export const ParkingPolicy = z
  .strictObject({
    version: z.int().min(1).max(10_000),
    name: Text,
    gridMinutes: z.int().min(1).max(60).describe("Bookings begin and end at multiples, counted from the day's start."),
    minMinutes: z.int().min(1).max(BOOKING_MINUTES_MAX),
    maxMinutes: z.int().min(1).max(BOOKING_MINUTES_MAX),
    aheadDays: z.int().min(1).max(AHEAD_DAYS_MAX),
    holdMinutes: z.int().min(1).max(60),
    ownerAnswerMinutes: z.int().min(1).max(2_880).describe("How long an owner may take to accept."),
    earlyMinutes: Minutes(120),
    graceMinutes: Minutes(120),
    bufferMinutes: Minutes(120).describe("Between two different renters; the larger of both bookings' buffers."),
    quota: z.int().min(1).max(100).describe("Most bookings of one renter that have not ended."),
    refund: z.strictObject({
      coolingMinutes: Minutes(1_440).describe("Full refund so long after booking, while it has not begun."),
      steps: z
        .array(z.strictObject({ hoursBefore: z.int().min(0).max(720), percent: z.int().min(0).max(100) }))
        .min(1)
        .max(STEPS_MAX),
    }),
    waitlist: z
      .strictObject({ offerMinutes: z.int().min(5).max(1_440).describe("How long an offer from the waitlist stands.") })
      .optional()
      .describe("Left out: an offer stands for 30 minutes."),
    plateDays: z
      .int()
      .min(1)
      .max(365)
      .default(30)
      .describe("How long a plate is kept after the end of its booking; then it is erased."),
    noShowMinutes: z.int().min(1).max(1_440),
    overstay: z.strictObject({
      freeMinutes: Minutes(240),
      percent: z.int().min(100).max(1_000).describe("Of the usual price, for each started hour."),
    }),
    standing: z.strictObject({
      overstays: z.int().min(1).max(20),
      noShows: z.int().min(1).max(20).optional().describe("Left out: not coming excludes nobody."),
      days: z.int().min(1).max(730),
      longMinutes: z.int().min(60).max(10_080).describe("A single overstay above this excludes at once."),
      excludedDays: z.int().min(1).max(730),
    }),
    price: PricePlan.describe("Where a lot or space has none of its own."),
    split: Split,
    ownerFull: z
      .enum(["fund", "property"])
      .default("fund")
      .describe("Who gets what the owner's account has no room for: a stay ends whatever its owner holds."),
    sharing: Sharing.optional().describe("Left out: owners get no points for sharing."),
  })
  .superRefine((policy, context) => {
    const complain = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    const { minMinutes, maxMinutes, gridMinutes, refund } = policy;
    if (minMinutes > maxMinutes) complain(["minMinutes"], "above maxMinutes");
    if (minMinutes % gridMinutes !== 0) complain(["minMinutes"], "no multiple of gridMinutes");
    const hours = refund.steps.map(({ hoursBefore }) => hoursBefore);
    if (hours.some((hour, index) => index > 0 && hour >= (hours[index - 1] as number)) || hours.at(-1) !== 0) {
      complain(["refund", "steps"], "hoursBefore must fall, and the last be 0");
    }
  })
  .meta({ id: "ParkingPolicy" });
export type ParkingPolicy = z.infer<typeof ParkingPolicy>;

/** The shared parking of a district. */
export const ParkingConfig = z.strictObject({
  /** Old versions stay in the file, so that people can read what their bookings were made under. */
  policies: z.array(ParkingPolicy).min(1).max(VERSIONS_MAX),
  current: z.int().min(1).max(10_000),
  /** Pools that get the property's and the fund's part, each in a unit that prices are in. */
  propertyPool: Slug,
  fundPool: Slug,
});
export type ParkingConfig = z.infer<typeof ParkingConfig>;

/** Largest price of one booking; a ledger movement takes no more. */
export const PRICE_MAX = AMOUNT_MAX;

type Units = readonly { readonly code: string; readonly step: number }[];
type Pools = readonly { readonly code: string; readonly unit: string }[];

const sharingComplaints = (sharing: Sharing, units: Units, pools: Pools) => {
  const found: { readonly member: keyof Sharing; readonly message: string }[] = [];
  const pool = pools.find(({ code }) => code === sharing.pool);
  if (!pool) found.push({ member: "pool", message: `there is no pool ${sharing.pool}` });
  else if (pool.unit !== sharing.unit) {
    found.push({ member: "pool", message: `pool ${sharing.pool} holds ${pool.unit}` });
  }
  const step = units.find(({ code }) => code === sharing.unit)?.step ?? 1;
  for (const member of ["perHour", "dayMax", "monthMax"] as const) {
    if (sharing[member] % step !== 0) found.push({ member, message: `a multiple of the unit's step ${step}` });
  }
  return found;
};

/** What a district's file must have for its parking; each complaint with its path. */
export const parkingComplaints = (
  parking: ParkingConfig,
  units: Units,
  pools: Pools,
): { readonly path: (string | number)[]; readonly message: string }[] => {
  const found: { path: (string | number)[]; message: string }[] = [];
  const versions = parking.policies.map(({ version }) => version);
  if (new Set(versions).size !== versions.length)
    found.push({ path: ["policies"], message: "a version is given twice" });
  if (!versions.includes(parking.current)) found.push({ path: ["current"], message: `one of ${versions.join(", ")}` });
  for (const [index, { price, sharing }] of parking.policies.entries()) {
    for (const { member, message } of sharing ? sharingComplaints(sharing, units, pools) : []) {
      found.push({ path: ["policies", index, "sharing", member], message });
    }
    if (!units.some(({ code }) => code === price.unit)) {
      found.push({ path: ["policies", index, "price", "unit"], message: `the district has no unit ${price.unit}` });
    }
  }
  for (const role of ["propertyPool", "fundPool"] as const) {
    if (!pools.some(({ code }) => code === parking[role])) {
      found.push({ path: [role], message: `there is no pool ${parking[role]}` });
    }
  }
  if (parking.fundPool === parking.propertyPool)
    found.push({ path: ["fundPool"], message: "another than propertyPool" });
  return found;
};
