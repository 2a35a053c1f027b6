/**
 * Turnout by building, with small cells withheld: under ten who voted, or under ten who did not, tell of single people.
 * One withheld building alone could be worked out from the total, so that a second goes with it, and then more until
 * those withheld hide at least ten together.
 */
import { SUPPRESS_BELOW } from "../../../schemas/polls/resources.ts";

/** A building's numbers. */
export interface Cell {
  readonly building: string;
  readonly entitled: number;
  readonly voted: number;
}

/** A building's numbers as they may be shown; null where withheld. */
export interface ShownCell {
  readonly building: string;
  readonly entitled: number | null;
  readonly voted: number | null;
}

const small = ({ entitled, voted }: Cell): boolean => voted < SUPPRESS_BELOW || entitled - voted < SUPPRESS_BELOW;

const sumOf = (cells: readonly Cell[], what: "entitled" | "voted"): number =>
  cells.reduce((sum, cell) => sum + cell[what], 0);

/** True when what is withheld, known as a sum from the total, tells of no few people: one small cell never does. */
const hides = (cells: readonly Cell[]): boolean => {
  if (cells.length === 0) return true;
  const voted = sumOf(cells, "voted");
  return voted >= SUPPRESS_BELOW && sumOf(cells, "entitled") - voted >= SUPPRESS_BELOW;
};

/** Cells as they may be shown, in the order given; all are withheld where the small ones cannot hide otherwise. */
export const suppressed = (cells: readonly Cell[]): ShownCell[] => {
  const withheld = new Set(cells.filter(small));
  const rest = cells.filter((cell) => !withheld.has(cell)).sort((a, b) => a.voted - b.voted);
  for (const cell of rest) {
    if (hides([...withheld])) break;
    withheld.add(cell);
  }
  return cells.map((cell) =>
    withheld.has(cell) ? { building: cell.building, entitled: null, voted: null } : { ...cell },
  );
};
