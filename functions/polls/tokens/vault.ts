/**
 * Where a poll's private key rests: encrypted with AES-256-GCM under a key that is derived from the district's secret,
 * bound to its poll, so that a copy of the item alone signs nothing and another poll's item does not fit.
 */
import { createCipheriv, createDecipheriv, createPrivateKey, type KeyObject, randomBytes } from "node:crypto";
import { deriveKey } from "../../shared/signing.ts";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = (secret: Uint8Array): Buffer => deriveKey(secret, "aes-256-gcm/polls-token-key");

/** A private key (PKCS #8) of a poll as text for storage: nonce, tag and ciphertext in base64url. */
export const lockKey = (secret: Uint8Array, poll: string, pkcs8: Uint8Array): string => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(secret), nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(poll));
  const text = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
};

/** The private key again; throws where text, poll or secret are not those it was locked with. */
export const unlockKey = (secret: Uint8Array, poll: string, locked: string): KeyObject => {
  const bytes = Buffer.from(locked, "base64url");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, keyOf(secret), nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(poll))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const pkcs8 = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
};
