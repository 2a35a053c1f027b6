/** A call that residents decide: no award is proposed without their decision, and the awards carry it. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import { enter } from "../residents/world.ts";
import {
  type Chest,
  DOCUMENT,
  decide,
  donate,
  fine,
  handedIn,
  openCall,
  openFund,
  pass,
  reviewed,
  reviewer,
  startChest,
  stepCall,
} from "./world.ts";

let chest: Chest;
let call: string;
let id: string;

beforeAll(async () => {
  chest = await startChest();
  const fund = await openFund(chest);
  fine(await donate(chest, fund, 1_000_000));
  call = await openCall(chest, fund, { decidedBy: "residents" });
  id = await handedIn(chest, call, await enter(chest));
  await reviewed(chest, call, [id], await reviewer(chest));
  fine(await stepCall(chest, call, "publish-shortlist"));
}, 60_000);
afterAll(() => chest.app.stop());

describe("awards that residents decide", () => {
  it("are not proposed before the vote, nor without a decision that is in force", async () => {
    const early = await stepCall(chest, call, "propose-awards", { decision: { document: DOCUMENT } });
    expect(refusal(early)).toEqual([409, "fund/vote-missing"]);
    fine(await stepCall(chest, call, "begin-vote"));
    expect(refusal(await stepCall(chest, call, "propose-awards"))).toEqual([409, "fund/vote-missing"]);
    const unknown = await stepCall(chest, call, "propose-awards", { decision: { poll: uuidv7() } });
    expect(refusal(unknown)).toEqual([409, "fund/vote-missing"]);
  });

  it("carry the decision from the proposal to the award", async () => {
    const decision = { document: DOCUMENT };
    expect(fine(await stepCall(chest, call, "propose-awards", { decision })).decision).toEqual(decision);
    fine(await stepCall(chest, call, "give-notice"));
    fine(await decide(chest, id, "approve", {}, chest.treasurer));
    await pass(chest, 7 * DAY);
    expect(fine(await decide(chest, id, "award", {}, chest.treasurer)).decision).toEqual(decision);
  });

  it("are no matter of a call that reviewers decide", async () => {
    const fund = await openFund(chest);
    const other = await openCall(chest, fund);
    await reviewed(chest, other, [await handedIn(chest, other, await enter(chest))], await reviewer(chest));
    fine(await stepCall(chest, other, "publish-shortlist"));
    expect(refusal(await stepCall(chest, other, "begin-vote"))).toEqual([409, "fund/vote-missing"]);
  });
});
