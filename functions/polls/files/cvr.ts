/**
 * Cast vote records as CSV, in the layouts in use: a column for each rank with the candidate's name in it (as ES&S
 * exports), or a column for each candidate with the rank or the points in it (as surveys export).
 */
import { CANDIDATES_MAX, OVERVOTED, POINTS_MAX, pointCells, rankingCells, ranksOf } from "../tally/ballot.ts";
import { Box } from "../tally/box.ts";
import { byName, type RankedElection, ROWS_MAX, Unwritable } from "./ranked.ts";
import { type Faults, joinCells, type Line, type Read, reading, splitCells, wholeNumber } from "./text.ts";

/** How a file is laid out. */
export interface CvrLayout {
  readonly layout: "RANK_COLUMNS" | "CANDIDATE_COLUMNS" | "POINT_COLUMNS";
  /** Columns before the first rank or candidate: ids, precincts. */
  readonly before: number;
  /** Rows before the first ballot, the header among them. */
  readonly headerRows: number;
  /** Candidates by name; other names are a fault unless `others` says otherwise. Without it, those of the file. */
  readonly candidates?: readonly string[];
  /** Other spellings: name as written to name as listed. */
  readonly aliases?: ReadonlyMap<string, string>;
  /** Where names that are not listed, or blank cells, count: a candidate's place (RCTab's undeclared write-ins). */
  readonly others?: number;
  readonly blankIsOther?: boolean;
  /** Text of a cell for a rank with several candidates, and for an empty rank. */
  readonly overvote?: string;
  readonly skipped?: string;
  /** Between candidates of one rank. */
  readonly delimiter?: string;
  /** Later ranks are not read. */
  readonly ranksMax?: number;
}

/** As `writeCvr` writes. */
export const CVR_LAYOUT: CvrLayout = {
  layout: "RANK_COLUMNS",
  before: 1,
  headerRows: 1,
  overvote: "overvote",
  delimiter: "|",
};

/** Names of a file, found as they come unless they were listed. */
class Names {
  readonly all: string[];
  readonly #layout: CvrLayout;
  readonly #places: Map<string, number>;

  constructor(layout: CvrLayout, names: readonly string[]) {
    this.#layout = layout;
    this.all = [...names];
    this.#places = new Map(byName(names).places);
  }

  /** The place of a name, undefined when it is foreign. */
  place(written: string): number | undefined {
    const name = this.#layout.aliases?.get(written) ?? written;
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    if (this.#layout.candidates) return this.#layout.others;
    this.#places.set(name, this.all.length);
    return this.all.push(name) - 1;
  }
}

/** The candidates of one cell; undefined with a fault. */
const readCell = (text: string, names: Names, layout: CvrLayout, line: number, faults: Faults): number[] => {
  const cell = text.trim();
  if (cell === "") return layout.blankIsOther && layout.others !== undefined ? [layout.others] : [];
  if (cell === layout.skipped) return [];
  if (cell === layout.overvote) return [OVERVOTED];
  const parts = layout.delimiter ? cell.split(layout.delimiter) : [cell];
  const rank: number[] = [];
  for (const part of parts) {
    const place = names.place(part.trim());
    if (place === undefined) faults.add(line, `no candidate "${part.trim()}"`, `没有候选项“${part.trim()}”`);
    else if (!rank.includes(place)) rank.push(place);
  }
  return rank;
};

const trimmed = (ranks: number[][]): number[][] => ranks.slice(0, ranks.findLastIndex((rank) => rank.length > 0) + 1);

/** A ballot of a file with a column for each candidate. */
const readNumbers = (cells: readonly string[], places: readonly number[], line: number, faults: Faults): number[][] => {
  const ranks: number[][] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell.trim() === "" || places[index] === undefined) continue;
    const rank = wholeNumber(cell.trim(), 1, CANDIDATES_MAX);
    if (rank === undefined) faults.add(line, `"${cell.trim()}" is no rank`, `“${cell.trim()}”不是名次`);
    else {
      while (ranks.length < rank) ranks.push([]);
      ranks[rank - 1]?.push(places[index]);
    }
  }
  return ranks;
};

/** A ballot of a file with a column of points for each candidate; an empty cell is no opinion. */
const readPoints = (cells: readonly string[], places: readonly number[], line: number, faults: Faults): number[] => {
  const points: (readonly [number, number])[] = [];
  for (const [index, cell] of cells.entries()) {
    const place = places[index];
    if (cell.trim() === "" || place === undefined) continue;
    const each = wholeNumber(cell.trim(), 0, POINTS_MAX);
    if (each === undefined) {
      const reason = `"${cell.trim()}" is no number of points from 0 to ${POINTS_MAX}`;
      faults.add(line, reason, `“${cell.trim()}”不是 0 至 ${POINTS_MAX} 的分数`);
    } else points.push([place, each]);
  }
  return pointCells(points);
};

const rows = (lines: readonly Line[], faults: Faults): { readonly line: number; readonly cells: string[] }[] => {
  const filled = lines.filter(({ text }) => text.trim() !== "");
  if (filled.length > ROWS_MAX) {
    faults.add(filled[ROWS_MAX]?.line ?? 0, `more than ${ROWS_MAX} rows`, `超过 ${ROWS_MAX} 行`);
  }
  return filled.slice(0, ROWS_MAX).flatMap(({ line, text }) => {
    const cells = splitCells(text, ",");
    if (!cells) faults.add(line, "a quote is not closed", "引号没有闭合");
    return cells ? [{ line, cells }] : [];
  });
};

/** Reads cast vote records. */
export const readCvr = (text: string, layout: CvrLayout = CVR_LAYOUT): Read<RankedElection> =>
  reading(text, (lines, faults) => {
    const all = rows(lines, faults);
    const { before, headerRows, ranksMax = Number.MAX_SAFE_INTEGER } = layout;
    const header = (all[0]?.cells ?? []).slice(before).map((cell) => cell.trim());
    const byRank = layout.layout === "RANK_COLUMNS";
    const names = new Names(layout, layout.candidates ?? (byRank ? [] : header));
    const places = byRank ? [] : header.map((name) => names.place(name) ?? -1);
    if (places.includes(-1)) {
      const stranger = header[places.indexOf(-1)];
      faults.add(all[0]?.line ?? 0, `no candidate "${stranger}"`, `没有候选项“${stranger}”`);
    }
    const { twice } = byName(places.length > 0 ? header : []);
    if (twice !== undefined) faults.add(all[0]?.line ?? 0, `column "${twice}" stands twice`, `列“${twice}”重复`);
    const box = new Box();
    for (const { line, cells } of all.slice(headerRows)) {
      const votes = cells.slice(before, byRank ? before + Math.min(header.length, ranksMax) : undefined);
      if (layout.layout === "POINT_COLUMNS") {
        box.add(readPoints(votes, places, line, faults));
        continue;
      }
      const ranks = byRank
        ? votes.map((cell) => readCell(cell, names, layout, line, faults))
        : readNumbers(votes, places, line, faults).slice(0, ranksMax);
      box.add(rankingCells(trimmed(ranks)));
    }
    if (names.all.length > CANDIDATES_MAX) {
      faults.add(0, `more than ${CANDIDATES_MAX} candidates`, `候选项超过 ${CANDIDATES_MAX} 个`);
    }
    return { candidates: names.all, box };
  });

const mustFit = ({ total }: Box): void => {
  if (total > ROWS_MAX) throw new Unwritable(`more than ${ROWS_MAX} rows`, `超过 ${ROWS_MAX} 行`);
};

/** Writes a row for each ballot, in the layout of `CVR_LAYOUT`; the ids are running numbers without meaning. */
export const writeCvr = ({ candidates, box }: RankedElection): string => {
  mustFit(box);
  const ballots = Array.from({ length: box.size }, (_, index) => ranksOf(box.row(index)));
  const width = ballots.reduce((most, { length }) => Math.max(most, length), 0);
  const cell = (rank: readonly number[]): string =>
    rank[0] === OVERVOTED ? (CVR_LAYOUT.overvote as string) : rank.map((place) => candidates[place]).join("|");
  const lines = [joinCells(["ballot", ...Array.from({ length: width }, (_, rank) => `rank${rank + 1}`)], ",")];
  for (const [index, ranks] of ballots.entries()) {
    const cells = Array.from({ length: width }, (_, rank) => cell(ranks[rank] ?? []));
    for (let copy = 0; copy < box.count(index); copy++) lines.push(joinCells([String(lines.length), ...cells], ","));
  }
  return `${lines.join("\n")}\n`;
};

/** Writes a row of points for each ballot, in the layout `POINT_COLUMNS`; the ids are running numbers. */
export const writePointsCvr = ({ candidates, box }: Pick<RankedElection, "candidates" | "box">): string => {
  mustFit(box);
  const lines = [joinCells(["ballot", ...candidates], ",")];
  for (let index = 0; index < box.size; index++) {
    const row = box.row(index);
    const cells = candidates.map(() => "");
    for (let at = 0; at < row.length; at += 2) cells[row[at] as number] = String(row[at + 1]);
    for (let copy = 0; copy < box.count(index); copy++) lines.push(joinCells([String(lines.length), ...cells], ","));
  }
  return `${lines.join("\n")}\n`;
};
