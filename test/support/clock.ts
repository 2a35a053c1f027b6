/** A clock that stands still until a test moves it. */
import type { Clock } from "../../functions/shared/clock.ts";

export class TestClock implements Clock {
  #ms: number;

  constructor(instant: string) {
    this.#ms = Date.parse(instant);
  }

  now(): Date {
    return new Date(this.#ms);
  }

  /** Moves on by so many milliseconds. */
  advance(ms: number): void {
    if (ms < 0) throw new RangeError("time does not go backward");
    this.#ms += ms;
  }

  /** Moves on to an instant. */
  set(instant: string): void {
    this.advance(Date.parse(instant) - this.#ms);
  }
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
