/** A call that residents decide: no award is proposed without their decision, and the awards carry it. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDecision, revokeDecision } from "../../../functions/polls/store/decision.ts";
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

  it("by a budget poll are exactly what it funds, and are not made once its decision is annulled", async () => {
    const fund = await openFund(chest);
    fine(await donate(chest, fund, 1_000_000));
    const other = await openCall(chest, fund, { decidedBy: "residents" });
    const judge = await reviewer(chest);
    const two = [await handedIn(chest, other, await enter(chest)), await handedIn(chest, other, await enter(chest))];
    await reviewed(chest, other, two, judge);
    for (const command of ["publish-shortlist", "begin-vote"]) fine(await stepCall(chest, other, command));
    const [first, second] = two as [string, string];
    const shown = fine(await chest.get(`applications/${first}`, chest.auditor));
    const poll = uuidv7();
    const published = createDecision({
      ...{ id: poll, community: "lujing", class: "COMMUNITY_FUND_BUDGET", refs: [], winners: [shown.project] },
      ...{ funded: { [shown.project]: 300_000 }, resultHash: "hash", publishedMs: 0, state: "in-force" },
    });
    expect((await chest.app.deps.db.commit([published])).ok).toBe(true);
    const propose = () => stepCall(chest, other, "propose-awards", { decision: { poll } });
    const differs = await propose();
    expect([refusal(differs), differs.body.params]).toEqual([
      [409, "fund/decision-differs"],
      { recommended: 2, funded: 1 },
    ]);
    fine(await decide(chest, second, "demote"));
    fine(await propose());
    fine(await stepCall(chest, other, "give-notice"));
    fine(await decide(chest, first, "approve", {}, chest.treasurer));
    await pass(chest, 7 * DAY);
    expect((await chest.app.deps.db.commit([revokeDecision(poll, 1)])).ok).toBe(true);
    const reply = await decide(chest, first, "award", {}, chest.treasurer);
    expect(refusal(reply)).toEqual([409, "fund/not-funded"]);
  });

  it("are no matter of a call that reviewers decide", async () => {
    const fund = await openFund(chest);
    const other = await openCall(chest, fund);
    await reviewed(chest, other, [await handedIn(chest, other, await enter(chest))], await reviewer(chest));
    fine(await stepCall(chest, other, "publish-shortlist"));
    expect(refusal(await stepCall(chest, other, "begin-vote"))).toEqual([409, "fund/vote-missing"]);
  });
});
