/** Earn claims: a resident says what they have done, a steward of the community decides. */
import type * as z from "zod";
import type { claimOperations, EarnClaim } from "../../../schemas/ledger/rewards.ts";
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
import { instantOf } from "../../shared/time.ts";
import { accountRef, memberAccount } from "../domain/account.ts";
import { NOTHING, principal, type Situation } from "../domain/plan.ts";
import { asClaimed, type Claim, claimant, decided, decisionRefusals, earnings, ruleOf } from "../domain/reward.ts";
import { accountKey, toAccount } from "../store/account.ts";
import { toEntry, transferKey } from "../store/journal.ts";
import { claimKey, claimList, createClaim, decideClaim, pendingClaims, toClaim } from "../store/request.ts";
import { readableAccount } from "./accounts.ts";
import { decideReward } from "./rewards.ts";
import { outsideChecks, personOf, situationOf } from "./situation.ts";
import { viewEntry } from "./views.ts";

type Ops = typeof claimOperations;
type View = z.input<typeof EarnClaim>;

const view = (claim: Claim): View => ({
  id: claim.id,
  account: claim.account,
  community: claim.community,
  rule: claim.rule,
  quantity: claim.quantity,
  amount: claim.amount,
  unit: accountRef(claim.account).unit as View["unit"],
  state: claim.state,
  createdAt: instantOf(claim.createdMs),
  by: claim.by,
  ...(claim.memo === undefined ? {} : { memo: claim.memo }),
  ...(claim.evidence === undefined ? {} : { evidence: { ...claim.evidence } }),
  ...(claim.actingFor === undefined ? {} : { actingFor: claim.actingFor }),
  ...(claim.decidedBy === undefined ? {} : { decidedBy: claim.decidedBy }),
  ...(claim.decidedMs === undefined ? {} : { decidedAt: instantOf(claim.decidedMs) }),
  ...(claim.reason === undefined ? {} : { reason: claim.reason }),
  ...(claim.transfer === undefined ? {} : { transfer: claim.transfer }),
});

/** A claim counts for the person who makes it, or for whom it is made, in the community of their account. */
const createCommand = (call: Call<Ops["createEarnClaim"]>, deps: Deps): Command<View> => ({
  slot: claimKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<View>> => {
    const found = ruleOf(deps.district, call.body.rule);
    if ("refusals" in found) return found;
    const earned = earnings(found.rule, call.body.quantity);
    if ("refusals" in earned) return earned;
    const situation = situationOf(call, deps);
    const account = memberAccount(principal(situation), found.rule.unit);
    const item = await deps.db.get(accountKey(account));
    if (!item) return { refusals: [refuse("resource/not-found", { what: "account", id: account })] };
    const { status, community } = toAccount(item);
    if (status === "closed") return { refusals: [refuse("ledger/account-closed", { account })] };
    const checks = await outsideChecks(NOTHING, situation, known, deps);
    if ("refusals" in checks) return checks;
    const claim = newClaim(call, { account, community, amount: earned.amount }, situation);
    return { writes: [createClaim(claim, deps.stamps.take()), ...checks.writes], answer: view(claim) };
  },
  replay: (item) => view(asClaimed(toClaim(item))),
  status: 201,
});

const newClaim = (
  call: Call<Ops["createEarnClaim"]>,
  terms: Pick<Claim, "account" | "community" | "amount">,
  { now, actor, actingFor }: Situation,
): Claim => {
  const { rule, quantity, memo, evidence } = call.body;
  return {
    ...terms,
    id: call.key,
    rule,
    quantity,
    state: "pending",
    createdMs: now.getTime(),
    by: actor.id,
    revision: 1,
    fingerprint: call.fingerprint,
    ...(memo === undefined ? {} : { memo }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(actingFor === undefined ? {} : { actingFor }),
  };
};

const missing = (id: string): never => reject("resource/not-found", { what: "earn claim", id });

/** The claim as it is now, when the caller is an approver of its community; otherwise 404. */
const decidable = async (call: Call, id: string, known: Known, deps: Deps): Promise<Claim> => {
  const item = known.get(claimKey(id)) ?? (await deps.db.get(claimKey(id)));
  if (!item || item.no !== undefined) return missing(id);
  const claim = toClaim(item);
  return holdsAny(call.actor, ["steward", "district-admin"], claim.community) ? claim : missing(id);
};

const acceptCommand = (call: Call<Ops["acceptEarnClaim"]>, deps: Deps): Command<ReturnType<typeof viewEntry>> => ({
  slot: transferKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const claim = await decidable(call, call.params.claimId, known, deps);
    const situation = situationOf(call, deps);
    const wrong = decisionRefusals(claim, "accepted", situation);
    if (wrong.length > 0) return { refusals: wrong };
    const found = ruleOf(deps.district, claim.rule);
    if ("refusals" in found) return found;
    const link = { type: "earn-claim", id: claim.id };
    const order = { id: call.key, to: claim.account, rule: found.rule, amount: claim.amount, memo: claim.memo, link };
    const made = await decideReward(order, situation, known, deps, call.fingerprint);
    if ("refusals" in made) return made;
    const accepted = decided(claim, "accepted", situation, { transfer: call.key });
    return { ...made, writes: [...made.writes, decideClaim(accepted, deps.stamps.take())] };
  },
  replay: (item) => viewEntry(toEntry(item)),
  status: 201,
});

const rejectCommand = (call: Call<Ops["rejectEarnClaim"]>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<View>> => {
    const claim = await decidable(call, call.params.claimId, known, deps);
    const situation = situationOf(call, deps);
    const wrong = decisionRefusals(claim, "rejected", situation);
    if (wrong.length > 0) return { refusals: wrong };
    const rejected = decided(claim, "rejected", situation, { reason: call.body.reason });
    const answer = view(rejected);
    const writes = [decideClaim(rejected, deps.stamps.take()), keepAnswer(call.key, call.fingerprint, answer)];
    return { writes, answer };
  },
  replay: keptAnswer<View>,
});

const getClaim = async (call: Call<Ops["getEarnClaim"]>, deps: Deps): Promise<Answer<View>> => {
  const { claimId } = call.params;
  const item = await deps.db.get(claimKey(claimId));
  const person = await personOf(call, deps);
  if (!item || item.no !== undefined) return missing(claimId);
  const claim = toClaim(item);
  const officer = holdsAny(call.actor, ["steward", "auditor", "district-admin"], claim.community);
  return officer || claimant(claim) === person ? { body: view(claim) } : missing(claimId);
};

type Listed = Answer<{ items: View[]; next: string | null }>;

const listPending = async (call: Call<Ops["listPendingEarnClaims"]>, deps: Deps): Promise<Listed> => {
  const { community, ...paging } = call.query;
  if (!holdsAny(call.actor, ["steward", "auditor", "district-admin"], community)) {
    return reject("auth/forbidden", { needs: `steward, auditor: ${community}` });
  }
  const list = { index: "g2" as const, partition: pendingClaims(community) };
  const { items, next } = await pageOf(deps, list, claimKey, paging);
  return { body: { items: items.map((item) => view(toClaim(item))), next } };
};

const listOfAccount = async (call: Call<Ops["listEarnClaims"]>, deps: Deps): Promise<Listed> => {
  const account = await readableAccount(call, call.params.accountId, deps);
  const list = { index: "g1" as const, partition: claimList(account.id), descending: true };
  const { items, next } = await pageOf(deps, list, claimKey, call.query);
  return { body: { items: items.map((item) => view(toClaim(item))), next } };
};

/** What a dry run of an acceptance must see. */
const acceptKeys = async (claimId: string, deps: Deps) => {
  const item = await deps.db.get(claimKey(claimId));
  return item && item.no === undefined ? [claimKey(claimId), accountKey(toClaim(item).account)] : [];
};

/** Handlers of earn claims. */
export const claimHandlers: Handlers<Ops> = {
  createEarnClaim: (call, deps) => carryOut(deps.db, call, createCommand(call, deps)),
  getEarnClaim: getClaim,
  listPendingEarnClaims: listPending,
  listEarnClaims: listOfAccount,
  acceptEarnClaim: (call, deps) =>
    carryOut(deps.db, call, acceptCommand(call, deps), () => acceptKeys(call.params.claimId, deps)),
  rejectEarnClaim: (call, deps) => carryOut(deps.db, call, rejectCommand(call, deps)),
};
