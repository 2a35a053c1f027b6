/** What the community fund shows of calls, applications, scores, objections, reports and tranches. */
import * as z from "zod";
import { Amount, Instant, LocalDate, line, Slug, UnitCode, Uuid } from "../primitives.ts";
import { Bps, Document, Reason, Sum } from "./resources.ts";
import { ApplicationState, CallState, TrancheState } from "./states.ts";

/** Most criteria of a call. */
export const CRITERIA_MAX = 10;
/** Most tranches of an application: with their holds and the award they fit one transaction. */
export const TRANCHES_MAX = 12;
/** Most attachments of an application, and documents of one step. */
export const DOCUMENTS_MAX = 10;
/** Most reviewers of an application. */
export const REVIEWERS_MAX = 10;
/** Most awards of one call, which come to notice in one transaction. */
export const AWARDS_MAX = 40;
/** Most objections to one award, whose outcome is written in one transaction. */
export const OBJECTIONS_MAX = 50;
/** Highest points for a criterion. */
export const POINTS_MAX = 100;

/** A criterion with its weight; a call's weights sum to 10,000. */
export const Criterion = z.strictObject({ code: Slug, name: line(60), weightBps: Bps });

/** How a call is decided: by reviewers and officers, or by a vote of residents on the shortlist. */
export const DecidedBy = z.enum(["reviewers", "residents"]);

/** The terms of a call; fixed when it opens. */
export const callTerms = {
  title: line(100),
  text: line(1_000),
  purpose: Slug.describe("One of the fund's purposes, where it has any."),
  opensAt: Instant,
  closesAt: Instant,
  budget: Amount.describe("Most that its awards come to together."),
  awardMax: Amount,
  blind: z.boolean().describe("Reviewers do not learn who applies."),
  reviewersMin: z.int().min(1).max(REVIEWERS_MAX),
  criteria: z
    .array(Criterion)
    .min(1)
    .max(CRITERIA_MAX)
    .refine(
      (all) => all.reduce((sum, { weightBps }) => sum + weightBps, 0) === 10_000,
      "weights sum to 10000 / 权重之和应为 10000",
    )
    .refine((all) => new Set(all.map(({ code }) => code)).size === all.length, "codes must differ / 代码不得重复"),
  decidedBy: DecidedBy,
};

/** What residents decided: the poll whose published result funds projects of the call. */
export const Decision = z
  .strictObject({
    poll: Uuid.optional().describe("Budget poll whose decision is in force; its projects are the applications."),
    resultHash: line(100).optional(),
    document: Document.optional().describe("Minutes, where the vote was held elsewhere."),
  })
  .meta({ id: "FundDecision" });

/** A call for applications. */
export const FundCall = z
  .strictObject({
    id: Uuid,
    community: Slug,
    fund: Uuid,
    unit: UnitCode,
    state: CallState,
    ...callTerms,
    decision: Decision.optional(),
    noticeUntil: Instant.optional().describe("Objections are heard, and nothing is awarded, until then."),
    reason: Reason.optional(),
    revision: z.int().min(1),
  })
  .meta({ id: "FundCall" });

/** A part of the grant, and what must be shown before it is paid. */
export const TranchePlan = z.strictObject({ amount: Amount, condition: line(100) });

/** An attachment: kept elsewhere, known here by its hash. */
export const Attachment = z.strictObject({
  ...Document.shape,
  identifying: z.boolean().default(true).describe("Tells who applies: not shown in a blind review."),
});

/** What an applicant says. */
export const applicationTerms = {
  title: line(100),
  text: line(1_000),
  organisation: Uuid.optional().describe("In whose name; left out, one's own."),
  startsOn: LocalDate,
  endsOn: LocalDate,
  tranches: z.array(TranchePlan).min(1).max(TRANCHES_MAX).describe("Their sum is what is asked for."),
  attachments: z.array(Attachment).max(DOCUMENTS_MAX).default([]),
};

/** Why a reviewer is not free. */
export const Ground = z.enum(["self", "household", "unit", "kin", "organisation", "earlier-payee", "declared"]);

/** A tranche of a grant. */
export const Tranche = z
  .strictObject({
    id: Uuid,
    application: Uuid,
    index: z.int().min(0),
    amount: Amount,
    condition: line(100),
    state: TrancheState,
    evidence: z.array(Document),
    approvals: z.array(Uuid),
    transfer: Uuid.optional().describe("Ledger transfer that paid it."),
    reference: line(100).optional().describe("Of the payment outside the ledger."),
    paidAt: Instant.optional(),
    reason: Reason.optional(),
    revision: z.int().min(1),
  })
  .meta({ id: "FundTranche" });

/** An application and what became of it. Members that the reader may not see are left out. */
export const Application = z
  .strictObject({
    id: Uuid,
    call: Uuid,
    fund: Uuid,
    community: Slug,
    unit: UnitCode,
    state: ApplicationState,
    title: line(100),
    project: Slug.describe("Name of the application as a project of a poll."),
    text: line(1_000).optional(),
    applicant: z
      .strictObject({ kind: z.enum(["resident", "organisation"]), id: Uuid.optional().describe("Redacted: a person.") })
      .optional(),
    startsOn: LocalDate,
    endsOn: LocalDate,
    amount: Amount.describe("Asked for; from the recommendation on, what is recommended."),
    plan: z.array(TranchePlan),
    attachments: z.array(Attachment).optional(),
    reviewers: z.array(Uuid).optional(),
    recused: z.array(z.strictObject({ reviewer: Uuid, grounds: z.array(Ground) })).optional(),
    scores: z.int().min(0).optional().describe("Scores that count."),
    score: z.int().min(0).max(1_000_000).optional().describe("Weighted mean in 0.0001 points of 100."),
    approvals: z.array(Uuid).optional(),
    noticeUntil: Instant.optional(),
    award: Sum.optional(),
    paid: Sum,
    returned: Sum,
    clawback: Sum.optional(),
    decision: Decision.optional(),
    agreement: Document.optional(),
    nextReportDue: Instant.optional(),
    reason: Reason.optional(),
    tranches: z.array(Tranche).optional(),
    revision: z.int().min(1),
  })
  .meta({ id: "FundApplication" });

/** One reviewer's score of one application. */
export const Score = z
  .strictObject({
    application: Uuid,
    reviewer: Uuid,
    points: z.record(Slug, z.int().min(0).max(POINTS_MAX)),
    weighted: z.int().min(0).max(1_000_000),
    comment: line(500).optional(),
    counts: z.boolean().describe("False from a recusal on."),
  })
  .meta({ id: "FundScore" });

/** An objection to a proposed award; who raised it is shown to officers and themselves. */
export const Objection = z
  .strictObject({
    id: Uuid,
    application: Uuid,
    text: line(500),
    by: Uuid.optional(),
    at: Instant,
    outcome: z.enum(["upheld", "dismissed"]).optional(),
    reason: Reason.optional(),
  })
  .meta({ id: "FundObjection" });

/** A report on a project. */
export const Report = z
  .strictObject({
    id: Uuid,
    application: Uuid,
    kind: z.enum(["interim", "final"]),
    text: line(1_000),
    document: Document,
    at: Instant,
  })
  .meta({ id: "FundReport" });
