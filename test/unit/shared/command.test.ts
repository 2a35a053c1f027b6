/** What a command answers where its own first try is what stands in its way. */
import { describe, expect, it } from "vitest";
import { type Command, keepAnswer, keptAnswer, keySlot, run } from "../../../functions/shared/command.ts";
import type { Db } from "../../../functions/shared/dynamo.ts";
import { Refused, refuse, reject } from "../../../functions/shared/refusal.ts";
import type { Item } from "../../../functions/shared/write.ts";

const KEY = "0190a000-0000-7000-8000-000000000001";
const refused: Command<{ done: true }> = {
  slot: keySlot(KEY),
  fingerprint: "mine",
  decide: async () => ({ refusals: [refuse("resource/not-found", { what: "block", id: "x" })] }),
  replay: keptAnswer<{ done: true }>,
};
/** A table that has one item, and takes no write. */
const holding = (item: Item | undefined): Db =>
  ({ get: async () => item, commit: async () => expect.unreachable() }) as unknown as Db;
const kept = (fingerprint: string): Item => {
  const write = keepAnswer(KEY, fingerprint, { done: true });
  if (write.type !== "put") throw new Error("no put");
  return write.item;
};

describe("a refusal that is not kept", () => {
  it("is given where the key has no outcome", async () => {
    expect(await run(holding(undefined), refused)).toMatchObject({ refusals: [{ code: "resource/not-found" }] });
  });
  it("gives way to what the key has come to meanwhile", async () => {
    expect(await run(holding(kept("mine")), refused)).toEqual({ body: { done: true }, hit: true });
  });
  it("is that of a used key where another request has it", async () => {
    expect(await run(holding(kept("other")), refused)).toMatchObject({ refusals: [{ code: "request/key-reused" }] });
  });
});

describe("a decision that ends the call", () => {
  const ended: Command<{ done: true }> = { ...refused, decide: async () => reject("resource/not-found", {}) };

  it("ends it where the key has no outcome", async () => {
    await expect(run(holding(undefined), ended)).rejects.toThrow(Refused);
  });
  it("gives way to what the key was answered before, refusals too", async () => {
    expect(await run(holding(kept("mine")), ended)).toEqual({ body: { done: true }, hit: true });
    const no = [{ code: "timebank/cap", params: {} }];
    const item = { ...keySlot(KEY), fp: "mine", no };
    expect(await run(holding(item), ended)).toEqual({ refusals: no, hit: true });
  });
  it("passes a fault on, whatever the key was answered", async () => {
    const broken = { ...refused, decide: async () => Promise.reject(new TypeError("broken")) };
    await expect(run(holding(kept("mine")), broken)).rejects.toThrow(TypeError);
  });
});
