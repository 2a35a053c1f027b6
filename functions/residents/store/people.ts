/** Residents, their tombstones, and households in DynamoDB. */
import { create, type Item, type Key, replace, type Write } from "../../shared/write.ts";
import type { Household, ImportMark, Resident, ResidentRecord, Tombstone } from "../domain/model.ts";
import { born, mustBe, revise } from "./record.ts";

/** Key of a resident, the first item of the person's own partition. */
export const residentKey = (id: string): Key => ({ pk: `R#${id}`, sk: "R" });
/** Index partition of a community's roll; tombstones are not in it. */
export const residentList = (community: string): string => `RL#${community}`;
/** Index partition of tombstones whose relations are still to be removed. */
export const PENDING_ERASURES = "RX";

type Fields = Omit<Resident, "id" | "state" | "community" | "revision">;

/** Time after a change in which the first answer is kept, microseconds. */
const FIRST_ANSWER_MICROS = 86_400 * 1_000_000;

const attributes = (fields: Fields) => ({
  name: fields.name,
  birth: fields.birthDate,
  phone: fields.phone,
  sex: fields.sex,
  unit: fields.unitId,
  hh: fields.householdId,
  langs: [...fields.languages],
  ref: fields.rollRef,
  open: fields.openingPoints,
  imp: fields.mark && { ...fields.mark },
});

/** Puts a person on the roll. */
export const createResident = (resident: Resident, by: string, stamp: number, fingerprint?: string): Write =>
  create({
    ...residentKey(resident.id),
    com: resident.community,
    st: "active",
    ...attributes(resident),
    by,
    g3p: residentList(resident.community),
    g3s: resident.id,
    ...born({ stamp, event: "residents.resident.created" }, fingerprint),
  });

/** A person's record from its item: active or tombstone. */
export const toRecord = (item: Item): ResidentRecord => (item.st === "active" ? toResident(item) : toTombstone(item));

/** An active person from an item that is known to be one. */
export const toResident = (item: Item): Resident => ({
  state: "active",
  id: item.pk.slice(2),
  community: item.com as string,
  name: item.name as string,
  birthDate: item.birth as string | undefined,
  phone: item.phone as string | undefined,
  sex: item.sex as Resident["sex"],
  unitId: item.unit as string | undefined,
  householdId: item.hh as string | undefined,
  languages: item.langs as string[],
  revision: item.rev as number,
  rollRef: item.ref as string | undefined,
  openingPoints: item.open as number | undefined,
  mark: item.imp as ImportMark | undefined,
});

/** Changes a person whose item was read. A change to undefined removes the field. */
export const changeResident = (
  item: Item,
  change: { readonly [Field in keyof Fields]?: Fields[Field] | undefined },
  by: string,
  stamp: number,
  first?: unknown,
): Write => {
  const fields = { ...toResident(item), ...change } as Fields;
  const changes = { ...attributes(fields), by };
  const mark = { stamp, event: "residents.resident.updated" };
  // What a correction replaced is kept for a day only, for a repetition of the creation; then it would be data without
  // a purpose (PIPL article 19).
  const kept = stamp - (item.at as number) < FIRST_ANSWER_MICROS;
  return kept ? revise(item, changes, mark, first) : revise(item, { ...changes, first: undefined }, mark);
};

/** Proof in a transaction that a person is on the roll of a community. */
export const mustReside = (id: string, community?: string): Write =>
  mustBe(residentKey(id), { st: "active", ...(community === undefined ? {} : { com: community }) });

/** Proof in a transaction that a person still lives in the household, or in none, as was seen. */
export const homeProof = (id: string, householdId: string | undefined): Write =>
  householdId === undefined
    ? {
        type: "check",
        key: residentKey(id),
        condition: {
          expression: "#s = :s AND attribute_not_exists(#h)",
          names: { "#s": "st", "#h": "hh" },
          values: { ":s": "active" },
        },
      }
    : mustBe(residentKey(id), { st: "active", hh: householdId });

/** Proof in a transaction that an id, a resident's or not, is no erased person's. */
export const mustNotBeErased = (id: string): Write => ({
  type: "check",
  key: residentKey(id),
  condition: {
    expression: "attribute_not_exists(#pk) OR #s <> :e",
    names: { "#pk": "pk", "#s": "st" },
    values: { ":e": "erased" },
  },
});

const toTombstone = (item: Item): Tombstone => ({
  state: "erased",
  id: item.pk.slice(2),
  community: item.com as string,
  erasedMs: item.gone as number,
  reason: item.why as Tombstone["reason"],
  by: item.by as string,
  pending: item.g3p !== undefined,
  revision: item.rev as number,
});

const tombstoneItem = (tombstone: Tombstone, stamp: number): Item => ({
  ...residentKey(tombstone.id),
  com: tombstone.community,
  st: "erased",
  gone: tombstone.erasedMs,
  why: tombstone.reason,
  by: tombstone.by,
  rev: tombstone.revision,
  at: stamp,
  ...(tombstone.pending ? { ev: "residents.resident.erased", g3p: PENDING_ERASURES, g3s: tombstone.id } : {}),
});

/** Writes the tombstone over a record that still has the revision before it; nothing of the record stays. */
export const writeTombstone = (tombstone: Tombstone, stamp: number): Write =>
  replace(tombstoneItem(tombstone, stamp), "rev", tombstone.revision - 1);

/** Takes the pending mark off a tombstone; the event was borne by its first version. */
export const settleTombstone = (tombstone: Tombstone, stamp: number): Write =>
  replace(tombstoneItem({ ...tombstone, pending: false }, stamp), "rev", tombstone.revision);

/** Key of a household. */
export const householdKey = (id: string): Key => ({ pk: `HH#${id}`, sk: "H" });

/** Forms a household. */
export const createHousehold = (household: Household, stamp: number, fingerprint?: string): Write =>
  create({
    ...householdKey(household.id),
    com: household.community,
    unit: household.unitId,
    mem: [...household.members],
    ...born({ stamp, event: "residents.household.created" }, fingerprint),
  });

/** A household from its item. */
export const toHousehold = (item: Item): Household => ({
  id: item.pk.slice(3),
  community: item.com as string,
  unitId: item.unit as string | undefined,
  members: item.mem as string[],
  revision: item.rev as number,
});

const changed = { event: "residents.household.updated" };

/** Sets the members of a household whose item was read. */
export const changeMembers = (item: Item, members: readonly string[], stamp: number, first?: unknown): Write =>
  revise(item, { mem: [...members] }, { ...changed, stamp }, first);

/** Sets where a household whose item was read lives. */
export const changeHome = (item: Item, unitId: string | undefined, stamp: number, first?: unknown): Write =>
  revise(item, { unit: unitId }, { ...changed, stamp }, first);
