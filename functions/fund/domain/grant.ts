/** Calls, applications, scores and tranches as the rules see them. */
import type * as z from "zod";
import type { FundConfig } from "../../../schemas/fund/config.ts";
import { tierOf } from "../../../schemas/fund/config.ts";
import type { Attachment, Criterion, callTerms, Decision, Ground, TranchePlan } from "../../../schemas/fund/grants.ts";
import type { Document } from "../../../schemas/fund/resources.ts";
import type { ApplicationState, CallState, TrancheState } from "../../../schemas/fund/states.ts";
import type { Role } from "../../../schemas/roles.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { dayAfter, dayIso, instantOf, monthsAfter } from "../../shared/time.ts";

/** What every record carries of its last change: who, why, by which command. */
export interface Changed {
  readonly by: string;
  readonly reason?: string | undefined;
  readonly command: string;
  /** When a job looks at it next, ms. */
  readonly dueMs?: number | undefined;
  readonly revision: number;
}

export type CallTerms = { readonly [Name in keyof typeof callTerms]: z.output<(typeof callTerms)[Name]> };

export interface FundCall extends Changed, CallTerms {
  readonly id: string;
  readonly community: string;
  readonly fund: string;
  readonly unit: string;
  readonly state: CallState;
  readonly decision?: z.infer<typeof Decision> | undefined;
  readonly noticeUntilMs?: number | undefined;
  readonly createdMs: number;
}

export interface Applicant {
  readonly kind: "resident" | "organisation";
  readonly id: string;
}

/** The head of an application: what transitions need; its text and attachments stand apart. */
export interface Application extends Changed {
  readonly id: string;
  readonly call: string;
  readonly fund: string;
  readonly community: string;
  readonly unit: string;
  readonly purpose: string;
  readonly blind: boolean;
  readonly state: ApplicationState;
  readonly applicant: Applicant;
  /** The person who wrote it. */
  readonly author: string;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly plan: readonly z.infer<typeof TranchePlan>[];
  readonly reviewers: readonly string[];
  readonly recused: readonly { readonly reviewer: string; readonly grounds: readonly z.infer<typeof Ground>[] }[];
  readonly scores: number;
  readonly score?: number | undefined;
  readonly approvals: readonly string[];
  readonly recommendedBy?: string | undefined;
  readonly judgedBy?: string | undefined;
  readonly judgedMs?: number | undefined;
  readonly appealed: boolean;
  readonly noticeUntilMs?: number | undefined;
  /** Objections heard so far. */
  readonly objections: number;
  readonly award?: number | undefined;
  readonly awardedMs?: number | undefined;
  readonly tranches: readonly string[];
  readonly paid: number;
  readonly returned: number;
  readonly clawback?: number | undefined;
  readonly decision?: z.infer<typeof Decision> | undefined;
  readonly agreement?: Document | undefined;
  /** Instants by which reports are due, the next first, ms. */
  readonly reportsDue: readonly number[];
  readonly createdMs: number;
}

export interface Detail {
  readonly text: string;
  readonly attachments: readonly z.output<typeof Attachment>[];
}

export interface Tranche extends Changed {
  readonly id: string;
  readonly application: string;
  readonly fund: string;
  readonly unit: string;
  readonly index: number;
  readonly amount: number;
  readonly condition: string;
  readonly state: TrancheState;
  readonly hold: string;
  readonly evidence: readonly Document[];
  readonly approvals: readonly string[];
  readonly transfer?: string | undefined;
  readonly reference?: string | undefined;
  readonly paidMs?: number | undefined;
}

export interface Score {
  readonly application: string;
  readonly reviewer: string;
  readonly points: Readonly<Record<string, number>>;
  readonly weighted: number;
  readonly comment?: string | undefined;
}

/** Sum of a plan's tranches, minor units. */
export const planned = (plan: readonly { readonly amount: number }[]): number =>
  plan.reduce((sum, { amount }) => sum + amount, 0);

/** Name of an application as a project of a poll: a letter and the last 31 of its id's 32 digits. */
export const projectName = (id: string): string => `a${id.replaceAll("-", "").slice(1)}`;

/** Why a call's dates do not fit one another, or nothing. */
export const dateRefusals = ({ opensAt, closesAt }: Pick<CallTerms, "opensAt" | "closesAt">): Refusal[] =>
  Date.parse(opensAt) < Date.parse(closesAt) ? [] : [refuse("fund/call-dates", { opensAt, closesAt })];

/** Why an application does not fit its call and the district's rules, or nothing. */
export const termRefusals = (
  { plan, startsOn, endsOn }: Pick<Application, "plan" | "startsOn" | "endsOn">,
  { awardMax }: Pick<CallTerms, "awardMax">,
  { projectMonthsMax: months }: Pick<FundConfig, "projectMonthsMax">,
): Refusal[] => {
  const amount = planned(plan);
  const latest = dayIso(dayAfter(monthsAfter(startsOn.replaceAll("-", ""), months), -1));
  const field = [{ field: "/endsOn", reason: `<= ${latest}` }];
  return [
    ...(amount > awardMax ? [refuse("fund/over-award-max", { amount, limit: awardMax })] : []),
    ...(startsOn > endsOn ? [refuse("fund/project-dates", { startsOn, endsOn })] : []),
    ...(endsOn > latest ? [refuse("fund/project-too-long", { months, latest }, field)] : []),
  ];
};

/** Weighted points in 0.0001 of 100, or why the points do not fit the criteria. */
export const weigh = (
  points: Readonly<Record<string, number>>,
  criteria: readonly z.infer<typeof Criterion>[],
): number | Refusal => {
  const codes = criteria.map(({ code }) => code);
  const given = Object.keys(points);
  const fits = given.length === codes.length && codes.every((code) => points[code] !== undefined);
  if (!fits) return refuse("fund/criteria-differ", { criteria: codes.join(", ") });
  return criteria.reduce((sum, { code, weightBps }) => sum + weightBps * (points[code] as number), 0);
};

/** Mean of the scores of reviewers who are free, rounded down, with their number; or that there are too few. */
export const meanOf = (
  scores: readonly Pick<Score, "reviewer" | "weighted">[],
  recused: readonly string[],
  least: number,
): { readonly count: number; readonly score: number } | Refusal => {
  const counted = scores.filter(({ reviewer }) => !recused.includes(reviewer));
  const count = counted.length;
  if (count < least) return refuse("fund/too-few-scores", { scores: count, needs: least });
  return { count, score: Math.floor(counted.reduce((sum, { weighted }) => sum + weighted, 0) / count) };
};

/** Why nothing may be awarded or paid yet: objections are still heard. */
export const windowRefusals = (noticeUntilMs: number | undefined, now: Date): Refusal[] =>
  noticeUntilMs !== undefined && now.getTime() >= noticeUntilMs
    ? []
    : [refuse("fund/objection-window", { until: noticeUntilMs === undefined ? "?" : instantOf(noticeUntilMs) })];

/** Roles that may approve an award of so much. */
export const approverRoles = (config: FundConfig, amount: number): readonly Role[] => tierOf(config, amount).roles;

/** Why an award has too few approvers for its amount, or nothing. */
export const approvalRefusals = (application: Application, config: FundConfig): Refusal[] => {
  const needs = tierOf(config, planned(application.plan)).approvers;
  const approvals = new Set(application.approvals).size;
  return approvals >= needs ? [] : [refuse("fund/approvals-missing", { approvals, needs })];
};

/** Why somebody may not be the second of two persons, or nothing. */
export const secondRefusals = (already: readonly (string | undefined)[], person: string): Refusal[] =>
  already.includes(person) ? [refuse("fund/same-person", { person })] : [];

/** What may still be claimed back of a grant. */
export const claimable = ({ paid, returned }: Pick<Application, "paid" | "returned">): number => paid - returned;

/** Revision and last change of a record's next state. */
export const changedBy = <R extends Changed>(
  record: R,
  change: { readonly by: string; readonly reason?: string | undefined; readonly command: string },
): Changed => ({ ...change, dueMs: record.dueMs, revision: record.revision + 1 });

/** `YYYY-MM-DD` so many months on; the last day of a shorter month. */
export const monthsOn = (date: string, months: number): string => dayIso(monthsAfter(date.replaceAll("-", ""), months));

/**
 * Dates by which a project reports: in between when it runs longer than the district's limit, and at last its final
 * report so many months after its end (Charity Law, article 79).
 */
export const reportDates = ({ startsOn, endsOn }: Pick<Application, "startsOn" | "endsOn">, config: FundConfig) => {
  const dates: string[] = [];
  if (monthsOn(startsOn, config.longProjectMonths) < endsOn) {
    for (let months = config.reportMonths; monthsOn(startsOn, months) < endsOn; months += config.reportMonths) {
      dates.push(monthsOn(startsOn, months));
    }
  }
  return { interim: dates, final: monthsOn(endsOn, config.finalReportMonths) };
};
