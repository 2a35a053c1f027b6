/** A district's rules for its community funds: terms in working days, who approves how much, caps of costs. */
import * as z from "zod";
import { AMOUNT_MAX } from "../primitives.ts";
import { Role } from "../roles.ts";

/** Most tiers of approval. */
export const TIERS_MAX = 6;

/** Most months that a district may let a project last: a report a month still fits its record. */
export const PROJECT_MONTHS_MAX = 120;

/** Awards up to an amount need so many approvers who hold one of these roles. */
export const ApprovalTier = z.strictObject({
  /** Minor units; null for every amount above the other tiers. */
  upTo: z.int().min(1).max(AMOUNT_MAX).nullable(),
  approvers: z.int().min(1).max(5),
  roles: z.array(Role).min(1).max(5),
});
export type ApprovalTier = z.infer<typeof ApprovalTier>;

const Bps = z.int().min(0).max(10_000);
const Months = z.int().min(1).max(24);

/** Tiers rise, and the last has no limit, so that exactly one fits each amount. */
const Tiers = z
  .array(ApprovalTier)
  .min(1)
  .max(TIERS_MAX)
  .refine((tiers) => {
    const limits = tiers.map(({ upTo }) => upTo ?? Number.POSITIVE_INFINITY);
    return (
      tiers.at(-1)?.upTo === null && limits.every((limit, index) => index === 0 || limit > (limits[index - 1] ?? 0))
    );
  }, "tiers rise and the last one has upTo null");

/** The section `fund` of a district's file. */
export const FundConfig = z.strictObject({
  /** Working days between the announcement of a call and its opening. */
  announceWorkdays: z.int().min(0).max(60).default(5),
  /** Working days in which objections to proposed awards are heard; nothing is paid before they end. */
  noticeWorkdays: z.int().min(1).max(60).default(5),
  /** Working days in which a finding of ineligibility may be appealed. */
  appealWorkdays: z.int().min(1).max(60).default(5),
  tiers: Tiers.default([{ upTo: null, approvers: 2, roles: ["fund-treasurer", "district-admin"] }]),
  /** Highest cap of administrative costs that a fund may have, in basis points of its income. */
  adminCapBps: Bps.default(1_000),
  /** Highest share of the gross income of common parts that costs may take, in basis points. */
  costCapBps: Bps.default(3_000),
  /** Most months that a project may last; a longer one is applied for in parts. */
  projectMonthsMax: z.int().min(1).max(PROJECT_MONTHS_MAX).default(60),
  /** Projects that run longer than this many months report in between, every `reportMonths`. */
  longProjectMonths: Months.default(6),
  reportMonths: Months.default(3),
  /** Months after the end of a project in which its final report is due (Charity Law, article 79). */
  finalReportMonths: Months.default(3),
});
export type FundConfig = z.infer<typeof FundConfig>;

/** The tier that an amount of minor units falls into. */
export const tierOf = ({ tiers }: FundConfig, amount: number): ApprovalTier =>
  tiers.find(({ upTo }) => upTo === null || amount <= upTo) as ApprovalTier;
