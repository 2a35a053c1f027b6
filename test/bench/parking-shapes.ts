/** Three ways to book a space, for parking's benchmark: the product's, and what others do. */
import { type Booking, dueOf } from "../../functions/parking/domain/booking.ts";
import { rearrange } from "../../functions/parking/http/stretch.ts";
import { createBooking } from "../../functions/parking/store/bookings.ts";
import { Known } from "../../functions/shared/command.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import type { Interval } from "../../functions/shared/intervals.ts";
import { create } from "../../functions/shared/write.ts";
import type { ParkingPolicy } from "../../schemas/parking/policy.ts";

const QUARTER_MS = 900_000;
const ROUNDS_MAX = 32;
const PAGE = 1_000;

/** A way to book: true when the stay was taken, false when refused. Without buffers, since others have none. */
export interface Shape {
  readonly name: string;
  readonly book: (booking: Booking, deps: Deps) => Promise<boolean>;
}

const days = (policy: ParkingPolicy): Shape => ({
  name: "one document a space and day",
  book: async (booking, deps) => {
    const known = new Known();
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const ground = { known, deps, nowMs: deps.clock.now().getTime() };
      const made = await rearrange(undefined, booking, ground);
      if ("refusals" in made) return false;
      const record = createBooking(booking, dueOf(booking, policy), deps.stamps.take());
      const outcome = await deps.db.commit([...made.writes, record]);
      if (outcome.ok) return true;
      for (const { key, found } of outcome.failed) known.set(key, found);
      await deps.db.pause(round);
    }
    throw new Error("the day kept changing");
  },
});

const record = (booking: Booking, pk: string, sk: string) =>
  create({ pk, sk, from: booking.fromMs, till: booking.untilMs, ren: booking.renter, price: { ...booking.price } });

const checkThenInsert: Shape = {
  name: "check, then insert",
  book: async (booking, deps) => {
    const partition = `XC#${booking.space}`;
    const { items } = await deps.db.query({ partition, limit: PAGE });
    const taken = items.some(({ from, till }) => Number(from) < booking.untilMs && booking.fromMs < Number(till));
    if (taken) return false;
    return (await deps.db.commit([record(booking, partition, booking.id)])).ok;
  },
};

const quarters: Shape = {
  name: "one item a quarter hour",
  book: async (booking, deps) => {
    const count = (booking.untilMs - booking.fromMs) / QUARTER_MS;
    const items = Array.from({ length: count }, (_, index) =>
      create({ pk: `XQ#${booking.space}`, sk: String(booking.fromMs + index * QUARTER_MS), b: booking.id }),
    );
    return (await deps.db.commit([...items, record(booking, `XB#${booking.id}`, "B")])).ok;
  },
};

/** All three; the product's first. */
export const shapesOf = (policy: ParkingPolicy): readonly Shape[] => [days(policy), checkThenInsert, quarters];

/** Pairs of stays in one space that overlap, found by comparing each with each. */
export const overlapsOf = (stays: readonly (Interval & { readonly space: string })[]): number => {
  let count = 0;
  for (const [index, a] of stays.entries()) {
    for (const b of stays.slice(index + 1)) {
      if (a.space === b.space && a.fromMs < b.untilMs && b.fromMs < a.untilMs) count += 1;
    }
  }
  return count;
};
