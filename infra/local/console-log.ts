/** The local server's log for people: silent while all is well, a line for what went wrong. */
import { type Log, messages } from "../../functions/shared/log.ts";

const textOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  // What fetch throws says only in its cause why it failed.
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};

/**
 * Writes errors as one line each, a fault of ours with its stack; the running of jobs and busy answers are not written.
 *
 * @param write takes whole lines; standard error by default
 */
export const consoleLog = (write: (text: string) => void = (text) => void process.stderr.write(text)): Log => ({
  info: () => undefined,
  error: (code, fields = {}, error) => {
    const facts = Object.entries(fields).map(([name, value]) => `${name} ${value}`);
    const cause = error === undefined ? "" : `: ${textOf(error)}`;
    const stack = code === "http.fault" && error instanceof Error ? `\n${error.stack}` : "";
    write(`linli: ${messages[code]}${cause} (${[code, ...facts].join(", ")})${stack}\n`);
  },
});
