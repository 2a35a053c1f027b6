import { describe, expect, it } from "vitest";
import { awaited, clientOf, freeze, pay } from "./client-usage.ts";

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
