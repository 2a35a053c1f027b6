import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closing, countChecks, countTests, skipsOf } from "../../.ci/count.mjs";

function fileOf(...statuses: string[]) {
  const status = statuses.includes("failed") ? "failed" : "passed";
  return { status, assertionResults: statuses.map((of) => ({ status: of })) };
}

const green = { success: true, testResults: [fileOf("passed", "passed"), fileOf("passed", "skipped", "todo")] };

describe("the count of a CI run", () => {
  it("adds up the tests of every file", () => {
    expect(countTests(green, 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
    const red = { success: false, testResults: [fileOf("passed", "failed", "failed"), fileOf("pending")] };
    expect(countTests(red, 1)).toEqual({ passed: 1, failed: 2, skipped: 1 });
  });

  it("counts a file that could not be loaded as one failure", () => {
    const report = { success: false, testResults: [fileOf("passed"), { status: "failed", assertionResults: [] }] };
    expect(countTests(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
    const beside = { ...report, testResults: [...report.testResults, fileOf("failed")] };
    expect(countTests(beside, 1)).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });

  it("says of each skip why, from the test's name, and finds one that does not say", () => {
    const skipped = ["a books check (skipped without hledger)", "b"].map((fullName) => ({
      status: "skipped",
      fullName,
    }));
    const passed = { status: "passed", fullName: "c (skipped never)" };
    expect(
      skipsOf({ success: true, testResults: [{ status: "passed", assertionResults: [passed, ...skipped] }] }),
    ).toEqual([
      { name: "a books check (skipped without hledger)", reason: "without hledger" },
      { name: "b", reason: undefined },
    ]);
    expect(skipsOf(undefined)).toEqual([]);
  });

  it("fails without a report, even when npm test exits with 0", () => {
    expect(countTests(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it("fails when nothing ran", () => {
    expect(countTests({ success: true, testResults: [] }, 0).failed).toBe(1);
    expect(countTests({ success: true, testResults: [fileOf("skipped")] }, 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 1,
    });
  });

  it("fails when all tests passed but the run did not", () => {
    expect(countTests(green, 1).failed).toBe(1);
    expect(countTests({ ...green, success: false }, 0).failed).toBe(1);
  });

  it("counts each check as one, and the whole command as one when it left no list", () => {
    const checks = [
      { name: "check:types", ok: true },
      { name: "check:style", ok: false },
    ];
    expect(countChecks(checks, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(countChecks(undefined, 0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countChecks(undefined, 2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(countChecks([{ name: "check:types", ok: true }], 2)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  it("closes with one line and exits with 1 on any failure", () => {
    const checks = { passed: 2, failed: 0, skipped: 0 };
    expect(closing({ passed: 3, failed: 0, skipped: 2 }, checks)).toEqual({
      line: "5 passed, 0 failed, 2 skipped",
      exitCode: 0,
    });
    expect(closing({ passed: 3, failed: 1, skipped: 0 }, checks).exitCode).toBe(1);
  });
});

describe(".ci/run", () => {
  let root = "";

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "linli-ci-"));
    cpSync(fileURLToPath(new URL("../../.ci", import.meta.url)), join(root, ".ci"), { recursive: true });
    mkdirSync(join(root, "bin"));
    mkdirSync(join(root, "reports"));
    command("apt-get", "exit 1");
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Puts a command of this name in front of the machine's own. */
  function command(name: string, ...script: string[]): void {
    const path = join(root, "bin", name);
    writeFileSync(path, ["#!/usr/bin/env bash", ...script, ""].join("\n"));
    chmodSync(path, 0o755);
  }

  /** Runs the script with an `npm` that does `test` for `npm test` and `check` for `npm run check`. */
  function run(test: string, check: string): { lastLine: string; status: number | null } {
    command("npm", `if [ "$1" = test ]; then ${test}; else ${check}; fi`);
    const PATH = [join(root, "bin"), process.env.PATH].join(delimiter);
    const ended = spawnSync(join(root, ".ci/run"), { cwd: tmpdir(), encoding: "utf8", env: { ...process.env, PATH } });
    return { lastLine: ended.stdout.trimEnd().split("\n").at(-1) ?? "", status: ended.status };
  }

  function writes(report: unknown): string {
    return `echo '${JSON.stringify(report)}' > reports/vitest.json`;
  }

  it("passes when tests and checks pass, although no optional tool can be installed", () => {
    expect(run(writes(green), "true")).toEqual({ lastLine: "4 passed, 0 failed, 2 skipped", status: 0 });
  });

  it("still checks and closes with its line when the tests fail", () => {
    const red = { success: false, testResults: [fileOf("passed", "failed")] };
    expect(run(`${writes(red)}; exit 1`, "true")).toEqual({ lastLine: "2 passed, 1 failed, 0 skipped", status: 1 });
  });

  it("fails when npm test fails with a green report", () => {
    expect(run(`${writes(green)}; exit 1`, "true")).toEqual({ lastLine: "4 passed, 1 failed, 2 skipped", status: 1 });
  });

  it("fails when a check fails", () => {
    expect(run(writes(green), "exit 3")).toEqual({ lastLine: "3 passed, 1 failed, 2 skipped", status: 1 });
  });

  it("runs every check:* script although one fails, and counts each", () => {
    const scripts = { check: "", "check:types": "", "check:style": "", "check:openapi": "", start: "" };
    writeFileSync(join(root, "package.json"), JSON.stringify({ scripts }));
    const checks = 'if [ "$2" = check ]; then node .ci/checks.mjs; else [ "$3" != check:types ]; fi';
    expect(run(writes(green), checks)).toEqual({ lastLine: "5 passed, 1 failed, 2 skipped", status: 1 });
  });

  it("fails when package.json has no check:* script", () => {
    writeFileSync(join(root, "package.json"), JSON.stringify({ scripts: { check: "" } }));
    expect(run(writes(green), "node .ci/checks.mjs")).toEqual({
      lastLine: "3 passed, 1 failed, 2 skipped",
      status: 1,
    });
  });

  it("never counts the report of an earlier run", () => {
    writeFileSync(join(root, "reports/vitest.json"), JSON.stringify(green));
    expect(run("true", "true")).toEqual({ lastLine: "1 passed, 1 failed, 0 skipped", status: 1 });
  });

  it("closes with its line when it is interrupted", () => {
    expect(run('kill -TERM "$PPID"; sleep 0.2', "true")).toEqual({
      lastLine: "0 passed, 2 failed, 0 skipped",
      status: 1,
    });
  });
});
