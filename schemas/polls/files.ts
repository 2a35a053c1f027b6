/** Operations on election files: one as a draft's question, counted, converted; a poll's ballots as one. */
import * as z from "zod";
import { type Operation, operation } from "../operation.ts";
import { line, ROLL_BYTES_MAX, told } from "../primitives.ts";
import { onePoll } from "./drafting.ts";
import { BudgetMethod, ChoiceMethod, OPTIONS_MAX, Question, SEATS_MAX } from "./question.ts";

/** Most ballots of a poll that are given out as a file; beyond, the bundle comes in parts. */
export const FILE_BALLOTS_MAX = 100_000;
/** Most bytes of such a file, below what a Lambda can answer. */
export const FILE_BYTES_MAX = 5_000_000;

/** Formats of election files by their usual ending; `csv` is a cast vote record. */
export const FileFormat = z
  .enum(["pb", "cvotes", "blt", "csv"])
  .describe("Pabulib's `.pb`, Condorcet's `.cvotes`, OpenSTV's `.blt`, or cast vote records as CSV.");
export type FileFormat = z.infer<typeof FileFormat>;

/** How a CSV is laid out after its first column. */
export const FileLayout = z
  .enum(["ranks", "numbers", "points"])
  .describe("CSV: a column for each rank with a name in it; or for each candidate with its rank, or with its points.");
export type FileLayout = z.infer<typeof FileLayout>;

const file = {
  format: FileFormat,
  layout: FileLayout.default("ranks"),
  text: z
    .string()
    .min(1)
    .max(ROLL_BYTES_MAX)
    .regex(
      /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u,
      told("no control characters but tabs and line breaks", "除制表符与换行外不得含有控制字符"),
    )
    .describe("The file as it is."),
};

const count = z.int().min(0);
const name = z.string().max(ROLL_BYTES_MAX);

/** A file as the question of a draft. */
export const FileQuestion = z
  .strictObject({
    question: Question.describe("Goes as it is into `createPoll` or `updatePoll`; method and ties are a proposal."),
    ballots: count,
    distinct: count.describe("Different ballots among them."),
    withdrawn: count.describe("Candidates of the file who withdrew and are not among the options."),
  })
  .meta({ id: "FileQuestion" });

/** What counting a file came to; names as the file has them. */
export const FileCount = z
  .strictObject({
    method: z.string().max(40),
    candidates: z.array(name).max(OPTIONS_MAX).describe("Names, or ids of projects, in the order of the file."),
    ballots: count,
    distinct: count,
    winners: z.array(name).max(OPTIONS_MAX).describe("Elected, or funded, in order."),
    ties: z.array(z.strictObject({ tied: z.array(name), chosen: name, by: z.string().max(40) })),
    told: z.array(name).nullable().describe("What the file says was funded; null where it says nothing."),
    agrees: z.boolean().nullable().describe("Whether that is what the count came to."),
    detail: z.looseObject({}).describe("The method's own account, as in a result."),
  })
  .meta({ id: "FileCount" });

/** A converted file. */
export const ConvertedFile = z
  .strictObject({ format: FileFormat, text: z.string(), ballots: count })
  .meta({ id: "ConvertedFile" });

/** What of a poll's ballots can be had as a file. */
export const BallotFile = z
  .strictObject({
    fits: z.array(FileFormat).describe("Formats that hold ballots of this poll's method; none for owners' decisions."),
    ballots: count,
  })
  .meta({ id: "BallotFile" });

const officers = ["poll-officer", "auditor", "district-admin"] as const;
const given = {
  context: "polls",
  method: "POST",
  roles: officers,
  status: 200,
  repeat: "read",
  bodyBytes: ROLL_BYTES_MAX,
  writeUnits: 0,
  actions: [] as Operation["actions"],
} as const;

const out = {
  context: "polls",
  method: "GET",
  params: onePoll,
  query: z.strictObject({
    format: z
      .enum([...FileFormat.options, "json"])
      .default("json")
      .describe("`json` lists the formats that fit."),
  }),
  reply: BallotFile,
  status: 200,
  media: ["text/plain", "text/csv"],
  repeat: "read",
  writeUnits: 0,
  actions: ["GetItem", "Query"] as Operation["actions"],
} as const;

/** Election files in and out. */
export const fileOperations = {
  readElectionFile: operation({
    ...given,
    id: "readElectionFile",
    path: "/v1/election-files/question",
    summary: "The options or projects of an election file as the question of a draft",
    body: z.strictObject(file),
    reply: FileQuestion,
    refusals: ["polls/file-faulty"],
  }),
  countElectionFile: operation({
    ...given,
    id: "countElectionFile",
    path: "/v1/election-files/count",
    summary: "Count an election file by a method; keeps nothing",
    body: z.strictObject({
      ...file,
      method: z
        .union([ChoiceMethod, BudgetMethod])
        .optional()
        .describe("Without it the rule that a `.pb` names, else what `readElectionFile` proposes."),
      seats: z.int().min(1).max(SEATS_MAX).optional().describe("Without it the file's, else 1."),
      seed: line(100).optional().describe("Ties go by lots of this seed; without it by the order of the file."),
    }),
    reply: FileCount,
    refusals: ["polls/file-faulty", "polls/file-format"],
  }),
  convertElectionFile: operation({
    ...given,
    id: "convertElectionFile",
    path: "/v1/election-files/conversion",
    summary: "Rewrite an election file in another format; keeps nothing",
    body: z.strictObject({ ...file, to: FileFormat }),
    reply: ConvertedFile,
    refusals: ["polls/file-faulty", "polls/file-format"],
  }),
  getPollBallotFile: operation({
    ...out,
    id: "getPollBallotFile",
    path: "/v1/polls/{pollId}/ballot-file",
    summary: "Ballots of a published poll with a public audit as an election file, sorted by what they say",
    roles: "public",
    refusals: [
      "resource/not-found",
      "polls/mode",
      "polls/no-result",
      "polls/ballots-sealed",
      "polls/file-format",
      "polls/file-too-large",
    ],
  }),
  getOpenedPollBallotFile: operation({
    ...out,
    id: "getOpenedPollBallotFile",
    path: "/v1/polls/{pollId}/ballot-file/opened",
    summary: "Ballots of a counted poll as an election file: sealed ones for auditors, named ones for officers too",
    roles: ["poll-officer", "auditor"],
    refusals: ["resource/not-found", "polls/no-result", "polls/file-format", "polls/file-too-large"],
  }),
};
