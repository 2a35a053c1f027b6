/** Operations on orders: one for each transition of the life of an order, see docs/timebank.md. */
import * as z from "zod";
import { type Operation, operation } from "../operation.ts";
import { Instant, line, page, pageQuery, Slug, told, Uuid } from "../primitives.ts";
import { Address, CoarsePlace, OneTimeCode, Order, orderTerms, Payer } from "./resources.ts";

const sides = ["resident", "guardian", "steward", "district-admin"] as const;
const stewards = ["steward", "district-admin"] as const;
const Reason = line(100);
const write: Operation["actions"] = ["GetItem", "BatchGetItem", "PutItem", "UpdateItem", "ConditionCheckItem"];
const params = z.strictObject({ orderId: Uuid });
const lookup = ["timebank/not-offered", "resource/not-found"] as const;

/** What every transition may meet. */
const always = [
  ...lookup,
  "timebank/wrong-state",
  "timebank/disputed",
  "residents/proxy-invalid",
  "request/key-reused",
] as const;
/** What a movement of held hours may meet. */
const hours = [
  "ledger/account-frozen",
  "ledger/account-closed",
  "ledger/insufficient-available",
  "ledger/budget-exhausted",
  "ledger/ceiling",
  "ledger/hold-resolved",
] as const;
const signing = [
  "timebank/code-missing",
  "timebank/code-expired",
  "timebank/code-wrong",
  "timebank/code-exhausted",
  "timebank/session-overlap",
  "timebank/in-future",
  "timebank/record-too-old",
] as const;

/** What all transitions have in common. */
const onOrder = {
  context: "timebank",
  method: "POST",
  params,
  reply: Order,
  status: 200,
  repeat: "key",
  actions: write,
} as const;
const orderPath = "/v1/timebank/orders/{orderId}";
const command = <Shape extends z.ZodRawShape>(members: Shape) => z.strictObject({ id: Uuid.optional(), ...members });

const sign = {
  code: z
    .string()
    .regex(/^\d{6}$/, told("six digits", "应为六位数字"))
    .optional()
    .describe("One-time code of the other side; stewards need none."),
  at: Instant.optional().describe("For stewards: when it happened, as told by phone or on paper."),
  place: CoarsePlace.optional(),
};

/** Asking, reading and listing. */
const reading = {
  createOrder: operation({
    id: "createOrder",
    context: "timebank",
    method: "POST",
    path: "/v1/timebank/orders",
    summary: "Ask for a service, for oneself, a person one acts for or may redeem for; stewards also by phone",
    roles: sides,
    body: z.strictObject({
      id: Uuid.optional(),
      community: Slug,
      recipient: Uuid.optional().describe("Left out: the person who asks, or for whom the caller acts."),
      requester: Uuid.optional().describe("For stewards: whose hours pay; left out, the recipient's."),
      payer: Payer.default("own-hours"),
      phone: z.boolean().default(false),
      ...orderTerms,
      address: Address.optional(),
    }),
    reply: Order,
    status: 201,
    repeat: "key",
    writeUnits: 6,
    actions: write,
    refusals: [
      "timebank/not-offered",
      "timebank/window",
      "timebank/session-over-cap",
      "timebank/too-young",
      "timebank/age-unknown",
      "timebank/lifetime-too-low",
      "timebank/redemption-closed",
      "timebank/gift-scope",
      "timebank/no-care-need",
      "residents/proxy-invalid",
      "auth/forbidden",
      "resource/not-found",
      "request/key-reused",
    ],
  }),
  getOrder: operation({
    id: "getOrder",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/orders/{orderId}",
    summary: "An order, for its sides and stewards; an open request for everyone of the community",
    roles: "signed-in",
    params,
    reply: Order,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem"],
    refusals: [...lookup, "residents/proxy-invalid"],
  }),
  listOrders: operation({
    id: "listOrders",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/residents/{residentId}/orders",
    summary: "Orders of a person, newest first: `as=recipient` or `as=volunteer`",
    roles: "signed-in",
    params: z.strictObject({ residentId: Uuid }),
    query: z.strictObject({ ...pageQuery, as: z.enum(["recipient", "volunteer"]) }),
    reply: page(Order),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query", "GetItem", "BatchGetItem"],
    refusals: [...lookup, "residents/proxy-invalid", "request/bad-cursor"],
  }),
  listOpenOrders: operation({
    id: "listOpenOrders",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/open-orders",
    summary: "Published requests of a community that nobody has accepted, by the time they begin; without any address",
    roles: "signed-in",
    query: z.strictObject({ ...pageQuery, community: Slug }),
    reply: page(Order),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query", "GetItem", "BatchGetItem"],
    refusals: ["timebank/not-offered", "auth/forbidden", "residents/proxy-invalid", "request/bad-cursor"],
  }),
};

/** Until somebody comes. */
const arranging = {
  publishOrder: operation({
    ...onOrder,
    id: "publishOrder",
    path: `${orderPath}/publish`,
    summary: "A steward has checked the request",
    roles: stewards,
    body: command({}),
    writeUnits: 6,
    refusals: always,
  }),
  declineRequest: operation({
    ...onOrder,
    id: "declineRequest",
    path: `${orderPath}/decline-request`,
    summary: "A steward does not publish the request",
    roles: stewards,
    body: command({ reason: Reason }),
    writeUnits: 8,
    refusals: always,
  }),
  matchOrder: operation({
    ...onOrder,
    id: "matchOrder",
    path: `${orderPath}/match`,
    summary: "Propose a volunteer, who accepts or declines",
    roles: sides,
    body: command({ volunteer: Uuid }),
    writeUnits: 12,
    refusals: [...always, "timebank/self-service"],
  }),
  declineMatch: operation({
    ...onOrder,
    id: "declineMatch",
    path: `${orderPath}/decline-match`,
    summary: "The volunteer does not take it, or the proposal is taken back; the request is open again",
    roles: sides,
    body: command({}),
    writeUnits: 6,
    refusals: always,
  }),
  acceptOrder: operation({
    ...onOrder,
    id: "acceptOrder",
    path: `${orderPath}/accept`,
    summary: "A volunteer takes the request; its minutes are held from now on",
    roles: sides,
    body: command({}),
    writeUnits: 26,
    refusals: [
      ...always,
      ...hours,
      "timebank/self-service",
      "timebank/volunteer-age",
      "timebank/age-unknown",
      "timebank/cap",
      "timebank/session-overlap",
      "timebank/too-many-sessions",
      "timebank/window",
    ],
  }),
  withdrawAcceptance: operation({
    ...onOrder,
    id: "withdrawAcceptance",
    path: `${orderPath}/withdraw`,
    summary: "The volunteer cannot come; the request is open again and its minutes are free",
    roles: sides,
    body: command({}),
    writeUnits: 18,
    refusals: [...always, ...hours],
  }),
  cancelOrder: operation({
    ...onOrder,
    id: "cancelOrder",
    path: `${orderPath}/cancel`,
    summary: "Call it off before it begins; held minutes are free again",
    roles: sides,
    body: command({ reason: Reason }),
    writeUnits: 20,
    refusals: [...always, ...hours],
  }),
  reportNoShow: operation({
    ...onOrder,
    id: "reportNoShow",
    path: `${orderPath}/no-show`,
    summary: "The volunteer did not come; held minutes are free again",
    roles: sides,
    body: command({}),
    writeUnits: 20,
    refusals: [...always, ...hours, "timebank/outside-window"],
  }),
};

/** The service itself. */
const serving = {
  issueCode: operation({
    id: "issueCode",
    context: "timebank",
    method: "POST",
    path: "/v1/timebank/orders/{orderId}/codes",
    summary: "A one-time code, which the other side enters to sign in or out; stored as a hash, an earlier one ends",
    roles: sides,
    params,
    body: z.strictObject({ id: Uuid.optional(), purpose: z.enum(["check-in", "check-out"]) }),
    reply: OneTimeCode,
    status: 201,
    repeat: "key",
    writeUnits: 4,
    actions: write,
    refusals: always,
  }),
  checkIn: operation({
    ...onOrder,
    id: "checkIn",
    path: `${orderPath}/check-in`,
    summary: "The service begins: by the other side's code, or by a steward",
    roles: sides,
    body: command(sign),
    writeUnits: 19,
    refusals: [...always, ...signing, "timebank/outside-window"],
  }),
  checkOut: operation({
    ...onOrder,
    id: "checkOut",
    path: `${orderPath}/check-out`,
    summary: "The service ends; its minutes are measured",
    roles: sides,
    body: command(sign),
    writeUnits: 19,
    refusals: [...always, ...signing, "timebank/not-checked-in", "timebank/out-before-in", "timebank/session-over-cap"],
  }),
  correctOrder: operation({
    ...onOrder,
    id: "correctOrder",
    path: `${orderPath}/correction`,
    summary:
      "Put the times right: a steward at once, a side as a proposal that the other side makes good by the same times",
    roles: sides,
    body: command({ checkedInAt: Instant, checkedOutAt: Instant, reason: Reason }),
    writeUnits: 14,
    refusals: [
      ...always,
      "timebank/out-before-in",
      "timebank/in-future",
      "timebank/outside-window",
      "timebank/session-over-cap",
      "timebank/session-overlap",
    ],
  }),
  confirmOrder: operation({
    ...onOrder,
    id: "confirmOrder",
    path: `${orderPath}/confirm`,
    summary: "The recipient confirms; by policy the measured minutes are paid at once or by the calendar",
    roles: sides,
    body: command({}),
    writeUnits: 14,
    refusals: [...always, ...hours, "timebank/already-confirmed", "timebank/not-checked-in"],
  }),
  settleOrder: operation({
    ...onOrder,
    id: "settleOrder",
    path: `${orderPath}/settle`,
    summary: "Pay a confirmed order now instead of by the calendar",
    roles: stewards,
    body: command({}),
    writeUnits: 16,
    refusals: [...always, ...hours],
  }),
  disputeOrder: operation({
    ...onOrder,
    id: "disputeOrder",
    path: `${orderPath}/dispute`,
    summary: "One side does not agree; the order is frozen until a mediator decides",
    roles: sides,
    body: command({ reason: Reason }),
    writeUnits: 8,
    refusals: [...always, "timebank/already-confirmed"],
  }),
  resolveDispute: operation({
    ...onOrder,
    id: "resolveDispute",
    path: `${orderPath}/resolve`,
    summary: "A mediator who is no side decides how many of the held minutes are paid",
    roles: stewards,
    body: command({ minutes: z.int().min(0).max(1_000_000), reason: Reason }),
    writeUnits: 22,
    refusals: [...always, ...hours, "timebank/award-over-held", "ledger/step"],
  }),
  rateOrder: operation({
    id: "rateOrder",
    context: "timebank",
    method: "POST",
    path: "/v1/timebank/orders/{orderId}/ratings",
    summary: "Each side rates a confirmed order once, from 1 to 5",
    roles: sides,
    params,
    body: z.strictObject({ id: Uuid.optional(), stars: z.int().min(1).max(5), comment: line(200).optional() }),
    reply: z.strictObject({ order: Uuid, side: z.enum(["recipient", "volunteer"]), stars: z.int() }),
    status: 201,
    repeat: "key",
    writeUnits: 10,
    actions: write,
    refusals: [...always, "timebank/already-rated"],
  }),
  eraseOrderPlaces: operation({
    id: "eraseOrderPlaces",
    context: "timebank",
    method: "POST",
    path: "/v1/timebank/orders/{orderId}/place-erasure",
    summary: "Erase the address and the places of signing in and out, for either side; the minutes stay",
    roles: sides,
    params,
    body: z.strictObject({ id: Uuid.optional() }),
    reply: z.strictObject({ order: Uuid, erased: z.literal(true) }),
    status: 200,
    repeat: "key",
    writeUnits: 4,
    actions: [...write, "DeleteItem"],
    refusals: always,
  }),
};

/** All operations on orders. */
export const orderOperations = { ...reading, ...arranging, ...serving };
