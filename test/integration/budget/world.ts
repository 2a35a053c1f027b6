/**
 * What the budget's scenarios stand on: an API over a counting client, people with a history, and calls at rising
 * instants.
 */
import { uuidv7 } from "uuidv7";
import { inject } from "vitest";
import { type App, type Reply, startApp } from "../../support/harness.ts";
import { type Person, person, pools, staff, wallet } from "../../support/people.ts";
import { type Measurement, Meter } from "./meter.ts";

/**
 * Milliseconds between two calls: longer than the clock's step, so that the stamps of one deps never overtake
 * another's.
 */
const CALL_MS = 1_009;
const START = "2026-06-15T04:07:31.853Z";
export const COMMUNITY = "lujing";

/** An operation is set up by `prepare`, which returns the one request that is measured. */
export interface Scenario {
  readonly title: string;
  /** Operation id of the manifest. */
  readonly operation: string;
  readonly prepare: (world: World) => Promise<() => Promise<Reply>>;
}

/** One API on a table of its own. */
export class World {
  readonly app: App;
  readonly meter: Meter;
  readonly admin: string;
  readonly steward: string;

  private constructor(app: App, meter: Meter, admin: string, steward: string) {
    this.app = app;
    this.meter = meter;
    this.admin = admin;
    this.steward = steward;
  }

  static async start(): Promise<World> {
    const meter = new Meter(inject("engine").endpoint);
    const app = await startApp({ now: START, overrides: { client: meter.client, random: () => 0 } });
    await pools(app, COMMUNITY);
    return new World(app, meter, await staff(app, "district-admin"), await staff(app, "steward"));
  }

  /** A POST; throws when it is not answered 2xx, unless `status` says what is expected. */
  async post(
    path: string,
    token: string,
    body: object,
    options: { key?: string; status?: number } = {},
  ): Promise<Reply> {
    this.app.clock.advance(CALL_MS);
    return expectStatus(path, await this.app.call("POST", path, { token, body, ...options }), options.status);
  }

  /** A GET or an edit by `If-Match`. */
  async send(method: "GET" | "PATCH", path: string, token: string, body?: object, etag?: string): Promise<Reply> {
    this.app.clock.advance(CALL_MS);
    const headers = etag === undefined ? {} : { "if-match": etag };
    return expectStatus(path, await this.app.call(method, path, { token, headers, ...(body ? { body } : {}) }));
  }

  /** A resident whose account has paid and received before, as most have. */
  async resident(points = 10_000): Promise<Person> {
    const who = await person(this.app, points, COMMUNITY);
    const friend = await person(this.app, 100, COMMUNITY);
    await this.pay(who, friend, 3);
    await this.pay(friend, who, 2);
    return who;
  }

  async pay(from: Person, to: Person, amount: number, more: object = {}): Promise<Reply> {
    return this.post("/v1/ledger/transfers", from.token, order(from.points, to.points, amount, more));
  }

  /** A shared wallet of two residents. */
  async household(spenders: readonly Person[], points: number): Promise<string> {
    this.app.clock.advance(CALL_MS);
    return wallet(this.app, spenders, points, COMMUNITY);
  }

  /** Prepares a scenario and measures its one request. */
  async measure(scenario: Scenario): Promise<Measurement> {
    const work = await scenario.prepare(this);
    return (await this.meter.measure(work)).measured;
  }
}

const expectStatus = (path: string, reply: Reply, status?: number): Reply => {
  const good = status === undefined ? reply.status < 300 : reply.status === status;
  if (!good) throw new Error(`${path} was answered ${reply.status}: ${reply.text}`);
  return reply;
};

/** Body of a movement. */
export const order = (from: string, to: string, amount: number, more: object = {}) => ({
  from,
  to,
  amount,
  category: "thanks",
  ...more,
});

/** A batch entry: a movement with its own id. */
export const row = (from: string, to: string, amount: number) => ({ id: uuidv7(), ...order(from, to, amount) });
