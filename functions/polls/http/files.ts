/** Election files over HTTP: what an officer uploads, and a poll's ballots as a file. */
import type * as z from "zod";
import {
  type BallotFile,
  FILE_BALLOTS_MAX,
  FILE_BYTES_MAX,
  type fileOperations,
} from "../../../schemas/polls/files.ts";
import type { PollRules } from "../../../schemas/polls/resources.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import type { Deps } from "../../shared/deps.ts";
import { FIELD_ERRORS_MAX } from "../../shared/fields.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { PUBLIC_STATES } from "../domain/lifecycle.ts";
import { ballotFile, fitsOf } from "../files/ballot-file.ts";
import { convertFile, countFile, questionOf, type Unfit } from "../files/exchange.ts";
import { type FileElection, fieldsOf, readElection } from "../files/formats.ts";
import type { FileFault } from "../files/text.ts";
import { boxOfPoll } from "../jobs/count.ts";
import { resultOf } from "../store/result.ts";
import { openedPoll, SECRET_MODES, secretPoll } from "./booth.ts";
import { rulesOf } from "./support.ts";

type Ops = typeof fileOperations;
type FileCall = Call<Ops["readElectionFile"]> | Call<Ops["countElectionFile"]> | Call<Ops["convertElectionFile"]>;
type OutCall = Call<Ops["getPollBallotFile"]> | Call<Ops["getOpenedPollBallotFile"]>;

const faulty = ({ body, locale }: FileCall, faults: readonly FileFault[]): Refusal => {
  const params = { format: body.format, faults: faults.length, line: faults[0]?.line ?? 0 };
  return refuse("polls/file-faulty", params, fieldsOf(faults, locale).slice(0, FIELD_ERRORS_MAX));
};

/** Reads the file of a call, or ends the call with its faults by line. */
const fileOf = (call: FileCall): FileElection => {
  const { format, text, layout } = call.body;
  const read = readElection(format, text, layout);
  return "faults" in read ? reject(...rejected(faulty(call, read.faults))) : read.election;
};

const rejected = ({ code, params, fields }: Refusal) => [code, params, fields] as const;

/** The answer to a file that was read, or why there is none. */
const answered = <Body extends object>(
  call: FileCall,
  made: Body | Unfit | { readonly faults: readonly FileFault[] },
  fits: string,
): Answer<Body> => {
  if ("faults" in made) return { refusals: [faulty(call, made.faults as readonly FileFault[])] };
  if (!("unfit" in made)) return { body: made as Body };
  const why = (made as Unfit).unfit[call.locale === "en" ? "en" : "zh"];
  return { refusals: [refuse("polls/file-format", { format: call.body.format, why, fits })] };
};

const TYPES = { pb: "text/plain", cvotes: "text/plain", blt: "text/plain", csv: "text/csv" } as const;

/** The ballots of a poll that has been counted, as the call asks for them. */
const given = async (call: OutCall, rules: PollRules, deps: Deps): Promise<Answer<z.input<typeof BallotFile>>> => {
  const { format } = call.query;
  const { ballots, funded } = await resultOf(deps.db, rules.poll);
  const fits = fitsOf(rules);
  if (format === "json") return { body: { fits: [...fits], ballots } };
  if (!fits.includes(format)) {
    const why = rules.electorate.kind === "OWNERS" ? "area" : rules.question.kind;
    return { refusals: [refuse("polls/file-format", { format, why, fits: fits.join(", ") || "-" })] };
  }
  const tooLarge = refuse("polls/file-too-large", { ballots, limit: FILE_BYTES_MAX, most: FILE_BALLOTS_MAX });
  if (ballots > FILE_BALLOTS_MAX) return { refusals: [tooLarge] };
  const ids = funded.map(({ project }) => project);
  const text = ballotFile(rules, await boxOfPoll(rules, deps), ids, format);
  if (Buffer.byteLength(text) > FILE_BYTES_MAX) return { refusals: [tooLarge] };
  return { text, type: `${TYPES[format]}; charset=utf-8`, filename: `poll-${rules.poll}.${format}` };
};

/** Handlers of election files. */
export const fileHandlers: Handlers<Ops> = {
  readElectionFile: async (call) => answered(call, questionOf(fileOf(call), call.body.format), call.body.format),
  countElectionFile: async (call) => {
    const { method, seats, seed, format } = call.body;
    const ties = seed === undefined ? { by: "CANDIDATE_ORDER" as const } : { by: "SEEDED" as const, seed };
    return answered(call, countFile(fileOf(call), format, { method: method as never, seats, ties }), "-");
  },
  convertElectionFile: async (call) => answered(call, convertFile(fileOf(call), call.body.to), "csv, blt, cvotes"),
  getPollBallotFile: async (call, deps) => {
    const poll = await secretPoll(call.params.pollId, SECRET_MODES, deps);
    if (!PUBLIC_STATES.includes(poll.state)) return reject("polls/no-result", { state: poll.state });
    const rules = await rulesOf(poll.id, deps);
    return rules.audit === "PUBLIC" ? given(call, rules, deps) : reject("polls/ballots-sealed");
  },
  getOpenedPollBallotFile: async (call, deps) => {
    const poll = await openedPoll(call.params.pollId, call.actor, deps);
    return given(call, await rulesOf(poll.id, deps), deps);
  },
};
