/** A poll and its terms as the rules' tests take them: whole and allowed, with the fields that a test is about. */
import { type Outcome, outcomeOf, type TieAnswers, type Votes } from "../../../functions/polls/domain/count.ts";
import type { Poll } from "../../../functions/polls/domain/poll.ts";
import type { Box } from "../../../functions/polls/tally/box.ts";
import type { Settled } from "../../../functions/polls/tally/ties.ts";
import type { PollRules } from "../../../schemas/polls/resources.ts";

/** Zone of the community. */
export const ZONE = "Asia/Shanghai";
/** A day without a change of clocks, ms. */
export const DAY_MS = 86_400_000;
/** When the tests take place: a Monday at noon, local time. */
export const NOW = new Date("2026-06-15T12:00:00+08:00");

/** An instant as ms. */
export const at = (text: string): number => Date.parse(text);

/** Terms of a residents' assembly that may stand, but for `fields`. */
export const termsOf = (fields: Partial<PollRules> = {}): PollRules => ({
  class: "RESIDENTS_ASSEMBLY",
  community: "lujing",
  poll: "019a0000-0000-7000-8000-000000000080",
  title: { zh: "更换门禁", en: "New entrance gates" },
  text: "Shall the gates of the estate be replaced?",
  electorate: { kind: "RESIDENTS" },
  mode: "named",
  audit: "SEALED",
  question: { kind: "YES_NO" },
  quorum: null,
  channels: ["web"],
  changeable: true,
  proxyPersonsMax: 1,
  extraordinary: false,
  correctUntil: "2026-07-08T18:00:00+08:00",
  openAt: "2026-07-10T09:00:00+08:00",
  closeAt: "2026-07-20T09:00:00+08:00",
  extension: null,
  silentWithMajority: null,
  ...fields,
});

/** Options or projects by their ids. */
export const optionsOf = (...ids: readonly string[]) => ids.map((id) => ({ id, name: { zh: id, en: id } }));

type Choice = Extract<PollRules["question"], { kind: "CHOICE" }>;
type Budget = Extract<PollRules["question"], { kind: "BUDGET" }>;

/** A choice among options a, b, c, d by a method. */
export const choiceBy = (method: Choice["method"], fields: Partial<Choice> = {}): Choice => ({
  kind: "CHOICE",
  options: optionsOf("a", "b", "c", "d"),
  seats: 1,
  method,
  ties: { by: "CANDIDATE_ORDER" },
  ...fields,
});

/** A budget of 100 fen for projects road (60), park (50) and lamp (40). */
export const budgetBy = (method: Budget["method"], fields: Partial<Budget> = {}): Budget => ({
  kind: "BUDGET",
  projects: [
    { id: "road", name: { zh: "路", en: "Road" }, cost: 60, categories: ["works"] },
    { id: "park", name: { zh: "园", en: "Park" }, cost: 50, categories: ["green"] },
    { id: "lamp", name: { zh: "灯", en: "Lamp" }, cost: 40, categories: ["works"] },
  ],
  budget: 100,
  method,
  ties: { by: "CANDIDATE_ORDER" },
  ballot: {},
  ...fields,
});

/** The head of a poll that is open, but for `fields`. */
export const pollOf = (fields: Partial<Poll> = {}): Poll => ({
  id: "019a0000-0000-7000-8000-000000000080",
  community: "lujing",
  class: "RESIDENTS_ASSEMBLY",
  mode: "named",
  title: { zh: "更换门禁", en: "New entrance gates" },
  state: "open",
  correctMs: at("2026-07-08T18:00:00+08:00"),
  openMs: at("2026-07-10T09:00:00+08:00"),
  closeMs: at("2026-07-20T09:00:00+08:00"),
  built: true,
  entries: 120,
  skipped: 0,
  corrections: { added: 0, amended: 0, struck: 0 },
  extensions: 0,
  asks: false,
  by: "officer-1",
  createdMs: NOW.getTime(),
  changedBy: "officer-1",
  revision: 4,
  fingerprint: "fp",
  ...fields,
});

/** A quorum of a poll's own: at least half of the roll. */
export const half = { num: 1, den: 2, strict: false };

/** What is counted: the ballots of a box, of ten on the roll. */
export const votesOf = (box: Box, fields: Partial<Votes> = {}): Votes => ({
  units: [],
  box,
  entitled: 10,
  voted: box.total,
  ...fields,
});

/** The count of a poll with terms that may stand but for `rules`, or the tie that it waits for. */
export const settled = (
  rules: Partial<PollRules>,
  votes: Votes,
  given: TieAnswers = { answers: [] },
): Settled<Outcome> => outcomeOf(termsOf(rules), votes, given);

/** The same where no tie waits. */
export const result = (rules: Partial<PollRules>, votes: Votes, given?: TieAnswers): Outcome => {
  const found = settled(rules, votes, given);
  if (!found.done) throw new Error("waits for an answer");
  return found.result;
};
