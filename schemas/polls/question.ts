/** What a poll asks and how it is counted: the declared method with its options, the list, and the rule for ties. */
import * as z from "zod";
import { line, Slug, Text, told } from "../primitives.ts";

/** Most options or projects of one poll. */
export const OPTIONS_MAX = 200;
/** Most seats of one poll. */
export const SEATS_MAX = 50;
/** Most points on one ballot or for one option. */
export const POLL_POINTS_MAX = 1_000;
/** Most money of a poll and of a project, in fen. */
export const POLL_MONEY_MAX = 2 ** 40;

/** Name of an option or project within its poll. */
export const OptionId = Slug;

/** An answer that can be chosen. */
export const PollOption = z.strictObject({ id: OptionId, name: Text, text: line(500).optional() });

/** A project that can be funded. */
export const Project = z.strictObject({
  id: OptionId,
  name: Text,
  text: line(500).optional(),
  cost: z.int().min(1).max(POLL_MONEY_MAX).describe("Fen."),
  categories: z.array(Slug).max(5).default([]),
});

const min = z.int().min(0).max(OPTIONS_MAX);
const max = z.int().min(1).max(OPTIONS_MAX);
const unranked = z.enum(["LAST", "NO_OPINION"]).describe("What leaving an option out says of it.");
const strength = z.enum(["WINNING_VOTES", "MARGINS"]);

/** Options of transferable-vote counts, in the vocabulary of RCTab. */
export const TransferOptions = z.strictObject({
  skippedRanksMax: z.int().min(0).max(OPTIONS_MAX).nullable().optional(),
  exhaustOnDuplicate: z.boolean().optional(),
  quota: z.enum(["DROOP", "HARE"]).optional(),
  decimals: z.int().min(0).max(20).optional(),
  fractionalThreshold: z.boolean().optional(),
  winnersPerRound: z.enum(["ONE", "SEVERAL"]).optional(),
  firstRoundThreshold: z.boolean().optional(),
  continueUntilTwo: z.boolean().optional(),
  batchElimination: z.boolean().optional(),
});

/** A method that chooses among options. */
export const ChoiceMethod = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("PLURALITY") }),
  z.strictObject({ method: z.literal("APPROVAL"), rules: z.strictObject({ min, max }).partial().optional() }),
  z.strictObject({
    method: z.literal("SCORE"),
    rules: z.strictObject({ max: z.int().min(1).max(POLL_POINTS_MAX) }),
  }),
  z.strictObject({
    method: z.literal("CUMULATIVE"),
    rules: z.strictObject({
      points: z.int().min(1).max(POLL_POINTS_MAX),
      maxEach: z.int().min(1).max(POLL_POINTS_MAX).optional(),
      spendAll: z.boolean().optional(),
    }),
  }),
  z.strictObject({
    method: z.literal("BORDA"),
    rules: z
      .strictObject({
        lastPlace: z.union([z.literal(0), z.literal(1)]),
        unranked: z.enum(["SHARE_THE_REST", "NOTHING"]),
      })
      .partial()
      .optional(),
  }),
  z.strictObject({ method: z.literal("COPELAND"), unranked }),
  z.strictObject({ method: z.literal("MINIMAX"), unranked, by: z.enum([...strength.options, "OPPOSITION"]) }),
  z.strictObject({ method: z.literal("SCHULZE"), unranked, by: strength }),
  z.strictObject({ method: z.literal("RANKED_PAIRS"), unranked, by: strength }),
  z.strictObject({ method: z.literal("IRV"), rules: TransferOptions.optional() }),
  z.strictObject({ method: z.literal("STV"), rules: TransferOptions.optional() }),
]);

/** A method of participatory budgeting. */
export const BudgetMethod = z.discriminatedUnion("method", [
  z.strictObject({
    method: z.literal("GREEDY"),
    skip: z.boolean().describe("A project that does not fit is passed over (true) or ends the count."),
    threshold: z.int().min(0).max(1_000_000_000).optional(),
  }),
  z.strictObject({
    method: z.literal("EQUAL_SHARES"),
    completion: z.enum(["NONE", "ADD1", "ADD1U", "UTILITARIAN"]),
    increment: z.int().min(1).max(POLL_MONEY_MAX).optional(),
    wholeStart: z.boolean().optional(),
    untilExhaustive: z.boolean().optional(),
    comparison: z.enum(["NONE", "PROJECTS", "COST"]).optional(),
  }),
  z.strictObject({ method: z.literal("PHRAGMEN"), skip: z.boolean() }),
]);

/** Declared before opening: who is preferred where the method itself leaves a tie. */
export const TieRule = z.strictObject({
  by: z
    .enum(["CANDIDATE_ORDER", "SEEDED", "ASK"])
    .describe("List order; lots by a seed that is drawn in public after closing; or an officer's recorded answer."),
  previousRounds: z.boolean().optional().describe("First, who stood better in the latest round that tells them apart."),
});

/** A legal threshold: at least (or, strict, more than) `num / den`. */
export const Share = z
  .strictObject({ num: z.int().min(0).max(1_000), den: z.int().min(1).max(1_000), strict: z.boolean() })
  .refine(({ num, den }) => num <= den, told("a share is at most the whole", "份额不得超过整体"));

/** 赞同/反对/弃权 and, for owners, 随多数. */
export const ANSWERS = ["YES", "NO", "ABSTAIN", "WITH_MAJORITY"] as const;

/** The answer of a yes/no ballot. */
export const Answer = z.enum(ANSWERS);

/** What a poll asks. */
export const Question = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("YES_NO") }),
  z.strictObject({
    kind: z.literal("CHOICE"),
    options: z.array(PollOption).min(2).max(OPTIONS_MAX),
    seats: z.int().min(1).max(SEATS_MAX).default(1),
    method: ChoiceMethod,
    ties: TieRule,
  }),
  z.strictObject({
    kind: z.literal("BUDGET"),
    projects: z.array(Project).min(1).max(OPTIONS_MAX),
    budget: z.int().min(1).max(POLL_MONEY_MAX).describe("Fen."),
    method: BudgetMethod,
    ties: TieRule,
    ballot: z.strictObject({ min, max }).partial().default({}).describe("How many projects a ballot may name."),
    prefer: z
      .array(z.enum(["MORE_SUPPORT", "LOWER_COST", "HIGHER_COST"]))
      .max(3)
      .optional(),
    exclusions: z
      .array(z.array(OptionId).min(2).max(OPTIONS_MAX))
      .max(50)
      .optional()
      .describe("Of each group at most one."),
    minimumVotes: z.int().min(0).max(1_000_000_000).optional(),
    categoryLimits: z.record(Slug, z.int().min(0).max(POLL_MONEY_MAX)).optional(),
  }),
]);
export type Question = z.infer<typeof Question>;

const points = z.strictObject({ option: OptionId, points: z.int().min(0).max(POLL_POINTS_MAX) });

/** What a ballot says; which form fits is for the poll's question and method. An empty list is a blank ballot. */
export const Choice = z
  .union([
    z.strictObject({ answer: Answer }),
    z.strictObject({ options: z.array(OptionId).max(OPTIONS_MAX) }),
    z.strictObject({ points: z.array(points).max(OPTIONS_MAX) }),
    z.strictObject({
      ranks: z
        .array(z.array(OptionId).max(OPTIONS_MAX))
        .max(OPTIONS_MAX)
        .describe("Most preferred rank first; options in one rank are equal."),
    }),
  ])
  .meta({ id: "Choice" });
export type Choice = z.infer<typeof Choice>;
