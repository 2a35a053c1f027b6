/** The roll that ships with the demo: read whole or in part, with other references where a server has met it before. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { ROLL_COLUMNS, type RollColumn } from "../../../schemas/residents/roll.ts";

type Cells = Record<RollColumn, string>;

/** A good row of the roll. */
export interface RollPerson {
  /** Line of the file that is sent; the header is line 1. */
  readonly line: number;
  readonly name: string;
  readonly birthYear: number;
  readonly isWoman: boolean;
  readonly household: string;
  readonly building: string;
  readonly unit: string;
  readonly openingPoints: number;
}

export interface Roll {
  readonly csv: string;
  readonly people: readonly RollPerson[];
  readonly homes: number;
  /** Rows with a mistake each. */
  readonly mistaken: number;
}

const FILE = new URL("roll.csv", import.meta.url);
/** References that were typed by hand begin so; the rows are there for their mistakes. */
const TYPED = "N";

const salted = (cells: Cells, salt: string): Cells => {
  const mark = (text: string): string => (text === "" ? "" : `${text}·${salt}`);
  return {
    ...cells,
    resident_ref: mark(cells.resident_ref),
    building: mark(cells.building),
    household: mark(cells.household),
  };
};

const personOf = (cells: Cells, index: number): RollPerson => ({
  line: index + 2,
  name: cells.name,
  birthYear: Number(cells.birth_date.slice(0, 4)),
  isWoman: cells.sex === "女",
  household: cells.household,
  building: cells.building,
  unit: cells.unit,
  openingPoints: Number(cells.opening_points),
});

/**
 * The roll as it is sent. `residentsMax` cuts it to the first whole homes with about so many people, all mistakes kept;
 * `salt` is added to references, buildings and households, so that a server that holds the roll already gets new
 * people.
 */
export const readRoll = ({ residentsMax, salt }: { residentsMax: number; salt: string }): Roll => {
  const all = parse(readFileSync(FILE), { columns: true }) as Cells[];
  const seen = new Set<string>();
  const homes = new Set<string>();
  const wrong = new Set<Cells>();
  let good = 0;
  const kept = all.filter((cells) => {
    const mistaken = cells.resident_ref.startsWith(TYPED) || seen.has(cells.resident_ref);
    const isNeeded = mistaken || homes.has(cells.household) || good < residentsMax;
    if (!isNeeded) return false;
    seen.add(cells.resident_ref);
    if (mistaken) wrong.add(cells);
    else {
      homes.add(cells.household);
      good += 1;
    }
    return true;
  });
  const rows = kept.map((cells) => (salt === "" ? cells : salted(cells, salt)));
  const people = rows.map(personOf).filter((_, index) => !wrong.has(kept[index] as Cells));
  const csv = stringify(rows, { header: true, columns: [...ROLL_COLUMNS] });
  return { csv, people, homes: homes.size, mistaken: wrong.size };
};
