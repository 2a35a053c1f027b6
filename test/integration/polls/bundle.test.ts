/** From close to verification: the count, the bundle over HTTP, proofs, and the ways in which a bundle can be wrong. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { verifyBundle } from "../../../functions/polls/bundle/verify.ts";
import { verifyInclusion } from "../../../functions/shared/merkle.ts";
import { districtSigner, type Signable } from "../../../functions/shared/signing.ts";
import { runDistrict } from "../../../infra/cli/program.ts";
import { localClient } from "../../../infra/local/client.ts";
import { fakeCli } from "../../support/cli.ts";
import { makeSecret } from "../../support/voter.ts";
import { type Made, officer } from "../residents/world.ts";
import { approves, castSecret, castToken, changeSecret, playground, storedBallots, takeToken } from "./booth.ts";
import { download, faultOf, kidOf } from "./bundles.ts";
import { adults, type Hall, opened, pollNow, startHall, until, work } from "./world.ts";

let hall: Hall;
let people: Made[];
let auditor: string;
const folder = mkdtempSync(join(tmpdir(), "linli-bundle-"));

const VOTERS = 9;
const SITES = ["east", "south", "west"] as const;

beforeAll(async () => {
  hall = await startHall();
  people = await adults(hall, VOTERS);
  auditor = await officer(hall.app, "auditor");
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await hall.app.stop();
});

/** Votes of a poll whose outcome is known: east 9, south 3, west 3, and nobody's names. */
const choiceOf = (index: number) => approves("east", ...(index % 3 === 0 ? [] : [SITES[index % 3] as string]));

const closed = async (mode: "envelope" | "token", fields: Readonly<Record<string, unknown>> = {}) => {
  const poll = await opened(hall, playground(hall, mode, fields));
  const casts: { secret: string; ballot: string; leaf: string }[] = [];
  for (const [index, voter] of people.entries()) {
    if (mode === "token") {
      const token = await takeToken(hall, poll, voter);
      const { body } = await castToken(hall, poll, token, choiceOf(index));
      casts.push({ secret: token.token, ballot: body.ballot, leaf: body.receipt.leaf });
    } else {
      const { secret, ballot, reply } = await castSecret(hall, poll, voter, choiceOf(index));
      casts.push({ secret, ballot, leaf: reply.body.receipt.leaf });
    }
  }
  await until(hall, poll, "closeAt");
  expect((await pollNow(hall, poll)).state).toBe("counted");
  return { poll, casts };
};

const publish = async (poll: string) => {
  const reply = await hall.post(`/v1/polls/${poll}/publish`, hall.pollOfficer);
  expect(reply.status, reply.text).toBe(200);
};

describe.each(["envelope", "token"] as const)("a published poll of %s ballots", (mode) => {
  let lines: string[];
  let poll: string;
  let casts: readonly { secret: string; ballot: string; leaf: string }[];
  beforeAll(async () => {
    ({ poll, casts } = await closed(mode));
  }, 60_000);

  it("shows nobody its bundle, proofs or result before publication", async () => {
    const refused = async (path: string) => (await hall.app.call("GET", `/v1/polls/${poll}/${path}`)).body.code;
    expect(await refused("bundle")).toBe("polls/no-result");
    expect(await refused(`ballot-proofs/${casts[0]?.ballot}`)).toBe("polls/no-result");
    await publish(poll);
    lines = await download(hall, poll);
  });

  it("is counted again from its bundle alone, with the published result", async () => {
    const verdict = await verifyBundle(lines, await kidOf(hall));
    const result = await hall.get(`/v1/polls/${poll}/result`, people[0]?.token as string);
    expect(verdict).toMatchObject({ poll, ballots: VOTERS, recounted: true });
    expect(verdict.result).toEqual(result.body);
    expect(result.body).toMatchObject({ winners: ["east"], ballots: VOTERS, detail: { scores: [9, 3, 3] } });
  });

  it("proves every ballot by its receipt, in the order of names", async () => {
    const names = casts.map(({ ballot }) => ballot).sort();
    for (const { ballot, leaf } of casts) {
      const { body } = await hall.app.call("GET", `/v1/polls/${poll}/ballot-proofs/${ballot}`);
      expect([body.leaf, body.index, body.size]).toEqual([leaf, names.indexOf(ballot), VOTERS]);
      const bytes = (text: string) => Buffer.from(text, "base64url");
      const claim = { leaf: bytes(leaf), index: body.index, size: VOTERS, path: body.path.map(bytes) };
      expect(verifyInclusion({ ...claim, root: bytes(body.root) })).toBe(true);
      expect(verifyInclusion({ ...claim, index: (body.index + 1) % VOTERS, root: bytes(body.root) })).toBe(false);
      expect(JSON.parse(lines[0] as string).bundle.ballots.root).toBe(body.root);
    }
    const none = await hall.app.call("GET", `/v1/polls/${poll}/ballot-proofs/${makeSecret().ballot}`);
    expect(none.body.code).toBe("polls/no-ballot");
  });

  it("is found out when a ballot is altered, removed, added, moved or doubled", async () => {
    const edit = (at: number, change: (line: Record<string, unknown>) => object) =>
      lines.map((line, index) => (index === at ? JSON.stringify(change(JSON.parse(line))) : line));
    const other = (line: Record<string, unknown>) => ({ ...line, choice: approves("west") });
    expect(await faultOf(edit(3, other))).toEqual(["tile", 2]);
    expect(await faultOf(lines.toSpliced(3, 1))).toEqual(["tile", 2]);
    const stranger = { ballot: `${"z".repeat(42)}A`, choice: approves("west") };
    const added = await faultOf([...lines, JSON.stringify(stranger)]);
    expect(added).toEqual(mode === "token" ? ["token", VOTERS + 2] : ["tile", 2]);
    expect(await faultOf(lines.toSpliced(2, 2, lines[3] as string, lines[2] as string))).toEqual(["order", 4]);
    expect(await faultOf(lines.toSpliced(2, 0, lines[2] as string))).toEqual(["order", 4]);
    expect(await faultOf(edit(3, (line) => ({ ...line, choice: approves("north") })))).toEqual(["choice", 4]);
    expect(await faultOf(edit(3, () => ({ vote: 1 })))).toEqual(["line", 4]);
    expect(await faultOf(edit(3, (line) => ({ ...line, weight: 2 })))).toEqual(["line", 4]);
    if (mode !== "token") return;
    expect(await faultOf(edit(3, ({ token: _token, ...line }) => line))).toEqual(["token", 4]);
    const [{ signature }] = [JSON.parse(lines[4] as string)];
    expect(await faultOf(edit(3, (line) => ({ ...line, signature })))).toEqual(["token", 4]);
  });

  it("is found out when the document is altered, signed by another, or signed with a wrong result", async () => {
    const head = JSON.parse(lines[0] as string);
    const rest = lines.slice(1);
    const withHead = (changed: object) => [JSON.stringify({ ...head, ...changed }), ...rest];
    const altered = { ...head.bundle, result: { ...head.bundle.result, winners: ["west"] } };
    expect(await faultOf(withHead({ bundle: altered }))).toEqual(["signature", 1]);
    const sig = `${head.signature.sig.startsWith("A") ? "B" : "A"}${head.signature.sig.slice(1)}`;
    expect(await faultOf(withHead({ signature: { ...head.signature, sig } }))).toEqual(["signature", 1]);
    expect(await faultOf(lines, "another-key")).toEqual(["key", 1]);
    // Whoever holds the district's key and lies is found out by the count.
    const signer = await districtSigner(hall.app.deps.db, "polls");
    const lie = (bundle: object) => withHead({ bundle, signature: signer.sign(bundle as Signable) });
    expect(await faultOf(lie(altered))).toEqual(["result", 1]);
    const { ballots, turnout, rules } = head.bundle;
    expect(await faultOf(lie({ ...head.bundle, rules: { ...rules, changeable: !rules.changeable } }))).toEqual([
      "rules",
      1,
    ]);
    expect(await faultOf(lie({ ...head.bundle, turnout: { ...turnout, voted: 1 } }))).toEqual(["turnout", 0]);
    expect(await faultOf(lie({ ...head.bundle, ballots: { ...ballots, count: VOTERS + 1 } }))).toEqual(["count", 0]);
    expect(await faultOf(["{}"])).toEqual(["not-a-bundle", 1]);
    expect(await faultOf([])).toEqual(["not-a-bundle", 1]);
  });

  it("is told about on the command line, with the exit code and the first fault", async () => {
    const file = join(folder, `${mode}.ndjson`);
    writeFileSync(file, `${lines.join("\n")}\n`);
    const good = fakeCli();
    expect(await runDistrict(good, ["verify", file, "--key", await kidOf(hall)])).toBe(0);
    expect(good.printed.join("\n")).toContain(`${VOTERS} ballots`);
    const unpinned = fakeCli();
    expect(await runDistrict(unpinned, ["verify", file])).toBe(3);
    writeFileSync(file, `${lines.toSpliced(4, 1).join("\n")}\n`);
    const bad = fakeCli();
    expect(await runDistrict(bad, ["verify", file])).toBe(1);
    expect(bad.printed.join("\n")).toMatch(/line 2: ballots were altered, added or removed \[tile\]/);
  });

  it("holds no weight, time, voter or entry beside any ballot", () => {
    const members = new Set(lines.slice(1).flatMap((line) => Object.keys(JSON.parse(line))));
    expect([...members].sort()).toEqual(
      mode === "token" ? ["ballot", "choice", "signature", "token"] : ["ballot", "choice"],
    );
    const text = lines.join("\n");
    for (const { id } of people) expect(text).not.toContain(id);
  });
});

describe("a sealed poll", () => {
  it("publishes leaves that nobody can open; auditors open and count them; a receipt leads to its leaf", async () => {
    const { poll, casts } = await closed("envelope", { audit: "SEALED" });
    const open = () => hall.app.call("GET", `/v1/polls/${poll}/bundle/opened`, { token: auditor });
    expect((await open()).status).toBe(200);
    await publish(poll);
    const lines = await download(hall, poll);
    const verdict = await verifyBundle(lines, await kidOf(hall));
    expect([verdict.recounted, verdict.ballots]).toEqual([false, VOTERS]);
    expect(lines.join("")).not.toContain("sealKey");
    const leaves = lines.slice(1).map((line) => JSON.parse(line).leaf);
    expect(new Set(leaves)).toEqual(new Set(casts.map(({ leaf }) => leaf)));
    const auditors = await download(hall, poll, "bundle/opened", auditor);
    expect(await verifyBundle(auditors, await kidOf(hall))).toMatchObject({ recounted: true, ballots: VOTERS });
    const head = JSON.parse(auditors[0] as string);
    const rest = auditors.slice(1);
    const wrong = JSON.stringify({ ...head, sealKey: makeSecret().ballot });
    expect(await faultOf([wrong, ...rest])).toEqual(["seal", 1]);
    expect(await faultOf([lines[0] as string, ...rest])).toEqual(["line", 2]);
    expect(await faultOf(lines.toSpliced(2, 1, lines[1] as string))).toEqual(["leaf", 3]);
    const asResident = await hall.get(`/v1/polls/${poll}/bundle/opened`, people[0]?.token as string);
    expect([asResident.status, asResident.body.code]).toEqual([403, "auth/forbidden"]);
  });
});

describe("a count", () => {
  it("forgets the token key's private part, and counts the ballot that a change left", async () => {
    const poll = await opened(hall, playground(hall, "envelope"));
    const { secret } = await castSecret(hall, poll, people[0] as Made, approves("east"));
    await changeSecret(hall, poll, secret, approves("west"));
    await until(hall, poll, "closeAt");
    await publish(poll);
    const verdict = await verifyBundle(await download(hall, poll), undefined);
    expect(verdict.result).toMatchObject({ winners: ["west"], ballots: 1 });
    const { poll: tokens } = await closed("token");
    const kept = await hall.app.deps.db.get({ pk: `PL#${tokens}`, sk: "TK" });
    expect([typeof kept?.n, kept?.lock]).toEqual(["string", undefined]);
  });

  it("stops where more ballots are in the box than tokens were issued", async () => {
    const poll = await opened(hall, playground(hall, "token"));
    const token = await takeToken(hall, poll, people[0] as Made);
    await castToken(hall, poll, token, approves("east"));
    const [item] = await storedBallots(hall, poll);
    const planted = { ...item, sk: `B#${String(item?.sk).slice(2, -1)}_`, tk: undefined, sg: undefined };
    const client = localClient(inject("engine").endpoint);
    const Item = marshall(planted, { removeUndefinedValues: true });
    await client.send(new PutItemCommand({ TableName: hall.app.table, Item }));
    await until(hall, poll, "closeAt");
    expect((await pollNow(hall, poll)).state).toBe("closed");
    const report = await work(hall);
    expect(report.failures[0]?.reason).toBe("2 ballots of 1 entries that voted");
  });
});
