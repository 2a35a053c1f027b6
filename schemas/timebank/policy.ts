/**
 * Policy profiles: every rule of a district's time bank as data. A profile has a version and is never edited: a change
 * is a new version, and an order keeps the one it was made under.
 */
import * as z from "zod";
import { AMOUNT_MAX, line, Slug, Text } from "../primitives.ts";

/** What every rule's source says, so that nobody takes a press report for the law. */
export const SOURCE_WARNING = "check against the current official text 请核对现行官方文本";
/** Longest session that a policy may count, in minutes: a day. */
export const SESSION_MINUTES_MAX = 1_440;
/** Most profiles, versions included, in a district's file. */
export const PROFILES_MAX = 20;

const Minutes = z.int().min(1).max(AMOUNT_MAX);
const Age = z.int().min(0).max(120);

/** The rules of a profile, each of which names its source. */
export const PolicyRule = z.enum([
  "pricing",
  "rounding",
  "caps",
  "storage",
  "redemption",
  "gifts",
  "cashOut",
  "seed",
  "stars",
  "volunteers",
  "household",
  "groups",
  "signing",
  "confirmation",
  "publication",
  "settlement",
  "inactivity",
]);

/** Where a rule comes from. `assumption`: no published text was found, the value is ours. */
export const RuleSource = z.strictObject({
  kind: z.enum(["official", "press", "secondary", "assumption"]),
  text: line(300),
  url: z.url().max(300).optional(),
  warning: z.literal(SOURCE_WARNING),
});

/** What an hour or a service is worth: measured minutes times a percentage, or a fixed price for each service. */
export const Pricing = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("time"), percent: z.int().min(1).max(1_000) }),
  z.strictObject({ by: z.literal("service"), minutes: Minutes }),
]);
export type Pricing = z.infer<typeof Pricing>;

/** On which local days hours may be redeemed. */
export const RedemptionDays = z
  .discriminatedUnion("on", [
    z.strictObject({ on: z.literal("any-day") }),
    z.strictObject({ on: z.literal("monthly"), day: z.int().min(1).max(28) }),
    z.strictObject({
      on: z.literal("quarterly"),
      day: z.int().min(1).max(28).describe("Of the quarter's first month."),
    }),
  ])
  .meta({ id: "RedemptionDays" });
export type RedemptionDays = z.infer<typeof RedemptionDays>;

/** Whom a member may give hours to. `lineal`: parents, children, grandparents and grandchildren. */
export const GiftScope = z.enum(["none", "lineal", "household", "kin", "anyone"]);

/** One version of a district's rules. */
export const PolicyProfile = z
  .strictObject({
    code: Slug,
    version: z.int().min(1).max(10_000),
    name: Text,
    pricing: z.strictObject({
      usual: Pricing,
      categories: z.array(z.strictObject({ category: Slug, pricing: Pricing })).max(50),
    }),
    rounding: z.strictObject({
      stepMinutes: z.int().min(1).max(60).describe("60: whole hours, 15: quarters, 1: minutes."),
      mode: z.enum(["down", "half-up"]),
    }),
    caps: z.strictObject({
      sessionMinutes: z.int().min(1).max(SESSION_MINUTES_MAX),
      dayMinutes: Minutes.nullable(),
      weekMinutes: Minutes.nullable(),
      monthMinutes: Minutes.nullable(),
      yearMinutes: Minutes.nullable(),
      totalMinutes: Minutes.nullable().describe("In a lifetime."),
    }),
    storage: z.strictObject({
      capMinutes: Minutes.nullable(),
      above: z.enum(["donate", "honour"]).describe("Hours above go to the care pool, or count as honour only."),
    }),
    redemption: z.strictObject({
      ageSelf: Age,
      ageHardship: Age,
      spouse: z.boolean().describe("A spouse of that age may use the member's hours."),
      lifetimeMinutes: z.int().min(0).max(AMOUNT_MAX),
      days: RedemptionDays,
    }),
    gifts: z.strictObject({ scope: GiftScope }),
    cashOut: z.literal(false),
    seed: z.strictObject({
      perPersonMinutes: z.int().min(0).max(AMOUNT_MAX),
      careListOnly: z.boolean(),
    }),
    stars: z.array(Minutes).max(10).describe("Lifetime minutes of the first, second, ... star."),
    volunteers: z.strictObject({
      ageMin: Age,
      minors: z.enum(["never", "with-guardian", "in-groups", "with-guardian-or-in-groups"]),
    }),
    household: z.strictObject({ mayServeEachOther: z.boolean() }),
    groups: z.strictObject({ minutesGo: z.enum(["to-care-pool", "to-members"]) }),
    signing: z.strictObject({
      earlyMinutes: z.int().min(0).max(720).describe("How long before the window one may sign in."),
      codeMinutes: z.int().min(1).max(60),
      codeAttempts: z.int().min(1).max(10),
      recordDays: z.int().min(0).max(7).describe("How long a steward may record signing in and out afterwards."),
    }),
    confirmation: z.strictObject({ autoHours: z.int().min(1).max(720) }),
    publication: z.strictObject({ stewardChecks: z.boolean() }),
    settlement: z.enum(["at-confirmation", "calendar"]),
    inactivity: z
      .strictObject({ noticeMonths: z.int().min(1).max(60) })
      .nullable()
      .default(null)
      .describe("A member whose hours nothing has moved for so many months gets one notice."),
    sources: z.record(PolicyRule, RuleSource),
  })
  .superRefine((profile, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const { stepMinutes } = profile.rounding;
    const prices = [profile.pricing.usual, ...profile.pricing.categories.map(({ pricing }) => pricing)];
    for (const price of prices) {
      if (price.by === "service" && price.minutes % stepMinutes !== 0) {
        complain(["pricing"], `a price of ${price.minutes} is no multiple of ${stepMinutes} minutes`);
      }
    }
    const categories = profile.pricing.categories.map(({ category }) => category);
    if (new Set(categories).size !== categories.length) complain(["pricing", "categories"], "categories must differ");
    if (profile.stars.some((star, index) => star <= (profile.stars[index - 1] ?? 0))) {
      complain(["stars"], "each star needs more than the one before");
    }
  })
  .meta({ id: "PolicyProfile" });
export type PolicyProfile = z.infer<typeof PolicyProfile>;

/** Name of one version of a profile: `nanjing@1`. */
export const ProfileId = z.string().regex(/^[a-z][a-z0-9-]{0,31}@\d{1,5}$/);

/** The name of a profile. */
export const profileId = ({ code, version }: Pick<PolicyProfile, "code" | "version">): string => `${code}@${version}`;

/** The time bank of a district: its profiles, which of them holds for new orders, and the pools of minutes it uses. */
export const TimebankConfig = z.strictObject({
  /** Old versions stay in the file, so that people can read what their orders were made under. */
  profiles: z.array(PolicyProfile).min(1).max(PROFILES_MAX),
  current: ProfileId,
  /** Hard-budget pool of minutes that donated hours go to and that serves key elders first. */
  carePool: Slug,
  /** What everyone is told about the use of that pool. */
  careRules: Text.prefault({
    zh: "优先用于照护名单上的重点老人，无须回报；不兑换现金。",
    en: "Key elders on the care list are served first and owe nothing in return; never cash.",
  }),
  /** Hard-budget pool of minutes that seed grants come from. */
  seedPool: Slug,
  /** On which local days confirmed orders are settled, at `jobs.settlementAt`. */
  settlementDays: RedemptionDays.prefault({ on: "any-day" }),
});
export type TimebankConfig = z.infer<typeof TimebankConfig>;

/** What a district's file must have for its time bank; each complaint with its path. */
export const timebankComplaints = (
  timebank: TimebankConfig,
  units: readonly { readonly code: string; readonly step: number; readonly transferable: string }[],
  pools: readonly { readonly code: string; readonly unit: string; readonly budget: string }[],
): { readonly path: (string | number)[]; readonly message: string }[] => {
  const found: { path: (string | number)[]; message: string }[] = [];
  const names = timebank.profiles.map(profileId);
  if (new Set(names).size !== names.length) found.push({ path: ["profiles"], message: "a version is given twice" });
  if (!names.includes(timebank.current)) found.push({ path: ["current"], message: `one of ${names.join(", ")}` });
  const unit = units.find(({ code }) => code === "minutes");
  if (!unit) found.push({ path: [], message: "a time bank needs the unit minutes" });
  // A plain transfer would pass by the age, the scope of gifts and the days of redemption.
  else if (unit.transferable !== "none") found.push({ path: [], message: "minutes move by the time bank alone" });
  for (const [index, { rounding }] of timebank.profiles.entries()) {
    if (unit && rounding.stepMinutes % unit.step !== 0) {
      const path = ["profiles", index, "rounding", "stepMinutes"];
      found.push({ path, message: `a multiple of the unit's step ${unit.step}` });
    }
  }
  for (const role of ["carePool", "seedPool"] as const) {
    const pool = pools.find(({ code }) => code === timebank[role]);
    if (pool?.unit === "minutes" && pool.budget === "hard") continue;
    found.push({ path: [role], message: "needs a pool of minutes with a hard budget" });
  }
  if (timebank.carePool === timebank.seedPool)
    found.push({ path: ["seedPool"], message: "another pool than carePool" });
  return found;
};
