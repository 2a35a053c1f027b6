/** What is mutated, and which tests have to notice it: per context its pure rules and the tests that need no engine. */

/** Tells the runner's process which context's tests to load. */
export const CONTEXT_VARIABLE = "LINLI_MUTATION";

export interface MutatedContext {
  readonly name: string;
  /** Files whose every operator, condition and constant is changed once. */
  readonly mutate: readonly string[];
  /** Tests that are to fail for each change. */
  readonly tests: readonly string[];
}

const domainOf = (name: string): string => `functions/${name}/domain/**/*.ts`;
const unitTestsOf = (name: string): string => `test/unit/${name}/**/*.test.ts`;

/** The contexts that `npm run test:mutation` knows, smallest rules first to fail early. */
export const CONTEXTS: readonly MutatedContext[] = [
  {
    name: "ledger",
    mutate: [domainOf("ledger")],
    tests: [unitTestsOf("ledger")],
  },
  { name: "parking", mutate: [domainOf("parking")], tests: [unitTestsOf("parking")] },
  {
    name: "timebank",
    mutate: [domainOf("timebank")],
    tests: [unitTestsOf("timebank"), "test/property/timebank/matching.test.ts"],
  },
  { name: "fund", mutate: [domainOf("fund")], tests: [unitTestsOf("fund")] },
  {
    name: "polls",
    mutate: [domainOf("polls")],
    tests: ["test/unit/polls/{casting,choice,clock,due,lifecycle,minutes,outcome*,secret,terms,verdict}.test.ts"],
  },
  {
    name: "tally",
    mutate: ["functions/polls/tally/**/*.ts"],
    // Its laws (test/property/polls) are left out: a change that survives would take them a minute and a half.
    tests: [
      "test/unit/polls/{box,budget*,condorcet,conformance,heads,methods,owners,scoring,ties,transfer*,verdict}.test.ts",
    ],
  },
  {
    name: "residents",
    mutate: [domainOf("residents")],
    tests: [unitTestsOf("residents")],
  },
];
