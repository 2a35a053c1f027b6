/** Transfers: parse has happened; plan, add checks, commit, respond. */
import type { transferOperations } from "../../../schemas/ledger/transfers.ts";
import { LEGS_MAX } from "../../../schemas/primitives.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, type Decision, type Known, rehearse, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import { mayRead } from "../domain/access.ts";
import { accountRef } from "../domain/account.ts";
import type { Entry } from "../domain/entry.ts";
import { joinPlans, type Plan, type Planned, type Situation } from "../domain/plan.ts";
import { planTransfer } from "../domain/transfer.ts";
import { accountKey, toAccount } from "../store/account.ts";
import { isEntry, toEntry, transferKey } from "../store/journal.ts";
import { knownAccount, planWrites } from "../store/plan.ts";
import { outsideChecks, personOf, situationOf } from "./situation.ts";
import { viewEntry, viewSet } from "./views.ts";

type View = ReturnType<typeof viewEntry>;
type SetView = ReturnType<typeof viewSet>;
type Ops = typeof transferOperations;

/** Plan of a whole command to its write set, with the checks of other contexts; shared by every movement. */
export const decide = async <Body>(
  planned: Planned,
  situation: Situation,
  known: Known,
  deps: Deps,
  fingerprint: string,
  answer: (entries: readonly Entry[]) => Body,
): Promise<Decision<Body>> => {
  if ("refusals" in planned) return planned;
  const checks = await outsideChecks(planned.plan, situation, known, deps);
  if ("refusals" in checks) return checks;
  const made = planWrites(planned.plan, known, deps, fingerprint);
  if ("refusals" in made) return made;
  return { writes: [...made.writes, ...checks.writes], answer: answer(made.entries) };
};

/** Keys of all accounts that movements name. */
export const accountKeys = (movements: readonly { readonly from: string; readonly to: string }[]) =>
  [...new Set(movements.flatMap(({ from, to }) => [from, to]))].map(accountKey);

/** Keys of the member accounts that movements touch: what a dry run must see. */
export const touched = (movements: readonly { readonly from: string; readonly to: string }[]) =>
  [...new Set(movements.flatMap(({ from, to }) => [from, to]))]
    .filter((id) => accountRef(id).pool === undefined)
    .map(accountKey);

/**
 * `exact` takes the order's amount; `at-most` what is available now, up to it, and only while exactly that is
 * available.
 */
const amountOf = async (body: Call<Ops["createTransfer"]>["body"], known: Known, deps: Deps) => {
  if (body.mode === "exact") return { amount: body.amount };
  const key = accountKey(body.from);
  if (known.get(key) === undefined) known.set(key, (await deps.db.get(key)) ?? null);
  const account = knownAccount(known, body.from);
  if (!account) return { amount: body.amount };
  const { available } = account;
  if (available <= 0) return { refusals: [refuse("ledger/nothing-to-move", { available })] };
  return available < body.amount ? { amount: available, exactly: available } : { amount: body.amount };
};

const onlyWhile = (planned: Planned, account: string, available: number | undefined): Planned => {
  if ("refusals" in planned || available === undefined) return planned;
  const postings = planned.plan.postings.map((side) =>
    side.account === account ? { ...side, needs: { ...side.needs, availableIs: available } } : side,
  );
  return { plan: { ...planned.plan, postings } };
};

const transferCommand = (call: Call<Ops["createTransfer"]>, deps: Deps): Command<View> => ({
  slot: transferKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const amount = await amountOf(call.body, known, deps);
    if (amount.refusals) return { refusals: amount.refusals };
    const situation = situationOf(call, deps);
    const order = { ...call.body, id: call.key, leg: 0, amount: amount.amount };
    const planned = onlyWhile(planTransfer(order, situation), call.body.from, amount.exactly);
    return decide(planned, situation, known, deps, call.fingerprint, (entries) => viewEntry(entries[0] as Entry));
  },
  replay: (item) => viewEntry(toEntry(item)),
  status: 201,
});

const linkedPlan = (call: Call<Ops["createLinkedTransfer"]>, situation: Situation): Planned => {
  const plans: Plan[] = [];
  for (const [index, leg] of call.body.legs.entries()) {
    const planned = planTransfer({ ...leg, id: call.key, leg: index + 1 }, situation);
    if ("refusals" in planned) return planned;
    plans.push(planned.plan);
  }
  return { plan: joinPlans(plans) };
};

const linkedCommand = (call: Call<Ops["createLinkedTransfer"]>, deps: Deps): Command<SetView> => ({
  slot: transferKey(call.key),
  fingerprint: call.fingerprint,
  decide: (known) => {
    const situation = situationOf(call, deps);
    const planned = linkedPlan(call, situation);
    return decide(planned, situation, known, deps, call.fingerprint, (entries) => viewSet(call.key, entries));
  },
  // The first answer had no reversal, whatever has happened since.
  replay: async () =>
    viewSet(
      call.key,
      (await readEntries(call.key, deps)).filter((entry) => !entry.reversal),
    ),
  status: 201,
});

/** Entries of a transfer id with its reversal's, read strongly from their own partition. */
export const readEntries = async (id: string, deps: Deps): Promise<Entry[]> =>
  (await deps.db.query({ partition: transferKey(id).pk, limit: 2 * LEGS_MAX + 4 })).items.filter(isEntry).map(toEntry);

/** A transfer is seen by whoever may read one of the accounts it touches. */
const getTransfer = async (call: Call<Ops["getTransfer"]>, deps: Deps): Promise<Answer<SetView>> => {
  const entries = await readEntries(call.params.transferId, deps);
  if (entries.length === 0 || !(await mayReadAny(entries, call, deps))) {
    return reject("resource/not-found", { what: "transfer", id: call.params.transferId });
  }
  return { body: viewSet(call.params.transferId, entries) };
};

const mayReadAny = async (entries: readonly Entry[], call: Call, deps: Deps): Promise<boolean> => {
  const accounts = await deps.db.getMany(accountKeys(entries));
  const person = await personOf(call, deps);
  return accounts.some((item) => mayRead(call.actor, person, toAccount(item)));
};

/** Handlers of plain and linked transfers. */
export const transferHandlers: Pick<Handlers<Ops>, "createTransfer" | "createLinkedTransfer" | "getTransfer"> = {
  createTransfer: (call, deps) => {
    const command = transferCommand(call, deps);
    return call.dryRun ? rehearse(deps.db, command, touched([call.body])) : run(deps.db, command);
  },
  createLinkedTransfer: (call, deps) => {
    const command = linkedCommand(call, deps);
    return call.dryRun ? rehearse(deps.db, command, touched(call.body.legs)) : run(deps.db, command);
  },
  getTransfer,
};
