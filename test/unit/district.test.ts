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

interface Draft {
  [key: string]: unknown;
  id: string;
  zone: string;
  units: { code: string; paymentCaps: unknown[]; scale: number }[];
  pools: { code: string; unit: string }[];
  earnRules: { code: string; pool: string; unit: string; caps: unknown[] }[];
  communities: { id: string }[];
}

/** Problems of the keqiao file after `change`. */
const problemsAfter = (change: (draft: Draft) => void): readonly DistrictProblem[] => {
  const draft = structuredClone(loadDistrict("keqiao")) as unknown as Draft;
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
    for (const own of ["communities", "auth", "units", "earnRules", "jobs", "origins"] as const) {
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
      { path: "units[0].celing", value: "5", reason: "unknown key; correct or remove it" },
      { path: "colour", value: '"red"', reason: "unknown key; correct or remove it" },
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
    expect(problems[0]?.reason).toBe("not an IANA time zone");
  });

  it("when a rule names a pool that is not there, or one of another unit", () => {
    const problems = problemsAfter((draft) => {
      Object.assign(draft.earnRules[1] as object, { pool: "rewards" });
      Object.assign(draft.earnRules[2] as object, { unit: "minutes" });
    });
    expect(problems).toEqual([
      { path: "earnRules[1].pool", value: '"rewards"', reason: "there is no pool rewards" },
      { path: "earnRules[2].unit", value: '"minutes"', reason: "pool reward-elder holds points" },
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

  it("when two communities, units or rules have one name", () => {
    const problems = problemsAfter((draft) => {
      draft.communities.push(draft.communities[0] as { id: string });
      Object.assign(draft.earnRules[0] as object, { code: draft.earnRules[1]?.code });
    });
    expect(problems.map(({ path }) => path)).toEqual(["communities", "earnRules"]);
  });

  it("when an account would carry more cap counters than fit on it", () => {
    const problems = problemsAfter((draft) => {
      const caps = ["day", "week", "month", "year"].map((period) => ({ period, limit: 10 }));
      draft.earnRules = draft.earnRules.map((rule) => ({ ...rule, caps }));
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path: "units[0]", reason: "35 caps on one account, at most 24" });
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
      'keqiao.json is not a district:\n  zone = "Mars": not an IANA time zone',
    );
  });
});
