/** Throughput and latency of Linli's write shape beside its rivals', on one engine, in alternating runs. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDeps } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import { localClient } from "../../infra/local/client.ts";
import { startEngine } from "../../infra/local/engine.ts";
import { ensureTable } from "../../infra/local/table.ts";
import { load, type Run, type Server, startServer } from "./load.ts";
import type { Shape } from "./server.ts";
import { openRivals } from "./textbook.ts";
import { environment, OPENING, openEveryone, type Town } from "./town.ts";

export const SHAPES: readonly Shape[] = ["linli", "textbook", "read-first"];
/** Runs of each shape; shapes alternate, so that a slow moment of the machine meets all. */
const ROUNDS = 2;
const WARM_SECONDS = 1;
const READ_AT_ONCE = 100;

/** Runs of one shape under one kind of load, joined. */
export interface Rate extends Run {
  readonly shape: Shape;
  readonly perSecond: number;
  /** Transfers a second of each run: how far they lie apart is the noise. */
  readonly runs: readonly number[];
}

/** One kind of load. */
export interface LoadKind {
  readonly name: string;
  readonly connections: number;
  readonly hot?: boolean;
}

const total = (runs: readonly Run[], pick: (run: Run) => number): number =>
  runs.reduce((sum, run) => sum + pick(run), 0);

const joined = (shape: Shape, runs: readonly Run[]): Rate => {
  const transfers = total(runs, (run) => run.transfers);
  const seconds = total(runs, (run) => run.seconds);
  return {
    shape,
    transfers,
    seconds,
    perSecond: transfers / seconds,
    runs: runs.map((run) => run.transfers / run.seconds),
    p50Ms: total(runs, (run) => run.p50Ms) / runs.length,
    p99Ms: Math.max(...runs.map((run) => run.p99Ms)),
    refused: total(runs, (run) => run.refused),
    writeCalls: total(runs, (run) => run.writeCalls),
    readCalls: total(runs, (run) => run.readCalls),
    cpuMicros: total(runs, (run) => run.cpuMicros),
  };
};

interface Side {
  readonly shape: Shape;
  readonly server: Server;
  readonly table: string;
}

/** A table of its own for each shape, with everyone's accounts, and a server on it. */
const open = async (shape: Shape, town: Town, endpoint: string): Promise<Side> => {
  const table = `bench-${shape}`;
  const env = environment(town, table, endpoint);
  const client = localClient(endpoint);
  await ensureTable(client, table);
  const deps = makeDeps(env, "bench", { district: town.district, log: silentLog, client });
  await (shape === "linli" ? openEveryone(deps, town.people) : openRivals(deps, town.people));
  return { shape, table, server: await startServer({ shape, env }) };
};

/** Points are neither made nor lost, or the numbers are worth nothing. */
const checkSum = async ({ table, shape }: Side, town: Town, endpoint: string): Promise<void> => {
  const { db } = makeDeps(environment(town, table, endpoint), "bench", { district: town.district, log: silentLog });
  let sum = 0;
  for (let start = 0; start < town.people.length; start += READ_AT_ONCE) {
    const keys = town.people.slice(start, start + READ_AT_ONCE).map(({ account }) => ({ pk: `A#${account}`, sk: "A" }));
    sum += (await db.getMany(keys)).reduce((part, item) => part + Number(item.bal), 0);
  }
  if (sum !== OPENING * town.people.length) throw new Error(`${shape}: the balances sum to ${sum}`);
};

const measureKind = async (sides: readonly Side[], town: Town, kind: LoadKind, seconds: number): Promise<Rate[]> => {
  const runs = new Map<Shape, Run[]>(sides.map(({ shape }) => [shape, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { shape, server } of sides) {
      runs.get(shape)?.push(await load(server, town.people, { ...kind, seconds: seconds / ROUNDS }));
    }
  }
  return sides.map(({ shape }) => joined(shape, runs.get(shape) ?? []));
};

/** Every kind of load on one engine; `seconds` is the time of each shape under each kind. */
export const measureRates = async (
  town: Town,
  storage: "file" | "memory",
  kinds: readonly LoadKind[],
  seconds: number,
): Promise<{ kind: LoadKind; rates: Rate[] }[]> => {
  const folder = mkdtempSync(join(tmpdir(), "linli-bench-"));
  const engine = await startEngine({
    kind: "dynoxide",
    ...(storage === "file" ? { dataFile: join(folder, "bench.db") } : {}),
  });
  const sides: Side[] = [];
  try {
    for (const shape of SHAPES) sides.push(await open(shape, town, engine.endpoint));
    for (const { server } of sides) await load(server, town.people, { connections: 4, seconds: WARM_SECONDS });
    const results: { kind: LoadKind; rates: Rate[] }[] = [];
    for (const kind of kinds) results.push({ kind, rates: await measureKind(sides, town, kind, seconds) });
    for (const side of sides) await checkSum(side, town, engine.endpoint);
    return results;
  } finally {
    for (const { server } of sides) await server.stop();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
