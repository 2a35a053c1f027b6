/** A server for the story: one that runs already, or one of its own that leaves nothing behind. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocal } from "../app.ts";
import { FIRST_DAY } from "./story.ts";

const DISTRICT = "demo";
const PROBE_MS_MAX = 2_000;

export interface OwnServer {
  readonly url: string;
  readonly eventsFile: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/** True when a local server of the demo district answers there. */
export const answers = async (url: string): Promise<boolean> => {
  try {
    const signal = AbortSignal.timeout(PROBE_MS_MAX);
    const health = (await (await fetch(`${url}/health`, { signal })).json()) as { district?: string };
    return health.district === DISTRICT && (await fetch(`${url}/_local/clock`, { signal })).ok;
  } catch {
    return false;
  }
};

/** The functions log each job as a line of JSON, which has no place between the lines of the story. */
const LOG_LEVEL = "ERROR";

/** Starts a server on a free port with data in a temporary folder, its clock at the story's first day. */
export const startOwn = async (): Promise<OwnServer> => {
  const dataDir = mkdtempSync(join(tmpdir(), "linli-demo-"));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    process.env.AWS_LAMBDA_LOG_LEVEL ??= LOG_LEVEL;
    const clock = { offsetMs: Date.parse(FIRST_DAY) - Date.now() };
    writeFileSync(join(dataDir, "clock.json"), JSON.stringify(clock));
    const app = await startLocal({ dataDir, districtId: DISTRICT, port: 0, schedule: false });
    const stop = async () => {
      await app.stop();
      remove();
    };
    return { url: app.url, eventsFile: join(dataDir, "events.ndjson"), stop };
  } catch (error) {
    remove();
    throw error;
  }
};
