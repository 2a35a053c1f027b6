/**
 * Instant runoff and the single transferable vote by the weighted inclusive Gregory method (each ballot of an elected
 * candidate passes on the same part of its value), with thresholds and options as RCTab defines them.
 */
import type { Box } from "../box.ts";
import type { Contest } from "../scoring.ts";
import { Ties } from "../ties.ts";
import { normalise } from "./normalise.ts";
import { Piles } from "./piles.ts";
import {
  DECIMALS_MAX,
  TRANSFER_DEFAULTS,
  type Transfer,
  type TransferResult,
  type TransferRound,
  type TransferRules,
} from "./rules.ts";

type Reason = TransferRound["reason"];

interface Decision {
  readonly elected: readonly number[];
  readonly eliminated: readonly number[];
  readonly reason: Reason;
}

const NOTHING: Decision = { elected: [], eliminated: [], reason: "NONE" };

const descending = (a: bigint, b: bigint): number => (a > b ? -1 : a < b ? 1 : 0);

/** A count in progress. */
class Count {
  readonly #contest: Contest;
  readonly #rules: TransferRules;
  readonly #unit: bigint;
  readonly #ties: Ties;
  readonly #piles: Piles;
  /** Round of election and elimination; excluded candidates leave in round 0. */
  readonly #electedIn = new Map<number, number>();
  readonly #goneIn = new Map<number, number>();
  readonly #rounds: TransferRound[] = [];
  readonly #standing: number;
  #threshold = 0n;
  #residual = 0n;

  constructor(box: Box, contest: Contest, rules: TransferRules) {
    this.#contest = contest;
    this.#rules = rules;
    this.#unit = 10n ** BigInt(rules.decimals);
    this.#ties = new Ties(contest.ties, contest.candidates);
    const candidates = contest.candidates.length;
    for (const candidate of rules.excluded ?? []) this.#goneIn.set(candidate, 0);
    this.#standing = candidates - this.#goneIn.size;
    this.#piles = new Piles(normalise(box, candidates, rules), candidates, this.#unit);
    this.#piles.deal((candidate) => this.#continues(candidate));
  }

  run(): TransferResult {
    while (this.#goesOn()) this.#round(this.#rounds.length + 1);
    return {
      winners: [...this.#electedIn.keys()],
      rounds: this.#rounds,
      unit: this.#unit,
      ties: this.#ties.log,
    };
  }

  get #severalSeats(): boolean {
    return this.#contest.seats > 1;
  }

  get #eliminated(): number {
    return this.#goneIn.size - (this.#rules.excluded?.length ?? 0);
  }

  #continues(candidate: number): boolean {
    if (this.#goneIn.has(candidate)) return false;
    return !this.#electedIn.has(candidate) || this.#rules.continueUntilTwo;
  }

  #continuing(): number[] {
    return this.#contest.candidates.map((_, candidate) => candidate).filter((candidate) => this.#continues(candidate));
  }

  #goesOn(): boolean {
    const { roundsMax, continueUntilTwo } = this.#rules;
    const last = this.#rounds.at(-1);
    const unfilled = this.#electedIn.size < this.#contest.seats;
    if (roundsMax !== undefined && this.#rounds.length >= roundsMax) return false;
    if (unfilled && this.#continuing().length === 0) return false;
    if (continueUntilTwo) {
      const someoneLeft = (last?.eliminated.length ?? 0) > 0;
      return this.#eliminated + this.#electedIn.size + 1 < this.#standing || someoneLeft;
    }
    // With several seats one more round shows where the last surpluses went.
    return unfilled || (this.#severalSeats && (last?.elected.length ?? 0) > 0);
  }

  #round(round: number): void {
    if (this.#newThreshold(round)) this.#threshold = this.#thresholdNow();
    const votes = this.#contest.candidates.map((_, candidate) => this.#shownVotes(candidate));
    const ended = { ...this.#piles.ended };
    const residual = this.#residual;
    const decision = this.#decide(round);
    for (const candidate of decision.elected) this.#electedIn.set(candidate, round);
    for (const candidate of decision.eliminated) this.#goneIn.set(candidate, round);
    const threshold = this.#threshold;
    const transfers = this.#move(decision);
    this.#rounds.push({ round, threshold, votes, ...decision, transfers, ended, residual });
  }

  #shownVotes(candidate: number): bigint | null {
    return this.#goneIn.has(candidate) ? null : (this.#piles.votes[candidate] as bigint);
  }

  #newThreshold(round: number): boolean {
    if (round === 1) return true;
    if (this.#severalSeats || this.#rules.firstRoundThreshold) return false;
    return !this.#rules.continueUntilTwo || this.#electedIn.size === 0;
  }

  #thresholdNow(): bigint {
    const { quota, fractionalThreshold } = this.#rules;
    const active = this.#continuing().reduce((sum, candidate) => sum + this.#votes(candidate), 0n);
    const seats = BigInt(this.#contest.seats);
    const step = fractionalThreshold ? 1n : this.#unit;
    if (quota === "HARE") {
      const share = ((active + seats * step - 1n) / (seats * step)) * step;
      // Without any active vote the share is nothing, and everybody would reach it.
      return share > 0n ? share : step;
    }
    return (active / ((seats + 1n) * step)) * step + step;
  }

  #votes(candidate: number): bigint {
    return this.#piles.votes[candidate] as bigint;
  }

  #decide(round: number): Decision {
    const elected = this.#elect(round);
    if (elected.elected.length > 0) return elected;
    const unfilled = this.#electedIn.size < this.#contest.seats;
    const tooMany = this.#rules.continueUntilTwo && this.#eliminated < this.#standing - 2;
    return unfilled || tooMany ? this.#eliminate(round) : NOTHING;
  }

  #elect(round: number): Decision {
    const { undeclared, firstRoundThreshold, winnersPerRound } = this.#rules;
    const seats = this.#contest.seats - this.#electedIn.size;
    const left = this.#continuing();
    if (seats <= 0) return NOTHING;
    if (undeclared !== undefined && this.#continues(undeclared) && this.#votes(undeclared) > 0n) return NOTHING;
    let reason: Reason = "THRESHOLD";
    let chosen: readonly number[];
    if (left.length <= seats) {
      reason = "SEATS_LEFT";
      chosen = left;
    } else if (firstRoundThreshold && left.length - 1 === this.#contest.seats) {
      reason = "MOST_VOTES";
      chosen = this.#extreme(left, true);
    } else {
      chosen = left.filter((candidate) => this.#votes(candidate) >= this.#threshold);
    }
    const onlyOne = this.#severalSeats ? winnersPerRound === "ONE" : firstRoundThreshold;
    const lastTwo = !this.#severalSeats && chosen.length === 0 && left.length === 2;
    if ((chosen.length > 1 && onlyOne) || lastTwo) {
      if (lastTwo) reason = "MOST_VOTES";
      chosen = [this.#choose("ELECT", round, this.#extreme(left, true))];
    }
    const byVotes = [...chosen].sort((a, b) => descending(this.#votes(a), this.#votes(b)));
    return { elected: byVotes, eliminated: [], reason };
  }

  #eliminate(round: number): Decision {
    const { undeclared, batchElimination } = this.#rules;
    const left = this.#continuing();
    if (undeclared !== undefined && left.includes(undeclared) && this.#votes(undeclared) > 0n) {
      return { elected: [], eliminated: [undeclared], reason: "UNDECLARED" };
    }
    const batch = batchElimination ? this.#batch(left) : [];
    if (batch.length > 1) return { elected: [], eliminated: batch, reason: "BATCH" };
    const lowest = this.#extreme(left, false);
    return { elected: [], eliminated: [this.#choose("ELIMINATE", round, lowest)], reason: "FEWEST_VOTES" };
  }

  /** All whose votes with those of everyone below them stay below the next candidate's: none of them can win. */
  #batch(left: readonly number[]): number[] {
    const order = [...left].sort((a, b) => descending(this.#votes(b), this.#votes(a)));
    const cuts: number[] = [];
    let running = 0n;
    for (const [index, candidate] of order.entries()) {
      const votes = this.#votes(candidate);
      if (index > 0 && running < votes) cuts.push(index);
      running += votes;
    }
    let cut = cuts.at(-1) ?? 0;
    // Nobody but the winner left would be one too few for the last two.
    if (this.#rules.continueUntilTwo && cut + this.#eliminated === this.#standing - 1) cut = cuts.at(-2) ?? 0;
    return order.slice(0, cut);
  }

  #extreme(candidates: readonly number[], most: boolean): number[] {
    const votes = candidates.map((candidate) => this.#votes(candidate));
    const best = votes.reduce((a, b) => ((most ? b > a : b < a) ? b : a));
    return candidates.filter((_, index) => votes[index] === best);
  }

  #choose(purpose: "ELECT" | "ELIMINATE", round: number, tied: readonly number[]): number {
    const earlier = (compared: number, candidate: number) => this.#rounds[compared - 1]?.votes[candidate] ?? undefined;
    return this.#ties.choose(purpose, round, tied, earlier);
  }

  #move({ elected, eliminated }: Decision): Transfer[] {
    const continues = (candidate: number) => this.#continues(candidate);
    const transfers = eliminated.flatMap((from) => this.#piles.move(from, continues, this.#unit).transfers);
    if (!this.#severalSeats) return transfers;
    const filled = this.#electedIn.size >= this.#contest.seats ? "FINAL_SURPLUS" : undefined;
    // Fractions first: a surplus passed on between two of one round must not reach the other.
    const fractions = elected.map((from) => this.#fraction(from));
    for (const [index, from] of elected.entries()) {
      const moved = this.#piles.move(from, continues, this.#unit, fractions[index], filled);
      transfers.push(...moved.transfers);
      const rest = moved.kept - this.#threshold;
      if (rest <= 0n) continue;
      this.#residual += rest;
      this.#piles.votes[from] = this.#threshold;
      transfers.push({ from, to: "RESIDUAL", votes: rest });
    }
    return transfers;
  }

  /** The part of each ballot that an elected candidate does not need, rounded down. */
  #fraction(elected: number): bigint {
    const votes = this.#votes(elected);
    const surplus = votes - this.#threshold;
    return surplus > 0n ? (surplus * this.#unit) / votes : 0n;
  }
}

/**
 * Counts rankings for the contest's seats.
 *
 * @param box rows of `rankingCells`
 * @param rules what differs from `TRANSFER_DEFAULTS`
 * @throws RangeError on decimals out of bounds; TieUnresolved when the rule is to ask, see `settle`
 */
export const transferCount = (box: Box, contest: Contest, rules: Partial<TransferRules> = {}): TransferResult => {
  const full = { ...TRANSFER_DEFAULTS, ...rules };
  const { decimals } = full;
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > DECIMALS_MAX)
    throw new RangeError(`decimals ${decimals}`);
  return new Count(box, contest, full).run();
};

/** Instant runoff: the count for one seat, whatever the contest says. */
export const instantRunoff = (box: Box, contest: Contest, rules: Partial<TransferRules> = {}): TransferResult =>
  transferCount(box, { ...contest, seats: 1 }, rules);
