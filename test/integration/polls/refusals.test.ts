/** Refusals that no story of their own meets, and that each code of polls is met by some test. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { putResult } from "../../../functions/polls/store/result.ts";
import { errors } from "../../../schemas/errors.ts";
import { FILE_BALLOTS_MAX } from "../../../schemas/polls/files.ts";
import { makeSecret } from "../../support/voter.ts";
import { type Made, officer } from "../residents/world.ts";
import { approves, castSecret, playground } from "./booth.ts";
import {
  adults,
  cast,
  choiceTerms,
  counted,
  DAY,
  draft,
  estate,
  type Hall,
  later,
  notice,
  opened,
  ownersTerms,
  startHall,
} from "./world.ts";

let hall: Hall;
let people: Made[];
beforeAll(async () => {
  hall = await startHall();
  people = await adults(hall, 2);
}, 60_000);
afterAll(() => hall.app.stop());

const who = (index: number): Made => people[index] as Made;
const refusalOf = ({ status, body }: { readonly status: number; readonly body: { readonly code: string } }) => [
  status,
  body.code,
];

describe("refused", () => {
  it("are terms whose roll would be put right after opening, when nobody may be added", async () => {
    const terms = ownersTerms(hall, { correctUntil: later(hall, 17 * DAY), openAt: later(hall, 17 * DAY - 1) });
    expect(refusalOf(await hall.post("/v1/polls", hall.pollOfficer, terms))).toEqual([422, "polls/correction-window"]);
  });

  it("is a correction while the roll is still being made", async () => {
    const [unit] = await estate(hall, [[[who(0).id], 8_950]]);
    const poll = await draft(hall, ownersTerms(hall));
    expect((await hall.post(`/v1/polls/${poll}/notice`, hall.pollOfficer)).status).toBe(200);
    const correct = () =>
      hall.post(`/v1/polls/${poll}/roll-corrections`, hall.pollOfficer, { entry: unit, reason: "measured anew" });
    expect(refusalOf(await correct())).toEqual([409, "polls/roll-unfinished"]);
  });

  it("is the proof of an entry before the roll is sealed", async () => {
    const [unit] = await estate(hall, [[[who(0).id], 8_950]]);
    const poll = await draft(hall, ownersTerms(hall));
    await notice(hall, poll);
    const proof = await hall.get(`/v1/polls/${poll}/entries/${unit}/roll-proof`, who(0).token);
    expect(refusalOf(proof)).toEqual([409, "polls/roll-unfinished"]);
  });

  it("is a second voter's ballot under a name that is taken, which leaves their entry free", async () => {
    const poll = await opened(hall, playground(hall, "envelope"));
    const made = makeSecret();
    expect((await castSecret(hall, poll, who(0), approves("east"), made)).reply.status).toBe(201);
    const taken = await castSecret(hall, poll, who(1), approves("west"), made);
    expect(refusalOf(taken.reply)).toEqual([409, "polls/ballot-taken"]);
    expect((await castSecret(hall, poll, who(1), approves("west"))).reply.status).toBe(201);
  });

  it("is a second answer to an objection", async () => {
    const poll = await opened(hall, choiceTerms(hall));
    await cast(hall, poll, who(0).id, who(0).token, { options: ["gym"] });
    await counted(hall, poll);
    await hall.post(`/v1/polls/${poll}/publish`, hall.pollOfficer);
    const objection = await hall.post(`/v1/polls/${poll}/objections`, who(1).token, { text: "too short a notice" });
    const answer = () =>
      hall.post(`/v1/polls/${poll}/objections/${objection.body.id}/answer`, hall.pollOfficer, {
        answer: "sixteen days",
        upheld: false,
      });
    expect((await answer()).status).toBe(200);
    expect(refusalOf(await answer())).toEqual([409, "polls/objection-answered"]);
  });

  it("is a file of more ballots than an answer can hold", async () => {
    const poll = await opened(hall, choiceTerms(hall));
    const result = await counted(hall, poll);
    for (const write of putResult(poll, { ...result, ballots: FILE_BALLOTS_MAX + 1 }))
      await hall.app.deps.db.commit([write]);
    const auditor = await officer(hall.app, "auditor");
    const reply = await hall.get(`/v1/polls/${poll}/ballot-file/opened?format=csv`, auditor);
    expect(refusalOf(reply)).toEqual([422, "polls/file-too-large"]);
  });
});

it("every code of polls is expected by a story over HTTP", () => {
  const folder = new URL("./", import.meta.url);
  const stories = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
  const codes = Object.keys(errors).filter((code) => code.startsWith("polls/"));
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !stories.some((story) => story.includes(`"${code}"`)))).toEqual([]);
});
