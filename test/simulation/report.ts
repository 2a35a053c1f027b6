/**
 * `node test/simulation/report.ts [seeds]`: plays so many seeds of each context and each mutant until it is found, and
 * writes docs/simulation.md. Long: ten thousand seeds take a quarter of an hour on a free core.
 */
import { writeFileSync } from "node:fs";
import { contexts } from "./contexts.ts";
import type { Mutant } from "./kernel/mutants.ts";
import { play } from "./kernel/play.ts";

/** Steps of each play of the page. */
export const STEPS = 15;
/** Seeds within which every mutant must be found. */
export const MUTANT_SEEDS_MAX = 60;
const SEEDS_DEFAULT = 10_000;
const PROGRESS_SEEDS = 100;
const file = new URL("../../docs/simulation.md", import.meta.url);

/** The first seed at which a mutant is found, with what was found; undefined when none of the seeds finds it. */
export const caught = async (
  staged: (typeof contexts)[number],
  mutant: Mutant,
  seeds = MUTANT_SEEDS_MAX,
): Promise<{ readonly seed: number; readonly finding: string } | undefined> => {
  for (let seed = 1; seed <= seeds; seed++) {
    const { finding } = await play({ ...staged, seed, steps: STEPS, mutant });
    if (finding !== undefined) return { seed, finding };
  }
  return undefined;
};

const played = async (staged: (typeof contexts)[number], seeds: number) => {
  const faults = new Map<string, number>();
  const findings: string[] = [];
  let [commands, refused] = [0, 0];
  for (let seed = 1; seed <= seeds; seed++) {
    const result = await play({ ...staged, seed, steps: STEPS });
    commands += result.commands;
    refused += result.refused;
    for (const [fault, count] of result.faults) faults.set(fault, (faults.get(fault) ?? 0) + count);
    if (result.finding !== undefined) findings.push(`seed ${seed}: ${result.finding}`);
    if (seed % PROGRESS_SEEDS === 0) process.stderr.write(`${staged.context.name}: ${seed} seeds\n`);
  }
  return { faults, findings, commands, refused };
};

const section = async (staged: (typeof contexts)[number], seeds: number): Promise<string> => {
  const { faults, findings, commands, refused } = await played(staged, seeds);
  const { name } = staged.context;
  const met = [...faults].sort().map(([fault, count]) => `${fault} ${count}`);
  const rows: string[] = [];
  for (const mutant of staged.context.mutants) {
    const found = await caught(staged, mutant);
    rows.push(`| \`${mutant.name}\` | ${mutant.about} | ${found?.seed ?? `not within ${MUTANT_SEEDS_MAX}`} |`);
  }
  return `## ${name}

Seeds 1 to ${seeds}, ${STEPS} steps each: ${commands} commands (${refused} refused), findings: ${findings.length}.
${findings.map((finding) => `- ${finding}\n`).join("")}
Faults met: ${met.join(", ")}.

| mutant | what it stands for | found at seed |
| :-- | :-- | --: |
${rows.join("\n")}
`;
};

/** The page for so many seeds. */
const page = async (seeds: number): Promise<string> => {
  const sections: string[] = [];
  for (const staged of contexts) sections.push(await section(staged, seeds));
  return `# Simulation

Made by \`node test/simulation/report.ts ${seeds}\`. A play is a district in memory: the real handlers, jobs and
SDK client on an engine in memory that a property test holds against the embedded one. Up to three commands, or
a job and its double, are under way at the same time; a seed decides whose request reaches the table next, which
of them is throttled, conflicted, lost before or after its commit, committed late, answered in part, and which
process dies. Clients ask again under their keys until they know. After each step some order of the commands
must explain all answers to a model that shares no code with the product, and the table must have the model's
numbers; at the end the journal is sealed and its chains are checked. \`npm run test:simulation -- --seed S
--steps N\` plays one seed again, exactly.

What it found in the product on its first day: a read that the table throttled was answered 500 instead of 503;
of two reversals of one transfer at once the second could be told that points were missing, for good, instead of
"already reversed".

${sections.join("\n")}`;
};

if (import.meta.main) writeFileSync(file, await page(Number(process.argv[2] ?? SEEDS_DEFAULT)));
