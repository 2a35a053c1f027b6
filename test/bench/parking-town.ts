/** A town for parking's benchmark: lots of spaces that are always open, and days in which some of them are taken. */

import { busyFor } from "../../functions/parking/domain/booking.ts";
import { type DayDocument, localDay, withBusy } from "../../functions/parking/domain/day.ts";
import type { Lot, Space } from "../../functions/parking/domain/place.ts";
import { createLot, createSpace, saveDay } from "../../functions/parking/store/places.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import type { ParkingPolicy } from "../../schemas/parking/policy.ts";
import { seededRandom } from "../support/faults.ts";
import { commitAll } from "./commit-all.ts";

/** Lots, and spaces in each. */
export const LOTS = 500;
export const SPACES_EACH = 100;
/** A district of about ten kilometres by ten around Shaoxing's old town. */
const SOUTH_E6 = 29_955_000;
const WEST_E6 = 120_528_000;
const HEIGHT_E6 = 90_000;
const WIDTH_E6 = 104_000;

const random = seededRandom(7);
const idOf = (kind: string, number: number): string =>
  `0190${kind}000-0000-7000-8000-${String(number).padStart(12, "0")}`;

/** Somewhere in the district. */
export const anywhere = () => ({
  latE6: SOUTH_E6 + Math.floor(random() * HEIGHT_E6),
  lonE6: WEST_E6 + Math.floor(random() * WIDTH_E6),
});

/** Owner of all spaces. */
export const OWNER = idOf("a", 0);
const place = (at: Lot["at"]) => ({
  ...{ community: "lujing", at, zone: "Asia/Shanghai", ev: false, heightCm: 220 },
  ...{ by: OWNER, revision: 1, fingerprint: "" },
});

const lotAt = (number: number, at: Lot["at"]): Lot => ({
  ...place(at),
  ...{ id: idOf("b", number), kind: "owned", name: { zh: "地下车库", en: "Garage" }, price: undefined },
  ...{ capacity: undefined, state: "open" },
});

/** Every day from midnight to midnight. */
const ALWAYS = { start: "2026-01-01T00:00", zone: "Asia/Shanghai", days: 1, rule: "FREQ=DAILY" };

/** A space of a lot by its number in the district. */
export const spaceOf = (lot: Pick<Lot, "id" | "at">, number: number, policy: ParkingPolicy): Space => ({
  ...place(lot.at),
  ...{ id: idOf("c", number), lot: lot.id, label: `B1-${String(number % SPACES_EACH).padStart(3, "0")}` },
  ...{ owner: OWNER, approval: "auto", price: policy.price, windows: 1, decision: undefined, state: "open" },
  availability: { rules: [ALWAYS], overrides: [] },
});

/** A document of the day that an instant lies in, taken from `fromMs` to `untilMs` when `taken`. */
const dayOf = (space: Space, fromMs: number, untilMs: number, taken: boolean, number: number): DayDocument => {
  const day = localDay(fromMs, space.zone);
  const spot = { id: space.id, lot: space.lot, label: space.label };
  const empty: DayDocument = { space: spot, day, revision: 0, availability: 1, open: [day], busy: [] };
  const stay = { id: idOf("d", number), fromMs, untilMs, renter: OWNER, state: "confirmed", buffer: 15 } as const;
  const full = withBusy(empty, busyFor({ ...stay, expiresMs: undefined } as Parameters<typeof busyFor>[0]), 0);
  return taken ? full : { ...empty, revision: 1 };
};

/** Builds the district, of so many lots; `share` of its spaces are taken in the given stretch, whose day is written. */
export const buildTown = async (
  deps: Pick<Deps, "db">,
  policy: ParkingPolicy,
  { fromMs, untilMs, share }: { readonly fromMs: number; readonly untilMs: number; readonly share: number },
  lots = LOTS,
): Promise<void> => {
  for (let lot = 0; lot < lots; lot++) {
    const made = lotAt(lot, anywhere());
    const spaces = Array.from({ length: SPACES_EACH }, (_, index) => spaceOf(made, lot * SPACES_EACH + index, policy));
    const days = spaces.map((space, index) =>
      saveDay(dayOf(space, fromMs, untilMs, random() < share, lot * SPACES_EACH + index)),
    );
    await commitAll(deps, [createLot(made), ...spaces.map(createSpace), ...days]);
  }
};
