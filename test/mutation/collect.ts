/**
 * What `vitest` means to a test file while mutants are tried: tests are collected as plain functions, to be called
 * again and again without loading anything anew. Only what the tests of pure rules use is here; anything else fails
 * when it is imported or called.
 */
import { expect } from "vitest";

export { expect };

type Body = (...given: never[]) => unknown;

/** A test as it was written: its full name, and what to call. */
export interface Collected {
  readonly name: string;
  readonly isSkipped: boolean;
  readonly run: () => unknown;
}

const collected: Collected[] = [];
const titles: string[] = [];
let before: Body[] = [];

/** The tests of the files loaded since the last call, and what is to be called once before them. */
export const takeCollected = (): {
  readonly tests: readonly Collected[];
  readonly before: readonly (() => unknown)[];
} => {
  const taken = { tests: collected.splice(0), before: before as (() => unknown)[] };
  before = [];
  return taken;
};

/** A row of a table as the arguments of a test: a list is spread, anything else is the one argument. */
const argumentsOf = (row: unknown): never[] => (Array.isArray(row) ? row : [row]) as never[];

const addTest = (isSkipped: boolean, name: string, body: Body, given: never[] = []): void => {
  collected.push({ name: [...titles, name].join(" > "), isSkipped, run: () => body(...given) });
};

const tests = (isSkipped: boolean) =>
  Object.assign((name: string, body: Body) => addTest(isSkipped, name, body), {
    each: (rows: readonly unknown[]) => (name: string, body: Body) => {
      for (const [at, row] of rows.entries()) addTest(isSkipped, `${name} #${at}`, body, argumentsOf(row));
    },
  });

/** Collects a test; time limits are the runner's. */
export const it = Object.assign(tests(false), { skipIf: (condition: unknown) => tests(Boolean(condition)) });

const addSuite = (name: string, body: Body, given: never[] = []): void => {
  titles.push(name);
  body(...given);
  titles.pop();
};

/** Collects the tests of a suite. */
export const describe = Object.assign((name: string, body: Body) => addSuite(name, body), {
  each: (rows: readonly unknown[]) => (name: string, body: Body) => {
    for (const [at, row] of rows.entries()) addSuite(`${name} #${at}`, body, argumentsOf(row));
  },
});

/** Collects what is to be called once before the file's tests. */
export const beforeAll = (body: Body): void => {
  before.push(body);
};
