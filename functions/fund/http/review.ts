/** Review, objections and reports of applications. */
import type { applicationOperations } from "../../../schemas/fund/applications.ts";
import { OBJECTIONS_MAX } from "../../../schemas/fund/grants.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, Known, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import { together } from "../../shared/write.ts";
import { type Application, type FundCall, type Score, weigh } from "../domain/grant.ts";
import { PUBLISHED_STATES } from "../domain/lifecycle.ts";
import {
  createReport,
  objectionKey,
  objectionList,
  putObjection,
  putScore,
  reportKey,
  reportList,
  SCORES,
  toObjection,
  toReport,
  toScore,
} from "../store/grants.ts";
import { movedOn, tableRefusals } from "./applications.ts";
import { belongs, READERS } from "./support.ts";
import { APPLICATIONS, CALLS, commandOn, groundsOf, mustStand, recordOf, type Stepped } from "./transition.ts";
import {
  type ApplicationView,
  isApplicant,
  type ObjectionView,
  type ReportView,
  readerOf,
  type ScoreView,
  viewApplication,
  viewObjection,
  viewReport,
  viewScore,
} from "./views.ts";

type Ops = typeof applicationOperations;

const without = (list: readonly string[], out: string): string[] => list.filter((each) => each !== out);

const assign = (call: Call<Ops["assignReviewers"]>, deps: Deps): Command<ApplicationView> =>
  commandOn(
    call,
    deps,
    APPLICATIONS,
    call.params.applicationId,
    async (before, known): Promise<Stepped<ApplicationView>> => {
      mustStand(call.actor, ["officer"], before, "application");
      const of = await recordOf(CALLS, before.call, known, deps);
      const wrong = tableRefusals("assign", before, of);
      if (wrong.length > 0) return { refusals: wrong };
      const recused = [...before.recused];
      const reviewers: string[] = [];
      for (const reviewer of new Set(call.body.reviewers)) {
        if (recused.some((each) => each.reviewer === reviewer)) continue;
        const grounds = await groundsOf(reviewer, before, deps);
        if (grounds.length > 0) recused.push({ reviewer, grounds });
        else reviewers.push(reviewer);
      }
      if (reviewers.length < of.reviewersMin) {
        return { refusals: [refuse("fund/no-reviewer", { free: reviewers.length, needs: of.reviewersMin })] };
      }
      const change = { by: call.actor.id, reason: call.body.reason, changes: { reviewers, recused } };
      const { next, writes } = movedOn("assign", before, of, change, deps);
      return { writes, answer: viewApplication(next, of, "officer") };
    },
  );

/** A reviewer who was named; one who has been recused is told so, and everyone else learns of no application. */
const asReviewer = (actor: Call["actor"], application: Application): readonly ReturnType<typeof refuse>[] => {
  if (application.recused.some(({ reviewer }) => reviewer === actor.id)) return [refuse("fund/recused")];
  if (application.reviewers.includes(actor.id)) return [];
  return reject("resource/not-found", { what: "application", id: application.id });
};

const score = (call: Call<Ops["scoreApplication"]>, deps: Deps): Command<ScoreView> =>
  commandOn(
    call,
    deps,
    APPLICATIONS,
    call.params.applicationId,
    async (before, known): Promise<Stepped<ScoreView>> => {
      const recused = asReviewer(call.actor, before);
      if (recused.length > 0) return { refusals: recused };
      const of = await recordOf(CALLS, before.call, known, deps);
      const wrong = tableRefusals("score", before, of);
      if (wrong.length > 0) return { refusals: wrong };
      if ((await groundsOf(call.actor.id, before, deps)).length > 0) return { refusals: [refuse("fund/recused")] };
      const { points, comment } = call.body;
      const weighted = weigh(points, of.criteria);
      if (typeof weighted !== "number") return { refusals: [weighted] };
      const made: Score = { application: before.id, reviewer: call.actor.id, points, weighted, comment };
      const { writes } = movedOn("score", before, of, { by: call.actor.id, changes: {} }, deps);
      return { writes: [...writes, putScore(made)], answer: viewScore(made, []) };
    },
    201,
  );

const recuse = (call: Call<Ops["recuseReviewer"]>, deps: Deps): Command<ApplicationView> =>
  commandOn(
    call,
    deps,
    APPLICATIONS,
    call.params.applicationId,
    async (before, known): Promise<Stepped<ApplicationView>> => {
      const gone = asReviewer(call.actor, before);
      if (gone.length > 0) return { refusals: gone };
      const of = await recordOf(CALLS, before.call, known, deps);
      const wrong = tableRefusals("recuse", before, of);
      if (wrong.length > 0) return { refusals: wrong };
      const reviewer = call.actor.id;
      const recused = [...before.recused, { reviewer, grounds: ["declared" as const] }];
      const changes = { reviewers: without(before.reviewers, reviewer), recused };
      const { next, writes } = movedOn("recuse", before, of, { by: reviewer, reason: call.body.reason, changes }, deps);
      return { writes, answer: viewApplication(next, of, "reviewer") };
    },
  );

/** The application that somebody reads, with its call and as whom they read it. */
const readable = async (
  id: string,
  call: Pick<Call, "actor">,
  deps: Deps,
): Promise<{ application: Application; of: FundCall; officer: boolean }> => {
  const known = new Known();
  const application = await recordOf(APPLICATIONS, id, known, deps);
  const of = await recordOf(CALLS, application.call, known, deps);
  const reader = await readerOf(call.actor, application, of, deps);
  if (reader === undefined) return reject("resource/not-found", { what: "application", id });
  return { application, of, officer: reader === "officer" };
};

const listScores = async (
  call: Call<Ops["listScores"]>,
  deps: Deps,
): Promise<Answer<{ items: (Omit<ScoreView, "reviewer"> & { reviewer?: string })[] }>> => {
  const { application, of, officer } = await readable(call.params.applicationId, call, deps);
  const { items } = await deps.db.query({ partition: `FA#${application.id}`, prefix: SCORES, limit: 100 });
  const recused = application.recused.map(({ reviewer }) => reviewer);
  const scores = items.map((item) => viewScore(toScore(item), recused));
  if (officer) return { body: { items: scores } };
  if (!PUBLISHED_STATES.includes(of.state)) {
    return { body: { items: scores.filter(({ reviewer }) => reviewer === call.actor.id) } };
  }
  return { body: { items: scores.map(({ reviewer: _reviewer, comment: _comment, ...score }) => score) } };
};

const object = (call: Call<Ops["objectToAward"]>, deps: Deps): Command<ObjectionView> =>
  commandOn(
    call,
    deps,
    APPLICATIONS,
    call.params.applicationId,
    async (before, known): Promise<Stepped<ObjectionView>> => {
      const { actor } = call;
      if (!actor.communities.includes(before.community)) {
        return reject("resource/not-found", { what: "application", id: before.id });
      }
      const of = await recordOf(CALLS, before.call, known, deps);
      const wrong = tableRefusals("object", before, of);
      if (wrong.length > 0) return { refusals: wrong };
      const now = deps.clock.now().getTime();
      if (now >= (before.noticeUntilMs ?? 0)) {
        return { refusals: [refuse("fund/notice-over", { until: new Date(before.noticeUntilMs ?? 0).toISOString() })] };
      }
      if (before.objections >= OBJECTIONS_MAX) {
        return { refusals: [refuse("fund/too-many-objections", { limit: OBJECTIONS_MAX })] };
      }
      const made = { id: deps.ids.next(), application: before.id, text: call.body.text, by: actor.id, atMs: now };
      const changes = { objections: before.objections + 1 };
      const { writes } = movedOn("object", before, of, { by: actor.id, changes }, deps);
      return { writes: [...writes, putObjection(made, true)], answer: viewObjection(made, actor, false) };
    },
    201,
  );

/** Anyone of the community reads what follows an application that is public. */
const publicOf = async (id: string, call: Pick<Call, "actor">, deps: Deps): Promise<Application> => {
  const application = await recordOf(APPLICATIONS, id, new Known(), deps);
  const open = application.noticeUntilMs !== undefined && belongs(call.actor, application.community);
  return open ? application : reject("resource/not-found", { what: "application", id });
};

const listObjections = async (
  call: Call<Ops["listObjections"]>,
  deps: Deps,
): Promise<Answer<{ items: ObjectionView[]; next: string | null }>> => {
  const application = await publicOf(call.params.applicationId, call, deps);
  const list = { index: "g1" as const, partition: objectionList(application.id) };
  const { items, next } = await pageOf(deps, list, objectionKey, call.query);
  const officer = holdsAny(call.actor, READERS, application.community);
  return { body: { items: items.map((item) => viewObjection(toObjection(item), call.actor, officer)), next } };
};

const report = (call: Call<Ops["reportOnProject"]>, deps: Deps): Command<ReportView> =>
  commandOn(
    call,
    deps,
    APPLICATIONS,
    call.params.applicationId,
    async (before, known): Promise<Stepped<ReportView>> => {
      if (!(await isApplicant(call.actor, before, deps))) {
        return reject("resource/not-found", { what: "application", id: before.id });
      }
      const of = await recordOf(CALLS, before.call, known, deps);
      const { kind, text, document } = call.body;
      const command = kind === "final" ? "report-final" : "report";
      const wrong = tableRefusals(command, before, of);
      if (wrong.length > 0) return { refusals: wrong };
      const atMs = deps.clock.now().getTime();
      const made = { id: deps.ids.next(), application: before.id, kind, text, document, atMs };
      const reportsDue =
        kind === "final" ? [] : before.reportsDue.length > 1 ? before.reportsDue.slice(1) : before.reportsDue;
      const changes = { reportsDue, dueMs: reportsDue[0] };
      const { writes } = movedOn(command, before, of, { by: call.actor.id, changes }, deps);
      return { writes: together(writes, [createReport(made)]), answer: viewReport(made) };
    },
    201,
  );

const listReports = async (
  call: Call<Ops["listReports"]>,
  deps: Deps,
): Promise<Answer<{ items: ReportView[]; next: string | null }>> => {
  const application = await publicOf(call.params.applicationId, call, deps);
  const list = { index: "g1" as const, partition: reportList(application.id) };
  const { items, next } = await pageOf(deps, list, reportKey, call.query);
  return { body: { items: items.map((item) => viewReport(toReport(item))), next } };
};

/** Handlers of review, objections and reports. */
export const reviewHandlers: Pick<
  Handlers<Ops>,
  | "assignReviewers"
  | "scoreApplication"
  | "recuseReviewer"
  | "listScores"
  | "objectToAward"
  | "listObjections"
  | "reportOnProject"
  | "listReports"
> = {
  assignReviewers: (call, deps) => run(deps.db, assign(call, deps)),
  scoreApplication: (call, deps) => run(deps.db, score(call, deps)),
  recuseReviewer: (call, deps) => run(deps.db, recuse(call, deps)),
  listScores,
  objectToAward: (call, deps) => run(deps.db, object(call, deps)),
  listObjections,
  reportOnProject: (call, deps) => run(deps.db, report(call, deps)),
  listReports,
};
