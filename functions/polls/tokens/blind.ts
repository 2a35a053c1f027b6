/**
 * Blind signatures by RFC 9474, suite RSABSSA-SHA384-PSS-Randomized, from the signer's side. Voters blind and finalize
 * with any implementation of the RFC; here stand the two steps that need the key: the raw RSA operation on a blinded
 * message, and the check of a finished signature, which is an ordinary RSA-PSS one. Both run in OpenSSL, whose private
 * operation is blinded against timing and takes 2.5 ms where the client library takes 900; that library's signer is
 * the oracle of the tests.
 */
import {
  constants,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  verify,
} from "node:crypto";
import { promisify } from "node:util";

/** Name of the suite in the RFC's registry. */
export const SUITE = "RSABSSA-SHA384-PSS-Randomized";
/** Bits of a poll's modulus. A forger has the time until close; the voter's secrecy does not rest on it at all. */
export const MODULUS_BITS = 2_048;
/** Bytes of a blinded message and of a signature. */
export const SIGNATURE_BYTES = MODULUS_BITS / 8;
/** Bytes of a token: the 32 random bytes that the suite's Prepare puts first, and 32 of the voter's own. */
export const TOKEN_BYTES = 64;

const SALT_BYTES = 48;
const HASH = "sha384";

/** A poll's public key as JWK (RFC 7517); WebCrypto imports it for RSA-PSS with SHA-384. */
export interface TokenKey {
  readonly kty: "RSA";
  readonly alg: "PS384";
  readonly n: string;
  readonly e: string;
}

/** Makes a poll's key: the private part as PKCS #8, the public part as JWK. */
export const makeTokenKey = async (): Promise<{ readonly pkcs8: Buffer; readonly publicKey: TokenKey }> => {
  const pair = await promisify(generateKeyPair)("rsa", { modulusLength: MODULUS_BITS, publicExponent: 0x10001 });
  const { n, e } = pair.publicKey.export({ format: "jwk" });
  return {
    pkcs8: pair.privateKey.export({ format: "der", type: "pkcs8" }),
    publicKey: { kty: "RSA", alg: "PS384", n: String(n), e: String(e) },
  };
};

/**
 * BlindSign (section 4.3): the blinded message to the private exponent, checked with the public one so that a faulty
 * computation never leaves. Undefined for bytes that are no blinded message under this key.
 */
export const blindSign = (key: KeyObject, blinded: Buffer): Buffer | undefined => {
  if (blinded.length !== SIGNATURE_BYTES) return undefined;
  const padding = constants.RSA_NO_PADDING;
  try {
    const signature = privateDecrypt({ key, padding }, blinded);
    const back = publicEncrypt({ key: createPublicKey(key), padding }, signature);
    return back.equals(blinded) ? signature : undefined;
  } catch {
    // A number that is not below the modulus.
    return undefined;
  }
};

/** Says whether a signature is one over exactly a token. */
export type TokenCheck = (token: Uint8Array, signature: Uint8Array) => boolean;

/**
 * The check of finished signatures under a poll's key (section 4.5); false for bytes of any kind that are none.
 * Throws where `key` itself is no RSA key.
 */
export const tokenCheck = ({ kty, n, e }: TokenKey): TokenCheck => {
  const key = createPublicKey({ key: { kty, n, e }, format: "jwk" });
  const options = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES };
  return (token, signature) =>
    token.length === TOKEN_BYTES && signature.length === SIGNATURE_BYTES && verify(HASH, token, options, signature);
};
