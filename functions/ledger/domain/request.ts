/** Payment requests: the payee asks, the payer accepts or rejects; expiry is judged at every read and write. */
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { mayDispose } from "./access.ts";
import { type Account, accountRef } from "./account.ts";
import { type Planned, principal, type Situation } from "./plan.ts";
import { policyOf } from "./sides.ts";
import { planTransfer, shapeRefusals } from "./transfer.ts";

export type RequestState = "pending" | "accepted" | "rejected" | "cancelled" | "expired";

/** The transition table of a payment request: every end is final. Conditions, documentation and tests come from it. */
export const REQUEST_TRANSITIONS: Readonly<Record<RequestState, readonly RequestState[]>> = {
  pending: ["accepted", "rejected", "cancelled", "expired"],
  accepted: [],
  rejected: [],
  cancelled: [],
  expired: [],
};

export interface PaymentRequest {
  readonly id: string;
  /** Account that is asked to pay. */
  readonly from: string;
  /** Account of the one who asks. */
  readonly to: string;
  readonly amount: number;
  readonly category: string;
  readonly memo?: string;
  readonly state: RequestState;
  readonly createdMs: number;
  readonly expiresMs: number;
  readonly by: string;
  readonly actingFor?: string;
  readonly endedBy?: string;
  readonly endedMs?: number;
  readonly reason?: string;
  /** Id of the payment, when accepted. */
  readonly transfer?: string;
  readonly revision: number;
  readonly fingerprint: string;
}

/** State as it is at `now`. */
export const requestState = (request: Pick<PaymentRequest, "state" | "expiresMs">, now: Date): RequestState =>
  request.state === "pending" && request.expiresMs <= now.getTime() ? "expired" : request.state;

/**
 * Why this request may not be made: faults of the order, an account that is not one's own, sides that could never pay
 * each other.
 */
export const askRefusals = (
  order: Pick<PaymentRequest, "from" | "to" | "amount">,
  payer: Account | undefined,
  payee: Account | undefined,
  situation: Situation,
): Refusal[] => {
  const from = accountRef(order.from);
  const to = accountRef(order.to);
  const wrong = shapeRefusals(order, from, to, situation);
  if (wrong.length > 0) return wrong;
  if (!payee || !mayDispose(principal(situation), payee)) {
    return [refuse("resource/not-found", { what: "account", id: to.id })];
  }
  if (!payer || payer.holderKind === "pool") return [refuse("resource/not-found", { what: "account", id: from.id })];
  const closed = [payer, payee].find((account) => account.status === "closed");
  if (closed) return [refuse("ledger/account-closed", { account: closed.id })];
  const scope = policyOf(situation.district, from.unit).transferable;
  if (scope === "none") return [refuse("ledger/not-transferable", { unit: from.unit, scope })];
  return scope !== "district" && payer.community !== payee.community
    ? [refuse("ledger/outside-community", { community: payee.community })]
    : [];
};

/** Why the request may not become `next` now, or nothing. */
export const endRequestRefusals = (request: PaymentRequest, next: RequestState, now: Date): Refusal[] => {
  const state = requestState(request, now);
  if (state === "expired") {
    return [refuse("ledger/request-expired", { expiresAt: instantOf(request.expiresMs) })];
  }
  return REQUEST_TRANSITIONS[state].includes(next) ? [] : [refuse("ledger/request-resolved", { state })];
};

/** The payment of an accepted request, by the rules of any transfer, under its own id and linked to the request. */
export const planPayment = (
  request: PaymentRequest,
  id: string,
  situation: Situation,
  payer: Account | null | undefined,
): Planned =>
  planTransfer(
    {
      id,
      leg: 0,
      from: request.from,
      to: request.to,
      amount: request.amount,
      category: request.category,
      memo: request.memo,
      link: { type: "payment-request", id: request.id },
    },
    situation,
    payer,
  );

/** The request at its end, one revision on. */
export const ended = (
  request: PaymentRequest,
  state: "accepted" | "rejected" | "cancelled",
  { actor, now }: Situation,
  outcome: Pick<PaymentRequest, "reason" | "transfer"> = {},
): PaymentRequest => ({
  ...request,
  ...outcome,
  state,
  endedBy: actor.id,
  endedMs: now.getTime(),
  revision: request.revision + 1,
});

/** The request as its first answer showed it. */
export const asAsked = ({
  endedBy: _by,
  endedMs: _at,
  reason: _reason,
  transfer: _transfer,
  ...request
}: PaymentRequest): PaymentRequest => ({ ...request, state: "pending", revision: 1 });
