/** Calls, applications, tranches and what belongs to them as each reader may see them. */
import type * as z from "zod";
import type {
  Application as ApplicationSchema,
  FundCall as CallSchema,
  Objection as ObjectionSchema,
  Report as ReportSchema,
  Score as ScoreSchema,
  Tranche as TrancheSchema,
} from "../../../schemas/fund/grants.ts";
import { represents } from "../../residents/port.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Actor, holdsAny } from "../../shared/policy.ts";
import { instantOf } from "../../shared/time.ts";
import {
  type Application,
  type Detail,
  type FundCall,
  planned,
  projectName,
  type Score,
  type Tranche,
} from "../domain/grant.ts";
import { GRANT_STATES, PUBLISHED_STATES } from "../domain/lifecycle.ts";
import type { Objection, Report } from "../store/grants.ts";
import { bare, belongs, READERS } from "./support.ts";

export type CallView = z.input<typeof CallSchema>;
export type ApplicationView = z.input<typeof ApplicationSchema>;
export type TrancheView = z.input<typeof TrancheSchema>;
export type ScoreView = z.input<typeof ScoreSchema>;
export type ObjectionView = z.input<typeof ObjectionSchema>;
export type ReportView = z.input<typeof ReportSchema>;

/** As whom somebody reads an application; undefined when they may not know of it. */
export type Reader = "applicant" | "reviewer" | "officer" | "public";

const when = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : instantOf(ms));

/** A call as it is shown. */
export const viewCall = ({
  dueMs: _due,
  createdMs: _made,
  by: _by,
  command: _command,
  ...call
}: FundCall): CallView => {
  const { noticeUntilMs, ...rest } = call;
  return bare({ ...rest, noticeUntil: when(noticeUntilMs) }) as CallView;
};

/** Whether somebody is the applicant, or represents the organisation that is. */
export const isApplicant = async (actor: Actor, application: Application, deps: Deps): Promise<boolean> => {
  const { applicant, author, community } = application;
  if (applicant.kind === "resident") return applicant.id === actor.id;
  return author === actor.id || represents(deps.db, actor.id, applicant.id, community);
};

/** As whom the caller reads an application: their own before any office, so that an office opens nothing of it. */
export const readerOf = async (
  actor: Actor,
  application: Application,
  call: FundCall,
  deps: Deps,
): Promise<Reader | undefined> => {
  if (await isApplicant(actor, application, deps)) return "applicant";
  if (application.state === "draft") return undefined;
  if (application.reviewers.includes(actor.id)) return "reviewer";
  if (holdsAny(actor, READERS, application.community)) return "officer";
  const open = PUBLISHED_STATES.includes(call.state) && application.score !== undefined;
  return open && belongs(actor, application.community) ? "public" : undefined;
};

/** What readers of each kind see of who applied: no names, and in a blind review no ids to its reviewers. */
const applicantFor = ({ applicant, blind }: Application, reader: Reader, concluded: boolean) => {
  if (reader === "reviewer" && blind && !concluded) return undefined;
  if (applicant.kind === "organisation" || reader === "officer" || reader === "applicant") return applicant;
  return { kind: applicant.kind };
};

/** An application as a reader of that kind sees it. */
export const viewApplication = (
  application: Application,
  call: FundCall,
  reader: Reader,
  more: { readonly detail?: Detail | undefined; readonly tranches?: readonly Tranche[] | undefined } = {},
): ApplicationView => {
  const published = PUBLISHED_STATES.includes(call.state);
  const officer = reader === "officer";
  const granted = GRANT_STATES.includes(application.state);
  const blind = reader === "reviewer" && application.blind && !published;
  const attachments = more.detail?.attachments.filter(
    ({ identifying }) => !identifying || (!blind && reader !== "public"),
  );
  const own = officer || reader === "applicant";
  const view = {
    ...{ id: application.id, call: application.call, fund: application.fund, community: application.community },
    ...{ unit: application.unit, state: application.state, title: application.title },
    project: projectName(application.id),
    text: more.detail?.text,
    applicant: applicantFor(application, reader, published),
    ...{ startsOn: application.startsOn, endsOn: application.endsOn },
    amount: planned(application.plan),
    plan: application.plan,
    attachments,
    ...(officer ? { reviewers: application.reviewers, recused: application.recused } : {}),
    // Nobody but officers learns of scores before the shortlist is published.
    ...(officer || published ? { scores: application.scores, score: application.score } : {}),
    ...(officer ? { approvals: application.approvals } : {}),
    noticeUntil: when(application.noticeUntilMs),
    ...{ award: application.award, paid: application.paid, returned: application.returned },
    clawback: application.clawback,
    ...(granted ? { decision: application.decision } : {}),
    agreement: own ? application.agreement : undefined,
    nextReportDue: granted ? when(application.reportsDue[0]) : undefined,
    reason: own ? application.reason : undefined,
    tranches: own || published ? more.tranches?.map((tranche) => viewTranche(tranche, own)) : undefined,
    revision: application.revision,
  };
  return bare(view) as ApplicationView;
};

/** A tranche as it is shown; who approved it and its documents to the grantee and officers only. */
export const viewTranche = (tranche: Tranche, own: boolean): TrancheView =>
  bare({
    ...{ id: tranche.id, application: tranche.application, index: tranche.index, amount: tranche.amount },
    ...{ condition: tranche.condition, state: tranche.state },
    evidence: own ? tranche.evidence : [],
    approvals: own ? tranche.approvals : [],
    transfer: tranche.transfer,
    reference: own ? tranche.reference : undefined,
    paidAt: when(tranche.paidMs),
    reason: own ? tranche.reason : undefined,
    revision: tranche.revision,
  }) as TrancheView;

/** A score as its reviewer or an officer sees it. */
export const viewScore = (score: Score, recused: readonly string[]): ScoreView =>
  bare({ ...score, points: { ...score.points }, counts: !recused.includes(score.reviewer) });

/** An objection; who raised it is told to themselves and to officers. */
export const viewObjection = ({ atMs, by, ...objection }: Objection, actor: Actor, officer: boolean): ObjectionView =>
  bare({ ...objection, ...(officer || actor.id === by ? { by } : {}), at: instantOf(atMs) });

/** A report as it is shown. */
export const viewReport = ({ atMs, ...report }: Report): ReportView =>
  bare({ ...report, document: { ...report.document }, at: instantOf(atMs) });
