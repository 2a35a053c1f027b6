import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { expireHold } from "../../../functions/ledger/jobs/hold-expiry.ts";
import { holdKey } from "../../../functions/ledger/store/hold.ts";
import { SECOND } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";
import { account, type Person, person, pools, staff } from "../../support/people.ts";

let app: App;
let ann: Person;
let bo: Person;

const hold = async (amount: number, seconds: number): Promise<string> => {
  const body = { from: ann.points, to: bo.points, amount, category: "visit", expiresInSeconds: seconds };
  const reply = await app.call("POST", "/v1/ledger/holds", { token: ann.token, body });
  expect(reply.status).toBe(201);
  return reply.body.id;
};
const state = async (id: string) => (await app.call("GET", `/v1/ledger/holds/${id}`, { token: ann.token })).body.state;

beforeAll(async () => {
  app = await startApp();
  await pools(app);
});
afterAll(() => app.stop());

const fresh = async () => {
  ann = await person(app, 1_000);
  bo = await person(app);
};

describe("holds past their time", () => {
  it("of 1, 2 and 3 seconds are released one at each tick, and a second run changes nothing", async () => {
    await fresh();
    const ids = [await hold(10, 1), await hold(20, 2), await hold(30, 3)];
    const held = [];
    for (let tick = 0; tick < 4; tick++) {
      const report = await runNamed("hold-expiry", app.deps);
      held.push([report.counts.changed, (await account(app, ann)).holdsOut, (await account(app, bo)).holdsIn]);
      expect((await runNamed("hold-expiry", app.deps)).counts.changed).toBe(0);
      app.clock.advance(SECOND);
    }
    expect(held).toEqual([
      [0, 60, 60],
      [1, 50, 50],
      [1, 30, 30],
      [1, 0, 0],
    ]);
    expect(await Promise.all(ids.map(state))).toEqual(["expired", "expired", "expired"]);
    expect(await account(app, ann)).toMatchObject({ balance: 1_000, available: 1_000 });
  });

  it("give back what they took of the payer's caps on the same day", async () => {
    await fresh();
    const wealthy = await person(app, 50_000);
    const reserve = (amount: number) =>
      app.call("POST", "/v1/ledger/holds", {
        token: wealthy.token,
        body: { from: wealthy.points, to: bo.points, amount, category: "visit", expiresInSeconds: 1 },
      });
    expect([(await reserve(5_000)).status, (await reserve(5_000)).status]).toEqual([201, 409]);
    app.clock.advance(SECOND);
    await runNamed("hold-expiry", app.deps);
    expect((await reserve(5_000)).status).toBe(201);
  });

  it("of a frozen account are released too", async () => {
    await fresh();
    const id = await hold(10, 1);
    const token = await staff(app, "steward");
    const { headers } = await app.call("GET", `/v1/ledger/accounts/${ann.points}`, { token });
    const frozen = await app.call("PATCH", `/v1/ledger/accounts/${ann.points}`, {
      token,
      body: { status: "frozen", reason: "lost phone" },
      headers: { "if-match": headers.get("etag") ?? "" },
    });
    expect(frozen.status).toBe(200);
    app.clock.advance(SECOND);
    expect((await runNamed("hold-expiry", app.deps)).counts).toMatchObject({ failed: 0 });
    expect([await state(id), (await account(app, ann)).holdsOut]).toEqual(["expired", 0]);
  });

  it("meet posts, voids and other runners at the same moment: each hold ends exactly once", async () => {
    await fresh();
    const ids = [];
    for (let index = 0; index < 6; index++) ids.push(await hold(10, 5));
    // The handlers see the instant before the hold expires, the job the instant after: both are in flight when it
    // turns.
    const late = { ...app.deps, clock: { now: () => new Date(app.clock.now().getTime() + 5 * SECOND) } };
    const outcomes = await Promise.all(
      ids.map((id) =>
        Promise.all([
          app.call("POST", `/v1/ledger/holds/${id}/post`, { token: ann.token, body: {} }),
          app.call("POST", `/v1/ledger/holds/${id}/void`, { token: ann.token, body: {}, key: uuidv7() }),
          expireHold(holdKey(id), late),
          expireHold(holdKey(id), late),
        ]),
      ),
    );
    let posted = 0;
    for (const [post, voided, first, second] of outcomes) {
      const wins = [post.status === 201, voided.status === 200, first === "changed", second === "changed"];
      expect(wins.filter(Boolean)).toHaveLength(1);
      if (wins[0]) posted += 1;
    }
    expect(await account(app, ann)).toMatchObject({ balance: 1_000 - 10 * posted, holdsOut: 0 });
    expect(await account(app, bo)).toMatchObject({ balance: 10 * posted, holdsIn: 0 });
  });

  it("that fail are set aside and the others still end", async () => {
    await fresh();
    const ids = [await hold(10, 1), await hold(10, 1), await hold(10, 1)];
    app.clock.advance(SECOND);
    const bad = holdKey(ids[1] as string);
    const db = {
      ...app.deps.db,
      get: (key: typeof bad) => (key.pk === bad.pk ? Promise.reject(new Error("unreadable")) : app.deps.db.get(key)),
    };
    const report = await runNamed("hold-expiry", { ...app.deps, db });
    expect(report.counts).toMatchObject({ changed: 2, failed: 1 });
    expect(report.failures).toEqual([{ item: ids[1], reason: "unreadable" }]);
    expect((await runNamed("hold-expiry", app.deps)).counts.changed).toBe(1);
  });
});
