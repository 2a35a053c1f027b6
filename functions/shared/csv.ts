/** CSV for people: opens in a spreadsheet with its Chinese intact, and never as a formula. */
import { stringify } from "csv-stringify/sync";

/** A cell; texts that a spreadsheet would take for a formula are prefixed with an apostrophe, numbers stay numbers. */
export type Cell = string | number | boolean | null | undefined;

/**
 * RFC 4180 text of a header and rows, UTF-8 with byte order mark, CRLF lines. Formula characters are guarded as OWASP
 * advises.
 */
export const toCsv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify([[...header], ...rows.map((row) => [...row])], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
    cast: { boolean: (value) => String(value) },
  });
