/** What may be answered to a command of the community fund, and what it does, by the rules on paper alone. */
import { type ErrorCode, errorEntry } from "../../../schemas/errors.ts";
import {
  type Chest,
  type ChestIntent,
  freeOf,
  isPromised,
  PAPER_RULES,
  type PaperGrant,
  type PaperTranche,
  withGrant,
  withSums,
  withTranche,
} from "./chest.ts";
import { closed, leaves, standingOf } from "./ending.ts";

/** The chest after the command, or each code with which it may be refused. */
type Decided = Chest | string[];
type OnGrant = Extract<ChestIntent, { grant: string }>;
type OnTranche = Extract<ChestIntent, { at: number }>;

const FROM: Readonly<Record<OnGrant["do"], readonly string[]>> = {
  approve: ["notice"],
  award: ["notice"],
  withdraw: ["notice", "awarded"],
  sign: ["awarded"],
  start: ["agreement-signed"],
  suspend: ["active"],
  resume: ["suspended"],
  terminate: ["agreement-signed", "active", "suspended"],
  "demand-clawback": ["terminated"],
  "claw-back": ["clawback-due"],
  "write-off": ["clawback-due"],
  evidence: ["planned"],
  "approve-tranche": ["condition-met"],
  pay: ["approved", "retry"],
  fail: ["approved", "retry"],
  retry: ["failed"],
  return: ["paid"],
};

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

const cameBack = (chest: Chest, id: string, amount: number): Decided => {
  const { fund, paid, returned } = chest.grants[id] as PaperGrant;
  if (amount > paid - returned) return ["fund/over-paid"];
  const back = withSums(withGrant(chest, id, { returned: returned + amount }), fund, { returned: amount });
  return chest.ends[fund]?.state === "closed" ? leaves(back, fund, amount) : back;
};

const onTranche = (chest: Chest, intent: OnTranche): Decided => {
  const { grant: id, at } = intent;
  const grant = chest.grants[id] as PaperGrant;
  const tranche = grant.tranches[at] as PaperTranche;
  const idle = grant.state === "active" ? [] : ["fund/grant-state"];
  if (!FROM[intent.do].includes(tranche.state)) return ["fund/wrong-state", ...(intent.do === "evidence" ? idle : [])];
  switch (intent.do) {
    case "evidence":
      return idle.length > 0 ? idle : withTranche(chest, id, at, { state: "condition-met" });
    case "approve-tranche": {
      const codes = [...idle, ...(tranche.approvals.includes(intent.by) ? ["fund/same-person"] : [])];
      if (codes.length > 0) return codes;
      const approvals = [...tranche.approvals, intent.by];
      return withTranche(chest, id, at, { approvals, ...(approvals.length < 2 ? {} : { state: "approved" }) });
    }
    case "pay": {
      if (idle.length > 0) return idle;
      const moved = withTranche(chest, id, at, { state: "paid" });
      const paid = withGrant(moved, id, { paid: grant.paid + tranche.amount });
      return withSums(paid, grant.fund, { disbursed: tranche.amount });
    }
    case "fail":
      return withTranche(chest, id, at, { state: "failed" });
    case "retry":
      return withTranche(chest, id, at, { state: "retry" });
    case "return": {
      const back = cameBack(chest, id, tranche.amount);
      return Array.isArray(back) ? back : withTranche(back, id, at, { state: "returned" });
    }
  }
};

const released = (chest: Chest, id: string, state: string): Chest => {
  const { tranches } = chest.grants[id] as PaperGrant;
  const freed = tranches.map((tranche) => (isPromised(tranche) ? { ...tranche, state: "cancelled" } : tranche));
  return withGrant(chest, id, { state, tranches: freed });
};

const award = (chest: Chest, id: string, nowMs: number): Decided => {
  const { fund, plan, approvals } = chest.grants[id] as PaperGrant;
  const needs = sum(plan) > PAPER_RULES.single ? 2 : 1;
  if (approvals.length < needs) return ["fund/approvals-missing"];
  const standing = standingOf(chest, fund, nowMs);
  if (standing.length > 0) return standing;
  if (freeOf(chest, fund) < sum(plan)) return ["fund/over-available"];
  const tranches = plan.map((amount): PaperTranche => ({ amount, state: "planned", approvals: [] }));
  return withGrant(chest, id, { state: "awarded", tranches });
};

const onGrant = (chest: Chest, intent: Exclude<OnGrant, OnTranche>, nowMs: number): Decided => {
  const id = intent.grant;
  const grant = chest.grants[id] as PaperGrant;
  if (!FROM[intent.do].includes(grant.state)) return ["fund/wrong-state"];
  switch (intent.do) {
    case "approve":
      if (grant.approvals.includes(intent.by)) return ["fund/same-person"];
      return withGrant(chest, id, { approvals: [...grant.approvals, intent.by] });
    case "award":
      return award(chest, id, nowMs);
    case "withdraw":
      return released(chest, id, "withdrawn");
    case "terminate":
      return released(chest, id, "terminated");
    case "sign":
      return withGrant(chest, id, { state: "agreement-signed" });
    case "start":
    case "resume":
      return withGrant(chest, id, { state: "active" });
    case "suspend":
      return withGrant(chest, id, { state: "suspended" });
    case "demand-clawback": {
      const { amount } = intent;
      if (amount > grant.paid - grant.returned) return ["fund/over-paid"];
      return withGrant(chest, id, { state: "clawback-due", claim: amount });
    }
    case "claw-back": {
      const back = cameBack(chest, id, grant.claim);
      return Array.isArray(back) ? back : withGrant(back, id, { state: "clawed-back" });
    }
    case "write-off":
      return withGrant(chest, id, { state: "written-off" });
  }
};

const income = (chest: Chest, fund: string, amount: number): Chest =>
  withSums(chest, fund, { income: amount, adminRoom: Math.floor((amount * PAPER_RULES.admin) / 100) });

const fundsOf = (chest: Chest, intent: Exclude<ChestIntent, { grant: string }>): string[] => {
  if (!("fund" in intent)) return Object.keys(chest.funds);
  return "to" in intent ? [intent.fund, intent.to] : [intent.fund];
};

const decide = (chest: Chest, intent: ChestIntent, nowMs: number): Decided => {
  if ("at" in intent) return onTranche(chest, intent);
  if ("grant" in intent) return onGrant(chest, intent, nowMs);
  if (intent.do === "close") return closed(chest, intent.fund);
  const { amount } = intent;
  const standing = fundsOf(chest, intent).flatMap((fund) => standingOf(chest, fund, nowMs));
  if (standing.length > 0) return standing;
  switch (intent.do) {
    case "donate":
      return income(chest, intent.fund, amount);
    case "divide": {
      if (chest.months.includes(intent.month)) return ["fund/period-taken"];
      // Half to each fund but for a tenth, which the source keeps.
      const part = (amount * 45) / 100;
      const divided = Object.keys(chest.funds).reduce((before, fund) => income(before, fund, part), chest);
      return { ...divided, months: [...chest.months, intent.month] };
    }
    case "transfer": {
      if (chest.bound.includes(intent.fund)) return ["fund/foreign-purpose"];
      if (freeOf(chest, intent.fund) < amount) return ["ledger/insufficient-available"];
      return withSums(withSums(chest, intent.fund, { transferredOut: amount }), intent.to, { transferredIn: amount });
    }
    case "charge": {
      const codes = [
        ...((chest.funds[intent.fund]?.adminRoom ?? 0) < amount ? ["fund/admin-cap"] : []),
        ...(freeOf(chest, intent.fund) < amount ? ["ledger/insufficient-available"] : []),
      ];
      return codes.length > 0 ? codes : withSums(chest, intent.fund, { adminCosts: amount, adminRoom: -amount });
    }
  }
};

/** The chest after a command that got an answer; undefined where it may not get that one. */
export const applyChest = (
  chest: Chest,
  intent: ChestIntent,
  code: string | undefined,
  nowMs: number,
): Chest | undefined => {
  const text = JSON.stringify(intent);
  const earlier = chest.answers[intent.key];
  if (earlier) return code === (earlier.text === text ? earlier.code : "request/key-reused") ? chest : undefined;
  const decided = decide(chest, intent, nowMs);
  const noted = (after: Chest): Chest => {
    const answer = { text, ...(code === undefined ? {} : { code }) };
    return { ...after, answers: { ...after.answers, [intent.key]: answer } };
  };
  if (!Array.isArray(decided)) return code === undefined ? noted(decided) : undefined;
  if (code === undefined || !decided.includes(code)) return undefined;
  return errorEntry(code as ErrorCode).pinned ? noted(chest) : chest;
};
