/** Operations that let somebody else check the books: pools, audit, export. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { AccountId, Cursor, Instant, pageQuery, Slug, UnitCode } from "../primitives.ts";
import { Balance, Transfer } from "./resources.ts";

/** A pool with the balance that a job has folded and the one that holds now. */
export const Pool = z
  .strictObject({
    account: AccountId,
    pool: Slug,
    folded: Balance.describe("Stored balance: the sum of the journal up to foldedTo."),
    foldedTo: Instant.nullable().describe("Null when nothing has been folded yet."),
    tailEntries: z.int().min(0).describe("Entries after foldedTo, summed into balance."),
    balance: Balance.nullable().describe("Balance now; null when the tail is too long to sum in a request."),
    budget: z
      .strictObject({ available: Balance, shards: z.array(Balance).max(16) })
      .nullable()
      .describe("What a hard budget has left, over all its shards; null for open pools."),
  })
  .meta({ id: "Pool" });

/** A number that is not what it should be. */
export const Discrepancy = z
  .strictObject({
    account: AccountId,
    check: z.enum(["journal", "floor", "ceiling", "derived", "holds-out", "holds-in", "lots"]),
    member: z.string().max(40).describe("Which number: balance, available, room ..."),
    expected: Balance,
    found: Balance,
    settled: z.boolean().describe("False while the account is moving: audit again before believing it."),
  })
  .meta({ id: "Discrepancy" });

/** What an audit has found, up to and with this page. */
export const AuditReport = z
  .strictObject({
    community: Slug,
    unit: UnitCode,
    asOf: Instant.describe("Totals hold at this instant: no transfer with an older stamp can still arrive."),
    checked: z.strictObject({ accounts: z.int(), entries: z.int(), holds: z.int() }).describe("So far, all pages."),
    discrepancies: z.array(Discrepancy).describe("Of this page."),
    found: z.int().describe("Settled discrepancies so far, all pages."),
    totals: z.strictObject({
      members: Balance,
      pools: Balance,
      across: Balance.describe("Net received from other communities; their own audits show it with the other sign."),
    }),
    complete: z.boolean(),
    sum: Balance.nullable().describe("members + pools - across, which must be 0; null before the last page."),
    pools: z.array(Pool).nullable().describe("Pools as they are now, on the last page."),
    ok: z.boolean().describe("Nothing settled was found, and on the last page the sum is 0."),
    limits: z.string().max(300).describe("By which floor and ceiling earlier balances were judged."),
    next: Cursor.nullable(),
  })
  .meta({ id: "AuditReport" });

/** Pools, audit, export. */
export const auditOperations = {
  listPools: operation({
    id: "listPools",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/pools",
    summary: "Pools of a community and unit, with their balance now and what hard budgets have left",
    roles: ["steward", "auditor", "district-admin"],
    query: z.strictObject({ community: Slug, unit: UnitCode }),
    reply: z.strictObject({ items: z.array(Pool) }),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["BatchGetItem", "Query"],
    refusals: ["auth/forbidden"],
  }),
  auditLedger: operation({
    id: "auditLedger",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/audit",
    summary:
      "Recomputes every account of a community and unit from its journal, page by page; the last page gives the sum",
    roles: ["auditor", "district-admin"],
    query: z.strictObject({ ...pageQuery, community: Slug, unit: UnitCode }),
    reply: AuditReport,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["BatchGetItem", "GetItem", "Query", "PutItem"],
    refusals: ["auth/forbidden", "request/bad-cursor"],
  }),
  exportLedger: operation({
    id: "exportLedger",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/export",
    summary:
      "The journal of a community and unit as JSON, CSV or hledger text; a part of a text ends with the next cursor",
    roles: ["auditor", "district-admin"],
    query: z.strictObject({
      community: Slug,
      unit: UnitCode,
      format: z.enum(["json", "csv", "hledger"]).default("json"),
      from: Instant.optional(),
      to: Instant.optional(),
      cursor: Cursor.optional(),
    }),
    reply: z.strictObject({ items: z.array(Transfer), next: Cursor.nullable() }),
    status: 200,
    media: ["text/csv", "text/plain"],
    repeat: "read",
    writeUnits: 0,
    actions: ["BatchGetItem", "Query"],
    refusals: ["auth/forbidden", "request/bad-cursor"],
  }),
};
