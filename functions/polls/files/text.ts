/** What the election files share: faults by line, bounds, and cells of a separated line. */

/** What is wrong with a file, and where. */
export interface FileFault {
  /** From 1; 0 for the file as a whole. */
  readonly line: number;
  readonly reason: string;
  /** The same in Chinese. */
  readonly zh: string;
}

/** A file as read, or everything found wrong with it (at most `FAULTS_MAX`), in the order of the lines. */
export type Read<T> = { readonly election: T } | { readonly faults: readonly FileFault[] };

/** Characters of a file, at most: a million ballots of any format fit. */
export const FILE_CHARACTERS_MAX = 400_000_000;
/** Characters of a line, at most. */
export const LINE_CHARACTERS_MAX = 100_000;
/** Faults that a reader lists, at most. */
export const FAULTS_MAX = 50;

/** Ends a reader that has seen enough; `reading` turns it into a value. */
class TooManyFaults extends Error {}

/** Faults of one file as they are found. */
export class Faults {
  readonly list: FileFault[] = [];

  /** Notes a fault; the reader goes on with the next line. */
  add(line: number, reason: string, zh: string): void {
    this.list.push({ line, reason, zh });
    if (this.list.length >= FAULTS_MAX) throw new TooManyFaults();
  }
}

/** A line with its number, without its line break. */
export interface Line {
  readonly line: number;
  readonly text: string;
}

/**
 * Runs a reader over the lines of a text. Byte order mark and CRLF are dropped, bounds are checked first.
 *
 * @param read returns the election; what it returns is dropped when it noted a fault
 */
export const reading = <T>(text: string, read: (lines: readonly Line[], faults: Faults) => T): Read<T> => {
  const faults = new Faults();
  if (text.length > FILE_CHARACTERS_MAX) {
    const reason = `${text.length} characters, at most ${FILE_CHARACTERS_MAX}`;
    return { faults: [{ line: 0, reason, zh: `共 ${text.length} 个字符，最多 ${FILE_CHARACTERS_MAX} 个` }] };
  }
  try {
    const lines = text
      .replace(/^\uFEFF/, "")
      .split("\n")
      .map((line, index): Line => ({ line: index + 1, text: line.endsWith("\r") ? line.slice(0, -1) : line }));
    for (const { line, text: content } of lines) {
      if (content.length > LINE_CHARACTERS_MAX) {
        faults.add(line, `more than ${LINE_CHARACTERS_MAX} characters`, `超过 ${LINE_CHARACTERS_MAX} 个字符`);
      }
    }
    if (faults.list.length > 0) return { faults: faults.list };
    const election = read(lines, faults);
    return faults.list.length > 0 ? { faults: faults.list } : { election };
  } catch (error) {
    if (error instanceof TooManyFaults) return { faults: faults.list };
    throw error;
  }
};

/**
 * Cells of a line: a cell that begins with a quote ends at the next single quote and may hold the separator; two quotes
 * are one. Quotes inside an unquoted cell are ordinary characters, as hand-made files have them.
 *
 * @returns undefined when a quoted cell does not end on the line
 */
export const splitCells = (text: string, separator: string): string[] | undefined => {
  if (!text.includes('"')) return text.split(separator);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] !== '"') {
      const end = text.indexOf(separator, at);
      cells.push(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) return cells;
      at = end + separator.length;
      continue;
    }
    let cell = "";
    let from = at + 1;
    for (;;) {
      const quote = text.indexOf('"', from);
      if (quote < 0) return undefined;
      cell += text.slice(from, quote);
      from = quote + 2;
      if (text[quote + 1] !== '"') break;
      cell += '"';
    }
    const rest = text.indexOf(separator, from - 1);
    cell += rest < 0 ? text.slice(from - 1) : text.slice(from - 1, rest);
    cells.push(cell);
    if (rest < 0) return cells;
    at = rest + separator.length;
  }
};

/** A line of cells that `splitCells` reads back; a line break in a cell becomes a space. */
export const joinCells = (cells: readonly string[], separator: string): string =>
  cells
    .map((cell) => cell.replaceAll(/[\r\n]+/g, " "))
    .map((cell) => (cell.includes(separator) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(separator);

/** A whole number within bounds, undefined for any other text. */
export const wholeNumber = (text: string, min: number, max: number): number | undefined => {
  if (!/^-?\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= min && value <= max ? value : undefined;
};
