/** The evidence pack: one file from which result, roll and objections of a poll can be checked years later. */
import { hash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leafHash, merkleRoot } from "../../../functions/shared/merkle.ts";
import { type Signable, verifySignature } from "../../../functions/shared/signing.ts";
import { EvidenceHead, EvidenceLine } from "../../../schemas/polls/evidence.ts";
import { type Made, officer } from "../residents/world.ts";
import { download, kidOf } from "./bundles.ts";
import { adults, cast, counted, draft, estate, type Hall, notice, ownersTerms, startHall, until } from "./world.ts";

let hall: Hall;
let people: Made[];
let auditor: string;
let poll: string;
let lines: string[];

beforeAll(async () => {
  hall = await startHall();
  people = await adults(hall, 4);
  auditor = await officer(hall.app, "auditor");
  const units = await estate(
    hall,
    people.map(({ id }) => [[id], 8_000]),
  );
  poll = await draft(hall, ownersTerms(hall));
  await notice(hall, poll);
  const [late = ""] = await estate(hall, [[[people[0]?.id as string], 5_000]]);
  const correction = { entry: late, reason: "handed over before notice" };
  const put = await hall.post(`/v1/polls/${poll}/roll-corrections`, hall.pollOfficer, correction);
  expect(put.status, put.text).toBe(200);
  await until(hall, poll, "correctUntil");
  await until(hall, poll, "openAt");
  for (const [index, answer] of ["YES", "YES", "NO"].entries()) {
    const channel = index === 2 ? { channel: "paper", evidence: "No. 7" } : {};
    const token = index === 2 ? hall.pollOfficer : (people[index]?.token as string);
    const voter = index === 2 ? { voter: people[2]?.id } : {};
    const reply = await cast(hall, poll, units[index] as string, token, { answer }, { ...channel, ...voter });
    expect(reply.status, reply.text).toBe(201);
  }
  await counted(hall, poll);
  await hall.post(`/v1/polls/${poll}/publish`, hall.pollOfficer);
  await hall.post(`/v1/polls/${poll}/objections`, people[3]?.token as string, { text: "I was not told" });
  lines = await download(hall, poll, "evidence", auditor);
}, 60_000);
afterAll(() => hall.app.stop());

const head = () => JSON.parse(lines[0] as string);
const rest = () => lines.slice(1).map((line) => EvidenceLine.parse(JSON.parse(line)));

describe("the evidence pack", () => {
  it("begins with minutes signed by the district, each test with both sides", async () => {
    const { document, signature, key } = head();
    EvidenceHead.parse(head());
    expect(key.kid).toBe(await kidOf(hall));
    expect(verifySignature(document as Signable, signature, key)).toBe(true);
    expect(verifySignature({ ...document, at: "2027-01-01T00:00:00+08:00" } as Signable, signature, key)).toBe(false);
    // 8,000 of 37,000 for each of three votes; four heads, as the late unit is another of one owner.
    expect(document.minutes.result.tests[0]).toMatchObject({ left: 72_000, sign: ">=", right: 74_000, holds: false });
    expect(document.text.zh).toContain("参与表决的面积占三分之二以上：24000 / 37000: 72000 >= 74000，不成立");
    expect(document.text.en).toContain("at least 2/3 of the heads take part: 3 / 4: 9 >= 8, holds");
    expect(document.text.zh).toContain("名册 5 条，更正：增 1、改 0、删 0");
    expect(document.text.en).toContain("Result: not passed");
    const stored = (await download(hall, poll, "bundle/opened", auditor))[0] as string;
    const { sealKey: _sealKey, ...signed } = JSON.parse(stored);
    expect(document.bundle).toBe(hash("sha256", JSON.stringify(signed), "base64url"));
  });

  it("has objections and corrections with their reasons", () => {
    const found = rest();
    expect(found.flatMap((line) => ("objection" in line ? [line.objection.text] : []))).toEqual(["I was not told"]);
    expect(found.flatMap((line) => ("correction" in line ? [line.correction] : []))).toMatchObject([
      { kind: "added", reason: "handed over before notice" },
    ]);
  });

  it("has the whole roll, from which anyone makes the published root again; who voted, not how", () => {
    const entries = rest().flatMap((line) => ("entry" in line ? [line.entry] : []));
    const root = merkleRoot(entries.map(({ leaf }) => leafHash(Buffer.from(leaf, "utf8"))));
    expect(root.toString("base64url")).toBe(head().document.minutes.result.rollRoot);
    expect(entries.filter(({ voted }) => voted).map(({ channel }) => channel)).toHaveLength(3);
    expect(entries.filter(({ channel }) => channel === "paper")).toHaveLength(1);
    expect(lines.slice(1).join("\n")).not.toContain("YES");
  });

  it("is for the poll's officers and auditors, once counted", async () => {
    const code = async (token: string, of = poll) => (await hall.get(`/v1/polls/${of}/evidence`, token)).body.code;
    expect((await hall.get(`/v1/polls/${poll}/evidence`, hall.pollOfficer)).body.head).not.toBeNull();
    expect(await code(people[0]?.token as string)).toBe("auth/forbidden");
    expect(await code(hall.admin)).toBe("auth/forbidden");
    const early = await draft(hall, ownersTerms(hall));
    expect(await code(auditor, early)).toBe("polls/no-result");
  });
});
