/** Holds: reserve, post, void, read. */
import type { holdOperations } from "../../../schemas/ledger/transfers.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import {
  type Command,
  carryOut,
  type Decision,
  type Known,
  keepAnswer,
  keptAnswer,
  keySlot,
} from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import type { Key } from "../../shared/write.ts";
import { mayDispose, mayRead } from "../domain/access.ts";
import type { Account } from "../domain/account.ts";
import {
  ended,
  endRefusals,
  type Hold,
  ownerRefusals,
  payerRefusals,
  planHold,
  planPost,
  planRelease,
} from "../domain/hold.ts";
import { NOTHING, type Plan, type Situation } from "../domain/plan.ts";
import { planTransfer } from "../domain/transfer.ts";
import { toAccount } from "../store/account.ts";
import { createHold, endHold, holdKey, holdList, toHold } from "../store/hold.ts";
import { toEntry, transferKey } from "../store/journal.ts";
import { knownAccount, planWrites } from "../store/plan.ts";
import { readableAccount } from "./accounts.ts";
import { outsideChecks, personOf, situationOf } from "./situation.ts";
import { accountKeys, touched } from "./transfers.ts";
import { viewEntry, viewHold } from "./views.ts";

type Ops = typeof holdOperations;
type View = ReturnType<typeof viewHold>;

/** The transfer's own rules say who may reserve for whom; its postings become reservations. */
const createCommand = (call: Call<Ops["createHold"]>, deps: Deps): Command<View> => ({
  slot: holdKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const { body } = call;
    const situation = situationOf(call, deps);
    const limit = deps.district.holds.secondsMax;
    if (body.expiresInSeconds > limit) {
      return { refusals: [refuse("request/invalid", {}, [{ field: "/expiresInSeconds", reason: `<= ${limit}` }])] };
    }
    const noPool = payerRefusals(body);
    if (noPool.length > 0) return { refusals: noPool };
    const account = knownAccount(known, body.from);
    const planned = planTransfer({ ...body, id: call.key, leg: 0 }, situation, account);
    if ("refusals" in planned) return planned;
    const payer = planned.plan.postings.find((side) => side.account === body.from);
    const sides = { spender: payer?.needs.spender, community: payer?.needs.community };
    const plan: Plan = { ...planned.plan, ...planHold(body, situation, sides), entries: [] };
    const checks = await outsideChecks(plan, situation, known, deps);
    if ("refusals" in checks) return checks;
    const made = planWrites(plan, known, deps);
    if ("refusals" in made) return made;
    const hold = newHold(call, situation);
    const writes = [createHold(hold, deps.stamps.take()), ...made.writes, ...checks.writes];
    return { writes, answer: viewHold(hold, situation.now) };
  },
  replay: (item) => viewHold(asCreated(toHold(item)), new Date(toHold(item).createdMs)),
  status: 201,
});

const newHold = (call: Call<Ops["createHold"]>, { now, actor, actingFor }: Situation): Hold => {
  const { from, to, amount, category, memo, link, expiresInSeconds } = call.body;
  return {
    id: call.key,
    from,
    to,
    amount,
    category,
    state: "open",
    createdMs: now.getTime(),
    expiresMs: now.getTime() + expiresInSeconds * 1_000,
    by: actor.id,
    revision: 1,
    fingerprint: call.fingerprint,
    ...(memo === undefined ? {} : { memo }),
    ...(link === undefined ? {} : { link }),
    ...(actingFor === undefined ? {} : { actingFor }),
  };
};

/** The hold as its first answer showed it. */
const asCreated = ({ posted: _posted, endedBy: _endedBy, endedMs: _endedMs, ...hold }: Hold): Hold => ({
  ...hold,
  state: "open",
});

/** Who may end a hold: both sides and the community's officers may release it, the payer and officers may post it. */
const mayEnd = (
  call: Call,
  person: string,
  hold: Hold,
  accounts: readonly Account[],
  act: "post" | "void",
): boolean => {
  const payer = accounts.find((account) => account.id === hold.from);
  const payee = accounts.find((account) => account.id === hold.to);
  if (!payer) return false;
  if (holdsAny(call.actor, ["steward", "district-admin"], payer.community)) return true;
  return mayDispose(person, payer) || (act === "void" && payee !== undefined && mayDispose(person, payee));
};

/** The hold as read now, when the caller may end it; otherwise 404, or 403 where they may at least see it. */
const endable = async (call: Call, id: string, known: Known, deps: Deps, act: "post" | "void"): Promise<Hold> => {
  const item = known.get(holdKey(id)) ?? (await deps.db.get(holdKey(id)));
  if (!item || item.no !== undefined) return reject("resource/not-found", { what: "hold", id });
  const hold = toHold(item);
  const accounts = (await deps.db.getMany(accountKeys([hold]))).map(toAccount);
  const person = await personOf(call, deps);
  if (mayEnd(call, person, hold, accounts, act)) return hold;
  const seen = accounts.some((account) => mayRead(call.actor, person, account));
  return seen
    ? reject("auth/forbidden", { needs: "payer, steward" })
    : reject("resource/not-found", { what: "hold", id });
};

const postCommand = (call: Call<Ops["postHold"]>, deps: Deps): Command<ReturnType<typeof viewEntry>> => ({
  slot: transferKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const hold = await endable(call, call.params.holdId, known, deps, "post");
    const situation = situationOf(call, deps);
    const amount = call.body.amount ?? hold.amount;
    const wrong = [...ownerRefusals(hold), ...endRefusals(hold, situation, amount)];
    if (wrong.length > 0) return { refusals: wrong };
    const checks = await outsideChecks(NOTHING, situation, known, deps);
    if ("refusals" in checks) return checks;
    const made = planWrites(planPost(hold, call.key, amount, situation), known, deps, call.fingerprint);
    if ("refusals" in made) return made;
    const posted = ended(hold, "posted", situation, amount);
    const [entry] = made.entries;
    if (!entry) throw new Error("a posting without an entry");
    return { writes: [...made.writes, endHold(posted, entry.stamp), ...checks.writes], answer: viewEntry(entry) };
  },
  replay: (item) => viewEntry(toEntry(item)),
  status: 201,
});

const voidCommand = (call: Call<Ops["voidHold"]>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<View>> => {
    const hold = await endable(call, call.params.holdId, known, deps, "void");
    const situation = situationOf(call, deps);
    const wrong = [...ownerRefusals(hold), ...endRefusals(hold, situation)];
    if (wrong.length > 0) return { refusals: wrong };
    const checks = await outsideChecks(NOTHING, situation, known, deps);
    if ("refusals" in checks) return checks;
    const made = planWrites(planRelease(hold, situation), known, deps);
    if ("refusals" in made) return made;
    const voided = ended(hold, "voided", situation);
    const answer = viewHold(voided, situation.now);
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    return { writes: [endHold(voided, deps.stamps.take()), ...made.writes, kept, ...checks.writes], answer };
  },
  replay: keptAnswer<View>,
});

const getHold = async (call: Call<Ops["getHold"]>, deps: Deps): Promise<Answer<View>> => {
  const { holdId } = call.params;
  const item = await deps.db.get(holdKey(holdId));
  const person = await personOf(call, deps);
  const accounts =
    item && item.no === undefined ? (await deps.db.getMany(accountKeys([toHold(item)]))).map(toAccount) : [];
  if (!item || !accounts.some((account) => mayRead(call.actor, person, account))) {
    return reject("resource/not-found", { what: "hold", id: holdId });
  }
  return { body: viewHold(toHold(item), deps.clock.now()) };
};

const listHolds = async (
  call: Call<Ops["listHolds"]>,
  deps: Deps,
): Promise<Answer<{ items: View[]; next: string | null }>> => {
  const account = await readableAccount(call, call.params.accountId, deps);
  const { side, ...paging } = call.query;
  const index = side === "out" ? ("g1" as const) : ("g2" as const);
  const list = { index, partition: holdList(account.id), descending: true };
  const { items, next } = await pageOf(deps, list, holdKey, paging);
  const now = deps.clock.now();
  return { body: { items: items.map((item) => viewHold(toHold(item), now)), next } };
};

/** What a dry run of an end must see: the hold and its member accounts. */
const endKeys = async (holdId: string, deps: Deps): Promise<Key[]> => {
  const item = await deps.db.get(holdKey(holdId));
  return item && item.no === undefined ? [holdKey(holdId), ...touched([toHold(item)])] : [];
};

/** Handlers of holds. */
export const holdHandlers: Handlers<Ops> = {
  createHold: (call, deps) => carryOut(deps.db, call, createCommand(call, deps), () => touched([call.body])),
  getHold,
  listHolds,
  postHold: (call, deps) => carryOut(deps.db, call, postCommand(call, deps), () => endKeys(call.params.holdId, deps)),
  voidHold: (call, deps) => carryOut(deps.db, call, voidCommand(call, deps), () => endKeys(call.params.holdId, deps)),
};
