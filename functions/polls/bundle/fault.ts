/** What is wrong with a bundle, as a value that names the line. */

/** Kinds of faults, in the order in which a bundle is checked. */
export type FaultCode =
  | "not-a-bundle"
  | "key"
  | "signature"
  | "rules"
  | "seal"
  | "line"
  | "order"
  | "leaf"
  | "token"
  | "choice"
  | "tile"
  | "count"
  | "root"
  | "turnout"
  | "result";

/** The first fault of a bundle; ends its check. */
export class BundleFault extends Error {
  readonly code: FaultCode;
  /** Line of the file, from 1; 0 for the bundle as a whole. */
  readonly line: number;
  /** What was found and what was expected, or which ballots are meant. */
  readonly detail: string;

  constructor(code: FaultCode, line: number, detail: string) {
    super(`${code} at line ${line}: ${detail}`);
    this.code = code;
    this.line = line;
    this.detail = detail;
  }
}
