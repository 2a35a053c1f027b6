/** Which items bear events, and what identifies and orders them. */
import { describe, expect, it } from "vitest";
import { derive } from "../../../events/derive.ts";
import { entryWrites } from "../../../functions/ledger/store/journal.ts";
import { keepAnswer } from "../../../functions/shared/command.ts";
import { images, uuid } from "./images.ts";

const entry = {
  id: uuid(10),
  leg: 0,
  reversal: false,
  kind: "transfer" as const,
  from: `${uuid(1)}.points`,
  to: `${uuid(2)}.points`,
  amount: 5,
  category: "thanks",
  stamp: 1_767_225_600_000_001,
  by: uuid(1),
};

describe("an item bears no event", () => {
  it.each([
    ["an account, whose balances the entries tell", { pk: `A#${uuid(1)}.points`, sk: "A", bal: 5, rev: 1 }],
    ["a refusal kept under a transfer's id", { pk: `T#${uuid(10)}`, sk: "T", fp: "x", no: [] }],
    ["the head of a linked transfer", { pk: `T#${uuid(10)}`, sk: "T", fp: "x", legs: 2 }],
  ])("%s", (_, item) => {
    expect(derive(item, "demo")).toBeUndefined();
  });

  it("an answer kept under a key", () => {
    const write = keepAnswer(uuid(9), "x", { name: "anything" });
    expect(write.type === "put" && derive(write.item, "demo")).toBeUndefined();
  });
});

describe("a transfer", () => {
  it("yields an event for each leg of a linked transfer, all with the transfer as subject and rising sequences", () => {
    const legs = [1, 2].map((leg) => ({ ...entry, leg, stamp: entry.stamp + leg }));
    const events = entryWrites(legs, "fp").flatMap((write) =>
      write.type === "put" ? (derive(write.item, "demo") ?? []) : [],
    );
    expect(events.map(({ id }) => id)).toEqual([`transfer:${uuid(10)}:T01`, `transfer:${uuid(10)}:T02`]);
    expect(new Set(events.map(({ subject }) => subject))).toEqual(new Set([uuid(10)]));
    expect((events[0]?.sequence ?? "") < (events[1]?.sequence ?? "")).toBe(true);
  });

  it("keeps the time of its journal stamp to the microsecond", () => {
    expect(derive(images["ledger.transfer.posted"], "demo")?.time).toBe("2026-01-01T00:00:00.123456Z");
  });

  it("leaves out a link whose id is not one of ours: a client may have written a name there", () => {
    const image = { ...images["ledger.transfer.posted"], ref: "order:王晓明" };
    expect(derive(image, "demo")?.data).not.toHaveProperty("link.id");
  });
});

describe("a record under a revision", () => {
  it("has the same id however often it is read, and another one at the next revision", () => {
    const image = images["residents.resident.updated"];
    expect(derive({ ...image }, "demo")?.id).toBe(derive(image, "demo")?.id);
    expect(derive({ ...image, rev: 3 }, "demo")?.id).not.toBe(derive(image, "demo")?.id);
  });

  it("names the district as its source", () => {
    expect(derive(images["ledger.hold.created"], "keqiao")?.source).toBe("/linli/keqiao");
  });
});

describe("a fault of the writing code is loud, not lost", () => {
  it("refuses a name without a contract", () => {
    expect(() => derive({ ...images["ledger.hold.created"], ev: "ledger.hold.eaten" }, "demo")).toThrow(TypeError);
  });

  it("refuses a name that every object has", () => {
    expect(() => derive({ ...images["ledger.hold.created"], ev: "constructor" }, "demo")).toThrow(TypeError);
  });

  it("refuses text where an id belongs", () => {
    expect(() => derive({ ...images["residents.resident.created"], by: "王晓明" }, "demo")).toThrow();
  });
});
