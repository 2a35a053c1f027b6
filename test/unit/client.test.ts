import { describe, expect, it } from "vitest";
import { allHolds, awaited, clientOf, forParent, freeze, pay, rehearse, rename, thank } from "./client-usage.ts";

const KEY = "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901";
const LI = "0190a000-0000-7000-8000-000000000001.points";
const POOL = "lujing~donation.points";

/** A client whose server gives one answer and remembers what it was asked. */
const against = (status: number, body: unknown) => {
  const asked: Request[] = [];
  const client = clientOf("https://linli.example.org", "token", async (request) => {
    asked.push(request.clone());
    const type = status < 400 ? "application/json" : "application/problem+json";
    return new Response(JSON.stringify(body), { status, headers: { "content-type": type } });
  });
  return { client, asked };
};

describe("the typed client", () => {
  it("sends the key, the token and the body where the API expects them", async () => {
    const { client, asked } = against(201, { id: KEY });
    expect(await pay(client, KEY, LI, POOL)).toEqual({ id: KEY });
    const [request] = asked;
    expect(`${request?.method} ${request?.url}`).toBe("POST https://linli.example.org/v1/ledger/transfers");
    expect(request?.headers.get("idempotency-key")).toBe(KEY);
    expect(request?.headers.get("authorization")).toBe("Bearer token");
    expect(request?.headers.get("content-type")).toBe("application/json");
    expect(await request?.json()).toEqual({ from: LI, to: POOL, amount: 300, category: "mutual-help" });
  });

  it("returns a problem's code", async () => {
    const { client } = against(409, { status: 409, code: "ledger/insufficient-available" });
    expect(await pay(client, KEY, LI, POOL)).toBe("ledger/insufficient-available");
  });

  it("fills the path and sends the version that is edited", async () => {
    const { client, asked } = against(200, { id: POOL });
    expect(await freeze(client, POOL, '"7"')).toEqual({ id: POOL });
    expect(asked[0]?.method).toBe("PATCH");
    expect(decodeURIComponent(asked[0]?.url ?? "")).toBe(`https://linli.example.org/v1/ledger/accounts/${POOL}`);
    expect(asked[0]?.headers.get("if-match")).toBe('"7"');
  });

  it("writes the query", async () => {
    const { client, asked } = against(200, { items: [{ amount: 200 }, { amount: 50 }], next: null });
    expect(await awaited(client, LI)).toBe(250);
    expect(asked[0]?.url).toBe(`https://linli.example.org/v1/ledger/accounts/${LI}/holds?side=in&limit=50`);
  });
});

type Reply = { status: number; body?: unknown; headers?: Record<string, string> } | "cut";

/** A client whose server gives these answers in turn; `cut` closes the connection instead. */
const inTurn = (...replies: Reply[]) => {
  const asked: Request[] = [];
  const client = clientOf("https://linli.example.org", "token", async (request) => {
    const reply = replies[asked.push(request.clone()) - 1];
    if (reply === undefined || reply === "cut") throw new TypeError("fetch failed");
    const type = reply.status < 400 ? "application/json" : "application/problem+json";
    const headers = { "content-type": type, ...reply.headers };
    return new Response(JSON.stringify(reply.body ?? {}), { status: reply.status, headers });
  });
  return { client, asked };
};

describe("a front end", () => {
  it("retries under one key what may have happened, for as long as it is told to wait", async () => {
    const busy = { status: 503, body: { code: "server/busy" }, headers: { "retry-after": "7" } };
    const { client, asked } = inTurn("cut", busy, { status: 429 }, { status: 201, body: { id: KEY } });
    const waits: number[] = [];
    const wait = async (seconds: number) => {
      waits.push(seconds);
    };
    expect(await thank(client, KEY, LI, POOL, wait)).toEqual({ id: KEY });
    expect(asked.map((request) => request.headers.get("idempotency-key"))).toEqual([KEY, KEY, KEY, KEY]);
    expect(new Set(await Promise.all(asked.map((request) => request.text()))).size).toBe(1);
    expect(waits).toEqual([2, 7, 8]);
  });

  it("gives up after five attempts, and at once on a refusal, with the sentence to show", async () => {
    const wait = async () => undefined;
    const gone = inTurn();
    await expect(thank(gone.client, KEY, LI, POOL, wait)).rejects.toMatchObject({ status: 503, message: "HTTP 503" });
    expect(gone.asked).toHaveLength(5);
    const poor = { code: "ledger/insufficient-available", detail: "需要 20，可用 3，还差 17。" };
    const refused = inTurn({ status: 409, body: poor });
    await expect(thank(refused.client, KEY, LI, POOL, wait)).rejects.toMatchObject({
      status: 409,
      code: poor.code,
      message: poor.detail,
    });
    expect(refused.asked).toHaveLength(1);
  });

  it("follows next until there is none", async () => {
    const page = (id: string, next: string | null) => ({ status: 200, body: { items: [{ id }], next } });
    const { client, asked } = inTurn(page("a", "c1"), page("b", null));
    expect(await allHolds(client, LI)).toEqual([{ id: "a" }, { id: "b" }]);
    expect(asked.map((request) => new URL(request.url).search)).toEqual(["?limit=100", "?limit=100&cursor=c1"]);
  });

  it("edits the version that it read", async () => {
    const read = { status: 200, headers: { etag: '"7"' } };
    const { client, asked } = inTurn(read, { status: 412, body: { code: "request/stale" } });
    expect(await rename(client, "lujing", "鹿径", "Lujing")).toBe("request/stale");
    expect(asked[1]?.headers.get("if-match")).toBe('"7"');
    expect(await asked[1]?.json()).toEqual({ name: { zh: "鹿径", en: "Lujing" } });
  });

  it("shows the reasons of a dry run, and says whom it acts for", async () => {
    const dry = { dryRun: true, accepted: false, refusals: [{ detail: "可用余额不足" }], answer: null };
    const { client, asked } = inTurn({ status: 200, body: dry }, { status: 200, body: { items: [], next: null } });
    expect(await rehearse(client, LI, POOL, 20)).toEqual(["可用余额不足"]);
    expect(new URL(asked[0]?.url ?? "").search).toBe("?dryRun=true");
    await forParent(client, KEY);
    expect(asked[1]?.headers.get("linli-acting-for")).toBe(KEY);
  });
});
