/**
 * Polls on paper: which ballot lies for which line of a roll, and what time does to a poll. It knows nothing of shards,
 * stamps, hashes or records, and is what the product's answers are held against.
 */
import { type ErrorCode, errorEntry } from "../../../schemas/errors.ts";
import { EDGE_MS } from "../kernel/context.ts";
import {
  type Hall,
  PAPER_ANSWERS,
  PAPER_OPTIONS,
  PAPER_TIMES,
  type PaperEntry,
  type PaperPoll,
  reaches,
  turnoutOf,
} from "./paper.ts";

/** What a command means. */
export type PollsIntent =
  | {
      readonly do: "cast";
      readonly key: string;
      readonly poll: string;
      readonly entry: string;
      /** Whose ballot it is; an officer enters one on paper. */
      readonly voter: string;
      readonly channel: "web" | "paper";
      readonly says: readonly string[];
    }
  | {
      readonly do: "secret";
      readonly key: string;
      readonly poll: string;
      readonly entry: string;
      readonly voter: string;
      readonly ballot: string;
      readonly says: readonly string[];
    }
  | {
      readonly do: "change";
      readonly key: string;
      readonly poll: string;
      readonly secret: string;
      readonly ballot: string;
      readonly says: readonly string[];
    }
  | { readonly do: "extend"; readonly key: string; readonly poll: string; readonly close: number }
  | { readonly do: "publish"; readonly key: string; readonly poll: string };

type Decided = Hall | string;
type Of<Do extends PollsIntent["do"]> = Extract<PollsIntent, { do: Do }>;

const withPoll = (hall: Hall, id: string, changes: Partial<PaperPoll>): Hall => ({
  ...hall,
  polls: { ...hall.polls, [id]: { ...(hall.polls[id] as PaperPoll), ...changes } },
});

const withBallot = (hall: Hall, id: string, entry: string, ballot: NonNullable<PaperEntry["ballot"]>): Hall => {
  const { entries } = hall.polls[id] as PaperPoll;
  return withPoll(hall, id, { entries: { ...entries, [entry]: { ...(entries[entry] as PaperEntry), ballot } } });
};

const isStrange = (kind: PaperPoll["kind"], says: readonly string[]): boolean => {
  const known: readonly string[] = kind === "owners" ? PAPER_ANSWERS : PAPER_OPTIONS;
  return says.some((each) => !known.includes(each));
};

const takesBallots = ({ state }: PaperPoll): boolean => state === "sealed" || state === "open";

const cast = (hall: Hall, { poll: id, entry, voter, channel, says }: Of<"cast">, nowMs: number): Decided => {
  const poll = hall.polls[id] as PaperPoll;
  if (!takesBallots(poll)) return poll.state === "noticed" ? "polls/not-open" : "polls/closed";
  if (isStrange(poll.kind, says)) return "polls/unknown-option";
  const line = poll.entries[entry];
  if (!line?.voters.includes(voter)) return "polls/not-on-roll";
  if (nowMs < poll.open) return "polls/not-open";
  if (nowMs >= poll.close) return "polls/closed";
  // Owners may change their ballot until close; whoever gave an opinion has given it.
  if (line.ballot && poll.kind === "opinion") return "polls/already-cast";
  return withBallot(withPoll(hall, id, { cast: poll.cast + 1 }), id, entry, { says, channel });
};

const boothRefusal = (poll: PaperPoll, nowMs: number): string | undefined => {
  if (nowMs >= poll.close) return "polls/closed";
  return takesBallots(poll) && nowMs >= poll.open ? undefined : "polls/not-open";
};

const secret = (hall: Hall, { poll: id, entry, voter, ballot, says }: Of<"secret">, nowMs: number): Decided => {
  const poll = hall.polls[id] as PaperPoll;
  const refusal = boothRefusal(poll, nowMs);
  if (refusal) return refusal;
  const line = poll.entries[entry];
  const there = poll.box[ballot];
  const isOnRoll = line?.voters.includes(voter) === true;
  // The same ballot again is told the same: that it is the same voter is told by its name alone.
  if (line?.ballot && there && there.join() === says.join()) return hall;
  if (!isOnRoll) return "polls/not-on-roll";
  if (line?.ballot) return "polls/ballot-received";
  if (there) return "polls/ballot-taken";
  const marked = withBallot(hall, id, entry, { says: [], channel: "web" });
  return withPoll(marked, id, { box: { ...poll.box, [ballot]: says } });
};

const change = (hall: Hall, { poll: id, ballot, says }: Of<"change">, nowMs: number): Decided => {
  const poll = hall.polls[id] as PaperPoll;
  const refusal = boothRefusal(poll, nowMs);
  if (refusal) return refusal;
  if (!poll.box[ballot]) return "polls/no-ballot";
  return withPoll(hall, id, { box: { ...poll.box, [ballot]: says } });
};

const nextLook = (close: number, nowMs: number): number =>
  Math.min(nowMs + PAPER_TIMES.survey, close + PAPER_TIMES.settle);

const extend = (hall: Hall, { poll: id, close }: Of<"extend">, nowMs: number): Decided => {
  const poll = hall.polls[id] as PaperPoll;
  if (poll.state !== "open") return "polls/wrong-state";
  if (nowMs >= poll.close) return "polls/closed";
  if (close <= poll.close || close > poll.open + PAPER_TIMES.windowMax) return "polls/window";
  if (poll.kind === "owners" && poll.turnout && reaches(poll.turnout, 2, 3)) return "polls/turnout-reached";
  return withPoll(hall, id, { close, due: nextLook(close, nowMs) });
};

const publish = (hall: Hall, { poll: id }: Of<"publish">): Decided => {
  const { state } = hall.polls[id] as PaperPoll;
  if (state === "published") return "polls/wrong-state";
  return state === "counted" ? withPoll(hall, id, { state: "published" }) : "polls/not-counted";
};

const decide = (hall: Hall, intent: PollsIntent, nowMs: number): Decided => {
  switch (intent.do) {
    case "cast":
      return cast(hall, intent, nowMs);
    case "secret":
      return secret(hall, intent, nowMs);
    case "change":
      return change(hall, intent, nowMs);
    case "extend":
      return extend(hall, intent, nowMs);
    case "publish":
      return publish(hall, intent);
  }
};

/** Where the answer to a command is kept; secret ballots have no such place, for it would point at their voter. */
const slotOf = (intent: PollsIntent): string | undefined => {
  if (intent.do === "cast") return `${intent.poll}/${intent.entry}/${intent.key}`;
  return intent.do === "extend" || intent.do === "publish" ? intent.key : undefined;
};

/** The hall after a command that got an answer; undefined where it may not get that one. */
export const applyPolls = (
  hall: Hall,
  intent: PollsIntent,
  code: string | undefined,
  nowMs: number,
): Hall | undefined => {
  const text = JSON.stringify(intent);
  const slot = slotOf(intent);
  const earlier = slot === undefined ? undefined : hall.answers[slot];
  if (earlier) return code === (earlier.text === text ? earlier.code : "request/key-reused") ? hall : undefined;
  const decided = decide(hall, intent, nowMs);
  const right = typeof decided === "string" ? decided : undefined;
  if (code !== right) return undefined;
  const next = typeof decided === "string" ? hall : decided;
  const isKept = slot !== undefined && (right === undefined || errorEntry(right as ErrorCode).pinned === true);
  if (!isKept) return next;
  const answer = { text, ...(right === undefined ? {} : { code: right }) };
  return { ...next, answers: { ...next.answers, [slot]: answer } };
};

/** What the job does to an open poll: it takes the turnout, lets it go on, or closes and counts it. */
const looked = (poll: PaperPoll, nowMs: number): PaperPoll => {
  const turnout = turnoutOf(poll);
  if (nowMs >= poll.close + PAPER_TIMES.settle) return { ...poll, state: "counted", due: undefined, turnout };
  const isShort = poll.extends && poll.extensions === 0 && !reaches(turnout, 1, 2);
  const isTime = nowMs < poll.close && nowMs >= poll.close - PAPER_TIMES.lead;
  const goesOn = isShort && isTime;
  const close = goesOn ? poll.close + PAPER_TIMES.day : poll.close;
  return { ...poll, close, extensions: poll.extensions + (goesOn ? 1 : 0), due: nextLook(close, nowMs), turnout };
};

const aged = (poll: PaperPoll, nowMs: number): PaperPoll => {
  if (poll.due === undefined || poll.due > nowMs) return poll;
  if (poll.state === "noticed") return aged({ ...poll, state: "sealed", due: poll.open }, nowMs);
  if (poll.state === "sealed") return looked({ ...poll, state: "open" }, nowMs);
  return poll.state === "open" ? looked(poll, nowMs) : poll;
};

/** The hall after the job that does what time does. */
export const pollsAge = (hall: Hall, nowMs: number): Hall => ({
  ...hall,
  polls: Object.fromEntries(Object.entries(hall.polls).map(([id, poll]) => [id, aged(poll, nowMs)])),
});

/** A poll that was opened by a run that died before it took the first turnout: the next look does it. */
const onlyOpened = (poll: PaperPoll, nowMs: number): PaperPoll | undefined => {
  if (poll.due === undefined || poll.due > nowMs || nowMs >= poll.close + PAPER_TIMES.settle) return undefined;
  if (poll.state === "noticed") return onlyOpened({ ...poll, state: "sealed", due: poll.open }, nowMs);
  return poll.state === "sealed" ? { ...poll, state: "open", due: nextLook(poll.close, nowMs) } : undefined;
};

/** An open poll whose turnout a run had taken and died before it said so: the run that goes on takes it again. */
const lookedAgain = (poll: PaperPoll, nowMs: number): PaperPoll | undefined =>
  poll.state === "open" && poll.due !== undefined && poll.due > nowMs ? looked(poll, nowMs) : undefined;

/**
 * What the job may leave when it, or the run that it goes on with, was cut short: each poll that it opened with or
 * without its first turnout, and each open one with its turnout taken again before its time.
 */
export const pollsHalfAged = (hall: Hall, nowMs: number): readonly Hall[] => {
  let halls: readonly Hall[] = [pollsAge(hall, nowMs)];
  for (const [id, poll] of Object.entries(hall.polls)) {
    const other = onlyOpened(poll, nowMs) ?? lookedAgain(poll, nowMs);
    if (other) halls = halls.flatMap((each) => [each, { ...each, polls: { ...each.polls, [id]: other } }]);
  }
  return halls;
};

/** Whether a poll is looked at again when it should be; servers' clocks differ by parts of a second. */
export const looksAt = ({ state, due }: PaperPoll, storedMs: number): boolean =>
  state !== "open" || (due !== undefined && Math.abs(storedMs - due) <= EDGE_MS);

/** Whether clocks that differ by parts of a second judge everything alike. */
export const isClearHall = ({ polls }: Hall, nowMs: number): boolean =>
  Object.values(polls)
    .flatMap(({ open, close, due }) => [open, close, close + PAPER_TIMES.settle, due ?? 0])
    .every((edge) => Math.abs(edge - nowMs) > EDGE_MS);
