/**
 * Piles of ballots, one for each candidate. Only the piles of the eliminated and the elected are ever walked again, so
 * a count costs about what its transfers move. Ballots with one history of surpluses share one value: their numbers
 * are added first and multiplied once, exactly.
 */
import type { Box } from "../box.ts";
import { endOf, JOINED } from "./normalise.ts";
import { ENDS, type End, type Transfer } from "./rules.ts";

const NONE = 0xffffffff;

/** Who can be given a ballot now. */
export type Continuing = (candidate: number) => boolean;

/** The piles of one count, with the votes of each candidate. */
export class Piles {
  /** Votes of each candidate in units of 10^-decimals. */
  readonly votes: bigint[];
  /** Votes that count for nobody any more, by why. */
  readonly ended: Record<End, bigint>;
  readonly #box: Box;
  readonly #heads: Uint32Array;
  readonly #next: Uint32Array;
  readonly #at: Uint16Array;
  readonly #class: Uint16Array;
  /** Values of a ballot by class; class 0 is a whole vote. */
  readonly #values: bigint[];

  /** @param box normalised rows; @param unit a whole vote */
  constructor(box: Box, candidates: number, unit: bigint) {
    this.#box = box;
    this.#heads = new Uint32Array(candidates).fill(NONE);
    this.#next = new Uint32Array(box.size);
    this.#at = new Uint16Array(box.size);
    this.#class = new Uint16Array(box.size);
    this.#values = [unit];
    this.votes = new Array<bigint>(candidates).fill(0n);
    this.ended = Object.fromEntries(ENDS.map((end) => [end, 0n])) as Record<End, bigint>;
  }

  /** Deals every ballot to its first continuing candidate. */
  deal(continuing: Continuing): void {
    const counts = this.#counts();
    for (let ballot = 0; ballot < this.#box.size; ballot++) this.#give(ballot, continuing, counts, undefined);
    this.#book(counts);
  }

  /**
   * Moves the pile of `from` on. With a `fraction` each ballot keeps the rest of its value with `from`; without one the
   * whole value goes.
   *
   * @param fraction of a vote, in units of 10^-decimals of one; each ballot's part is rounded down
   * @param unit a whole vote
   * @param end where votes go that find nobody, instead of the ballot's own end
   * @returns the transfers and what stayed with `from`
   */
  move(
    from: number,
    continuing: Continuing,
    unit: bigint,
    fraction?: bigint,
    end?: End,
  ): { readonly transfers: Transfer[]; readonly kept: bigint } {
    const before = this.votes[from] as bigint;
    let ballot = this.#heads[from] as number;
    this.#heads[from] = NONE;
    if (fraction === 0n) return { transfers: [], kept: before };
    if (fraction !== undefined) this.#devalue(ballot, fraction, unit);
    const counts = this.#counts();
    while (ballot !== NONE) {
      const next = this.#next[ballot] as number;
      this.#give(ballot, continuing, counts, end);
      ballot = next;
    }
    const moved = this.#book(counts);
    const kept = before - moved.reduce((sum, { votes }) => sum + votes, 0n);
    this.votes[from] = kept;
    return { transfers: moved.map((one) => ({ from, ...one })), kept };
  }

  /** Gives the ballots of a pile the value that is passed on: each its own times `fraction`, rounded down. */
  #devalue(head: number, fraction: bigint, unit: bigint): void {
    const classOf: number[] = [];
    for (let ballot = head; ballot !== NONE; ballot = this.#next[ballot] as number) {
      const old = this.#class[ballot] as number;
      classOf[old] ??= this.#classWith(((this.#values[old] as bigint) * fraction) / unit);
      this.#class[ballot] = classOf[old];
    }
  }

  #classWith(value: bigint): number {
    const known = this.#values.indexOf(value);
    return known >= 0 ? known : this.#values.push(value) - 1;
  }

  #counts(): Uint32Array {
    return new Uint32Array((this.#heads.length + ENDS.length) * this.#values.length);
  }

  /** Puts a ballot on the pile of the next continuing candidate, or among the ended. */
  #give(ballot: number, continuing: Continuing, counts: Uint32Array, end: End | undefined): void {
    const target = end === undefined ? this.#recipient(ballot, continuing) : this.#heads.length + ENDS.indexOf(end);
    const place = target * this.#values.length + (this.#class[ballot] as number);
    counts[place] = (counts[place] as number) + this.#box.count(ballot);
    if (target >= this.#heads.length) return;
    this.#next[ballot] = this.#heads[target] as number;
    this.#heads[target] = ballot;
  }

  /** The candidate that a ballot counts for next, or the number of candidates plus the place of its end. */
  #recipient(ballot: number, continuing: Continuing): number {
    const { cells } = this.#box;
    const from = this.#box.start(ballot);
    const to = this.#box.start(ballot + 1);
    let at = from + (this.#at[ballot] as number);
    while (at < to) {
      const cell = cells[at] as number;
      const end = endOf(cell);
      if (end !== undefined) return this.#heads.length + ENDS.indexOf(end);
      let found = continuing(cell) ? cell : -1;
      let next = at + 1;
      let several = false;
      for (; next < to && isJoined(cells[next] as number); next++) {
        const other = (cells[next] as number) & ~JOINED;
        if (!continuing(other)) continue;
        several ||= found >= 0;
        found = other;
      }
      if (several) return this.#heads.length + ENDS.indexOf("OVERVOTE");
      if (found >= 0) {
        this.#at[ballot] = at - from;
        return found;
      }
      at = next;
    }
    return this.#heads.length + ENDS.indexOf("EXHAUSTED");
  }

  /** Adds counted ballots to votes and ends; each target with votes or not. */
  #book(counts: Uint32Array): { readonly to: number | End; readonly votes: bigint }[] {
    const booked: { to: number | End; votes: bigint }[] = [];
    const classes = this.#values.length;
    for (let target = 0; target < this.#heads.length + ENDS.length; target++) {
      let votes = 0n;
      for (let kind = 0; kind < classes; kind++) {
        const count = counts[target * classes + kind] as number;
        if (count > 0) votes += BigInt(count) * (this.#values[kind] as bigint);
      }
      if (votes === 0n) continue;
      if (target < this.#heads.length) {
        this.votes[target] = (this.votes[target] as bigint) + votes;
        booked.push({ to: target, votes });
      } else {
        const end = ENDS[target - this.#heads.length] as End;
        this.ended[end] += votes;
        booked.push({ to: end, votes });
      }
    }
    return booked;
  }
}

const isJoined = (cell: number): boolean => cell >= JOINED && endOf(cell) === undefined;
