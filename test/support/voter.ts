/** The voter's side of secret ballots, as a front end does it: secrets, blinding, finished tokens. */
import { hash, randomBytes } from "node:crypto";
import { RSABSSA } from "@cloudflare/blindrsa-ts";

/** A public key as the API gives it. */
export interface PublishedKey {
  readonly kty: "RSA";
  readonly alg: "PS384";
  readonly n: string;
  readonly e: string;
}

const suite = RSABSSA.SHA384.PSS.Randomized();
const ALGORITHM = { name: "RSA-PSS", hash: "SHA-384" };

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");
const bytesOf = (value: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(value, "base64url"));

/** A secret of the voter's and the name of the ballot that it opens, SHA-256 of it. */
export const makeSecret = (): { readonly secret: string; readonly ballot: string } => {
  const secret = randomBytes(32);
  return { secret: secret.toString("base64url"), ballot: hash("sha256", secret, "base64url") };
};

/** A token that the poll's officers will sign without seeing it; `finish` makes it usable. */
export const blindToken = async (published: PublishedKey) => {
  const { kty, n, e } = published;
  const key = await crypto.subtle.importKey("jwk", { kty, n, e, alg: "PS384", ext: true }, ALGORITHM, true, ["verify"]);
  const prepared = suite.prepare(new Uint8Array(randomBytes(32)));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  return {
    blinded: text(blindedMsg),
    finish: async (blindSignature: string): Promise<{ readonly token: string; readonly signature: string }> => ({
      token: text(prepared),
      signature: text(await suite.finalize(key, prepared, bytesOf(blindSignature), inv)),
    }),
  };
};
