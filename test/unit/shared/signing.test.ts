/** Canonical bytes by RFC 8785, and signatures that only the right key of the right purpose makes. */
import { createPublicKey, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Canonical, canonicalText } from "../../../functions/shared/canonical.ts";
import { deriveKey, type Signable, signerOf, verifySignature } from "../../../functions/shared/signing.ts";

const SECRET = Buffer.alloc(32, 7);
const document: Signable = { type: "linli.test.v1", poll: "p1", counts: { yes: 2, no: 1 }, options: ["甲", "乙"] };

describe("the canonical text", () => {
  it("sorts members by UTF-16 code units and writes no white space", () => {
    const value = {
      "€": "Euro",
      "\r": "Return",
      "\ufb33": "Dalet",
      "1": "One",
      "😀": "Emoji",
      "\u0080": "Control",
      ö: "O",
    };
    expect(canonicalText(value)).toBe(
      '{"\\r":"Return","1":"One","\u0080":"Control","ö":"O","€":"Euro","😀":"Emoji","\ufb33":"Dalet"}',
    );
  });

  it("escapes only what JSON must: quotes, backslashes and control characters", () => {
    expect(canonicalText({ s: '€$\u000f\nA\'B"\\\\"/' })).toBe('{"s":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
    expect(canonicalText([1, -0, true, null, [], {}])).toBe("[1,0,true,null,[],{}]");
  });

  it("is the same whatever order the members were written in, and reads back as the value", () => {
    const leaf = fc.oneof(fc.maxSafeInteger(), fc.string({ unit: "grapheme" }), fc.boolean(), fc.constant(null));
    const { value } = fc.letrec<{ value: Canonical }>((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("value")), fc.dictionary(fc.string(), tie("value"))),
    }));
    const backwards = (part: Canonical): Canonical => {
      if (Array.isArray(part)) return part.map(backwards);
      if (typeof part !== "object" || part === null) return part;
      return Object.fromEntries(
        Object.entries(part)
          .reverse()
          .map(([name, inner]) => [name, backwards(inner)]),
      );
    };
    fc.assert(
      fc.property(value, (part) => {
        const text = canonicalText(part);
        expect(canonicalText(backwards(part))).toBe(text);
        expect(canonicalText(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it("refuses what has no exact text", () => {
    const deep = Array.from({ length: 40 }).reduce<Canonical>((inner) => [inner], 1);
    for (const bad of [0.5, 2 ** 53, Number.NaN, "\ud800", { a: undefined }, deep]) {
      expect(() => canonicalText(bad as Canonical)).toThrow(TypeError);
    }
  });
});

describe("a signature", () => {
  const signer = signerOf(SECRET, "polls");

  it("is plain Ed25519 over the canonical bytes, checkable without our code", () => {
    const { sig } = signer.sign(document);
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: signer.publicKey.x }, format: "jwk" });
    const text = '{"counts":{"no":1,"yes":2},"options":["甲","乙"],"poll":"p1","type":"linli.test.v1"}';
    expect(verify(null, Buffer.from(text), key, Buffer.from(sig, "base64url"))).toBe(true);
  });

  it("is the same for the same secret and document, whoever signs", () => {
    expect(signerOf(SECRET, "polls").sign({ ...document })).toEqual(signer.sign(document));
    expect(signer.publicKey.kid).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it("holds for its document and key only", () => {
    const signature = signer.sign(document);
    expect(verifySignature(document, signature, signer.publicKey)).toBe(true);
    expect(verifySignature({ ...document, poll: "p2" }, signature, signer.publicKey)).toBe(false);
    expect(verifySignature({ ...document, type: "linli.test.v2" }, signature, signer.publicKey)).toBe(false);
    for (const other of [signerOf(SECRET, "ledger"), signerOf(Buffer.alloc(32, 8), "polls")]) {
      expect(verifySignature(document, signature, other.publicKey)).toBe(false);
      // Neither does the other key's signature pass under this key's name.
      expect(verifySignature(document, { ...other.sign(document), kid: signature.kid }, signer.publicKey)).toBe(false);
      expect(verifySignature(document, signature, { ...other.publicKey, kid: signature.kid })).toBe(false);
    }
  });

  it("is false, not an exception, for text from outside that is no signature or key", () => {
    const { kid, sig } = signer.sign(document);
    for (const bad of ["", "!", sig.slice(1), `${sig}A`, `${sig}=`]) {
      expect(verifySignature(document, { kid, sig: bad }, signer.publicKey)).toBe(false);
    }
    expect(verifySignature(document, { kid, sig }, { ...signer.publicKey, x: "" })).toBe(false);
  });

  it("comes from keys that differ by purpose", () => {
    expect(deriveKey(SECRET, "a").equals(deriveKey(SECRET, "b"))).toBe(false);
    expect(deriveKey(SECRET, "a")).toHaveLength(32);
    expect(signerOf(SECRET, "ledger").publicKey.x).not.toBe(signer.publicKey.x);
  });
});
