/** One play: so many steps of one seed, each checked against the model. */
import { createHash } from "node:crypto";
import type { District } from "../../../schemas/district.ts";
import { SECOND } from "../../support/clock.ts";
import type { Command, Simulated } from "./context.ts";
import type { Mutant } from "./mutants.ts";
import type { SimulatedFault } from "./scheduler.ts";
import { makeWorld, type Outcome, type World } from "./world.ts";

/** Most commands at the same time: their orders are tried one by one. */
const AT_ONCE_MAX = 3;
const FAULT_RATE = 0.08;
/** A page of a job is hundreds of requests, which the SDK would each try again. */
const JOB_FAULT_RATE = 0.005;
const JOB_RATE = 0.15;
const CRASHES_MAX = 3;
const TWIN_RATE = 0.1;
/** Longest pause between two steps, seconds: holds run out within a few. */
const PAUSE_SECONDS_MAX = 900;

/** What a play is made of. */
export interface PlayOptions<State, Intent> {
  readonly context: Simulated<State, Intent>;
  readonly district: District;
  readonly seed: number;
  readonly steps: number;
  readonly mutant?: Mutant;
}

/** What a play came to. */
export interface Play {
  /** The first thing that was wrong, with its step; undefined when all was right. */
  readonly finding?: string;
  readonly steps: number;
  readonly commands: number;
  readonly refused: number;
  readonly faults: ReadonlyMap<SimulatedFault, number>;
  /** Digest of every outcome and of the table at the end: equal for equal seeds. */
  readonly digest: string;
}

const orders = <T>(items: readonly T[]): T[][] =>
  items.length <= 1
    ? [[...items]]
    : items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));

/** What is sealed under a nonce of the moment differs between two plays of one seed; all else must not. */
const plain = (key: string, value: unknown): unknown => (key === "sealed" ? undefined : value);

interface Done<Intent> {
  readonly command: Command<Intent>;
  readonly outcome: Outcome;
}

/** The state after commands in one order, or undefined where an outcome is not what that order allows. */
const replayed = <State, Intent>(
  context: Simulated<State, Intent>,
  state: State,
  done: readonly Done<Intent>[],
  nowMs: number,
): State | undefined => {
  let current = state;
  for (const { command, outcome } of done) {
    const next = context.apply(current, command, outcome, nowMs);
    if (next === undefined) return undefined;
    current = next;
  }
  return current;
};

const told = <Intent>(done: readonly Done<Intent>[]): string =>
  done
    .map(({ command, outcome }) => `${JSON.stringify(command.intent)} -> ${outcome.code ?? outcome.status}`)
    .join("; ");

/** The state that some order of the commands explains, or a finding. */
const explain = <State, Intent>(
  context: Simulated<State, Intent>,
  world: World,
  state: State,
  done: readonly Done<Intent>[],
): State | string => {
  const nowMs = world.clock.now().getTime();
  let finding = "no order of the commands gives these answers";
  for (const order of orders(done)) {
    const next = replayed(context, state, order, nowMs);
    if (next === undefined) continue;
    const differences = context.differences(world, next);
    if (differences.length === 0) return next;
    finding = differences.slice(0, 3).join("; ");
  }
  const fault = done.some(({ outcome }) => outcome.status === 500) ? ` ${world.faults.at(-1)}` : "";
  return `${finding} (${told(done)})${fault}`;
};

/** The state that a job has left, or how it differs from what it should have left. */
const after = <State, Intent>(
  context: Simulated<State, Intent>,
  world: World,
  state: State,
  job: string,
): State | string => {
  const nowMs = world.clock.now().getTime();
  const done = context.jobs[job]?.(state, nowMs) ?? state;
  const found = context.differences(world, done);
  if (found.length === 0) return done;
  const others = context.cutShort?.[job]?.(state, nowMs) ?? [];
  return others.find((each) => context.differences(world, each).length === 0) ?? found.slice(0, 3).join("; ");
};

/** Plays a seed; faults of the play itself, such as a client that never gets an answer, are findings too. */
export const play = async <State, Intent>(options: PlayOptions<State, Intent>): Promise<Play> => {
  const { context, district, seed, steps, mutant } = options;
  const world = makeWorld(seed, district, context.surface, mutant);
  const { random, scheduler, clock } = world;
  const digest = createHash("sha256");
  let [taken, commands, refused] = [0, 0, 0];
  const result = (finding?: string): Play => ({
    ...(finding === undefined ? {} : { finding: `step ${taken}: ${finding}` }),
    steps: taken,
    commands,
    refused,
    faults: scheduler.injected,
    digest: digest.update(JSON.stringify(world.table.dump(), plain)).digest("hex").slice(0, 16),
  });
  try {
    let state: State = await scheduler.drive<State>(context.start(world));
    scheduler.rate = FAULT_RATE;
    for (; taken < steps; taken++) {
      clock.advance((1 + Math.floor(random() * (context.pauseSecondsMax ?? PAUSE_SECONDS_MAX))) * SECOND);
      while (context.clear?.(state, clock.now().getTime()) === false) clock.advance(SECOND);
      const names = Object.keys(context.jobs);
      if (random() < (context.jobRate ?? JOB_RATE)) {
        const job = names[Math.floor(random() * names.length)] as string;
        const crashes = Math.floor(random() * CRASHES_MAX);
        const runs = random() < 0.3 ? [world.run(job, crashes), world.run(job, 0)] : [world.run(job, crashes)];
        scheduler.rate = JOB_FAULT_RATE;
        await scheduler.drive(Promise.all(runs));
        scheduler.rate = FAULT_RATE;
        const next = after(context, world, state, job);
        if (typeof next === "string") return result(`after ${job}: ${next}`);
        state = next;
        continue;
      }
      const count = 1 + Math.floor(random() * AT_ONCE_MAX);
      const first = context.draw(world, state);
      const others = Array.from({ length: count - 1 }, () => context.draw(world, state));
      // Now and then the same request comes twice at once, as from a client that was impatient.
      const drawn = [first, ...(random() < TWIN_RATE ? [first, ...others.slice(1)] : others)];
      const outcomes = await scheduler.drive(Promise.all(drawn.map(({ send }) => world.send(send))));
      const done = drawn.map((command, index) => ({ command, outcome: outcomes[index] as Outcome }));
      digest.update(told(done));
      commands += drawn.length;
      refused += outcomes.filter(({ status }) => status >= 300).length;
      const next = explain(context, world, state, done);
      if (typeof next === "string") return result(next);
      state = next;
    }
    scheduler.rate = 0;
    const left = await scheduler.drive(context.finish(world, state));
    return result(left.length > 0 ? left.slice(0, 3).join("; ") : undefined);
  } catch (error) {
    return result(`${(error as Error).name}: ${(error as Error).message}`);
  }
};
