/** The report of an import: counts, rows in the order of the file, and a legend of the reasons that occur. */
import type * as z from "zod";
import { ROLL_ERRORS_MAX, ROLL_REASONS, type RollReason, type RollReport } from "../../../../schemas/residents/roll.ts";
import type { Outcome } from "./decide.ts";
import type { CellError } from "./row.ts";

/** What became of one row, with notes on the part of an accepted row that waits. */
export interface RowOutcome {
  readonly line: number;
  readonly outcome: Outcome;
  readonly residentId?: string | undefined;
  readonly errors: readonly CellError[];
}

type Report = z.input<typeof RollReport>;

/**
 * Builds the report. Each refused row keeps its first error; further ones are listed while the report has room for
 * them.
 */
export const reportOf = (id: string, community: string, rows: readonly RowOutcome[]): Report => {
  let spare = ROLL_ERRORS_MAX;
  const shown = rows.map(({ line, outcome, residentId, errors }) => {
    const kept = errors.slice(0, 1 + Math.max(0, spare));
    spare -= Math.max(0, kept.length - 1);
    return {
      line,
      outcome,
      ...(residentId === undefined ? {} : { residentId }),
      ...(kept.length === 0 ? {} : { errors: kept.map((error) => ({ line, ...error })) }),
    };
  });
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  return {
    id,
    community,
    imported: count("imported"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    rejected: count("rejected"),
    rows: shown,
    reasons: legendOf(shown),
  };
};

/** Sentences of the reasons that rows name. */
export const legendOf = (rows: Report["rows"]): Report["reasons"] => {
  const used = new Set(rows.flatMap(({ errors }) => (errors ?? []).map(({ reason }) => reason)));
  return Object.fromEntries([...used].sort().map((reason: RollReason) => [reason, { ...ROLL_REASONS[reason] }]));
};
