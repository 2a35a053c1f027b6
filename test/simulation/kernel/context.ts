/** What a context brings to the simulation: what its people do, and a plain model of what must come of it. */
import type { Mutant } from "./mutants.ts";
import type { SimulatedFault } from "./scheduler.ts";
import type { Outcome, Send, Surface, World } from "./world.ts";

/** Clocks of a play's processes differ by less, ms: whatever ends this near to now may be over for some of them. */
export const EDGE_MS = 2_000;

/** One thing that somebody does: what is sent, and for the model what is meant. */
export interface Command<Intent> {
  readonly send: Send;
  readonly intent: Intent;
}

/** One context of the product. A model shares no code with it and holds nothing but plain values. */
export interface Simulated<State, Intent> {
  readonly name: string;
  /** The product's handlers that answer its requests, those that it loads at their first use loaded. */
  readonly surface: Surface;
  /** Faults put into the product on purpose, each of which must be found. */
  readonly mutants: readonly Mutant[];
  /**
   * Whether every process judges the state alike at an instant, although their clocks differ by parts of a second; a
   * play waits until it is so. Left out where nothing lies on such an edge.
   */
  readonly clear?: (state: State, nowMs: number) => boolean;
  /** Longest pause between two steps, where time does more in this context than in others. */
  readonly pauseSecondsMax?: number;
  /** Chance of a step that it is a job, where jobs do more in this context than in others. */
  readonly jobRate?: number;
  /** Faults that few of its plays meet, or none: what they are put into is rare there. */
  readonly rare?: readonly SimulatedFault[];
  /** Makes the people and things of the play, before any fault. */
  start(world: World): Promise<State>;
  /** Draws what somebody does next. */
  draw(world: World, state: State): Command<Intent>;
  /** The state after a command that got this outcome at the instant `nowMs`; undefined where it may not get it. */
  apply(state: State, command: Command<Intent>, outcome: Outcome, nowMs: number): State | undefined;
  /** Jobs that run now and then, each with what it does to the state. */
  readonly jobs: Readonly<Record<string, (state: State, nowMs: number) => State>>;
  /** What else a job may leave for its next run when it was cut short, where there is such a thing. */
  readonly cutShort?: Readonly<Record<string, (state: State, nowMs: number) => readonly State[]>>;
  /** Every difference between the table and the state, in words; empty when there is none. */
  differences(world: World, state: State): readonly string[];
  /** What must hold at the end of a play, such as an audit. */
  finish(world: World, state: State): Promise<readonly string[]>;
}
