/** What the fund refuses, each with its code, over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DAY } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import { build, enter, type Made, officer } from "../residents/world.ts";
import {
  approvedOn,
  asked,
  type Chest,
  CRITERIA,
  DOCUMENT,
  decide,
  donate,
  draftCall,
  fine,
  handedIn,
  onNotice,
  openCall,
  openFund,
  pass,
  reviewed,
  reviewer,
  startChest,
  stepCall,
} from "./world.ts";

let chest: Chest;
let fund: string;

beforeAll(async () => {
  chest = await startChest();
  fund = await openFund(chest, { purposes: ["greening"] });
  fine(await donate(chest, fund, 100_000_000));
}, 60_000);
afterAll(() => chest.app.stop());

/** An application whose award is proposed, with its reviewer and applicant. */
const noticed = async (fields: Readonly<Record<string, unknown>> = {}) => {
  const call = await openCall(chest, fund);
  const [who, judge] = [await enter(chest), await reviewer(chest)];
  const id = await handedIn(chest, call, who, fields);
  await reviewed(chest, call, [id], judge);
  await onNotice(chest, call);
  return { call, id, who, judge };
};

const inReview = async (who: Made) => {
  const call = await openCall(chest, fund);
  const id = await handedIn(chest, call, who);
  fine(await decide(chest, id, "find-eligible"));
  await pass(chest, 10 * DAY);
  fine(await stepCall(chest, call, "begin-review"));
  return { call, id };
};
const name = (id: string, reviewers: readonly string[]) =>
  chest.post(`applications/${id}/reviewers`, chest.steward, { reviewers, reason: "by rota" });
const score = (id: string, judge: Made, points: object = { use: 50, cost: 50 }) =>
  chest.post(`applications/${id}/scores`, judge.token, { points });

describe("a call is refused", () => {
  it("for a purpose that is not the fund's", async () => {
    const body = { fund, title: "Sports", text: "x", purpose: "sports", budget: 5, awardMax: 5, blind: true };
    const dates = { opensAt: "2030-01-01T00:00:00Z", closesAt: "2030-02-01T00:00:00Z" };
    const more = { reviewersMin: 1, criteria: CRITERIA, decidedBy: "reviewers" };
    const reply = await chest.post("calls", chest.steward, { ...body, ...dates, ...more });
    expect([refusal(reply), reply.body.params.purpose]).toEqual([[409, "fund/foreign-purpose"], "sports"]);
  });

  it("when its criteria are edited after it opened", async () => {
    const call = await openCall(chest, fund);
    const { revision } = fine(await chest.get(`calls/${call}`, chest.steward));
    const criteria = [{ code: "use", name: "other", weightBps: 10_000 }];
    const reply = await chest.app.call("PATCH", `/v1/fund/calls/${call}`, {
      ...{ token: chest.steward, body: { criteria }, headers: { "if-match": `"${revision}"` } },
    });
    expect([refusal(reply), reply.body.params.state]).toEqual([[409, "fund/criteria-fixed"], "open"]);
  });

  it("when it opens before its announcement has run five working days", async () => {
    const opensAt = new Date(chest.app.clock.now().getTime() + 4 * DAY).toISOString();
    const call = await draftCall(chest, fund, { opensAt });
    expect(refusal(await stepCall(chest, call, "publish"))).toEqual([409, "fund/announcement-too-short"]);
  });

  it("when a step is skipped, or applications are not finished", async () => {
    const call = await draftCall(chest, fund);
    expect(refusal(await stepCall(chest, call, "give-notice"))).toEqual([409, "fund/wrong-state"]);
    const { call: other, id } = await inReview(await enter(chest));
    const reply = await stepCall(chest, other, "publish-shortlist");
    expect([refusal(reply), reply.body.params.count]).toEqual([[409, "fund/unfinished"], 1]);
    expect(refusal(await decide(chest, id, "recommend"))).toEqual([409, "fund/wrong-state"]);
  });

  it("whose recommendations come to more than its budget", async () => {
    const call = await openCall(chest, fund, { budget: 299_999 });
    const id = await handedIn(chest, call, await enter(chest));
    await reviewed(chest, call, [id], await reviewer(chest));
    for (const command of ["publish-shortlist", "propose-awards"]) fine(await stepCall(chest, call, command));
    const reply = await stepCall(chest, call, "give-notice");
    expect([refusal(reply), reply.body.params.total]).toEqual([[409, "fund/over-budget"], 300_000]);
  });
});

describe("a project", () => {
  it("that lasts longer than the district allows is refused with the last day that it may end on", async () => {
    const call = await openCall(chest, fund);
    const ann = await enter(chest);
    const draft = (endsOn: string, language = "en") =>
      chest.app.call("POST", `/v1/fund/calls/${call}/applications`, {
        ...{ token: ann.token, body: asked({ endsOn }), headers: { "accept-language": language } },
      });
    const over = await draft("2032-01-01");
    expect([refusal(over), over.body.params]).toEqual([
      [409, "fund/project-too-long"],
      { months: 60, latest: "2031-12-31" },
    ]);
    expect(over.body.errors).toEqual([{ field: "/endsOn", reason: "<= 2031-12-31" }]);
    expect(over.body.detail).toContain("60 months at most: end it on 2031-12-31");
    expect((await draft("2198-12-31", "zh-CN")).body.detail).toContain("最长 60 个月：请于 2031-12-31 前");
    const { id } = fine(await draft("2031-12-31"));
    const edit = { token: ann.token, body: { endsOn: "2032-01-01" }, headers: { "if-match": '"1"' } };
    const longer = await chest.app.call("PATCH", `/v1/fund/applications/${id}`, edit);
    expect(refusal(longer)).toEqual([409, "fund/project-too-long"]);
  });
});

describe("a reviewer", () => {
  it("of the applicant's household, unit or organisation, or their kin, is recused by construction", async () => {
    const { unitId } = await build(chest);
    const ann = await enter(chest, { unitId });
    const neighbour = await reviewer(chest, { unitId });
    const [mate, kin, colleague, free] = await Promise.all([1, 2, 3, 4].map(() => reviewer(chest)));
    const at = "/v1/communities/lujing";
    const make = async (path: string, body: object) =>
      fine(await chest.app.call("POST", path, { token: chest.admin, body }));
    await make(`${at}/households`, { members: [ann.id, mate?.id] });
    await make("/v1/kinships", { a: ann.id, b: kin?.id, kind: "sibling" });
    await make(`${at}/organisations`, { name: "Shop", kind: "business", representatives: [ann.id, colleague?.id] });
    const { id } = await inReview(ann);
    const named = [neighbour, mate, kin, colleague, free].map((each) => each?.id as string);
    const { reviewers, recused } = fine(await name(id, named));
    expect(reviewers).toEqual([free?.id]);
    expect(recused).toEqual([
      { reviewer: neighbour.id, grounds: ["unit"] },
      { reviewer: mate?.id, grounds: ["household"] },
      { reviewer: kin?.id, grounds: ["kin"] },
      { reviewer: colleague?.id, grounds: ["organisation"] },
    ]);
    expect(refusal(await score(id, neighbour))).toEqual([409, "fund/recused"]);
    const none = await name((await inReview(ann)).id, [neighbour.id]);
    expect([refusal(none), none.body.params.free]).toEqual([[409, "fund/no-reviewer"], 0]);
  });

  it("paid out of the fund before is recused as an earlier payee, even where named already", async () => {
    const { applications, people } = await approvedOn(chest, fund, [{}]);
    const [id, payee] = [applications[0] as string, people[0] as Made];
    fine(await decide(chest, id, "award", {}, chest.treasurer));
    fine(await decide(chest, id, "sign", { document: DOCUMENT }));
    fine(await decide(chest, id, "start"));
    const judge = { id: payee.id, token: await officer(chest.app, "fund-reviewer", ["lujing"], payee.id) };
    const before = await inReview(await enter(chest));
    expect(fine(await name(before.id, [judge.id])).recused).toEqual([]);
    const [tranche] = fine(await chest.get(`applications/${id}`, payee.token)).tranches;
    const evidence = { evidence: [DOCUMENT], reason: "done" };
    fine(await chest.post(`tranches/${tranche.id}/evidence`, payee.token, evidence));
    const step = (command: string, token: string) =>
      chest.post(`tranches/${tranche.id}/steps`, token, { command, reason: "checked" });
    for (const token of [chest.treasurer, chest.admin]) fine(await step("approve", token));
    fine(await step("pay", chest.treasurer));
    const { id: next } = await inReview(await enter(chest));
    const { reviewers, recused } = fine(await name(next, [judge.id, (await reviewer(chest)).id]));
    expect([reviewers.length, recused]).toEqual([1, [{ reviewer: judge.id, grounds: ["earlier-payee"] }]]);
    expect(refusal(await score(next, judge))).toEqual([409, "fund/recused"]);
    expect(refusal(await score(before.id, judge))).toEqual([409, "fund/recused"]);
  });

  it("who declares a conflict, or comes to have one, counts no longer; too few scores conclude nothing", async () => {
    const ann = await enter(chest);
    const { id } = await inReview(ann);
    const [one, two] = [await reviewer(chest), await reviewer(chest)];
    fine(await name(id, [one.id, two.id]));
    fine(await score(id, one));
    fine(await chest.post(`applications/${id}/recusal`, one.token, { reason: "a friend" }));
    expect(refusal(await score(id, one))).toEqual([409, "fund/recused"]);
    const few = await decide(chest, id, "conclude-scoring");
    expect([refusal(few), few.body.params]).toEqual([[409, "fund/too-few-scores"], { scores: 0, needs: 1 }]);
    fine(await score(id, two));
    const kin = { a: ann.id, b: two.id, kind: "spouse" };
    fine(await chest.app.call("POST", "/v1/kinships", { token: chest.steward, body: kin }));
    expect(refusal(await decide(chest, id, "conclude-scoring"))).toEqual([409, "fund/too-few-scores"]);
    expect(refusal(await score(id, two))).toEqual([409, "fund/recused"]);
  });

  it("scores every criterion and no other, and is nobody to applications that are not theirs", async () => {
    const { id } = await inReview(await enter(chest));
    const [one, other] = [await reviewer(chest), await reviewer(chest)];
    fine(await name(id, [one.id]));
    expect(refusal(await score(id, one, { use: 50 }))).toEqual([409, "fund/criteria-differ"]);
    expect(refusal(await score(id, one, { use: 50, cost: 50, luck: 1 }))).toEqual([409, "fund/criteria-differ"]);
    expect((await score(id, other)).status).toBe(404);
  });

  it("does not propose what they score", async () => {
    const { id } = await inReview(await enter(chest));
    const judge = await reviewer(chest);
    fine(await name(id, [judge.id]));
    fine(await score(id, judge));
    fine(await decide(chest, id, "conclude-scoring"));
    const token = await officer(chest.app, "steward", ["lujing"], judge.id);
    expect(refusal(await decide(chest, id, "recommend", {}, token))).toEqual([409, "fund/same-person"]);
  });
});

describe("eligibility", () => {
  it("is appealed once, in time, and judged by another person", async () => {
    const call = await openCall(chest, fund);
    const ann = await enter(chest);
    const id = await handedIn(chest, call, ann);
    const appeal = () => chest.post(`applications/${id}/steps`, ann.token, { command: "appeal", reason: "it fits" });
    fine(await decide(chest, id, "find-ineligible"));
    fine(await appeal());
    expect(refusal(await decide(chest, id, "find-ineligible"))).toEqual([409, "fund/same-person"]);
    fine(await decide(chest, id, "find-ineligible", {}, chest.admin));
    expect(refusal(await appeal())).toEqual([409, "fund/appeal-used"]);
    const late = await handedIn(chest, call, ann);
    fine(await decide(chest, late, "find-ineligible"));
    await pass(chest, 7 * DAY);
    const steps = `applications/${late}/steps`;
    const reply = await chest.post(steps, ann.token, { command: "appeal", reason: "it fits" });
    expect(refusal(reply)).toEqual([409, "fund/appeal-late"]);
  });
});

describe("an award is refused", () => {
  it("beyond what the fund has available, with the numbers", async () => {
    const small = await openFund(chest);
    fine(await donate(chest, small, 299_999));
    const { applications } = await approvedOn(chest, small, [{}]);
    const reply = await decide(chest, applications[0] as string, "award", {}, chest.treasurer);
    expect(refusal(reply)).toEqual([409, "fund/over-available"]);
    expect(reply.body.params).toEqual({ needed: 300_000, available: 299_999, missing: 1 });
  });

  it("inside the objection window, and objections after it", async () => {
    const { id } = await noticed();
    fine(await decide(chest, id, "approve", {}, chest.treasurer));
    const early = await decide(chest, id, "award", {}, chest.treasurer);
    expect(refusal(early)).toEqual([409, "fund/objection-window"]);
    await pass(chest, 7 * DAY);
    const object = await chest.post(`applications/${id}/objections`, (await enter(chest)).token, { text: "late" });
    expect(refusal(object)).toEqual([409, "fund/notice-over"]);
    fine(await decide(chest, id, "award", {}, chest.treasurer));
  });

  it("while an objection is open or upheld", async () => {
    const { id } = await noticed();
    fine(await chest.post(`applications/${id}/objections`, (await enter(chest)).token, { text: "no" }));
    await pass(chest, 7 * DAY);
    expect(refusal(await decide(chest, id, "award", {}, chest.treasurer))).toEqual([409, "fund/wrong-state"]);
    fine(await decide(chest, id, "uphold"));
    expect(refusal(await decide(chest, id, "award", {}, chest.treasurer))).toEqual([409, "fund/wrong-state"]);
  });

  it("without the approvers of its tier; nobody approves twice, nor what they proposed, nor their own", async () => {
    const plan = { tranches: [{ amount: 500_001, condition: "x" }] };
    const { id, who } = await noticed(plan);
    const approve = (token: string) => decide(chest, id, "approve", {}, token);
    fine(await approve(chest.treasurer));
    expect(refusal(await approve(chest.treasurer))).toEqual([409, "fund/same-person"]);
    const own = await officer(chest.app, "fund-treasurer", ["lujing"], who.id);
    expect(refusal(await approve(own))).toEqual([409, "fund/conflict"]);
    await pass(chest, 7 * DAY);
    const few = await decide(chest, id, "award", {}, chest.treasurer);
    expect([refusal(few), few.body.params]).toEqual([[409, "fund/approvals-missing"], { approvals: 1, needs: 2 }]);
  });

  it("for more than was asked", async () => {
    const { id } = await inReview(await enter(chest));
    const judge = await reviewer(chest);
    fine(await name(id, [judge.id]));
    fine(await score(id, judge));
    fine(await decide(chest, id, "conclude-scoring"));
    const tranches = [{ amount: 300_001, condition: "x" }];
    expect(refusal(await decide(chest, id, "recommend", { tranches }))).toEqual([409, "fund/over-asked"]);
    const call = await openCall(chest, fund, { awardMax: 5 });
    const over = await chest.post(`calls/${call}/applications`, (await enter(chest)).token, asked());
    expect(refusal(over)).toEqual([409, "fund/over-award-max"]);
  });
});

describe("a tranche is refused", () => {
  it("without evidence, and with one person approving both sides", async () => {
    const { applications, people } = await approvedOn(chest, fund, [{}]);
    const [id, who] = [applications[0] as string, people[0] as Made];
    fine(await decide(chest, id, "award", {}, chest.treasurer));
    expect(refusal(await decide(chest, id, "sign"))).toEqual([409, "fund/document-missing"]);
    fine(await decide(chest, id, "sign", { document: DOCUMENT }));
    const [tranche] = fine(await chest.get(`applications/${id}`, who.token)).tranches;
    const show = (evidence: object[]) =>
      chest.post(`tranches/${tranche.id}/evidence`, who.token, { evidence, reason: "done" });
    expect(refusal(await show([DOCUMENT]))).toEqual([409, "fund/grant-state"]);
    fine(await decide(chest, id, "start"));
    expect(refusal(await show([]))).toEqual([409, "fund/evidence-missing"]);
    const step = (command: string, token: string) =>
      chest.post(`tranches/${tranche.id}/steps`, token, { command, reason: "checked" });
    expect(refusal(await step("approve", chest.treasurer))).toEqual([409, "fund/wrong-state"]);
    fine(await show([DOCUMENT]));
    fine(await step("approve", chest.treasurer));
    expect(refusal(await step("approve", chest.treasurer))).toEqual([409, "fund/same-person"]);
    expect(refusal(await step("pay", chest.treasurer))).toEqual([409, "fund/wrong-state"]);
    const own = await officer(chest.app, "fund-treasurer", ["lujing"], who.id);
    expect(refusal(await step("approve", own))).toEqual([409, "fund/conflict"]);
    expect(refusal(await step("approve", chest.steward))).toEqual([403, "auth/forbidden"]);
    fine(await step("approve", chest.admin));
    fine(await decide(chest, id, "suspend"));
    expect(refusal(await step("pay", chest.treasurer))).toEqual([409, "fund/grant-state"]);
  });
});
