import { describe, expect, it } from "vitest";
import type { Household, Resident, Unit } from "../../../functions/residents/domain/model.ts";
import {
  decideRow,
  householdIdOf,
  type RowState,
  residentIdOf,
  unitChange,
} from "../../../functions/residents/domain/roll/decide.ts";
import { legendOf, type RowOutcome, reportOf } from "../../../functions/residents/domain/roll/report.ts";
import { derivedId } from "../../../functions/shared/derived.ts";
import { Uuid } from "../../../schemas/primitives.ts";
import { ROLL_ERRORS_MAX, RollReport } from "../../../schemas/residents/roll.ts";

const KEY = "0197a000-0000-7000-8000-000000000001";
const context = { community: "lujing", key: KEY, householdMembersMax: 2 };
const row = { line: 2, ref: "7", name: "王秀英", phone: "+8613800138000", opening: 50 };
const nobody: RowState = { resident: null, household: null };

const person = (changes: Partial<Resident> = {}): Resident => ({
  state: "active",
  id: residentIdOf("lujing", "7"),
  community: "lujing",
  name: "王秀英",
  phone: "+8613800138000",
  languages: [],
  revision: 1,
  rollRef: "7",
  openingPoints: 50,
  ...changes,
});

describe("derived ids", () => {
  it("are UUIDs of version 8, the same for the same name, and differ by kind, community and name", () => {
    const ids = [
      derivedId("resident", "lujing", "7"),
      derivedId("unit", "lujing", "7"),
      derivedId("resident", "heyuan", "7"),
      derivedId("resident", "lujing", "8"),
    ];
    for (const id of ids) expect(Uuid.safeParse(id).success, id).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(derivedId("resident", "lujing", "7")).toBe(ids[0]);
    expect(ids[0]?.[14]).toBe("8");
  });

  it("do not run parts together", () => {
    expect(derivedId("unit", "ab", "c")).not.toBe(derivedId("unit", "a", "bc"));
  });
});

describe("a row that is new", () => {
  it("enters the person with the opening points, once and under the import's mark", () => {
    const decision = decideRow(row, nobody, context);
    expect(decision).toEqual({
      outcome: "imported",
      enter: person({ mark: { key: KEY, outcome: "imported" } }),
    });
  });

  it("forms the household that it is the first to name", () => {
    const decision = decideRow({ ...row, household: "王家" }, { ...nobody, unitId: KEY }, context);
    const id = householdIdOf("lujing", "王家");
    expect(decision).toMatchObject({ enter: { householdId: id }, join: { id, unitId: KEY, members: [] } });
  });
});

describe("a row that came before", () => {
  it("changes nothing when it says the same, or leaves cells empty", () => {
    expect(decideRow(row, { ...nobody, resident: person() }, context)).toEqual({ outcome: "unchanged" });
    const empty = { line: 2, ref: "7", name: "王秀英" };
    expect(decideRow(empty, { ...nobody, resident: person() }, context)).toEqual({ outcome: "unchanged" });
  });

  it("changes what it says otherwise", () => {
    const decision = decideRow({ ...row, phone: "+8613900139000" }, { ...nobody, resident: person() }, context);
    expect(decision).toMatchObject({ outcome: "updated", change: { phone: "+8613900139000" } });
  });

  it("tells the same outcome again when the import was cut short after it", () => {
    const resident = person({ mark: { key: KEY, outcome: "imported" } });
    expect(decideRow(row, { ...nobody, resident }, context)).toEqual({ outcome: "imported" });
    expect(decideRow(row, { ...nobody, resident }, { ...context, key: "another" })).toEqual({ outcome: "unchanged" });
  });

  it("gives opening points at most once: another amount is refused with the one given", () => {
    const errors = [{ column: "opening_points", reason: "opening-changed", value: "50" }];
    const refused = { outcome: "rejected", errors };
    expect(decideRow({ ...row, opening: 60 }, { ...nobody, resident: person() }, context)).toEqual(refused);
    expect(decideRow({ ...row, opening: 0 }, { ...nobody, resident: person() }, context).outcome).toBe("unchanged");
  });

  it("does not bring back a person who was erased", () => {
    const resident = {
      state: "erased" as const,
      id: person().id,
      community: "lujing",
      erasedMs: 0,
      reason: "own-request" as const,
      by: KEY,
      pending: false,
      revision: 2,
    };
    expect(decideRow(row, { ...nobody, resident }, context)).toMatchObject({
      outcome: "rejected",
      errors: [{ column: "resident_ref", reason: "erased" }],
    });
  });
});

describe("a row's household", () => {
  const id = householdIdOf("lujing", "王家");
  const home = (members: string[]): Household => ({ id, community: "lujing", members, revision: 1 });
  const joins = { ...row, household: "王家" };

  it("takes in up to the district's limit", () => {
    expect(decideRow(joins, { resident: person(), household: home(["a"]) }, context)).toMatchObject({
      outcome: "updated",
      change: { householdId: id },
    });
    expect(decideRow(joins, { resident: person(), household: home(["a", "b"]) }, context)).toMatchObject({
      errors: [{ column: "household", reason: "household-full", value: "2" }],
    });
  });

  it("is left first: a member of another one is refused", () => {
    const resident = person({ householdId: KEY });
    expect(decideRow(joins, { resident, household: home([]) }, context)).toMatchObject({
      errors: [{ column: "household", reason: "household-other" }],
    });
  });
});

describe("a unit in a roll", () => {
  const owner = (id: string, bps: number) => ({ kind: "resident" as const, id, bps });
  const unit: Unit = {
    id: KEY,
    community: "lujing",
    buildingId: KEY,
    buildingName: "1",
    number: "101",
    area: 8_950,
    areaSource: "registry",
    use: "residential",
    owners: [owner("a", 5_000), owner("b", 5_000)],
    revision: 1,
  };

  it("changes by what is said of it, and not by the order of its owners", () => {
    const same = { area: 8_950, areaSource: "registry" as const, owners: [owner("b", 5_000), owner("a", 5_000)] };
    expect(unitChange(unit, same, KEY)).toBeUndefined();
    expect(unitChange(unit, {}, KEY)).toBeUndefined();
    expect(unitChange(unit, { ...same, area: 9_000 }, KEY)).toEqual({
      area: 9_000,
      mark: { key: KEY, outcome: "updated" },
    });
  });
});

describe("the report", () => {
  it("counts rows and explains each reason that occurs in both languages", () => {
    const rows: RowOutcome[] = [
      { line: 2, outcome: "imported", residentId: KEY, errors: [] },
      { line: 3, outcome: "rejected", errors: [{ column: "phone", reason: "phone-format", value: "1*" }] },
    ];
    const report = RollReport.parse(reportOf(KEY, "lujing", rows));
    expect(report).toMatchObject({ imported: 1, updated: 0, unchanged: 0, rejected: 1 });
    expect(report.rows[1]?.errors).toEqual([{ line: 3, column: "phone", reason: "phone-format", value: "1*" }]);
    expect(Object.keys(report.reasons)).toEqual(["phone-format"]);
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
