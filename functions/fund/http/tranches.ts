/** Tranches over HTTP: evidence, two approvals, payment, failure and what comes back. */
import type { trancheOperations } from "../../../schemas/fund/applications.ts";
import type { TrancheState } from "../../../schemas/fund/states.ts";
import { memberAccount, postOwned } from "../../ledger/port.ts";
import type { Call, Handlers } from "../../shared/call.ts";
import { type Command, type Known, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { together, type Write } from "../../shared/write.ts";
import { type Application, changedBy, secondRefusals, type Tranche, windowRefusals } from "../domain/grant.ts";
import { type Side, TRANCHE_TABLE, type TrancheCommand } from "../domain/lifecycle.ts";
import { type Row, stateRefusals } from "../domain/machine.ts";
import { markPayee, putApplication, putTranche } from "../store/grants.ts";
import { moneyBack, paidOut, type Scene } from "./grant-steps.ts";
import { OWNER } from "./moving.ts";
import {
  APPLICATIONS,
  CALLS,
  commandOn,
  conflictRefusals,
  mustStand,
  recordOf,
  type Stepped,
  TRANCHES,
} from "./transition.ts";
import { isApplicant, type TrancheView, viewTranche } from "./views.ts";

type Ops = typeof trancheOperations;
type StepCall = Call<Ops["stepTranche"]>;

/** Persons whose approvals a payment needs. */
const APPROVERS = 2;

/** What a step adds to a tranche and to its application. */
type Added =
  | { readonly changes: Partial<Tranche>; readonly grant?: Partial<Application>; readonly writes?: readonly Write[] }
  | { readonly refusals: readonly Refusal[] };

const rowOf = (command: TrancheCommand): Row<TrancheState, Side> => TRANCHE_TABLE[command];

/** Payments go on only while their grant is active. */
const grantRefusals = ({ state }: Application): Refusal[] =>
  state === "active" ? [] : [refuse("fund/grant-state", { state })];

/** The tranche's next revision, and the application's where it changes; otherwise the grant is held to its state. */
const written = (
  command: TrancheCommand,
  before: Tranche,
  grant: Application,
  added: Exclude<Added, { refusals: unknown }>,
  change: { readonly by: string; readonly reason: string },
  deps: Deps,
): Stepped<TrancheView> => {
  const state = rowOf(command).to ?? before.state;
  const next: Tranche = { ...before, ...changedBy(before, { ...change, command }), ...added.changes, state };
  const paid = { ...grant, ...changedBy(grant, { ...change, command }), ...added.grant };
  const writes = [
    putTranche(next, deps.stamps.take(), before),
    putApplication(paid, deps.stamps.take(), grant),
    ...(added.writes ?? []),
  ];
  return { writes: together(writes), answer: viewTranche(next, true) };
};

const evidence = (call: Call<Ops["showEvidence"]>, deps: Deps): Command<TrancheView> =>
  commandOn(call, deps, TRANCHES, call.params.trancheId, async (before, known): Promise<Stepped<TrancheView>> => {
    const grant = await recordOf(APPLICATIONS, before.application, known, deps);
    if (!(await isApplicant(call.actor, grant, deps))) {
      return reject("resource/not-found", { what: "tranche", id: before.id });
    }
    const { evidence: documents, reason } = call.body;
    const wrong = [
      ...stateRefusals(rowOf("evidence"), before.state),
      ...grantRefusals(grant),
      ...(documents.length === 0 ? [refuse("fund/evidence-missing", { condition: before.condition })] : []),
    ];
    if (wrong.length > 0) return { refusals: wrong };
    return written(
      "evidence",
      before,
      grant,
      { changes: { evidence: documents } },
      { by: call.actor.id, reason },
      deps,
    );
  });

/** The first approval leaves the state as it is, the second person's moves it on. */
const commandFor = ({ command }: StepCall["body"], { approvals }: Tranche): TrancheCommand =>
  command === "approve" && approvals.length + 1 < APPROVERS ? "approve-first" : command;

const approved = async (call: StepCall, before: Tranche, grant: Application, deps: Deps): Promise<Added> => {
  const { id } = call.actor;
  const wrong = [
    ...grantRefusals(grant),
    ...secondRefusals(before.approvals, id),
    ...(await conflictRefusals(id, grant, deps)),
  ];
  return wrong.length > 0 ? { refusals: wrong } : { changes: { approvals: [...before.approvals, id] } };
};

const paid = async (call: StepCall, before: Tranche, grant: Application, scene: Scene): Promise<Added> => {
  const { deps, known, mover, now } = scene;
  const wrong = [
    ...grantRefusals(grant),
    ...windowRefusals(grant.noticeUntilMs, now),
    ...(before.evidence.length === 0 ? [refuse("fund/evidence-missing", { condition: before.condition })] : []),
    ...(await conflictRefusals(call.actor.id, grant, deps)),
  ];
  if (wrong.length > 0) return { refusals: wrong };
  const transfer = deps.ids.next();
  const payee = before.unit === "points" ? memberAccount(grant.applicant.id, "points") : undefined;
  const order = { hold: before.hold, owner: OWNER, transfer, amount: before.amount, payee };
  const made = await postOwned(order, mover, known, deps);
  if ("refusals" in made) return made;
  return {
    changes: { transfer, paidMs: now.getTime(), reference: call.body.reference },
    grant: { paid: grant.paid + before.amount },
    writes: [...made.writes, ...paidOut(before, transfer, scene), markPayee(before.fund, grant.applicant.id)],
  };
};

const cameBack = async (before: Tranche, grant: Application, scene: Scene): Promise<Added> => {
  const back = await moneyBack(grant, before.amount, scene.deps.ids.next(), scene);
  if ("refusals" in back) return back;
  return { changes: {}, grant: { returned: grant.returned + before.amount }, writes: back.writes };
};

const additionOf = (call: StepCall, before: Tranche, grant: Application, scene: Scene): Promise<Added> | Added => {
  switch (call.body.command) {
    case "approve":
      return approved(call, before, grant, scene.deps);
    case "pay":
      return paid(call, before, grant, scene);
    case "return":
      return cameBack(before, grant, scene);
    case "fail":
    case "retry":
      return { changes: {} };
  }
};

const step = (call: StepCall, deps: Deps): Command<TrancheView> =>
  commandOn(
    call,
    deps,
    TRANCHES,
    call.params.trancheId,
    async (before, known: Known): Promise<Stepped<TrancheView>> => {
      const grant = await recordOf(APPLICATIONS, before.application, known, deps);
      mustStand(call.actor, ["treasurer"], { community: grant.community, id: before.id }, "tranche");
      const command = commandFor(call.body, before);
      const wrong = stateRefusals(rowOf(command), before.state);
      if (wrong.length > 0) return { refusals: wrong };
      const of = await recordOf(CALLS, grant.call, known, deps);
      const scene = { deps, known, now: deps.clock.now(), mover: { actor: call.actor }, call: of };
      const added = await additionOf(call, before, grant, scene);
      if ("refusals" in added) return added;
      return written(command, before, grant, added, { by: call.actor.id, reason: call.body.reason }, deps);
    },
  );

/** Handlers of tranches. */
export const trancheHandlers: Handlers<Ops> = {
  showEvidence: (call, deps) => run(deps.db, evidence(call, deps)),
  stepTranche: (call, deps) => run(deps.db, step(call, deps)),
};
