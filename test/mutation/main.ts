/**
 * `npm run test:mutation [-- --context NAME] [--files GLOB,GLOB] [--workers N] [--static]`: changes the pure rules of
 * each context one operator at a time and ends with 1 where fewer than nine in ten of the changes fail a test. Reports
 * are written under `reports/mutation`; a second run tries again only what has changed since. Constants that are made
 * when a file is loaded are changed with `--static` only, since each of those needs all tests anew.
 */
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { SEED_VARIABLE } from "../support/seed.ts";
import { CONTEXT_VARIABLE, CONTEXTS, type MutatedContext } from "./contexts.ts";

/** Least share of mutants that tests must notice, in per cent. */
const SCORE_MIN_PERCENT = 90;
const SCORE_GOOD_PERCENT = 95;
const TIMEOUT_MS = 20_000;
/** A mutant must meet the same random cases as the unchanged rules did. */
const SEED = "1";

const { values } = parseArgs({
  options: {
    context: { type: "string" },
    files: { type: "string" },
    workers: { type: "string", default: "1" },
    static: { type: "boolean", default: false },
  },
});

const run = async (context: MutatedContext): Promise<void> => {
  const folder = `reports/mutation/${context.name}`;
  process.env[CONTEXT_VARIABLE] = context.name;
  process.env[SEED_VARIABLE] = SEED;
  await new Stryker({
    testRunner: "in-process",
    plugins: ["./test/mutation/runner.ts"],
    ignorers: ["messages"],
    mutate: values.files?.split(",") ?? [...context.mutate],
    ignorePatterns: ["reports", "cdk.out", "dist", ".linli"],
    coverageAnalysis: "perTest",
    ignoreStatic: !values.static,
    incremental: true,
    incrementalFile: `${folder}/incremental.json`,
    concurrency: Number(values.workers),
    timeoutMS: TIMEOUT_MS,
    tempDirName: `${folder}/sandbox`,
    reporters: ["progress-append-only", "clear-text", "json", "html"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false, skipFull: true },
    jsonReporter: { fileName: `${folder}/report.json` },
    htmlReporter: { fileName: `${folder}/report.html` },
    thresholds: { high: SCORE_GOOD_PERCENT, low: SCORE_MIN_PERCENT, break: SCORE_MIN_PERCENT },
  }).runMutationTest();
};

const chosen = CONTEXTS.filter(({ name }) => values.context === undefined || name === values.context);
if (chosen.length === 0) {
  throw new Error(`no context ${values.context}: ${CONTEXTS.map(({ name }) => name).join(", ")}`);
}
for (const context of chosen) await run(context);
