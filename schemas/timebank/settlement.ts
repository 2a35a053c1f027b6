/** Operations around settlement: its runs, the orders it has set aside, and what a month did to a member's hours. */
import * as z from "zod";
import { operation } from "../operation.ts";
import { Instant, Month, page, pageQuery, Slug, Uuid, Zone } from "../primitives.ts";

const Count = z.int().min(0);
const officers = ["auditor", "district-admin"] as const;

/** One run of the settlement job, as its record tells. */
export const SettlementRun = z
  .strictObject({
    id: Uuid,
    state: z.enum(["running", "finished"]).describe("`running`: at work, or to be resumed by the next start."),
    startedAt: Instant,
    touchedAt: Instant.describe("When its last page was kept."),
    cutoff: Instant.nullable().describe("Orders confirmed before this instant of the calendar are settled."),
    settled: Count.describe("Orders."),
    minutes: Count.describe("Credited to volunteers or the care pool."),
    confirmedBySilence: Count,
    failed: Count.describe("Orders set aside."),
    failures: z.record(z.string().max(80), Count).describe("Number of failures by reason."),
    examples: z.array(z.strictObject({ item: z.string().max(80), reason: z.string().max(200) })),
    writeUnits: Count.describe("Of the table, as the database reports them for what was committed."),
    indexUnits: Count,
  })
  .meta({ id: "SettlementRun" });

/** An order that settlement has left out. */
export const SetAsideOrder = z
  .strictObject({
    order: Uuid,
    community: Slug,
    reason: z.string().max(200).describe("Code of a refusal, or `fault:` with the kind of a fault."),
    setAsideAt: Instant,
    confirmedAt: Instant.nullable(),
    minutes: Count.nullable().describe("Credited minutes that wait."),
  })
  .meta({ id: "SetAsideOrder" });

/** What one month did to a member's hours, all in minutes. */
export const MonthStatement = z
  .strictObject({
    resident: Uuid,
    month: Month,
    zone: Zone,
    from: Instant,
    until: Instant.describe("Not included; the month as the district's zone has it."),
    final: z.boolean().describe("True when nothing can enter the month any more."),
    opening: z.int(),
    closing: z.int(),
    earned: Count.describe("By services given."),
    redeemed: Count.describe("For services received."),
    giftsReceived: Count,
    giftsGiven: Count,
    donated: Count,
    granted: Count.describe("From the seed budget."),
    overflow: Count.describe("Taken above the storage cap."),
    expired: Count,
    other: z.int().describe("Openings, adjustments and reversals, with their sign."),
    servicesGiven: Count.describe("Services paid in this month."),
    servicesReceived: Count,
  })
  .meta({ id: "TimebankMonthStatement" });

/** Settlement, for those who watch over it and for the members. */
export const settlementOperations = {
  listSettlementRuns: operation({
    id: "listSettlementRuns",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/settlement-runs",
    summary: "Runs of the settlement job, newest first: counts, minutes, failures by reason, write units",
    roles: officers,
    query: z.strictObject(pageQuery),
    reply: page(SettlementRun),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query"],
    refusals: ["timebank/not-offered", "request/bad-cursor"],
  }),
  getSettlementRun: operation({
    id: "getSettlementRun",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/settlement-runs/{runId}",
    summary: "One run of the settlement job; its record is kept for 90 days",
    roles: officers,
    params: z.strictObject({ runId: Uuid }),
    reply: SettlementRun,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem"],
    refusals: ["timebank/not-offered", "resource/not-found"],
  }),
  listSetAsideOrders: operation({
    id: "listSetAsideOrders",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/set-aside-orders",
    summary: "Orders of a community that settlement could not pay, with the reason; `settle` tries one again",
    roles: ["steward", "auditor", "district-admin"],
    query: z.strictObject({ ...pageQuery, community: Slug }),
    reply: page(SetAsideOrder),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query", "BatchGetItem"],
    refusals: ["timebank/not-offered", "auth/forbidden", "request/bad-cursor"],
  }),
  getMonthStatement: operation({
    id: "getMonthStatement",
    context: "timebank",
    method: "GET",
    path: "/v1/timebank/residents/{residentId}/months/{month}",
    summary: "What a local month did to a member's hours, for the member, their proxies, auditors and administrators",
    roles: "signed-in",
    params: z.strictObject({ residentId: Uuid, month: Month }),
    reply: MonthStatement,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "Query"],
    refusals: [
      "timebank/not-offered",
      "timebank/month-not-begun",
      "ledger/journal-too-long",
      "residents/proxy-invalid",
      "resource/not-found",
    ],
  }),
};
