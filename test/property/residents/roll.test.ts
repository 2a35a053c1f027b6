/** Laws of the roll import, for whatever a spreadsheet may hold. */
import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judgeRoll, readHeader } from "../../../functions/residents/domain/roll/file.ts";
import { readCsv } from "../../../functions/residents/http/roll/csv.ts";
import { seedCommunities } from "../../../functions/residents/port.ts";
import { ROLL_COLUMNS, type RollColumn } from "../../../schemas/residents/roll.ts";
import { testDistrict } from "../../support/district.ts";
import { type App, type Reply, startApp } from "../../support/harness.ts";

const HEADER = ROLL_COLUMNS.join(",");
const RUNS = 12;

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csvOf = (rows: readonly (readonly string[])[]): string =>
  [HEADER, ...rows.map((row) => row.map(quoted).join(","))].join("\r\n");

const rules = { today: "2026-06-15", points: testDistrict().units[0] };
const judge = (file: string) => {
  const [header, ...records] = readCsv(file);
  const read = readHeader(header && "cells" in header ? header.cells : []);
  if ("refusal" in read) throw new Error("the header was refused");
  return judgeRoll(read.columns, records, rules).rows;
};

describe("reading a roll", () => {
  it("loses no row: each line that says something is good or has errors, whatever quotes and signs it holds", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "王", '"', ",", " ", "1", "\t", "=", "\uFEFF", "；") });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (lines) => {
        const judged = new Set(judge([HEADER, ...lines].join("\n")).map(({ line }) => line));
        for (const [index, line] of lines.entries()) {
          const blank = /^[\s,"\uFEFF]*$/.test(line);
          if (!blank) expect(judged.has(index + 2), JSON.stringify(lines)).toBe(true);
        }
      }),
    );
  });

  it("gives back what was written, however cells are quoted", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "b", ",", "王", " "), maxLength: 20 });
    fc.assert(
      fc.property(fc.uniqueArray(cell, { maxLength: 10 }), (names) => {
        const rows = names.map((name, index) =>
          ROLL_COLUMNS.map((column) =>
            column === "resident_ref" ? `r${index}` : column === "name" ? `x${name}y` : "",
          ),
        );
        expect(judge(csvOf(rows)).map(({ row }) => row?.name)).toEqual(
          names.map((name) => `x${name}y`.replaceAll(/ +/g, " ")),
        );
      }),
    );
  });

  it("accepts shares exactly when they sum to a whole", () => {
    const shares = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(shares, fc.boolean(), (parts, complete) => {
        const sum = parts.reduce((total, part) => total + part, 0);
        const all = complete && sum < 10_000 ? [...parts, 10_000 - sum] : parts;
        const rows = all.map((bps, index) => {
          const cells: Partial<Record<RollColumn, string>> = {
            resident_ref: `r${index}`,
            name: "N",
            building: "1",
            unit: "101",
            area_m2: "80",
            area_source: "registry",
            owner_share_percent: `${Math.floor(bps / 100)}.${String(bps % 100).padStart(2, "0")}`,
          };
          return ROLL_COLUMNS.map((column) => cells[column] ?? "");
        });
        const whole = all.reduce((total, part) => total + part, 0) === 10_000;
        expect(judge(csvOf(rows)).every(({ errors }) => errors.length === 0)).toBe(whole);
      }),
    );
  });
});

/** A row out of a small world, so that people share units and households and references meet twice. */
const someRow = fc
  .record({
    resident_ref: fc.constantFrom("1", "2", "3", "4", "５", ""),
    name: fc.constantFrom("Ann", "王秀英", "Smith, Bo"),
    birth_date: fc.constantFrom("", "1950-01-31", "2023-02-30"),
    phone: fc.constantFrom("", "13800138000", "12"),
    place: fc.constantFrom<readonly string[]>(
      ["", "", "", ""],
      ["1", "101", "80", "registry"],
      ["1", "101", "", ""],
      ["2", "1", "90", "合同"],
    ),
    owner_share_percent: fc.constantFrom("", "50", "100"),
    household: fc.constantFrom("", "A", "B"),
    opening_points: fc.constantFrom("", "0", "7"),
  })
  .map(({ place: [building = "", unit = "", area_m2 = "", area_source = ""], ...rest }) => {
    const cells: Partial<Record<RollColumn, string>> = { ...rest, building, unit, area_m2, area_source };
    if (unit === "") cells.owner_share_percent = "";
    return ROLL_COLUMNS.map((column) => cells[column] ?? "");
  });

describe("importing a roll", () => {
  let app: App;
  let admin: string;
  beforeAll(async () => {
    app = await startApp();
    await seedCommunities(app.deps);
    admin = await app.token({ sub: uuidv7(), roles: ["district-admin"], communities: [] });
  });
  afterAll(() => app.stop());

  const newCommunity = async (): Promise<string> => {
    const code = `p${uuidv7().replaceAll("-", "").slice(-20)}`;
    const body = { code, name: { zh: "社区", en: "Community" } };
    await app.call("POST", "/v1/communities", { token: admin, body });
    return code;
  };
  const send = (code: string, file: string): Promise<Reply> =>
    app.call("POST", `/v1/communities/${code}/roll-imports`, {
      token: admin,
      raw: file,
      headers: { "content-type": "text/csv" },
    });
  const stateOf = async (code: string) => {
    const list = async (path: string) => (await app.call("GET", path, { token: admin })).body.items;
    return {
      residents: await list(`/v1/communities/${code}/residents?limit=100`),
      buildings: await list(`/v1/communities/${code}/buildings?limit=100`),
      units: await list(`/v1/communities/${code}/units?limit=100`),
      accounts: await list(`/v1/ledger/accounts?community=${code}&unit=points&limit=100`),
    };
  };

  it("twice leaves the same state as once, and the second report finds every accepted row unchanged", async () => {
    const accepted = (reply: Reply) =>
      reply.body.rows.flatMap(({ line, outcome }: { line: number; outcome: string }) =>
        outcome === "rejected" ? [] : [line],
      );
    await fc.assert(
      fc.asyncProperty(fc.array(someRow, { minLength: 1, maxLength: 8 }), async (rows) => {
        const [code, file] = [await newCommunity(), csvOf(rows)];
        const first = await send(code, file);
        expect(first.status, first.text).toBe(200);
        const before = await stateOf(code);
        const second = await send(code, file);
        expect(await stateOf(code)).toEqual(before);
        expect(accepted(second)).toEqual(accepted(first));
        expect(second.body).toMatchObject({ imported: 0, updated: 0, rejected: first.body.rejected });
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
