/** Makes the key of a poll's tokens, locked for storage. */
import type { Deps } from "../../shared/deps.ts";
import { cursorSecret } from "../../shared/secret.ts";
import type { Write } from "../../shared/write.ts";
import { createTokenKey } from "../store/token-key.ts";
import { makeTokenKey } from "./blind.ts";
import { lockKey } from "./vault.ts";

/** The write that keeps a fresh key for a poll, the private part encrypted under the district's secret. */
export const newTokenKey = async (poll: string, { db }: Pick<Deps, "db">): Promise<Write> => {
  const { pkcs8, publicKey } = await makeTokenKey();
  return createTokenKey(poll, { publicKey, locked: lockKey(await cursorSecret(db), poll, pkcs8) });
};
