/** Write units of the fund's operations, as the engine reports them, beside the manifest's figures. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fundOperations } from "../../../schemas/fund/operations.ts";
import { PURPOSES_MAX, SHARES_MAX } from "../../../schemas/fund/resources.ts";
import type { Reply } from "../../support/harness.ts";
import { type Cost, meteredClient } from "../../support/meter.ts";
import { enter } from "../residents/world.ts";
import { type Chest, donate, fine, openFund, startChest } from "./world.ts";

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
  chest = await startChest({ overrides: { client: metered.client } });
});
afterAll(() => chest.app.stop());

describe("the longest records of a fund", () => {
  it("are opened, filled, moved, charged and closed", async () => {
    const purposes = Array.from({ length: PURPOSES_MAX }, (_, index) => slug(index));
    const restriction = { purposes, donorTerms: wide(500), expiresOn: "2030-12-31", adminCapBps: 1_000 };
    const body = { community: "lujing", name: wide(60), unit: "cny", restriction };
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
    await chest.post(`funds/${fund}/transfers`, chest.treasurer, move(89_999_000));
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

describe("every writing operation", () => {
  const writing = (Object.keys(fundOperations) as Id[]).filter((id) => fundOperations[id].writeUnits > 0);
  it.each(writing)("%s costs what the manifest says, in one write call", (id) => {
    const spent = costs.get(id);
    expect(spent, "no scenario").toBeDefined();
    expect(spent?.table).toBe(fundOperations[id].writeUnits);
    expect(spent?.calls).toBe(1);
  });
});
