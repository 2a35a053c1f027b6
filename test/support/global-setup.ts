/**
 * Starts the embedded engine once for all integration tests of a run; each test file makes a table of its own in it.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Engine, startEngine } from "../../infra/local/engine.ts";
import { checkLeastPrivilege } from "./least-privilege.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly engine: { readonly kind: string; readonly endpoint: string };
    /** File that gathers which actions each operation used. */
    readonly actions: string;
  }
}

/** `LINLI_TEST_ENGINE=dynamodb-local` runs the same tests on Amazon's engine. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kind = (process.env.LINLI_TEST_ENGINE ?? "dynoxide") as Engine["kind"];
  const engine = await startEngine({ kind });
  project.provide("engine", { kind: engine.kind, endpoint: engine.endpoint });
  const folder = mkdtempSync(join(tmpdir(), "linli-actions-"));
  const actions = join(folder, "used");
  writeFileSync(actions, "");
  project.provide("actions", actions);
  return async () => {
    await engine.stop();
    try {
      checkLeastPrivilege(project, actions);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
