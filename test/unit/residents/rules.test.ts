import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  birthDateRefusals,
  comesOfAge,
  joinRefusals,
  normalPhone,
  ownerRefusals,
  pair,
  proxyAgeRefusals,
  residentFits,
  selfRefusals,
  termRefusals,
  unitFits,
} from "../../../functions/residents/domain/rules.ts";
import { household, owner, resident, unit } from "./records.ts";

describe("owners of a unit", () => {
  it("share a whole, or are none", () => {
    expect(ownerRefusals([])).toEqual([]);
    expect(ownerRefusals([owner("a", 3_333), owner("b", 3_333), owner("c", 3_334)])).toEqual([]);
    expect(ownerRefusals([owner("a", 5_000), owner("b", 4_999)])).toEqual([
      { code: "residents/unit-shares", params: { sum: 9_999, whole: 10_000 } },
    ]);
  });

  it("are named once each", () => {
    expect(ownerRefusals([owner("a", 5_000), owner("a", 5_000)])).toEqual([
      { code: "request/invalid", params: {}, fields: [{ field: "/owners/1", reason: "duplicate owner" }] },
    ]);
  });
});

describe("a list of units", () => {
  const sold = unit({ use: "commercial", areaSource: "contract", owners: [owner("a", 6_000), owner("b", 4_000)] });
  const unsold = unit();

  it("is narrowed by every member that the filter names, and by no other", () => {
    expect([unitFits(sold, {}), unitFits(unsold, {})]).toEqual([true, true]);
    const all = { use: "commercial", areaSource: "contract", owner: "b", unowned: false } as const;
    expect(unitFits(sold, all)).toBe(true);
    expect(unitFits(unsold, { use: "residential", areaSource: "registry", unowned: true })).toBe(true);
  });

  it.each([{ use: "residential" }, { areaSource: "registry" }, { owner: "c" }, { unowned: true }] as const)(
    "leaves out a unit that %o does not fit",
    (wanted) => {
      const rest = { use: "commercial", areaSource: "contract", owner: "a", unowned: false } as const;
      expect(unitFits(sold, wanted)).toBe(false);
      expect(unitFits(sold, { ...rest, ...wanted })).toBe(false);
    },
  );

  it("of the units that nobody owns has no sold one, and the other way round", () => {
    expect([unitFits(unsold, { unowned: true }), unitFits(unsold, { unowned: false })]).toEqual([true, false]);
    expect(unitFits(unsold, { owner: "a" })).toBe(false);
  });
});

describe("a search on the roll", () => {
  const ann = resident({ name: "Ann Smith", phone: "+8613800138000", unitId: "u" });

  it("finds by part of the name in either case, the last digits of the phone and the home", () => {
    expect(residentFits(ann, {})).toBe(true);
    expect(residentFits(ann, { name: "SMI", phone: "8000", unitId: "u" })).toBe(true);
    expect(residentFits(resident({ name: "王秀英" }), { name: "秀" })).toBe(true);
  });

  it.each([{ name: "smyth" }, { phone: "1380" }, { phone: "+86138" }, { unitId: "v" }])(
    "leaves out a person whom %o does not fit, whatever else does",
    (wanted) => {
      expect(residentFits(ann, wanted)).toBe(false);
      expect(residentFits(ann, { name: "ann", phone: "8000", unitId: "u", ...wanted })).toBe(false);
    },
  );

  it("by phone or home does not find who has none", () => {
    expect(residentFits(resident(), { phone: "0" })).toBe(false);
    expect(residentFits(resident(), { unitId: "u" })).toBe(false);
  });
});

describe("dates, phones and pairs", () => {
  it("a birth date lies between 1900 and today; a person may have none", () => {
    for (const date of ["1900-01-01", "2026-06-15", undefined, null]) {
      expect(birthDateRefusals(date, "2026-06-15"), String(date)).toEqual([]);
    }
    for (const date of ["1899-12-31", "2026-06-16"]) {
      expect(birthDateRefusals(date, "2026-06-15")).toEqual([
        {
          code: "request/invalid",
          params: {},
          fields: [{ field: "/birthDate", reason: "1900-01-01 .. 2026-06-15" }],
        },
      ]);
    }
  });

  it("a mainland mobile number is kept in E.164", () => {
    expect(normalPhone("13800138000")).toBe("+8613800138000");
    expect(normalPhone("+4915112345678")).toBe("+4915112345678");
  });

  it("nobody is related to themselves, and a pair has one order", () => {
    expect(selfRefusals("a", "a")).toEqual([{ code: "residents/self-relation", params: {} }]);
    expect(selfRefusals("a", "b")).toEqual([]);
    expect([pair("b", "a"), pair("a", "b")]).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  it("a term ends after it begins", () => {
    expect(termRefusals(1, 2)).toEqual([]);
    for (const until of [2, 1]) {
      expect(termRefusals(2, until)).toEqual([
        { code: "request/invalid", params: {}, fields: [{ field: "/validUntil", reason: "> validFrom" }] },
      ]);
    }
  });
});

describe("full age", () => {
  it.each([
    ["2008-06-15", "2026-06-15"],
    ["1999-12-31", "2017-12-31"],
    ["1982-01-01", "2000-01-01"],
  ])("of who was born on %s comes on %s, the eighteenth birthday", (born, day) => {
    expect(comesOfAge(born)).toBe(day);
  });

  it("of who was born on 29 February comes after 28 February and by 1 March of a year without that day", () => {
    const day = comesOfAge("2008-02-29");
    expect("2026-02-28" < day && day <= "2026-03-01").toBe(true);
  });
});

describe("a proxy", () => {
  const minor = [{ code: "residents/proxy-minor", params: { age: 18 } }];

  it("is of full age on the day on which it begins, not a day later", () => {
    const term = { from: "2026-06-15", last: "2027-06-14" };
    expect(proxyAgeRefusals({ proxy: "2008-06-15" }, term)).toEqual([]);
    expect(proxyAgeRefusals({ proxy: "2008-06-16" }, term)).toEqual(minor);
    expect(proxyAgeRefusals({ proxy: "2015-01-01" }, term)).toEqual(minor);
  });

  it("acts for a minor until the day before the minor comes of age, and for the grown as long as it is given", () => {
    const child = { person: "2010-06-15", proxy: "1980-01-01" };
    const beyond = [{ code: "residents/proxy-beyond-minority", params: { date: "2028-06-15" } }];
    expect(proxyAgeRefusals(child, { from: "2026-06-15", last: "2028-06-14" })).toEqual([]);
    expect(proxyAgeRefusals(child, { from: "2026-06-15", last: "2028-06-15" })).toEqual(beyond);
    expect(proxyAgeRefusals(child, { from: "2028-06-14", last: "2030-01-01" })).toEqual(beyond);
    expect(proxyAgeRefusals(child, { from: "2028-06-15", last: "2030-01-01" })).toEqual([]);
  });

  it("is judged by the evidence alone where no birth date is known", () => {
    expect(proxyAgeRefusals({}, { from: "2026-06-15", last: "2099-01-01" })).toEqual([]);
  });
});

describe("joining a household", () => {
  it("needs the same community, no other household and room", () => {
    expect(joinRefusals(household([]), resident(), 1)).toEqual([]);
    expect(joinRefusals(household(["a"]), resident(), 1)).toEqual([
      { code: "residents/household-full", params: { limit: 1 } },
    ]);
    expect(joinRefusals(household([]), resident({ householdId: "x" }), 1)).toEqual([
      { code: "residents/already-member", params: { id: "r", household: "x" } },
    ]);
    expect(joinRefusals(household([]), resident({ community: "heyuan" }), 1)).toEqual([
      { code: "residents/other-community", params: { what: "resident", id: "r" } },
    ]);
  });

  it("is no change for a member, even of a full one", () => {
    expect(joinRefusals(household(["r"]), resident({ householdId: "h" }), 1)).toEqual([]);
  });

  it("never takes in more than the limit", () => {
    fc.assert(
      fc.property(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 12 }), (people, limit) => {
        const home = household(Array.from({ length: people }, (_, index) => `p${index}`));
        expect(joinRefusals(home, resident(), limit).length === 0).toBe(people + 1 <= limit);
      }),
    );
  });
});
