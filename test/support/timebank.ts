/** A time bank for tests: a profile of whole quarters with every rule on, and the district that has it. */
import type { District } from "../../schemas/district.ts";
import { PolicyProfile, PolicyRule, SOURCE_WARNING } from "../../schemas/timebank/policy.ts";
import { testDistrict } from "./district.ts";

const source = { kind: "assumption", text: "made for tests", warning: SOURCE_WARNING };
const sources = Object.fromEntries(PolicyRule.options.map((rule) => [rule, source]));

/** A profile of the tests, with some rules replaced. */
export const testProfile = (changes: Readonly<Record<string, unknown>> = {}): PolicyProfile =>
  PolicyProfile.parse({
    code: "test",
    version: 1,
    name: { zh: "测试规则", en: "Test rules" },
    pricing: { usual: { by: "time", percent: 100 }, categories: [] },
    rounding: { stepMinutes: 15, mode: "down" },
    caps: {
      sessionMinutes: 240,
      dayMinutes: 360,
      weekMinutes: null,
      monthMinutes: null,
      yearMinutes: null,
      totalMinutes: null,
    },
    storage: { capMinutes: null, above: "donate" },
    redemption: { ageSelf: 60, ageHardship: 50, spouse: true, lifetimeMinutes: 0, days: { on: "any-day" } },
    gifts: { scope: "lineal" },
    cashOut: false,
    seed: { perPersonMinutes: 600, careListOnly: true },
    stars: [120, 600],
    volunteers: { ageMin: 18, minors: "with-guardian" },
    household: { mayServeEachOther: false },
    groups: { minutesGo: "to-care-pool" },
    signing: { earlyMinutes: 30, codeMinutes: 10, codeAttempts: 3, recordDays: 3 },
    confirmation: { autoHours: 48 },
    publication: { stewardChecks: false },
    settlement: "at-confirmation",
    sources,
    ...changes,
  });

/** The test district with a time bank whose newest profile is the last one given. */
export const timebankDistrict = (...profiles: readonly PolicyProfile[]): District => {
  const { units, pools, ...rest } = testDistrict();
  const given = profiles.length > 0 ? profiles : [testProfile()];
  const last = given.at(-1) as PolicyProfile;
  const name = { zh: "池", en: "pool" };
  return testDistrict({
    ...rest,
    units: units.map((unit) => (unit.code === "minutes" ? { ...unit, floor: 0, transferable: "none" } : unit)),
    pools: [
      ...pools,
      { code: "care", name, unit: "minutes", budget: "hard", shards: 2 },
      { code: "seed", name, unit: "minutes", budget: "hard", shards: 2 },
    ],
    timebank: { profiles: given, current: `${last.code}@${last.version}`, carePool: "care", seedPool: "seed" },
  } as Parameters<typeof testDistrict>[0]);
};
