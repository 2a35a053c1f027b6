/**
 * Busy stretches and windows as bytes: minutes from the instant at which the local day starts, so that a day's document
 * of twenty bookings stays within one kilobyte, which is one write unit step.
 */
import type { Interval } from "../../shared/intervals.ts";
import { type Busy, type BusyKind, MINUTE_MS } from "../domain/day.ts";

/** Bytes of one busy stretch: booking, from, until, kind, buffer, renter, expiry. */
const BUSY_BYTES = 16 + 2 + 2 + 1 + 1 + 4 + 4;
const WINDOW_BYTES = 2 + 2;
const KINDS: readonly BusyKind[] = ["held", "pending", "booked"];
const SECOND_MS = 1_000;

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const uuidOf = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");

/** Packs busy stretches; minutes may lie before the day and after it. Expiry is kept in whole seconds, rounded up. */
export const packBusy = (busy: readonly Busy[], dayFromMs: number): Uint8Array => {
  const bytes = Buffer.alloc(busy.length * BUSY_BYTES);
  for (const [index, one] of busy.entries()) {
    const at = index * BUSY_BYTES;
    bytes.write(one.booking.replaceAll("-", ""), at, "hex");
    bytes.writeInt16BE((one.fromMs - dayFromMs) / MINUTE_MS, at + 16);
    bytes.writeInt16BE((one.untilMs - dayFromMs) / MINUTE_MS, at + 18);
    bytes.writeUInt8(KINDS.indexOf(one.kind), at + 20);
    bytes.writeUInt8(one.buffer, at + 21);
    bytes.write(one.renter, at + 22, "hex");
    bytes.writeUInt32BE(Math.ceil((one.expiresMs ?? 0) / SECOND_MS), at + 26);
  }
  return new Uint8Array(bytes);
};

/** Reads them back. */
export const unpackBusy = (packed: Uint8Array, dayFromMs: number): Busy[] => {
  const bytes = Buffer.from(packed);
  return Array.from({ length: bytes.length / BUSY_BYTES }, (_, index) => {
    const at = index * BUSY_BYTES;
    const expires = bytes.readUInt32BE(at + 26);
    return {
      booking: uuidOf(hexOf(bytes.subarray(at, at + 16))),
      fromMs: dayFromMs + bytes.readInt16BE(at + 16) * MINUTE_MS,
      untilMs: dayFromMs + bytes.readInt16BE(at + 18) * MINUTE_MS,
      kind: KINDS[bytes.readUInt8(at + 20)] as BusyKind,
      buffer: bytes.readUInt8(at + 21),
      renter: hexOf(bytes.subarray(at + 22, at + 26)),
      ...(expires === 0 ? {} : { expiresMs: expires * SECOND_MS }),
    };
  });
};

/** Packs windows within a day, to the minute. */
export const packWindows = (windows: readonly Interval[], dayFromMs: number): Uint8Array => {
  const bytes = Buffer.alloc(windows.length * WINDOW_BYTES);
  for (const [index, { fromMs, untilMs }] of windows.entries()) {
    bytes.writeUInt16BE((fromMs - dayFromMs) / MINUTE_MS, index * WINDOW_BYTES);
    bytes.writeUInt16BE((untilMs - dayFromMs) / MINUTE_MS, index * WINDOW_BYTES + 2);
  }
  return new Uint8Array(bytes);
};

/** Reads them back. */
export const unpackWindows = (packed: Uint8Array, dayFromMs: number): Interval[] => {
  const bytes = Buffer.from(packed);
  return Array.from({ length: bytes.length / WINDOW_BYTES }, (_, index) => ({
    fromMs: dayFromMs + bytes.readUInt16BE(index * WINDOW_BYTES) * MINUTE_MS,
    untilMs: dayFromMs + bytes.readUInt16BE(index * WINDOW_BYTES + 2) * MINUTE_MS,
  }));
};
