import { describe, expect, it } from "vitest";
import {
  closedFields,
  endsProxy,
  entersCommunity,
  readsUnits,
  seesHousehold,
  seesName,
  seesProxy,
  seesUnit,
  standing,
} from "../../../functions/residents/domain/access.ts";
import { maskName, maskText } from "../../../functions/residents/domain/mask.ts";
import type { ProxyGrant } from "../../../functions/residents/domain/model.ts";
import { reachOf } from "../../../functions/residents/domain/rules.ts";
import type { Role } from "../../../schemas/roles.ts";
import { actor, household, owner, resident, unit } from "./records.ts";

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
    expect(closedFields("stranger", fields)).toEqual(fields);
  });
});

describe("seeing places and names", () => {
  const home = unit({ owners: [owner("o", 5_000), owner("q", 5_000)] });

  it("a unit is seen by officers, each of its owners and who lives there", () => {
    expect(seesUnit(actor("p", "poll-officer"), home, undefined)).toBe(true);
    expect(seesUnit(actor("o"), home, undefined)).toBe(true);
    expect(seesUnit(actor("q"), home, undefined)).toBe(true);
    expect(seesUnit(actor("x"), home, "u")).toBe(true);
    expect(seesUnit(actor("x"), home, "v")).toBe(false);
    expect(seesUnit(actor("x"), unit(), undefined)).toBe(false);
    expect(seesUnit(actor("s", "steward", ["heyuan"]), home, undefined)).toBe(false);
  });

  it("an organisation's share opens the unit to no person of that id", () => {
    const owned = unit({ owners: [{ kind: "organisation", id: "o", bps: 10_000 }] });
    expect(seesUnit(actor("o"), owned, undefined)).toBe(false);
  });

  it.each([
    ["steward", true],
    ["auditor", true],
    ["poll-officer", true],
    ["district-admin", true],
    ["resident", false],
    ["guardian", false],
    ["provider", false],
    ["fund-reviewer", false],
    ["fund-treasurer", false],
  ] as const)("areas and owners are read by a %s: %s", (role, reads) => {
    expect(readsUnits(actor("x", role), "lujing")).toBe(reads);
  });

  it("a household is seen by its members and the officers of its community", () => {
    expect(seesHousehold(actor("r"), household(["r"]))).toBe(true);
    expect(seesHousehold(actor("x"), household(["r"]))).toBe(false);
    expect(seesHousehold(actor("x", "auditor"), household(["r"]))).toBe(true);
  });

  const proxy = { person: "a", proxy: "b", community: "lujing" } as ProxyGrant;
  it.each([
    // who, sees, ends
    [actor("a"), true, true],
    [actor("b"), true, true],
    [actor("s", "steward"), true, true],
    [actor("d", "district-admin", []), true, true],
    [actor("s", "auditor"), true, false],
    [actor("s", "steward", ["heyuan"]), false, false],
    [actor("p", "poll-officer"), false, false],
    [actor("x"), false, false],
  ] as const)("a proxy is seen by its sides and the roll's readers, ended by its sides and keepers: %o", (...row) => {
    const [who, sees, ends] = row;
    expect([seesProxy(who, proxy), endsProxy(who, proxy)]).toEqual([sees, ends]);
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
    expect([maskName(" 王秀英"), maskName(" ")]).toEqual(["王**", "***"]);
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

  it("is not narrowed by being a resident elsewhere", () => {
    const reach = reachOf([grant("resident", "heyuan"), grant("steward", "lujing")], undefined);
    expect(reach).toEqual({ roles: ["resident", "steward"], communities: ["lujing"] });
  });

  it("is not narrowed by a district administrator's empty list", () => {
    const reach = reachOf([grant("district-admin"), grant("steward", "lujing")], undefined);
    expect(reach).toEqual({ roles: ["district-admin", "steward"], communities: ["lujing"] });
  });
});
