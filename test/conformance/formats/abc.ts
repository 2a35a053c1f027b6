/**
 * abcvoting's instances (`.abc.yaml`): approval ballots, a committee size and the committees of many rules. Committees
 * are participatory budgeting with projects of cost 1, so they check equal shares and sequential Phragmén.
 */
import { choiceCells } from "../../../functions/polls/tally/ballot.ts";
import { Box } from "../../../functions/polls/tally/box.ts";
import { equalShares } from "../../../functions/polls/tally/budget/equal-shares.ts";
import { phragmen } from "../../../functions/polls/tally/budget/phragmen.ts";
import type { BudgetPoll } from "../../../functions/polls/tally/budget/poll.ts";
import { approval } from "../../../functions/polls/tally/scoring.ts";
import type { TieRule } from "../../../functions/polls/tally/ties.ts";
import { type Case, countTold, type Format, skipped, type Verdict } from "../cases.ts";

interface Instance {
  readonly box: Box;
  readonly candidates: number;
  readonly seats: number;
}

type Rule = (instance: Instance, ties: TieRule) => readonly number[];

const pollOf = ({ candidates, seats }: Instance, ties: TieRule): BudgetPoll => ({
  projects: Array.from({ length: candidates }, (_, place) => ({ id: String(place), cost: 1 })),
  budget: seats,
  ties,
});

const RULES: Readonly<Record<string, Rule>> = {
  av: ({ box, candidates, seats }, ties) =>
    approval(box, { candidates: Array.from({ length: candidates }, (_, place) => String(place)), seats, ties }).winners,
  seqphragmen: (instance, ties) => phragmen(instance.box, pollOf(instance, ties), { skip: false }).funded,
  "equal-shares": (instance, ties) => equalShares(instance.box, pollOf(instance, ties), { completion: "NONE" }).funded,
  "equal-shares-with-av-completion": (instance, ties) =>
    equalShares(instance.box, pollOf(instance, ties), { completion: "UTILITARIAN" }).funded,
};

/**
 * Whether a committee is known. abcvoting fills seats that a rule leaves empty by another rule or with anyone; then
 * ours has to be a part of a known committee.
 */
const isKnown = (committee: readonly number[], known: readonly (readonly number[])[], seats: number): boolean =>
  known.some((other) => {
    const inside = committee.every((candidate) => other.includes(candidate));
    return inside && (committee.length === other.length || committee.length < seats);
  });

const run = (instance: Instance, rule: Rule, known: readonly (readonly number[])[]): Verdict => {
  const first = rule(instance, { by: "CANDIDATE_ORDER" });
  const text = (committee: readonly number[]) => [...committee].sort((a, b) => a - b).join(",");
  const reason = (ours: readonly number[]) => `elects ${text(ours)}; known: ${known.map(text).join(" or ")}`;
  if (!isKnown(first, known, instance.seats)) return { verdict: "DISAGREES", reason: reason(first) };
  for (const committee of known) {
    const told = countTold(
      (ties) => rule(instance, ties),
      ({ tied }) => tied.find((candidate) => committee.includes(candidate)) ?? tied[0],
    );
    if (told && !isKnown(told, known, instance.seats)) return { verdict: "DISAGREES", reason: reason(told) };
  }
  return { verdict: "AGREES" };
};

const jsonAfter = (text: string, name: string): string | undefined =>
  new RegExp(`^${name}:\\s*([\\s\\S]*?)(?=^\\S)`, "m").exec(`${text}\nend:`)?.[1]?.trim();

const readInstance = (text: string): Instance => {
  const profile = JSON.parse(jsonAfter(text, "profile") ?? "[]") as number[][];
  const box = new Box();
  for (const ballot of profile) box.add(choiceCells(ballot));
  const candidates = Number(jsonAfter(text, "num_cand"));
  return { box, candidates, seats: Number(jsonAfter(text, "committeesize")) };
};

const RESULT = /^\s*- rule_id: (\S+)\s+result: (\[[\s\S]*?\]|null)\s+resolute: (true|false)/gm;

export const abcFormat: Format = {
  name: "abc",
  *cases({ paths, read }): Iterable<Case> {
    for (const file of paths.filter((path) => path.endsWith(".abc.yaml"))) {
      const text = read(file);
      for (const [, method = "", result = ""] of text.matchAll(RESULT)) {
        const rule = Object.hasOwn(RULES, method) ? RULES[method] : undefined;
        if (!rule) continue;
        const known = (result.startsWith("[") ? JSON.parse(result) : null) as number[][] | null;
        yield { file, method, run: () => (known ? run(readInstance(text), rule, known) : skipped("no known result")) };
      }
    }
  },
};
