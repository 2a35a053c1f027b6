/**
 * Tokens: only this district's issuer, for this district, in time; and one person's token opens nobody else's
 * account.
 */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY } from "../support/clock.ts";
import { type App, startApp } from "../support/harness.ts";
import { type Person, person, pools, staff } from "../support/people.ts";
import { BAD_TOKENS, badToken } from "../support/tokens.ts";

let app: App;
let ann: Person;

beforeAll(async () => {
  app = await startApp();
  await pools(app);
  ann = await person(app, 100);
});
afterAll(() => app.stop());

const read = (token: string) => app.call("GET", `/v1/ledger/accounts/${ann.points}`, { token });

describe("a token", () => {
  it("of the right person opens the account", async () => {
    expect((await read(ann.token)).status).toBe(200);
  });

  it("of another district's is refused though the key is right", async () => {
    const foreign = await app.token({ sub: ann.id, district: "yuecheng" });
    expect([(await read(foreign)).status, (await read(foreign)).body.code]).toEqual([401, "auth/invalid-token"]);
  });

  it("that has expired is refused, also when it was good a moment ago", async () => {
    const short = await app.issuer.mint({
      sub: ann.id,
      roles: ["resident"],
      communities: ["lujing"],
      district: app.district.id,
      now: app.clock.now(),
      ttlSeconds: 60,
    });
    expect((await read(short)).status).toBe(200);
    app.clock.advance(DAY);
    expect([(await read(short)).status, (await read(short)).body.code]).toEqual([401, "auth/expired-token"]);
  });

  it("of a stranger, or of a steward of another community, finds no such account", async () => {
    const stranger = await person(app);
    for (const token of [
      stranger.token,
      await staff(app, "steward", ["heyuan"]),
      await staff(app, "auditor", ["heyuan"]),
    ]) {
      expect([(await read(token)).status, (await read(token)).body.code]).toEqual([404, "resource/not-found"]);
    }
    expect((await read(await staff(app, "steward"))).status).toBe(200);
  });

  it("that says it acts for somebody needs a proxy on record", async () => {
    const stranger = await person(app);
    const headers = { "linli-acting-for": ann.id };
    const reply = await app.call("GET", `/v1/ledger/accounts/${ann.points}`, { token: stranger.token, headers });
    expect([reply.status, reply.body.code]).toEqual([403, "residents/proxy-invalid"]);
    const paid = await app.call("POST", "/v1/ledger/transfers", {
      token: stranger.token,
      headers,
      body: { from: ann.points, to: stranger.points, amount: 5, category: "thanks" },
    });
    expect([paid.status, paid.body.code]).toEqual([403, "residents/proxy-invalid"]);
    const odd = await app.call("GET", `/v1/ledger/accounts/${ann.points}`, {
      token: ann.token,
      headers: { "linli-acting-for": uuidv7().slice(1) },
    });
    expect(odd.status).toBe(400);
  });
});

describe("a forged token", () => {
  it.each(BAD_TOKENS)("of the kind %s is refused", async (kind) => {
    const token = await badToken(kind, app.issuer, {
      sub: ann.id,
      roles: ["resident"],
      communities: ["lujing"],
      district: app.district.id,
      now: app.clock.now(),
    });
    const reply = await read(token);
    expect(reply.status).toBe(401);
    expect(reply.body.code).toMatch(/^auth\/(invalid|expired)-token$/);
    expect(reply.headers.get("www-authenticate")).toBe("Bearer");
  });
});
