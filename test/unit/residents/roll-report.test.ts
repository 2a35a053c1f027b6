import { describe, expect, it } from "vitest";
import { legendOf, type RowOutcome, reportOf } from "../../../functions/residents/domain/roll/report.ts";
import { ROLL_ERRORS_MAX, ROLL_REASONS, RollReport } from "../../../schemas/residents/roll.ts";

const KEY = "0197a000-0000-7000-8000-000000000001";

describe("the report", () => {
  it("counts rows and explains each reason that occurs in both languages", () => {
    const rows: RowOutcome[] = [
      { line: 2, outcome: "imported", residentId: KEY, errors: [] },
      { line: 3, outcome: "rejected", errors: [{ column: "phone", reason: "phone-format", value: "1*" }] },
      { line: 5, outcome: "updated", residentId: KEY, errors: [{ column: "row", reason: "co-owner-rejected" }] },
      { line: 6, outcome: "unchanged", residentId: KEY, errors: [] },
      { line: 7, outcome: "unchanged", residentId: KEY, errors: [] },
    ];
    const report = RollReport.parse(reportOf(KEY, "lujing", rows));
    expect(report).toEqual({
      id: KEY,
      community: "lujing",
      imported: 1,
      updated: 1,
      unchanged: 2,
      rejected: 1,
      rows: [
        { line: 2, outcome: "imported", residentId: KEY },
        {
          line: 3,
          outcome: "rejected",
          errors: [{ line: 3, column: "phone", reason: "phone-format", value: "1*" }],
        },
        {
          line: 5,
          outcome: "updated",
          residentId: KEY,
          errors: [{ line: 5, column: "row", reason: "co-owner-rejected" }],
        },
        { line: 6, outcome: "unchanged", residentId: KEY },
        { line: 7, outcome: "unchanged", residentId: KEY },
      ],
      reasons: {
        "co-owner-rejected": ROLL_REASONS["co-owner-rejected"],
        "phone-format": ROLL_REASONS["phone-format"],
      },
    });
    expect(report.rows.map((shown) => "residentId" in shown)).toEqual([true, false, true, true, true]);
    expect(report.rows.map((shown) => "errors" in shown)).toEqual([false, true, true, false, false]);
    expect(Object.keys(report.reasons)).toEqual(["co-owner-rejected", "phone-format"]);
    expect(legendOf(report.rows)).toEqual(report.reasons);
  });

  it("keeps the first error of each row however many there are", () => {
    const error = { column: "name" as const, reason: "required" as const };
    const rows = Array.from(
      { length: 6_000 },
      (_, index): RowOutcome => ({
        line: index + 2,
        outcome: "rejected",
        errors: [error, error, error],
      }),
    );
    const listed = reportOf(KEY, "lujing", rows).rows.map(({ errors }) => errors?.length ?? 0);
    expect(Math.min(...listed)).toBe(1);
    expect(listed.reduce((sum, count) => sum + count, 0)).toBe(6_000 + ROLL_ERRORS_MAX);
  });
});
