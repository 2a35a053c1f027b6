/** What the tally's benchmark counts. */
import { headVerdict } from "../../functions/polls/tally/assembly.ts";
import type { Box } from "../../functions/polls/tally/box.ts";
import { type EqualSharesRules, equalShares } from "../../functions/polls/tally/budget/equal-shares.ts";
import { greedy } from "../../functions/polls/tally/budget/greedy.ts";
import { phragmen } from "../../functions/polls/tally/budget/phragmen.ts";
import type { BudgetPoll } from "../../functions/polls/tally/budget/poll.ts";
import { Supporters } from "../../functions/polls/tally/budget/purses.ts";
import { count, type Method } from "../../functions/polls/tally/methods.ts";
import { type OwnedUnit, type OwnersChoice, ownersVerdict } from "../../functions/polls/tally/owners.ts";
import type { BallotKind } from "./tally-ballots.ts";

export interface BenchCase {
  readonly name: string;
  readonly ballots: number;
  readonly candidates: number;
  readonly kind: BallotKind;
  /** Counts the box; a word on the outcome for the table. */
  readonly count: (box: Box) => string;
}

const MILLION = 1_000_000;
const CANDIDATES = 12;
const PROJECTS = 160;
const CITY = 90_000;
/** Money in minor units: 30 million in the unit of the currency, and projects from a twentieth of a percent of it. */
const BUDGET = 3_000_000_000;
const COST_MIN = 1_500_000;

const elects = (name: string, kind: BallotKind, method: Method, seats = 1): BenchCase => ({
  name,
  ballots: MILLION,
  candidates: CANDIDATES,
  kind,
  count: (box) => {
    const candidates = Array.from({ length: CANDIDATES }, (_, place) => `candidate ${place}`);
    const { winners } = count(box, { candidates, seats, ties: { by: "SEEDED", seed: "bench" } }, method);
    return `elected ${winners.join(", ")}`;
  },
});

const poll: BudgetPoll = {
  projects: Array.from({ length: PROJECTS }, (_, place) => ({
    id: `project ${place}`,
    // Spread from the least to about fifty times it, unrelated to how popular a project is.
    cost: COST_MIN + ((place * 7_919) % PROJECTS) * 467_123,
  })),
  budget: BUDGET,
  ties: { by: "SEEDED", seed: "bench" },
  prefer: ["MORE_SUPPORT"],
};

const funds = (name: string, ballots: number, run: (box: Box) => { funded: readonly number[]; more?: string }) => ({
  name,
  ballots,
  candidates: PROJECTS,
  kind: "projects" as const,
  count: (box: Box) => {
    const { funded, more = "" } = run(box);
    return `${funded.length} funded${more}`;
  },
});

const shares = (rules: EqualSharesRules) => (box: Box) => {
  const { funded, increments } = equalShares(box, poll, rules);
  return { funded, more: increments > 0 ? `, ${increments} increments` : "" };
};

/** An increment of one unit of the currency for each voter. */
const ADD1 = { increment: 100 } as const;

const greedyByVotes = (skip: boolean) => (box: Box) => {
  const { votes } = new Supporters(box, PROJECTS);
  return greedy(poll, votes, votes, { skip });
};

const ANSWERS: readonly OwnersChoice[] = ["YES", "NO", "ABSTAIN"];
/** Of ten units so many are voted; every eighth unit is the second one of its owner. */
const VOTED_TENTHS = 7;
const OWNED = 8;

/** Answers of a box to yes, no or abstain. */
const answers = (name: string, run: (box: Box) => { readonly passed: boolean }): BenchCase => ({
  name,
  ballots: MILLION,
  candidates: ANSWERS.length,
  kind: "choice",
  count: (box) => (run(box).passed ? "passed" : "not passed"),
});

/** As many units as ballots, in which the box says what was answered; made here as the count's job makes them. */
const owners = (box: Box) => {
  const units: OwnedUnit[] = [];
  for (let index = 0; index < box.size; index++) {
    const choice = ANSWERS[box.row(index)[0] as number] as OwnersChoice;
    for (let copy = 0; copy < box.count(index); copy++) {
      const at = units.length;
      const head = `head ${at % OWNED === 0 ? at + 1 : at}`;
      units.push({
        unit: String(at),
        head,
        area: 6_000 + (at % 9_000),
        choice: at % 10 < VOTED_TENTHS ? choice : null,
      });
    }
  }
  return ownersVerdict(units, { matter: "SPECIAL" });
};

const assembly = (box: Box) => {
  const said = [0, 0, 0];
  for (let index = 0; index < box.size; index++) said[box.row(index)[0] as number] = box.count(index);
  const [yes = 0, no = 0, abstain = 0] = said;
  return headVerdict({ entitled: MILLION, yes, no, abstain });
};

const LAST = { unranked: "LAST" } as const;

export const BENCH_CASES: readonly BenchCase[] = [
  answers("owners, article 278", owners),
  answers("assembly, yes or no", assembly),
  elects("plurality", "choice", { method: "PLURALITY" }),
  elects("approval", "approval", { method: "APPROVAL" }),
  elects("score", "points", { method: "SCORE", rules: { max: 5 } }),
  elects("cumulative", "points", { method: "CUMULATIVE", rules: { points: 25 } }),
  elects("Borda", "ranking", { method: "BORDA" }),
  elects("Copeland", "ranking", { method: "COPELAND", ...LAST }),
  elects("minimax, winning votes", "ranking", { method: "MINIMAX", by: "WINNING_VOTES", ...LAST }),
  elects("minimax, margins", "ranking", { method: "MINIMAX", by: "MARGINS", ...LAST }),
  elects("minimax, opposition", "ranking", { method: "MINIMAX", by: "OPPOSITION", ...LAST }),
  elects("Schulze, winning votes", "ranking", { method: "SCHULZE", by: "WINNING_VOTES", ...LAST }),
  elects("Schulze, margins", "ranking", { method: "SCHULZE", by: "MARGINS", ...LAST }),
  elects("ranked pairs, winning votes", "ranking", { method: "RANKED_PAIRS", by: "WINNING_VOTES", ...LAST }),
  elects("ranked pairs, margins", "ranking", { method: "RANKED_PAIRS", by: "MARGINS", ...LAST }),
  elects("instant runoff", "ranking", { method: "IRV" }),
  elects("STV, 4 seats", "ranking", { method: "STV" }, 4),
  funds("greedy", MILLION, greedyByVotes(true)),
  funds("greedy, no skip", MILLION, greedyByVotes(false)),
  funds("equal shares", MILLION, shares({ completion: "NONE" })),
  funds("Phragmén", MILLION, (box) => phragmen(box, poll, { skip: false })),
  funds("equal shares", CITY, shares({ completion: "NONE" })),
  funds("equal shares, add1u, comparison", CITY, shares({ completion: "ADD1U", comparison: "PROJECTS", ...ADD1 })),
  funds("Phragmén", CITY, (box) => phragmen(box, poll, { skip: false })),
];
