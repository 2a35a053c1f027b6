/**
 * What becomes of a good row, given what is stored: pure decisions that give the same answer when the same file comes
 * again.
 */
import { derivedId } from "../../../shared/derived.ts";
import type { Household, ImportMark, Owner, Resident, ResidentRecord, Unit } from "../model.ts";
import type { CellError, Row } from "./row.ts";

/** What became of a row. */
export type Outcome = "imported" | "updated" | "unchanged" | "rejected";

/**
 * What a row meets: the person and household under their derived ids, null where there is none yet, and the unit it
 * names.
 */
export interface RowState {
  readonly resident: ResidentRecord | null;
  readonly household: Household | null;
  readonly unitId?: string | undefined;
}

export interface RowContext {
  readonly community: string;
  /** Key of the import, the mark it leaves on what it changes. */
  readonly key: string;
  readonly householdMembersMax: number;
}

/**
 * What to do for a row: enter the person or change their record, and let them join a household, formed for them if it
 * is new.
 */
export type RowDecision =
  | { readonly outcome: "rejected"; readonly errors: readonly CellError[] }
  | {
      readonly outcome: Outcome;
      readonly enter?: Resident;
      readonly change?: Partial<Resident>;
      readonly join?: Household;
    };

/** Id of the person that a reference stands for. */
export const residentIdOf = (community: string, ref: string): string => derivedId("resident", community, ref);

/** Id of the household that a label stands for. */
export const householdIdOf = (community: string, label: string): string => derivedId("household", community, label);

/** Id of the transfer that brings a person's opening points: there is one for ever. */
export const openingIdOf = (residentId: string): string => derivedId("opening", residentId);

const reject = (column: CellError["column"], reason: CellError["reason"], value?: string): RowDecision => ({
  outcome: "rejected",
  errors: [{ column, reason, value }],
});

const fieldsOf = (row: Row, unitId: string | undefined): Partial<Resident> => {
  const fields = { name: row.name, birthDate: row.birthDate, phone: row.phone, sex: row.sex, unitId, rollRef: row.ref };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
};

/**
 * The household that a row joins, undefined where it names none or the person is in it already; else the reason
 * against it.
 */
const joinOf = (row: Row, state: RowState, context: RowContext): { join?: Household; error?: RowDecision } => {
  if (row.household === undefined) return {};
  const id = householdIdOf(context.community, row.household);
  const current = state.resident?.state === "active" ? state.resident.householdId : undefined;
  if (current === id) return {};
  if (current !== undefined) return { error: reject("household", "household-other") };
  const household: Household = state.household ?? {
    id,
    community: context.community,
    unitId: state.unitId,
    members: [],
    revision: 0,
  };
  if (household.members.length >= context.householdMembersMax) {
    return { error: reject("household", "household-full", String(household.members.length)) };
  }
  return { join: household };
};

/**
 * Decides a row. An empty cell leaves what is stored; opening points are given with the person's entry and never
 * again.
 */
export const decideRow = (row: Row, state: RowState, context: RowContext): RowDecision => {
  const { resident } = state;
  if (resident?.state === "erased") return reject("resident_ref", "erased");
  const { opening = 0 } = row;
  const given = resident?.openingPoints ?? 0;
  if (resident && opening > 0 && opening !== given) {
    return reject("opening_points", "opening-changed", String(given));
  }
  const { join, error } = joinOf(row, state, context);
  if (error) return error;
  const joining = join ? { join } : {};
  const fields = { ...fieldsOf(row, state.unitId), ...(join ? { householdId: join.id } : {}) };
  if (!resident) {
    const enter: Resident = {
      state: "active",
      id: residentIdOf(context.community, row.ref),
      community: context.community,
      name: row.name,
      languages: [],
      revision: 1,
      ...fields,
      ...(opening > 0 ? { openingPoints: opening } : {}),
      mark: { key: context.key, outcome: "imported" },
    };
    return { outcome: "imported", enter, ...joining };
  }
  const differs = Object.entries(fields).some(([field, value]) => resident[field as keyof Resident] !== value);
  const own = resident.mark?.key === context.key ? resident.mark : undefined;
  if (!differs) return { outcome: own?.outcome ?? "unchanged" };
  const mark: ImportMark = own ?? { key: context.key, outcome: "updated" };
  return { outcome: mark.outcome, change: { ...fields, mark }, ...joining };
};

/** True when two lists of owners say the same, in whatever order. */
export const sameOwners = (a: readonly Owner[], b: readonly Owner[]): boolean => {
  const text = (owners: readonly Owner[]) =>
    owners
      .map(({ kind, id, bps }) => `${kind}:${id}:${bps}`)
      .sort()
      .join();
  return text(a) === text(b);
};

/** What a file says of a unit against what is stored: the fields to change, or nothing. */
export const unitChange = (
  unit: Unit,
  said: {
    readonly area?: number | undefined;
    readonly areaSource?: Unit["areaSource"] | undefined;
    readonly owners?: readonly Owner[];
  },
  key: string,
): Partial<Pick<Unit, "area" | "areaSource" | "owners" | "mark">> | undefined => {
  const area = said.area !== undefined && said.area !== unit.area ? { area: said.area } : {};
  const source =
    said.areaSource !== undefined && said.areaSource !== unit.areaSource ? { areaSource: said.areaSource } : {};
  const owners = said.owners !== undefined && !sameOwners(said.owners, unit.owners) ? { owners: said.owners } : {};
  const change = { ...area, ...source, ...owners };
  if (Object.keys(change).length === 0) return undefined;
  const mark: ImportMark = unit.mark?.key === key ? unit.mark : { key, outcome: "updated" };
  return { ...change, mark };
};
