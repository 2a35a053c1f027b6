/** Election files over HTTP: from a file to a draft, a count, a conversion; from a poll to a file, for whom it is. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Made, officer } from "../residents/world.ts";
import { approves, castSecret, playground } from "./booth.ts";
import { adults, cast, choiceTerms, estate, type Hall, opened, ownersTerms, startHall, until } from "./world.ts";

let hall: Hall;
let people: Made[];
let auditor: string;
const VOTERS = 5;

beforeAll(async () => {
  hall = await startHall();
  people = await adults(hall, VOTERS);
  auditor = await officer(hall.app, "auditor");
}, 60_000);
afterAll(() => hall.app.stop());

const who = (index: number): Made => people[index] as Made;
const upload = (to: string, body: object, token = hall.pollOfficer, language = "en") =>
  hall.app.call("POST", `/v1/election-files/${to}`, { token, body, headers: { "accept-language": language } });
const BLT = '3 1\n4 1 2 0\n3 2 3 0\n2 3 2 0\n0\n"East"\n"South"\n"West"\n"Playground"\n';

describe("an uploaded file", () => {
  it("becomes the question of a draft that can be noticed and voted on", async () => {
    const read = await upload("question", { format: "blt", text: BLT });
    expect([read.status, read.body.ballots, read.body.distinct]).toEqual([200, 9, 3]);
    const poll = await opened(hall, choiceTerms(hall, read.body.question));
    const reply = await cast(hall, poll, who(0).id, who(0).token, { ranks: [["o2"], ["o1"]] });
    expect(reply.status, reply.text).toBe(201);
  });

  it("is counted as the poll would be, ties by the order of the file or by lots", async () => {
    const counted = await upload("count", { format: "blt", text: BLT, method: { method: "IRV" } });
    // East 4, South 3, West 2; West's go to South: 5 of 9.
    expect(counted.body).toMatchObject({ method: "IRV", winners: ["South"], ballots: 9, told: null, agrees: null });
    const tied = { format: "blt", text: '2 1\n1 1 0\n1 2 0\n0\n"A"\n"B"\n', method: { method: "PLURALITY" } };
    expect((await upload("count", tied)).body).toMatchObject({ winners: ["A"], ties: [{ by: "CANDIDATE_ORDER" }] });
    const seeds = ["1", "2", "3", "4", "5", "6", "7", "8"];
    const lots = await Promise.all(seeds.map(async (seed) => (await upload("count", { ...tied, seed })).body));
    expect(lots.every(({ ties }) => ties[0].by === "SEEDED")).toBe(true);
    expect(new Set(lots.map(({ winners }) => winners[0])).size).toBe(2);
  });

  it("is converted", async () => {
    const reply = await upload("conversion", { format: "blt", text: BLT, to: "csv" });
    expect(reply.body.text.split("\n").slice(0, 2)).toEqual(["ballot,rank1,rank2", "1,East,South"]);
  });

  it("with faults is refused by line, with what is wrong there and what to do, in the caller's language", async () => {
    const text = BLT.replace("3 2 3 0", "3 2 9 0").replace('"South"', "South");
    const reply = await upload("count", { format: "blt", text });
    expect([reply.status, reply.body.code]).toEqual([422, "polls/file-faulty"]);
    expect(reply.body.params).toEqual({ format: "blt", faults: 2, line: 3 });
    expect(reply.body.errors).toEqual([
      { field: "/text", reason: "line 3: candidates are numbers from 1 to 3" },
      { field: "/text", reason: "line 7: a name stands in quotes" },
    ]);
    expect(reply.body.detail).toContain("put right what `errors` names");
    const chinese = await upload("question", { format: "blt", text }, hall.pollOfficer, "zh-CN");
    expect(chinese.body.errors[1]).toEqual({ field: "/text", reason: "第 7 行：名称应加双引号" });
  });

  it.each([
    ["count", { format: "blt", text: BLT, method: { method: "PHRAGMEN", skip: true } }],
    ["conversion", { format: "blt", text: BLT, to: "pb" }],
  ])("that does not fit what %s asks is refused with what does", async (to, body) => {
    const reply = await upload(to, body);
    expect([reply.status, reply.body.code]).toEqual([422, "polls/file-format"]);
  });

  it("may be larger than other bodies, up to its own bound", async () => {
    const large = `${"4 1 2 0\n".repeat(120_000)}`;
    const text = BLT.replace("4 1 2 0\n", large);
    expect((await upload("count", { format: "blt", text })).body.ballots).toBe(480_005);
    const over = await upload("count", { format: "blt", text: "4 1 2 0\n".repeat(600_000) });
    expect([over.status, over.body.code]).toEqual([413, "request/too-large"]);
  });

  it("is for officers and auditors; others are refused before it is read", async () => {
    expect((await upload("count", { format: "blt", text: BLT }, auditor)).status).toBe(200);
    expect((await upload("count", { format: "blt", text: BLT }, who(0).token)).body.code).toBe("auth/forbidden");
  });
});

/** A poll that was voted on and counted, published where asked. */
const voted = async (terms: Readonly<Record<string, unknown>>, publish = true): Promise<string> => {
  const poll = await opened(hall, terms);
  const votes = [approves("east"), approves("west", "east"), approves(), approves("east"), approves("south")];
  for (const [index, choice] of votes.entries()) {
    const { reply } = await castSecret(hall, poll, who(index), choice);
    expect(reply.status, reply.text).toBeLessThan(300);
  }
  await until(hall, poll, "closeAt");
  if (publish) expect((await hall.post(`/v1/polls/${poll}/publish`, hall.pollOfficer)).status).toBe(200);
  return poll;
};

const file = (poll: string, format: string, token?: string, opened = "") =>
  hall.app.call("GET", `/v1/polls/${poll}/ballot-file${opened}?format=${format}`, token ? { token } : {});
const ROWS = "ballot,rank1\n1,\n2,east\n3,east\n4,east|west\n5,south\n";

describe("a poll's ballots as a file", () => {
  it("with a public audit are everybody's once published, in an order that tells nothing", async () => {
    const poll = await voted(playground(hall, "envelope"), false);
    expect((await file(poll, "csv")).body.code).toBe("polls/no-result");
    await hall.post(`/v1/polls/${poll}/publish`, hall.pollOfficer);
    const reply = await file(poll, "csv");
    expect(reply.text).toBe(ROWS);
    expect(reply.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(reply.headers.get("content-disposition")).toBe(`attachment; filename="poll-${poll}.csv"`);
    expect((await file(poll, "json")).body).toEqual({ fits: ["csv"], ballots: VOTERS });
    const unfit = await file(poll, "blt");
    expect([unfit.status, unfit.body.code, unfit.body.params.fits]).toEqual([422, "polls/file-format", "csv"]);
    const counted = await upload("count", { format: "csv", text: reply.text, method: { method: "APPROVAL" } });
    const result = (await hall.get(`/v1/polls/${poll}/result`, hall.pollOfficer)).body;
    expect(counted.body.winners).toEqual(result.winners);
  });

  it("that are sealed are the auditors' alone", async () => {
    const poll = await voted(playground(hall, "envelope", { audit: "SEALED" }));
    const shut = await file(poll, "csv");
    expect([shut.status, shut.body.code]).toEqual([403, "polls/ballots-sealed"]);
    expect((await file(poll, "csv", auditor, "/opened")).text).toBe(ROWS);
    expect((await file(poll, "csv", hall.pollOfficer, "/opened")).body.code).toBe("resource/not-found");
  });

  it("by name are the officers' and auditors', without names", async () => {
    const poll = await opened(hall, choiceTerms(hall, { method: { method: "IRV" } }));
    await cast(hall, poll, who(0).id, who(0).token, { ranks: [["cafe"], ["gym"]] });
    await cast(hall, poll, who(1).id, who(1).token, { ranks: [["gym"]] });
    expect((await file(poll, "blt", hall.pollOfficer, "/opened")).body.code).toBe("polls/no-result");
    await until(hall, poll, "closeAt");
    const reply = await file(poll, "blt", hall.pollOfficer, "/opened");
    expect(reply.text).toBe('3 1\n1 1 0\n1 2 1 0\n0\n"gym"\n"cafe"\n"library"\n"续聘物业"\n');
    expect((await file(poll, "cvotes", auditor, "/opened")).text).toContain("cafe > gym * 1");
    expect((await file(poll, "blt")).body.code).toBe("polls/mode");
    expect((await file(poll, "blt", hall.admin, "/opened")).status).toBe(403);
  });

  it("of owners are in no file: their weights would name them", async () => {
    const [unit = ""] = await estate(hall, [[[who(0).id], 8_950]]);
    const poll = await opened(hall, ownersTerms(hall));
    await cast(hall, poll, unit, who(0).token);
    await until(hall, poll, "closeAt");
    expect((await file(poll, "csv", auditor, "/opened")).body).toMatchObject({ code: "polls/file-format" });
    expect((await file(poll, "json", auditor, "/opened")).body.fits).toEqual([]);
  });
});
