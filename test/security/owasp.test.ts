/**
 * The OWASP API Security Top 10 of 2023, one by one: what each risk would look like here is tried over HTTP. The table
 * in docs/security.md is made from this file (`LINLI_UPDATE=1 npx vitest run test/security/owasp.test.ts`).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isOpen, type Operation } from "../../schemas/operation.ts";
import { BODY_BYTES_MAX } from "../../schemas/primitives.ts";
import { STAFF_ROLES } from "../../schemas/roles.ts";
import { operations } from "../../schemas/routes.ts";
import type { Reply } from "../support/harness.ts";
import { STACK } from "../support/replies.ts";
import { withSection } from "../support/section.ts";
import { BAD_TOKENS, badToken } from "../support/tokens.ts";
import { type Estate, pathOf, SECRETS, send, startEstate } from "./world.ts";

const PAGE = fileURLToPath(new URL("../../docs/security.md", import.meta.url));

/** Each risk by its name in the list, what is tried here, and which other tests go further. */
const RISKS = [
  [
    "API1",
    "Broken object level authorization",
    "every read of Ann's objects, by a neighbour and another district",
    "access.test.ts",
  ],
  [
    "API2",
    "Broken authentication",
    "forged, expired, unsigned and foreign tokens; guesses at a one-time code",
    "tokens.test.ts, matrix.test.ts",
  ],
  [
    "API3",
    "Broken object property level authorization",
    "members that only the server sets, sent in each body",
    "canary.test.ts, fuzz.test.ts",
  ],
  [
    "API4",
    "Unrestricted resource consumption",
    "huge bodies, pages, batches, lists and recurrence rules",
    "requests.test.ts",
  ],
  [
    "API5",
    "Broken function level authorization",
    "every operation of the staff, with a resident's token",
    "matrix.test.ts",
  ],
  [
    "API6",
    "Unrestricted access to sensitive business flows",
    "a script that pays until the day's cap",
    "caps and intervals in test/integration/ledger; a driver's quota in test/integration/parking",
  ],
  [
    "API7",
    "Server side request forgery",
    "addresses of internal services wherever a text is taken; no request leaves",
    "fund and polls keep attachments by hash",
  ],
  [
    "API8",
    "Security misconfiguration",
    "headers, cross-origin requests, methods, and what a fault tells",
    "test/infra",
  ],
  [
    "API9",
    "Improper inventory management",
    "manifest, OpenAPI and routes are one list; nothing of development is in it",
    "openapi.test.ts, template.test.ts",
  ],
  [
    "API10",
    "Unsafe consumption of APIs",
    "tokens that name a key elsewhere",
    "issuer.test.ts: a key set that is slow, broken or lies",
  ],
] as const;

let estate: Estate;
let neighbour: string;
beforeAll(async () => {
  estate = await startEstate();
  neighbour = await estate.app.token({ sub: uuidv7(), roles: ["resident"], communities: ["lujing"] });
});
afterAll(() => estate.app.stop());

const isClear = (reply: Reply): void => {
  expect(reply.status, reply.text).toBeLessThan(500);
  expect(reply.text).not.toMatch(STACK);
};
const call = (...given: Parameters<Estate["app"]["call"]>) => estate.app.call(...given);
const pay = (token: string, amount: number, more: object = {}) =>
  call("POST", "/v1/ledger/transfers", {
    token,
    body: { from: `${estate.ann.id}.points`, to: `${estate.bo.id}.points`, amount, category: "thanks", ...more },
  });
const title = (id: (typeof RISKS)[number][0]): string => {
  const [, name] = RISKS.find(([each]) => each === id) as (typeof RISKS)[number];
  return `${id}:2023 ${name}`;
};

it("the page has a row for each", () => {
  const rows = RISKS.map(([id, name, tried, more]) => `| ${id}:2023 ${name} | ${tried} | ${more} |`);
  const lines = ["| risk | tried by test/security/owasp.test.ts | further |", "|---|---|---|", ...rows];
  const page = readFileSync(PAGE, "utf8");
  const next = withSection(page, "owasp", lines);
  if (process.env.LINLI_UPDATE) writeFileSync(PAGE, next);
  else expect(next, "LINLI_UPDATE=1 writes the page anew").toBe(page);
});

describe(title("API1"), () => {
  // What a community shows to its people, such as a fund's terms, is nobody's own.
  const own =
    /\{(resident|account|household|proxy|kinship|transfer|hold|request|claim|redemption|unit|order|booking)Id\}/;
  const reads = operations.filter(
    ({ method, path, roles }) => method === "GET" && own.test(path) && roles !== "public",
  );
  it("no read of an object tells a neighbour, or another district, what is Ann's", async () => {
    const foreign = await estate.app.token({ sub: estate.ann.id, district: "elsewhere", roles: ["resident"] });
    expect(reads.length).toBeGreaterThan(15);
    for (const operation of reads) {
      const path = pathOf(operation, estate.params);
      const reply = await send(estate, operation, path, { token: neighbour });
      isClear(reply);
      for (const secret of SECRETS) expect(reply.text, operation.id).not.toContain(secret);
      expect((await send(estate, operation, path, { token: foreign })).status, operation.id).toBe(401);
    }
  });
  it("an id that was guessed is answered like one that is not there", async () => {
    const told = ({ status, body }: Reply) => [status, body.code, body.title];
    const [known, unknown] = [estate.params.orderId, uuidv7()];
    const ask = (id: string | undefined) => call("GET", `/v1/timebank/orders/${id}`, { token: neighbour });
    expect(told(await ask(known))).toEqual(told(await ask(unknown)));
  });
});

describe(title("API2"), () => {
  it("no token that is forged, old, unsigned or somebody else's opens anything", async () => {
    const roles = ["district-admin" as const];
    const claims = { sub: estate.ann.id, roles, communities: ["lujing"], district: estate.app.district.id };
    for (const kind of BAD_TOKENS) {
      const token = await badToken(kind, estate.app.issuer, { ...claims, now: estate.app.clock.now() });
      expect((await call("GET", `/v1/residents/${estate.ann.id}`, { token })).status, kind).toBe(401);
    }
  });
  it("a one-time code has few attempts, however many guess at once", async () => {
    const guess = (code: number) =>
      call("POST", `/v1/timebank/orders/${estate.params.orderId}/check-in`, {
        token: estate.bo.token,
        body: { code: String(code).padStart(6, "0") },
      });
    const codes = await call("POST", `/v1/timebank/orders/${estate.params.orderId}/codes`, {
      token: estate.ann.token,
      body: { purpose: "check-in" },
    });
    const right = Number(codes.body.code);
    const wrong = Array.from({ length: 40 }, (_, index) => (right + index + 1) % 1_000_000);
    const replies = await Promise.all(wrong.map(guess));
    const tried = replies.filter(({ body }) => body.code === "timebank/code-wrong");
    expect(tried.length).toBeLessThanOrEqual(5);
    expect((await guess(right)).body.code).toBe("timebank/code-exhausted");
  });
});

describe(title("API3"), () => {
  const SERVERS = {
    id: "x",
    balance: 9,
    roles: ["district-admin"],
    revision: 9,
    state: "settled",
    by: "x",
    credited: 9,
  };
  const writing = operations.filter(({ body, bodyType }) => body !== undefined && bodyType !== "text/csv");
  it("a member that only the server sets is refused in every body, by name", async () => {
    for (const operation of writing) {
      const path = pathOf(operation, estate.params);
      const token = isOpen(operation) ? undefined : estate.admin;
      const { id: _id, ...others } = SERVERS;
      const reply = await send(estate, operation, path, {
        ...(token ? { token } : {}),
        body: { ...others, nonsense: 1 },
      });
      isClear(reply);
      expect(reply.status, operation.id).toBeGreaterThanOrEqual(400);
      if (reply.body.code === "request/invalid") {
        const fields = reply.body.errors.map(({ field }: { field: string }) => field);
        // A body that is one of several forms is refused as a whole.
        expect(fields.includes("/nonsense") || fields.includes("/"), `${operation.id}: ${fields}`).toBe(true);
      }
    }
  });
  it("an answer has no member of the stored item beside what its schema names", async () => {
    const reply = await call("GET", `/v1/ledger/accounts/${estate.ann.id}.points`, { token: estate.ann.token });
    const operation = operations.find(({ id }) => id === "getAccount") as Operation;
    expect(operation.reply.safeParse(reply.body).success).toBe(true);
    // The schema takes nothing that it does not name, or the line above could not fail.
    expect(operation.reply.safeParse({ ...reply.body, rev: 1 }).success).toBe(false);
  });
});

describe(title("API4"), () => {
  it("a body above its limit, a page above its limit and a batch above its limit are refused", async () => {
    const big = await call("POST", "/v1/ledger/transfers", {
      token: estate.ann.token,
      raw: JSON.stringify({ memo: "a".repeat(BODY_BYTES_MAX) }),
    });
    expect([big.status, big.body.code]).toEqual([413, "request/too-large"]);
    const page = await call("GET", `/v1/ledger/accounts/${estate.ann.id}.points/statement?limit=101`, {
      token: estate.ann.token,
    });
    expect([page.status, page.body.code]).toEqual([400, "request/invalid"]);
    const one = { from: `${estate.ann.id}.points`, to: `${estate.bo.id}.points`, amount: 1, category: "thanks" };
    const transfers = Array.from({ length: 101 }, () => ({ id: uuidv7(), ...one }));
    const batch = await call("POST", "/v1/ledger/transfer-batches", {
      token: estate.admin,
      body: { mode: "atomic", transfers },
    });
    expect(batch.status).toBe(400);
  });
  it("a recurrence that would occur every second, or for ever within a window, is refused", async () => {
    const offer = (rule: string) =>
      call("POST", "/v1/timebank/offers", {
        token: estate.bo.token,
        body: {
          ...{ community: "lujing", skills: [], areas: [] },
          availability: [{ start: "2026-06-20T09:00:00", zone: "Asia/Shanghai", minutes: 60, rule }],
        },
      });
    for (const rule of [
      "FREQ=SECONDLY",
      "FREQ=MINUTELY",
      "FREQ=DAILY;COUNT=99999999",
      `FREQ=DAILY;BYHOUR=${"1,".repeat(500)}1`,
    ]) {
      expect((await offer(rule)).status, rule).toBe(400);
    }
  });
  it("every list of the manifest has a limit, or pages of a size of its own", () => {
    const lists = operations.filter(({ query }) => query && "cursor" in query.shape);
    expect(lists.length).toBeGreaterThan(20);
    const fixed = lists.filter(({ query }) => !(query && "limit" in query.shape)).map(({ id }) => id);
    expect(fixed.toSorted()).toEqual(["exportLedger", "getOpenedPollBundle", "getPollBundle", "getPollEvidence"]);
  });
});

describe(title("API5"), () => {
  const isStaffs = ({ roles }: Operation) =>
    Array.isArray(roles) && roles.every((role) => (STAFF_ROLES as readonly string[]).includes(role));
  const staffs = operations.filter(isStaffs);
  it("no operation of the staff is done for a resident", async () => {
    expect(staffs.length).toBeGreaterThan(30);
    for (const operation of staffs) {
      const reply = await send(estate, operation, pathOf(operation, estate.params), {
        token: estate.ann.token,
        ...(operation.body ? { body: {} } : {}),
      });
      expect([operation.id, reply.status, reply.body.code]).toEqual([operation.id, 403, "auth/forbidden"]);
    }
  });
});

describe(title("API6"), () => {
  it("a script that pays again and again ends at the day's cap, and says which", async () => {
    const caps = estate.app.district.units.find(({ code }) => code === "points")?.paymentCaps ?? [];
    const day = caps.find(({ period }) => period === "day")?.limit ?? Number.POSITIVE_INFINITY;
    let paid = 0;
    let last = await pay(estate.ann.token, 50);
    for (; last.status === 201 && paid <= 600; last = await pay(estate.ann.token, 50)) paid += 50;
    expect(paid).toBeLessThanOrEqual(day);
    expect(last.status).toBe(409);
    expect(last.body.code).toMatch(/^ledger\/(cap-|insufficient-available)/);
  });
});

describe(title("API7"), () => {
  it("an address of an internal service, wherever a text is taken, is never fetched", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const address = "http://169.254.169.254/latest/meta-data/";
    const before = fetched.mock.calls.length;
    const paid = await pay(estate.bo.token, 1, {
      from: `${estate.bo.id}.points`,
      to: `${estate.ann.id}.points`,
      memo: address,
    });
    expect(paid.status, paid.text).toBe(201);
    const at = (hours: number) => new Date(estate.app.clock.now().getTime() + hours * 3_600_000).toISOString();
    const window = { from: at(30), until: at(33), minutes: 60 };
    const asked = await call("POST", "/v1/timebank/orders", {
      token: estate.ann.token,
      body: { community: "lujing", category: "company", ...window, address: { directions: address } },
    });
    expect(asked.status, asked.text).toBe(201);
    const sha256 = "0".repeat(64);
    const { applicationId } = estate.params;
    const headers = { "if-match": '"1"' };
    const attached = await call("PATCH", `/v1/fund/applications/${applicationId}`, {
      token: estate.ann.token,
      headers,
      body: { attachments: [{ name: "plan", ref: address, sha256 }] },
    });
    expect(attached.status, attached.text).toBe(200);
    const others = fetched.mock.calls.slice(before).filter(([input]) => String(input).includes("169.254"));
    fetched.mockRestore();
    expect(others).toEqual([]);
  });
});

describe(title("API8"), () => {
  it("every answer forbids to sniff, to frame and to keep it", async () => {
    const reply = await call("GET", `/v1/residents/${estate.ann.id}`, { token: estate.ann.token });
    const header = (name: string) => reply.headers.get(name);
    expect([header("x-content-type-options"), header("x-frame-options")]).toEqual(["nosniff", "DENY"]);
    expect(header("strict-transport-security")).toMatch(/max-age=\d{7,}/);
    expect(header("cache-control")).toContain("no-store");
    expect(header("server")).toBeNull();
    expect(header("x-powered-by")).toBeNull();
  });
  it("a page of another origin is not let in", async () => {
    const reply = await call("GET", `/v1/residents/${estate.ann.id}`, {
      token: estate.ann.token,
      headers: { origin: "https://evil.example" },
    });
    expect(reply.headers.get("access-control-allow-origin")).not.toBe("*");
    expect(reply.headers.get("access-control-allow-origin")).not.toBe("https://evil.example");
  });
  it("a method that is none of a path's is 404", async () => {
    for (const method of ["PUT", "DELETE", "PATCH"] as const) {
      const reply = await call(method, "/v1/ledger/transfers", { token: estate.ann.token });
      expect(reply.status, method).toBe(404);
      isClear(reply);
    }
  });
});

describe(title("API9"), () => {
  it("every route is in the manifest with its roles, its version and its repeat; nothing of development is", () => {
    const versioned = operations.filter(({ path }) => path.startsWith("/v1/"));
    const others = operations.filter(({ path }) => !path.startsWith("/v1/")).map(({ path }) => path);
    expect(versioned.length).toBeGreaterThan(150);
    expect(others.toSorted()).toEqual(["/health", "/openapi.json"]);
    expect(operations.filter(({ path }) => path.includes("_local"))).toEqual([]);
    const open = operations.filter(({ roles }) => roles === "public").map(({ id }) => id);
    for (const id of open) expect(operations.find((each) => each.id === id)?.method, id).toMatch(/GET|POST/);
  });
  it("a route that only the local server has is not there", async () => {
    const reply = await call("POST", "/_local/token?as=admin");
    expect([reply.status, reply.body.code]).toEqual([404, "request/no-route"]);
  });
});

describe(title("API10"), () => {
  it("a token that names a key elsewhere, or none, lets nobody in and is no fault of ours", async () => {
    const token = await estate.app.token({ sub: estate.ann.id, roles: ["resident"] });
    const parts = token.split(".");
    const header = JSON.parse(Buffer.from(parts[0] ?? "", "base64url").toString());
    for (const kid of ["", "none", "../../etc/passwd", "a".repeat(10_000), "http://169.254.169.254/"]) {
      const forged = [Buffer.from(JSON.stringify({ ...header, kid })).toString("base64url"), parts[1], parts[2]].join(
        ".",
      );
      const reply = await call("GET", `/v1/residents/${estate.ann.id}`, { token: forged });
      expect([401, 431], kid.slice(0, 20)).toContain(reply.status);
    }
  });
});
