/** One row of a roll: its cells read, and what must go together. */
import type { UnitPolicy } from "../../../../schemas/district.ts";
import { AMOUNT_MAX } from "../../../../schemas/primitives.ts";
import { AREA_MAX, NAME_MAX, UNIT_NUMBER_MAX, WHOLE_BPS } from "../../../../schemas/residents/resources.ts";
import { ROLL_REF_MAX, type RollColumn, type RollReason } from "../../../../schemas/residents/roll.ts";
import type { Resident, Unit } from "../model.ts";
import {
  plain,
  plainName,
  type Read,
  readAreaSource,
  readBounded,
  readDate,
  readPhone,
  readSex,
  readText,
  shownValue,
} from "./cells.ts";

/** A cell that was refused. */
export interface CellError {
  readonly column: RollColumn | "row";
  readonly reason: RollReason;
  readonly value?: string | undefined;
}

/**
 * What a row says; what it leaves empty is undefined and changes nothing. Area in 0.01 m², share in basis points,
 * points in minor units.
 */
export interface Row {
  readonly line: number;
  readonly ref: string;
  readonly name: string;
  readonly birthDate?: string | undefined;
  readonly phone?: string | undefined;
  readonly sex?: Resident["sex"];
  readonly building?: string | undefined;
  readonly unit?: string | undefined;
  readonly area?: number | undefined;
  readonly areaSource?: Unit["areaSource"] | undefined;
  readonly shareBps?: number | undefined;
  readonly household?: string | undefined;
  readonly opening?: number | undefined;
}

/** A row as read, with the errors of its cells; a row without errors is good as far as the file alone can tell. */
export interface ReadRow {
  readonly row: Partial<Row> & { readonly line: number };
  /** True when the share cell is not empty, readable or not. */
  readonly hasShare: boolean;
  readonly errors: readonly CellError[];
}

/** Cells of a row by column. */
export type Cells = Readonly<Record<RollColumn, string>>;

/**
 * What the cells are judged by: today's date in the district's zone, and the policy of points where the district uses
 * them.
 */
export interface RollRules {
  readonly today: string;
  readonly points?: UnitPolicy | undefined;
}

const SHARE_PLACES = 2;
const AREA_PLACES = 2;

const readOpening = (text: string, points: UnitPolicy | undefined): Read<number> => {
  const read = readBounded(text, points?.scale ?? 0, 0, Math.min(points?.ceiling ?? AMOUNT_MAX, AMOUNT_MAX));
  if ("reason" in read || read.value === 0) return read;
  if (!points) return { reason: "points-unit" };
  return read.value % points.step === 0 ? read : { reason: "points-step" };
};

const together = (area: number | undefined, cells: Cells): CellError[] => {
  const errors: CellError[] = [];
  const has = (column: RollColumn) => plain(cells[column]) !== "";
  const needsUnit = has("building") || has("area_m2") || has("owner_share_percent");
  if (has("unit") && !has("building")) errors.push({ column: "building", reason: "building-missing" });
  if (needsUnit && !has("unit")) errors.push({ column: "unit", reason: "unit-missing" });
  if (area !== undefined && !has("area_source")) errors.push({ column: "area_source", reason: "area-source-missing" });
  if (has("area_source") && !has("area_m2")) errors.push({ column: "area_m2", reason: "area-missing" });
  return errors;
};

/** Reads the cells of one row; every refused cell is named, not only the first. */
export const readRow = (line: number, cells: Cells, rules: RollRules): ReadRow => {
  const errors: CellError[] = [];
  const take = <T>(
    column: RollColumn,
    text: string,
    read: (text: string) => Read<T>,
    required = false,
  ): T | undefined => {
    if (text === "") {
      if (required) errors.push({ column, reason: "required" });
      return undefined;
    }
    const outcome = read(text);
    if ("value" in outcome) return outcome.value;
    errors.push({ column, reason: outcome.reason, value: shownValue(column, text) });
    return undefined;
  };
  const label = (column: RollColumn, max: number, required = false) =>
    take(column, plain(cells[column]), (text) => readText(text, max), required);
  const number = <T>(column: RollColumn, suffix: RegExp, read: (text: string) => Read<T>) =>
    take(column, plain(cells[column]).replace(suffix, "").trim(), read);
  const row = {
    line,
    ref: label("resident_ref", ROLL_REF_MAX, true),
    name: take("name", plainName(cells.name), (text) => readText(text, NAME_MAX), true),
    birthDate: take("birth_date", plain(cells.birth_date), (text) => readDate(text, rules.today)),
    phone: take("phone", plain(cells.phone), readPhone),
    sex: take("sex", plain(cells.sex), readSex),
    building: label("building", NAME_MAX),
    unit: label("unit", UNIT_NUMBER_MAX),
    area: number("area_m2", /(m2|平方米|平米)$/i, (text) => readBounded(text, AREA_PLACES, 1, AREA_MAX)),
    areaSource: take("area_source", plain(cells.area_source), readAreaSource),
    shareBps: number("owner_share_percent", /%$/, (text) => readBounded(text, SHARE_PLACES, 1, WHOLE_BPS)),
    household: label("household", NAME_MAX),
    opening: number("opening_points", /$/, (text) => readOpening(text, rules.points)),
  };
  const hasShare = plain(cells.owner_share_percent) !== "";
  return { row, hasShare, errors: [...errors, ...together(row.area, cells)] } as ReadRow;
};
