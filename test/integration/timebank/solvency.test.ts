/** What everyone may read of a time bank: solvency and the care pool, published once a day by a job that may be cut. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { openDb } from "../../../functions/shared/dynamo.ts";
import { DAY } from "../../support/clock.ts";
import { openMember } from "../../support/confirmed.ts";
import { dyingClient } from "../../support/killed.ts";
import type { Made } from "../residents/world.ts";
import { act, type Bank, fund, helper, member, served, startBank } from "./world.ts";

const JOB = "timebank-solvency";
const ELDERS = 10;
const MORE = 60;

let bank: Bank;
let elders: Made[];
beforeAll(async () => {
  bank = await startBank([], { now: "2026-06-15T02:00:00.000Z" });
  elders = [];
  for (let one = 0; one < ELDERS; one++) elders.push(await member(bank, 600));
});
afterAll(() => bank.app.stop());

const solvency = (query = "") => bank.app.call("GET", `/v1/timebank/communities/lujing/solvency${query}`);
const care = () => bank.app.call("GET", "/v1/timebank/communities/lujing/care-pool");

it("before the first day is told nothing is found, and nothing of another community ever", async () => {
  expect([(await solvency()).status, (await care()).status]).toEqual([404, 404]);
  expect((await bank.app.call("GET", "/v1/timebank/communities/nowhere/solvency")).status).toBe(404);
});

it("tells claims by age, and no figure that fewer than ten members stand behind", async () => {
  const [elder] = elders as [Made];
  const volunteer = await helper(bank);
  await act(bank, await served(bank, elder, volunteer, 60), "confirm", elder.token);
  const donation = { community: "lujing", minutes: 30 };
  expect((await bank.post("/v1/timebank/donations", elder.token, donation)).status).toBe(201);
  expect((await fund(bank, "care", 120)).status).toBe(201);
  bank.app.clock.advance(DAY);
  const before = bank.app.deps.district.communities.length;
  expect((await runNamed(JOB, bank.app.deps)).counts).toEqual({ changed: before, unchanged: 0, failed: 0 });
  expect((await solvency()).body).toMatchObject({
    ...{ community: "lujing", day: "2026-06-16", members: ELDERS + 1, leftOut: 0 },
    ...{ liabilities: 600 * ELDERS - 30, seeded: 0, seededEver: 0 },
    claims: { under3Months: 600 * ELDERS - 30, under6Months: 0, under12Months: 0, older: 0 },
    ...{ earned: null, redeemed: null, redeemRateBps: null, hardToRedeemBps: null },
  });
  const told = (await care()).body;
  expect(told).toMatchObject({ day: "2026-06-16", complete: true });
  expect(told.rules.en).toContain("Key elders");
  expect(told.months).toHaveLength(12);
  const june = { month: "2026-06", opening: 0, received: 150, used: 0, corrections: 0, available: 150 };
  expect(told.months[0]).toEqual(june);
});

it("run again tells the same day once; what came since waits for the next", async () => {
  const first = (await solvency()).body;
  const donation = { community: "lujing", minutes: 45 };
  expect((await bank.post("/v1/timebank/donations", (elders[1] as Made).token, donation)).status).toBe(201);
  expect((await runNamed(JOB, bank.app.deps)).counts.changed).toBe(0);
  expect((await solvency()).body).toEqual(first);
});

it("ten of each side give a redeem rate; old claims that nobody redeems show in the indicator", async () => {
  for (const elder of elders) {
    await act(bank, await served(bank, elder, await helper(bank), 60), "confirm", elder.token);
  }
  bank.app.clock.advance(200 * DAY);
  await runNamed(JOB, bank.app.deps);
  const { body } = await solvency();
  expect(body).toMatchObject({ liabilities: 6_000 - 75, earned: 660, redeemed: 660, redeemRateBps: 10_000 });
  expect(body).toMatchObject({ hardToRedeemBps: 0, claims: { under3Months: 0, under12Months: 6_000 - 75 } });
  expect((await care()).body.months).toContainEqual(expect.objectContaining({ month: "2026-06", available: 195 }));
  expect((await solvency("?day=2026-07-01")).body.day).toBe("2026-06-16");
});

it("killed before and after each of its writes, tells what a whole run would have told", async () => {
  // More members than one page has.
  for (let one = 0; one < MORE; one++) await openMember(bank.app.deps, uuidv7(), 15);
  const days: unknown[] = [];
  for (const when of ["before", "after"] as const) {
    for (let write = 1; write <= 6; write++) {
      bank.app.clock.advance(DAY);
      const { client } = dyingClient(inject("engine").endpoint, { write, when });
      const deps: Deps = {
        ...bank.app.deps,
        db: openDb({ client, table: bank.app.table, sleep: async () => undefined }),
      };
      await runNamed(JOB, deps).catch(() => undefined);
      expect((await runNamed(JOB, bank.app.deps)).counts.failed).toBe(0);
      const { day, madeAt: _made, ...figures } = (await solvency()).body;
      expect(days).not.toContain(day);
      days.push(day);
      expect(figures).toMatchObject({
        members: 2 * ELDERS + 1 + MORE,
        liabilities: 6_000 - 75 + 15 * MORE,
        earned: 660,
      });
    }
  }
});
