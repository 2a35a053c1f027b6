/** Who takes the local feed's events: a file, an HTTP endpoint, a function in this process. */
import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { CLOUD_EVENT_JSON, type CloudEvent } from "../../../events/envelope.ts";
import type { EventSink } from "../../../events/sink.ts";

/** The file is set aside as `<file>.1` when it has grown to this size. */
export const FILE_BYTES_MAX = 64 * 1024 * 1024;
/** Files set aside that are kept. */
export const FILES_KEPT_MAX = 4;
/** Longest wait for an answer of the endpoint. */
export const HTTP_TIMEOUT_MS = 5_000;
const BATCH_MAX = 200;

/** Appends events to a file, one JSON line each. */
export const fileSubscriber = (file: string, bytesMax = FILE_BYTES_MAX): EventSink => {
  mkdirSync(dirname(file), { recursive: true });
  // A crash may have left half a line; the event comes again and must begin on a line of its own.
  let opening = endsWithinLine(file) ? "\n" : "";
  return {
    name: "file",
    batchMax: BATCH_MAX,
    deliver: async (events) => {
      if (sizeOf(file) >= bytesMax) setAside(file);
      // Synchronous: into the page cache, as the feed's own logs; going through the thread pool costs several times
      // as much.
      appendFileSync(file, opening + events.map((event) => `${JSON.stringify(event)}\n`).join(""));
      opening = "";
    },
  };
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const setAside = (file: string): void => {
  for (let number = FILES_KEPT_MAX - 1; number >= 1; number--) {
    if (sizeOf(`${file}.${number}`) > 0) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
  }
  renameSync(file, `${file}.1`);
};

const endsWithinLine = (file: string): boolean => {
  if (sizeOf(file) === 0) return false;
  const handle = openSync(file, "r");
  const last = Buffer.alloc(1);
  readSync(handle, last, 0, 1, fstatSync(handle).size - 1);
  closeSync(handle);
  return last.toString() !== "\n";
};

/**
 * Posts events one by one in CloudEvents' structured mode; any 2xx answer takes the event, anything else brings it
 * again.
 */
export const httpSubscriber = (url: string, timeoutMs = HTTP_TIMEOUT_MS): EventSink => ({
  name: "http",
  batchMax: 1,
  deliver: async (events, signal) => {
    for (const event of events) {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": CLOUD_EVENT_JSON },
        body: JSON.stringify(event),
        redirect: "error",
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the endpoint answered ${answer.status}`);
    }
  },
});

/** Calls a function for each event, for tests and the demo; the next one comes when it has resolved. */
export const listenerSubscriber = (
  listener: (event: CloudEvent) => void | Promise<void>,
  name = "listener",
): EventSink => ({
  name,
  batchMax: BATCH_MAX,
  deliver: async (events) => {
    for (const event of events) await listener(event);
  },
});

/** The usual subscribers of a local server: the file, and the endpoint when there is one (`LINLI_EVENTS_URL`). */
export const usualSubscribers = (options: {
  readonly file: string;
  readonly url?: string | undefined;
}): EventSink[] => [
  fileSubscriber(options.file),
  ...(options.url === undefined || options.url === "" ? [] : [httpSubscriber(options.url)]),
];
