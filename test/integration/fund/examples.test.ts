/** The examples of the fund's operations, sent as they stand: each request does what its operation is for. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ELDER_FUND, FUND, fundExamples } from "../../../schemas/examples/fund.ts";
import { ANN, BO } from "../../../schemas/examples/ids.ts";
import { fundOperations } from "../../../schemas/fund/operations.ts";
import { DAY } from "../../support/clock.ts";
import { type Made, officer } from "../residents/world.ts";
import {
  type Chest,
  DOCUMENT,
  decide,
  donate,
  fine,
  handedIn,
  onNotice,
  openCall,
  openFund,
  pass,
  startChest,
  stepCall,
} from "./world.ts";

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

const PATHS = (ids: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  stepFundCall: `calls/${ids.call}/steps`,
  createApplication: `calls/${ids.call}/applications`,
  stepApplication: `applications/${ids.application}/steps`,
  decideApplication: `applications/${ids.application}/decisions`,
  assignReviewers: `applications/${ids.application}/reviewers`,
  scoreApplication: `applications/${ids.application}/scores`,
  recuseReviewer: `applications/${ids.application}/recusal`,
  objectToAward: `applications/${ids.application}/objections`,
  reportOnProject: `applications/${ids.application}/reports`,
  showEvidence: `tranches/${ids.tranche}/evidence`,
  stepTranche: `tranches/${ids.tranche}/steps`,
});

describe.each([
  ["Chinese", false],
  ["English", true],
] as const)("a call in %s", (_, english) => {
  it("is announced, answered, reviewed, objected to, awarded, shown, approved and reported on", async () => {
    const chest = await startChest({ now: "2026-11-25T01:00:00Z" });
    const ids: Record<string, string> = {};
    const person = async (key: string) => {
      const resident = { name: "王秀英" };
      const path = "/v1/communities/lujing/residents";
      fine(await chest.app.call("POST", path, { token: chest.admin, body: resident, key }));
      return chest.app.token({ sub: key });
    };
    const [ann, bo] = [await person(ANN), await person(BO)];
    const judge = await officer(chest.app, "fund-reviewer", ["lujing"], BO);
    const send = async (id: string, token: string, path = PATHS(ids)[id] as string) =>
      fine(await chest.post(path, token, bodyOf(id, english)));
    const edit = async (id: string, path: string, token: string, revision: number) => {
      const headers = { "if-match": `"${revision}"` };
      const body = bodyOf(id, english);
      fine(await chest.app.call("PATCH", `/v1/fund/${path}`, { token, body, headers }));
    };
    fine(await chest.post("funds", chest.admin, bodyOf("createFund", english), FUND));
    fine(await donate(chest, FUND, 1_000_000));
    ids.call = (await send("createFundCall", chest.steward, "calls")).id;
    await edit("updateFundCall", `calls/${ids.call}`, chest.steward, 1);
    await send("stepFundCall", chest.steward);
    await pass(chest, 13 * DAY);
    ids.application = (await send("createApplication", ann)).id;
    await edit("updateApplication", `applications/${ids.application}`, ann, 1);
    await send("stepApplication", ann);
    await send("decideApplication", chest.steward);
    await pass(chest, 14 * DAY);
    fine(await stepCall(chest, ids.call as string, "begin-review"));
    await send("assignReviewers", chest.steward);
    await send("scoreApplication", judge);
    const application = ids.application as string;
    fine(await decide(chest, application, "conclude-scoring"));
    fine(await decide(chest, application, "recommend"));
    await onNotice(chest, ids.call as string);
    await send("objectToAward", bo);
    fine(await decide(chest, application, "dismiss"));
    fine(await decide(chest, application, "approve", {}, chest.treasurer));
    await pass(chest, 7 * DAY);
    fine(await decide(chest, application, "award", {}, chest.treasurer));
    fine(await decide(chest, application, "sign", { document: DOCUMENT }));
    fine(await decide(chest, application, "start"));
    await send("reportOnProject", ann);
    ids.tranche = fine(await chest.get(`applications/${application}`, ann)).tranches[0].id;
    await send("showEvidence", ann);
    await send("stepTranche", chest.treasurer);
    // A reviewer who finds that they are not free is in another call.
    const other = await openCall(chest, FUND);
    const late = await handedIn(chest, other, { id: ANN, token: ann });
    fine(await decide(chest, late, "find-eligible"));
    await pass(chest, 10 * DAY);
    fine(await stepCall(chest, other, "begin-review"));
    ids.application = late;
    await send("assignReviewers", chest.steward);
    await send("recuseReviewer", judge);
    await chest.app.stop();
  }, 60_000);
});

it("no operation with a body is left out", () => {
  const bodied = Object.values(fundOperations).filter((operation) => "body" in operation && operation.body);
  expect(bodied.filter(({ id }) => !sent.has(id)).map(({ id }) => id)).toEqual([]);
});
