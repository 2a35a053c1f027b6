/** What is published of a quarter or a year: flows that add up, ratios, the same bytes for everyone, no persons. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publicKeys, verifySignature } from "../../../functions/shared/signing.ts";
import { CallDisclosure, DisclosureFormat, GivingPackage } from "../../../schemas/fund/disclosure.ts";
import { PeriodDisclosure } from "../../../schemas/fund/periods.ts";
import { DAY } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import { enter, type Made } from "../residents/world.ts";
import {
  type Chest,
  DOCUMENT,
  decide,
  donate,
  fine,
  fundNow,
  grantedOn,
  openFund,
  pass,
  payTranche,
  startChest,
  stepTranche,
} from "./world.ts";

let chest: Chest;
let fund: string;
let people: readonly Made[];
let application: string;
let call: string;
let quarter: string;

/** The quarter of an instant, in Shaoxing. */
const quarterOf = (instant: Date): string => {
  const [year, month] = new Date(instant.getTime() + DAY / 3).toISOString().split("-").map(Number) as [number, number];
  return `${year}-Q${Math.ceil(month / 3)}`;
};
const read = (period: string, format = "json", token = chest.auditor) =>
  chest.get(`disclosure?community=lujing&period=${period}&format=${format}`, token);
const readJson = async (period: string) => PeriodDisclosure.parse(fine(await read(period)));

beforeAll(async () => {
  chest = await startChest();
  fund = await openFund(chest, { purposes: ["greening"] });
  const donor = { source: "王小明" };
  fine(await donate(chest, fund, 900_001, donor));
  const share = { kind: "surplus-share", source: "lift works", period: "2026-06", shares: [{ fund, bps: 3_333 }] };
  fine(await donate(chest, fund, 1_000_000, share));
  const grant = await grantedOn(chest, fund, { title: "=1+1" });
  ({ call, id: application } = grant);
  people = [grant.who];
  for (const tranche of grant.tranches) await payTranche(chest, tranche, grant.who);
  fine(await stepTranche(chest, grant.tranches[1] as string, "return"));
  const cost = { amount: 50_000, reason: "bank fees", document: DOCUMENT };
  fine(await chest.post(`funds/${fund}/admin-costs`, chest.treasurer, cost));
  const report = { kind: "interim", text: "The garden grows", document: DOCUMENT };
  fine(await chest.post(`applications/${application}/reports`, people[0]?.token as string, report));
  quarter = quarterOf(chest.app.clock.now());
}, 60_000);
afterAll(() => chest.app.stop());

/** Year of the quarter, all of which must be over. */
const over = async () => {
  await pass(chest, 400 * DAY);
  return quarter.slice(0, 4);
};

describe("a period", () => {
  it("is not disclosed before it is over, and says when it is", async () => {
    const reply = await read(quarter);
    expect([refusal(reply), reply.body.params.period]).toEqual([[409, "fund/period-running"], quarter]);
    expect(refusal(await chest.get(`disclosure-index?community=lujing&period=${quarter}`, chest.auditor))).toEqual([
      409,
      "fund/period-running",
    ]);
    for (const wrong of ["2026-Q5", "26", "2026-1"]) expect((await read(wrong)).status).toBe(400);
  });

  it("has income, payments, returns and costs by fund, which lead from its opening to its closing cash", async () => {
    const year = await over();
    const { funds, shares, adminCosts, awards, payments, returns, reports } = await readJson(year);
    const [mine] = funds;
    expect(mine).toMatchObject({ fund, income: 1_233_301, expenditure: 250_000 });
    expect(mine?.closing).toBe((await fundNow(chest, fund)).cash);
    for (const each of funds) {
      const { flows } = each;
      const come = ["donation", "surplus-share", "common-parts", "parking-split", "transfer-in", "expiry-in", "return"];
      const net = Object.entries(flows).reduce(
        (sum, [kind, { amount }]) => sum + (come.includes(kind) ? amount : -amount),
        0,
      );
      expect(each.opening + net).toBe(each.closing);
    }
    expect(shares).toMatchObject([{ source: "lift works", basis: 1_000_000, bps: 3_333, amount: 333_300 }]);
    expect(adminCosts).toMatchObject([{ amount: 50_000, reason: "bank fees" }]);
    expect(awards).toMatchObject([{ id: application, award: 300_000, recipient: { kind: "resident" } }]);
    expect(payments.map(({ amount }) => amount)).toEqual([200_000, 100_000]);
    expect(returns.map(({ amount }) => amount)).toEqual([100_000]);
    expect(reports).toMatchObject([{ application, text: "The garden grows" }]);
  });

  it("has the ratios in exact basis points, and the age of what is not spent", async () => {
    const { funds } = await readJson(quarter.slice(0, 4));
    // 200,000 net of 1,233,301 came to grants; 50,000 of 250,000 were administration.
    expect(funds[0]?.ratios).toEqual({ spentBps: 1_621, adminBps: 2_000 });
    expect(funds[0]?.unspent.amount).toBe(983_301);
    expect(funds[0]?.unspent.meanAgeDays).toBeGreaterThan(0);
  });

  it("that nothing happened in opens and closes with the same cash", async () => {
    const [mine] = (await readJson(`${Number(quarter.slice(0, 4)) + 1}-Q1`)).funds;
    expect([mine?.opening, mine?.closing, mine?.income, mine?.expenditure]).toEqual([983_301, 983_301, 0, 0]);
  });

  it("is the same for a neighbour and an auditor, names no person, and nothing to strangers", async () => {
    const year = quarter.slice(0, 4);
    const neighbour = await enter(chest);
    for (const format of DisclosureFormat.options) {
      const [mine, theirs] = [await read(year, format, neighbour.token), await read(year, format)];
      expect([mine.status, mine.text]).toEqual([200, theirs.text]);
      for (const secret of ["王小明", ...people.map(({ id }) => id)]) expect(mine.text).not.toContain(secret);
    }
    expect(refusal(await read(year, "json", chest.outsider))).toEqual([403, "auth/forbidden"]);
  });

  it("does not change by what happens after it", async () => {
    const year = quarter.slice(0, 4);
    const before = await Promise.all(DisclosureFormat.options.map(async (format) => (await read(year, format)).text));
    fine(await donate(chest, fund, 77));
    fine(await decide(chest, application, "terminate"));
    fine(await decide(chest, application, "demand-clawback", { amount: 5 }));
    fine(await decide(chest, application, "claw-back", {}, chest.treasurer));
    const after = await Promise.all(DisclosureFormat.options.map(async (format) => (await read(year, format)).text));
    expect(after).toEqual(before);
  });

  it("keeps the rules of 360Giving, and its CSV opens no formula", async () => {
    const year = quarter.slice(0, 4);
    const { grants } = GivingPackage.parse(fine(await read(year, "360giving")));
    expect(grants).toMatchObject([{ amountAwarded: 3_000, amountDisbursed: 3_000, currency: "CNY" }]);
    expect((await read(year, "csv")).text.split("\r\n")[1]).toContain(",cny,greening,");
  });

  it("has an index with the hash of each of its files under the district's signature", async () => {
    const year = quarter.slice(0, 4);
    const path = `disclosure-index?community=lujing&period=${year}`;
    const { index, signature } = fine(await chest.get(path, chest.auditor));
    expect(index.files.map(({ format }: { format: string }) => format)).toEqual(DisclosureFormat.options);
    for (const { format, sha256 } of index.files) {
      const { text } = await read(year, format);
      const bytes = format === "csv" ? `\uFEFF${text.replace(/^\uFEFF/, "")}` : text;
      expect(createHash("sha256").update(bytes).digest("hex"), format).toBe(sha256);
    }
    const key = (await publicKeys(chest.app.deps.db)).find(({ purpose }) => purpose === "fund");
    if (!key) throw new Error("the district has no key for its fund");
    expect(verifySignature(index, signature, key)).toBe(true);
    expect(verifySignature({ ...index, period: "2030" }, signature, key)).toBe(false);
  });
});

it("a call's disclosure has the reports on its projects too", async () => {
  const { reports } = CallDisclosure.parse(fine(await chest.get(`calls/${call}/disclosure`, chest.auditor)));
  expect(reports).toMatchObject([{ application, kind: "interim", text: "The garden grows" }]);
});

describe("a fund", () => {
  it("shows its ratios over its life, and how old its unspent money is", async () => {
    const shown = await fundNow(chest, fund);
    expect(shown.ratios).toEqual({ spentBps: 1_621, adminBps: 2_000 });
    expect(shown.unspent).toMatchObject({ amount: shown.cash });
    expect(shown.unspent.meanAgeDays).toBeGreaterThanOrEqual(400);
  });

  it("lists its payments and returns as movements; who gave is told to officers only", async () => {
    const neighbour = await enter(chest);
    const movements = async (token: string) => fine(await chest.get(`funds/${fund}/movements`, token)).items;
    const kinds = (await movements(neighbour.token)).map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual([
      "return",
      "donation",
      "admin-cost",
      "return",
      "payment",
      "payment",
      "surplus-share",
      "donation",
    ]);
    expect(JSON.stringify(await movements(neighbour.token))).not.toContain("王小明");
    expect(JSON.stringify(await movements(chest.auditor))).toContain("王小明");
  });
});
