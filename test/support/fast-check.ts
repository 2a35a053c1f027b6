import fc from "fast-check";
import { freshSeed, SEED_VARIABLE, seedOf } from "./seed.ts";

/**
 * Set-up file of every test file: all properties of a run share one seed, so `LINLI_SEED=<seed> npm test` repeats it.
 * `vitest.config.ts` draws and prints the seed once for all workers; it is drawn here only under another configuration.
 */
const seed = seedOf(process.env, () => {
  const drawn = freshSeed();
  process.stderr.write(`${SEED_VARIABLE}=${drawn} repeats this run's random tests\n`);
  return drawn;
});

fc.configureGlobal({ seed, verbose: fc.VerbosityLevel.Verbose });
