/** Calls over HTTP: drafting, changing before they open, and each step of their table. */
import type { callOperations } from "../../../schemas/fund/calls.ts";
import { AWARDS_MAX } from "../../../schemas/fund/grants.ts";
import { budgetOutcome } from "../../polls/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, Known, type Decision as Made, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { afterWorkdays } from "../../shared/workdays.ts";
import {
  type Application,
  type CallTerms,
  changedBy,
  dateRefusals,
  type FundCall,
  planned,
  projectName,
} from "../domain/grant.ts";
import { CALL_TABLE, GRANT_STATES } from "../domain/lifecycle.ts";
import { stateRefusals } from "../domain/machine.ts";
import { purposeRefusals, standingRefusals } from "../domain/money.ts";
import { applicationList, callKey, callList, putApplication, putCall, toApplication, toCall } from "../store/grants.ts";
import { belongs, configOf, fundFor, mustBelong, READERS, today } from "./support.ts";
import { CALLS, commandOn, mustStand, recordOf, type Stepped } from "./transition.ts";
import { type CallView, viewCall } from "./views.ts";

type Ops = typeof callOperations;
type StepCall = Call<Ops["stepFundCall"]>;
type Decision = FundCall["decision"];

const PAGES_MAX = 20;
const PAGE = 100;

/** All applications of a call. */
export const applicationsOf = async (call: string, deps: Deps): Promise<Application[]> => {
  const found: Application[] = [];
  let after: Record<string, unknown> | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const partition = applicationList(call);
    const { items, last } = await deps.db.query({ index: "g1", partition, limit: PAGE, ...(after ? { after } : {}) });
    found.push(...items.map(toApplication));
    if (!last) return found;
    after = last;
  }
  throw new Error(`the call ${call} has more applications than can be read`);
};

const draft = (call: Call<Ops["createFundCall"]>, deps: Deps): Command<CallView> => ({
  slot: callKey(call.key),
  fingerprint: call.fingerprint,
  status: 201,
  decide: async (known): Promise<Made<CallView>> => {
    const { fund: fundId, id: _id, ...terms } = call.body;
    const fund = await fundFor(fundId, ["steward", "district-admin"], call.actor, known, deps);
    const wrong = [
      ...standingRefusals(fund, today(deps)),
      ...purposeRefusals(fund, terms.purpose),
      ...dateRefusals(terms),
    ];
    if (wrong.length > 0) return { refusals: wrong };
    const made: FundCall = {
      ...terms,
      ...{ id: call.key, community: fund.community, fund: fund.id, unit: fund.unit, state: "draft" },
      ...{ createdMs: deps.clock.now().getTime(), by: call.actor.id, command: "create", revision: 1 },
    };
    const put = putCall(made, deps.stamps.take());
    const answer = viewCall(made);
    if (put.type !== "put") throw new Error("a call is put");
    return { writes: [{ ...put, item: { ...put.item, fp: call.fingerprint, first: JSON.stringify(answer) } }], answer };
  },
  replay: (item) => JSON.parse(String(item.first)) as CallView,
});

/** Why a call's terms cannot be changed any more, or nothing. */
const fixedRefusals = ({ state }: FundCall): Refusal[] =>
  state === "draft" || state === "published" ? [] : [refuse("fund/criteria-fixed", { state })];

const update = async (call: Call<Ops["updateFundCall"]>, deps: Deps): Promise<Answer<CallView>> => {
  const known = new Known();
  const before = await recordOf(CALLS, call.params.callId, known, deps);
  mustStand(call.actor, ["officer"], before, "call");
  const fixed = fixedRefusals(before);
  if (fixed.length > 0) return { refusals: fixed };
  if (before.revision !== call.revision) return { refusals: [refuse("request/stale", { current: before.revision })] };
  const given = Object.fromEntries(Object.entries(call.body).filter(([, value]) => value !== undefined));
  const terms = { ...before, ...given } as FundCall;
  const fund = await fundFor(before.fund, ["steward", "district-admin"], call.actor, known, deps);
  const wrong = [...dateRefusals(terms), ...purposeRefusals(fund, terms.purpose), ...announced(terms, deps)];
  if (wrong.length > 0) return { refusals: wrong };
  const change = changedBy(before, { by: call.actor.id, command: "update" });
  const next: FundCall = { ...terms, ...change, ...(before.state === "published" ? { dueMs: openingOf(terms) } : {}) };
  const outcome = await deps.db.commit([putCall(next, deps.stamps.take(), before)]);
  if (outcome.ok) return { body: viewCall(next), revision: next.revision };
  return { refusals: [refuse("request/stale", { current: before.revision + 1 })] };
};

const openingOf = ({ opensAt }: Pick<CallTerms, "opensAt">): number => Date.parse(opensAt);

/** A published call opens no earlier than the announcement asks. */
const announced = (call: FundCall, deps: Deps): Refusal[] => {
  if (call.state === "draft") return [];
  const { announceWorkdays } = configOf(deps);
  const { calendar, zone } = deps.district;
  const earliest = afterWorkdays(deps.clock.now(), announceWorkdays, calendar, zone);
  if (openingOf(call) >= earliest.getTime()) return [];
  return [refuse("fund/announcement-too-short", { earliest: earliest.toISOString(), workdays: announceWorkdays })];
};

/** What a step adds to the call, with the applications that move with it. */
type Addition =
  | { readonly changes: Partial<FundCall>; readonly moved?: readonly (readonly [Application, Application])[] }
  | { readonly refusals: readonly Refusal[] };

/** Applications that stand in the way of a step, by state. */
const unfinished = (all: readonly Application[], states: readonly Application["state"][]): Refusal[] => {
  const count = all.filter(({ state }) => states.includes(state)).length;
  return count === 0 ? [] : [refuse("fund/unfinished", { count, states: states.join(", ") })];
};

/** The residents' decision on a call, when it is in force and names exactly what is recommended. */
const decided = async (
  before: FundCall,
  given: Decision,
  all: readonly Application[],
  deps: Deps,
): Promise<Addition> => {
  if (before.decidedBy === "reviewers") return { changes: {} };
  if (before.state !== "resident-vote" || given === undefined) return { refusals: [refuse("fund/vote-missing")] };
  if (given.poll === undefined) {
    if (given.document === undefined) return { refusals: [refuse("fund/vote-missing")] };
    return { changes: { decision: { document: given.document } } };
  }
  const outcome = await budgetOutcome(deps.db, given.poll);
  if (!outcome?.inForce || outcome.community !== before.community) return { refusals: [refuse("fund/vote-missing")] };
  const recommended = all.filter(({ state }) => state === "recommended");
  const funded = new Map(outcome.projects.map(({ project, amount }) => [project, amount]));
  const same =
    recommended.length === funded.size &&
    recommended.every(({ id, plan }) => funded.get(projectName(id)) === planned(plan));
  if (!same) {
    return { refusals: [refuse("fund/decision-differs", { recommended: recommended.length, funded: funded.size })] };
  }
  return { changes: { decision: { poll: given.poll, resultHash: outcome.resultHash } } };
};

const noticed = (call: StepCall, before: FundCall, all: readonly Application[], deps: Deps): Addition => {
  const recommended = all.filter(({ state }) => state === "recommended");
  const total = recommended.reduce((sum, { plan }) => sum + planned(plan), 0);
  if (recommended.length > AWARDS_MAX) {
    return { refusals: [refuse("fund/too-many-awards", { awards: recommended.length, limit: AWARDS_MAX })] };
  }
  if (total > before.budget) return { refusals: [refuse("fund/over-budget", { total, budget: before.budget })] };
  const { calendar, zone } = deps.district;
  const until = afterWorkdays(deps.clock.now(), configOf(deps).noticeWorkdays, calendar, zone).getTime();
  const { reason } = call.body;
  const moved = recommended.map((application) => {
    const change = changedBy(application, { by: call.actor.id, reason, command: "give-notice" });
    const next: Application = {
      ...application,
      ...change,
      state: "notice",
      noticeUntilMs: until,
      decision: before.decision,
    };
    return [application, next] as const;
  });
  return { changes: { noticeUntilMs: until, dueMs: until }, moved };
};

const OPEN_AT_NOTICE = ["notice", "objected", "dismissed"] as const;
const UNSCORED = ["submitted", "eligible", "under-review", "scored"] as const;
const RUNNING = ["awarded", "agreement-signed", "active", "suspended", "final-report", "clawback-due"] as const;

const additionOf = async (call: StepCall, before: FundCall, deps: Deps): Promise<Addition> => {
  const { command, decision } = call.body;
  const all = () => applicationsOf(before.id, deps);
  switch (command) {
    case "publish": {
      const wrong = announced({ ...before, state: "published" }, deps);
      return wrong.length > 0 ? { refusals: wrong } : { changes: { dueMs: openingOf(before) } };
    }
    case "begin-review":
      return { refusals: unfinished(await all(), ["submitted"]) };
    case "publish-shortlist":
      return { refusals: unfinished(await all(), UNSCORED) };
    case "begin-vote":
      return before.decidedBy === "residents" ? { changes: {} } : { refusals: [refuse("fund/vote-missing")] };
    case "propose-awards":
      return decided(before, decision, await all(), deps);
    case "give-notice":
      return noticed(call, before, await all(), deps);
    case "conclude":
      return { refusals: unfinished(await all(), OPEN_AT_NOTICE) };
    case "complete":
      return { refusals: unfinished(await all(), RUNNING) };
    case "cancel":
      return { refusals: unfinished(await all(), GRANT_STATES) };
  }
};

/** One step of a call's table, with what it brings its applications to. */
const stepOn =
  (call: StepCall, deps: Deps) =>
  async (before: FundCall): Promise<Stepped<CallView>> => {
    mustStand(call.actor, ["officer"], before, "call");
    const { command, reason } = call.body;
    const row = CALL_TABLE[command];
    const wrong = stateRefusals(row, before.state);
    if (wrong.length > 0) return { refusals: wrong };
    const added = await additionOf(call, before, deps);
    if ("refusals" in added && added.refusals.length > 0) return added;
    const { changes, moved = [] } = "refusals" in added ? { changes: {} } : added;
    const change = changedBy(before, { by: call.actor.id, reason, command });
    const next: FundCall = { ...before, ...change, dueMs: undefined, ...changes, state: row.to };
    const others = moved.map(([from, to]) => putApplication(to, deps.stamps.take(), from));
    return { writes: [putCall(next, deps.stamps.take(), before), ...others], answer: viewCall(next) };
  };

/** A call that the caller may know of: published, or theirs to run. */
export const callFor = async (id: string, call: Pick<Call, "actor">, known: Known, deps: Deps): Promise<FundCall> => {
  const found = await recordOf(CALLS, id, known, deps);
  const { actor } = call;
  const open = belongs(actor, found.community) && found.state !== "draft";
  return open || holdsAny(actor, READERS, found.community) ? found : reject("resource/not-found", { what: "call", id });
};

const list = async (
  call: Call<Ops["listFundCalls"]>,
  deps: Deps,
): Promise<Answer<{ items: CallView[]; next: string | null }>> => {
  configOf(deps);
  const { community, ...paging } = call.query;
  mustBelong(call.actor, community);
  const calls = { index: "g1" as const, partition: callList(community), descending: true };
  const { items, next } = await pageOf(deps, calls, callKey, paging);
  const officer = holdsAny(call.actor, READERS, community);
  const shown = items.map(toCall).filter(({ state }) => officer || state !== "draft");
  return { body: { items: shown.map(viewCall), next } };
};

/** Handlers of calls. */
export const callHandlers: Omit<Handlers<Ops>, "discloseFundCall" | "indexFundDisclosure"> = {
  createFundCall: (call, deps) => run(deps.db, draft(call, deps)),
  getFundCall: async (call, deps) => {
    const found = await callFor(call.params.callId, call, new Known(), deps);
    return { body: viewCall(found), revision: found.revision };
  },
  listFundCalls: list,
  updateFundCall: update,
  stepFundCall: (call, deps) => run(deps.db, commandOn(call, deps, CALLS, call.params.callId, stepOn(call, deps))),
};
