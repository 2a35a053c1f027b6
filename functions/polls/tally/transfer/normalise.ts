/**
 * Rankings as a transfer count reads them: what never changes during the count (empty ranks, duplicates, overvotes that
 * end or are passed over whatever happens) is settled once, and ballots that then read alike are counted once.
 */
import { foreign, NEXT_RANK, OVERVOTED } from "../ballot.ts";
import { Box } from "../box.ts";
import type { End, TransferRules } from "./rules.ts";

/** Flag of a cell: shares the rank of the cell before it. Only under `EXHAUST_IF_MULTIPLE_CONTINUING`. */
export const JOINED = 0x8000;
/** Last cell of a row that ends for a reason other than running out of ranks. */
const END_BASE = 0xff00;

const ROW_ENDS: readonly End[] = ["EXHAUSTED", "OVERVOTE", "SKIPPED_RANKS", "DUPLICATE", "BLANK"];

/** The end that a cell stands for, undefined for a candidate. */
export const endOf = (cell: number): End | undefined => (cell >= END_BASE ? ROW_ENDS[cell - END_BASE] : undefined);

const endCell = (end: End): number => END_BASE + ROW_ENDS.indexOf(end);

/** Reads one ranking into cells. Kept between rows so that a million rows make no garbage. */
class Reader {
  readonly cells: number[] = [];
  readonly #rules: TransferRules;
  readonly #candidates: number;
  readonly #seen: Int32Array;
  #stamp = -1;
  #lastRank = 0;

  constructor(rules: TransferRules, candidates: number) {
    this.#rules = rules;
    this.#candidates = candidates;
    this.#seen = new Int32Array(candidates).fill(-1);
  }

  read(row: Uint16Array): void {
    this.cells.length = 0;
    this.#stamp += 1;
    this.#lastRank = 0;
    let rank = 1;
    let from = 0;
    let filled = false;
    for (let at = 0; at <= row.length; at++) {
      if (at < row.length && row[at] !== NEXT_RANK) continue;
      if (at > from) {
        filled = true;
        const end = this.#rank(row, from, at, rank);
        if (end) {
          this.cells.push(endCell(end));
          return;
        }
      }
      from = at + 1;
      rank += 1;
    }
    if (!filled) this.cells.push(endCell("BLANK"));
  }

  /** Adds the rank at cells `from` to `to`, or says why the ballot ends there. */
  #rank(row: Uint16Array, from: number, to: number, rank: number): End | undefined {
    const { skippedRanksMax, exhaustOnDuplicate, overvotes } = this.#rules;
    if (skippedRanksMax !== null && rank - this.#lastRank > skippedRanksMax + 1) return "SKIPPED_RANKS";
    this.#lastRank = rank;
    if (exhaustOnDuplicate && this.#repeats(row, from, to)) return "DUPLICATE";
    const unnamed = row[from] === OVERVOTED;
    const several = unnamed || to - from > 1;
    if (several && overvotes === "EXHAUST_IMMEDIATELY") return "OVERVOTE";
    const passes = several && overvotes === "ALWAYS_SKIP_TO_NEXT_RANK";
    // Whether one of them or more continue cannot be told from an unnamed overvote: it is taken for more.
    if (unnamed) return passes ? undefined : "OVERVOTE";
    let joined = 0;
    for (let at = from; at < to; at++) {
      const candidate = row[at] as number;
      if (candidate >= this.#candidates) foreign(candidate);
      // A candidate of a rank that is passed over was seen, yet not preferred: a later rank can still name it.
      const isNew = this.#seen[candidate] !== this.#stamp;
      if (exhaustOnDuplicate || !passes) this.#seen[candidate] = this.#stamp;
      if (passes || !(isNew || exhaustOnDuplicate)) continue;
      this.cells.push(candidate | joined);
      joined = JOINED;
    }
    return undefined;
  }

  #repeats(row: Uint16Array, from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.#seen[row[at] as number] === this.#stamp) return true;
    return false;
  }
}

/**
 * Settles what the rules settle once.
 *
 * @param box rows of `rankingCells`
 * @returns rows of candidates in order of preference, with `JOINED` for those of one rank, closed by an end where the
 * ballot ends early
 */
export const normalise = (box: Box, candidates: number, rules: TransferRules): Box => {
  const reader = new Reader(rules, candidates);
  const out = new Box();
  for (let index = 0; index < box.size; index++) {
    reader.read(box.row(index));
    out.add(reader.cells, box.count(index));
  }
  return out;
};
