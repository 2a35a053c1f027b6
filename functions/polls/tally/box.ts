/**
 * A box of ballots that counts identical ballots once. A ballot is a short row of small numbers (a choice, a set, a
 * ranking: the method's own code); anonymity holds by construction, as only the rows and how often they occur remain.
 * One open-addressing table over one arena: a million ballots take tens of megabytes and well under a second.
 */

/** Cells of one ballot, at most: enough for 1,000 candidates with a mark between any two. */
export const CELLS_MAX = 4_096;
/** Largest value of a cell. */
export const CELL_MAX = 0xffff;
/** Sum of all counts, at most: every sum of counts and doubled points then stays an exact integer. */
export const BALLOTS_MAX = 1_000_000_000;

const START = 1 << 10;
/** The table doubles when it is fuller than this many sixteenths. */
const LOAD_SIXTEENTHS = 10;
const FNV_PRIME = 0x01000193;
const FNV_BASIS = 0x811c9dc5;

const grown = <T extends Uint16Array | Uint32Array>(old: T, size: number): T => {
  const next = new (old.constructor as new (length: number) => T)(size);
  next.set(old);
  return next;
};

/** Distinct ballots with their counts; `add` is the only way in and nothing leaves. */
export class Box {
  /** Number of distinct ballots; their indexes run from 0 in the order of first arrival. */
  size = 0;
  /** Sum of all counts. */
  total = 0;
  #cells: Uint16Array = new Uint16Array(START * 4);
  #starts: Uint32Array = new Uint32Array(START + 1);
  #counts: Uint32Array = new Uint32Array(START);
  #hashes: Uint32Array = new Uint32Array(START);
  #slots: Uint32Array = new Uint32Array(START * 2);

  /**
   * Adds `count` ballots of the same content.
   *
   * @param cells integers from 0 to `CELL_MAX`, at most `CELLS_MAX` of them; copied
   * @param count a positive integer
   * @throws RangeError on a bound: the caller has checked its ballots
   */
  add(cells: ArrayLike<number>, count = 1): void {
    this.#admit(cells, count);
    const hash = hashOf(cells);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const found = this.#slots[slot] as number;
      if (found === 0) break;
      if (this.#equals(found - 1, hash, cells)) {
        this.#counts[found - 1] = (this.#counts[found - 1] as number) + count;
        this.total += count;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#append(cells, hash, count);
    this.#slots[slot] = this.size;
    this.total += count;
    if (this.size * 16 > this.#slots.length * LOAD_SIXTEENTHS) this.#rehash();
  }

  /** How many ballots are the distinct ballot `index`. */
  count(index: number): number {
    return this.#counts[index] as number;
  }

  /** Where ballot `index` begins in `cells`; `start(index + 1)` is where it ends. */
  start(index: number): number {
    return this.#starts[index] as number;
  }

  /** All ballots' cells one after the other, to be read only: `cells[start(i)]` to `cells[start(i + 1) - 1]`. */
  get cells(): Uint16Array {
    return this.#cells;
  }

  /** The cells of the distinct ballot `index`, a view to be read only. */
  row(index: number): Uint16Array {
    return this.#cells.subarray(this.start(index), this.start(index + 1));
  }

  #admit(cells: ArrayLike<number>, count: number): void {
    if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`count ${count}`);
    if (this.total + count > BALLOTS_MAX) throw new RangeError(`more than ${BALLOTS_MAX} ballots`);
    if (cells.length > CELLS_MAX) throw new RangeError(`${cells.length} cells, at most ${CELLS_MAX}`);
  }

  #equals(index: number, hash: number, cells: ArrayLike<number>): boolean {
    if (this.#hashes[index] !== hash) return false;
    const from = this.start(index);
    if (this.start(index + 1) - from !== cells.length) return false;
    for (let at = 0; at < cells.length; at++) if (this.#cells[from + at] !== cells[at]) return false;
    return true;
  }

  #append(cells: ArrayLike<number>, hash: number, count: number): void {
    const from = this.start(this.size);
    const end = from + cells.length;
    if (end > this.#cells.length) this.#cells = grown(this.#cells, Math.max(end, this.#cells.length * 2));
    if (this.size === this.#counts.length) {
      this.#counts = grown(this.#counts, this.size * 2);
      this.#hashes = grown(this.#hashes, this.size * 2);
      this.#starts = grown(this.#starts, this.size * 2 + 1);
    }
    this.#cells.set(cells, from);
    this.#counts[this.size] = count;
    this.#hashes[this.size] = hash;
    this.size += 1;
    this.#starts[this.size] = end;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let index = 0; index < this.size; index++) {
      let slot = (this.#hashes[index] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.#slots = slots;
  }
}

function hashOf(cells: ArrayLike<number>): number {
  let hash = FNV_BASIS;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number;
    if (!(cell >= 0 && cell <= CELL_MAX) || !Number.isInteger(cell)) throw new RangeError(`cell ${cell}`);
    hash = Math.imul(hash ^ cell, FNV_PRIME);
    hash ^= hash >>> 15;
  }
  return (Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 13)) >>> 0;
}
