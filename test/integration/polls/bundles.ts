/** How the stories fetch and check a poll's bundle. */
import { BundleFault, type FaultCode } from "../../../functions/polls/bundle/fault.ts";
import { verifyBundle } from "../../../functions/polls/bundle/verify.ts";
import { districtSigner } from "../../../functions/shared/signing.ts";
import type { Hall } from "./world.ts";

/** All parts as lines. */
export const download = async (hall: Hall, poll: string, path = "bundle", token?: string): Promise<string[]> => {
  let text = "";
  for (let next: string | null = ""; next !== null; ) {
    const query = `?format=ndjson${next === "" ? "" : `&cursor=${next}`}`;
    const reply = await hall.app.call("GET", `/v1/polls/${poll}/${path}${query}`, token ? { token } : {});
    if (reply.status !== 200) throw new Error(reply.text);
    text += reply.text;
    next = reply.headers.get("linli-next-cursor");
  }
  return text.trimEnd().split("\n");
};

/** Name of the key that signs bundles. */
export const kidOf = async (hall: Hall) => (await districtSigner(hall.app.deps.db, "polls")).publicKey.kid;

/** The first fault of a bundle with its line. */
export const faultOf = async (lines: readonly string[], kid?: string): Promise<[FaultCode, number] | "none"> => {
  try {
    await verifyBundle(lines, kid);
    return "none";
  } catch (error) {
    if (error instanceof BundleFault) return [error.code, error.line];
    throw error;
  }
};
