/** One item for each event of the fund, as its store writes it, with personal data wherever some could stand. */
import type { EventName } from "../../../events/contracts.ts";
import type { Application, FundCall, Tranche } from "../../../functions/fund/domain/grant.ts";
import type { Fund } from "../../../functions/fund/domain/money.ts";
import { createFund, createMovement, saveFund } from "../../../functions/fund/store/funds.ts";
import { putApplication, putCall, putTranche } from "../../../functions/fund/store/grants.ts";
import type { Item, Write } from "../../../functions/shared/write.ts";
import { ApplicationState, CallState, TrancheState } from "../../../schemas/fund/states.ts";

const STAMP = 1_767_225_600_123_456;
const NOW = 1_767_225_600_123;
const uuid = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

const put = (write: Write | undefined): Item => {
  if (write?.type !== "put") throw new Error("no put");
  return write.item;
};

const AT = "2026-02-01T00:00:00Z";
const changed = (personal: string) => ({ by: uuid(3), reason: personal, command: "moved", revision: 2 });

const calls = (personal: string) => {
  const call: FundCall = {
    ...{ id: uuid(83), community: "lujing", fund: uuid(80), unit: "cny", state: "draft", createdMs: NOW },
    ...{ title: personal, text: personal, purpose: "greening", opensAt: AT, closesAt: AT, budget: 10, awardMax: 5 },
    ...{ blind: true, reviewersMin: 1, decidedBy: "residents", noticeUntilMs: NOW },
    criteria: [{ code: "use", name: personal, weightBps: 10_000 }],
    decision: { poll: uuid(84), resultHash: "hash" },
    ...changed(personal),
  };
  const made = CallState.options.map((state) => [`fund.call.${state}`, put(putCall({ ...call, state }, STAMP))]);
  const ended = put(putCall({ ...call, state: "public-notice", command: "end-notice" }, STAMP));
  return Object.fromEntries([...made, ["fund.call.notice-ended", ended]]) as Record<string, Item>;
};

const applications = (personal: string) => {
  const application: Application = {
    ...{ id: uuid(85), call: uuid(83), fund: uuid(80), community: "lujing", unit: "cny", purpose: "greening" },
    ...{ blind: true, state: "draft", applicant: { kind: "resident", id: uuid(1) }, author: uuid(1), title: personal },
    ...{
      startsOn: "2026-01-01",
      endsOn: "2026-12-31",
      plan: [{ amount: 5, condition: personal }],
      reviewers: [uuid(4)],
    },
    ...{ recused: [], scores: 1, score: 5, approvals: [uuid(5)], appealed: false, objections: 0, award: 5 },
    ...{ tranches: [uuid(86)], paid: 5, returned: 0, reportsDue: [NOW], createdMs: NOW },
    ...changed(personal),
  };
  const made = ApplicationState.options.map((state) => [
    `fund.application.${state}`,
    put(putApplication({ ...application, state }, STAMP)),
  ]);
  const due = put(putApplication({ ...application, state: "active", command: "remind" }, STAMP));
  return Object.fromEntries([...made, ["fund.application.report-due", due]]) as Record<string, Item>;
};

const tranches = (personal: string) => {
  const tranche: Tranche = {
    ...{ id: uuid(86), application: uuid(85), fund: uuid(80), unit: "cny", index: 0, amount: 5, condition: personal },
    ...{ state: "planned", hold: uuid(87), approvals: [uuid(5)], transfer: uuid(88), reference: personal },
    evidence: [{ name: personal, ref: personal, sha256: "0".repeat(64) }],
    ...changed(personal),
  };
  const made = TrancheState.options.map((state) => [
    `fund.tranche.${state}`,
    put(putTranche({ ...tranche, state }, STAMP)),
  ]);
  return Object.fromEntries(made) as Record<string, Item>;
};

/** The items; `personal` is written where people may write text. */
export const fundImages = (personal: string): Readonly<Record<string, Item>> => {
  const fund: Fund = {
    ...{ id: uuid(80), community: "lujing", name: personal, unit: "cny", state: "open", openedMs: NOW, by: uuid(3) },
    restriction: { purposes: ["greening"], donorTerms: personal, adminCapBps: 500 },
    reason: personal,
    revision: 1,
  };
  const document = { name: personal, ref: personal, sha256: "0".repeat(64) };
  const movement = {
    ...{ id: uuid(81), fund: fund.id, kind: "transfer-out" as const, amount: 5, transfer: uuid(81), other: uuid(82) },
    ...{ source: personal, reason: personal, document, by: uuid(3), atMs: NOW },
  };
  const next = (state: Fund["state"]) => put(saveFund({ ...fund, state, revision: 2 }, STAMP));
  const states = { ...calls(personal), ...applications(personal), ...tranches(personal) };
  return {
    ...states,
    "fund.fund.opened": put(createFund(fund, STAMP)[0]),
    "fund.fund.expired": next("expired"),
    "fund.fund.closed": next("closed"),
    "fund.movement.recorded": put(createMovement(movement, STAMP)),
  } satisfies Partial<Record<EventName, Item>>;
};
