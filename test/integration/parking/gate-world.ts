/** How a gate's device talks to the API. */
import { createHmac } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { canonicalText } from "../../../functions/shared/canonical.ts";
import type { Reply } from "../../support/harness.ts";
import { type Garage, later } from "./world.ts";

/** A gate with its key. */
export interface Device {
  readonly id: string;
  readonly key: string;
}

/** The signature of a device's request. */
export const signed = ({ key }: Device, request: Record<string, unknown>): string =>
  createHmac("sha256", Buffer.from(key, "base64url"))
    .update(canonicalText(request as never))
    .digest("base64url");

/** A reading of now. */
export const gateEvent = (
  garage: Garage,
  direction: "entry" | "exit",
  booking: string | undefined,
  fields: object = {},
) => ({
  id: uuidv7(),
  direction,
  plate: "浙D12345",
  confidence: 97,
  at: later(garage, 0),
  ...(booking === undefined ? {} : { booking }),
  ...fields,
});

/** Tells what a gate has seen. */
export const tellGate = (garage: Garage, device: Device, body: object, sentAt = later(garage, 0)): Promise<Reply> => {
  const signature = signed(device, { type: "linli.parking.gate-event.v1", gate: device.id, ...body, sentAt });
  return garage.app.call("POST", `/v1/parking/gates/${device.id}/events`, { body: { ...body, sentAt, signature } });
};
