/** Licence plates of the mainland (GA 36-2018), as people type them. */
import { describe, expect, it } from "vitest";
import { plateEnd, plateOf } from "../../../functions/parking/domain/plate.ts";

describe("a plate", () => {
  it.each([
    ["浙D12345", "浙D12345"],
    ["浙d·1234a", "浙D1234A"],
    ["浙Ｄ１２３４５", "浙D12345"],
    ["浙DAB1C2", "浙DAB1C2"],
    ["粤 B F12345", "粤BF12345"],
    ["沪AD12345", "沪AD12345"],
    ["京A12345D", "京A12345D"],
    ["粤Z1234港", "粤Z1234港"],
    ["京A1234学", "京A1234学"],
    ["使014578", "使014578"],
    ["沪A1234领", "沪A1234领"],
  ])("%s is %s", (typed, plate) => expect(plateOf(typed)).toBe(plate));

  it.each([
    "",
    "12345",
    "浙D1234",
    "浙DI2345",
    "浙DO2345",
    "浙I12345",
    "港A12345",
    "浙D123456",
    "浙DABCDE",
    "浙AL12345",
    "ABC-1234",
    "使0145781",
    "浙使014578",
  ])("%j is none", (typed) => expect(plateOf(typed)).toBeUndefined());

  it("with more than three letters among its five signs is none", () => {
    expect([plateOf("浙DABC12"), plateOf("浙DABCD1")]).toEqual(["浙DABC12", undefined]);
  });

  it("is shown by its last three characters", () => {
    expect([plateEnd("浙D12345"), plateEnd("粤Z1234港")]).toEqual(["345", "34港"]);
  });
});
