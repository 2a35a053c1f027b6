/** Runs cases and lays the results out as Markdown. */
import type { Case, Format, Verdict } from "./cases.ts";

interface Row {
  agrees: number;
  byTie: number;
  disagrees: number;
  skipped: number;
}

export interface Outcome {
  readonly text: string;
  readonly disagreements: number;
  readonly compared: number;
}

const COLUMNS = ["format", "method", "agrees", "agrees, ties as told", "disagrees", "skipped"];

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

const runSafely = (one: Case): Verdict => {
  try {
    return one.run();
  } catch (error) {
    return { verdict: "DISAGREES", reason: `stopped: ${error instanceof Error ? error.message : String(error)}` };
  }
};

/** Runs every case of the formats; one that throws is a disagreement, and the others still run. */
export const conform = (formats: readonly { readonly format: Format; readonly cases: Iterable<Case> }[]): Outcome => {
  const rows = new Map<string, Row>();
  const disagreements: string[] = [];
  const skips = new Map<string, number>();
  for (const { format, cases } of formats) {
    for (const one of cases) {
      const key = line([format.name, one.method]).slice(2, -2);
      const row = rows.get(key) ?? { agrees: 0, byTie: 0, disagrees: 0, skipped: 0 };
      rows.set(key, row);
      const verdict = runSafely(one);
      if (verdict.verdict === "AGREES") row.agrees += 1;
      if (verdict.verdict === "AGREES_BY_TIE") row.byTie += 1;
      if (verdict.verdict === "DISAGREES") {
        row.disagrees += 1;
        disagreements.push(`- ${one.file} (${one.method}): ${verdict.reason}`);
      }
      if (verdict.verdict === "SKIPPED") {
        row.skipped += 1;
        const why = `${key}: ${verdict.reason.replace(/project .*/, "project ...")}`;
        skips.set(why, (skips.get(why) ?? 0) + 1);
      }
    }
  }
  const table = [...rows].map(([key, row]) => `| ${key} | ${Object.values(row).join(" | ")} |`);
  const compared = [...rows.values()].reduce((sum, row) => sum + row.agrees + row.byTie + row.disagrees, 0);
  const text = [
    line(COLUMNS),
    line([":--", ":--", "--:", "--:", "--:", "--:"]),
    ...table,
    "",
    disagreements.length === 0 ? "No disagreements." : `Disagreements (${disagreements.length}):`,
    ...disagreements,
    ...(skips.size === 0 ? [] : ["", "Skipped:", ...[...skips].map(([why, times]) => `- ${times} × ${why}`)]),
    "",
  ].join("\n");
  return { text, disagreements: disagreements.length, compared };
};
