/**
 * Starts the engine once for all integration tests of a project; each test file makes a table of its own in it.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Engine, EngineUnavailable, startEngine } from "../../infra/local/engine.ts";
import { checkLeastPrivilege } from "./least-privilege.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly engine: { readonly kind: Engine["kind"]; readonly endpoint: string };
    /** File that gathers which actions each operation used. */
    readonly actions: string;
  }
}

/** The vitest project that holds the same tests against Amazon's DynamoDB Local, where Java and its package are. */
export const AMAZON_PROJECT = "engine-amazon";

/** Matches no test's name: every test of the project counts as skipped. */
const NOTHING = /(?!)/;

/** Starts the engine; undefined where the tests against Amazon's are to be skipped. */
const engineOf = async (kind: Engine["kind"], isOptional: boolean): Promise<Engine | undefined> => {
  try {
    return await startEngine({ kind });
  } catch (error) {
    // A choice of the user: without it the tests are skipped and say why. An engine that fails to start is a fault.
    const isAbsent = error instanceof EngineUnavailable && /^(java|jar)_/.test(error.code);
    if (!isOptional || !isAbsent) throw error;
    process.stderr.write(`${AMAZON_PROJECT}: tests skipped. ${error.message} ${error.remedy}\n`);
    return undefined;
  }
};

/** `LINLI_TEST_ENGINE=dynamodb-local` runs all tests of the project `engine` on Amazon's engine. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const isAmazon = project.name === AMAZON_PROJECT;
  const kind = isAmazon ? "dynamodb-local" : ((process.env.LINLI_TEST_ENGINE ?? "dynoxide") as Engine["kind"]);
  const engine = await engineOf(kind, isAmazon);
  project.provide("engine", { kind, endpoint: engine?.endpoint ?? "" });
  if (!engine) project.config.testNamePattern = NOTHING;
  const folder = mkdtempSync(join(tmpdir(), "linli-actions-"));
  const actions = join(folder, "used");
  writeFileSync(actions, "");
  project.provide("actions", actions);
  return async () => {
    await engine?.stop();
    try {
      // Amazon's engine runs a part of the tests only, so what they used says little.
      if (!isAmazon) checkLeastPrivilege(project, actions);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
