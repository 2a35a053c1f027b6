/**
 * Buildings and units that a roll names: found by name, made where they are new, corrected where the file says
 * otherwise.
 */
import { derivedId } from "../../../shared/derived.ts";
import type { Owner, Unit } from "../../domain/model.ts";
import { residentIdOf, unitChange } from "../../domain/roll/decide.ts";
import { unitOf } from "../../domain/roll/file.ts";
import type { Row } from "../../domain/roll/row.ts";
import { mustReside } from "../../store/people.ts";
import {
  buildingNameKey,
  changeUnit,
  createBuilding,
  createUnit,
  toUnit,
  unitKey,
  unitNumberKey,
} from "../../store/places.ts";
import { viewUnit } from "../views.ts";
import { type Import, inChunks, seenItem, settle } from "./progress.ts";

/** A unit that rows name, with what they say of it. */
export interface NamedUnit {
  readonly text: string;
  readonly building: string;
  readonly number: string;
  readonly area?: number | undefined;
  readonly areaSource?: Unit["areaSource"] | undefined;
}

/** What became of the units of a file. */
export interface Places {
  /** Ids by unit; a unit that is new and has no area is not in it. */
  readonly ids: ReadonlyMap<string, string>;
  /** Units that this import has made or changed. */
  readonly touched: Set<string>;
}

/** Units that good rows name; the first row that gives an area speaks for all (they agree). */
export const namedUnits = (rows: readonly Row[]): NamedUnit[] => {
  const units = new Map<string, NamedUnit>();
  for (const row of rows) {
    const text = unitOf(row);
    if (text === undefined || row.building === undefined || row.unit === undefined) continue;
    const known = units.get(text);
    if (known && (known.area !== undefined || row.area === undefined)) continue;
    const { building, unit: number, area, areaSource } = row;
    units.set(text, { text, building, number, area, areaSource });
  }
  return [...units.values()];
};

const settleBuildings = async (run: Import, units: readonly NamedUnit[]): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  const names = [...new Set(units.map(({ building }) => building))];
  const keyOf = (name: string) => buildingNameKey(run.community, name);
  await inChunks(
    run,
    names,
    (name) => [keyOf(name)],
    async (name) => {
      const id = await settle(run, [keyOf(name)], () => {
        const taken = seenItem(run, keyOf(name));
        if (taken) return { writes: [], result: taken.id as string };
        const made = derivedId("building", run.community, name);
        return { writes: createBuilding({ id: made, community: run.community, name }), result: made };
      });
      ids.set(name, id);
    },
  );
  return ids;
};

/** Finds or makes a unit. Undefined: it is new and nothing says how large it is. */
const settleUnit = (run: Import, unit: NamedUnit, buildingId: string): Promise<string | undefined> => {
  const numberKey = unitNumberKey(buildingId, unit.number);
  const { area, areaSource } = unit;
  return settle(run, [numberKey], () => {
    const taken = seenItem(run, numberKey);
    if (taken) return { writes: [], result: taken.id as string };
    if (area === undefined || areaSource === undefined) return { writes: [], result: undefined };
    const id = derivedId("unit", buildingId, unit.number);
    const made: Unit = {
      id,
      community: run.community,
      buildingId,
      buildingName: unit.building,
      number: unit.number,
      area,
      areaSource,
      use: "residential",
      owners: [],
      revision: 1,
      mark: { key: run.key, outcome: "imported" },
    };
    return { writes: createUnit(made, run.deps.stamps.take()), result: id };
  });
};

/**
 * Brings a unit to what the file says of it; true when this import, now or before it was cut short, has made or
 * changed it.
 */
const correctUnit = (
  run: Import,
  id: string,
  said: {
    readonly area?: number | undefined;
    readonly areaSource?: Unit["areaSource"] | undefined;
    readonly owners?: readonly Owner[];
  },
): Promise<boolean> =>
  settle(run, [unitKey(id)], () => {
    const item = seenItem(run, unitKey(id));
    if (!item) return { writes: [], result: false };
    const unit = toUnit(item);
    const change = unitChange(unit, said, run.key);
    if (!change) return { writes: [], result: unit.mark?.key === run.key };
    const checks = (change.owners ?? [])
      .filter((owner) => owner.kind === "resident")
      .map((owner) => mustReside(owner.id, run.community));
    return {
      writes: [...changeUnit(item, change, run.by, run.deps.stamps.take(), viewUnit(unit)), ...checks],
      result: true,
    };
  });

/** Finds, makes or corrects the buildings and units of a file, owners apart. */
export const settlePlaces = async (run: Import, units: readonly NamedUnit[]): Promise<Places> => {
  const buildings = await settleBuildings(run, units);
  const ids = new Map<string, string>();
  const touched = new Set<string>();
  const buildingOf = ({ building }: NamedUnit) => buildings.get(building) as string;
  await inChunks(
    run,
    units,
    (unit) => [unitNumberKey(buildingOf(unit), unit.number)],
    async (unit) => {
      const id = await settleUnit(run, unit, buildingOf(unit));
      if (id === undefined) return;
      ids.set(unit.text, id);
      if (await correctUnit(run, id, { area: unit.area, areaSource: unit.areaSource })) touched.add(unit.text);
    },
  );
  return { ids, touched };
};

/** Records the owners of units whose shares make a whole and whose owners are all on the roll. */
export const settleOwners = async (
  run: Import,
  places: Places,
  ownership: readonly { readonly unit: string; readonly rows: readonly Row[] }[],
): Promise<void> => {
  await inChunks(
    run,
    ownership,
    ({ unit }) => [unitKey(places.ids.get(unit) ?? unit)],
    async ({ unit, rows }) => {
      const id = places.ids.get(unit);
      if (id === undefined) return;
      const owners = rows.map(
        ({ ref, shareBps }): Owner => ({
          kind: "resident",
          id: residentIdOf(run.community, ref),
          bps: shareBps as number,
        }),
      );
      if (await correctUnit(run, id, { owners })) places.touched.add(unit);
    },
  );
};
