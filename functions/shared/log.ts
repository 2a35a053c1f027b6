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
  "job.item-failed": "A job set an item aside",
  "events.delivery-failed": "A subscriber did not take an event",
  "events.append-only-altered": "An item that is written once was changed or removed",
} as const;

export type MessageCode = keyof typeof messages;

export interface Log {
  info(code: MessageCode, fields?: Record<string, string | number | boolean>): void;
  error(code: MessageCode, fields?: Record<string, string | number | boolean>, error?: unknown): void;
}

/** Structured JSON lines by Powertools. */
export const makeLog = (service: string): Log => {
  const logger = new Logger({ serviceName: service });
  return {
    info: (code, fields = {}) => logger.info(messages[code], { code, ...fields }),
    error: (code, fields = {}, error) =>
      logger.error(messages[code], { code, ...fields, ...(error instanceof Error ? { error } : {}) }),
  };
};

/** Keeps silent; for tests and benchmarks. */
export const silentLog: Log = { info: () => undefined, error: () => undefined };
