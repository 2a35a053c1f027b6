/** Points for sharing as a part of the end of a stay; loaded only where the district's rules give some. */
import type { Sharing } from "../../../schemas/parking/policy.ts";
import { householdMates } from "../../residents/port.ts";
import { itemOf } from "../../shared/command.ts";
import { dayText } from "../../shared/time.ts";
import type { Write } from "../../shared/write.ts";
import { type Booking, minutesOf } from "../domain/booking.ts";
import { afterSharing, sharingPoints } from "../domain/sharing.ts";
import { saveSharing, sharingKey, toSharing } from "../store/sharing.ts";
import type { Ground } from "./stretch.ts";

/** What an owner may get for a stay, and the write that counts what they got of it. */
export interface Reward {
  readonly wanted: number;
  readonly counted: (given: number) => readonly Write[];
}

/** The reward of an owner for a stay that is completed now; none for a renter of their own household. */
export const rewardOf = async (owner: string, booking: Booking, rules: Sharing, ground: Ground): Promise<Reward> => {
  const { known, deps, nowMs } = ground;
  const use = toSharing(owner, await itemOf(sharingKey(owner), known, deps));
  const day = dayText(new Date(nowMs), deps.district.zone);
  const points = sharingPoints(rules, minutesOf(booking), use, day);
  const wanted = points > 0 && (await householdMates(deps.db, owner)).has(booking.renter) ? 0 : points;
  return { wanted, counted: (given) => (given === 0 ? [] : [saveSharing(afterSharing(use, given, day))]) };
};
