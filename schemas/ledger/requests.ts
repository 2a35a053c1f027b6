/** Operations on payment requests: the payee asks, the payer accepts or rejects. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { AccountId, Amount, Category, Instant, line, Memo, page, pageQuery, UnitCode, Uuid } from "../primitives.ts";
import { capRefusals } from "./refusals.ts";
import { Transfer } from "./resources.ts";

/** Longest life of a request in seconds: thirty days. */
export const REQUEST_SECONDS_MAX = 60 * 60 * 24 * 30;

/** A request to be paid. */
export const PaymentRequest = z
  .strictObject({
    id: Uuid,
    from: AccountId.describe("Who is asked to pay."),
    to: AccountId.describe("Who asks."),
    unit: UnitCode,
    amount: Amount,
    category: Category,
    memo: Memo.optional(),
    state: z.enum(["pending", "accepted", "rejected", "cancelled", "expired"]),
    createdAt: Instant,
    expiresAt: Instant,
    by: Uuid,
    actingFor: Uuid.optional(),
    endedAt: Instant.optional(),
    endedBy: Uuid.optional(),
    reason: z.string().max(200).optional(),
    transfer: Uuid.optional().describe("The payment, when accepted."),
  })
  .meta({ id: "PaymentRequest" });

const params = z.strictObject({ requestId: Uuid });
const people = ["resident", "guardian"] as const;

/** Refusals to a change of state. */
const endRefusals = [
  "ledger/request-resolved",
  "ledger/request-expired",
  "auth/forbidden",
  "residents/proxy-invalid",
  "resource/not-found",
  "request/key-reused",
] as const;

/** Payment requests. */
export const requestOperations = {
  createPaymentRequest: operation({
    id: "createPaymentRequest",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/payment-requests",
    summary: "Ask another account to pay one's own; nothing moves until its holder accepts",
    roles: people,
    body: z.strictObject({
      id: Uuid.optional(),
      from: AccountId,
      to: AccountId,
      amount: Amount,
      category: Category,
      memo: Memo.optional(),
      expiresInSeconds: z.int().min(1).max(REQUEST_SECONDS_MAX),
    }),
    reply: PaymentRequest,
    status: 201,
    repeat: "key",
    dryRun: true,
    writeUnits: 2,
    actions: ["PutItem", "ConditionCheckItem", "GetItem", "BatchGetItem"],
    refusals: [
      "ledger/same-account",
      "ledger/unit-mismatch",
      "ledger/unit-unknown",
      "ledger/step",
      "ledger/cap-activity",
      "ledger/not-transferable",
      "ledger/outside-community",
      "ledger/account-closed",
      "residents/proxy-invalid",
      "resource/not-found",
      "request/key-reused",
    ],
  }),
  getPaymentRequest: operation({
    id: "getPaymentRequest",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/payment-requests/{requestId}",
    summary: "A payment request as it stands now, for both sides and the community's officers",
    roles: "signed-in",
    params,
    reply: PaymentRequest,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem"],
    refusals: ["residents/proxy-invalid", "resource/not-found"],
  }),
  listPaymentRequests: operation({
    id: "listPaymentRequests",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/accounts/{accountId}/payment-requests",
    summary:
      "Requests to an account (`side=incoming`) or by it (`side=outgoing`): open ones by expiry, others latest first",
    roles: "signed-in",
    params: z.strictObject({ accountId: AccountId }),
    query: z.strictObject({
      ...pageQuery,
      side: z.enum(["incoming", "outgoing"]).default("incoming"),
      state: z.enum(["open", "expired", "ended"]).default("open"),
    }),
    reply: page(PaymentRequest),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query", "GetItem"],
    refusals: ["residents/proxy-invalid", "resource/not-found", "request/bad-cursor"],
  }),
  acceptPaymentRequest: operation({
    id: "acceptPaymentRequest",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/payment-requests/{requestId}/accept",
    summary: "Pay what is asked, once; the transfer has the id of this call's key",
    roles: people,
    params,
    body: z.strictObject({ id: Uuid.optional() }),
    reply: Transfer,
    status: 201,
    repeat: "key",
    dryRun: true,
    writeUnits: 8,
    actions: ["PutItem", "UpdateItem", "ConditionCheckItem", "GetItem", "BatchGetItem"],
    refusals: [
      ...endRefusals,
      "ledger/insufficient-available",
      "ledger/ceiling",
      ...capRefusals,
      "ledger/too-soon",
      "ledger/account-frozen",
      "ledger/account-earmarked",
      "ledger/account-closed",
      "ledger/not-transferable",
      "ledger/outside-community",
      "ledger/step",
    ],
  }),
  rejectPaymentRequest: operation({
    id: "rejectPaymentRequest",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/payment-requests/{requestId}/reject",
    summary: "Decline to pay; the payee sees the reason when one is given",
    roles: people,
    params,
    body: z.strictObject({ id: Uuid.optional(), reason: line(200).optional() }),
    reply: PaymentRequest,
    status: 200,
    repeat: "key",
    dryRun: true,
    writeUnits: 4,
    actions: ["PutItem", "ConditionCheckItem", "GetItem", "BatchGetItem"],
    refusals: endRefusals,
  }),
  cancelPaymentRequest: operation({
    id: "cancelPaymentRequest",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/payment-requests/{requestId}/cancel",
    summary: "Withdraw one's own request",
    roles: people,
    params,
    body: z.strictObject({ id: Uuid.optional() }),
    reply: PaymentRequest,
    status: 200,
    repeat: "key",
    dryRun: true,
    writeUnits: 4,
    actions: ["PutItem", "ConditionCheckItem", "GetItem", "BatchGetItem"],
    refusals: endRefusals,
  }),
};
