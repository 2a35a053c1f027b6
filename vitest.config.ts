import { defineConfig } from "vitest/config";
import { AMAZON_PROJECT } from "./test/support/global-setup.ts";
import { freshSeed, SEED_VARIABLE, seedOf } from "./test/support/seed.ts";

const TEST_TIMEOUT_MS = 30_000;
const HOOK_TIMEOUT_MS = 60_000;
/** Two cores are what a small CI machine has; more workers than cores only make the embedded engine's timings noisy. */
const WORKERS_MAX = 2;

/** Behaviours held against Amazon's engine too; the rest would take minutes there. */
const AMAZON_TESTS = [
  "test/integration/ledger/{transfer,hold,groups,requests,rewards,budget,catalogue,redemption,statement}.test.ts",
  "test/integration/ledger/jobs-*.test.ts",
  "test/integration/residents/{people,places,households,relations,erasure}.test.ts",
];

const seed = String(seedOf(process.env, freshSeed));
process.stderr.write(`${SEED_VARIABLE}=${seed} repeats this run's random tests\n`);

export default defineConfig({
  test: {
    env: { [SEED_VARIABLE]: seed },
    setupFiles: ["test/support/fast-check.ts"],
    pool: "forks",
    maxWorkers: WORKERS_MAX,
    testTimeout: TEST_TIMEOUT_MS,
    hookTimeout: HOOK_TIMEOUT_MS,
    allowOnly: false,
    passWithNoTests: false,
    reporters: ["default", "json"],
    outputFile: { json: "reports/vitest.json" },
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["test/unit/**/*.test.ts", "test/tidy/**/*.test.ts", "test/infra/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "engine",
          include: [
            "test/property/**/*.test.ts",
            "test/integration/**/*.test.ts",
            "test/security/**/*.test.ts",
            "test/simulation/**/*.test.ts",
          ],
          // Started once for the run, and only when a test of this project runs: `--project pure` needs no engine.
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: AMAZON_PROJECT,
          include: AMAZON_TESTS,
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
    ],
  },
});
