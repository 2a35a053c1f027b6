import { describe, expect, it } from "vitest";
import {
  closedFields,
  endsProxy,
  entersCommunity,
  seesHousehold,
  seesName,
  seesUnit,
  standing,
} from "../../../functions/residents/domain/access.ts";
import { maskName, maskText } from "../../../functions/residents/domain/mask.ts";
import type { Household, Owner, ProxyGrant, Resident, Unit } from "../../../functions/residents/domain/model.ts";
import {
  birthDateRefusals,
  joinRefusals,
  normalPhone,
  ownerRefusals,
  pair,
  reachOf,
  selfRefusals,
  termRefusals,
} from "../../../functions/residents/domain/rules.ts";
import type { Actor } from "../../../functions/shared/policy.ts";
import type { Role } from "../../../schemas/roles.ts";

const actor = (id: string, role: Role = "resident", communities = ["lujing"]): Actor => ({
  id,
  roles: [role],
  communities,
});
const owner = (id: string, bps: number): Owner => ({ kind: "resident", id, bps });
const resident = (changes: Partial<Resident> = {}): Resident => ({
  state: "active",
  id: "r",
  community: "lujing",
  name: "王秀英",
  languages: [],
  revision: 1,
  ...changes,
});

describe("owners of a unit", () => {
  it("share a whole, or are none", () => {
    expect(ownerRefusals([])).toEqual([]);
    expect(ownerRefusals([owner("a", 3_333), owner("b", 3_333), owner("c", 3_334)])).toEqual([]);
    expect(ownerRefusals([owner("a", 5_000), owner("b", 4_999)])).toEqual([
      { code: "residents/unit-shares", params: { sum: 9_999, whole: 10_000 } },
    ]);
  });

  it("are named once each", () => {
    expect(ownerRefusals([owner("a", 5_000), owner("a", 5_000)])[0]?.fields).toEqual([
      { field: "/owners/1", reason: "duplicate owner" },
    ]);
  });
});

describe("dates, phones and pairs", () => {
  it("a birth date lies between 1900 and today", () => {
    expect(birthDateRefusals("1900-01-01", "2026-06-15")).toEqual([]);
    expect(birthDateRefusals("2026-06-15", "2026-06-15")).toEqual([]);
    expect(birthDateRefusals("2026-06-16", "2026-06-15")).toHaveLength(1);
    expect(birthDateRefusals("1899-12-31", "2026-06-15")).toHaveLength(1);
  });

  it("a mainland mobile number is kept in E.164", () => {
    expect(normalPhone("13800138000")).toBe("+8613800138000");
    expect(normalPhone("+4915112345678")).toBe("+4915112345678");
  });

  it("nobody is related to themselves, and a pair has one order", () => {
    expect(selfRefusals("a", "a")[0]?.code).toBe("residents/self-relation");
    expect(selfRefusals("a", "b")).toEqual([]);
    expect(pair("b", "a")).toEqual(pair("a", "b"));
  });

  it("a term ends after it begins", () => {
    expect(termRefusals(1, 2)).toEqual([]);
    expect(termRefusals(2, 2)).toHaveLength(1);
  });
});

describe("joining a household", () => {
  const home = (members: string[]): Household => ({ id: "h", community: "lujing", members, revision: 1 });

  it("needs the same community, no other household and room", () => {
    expect(joinRefusals(home([]), resident(), 1)).toEqual([]);
    expect(joinRefusals(home(["a"]), resident(), 1)[0]?.params).toEqual({ limit: 1 });
    expect(joinRefusals(home([]), resident({ householdId: "x" }), 1)[0]?.params).toEqual({ id: "r", household: "x" });
    expect(joinRefusals(home([]), resident({ community: "heyuan" }), 1)[0]?.code).toBe("residents/other-community");
  });

  it("is no change for a member, even of a full one", () => {
    expect(joinRefusals(home(["r"]), resident({ householdId: "h" }), 1)).toEqual([]);
  });
});

describe("standing to a person", () => {
  it.each([
    [actor("r"), false, "self"],
    [actor("other"), false, "stranger"],
    [actor("other"), true, "proxy"],
    [actor("s", "steward"), false, "keeper"],
    [actor("s", "steward", ["heyuan"]), false, "stranger"],
    [actor("a", "auditor"), false, "reader"],
    [actor("a", "auditor", ["heyuan"]), false, "stranger"],
    [actor("d", "district-admin", []), false, "keeper"],
    [actor("p", "provider"), false, "stranger"],
  ] as const)("%o with a proxy %s is %s", (who, proxied, expected) => {
    expect(standing(who, resident(), proxied)).toBe(expected);
  });

  it("opens phone and languages to the person and the proxy, the rest to the steward, nothing to readers", () => {
    const fields = ["name", "phone", "languages", "birthDate"];
    expect(closedFields("keeper", fields)).toEqual([]);
    expect(closedFields("self", fields)).toEqual(["name", "birthDate"]);
    expect(closedFields("proxy", fields)).toEqual(["name", "birthDate"]);
    expect(closedFields("reader", fields)).toEqual(fields);
  });
});

describe("seeing places and names", () => {
  const unit = { id: "u", community: "lujing", owners: [owner("o", 10_000)] } as unknown as Unit;

  it("a unit is seen by officers, owners and who lives there", () => {
    expect(seesUnit(actor("p", "poll-officer"), unit, undefined)).toBe(true);
    expect(seesUnit(actor("o"), unit, undefined)).toBe(true);
    expect(seesUnit(actor("x"), unit, "u")).toBe(true);
    expect(seesUnit(actor("x"), unit, "v")).toBe(false);
    expect(seesUnit(actor("s", "steward", ["heyuan"]), unit, undefined)).toBe(false);
  });

  it("a household is seen by its members and the officers of its community", () => {
    const household: Household = { id: "h", community: "lujing", members: ["r"], revision: 1 };
    expect(seesHousehold(actor("r"), household)).toBe(true);
    expect(seesHousehold(actor("x"), household)).toBe(false);
    expect(seesHousehold(actor("x", "auditor"), household)).toBe(true);
  });

  it("a proxy is ended by either side and by the keepers of the person's roll", () => {
    const proxy = { person: "a", proxy: "b", community: "lujing" } as ProxyGrant;
    expect([actor("a"), actor("b"), actor("s", "steward")].every((who) => endsProxy(who, proxy))).toBe(true);
    expect(endsProxy(actor("s", "auditor"), proxy)).toBe(false);
    expect(endsProxy(actor("s", "steward", ["heyuan"]), proxy)).toBe(false);
  });

  it("communities are entered by their own people; a district administrator enters all", () => {
    expect(entersCommunity(actor("x"), "lujing")).toBe(true);
    expect(entersCommunity(actor("x"), "heyuan")).toBe(false);
    expect(entersCommunity(actor("x", "district-admin", []), "heyuan")).toBe(true);
  });

  it("a name is shown in full to the person and the officers, masked to others", () => {
    expect(seesName(actor("r"), resident())).toBe(true);
    expect(seesName(actor("x"), resident())).toBe(false);
    expect([maskName("王秀英"), maskName("欧阳娜娜"), maskName("Wang Li"), maskName("𠮷田")]).toEqual([
      "王**",
      "欧**",
      "W***",
      "𠮷**",
    ]);
  });

  it("a masked text shows nothing of what is as short as the part shown", () => {
    expect([maskText("13800138000", 2, 40), maskText("ab", 2, 40), maskText("abcdef", 2, 4)]).toEqual([
      "13*********",
      "**",
      "ab**",
    ]);
  });
});

describe("the reach of a token", () => {
  const grant = (role: Role, ...communities: string[]) => ({ role, communities });

  it("is home for someone who holds no office", () => {
    expect(reachOf([], "lujing")).toEqual({ roles: ["resident"], communities: ["lujing"] });
    expect(reachOf([], undefined)).toEqual({ roles: [], communities: [] });
  });

  it("joins the communities of one role", () => {
    const reach = reachOf([grant("steward", "lujing"), grant("steward", "heyuan")], undefined);
    expect(reach).toEqual({ roles: ["steward"], communities: ["heyuan", "lujing"] });
  });

  it("never carries a role into a community that it was not given for", () => {
    const reach = reachOf([grant("steward", "lujing", "heyuan"), grant("auditor", "heyuan")], "lujing");
    expect(reach).toEqual({ roles: ["auditor", "steward"], communities: ["heyuan"] });
  });

  it("leaves the resident's role out where an office lies elsewhere", () => {
    expect(reachOf([grant("steward", "heyuan")], "lujing").roles).toEqual(["steward"]);
    expect(reachOf([grant("steward", "lujing")], "lujing").roles).toEqual(["resident", "steward"]);
  });

  it("is not narrowed by a district administrator's empty list", () => {
    const reach = reachOf([grant("district-admin"), grant("steward", "lujing")], undefined);
    expect(reach).toEqual({ roles: ["district-admin", "steward"], communities: ["lujing"] });
  });
});
