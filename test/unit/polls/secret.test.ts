/** Secret ballots: their names, the leaves of the public tree with and without a seal, and the receipt. */
import { createHash, createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  ballotLeaf,
  ballotName,
  choiceText,
  lineLeaf,
  receiptOf,
  sealKey,
} from "../../../functions/polls/domain/secret.ts";

const sha256 = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const SECRET = Buffer.alloc(32, 9);
const SEAL = Buffer.alloc(32, 7);

describe("a secret ballot", () => {
  it("is named by the SHA-256 of the voter's secret, which the name does not give away", () => {
    expect(ballotName(SECRET.toString("base64url"))).toBe(sha256(SECRET).toString("base64url"));
  });

  it("says what it says in canonical JSON: members sorted, no white space", () => {
    expect(choiceText({ points: [{ points: 2, option: "a" }] })).toBe('{"points":[{"option":"a","points":2}]}');
  });

  it("public: its leaf is SHA-256 of a zero byte and the canonical line, which the voter can make again", () => {
    const line = '{"ballot":"b1","choice":{"answer":"YES"}}';
    const leaf = ballotLeaf("b1", choiceText({ answer: "YES" }), sealKey(undefined));
    expect(leaf.toString("hex")).toBe(sha256(Buffer.of(0), line).toString("hex"));
    expect(lineLeaf(line, undefined)).toEqual(leaf);
  });

  it("sealed: its leaf is of the line's HMAC, so that name and choice alone do not make it", () => {
    const line = '{"ballot":"b1","choice":{"answer":"YES"}}';
    const sealed = createHmac("sha256", SEAL).update(line).digest();
    const leaf = ballotLeaf("b1", choiceText({ answer: "YES" }), sealKey(SEAL));
    expect(leaf.toString("hex")).toBe(sha256(Buffer.of(0), sealed).toString("hex"));
    expect(leaf).not.toEqual(ballotLeaf("b1", choiceText({ answer: "YES" }), sealKey(Buffer.alloc(32, 8))));
  });

  it("is receipted by its leaf alone: no time, no choice, no voter", () => {
    expect(receiptOf("tianhe", "poll-1", Buffer.from([255, 254, 253]))).toEqual({
      type: "linli.polls.receipt.v1",
      district: "tianhe",
      poll: "poll-1",
      leaf: "__79",
    });
  });
});
