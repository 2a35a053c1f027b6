/** Lots, spaces and their days in DynamoDB. */
import { geohash6 } from "../../../schemas/geohash.ts";
import { create, type Item, type Key, replace, type Write } from "../../shared/write.ts";
import { type DayDocument, type LocalDay, openQuarters, type Spot } from "../domain/day.ts";
import type { Lot, Space } from "../domain/place.ts";
import { packBusy, packWindows, unpackBusy, unpackWindows } from "./pack.ts";

/** Key of a lot. */
export const lotKey = (id: string): Key => ({ pk: `GL#${id}`, sk: "L" });
/** Key of a space. */
export const spaceKey = (id: string): Key => ({ pk: `GS#${id}`, sk: "S" });
/** Key of a space's document of a local day. */
export const dayKey = (space: string, day: string): Key => ({ pk: `GS#${space}`, sk: `D#${day}` });

/** Index partition (g3) of a community's lots. */
export const lotList = (community: string): string => `GLC#${community}`;
/** Index partition (g1) of the lots in a geohash cell. */
export const lotCell = (cell: string): string => `GLG#${cell}`;
/** Index partition (g3) of a lot's spaces, by label. */
export const spaceList = (lot: string): string => `GSL#${lot}`;
/** Index partition (g3) of a lot's documents of one local day, in the order of its spaces. */
export const freeList = (lot: string, day: string): string => `GF#${lot}#${day}`;

/** Where a space stands in the lists of its lot; what follows it there are facts. */
export const spotSort = ({ label, id }: Pick<Spot, "label" | "id">): string => `${label}#${id}`;

/** How long a day's document is kept after the day, in seconds; its bookings are records of their own. */
const DAY_KEEP_SECONDS = 60 * 86_400;

const lotItem = (lot: Lot): Item => ({
  ...lotKey(lot.id),
  com: lot.community,
  kind: lot.kind,
  name: { ...lot.name },
  lat: lot.at.latE6,
  lon: lot.at.lonE6,
  zone: lot.zone,
  chr: lot.ev,
  high: lot.heightCm,
  price: lot.price,
  cap: lot.capacity,
  state: lot.state,
  by: lot.by,
  rev: lot.revision,
  fp: lot.fingerprint,
  g3p: lotList(lot.community),
  g3s: lot.id,
  g1p: lotCell(geohash6(lot.at)),
  g1s: 0,
});

/** A lot from its item. */
export const toLot = (item: Item): Lot => ({
  id: item.pk.slice(3),
  community: item.com as string,
  kind: item.kind as Lot["kind"],
  name: item.name as Lot["name"],
  at: { latE6: item.lat as number, lonE6: item.lon as number },
  zone: item.zone as string,
  ev: item.chr as boolean,
  heightCm: item.high as number,
  price: item.price as Lot["price"],
  capacity: item.cap as number | undefined,
  state: item.state as Lot["state"],
  by: item.by as string,
  revision: item.rev as number,
  fingerprint: item.fp as string,
});

/** Makes a lot. */
export const createLot = (lot: Lot): Write => create(lotItem(lot));

/** Changes a lot that is still at the revision before. */
export const saveLot = (lot: Lot): Write => replace(lotItem(lot), "rev", lot.revision - 1);

/** What a search looks at before it reads a space: revision of the windows, whether it is open, charger, height. */
const factsOf = ({ windows, state, ev, heightCm }: Space): string =>
  `${windows}.${state === "open" ? 1 : 0}${ev ? 1 : 0}.${heightCm}`;

const spaceItem = (space: Space): Item => ({
  ...spaceKey(space.id),
  com: space.community,
  lot: space.lot,
  label: space.label,
  own: space.owner,
  lat: space.at.latE6,
  lon: space.at.lonE6,
  zone: space.zone,
  chr: space.ev,
  high: space.heightCm,
  appr: space.approval,
  price: space.price,
  avail: space.availability,
  win: space.windows,
  dec: space.decision,
  state: space.state,
  by: space.by,
  rev: space.revision,
  fp: space.fingerprint,
  g3p: spaceList(space.lot),
  g3s: `${spotSort(space)}#${factsOf(space)}`,
});

/** A space from its item. */
export const toSpace = (item: Item): Space => ({
  id: item.pk.slice(3),
  community: item.com as string,
  lot: item.lot as string,
  label: item.label as string,
  owner: item.own as string | undefined,
  at: { latE6: item.lat as number, lonE6: item.lon as number },
  zone: item.zone as string,
  ev: item.chr as boolean,
  heightCm: item.high as number,
  approval: item.appr as Space["approval"],
  price: item.price as Space["price"],
  availability: item.avail as Space["availability"],
  windows: item.win as number,
  decision: item.dec as Space["decision"],
  state: item.state as Space["state"],
  by: item.by as string,
  revision: item.rev as number,
  fingerprint: item.fp as string,
});

/** Makes a space. */
export const createSpace = (space: Space): Write => create(spaceItem(space));

/** Changes a space that is still at the revision before. */
export const saveSpace = (space: Space): Write => replace(spaceItem(space), "rev", space.revision - 1);

const dayItem = (document: DayDocument): Item => ({
  ...dayKey(document.space.id, document.day.day),
  rev: document.revision,
  win: document.availability,
  open: packWindows(document.open, document.day.fromMs),
  busy: packBusy(document.busy, document.day.fromMs),
  ttl: Math.floor(document.day.untilMs / 1_000) + DAY_KEEP_SECONDS,
  g3p: freeList(document.space.lot, document.day.day),
  g3s: `${spotSort(document.space)}#${document.availability}.${Buffer.from(openQuarters(document)).toString("hex")}`,
});

/** A day's document from its item. */
export const toDay = (item: Item, { id, lot, label }: Spot, day: LocalDay): DayDocument => ({
  space: { id, lot, label },
  day,
  revision: item.rev as number,
  availability: item.win as number,
  open: unpackWindows(item.open as Uint8Array, day.fromMs),
  busy: unpackBusy(item.busy as Uint8Array, day.fromMs),
});

/** Writes a day's document that is still at the revision before, or does not exist when that was 0. */
export const saveDay = (document: DayDocument): Write =>
  document.revision === 1 ? create(dayItem(document)) : replace(dayItem(document), "rev", document.revision - 1);
