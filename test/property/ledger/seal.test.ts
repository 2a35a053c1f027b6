/**
 * Sealing a district of more accounts than one part of a tree, by a job that is stopped at every write in turn: what
 * it leaves is what an undisturbed run makes, at the cost that is claimed for it.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { PART_LEAVES } from "../../../functions/ledger/domain/seal.ts";
import { lastDay, sealAccount } from "../../../functions/ledger/jobs/ledger-seal.ts";
import { accountKey, toAccount } from "../../../functions/ledger/store/account.ts";
import { headsOf } from "../../../functions/ledger/store/seal.ts";
import { verifyConsistency } from "../../../functions/shared/merkle.ts";
import { scanItems } from "../../../infra/cli/archive/table.ts";
import { BookReader } from "../../../infra/cli/ledger/book.ts";
import { verifyLedger } from "../../../infra/cli/ledger/verify.ts";
import { DAY } from "../../support/clock.ts";
import { type App, startApp } from "../../support/harness.ts";
import { meteredClient, reportsUnits } from "../../support/meter.ts";
import { outsideProof } from "../../support/outside-verifier.ts";
import { type Person, person, pools } from "../../support/people.ts";

const PEOPLE = PART_LEAVES + 44;
const ACTIVE = 6;
const meter = meteredClient();

let app: App;
let people: Person[];
beforeAll(async () => {
  app = await startApp({ overrides: { client: meter.client } });
  await pools(app);
  people = [];
  for (let made = 0; made < PEOPLE; made++) people.push(await person(app, 100));
}, 120_000);
afterAll(() => app.stop());

const report = async () => {
  const reader = new BookReader();
  for await (const item of scanItems({ client: meter.client, table: app.table })) reader.take(item);
  return verifyLedger(reader.book());
};

const pay = async (from: number, to: number): Promise<string> => {
  const [payer, payee] = [people[from] as Person, people[to] as Person];
  const body = { from: payer.points, to: payee.points, amount: 1, category: "thanks" };
  const reply = await app.call("POST", "/v1/ledger/transfers", { token: payer.token, body });
  expect(reply.status, reply.text).toBe(201);
  return reply.body.id;
};

/** Runs the job with a table that takes so many writes and then no more, as a process that is killed. */
const runFor = async (writes: number): Promise<boolean> => {
  let left = writes;
  const { db } = app.deps;
  const dying = { ...db, commit: (set: Parameters<typeof db.commit>[0]) => (left-- > 0 ? db.commit(set) : die()) };
  try {
    await runNamed("ledger-seal", { ...app.deps, db: dying });
    return true;
  } catch (error) {
    expect(String(error)).toContain("killed");
    return false;
  }
};
const die = (): Promise<never> => Promise.reject(new Error("killed"));

it(`${PEOPLE} accounts: the first day is sealed by a job that is killed after every few writes`, async () => {
  app.clock.advance(DAY);
  const steps = fc.sample(fc.integer({ min: 1, max: 60 }), 400);
  let runs = 0;
  while (!(await runFor(steps[runs] as number))) runs += 1;
  expect(runs).toBeGreaterThan(5);
  expect(await report()).toMatchObject({ findings: [], days: 1, unsealed: 0 });
}, 120_000);

it("costs two write units for an active account, and nine for 256 heads", async () => {
  for (let index = 0; index < ACTIVE; index += 2) await pay(index, index + 1);
  app.clock.advance(DAY);
  meter.take();
  const { pages, counts } = await runNamed("ledger-seal", app.deps);
  const { table, indexes } = meter.take();
  expect(counts.changed).toBeGreaterThan(ACTIVE);
  // Block and head of each active account; nine units for each part of 256 heads of 32 bytes; top, day and log.
  const own = 2 * ACTIVE + 9 + 2 + 1 + 2 + 2;
  // The job's own record is begun once and kept after each page.
  if (reportsUnits) expect(table).toBe(own + pages + 1);
  if (reportsUnits) expect(indexes).toBe(1);
  expect(await report()).toMatchObject({ findings: [], days: 2 });
});

it("two runs at once, and runs with different days' ends, agree on every block", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(ACTIVE - 1), { minLength: 1, maxLength: 6 }), async (payers) => {
      for (const payer of payers) await pay(payer, (payer + 1) % ACTIVE);
      const early = lastDay(new Date(app.clock.now().getTime() + DAY), app.district.zone).through;
      app.clock.advance(DAY);
      for (const payer of payers) await pay((payer + 1) % ACTIVE, payer);
      app.clock.advance(DAY);
      // A slow run of the day before cuts blocks that the run of the next day meets.
      const accounts = people.slice(0, ACTIVE).map(({ points }) => points);
      const late = async () => {
        for (const account of (await app.deps.db.getMany(accounts.map(accountKey))).map(toAccount)) {
          const [head] = await headsOf(app.deps.db, [account.id]);
          if (head) await sealAccount(account, head, early, app.deps).catch(() => undefined);
        }
      };
      const runs = await Promise.allSettled([late(), runNamed("ledger-seal", app.deps), late()]);
      expect(runs.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
      await runNamed("ledger-seal", app.deps);
      expect((await report()).findings).toEqual([]);
    }),
    { numRuns: 4 },
  );
}, 120_000);

it("every entry of every part is proved to an outsider, and every pair of days is consistent", async () => {
  for (const index of [0, 3, PART_LEAVES - 1, PART_LEAVES, PEOPLE - 1]) {
    const who = people[index] as Person;
    const statement = await app.call("GET", `/v1/ledger/accounts/${who.points}/statement`, { token: who.token });
    for (const { transfer } of statement.body.items) {
      const query = `?transfer=${transfer.id}&leg=${transfer.leg}`;
      const { body, text } = await app.call("GET", `/v1/ledger/accounts/${who.points}/proof${query}`, {
        token: who.token,
      });
      expect(outsideProof(body), text).toBe(true);
    }
  }
  const days = (await app.call("GET", "/v1/ledger/roots?limit=100")).body.items.reverse();
  const at = ({ checkpoint }: { checkpoint: { size: number; root: string } }) => ({
    size: checkpoint.size,
    root: Buffer.from(checkpoint.root, "hex"),
  });
  for (const [index, newer] of days.entries()) {
    for (const older of days.slice(0, index)) {
      const query = `?from=${older.day.day}&to=${newer.day.day}`;
      const { body } = await app.call("GET", `/v1/ledger/root-consistency${query}`);
      const path = body.path.map((each: string) => Buffer.from(each, "hex"));
      expect(verifyConsistency({ older: at(older), newer: at(newer), path })).toBe(true);
    }
  }
});
