/** Name of the environment variable that reproduces a run of every random test. */
export const SEED_VARIABLE = "LINLI_SEED";

const SEED_MIN = -(2 ** 31);
const SEED_MAX = 2 ** 31 - 1;

/**
 * The seed of this run: the 32-bit integer in `LINLI_SEED`, or the one that `make` draws.
 *
 * @param environment the process's environment
 * @param make draws a fresh seed; called only when the variable is unset or empty
 * @returns a 32-bit signed integer, the range that fast-check accepts
 * @throws when the variable holds anything else: a mistyped seed must not silently run another sequence
 */
export function seedOf(environment: Readonly<Record<string, string | undefined>>, make: () => number): number {
  const given = environment[SEED_VARIABLE];
  if (given === undefined || given === "") return make();
  const seed = Number(given);
  if (!Number.isInteger(seed) || seed < SEED_MIN || seed > SEED_MAX) {
    throw new Error(`${SEED_VARIABLE} must be an integer from ${SEED_MIN} to ${SEED_MAX}, not "${given}"`);
  }
  return seed;
}

/** Draws a fresh non-negative 32-bit seed. */
export function freshSeed(): number {
  return Math.floor(Math.random() * SEED_MAX);
}
