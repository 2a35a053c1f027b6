/** The funds, calls and applications that the community fund is played with. */
import type { Application } from "../../../functions/fund/domain/grant.ts";
import { createFund } from "../../../functions/fund/store/funds.ts";
import { putApplication, putCall } from "../../../functions/fund/store/grants.ts";
import { openEnvelope } from "../../../functions/ledger/port.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { HOUR } from "../../support/clock.ts";
import { START, type World } from "../kernel/world.ts";
import { PAPER_RULES, type PaperEnd, type PaperGrant } from "./chest.ts";

/** Where all of it is. */
export const COMMUNITY = "lujing";
/** Who runs grants, and recommended them. */
export const STEWARD = "0190c000-0000-7000-8000-000000000004";

/** How a fund ends; nothing of it is said where it is to run on. */
export interface Terms extends Pick<PaperEnd, "reserve" | "overMs" | "heir"> {
  readonly purposes: readonly string[];
  /** The last day, `YYYY-MM-DD`. */
  readonly expiresOn?: string;
}

/** Opens a fund for these purposes, or for any. */
export const enterFund = async (world: World, { purposes, reserve, ...ends }: Terms): Promise<string> => {
  const deps = world.servers[0] as Deps;
  const id = world.id();
  const restriction = {
    ...{ purposes: [...purposes], adminCapBps: PAPER_RULES.admin * 100 },
    ...(ends.expiresOn === undefined ? {} : { expiresOn: ends.expiresOn }),
    ...(ends.heir === undefined ? {} : { expiredTo: ends.heir }),
  };
  const fund = {
    ...{ id, community: COMMUNITY, name: id.slice(-4), unit: "cny", state: "open" as const, restriction },
    ...{ openedMs: Date.parse(START), by: STEWARD, revision: 1 },
    ...(ends.overMs === undefined ? {} : { dueMs: ends.overMs }),
  };
  const envelope = openEnvelope({ id, community: COMMUNITY, unit: "cny", reserve });
  await deps.db.commit([...createFund(fund, deps.stamps.take()), envelope]);
  return id;
};

/** A call whose objections have been heard. */
export const enterCall = async (world: World, fund: string): Promise<string> => {
  const deps = world.servers[0] as Deps;
  const id = world.id();
  const at = START;
  const terms = {
    ...{ title: "Gardens", text: "One a building", purpose: "greening", budget: 10_000, awardMax: 1_000 },
    ...{ opensAt: at, closesAt: at, blind: false, reviewersMin: 1, decidedBy: "reviewers" as const },
    criteria: [{ code: "use", name: "reach", weightBps: 10_000 }],
  };
  const call = {
    ...{ ...terms, id, community: COMMUNITY, fund, unit: "cny", state: "public-notice" as const },
    ...{ noticeUntilMs: Date.parse(START) - HOUR, createdMs: Date.parse(START) - HOUR },
    ...{ by: STEWARD, command: "end-notice", revision: 1 },
  };
  await deps.db.commit([putCall(call, deps.stamps.take())]);
  return id;
};

/** Makes an application that is on notice, nobody having objected. */
export const enterApplication = async (world: World, fund: string, call: string, plan: readonly number[]) => {
  const deps = world.servers[0] as Deps;
  const [id, who] = [world.id(), world.id()];
  const application: Application = {
    ...{ id, call, fund, community: COMMUNITY, unit: "cny", purpose: "greening", blind: false, state: "notice" },
    ...{ applicant: { kind: "resident", id: who }, author: who, title: "Roof", startsOn: "2027-01-01" },
    ...{ endsOn: "2027-03-31", plan: plan.map((amount) => ({ amount, condition: "photos" })), reviewers: [] },
    ...{ recused: [], scores: 1, approvals: [], recommendedBy: STEWARD, appealed: false, objections: 0 },
    ...{ noticeUntilMs: Date.parse(START) - HOUR, tranches: [], paid: 0, returned: 0, reportsDue: [] },
    ...{ createdMs: Date.parse(START) - HOUR, by: STEWARD, command: "give-notice", revision: 1 },
  };
  await deps.db.commit([putApplication(application, deps.stamps.take())]);
  const grant: PaperGrant = {
    ...{ fund, who, plan, state: "notice", approvals: [], tranches: [], paid: 0, returned: 0, claim: 0 },
  };
  return [id, grant] as const;
};
