/**
 * What the policy says of a person and an act: one verdict a rule, with the numbers behind it. Commands refuse by the
 * verdicts that fail, and `policy:explain` shows all of them, so the two never part ways.
 */
import type { ErrorCode } from "../../../schemas/errors.ts";
import type { PolicyProfile, RedemptionDays, TimebankConfig } from "../../../schemas/timebank/policy.ts";
import { profileId } from "../../../schemas/timebank/policy.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { dayIso } from "../../shared/time.ts";

/** How a second person stands to the first. */
export interface Tie {
  readonly self: boolean;
  readonly household: boolean;
  readonly kinship?: string | undefined;
}

export interface Verdict {
  readonly rule: string;
  readonly pass: boolean;
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A person as far as a rule asks. */
export interface Person {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string | undefined;
  readonly careListed: boolean;
  /** Lifetime minutes served. */
  readonly honour: number;
}

/** The profile that holds for new orders. */
export const currentProfile = (config: TimebankConfig): PolicyProfile => {
  const found = config.profiles.find((profile) => profileId(profile) === config.current);
  if (!found) throw new Error("the district's file passed its check without its current profile");
  return found;
};

/** Refusals of the verdicts that fail. */
export const failing = (verdicts: readonly Verdict[]): Refusal[] =>
  verdicts.filter(({ pass }) => !pass).map(({ code, params }) => refuse(code, params));

/** Full years of age on the local day `YYYYMMDD`; who was born on 29 February ages on 1 March in other years. */
export const ageOn = (birthDate: string, day: string): number => {
  const born = birthDate.replaceAll("-", "");
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(4) < born.slice(4) ? years - 1 : years;
};

const LINEAL = ["parent", "child", "grandparent", "grandchild"];

/** How two people stand to each other, in a word. */
export const tieText = ({ self, household, kinship }: Tie): string =>
  self ? "self" : (kinship ?? (household ? "household" : "none"));

/** Whether gifts of this scope reach a person. */
export const reaches = (scope: PolicyProfile["gifts"]["scope"], tie: Tie): boolean => {
  switch (scope) {
    case "none":
      return false;
    case "lineal":
      return LINEAL.some((kinship) => kinship === tie.kinship);
    case "household":
      return tie.household;
    case "kin":
      return tie.household || tie.kinship !== undefined;
    case "anyone":
      return true;
  }
};

const ageVerdict = (rule: string, person: Person, day: string, limit: number, code: ErrorCode): Verdict => {
  if (limit === 0) return { rule, pass: true, code, params: { limit } };
  if (person.birthDate === undefined) {
    return { rule, pass: false, code: "timebank/age-unknown", params: { person: person.id, limit } };
  }
  const age = ageOn(person.birthDate, day);
  return { rule, pass: age >= limit, code, params: { age, limit } };
};

/** The first redemption day on or after the local day `YYYYMMDD`. */
export const nextRedemptionDay = (days: RedemptionDays, day: string): string => {
  if (days.on === "any-day") return day;
  let year = Number(day.slice(0, 4));
  let month = Number(day.slice(4, 6));
  if (Number(day.slice(6)) > days.day) month += 1;
  // A quarter begins in months 1, 4, 7 and 10, and in 13, the next 1; a month further on is past its day.
  if (days.on === "quarterly") month = Math.floor((month + 1) / 3) * 3 + 1;
  if (month > 12) {
    month -= 12;
    year += 1;
  }
  return `${year}${String(month).padStart(2, "0")}${String(days.day).padStart(2, "0")}`;
};

const dayVerdict = (days: RedemptionDays, today: string): Verdict => {
  const next = nextRedemptionDay(days, today);
  const params = { today: dayIso(today), next: dayIso(next) };
  return { rule: "redemption-day", pass: next === today, code: "timebank/redemption-closed", params };
};

/**
 * May `requester` use their hours on a service for `recipient` on the local day? The one who is served must be of the
 * age; who is on the care list need not have served.
 */
export const redeemVerdicts = (
  profile: PolicyProfile,
  facts: { readonly requester: Person; readonly recipient: Person; readonly tie: Tie; readonly day: string },
): Verdict[] => {
  const { requester, recipient, tie, day } = facts;
  const { redemption, gifts } = profile;
  const limit = recipient.careListed ? redemption.ageHardship : redemption.ageSelf;
  const spouse = redemption.spouse && tie.kinship === "spouse";
  const lifetime = { minutes: requester.honour, limit: redemption.lifetimeMinutes };
  return [
    {
      rule: "redemption-for",
      pass: tie.self || spouse || reaches(gifts.scope, tie),
      code: "timebank/gift-scope",
      params: {
        scope: redemption.spouse ? `self, spouse, ${gifts.scope}` : `self, ${gifts.scope}`,
        relation: tieText(tie),
      },
    },
    ageVerdict("redemption-age", recipient, day, limit, "timebank/too-young"),
    {
      rule: "redemption-lifetime",
      pass: requester.careListed || lifetime.minutes >= lifetime.limit,
      code: "timebank/lifetime-too-low",
      params: lifetime,
    },
    dayVerdict(redemption.days, day),
  ];
};

/** May the care pool pay for this person? Key elders and hardship first: those whom a steward has listed. */
export const careVerdicts = (recipient: Person): Verdict[] => [
  {
    rule: "care-list",
    pass: recipient.careListed,
    code: "timebank/no-care-need",
    params: { person: recipient.id },
  },
];

/** May hours be given to a person who stands so to the giver? */
export const giveVerdicts = (profile: PolicyProfile, tie: Tie): Verdict[] => [
  {
    rule: "gift-scope",
    pass: !tie.self && reaches(profile.gifts.scope, tie),
    code: "timebank/gift-scope",
    params: { scope: profile.gifts.scope, relation: tieText(tie) },
  },
];

/** May a volunteer serve, alone or brought by their guardian, somebody who stands so to them? */
export const serveVerdicts = (
  profile: PolicyProfile,
  facts: {
    readonly volunteer: Person;
    readonly recipient: string;
    readonly tie: Tie;
    readonly day: string;
    readonly withGuardian: boolean;
  },
): Verdict[] => {
  const { volunteer, recipient, tie, day, withGuardian } = facts;
  const { ageMin, minors } = profile.volunteers;
  const age = ageVerdict("volunteer-age", volunteer, day, ageMin, "timebank/volunteer-age");
  const guarded = withGuardian && (minors === "with-guardian" || minors === "with-guardian-or-in-groups");
  const known = volunteer.birthDate !== undefined;
  const home = tie.household && !profile.household.mayServeEachOther;
  return [
    { ...age, pass: age.pass || (known && guarded) },
    {
      rule: "self-service",
      pass: !tie.self && !home,
      code: "timebank/self-service",
      params: { volunteer: volunteer.id, person: recipient, relation: tieText(tie) },
    },
  ];
};
