/** A whole roll: the header, and the rules between rows. */
import { OWNERS_MAX, WHOLE_BPS } from "../../../../schemas/residents/resources.ts";
import { ROLL_COLUMNS, type RollColumn } from "../../../../schemas/residents/roll.ts";
import { type Refusal, refuse } from "../../../shared/refusal.ts";
import { plain } from "./cells.ts";
import { type CellError, type Cells, type ReadRow, type RollRules, type Row, readRow } from "./row.ts";

/** A record of the file: where it begins, and its cells or what makes it unreadable. */
export type RawRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly error: CellError };

/** Rows of a file that passed the rules between rows, with the errors of the others. */
export interface JudgedRoll {
  /** Every row in the order of the file: good rows complete, bad ones with their errors. */
  readonly rows: readonly JudgedRow[];
  /** By unit: the lines whose shares make up its ownership, good or bad; only units that the file gives shares for. */
  readonly ownership: ReadonlyMap<string, readonly JudgedRow[]>;
}

export type JudgedRow =
  | { readonly line: number; readonly row: Row; readonly errors: readonly [] }
  | { readonly line: number; readonly row?: undefined; readonly errors: readonly CellError[] };

/** One text for a unit of a file: building and number. */
export const unitOf = (row: {
  readonly building?: string | undefined;
  readonly unit?: string | undefined;
}): string | undefined =>
  row.building === undefined || row.unit === undefined ? undefined : `${row.building}\u001f${row.unit}`;

/** Columns of the header by position, or the refusal that names what is missing and what is unknown. */
export const readHeader = (
  cells: readonly string[],
): { readonly columns: readonly (RollColumn | undefined)[] } | { readonly refusal: Refusal } => {
  const names = cells.map((cell) => plain(cell).toLowerCase());
  const known: readonly string[] = ROLL_COLUMNS;
  const missing = known.filter((column) => !names.includes(column));
  // A spreadsheet leaves empty cells at the end of a header; they carry no column.
  const unknown = names.filter(
    (name, index) => name !== "" && (!known.includes(name) || names.indexOf(name) !== index),
  );
  if (missing.length === 0 && unknown.length === 0) {
    return { columns: names.map((name) => (name === "" ? undefined : (name as RollColumn))) };
  }
  const list = (values: readonly string[]) =>
    values
      .map((value) => value.slice(0, 40))
      .slice(0, 20)
      .join(", ") || "-";
  return { refusal: refuse("residents/roll-header", { missing: list(missing), unknown: list(unknown) }) };
};

const cellsOf = (columns: readonly (RollColumn | undefined)[], record: readonly string[]): Cells | undefined => {
  const cells = {} as Record<RollColumn, string>;
  if (record.length < columns.findLastIndex((column) => column !== undefined) + 1) return undefined;
  for (const [index, cell] of record.entries()) {
    const column = columns[index];
    if (column !== undefined) cells[column] = cell;
    else if (cell.trim() !== "") return undefined;
  }
  return cells;
};

const readRecord = (columns: readonly (RollColumn | undefined)[], record: RawRecord, rules: RollRules): ReadRow => {
  const { line } = record;
  if ("error" in record) return { row: { line }, hasShare: false, errors: [record.error] };
  const cells = cellsOf(columns, record.cells);
  if (!cells) return { row: { line }, hasShare: false, errors: [{ column: "row", reason: "csv-columns" }] };
  return readRow(line, cells, rules);
};

type Errors = Map<ReadRow, CellError[]>;

const add = (errors: Errors, row: ReadRow, error: CellError): void => {
  errors.set(row, [...(errors.get(row) ?? []), error]);
};

const findDuplicates = (rows: readonly ReadRow[], errors: Errors): Set<ReadRow> => {
  const first = new Map<string, number>();
  const later = new Set<ReadRow>();
  for (const read of rows) {
    const { ref, line } = read.row;
    if (ref === undefined) continue;
    const earlier = first.get(ref);
    if (earlier === undefined) {
      first.set(ref, line);
      continue;
    }
    later.add(read);
    add(errors, read, { column: "resident_ref", reason: "duplicate-ref", value: String(earlier) });
  }
  return later;
};

const findConflicts = (rows: readonly ReadRow[], errors: Errors): void => {
  const facts = new Map<string, { readonly area: number; readonly source: string | undefined }>();
  for (const read of rows) {
    const { area, areaSource: source } = read.row;
    const unit = unitOf(read.row);
    if (unit === undefined || area === undefined) continue;
    const fact = facts.get(unit);
    if (!fact) facts.set(unit, { area, source });
    else if (fact.area !== area) {
      add(errors, read, { column: "area_m2", reason: "unit-conflict", value: `${fact.area / 100}` });
    } else if (fact.source !== source) {
      add(errors, read, { column: "area_source", reason: "unit-conflict", value: fact.source });
    }
  }
};

const percent = (bps: number): string => `${Math.floor(bps / 100)}.${String(bps % 100).padStart(2, "0")}%`;

const judgeShares = (owners: ReadonlyMap<string, readonly ReadRow[]>, errors: Errors): void => {
  for (const [unit, rows] of owners) {
    // A share that cannot be read has its own error; a sum without it would mislead.
    if (rows.some(({ row }) => row.shareBps === undefined)) continue;
    const sum = rows.reduce((total, { row }) => total + (row.shareBps as number), 0);
    const value = `${unit.replace("\u001f", " ")}: ${percent(sum)}`;
    for (const read of rows) {
      if (sum !== WHOLE_BPS) add(errors, read, { column: "owner_share_percent", reason: "shares-sum", value });
      else if (rows.length > OWNERS_MAX) add(errors, read, { column: "owner_share_percent", reason: "owners-many" });
    }
  }
};

const groupOwners = (rows: readonly ReadRow[]): Map<string, ReadRow[]> => {
  const owners = new Map<string, ReadRow[]>();
  for (const read of rows) {
    const unit = unitOf(read.row);
    if (!read.hasShare || unit === undefined) continue;
    const group = owners.get(unit);
    if (group) group.push(read);
    else owners.set(unit, [read]);
  }
  return owners;
};

/**
 * Judges a file by itself: cells, references given twice, units told of in two ways, shares that do not make a whole.
 */
export const judgeRoll = (
  columns: readonly (RollColumn | undefined)[],
  records: readonly RawRecord[],
  rules: RollRules,
): JudgedRoll => {
  const rows = records.map((record) => readRecord(columns, record, rules));
  const errors: Errors = new Map();
  const later = findDuplicates(rows, errors);
  const once = rows.filter((read) => !later.has(read));
  findConflicts(once, errors);
  const owners = groupOwners(once);
  judgeShares(owners, errors);
  const judged = new Map(
    rows.map((read): [ReadRow, JudgedRow] => {
      const { line } = read.row;
      const all = [...read.errors, ...(errors.get(read) ?? [])];
      return [read, all.length > 0 ? { line, errors: all } : { line, row: read.row as Row, errors: [] }];
    }),
  );
  const pick = (group: readonly ReadRow[]) => group.map((read) => judged.get(read) as JudgedRow);
  return {
    rows: pick(rows),
    ownership: new Map([...owners].map(([unit, group]) => [unit, pick(group)])),
  };
};
