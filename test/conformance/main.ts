/**
 * `npm run conformance -- DIR [--format pb,cvotes,rctab,abc,told]`: counts every election with a known result below a
 * folder and prints a table of agreements with each disagreement. Reads files only. Exit code 1 when anything
 * disagrees, 2 when there was nothing to compare.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { parseArgs } from "node:util";
import type { Folder, Format } from "./cases.ts";
import { abcFormat } from "./formats/abc.ts";
import { cvotesFormat } from "./formats/cvotes.ts";
import { pbFormat } from "./formats/pb.ts";
import { rctabFormat } from "./formats/rctab.ts";
import { toldFormat } from "./formats/told.ts";
import { conform } from "./report.ts";

const FORMATS: readonly Format[] = [pbFormat, cvotesFormat, rctabFormat, abcFormat, toldFormat];
const USAGE = `usage: npm run conformance -- DIR [--format ${FORMATS.map(({ name }) => name).join(",")}]\n`;

const folderOf = (root: string): Folder => ({
  paths: readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(root, ".").length + 1)
        .split(sep)
        .join("/"),
    )
    .sort(),
  read: (path) => readFileSync(join(root, path), "utf8"),
});

const { values, positionals } = parseArgs({ allowPositionals: true, options: { format: { type: "string" } } });
const wanted = values.format?.split(",") ?? FORMATS.map(({ name }) => name);
const unknown = wanted.filter((name) => !FORMATS.some((format) => format.name === name));
const [root] = positionals;
if (root === undefined || positionals.length > 1 || unknown.length > 0) {
  process.stderr.write(unknown.length > 0 ? `no format ${unknown.join(", ")}\n${USAGE}` : USAGE);
  process.exitCode = 2;
} else {
  const folder = folderOf(root);
  const chosen = FORMATS.filter(({ name }) => wanted.includes(name));
  const outcome = conform(chosen.map((format) => ({ format, cases: format.cases(folder) })));
  process.stdout.write(outcome.text);
  if (outcome.compared === 0) process.stderr.write(`nothing to compare below ${root}\n`);
  process.exitCode = outcome.disagreements > 0 ? 1 : outcome.compared === 0 ? 2 : 0;
}
