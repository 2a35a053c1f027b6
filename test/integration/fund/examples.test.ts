/** The examples of the fund's operations, sent as they stand: each request does what its operation is for. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ELDER_FUND, FUND, fundExamples } from "../../../schemas/examples/fund.ts";
import { ANN } from "../../../schemas/examples/ids.ts";
import { fundOperations } from "../../../schemas/fund/operations.ts";
import type { Made } from "../residents/world.ts";
import { type Chest, donate, fine, openFund, startChest } from "./world.ts";

const sent = new Set<string>();

/** The body of an operation's example, in Chinese or English. */
const bodyOf = (id: string, english: boolean): object => {
  sent.add(id);
  const example = fundExamples[id];
  return (english ? (example?.requestEn ?? example?.request) : example?.request) as object;
};

describe.each([
  ["Chinese", false],
  ["English", true],
] as const)("in %s", (_, english) => {
  let chest: Chest;
  let ann: Made;
  const body = (id: string) => bodyOf(id, english);
  const send = async (id: string, path: string, token: string, key?: string) =>
    fine(await chest.post(path, token, body(id), key));

  beforeAll(async () => {
    chest = await startChest({ now: "2026-11-25T01:00:00Z" });
    const resident = { name: "王秀英", birthDate: "1950-01-01" };
    const path = "/v1/communities/lujing/residents";
    fine(await chest.app.call("POST", path, { token: chest.admin, body: resident, key: ANN }));
    ann = { id: ANN, token: await chest.app.token({ sub: ANN }) };
    await send("createFund", "funds", chest.admin, FUND);
    await send("createFund", "funds", chest.admin, ELDER_FUND);
  });
  afterAll(() => chest.app.stop());

  it("funds take income, pay costs and are closed", async () => {
    await send("receiveFundIncome", "income", chest.treasurer);
    await send("transferBetweenFunds", `funds/${FUND}/transfers`, chest.treasurer);
    await send("chargeAdminCost", `funds/${FUND}/admin-costs`, chest.treasurer);
    const points = { from: "lujing~issuance.points", to: `${ANN}.points`, amount: 500, category: "opening" };
    fine(await chest.app.call("POST", "/v1/ledger/transfers", { token: chest.admin, body: points }));
    const fund = await openFund(chest, {}, { unit: "points" });
    await send("donateToFund", `funds/${fund}/donations`, ann.token);
    await send("closeFund", `funds/${await openFund(chest)}/close`, chest.admin);
    fine(await donate(chest, FUND, 100));
  });
});

it("no operation with a body is left out", () => {
  const bodied = Object.values(fundOperations).filter((operation) => "body" in operation && operation.body);
  expect(bodied.filter(({ id }) => !sent.has(id)).map(({ id }) => id)).toEqual([]);
});
