/** Shared parking for tests: the default rules, and the district that has them. */
import type { District } from "../../schemas/district.ts";
import { ParkingPolicy } from "../../schemas/parking/policy.ts";
import { testDistrict } from "./district.ts";
import { timebankDistrict } from "./timebank.ts";

/** The default rules at 10 points an hour (5 each started half), at most 60 a day, with some replaced. */
export const testRules = (changes: Readonly<Record<string, unknown>> = {}): ParkingPolicy =>
  ParkingPolicy.parse({
    version: 1,
    name: { zh: "停车规则", en: "Parking rules" },
    gridMinutes: 15,
    minMinutes: 30,
    maxMinutes: 10_080,
    aheadDays: 60,
    holdMinutes: 5,
    ownerAnswerMinutes: 120,
    earlyMinutes: 10,
    graceMinutes: 15,
    bufferMinutes: 15,
    quota: 10,
    refund: {
      coolingMinutes: 10,
      steps: [
        { hoursBefore: 24, percent: 100 },
        { hoursBefore: 2, percent: 50 },
        { hoursBefore: 0, percent: 0 },
      ],
    },
    noShowMinutes: 30,
    overstay: { freeMinutes: 15, percent: 200 },
    standing: { overstays: 3, days: 180, longMinutes: 1_440, excludedDays: 90 },
    price: { unit: "points", steps: [{ untilMinutes: null, everyMinutes: 30, amount: 5 }], dayCap: 60 },
    split: { owner: 9_000, property: 500, fund: 500 },
    ...changes,
  });

const name = { zh: "池", en: "pool" };

/** A district with these rules, the last of them in force, and with all that another one has. */
export const parkingDistrict = (
  rules: readonly ParkingPolicy[] = [testRules()],
  base: District = timebankDistrict(),
): District => {
  const current = rules.at(-1)?.version ?? 1;
  return testDistrict({
    ...base,
    pools: [
      ...base.pools,
      { code: "property", name, unit: "points", budget: "hard", shards: 4 },
      { code: "fund", name, unit: "points", budget: "hard", shards: 4 },
    ],
    parking: { policies: rules, current, propertyPool: "property", fundPool: "fund" },
  } as Parameters<typeof testDistrict>[0]);
};
