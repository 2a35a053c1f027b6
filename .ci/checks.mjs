// @ts-check
// `npm run check`: runs every `check:*` script of package.json, all of them even when one fails, so that one run shows
// every fault, and leaves the result of each in reports/checks.json for count.mjs. Dependency-free.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const PREFIX = "check:";

/** @type {{ scripts?: Record<string, string> }} */
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const names = Object.keys(manifest.scripts ?? {}).filter((name) => name.startsWith(PREFIX));

const results = names.map((name) => {
  console.log(`\n# ${name}`);
  const run = spawnSync("npm", ["run", "--silent", name], { stdio: "inherit" });
  return { name, ok: run.status === 0 };
});

mkdirSync("reports", { recursive: true });
writeFileSync("reports/checks.json", `${JSON.stringify(results, null, 2)}\n`);

console.log("");
for (const { name, ok } of results) console.log(`${ok ? "ok    " : "FAILED"} ${name}`);
if (results.length === 0) console.error(`package.json has no "${PREFIX}*" script: nothing was checked`);
process.exitCode = results.length > 0 && results.every((result) => result.ok) ? 0 : 1;
