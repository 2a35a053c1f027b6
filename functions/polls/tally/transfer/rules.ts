/**
 * Rules of instant-runoff and single transferable vote counts, in the vocabulary of RCTab, the tabulator that US
 * jurisdictions certify. Instant runoff is the count for one seat.
 */
import type { TieLog } from "../ties.ts";

/** A rank with several candidates: the ballot ends there, the rank is passed over, or it ends if several continue. */
export type OvervoteRule = "EXHAUST_IMMEDIATELY" | "ALWAYS_SKIP_TO_NEXT_RANK" | "EXHAUST_IF_MULTIPLE_CONTINUING";

export interface TransferRules {
  readonly overvotes: OvervoteRule;
  /** Empty ranks in a row that a ballot may leave before a rank; with more it ends there. Null: any number. */
  readonly skippedRanksMax: number | null;
  /** Whether a ballot ends where it ranks a candidate for the second time; otherwise the first mention counts. */
  readonly exhaustOnDuplicate: boolean;
  /** Droop: one unit more than votes / (seats + 1), rounded down. Hare: votes / seats, rounded up. */
  readonly quota: "DROOP" | "HARE";
  /** Decimals of vote values: a surplus is passed on in this many decimals, rounded down, so that none is made. */
  readonly decimals: number;
  /** Whether the threshold has these decimals too, or is whole. */
  readonly fractionalThreshold: boolean;
  /** Several seats: whether all who reach the threshold in a round are elected, or the highest alone. */
  readonly winnersPerRound: "ONE" | "SEVERAL";
  /** One seat: the threshold stays what it was in the first round. */
  readonly firstRoundThreshold: boolean;
  /** One seat: go on after the winner is known until two candidates are left, for the record. */
  readonly continueUntilTwo: boolean;
  /** Eliminate together all who could not win even with all votes of those below them. */
  readonly batchElimination: boolean;
  /** Candidates who withdrew: on ballots, never counted. */
  readonly excluded?: readonly number[];
  /** The place for write-ins without a name: leaves first, is never elected, and nobody is while it has votes. */
  readonly undeclared?: number;
  /** Rounds, at most; by default as many as it takes. */
  readonly roundsMax?: number;
}

/** Decimals of vote values, at most: RCTab's bound. */
export const DECIMALS_MAX = 20;

/** What a count does unless the poll declares otherwise. */
export const TRANSFER_DEFAULTS: TransferRules = {
  overvotes: "EXHAUST_IMMEDIATELY",
  skippedRanksMax: null,
  exhaustOnDuplicate: false,
  quota: "DROOP",
  decimals: 4,
  fractionalThreshold: false,
  winnersPerRound: "SEVERAL",
  firstRoundThreshold: false,
  continueUntilTwo: false,
  batchElimination: false,
};

/**
 * Why a ballot counts for nobody any more: no rank was filled at all; its ranks are used up; it ends at a rank with
 * several candidates, after too many empty ranks, or at a candidate ranked twice; or all seats were filled.
 */
export const ENDS = ["BLANK", "EXHAUSTED", "OVERVOTE", "SKIPPED_RANKS", "DUPLICATE", "FINAL_SURPLUS"] as const;
export type End = (typeof ENDS)[number];

/** Votes that went on; `to` is a candidate, an end, or the rest that rounding leaves with nobody. */
export interface Transfer {
  readonly from: number;
  readonly to: number | End | "RESIDUAL";
  readonly votes: bigint;
}

/** One round. All votes are in units of 10^-decimals. */
export interface TransferRound {
  readonly round: number;
  readonly threshold: bigint;
  /** Votes of each candidate; null once eliminated. A candidate elected earlier keeps the threshold. */
  readonly votes: readonly (bigint | null)[];
  readonly elected: readonly number[];
  readonly eliminated: readonly number[];
  /** Why these: reached the threshold, as many left as seats, most votes; fewest votes, batch, undeclared. */
  readonly reason: "THRESHOLD" | "SEATS_LEFT" | "MOST_VOTES" | "FEWEST_VOTES" | "BATCH" | "UNDECLARED" | "NONE";
  /** Where the votes of the elected (their surplus) and of the eliminated went. */
  readonly transfers: readonly Transfer[];
  readonly ended: Readonly<Record<End, bigint>>;
  /** Sum of what rounding has left with nobody so far. */
  readonly residual: bigint;
}

export interface TransferResult {
  /** In the order of election. */
  readonly winners: readonly number[];
  readonly rounds: readonly TransferRound[];
  /** Units of a vote: 10^decimals. */
  readonly unit: bigint;
  readonly ties: readonly TieLog[];
}
