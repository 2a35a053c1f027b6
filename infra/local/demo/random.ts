/** Chance and ids of the demo, both from a seed: the same seed tells the same story. */
import { createHash } from "node:crypto";

const STEP = 0x6d2b79f5;
const RANGE = 2 ** 32;

/** Pseudo-random numbers from a 32-bit seed (mulberry32): good enough for a story, never for secrets. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** A number from 0 up to, but not including, 1. */
  next(): number {
    this.#state = (this.#state + STEP) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / RANGE;
  }

  /** An integer from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the list; throws for an empty one. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.int(0, list.length - 1)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  }

  /** One of the values by its weight. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return this.pick(choices)[0];
  }
}

const UUID_HEX = 32;

/**
 * Makes UUIDs of version 8 (RFC 9562): the digest of seed, salt and a running number. Returns the next one at each
 * call.
 */
export const idMaker = (seed: number, salt: string): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    const hex = createHash("sha256").update(`linli-demo ${seed} ${salt} ${count}`).digest("hex").slice(0, UUID_HEX);
    const variant = "89ab".charAt(Number.parseInt(hex.charAt(16), 16) % 4);
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
    return [...parts, hex.slice(20)].join("-");
  };
};

/** A salt that no run before had: the machine's time in base 36. */
export const freshSalt = (): string => Date.now().toString(36);
