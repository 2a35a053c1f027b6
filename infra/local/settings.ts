/** The local server's settings: environment variables, each checked before anything is started. */
import { resolve } from "node:path";
import type { LocalOptions } from "./app.ts";
import type { EngineKind } from "./engine.ts";
import { StartRefused } from "./refused.ts";

/** Taken when `LINLI_PORT` names none; a free one takes its place when somebody else has it. */
export const PORT_DEFAULT = 8787;
const PORT_MAX = 65_535;
const DATA_DEFAULT = ".linli";
const DISTRICT_DEFAULT = "demo";

const ENGINES: readonly EngineKind[] = ["dynoxide", "dynamodb-local", "endpoint"];
const LOGS = ["text", "json"] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** What a variable must be, and how its text becomes a value; undefined when it is not that. */
interface Shape<Value> {
  readonly expected: string;
  read(text: string): Value | undefined;
}

const port: Shape<number> = {
  expected: `a port from 1 to ${PORT_MAX}, or 0 for a free one`,
  read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= PORT_MAX ? Number(text) : undefined),
};

const httpUrl: Shape<string> = {
  expected: "an http or https URL",
  read: (text) => (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined),
};

const oneOf = <Value extends string>(values: readonly Value[]): Shape<Value> => ({
  expected: values.join(" or "),
  read: (text) => values.find((value) => value === text),
});

/**
 * Options of a server that runs its jobs by the clock. An empty variable counts as unset.
 *
 * @throws StartRefused with a line for each variable that is wrong
 */
export const readSettings = (environment: Environment): LocalOptions => {
  const wrong: string[] = [];
  const given = <Value>(name: string, { expected, read }: Shape<Value>): Value | undefined => {
    const text = environment[name];
    if (text === undefined || text === "") return undefined;
    const value = read(text);
    if (value === undefined) wrong.push(`${name} must be ${expected}, not ${JSON.stringify(text)}.`);
    return value;
  };
  const fixedPort = given("LINLI_PORT", port);
  const kind = given("LINLI_ENGINE", oneOf(ENGINES));
  const eventsUrl = given("LINLI_EVENTS_URL", httpUrl);
  const log = given("LINLI_LOG", oneOf(LOGS));
  if (wrong.length > 0) throw new StartRefused(wrong.join("\n"));
  return {
    dataDir: resolve(environment.LINLI_DATA || DATA_DEFAULT),
    districtId: environment.LINLI_DISTRICT || DISTRICT_DEFAULT,
    port: fixedPort ?? PORT_DEFAULT,
    portMayChange: fixedPort === undefined,
    schedule: true,
    ...(kind === undefined ? {} : { engine: { kind } }),
    ...(eventsUrl === undefined ? {} : { eventsUrl }),
    ...(log === undefined ? {} : { log }),
  };
};
