/** What each decision adds to an application; its tables have been asked before. */

import type * as z from "zod";
import type { decideBody } from "../../../schemas/fund/applications.ts";
import { holdAllOwned, type Mover, memberAccount, releaseAllOwned } from "../../ledger/port.ts";
import { fundedCheck } from "../../polls/port.ts";
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { dayStart } from "../../shared/time.ts";
import { type Item, type Write, writeKey } from "../../shared/write.ts";
import {
  type Application,
  approvalRefusals,
  approverRoles,
  claimable,
  type FundCall,
  meanOf,
  planned,
  projectName,
  reportDates,
  secondRefusals,
  type Tranche,
  windowRefusals,
} from "../domain/grant.ts";
import type { ApplicationCommand } from "../domain/lifecycle.ts";
import { purposeRefusals, standingRefusals } from "../domain/money.ts";
import { addTotals, createMovement, fundKey, toFund } from "../store/funds.ts";
import {
  objectionList,
  putObjection,
  putTranche,
  SCORES,
  toObjection,
  toScore,
  toTranche,
  trancheKey,
} from "../store/grants.ts";
import { leaving } from "./leaving.ts";
import { envelopeAccount, type Moved, moveMoney, OWNER, outside } from "./moving.ts";
import { configOf, fundOf, today } from "./support.ts";
import { groundsOf } from "./transition.ts";

/** What a step may use. */
export interface Scene {
  readonly deps: Deps;
  readonly known: Known;
  readonly now: Date;
  readonly mover: Mover;
  readonly call: FundCall;
}

/** Changes of the application and what is written beside it, or every reason against it. */
export type Added =
  | { readonly changes: Partial<Application>; readonly writes?: readonly Write[] }
  | { readonly refusals: readonly Refusal[] };

type Body = z.output<typeof decideBody>;
type Step = (application: Application, body: Body, scene: Scene) => Promise<Added> | Added;

const none = (refusals: readonly Refusal[], changes: Partial<Application> = {}): Added =>
  refusals.length > 0 ? { refusals } : { changes };

/** Who found an application ineligible does not judge the appeal. */
const judged: Step = (application, _body, { mover, now }) => {
  const wrong = application.appealed ? secondRefusals([application.judgedBy], mover.actor.id) : [];
  return none(wrong, { judgedBy: mover.actor.id, judgedMs: now.getTime() });
};

/** Scores are counted once, without those of reviewers who by now are not free. */
const concluded: Step = async (application, _body, { deps, call }) => {
  const { items } = await deps.db.query({ partition: `FA#${application.id}`, prefix: SCORES, limit: 100 });
  const scores = items.map(toScore);
  const recused = [...application.recused];
  for (const { reviewer } of scores) {
    if (recused.some((each) => each.reviewer === reviewer)) continue;
    const grounds = await groundsOf(reviewer, application, deps);
    if (grounds.length > 0) recused.push({ reviewer, grounds });
  }
  const out = recused.map(({ reviewer }) => reviewer);
  const mean = meanOf(scores, out, call.reviewersMin);
  if ("code" in mean) return { refusals: [mean] };
  return { changes: { recused, scores: mean.count, score: mean.score } };
};

/** Scoring and decision are apart: who was to score an application does not propose it. */
const proposed: Step = (application, { tranches }, { mover }) => {
  const asked = planned(application.plan);
  const plan = tranches ?? application.plan;
  const amount = planned(plan);
  const scorers = [...application.reviewers, ...application.recused.map(({ reviewer }) => reviewer)];
  const wrong = [
    ...secondRefusals(scorers, mover.actor.id),
    ...(amount > asked ? [refuse("fund/over-asked", { asked, amount })] : []),
  ];
  return none(wrong, { plan, recommendedBy: mover.actor.id });
};

const plain: Step = () => ({ changes: {} });

const resolved =
  (outcome: "upheld" | "dismissed"): Step =>
  async (application, { reason }, { deps }) => {
    const partition = objectionList(application.id);
    const { items } = await deps.db.query({ index: "g1", partition, limit: 100 });
    const open = items.map(toObjection).filter((each) => each.outcome === undefined);
    return { changes: {}, writes: open.map((each) => putObjection({ ...each, outcome, reason })) };
  };

/** One more approver; nobody twice, and never who proposed the award. */
const approved: Step = (application, _body, { deps, mover }) => {
  const roles = approverRoles(configOf(deps), planned(application.plan));
  const { actor } = mover;
  if (!holdsAny(actor, roles, application.community)) {
    return { refusals: [refuse("auth/forbidden", { needs: roles.join(", ") })] };
  }
  const wrong = secondRefusals([...application.approvals, application.recommendedBy], actor.id);
  return none(wrong, { approvals: [...application.approvals, actor.id] });
};

/** A shortfall of the envelope says what is available. */
const asOver = (refusals: readonly Refusal[]): Refusal[] =>
  refusals.map(({ code, params, ...rest }) =>
    code === "ledger/insufficient-available"
      ? { ...rest, code: "fund/over-available", params }
      : { ...rest, code, params },
  );

/** The residents' decision is proved in the transaction of the award. */
const voted = ({ decision, community, id, plan }: Application): Write[] =>
  decision?.poll === undefined ? [] : [fundedCheck(decision.poll, community, projectName(id), planned(plan))];

/** The award: its tranches, and a hold on the fund's envelope for each, all or none. */
const awarded: Step = async (application, { reason }, scene) => {
  const { deps, known, now, mover } = scene;
  const fund = await fundOf(application.fund, mover.actor, known, deps);
  const wrong = [
    ...windowRefusals(application.noticeUntilMs, now),
    ...approvalRefusals(application, configOf(deps)),
    ...standingRefusals(fund, today(deps)),
    ...purposeRefusals(fund, application.purpose),
  ];
  const proof = voted(application);
  if (proof.some((write) => known.get(writeKey(write)) !== undefined)) {
    wrong.push(refuse("fund/not-funded", { project: projectName(application.id) }));
  }
  if (wrong.length > 0) return { refusals: wrong };
  const tranches = application.plan.map(
    (part, index): Tranche => ({
      ...{ id: deps.ids.next(), application: application.id, fund: fund.id, unit: fund.unit, index, ...part },
      ...{ state: "planned", hold: deps.ids.next(), evidence: [], approvals: [] },
      ...{ by: mover.actor.id, reason, command: "award", revision: 1 },
    }),
  );
  const holds = tranches.map(({ hold, id, amount }) => ({
    ...{
      id: hold,
      owner: OWNER,
      link: { type: "tranche", id },
      from: envelopeAccount(fund),
      to: outside(fund),
      amount,
    },
    ...{ category: "grant", untilMs: endOf(application.endsOn, deps), spareRoom: 0, earmarked: true as const },
  }));
  const held = await holdAllOwned(holds, mover, known, deps);
  if ("refusals" in held) return { refusals: asOver(held.refusals) };
  return {
    changes: { award: planned(application.plan), awardedMs: now.getTime(), tranches: tranches.map(({ id }) => id) },
    writes: [...tranches.map((tranche) => putTranche(tranche, deps.stamps.take())), ...held.writes, ...proof],
  };
};

const endOf = (date: string, { district }: Pick<Deps, "district">): number =>
  dayStart(date.replaceAll("-", ""), district.zone).getTime();

const signed: Step = (_application, { document }) =>
  document === undefined ? { refusals: [refuse("fund/document-missing")] } : { changes: { agreement: document } };

/** A project that runs has dates by which it reports. */
const started: Step = (application, _body, { deps }) => {
  const { interim, final } = reportDates(application, configOf(deps));
  const reportsDue = [...interim, final].map((date) => endOf(date, deps));
  return { changes: { reportsDue, dueMs: reportsDue[0] } };
};

const tranchesOf = async ({ tranches }: Application, { deps }: Pick<Scene, "deps">): Promise<Tranche[]> =>
  (await deps.db.getMany(tranches.map(trancheKey))).map(toTranche);

const PAID: readonly Tranche["state"][] = ["paid", "returned", "cancelled"];

/** What is not paid is free again, in the transaction that ends the grant. */
export const unpaidReleased = async (
  application: Application,
  command: ApplicationCommand,
  reason: string,
  scene: Scene,
): Promise<Added> => {
  const { deps, known, mover } = scene;
  const open = (await tranchesOf(application, scene)).filter(({ state }) => !PAID.includes(state));
  const ended = { dueMs: undefined };
  if (open.length === 0) return { changes: ended };
  const holds = open.map(({ hold }) => hold);
  const freed = await releaseAllOwned(holds, OWNER, mover, known, deps);
  if ("refusals" in freed) return freed;
  const change = { by: mover.actor.id, reason, command };
  const cancelled = open.map((tranche) =>
    putTranche(
      { ...tranche, ...change, state: "cancelled", revision: tranche.revision + 1 },
      deps.stamps.take(),
      tranche,
    ),
  );
  return { changes: ended, writes: [...cancelled, ...freed.writes] };
};

const closed: Step = async (application, _body, scene) => {
  const open = (await tranchesOf(application, scene)).filter(({ state }) => !PAID.includes(state));
  const states = open.map(({ state }) => state).join(", ");
  return none(open.length > 0 ? [refuse("fund/unfinished", { count: open.length, states })] : [], { dueMs: undefined });
};

const demanded: Step = (application, { amount = 0 }) => {
  const limit = claimable(application);
  return none(amount > limit || amount === 0 ? [refuse("fund/over-paid", { amount, limit })] : [], {
    clawback: amount,
  });
};

/**
 * Money that comes back from a grantee: from outside, or points from their account. A returned tranche and a clawback
 * that was demanded before it are the same money: never more comes back than was paid. Through a fund that is closed it
 * goes where what was left of that one goes, in the same transaction.
 */
export const moneyBack = async (
  application: Application,
  amount: number,
  transfer: string,
  { deps, known, mover, now }: Scene,
): Promise<{ readonly writes: readonly Write[] } | { readonly refusals: readonly Refusal[] }> => {
  const limit = claimable(application);
  if (amount > limit) return { refusals: [refuse("fund/over-paid", { amount, limit })] };
  const fund = toFund((await deps.db.get(fundKey(application.fund))) as Item);
  const payee = application.unit === "points" ? memberAccount(application.applicant.id, "points") : outside(fund);
  const closed = fund.state === "closed";
  const back: Moved = {
    transfer: {
      ...{ id: transfer, from: payee, to: envelopeAccount(fund), amount, category: "grant-return" },
      ...{ link: { type: "application", id: application.id }, earmarked: ["to"], closed: closed ? "to" : undefined },
    },
    movements: [
      {
        ...{ id: transfer, fund: fund.id, kind: "return", amount, transfer, application: application.id },
        ...{ by: mover.actor.id, atMs: now.getTime() },
      },
    ],
    totals: [[fund.id, { returned: amount }]],
  };
  const onwards = closed ? [await leaving(fund, amount, mover.actor, deps)] : [];
  return moveMoney([back, ...onwards], mover, known, deps);
};

const clawedBack: Step = async (application, _body, scene) => {
  const amount = application.clawback ?? 0;
  const back = await moneyBack(application, amount, scene.deps.ids.next(), scene);
  if ("refusals" in back) return back;
  return { changes: { returned: application.returned + amount }, writes: back.writes };
};

/** What each decision does beside moving the state. */
export const DECISIONS: Readonly<Record<Body["command"], Step>> = {
  "find-eligible": judged,
  "find-ineligible": judged,
  "conclude-scoring": concluded,
  recommend: proposed,
  waitlist: proposed,
  reject: proposed,
  promote: plain,
  demote: plain,
  uphold: resolved("upheld"),
  dismiss: resolved("dismissed"),
  approve: approved,
  award: awarded,
  sign: signed,
  start: started,
  suspend: plain,
  resume: plain,
  close: closed,
  terminate: (application, { reason }, scene) => unpaidReleased(application, "terminate", reason, scene),
  "demand-clawback": demanded,
  "claw-back": clawedBack,
  "write-off": plain,
};

/** A payment out of a fund is a movement of it and adds to its sums. */
export const paidOut = (
  { fund, amount, application }: Pick<Tranche, "fund" | "amount" | "application">,
  transfer: string,
  { deps, mover, now }: Scene,
): Write[] => {
  const movement = { id: transfer, fund, kind: "payment" as const, amount, transfer, application };
  const record = { ...movement, by: mover.actor.id, atMs: now.getTime() };
  return [createMovement(record, deps.stamps.take()), addTotals(fund, { disbursed: amount })];
};
