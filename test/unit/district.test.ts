import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  type DistrictProblem,
  DistrictRefused,
  listDistricts,
  loadDistrict,
  parseDistrict,
} from "../../infra/districts/load.ts";
import { jobNames, schedulesOf } from "../../infra/districts/schedules.ts";
import { districtSchemaFile, districtSchemaText } from "../../infra/districts/schema.ts";
import type { District } from "../../schemas/district.ts";

const UNKNOWN = { en: "unknown key; correct or remove it", zh: "未知的键；请更正或删除" };

interface Draft {
  [key: string]: unknown;
  id: string;
  zone: string;
  units: { code: string; paymentCaps: unknown[]; scale: number }[];
  pools: { code: string; unit: string }[];
  earnRules: { code: string; pool: string; unit: string; caps: unknown[] }[];
  communities: { id: string }[];
  jobs: { pointsExpiryAt: string };
  auth: { issuer: string | undefined; jwksUri?: string };
  aws: object;
  fund: object;
  timebank: object;
  parking: { policies: object[] };
}

/** Problems of a district's file after `change`. */
const problemsAfter = (change: (draft: Draft) => void, id = "keqiao"): readonly DistrictProblem[] => {
  const draft = structuredClone(loadDistrict(id)) as unknown as Draft;
  change(draft);
  return problemsOf(JSON.stringify(draft));
};

const problemsOf = (text: string): readonly DistrictProblem[] => {
  try {
    parseDistrict(text, "draft.json");
    return [];
  } catch (error) {
    if (error instanceof DistrictRefused) return error.problems;
    throw error;
  }
};

const folder = mkdtempSync(join(tmpdir(), "linli-districts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the district files", () => {
  it.each(listDistricts())("%s is valid and its name is its id", (id) => {
    expect(loadDistrict(id).id).toBe(id);
  });

  it("are the demo and Shaoxing's six, not the schema beside them", () => {
    expect(listDistricts()).toEqual(["demo", "keqiao", "shangyu", "shengzhou", "xinchang", "yuecheng", "zhuji"]);
  });

  it("differ where districts differ: places, issuer, limits, expiry, rules, times, region", () => {
    const real = listDistricts().flatMap((id) => (id === "demo" ? [] : [loadDistrict(id)]));
    const kinds = (of: (district: District) => unknown) => new Set(real.map((each) => JSON.stringify(of(each)))).size;
    for (const own of [
      "communities",
      "auth",
      "units",
      "earnRules",
      "jobs",
      "origins",
      "timebank",
      "parking",
    ] as const) {
      expect(
        kinds((district) => district[own]),
        own,
      ).toBe(real.length);
    }
    for (const some of ["locales", "redemption", "holds", "limits", "aws"] as const) {
      expect(
        kinds((district) => district[some]),
        some,
      ).toBeGreaterThan(1);
    }
  });

  it("of real districts name their region, the demo's template fits any", () => {
    const regions = listDistricts().map((id) => [id, loadDistrict(id).aws.region !== undefined]);
    expect(regions.filter(([, known]) => !known)).toEqual([["demo", false]]);
  });

  it.each(listDistricts())("%s can be checked by an editor: its $schema is the generated file", (id) => {
    expect(loadDistrict(id).$schema).toBe("./district.schema.json");
  });

  it("the schema for editors is the one that the code checks", () => {
    expect(JSON.parse(readFileSync(districtSchemaFile, "utf8"))).toEqual(JSON.parse(districtSchemaText()));
  });

  it("schedule every job exactly once", () => {
    const jobs = schedulesOf(loadDistrict("keqiao")).map(({ job }) => job);
    expect(jobs.toSorted()).toEqual([...jobNames].sort());
  });
});

describe("a wrong district file is refused", () => {
  it("with the path of an unknown key, also deep inside", () => {
    const problems = problemsAfter((draft) => {
      draft.colour = "red";
      Object.assign(draft.units[0] as object, { celing: 5 });
    });
    expect(problems).toEqual([
      { path: "units[0].celing", value: "5", reason: UNKNOWN },
      { path: "colour", value: '"red"', reason: UNKNOWN },
    ]);
  });

  it("with every wrong value at once", () => {
    const problems = problemsAfter((draft) => {
      draft.zone = "Asia/Shaoxing";
      Object.assign(draft.units[0] as object, { scale: 9 });
      draft.communities = [];
    });
    expect(problems.map(({ path, value }) => `${path} = ${value}`)).toEqual([
      'zone = "Asia/Shaoxing"',
      "communities = []",
      "units[0].scale = 9",
    ]);
    expect(problems[0]?.reason.en).toBe("not an IANA time zone; write one such as Asia/Shanghai");
  });

  it("when a rule names a pool that is not there, or one of another unit", () => {
    const problems = problemsAfter((draft) => {
      Object.assign(draft.earnRules[1] as object, { pool: "rewards" });
      Object.assign(draft.earnRules[2] as object, { unit: "minutes" });
    });
    expect(problems.map(({ path, value, reason }) => [path, value, reason.en])).toEqual([
      ["earnRules[1].pool", '"rewards"', "there is no pool rewards; add it to pools, or name another"],
      ["earnRules[2].unit", '"minutes"', "pool reward-elder holds points; name a pool of the rule's unit"],
    ]);
  });

  it("when minutes could pass by the time bank's rules", () => {
    const problems = problemsAfter((draft) => {
      for (const unit of draft.units) Object.assign(unit, { transferable: "kin" });
    }, "demo");
    expect(problems.map(({ path, reason }) => [path, reason.en])).toEqual([
      ["timebank", "minutes move by the time bank's rules alone; set transferable of the unit minutes to none"],
    ]);
  });

  it("when a pool has no unit or takes a system pool's name", () => {
    const problems = problemsAfter((draft) => {
      draft.units = draft.units.filter(({ code }) => code !== "cny");
      Object.assign(draft.pools[0] as object, { code: "issuance" });
      Object.assign(draft.pools[1] as object, { unit: "cny" });
    });
    expect(problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["pools[0].code", "pools[1].unit", "earnRules[0].pool"]),
    );
  });

  it("when two caps are for one period, or a shorter period's is never reached", () => {
    const caps = (...pairs: [period: string, limit: number][]) =>
      problemsAfter((draft) => {
        Object.assign(draft.units[0] as object, { paymentCaps: pairs.map(([period, limit]) => ({ period, limit })) });
      }).map(({ path, reason }) => [path, reason.en]);
    expect(caps(["day", 5], ["month", 6], ["day", 6])).toEqual([
      ["units[0].paymentCaps", "two caps for one period; keep one"],
    ]);
    expect(caps(["month", 50], ["day", 60])).toEqual([
      [
        "units[0].paymentCaps",
        "the cap a day is above the one a month and would never be reached; lower it or leave it out",
      ],
    ]);
    expect(caps(["day", 60], ["month", 60], ["activity", 5])).toEqual([]);
  });

  it("when a schedule never comes, or nobody issues tokens, beside whatever else is wrong", () => {
    const problems = problemsAfter((draft) => {
      draft.jobs.pointsExpiryAt = "25:00";
      draft.auth.issuer = undefined;
      draft.auth.jwksUri = "keys";
      draft.aws = { region: "moon-1", account: "12" };
      draft.communities.push(draft.communities[0] as { id: string });
    });
    expect(problems.map(({ path, reason }) => [path, reason.en])).toEqual([
      ["auth.issuer", "is missing; add it"],
      ["auth.jwksUri", "no web address; write one such as https://id.example.org"],
      ["communities[6].id", expect.stringMatching(/stands twice; choose another$/)],
      ["jobs.pointsExpiryAt", "never comes; write a local time from 00:00 to 23:59, as HH:MM"],
      ["aws.region", "no AWS region; write one such as cn-north-1"],
      ["aws.account", "no AWS account; write its 12 digits"],
    ]);
  });

  it("in Chinese too, whatever is wrong", () => {
    const problems = [
      ...problemsAfter((draft) => {
        Object.assign(draft, {
          zone: "Mars",
          colour: 1,
          calendar: { holidays: ["2026-10-01"], workdays: ["2026-10-01"] },
        });
        draft.jobs.pointsExpiryAt = "25:00";
        draft.auth.issuer = undefined;
        draft.aws = { region: "moon-1", account: "12" };
        Object.assign(draft.units[0] as object, { paymentCaps: [9, 8].map((limit) => ({ period: "day", limit })) });
        draft.communities.push(draft.communities[0] as { id: string });
        Object.assign(draft.fund, { tiers: [{ upTo: 5, approvers: 1, roles: ["fund-treasurer"] }] });
      }),
      ...problemsAfter((draft) => {
        draft.units = draft.units.filter(({ code }) => code === "cny");
        Object.assign(draft.pools[0] as object, { code: "issuance" });
        Object.assign(draft.earnRules[0] as object, { unit: "cny" });
        Object.assign(draft.timebank, { current: "none@9", carePool: "none", seedPool: "none" });
        Object.assign(draft.parking, { current: 99, propertyPool: "none", fundPool: "none" });
      }, "demo"),
    ];
    expect(problems.length).toBeGreaterThan(20);
    const mute = problems.filter(({ reason: { en, zh } }) => en === zh || !/\p{Script=Han}/u.test(zh));
    expect(mute).toEqual([]);
  });

  it("when points for sharing a space come from no pool of their unit, or are minutes", () => {
    const withSharing = (sharing: object) =>
      problemsAfter((draft) => {
        Object.assign(draft.parking.policies[0] as object, {
          sharing: { perHour: 2, dayMax: 9, monthMax: 90, ...sharing },
        });
      }, "demo").map(({ path, reason }) => [path, reason.en]);
    const at = "parking.policies[0].sharing";
    expect(withSharing({ pool: "none", unit: "points" })).toEqual([
      [`${at}.pool`, "there is no pool none; add it to pools, or name another"],
    ]);
    expect(withSharing({ pool: "reward", unit: "cny" })).toMatchObject([
      [`${at}.pool`, expect.stringContaining("holds")],
    ]);
    expect(withSharing({ pool: "reward", unit: "minutes" }).map(([path]) => path)).toEqual([`${at}.unit`]);
  });

  it("when two communities, units or rules have one name", () => {
    const problems = problemsAfter((draft) => {
      draft.communities.push(draft.communities[0] as { id: string });
      Object.assign(draft.earnRules[0] as object, { code: draft.earnRules[1]?.code });
    });
    expect(problems.map(({ path }) => path)).toEqual(["communities[6].id", "earnRules[1].code"]);
    expect(problems[0]?.reason.en).toMatch(/stands twice; choose another$/);
  });

  it("when an account would carry more cap counters than fit on it", () => {
    const problems = problemsAfter((draft) => {
      const caps = ["day", "week", "month", "year"].map((period) => ({ period, limit: 10 }));
      draft.earnRules = draft.earnRules.map((rule) => ({ ...rule, caps }));
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      path: "units[0]",
      reason: { en: "35 caps on one account, at most 24; take some away" },
    });
  });

  it("when a rule's code is longer than the account item affords", () => {
    const problems = problemsAfter((draft) => {
      Object.assign(draft.earnRules[0] as object, { code: "mediation" });
    });
    expect(problems.map(({ path }) => path)).toEqual(["earnRules[0].code"]);
  });

  it.each([
    ["a comma too many", '{\n  "id": "a",\n}', "line 3, column 1"],
    ["a bare word", '{\n  "id": keqiao\n}', "line 2, column 9"],
    ["a text that ends too early", '{\n  "id": ', "line 2, column 9"],
    ["nothing at all", "", "line 1, column 1"],
  ])("with line and column when it is no JSON: %s", (_what, text, place) => {
    expect(problemsOf(text).map(({ path }) => path)).toEqual([place]);
  });

  it("when there is no such file, with the ids that there are", () => {
    expect(() => loadDistrict("keqiaoo")).toThrow(/known districts: demo, keqiao/);
    expect(() => loadDistrict("../../package")).toThrow(DistrictRefused);
  });

  it("when the file's name is not its id", () => {
    writeFileSync(join(folder, "yuecheng.json"), JSON.stringify(loadDistrict("keqiao")));
    expect(() => loadDistrict("yuecheng", folder)).toThrow('id = "keqiao": the file\'s name says yuecheng');
  });

  it("as one message with a line for each problem", () => {
    const text = JSON.stringify({ ...loadDistrict("keqiao"), zone: "Mars" });
    expect(() => parseDistrict(text, "keqiao.json")).toThrow(
      'keqiao.json is not a district:\n  zone = "Mars": not an IANA time zone; write one such as Asia/Shanghai',
    );
  });
});
