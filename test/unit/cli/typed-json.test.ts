import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemOf, LineFault, lineOf, sameItem, type WireItem } from "../../../infra/cli/archive/typed-json.ts";

const n = (text: string): WireItem => ({ a: { N: text } });

describe("the line of an item", () => {
  it("is DynamoDB's typed JSON, with names and sets in order", () => {
    const item: WireItem = {
      sk: { S: "谢谢\n" },
      pk: { S: "P" },
      n: { N: "123456789012345678901234567890.5" },
      b: { B: new Uint8Array([0, 255]) },
      s: { SS: ["b", "a"] },
      m: { M: { l: { L: [{ NULL: true }, { BOOL: false }] } } },
    };
    const line =
      '{"Item":{"b":{"B":"AP8="},"m":{"M":{"l":{"L":[{"NULL":true},{"BOOL":false}]}}},' +
      '"n":{"N":"123456789012345678901234567890.5"},"pk":{"S":"P"},"s":{"SS":["a","b"]},"sk":{"S":"谢谢\\n"}}}';
    expect(lineOf(item)).toBe(line);
    expect(lineOf(itemOf(line))).toBe(line);
  });

  it("keeps every text and name, whatever is in it", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.string({ unit: "binary" })), (given) => {
        const item = Object.fromEntries(Object.entries(given).map(([name, S]) => [name, { S }]));
        const line = lineOf(item);
        expect(line).not.toContain("\n");
        expect(itemOf(line)).toEqual(item);
      }),
    );
    expect(itemOf('{"Item":{"__proto__":{"S":"x"}}}')).toHaveProperty(["__proto__"], { S: "x" });
  });

  it.each([
    ["", "not JSON"],
    ["{}", "not of the form"],
    ['{"Item":{},"other":1}', "not of the form"],
    ['{"Item":[]}', "a map is missing"],
    ['{"Item":{"a":{}}}', "exactly one type"],
    ['{"Item":{"a":{"S":"x","N":"1"}}}', "exactly one type"],
    ['{"Item":{"a":{"toString":"x"}}}', "exactly one type"],
    ['{"Item":{"a":{"S":1}}}', "a text is missing"],
    ['{"Item":{"a":{"N":"1x"}}}', "not a number: 1x"],
    ['{"Item":{"a":{"N":"."}}}', "not a number: ."],
    ['{"Item":{"a":{"B":"A"}}}', "not base64"],
    ['{"Item":{"a":{"BOOL":"true"}}}', "not true or false"],
    ['{"Item":{"a":{"NULL":false}}}', "NULL is always true"],
    ['{"Item":{"a":{"SS":"x"}}}', "a list is missing"],
  ])("refuses %s", (line, reason) => {
    expect(() => itemOf(line)).toThrow(LineFault);
    expect(() => itemOf(line)).toThrow(reason);
  });
});

describe("equal items", () => {
  it.each([
    ["100", "1E+2"],
    ["0.5", "5e-1"],
    ["-0", "0"],
    ["0.0", "0E+9"],
    ["1.500", "1.5"],
    ["+7", "7"],
  ])("have numbers of one value, however spelt: %s, %s", (a, b) => {
    expect(sameItem(n(a), n(b))).toBe(true);
  });

  it.each([
    ["1", "-1"],
    ["10", "1"],
    ["9007199254740993", "9007199254740992"],
    ["0.1", "0.10000000000000000000000000000000000001"],
  ])("differ by a digit: %s, %s", (a, b) => {
    expect(sameItem(n(a), n(b))).toBe(false);
  });

  it("have sets in any order, and lists in one", () => {
    expect(sameItem({ a: { NS: ["2", "1E+1"] } }, { a: { NS: ["10", "2"] } })).toBe(true);
    expect(sameItem({ a: { L: [{ S: "x" }, { S: "y" }] } }, { a: { L: [{ S: "y" }, { S: "x" }] } })).toBe(false);
    expect(sameItem({ a: { S: "1" } }, { a: { N: "1" } })).toBe(false);
  });
});
