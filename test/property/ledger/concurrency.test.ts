/**
 * The ledger under concurrency: random transfers, each reversed twice at once; the oracle is that sums are exact and
 * counts agree.
 */
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "../../support/harness.ts";
import { account, type Person, person, pools, staff } from "../../support/people.ts";

const ACCOUNTS = 80;
const TRANSFERS = 500;
const WORKERS = 20;
const OPENING = 10_000;

let app: App;
let people: Person[];
let admin: string;

beforeAll(async () => {
  app = await startApp();
  await pools(app);
  admin = await staff(app, "district-admin");
  people = await Promise.all(Array.from({ length: ACCOUNTS }, () => person(app, OPENING)));
});
afterAll(() => app.stop());

/** Runs jobs with so many workers at a time. */
const inParallel = async <Job, Result>(
  jobs: readonly Job[],
  work: (job: Job) => Promise<Result>,
): Promise<Result[]> => {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < jobs.length; index = next++) results[index] = await work(jobs[index] as Job);
  };
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return results;
};

const balances = () => Promise.all(people.map(async (who) => (await account(app, who)).balance as number));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe(`${TRANSFERS} random transfers over ${ACCOUNTS} accounts from ${WORKERS} workers`, () => {
  it("keep the sum; each reversed twice at once gives one success and one refusal and restores all", async () => {
    const arbitrary = fc.array(
      fc.record({
        from: fc.nat(ACCOUNTS - 1),
        step: fc.integer({ min: 1, max: ACCOUNTS - 1 }),
        amount: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: TRANSFERS, maxLength: TRANSFERS },
    );
    const orders = fc.sample(arbitrary, 1)[0] ?? [];
    const paid = await inParallel(orders, ({ from, step, amount }) =>
      app.call("POST", "/v1/ledger/transfers", {
        token: (people[from] as Person).token,
        body: {
          from: (people[from] as Person).points,
          to: (people[(from + step) % ACCOUNTS] as Person).points,
          amount,
          category: "thanks",
        },
      }),
    );
    expect(paid.map((reply) => reply.status)).toEqual(orders.map(() => 201));
    expect(sum(await balances())).toBe(ACCOUNTS * OPENING);

    const twice = paid.flatMap((reply) => [reply.body.id as string, reply.body.id as string]);
    const reversed = await inParallel(twice, (id) =>
      app.call("POST", `/v1/ledger/transfers/${id}/reversal`, { token: admin, key: uuidv7(), body: {} }),
    );
    const codes = reversed.map((reply) => (reply.status === 201 ? "reversed" : (reply.body.code as string)));
    expect(codes.filter((code) => code === "reversed")).toHaveLength(TRANSFERS);
    expect(codes.filter((code) => code === "ledger/already-reversed")).toHaveLength(TRANSFERS);
    expect(await balances()).toEqual(people.map(() => OPENING));
  }, 120_000);

  it("from one account by 64 workers, with funds for 10, give exactly 10 successes", async () => {
    const poor = await person(app, 10);
    const payee = people[0] as Person;
    const replies = await Promise.all(
      Array.from({ length: 64 }, () =>
        app.call("POST", "/v1/ledger/transfers", {
          token: poor.token,
          body: { from: poor.points, to: payee.points, amount: 1, category: "thanks" },
        }),
      ),
    );
    expect(replies.filter((reply) => reply.status === 201)).toHaveLength(10);
    expect(replies.filter((reply) => reply.body.code === "ledger/insufficient-available")).toHaveLength(54);
    expect((await account(app, poor)).balance).toBe(0);
  });
});
