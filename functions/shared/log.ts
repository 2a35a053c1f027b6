/**
 * Logs come from this catalogue: stable codes, numbers and opaque ids only, so that no personal data can reach a log
 * line.
 */

/** Every message that Linli logs. */
export const messages = {
  "http.fault": "A request failed on our side",
  "http.busy": "A request met too many others",
  "http.outcome-unknown": "The database did not answer; the same key will tell the outcome",
  "http.reply-mismatch": "An answer did not fit its schema",
  "job.started": "A job started",
  "job.finished": "A job finished",
  "job.failed": "A job stopped before its end; its next run goes on from there",
  "job.item-failed": "A job set an item aside",
  "events.delivery-failed": "A subscriber did not take an event",
  "events.append-only-altered": "An item that is written once was changed or removed",
} as const;

export type MessageCode = keyof typeof messages;

export interface Log {
  info(code: MessageCode, fields?: Record<string, string | number | boolean>): void;
  error(code: MessageCode, fields?: Record<string, string | number | boolean>, error?: unknown): void;
}

/** Levels of Lambda's own setting, least grave first. */
const LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];

/** Errors of parsers, whose messages quote what they could not read. */
const quotes = ({ name, code }: Error & { readonly code?: unknown }): boolean =>
  name === "SyntaxError" || String(code).startsWith("CSV_");

/**
 * An error as a log line may show it: name, message and stack. Its other members (the items behind a cancelled
 * transaction, the record that a parser met) may hold personal data, and so may a message that quotes its input.
 */
export const loggable = (error: Error): Error => {
  const bare = new Error(quotes(error) ? "" : error.message);
  bare.name = error.name;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  bare.stack = [`${bare.name}: ${bare.message}`, ...frames].join("\n");
  return bare;
};

const errorOf = (error: unknown) => {
  if (!(error instanceof Error)) return {};
  const { name, message, stack } = loggable(error);
  const cause = error.cause instanceof Error ? loggable(error.cause) : undefined;
  return { error: { name, message, stack, ...(cause ? { cause: `${cause.name}: ${cause.message}` } : {}) } };
};

/**
 * One line of JSON to standard output for each message, which Lambda's JSON log format takes as it is. Lambda's own
 * setting `AWS_LAMBDA_LOG_LEVEL` leaves out what is less grave. `write` gets the line; tests put their own there.
 */
export const makeLog = (service: string, write = (line: string): unknown => process.stdout.write(line)): Log => {
  const least = LEVELS.indexOf(process.env.AWS_LAMBDA_LOG_LEVEL ?? "");
  const put = (level: "INFO" | "ERROR", code: MessageCode, fields: object): void => {
    if (LEVELS.indexOf(level) < least) return;
    const timestamp = new Date().toISOString();
    write(`${JSON.stringify({ level, timestamp, service, message: messages[code], code, ...fields })}\n`);
  };
  return {
    info: (code, fields = {}) => put("INFO", code, fields),
    error: (code, fields = {}, error) => put("ERROR", code, { ...fields, ...errorOf(error) }),
  };
};

/** Keeps silent; for tests and benchmarks. */
export const silentLog: Log = { info: () => undefined, error: () => undefined };
