/** What is published of a community's funds for a quarter or a year, and the operations that give it. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { Amount, Instant, LocalDate, line, Slug, told, UnitCode, Uuid } from "../primitives.ts";
import { DisclosureFormat, Hash } from "./disclosure.ts";
import { Application, Decision, Report } from "./grants.ts";
import { Document, MovementKind, Ratios, Reason, Restriction, Sum, Unspent } from "./resources.ts";

/** A quarter (`2026-Q4`) or a year (`2026`) of the district's calendar. */
export const Period = z
  .string()
  .regex(
    /^20\d{2}(-Q[1-4])?$/,
    told("must be a year or a quarter, as 2026 or 2026-Q4", "应为年份或季度，如 2026 或 2026-Q4"),
  );

const Flow = z.strictObject({ count: z.int().min(0), amount: Sum });

/** One fund in the period: `opening` and all flows come to `closing`. */
export const FundPeriod = z
  .strictObject({
    fund: Uuid,
    name: line(60),
    unit: UnitCode,
    restriction: Restriction,
    opening: Sum,
    flows: z.record(MovementKind, Flow).describe("By kind; every kind is there."),
    income: Sum.describe("Of all kinds, without transfers from other funds."),
    expenditure: Sum.describe("Payments and administrative costs, less what came back of payments."),
    closing: Sum,
    ratios: Ratios.describe("Of the period."),
    unspent: Unspent.describe("At the end of the period."),
  })
  .meta({ id: "FundPeriod" });

/** A share of a project's surplus, of income of common parts or of parking fees. */
const Share = z.strictObject({
  fund: Uuid,
  kind: MovementKind,
  source: line(100),
  period: line(20),
  basis: Amount.optional(),
  bps: z.int().min(0).max(10_000).optional(),
  amount: Amount,
  at: Instant,
});

const Award = z.strictObject({
  ...Application.pick({ id: true, call: true, fund: true, unit: true, title: true, startsOn: true, endsOn: true })
    .shape,
  recipient: z.strictObject({
    kind: z.enum(["resident", "organisation"]),
    id: Uuid.optional(),
    name: z.string().optional(),
  }),
  award: Amount,
  awardedAt: Instant,
  decision: Decision.optional(),
});

const Payment = z.strictObject({ fund: Uuid, application: Uuid, amount: Amount, at: Instant });

/** All that a period came to; donors, applicants who are persons and officers are left out. */
export const PeriodDisclosure = z
  .strictObject({
    community: Slug,
    period: Period,
    from: LocalDate.describe("First day."),
    to: LocalDate.describe("Last day."),
    funds: z.array(FundPeriod),
    shares: z.array(Share),
    adminCosts: z.array(
      z.strictObject({ fund: Uuid, amount: Amount, reason: Reason, document: Document.optional(), at: Instant }),
    ),
    awards: z.array(Award),
    payments: z.array(Payment),
    returns: z.array(Payment),
    reports: z.array(Report),
  })
  .meta({ id: "FundPeriodDisclosure" });

/** The signed list of a period's files. */
export const PeriodIndex = z
  .strictObject({
    index: z.strictObject({
      type: z.literal("linli.fund.period.v1"),
      district: Slug,
      community: Slug,
      period: Period,
      at: Instant,
      files: z.array(z.strictObject({ format: DisclosureFormat, sha256: Hash, bytes: z.int().min(0) })),
    }),
    signature: z.strictObject({ kid: z.string(), sig: z.string() }),
  })
  .meta({ id: "FundPeriodIndex" });

const asked = { community: Slug, period: Period };
const refusals = ["fund/not-offered", "auth/forbidden", "fund/period-running", "fund/period-too-large"] as const;

/** Operations on periods. */
export const periodOperations = {
  disclosePeriod: operation({
    id: "disclosePeriod",
    context: "fund",
    method: "GET",
    path: "/v1/fund/disclosure",
    summary: "A community's funds in a quarter or year that is over, without persons: JSON, CSV or 360Giving",
    roles: "signed-in",
    query: z.strictObject({ ...asked, format: DisclosureFormat.default("json") }),
    reply: PeriodDisclosure,
    status: 200,
    media: ["text/csv"],
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem", "Query"],
    refusals: [...refusals],
  }),
  indexPeriod: operation({
    id: "indexPeriod",
    context: "fund",
    method: "GET",
    path: "/v1/fund/disclosure-index",
    summary: "SHA-256 of each file of a period's disclosure, signed by the district",
    roles: "signed-in",
    query: z.strictObject(asked),
    reply: PeriodIndex,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem", "Query", "PutItem"],
    refusals: [...refusals],
  }),
};
