/**
 * `node test/simulation/report.ts [--seeds COUNT] [--minutes MOST] [--context NAME]...`: plays so many seeds of each
 * context, fewer when the minutes are over, and each mutant until it is found, and writes the context's section of
 * docs/simulation.md. Long: ten thousand seeds take the better part of an hour on a free core.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { contexts } from "./contexts.ts";
import type { Mutant } from "./kernel/mutants.ts";
import { play } from "./kernel/play.ts";

/** Steps of each play of the page. */
export const STEPS = 15;
/** Seeds within which every mutant must be found, but for those that say otherwise. */
export const MUTANT_SEEDS_MAX = 60;
const SEEDS_DEFAULT = 10_000;
const MINUTES_DEFAULT = 600;
const MINUTE_MS = 60_000;
const PROGRESS_SEEDS = 100;
const file = new URL("../../docs/simulation.md", import.meta.url);

/** What was played: the commit, and whether files differ from it. */
const revision = (): string =>
  execFileSync("git", ["describe", "--always", "--dirty", "--abbrev=7"], { encoding: "utf8" }).trim();

/** Seeds within which a mutant must be found. */
export const seedsOf = ({ within = MUTANT_SEEDS_MAX }: Mutant): number => within;

const seedsIn = (mutant: Mutant): number[] => Array.from({ length: seedsOf(mutant) }, (_, index) => index + 1);

/** The first of the seeds at which a mutant is found, with what was found; undefined when none of them finds it. */
export const caught = async (
  staged: (typeof contexts)[number],
  mutant: Mutant,
  seeds: readonly number[] = seedsIn(mutant),
): Promise<{ readonly seed: number; readonly finding: string } | undefined> => {
  for (const seed of seeds) {
    const { finding } = await play({ ...staged, seed, steps: STEPS, mutant });
    if (finding !== undefined) return { seed, finding };
  }
  return undefined;
};

/** Whether a mutant is found within its seeds, of which the one that is noted on it is looked at first. */
export const isCaught = async (staged: (typeof contexts)[number], mutant: Mutant): Promise<boolean> => {
  const noted = seedsIn(mutant).filter((seed) => seed === mutant.seed);
  return ((await caught(staged, mutant, noted)) ?? (await caught(staged, mutant))) !== undefined;
};

const played = async (staged: (typeof contexts)[number], most: number, minutes: number) => {
  const until = Date.now() + minutes * MINUTE_MS;
  const faults = new Map<string, number>();
  const findings: string[] = [];
  let [commands, refused, seeds] = [0, 0, 0];
  for (let seed = 1; seed <= most && Date.now() < until; seed++) {
    seeds = seed;
    const result = await play({ ...staged, seed, steps: STEPS });
    commands += result.commands;
    refused += result.refused;
    for (const [fault, count] of result.faults) faults.set(fault, (faults.get(fault) ?? 0) + count);
    if (result.finding !== undefined) {
      findings.push(`seed ${seed}: ${result.finding}`);
      process.stderr.write(`${findings.at(-1)}\n`);
    }
    if (seed % PROGRESS_SEEDS === 0) process.stderr.write(`${staged.context.name}: ${seed} seeds\n`);
  }
  return { faults, findings, commands, refused, seeds };
};

const section = async (staged: (typeof contexts)[number], most: number, minutes: number): Promise<string> => {
  const at = revision();
  const { faults, findings, commands, refused, seeds } = await played(staged, most, minutes);
  const { name } = staged.context;
  const met = [...faults].sort().map(([fault, count]) => `${fault} ${count}`);
  const rows: string[] = [];
  for (const mutant of staged.context.mutants) {
    const found = await caught(staged, mutant);
    rows.push(`| \`${mutant.name}\` | ${mutant.about} | ${found?.seed ?? `not within ${seedsOf(mutant)}`} |`);
  }
  return `## ${name}

Seeds 1 to ${seeds}, ${STEPS} steps each: ${commands} commands (${refused} refused), findings: ${findings.length}.
Commit ${at}.
${findings.map((finding) => `- ${finding}\n`).join("")}
Faults met: ${met.join(", ")}.

| mutant | what it stands for | found at seed |
| :-- | :-- | --: |
${rows.join("\n")}
`;
};

/** The page with a context's section in place of the one between its marks, or behind the others. */
export const withSection = (page: string, name: string, text: string): string => {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(open), page.indexOf(close)];
  const marked = `${open}\n${text}${close}`;
  return from < 0 || to < from
    ? `${page.trimEnd()}\n\n${marked}\n`
    : `${page.slice(0, from)}${marked}${page.slice(to + close.length)}`;
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: String(SEEDS_DEFAULT) },
      minutes: { type: "string", default: String(MINUTES_DEFAULT) },
      context: { type: "string", multiple: true, default: [] },
    },
  });
  const chosen = contexts.filter(({ context }) => values.context.length === 0 || values.context.includes(context.name));
  for (const staged of chosen) {
    const text = await section(staged, Number(values.seeds), Number(values.minutes));
    writeFileSync(file, withSection(readFileSync(file, "utf8"), staged.context.name, text));
  }
};

if (import.meta.main) await main();
