/** What a command answers where its own first try is what stands in its way. */
import { describe, expect, it } from "vitest";
import { type Command, keepAnswer, keptAnswer, keySlot, run } from "../../../functions/shared/command.ts";
import type { Db } from "../../../functions/shared/dynamo.ts";
import { refuse } from "../../../functions/shared/refusal.ts";
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
