/**
 * Batches of transfers: all or none in one transaction, or each by itself; every entry has its own answer, nothing is
 * dropped.
 */
import { errorEntry } from "../../../schemas/errors.ts";
import type { transferOperations } from "../../../schemas/ledger/transfers.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, carryOut, fingerprintOf, type Known, keySlot, rehearse, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { problemOf } from "../../shared/problem.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { create } from "../../shared/write.ts";
import type { Entry } from "../domain/entry.ts";
import { joinPlans, type Plan, type Situation } from "../domain/plan.ts";
import { mergeAll } from "../domain/posting.ts";
import { planTransfer } from "../domain/transfer.ts";
import { toEntry, transferKey } from "../store/journal.ts";
import { judgeKnown, knownAccount } from "../store/plan.ts";
import { situationOf } from "./situation.ts";
import { decide, touched } from "./transfers.ts";
import { viewEntry } from "./views.ts";

type Ops = typeof transferOperations;
type BatchCall = Call<Ops["createTransferBatch"]>;
type Row = BatchCall["body"]["entries"][number];
type View = ReturnType<typeof viewEntry>;
interface Result {
  id: string;
  status: number;
  hit: boolean;
  transfer: View | null;
  problem: Record<string, unknown> | null;
}

const summary = (mode: "atomic" | "independent", results: Result[]) => {
  const succeeded = results.filter((result) => result.transfer !== null).length;
  return { mode, succeeded, refused: results.length - succeeded, results };
};

const posted = (entry: Entry): Result => ({
  id: entry.id,
  status: 201,
  hit: false,
  transfer: viewEntry(entry),
  problem: null,
});

/** Names the first entry that cannot be made after those before it, so that the caller can mend it. */
const firstBad = (rows: readonly Row[], plans: readonly Plan[], known: Known): Refusal | undefined => {
  const taken = rows.findIndex((row) => known.get(transferKey(row.id)));
  if (taken >= 0) return refuse("ledger/batch-leg", { index: taken, code: "request/key-reused" });
  for (let count = 1; count <= plans.length; count++) {
    const [refusal] = judgeKnown(mergeAll(joinPlans(plans.slice(0, count)).postings), known);
    if (refusal) return refuse("ledger/batch-leg", { index: count - 1, code: refusal.code, ...refusal.params });
  }
  return undefined;
};

const plansOf = (call: BatchCall, situation: Situation, known: Known): { plans: Plan[] } | { refusals: Refusal[] } => {
  const plans: Plan[] = [];
  for (const [index, row] of call.body.entries.entries()) {
    const planned = planTransfer({ ...row, leg: 0 }, situation, knownAccount(known, row.from));
    const [first] = "refusals" in planned ? planned.refusals : [];
    if (first) return { refusals: [refuse("ledger/batch-leg", { index, code: first.code, ...first.params })] };
    if ("plan" in planned) plans.push(planned.plan);
  }
  return { plans };
};

const atomicCommand = (call: BatchCall, deps: Deps): Command<ReturnType<typeof summary>> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const situation = situationOf(call, deps);
    const made = plansOf(call, situation, known);
    if ("refusals" in made) return made;
    const bad = firstBad(call.body.entries, made.plans, known);
    if (bad) return { refusals: [bad] };
    return decide(
      { plan: joinPlans(made.plans) },
      situation,
      known,
      deps,
      call.fingerprint,
      (entries) => summary("atomic", entries.map(posted)),
      [create({ ...keySlot(call.key), fp: call.fingerprint })],
    );
  },
  replay: async () => {
    const items = await deps.db.getMany(call.body.entries.map((row) => transferKey(row.id)));
    return summary(
      "atomic",
      items.map((item) => posted(toEntry(item))),
    );
  },
});

const single = (row: Row, call: BatchCall, deps: Deps): Command<View> => {
  const fingerprint = fingerprintOf("createTransferBatch", call.actor.id, call.actingFor ?? "", row);
  return {
    slot: transferKey(row.id),
    fingerprint,
    decide: (known) => {
      const situation = situationOf(call, deps);
      const planned = planTransfer({ ...row, leg: 0 }, situation, knownAccount(known, row.from));
      return decide(planned, situation, known, deps, fingerprint, ([entry]) => viewEntry(entry as Entry));
    },
    replay: (item) => viewEntry(toEntry(item)),
    status: 201,
  };
};

const resultOf = (row: Row, answer: Answer<View>, { locale, requestId }: BatchCall): Result => {
  if ("body" in answer)
    return { id: row.id, status: 201, hit: answer.hit ?? false, transfer: answer.body, problem: null };
  if (!("refusals" in answer) || !answer.refusals[0]) throw new Error("an entry without an outcome");
  const [refusal] = answer.refusals;
  const problem = { ...problemOf(refusal, locale, requestId) };
  return { id: row.id, status: errorEntry(refusal.code).status, hit: answer.hit ?? false, transfer: null, problem };
};

/** Each entry under its own id; a repeat continues where a crash left off. */
const independent = async (call: BatchCall, deps: Deps): Promise<Answer<ReturnType<typeof summary>>> => {
  const claim = await deps.db.commit([create({ ...keySlot(call.key), fp: call.fingerprint })]);
  if (!claim.ok && claim.failed[0]?.found?.fp !== call.fingerprint) return { refusals: [refuse("request/key-reused")] };
  const results: Result[] = [];
  for (const row of call.body.entries) results.push(resultOf(row, await run(deps.db, single(row, call, deps)), call));
  return { body: summary("independent", results), ...(claim.ok ? {} : { hit: true }) };
};

const rehearsed = (row: Row, answer: Answer<View>, call: BatchCall): Result => {
  if (!("dry" in answer)) return resultOf(row, answer, call);
  const { answer: body, refusals } = answer.dry;
  return resultOf(row, body ? { body } : { refusals }, call);
};

/** The answer that each entry would have as things stand; what an earlier entry would use up is not foreseen. */
const rehearseEach = async (call: BatchCall, deps: Deps): Promise<Answer<ReturnType<typeof summary>>> => {
  const claim = await deps.db.get(keySlot(call.key));
  if (claim && claim.fp !== call.fingerprint) return { refusals: [refuse("request/key-reused")] };
  const results: Result[] = [];
  for (const row of call.body.entries) {
    results.push(rehearsed(row, await rehearse(deps.db, single(row, call, deps), touched([row])), call));
  }
  return { dry: { accepted: true, refusals: [], answer: summary("independent", results) } };
};

/** Handler of batches. */
export const batchHandlers: Pick<Handlers<Ops>, "createTransferBatch"> = {
  createTransferBatch: (call, deps) => {
    const { mode, entries } = call.body;
    if (mode === "independent") return call.dryRun ? rehearseEach(call, deps) : independent(call, deps);
    const keys = () => [...touched(entries), ...entries.map(({ id }) => transferKey(id))];
    return carryOut(deps.db, call, atomicCommand(call, deps), keys);
  },
};
