/**
 * Operations by which service earns points: earn rules, rewards by stewards, residents' claims, funding of reward
 * budgets.
 */
import * as z from "zod";
import { EarnRule } from "../district.ts";
import { operation } from "../operation.ts";
import { AccountId, Amount, Instant, line, Memo, page, pageQuery, Slug, UnitCode, Uuid } from "../primitives.ts";
import { capRefusals } from "./refusals.ts";
import { Link, Transfer } from "./resources.ts";

const RuleCode = EarnRule.shape.code;
const Quantity = EarnRule.shape.quantityMax;
const approvers = ["steward", "district-admin"] as const;

/** Work that a resident says they have done, until a steward of their community has decided on it. */
export const EarnClaim = z
  .strictObject({
    id: Uuid,
    account: AccountId.describe("The account that is to earn."),
    community: Slug,
    rule: RuleCode,
    quantity: Quantity,
    amount: Amount.describe("Rate times quantity on the day of the claim; acceptance pays exactly this."),
    unit: UnitCode,
    memo: Memo.optional(),
    evidence: Link.optional(),
    state: z.enum(["pending", "accepted", "rejected"]),
    createdAt: Instant,
    by: Uuid,
    actingFor: Uuid.optional(),
    decidedBy: Uuid.optional(),
    decidedAt: Instant.optional(),
    reason: z.string().max(200).optional(),
    transfer: Uuid.optional().describe("The reward, when accepted."),
  })
  .meta({ id: "EarnClaim" });

/** Refusals that any reward can meet. */
const rewardRefusals = [
  "ledger/self-approval",
  "ledger/rule-unknown",
  "ledger/residents-only",
  "ledger/budget-exhausted",
  ...capRefusals,
  "ledger/ceiling",
  "ledger/step",
  "ledger/account-frozen",
  "ledger/account-earmarked",
  "ledger/account-closed",
  "ledger/outside-community",
  "residents/proxy-invalid",
  "resource/not-found",
  "request/key-reused",
] as const;

/** Earn rules, rewards and the funding of pools. */
export const rewardOperations = {
  listEarnRules: operation({
    id: "listEarnRules",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/earn-rules",
    summary: "How service earns points: rate, unit of work, caps and the pool that pays",
    roles: "signed-in",
    reply: z.strictObject({ items: z.array(EarnRule) }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: [],
    refusals: [],
  }),
  createReward: operation({
    id: "createReward",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/rewards",
    summary: "Reward a resident for service by an earn rule: rate times quantity, within the rule's caps and budget",
    roles: approvers,
    body: z.strictObject({
      id: Uuid.optional(),
      to: z.union([Uuid, AccountId]).describe("The resident, or their account in the rule's unit."),
      rule: RuleCode,
      quantity: Quantity,
      memo: Memo.optional(),
      link: Link.optional(),
    }),
    reply: Transfer,
    status: 201,
    repeat: "key",
    dryRun: true,
    writeUnits: 6,
    actions: ["PutItem", "UpdateItem", "ConditionCheckItem", "GetItem", "BatchGetItem"],
    refusals: [...rewardRefusals, "ledger/unit-mismatch"],
  }),
  fundPool: operation({
    id: "fundPool",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/pools/{poolAccountId}/fund",
    summary: "Add to the budget of a reward pool that may spend only what it was given",
    roles: ["district-admin"],
    params: z.strictObject({ poolAccountId: AccountId }),
    body: z.strictObject({ id: Uuid.optional(), amount: Amount, memo: Memo.optional() }),
    reply: Transfer,
    status: 201,
    repeat: "key",
    dryRun: true,
    writeUnits: 2 + 2 * 16,
    actions: ["PutItem", "UpdateItem", "GetItem", "BatchGetItem"],
    refusals: ["ledger/pool-open", "ledger/step", "resource/not-found", "request/key-reused"],
  }),
};

const params = z.strictObject({ claimId: Uuid });

/** Claims by residents. */
export const claimOperations = {
  createEarnClaim: operation({
    id: "createEarnClaim",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/earn-claims",
    summary: "Claim points for service done; a steward of the community accepts or rejects it",
    roles: ["resident", "guardian"],
    body: z.strictObject({
      id: Uuid.optional(),
      rule: RuleCode,
      quantity: Quantity,
      memo: Memo.optional(),
      evidence: Link.optional(),
    }),
    reply: EarnClaim,
    status: 201,
    repeat: "key",
    dryRun: true,
    writeUnits: 2,
    actions: ["PutItem", "ConditionCheckItem", "GetItem", "BatchGetItem"],
    refusals: [
      "ledger/rule-unknown",
      "ledger/cap-activity",
      "ledger/step",
      "ledger/account-closed",
      "residents/proxy-invalid",
      "resource/not-found",
      "request/key-reused",
    ],
  }),
  getEarnClaim: operation({
    id: "getEarnClaim",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/earn-claims/{claimId}",
    summary: "A claim, for the resident and the community's officers",
    roles: "signed-in",
    params,
    reply: EarnClaim,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem"],
    refusals: ["residents/proxy-invalid", "resource/not-found"],
  }),
  listPendingEarnClaims: operation({
    id: "listPendingEarnClaims",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/earn-claims",
    summary: "Claims of a community that wait for a decision, oldest first",
    roles: ["steward", "auditor", "district-admin"],
    query: z.strictObject({ ...pageQuery, community: Slug }),
    reply: page(EarnClaim),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query"],
    refusals: ["auth/forbidden", "request/bad-cursor"],
  }),
  listEarnClaims: operation({
    id: "listEarnClaims",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/accounts/{accountId}/earn-claims",
    summary: "Claims made for an account, newest first",
    roles: "signed-in",
    params: z.strictObject({ accountId: AccountId }),
    query: z.strictObject(pageQuery),
    reply: page(EarnClaim),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query", "GetItem"],
    refusals: ["residents/proxy-invalid", "resource/not-found", "request/bad-cursor"],
  }),
  acceptEarnClaim: operation({
    id: "acceptEarnClaim",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/earn-claims/{claimId}/accept",
    summary: "Accept a claim and pay its reward, once",
    roles: approvers,
    params,
    body: z.strictObject({ id: Uuid.optional() }),
    reply: Transfer,
    status: 201,
    repeat: "key",
    dryRun: true,
    writeUnits: 8,
    actions: ["PutItem", "UpdateItem", "ConditionCheckItem", "GetItem", "BatchGetItem"],
    refusals: [...rewardRefusals, "ledger/claim-resolved"],
  }),
  rejectEarnClaim: operation({
    id: "rejectEarnClaim",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/earn-claims/{claimId}/reject",
    summary: "Reject a claim; the resident sees the reason",
    roles: approvers,
    params,
    body: z.strictObject({ id: Uuid.optional(), reason: line(200) }),
    reply: EarnClaim,
    status: 200,
    repeat: "key",
    dryRun: true,
    writeUnits: 4,
    actions: ["PutItem", "GetItem", "BatchGetItem"],
    refusals: ["ledger/claim-resolved", "ledger/self-approval", "resource/not-found", "request/key-reused"],
  }),
};
