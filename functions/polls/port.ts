/**
 * The polls' published port: "has this decision passed?", proved inside another context's transaction, and what a
 * budget poll has funded. A decision is in force from the publication of its poll until it is annulled.
 */
import type { Db } from "../shared/dynamo.ts";
import type { Item, Key, Write } from "../shared/write.ts";
import {
  type Cover,
  covers,
  type Decision,
  decisionKey,
  decisionProof,
  fundedProof,
  toDecision,
} from "./store/decision.ts";

export type { Cover, Decision } from "./store/decision.ts";

/**
 * Check that a decision passed, is published, not annulled, and covers what is asked. `decisionId` is the poll's id.
 * The polls' officers name purpose and refs in the poll's `subject`, which notice freezes.
 */
export const decisionCheck = (decisionId: string, cover: Cover, now: Date): Write =>
  decisionProof(decisionId, cover, now.getTime());

/** Where a decision stands, for those who read it beside items of their own; `decisionId` is the poll's id. */
export const decisionPlace = (decisionId: string): Key => decisionKey(decisionId);

/** Whether a decision, as its item was read or met by a failed check, covers what is asked now. */
export const decisionStands = (item: Item | null | undefined, cover: Cover, now: Date): boolean =>
  item ? covers(toDecision(item), cover, now.getTime()) : false;

/** The decision of a poll, in force or revoked; undefined where none was published. */
export const decisionOf = async (db: Db, decisionId: string): Promise<Decision | undefined> => {
  const item = await db.get(decisionKey(decisionId));
  return item && toDecision(item);
};

/** Whether a decision covers what is asked now, by the same test as `decisionCheck`; for reads. */
export const hasDecision = async (db: Db, decisionId: string, cover: Cover, now: Date): Promise<boolean> => {
  return decisionStands(await db.get(decisionKey(decisionId)), cover, now);
};

/** What a budget poll has funded. */
export interface BudgetOutcome {
  /** Id of the poll, which is the decision's. */
  readonly decisionId: string;
  readonly community: string;
  /** Hash of the published result, to be recorded with what follows from it. */
  readonly resultHash: string;
  /** Funded projects with their amounts in fen. */
  readonly projects: readonly { readonly project: string; readonly amount: number }[];
  readonly inForce: boolean;
}

/** The outcome of a budget poll; undefined where it is not published or was no budget poll. */
export const budgetOutcome = async (db: Db, decisionId: string): Promise<BudgetOutcome | undefined> => {
  const decision = await decisionOf(db, decisionId);
  if (decision?.class !== "COMMUNITY_FUND_BUDGET") return undefined;
  return {
    decisionId,
    community: decision.community,
    resultHash: decision.resultHash,
    projects: Object.entries(decision.funded).map(([project, amount]) => ({ project, amount })),
    inForce: decision.state === "in-force",
  };
};

/** Check that a budget poll's decision in force funds a project of its community with exactly `amount` fen. */
export const fundedCheck = (decisionId: string, community: string, project: string, amount: number): Write =>
  fundedProof(decisionId, community, project, amount);
