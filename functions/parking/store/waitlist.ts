/** Waitlists in DynamoDB: one queue a place, read strongly, and one record an entry. */
import { dueSort } from "../../shared/due.ts";
import { create, type Item, type Key, replace, type Write } from "../../shared/write.ts";
import type { Queue, WaitEntry } from "../domain/waitlist.ts";

/** Key of an entry. */
export const waitKey = (id: string): Key => ({ pk: `GW#${id}`, sk: "W" });
/** Key of the queue of a space or pooled lot. */
export const queueKey = (place: string): Key => ({ pk: `GQ#${place}`, sk: "Q" });

/** Index partition (g1) of a person's entries by joining. */
export const waiterList = (resident: string): string => `GWR#${resident}`;
/** Index partition (g3) of queues in which somebody waits, by how long. */
export const QUEUES = "GQX";

const waitItem = (entry: WaitEntry, stamp: number): Item => ({
  ...waitKey(entry.id),
  com: entry.community,
  sp: entry.space,
  lot: entry.lot,
  ren: entry.renter,
  by: entry.by,
  from: entry.fromMs,
  till: entry.untilMs,
  pl: entry.plate && { ...entry.plate },
  max: entry.maxPrice,
  unit: entry.unit,
  state: entry.state,
  pass: entry.passed && { ...entry.passed },
  bk: entry.booking,
  made: entry.joinedMs,
  end: entry.endedMs,
  chby: entry.changedBy,
  rev: entry.revision,
  fp: entry.fingerprint,
  at: stamp,
  ev: `parking.waitlist.${entry.state}`,
  g1p: waiterList(entry.renter),
  g1s: entry.joinedMs,
});

/** An entry from its item. */
export const toWait = (item: Item): WaitEntry => ({
  id: item.pk.slice(3),
  community: item.com as string,
  space: item.sp as string | undefined,
  lot: item.lot as string,
  renter: item.ren as string,
  by: item.by as string,
  fromMs: item.from as number,
  untilMs: item.till as number,
  plate: item.pl as WaitEntry["plate"],
  maxPrice: item.max as number,
  unit: item.unit as WaitEntry["unit"],
  state: item.state as WaitEntry["state"],
  passed: item.pass as WaitEntry["passed"],
  booking: item.bk as string | undefined,
  joinedMs: item.made as number,
  endedMs: item.end as number | undefined,
  changedBy: item.chby as string,
  revision: item.rev as number,
  fingerprint: item.fp as string,
});

/** Makes an entry, or changes one that is still at the revision before. */
export const saveWait = (entry: WaitEntry, stamp: number): Write =>
  entry.revision === 1 ? create(waitItem(entry, stamp)) : replace(waitItem(entry, stamp), "rev", entry.revision - 1);

/** A place's queue as stored; one in which nobody has ever waited has no item. */
export const toQueue = (place: string, item: Item | undefined | null): Queue => ({
  place,
  waiting: ((item?.list as { id: string; r: string; f: number; j: number }[] | undefined) ?? []).map(
    ({ id, r, f, j }) => ({ id, renter: r, fromMs: f, joinedMs: j }),
  ),
  revision: (item?.rev as number | undefined) ?? 0,
});

/** Writes a queue that is still at the revision before, or does not exist when that was 0. */
export const saveQueue = ({ place, waiting, revision }: Queue): Write => {
  const [first] = waiting;
  const item: Item = {
    ...queueKey(place),
    list: waiting.map(({ id, renter, fromMs, joinedMs }) => ({ id, r: renter, f: fromMs, j: joinedMs })),
    rev: revision,
    ...(first ? { g3p: QUEUES, g3s: dueSort(first.joinedMs, place) } : {}),
  };
  return revision === 1 ? create(item) : replace(item, "rev", revision - 1);
};
