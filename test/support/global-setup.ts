/**
 * Starts the embedded engine once for all integration tests of a run; each test file makes a table of its own in it.
 */
import type { TestProject } from "vitest/node";
import { type Engine, startEngine } from "../../infra/local/engine.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly engine: { readonly kind: string; readonly endpoint: string };
  }
}

/** `LINLI_TEST_ENGINE=dynamodb-local` runs the same tests on Amazon's engine. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kind = (process.env.LINLI_TEST_ENGINE ?? "dynoxide") as Engine["kind"];
  const engine = await startEngine({ kind });
  project.provide("engine", { kind: engine.kind, endpoint: engine.endpoint });
  return () => engine.stop();
}
