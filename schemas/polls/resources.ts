/** Polls as the API shows them: rules, life, roll, ballots, turnout, result, objections. */
import * as z from "zod";
import { Instant, LocalDate, line, Slug, Text, told, Uuid } from "../primitives.ts";
import { UnitUse } from "../residents/resources.ts";
import { Choice, OptionId, POLL_MONEY_MAX, Question, Share } from "./question.ts";

/** Most representatives of residents' groups in one poll. */
export const REPRESENTATIVES_MAX = 500;
/** Most things that a decision can name as what it is about. */
export const SUBJECT_REFS_MAX = 50;
/** Shards of a roll: the last hexadecimal digit of an entry's id. */
export const ROLL_SHARDS = 16;
/** Cells below this are not shown by building. */
export const SUPPRESS_BELOW = 10;

/** Class of a poll: who decides, and by what law. */
export const PollClass = z.enum([
  "OWNERS_ORDINARY",
  "OWNERS_SPECIAL",
  "RESIDENTS_ASSEMBLY",
  "SERVICE_CHOICE",
  "COMMUNITY_FUND_BUDGET",
  "OPINION",
]);
export type PollClass = z.infer<typeof PollClass>;

/** How ballots are kept: by name; under a secret of the voter's; or for a token that was signed blindly. */
export const BallotMode = z.enum(["named", "envelope", "token"]);
export type BallotMode = z.infer<typeof BallotMode>;

/** Whether all ballots are opened after closing, or only proved to be among those counted. */
export const Audit = z.enum(["PUBLIC", "SEALED"]);

/** Where a ballot came from. */
export const Channel = z.enum(["web", "phone", "paper", "staff", "proxy"]);
export type Channel = z.infer<typeof Channel>;

/** Who makes up the roll. */
export const Electorate = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("OWNERS"),
    developer: Uuid.optional().describe("Organisation that votes for the units not sold."),
    uses: z
      .array(UnitUse)
      .min(1)
      .max(UnitUse.options.length)
      .default(["residential", "commercial"])
      .describe("Units on the roll; parking spaces only where the place's rules count them."),
  }),
  z.strictObject({ kind: z.literal("RESIDENTS") }),
  z.strictObject({ kind: z.literal("HOUSEHOLDS") }),
  z.strictObject({
    kind: z.literal("REPRESENTATIVES"),
    representatives: z.array(Uuid).min(1).max(REPRESENTATIVES_MAX).describe("Of the residents' groups."),
  }),
]);
export type Electorate = z.infer<typeof Electorate>;

/** What a decision is about, for those who require one: a purpose, and the things it covers. */
export const Subject = z.strictObject({
  purpose: Slug.describe("Such as `common-parts-parking`, `service-listing`, `fund-rule`."),
  refs: z
    .array(
      z
        .string()
        .min(1)
        .max(80)
        .regex(/^[^\s\p{Cc}\p{Cs}]+$/u, told("no spaces or control characters", "不得含空格或控制字符")),
    )
    .max(SUBJECT_REFS_MAX)
    .default([])
    .describe("Ids of what it covers; none means everything of the community."),
});

/** What an officer sets, and notice freezes. */
export const pollTerms = {
  class: PollClass,
  title: Text,
  text: line(2_000).describe("The whole text of the matter."),
  matter: z.int().min(1).max(9).optional().describe("Owners: item of article 278; 6 to 8 are special."),
  subject: Subject.optional(),
  electorate: Electorate,
  mode: BallotMode,
  audit: Audit.default("SEALED"),
  question: Question,
  quorum: Share.nullable().default(null).describe("Share of the roll that has to take part, beside the law's own."),
  channels: z
    .array(Channel)
    .min(1)
    .max(Channel.options.length)
    .default(["web"])
    .refine(
      (channels) => new Set(channels).size === channels.length,
      told("each channel once", "每个渠道只能出现一次"),
    ),
  changeable: z.boolean().default(true).describe("A ballot may be replaced until close."),
  proxyPersonsMax: z.int().min(0).max(20).default(1).describe("People for whom one proxy may vote."),
  extraordinary: z.boolean().default(false).describe("Notice of 7 days instead of 15."),
  correctUntil: Instant.describe("End of the time in which the roll is put right; before opening."),
  openAt: Instant,
  closeAt: Instant,
  extension: z
    .strictObject({
      days: z.int().min(1).max(30),
      times: z.int().min(1).max(5),
      below: Share.describe("The poll goes on while less than this share of the roll has voted."),
    })
    .nullable()
    .default(null),
};

/** Members of the terms as they are frozen, hashed and published. */
export const PollRules = z
  .strictObject({
    ...pollTerms,
    community: Slug,
    poll: Uuid,
    silentWithMajority: z.strictObject({ basis: line(300) }).nullable(),
  })
  .meta({ id: "PollRules" });
export type PollRules = z.infer<typeof PollRules>;

/** States of a poll, see docs/polls.md. */
export const PollState = z.enum([
  "draft",
  "noticed",
  "sealed",
  "open",
  "closed",
  "counted",
  "published",
  "final",
  "annulled",
  "cancelled",
]);
export type PollState = z.infer<typeof PollState>;

/** SHA-256 in base64url. */
export const Hash = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, told("must be SHA-256 in base64url", "应为 base64url 的 SHA-256"))
  .meta({ description: "SHA-256, base64url." });

const count = z.int().min(0);

/** The frozen roll in numbers, with what corrections did to it. */
export const RollSummary = z
  .strictObject({
    built: z.boolean(),
    entries: count,
    skipped: count.describe("People whose age is not known, so that they could not be entered."),
    corrections: z.strictObject({ added: count, amended: count, struck: count }),
    root: Hash.optional().describe("Root of the Merkle tree (RFC 9162) over all entries; published before opening."),
  })
  .meta({ id: "RollSummary" });

/** A poll. */
export const Poll = z
  .strictObject({
    id: Uuid,
    community: Slug,
    state: PollState,
    ...pollTerms,
    closeAt: Instant.describe("As extended."),
    rulesHash: Hash.optional().describe("Of the canonical JSON (RFC 8785) of the rules; from notice on."),
    roll: RollSummary,
    by: Uuid,
    createdAt: Instant,
    noticedAt: Instant.optional(),
    extensions: count,
    closedAt: Instant.optional(),
    countedAt: Instant.optional(),
    asks: z.boolean().describe("The count waits for an answer to a tie."),
    passed: z.boolean().optional().describe("From publication on; absent where a poll only chooses."),
    publishedAt: Instant.optional(),
    publishedUntil: Instant.optional(),
    evidenceUntil: LocalDate.optional().describe("Roll and ballots are kept at least until this day."),
    reason: line(200).optional(),
    revision: z.int().min(1),
  })
  .meta({ id: "Poll" });

/** What a list shows of a poll. */
export const PollBrief = Poll.pick({
  id: true,
  community: true,
  state: true,
  class: true,
  title: true,
  mode: true,
  openAt: true,
  closeAt: true,
  passed: true,
  revision: true,
}).meta({ id: "PollBrief" });

/** A voter's own entry, or an officer's view of one. */
export const RollEntry = z
  .strictObject({
    poll: Uuid,
    entry: Uuid.describe("Unit, resident or household, by the electorate."),
    building: line(80).optional(),
    area: count.optional().describe("0.01 m²; owners only."),
    areaSource: z.enum(["registry", "surveyed", "contract"]).optional(),
    voters: z.array(Uuid).describe("Who may vote for it; organisations by their representatives."),
    voted: z.boolean(),
    channel: Channel.optional(),
    opensAt: Instant,
    closesAt: Instant,
    choice: Choice.optional().describe("Named ballots: for the entry's voters, officers and auditors."),
  })
  .meta({ id: "RollEntry" });

/** Proof that an entry stands in the published roll. */
export const RollProof = z
  .strictObject({
    poll: Uuid,
    entry: Uuid,
    leaf: z.string().max(4_000).describe("Canonical JSON whose SHA-256 after a zero byte is the leaf's hash."),
    index: count,
    size: count,
    path: z.array(Hash).max(64),
    root: Hash,
  })
  .meta({ id: "RollProof" });

/** A ballot as its caster sees it. */
export const NamedBallot = z
  .strictObject({
    id: Uuid,
    poll: Uuid,
    entry: Uuid,
    channel: Channel,
    by: Uuid,
    castAt: Instant,
    choice: Choice,
  })
  .meta({ id: "NamedBallot" });

/** Turnout; cells under ten by building are withheld, with others so that none can be worked out. */
export const Turnout = z
  .strictObject({
    poll: Uuid,
    at: Instant,
    entitled: count,
    voted: count,
    channels: z.partialRecord(Channel, count).optional().describe("After closing."),
    buildings: z.array(
      z.strictObject({
        building: line(80),
        entitled: count.nullable(),
        voted: count.nullable().describe("Null where withheld."),
      }),
    ),
  })
  .meta({ id: "Turnout" });

/** One test of a verdict with both sides. */
export const VerdictTest = z
  .strictObject({
    name: z.string().max(40),
    part: count,
    whole: count,
    left: count,
    sign: z.enum([">", ">="]),
    right: count,
    holds: z.boolean(),
  })
  .meta({ id: "VerdictTest" });

/** A project that a budget poll funds. */
export const FundedProject = z.strictObject({ project: OptionId, amount: z.int().min(1).max(POLL_MONEY_MAX) });

/** A tie as it was broken. */
export const BrokenTie = z.strictObject({
  purpose: z.enum(["ELECT", "ELIMINATE", "FUND", "LOCK"]),
  round: count,
  tied: z.array(OptionId),
  chosen: OptionId,
  by: z.string().max(40),
});

/** The tie that a count waits for. */
export const TieQuestion = z
  .strictObject({
    poll: Uuid,
    purpose: z.enum(["ELECT", "ELIMINATE", "FUND", "LOCK"]),
    round: count,
    tied: z.array(OptionId),
    needs: z.enum(["seed", "chosen"]).describe("What `tie-answers` is to say."),
  })
  .meta({ id: "PollTie" });

/** What a poll came to. */
export const PollResult = z
  .strictObject({
    poll: Uuid,
    method: z.string().max(40),
    passed: z.boolean().nullable().describe("Null where the poll chooses and nothing can fail."),
    reason: z.string().max(40).nullable(),
    tests: z.array(VerdictTest),
    entitled: count,
    ballots: count,
    winners: z.array(OptionId),
    funded: z.array(FundedProject),
    ties: z.array(BrokenTie),
    detail: z
      .looseObject({})
      .describe("The method's own account: scores, rounds, transfers, prices; large integers and fractions as text."),
    rulesHash: Hash,
    rollRoot: Hash,
    ballotRoot: Hash.optional().describe("Root of the Merkle tree over all ballots that were counted."),
    resultHash: Hash.describe("Of the canonical JSON of what stands above it."),
  })
  .meta({ id: "PollResult" });

/** An objection to a published result. */
export const Objection = z
  .strictObject({
    id: Uuid,
    poll: Uuid,
    by: Uuid,
    text: line(1_000),
    madeAt: Instant,
    answer: line(1_000).optional(),
    upheld: z.boolean().optional(),
    answeredAt: Instant.optional(),
  })
  .meta({ id: "Objection" });

/** A cast ballot drawn for a call-back, and what the call brought. */
export const Callback = z
  .strictObject({
    entry: Uuid,
    channel: Channel,
    outcome: z.enum(["confirmed", "denied", "unreachable"]).optional(),
    note: line(200).optional(),
    by: Uuid.optional(),
  })
  .meta({ id: "Callback" });

/** The record of a poll, from notice to objections. */
export const Minutes = z
  .strictObject({
    poll: Poll,
    rules: PollRules,
    turnout: Turnout,
    result: PollResult,
    callbacks: z.array(Callback),
    objections: z.array(Objection),
    moreObjections: z.boolean(),
  })
  .meta({ id: "PollMinutes" });
