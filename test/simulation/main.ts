/**
 * `npm run test:simulation -- --seed S --steps N [--seeds COUNT] [--context NAME] [--mutant NAME]`: plays seeds, says
 * what each came to, and ends with 1 at the first finding. The same seed is the same play.
 */
import { parseArgs } from "node:util";
import { contexts } from "./contexts.ts";
import { play } from "./kernel/play.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    steps: { type: "string", default: "40" },
    seeds: { type: "string", default: "1" },
    context: { type: "string", default: "ledger" },
    mutant: { type: "string" },
  },
});
const chosen = contexts.find(({ context }) => context.name === values.context);
if (!chosen) throw new Error(`no context ${values.context}: ${contexts.map(({ context }) => context.name).join(", ")}`);
const mutant = chosen.context.mutants.find(({ name }) => name === values.mutant);
if (values.mutant !== undefined && !mutant) throw new Error(`no mutant ${values.mutant}`);
const [first, count, steps] = [Number(values.seed), Number(values.seeds), Number(values.steps)];
for (let seed = first; seed < first + count; seed++) {
  const { finding, commands, refused, digest } = await play({ ...chosen, seed, steps, ...(mutant ? { mutant } : {}) });
  process.stdout.write(
    `seed ${seed}: ${finding ?? "as the model has it"} (${commands} commands, ${refused} refused, ${digest})\n`,
  );
  if (finding !== undefined) {
    process.stdout.write(
      `again: npm run test:simulation -- --seed ${seed} --steps ${steps} --context ${chosen.context.name}\n`,
    );
    process.exitCode = 1;
    break;
  }
}
