/** The district's public keys over HTTP: what is signed with the stored secret verifies under what is published. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { districtSigner, verifySignature } from "../../functions/shared/signing.ts";
import { type App, startApp } from "../support/harness.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

describe("the published keys", () => {
  it("verify what the district signs, by purpose, and stay the same in another process", async () => {
    const { status, body } = await app.call("GET", "/v1/keys");
    expect(status).toBe(200);
    const document = { type: "linli.test.v1", n: 1 };
    for (const purpose of ["polls", "ledger", "fund"] as const) {
      const key = body.keys.find((one: { purpose: string }) => one.purpose === purpose);
      const signature = (await districtSigner(app.deps.db, purpose)).sign(document);
      expect(verifySignature(document, signature, key)).toBe(true);
      expect(verifySignature({ ...document, n: 2 }, signature, key)).toBe(false);
    }
    const again = await startApp({ table: app.table });
    expect((await again.call("GET", "/v1/keys")).body).toEqual(body);
    await again.stop();
  });

  it("hold nothing private", async () => {
    const { body } = await app.call("GET", "/v1/keys");
    for (const key of body.keys) expect(Object.keys(key).sort()).toEqual(["crv", "kid", "kty", "purpose", "x"]);
  });
});
