/**
 * The district's configuration: one validated file per district; every rule that differs between districts is data
 * here, never code.
 */
import * as z from "zod";
import { FundConfig } from "./fund/config.ts";
import { ParkingConfig, parkingComplaints } from "./parking/policy.ts";
import { PollsConfig } from "./polls/config.ts";
import {
  AMOUNT_MAX,
  BALANCE_MAX,
  HOLD_SECONDS_MAX,
  LocalDate,
  line,
  Slug,
  Text,
  told,
  UnitCode,
  Zone,
} from "./primitives.ts";
import { TimebankConfig, timebankComplaints } from "./timebank/policy.ts";

/** Counters of caps live on the account item, which must stay within one kilobyte: so rule codes are short and few. */
export const RULE_CODE_MAX = 8;
/** Most cap counters that one account of a unit can carry. */
export const COUNTERS_MAX = 24;

/**
 * A limit on what one account does in a period of the district's calendar, in minor units. `activity` bounds a single
 * movement.
 */
export const Cap = z.strictObject({
  period: z.enum(["activity", "day", "week", "month", "year"]),
  limit: z.int().min(1).max(AMOUNT_MAX),
});
export type Cap = z.infer<typeof Cap>;

const unique = (values: readonly string[]) => new Set(values).size === values.length;

/** Complains of each name that stands before in a list. */
const distinct =
  <Key extends string>(key: Key) =>
  (entries: readonly Readonly<Record<Key, string>>[], context: z.RefinementCtx): void => {
    const names = entries.map((entry) => entry[key]);
    for (const [index, name] of names.entries()) {
      if (names.indexOf(name) < index)
        context.addIssue({ code: "custom", path: [index, key], message: `${name} stands twice` });
    }
  };

const PERIODS = Cap.shape.period.options;

/** One cap a period, and none above that of a longer period, which could never be reached. */
const Caps = z
  .array(Cap)
  .max(5)
  .refine((caps) => unique(caps.map((cap) => cap.period)), "one cap a period")
  .superRefine((caps, context) => {
    const rising = caps.toSorted((one, other) => PERIODS.indexOf(one.period) - PERIODS.indexOf(other.period));
    for (const [index, { period, limit }] of rising.entries()) {
      const longer = rising[index + 1];
      if (longer && longer.limit < limit)
        context.addIssue({ code: "custom", message: `the cap a ${period} is above the one a ${longer.period}` });
    }
  });

const RuleCode = z
  .string()
  .max(RULE_CODE_MAX)
  .regex(
    /^[a-z][a-z0-9]*$/,
    told("only lower-case letters and digits, a letter first", "只能用小写字母和数字，以字母开头"),
  );

/** A unit of account and its rules. */
export const UnitPolicy = z.strictObject({
  code: UnitCode,
  name: Text,
  /** Decimal places shown; amounts are always integers in the minor unit. */
  scale: z.int().min(0).max(4),
  /** Amounts are multiples of this many minor units (60 counts only whole hours). */
  step: z.int().min(1).max(10_000),
  /** Who a member may give to. */
  transferable: z.enum(["none", "household", "kin", "community", "district"]),
  /** Lowest balance of a member's account, zero or an overdraft below it. */
  floor: z.int().min(-AMOUNT_MAX).max(0),
  /** Highest balance of a member's account. */
  ceiling: z.int().min(1).max(BALANCE_MAX),
  /** Credits expire at the end of the month that lies this many months on; null keeps them for ever. */
  expiryMonths: z.int().min(1).max(13).nullable(),
  /** Limits on what a member pays out. */
  paymentCaps: Caps,
  /** Least seconds between two payments of a member; 0 for none. */
  paymentIntervalSeconds: z.int().min(0).max(86_400),
});
export type UnitPolicy = z.infer<typeof UnitPolicy>;

/** How work earns points: so many units per unit of work, capped, paid from a pool after approval. */
export const EarnRule = z.strictObject({
  code: RuleCode,
  name: Text,
  category: Slug,
  unit: UnitCode,
  /** Minor units earned per quantity of one (hour, time, kilogram ...). */
  rate: z.int().min(1).max(100_000),
  per: line(20),
  /** Most quantity in one claim. */
  quantityMax: z.int().min(1).max(1_000),
  caps: Caps,
  pool: Slug,
});
export type EarnRule = z.infer<typeof EarnRule>;

/** A pool that pays rewards: `open` draws on issuance without limit, `hard` only what has been funded. */
export const RewardPool = z.strictObject({
  code: Slug,
  name: Text,
  unit: UnitCode,
  budget: z.enum(["open", "hard"]),
  /** A hard budget is split into this many items so that rewards do not queue at one. */
  shards: z.int().min(1).max(16).default(8),
});
export type RewardPool = z.infer<typeof RewardPool>;

/** Pools that every community has in every unit, besides the reward pools of the file. */
export const SYSTEM_POOLS = ["issuance", "redemption", "expiry", "donation", "clearing", "receivable"] as const;

/**
 * Days that differ from the usual week of Monday to Friday: holidays on weekdays, and weekends that are worked for
 * them. Terms in working days count by it.
 */
export const WorkCalendar = z
  .strictObject({
    holidays: z.array(LocalDate).max(500).default([]),
    workdays: z.array(LocalDate).max(500).default([]),
  })
  .refine(({ holidays, workdays }) => !holidays.some((day) => workdays.includes(day)), "a day is one or the other");
export type WorkCalendar = z.infer<typeof WorkCalendar>;

/** Where and how a district runs on AWS; nothing of it changes a rule or an answer. */
export const Aws = z.strictObject({
  /** Region of the stack; without one the template fits any region, and the deploying shell decides. */
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
    .optional(),
  /** Account of the stack; without one it is the deploying shell's. */
  account: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  /** CloudFront with a web application firewall before the API. */
  edge: z.boolean().default(false),
  /** A key of the district's own encrypts the table, instead of one that DynamoDB owns. */
  customerKey: z.boolean().default(false),
  /** X-Ray traces of every function. */
  tracing: z.boolean().default(false),
});
export type Aws = z.infer<typeof Aws>;

/** Local time HH:MM in the district's zone. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** One district. Unknown keys are refused; cross references are checked with the path of the offender. */
export const District = z
  .strictObject({
    $schema: z.string().optional(),
    id: Slug,
    name: Text,
    zone: Zone,
    locales: z
      .array(z.enum(["zh-CN", "en"]))
      .min(1)
      .max(2),
    /** Origins that browsers may call from. */
    origins: z.array(z.url().max(200)).max(20),
    auth: z.strictObject({
      issuer: z.url().max(200),
      audience: z.string().min(1).max(100),
      jwksUri: z.url().max(300).optional(),
    }),
    communities: z
      .array(z.strictObject({ id: Slug, name: Text, address: line(200).optional() }))
      .min(1)
      .max(200)
      .superRefine(distinct("id")),
    units: z.array(UnitPolicy).min(1).max(3).superRefine(distinct("code")),
    pools: z.array(RewardPool).max(10).superRefine(distinct("code")),
    earnRules: z.array(EarnRule).max(16).superRefine(distinct("code")),
    redemption: z.strictObject({
      cancelWindowMinutes: z
        .int()
        .min(0)
        .max(60 * 24 * 60),
    }),
    holds: z.strictObject({ secondsMax: z.int().min(1).max(HOLD_SECONDS_MAX) }),
    limits: z.strictObject({
      /** Requests a second that one busy caller makes; the gateway throttles each route at a multiple of it. */
      ratePerSecond: z.int().min(1).max(1_000),
      householdMembers: z.int().min(1).max(20),
      rollRows: z.int().min(1).max(20_000),
    }),
    jobs: z.strictObject({
      /** Local times (HH:MM in the district's zone) of the daily jobs. */
      pointsExpiryAt: TimeOfDay,
      /** The day's checkpoints of balances; the month's are made on its first day. */
      balanceCheckpointAt: TimeOfDay.default("03:30"),
      /** When the day before is sealed into the ledger's hash chains and its root is published. */
      ledgerSealAt: TimeOfDay.default("04:30"),
      poolFoldMinutes: z.int().min(5).max(1_440),
      holdExpiryMinutes: z.int().min(1).max(60),
      /** How long an erasure that a crash cut short may wait to be finished. */
      finishErasuresMinutes: z.int().min(5).max(1_440).default(60),
      /** Orders of the time bank that have run out or wait for no answer any more. */
      ordersDueMinutes: z.int().min(1).max(60).default(5),
      /** Calls of the fund that open or close, and notices that end. */
      fundCallsMinutes: z.int().min(1).max(60).default(5),
      /** Reminders of grantees' reports, and restricted money that has expired. */
      fundDailyAt: TimeOfDay.default("04:00"),
      /** Holds of parking that have run out, people who did not come, stays past their end. */
      bookingsDueMinutes: z.int().min(1).max(60).default(1),
      /** When the days ahead of parking spaces are written for searches. */
      parkingDaysAt: TimeOfDay.default("00:20"),
      /** Offers of what has become free to those who wait for it. */
      parkingWaitlistMinutes: z.int().min(1).max(60).default(1),
      /** Settlement of the time bank: looks every day, settles what was confirmed before the last settlement day. */
      settlementAt: TimeOfDay.default("02:00"),
      /** What the time bank publishes of its solvency and its care pool, up to the beginning of the day. */
      solvencyAt: TimeOfDay.default("05:30"),
      /** Polls whose roll, opening, close or count is due. */
      pollsDueMinutes: z.int().min(1).max(60).default(5),
    }),
    calendar: WorkCalendar.prefault({}),
    aws: Aws.prefault({}),
    polls: PollsConfig.prefault({}),
    timebank: TimebankConfig.optional(),
    parking: ParkingConfig.optional(),
    fund: FundConfig.optional(),
  })
  .superRefine((district, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const units = district.units.map((unit) => unit.code);
    for (const [index, pool] of district.pools.entries()) {
      if (!units.includes(pool.unit)) complain(["pools", index, "unit"], `the district has no unit ${pool.unit}`);
      if ((SYSTEM_POOLS as readonly string[]).includes(pool.code))
        complain(["pools", index, "code"], "the name of a system pool");
    }
    for (const [index, rule] of district.earnRules.entries()) {
      const pool = district.pools.find((candidate) => candidate.code === rule.pool);
      if (!pool) complain(["earnRules", index, "pool"], `there is no pool ${rule.pool}`);
      else if (pool.unit !== rule.unit) complain(["earnRules", index, "unit"], `pool ${rule.pool} holds ${pool.unit}`);
    }
    const { timebank } = district;
    for (const { path, message } of timebank ? timebankComplaints(timebank, district.units, district.pools) : []) {
      complain(["timebank", ...path], message);
    }
    const { parking } = district;
    for (const { path, message } of parking ? parkingComplaints(parking, district.units, district.pools) : []) {
      complain(["parking", ...path], message);
    }
    for (const [index, unit] of district.units.entries()) {
      const counters =
        unit.paymentCaps.length +
        district.earnRules.filter((rule) => rule.unit === unit.code).reduce((sum, rule) => sum + rule.caps.length, 0);
      if (counters > COUNTERS_MAX)
        complain(["units", index], `${counters} caps on one account, at most ${COUNTERS_MAX}`);
    }
  });
export type District = z.infer<typeof District>;

/** The unit's policy, or undefined where the district does not use the unit. */
export const unitPolicy = (district: District, code: string): UnitPolicy | undefined =>
  district.units.find((unit) => unit.code === code);
