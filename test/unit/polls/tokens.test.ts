/** Blind tokens: the signer against the voters' library; the vault against copied and altered items. */
import { createPrivateKey, type KeyObject, randomBytes } from "node:crypto";
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { beforeAll, describe, expect, it } from "vitest";
import {
  blindSign,
  makeTokenKey,
  SIGNATURE_BYTES,
  type TokenKey,
  tokenCheck,
} from "../../../functions/polls/tokens/blind.ts";
import { lockKey, unlockKey } from "../../../functions/polls/tokens/vault.ts";
import { blindToken } from "../../support/voter.ts";

const POLL = "0190a000-0000-7000-8000-000000000001";
const SECRET = Buffer.alloc(32, 7);

let key: KeyObject;
let publicKey: TokenKey;
let pkcs8: Buffer;

beforeAll(async () => {
  ({ pkcs8, publicKey } = await makeTokenKey());
  key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
});

const made = async () => {
  const voter = await blindToken(publicKey);
  const signed = blindSign(key, Buffer.from(voter.blinded, "base64url")) as Buffer;
  const { token, signature } = await voter.finish(signed.toString("base64url"));
  return {
    blinded: voter.blinded,
    token: Buffer.from(token, "base64url"),
    signature: Buffer.from(signature, "base64url"),
  };
};

describe("a blind signature", () => {
  it("made for a voter who uses another implementation of the RFC is good once finished", async () => {
    const { token, signature } = await made();
    expect(tokenCheck(publicKey)(token, signature)).toBe(true);
  });

  it("is what the client library's own signer makes of the same blinded message", async () => {
    const { blinded } = await made();
    const algorithm = { name: "RSA-PSS", hash: "SHA-384" };
    const theirs = await crypto.subtle.importKey("pkcs8", new Uint8Array(pkcs8), algorithm, true, ["sign"]);
    const bytes = Buffer.from(blinded, "base64url");
    const expected = await RSABSSA.SHA384.PSS.Randomized().blindSign(theirs, new Uint8Array(bytes));
    expect(blindSign(key, bytes)).toEqual(Buffer.from(expected));
  });

  it("is the same for the same blinded message, so a lost answer can be asked for again", async () => {
    const { blinded } = await blindToken(publicKey);
    const bytes = Buffer.from(blinded, "base64url");
    expect(blindSign(key, bytes)).toEqual(blindSign(key, bytes));
  });

  it("shows the signer neither token nor signature; two blindings of one voter have nothing in common", async () => {
    const [one, two] = [await made(), await made()];
    for (const hidden of [one.token, one.signature]) expect(Buffer.from(one.blinded, "base64url")).not.toEqual(hidden);
    expect(one.blinded).not.toBe(two.blinded);
  });

  it("is refused for what is no blinded message: another length, or a number that is not below the modulus", () => {
    expect(blindSign(key, randomBytes(SIGNATURE_BYTES - 1))).toBeUndefined();
    expect(blindSign(key, Buffer.alloc(SIGNATURE_BYTES, 0xff))).toBeUndefined();
  });

  it("fails for an altered token, an altered signature and a foreign key", async () => {
    const { token, signature } = await made();
    for (const bit of [0, 7, 31 * 8, 511]) {
      const altered = Buffer.from(token);
      altered[bit >> 3] = (altered[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(tokenCheck(publicKey)(altered, signature)).toBe(false);
    }
    const broken = Buffer.from(signature);
    broken[100] = (broken[100] as number) ^ 1;
    expect(tokenCheck(publicKey)(token, broken)).toBe(false);
    expect(tokenCheck(publicKey)(token.subarray(1), signature)).toBe(false);
    expect(tokenCheck(publicKey)(token, randomBytes(SIGNATURE_BYTES))).toBe(false);
    const other = await makeTokenKey();
    expect(tokenCheck(other.publicKey)(token, signature)).toBe(false);
  });
});

describe("the vault", () => {
  it("gives the key back to the district and poll that it was locked for", () => {
    const locked = lockKey(SECRET, POLL, pkcs8);
    expect(unlockKey(SECRET, POLL, locked).export({ format: "der", type: "pkcs8" })).toEqual(pkcs8);
    expect(Buffer.from(locked, "base64url").includes(pkcs8.subarray(30, 60))).toBe(false);
    expect(lockKey(SECRET, POLL, pkcs8)).not.toBe(locked);
  });

  it("opens for no other poll, no other secret and no altered text", () => {
    const locked = lockKey(SECRET, POLL, pkcs8);
    expect(() => unlockKey(SECRET, POLL.replace(/1$/, "2"), locked)).toThrow();
    expect(() => unlockKey(Buffer.alloc(32, 8), POLL, locked)).toThrow();
    for (const at of [0, 14, 40]) {
      const bytes = Buffer.from(locked, "base64url");
      bytes[at] = (bytes[at] as number) ^ 1;
      expect(() => unlockKey(SECRET, POLL, bytes.toString("base64url"))).toThrow();
    }
  });
});
