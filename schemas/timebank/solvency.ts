/** Public operations on how solvent a community's time bank is, and what its care pool received and gave. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { Instant, LocalDate, Month, Slug, Text } from "../primitives.ts";

const Count = z.int().min(0);
const Figure = Count.nullable();
const Basis = z.int().min(0).nullable();

/** Members below whom a figure is not published. */
export const BEHIND_MIN = 10;
/** Most months of the care pool that are told. */
export const CARE_MONTHS_MAX = 12;

/** Claims by their age; null where any of them has 1 to 9 members behind it, or the whole could give it away. */
export const Claims = z
  .strictObject({
    under3Months: Count,
    under6Months: Count.describe("3 to 6 months old."),
    under12Months: Count.describe("6 to 12 months old."),
    older: Count,
  })
  .meta({ id: "TimebankClaims" });

/** How solvent a community's time bank was when a local day began; minutes. Null: fewer than 10 members behind it. */
export const Solvency = z
  .strictObject({
    community: Slug,
    day: LocalDate.describe("All figures are those at the beginning of this local day."),
    madeAt: Instant,
    members: Figure.describe("Active accounts of people."),
    leftOut: Count.describe("Accounts that could not be added up; in no figure."),
    liabilities: Figure.describe("Minutes that members hold, reserved ones included."),
    claims: Claims.nullable().describe("Liabilities by age; the oldest minutes are the first to be spent."),
    earned: Figure.describe("Over the last 12 months."),
    redeemed: Figure.describe("Over the last 12 months."),
    redeemRateBps: Basis.describe("10000 * redeemed / earned, rounded down."),
    seeded: Figure.describe("Minutes minted by seed grants over the last 12 months."),
    seededEver: Figure.describe("Minutes minted by seed grants to these members since they joined."),
    hardToRedeemBps: Basis.describe(
      "(10000 - min(redeemRateBps, 10000)) * share of claims older than 6 months (bps) / 10000, each rounded down: " +
        "0 where what is earned is redeemed or young, 10000 where nothing is redeemed and every claim is old.",
    ),
  })
  .meta({ id: "TimebankSolvency" });

/** A month of the care pool, minutes: opening + received - used + corrections = available. */
export const CareMonth = z
  .strictObject({
    month: Month,
    opening: z.int(),
    received: Count.describe("Donations, hours above the storage cap, group services and funding."),
    used: Count.describe("Paid for services."),
    corrections: z.int().describe("Reversals, with their sign."),
    available: z.int().describe("At the end of the month, or of the last told day; running orders' holds included."),
  })
  .meta({ id: "TimebankCareMonth" });

/** What a community's care pool received and gave, month by month. */
export const CareStatement = z
  .strictObject({
    community: Slug,
    day: LocalDate.describe("Told up to the beginning of this local day."),
    madeAt: Instant,
    rules: Text.describe("Who is served out of the pool first."),
    complete: z.boolean().describe("False when the pool had more entries than are added up: then no month is told."),
    months: z.array(CareMonth).max(CARE_MONTHS_MAX).describe("Newest first."),
  })
  .meta({ id: "TimebankCareStatement" });

const where = { params: z.strictObject({ communityId: Slug }) };

/** What everyone may read of a time bank's soundness. */
export const solvencyOperations = {
  getSolvency: operation({
    id: "getSolvency",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/communities/{communityId}/solvency",
    summary:
      "Liabilities by age, redeem rate, seeded minutes: the latest day's, or the latest up to `day`; open to all",
    roles: "public",
    ...where,
    query: z.strictObject({ day: LocalDate.optional() }),
    reply: Solvency,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query"],
    refusals: ["timebank/not-offered", "resource/not-found"],
  }),
  getCareStatement: operation({
    id: "getCareStatement",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/communities/{communityId}/care-pool",
    summary: "The care pool: its rules of use, and what it received, used and had by month; open to everyone",
    roles: "public",
    ...where,
    reply: CareStatement,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query"],
    refusals: ["timebank/not-offered", "resource/not-found"],
  }),
};
