/** Applications over HTTP: drafting, the applicant's steps, decisions, and reading by everyone's own standing. */
import type { applicationOperations } from "../../../schemas/fund/applications.ts";
import { represents } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, type Decision, Known, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { afterWorkdays } from "../../shared/workdays.ts";
import { together, type Write } from "../../shared/write.ts";
import { type Application, changedBy, type Detail, type FundCall, termRefusals } from "../domain/grant.ts";
import { APPLICATION_TABLE, type ApplicationCommand, type ApplicationRow, callRefusals } from "../domain/lifecycle.ts";
import { stateRefusals } from "../domain/machine.ts";
import {
  applicationKey,
  applicationList,
  callProof,
  detailKey,
  putApplication,
  putDetail,
  toApplication,
  toDetail,
  toTranche,
  trancheKey,
} from "../store/grants.ts";
import { callFor } from "./calls.ts";
import { DECISIONS, type Scene, unpaidReleased } from "./grant-steps.ts";
import { configOf } from "./support.ts";
import { APPLICATIONS, CALLS, commandOn, conflictRefusals, mustStand, recordOf, type Stepped } from "./transition.ts";
import { type ApplicationView, isApplicant, readerOf, viewApplication } from "./views.ts";

type Ops = typeof applicationOperations;

const newApplication = (call: Call<Ops["createApplication"]>, of: FundCall, now: Date): Application => {
  const { title, organisation, startsOn, endsOn, tranches } = call.body;
  return {
    ...{ id: call.key, call: of.id, fund: of.fund, community: of.community, unit: of.unit, purpose: of.purpose },
    ...{ blind: of.blind, state: "draft", title, startsOn, endsOn, plan: tranches, author: call.actor.id },
    applicant:
      organisation === undefined ? { kind: "resident", id: call.actor.id } : { kind: "organisation", id: organisation },
    ...{ reviewers: [], recused: [], scores: 0, approvals: [], appealed: false, objections: 0, tranches: [] },
    ...{ paid: 0, returned: 0, reportsDue: [], createdMs: now.getTime() },
    ...{ by: call.actor.id, command: "create", revision: 1 },
  };
};

const draft = (call: Call<Ops["createApplication"]>, deps: Deps): Command<ApplicationView> => ({
  slot: applicationKey(call.key),
  fingerprint: call.fingerprint,
  status: 201,
  decide: async (known): Promise<Decision<ApplicationView>> => {
    const of = await callFor(call.params.callId, call, known, deps);
    const { organisation, text, attachments } = call.body;
    const states = ["published", "open"];
    const wrong: Refusal[] = states.includes(of.state)
      ? []
      : [refuse("fund/call-state", { state: of.state, needs: states.join(", ") })];
    if (organisation !== undefined && !(await represents(deps.db, call.actor.id, organisation, of.community))) {
      return reject("resource/not-found", { what: "organisation", id: organisation });
    }
    if (!call.actor.communities.includes(of.community)) return reject("auth/forbidden", { needs: of.community });
    const made = newApplication(call, of, deps.clock.now());
    wrong.push(...termRefusals(made, of, configOf(deps)));
    if (wrong.length > 0) return { refusals: wrong };
    const detail: Detail = { text, attachments };
    const answer = viewApplication(made, of, "applicant", { detail });
    const put = putApplication(made, deps.stamps.take());
    if (put.type !== "put") throw new Error("an application is put");
    const slot: Write = { ...put, item: { ...put.item, fp: call.fingerprint, first: JSON.stringify(answer) } };
    return { writes: [slot, putDetail(made.id, detail)], answer };
  },
  replay: (item) => JSON.parse(String(item.first)) as ApplicationView,
});

/** An application with its call, for its applicant; for everyone else there is none. */
const ownOf = async (id: string, call: Pick<Call, "actor">, known: Known, deps: Deps): Promise<Application> => {
  const application = await recordOf(APPLICATIONS, id, known, deps);
  return (await isApplicant(call.actor, application, deps))
    ? application
    : reject("resource/not-found", { what: "application", id });
};

const update = async (call: Call<Ops["updateApplication"]>, deps: Deps): Promise<Answer<ApplicationView>> => {
  const known = new Known();
  const before = await ownOf(call.params.applicationId, call, known, deps);
  if (before.state !== "draft")
    return { refusals: [refuse("fund/wrong-state", { state: before.state, needs: "draft" })] };
  if (before.revision !== call.revision) return { refusals: [refuse("request/stale", { current: before.revision })] };
  const of = await recordOf(CALLS, before.call, known, deps);
  const { text, attachments, tranches, title, startsOn, endsOn } = call.body;
  const item = await deps.db.get(detailKey(before.id));
  const old = item ? toDetail(item) : { text: "", attachments: [] };
  const detail: Detail = { text: text ?? old.text, attachments: attachments ?? old.attachments };
  const next: Application = {
    ...before,
    ...{ title: title ?? before.title, startsOn: startsOn ?? before.startsOn, endsOn: endsOn ?? before.endsOn },
    plan: tranches ?? before.plan,
    ...changedBy(before, { by: call.actor.id, command: "update" }),
  };
  const wrong = termRefusals(next, of, configOf(deps));
  if (wrong.length > 0) return { refusals: wrong };
  const writes = [putApplication(next, deps.stamps.take(), before), putDetail(next.id, detail)];
  const outcome = await deps.db.commit(writes);
  if (!outcome.ok) return { refusals: [refuse("request/stale", { current: before.revision + 1 })] };
  return { body: viewApplication(next, of, "applicant", { detail }), revision: next.revision };
};

/** Why the tables do not allow a command, or nothing. */
export const tableRefusals = (command: ApplicationCommand, application: Application, of: FundCall): Refusal[] => {
  const row: ApplicationRow = APPLICATION_TABLE[command];
  return [...stateRefusals(row, application.state), ...callRefusals(command, of.state)];
};

/** The application in its next state, with its call held to the state that the command asks for. */
export const movedOn = (
  command: ApplicationCommand,
  before: Application,
  of: FundCall,
  change: { readonly by: string; readonly reason?: string | undefined; readonly changes: Partial<Application> },
  deps: Pick<Deps, "stamps">,
): { readonly next: Application; readonly writes: readonly Write[] } => {
  const row: ApplicationRow = APPLICATION_TABLE[command];
  const { by, reason, changes } = change;
  const state = row.to ?? before.state;
  const next: Application = { ...before, ...changedBy(before, { by, reason, command }), ...changes, state };
  const put = putApplication(next, deps.stamps.take(), before);
  return { next, writes: row.call === undefined ? [put] : [put, callProof(of)] };
};

const sceneOf = (call: Pick<Call, "actor">, known: Known, of: FundCall, deps: Deps): Scene => ({
  ...{ deps, known, now: deps.clock.now(), mover: { actor: call.actor }, call: of },
});

const appealRefusals = (application: Application, now: Date, deps: Deps): Refusal[] => {
  if (application.appealed) return [refuse("fund/appeal-used")];
  const { calendar, zone } = deps.district;
  const judged = new Date(application.judgedMs ?? 0);
  const until = afterWorkdays(judged, configOf(deps).appealWorkdays, calendar, zone);
  return now < until ? [] : [refuse("fund/appeal-late", { until: until.toISOString() })];
};

const step = (call: Call<Ops["stepApplication"]>, deps: Deps): Command<ApplicationView> =>
  commandOn(
    call,
    deps,
    APPLICATIONS,
    call.params.applicationId,
    async (before, known): Promise<Stepped<ApplicationView>> => {
      await ownOf(before.id, call, known, deps);
      const { command, reason } = call.body;
      const of = await recordOf(CALLS, before.call, known, deps);
      const scene = sceneOf(call, known, of, deps);
      const wrong = tableRefusals(command, before, of);
      if (wrong.length === 0 && command === "submit") wrong.push(...termRefusals(before, of, configOf(deps)));
      if (wrong.length === 0 && command === "appeal") wrong.push(...appealRefusals(before, scene.now, deps));
      if (wrong.length > 0) return { refusals: wrong };
      const added =
        command === "withdraw"
          ? await unpaidReleased(before, command, reason, scene)
          : { changes: command === "appeal" ? { appealed: true } : {}, writes: [] };
      if ("refusals" in added) return added;
      const { next, writes } = movedOn(
        command,
        before,
        of,
        { by: call.actor.id, reason, changes: added.changes },
        deps,
      );
      return { writes: [...writes, ...(added.writes ?? [])], answer: viewApplication(next, of, "applicant") };
    },
  );

const decide = (call: Call<Ops["decideApplication"]>, deps: Deps): Command<ApplicationView> =>
  commandOn(
    call,
    deps,
    APPLICATIONS,
    call.params.applicationId,
    async (before, known): Promise<Stepped<ApplicationView>> => {
      const { command, reason } = call.body;
      mustStand(call.actor, [...APPLICATION_TABLE[command].by], before, "application");
      const of = await recordOf(CALLS, before.call, known, deps);
      const wrong = tableRefusals(command, before, of);
      if (wrong.length === 0) wrong.push(...(await conflictRefusals(call.actor.id, before, deps)));
      if (wrong.length > 0) return { refusals: wrong };
      const added = await DECISIONS[command](before, call.body, sceneOf(call, known, of, deps));
      if ("refusals" in added) return added;
      const { next, writes } = movedOn(
        command,
        before,
        of,
        { by: call.actor.id, reason, changes: added.changes },
        deps,
      );
      return { writes: together(writes, added.writes ?? []), answer: viewApplication(next, of, "officer") };
    },
  );

const getApplication = async (call: Call<Ops["getApplication"]>, deps: Deps): Promise<Answer<ApplicationView>> => {
  const known = new Known();
  const id = call.params.applicationId;
  const application = await recordOf(APPLICATIONS, id, known, deps);
  const of = await recordOf(CALLS, application.call, known, deps);
  const reader = await readerOf(call.actor, application, of, deps);
  if (reader === undefined) return reject("resource/not-found", { what: "application", id });
  const items = await deps.db.getMany([detailKey(id), ...application.tranches.map(trancheKey)]);
  const detail = items.find(({ sk }) => sk === detailKey(id).sk);
  const tranches = items.filter(({ sk }) => sk !== detailKey(id).sk).map(toTranche);
  const body = viewApplication(application, of, reader, { detail: detail && toDetail(detail), tranches });
  return { body, revision: application.revision };
};

const list = async (
  call: Call<Ops["listApplications"]>,
  deps: Deps,
): Promise<Answer<{ items: ApplicationView[]; next: string | null }>> => {
  const of = await callFor(call.params.callId, call, new Known(), deps);
  const applications = { index: "g1" as const, partition: applicationList(of.id) };
  const { items, next } = await pageOf(deps, applications, applicationKey, call.query);
  const shown: ApplicationView[] = [];
  for (const application of items.map(toApplication)) {
    const reader = await readerOf(call.actor, application, of, deps);
    if (reader !== undefined) shown.push(viewApplication(application, of, reader));
  }
  return { body: { items: shown, next } };
};

/** Handlers of applications but for their review. */
export const applicationHandlers: Pick<
  Handlers<Ops>,
  | "createApplication"
  | "getApplication"
  | "listApplications"
  | "updateApplication"
  | "stepApplication"
  | "decideApplication"
> = {
  createApplication: (call, deps) => run(deps.db, draft(call, deps)),
  getApplication,
  listApplications: list,
  updateApplication: update,
  stepApplication: (call, deps) => run(deps.db, step(call, deps)),
  decideApplication: (call, deps) => run(deps.db, decide(call, deps)),
};
