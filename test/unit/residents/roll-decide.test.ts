import { describe, expect, it } from "vitest";
import type { Resident } from "../../../functions/residents/domain/model.ts";
import {
  decideRow,
  householdIdOf,
  openingIdOf,
  type RowState,
  residentIdOf,
  unitChange,
} from "../../../functions/residents/domain/roll/decide.ts";
import { derivedId } from "../../../functions/shared/derived.ts";
import { Uuid } from "../../../schemas/primitives.ts";
import { household, owner, resident, unit } from "./records.ts";

const KEY = "0197a000-0000-7000-8000-000000000001";
const context = { community: "lujing", key: KEY, householdMembersMax: 2 };
const row = { line: 2, ref: "7", name: "王秀英", phone: "+8613800138000", opening: 50 };
const nobody: RowState = { resident: null, household: null };

const person = (changes: Partial<Resident> = {}): Resident =>
  resident({
    id: residentIdOf("lujing", "7"),
    phone: "+8613800138000",
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

  it("stay what they are in every release, or a roll that comes again would enter everybody anew", () => {
    expect(residentIdOf("lujing", "7")).toBe("659e0a71-91e9-8f23-bc4e-254ac9864a84");
    expect(householdIdOf("lujing", "王家")).toBe("62bac638-4ef7-838a-b9b7-286278dc7493");
    expect(openingIdOf(residentIdOf("lujing", "7"))).toBe("13273cd2-c7ee-88aa-b93d-bb3142d1ff57");
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

  it("without opening points enters the person without them", () => {
    for (const opening of [undefined, 0]) {
      const decision = decideRow({ ...row, opening }, nobody, context);
      expect("enter" in decision && decision.enter).not.toHaveProperty("openingPoints");
    }
  });

  it("forms the household that it is the first to name", () => {
    const decision = decideRow({ ...row, household: "王家" }, { ...nobody, unitId: KEY }, context);
    const id = householdIdOf("lujing", "王家");
    expect(decision).toEqual({
      outcome: "imported",
      enter: person({ householdId: id, unitId: KEY, mark: { key: KEY, outcome: "imported" } }),
      join: { id, community: "lujing", unitId: KEY, members: [], revision: 0 },
    });
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
    expect(decision).toEqual({
      outcome: "updated",
      change: { name: "王秀英", phone: "+8613900139000", rollRef: "7", mark: { key: KEY, outcome: "updated" } },
    });
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
    expect(decideRow({ ...row, opening: 50 }, { ...nobody, resident: person() }, context).outcome).toBe("unchanged");
    const none = person({ openingPoints: undefined });
    expect(decideRow(row, { ...nobody, resident: none }, context)).toEqual({
      outcome: "rejected",
      errors: [{ column: "opening_points", reason: "opening-changed", value: "0" }],
    });
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
  const home = (members: string[]) => household(members, { id });
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
    const elsewhere = person({ householdId: KEY });
    expect(decideRow(joins, { resident: elsewhere, household: home([]) }, context)).toEqual({
      outcome: "rejected",
      errors: [{ column: "household", reason: "household-other" }],
    });
  });

  it("does not change for a member, even when it is full", () => {
    const member = person({ householdId: id });
    const state = { resident: member, household: home([member.id, "b"]) };
    expect(decideRow(joins, state, context)).toEqual({ outcome: "unchanged" });
  });
});

describe("a unit in a roll", () => {
  const half = [owner("a", 5_000), owner("b", 5_000)];
  const stored = unit({ owners: half });
  const said = { area: 8_950, areaSource: "registry", owners: half } as const;
  const mark = { key: KEY, outcome: "updated" };

  it("changes by what is said of it, and not by the order of its owners", () => {
    expect(unitChange(stored, { ...said, owners: half.toReversed() }, KEY)).toBeUndefined();
    expect(unitChange(stored, {}, KEY)).toBeUndefined();
    expect(unitChange(stored, { ...said, area: 9_000 }, KEY)).toEqual({ area: 9_000, mark });
    expect(unitChange(stored, { ...said, areaSource: "surveyed" }, KEY)).toEqual({ areaSource: "surveyed", mark });
  });

  it.each([
    ["another person", [owner("a", 5_000), owner("c", 5_000)]],
    ["another share", [owner("a", 6_000), owner("b", 4_000)]],
    ["an organisation", [owner("a", 5_000), { kind: "organisation", id: "b", bps: 5_000 }]],
    ["nobody", []],
  ] as const)("changes hands when %s stands among the owners", (_, owners) => {
    expect(unitChange(stored, { ...said, owners }, KEY)).toEqual({ owners, mark });
  });

  it("that this import made stays one that it imported, and one of an earlier import is updated", () => {
    const imported = { key: KEY, outcome: "imported" } as const;
    const made = { ...stored, mark: imported };
    expect(unitChange(made, { area: 9_000 }, KEY)).toEqual({ area: 9_000, mark: imported });
    expect(unitChange({ ...made, mark: { ...imported, key: "earlier" } }, { area: 9_000 }, KEY)?.mark).toEqual(mark);
  });
});
