/** The shipped policy presets: each fits the schema, names its sources, and has the numbers that were reported. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { District } from "../../../schemas/district.ts";
import { PolicyProfile, PolicyRule, SOURCE_WARNING } from "../../../schemas/timebank/policy.ts";
import { testProfile, timebankDistrict } from "../../support/timebank.ts";

const FOLDER = new URL("../../../infra/districts/presets/timebank/", import.meta.url);
const names = readdirSync(FOLDER).sort();
const rawOf = (name: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
const preset = (name: string): PolicyProfile => PolicyProfile.parse(rawOf(`${name}.json`));
const HOUR = 60;

describe("each preset", () => {
  it.each(names)("%s fits the schema, and a district can use it", (name) => {
    const profile = PolicyProfile.parse(rawOf(name));
    expect(`${profile.code}.json`).toBe(name);
    expect(timebankDistrict(profile).timebank?.current).toBe(`${profile.code}@1`);
  });

  it.each(names)("%s names a source and the warning for every rule", (name) => {
    const { sources } = PolicyProfile.parse(rawOf(name));
    expect(Object.keys(sources).sort()).toEqual([...PolicyRule.options].sort());
    for (const source of Object.values(sources)) expect(source.warning).toBe(SOURCE_WARNING);
  });

  it.each(names)("%s is refused without one of its sources, and with cash", (name) => {
    const raw = rawOf(name);
    const { gifts: _gifts, ...rest } = raw.sources as Record<string, unknown>;
    expect(PolicyProfile.safeParse({ ...raw, sources: rest }).success).toBe(false);
    expect(PolicyProfile.safeParse({ ...raw, cashOut: true }).success).toBe(false);
  });
});

describe("the reported numbers", () => {
  it("Beijing: one hour one coin, redeemed from 60, gifts to lineal relatives", () => {
    expect(preset("beijing")).toMatchObject({
      pricing: { usual: { by: "time", percent: 100 } },
      redemption: { ageSelf: 60, spouse: true },
      gifts: { scope: "lineal" },
    });
  });

  it("Nanjing: 1,500 hours stored, groups donate, five stars up to 1,500 hours, from 60", () => {
    const nanjing = preset("nanjing");
    expect(nanjing.storage).toEqual({ capMinutes: 1_500 * HOUR, above: "donate" });
    expect(nanjing.groups.minutesGo).toBe("to-care-pool");
    expect(nanjing.redemption.ageSelf).toBe(60);
    expect([nanjing.stars.length, nanjing.stars[0], nanjing.stars.at(-1)]).toEqual([5, 100 * HOUR, 1_500 * HOUR]);
  });

  it("Shanghai: from 65, hardship 60; Changning: 2 coins a day and 600 in total", () => {
    expect(preset("shanghai").redemption).toMatchObject({ ageSelf: 65, ageHardship: 60 });
    expect(preset("shanghai-changning").caps).toMatchObject({ dayMinutes: 2 * HOUR, totalMinutes: 600 * HOUR });
  });

  it("Guangzhou: whole hours, from 100 hours served", () => {
    const guangzhou = preset("guangzhou");
    expect(guangzhou.rounding).toEqual({ stepMinutes: 60, mode: "down" });
    expect(guangzhou.redemption.lifetimeMinutes).toBe(100 * HOUR);
  });

  it("Hangzhou Xihu: a point a service, five to begin with", () => {
    const xihu = preset("hangzhou-xihu");
    expect(xihu.pricing.usual).toEqual({ by: "service", minutes: HOUR });
    expect(xihu.seed).toEqual({ perPersonMinutes: 5 * HOUR, careListOnly: false });
  });
});

describe("a district's time bank", () => {
  const file = (change: object) => {
    const { timebank, ...rest } = timebankDistrict(testProfile());
    return District.safeParse({ ...rest, timebank: { ...timebank, ...change } });
  };
  const pathOf = (change: object) => file(change).error?.issues.map(({ path }) => path.join("."));

  it.each([
    ["a current profile that is not in the file", { current: "other@1" }, "timebank.current"],
    ["a version given twice", { profiles: [testProfile(), testProfile()] }, "timebank.profiles"],
    ["a care pool that is not of minutes", { carePool: "elder" }, "timebank.carePool"],
    ["one pool for both", { seedPool: "care" }, "timebank.seedPool"],
    [
      "a step that the unit does not divide",
      { profiles: [testProfile({ rounding: { stepMinutes: 10, mode: "down" } })] },
      "timebank.profiles.0.rounding.stepMinutes",
    ],
  ])("is refused for %s, with its path", (_, change, path) => {
    expect(pathOf(change)).toEqual([path]);
  });

  it("keeps old versions beside the one that holds for new orders", () => {
    const second = testProfile({ version: 2, gifts: { scope: "none" } });
    expect(file({ profiles: [testProfile(), second], current: "test@2" }).success).toBe(true);
  });
});
