/** Election files by the format that a caller names: reading, and whatever is wrong as the fields of a refusal. */
import type { FileFormat, FileLayout } from "../../../schemas/polls/files.ts";
import type { FieldError } from "../../shared/refusal.ts";
import { choiceCells, NEXT_RANK, OVERVOTED, rankingCells, ranksOf } from "../tally/ballot.ts";
import { Box } from "../tally/box.ts";
import { readBlt, writeBlt } from "./blt.ts";
import { readCvotes, writeCvotes } from "./cvotes.ts";
import { CVR_LAYOUT, type CvrLayout, readCvr, writeCvr } from "./cvr.ts";
import { column, type PbFile, readPb } from "./pb.ts";
import { type PbPoll, pbPoll } from "./pb-poll.ts";
import type { RankedElection } from "./ranked.ts";
import type { FileFault, Read } from "./text.ts";

/** What a `.pb` file holds, beside its poll. */
export interface BudgetFile {
  readonly poll: PbPoll;
  readonly names: readonly string[];
  readonly meta: PbFile["meta"];
}

/** A file as read: rankings or points of those who stand, with how many withdrew; or a budget. */
export type FileElection =
  | { readonly kind: "RANKS" | "POINTS"; readonly election: RankedElection; readonly withdrawn: number }
  | { readonly kind: "BUDGET"; readonly file: BudgetFile };

const LAYOUTS: Readonly<Record<FileLayout, CvrLayout["layout"]>> = {
  ranks: "RANK_COLUMNS",
  numbers: "CANDIDATE_COLUMNS",
  points: "POINT_COLUMNS",
};

/** A box with its rows made anew. */
const mapped = (box: Box, map: (row: Uint16Array) => number[]): Box => {
  const made = new Box();
  for (let index = 0; index < box.size; index++) made.add(map(box.row(index)), box.count(index));
  return made;
};

/** The election of those who stand: whoever withdrew is on no ballot, and a rank that was theirs alone is closed up. */
const standing = ({ withdrawn = [], ...election }: RankedElection): RankedElection => {
  if (withdrawn.length === 0) return election;
  const left = election.candidates.map((_, place) => place).filter((place) => !withdrawn.includes(place));
  const row = (cells: Uint16Array): number[] => {
    const ranks = ranksOf(cells).flatMap((rank) => {
      const kept = rank.filter((place) => !withdrawn.includes(place));
      return rank.length > 0 && kept.length === 0 ? [] : [kept];
    });
    return rankingCells(ranks.map((rank) => rank.map((place) => (left.includes(place) ? left.indexOf(place) : place))));
  };
  return {
    ...election,
    candidates: left.map((place) => election.candidates[place] as string),
    box: mapped(election.box, row),
  };
};

const budgetOf = (text: string): Read<FileElection> => {
  const file = readPb(text);
  if ("faults" in file) return file;
  const read = pbPoll(file.election);
  if ("faults" in read) return read;
  const poll = read.election;
  const names = column(file.election.projects, "name") ?? [];
  const budget = { poll, names: poll.projects.map(({ id }, at) => names[at] || id), meta: file.election.meta };
  return { election: { kind: "BUDGET", file: budget } };
};

const rankedOf = (read: Read<RankedElection>, kind: "RANKS" | "POINTS"): Read<FileElection> =>
  "faults" in read
    ? read
    : { election: { kind, election: standing(read.election), withdrawn: read.election.withdrawn?.length ?? 0 } };

/** Reads a file of a format; `layout` says how a CVR is laid out. */
export const readElection = (format: FileFormat, text: string, layout: FileLayout): Read<FileElection> => {
  switch (format) {
    case "pb":
      return budgetOf(text);
    case "blt":
      return rankedOf(readBlt(text), "RANKS");
    case "cvotes":
      return rankedOf(readCvotes(text), "RANKS");
    case "csv": {
      const read = readCvr(text, { ...CVR_LAYOUT, layout: LAYOUTS[layout] });
      return rankedOf(read, layout === "points" ? "POINTS" : "RANKS");
    }
  }
};

/** Writes rankings in a format of rankings. Throws a RangeError for what the format cannot say. */
export const writeRanks = (format: Exclude<FileFormat, "pb">, election: RankedElection): string => {
  switch (format) {
    case "blt":
      return writeBlt(election);
    case "cvotes":
      return writeCvotes(election);
    case "csv":
      return writeCvr(election);
  }
};

/** Whether any ballot has more than one rank, empty ones counted. */
export const hasRanks = ({ box }: RankedElection): boolean =>
  box.cells.subarray(0, box.start(box.size)).includes(NEXT_RANK);

/** Rankings as choices: everybody whom a ballot ranks. */
export const asChoices = (box: Box): Box =>
  mapped(box, (row) =>
    choiceCells(
      ranksOf(row)
        .flat()
        .filter((place) => place !== OVERVOTED),
    ),
  );

/** First ranks alone, as choices; an overvote whose names were not recorded stays one. */
export const asFirsts = (box: Box): Box =>
  mapped(box, (row) => {
    const first = ranksOf(row)[0] ?? [];
    return first.includes(OVERVOTED) ? [0, 0] : first;
  });

/** Faults as the fields of a refusal, in the caller's language. */
export const fieldsOf = (faults: readonly FileFault[], locale: string): FieldError[] =>
  faults.map(({ line, reason, zh }) => {
    const told = locale === "en" ? reason : zh;
    const at = locale === "en" ? `line ${line}: ` : `第 ${line} 行：`;
    return { field: "/text", reason: line === 0 ? told : `${at}${told}` };
  });
