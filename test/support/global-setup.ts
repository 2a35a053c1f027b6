/**
 * Starts the engine once for all integration tests of a project; each test file makes a table of its own in it.
 */
import type { TestProject } from "vitest/node";
import { type Engine, EngineUnavailable, startEngine } from "../../infra/local/engine.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly engine: { readonly kind: Engine["kind"]; readonly endpoint: string };
  }
}

/** The vitest project that holds the same tests against Amazon's DynamoDB Local, where Java and its package are. */
export const AMAZON_PROJECT = "engine-amazon";

/** Matches no test's name: every test of the project counts as skipped. */
const NOTHING = /(?!)/;

/** `LINLI_TEST_ENGINE=dynamodb-local` runs all tests of the project `engine` on Amazon's engine. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const isAmazon = project.name === AMAZON_PROJECT;
  const kind = isAmazon ? "dynamodb-local" : ((process.env.LINLI_TEST_ENGINE ?? "dynoxide") as Engine["kind"]);
  try {
    const engine = await startEngine({ kind });
    project.provide("engine", { kind, endpoint: engine.endpoint });
    return () => engine.stop();
  } catch (error) {
    // A choice of the user: without it the tests are skipped and say why. An engine that fails to start is a fault.
    const isAbsent = error instanceof EngineUnavailable && /^(java|jar)_/.test(error.code);
    if (!isAmazon || !isAbsent) throw error;
    process.stderr.write(`${AMAZON_PROJECT}: tests skipped. ${error.message} ${error.remedy}\n`);
    project.provide("engine", { kind, endpoint: "" });
    project.config.testNamePattern = NOTHING;
    return async () => undefined;
  }
}
