/**
 * Plug-ins of the mutation run. Pure rules keep no state, so one process loads rules and tests once and tries mutant
 * after mutant by switching the instrumented branch: a mutant costs its tests' own milliseconds, where a test run of
 * its own would cost a second.
 */

import { globSync } from "node:fs";
import { registerHooks } from "node:module";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import type { InstrumenterContext } from "@stryker-mutator/api/core";
import { declareClassPlugin, declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from "@stryker-mutator/api/test-runner";
import { type Collected, takeCollected } from "./collect.ts";
import { CONTEXT_VARIABLE, CONTEXTS } from "./contexts.ts";

const COLLECTOR = new URL("./collect.ts", import.meta.url).href;

/** The switchboard that instrumented code reads. */
const switchboard: InstrumenterContext = {};
Object.assign(globalThis, { __stryker__: switchboard });

interface NamedTest extends Collected {
  readonly id: string;
  readonly fileName: string;
}

/** Loads the set-up and every test file of the context in the working folder. */
const load = async (): Promise<NamedTest[]> => {
  const context = CONTEXTS.find(({ name }) => name === process.env[CONTEXT_VARIABLE]);
  if (!context) throw new Error(`${CONTEXT_VARIABLE} names no context`);
  registerHooks({
    resolve: (specifier, from, next) =>
      specifier === "vitest" && from.parentURL !== COLLECTOR
        ? { url: COLLECTOR, shortCircuit: true }
        : next(specifier, from),
  });
  await import(pathToFileURL(resolve("test/support/fast-check.ts")).href);
  const loaded: NamedTest[] = [];
  for (const file of [...globSync([...context.tests])].sort()) {
    const fileName = resolve(file);
    await import(pathToFileURL(fileName).href);
    const { tests, before } = takeCollected();
    for (const call of before) await call();
    for (const [at, test] of tests.entries()) loaded.push({ ...test, id: `${file}#${at} ${test.name}`, fileName });
  }
  return loaded;
};

/** Runs the tests of pure rules within one process. */
class InProcessRunner implements TestRunner {
  #tests: Promise<NamedTest[]> | undefined;

  capabilities() {
    return { reloadEnvironment: false };
  }

  #loaded(): Promise<NamedTest[]> {
    this.#tests ??= load();
    return this.#tests;
  }

  async dryRun(): Promise<DryRunResult> {
    const results: TestResult[] = [];
    for (const { id, name, fileName, isSkipped, run } of await this.#loaded()) {
      const started = performance.now();
      const about = () => ({ id, name, fileName, timeSpentMs: performance.now() - started });
      if (isSkipped) {
        results.push({ ...about(), status: TestStatus.Skipped });
        continue;
      }
      switchboard.currentTestId = id;
      try {
        await run();
        results.push({ ...about(), status: TestStatus.Success });
      } catch (error) {
        results.push({ ...about(), status: TestStatus.Failed, failureMessage: String(error) });
      } finally {
        delete switchboard.currentTestId;
      }
    }
    const { mutantCoverage } = switchboard;
    return { status: DryRunStatus.Complete, tests: results, ...(mutantCoverage ? { mutantCoverage } : {}) };
  }

  async mutantRun({
    activeMutant,
    testFilter,
    hitLimit,
    mutantActivation,
  }: MutantRunOptions): Promise<MutantRunResult> {
    // A constant is made while its file is loaded, so its mutant must be on before that.
    if (mutantActivation === "static") switchboard.activeMutant = activeMutant.id;
    const tests = (await this.#loaded()).filter(
      ({ id, isSkipped }) => !isSkipped && (testFilter?.includes(id) ?? true),
    );
    switchboard.activeMutant = activeMutant.id;
    switchboard.hitCount = 0;
    if (hitLimit !== undefined) switchboard.hitLimit = hitLimit;
    try {
      for (const [at, { id, run }] of tests.entries()) {
        try {
          await run();
        } catch (error) {
          if (hitLimit !== undefined && (switchboard.hitCount ?? 0) > hitLimit) {
            return { status: MutantRunStatus.Timeout, reason: `more than ${hitLimit} times at the mutant` };
          }
          const failureMessage = String(error);
          return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests: at + 1 };
        }
      }
      return { status: MutantRunStatus.Survived, nrOfTests: tests.length };
    } finally {
      delete switchboard.activeMutant;
      delete switchboard.hitLimit;
    }
  }
}

/** A node of a syntax tree with its way up, as far as it is looked at here. */
interface Way {
  readonly node: { readonly type: string };
  readonly parentPath: Way | null;
}

const isText = ({ node }: Way): boolean => node.type === "StringLiteral" || node.type === "TemplateLiteral";

const isThrown = ({ parentPath }: Way): boolean =>
  parentPath?.node.type === "NewExpression" && parentPath.parentPath?.node.type === "ThrowStatement";

/**
 * The runner, and what is left out: what a developer alone reads, the message of a fault that is thrown. Refusals are
 * no such faults: their codes and fields are mutated.
 */
export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner),
  declareValuePlugin(PluginKind.Ignore, "messages", {
    shouldIgnore: (path) =>
      isText(path as unknown as Way) && isThrown(path as unknown as Way)
        ? "message of a fault that is thrown"
        : undefined,
  }),
];
