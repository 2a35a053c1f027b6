/** Write units of the fund's operations, as the engine reports them, beside the manifest's figures. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROJECT_MONTHS_MAX } from "../../../schemas/fund/config.ts";
import { CRITERIA_MAX, DOCUMENTS_MAX, REVIEWERS_MAX, TRANCHES_MAX } from "../../../schemas/fund/grants.ts";
import { fundOperations } from "../../../schemas/fund/operations.ts";
import { PURPOSES_MAX, SHARES_MAX } from "../../../schemas/fund/resources.ts";
import { DAY } from "../../support/clock.ts";
import { fundDistrict } from "../../support/fund.ts";
import type { Reply } from "../../support/harness.ts";
import { type Cost, meteredClient } from "../../support/meter.ts";
import { enter } from "../residents/world.ts";
import { type Chest, donate, fine, openFund, pass, reviewer, startChest } from "./world.ts";

type Id = keyof typeof fundOperations;
const costs = new Map<Id, Cost>();
const meter = { take: (): Cost => ({ calls: 0, table: 0, indexes: 0, reads: 0 }) };
let chest: Chest;

const wide = (length: number) => "鹭".repeat(length);
const document = { name: wide(100), ref: wide(200), sha256: "ab".repeat(32) };
const slug = (index: number) => `purpose-${String(index).padStart(24, "0")}`;

/** The dearest of what an operation has cost so far. */
const cost = async (id: Id, send: () => Promise<Reply>) => {
  meter.take();
  const reply = await send();
  const spent = meter.take();
  const body = fine(reply);
  if (spent.table > (costs.get(id)?.table ?? 0)) costs.set(id, spent);
  return body;
};

beforeAll(async () => {
  const metered = meteredClient();
  meter.take = metered.take;
  // The longest project that any district may let run, with the most reports.
  const district = fundDistrict({ reportMonths: 1, projectMonthsMax: PROJECT_MONTHS_MAX });
  chest = await startChest({ district, overrides: { client: metered.client } });
});
afterAll(() => chest.app.stop());

describe("the longest records of a fund", () => {
  it("are opened, filled, moved, charged and closed", async () => {
    const purposes = Array.from({ length: PURPOSES_MAX }, (_, index) => slug(index));
    const ends = { expiresOn: "2030-12-31", expiredTo: await openFund(chest) };
    const restriction = { purposes, donorTerms: wide(500), ...ends, adminCapBps: 1_000 };
    const body = { community: "lujing", name: wide(60), unit: "cny", restriction, reserve: 1_000 };
    const fund = (await cost("createFund", () => chest.post("funds", chest.admin, body))).id as string;
    const funds = [fund];
    while (funds.length < SHARES_MAX) funds.push(await openFund(chest));
    const shares = funds.map((id) => ({ fund: id, bps: 1_000 }));
    const income = { kind: "surplus-share", source: wide(100), period: wide(20), shares, document };
    await cost("receiveFundIncome", () => donate(chest, fund, 1_000_000_000, income));
    const reason = wide(200);
    const to = await openFund(chest, { purposes: purposes.slice(0, 1) });
    const move = (amount: number) => ({ to, amount, reason });
    await cost("transferBetweenFunds", () => chest.post(`funds/${fund}/transfers`, chest.treasurer, move(1_000)));
    const admin = { amount: 10_000_000, reason, document };
    await cost("chargeAdminCost", () => chest.post(`funds/${fund}/admin-costs`, chest.treasurer, admin));
    await chest.post(`funds/${fund}/transfers`, chest.treasurer, move(89_998_000));
    await cost("closeFund", () => chest.post(`funds/${fund}/close`, chest.admin, { reason }));
  });

  it("take a resident's donation", async () => {
    const ann = await enter(chest);
    const points = { from: "lujing~issuance.points", to: `${ann.id}.points`, amount: 50, category: "opening" };
    fine(await chest.app.call("POST", "/v1/ledger/transfers", { token: chest.admin, body: points }));
    const fund = await openFund(chest, {}, { unit: "points" });
    await cost("donateToFund", () => chest.post(`funds/${fund}/donations`, ann.token, { amount: 40 }));
  });
});

const slugs = (count: number) => Array.from({ length: count }, (_, index) => slug(index));
const reason = wide(200);

describe("the longest call, application and grant", () => {
  it("goes all the way, with the most tranches, attachments, reviewers and objections that are usual", async () => {
    const heir = await openFund(chest);
    const fund = await openFund(chest, { expiredTo: heir });
    await donate(chest, fund, 1_000_000_000);
    const criteria = slugs(CRITERIA_MAX).map((code) => ({ code, name: wide(60), weightBps: 1_000 }));
    const at = (days: number) => new Date(chest.app.clock.now().getTime() + days * DAY).toISOString();
    const terms = {
      ...{ fund, title: wide(100), text: wide(1_000), purpose: slug(1), opensAt: at(10), closesAt: at(20) },
      ...{ budget: 900_000_000, awardMax: 900_000_000, blind: true, reviewersMin: 1, criteria, decidedBy: "reviewers" },
    };
    const call = (await cost("createFundCall", () => chest.post("calls", chest.steward, terms))).id as string;
    const patch = (id: Id, path: string, token: string, body: object) =>
      cost(id, () => chest.app.call("PATCH", `/v1/fund/${path}`, { token, body, headers: { "if-match": '"1"' } }));
    await patch("updateFundCall", `calls/${call}`, chest.steward, { title: wide(99) });
    const move = (command: string) =>
      cost("stepFundCall", () => chest.post(`calls/${call}/steps`, chest.steward, { command, reason }));
    await move("publish");
    await pass(chest, 10 * DAY);
    const ann = await enter(chest);
    const tranches = Array.from({ length: TRANCHES_MAX }, () => ({ amount: 10_000, condition: wide(100) }));
    const attachments = Array.from({ length: DOCUMENTS_MAX }, () => document);
    const draft = {
      title: wide(100),
      text: wide(1_000),
      startsOn: "2027-01-01",
      endsOn: "2036-12-31",
      tranches,
      attachments,
    };
    const applications: string[] = [];
    for (let index = 0; index < 3; index++) {
      const sent = () => chest.post(`calls/${call}/applications`, ann.token, draft);
      applications.push((await cost("createApplication", sent)).id);
    }
    const [id] = applications as [string];
    await patch("updateApplication", `applications/${id}`, ann.token, { title: wide(99) });
    const own = (of: string, command: string) =>
      cost("stepApplication", () => chest.post(`applications/${of}/steps`, ann.token, { command, reason }));
    const ruled = (of: string, command: string, token = chest.steward, more = {}) =>
      cost("decideApplication", () => chest.post(`applications/${of}/decisions`, token, { command, reason, ...more }));
    for (const of of applications) {
      await own(of, "submit");
      await ruled(of, "find-eligible");
    }
    await pass(chest, 10 * DAY);
    await move("begin-review");
    const judges = await Promise.all(Array.from({ length: REVIEWERS_MAX }, () => reviewer(chest)));
    const reviewers = judges.map((each) => each.id);
    const points = Object.fromEntries(slugs(CRITERIA_MAX).map((code) => [code, 100]));
    for (const of of applications) {
      const at = `applications/${of}`;
      await cost("assignReviewers", () => chest.post(`${at}/reviewers`, chest.steward, { reviewers, reason }));
      const [first, last] = [judges[0]?.token as string, judges.at(-1)?.token as string];
      await cost("scoreApplication", () => chest.post(`${at}/scores`, first, { points, comment: wide(500) }));
      await cost("recuseReviewer", () => chest.post(`${at}/recusal`, last, { reason }));
      await ruled(of, "conclude-scoring");
      await ruled(of, "recommend");
    }
    for (const command of ["publish-shortlist", "propose-awards", "give-notice"]) await move(command);
    const bo = await enter(chest);
    await cost("objectToAward", () => chest.post(`applications/${id}/objections`, bo.token, { text: wide(500) }));
    await ruled(id, "dismiss");
    for (const token of [chest.treasurer, chest.admin]) await ruled(id, "approve", token);
    await pass(chest, 7 * DAY);
    await ruled(id, "award", chest.treasurer);
    await ruled(id, "sign", chest.steward, { document });
    await ruled(id, "start");
    const shown = async () => fine(await chest.get(`applications/${id}`, chest.auditor)).tranches;
    const [tranche] = (await shown()) as [{ id: string }];
    const evidence = { evidence: attachments, reason };
    await cost("showEvidence", () => chest.post(`tranches/${tranche.id}/evidence`, ann.token, evidence));
    const paying = (command: string, token = chest.treasurer) =>
      cost("stepTranche", () =>
        chest.post(`tranches/${tranche.id}/steps`, token, { command, reason, reference: wide(100) }),
      );
    await paying("approve");
    await paying("approve", chest.admin);
    await paying("pay");
    const report = { kind: "interim", text: wide(1_000), document };
    await cost("reportOnProject", () => chest.post(`applications/${id}/reports`, ann.token, report));
    await ruled(id, "terminate");
    // What comes back after the fund has been closed goes on to the one that takes its rest.
    const rest = { to: heir, amount: 1_000_000_000 - 10_000, reason };
    fine(await chest.post(`funds/${fund}/transfers`, chest.treasurer, rest));
    fine(await chest.post(`funds/${fund}/close`, chest.admin, { reason }));
    await paying("return");
  }, 60_000);
});

describe("every writing operation", () => {
  const writing = (Object.keys(fundOperations) as Id[]).filter((id) => fundOperations[id].writeUnits > 0);
  it.each(writing)("%s costs what the manifest says, in one write call", (id) => {
    const spent = costs.get(id);
    expect(spent, "no scenario").toBeDefined();
    expect(spent?.table).toBe(fundOperations[id].writeUnits);
    expect(spent?.calls).toBe(1);
  });
});
