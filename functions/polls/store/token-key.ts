/** The key of a poll's blind tokens as kept: made at notice, its private part encrypted until close, then dropped. */
import type { Db } from "../../shared/dynamo.ts";
import { create, type Item, type Key, type Write } from "../../shared/write.ts";
import type { TokenKey } from "../tokens/blind.ts";

/** Key of the item. */
export const tokenKeyKey = (poll: string): Key => ({ pk: `PL#${poll}`, sk: "TK" });

/** A poll's token key; `locked` is the private part, see tokens/vault.ts. */
export interface KeptTokenKey {
  readonly publicKey: TokenKey;
  readonly locked?: string | undefined;
}

const itemOf = (poll: string, { publicKey, locked }: KeptTokenKey): Item => ({
  ...tokenKeyKey(poll),
  n: publicKey.n,
  e: publicKey.e,
  lock: locked,
});

/** Keeps a new key. */
export const createTokenKey = (poll: string, kept: KeptTokenKey): Write => create(itemOf(poll, kept));

/** Drops the private part: from here on nobody can sign a token of this poll. Twice is once. */
export const dropPrivateKey = (poll: string, { publicKey }: KeptTokenKey): Write => ({
  type: "put",
  item: itemOf(poll, { publicKey }),
  condition: { expression: "#n = :n", names: { "#n": "n" }, values: { ":n": publicKey.n } },
});

/** A key from its item. */
export const toTokenKey = (item: Item): KeptTokenKey => ({
  publicKey: { kty: "RSA", alg: "PS384", n: item.n as string, e: item.e as string },
  locked: item.lock as string | undefined,
});

/** The key of a poll; undefined where its ballots need none. */
export const tokenKeyOf = async (db: Db, poll: string): Promise<KeptTokenKey | undefined> => {
  const item = await db.get(tokenKeyKey(poll));
  return item && toTokenKey(item);
};
