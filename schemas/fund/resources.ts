/** What the community fund shows of its funds. Amounts are integers in the unit's minor unit (fen, points). */
import * as z from "zod";
import { Amount, BALANCE_MAX, Instant, LocalDate, line, Slug, told, UnitCode, Uuid } from "../primitives.ts";

/** Most purposes of one fund. */
export const PURPOSES_MAX = 20;
/** Most funds that one income is divided among. */
export const SHARES_MAX = 10;
/** Largest gross income of one record, minor units. */
export const GROSS_MAX = 1_000_000_000;

/** Share in basis points. */
export const Bps = z.int().min(0).max(10_000);
/** Amount that may be zero. */
export const Sum = z.int().min(0).max(BALANCE_MAX);
/** Why somebody did something, in their words. */
export const Reason = line(200);

/** A document elsewhere: where it is kept and what its bytes hash to. Files themselves are not stored here. */
export const Document = z
  .strictObject({
    name: line(100),
    ref: line(200).describe("Where the document is kept: an address or a reference of the keeper."),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, told("must be SHA-256 in 64 lower-case hex digits", "应为 64 位小写十六进制的 SHA-256")),
  })
  .meta({ id: "FundDocument" });
export type Document = z.infer<typeof Document>;

/** What money in a fund may be used for; fixed when the fund opens, for it is what donors gave for. */
export const Restriction = z
  .strictObject({
    purposes: z.array(Slug).max(PURPOSES_MAX).describe("Empty: any purpose."),
    donorTerms: line(500).optional(),
    expiresOn: LocalDate.optional().describe("Last day on which it may be committed."),
    expiredTo: Uuid.optional().describe(
      "Fund that takes what is left then, or when the fund is closed; without one it goes back to the donor.",
    ),
    adminCapBps: Bps.describe("Administrative costs, at most this share of income."),
  })
  .refine(
    ({ purposes }) => new Set(purposes).size === purposes.length,
    told("each purpose once", "每个用途只能出现一次"),
  )
  .meta({ id: "FundRestriction" });
export type Restriction = z.infer<typeof Restriction>;

/** What of a fund's money is not spent, and for how long it has lain there: what came first is spent first. */
export const Unspent = z
  .strictObject({
    amount: Sum,
    since: Instant.optional().describe("When the oldest part of it came in; left out when nothing is there."),
    meanAgeDays: z.int().min(0).describe("Whole days, weighted by amount, rounded down."),
  })
  .meta({ id: "FundUnspent" });

/** Shares in basis points, rounded down; zero over zero is zero. */
export const Ratios = z
  .strictObject({
    spentBps: Bps.describe("Paid and not come back, of income and transfers in."),
    adminBps: Bps.describe("Administrative costs, of all that was spent with them (Charity Law, article 61)."),
  })
  .meta({ id: "FundRatios" });

/** A fund: an envelope of the ledger with a restriction. `available = cash - committed - reserved`. */
export const Fund = z
  .strictObject({
    id: Uuid,
    community: Slug,
    name: line(60),
    unit: UnitCode,
    state: z.enum(["open", "expired", "closed"]),
    restriction: Restriction,
    cash: Sum.describe("What lies in the envelope."),
    committed: Sum.describe("Awarded and not yet paid."),
    reserved: Sum,
    available: z.int().min(-BALANCE_MAX).max(BALANCE_MAX).describe("Negative while the reserve is not there yet."),
    income: Sum,
    disbursed: Sum,
    returned: Sum.describe("Paid out and come back."),
    transferredIn: Sum,
    transferredOut: Sum,
    adminCosts: Sum,
    givenBack: Sum.describe("Restricted money that went back to its donor."),
    adminRoom: Sum.describe("What administrative costs may still take."),
    ratios: Ratios,
    unspent: Unspent.optional().describe("Of one fund that is asked for by its id."),
    openedAt: Instant,
    revision: z.int().min(1),
  })
  .meta({ id: "Fund" });

/** Kinds of income that are shared out by basis points. */
export const IncomeKind = z
  .enum(["donation", "surplus-share", "common-parts", "parking-split"])
  .describe("Donation, share of a project's surplus, income of common parts, share of parking fees.");
export type IncomeKind = z.infer<typeof IncomeKind>;

/** Every kind of movement on a fund. */
export const MovementKind = z.enum([
  ...IncomeKind.options,
  "transfer-out",
  "transfer-in",
  "admin-cost",
  "expiry-out",
  "expiry-in",
  "given-back",
  "payment",
  "return",
]);
export type MovementKind = z.infer<typeof MovementKind>;

/** One movement of a fund; commitments, which move nothing yet, stand with their applications. */
export const Movement = z
  .strictObject({
    id: Uuid,
    fund: Uuid,
    kind: MovementKind,
    amount: Amount,
    transfer: Uuid.describe("Ledger transfer."),
    source: line(100).optional(),
    period: line(20).optional(),
    basis: Amount.optional().describe("Net income that was divided."),
    bps: Bps.optional().describe("This fund's share of the basis, before the largest remainder."),
    application: Uuid.optional().describe("Grant that was paid or came back."),
    other: Uuid.optional().describe("The fund on the other side."),
    reason: Reason.optional(),
    document: Document.optional(),
    by: Uuid.optional().describe("For officers, and for donors of their own: others do not learn who gave."),
    at: Instant,
  })
  .meta({ id: "FundMovement" });

/** What an income came to: each fund's part and what stayed with the source add up to the net income. */
export const Income = z
  .strictObject({
    id: Uuid,
    kind: IncomeKind,
    gross: Amount,
    costs: Sum,
    parts: z.array(z.strictObject({ fund: Uuid, bps: Bps, amount: Sum, transfer: Uuid.optional() })),
    kept: Sum.describe("What stays with the source."),
  })
  .meta({ id: "FundIncome" });
