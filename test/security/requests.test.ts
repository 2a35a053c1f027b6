/** Bad requests get a clear 4xx problem document: never a 5xx, never a stack trace, nothing moved. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errors } from "../../schemas/errors.ts";
import { isOpen } from "../../schemas/operation.ts";
import { Memo } from "../../schemas/primitives.ts";
import { operations } from "../../schemas/routes.ts";
import { type App, type Reply, startApp } from "../support/harness.ts";
import { account, type Person, person, pools } from "../support/people.ts";

let app: App;
let ann: Person;
let bo: Person;

beforeAll(async () => {
  app = await startApp();
  await pools(app);
  ann = await person(app, 100);
  bo = await person(app);
});
afterAll(() => app.stop());

const order = () => ({ from: ann.points, to: bo.points, amount: 5, category: "thanks" });
const send = (raw: string, headers: Record<string, string> = {}) =>
  app.call("POST", "/v1/ledger/transfers", { token: ann.token, raw, headers });

const isProblem = (reply: Reply, status: number, code: string) => {
  expect([reply.status, reply.body?.code]).toEqual([status, code]);
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  expect(reply.body.status).toBe(status);
  expect(reply.body.title.length).toBeGreaterThan(0);
  expect(reply.text).not.toMatch(/\bat .+:\d+:\d+|node_modules|Error:/);
};

describe("a body", () => {
  it.each([
    ["cut short", '{"from":'],
    ["that is empty", ""],
    ["with a prototype key", '{"__proto__":{"admin":true}}'],
    ["that is plain text", "hello"],
    ["nested 5,000 deep", `${"[".repeat(5_000)}${"]".repeat(5_000)}`],
  ])("%s is malformed JSON: 400", async (_name, raw) => {
    const reply =
      raw === ""
        ? await app.call("POST", "/v1/ledger/transfers", {
            token: ann.token,
            headers: { "content-type": "application/json" },
          })
        : await send(raw);
    isProblem(reply, 400, "request/malformed-json");
  });

  it.each([
    ["an array", "[]"],
    ["null", "null"],
    ["a number", "7"],
  ])("that is %s does not fit: 400", async (_name, raw) => {
    isProblem(await send(raw), 400, "request/invalid");
  });

  it("names each unknown and each wrong field", async () => {
    const reply = await send(JSON.stringify({ ...order(), amount: "5", admin: true, category: "NOT A SLUG" }));
    isProblem(reply, 400, "request/invalid");
    expect(reply.body.errors.map((error: { field: string }) => error.field).sort()).toEqual([
      "/admin",
      "/amount",
      "/category",
    ]);
  });

  it("of 300 KB is too large: 413, and of 6 MB as well", async () => {
    isProblem(await send(JSON.stringify({ ...order(), memo: "x".repeat(300_000) })), 413, "request/too-large");
    isProblem(await send("x".repeat(6 * 1024 * 1024)), 413, "request/too-large");
  });

  it("of another media type is 415", async () => {
    isProblem(await send("<order/>", { "content-type": "text/xml" }), 415, "request/media-type");
  });

  it("with a memo of 101 emoji is refused, of 100 it fits: as many bytes as the write budget has", async () => {
    isProblem(await send(JSON.stringify({ ...order(), memo: "😀".repeat(101) })), 400, "request/invalid");
    expect(Memo.safeParse("😀".repeat(100)).success).toBe(true);
  });

  it("with a memo of 201 characters, control characters or half a surrogate is refused at the field", async () => {
    for (const memo of ["长".repeat(201), "a\u0000b", "line\nbreak", "\ud800"]) {
      const reply = await send(JSON.stringify({ ...order(), memo }));
      isProblem(reply, 400, "request/invalid");
      expect(reply.body.errors[0].field).toBe("/memo");
    }
  });
});

describe("a header, query or path", () => {
  it("without an idempotency key is told to send one", async () => {
    isProblem(
      await app.call("POST", "/v1/ledger/transfers", {
        token: ann.token,
        body: order(),
        headers: { "idempotency-key": "" },
      }),
      400,
      "request/invalid",
    );
    const bare = await fetch(`${app.url}/v1/ledger/transfers`, {
      method: "POST",
      headers: { authorization: `Bearer ${ann.token}`, "content-type": "application/json" },
      body: JSON.stringify(order()),
    });
    expect([bare.status, ((await bare.json()) as { code: string }).code]).toEqual([400, "request/key-missing"]);
  });

  it("with a key that differs from the body's id is refused; the body's id alone will do", async () => {
    const id = uuidv7();
    isProblem(
      await app.call("POST", "/v1/ledger/transfers", { token: ann.token, body: { ...order(), id } }),
      400,
      "request/invalid",
    );
    expect(
      (await app.call("POST", "/v1/ledger/transfers", { token: ann.token, key: id, body: { ...order(), id } })).status,
    ).toBe(201);
  });

  it.each(["nonsense", "eyJhIjoxfQ", "a".repeat(513), "%00"])(
    "with the cursor %s is a bad cursor: 400",
    async (cursor) => {
      const reply = await app.call("GET", `/v1/ledger/accounts/${ann.points}/holds?cursor=${cursor}`, {
        token: ann.token,
      });
      isProblem(reply, 400, "request/bad-cursor");
    },
  );

  it("with an unknown query name, a limit of 0 or 101, or an account that is none", async () => {
    const get = (path: string) => app.call("GET", path, { token: ann.token });
    isProblem(await get(`/v1/ledger/accounts/${ann.points}/holds?order=up`), 400, "request/invalid");
    isProblem(await get(`/v1/ledger/accounts/${ann.points}/holds?limit=0`), 400, "request/invalid");
    isProblem(await get(`/v1/ledger/accounts/${ann.points}/holds?limit=101`), 400, "request/invalid");
    isProblem(await get("/v1/ledger/accounts/not-an-account"), 400, "request/invalid");
    isProblem(await get("/v1/ledger/accounts/%E0%A4%A"), 400, "request/invalid");
  });

  it.each(["0000-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "2200-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00"])(
    "with the instant %s, which no stamp can hold, is 400 at its field",
    async (instant) => {
      const get = (path: string) => app.call("GET", `/v1/ledger/accounts/${ann.points}/${path}`, { token: ann.token });
      for (const path of [`balance?at=${instant}`, `statement?from=${instant}`, `statement?to=${instant}`]) {
        const reply = await get(path);
        isProblem(reply, 400, "request/invalid");
        expect(reply.body.errors[0].reason, path).toContain("1970");
      }
    },
  );

  it.each(["*", "abc", '"1", "2"'])("with If-Match %s names no revision: 400 at the header", async (tag) => {
    const reply = await app.call("PATCH", `/v1/ledger/accounts/${ann.points}`, {
      token: await app.token({ sub: uuidv7(), roles: ["district-admin"] }),
      body: { status: "frozen", reason: "audit" },
      headers: { "if-match": tag },
    });
    isProblem(reply, 400, "request/invalid");
    expect(reply.body.errors[0].field).toBe("header.if-match");
  });

  it("of no route is 404 with the advice to look at the OpenAPI file", async () => {
    isProblem(await app.call("GET", "/v1/nothing", { token: ann.token }), 404, "request/no-route");
    isProblem(await app.call("DELETE", "/v1/ledger/transfers", { token: ann.token }), 404, "request/no-route");
  });
});

describe("a browser of an origin of the district", () => {
  const origin = "http://localhost:5173";
  const fetched = (method: string, from: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}/v1/ledger/transfers`, { method, headers: { origin: from, ...headers } });
  const asks = { "access-control-request-method": "POST", "access-control-request-headers": "authorization" };

  it("is told by a preflight what it may send, and a foreign one is not", async () => {
    const reply = await fetched("OPTIONS", origin, asks);
    expect([reply.status, reply.headers.get("access-control-allow-origin")]).toEqual([204, origin]);
    expect(reply.headers.get("access-control-allow-methods")).toContain("PATCH");
    expect(reply.headers.get("access-control-allow-headers")).toContain("idempotency-key");
    const foreign = await fetched("OPTIONS", "http://evil.example", asks);
    expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("may read a refusal, which carries the same safety headers as an answer", async () => {
    const reply = await fetched("POST", origin);
    expect([reply.status, reply.headers.get("access-control-allow-origin")]).toEqual([401, origin]);
    expect(reply.headers.get("access-control-expose-headers")).toContain("Retry-After");
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
    const foreign = await fetched("POST", "http://evil.example");
    expect([foreign.status, foreign.headers.get("access-control-allow-origin")]).toEqual([401, null]);
  });
});

describe("a problem", () => {
  it("speaks Chinese by default and English when asked", async () => {
    const say = async (language: string) =>
      (await app.call("GET", "/v1/nothing", { token: ann.token, headers: { "accept-language": language } })).body.title;
    expect(await say("")).toBe(errors["request/no-route"].zh[0]);
    expect(await say("zh-CN,zh;q=0.9,en;q=0.1")).toBe(errors["request/no-route"].zh[0]);
    expect(await say("en-GB,en;q=0.9")).toBe(errors["request/no-route"].en[0]);
    expect(await say("fr, en;q=0.5, zh;q=0.4")).toBe(errors["request/no-route"].en[0]);
  });

  it("in the registry has both languages, and every placeholder in both", () => {
    const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [code, { zh, en }] of Object.entries(errors)) {
      expect([...new Set(holes(zh[1]))], code).toEqual([...new Set(holes(en[1]))]);
      expect(zh[0], code).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe("every operation of the manifest", () => {
  it("refuses no token, a broken token and a body of the wrong kind, without a fault", async () => {
    for (const operation of operations) {
      const path = operation.path.replaceAll(/\{[^}]+\}/g, uuidv7());
      const bare = await app.call(operation.method, path, {});
      const broken = await app.call(operation.method, path, { token: "a.b.c" });
      if (isOpen(operation)) {
        expect([200, 400, 404, 415], `${operation.id}: ${bare.status}`).toContain(bare.status);
        // A link that nobody gave leads nowhere, and what is of no one thing needs nothing but the question.
        if (operation.roles === "by-link") expect(bare.status, operation.id).toBe(404);
        if (!operation.params && !operation.query && !operation.body) expect(bare.status, operation.id).toBe(200);
      } else {
        expect([bare.status, bare.body.code], operation.id).toEqual([401, "auth/missing-token"]);
        expect([broken.status, broken.body.code], operation.id).toEqual([401, "auth/invalid-token"]);
      }
      const token = await app.token({ sub: uuidv7(), roles: ["district-admin", "steward", "auditor", "resident"] });
      const odd = await app.call(operation.method, path, {
        token,
        ...(operation.body ? { body: { "?": [null, -1, "\u202e"] } } : {}),
        headers: { "if-match": '"1"' },
      });
      expect(odd.status, `${operation.id} ${odd.text}`).toBeLessThan(500);
    }
  }, 60_000);
});

it("after all this no balance has changed but by the one good transfer", async () => {
  expect((await account(app, ann)).balance).toBe(95);
  expect((await account(app, bo)).balance).toBe(5);
});
