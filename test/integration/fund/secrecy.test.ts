/** Every reading operation of the fund, asked by people who may not know: before the shortlist is published. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { fundOperations } from "../../../schemas/fund/operations.ts";
import { enter, type Made } from "../residents/world.ts";
import { type Chest, donate, fine, handedIn, openCall, openFund, reviewed, reviewer, startChest } from "./world.ts";

let chest: Chest;
let ann: Made;
let bo: Made;
let judge: Made;
let shop: string;
let ids: Readonly<Record<string, string>>;

const reads = Object.values(fundOperations).filter(({ method }) => method === "GET");
const QUERIES: Readonly<Record<string, string>> = {
  listFunds: "?community=lujing",
  listFundCalls: "?community=lujing",
  disclosePeriod: "?community=lujing&period=2020",
  indexPeriod: "?community=lujing&period=2020",
};

beforeAll(async () => {
  chest = await startChest();
  const fund = await openFund(chest);
  fine(await donate(chest, fund, 1_000_000));
  const call = await openCall(chest, fund);
  [ann, bo, judge] = [await enter(chest), await enter(chest), await reviewer(chest)];
  const one = await handedIn(chest, call, ann);
  const organisation = { name: "Corner shop", kind: "business", representatives: [bo.id] };
  const path = "/v1/communities/lujing/organisations";
  const made = await chest.app.call("POST", path, { token: chest.admin, body: organisation });
  shop = fine(made).id;
  const shopsId = await handedIn(chest, call, bo, { organisation: shop });
  await reviewed(chest, call, [one, shopsId], judge);
  ids = { fundId: fund, callId: call, applicationId: one, shopsId };
}, 60_000);
afterAll(() => chest.app.stop());

/** The same for the application of an organisation. */
const shops = reads.filter(({ path }) => path.includes("{applicationId}"));

const ask = ({ id, path }: { readonly id: string; readonly path: string }, token: string) => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] as string);
  return chest.app.call("GET", `${filled}${QUERIES[id] ?? ""}`, { token });
};

it.each(reads)("$id tells a blind call's reviewer nothing of who applies", async (operation) => {
  const { text, status } = await ask(operation, judge.token);
  expect(status).not.toBe(400);
  for (const secret of [ann.id, bo.id, shop, "Corner shop", "archive 7"]) expect(text).not.toContain(secret);
});

it.each(shops)("$id tells them nothing of an organisation that applies", async ({ id, path }) => {
  const own = ids.shopsId as string;
  const { text, status } = await ask({ id, path: path.replace("{applicationId}", own) }, judge.token);
  expect(status).not.toBe(400);
  for (const secret of [bo.id, shop, "Corner shop"]) expect(text).not.toContain(secret);
});

it.each(reads)("$id tells an applicant no score, neither another's nor their own", async (operation) => {
  for (const { token } of [ann, bo]) {
    const { text, status } = await ask(operation, token);
    expect(status).not.toBe(400);
    expect(text).not.toMatch(/"(score|scores|weighted|points)":/);
  }
});

it("officers see both, so that there is something to hide", async () => {
  const { text } = await chest.get(`applications/${ids.applicationId}`, chest.auditor);
  expect([text.includes(ann.id), /"score":760000/.test(text)]).toEqual([true, true]);
});
