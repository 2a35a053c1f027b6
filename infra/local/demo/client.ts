/** The demo's only way to the platform: HTTP with tokens, keys for every change, counts of what was answered. */
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import type { Role } from "../../../schemas/roles.ts";

/** Somebody with a token. */
export interface Caller {
  readonly id: string;
  readonly roles: readonly Role[];
}

export interface Request {
  readonly as?: Caller;
  readonly body?: unknown;
  /** Sent as `text/csv`. */
  readonly csv?: string;
  readonly key?: string;
}

export interface Reply<Body> {
  readonly status: number;
  readonly body: Body;
  readonly text: string;
  /** True where the answer repeats the first one under the key. */
  readonly hit: boolean;
}

/** A refusal as the API writes it (RFC 9457). */
export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
}

/** An answer that the story cannot go on from. */
export class Unexpected extends Error {}

const DAY_MS = 86_400_000;
/** Tokens live for thirty days of the server's clock; after this long a new one is fetched. */
const TOKEN_MS = 25 * DAY_MS;
/** How often a request is sent again, under its key, when the server was busy. */
const BUSY_TRIES_MAX = 6;
const BUSY_WAIT_MS = 40;
/** How long the effect of a request is waited for whose answer nobody reads. */
const EFFECT_MS_MAX = 10_000;
const EFFECT_POLL_MS = 5;

/** Speaks to one server; not to be used by two stories at once, because they would move each other's clock. */
export class Client {
  readonly url: string;
  readonly refusals = new Map<string, number>();
  requests = 0;
  busy = 0;
  readonly #community: string;
  readonly #nextId: () => string;
  readonly #tokens = new Map<string, { readonly text: string; readonly atMs: number }>();
  #nowMs = 0;

  constructor(url: string, community: string, nextId: () => string) {
    this.url = url;
    this.#community = community;
    this.#nextId = nextId;
  }

  /** A new id from the story's seed, for keys and resources. */
  id(): string {
    return this.#nextId();
  }

  /** Sends a request and counts its refusal, if it is one. A busy server is asked again under the same key. */
  async call<Body>(method: string, path: string, request: Request = {}): Promise<Reply<Body>> {
    const { as, body, csv } = request;
    const key = method === "POST" ? (request.key ?? this.id()) : undefined;
    const payload = csv ?? (body === undefined ? undefined : JSON.stringify(body));
    const headers = await this.#headers(as, key, payload, csv === undefined ? "application/json" : "text/csv");
    for (let attempt = 1; ; attempt++) {
      this.requests += 1;
      const response = await fetch(`${this.url}${path}`, { method, headers, ...(payload ? { body: payload } : {}) });
      const text = await response.text();
      const json = /json/.test(response.headers.get("content-type") ?? "");
      const reply: Reply<Body> = {
        status: response.status,
        body: (json && text !== "" ? JSON.parse(text) : undefined) as Body,
        text,
        hit: response.headers.get("idempotency-hit") === "true",
      };
      if (reply.status !== 503 || attempt === BUSY_TRIES_MAX) return this.#counted(reply);
      this.busy += 1;
      await delay(BUSY_WAIT_MS * attempt);
    }
  }

  /** The body of an answer that must be a success; throws `Unexpected` with the problem otherwise. */
  async must<Body>(method: string, path: string, request: Request = {}): Promise<Body> {
    const reply = await this.call<Body>(method, path, request);
    if (reply.status < 300) return reply.body;
    throw new Unexpected(`${method} ${path} was answered ${reply.status}: ${reply.text}`);
  }

  /** All items of a paged list. */
  async all<Item>(path: string, as: Caller): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | null = null;
    do {
      const more: string = cursor === null ? "" : `&cursor=${cursor}`;
      const page: { items: Item[]; next: string | null } = await this.must("GET", `${path}${more}`, { as });
      items.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return items;
  }

  /** The server's present. */
  async now(): Promise<Date> {
    return this.#read(await this.must<{ now: string }>("GET", "/_local/clock"));
  }

  /** Moves the server's clock to an instant; where it is later already, it stays. */
  async moveClock(instant: Date): Promise<Date> {
    if (instant.getTime() <= (await this.now()).getTime()) return new Date(this.#nowMs);
    const body = { set: instant.toISOString() };
    return this.#read(await this.must<{ now: string }>("POST", "/_local/clock", { body }));
  }

  /** Runs a job now and gives its report. */
  job<Report>(name: string): Promise<Report> {
    return this.must<Report>("POST", `/_local/jobs/${name}`);
  }

  /**
   * Sends a request on a connection of its own and cuts it without reading a byte of the answer: as soon as the
   * request is out, or, with `effect`, when that says that the server has acted.
   */
  async cut(path: string, { as, body, key, effect }: Request & { effect?: () => Promise<boolean> }): Promise<void> {
    const { hostname, port } = new URL(this.url);
    const payload = JSON.stringify(body);
    const headers = { ...(await this.#headers(as, key, payload, "application/json")), host: `${hostname}:${port}` };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const length = `content-length: ${Buffer.byteLength(payload)}`;
    const socket = connect({ host: hostname, port: Number(port) });
    socket.pause();
    await new Promise<void>((sent, failed) => {
      socket.once("error", failed);
      socket.write([`POST ${path} HTTP/1.1`, ...lines, length, "", payload].join("\r\n"), () => sent());
    });
    this.requests += 1;
    const deadline = performance.now() + EFFECT_MS_MAX;
    while (effect && !(await effect()) && performance.now() < deadline) await delay(EFFECT_POLL_MS);
    socket.destroy();
  }

  async #headers(as: Caller | undefined, key: string | undefined, payload: string | undefined, type: string) {
    return {
      "accept-language": "en",
      ...(as === undefined ? {} : { authorization: `Bearer ${await this.#token(as)}` }),
      ...(key === undefined ? {} : { "idempotency-key": key }),
      ...(payload === undefined ? {} : { "content-type": type }),
    };
  }

  async #token(caller: Caller): Promise<string> {
    const kept = this.#tokens.get(caller.id);
    if (kept && this.#nowMs - kept.atMs < TOKEN_MS) return kept.text;
    const body = { sub: caller.id, roles: caller.roles, communities: [this.#community] };
    const response = await fetch(`${this.url}/_local/token`, { method: "POST", body: JSON.stringify(body) });
    const text = await response.text();
    this.requests += 1;
    if (!response.ok) throw new Unexpected(`no token for ${caller.roles.join(", ")}: ${text}`);
    this.#tokens.set(caller.id, { text, atMs: this.#nowMs });
    return text;
  }

  #read({ now }: { now: string }): Date {
    this.#nowMs = Date.parse(now);
    return new Date(this.#nowMs);
  }

  #counted<Body>(reply: Reply<Body>): Reply<Body> {
    if (reply.status < 400) return reply;
    const code = (reply.body as Partial<Problem> | undefined)?.code ?? String(reply.status);
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
    return reply;
  }
}

/** Does the tasks with at most `lanes` of them under way at once. */
export const inParallel = async (tasks: readonly (() => Promise<void>)[], lanes: number): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let task = tasks[next++]; task; task = tasks[next++]) await task();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};
