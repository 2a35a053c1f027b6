/** Counting: secret choices and budgets end to end, a count cut short that goes on, ties; what others can require. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pollsDueJob } from "../../../functions/polls/jobs.ts";
import { budgetOutcome, decisionOf, fundedCheck } from "../../../functions/polls/port.ts";
import { runJob } from "../../../functions/shared/jobs.ts";
import type { Made } from "../residents/world.ts";
import { castSecret, playground } from "./booth.ts";
import {
  adults,
  cast,
  choiceTerms,
  counted,
  DAY,
  type Hall,
  MINUTE,
  opened,
  pollNow,
  startHall,
  until,
  work,
} from "./world.ts";

let hall: Hall;
let people: Made[];
beforeAll(async () => {
  hall = await startHall();
  people = await adults(hall, 7);
}, 60_000);
afterAll(() => hall.app.stop());

const who = (index: number): Made => people[index] as Made;
const name = (id: string) => ({ zh: id, en: id });

describe("a budget poll by secret ballot", () => {
  const projects = [
    { id: "road", name: name("road"), cost: 60_000 },
    { id: "park", name: name("park"), cost: 50_000 },
    { id: "lamp", name: name("lamp"), cost: 30_000 },
  ];
  const terms = (hall: Hall) =>
    playground(hall, "envelope", {
      class: "COMMUNITY_FUND_BUDGET",
      question: {
        kind: "BUDGET",
        projects,
        budget: 90_000,
        method: { method: "EQUAL_SHARES", completion: "UTILITARIAN" },
        ties: { by: "CANDIDATE_ORDER" },
      },
      quorum: { num: 1, den: 2, strict: false },
    });

  it("funds projects whose amounts others can prove, from publication until annulment", async () => {
    const poll = await opened(hall, terms(hall));
    const ballots = [["road"], ["road", "lamp"], ["road", "park"], ["park", "lamp"]];
    for (const [index, options] of ballots.entries()) {
      const { reply } = await castSecret(hall, poll, who(index), { options });
      expect(reply.status, reply.text).toBeLessThan(300);
    }
    const result = await counted(hall, poll);
    // Seven people, four vote: a share of 22,500 each; the road's three pay 20,000, the lamp is paid by what is left
    // of its two (2,500 and 22,500) at no price that reaches 30,000, and fits the budget by votes.
    expect(result).toMatchObject({
      method: "EQUAL_SHARES",
      passed: true,
      entitled: 7,
      ballots: 4,
      tests: [{ name: "QUORUM", left: 8, sign: ">=", right: 7, holds: true }],
      funded: [
        { project: "road", amount: 60_000 },
        { project: "lamp", amount: 30_000 },
      ],
    });
    expect(result.ballotRoot).toHaveLength(43);
    const { db } = hall.app.deps;
    expect(await budgetOutcome(db, poll)).toBeUndefined();
    await hall.post(`/v1/polls/${poll}/publish`, hall.pollOfficer);
    expect(await budgetOutcome(db, poll)).toMatchObject({
      community: "lujing",
      inForce: true,
      resultHash: result.resultHash,
    });
    const proves = async (project: string, amount: number, community = "lujing") =>
      (await db.commit([fundedCheck(poll, community, project, amount)])).ok;
    expect(await proves("road", 60_000)).toBe(true);
    expect(await proves("road", 59_999)).toBe(false);
    expect(await proves("park", 50_000)).toBe(false);
    expect(await proves("road", 60_000, "heyuan")).toBe(false);
    await hall.post(`/v1/polls/${poll}/annul`, hall.pollOfficer, { reason: "the money is not there" });
    expect(await proves("road", 60_000)).toBe(false);
  });

  it("without a ballot funds nothing and decides nothing", async () => {
    const poll = await opened(hall, terms(hall));
    expect(await counted(hall, poll)).toMatchObject({ passed: false, reason: "NOBODY_VOTED", funded: [] });
    await hall.post(`/v1/polls/${poll}/publish`, hall.pollOfficer);
    expect(await decisionOf(hall.app.deps.db, poll)).toBeUndefined();
  });
});

describe("a count", () => {
  it("cut short after any page goes on where it stopped, and comes to the same", async () => {
    const poll = await opened(hall, choiceTerms(hall, { method: { method: "APPROVAL" } }));
    const votes = [["gym"], ["gym", "cafe"], ["library"], [], ["cafe", "library"], ["gym"]];
    for (const [index, options] of votes.entries())
      await cast(hall, poll, who(index).id, who(index).token, { options });
    const { closeAt } = await pollNow(hall, poll);
    hall.app.clock.set(new Date(Date.parse(closeAt) + 2 * MINUTE).toISOString());
    // A deadline that lets one page be done, again and again.
    const { deps } = hall.app;
    let runs = 0;
    for (; (await pollNow(hall, poll)).state !== "counted" && runs < 60; runs++) {
      let looks = 0;
      const clock = { now: () => new Date(hall.app.clock.now().getTime() + (looks++ > 6 ? MINUTE : 0)) };
      await runJob({ ...pollsDueJob, deps: { ...deps, clock }, deadlineMs: hall.app.clock.now().getTime() + 1 });
    }
    expect(runs).toBeGreaterThan(3);
    const result = (await hall.get(`/v1/polls/${poll}/result`, hall.pollOfficer)).body;
    expect(result).toMatchObject({ winners: ["gym"], ballots: 6, detail: { scores: [3, 2, 2], blank: 1 } });
  });

  it.each([
    ["PLURALITY", {}, { options: ["cafe"] }],
    ["SCORE", { rules: { max: 5 } }, { points: [{ option: "cafe", points: 5 }] }],
    ["CUMULATIVE", { rules: { points: 3 } }, { points: [{ option: "cafe", points: 3 }] }],
    ["BORDA", {}, { ranks: [["cafe"], ["gym"], ["library"]] }],
    ["COPELAND", { unranked: "LAST" }, { ranks: [["cafe"], ["gym", "library"]] }],
    ["MINIMAX", { unranked: "LAST", by: "MARGINS" }, { ranks: [["cafe"]] }],
    ["SCHULZE", { unranked: "NO_OPINION", by: "WINNING_VOTES" }, { ranks: [["cafe"], ["gym"]] }],
    ["RANKED_PAIRS", { unranked: "LAST", by: "MARGINS" }, { ranks: [["cafe"], ["gym"]] }],
    ["IRV", {}, { ranks: [["cafe"], ["gym"]] }],
    ["STV", { rules: { quota: "DROOP" } }, { ranks: [["cafe"], ["library"]] }],
  ])("by %s elects whom the one ballot names first, with its account in the result", async (method, rules, choice) => {
    const poll = await opened(hall, choiceTerms(hall, { method: { method, ...rules } }));
    const reply = await cast(hall, poll, who(0).id, who(0).token, choice);
    expect([reply.status, reply.body.choice]).toEqual([201, choice]);
    const result = await counted(hall, poll);
    expect(result).toMatchObject({ method, winners: ["cafe"], ballots: 1, passed: null });
    expect(result.detail.options).toEqual(["gym", "cafe", "library"]);
  });

  it.each([
    [{ method: "PLURALITY" }, { options: ["gym", "cafe"] }, "polls/overvote"],
    [{ method: "APPROVAL", rules: { max: 1 } }, { options: ["gym", "cafe"] }, "polls/overvote"],
    [{ method: "APPROVAL", rules: { min: 2 } }, { options: ["gym"] }, "polls/undervote"],
    [{ method: "APPROVAL" }, { options: ["gym", "gym"] }, "polls/duplicate-option"],
    [{ method: "APPROVAL" }, { options: ["pool"] }, "polls/unknown-option"],
    [{ method: "SCORE", rules: { max: 5 } }, { points: [{ option: "gym", points: 6 }] }, "polls/overvote"],
    [{ method: "CUMULATIVE", rules: { points: 3 } }, { points: [{ option: "gym", points: 4 }] }, "polls/overvote"],
    [
      { method: "CUMULATIVE", rules: { points: 3, spendAll: true } },
      { points: [{ option: "gym", points: 2 }] },
      "polls/undervote",
    ],
    [{ method: "IRV" }, { ranks: [["gym", "cafe"]] }, "polls/overvote"],
    [{ method: "BORDA" }, { ranks: [["gym"], ["gym"]] }, "polls/duplicate-option"],
    [{ method: "BORDA" }, { options: ["gym"] }, "polls/choice-form"],
  ])("of %j refuses %j when it is cast: %s", async (method, choice, code) => {
    const poll = await opened(hall, choiceTerms(hall, { method }));
    const reply = await cast(hall, poll, who(0).id, who(0).token, choice);
    expect([reply.status, reply.body.code]).toEqual([422, code]);
  });
});

describe("a tie", () => {
  it("stops the count until an officer answers what was asked; a wrong answer is refused", async () => {
    const poll = await opened(hall, choiceTerms(hall, { ties: { by: "ASK" } }));
    await cast(hall, poll, who(0).id, who(0).token, { options: ["gym"] });
    await cast(hall, poll, who(1).id, who(1).token, { options: ["library"] });
    await until(hall, poll, "closeAt");
    expect(await pollNow(hall, poll)).toMatchObject({ state: "closed", asks: true });
    expect((await hall.post(`/v1/polls/${poll}/publish`, hall.pollOfficer)).body.code).toBe("polls/not-counted");
    const tie = await hall.get(`/v1/polls/${poll}/tie`, hall.pollOfficer);
    expect(tie.body).toEqual({ poll, purpose: "ELECT", round: 1, tied: ["gym", "library"], needs: "chosen" });
    const answer = (body: object) => hall.post(`/v1/polls/${poll}/tie-answers`, hall.pollOfficer, body);
    for (const body of [{}, { seed: "x" }, { chosen: "cafe" }])
      expect((await answer(body)).body.code).toBe("polls/no-tie");
    expect((await answer({ chosen: "library" })).body).toMatchObject({ state: "closed", asks: false });
    await work(hall);
    const result = (await hall.get(`/v1/polls/${poll}/result`, hall.pollOfficer)).body;
    expect(result).toMatchObject({ winners: ["library"], ties: [{ chosen: "library", by: "ASK" }] });
    hall.app.clock.advance(DAY);
  });
});
