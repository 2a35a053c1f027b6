/** Load on one server: payments from autocannon for a bounded time, and what the server counted meanwhile. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import type { Counts, Start } from "./server.ts";
import { type Person, randomPayment } from "./town.ts";

const SERVER = fileURLToPath(new URL("server.ts", import.meta.url));
/** Longest single run, whatever is asked for. */
export const SECONDS_MAX = 10;

const POLL_MS = 10;

export interface Server {
  readonly url: string;
  counts(): Promise<Counts>;
  /** Ends the child and waits for its end. */
  stop(): Promise<void>;
}

const answer = async <Message>(child: ChildProcess): Promise<Message> => (await once(child, "message"))[0] as Message;

/** Starts a server in a process of its own. */
export const startServer = async (start: Start): Promise<Server> => {
  const child = fork(SERVER, [], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  child.send(start);
  const gone = once(child, "exit").then(([code]) => {
    throw new Error(`the ${start.shape} server ended with ${code}`);
  });
  gone.catch(() => undefined);
  const { url } = await Promise.race([answer<{ url: string }>(child), gone]);
  return {
    url,
    counts: () => {
      child.send("counts");
      return answer<Counts>(child);
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
};

export interface Run {
  readonly transfers: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly refused: number;
  readonly writeCalls: number;
  readonly readCalls: number;
  readonly cpuMicros: number;
}

const percentile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0;

interface LoadOptions {
  readonly connections: number;
  readonly seconds: number;
  /** Everyone pays the first person. */
  readonly hot?: boolean;
}

const settings = (url: string, people: readonly Person[], { connections, seconds, hot }: LoadOptions) => ({
  url,
  connections,
  duration: Math.min(seconds, SECONDS_MAX),
  requests: [
    {
      method: "POST" as const,
      path: "/v1/ledger/transfers",
      setupRequest: (request: autocannon.Request) => {
        const { token, key, body } = randomPayment(people, hot);
        const headers = {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "idempotency-key": key,
        };
        return { ...request, headers, body };
      },
    },
  ],
});

/** Counts of a server that has answered everything: the generator leaves when its time is up, answered or not. */
const rested = async (server: Server): Promise<Counts> => {
  for (;;) {
    const counts = await server.counts();
    if (counts.open === 0) return counts;
    await delay(POLL_MS);
  }
};

/** Sends payments for `seconds` from so many connections; throws when one fails in an unexpected way. */
export const load = async (server: Server, people: readonly Person[], options: LoadOptions): Promise<Run> => {
  const before = await server.counts();
  const latencies: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const settle = (error: Error | null, outcome: autocannon.Result) => (error ? reject(error) : resolve(outcome));
    const instance = autocannon(settings(server.url, people, options), settle);
    // The library's own percentiles are whole milliseconds.
    instance.on("response", (_client, status, _bytes, milliseconds) => {
      if (status === 201) latencies.push(milliseconds);
    });
  });
  const after = await rested(server);
  // 503 is an honest answer under contention; anything else that is not 2xx would falsify the measurement.
  const busy = result.statusCodeStats?.["503"]?.count ?? 0;
  if (result.errors + result.timeouts > 0 || result.non2xx > busy) {
    throw new Error(`load failed: ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors`);
  }
  return {
    transfers: result["2xx"],
    seconds: result.duration,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
    refused: busy,
    writeCalls: after.writeCalls - before.writeCalls,
    readCalls: after.readCalls - before.readCalls,
    cpuMicros: after.cpuMicros - before.cpuMicros,
  };
};
