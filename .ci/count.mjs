// @ts-check
// Counts what a CI run did, from vitest's JSON report and the results of `npm run check`. Dependency-free, so that it
// can report a failed installation too. Usage: node .ci/count.mjs <exit code of npm test> <exit code of npm run check>
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ status: string, fullName?: string }} Assertion
 * @typedef {{ status: string, assertionResults: Assertion[] }} TestFile
 * @typedef {{ success: boolean, testResults: TestFile[] }} Report
 * @typedef {{ name: string, ok: boolean }} Check
 */

/**
 * Counts the tests of a vitest JSON report. A file that failed without a failed test (it could not be loaded, or a hook
 * threw) counts as one failure, as does a run that failed without any failed file, ran nothing, or left no report.
 *
 * @param {Report | undefined} report the parsed report, undefined when there is none
 * @param {number} exitCode what `npm test` exited with
 * @returns {Counts} tests by outcome
 */
export function countTests(report, exitCode) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report?.testResults ?? []) {
    const failedBefore = counts.failed;
    for (const { status } of file.assertionResults) {
      if (status === "passed") counts.passed += 1;
      else if (status === "failed") counts.failed += 1;
      else counts.skipped += 1;
    }
    if (file.status === "failed" && counts.failed === failedBefore) counts.failed += 1;
  }
  const ranNothing = counts.passed + counts.failed === 0;
  const failedSilently = counts.failed === 0 && (exitCode !== 0 || report?.success === false);
  if (ranNothing || failedSilently) counts.failed += 1;
  return counts;
}

/**
 * What a run left out, and why: the reason stands in the test's name, `(skipped without hledger)`.
 *
 * @param {Report | undefined} report the parsed report, undefined when there is none
 * @returns {{ name: string, reason: string | undefined }[]} the skipped tests
 */
export function skipsOf(report) {
  const all = (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  return all
    .filter(({ status }) => status !== "passed" && status !== "failed")
    .map(({ fullName = "" }) => ({ name: fullName, reason: /\(skipped ([^)]+)\)/.exec(fullName)?.[1] }));
}

/**
 * Counts the checks of `npm run check`, each as one; when it left no list, the whole command counts as one check.
 *
 * @param {Check[] | undefined} checks the parsed reports/checks.json, undefined when there is none
 * @param {number} exitCode what `npm run check` exited with
 * @returns {Counts} checks by outcome
 */
export function countChecks(checks, exitCode) {
  const passed = checks?.filter((check) => check.ok).length ?? 0;
  const failed = checks?.filter((check) => !check.ok).length ?? 0;
  if (passed + failed === 0) return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped: 0 };
}

/**
 * The closing line of a CI run.
 *
 * @param {Counts} tests
 * @param {Counts} checks
 * @returns {{ line: string, exitCode: 0 | 1 }} the line without a line break, and 1 on any failure
 */
export function closing(tests, checks) {
  const passed = tests.passed + checks.passed;
  const failed = tests.failed + checks.failed;
  const skipped = tests.skipped + checks.skipped;
  return { line: `${passed} passed, ${failed} failed, ${skipped} skipped`, exitCode: failed === 0 ? 0 : 1 };
}

/**
 * @param {string} path
 * @returns {any} the parsed JSON, undefined when the file is missing or cut off by a crash
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [testExit, checkExit] = process.argv.slice(2).map(Number);
  const report = readReport("reports/vitest.json");
  const tests = countTests(report, testExit ?? 1);
  for (const { name, reason } of skipsOf(report)) {
    console.log(`skipped, ${reason ?? "WITHOUT A REASON IN ITS NAME"}: ${name}`);
  }
  const checks = countChecks(readReport("reports/checks.json"), checkExit ?? 1);
  const { line, exitCode } = closing(tests, checks);
  console.log(line);
  process.exitCode = exitCode;
}
