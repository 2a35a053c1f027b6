/** Payment requests: ask, accept, reject, withdraw, read. */
import type * as z from "zod";
import type { requestOperations, PaymentRequest as Shown } from "../../../schemas/ledger/requests.ts";
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
import { reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { mayDispose, mayRead } from "../domain/access.ts";
import { type Account, accountRef } from "../domain/account.ts";
import type { Entry } from "../domain/entry.ts";
import { NOTHING, type Situation } from "../domain/plan.ts";
import {
  asAsked,
  askRefusals,
  ended,
  endRequestRefusals,
  type PaymentRequest,
  planPayment,
  requestState,
} from "../domain/request.ts";
import { accountKey, toAccount } from "../store/account.ts";
import { toEntry, transferKey } from "../store/journal.ts";
import { knownAccount } from "../store/plan.ts";
import { createRequest, endRequest, requestKey, requestList, toRequest } from "../store/request.ts";
import { readableAccount } from "./accounts.ts";
import { outsideChecks, personOf, situationOf } from "./situation.ts";
import { decide, touched } from "./transfers.ts";
import { viewEntry } from "./views.ts";

type Ops = typeof requestOperations;
type View = z.input<typeof Shown>;

const view = (request: PaymentRequest, now: Date): View => ({
  id: request.id,
  from: request.from,
  to: request.to,
  unit: accountRef(request.from).unit as View["unit"],
  amount: request.amount,
  category: request.category,
  state: requestState(request, now),
  createdAt: instantOf(request.createdMs),
  expiresAt: instantOf(request.expiresMs),
  by: request.by,
  ...(request.memo === undefined ? {} : { memo: request.memo }),
  ...(request.actingFor === undefined ? {} : { actingFor: request.actingFor }),
  ...(request.endedMs === undefined ? {} : { endedAt: instantOf(request.endedMs) }),
  ...(request.endedBy === undefined ? {} : { endedBy: request.endedBy }),
  ...(request.reason === undefined ? {} : { reason: request.reason }),
  ...(request.transfer === undefined ? {} : { transfer: request.transfer }),
});

const sidesOf = async (request: Pick<PaymentRequest, "from" | "to">, deps: Deps) => {
  const accounts = (await deps.db.getMany([accountKey(request.from), accountKey(request.to)])).map(toAccount);
  const side = (id: string): Account | undefined => accounts.find((account) => account.id === id);
  return { payer: side(request.from), payee: side(request.to) };
};

const newRequest = (call: Call<Ops["createPaymentRequest"]>, situation: Situation): PaymentRequest => {
  const { id: _id, memo, expiresInSeconds, ...order } = call.body;
  const createdMs = situation.now.getTime();
  return {
    ...order,
    id: call.key,
    state: "pending",
    createdMs,
    expiresMs: createdMs + expiresInSeconds * 1_000,
    by: situation.actor.id,
    revision: 1,
    fingerprint: call.fingerprint,
    ...(memo === undefined ? {} : { memo }),
    ...(situation.actingFor === undefined ? {} : { actingFor: situation.actingFor }),
  };
};

const createCommand = (call: Call<Ops["createPaymentRequest"]>, deps: Deps): Command<View> => ({
  slot: requestKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<View>> => {
    const situation = situationOf(call, deps);
    const { payer, payee } = await sidesOf(call.body, deps);
    const refusals = askRefusals(call.body, payer, payee, situation);
    if (refusals.length > 0) return { refusals };
    const checks = await outsideChecks(NOTHING, situation, known, deps);
    if ("refusals" in checks) return checks;
    const request = newRequest(call, situation);
    const writes = [createRequest(request, deps.stamps.take()), ...checks.writes];
    return { writes, answer: view(request, situation.now) };
  },
  replay: (item) => view(asAsked(toRequest(item)), new Date(toRequest(item).createdMs)),
  status: 201,
});

const missing = (id: string): never => reject("resource/not-found", { what: "payment request", id });

/**
 * The request as it is now, when the caller speaks for the side named; 403 when they only see it, 404 when not even
 * that.
 */
const endable = async (
  call: Call,
  id: string,
  side: "payer" | "payee",
  known: Known,
  deps: Deps,
): Promise<PaymentRequest> => {
  const item = known.get(requestKey(id)) ?? (await deps.db.get(requestKey(id)));
  if (!item || item.no !== undefined) return missing(id);
  const request = toRequest(item);
  const sides = await sidesOf(request, deps);
  const person = await personOf(call, deps);
  const mine = sides[side];
  if (mine && mayDispose(person, mine)) return request;
  const seen = [sides.payer, sides.payee].some((account) => account && mayRead(call.actor, person, account));
  return seen ? reject("auth/forbidden", { needs: side }) : missing(id);
};

/** The payment and the request's end are one transaction, so a request is paid at most once. */
const acceptCommand = (call: Call<Ops["acceptPaymentRequest"]>, deps: Deps): Command<ReturnType<typeof viewEntry>> => ({
  slot: transferKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const request = await endable(call, call.params.requestId, "payer", known, deps);
    const situation = situationOf(call, deps);
    const refusals = endRequestRefusals(request, "accepted", situation.now);
    if (refusals.length > 0) return { refusals };
    const planned = planPayment(request, call.key, situation, knownAccount(known, request.from));
    const show = ([entry]: readonly Entry[]) => viewEntry(entry as Entry);
    const made = await decide(planned, situation, known, deps, call.fingerprint, show);
    if ("refusals" in made) return made;
    const accepted = ended(request, "accepted", situation, { transfer: call.key });
    return { ...made, writes: [...made.writes, endRequest(accepted, deps.stamps.take())] };
  },
  replay: (item) => viewEntry(toEntry(item)),
  status: 201,
});

type EndCall = Call<Ops["rejectPaymentRequest"]> | Call<Ops["cancelPaymentRequest"]>;

/** Ends a request without a payment: the payer rejects, the payee withdraws. */
const endCommand = (call: EndCall, end: "rejected" | "cancelled", deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<View>> => {
    const side = end === "rejected" ? "payer" : "payee";
    const request = await endable(call as Call, call.params.requestId, side, known, deps);
    const situation = situationOf(call, deps);
    const refusals = endRequestRefusals(request, end, situation.now);
    if (refusals.length > 0) return { refusals };
    const checks = await outsideChecks(NOTHING, situation, known, deps);
    if ("refusals" in checks) return checks;
    const reason = "reason" in call.body && call.body.reason !== undefined ? { reason: call.body.reason } : {};
    const done = ended(request, end, situation, reason);
    const answer = view(done, situation.now);
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    return { writes: [endRequest(done, deps.stamps.take()), kept, ...checks.writes], answer };
  },
  replay: keptAnswer<View>,
});

const getRequest = async (call: Call<Ops["getPaymentRequest"]>, deps: Deps): Promise<Answer<View>> => {
  const { requestId } = call.params;
  const item = await deps.db.get(requestKey(requestId));
  const person = await personOf(call, deps);
  if (!item || item.no !== undefined) return missing(requestId);
  const request = toRequest(item);
  const { payer, payee } = await sidesOf(request, deps);
  const seen = [payer, payee].some((account) => account && mayRead(call.actor, person, account));
  return seen ? { body: view(request, deps.clock.now()) } : missing(requestId);
};

/**
 * Where each list stands in the index: pending requests are ordered by expiry, so those in force are the ones after
 * now.
 */
const rangeOf = (state: "open" | "expired" | "ended", nowMs: number) => {
  switch (state) {
    case "open":
      return { from: nowMs + 1 };
    case "expired":
      return { to: nowMs, descending: true };
    case "ended":
      return { descending: true };
  }
};

const listRequests = async (
  call: Call<Ops["listPaymentRequests"]>,
  deps: Deps,
): Promise<Answer<{ items: View[]; next: string | null }>> => {
  const account = await readableAccount(call, call.params.accountId, deps);
  const { side, state, ...paging } = call.query;
  const now = deps.clock.now();
  const list = {
    index: side === "incoming" ? ("g1" as const) : ("g2" as const),
    partition: requestList(account.id, state !== "ended"),
    ...rangeOf(state, now.getTime()),
  };
  const { items, next } = await pageOf(deps, list, requestKey, paging);
  return { body: { items: items.map((item) => view(toRequest(item), now)), next } };
};

/** What a dry run of an acceptance must see. */
const acceptKeys = async (requestId: string, deps: Deps) => {
  const item = await deps.db.get(requestKey(requestId));
  return item && item.no === undefined ? [requestKey(requestId), ...touched([toRequest(item)])] : [];
};

/** Handlers of payment requests. */
export const requestHandlers: Handlers<Ops> = {
  createPaymentRequest: (call, deps) => carryOut(deps.db, call, createCommand(call, deps)),
  getPaymentRequest: getRequest,
  listPaymentRequests: listRequests,
  acceptPaymentRequest: (call, deps) =>
    carryOut(deps.db, call, acceptCommand(call, deps), () => acceptKeys(call.params.requestId, deps)),
  rejectPaymentRequest: (call, deps) => carryOut(deps.db, call, endCommand(call, "rejected", deps)),
  cancelPaymentRequest: (call, deps) => carryOut(deps.db, call, endCommand(call, "cancelled", deps)),
};
