/** A short run of the simulation, and that it would see what it is there to see. */
import { describe, expect, it } from "vitest";
import { contexts } from "./contexts.ts";
import { play } from "./kernel/play.ts";
import { SIMULATED_FAULTS, type SimulatedFault } from "./kernel/scheduler.ts";
import { isCaught, STEPS, seedsOf } from "./report.ts";

const SEEDS = 20;
/** Beside the seeds that are always the same, some that no run had before. */
const FRESH = 5;
const base = Math.abs(Number(process.env.LINLI_SEED ?? 1));

/** Faults that the plays of all contexts met. */
const metByAny = new Set<SimulatedFault>();

describe.each(contexts)("the simulated $context.name", (staged) => {
  it(`is as its model has it in ${SEEDS} known and ${FRESH} fresh plays, with every fault in them`, async () => {
    const met = new Set<SimulatedFault>();
    const { rare = [] } = staged.context;
    const seeds = [
      ...Array.from({ length: SEEDS }, (_, index) => index + 1),
      ...Array.from({ length: FRESH }, (_, n) => base + n),
    ];
    for (const seed of seeds) {
      const { finding, faults } = await play({ ...staged, seed, steps: STEPS });
      expect(finding, `npm run test:simulation -- --seed ${seed} --steps ${STEPS}`).toBeUndefined();
      for (const fault of faults.keys()) met.add(fault);
    }
    expect(SIMULATED_FAULTS.filter((fault) => !met.has(fault) && !rare.includes(fault))).toEqual([]);
    for (const fault of met) metByAny.add(fault);
  }, 120_000);

  it("is the same play for the same seed, and another for another", async () => {
    const digests = [];
    for (const seed of [7, 7, 8]) digests.push((await play({ ...staged, seed, steps: STEPS })).digest);
    expect(digests[1]).toBe(digests[0]);
    expect(digests[2]).not.toBe(digests[0]);
  }, 60_000);

  it.each(staged.context.mutants.map((mutant) => ({ ...mutant, most: seedsOf(mutant), mutant })))(
    "finds the mutant $name within $most seeds: $about",
    async ({ mutant }) => {
      expect(await isCaught(staged, mutant)).toBe(true);
    },
    120_000,
  );
});

it("has every fault in the plays of some context", () => {
  expect(SIMULATED_FAULTS.filter((fault) => !metByAny.has(fault))).toEqual([]);
});
