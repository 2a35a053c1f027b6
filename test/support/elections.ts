/** Small elections for tests, written as people write them. */
import { choiceCells, pointCells, rankingCells } from "../../functions/polls/tally/ballot.ts";
import { Box } from "../../functions/polls/tally/box.ts";
import type { BudgetPoll, BudgetResult } from "../../functions/polls/tally/budget/poll.ts";
import { type Ratio, ratioText } from "../../functions/polls/tally/ratio.ts";
import type { Contest } from "../../functions/polls/tally/scoring.ts";

/** Candidates named by letters: `A` is 0. */
export const letters = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => String.fromCharCode(65 + at));

const place = (letter: string): number => letter.charCodeAt(0) - 65;

/** `{ "A>B=C": 3, "B>>A": 1 }`: letters, `=` for one rank, nothing between two `>` for an empty rank. */
export const rankings = (ballots: Readonly<Record<string, number>>): Box => {
  const box = new Box();
  for (const [text, count] of Object.entries(ballots)) {
    const ranks = text === "" ? [] : text.split(">").map((rank) => (rank === "" ? [] : rank.split("=").map(place)));
    box.add(rankingCells(ranks), count);
  }
  return box;
};

/** `{ "AC": 3, "": 1 }`: whom a ballot names. */
export const choices = (ballots: Readonly<Record<string, number>>): Box => {
  const box = new Box();
  for (const [text, count] of Object.entries(ballots)) box.add(choiceCells([...text].map(place)), count);
  return box;
};

/** Points by letter, and how many ballots give them. */
export const points = (ballots: readonly (readonly [Readonly<Record<string, number>>, number])[]): Box => {
  const box = new Box();
  for (const [given, count] of ballots) {
    box.add(pointCells(Object.entries(given).map(([letter, value]) => [place(letter), value] as const)), count);
  }
  return box;
};

/** A contest of lettered candidates; the earlier letter wins a tie. */
export const contest = (candidates: number, seats = 1, ties: Contest["ties"] = { by: "CANDIDATE_ORDER" }): Contest => ({
  candidates: letters(candidates),
  seats,
  ties,
});

/** A budget poll of lettered projects with these costs; the earlier letter wins a tie. */
export const budgetOf = (costs: readonly number[], budget: number, more: Partial<BudgetPoll> = {}): BudgetPoll => ({
  projects: letters(costs.length).map((id, at) => ({ id, cost: costs[at] as number })),
  budget,
  ties: { by: "CANDIDATE_ORDER" },
  ...more,
});

const text = (value: Ratio | null): string | null => (value ? ratioText(value) : null);

/** Of each project its price, its effective votes and the money behind it, as text. */
export const pricesOf = ({ outcomes }: BudgetResult): (string | null)[][] =>
  outcomes.map(({ price, effectiveVotes, money }) => [text(price), text(effectiveVotes), text(money)]);

/** Positions as letters. */
export const named = (candidates: readonly number[]): string => candidates.map((one) => letters(26)[one]).join("");

/** Tiers as text: `A > B=C`. */
export const tiersText = (tiers: readonly (readonly number[])[]): string =>
  tiers.map((tier) => [...tier].map((one) => named([one])).join("=")).join(" > ");
