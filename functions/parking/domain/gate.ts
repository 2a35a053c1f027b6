/** Gates: which keys are valid, when a reading is believed, and what it means for a booking. */
import type { Interval } from "../../shared/intervals.ts";
import { MINUTE_MS } from "./day.ts";

/** How far a device's clock may be off, either way. */
export const GATE_CLOCK_MS = 5 * MINUTE_MS;
/** How long a gate may have been offline: an older reading is not taken any more. */
export const READING_AGE_MS = 7 * 1_440 * MINUTE_MS;
/** How far an access list looks ahead. */
export const ACCESS_AHEAD_MS = 1_440 * MINUTE_MS;
/** Below this confidence (percent) a plate that differs in one character may be the booking's. */
export const CONFIDENT = 80;
/** Most exits of one booking that wait for its entry. */
export const EXITS_MAX = 8;

export interface Gate {
  readonly id: string;
  readonly community: string;
  readonly lot: string;
  readonly name: string;
  readonly state: "active" | "revoked";
  readonly generation: number;
  /** Until when the key of the generation before is valid. */
  readonly previousMs?: number | undefined;
  readonly by: string;
  readonly revision: number;
  readonly fingerprint: string;
}

/** Generations whose keys are valid at `nowMs`, the present one first; none of a revoked gate. */
export const validGenerations = (gate: Gate, nowMs: number): number[] => {
  if (gate.state === "revoked") return [];
  const previous = gate.previousMs !== undefined && nowMs < gate.previousMs ? [gate.generation - 1] : [];
  return [gate.generation, ...previous];
};

/** The gate with the next key; the one before is valid for so many minutes more. */
export const rekeyed = (gate: Gate, nowMs: number, overlapMinutes: number): Gate => ({
  ...gate,
  generation: gate.generation + 1,
  previousMs: nowMs + overlapMinutes * MINUTE_MS,
  revision: gate.revision + 1,
});

/** The gate whose keys are valid no more. */
export const revoked = (gate: Gate): Gate => ({
  ...gate,
  state: "revoked",
  previousMs: undefined,
  revision: gate.revision + 1,
});

/** Whether a request that a device sent at `sentMs` is taken at `nowMs`. */
export const onTime = (sentMs: number, nowMs: number): boolean => Math.abs(nowMs - sentMs) <= GATE_CLOCK_MS;

/** Whether a reading of that instant is taken at `nowMs`: not from the future, not older than a gate's memory. */
export const believable = (readMs: number, nowMs: number): boolean =>
  readMs <= nowMs + GATE_CLOCK_MS && readMs >= nowMs - READING_AGE_MS;

/** Whether two plates of the same length differ in exactly one character. */
export const nearly = (one: string, other: string): boolean => {
  const [left, right] = [[...one], [...other]];
  return left.length === right.length && left.filter((sign, index) => sign !== right[index]).length === 1;
};

/** When a vehicle may pass: from some minutes before the beginning until the grace after the end is over. */
export const passing = (
  { fromMs, untilMs }: Interval,
  { earlyMinutes, graceMinutes }: { readonly earlyMinutes: number; readonly graceMinutes: number },
): Interval => ({ fromMs: fromMs - earlyMinutes * MINUTE_MS, untilMs: untilMs + graceMinutes * MINUTE_MS });
