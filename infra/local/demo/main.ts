/**
 * `npm run demo`: a community's month against the API, in Chinese and English; ends with an error when a claim does
 * not hold.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { freshSalt } from "./random.ts";
import { Screen } from "./screen.ts";
import { answers, startOwn } from "./server.ts";
import { FULL_SCALE, type Outcome, tellStory } from "./story.ts";

const URL_DEFAULT = "http://localhost:8787";
const SEED_DEFAULT = 7;

const screen = new Screen({
  write: (text) => process.stdout.write(text),
  terminal: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
});

const dataDir = resolve(process.env.LINLI_DATA ?? ".linli");
const journalFile = join(dataDir, "demo", "linli.journal");

const seedOf = (text: string | undefined): number => {
  const seed = text === undefined || text === "" ? SEED_DEFAULT : Number(text);
  if (!Number.isSafeInteger(seed)) throw new Error(`LINLI_SEED must be an integer, not "${text}"`);
  return seed;
};

const tell = (url: string, seed: number, salt: string, eventsFile: string | undefined): Promise<Outcome> =>
  tellStory({
    url,
    screen,
    scale: FULL_SCALE,
    seed,
    salt,
    journalFile,
    ...(eventsFile === undefined ? {} : { eventsFile }),
  });

/** On somebody's running server: new people, and its clock stays where the story leaves it. */
const onRunning = async (url: string, seed: number): Promise<Outcome> => {
  const eventsFile = join(dataDir, "events.ndjson");
  screen.say(`使用正在运行的 ${url}`, `On the server that runs at ${url}, with people of its own`);
  const outcome = await tell(url, seed, freshSalt(), existsSync(eventsFile) ? eventsFile : undefined);
  screen.say(
    "服务器时钟已拨快一年多",
    `The server's clock is over a year ahead now; to start over: curl -X POST ${url}/_local/reset`,
  );
  return outcome;
};

const onOwn = async (seed: number): Promise<Outcome> => {
  screen.say("启动临时服务器", "Starting a server of its own, removed afterwards");
  const server = await startOwn();
  const interrupted = () => {
    server.stop().finally(() => process.exit(130));
  };
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  try {
    return await tell(server.url, seed, "", server.eventsFile);
  } finally {
    process.removeListener("SIGINT", interrupted);
    process.removeListener("SIGTERM", interrupted);
    await server.stop();
  }
};

const main = async (): Promise<void> => {
  const seed = seedOf(process.env.LINLI_SEED);
  const url = (process.env.LINLI_URL || URL_DEFAULT).replace(/\/(health)?$/, "");
  screen.heading("邻里：一个社区的一个月", `Linli: a month of a community (seed ${seed})`);
  const running = await answers(url);
  if (!running && process.env.LINLI_URL) throw new Error(`no local server of the demo district answers at ${url}`);
  const { failures } = running ? await onRunning(url, seed) : await onOwn(seed);
  process.exitCode = failures.length === 0 ? 0 : 1;
};

main().catch((error: unknown) => {
  process.stderr.write(`\nlinli demo: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
