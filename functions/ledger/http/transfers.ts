/** Transfers: parse has happened; plan, add checks, commit, respond. */
import { unitPolicy } from "../../../schemas/district.ts";
import type { transferOperations } from "../../../schemas/ledger/transfers.ts";
import { LEGS_MAX } from "../../../schemas/primitives.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, carryOut, type Decision, type Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import { mayRead } from "../domain/access.ts";
import { type Account, accountRef } from "../domain/account.ts";
import type { Entry } from "../domain/entry.ts";
import { joinPlans, type Plan, type Planned, type Situation } from "../domain/plan.ts";
import { judge } from "../domain/posting.ts";
import { planTransfer } from "../domain/transfer.ts";
import { accountKey, toAccount } from "../store/account.ts";
import { isEntry, toEntry, transferKey } from "../store/journal.ts";
import { knownAccount, planWrites, sizeRefusals } from "../store/plan.ts";
import { outsideChecks, personOf, situationOf } from "./situation.ts";
import { viewEntry, viewSet } from "./views.ts";

type View = ReturnType<typeof viewEntry>;
type SetView = ReturnType<typeof viewSet>;
type Ops = typeof transferOperations;
type Body = Call<Ops["createTransfer"]>["body"];

/**
 * Plan of a whole command to its write set, with the checks of other contexts; shared by every movement. `kept` are
 * writes of the command's own that go along.
 */
export const decide = async <Body>(
  planned: Planned,
  situation: Situation,
  known: Known,
  deps: Deps,
  fingerprint: string,
  answer: (entries: readonly Entry[]) => Body,
  kept: readonly Write[] = [],
): Promise<Decision<Body>> => {
  if ("refusals" in planned) return planned;
  const checks = await outsideChecks(planned.plan, situation, known, deps);
  if ("refusals" in checks) return checks;
  const made = planWrites(planned.plan, known, deps, fingerprint);
  if ("refusals" in made) return made;
  const writes = [...kept, ...made.writes, ...checks.writes];
  const tooMany = sizeRefusals(writes);
  return tooMany.length > 0 ? { refusals: tooMany } : { writes, answer: answer(made.entries) };
};

/** Keys of all accounts that movements name. */
export const accountKeys = (movements: readonly { readonly from: string; readonly to: string }[]) =>
  [...new Set(movements.flatMap(({ from, to }) => [from, to]))].map(accountKey);

/** Keys of the member accounts that movements touch: what a dry run must see. */
export const touched = (movements: readonly { readonly from: string; readonly to: string }[]) =>
  [...new Set(movements.flatMap(({ from, to }) => [from, to]))]
    .filter((id) => accountRef(id).pool === undefined)
    .map(accountKey);

/** The paying account, read for an order that moves what is there; a pool has no balance of its own to look at. */
const payerOf = async ({ mode, from }: Body, known: Known, deps: Deps): Promise<Account | null | undefined> => {
  const key = accountKey(from);
  if (mode === "at-most" && accountRef(from).pool === undefined && known.get(key) === undefined) {
    known.set(key, (await deps.db.get(key)) ?? null);
  }
  return knownAccount(known, from);
};

/**
 * `exact` plans the order's amount; `at-most` what is available now in whole steps, up to it, and only while exactly
 * that is available.
 */
const planOf = (
  call: Call<Ops["createTransfer"]>,
  situation: Situation,
  payer: Account | null | undefined,
): Planned => {
  const { mode, ...order } = { ...call.body, id: call.key, leg: 0 };
  if (mode === "exact" || !payer || payer.available >= order.amount) return planTransfer(order, situation, payer);
  const step = unitPolicy(situation.district, payer.unit)?.step ?? 1;
  const amount = Math.max(payer.available - (payer.available % step), 0);
  const planned = planTransfer({ ...order, amount: Math.max(amount, step) }, situation, payer);
  if ("refusals" in planned) return planned;
  const postings = planned.plan.postings.map((side) =>
    side.account === payer.id ? { ...side, needs: { ...side.needs, availableIs: payer.available } } : side,
  );
  if (amount > 0) return { plan: { ...planned.plan, postings } };
  // Whoever may not pay from the account learns that first, and nothing of its balance.
  const wrong = postings
    .filter(({ account }) => account === payer.id)
    .flatMap((side) => judge(side, payer).filter(({ code }) => code !== "ledger/insufficient-available"));
  return { refusals: wrong.length > 0 ? wrong : [refuse("ledger/nothing-to-move", { available: payer.available })] };
};

const transferCommand = (call: Call<Ops["createTransfer"]>, deps: Deps): Command<View> => ({
  slot: transferKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const situation = situationOf(call, deps);
    const planned = planOf(call, situation, await payerOf(call.body, known, deps));
    return decide(planned, situation, known, deps, call.fingerprint, (entries) => viewEntry(entries[0] as Entry));
  },
  replay: (item) => viewEntry(toEntry(item)),
  status: 201,
});

const linkedPlan = (call: Call<Ops["createLinkedTransfer"]>, situation: Situation, known: Known): Planned => {
  const plans: Plan[] = [];
  for (const [index, leg] of call.body.legs.entries()) {
    const planned = planTransfer({ ...leg, id: call.key, leg: index + 1 }, situation, knownAccount(known, leg.from));
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
    const planned = linkedPlan(call, situation, known);
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

/**
 * Entries of a transfer id with its reversal's, read strongly from their own partition; a forced reversal has up to two
 * entries a leg.
 */
export const readEntries = async (id: string, deps: Deps): Promise<Entry[]> =>
  (await deps.db.query({ partition: transferKey(id).pk, limit: 3 * LEGS_MAX + 4 })).items.filter(isEntry).map(toEntry);

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
  createTransfer: (call, deps) => carryOut(deps.db, call, transferCommand(call, deps), () => touched([call.body])),
  createLinkedTransfer: (call, deps) =>
    carryOut(deps.db, call, linkedCommand(call, deps), () => touched(call.body.legs)),
  getTransfer,
};
