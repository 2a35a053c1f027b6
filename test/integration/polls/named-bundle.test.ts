/** The bundle of a named poll: counted again from the file alone, each fault named; who may fetch it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyBundle } from "../../../functions/polls/bundle/verify.ts";
import { districtSigner, type Signable } from "../../../functions/shared/signing.ts";
import { runDistrict } from "../../../infra/cli/program.ts";
import { fakeCli } from "../../support/cli.ts";
import { type Made, officer } from "../residents/world.ts";
import { download, faultOf, kidOf } from "./bundles.ts";
import { adults, cast, choiceTerms, counted, estate, type Hall, opened, ownersTerms, startHall } from "./world.ts";

let hall: Hall;
let people: Made[];
let auditor: string;
const folder = mkdtempSync(join(tmpdir(), "linli-named-"));

beforeAll(async () => {
  hall = await startHall();
  people = await adults(hall, 5);
  auditor = await officer(hall.app, "auditor");
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await hall.app.stop();
});

const who = (index: number): Made => people[index] as Made;
const openedBundle = (poll: string, token = auditor) => download(hall, poll, "bundle/opened", token);
const parsed = (lines: readonly string[]) => lines.slice(1).map((line) => JSON.parse(line));

describe("an owners' poll", () => {
  let poll: string;
  let lines: string[];
  let result: Record<string, unknown>;

  // Three owners of one unit each vote, two units of one owner vote alike, one unit keeps silent.
  beforeAll(async () => {
    const units = await estate(hall, [
      [[who(0).id], 8_000],
      [[who(1).id], 8_000],
      [[who(2).id], 9_000],
      [[who(3).id], 7_000],
      [[who(3).id], 7_000],
      [[who(4).id], 6_000],
    ]);
    poll = await opened(hall, ownersTerms(hall));
    const votes = ["YES", "YES", "NO", "YES", "YES"];
    for (const [index, answer] of votes.entries()) {
      const token = who(Math.min(index, 3)).token;
      const reply = await cast(hall, poll, units[index] as string, token, { answer });
      expect(reply.status, reply.text).toBe(201);
    }
    result = await counted(hall, poll);
    lines = await openedBundle(poll);
  }, 60_000);

  it("is counted again from its bundle alone, silent units and heads included", async () => {
    const verdict = await verifyBundle(lines, await kidOf(hall));
    expect(verdict).toMatchObject({ poll, ballots: 5, recounted: true });
    expect(verdict.result).toEqual(result);
    expect(result).toMatchObject({ passed: true, entitled: 6, ballots: 5, ballotRoot: verdict.root });
    const units = parsed(lines);
    // The two units of one owner say the same with the same area: one line, twice.
    expect(units.map(({ times }) => times).sort()).toEqual([1, 1, 1, 1, 2]);
    expect(units.filter(({ choice }) => choice === null)).toMatchObject([{ unit: { area: 6_000 }, times: 1 }]);
  });

  it("is found out when a unit is altered, removed, added, moved, or its area or answer changed", async () => {
    const edit = (at: number, change: object) =>
      lines.map((line, index) => (index === at ? JSON.stringify({ ...JSON.parse(line), ...change }) : line));
    const first = parsed(lines)[0];
    const other = first.choice?.answer === "NO" ? "YES" : "NO";
    expect(await faultOf(edit(1, { choice: { answer: other } }))).toEqual(["tile", 2]);
    expect(await faultOf(edit(1, { times: 3 }))).toEqual(["tile", 2]);
    expect((await faultOf(edit(1, { unit: { ...first.unit, area: 1 } })))[0]).toBe("tile");
    expect(await faultOf(lines.toSpliced(2, 1))).toEqual(["tile", 2]);
    expect(await faultOf(lines.toSpliced(2, 0, lines[2] as string))).toEqual(["order", 4]);
    expect(await faultOf(lines.toSpliced(1, 2, lines[2] as string, lines[1] as string))).toEqual(["order", 3]);
    expect(await faultOf(edit(2, { choice: { options: ["yes"] } }))).toEqual(["choice", 3]);
    expect(await faultOf(edit(2, { choice: { answer: "YES" }, unit: undefined }))).not.toBe("none");
    expect(await faultOf(edit(2, { weight: 1 }))).toEqual(["line", 3]);
    expect(await faultOf([...lines, JSON.stringify({ leaf: "A".repeat(43) })])).toEqual(["line", 7]);
  });

  it("is found out when whoever holds the district's key signs a lie", async () => {
    const head = JSON.parse(lines[0] as string);
    const signer = await districtSigner(hall.app.deps.db, "polls");
    const lie = (change: object) => {
      const bundle = { ...head.bundle, ...change };
      return [JSON.stringify({ ...head, bundle, signature: signer.sign(bundle as Signable) }), ...lines.slice(1)];
    };
    const { ballots, turnout } = head.bundle;
    expect(await faultOf(lie({}))).toBe("none");
    expect(await faultOf(lie({ result: { ...head.bundle.result, passed: false } }))).toEqual(["result", 1]);
    expect(await faultOf(lie({ ballots: { ...ballots, count: 4 } }))).toEqual(["count", 0]);
    expect(await faultOf(lie({ ballots: { ...ballots, lines: 4 } }))).toEqual(["count", 0]);
    expect(await faultOf(lie({ turnout: { ...turnout, entitled: 7 } }))).toEqual(["turnout", 0]);
    const seal = JSON.stringify({ ...head, sealKey: undefined });
    expect(await faultOf([seal, ...lines.slice(1)])).toEqual(["line", 2]);
  });

  it("is told about by district verify, with the exit code and the first fault", async () => {
    const file = join(folder, "named.ndjson");
    writeFileSync(file, `${lines.join("\n")}\n`);
    const good = fakeCli();
    expect(await runDistrict(good, ["verify", file, "--key", await kidOf(hall)])).toBe(0);
    expect(good.printed.join("\n")).toMatch(/5 ballots[\s\S]*counted again with the same result: passed/);
    writeFileSync(file, `${lines.toSpliced(3, 1).join("\n")}\n`);
    const bad = fakeCli();
    expect(await runDistrict(bad, ["verify", file])).toBe(1);
    expect(bad.printed.join("\n")).toMatch(/line 2: ballots were altered, added or removed \[tile\]/);
  });

  it("is for auditors and the poll's officers, and names no voter, unit, channel or time", async () => {
    expect(await openedBundle(poll, hall.pollOfficer)).toEqual(lines);
    const refused = async (path: string, token?: string) =>
      (await hall.app.call("GET", `/v1/polls/${poll}/${path}`, token ? { token } : {})).body.code;
    expect(await refused("bundle/opened", who(0).token)).toBe("auth/forbidden");
    expect(await refused("bundle/opened", hall.admin)).toBe("auth/forbidden");
    expect(await refused("bundle")).toBe("polls/mode");
    const text = lines.slice(1).join("\n");
    for (const { id } of people) expect(text).not.toContain(id);
    expect(new Set(parsed(lines).flatMap((line) => Object.keys(line)))).toEqual(new Set(["unit", "choice", "times"]));
  });
});

describe("a named poll by heads", () => {
  it("is counted again from lines of what ballots say, blank ones included", async () => {
    const poll = await opened(hall, choiceTerms(hall, { method: { method: "APPROVAL" } }));
    const votes = [["gym"], ["gym"], ["cafe", "gym"], []];
    for (const [index, options] of votes.entries())
      await cast(hall, poll, who(index).id, who(index).token, { options });
    const result = await counted(hall, poll);
    const lines = await openedBundle(poll);
    expect(parsed(lines)).toEqual([
      { choice: { options: ["gym", "cafe"] }, times: 1 },
      { choice: { options: ["gym"] }, times: 2 },
      { choice: { options: [] }, times: 1 },
    ]);
    expect((await verifyBundle(lines, await kidOf(hall))).result).toEqual(result);
    const silent = [...lines, JSON.stringify({ choice: null, times: 1 })];
    expect(await faultOf(silent)).toEqual(["order", 5]);
    expect(await faultOf(lines.toSpliced(1, 0, JSON.stringify({ choice: null, times: 1 })))).toEqual(["choice", 2]);
  });

  it("that nobody voted in has a bundle without lines", async () => {
    const poll = await opened(hall, choiceTerms(hall));
    const result = await counted(hall, poll);
    const lines = await openedBundle(poll);
    expect(lines).toHaveLength(1);
    expect((await verifyBundle(lines, undefined)).result).toEqual(result);
  });
});
