/**
 * Requests of a gate's device: HMAC-SHA-256 over the canonical text (RFC 8785) of what it sends, by a key that is made
 * from the district's secret, the gate and the key's number. No key is stored.
 */
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { type Canonical, canonicalBytes } from "../../shared/canonical.ts";
import { itemOf, Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { reject } from "../../shared/refusal.ts";
import { cursorSecret } from "../../shared/secret.ts";
import { type Gate, onTime, validGenerations } from "../domain/gate.ts";
import { gateKey, toGate } from "../store/gates.ts";
import { configOf } from "./support.ts";

const KEY_BYTES = 32;

/** The key of a gate's device, 32 bytes: the same whenever it is asked for. */
export const deviceKey = async (gate: string, generation: number, { db }: Pick<Deps, "db">): Promise<Buffer> =>
  Buffer.from(hkdfSync("sha256", await cursorSecret(db), "", `parking gate ${gate} ${generation}`, KEY_BYTES));

/** What a device signs: `type` says which request it is for, so that none can be taken for another. */
export type DeviceRequest = { readonly type: string; readonly gate: string } & { readonly [name: string]: Canonical };

/** The signature of a request. */
export const signDevice = (key: Uint8Array, request: DeviceRequest): Buffer =>
  createHmac("sha256", key).update(canonicalBytes(request)).digest();

/**
 * The gate whose device sent this. Ends the call alike for a gate that there is not, one that is revoked, and a
 * signature that is wrong; and, once the signature is right, for a clock that is too far off.
 */
export const gateOf = async (
  request: DeviceRequest,
  sent: { readonly sentAt: string; readonly signature: string },
  deps: Deps,
): Promise<Gate> => {
  configOf(deps);
  const item = await itemOf(gateKey(request.gate), new Known(), deps);
  if (!item) return reject("parking/gate-signature");
  const gate = toGate(item);
  const nowMs = deps.clock.now().getTime();
  const given = Buffer.from(sent.signature, "base64url");
  const keys = await Promise.all(
    validGenerations(gate, nowMs).map((generation) => deviceKey(gate.id, generation, deps)),
  );
  if (!keys.some((key) => timingSafeEqual(signDevice(key, request), given))) return reject("parking/gate-signature");
  if (!onTime(Date.parse(sent.sentAt), nowMs)) {
    return reject("parking/gate-clock", { at: sent.sentAt, now: new Date(nowMs).toISOString() });
  }
  return gate;
};
