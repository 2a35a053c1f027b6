/** The run's last check: what the API's functions are granted is what their operations were seen to use, no more. */
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { type ApiFunction, apiFunctions } from "../../infra/aws/plan.ts";

/** Tests that use the API through the policed client; only when all of them ran is what was not used superfluous. */
const TESTS = ["test/integration/**/*.test.ts", "test/security/**/*.test.ts"];

/**
 * What functions are granted and none of their operations used, one sentence each; `noted` has lines of an
 * operation's id and an action.
 */
export const superfluous = (noted: readonly string[], functions: readonly ApiFunction[]): readonly string[] => {
  const used = new Set(noted);
  return functions.flatMap(({ name, actions, operations }) =>
    actions
      .filter((action) => !operations.some(({ id }) => used.has(`${id} ${action}`)))
      .map((action) => {
        const by = operations.filter((operation) => operation.actions.includes(action)).map(({ id }) => id);
        return `${name} may ${action}, which no test saw it do; declared by ${by.join(", ")}: take it away or test it`;
      }),
  );
};

/** True when every test of the API ran whole and passed in this run. */
const ranWhole = ({ vitest, config }: TestProject): boolean => {
  if (config.testNamePattern) return false;
  const passed = vitest.state.getFiles().filter(({ result }) => result?.state === "pass");
  const ran = new Set(passed.map(({ filepath }) => filepath));
  return globSync(TESTS).every((file) => ran.has(resolve(file)));
};

/**
 * Compares the run's notes with the plan. Throws, which fails the run, when a function may do what nothing used; a run
 * of only some tests proves nothing and passes. (Using what is not declared fails the test that does it.)
 */
export const checkLeastPrivilege = (project: TestProject, file: string): void => {
  if (!ranWhole(project)) return;
  const found = superfluous(readFileSync(file, "utf8").split("\n"), apiFunctions());
  if (found.length > 0) throw new Error(["Functions are granted more than they use:", ...found].join("\n  "));
};
