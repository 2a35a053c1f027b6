/** How single cells of a spreadsheet are read: what its author meant, or the reason against it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readAreaSource,
  readBounded,
  readDate,
  readDecimal,
  readPhone,
  readSex,
  readText,
  shownValue,
} from "../../../functions/residents/domain/roll/cells.ts";

const TODAY = "2026-06-15";

describe("a date", () => {
  it.each([
    ["1950-01-31", "1950-01-31"],
    ["1950/1/31", "1950-01-31"],
    ["1950.1.31", "1950-01-31"],
    ["19500131", "1950-01-31"],
    ["1950年1月31日", "1950-01-31"],
    ["2024-02-29", "2024-02-29"],
    ["2000-02-29", "2000-02-29"],
    ["1900-01-01", "1900-01-01"],
    [TODAY, TODAY],
  ])("%s is %s", (cell, day) => {
    expect(readDate(cell, TODAY)).toEqual({ value: day });
  });

  it.each([
    ["2023-02-29", "date-impossible"],
    ["1900-02-29", "date-impossible"],
    ["2023-04-31", "date-impossible"],
    ["2023-13-01", "date-impossible"],
    ["2023-00-10", "date-impossible"],
    ["2023-01-00", "date-impossible"],
    ["2023-12-32", "date-impossible"],
    ["0050-01-31", "date-impossible"],
    ["1899-12-31", "date-range"],
    ["2026-06-16", "date-range"],
    ["195001", "date-format"],
    ["1950-01", "date-format"],
    ["50-01-31", "date-format"],
    ["born 1950-01-31", "date-format"],
    ["1950-01-31 00:00", "date-format"],
  ])("%s is refused: %s", (cell, reason) => {
    expect(readDate(cell, TODAY)).toEqual({ reason });
  });

  it("is any day from 1900 to today, in each way of writing", () => {
    const days = fc.date({ min: new Date("1900-01-01"), max: new Date(TODAY), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, date_] = day.split("-") as [string, string, string];
        const short = [year, Number(month), Number(date_)];
        const written = [day, short.join("/"), short.join("."), `${year}${month}${date_}`];
        for (const cell of [...written, `${year}年${short[1]}月${short[2]}日`]) {
          expect(readDate(cell, TODAY), cell).toEqual({ value: day });
        }
      }),
    );
  });
});

describe("a phone", () => {
  it.each([
    ["13800138000", "+8613800138000"],
    ["138 0013 8000", "+8613800138000"],
    ["(138) 0013-8000", "+8613800138000"],
    ["8613800138000", "+8613800138000"],
    ["+8613800138000", "+8613800138000"],
    ["008613800138000", "+8613800138000"],
    ["0086 10 6255 1234", "+861062551234"],
    ["+49 151 12345678", "+4915112345678"],
    // A number of another country keeps an 86 or 0086 within it.
    ["+498613800138000", "+498613800138000"],
    ["+4400861234567", "+4400861234567"],
    ["+1234567", "+1234567"],
    ["+123456789012345", "+123456789012345"],
  ])("%s is %s", (cell, phone) => {
    expect(readPhone(cell)).toEqual({ value: phone });
  });

  it.each([
    ["12800138000", "phone-format"],
    ["8612800138000", "phone-format"],
    ["1380013800", "phone-format"],
    ["138001380001", "phone-format"],
    ["86138001380001", "phone-format"],
    ["+013800138000", "phone-format"],
    ["+123456", "phone-format"],
    ["+1234567890123456", "phone-format"],
    ["4915112345678", "phone-format"],
    ["tel+8613800138000", "phone-format"],
    ["13800138000#1", "phone-format"],
    ["1.38E+10", "excel-number"],
    ["1e10", "excel-number"],
  ])("%s is refused: %s", (cell, reason) => {
    expect(readPhone(cell)).toEqual({ reason });
  });
});

describe("a word of a list", () => {
  it.each([
    ["Female", "female"],
    ["F", "female"],
    ["女", "female"],
    ["MALE", "male"],
    ["m", "male"],
    ["男", "male"],
    ["Other", "other"],
  ])("for the sex, %s, is %s", (cell, sex) => {
    expect(readSex(cell)).toEqual({ value: sex });
  });

  it.each([
    ["Registry", "registry"],
    ["登记", "registry"],
    ["产权登记", "registry"],
    ["surveyed", "surveyed"],
    ["测绘", "surveyed"],
    ["实测", "surveyed"],
    ["CONTRACT", "contract"],
    ["合同", "contract"],
  ])("for the source of an area, %s, is %s", (cell, source) => {
    expect(readAreaSource(cell)).toEqual({ value: source });
  });

  it("is no other word, nor a name that every object of the language has", () => {
    for (const cell of ["x", "constructor", "femalee"]) {
      expect(readSex(cell)).toEqual({ reason: "sex-value" });
      expect(readAreaSource(cell)).toEqual({ reason: "area-source-value" });
    }
  });
});

describe("a number", () => {
  it.each([
    ["89.5", 8_950],
    ["89.50", 8_950],
    ["89.5000", 8_950],
    ["0089.5", 8_950],
    ["+89.5", 8_950],
    ["1,089.50", 108_950],
    ["+12,345", 1_234_500],
    ["1,234,567", 123_456_700],
    ["0", 0],
    ["-0", 0],
    ["-0.00", 0],
    ["000000000000000000007", 700],
    ["999999999999", 99_999_999_999_900],
  ])("with two decimals, %s, is %i hundredths", (cell, hundredths) => {
    expect(readDecimal(cell, 2)).toEqual({ value: hundredths });
  });

  it.each([
    ["89.505", "number-decimals"],
    ["-89.5", "number-negative"],
    ["-1,000", "number-negative"],
    ["1000000000000", "number-range"],
    ["8.95E+01", "excel-number"],
    ["8e3", "excel-number"],
    ["x8e3", "number-format"],
    ["8e3x", "number-format"],
    ["1234,567", "number-format"],
    ["1,000,5", "number-format"],
    ["1,00", "number-format"],
    ["12,", "number-format"],
    ["about 89", "number-format"],
    ["89 or so", "number-format"],
    ["89.", "number-format"],
    [".5", "number-format"],
    ["1.5.2", "number-format"],
    ["x1,000", "number-format"],
  ])("%s is refused: %s", (cell, reason) => {
    expect(readDecimal(cell, 2)).toEqual({ reason });
  });

  it("is read back as it was written, with thousands set off or not", () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 99 }), (whole, hundredths) => {
        const decimals = String(hundredths).padStart(2, "0");
        for (const digits of [String(whole), whole.toLocaleString("en-US")]) {
          expect(readDecimal(`${digits}.${decimals}`, 2)).toEqual({ value: whole * 100 + hundredths });
        }
      }),
    );
  });

  it("has both of its bounds, and nothing beyond them", () => {
    const read = (cell: string) => readBounded(cell, 0, 5, 10);
    expect(["5", "10"].map(read)).toEqual([{ value: 5 }, { value: 10 }]);
    expect(["4", "11"].map(read)).toEqual([{ reason: "number-range" }, { reason: "number-range" }]);
    expect(read("five")).toEqual({ reason: "number-format" });
  });
});

describe("a text", () => {
  it("has as many characters as its column takes, those outside the basic plane counted once", () => {
    expect(readText("𠮷𠮷𠮷", 3)).toEqual({ value: "𠮷𠮷𠮷" });
    expect(readText("𠮷𠮷𠮷𠮷", 3)).toEqual({ reason: "too-long" });
  });

  it.each([
    ["王\uFFFD", "not-utf8"],
    ['王"秀英', "csv-quotes"],
    ["王\u0000", "characters"],
    ["王\uD800", "characters"],
  ])("%j is refused: %s", (cell, reason) => {
    expect(readText(cell, 10)).toEqual({ reason });
  });
});

describe("a refused cell in the report", () => {
  it.each([
    ["resident_ref", "12345", "12***"],
    ["name", "王秀英", "王**"],
    ["birth_date", "soon", "so**"],
    ["phone", "1380013", "13*****"],
    ["household", "王家", "**"],
  ] as const)("of %s, personal data, is masked", (column, cell, shown) => {
    expect(shownValue(column, cell)).toBe(shown);
  });

  it.each(["sex", "building", "unit", "area_m2", "area_source", "owner_share_percent", "opening_points"] as const)(
    "of %s is shown, its first forty characters at most",
    (column) => {
      expect(shownValue(column, "九十")).toBe("九十");
      expect(shownValue(column, "𠮷".repeat(41))).toBe("𠮷".repeat(40));
    },
  );
});
