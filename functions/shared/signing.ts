/**
 * Signatures that outsiders can check: Ed25519 (RFC 8032) over the canonical text of a document, by keys that are
 * derived from the district's secret, one for each purpose. Nothing more than the secret is kept, and a signature for
 * one purpose is never one for another.
 */
import { createPrivateKey, createPublicKey, hash, hkdfSync, type KeyObject, sign, verify } from "node:crypto";
import { type Canonical, canonicalBytes } from "./canonical.ts";
import type { Db } from "./dynamo.ts";
import { cursorSecret } from "./secret.ts";

/** What the district signs: results, receipts and rolls of polls; heads of the journal; files of the fund. */
export const SIGNING_PURPOSES = ["polls", "ledger", "fund"] as const;
export type SigningPurpose = (typeof SIGNING_PURPOSES)[number];

/** A document to sign; `type` says what it is and in which version, so that none can be taken for another. */
export type Signable = { readonly type: string } & { readonly [name: string]: Canonical };

/** A public key as RFC 8037 writes it; its name `kid` is its thumbprint (RFC 7638). */
export interface PublicKey {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  readonly x: string;
  readonly kid: string;
}

/** A signature: the name of its key and 64 bytes in base64url. */
export interface Signature {
  readonly kid: string;
  readonly sig: string;
}

/** Signs for one purpose. */
export interface Signer {
  readonly publicKey: PublicKey;
  sign(document: Signable): Signature;
}

const SEED_BYTES = 32;
/** DER before the seed in a PKCS #8 private key (RFC 8410 section 7). */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/** HKDF-SHA256 (RFC 5869) of the district's secret: 32 bytes that serve `purpose` and tell nothing of the others. */
export const deriveKey = (secret: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", `linli/${purpose}`, SEED_BYTES));

const publicKeyOf = (key: KeyObject): PublicKey => {
  const { x } = createPublicKey(key).export({ format: "jwk" });
  return namedKey(String(x));
};

/** The public key whose 32 bytes are `x` (base64url), with its thumbprint as its name. */
const namedKey = (x: string): PublicKey => ({
  kty: "OKP",
  crv: "Ed25519",
  x,
  kid: hash("sha256", JSON.stringify({ crv: "Ed25519", kty: "OKP", x }), "base64url"),
});

/** Signer of one purpose from the district's secret. */
export const signerOf = (secret: Uint8Array, purpose: SigningPurpose): Signer => {
  const seed = deriveKey(secret, `ed25519/${purpose}`);
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
  const publicKey = publicKeyOf(key);
  return {
    publicKey,
    sign: (document) => ({
      kid: publicKey.kid,
      sig: sign(null, canonicalBytes(document), key).toString("base64url"),
    }),
  };
};

/** Signer of one purpose of the district that the table belongs to. */
export const districtSigner = async (db: Db, purpose: SigningPurpose): Promise<Signer> =>
  signerOf(await cursorSecret(db), purpose);

/** The district's public keys, one for each purpose. */
export const publicKeys = async (db: Db): Promise<(PublicKey & { readonly purpose: SigningPurpose })[]> => {
  const secret = await cursorSecret(db);
  return SIGNING_PURPOSES.map((purpose) => ({ ...signerOf(secret, purpose).publicKey, purpose }));
};

/**
 * Whether `signature` is that key's over that document. False for a foreign key, an altered document or a key whose
 * name is not its thumbprint; never throws for what came from outside.
 */
export const verifySignature = (document: Signable, signature: Signature, key: PublicKey): boolean => {
  const { kty, crv, x, kid } = key;
  if (kid !== signature.kid || namedKey(x).kid !== kid) return false;
  const bytes = Buffer.from(signature.sig, "base64url");
  // Of the texts that decode to the same bytes only one is the signature.
  if (bytes.toString("base64url") !== signature.sig) return false;
  try {
    const publicKey = createPublicKey({ key: { kty, crv, x }, format: "jwk" });
    return verify(null, canonicalBytes(document), publicKey, bytes);
  } catch {
    return false;
  }
};
