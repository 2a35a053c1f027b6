/**
 * Journal stamps: a hybrid logical clock (Kulkarni et al., 2014) in microseconds.
 * An account accepts only a stamp above its last one, so the order of stamps on an account is the order of commits,
 * without reading it first.
 */
import type { Clock } from "./clock.ts";

/** Microseconds since 1970-01-01T00:00:00Z, unique and rising within a process. */
export type Stamp = number;

/** Gives out stamps for one process: rising, unique, never behind the clock. */
export class Stamps {
  #last = 0;
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The first of `count` consecutive stamps, above every one given before and above `after`. */
  take(count = 1, after = 0): Stamp {
    const first = Math.max(this.#clock.now().getTime() * 1_000, this.#last + 1, after + 1);
    this.#last = first + count - 1;
    return first;
  }
}

/** A stamp as RFC 3339 with microseconds. */
export const stampText = (stamp: Stamp): string =>
  `${new Date(Math.floor(stamp / 1_000)).toISOString().slice(0, -1)}${String(stamp % 1_000).padStart(3, "0")}Z`;

/** The last stamp at or before an RFC 3339 instant with up to microseconds. */
export const stampOf = (instant: string): Stamp => {
  const micros = /\.\d{3}(\d{1,3})/.exec(instant)?.[1] ?? "";
  const whole = Date.parse(instant.replace(/(\.\d{3})\d+/, "$1")) * 1_000;
  // An instant without microseconds means the whole of its millisecond.
  return whole + (micros === "" ? 999 : Number(micros.padEnd(3, "0")));
};
