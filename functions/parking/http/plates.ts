/**
 * Plates as they are kept: a keyed hash to compare, the last three characters to show, and the text sealed for the
 * gates. The keys come from the district's secret, which is read once by every process.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Deps } from "../../shared/deps.ts";
import { cursorSecret } from "../../shared/secret.ts";
import type { StoredPlate } from "../domain/booking.ts";
import { plateEnd } from "../domain/plate.ts";

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** 16 bytes: enough that two plates never share a hash. */
const HASH_CHARACTERS = 22;

const keyFor = async (purpose: string, { db }: Pick<Deps, "db">): Promise<Buffer> =>
  Buffer.from(hkdfSync("sha256", await cursorSecret(db), "", `parking ${purpose}`, KEY_BYTES));

/** The hash by which two sightings of a plate are known to be the same. */
export const plateHash = async (plate: string, deps: Pick<Deps, "db">): Promise<string> =>
  createHmac("sha256", await keyFor("plate hash", deps))
    .update(plate)
    .digest("base64url")
    .slice(0, HASH_CHARACTERS);

/** A plate (as `plateOf` gives it) as it is stored. */
export const storePlate = async (plate: string, deps: Pick<Deps, "db">): Promise<StoredPlate> => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, await keyFor("plate text", deps), iv);
  const text = Buffer.concat([cipher.update(plate, "utf8"), cipher.final()]);
  const sealed = Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64url");
  return { hash: await plateHash(plate, deps), end: plateEnd(plate), sealed };
};

/** The plate's text again, for the gates. */
export const openPlate = async ({ sealed }: Pick<StoredPlate, "sealed">, deps: Pick<Deps, "db">): Promise<string> => {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv(CIPHER, await keyFor("plate text", deps), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const text = bytes.subarray(IV_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
};
