/** The district's own secret for what it signs to itself; kept in its table, so that every process has the same. */
import { randomBytes } from "node:crypto";
import type { Db } from "./dynamo.ts";
import { create, type Item } from "./write.ts";

const KEY = { pk: "S#cursor", sk: "S" };
const BYTES = 32;

const keptOf = (item: Item): Buffer => Buffer.from(String(item.key), "base64url");

const readOrMake = async (db: Db): Promise<Buffer> => {
  const kept = await db.get(KEY);
  if (kept) return keptOf(kept);
  const made = { ...KEY, key: randomBytes(BYTES).toString("base64url") };
  const outcome = await db.commit([create(made)]);
  if (outcome.ok) return keptOf(made);
  const first = outcome.failed[0]?.found;
  if (!first) throw new Error("the secret was neither free nor taken");
  return keptOf(first);
};

const secrets = new WeakMap<Db, Promise<Buffer>>();

/** 32 random bytes, made by whoever asks first in a district's life and read once by every process. */
export const cursorSecret = (db: Db): Promise<Buffer> => {
  const known = secrets.get(db);
  if (known) return known;
  const asked = readOrMake(db);
  secrets.set(db, asked);
  // A failed read is not remembered: the next request asks again.
  asked.catch(() => secrets.delete(db));
  return asked;
};
