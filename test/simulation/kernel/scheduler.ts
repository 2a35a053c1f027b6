/**
 * Decides the order in which requests reach the table, and what goes wrong with them, from one seed. Every request of
 * every client waits here; when nothing else can move, one of them is drawn. So one seed is one interleaving.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import type { Carrier } from "../../support/engine/memory.ts";

/** What can go wrong with a request at the SDK client. */
export const SIMULATED_FAULTS = [
  "throttle",
  "conflict",
  "mixed",
  "lost-before",
  "lost-after",
  "late",
  "unavailable",
  "partial-batch",
  "slow",
] as const;
export type SimulatedFault = (typeof SIMULATED_FAULTS)[number];

/** Someone whose requests can be cut off: a client's call, or one run of a job. */
export interface Task {
  readonly name: string;
  /** Requests until it dies; undefined for one that lives. */
  left?: number;
  /** Settles with undefined when it has died. */
  readonly dead: Promise<undefined>;
  die: () => void;
}

/** Makes a task that dies at its request number `left`, or never. */
export const makeTask = (name: string, left?: number): Task => {
  let die = (): void => undefined;
  const dead = new Promise<undefined>((resolve) => {
    die = () => resolve(undefined);
  });
  return { name, dead, die, ...(left === undefined ? {} : { left }) };
};

interface Waiting {
  readonly task: Task | undefined;
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly answer: () => object;
  readonly resolve: (output: object) => void;
  readonly reject: (error: unknown) => void;
  /** Draws that pass it over. */
  delay: number;
}

const named = (name: string, code?: string): Error =>
  Object.assign(new Error(name), { name, ...(code === undefined ? {} : { code }) });
const timeout = (): Error => named("TimeoutError", "ECONNRESET");

/** What the client hears of requests that are lost or refused as a whole. */
const LOST: Readonly<Record<string, () => Error>> = {
  throttle: () => named("ThrottlingException"),
  "lost-before": timeout,
  "lost-after": timeout,
  late: timeout,
  unavailable: () => named("InternalServerError"),
};

const isWrite = (command: string): boolean => /^(Put|Update|Delete|TransactWrite)/.test(command);
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Turns of the event loop without any request before a play is taken to be stuck. */
const IDLE_MAX = 2_000;
const DELAY_MAX = 6;
const running = new AsyncLocalStorage<Task>();

/** Runs `work` as a task: its requests are the task's. */
export const as = <T>(task: Task, work: () => Promise<T>): Promise<T> => running.run(task, work);

/** The queue of one simulated table. */
export class Scheduler {
  readonly injected = new Map<SimulatedFault, number>();
  readonly #random: () => number;
  #rate = 0;
  #waiting: Waiting[] = [];

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Share of the requests that something happens to, in [0, 1]. */
  set rate(rate: number) {
    this.#rate = rate;
  }

  /** For the engine in memory: lets a request wait for its turn. */
  readonly carry: Carrier = (command, input, answer) =>
    new Promise((resolve, reject) => {
      this.#waiting.push({ task: running.getStore(), command, input, answer, resolve, reject, delay: 0 });
    });

  /** Draws requests until `work` is done, and then those that are still under way. */
  async drive<T>(work: Promise<T>): Promise<T> {
    let settled = false;
    const watched = work.finally(() => {
      settled = true;
    });
    watched.catch(() => undefined);
    for (let idle = 0; !settled; idle++) {
      await tick();
      if (this.#step()) idle = 0;
      if (idle > IDLE_MAX) throw new Error("the play is stuck: nobody asks for anything");
    }
    while (this.#step()) await tick();
    return watched;
  }

  #step(): boolean {
    if (this.#waiting.length === 0) return false;
    const index = Math.floor(this.#random() * this.#waiting.length);
    const drawn = this.#waiting[index] as Waiting;
    if (drawn.delay > 0) drawn.delay -= 1;
    else {
      this.#waiting.splice(index, 1);
      this.#serve(drawn);
    }
    return true;
  }

  #serve(request: Waiting): void {
    const { task, answer } = request;
    if (task?.left !== undefined) {
      task.left -= 1;
      if (task.left < 0) {
        // A process that dies has sent its last request or not; nobody hears of the answer.
        if (task.left === -1 && this.#random() < 0.5) attempt(answer);
        task.die();
        return;
      }
    }
    const fault = this.#random() < this.#rate ? this.#draw(request) : undefined;
    if (fault) this.injected.set(fault, (this.injected.get(fault) ?? 0) + 1);
    this.#carryOut(request, fault);
  }

  #draw({ command }: Waiting): SimulatedFault {
    const batch = command === "BatchGetItemCommand";
    const kinds: SimulatedFault[] = ["throttle", "lost-before", "unavailable", "slow"];
    if (isWrite(command)) kinds.push("lost-after", "late");
    if (command === "TransactWriteItemsCommand") kinds.push("conflict", "mixed");
    if (batch) kinds.push("partial-batch");
    return kinds[Math.floor(this.#random() * kinds.length)] as SimulatedFault;
  }

  #carryOut(request: Waiting, fault: SimulatedFault | undefined): void {
    const { answer, reject, input } = request;
    const lost = LOST[fault ?? "none"];
    if (fault === "lost-after") attempt(answer);
    // The client gives up, the request is still on its way.
    if (fault === "late") this.#put({ ...request, task: undefined, resolve: ignore, reject: ignore });
    if (lost) reject(lost());
    else if (fault === "slow") this.#put(request);
    else if (fault === "conflict") reject(conflict((input.TransactItems as unknown[]).length));
    else if (fault === "mixed") settle(request, (error) => reject(mixed(error)));
    else if (fault === "partial-batch") settle({ ...request, answer: () => partial(answer(), input) }, reject);
    else settle(request, reject);
  }

  /** Puts a request back, to be passed over a few times. */
  #put(request: Waiting): void {
    this.#waiting.push({ ...request, delay: 1 + Math.floor(this.#random() * DELAY_MAX) });
  }
}

const ignore = (): void => undefined;

const attempt = (answer: () => object): void => {
  try {
    answer();
  } catch {
    // A refusal that nobody hears of.
  }
};

const settle = ({ answer, resolve }: Waiting, reject: (error: unknown) => void): void => {
  let output: object;
  try {
    output = answer();
  } catch (error) {
    reject(error);
    return;
  }
  resolve(output);
};

const conflict = (items: number): TransactionCanceledException =>
  new TransactionCanceledException({
    $metadata: {},
    message: "conflict",
    CancellationReasons: Array.from({ length: items }, (_, index) => ({
      Code: index === 0 ? "TransactionConflict" : "None",
    })),
  });

/** A failed condition beside a conflict: the conflict says nothing, the condition does. */
const mixed = (error: unknown): unknown => {
  if (!(error instanceof TransactionCanceledException)) return error;
  const reasons = (error.CancellationReasons ?? []).map((reason) =>
    reason.Code === "None" ? { Code: "TransactionConflict" } : reason,
  );
  return new TransactionCanceledException({ $metadata: {}, message: "mixed", CancellationReasons: reasons });
};

/** A batch of which only the first key was read. */
const partial = (output: object, input: Readonly<Record<string, unknown>>): object => {
  const { Responses } = output as { Responses: Record<string, { pk: { S: string }; sk: { S: string } }[]> };
  const [table, request] = Object.entries(input.RequestItems as Record<string, { Keys: object[] }>)[0] as [
    string,
    { Keys: { pk: { S: string }; sk: { S: string } }[] },
  ];
  const [first, ...rest] = request.Keys;
  if (rest.length === 0) return output;
  const items = (Responses[table] ?? []).filter(({ pk, sk }) => pk.S === first?.pk.S && sk.S === first.sk.S);
  return { Responses: { [table]: items }, UnprocessedKeys: { [table]: { ...request, Keys: rest } } };
};
