/** Operations on accounts: reading, statements, balances in the past, status and limits. */
import * as z from "zod";
import { operation } from "../operation.ts";
import {
  AccountId,
  AMOUNT_MAX,
  BALANCE_MAX,
  Category,
  Cursor,
  Instant,
  line,
  page,
  pageQuery,
  Slug,
  UnitCode,
} from "../primitives.ts";
import { Account, Balance, Transfer } from "./resources.ts";

const params = z.strictObject({ accountId: AccountId });

/** One line of a statement: a journal entry seen from one account. */
export const StatementLine = z
  .strictObject({
    transfer: Transfer,
    change: Balance.describe("Signed change of this account."),
    balance: Balance.describe("Balance after this entry."),
    counterparty: z.strictObject({ account: AccountId, name: z.string().max(200).nullable() }),
  })
  .meta({ id: "StatementLine" });

/** Accounts. */
export const accountOperations = {
  getAccount: operation({
    id: "getAccount",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/accounts/{accountId}",
    summary: "An account with its balances, for its holder, spenders, guardians and the community's officers",
    roles: "signed-in",
    params,
    reply: Account,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query"],
    refusals: ["resource/not-found"],
  }),
  listAccounts: operation({
    id: "listAccounts",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/accounts",
    summary: "Accounts of a community and unit, for its officers",
    roles: ["steward", "auditor", "district-admin"],
    query: z.strictObject({ ...pageQuery, community: Slug, unit: UnitCode }),
    reply: page(Account),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query", "BatchGetItem"],
    refusals: ["auth/forbidden", "request/bad-cursor"],
  }),
  getStatement: operation({
    id: "getStatement",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/accounts/{accountId}/statement",
    summary: "Journal of an account with the running balance, newest first; `format=csv` for a file",
    roles: "signed-in",
    params,
    query: z.strictObject({
      ...pageQuery,
      from: Instant.optional(),
      to: Instant.optional(),
      category: Category.optional(),
      counterparty: AccountId.optional(),
      format: z.enum(["json", "csv"]).default("json"),
    }),
    reply: z.strictObject({
      account: AccountId,
      items: z.array(StatementLine),
      next: Cursor.nullable(),
      expiring: Account.shape.expiring,
    }),
    status: 200,
    media: ["text/csv"],
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query", "BatchGetItem", "PutItem"],
    refusals: ["resource/not-found", "request/bad-cursor", "ledger/journal-too-long"],
  }),
  getBalance: operation({
    id: "getBalance",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/accounts/{accountId}/balance",
    summary: "Balance at an instant, now when `at` is left out",
    roles: "signed-in",
    params,
    query: z.strictObject({ at: Instant.optional() }),
    reply: z.strictObject({ account: AccountId, at: Instant, unit: UnitCode, balance: Balance }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query"],
    refusals: ["resource/not-found", "ledger/journal-too-long"],
  }),
  updateAccount: operation({
    id: "updateAccount",
    context: "ledger",
    method: "PATCH",
    path: "/v1/ledger/accounts/{accountId}",
    summary: "Freeze, release or close an account, or change its floor and ceiling; the reason is recorded",
    roles: ["steward", "district-admin"],
    params,
    body: z.strictObject({
      status: z.enum(["active", "frozen", "closed"]).optional(),
      floor: z.int().min(-AMOUNT_MAX).max(0).optional(),
      ceiling: z.int().min(1).max(BALANCE_MAX).optional(),
      reason: line(200),
    }),
    reply: Account,
    status: 200,
    repeat: "if-match",
    writeUnits: 4,
    actions: ["GetItem", "BatchGetItem", "UpdateItem", "PutItem"],
    refusals: [
      "request/stale",
      "request/if-match-missing",
      "ledger/account-not-empty",
      "ledger/account-earmarked",
      "ledger/account-closed",
      "resource/not-found",
    ],
  }),
};
