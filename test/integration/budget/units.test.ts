/** The arithmetic of capacity units, on examples worked out by hand from the developer guide. */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { tableDefinition } from "../../../schemas/table.ts";
import {
  allIndexUnits,
  type Image,
  indexUnits,
  itemBytes,
  numberBytes,
  readUnits,
  valueBytes,
  writeUnits,
} from "../../support/units.ts";

const [g1, , g3] = tableDefinition.indexes as [
  (typeof tableDefinition.indexes)[number],
  (typeof tableDefinition.indexes)[number],
  (typeof tableDefinition.indexes)[number],
];
/** An item of so many bytes. */
const sized = (bytes: number): Image => ({ pk: { S: "p".repeat(bytes - 2) } });

describe("the size of a value", () => {
  it.each<[string, number]>([
    ["0", 1],
    ["7", 2],
    ["42", 2],
    ["-42", 3],
    ["123", 3],
    ["1000", 2],
    ["0.05", 2],
    ["1781492400123456", 9],
    [`-${"9".repeat(38)}`, 21],
  ])("of the number %s is %i bytes: half a byte a significant digit, one more, one for a minus sign", (text, bytes) => {
    expect(numberBytes(text)).toBe(bytes);
  });

  it.each<[string, AttributeValue, number]>([
    ["ASCII text", { S: "points" }, 6],
    ["Chinese text", { S: "谢谢帮忙" }, 12],
    ["bytes", { B: new Uint8Array(5) }, 5],
    ["a flag", { BOOL: true }, 1],
    ["null", { NULL: true }, 1],
    ["an empty map", { M: {} }, 3],
    ["a map", { M: { "20270701": { N: "250" } } }, 3 + 1 + 8 + 2],
    ["a list", { L: [{ S: "ab" }, { N: "7" }] }, 3 + 1 + 2 + 1 + 2],
    ["a set", { SS: ["ab", "cd"] }, 3 + 2 * (1 + 2)],
  ])("of %s", (_name, value, bytes) => {
    expect(valueBytes(value)).toBe(bytes);
  });

  it("of an item adds the names in UTF-8", () => {
    expect(itemBytes({ pk: { S: "A" }, 名: { S: "甲" } })).toBe(2 + 1 + 3 + 3);
  });
});

describe("write units", () => {
  it("are one a started kilobyte, two in a transaction", () => {
    expect([writeUnits(undefined, sized(1_024), false), writeUnits(undefined, sized(1_025), false)]).toEqual([1, 2]);
    expect([writeUnits(undefined, sized(1_024), true), writeUnits(undefined, sized(1_025), true)]).toEqual([2, 4]);
  });

  it("go by the larger image of an update, and by what was there of a delete", () => {
    expect(writeUnits(sized(3_000), sized(10), false)).toBe(3);
    expect(writeUnits(sized(10), sized(3_000), false)).toBe(3);
    expect(writeUnits(sized(2_048), undefined, false)).toBe(2);
  });

  it("are charged for a check of an absent item too", () => {
    expect(writeUnits(undefined, undefined, true)).toBe(2);
  });
});

describe("index units", () => {
  const entry = (more: Image = {}): Image => ({
    pk: { S: "A#1" },
    sk: { S: "A" },
    g1p: { S: "J#1" },
    g1s: { N: "5" },
    g3p: { S: "AL" },
    g3s: { S: "1" },
    ...more,
  });

  it("are none for an item outside the index", () => {
    expect(allIndexUnits(undefined, sized(500))).toBe(0);
    expect(allIndexUnits(sized(500), undefined)).toBe(0);
  });

  it("are none in a keys-only index when only other attributes change, and one where all are projected", () => {
    const [before, after] = [entry({ bal: { N: "1" } }), entry({ bal: { N: "2" } })];
    expect([indexUnits(g3, before, after), indexUnits(g1, before, after)]).toEqual([0, 1]);
  });

  it("are none when nothing of a fully projected item changes, whatever the order of a set", () => {
    expect(indexUnits(g1, entry({ s: { SS: ["a", "b"] } }), entry({ s: { SS: ["b", "a"] } }))).toBe(0);
  });

  it("are two when the index key changes, one when the entry comes or goes", () => {
    expect(indexUnits(g3, entry(), entry({ g3s: { S: "2" } }))).toBe(2);
    expect([indexUnits(g3, undefined, entry()), indexUnits(g3, entry(), undefined)]).toEqual([1, 1]);
  });

  it("go by the projected bytes: a keys-only entry of a large item is one unit", () => {
    const large = entry({ memo: { S: "m".repeat(1_500) } });
    expect([indexUnits(g1, undefined, large), indexUnits(g3, undefined, large)]).toEqual([2, 1]);
  });
});

describe("read units", () => {
  it("are one a started 4 KB, half when eventually consistent, and never none", () => {
    expect([readUnits(0, true), readUnits(4_096, true), readUnits(4_097, true)]).toEqual([1, 1, 2]);
    expect([readUnits(10, false), readUnits(9_000, false)]).toEqual([0.5, 1.5]);
  });
});
