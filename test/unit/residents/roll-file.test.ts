import { describe, expect, it } from "vitest";
import { judgeRoll, readHeader } from "../../../functions/residents/domain/roll/file.ts";
import { readCsv } from "../../../functions/residents/http/roll/csv.ts";
import { ROLL_COLUMNS, type RollColumn } from "../../../schemas/residents/roll.ts";
import { testDistrict } from "../../support/district.ts";

const HEADER = ROLL_COLUMNS.join(",");
const points = testDistrict().units.find(({ code }) => code === "points");
const rules = { today: "2026-06-15", points };

/** A row with some cells given; the rest of a row that has only a reference and a name. */
const row = (cells: Partial<Record<RollColumn, string>>): string =>
  ROLL_COLUMNS.map((column) => cells[column] ?? (column === "name" ? "王秀英" : "")).join(",");

const judge = (...lines: string[]) => {
  const [header, ...records] = readCsv([HEADER, ...lines].join("\n"));
  const read = readHeader(header && "cells" in header ? header.cells : []);
  if ("refusal" in read) throw new Error("the header was refused");
  return judgeRoll(read.columns, records, rules);
};

const errorsOf = (...lines: string[]) =>
  judge(...lines).rows.flatMap(({ line, errors }) =>
    errors.map(({ column, reason, value }) => [line, column, reason, value]),
  );

describe("a roll file", () => {
  it("may begin with a byte order mark and end its lines as Excel does", () => {
    const records = readCsv(`\uFEFF${HEADER}\r\n${row({ resident_ref: "1" })}\r\n${row({ resident_ref: "2" })}\r\n`);
    expect(records.map(({ line }) => line)).toEqual([1, 2, 3]);
    const [header] = records;
    expect(header && "cells" in header && header.cells[0]).toBe("resident_ref");
  });

  it("keeps a comma inside quotes", () => {
    const [judged] = judge(row({ resident_ref: "1", name: '"Smith, Ann"' })).rows;
    expect(judged?.row?.name).toBe("Smith, Ann");
  });

  it("skips blank lines and rows of empty cells without losing count of the lines", () => {
    const lines = judge(row({ resident_ref: "1" }), "", ",,,,,,,,,,,", row({ resident_ref: "2" })).rows;
    expect(lines.map(({ line }) => line)).toEqual([2, 5]);
  });

  it("refuses only the line with the open quote, not the rows after it", () => {
    const file = [
      row({ resident_ref: "1" }),
      '2,"李,,,,,,,,,,',
      row({ resident_ref: "3" }),
      row({ resident_ref: "4" }),
    ];
    const { rows } = judge(...file);
    expect(rows.map(({ line, errors }) => [line, errors[0]?.reason])).toEqual([
      [2, undefined],
      [3, "csv-quotes"],
      [4, undefined],
      [5, undefined],
    ]);
  });

  it("refuses only the line of a quote that closes on a later row", () => {
    const file = ['1,"a,,,,,,,,,,', row({ resident_ref: "2", name: '"B, C"' }), row({ resident_ref: "3" })];
    const { rows } = judge(...file);
    expect(rows.map(({ line, errors }) => [line, errors.length > 0])).toEqual([
      [2, true],
      [3, false],
      [4, false],
    ]);
  });

  it("refuses a row with too few cells, and one with text beyond the header, but not empty cells beyond it", () => {
    expect(errorsOf("1,王", `${row({ resident_ref: "2" })},x`, `${row({ resident_ref: "3" })},,`)).toEqual([
      [2, "row", "csv-columns", undefined],
      [3, "row", "csv-columns", undefined],
    ]);
  });

  it("tells a file in another encoding from bad characters", () => {
    expect(errorsOf(row({ resident_ref: "1", name: "\uFFFD\uFFFD" }))).toEqual([[2, "name", "not-utf8", "\uFFFD*"]]);
  });
});

describe("the header", () => {
  it("may be in any order and case, with full-width letters and empty cells at its end", () => {
    const shuffled = [...ROLL_COLUMNS].reverse().map((name) => ` ${name.toUpperCase()}`);
    expect(readHeader([...shuffled, "", ""])).toHaveProperty("columns");
    expect(readHeader(["ｎａｍｅ", ...ROLL_COLUMNS.filter((name) => name !== "name")])).toHaveProperty("columns");
  });

  it("is refused with the columns that are missing, unknown or there twice", () => {
    const given = [...ROLL_COLUMNS.filter((name) => name !== "phone"), "手机", "name"];
    expect(readHeader(given)).toEqual({
      refusal: { code: "residents/roll-header", params: { missing: "phone", unknown: "手机, name" } },
    });
  });

  it("is refused for a missing column alone, and for an unknown one alone", () => {
    const refusal = (missing: string, unknown: string) => ({
      refusal: { code: "residents/roll-header", params: { missing, unknown } },
    });
    expect(readHeader(ROLL_COLUMNS.filter((name) => name !== "phone"))).toEqual(refusal("phone", "-"));
    expect(readHeader([...ROLL_COLUMNS, "email"])).toEqual(refusal("-", "email"));
  });

  it("names at most twenty unknown columns, forty characters of each", () => {
    const unknown = Array.from({ length: 25 }, (_, index) => `${index + 10}${"x".repeat(50)}`);
    const shown = unknown.slice(0, 20).map((name) => name.slice(0, 40));
    expect(readHeader([...ROLL_COLUMNS, ...unknown])).toEqual({
      refusal: { code: "residents/roll-header", params: { missing: "-", unknown: shown.join(", ") } },
    });
  });

  it("may end in empty cells, under which rows may have blanks or nothing but no text", () => {
    const read = readHeader([...ROLL_COLUMNS, "", ""]);
    if ("refusal" in read) throw new Error("the header was refused");
    expect(read.columns).toEqual([...ROLL_COLUMNS, undefined, undefined]);
    const ends: readonly (readonly string[])[] = [[], [" "], ["", "x"]];
    const cellsOf = (ref: number) => row({ resident_ref: `${ref}` }).split(",");
    const records = [...ends.map((more, ref) => [...cellsOf(ref), ...more]), cellsOf(4).slice(0, -1)].map(
      (cells, index) => ({ line: index + 2, cells }),
    );
    const refused = [{ column: "row", reason: "csv-columns" }];
    expect(judgeRoll(read.columns, records, rules).rows.map(({ errors }) => errors)).toEqual([
      [],
      [],
      refused,
      refused,
    ]);
  });
});

describe("the cells of a row", () => {
  it("must say who it is", () => {
    expect(errorsOf(row({ name: "" })).length).toBe(0);
    expect(errorsOf(row({ name: "", phone: "13800138000" }))).toEqual([
      [2, "resident_ref", "required", undefined],
      [2, "name", "required", undefined],
    ]);
  });

  it("are read as meant: full-width digits, Chinese words, units of measure, thousands", () => {
    const [judged] = judge(
      row({
        resident_ref: "００７",
        name: "  欧阳　　娜娜 ",
        birth_date: "１９５０年１月３１日",
        phone: "138-0013-8000",
        sex: "女",
        building: "１号楼",
        unit: "１０１",
        area_m2: '"1,089.50㎡"',
        area_source: "产权登记",
        owner_share_percent: "100%",
        opening_points: '"1,200"',
      }),
    ).rows;
    expect(judged?.row).toEqual({
      line: 2,
      ref: "007",
      name: "欧阳 娜娜",
      birthDate: "1950-01-31",
      phone: "+8613800138000",
      sex: "female",
      building: "1号楼",
      unit: "101",
      area: 108_950,
      areaSource: "registry",
      shareBps: 10_000,
      opening: 1_200,
    });
  });

  it.each([
    ["birth_date", "2023-02-30", "date-impossible", "20********"],
    ["birth_date", "31/01/1950", "date-format", "31********"],
    ["birth_date", "1899-12-31", "date-range", "18********"],
    ["birth_date", "2026-06-16", "date-range", "20********"],
    ["phone", "1380013800", "phone-format", "13********"],
    ["phone", "1.38E+10", "excel-number", "1.******"],
    ["sex", "阿", "sex-value", "阿"],
    ["opening_points", "-5", "number-negative", "-5"],
    ["opening_points", "1.5", "number-decimals", "1.5"],
    ["opening_points", "100001", "number-range", "100001"],
    ["opening_points", "many", "number-format", "many"],
    ["household", "王家\u0007", "characters", "王家*"],
    ["name", '"王 ""秀"" 英"', "csv-quotes", "王******"],
  ] as const)("refuse %s %s as %s", (column, cell, reason, value) => {
    expect(errorsOf(row({ resident_ref: "1", [column]: cell }))).toEqual([[2, column, reason, value]]);
  });

  const unit = { resident_ref: "1", building: "1", unit: "101", area_source: "registry" };
  it.each([
    ["area_source", "guess", "area-source-value"],
    ["owner_share_percent", "0", "number-range"],
    ["owner_share_percent", "100.01", "number-range"],
    ["owner_share_percent", "5%0", "number-format"],
  ] as const)("refuse %s %s of a unit as %s", (column, cell, reason) => {
    expect(errorsOf(row({ ...unit, area_m2: "80", [column]: cell }))).toEqual([[2, column, reason, cell]]);
  });

  it("may set the unit of measure off by a blank", () => {
    const cells = { ...unit, area_m2: "89.5 平方米", owner_share_percent: "100 %" };
    expect(judge(row(cells)).rows[0]?.row).toMatchObject({ area: 8_950, shareBps: 10_000 });
  });

  it.each([
    ["-89.5", "number-negative"],
    ["8m29", "number-format"],
    ["89.505", "number-decimals"],
    ["0", "number-range"],
    ["100000.01", "number-range"],
    ["8.9E+01", "excel-number"],
    ["九十", "number-format"],
  ])("refuse the area %s as %s", (area, reason) => {
    expect(errorsOf(row({ ...unit, area_m2: area }))).toEqual([[2, "area_m2", reason, area]]);
  });

  it("name every refused cell of a row, with personal data masked and the rest in clear", () => {
    const line = row({ resident_ref: "330602195001010000", name: "x".repeat(61), sex: "?", birth_date: "soon" });
    expect(errorsOf(line)).toEqual([
      [2, "name", "too-long", `x${"*".repeat(39)}`],
      [2, "birth_date", "date-format", "so**"],
      [2, "sex", "sex-value", "?"],
    ]);
  });

  it("must go together: a unit with its building, an area with its source and unit", () => {
    expect(errorsOf(row({ resident_ref: "1", unit: "101" }))).toEqual([[2, "building", "building-missing", undefined]]);
    expect(errorsOf(row({ resident_ref: "1", owner_share_percent: "50" }))).toEqual([
      [2, "unit", "unit-missing", undefined],
    ]);
    expect(errorsOf(row({ resident_ref: "1", building: "1", unit: "1", area_m2: "80" }))).toEqual([
      [2, "area_source", "area-source-missing", undefined],
    ]);
    expect(errorsOf(row({ resident_ref: "1", area_source: "registry" }))).toEqual([
      [2, "area_m2", "area-missing", undefined],
    ]);
    expect(errorsOf(row({ resident_ref: "1", building: "1" }))).toEqual([[2, "unit", "unit-missing", undefined]]);
    expect(errorsOf(row({ resident_ref: "1", area_m2: "80", area_source: "registry" }))).toEqual([
      [2, "unit", "unit-missing", undefined],
    ]);
  });

  it("bring no opening points where the district has none, but may say zero", () => {
    const [header, ...records] = readCsv(
      [HEADER, row({ resident_ref: "1", opening_points: "5" }), row({ resident_ref: "2", opening_points: "0" })].join(
        "\n",
      ),
    );
    const read = readHeader(header && "cells" in header ? header.cells : []);
    if ("refusal" in read) throw new Error("the header was refused");
    const { rows } = judgeRoll(read.columns, records, { today: rules.today });
    expect(rows.map(({ errors }) => errors[0]?.reason)).toEqual(["points-unit", undefined]);
  });

  it("bring opening points in the places and steps of the district's points", () => {
    const tenths = testDistrict().units.map((each) => ({ ...each, scale: 1, step: 5 }))[0];
    const records = ["7.5", "7.4", "7.55"].map((points, index) => ({
      line: index + 2,
      cells: row({ resident_ref: String(index), opening_points: points }).split(","),
    }));
    const { rows } = judgeRoll(ROLL_COLUMNS, records, { today: rules.today, points: tenths });
    expect(rows.map((each) => [each.row?.opening, ...each.errors])).toEqual([
      [75],
      [undefined, { column: "opening_points", reason: "points-step", value: "7.4" }],
      [undefined, { column: "opening_points", reason: "number-decimals", value: "7.55" }],
    ]);
  });
});

describe("rows beside each other", () => {
  const owner = (resident_ref: string, owner_share_percent: string, more: Partial<Record<RollColumn, string>> = {}) =>
    row({
      resident_ref,
      building: "1号楼",
      unit: "101",
      area_m2: "89.5",
      area_source: "registry",
      owner_share_percent,
      ...more,
    });

  it("may not give a reference twice; the first one stands, the later one names its line", () => {
    expect(errorsOf(row({ resident_ref: "7" }), row({ resident_ref: "８" }), row({ resident_ref: "７" }))).toEqual([
      [4, "resident_ref", "duplicate-ref", "2"],
    ]);
  });

  it("accept shares that sum to exactly 100 %, down to a hundredth of a percent", () => {
    expect(errorsOf(owner("1", "33.33"), owner("2", "33.33"), owner("3", "33.34%"))).toEqual([]);
  });

  it("refuse all shares of a unit that do not, with the unit and the sum", () => {
    expect(errorsOf(owner("1", "33.33"), owner("2", "33.33"), owner("3", "33.33"))).toEqual(
      [2, 3, 4].map((line) => [line, "owner_share_percent", "shares-sum", "1号楼 101: 99.99%"]),
    );
  });

  it("write the sum with two decimals", () => {
    expect(errorsOf(owner("1", "50.05"), owner("2", "49"))).toEqual(
      [2, 3].map((line) => [line, "owner_share_percent", "shares-sum", "1号楼 101: 99.05%"]),
    );
  });

  it("accept twenty owners of a unit and no more", () => {
    const owners = (count: number) =>
      Array.from({ length: count }, (_, index) => owner(`${index}`, index === 0 ? `${100 - (count - 1)}` : "1"));
    expect(errorsOf(...owners(20))).toEqual([]);
    expect(errorsOf(...owners(21))).toEqual(
      Array.from({ length: 21 }, (_, index) => [index + 2, "owner_share_percent", "owners-many", undefined]),
    );
  });

  it("make up a unit's ownership by the lines that have a share, good or bad", () => {
    const tenant = row({ resident_ref: "2", building: "1号楼", unit: "101" });
    const other = owner("3", "100", { unit: "102" });
    const { ownership, rows } = judge(owner("1", "60"), tenant, other, owner("4", "40", { phone: "1" }));
    expect([...ownership]).toEqual([
      ["1号楼\u001f101", [rows[0], rows[3]]],
      ["1号楼\u001f102", [rows[2]]],
    ]);
    expect(rows[3]?.errors.map(({ reason }) => reason)).toEqual(["phone-format"]);
  });

  it("leave a reference that came before out of a unit's area and shares", () => {
    expect(errorsOf(owner("1", "100"), owner("1", "100", { area_m2: "90" }))).toEqual([
      [3, "resident_ref", "duplicate-ref", "2"],
    ]);
  });

  it("do not blame a sum on a share that cannot be read", () => {
    expect(errorsOf(owner("1", "50"), owner("2", "half"))).toEqual([
      [3, "owner_share_percent", "number-format", "half"],
    ]);
  });

  it("may not disagree on a unit; the first one stands", () => {
    const other = { area_m2: "90" };
    expect(
      errorsOf(owner("1", "50"), owner("2", "50", other), row({ resident_ref: "3", building: "1号楼", unit: "101" })),
    ).toEqual([[3, "area_m2", "unit-conflict", "89.5"]]);
    expect(errorsOf(owner("1", "50"), owner("2", "50", { area_source: "合同" }))).toEqual([
      [3, "area_source", "unit-conflict", "registry"],
    ]);
  });

  it("do not disagree on different units, nor where the building or number is not told", () => {
    expect(errorsOf(owner("1", "100"), owner("2", "100", { unit: "102", area_m2: "90" }))).toEqual([]);
    const areaOf = (resident_ref: string, area_m2: string, place: Partial<Record<RollColumn, string>>) =>
      row({ resident_ref, area_m2, area_source: "registry", ...place });
    const missing = (column: string) => [2, 3].map((line) => [line, column, `${column}-missing`, undefined]);
    for (const [place, column] of [
      [{ building: "1" }, "unit"],
      [{ unit: "101" }, "building"],
    ] as const) {
      expect(errorsOf(areaOf("1", "80", place), areaOf("2", "90", place))).toEqual(missing(column));
    }
  });

  it("may list a unit's other people without its area", () => {
    const lives = row({ resident_ref: "2", building: "１号楼", unit: "101" });
    expect(errorsOf(owner("1", "100"), lives)).toEqual([]);
  });
});
