/**
 * From the bytes of a spreadsheet's CSV to records with the line on which each begins; nothing of the file is lost on
 * the way.
 */
import { parse } from "csv-parse/sync";
import type { RawRecord } from "../../domain/roll/file.ts";

interface Raw {
  readonly record: string[];
  readonly raw: string;
}

const newlines = (text: string): number => text.split("\n").length - 1;

/** One physical line as a record, undefined where its quotes do not match. */
const cellsOf = (text: string): string[] | undefined => {
  try {
    return (parse(text, { relax_quotes: true, relax_column_count: true }) as string[][])[0] ?? [];
  } catch {
    return undefined;
  }
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/**
 * Records of one stretch of the file. A roll has no cell of several lines, so a record that spans some has lost a
 * quote: its lines are read one by one, and only the one at fault is refused instead of all that it would swallow.
 */
const recordsOf = (cells: readonly string[] | undefined, raw: string, firstLine: number): RawRecord[] => {
  const lines = raw.replace(/\n$/, "").split("\n");
  const start = lines.findIndex((line) => line.trim() !== "");
  if (start < 0) return [];
  if (cells && start === lines.length - 1) return isBlank(cells) ? [] : [{ line: firstLine + start, cells }];
  return lines.flatMap((text, index): RawRecord[] => {
    const line = firstLine + index;
    const alone = cellsOf(text);
    if (!alone) return [{ line, error: { column: "row", reason: "csv-quotes" } }];
    return isBlank(alone) ? [] : [{ line, cells: alone }];
  });
};

/**
 * Reads CSV (RFC 4180) as spreadsheets write it: a byte order mark, CRLF or LF, quoted commas, blank lines and rows
 * of empty cells.
 * The first record is the header.
 */
export const readCsv = (file: string): RawRecord[] => {
  const text = file.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const parsed = parse(text, {
    raw: true,
    record_delimiter: "\n",
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  }) as unknown as Raw[];
  const records: RawRecord[] = [];
  let read = 0;
  let line = 1;
  for (const { record, raw } of parsed) {
    records.push(...recordsOf(record, raw, line));
    read += raw.length;
    line += newlines(raw);
  }
  // What follows the last record is a quote that was never closed, with all the lines after it.
  const rest = text.slice(read);
  return rest.trim() === "" ? records : [...records, ...recordsOf(undefined, rest, line)];
};
