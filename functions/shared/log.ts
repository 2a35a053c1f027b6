/**
 * Logs come from this catalogue: stable codes, numbers and opaque ids only, so that no personal data can reach a log
 * line.
 */
import { Logger } from "@aws-lambda-powertools/logger";

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

/** Structured JSON lines by Powertools. */
export const makeLog = (service: string): Log => {
  const logger = new Logger({ serviceName: service });
  return {
    info: (code, fields = {}) => logger.info(messages[code], { code, ...fields }),
    error: (code, fields = {}, error) =>
      logger.error(messages[code], { code, ...fields, ...(error instanceof Error ? { error: loggable(error) } : {}) }),
  };
};

/** Keeps silent; for tests and benchmarks. */
export const silentLog: Log = { info: () => undefined, error: () => undefined };
