/** Tables in Markdown, and what the benchmarks' pages say of the machine. */
import { cpus } from "node:os";

const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** A table: headings, then rows; columns named by `texts` are aligned left, the others, which are figures, right. */
export const tableOf = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  texts: readonly number[] = [0],
): string[] => [
  line(headings),
  line(headings.map((_, place) => (texts.includes(place) ? ":--" : "--:"))),
  ...rows.map(line),
];

/** Day, cores, Node, duration (seconds) and the machine's load before the start, in one line. */
export const machineLine = (tookSeconds: number, loadBefore: number): string => {
  const [first] = cpus();
  const facts = [
    new Date().toISOString().slice(0, 10),
    `${cpus().length} cores (${first?.model.trim()})`,
    `Node ${process.version}`,
    `took ${tookSeconds.toFixed(0)} s`,
    `load before the start ${loadBefore.toFixed(2)}`,
  ];
  return facts.join(" · ");
};
