/** `npm start`: the demo district on this machine, with a first request to paste. */
import { resolve } from "node:path";
import { uuidv7 } from "uuidv7";
import { DistrictRefused } from "../districts/load.ts";
import { type LocalApp, startLocal } from "./app.ts";
import { type EngineKind, EngineUnavailable } from "./engine.ts";
import { localPeople } from "./people.ts";

const PORT_DEFAULT = 8787;

const settings = () => {
  const { LINLI_PORT, LINLI_DATA = ".linli", LINLI_DISTRICT = "demo", LINLI_ENGINE, LINLI_EVENTS_URL } = process.env;
  return {
    dataDir: resolve(LINLI_DATA),
    districtId: LINLI_DISTRICT,
    port: LINLI_PORT === undefined ? PORT_DEFAULT : Number(LINLI_PORT),
    fixedPort: LINLI_PORT !== undefined,
    ...(LINLI_ENGINE === undefined ? {} : { engine: { kind: LINLI_ENGINE as EngineKind } }),
    ...(LINLI_EVENTS_URL === undefined ? {} : { eventsUrl: LINLI_EVENTS_URL }),
    schedule: true,
  };
};

/** Takes the usual port, or a free one when somebody else has it and none was asked for. */
const start = async (): Promise<LocalApp> => {
  const { fixedPort, ...options } = settings();
  try {
    return await startLocal(options);
  } catch (error) {
    if (fixedPort || (error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    process.stderr.write(`linli: port ${options.port} is taken, using a free one (choose with LINLI_PORT)\n`);
    return startLocal({ ...options, port: 0 });
  }
};

const welcome = ({ url, district, engine }: LocalApp): string => {
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

  Ctrl-C stops the server; the data stays in .linli/.
`;
};

const explain = (error: unknown): string => {
  if (error instanceof EngineUnavailable) return `${error.message} ${error.remedy}`;
  if (error instanceof DistrictRefused) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

const main = async (): Promise<void> => {
  const app = await start();
  process.stdout.write(welcome(app));
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    process.stdout.write("\n  stopping ...\n");
    app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  app.engine.failed.then((reason) => {
    process.stderr.write(`linli: the engine ended by itself: ${reason}\n`);
    process.exit(1);
  });
};

main().catch((error: unknown) => {
  process.stderr.write(`linli: ${explain(error)}\n`);
  process.exit(1);
});
