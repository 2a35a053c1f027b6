/** What owners have got for sharing, in DynamoDB: one item an owner, which holds the maxima. */
import { create, type Item, type Key, replace, type Write } from "../../shared/write.ts";
import type { SharingUse } from "../domain/sharing.ts";

/** Key of an owner's use. */
export const sharingKey = (owner: string): Key => ({ pk: `GO#${owner}`, sk: "W" });

/** An owner's use from its item; nothing where there is none. */
export const toSharing = (owner: string, item: Item | undefined): SharingUse => ({
  owner,
  day: (item?.day as string | undefined) ?? "",
  today: (item?.d as number | undefined) ?? 0,
  thisMonth: (item?.m as number | undefined) ?? 0,
  revision: (item?.rev as number | undefined) ?? 0,
});

/** Writes a use that is still at the revision before, so that two stays that end at once do not pass a maximum. */
export const saveSharing = ({ owner, day, today, thisMonth, revision }: SharingUse): Write => {
  const item = { ...sharingKey(owner), day, d: today, m: thisMonth, rev: revision };
  return revision === 1 ? create(item) : replace(item, "rev", revision - 1);
};
