/**
 * Looks through everything that a poll leaves behind (stored items, images of the stream, events, log lines) for
 * whatever ties a secret ballot to a person: an id, a secret, a token, a digest of them, a time, an order.
 */
import { createHash } from "node:crypto";

/** One thing left behind. Things of one `moment` were written together; the stream shows those that bear an event. */
export interface Trace {
  readonly kind: "item" | "image" | "event" | "log";
  readonly value: unknown;
}

/** What names a voter or what only they sent: ids, keys, names, blinded messages. */
export interface Voter {
  readonly names: readonly string[];
  /** Requests that they sent signed in, as anything that could be digested. */
  readonly requests: readonly unknown[];
}

/** What names a ballot: its name, its secret or token with the signature over it. */
export interface Cast {
  readonly names: readonly string[];
}

/** A link that was found, with why. */
export interface Link {
  readonly why: "voter-and-ballot" | "digest" | "attribute" | "order" | "event";
  readonly trace: string;
}

const BALLOTS = "PB#";

/** JSON with bytes as base64url, so that a name is found whichever way it is kept. */
const shown = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Uint8Array) return Buffer.from(part).toString("base64url");
    if (part instanceof Set) return [...part];
    return part;
  });

/** The spellings in which a text could be kept: itself, and its bytes in hexadecimal and both base64 alphabets. */
const spellings = (text: string): string[] => {
  const bytes = Buffer.from(text, "base64url");
  return [text, bytes.toString("hex"), bytes.toString("base64").replace(/=+$/, "")];
};

/** Digests that a careless record would keep of a request: SHA-256 in the usual spellings, cut as fingerprints are. */
const digests = (parts: readonly unknown[]): string[] =>
  parts.flatMap((part) => {
    const text = typeof part === "string" ? part : JSON.stringify(part);
    const bytes = createHash("sha256").update(text).digest();
    return [text, bytes.toString("hex"), bytes.toString("base64url").slice(0, 22)];
  });

const holds = (text: string, names: readonly string[]): boolean => names.some((name) => text.includes(name));

const isBallot = (trace: Trace): boolean => {
  const { pk } = (trace.value ?? {}) as { pk?: unknown };
  return (trace.kind === "item" || trace.kind === "image") && String(pk).startsWith(BALLOTS);
};

/** Attributes that a ballot may have: keys, what it says, token and signature. */
const BALLOT_ATTRIBUTES = ["ch", "pk", "sg", "sk", "tk"];

/** Links between voters and ballots. `traces` of a kind stand in the order in which they are kept or read. */
export const findLinks = (
  traces: readonly Trace[],
  voters: readonly Voter[],
  casts: readonly Cast[],
  /** Ballots in the order in which they were cast. */
  castOrder: readonly string[],
): Link[] => {
  const personal = voters.flatMap(({ names }) => names);
  const ballots = casts.flatMap(({ names }) => names.flatMap(spellings));
  const careless = voters.flatMap(({ requests }) => digests(requests));
  const links: Link[] = [];
  for (const trace of traces) {
    const text = shown(trace.value);
    const add = (why: Link["why"]): unknown => links.push({ why, trace: `${trace.kind} ${text.slice(0, 300)}` });
    if (holds(text, personal) && holds(text, ballots)) add("voter-and-ballot");
    if (holds(text, careless)) add("digest");
    if ((trace.kind === "event" || trace.kind === "log") && holds(text, ballots)) add("event");
    if (!isBallot(trace)) continue;
    const strange = Object.entries(trace.value as object)
      .filter(([, value]) => value !== undefined)
      .some(([name, value]) => !BALLOT_ATTRIBUTES.includes(name) || typeof value === "number");
    if (strange) add("attribute");
  }
  return [...links, ...orderLinks(traces, castOrder)];
};

/** The order in which ballots are read must be that of their names, whatever the order of casting was. */
const orderLinks = (traces: readonly Trace[], castOrder: readonly string[]): Link[] => {
  const read = traces
    .filter((trace) => trace.kind === "item" && isBallot(trace))
    .map(({ value }) => String((value as { sk: string }).sk));
  const sorted = [...read].sort();
  const named = read.every((name, index) => name === sorted[index]);
  const kept = castOrder.map((name) => `B#${name}`);
  const asCast = kept.length > 4 && kept.every((name, index) => read[index] === name);
  return named && !asCast ? [] : [{ why: "order", trace: read.join(" ") }];
};
