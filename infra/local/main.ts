/** `npm start`: the demo district on this machine, with a first request to paste. */
import { relative, sep } from "node:path";
import { uuidv7 } from "uuidv7";
import { DistrictRefused } from "../districts/load.ts";
import { type LocalApp, startLocal } from "./app.ts";
import { EngineUnavailable } from "./engine.ts";
import { localPeople } from "./people.ts";
import { StartRefused } from "./refused.ts";
import { PORT_DEFAULT, readSettings } from "./settings.ts";

const say = (text: string): void => void process.stderr.write(`linli: ${text}\n`);

/** The folder as the reader would type it. */
const shown = (folder: string): string => {
  const path = relative("", folder);
  return path === "" || path === ".." || path.startsWith(`..${sep}`) ? folder : path;
};

/** What a newcomer reads when the server is ready. */
const welcome = ({ url, district, engine }: LocalApp, dataDir: string): string => {
  const { ann, bo } = localPeople;
  const body = JSON.stringify({
    from: `${ann?.id}.points`,
    to: `${bo?.id}.points`,
    amount: 20,
    category: "thanks",
    memo: "谢谢!",
  });
  return `
  ${district.name.zh} · ${district.name.en} — Linli 邻里 is running
    API        ${url}
    reference  ${url}/docs
    health     ${url}/health
    engine     ${engine.kind} at ${engine.endpoint}
    people     ${Object.keys(localPeople).join(", ")} (POST ${url}/_local/token?as=ann gives a token)

  A first request: Ann thanks Bo with 20 points. Paste it twice: the second time is a replay and moves nothing.

curl -si ${url}/v1/ledger/transfers \\
  -H "authorization: Bearer $(curl -sX POST '${url}/_local/token?as=ann')" \\
  -H 'idempotency-key: ${uuidv7()}' -H 'content-type: application/json' \\
  -d '${body}'

  Ctrl-C stops the server; the data stays in ${shown(dataDir)}.
`;
};

/** Whether the operating system refused something: its message says what and where. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && "syscall" in error;

/** Why there is no server, for the person who wanted one; only a fault of ours shows its stack. */
const explain = (error: unknown): string => {
  if (error instanceof EngineUnavailable) return `${error.message} ${error.remedy}`;
  if (error instanceof DistrictRefused || error instanceof StartRefused || isSystemError(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

const fail = (error: unknown): never => {
  say(explain(error));
  process.exit(1);
};

const main = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const app = await startLocal(settings);
  const port = Number(new URL(app.url).port);
  if (settings.portMayChange && port !== settings.port) {
    say(`port ${PORT_DEFAULT} is taken, using ${port} (choose with LINLI_PORT)`);
  }
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    process.stdout.write("\n  stopping ...\n");
    app.stop().then(() => {
      process.stdout.write("  stopped\n");
      process.exit(0);
    }, fail);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  // A reader that has gone (a closed pipe) is no reason to stop half-way.
  process.stdout.on("error", () => undefined);
  // Who reads that Ctrl-C stops the server may press it at once, so this comes after the handlers.
  process.stdout.write(welcome(app, settings.dataDir));
  app.engine.failed.then((reason) => {
    say(`the engine ended by itself: ${reason}`);
    process.exit(1);
  });
};

main().catch(fail);
