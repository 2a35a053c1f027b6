/** Voters who cast, replace, repeat and try for others, by name or in secret; officers who enter, extend, publish. */
import { createHash } from "node:crypto";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { pollsHandlers } from "../../../functions/polls/http.ts";
import { makeHandler } from "../../../functions/shared/app.ts";
import type { Item } from "../../../functions/shared/write.ts";
import type { District } from "../../../schemas/district.ts";
import { pollsOperations } from "../../../schemas/polls/operations.ts";
import { HOUR } from "../../support/clock.ts";
import { testDistrict } from "../../support/district.ts";
import type { Command, Simulated } from "../kernel/context.ts";
import { type Send, toTheEnd, type World } from "../kernel/world.ts";
import { applyPolls, isClearHall, looksAt, type PollsIntent, pollsAge, pollsHalfAged } from "./model.ts";
import { pollsMutants } from "./mutants.ts";
import {
  type Hall,
  optionsCount,
  ownersCount,
  PAPER_ANSWERS,
  PAPER_OPTIONS,
  type PaperPoll,
  turnoutOf,
} from "./paper.ts";
import { COMMUNITY, OFFICER, startHall } from "./start.ts";

/** The test district; polls have little to decide of their own there. */
export const simulatedEstate = (): District => testDistrict();

const pick = <T>({ random }: World, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const resident = (id: string): Send["actor"] => ({ id, roles: ["resident"], communities: [COMMUNITY] });
const officer: Send["actor"] = { id: OFFICER, roles: ["poll-officer"], communities: [COMMUNITY] };

/** A secret of somebody's: they might have more than one. */
const secretOf = (person: string, which: number): { readonly secret: string; readonly ballot: string } => {
  const secret = createHash("sha256").update(`${person}/${which}`).digest();
  return { secret: secret.toString("base64url"), ballot: createHash("sha256").update(secret).digest("base64url") };
};

const choiceOf = (kind: PaperPoll["kind"] | undefined, says: readonly string[]) =>
  kind === "owners" ? { answer: says[0] } : { options: says };

/** What an intent is as a request. */
const request = (intent: PollsIntent, { polls }: Hall): Send => {
  const { key, poll } = intent;
  const kind = polls[poll]?.kind;
  const post = (path: string, actor: Send["actor"], body: unknown): Send => {
    return { method: "POST", path: `/v1/polls/${poll}/${path}`, actor, key, body };
  };
  switch (intent.do) {
    case "cast": {
      const { entry, voter, channel, says } = intent;
      const choice = choiceOf(kind, says);
      return channel === "web"
        ? post(`entries/${entry}/ballots`, resident(voter), { choice })
        : post(`entries/${entry}/ballots`, officer, { choice, channel, voter, evidence: "P-1" });
    }
    case "secret": {
      const { entry, voter, ballot, says } = intent;
      return post("secret-ballots", resident(voter), { entry, ballot, choice: choiceOf(kind, says) });
    }
    case "change":
      return post("secret-ballots/changes", undefined, { secret: intent.secret, choice: choiceOf(kind, intent.says) });
    case "extend":
      return post("extend", officer, { closeAt: new Date(intent.close).toISOString(), reason: "few have come" });
    case "publish":
      return post("publish", officer, {});
  }
};

const drawSays = (world: World, kind: PaperPoll["kind"]): readonly string[] => {
  if (kind === "owners") return [pick(world, PAPER_ANSWERS)];
  if (kind === "opinion") {
    if (world.random() < 0.05) return ["nowhere"];
    return world.random() < 0.1 ? [] : [pick(world, PAPER_OPTIONS)];
  }
  const without = pick(world, PAPER_OPTIONS);
  return PAPER_OPTIONS.filter((option) => option !== without && world.random() < 0.7);
};

const STRANGER_RATE = 0.1;
const PAPER_RATE = 0.15;

const drawBallot = (world: World, id: string, poll: PaperPoll): PollsIntent => {
  const entry = pick(world, Object.keys(poll.entries));
  const people = Object.values(poll.entries).flatMap(({ voters }) => voters);
  const own = poll.entries[entry]?.voters ?? [];
  const voter = own.length === 0 || world.random() < STRANGER_RATE ? pick(world, people) : pick(world, own);
  const base = { key: world.id(), poll: id, entry, voter, says: drawSays(world, poll.kind) };
  if (poll.kind !== "secret") {
    return { do: "cast", ...base, channel: world.random() < PAPER_RATE ? "paper" : "web" };
  }
  // Somebody else's ballot now and then: what is in the box already, or is about to be.
  const owner = world.random() < 0.25 ? pick(world, people) : voter;
  const { secret, ballot } = secretOf(owner, world.random() < 0.8 ? 0 : 1);
  const dice = world.random();
  if (dice < 0.35) return { do: "change", key: base.key, poll: id, secret, ballot, says: base.says };
  const there = poll.box[ballot];
  return { do: "secret", ...base, ballot, says: there && dice < 0.6 ? there : base.says };
};

const drawNew = (world: World, { polls }: Hall): PollsIntent => {
  const id = pick(world, Object.keys(polls));
  const poll = polls[id] as PaperPoll;
  const dice = world.random();
  const isOver = poll.state === "counted" || poll.state === "published";
  if (isOver ? dice < 0.6 : dice < 0.02) return { do: "publish", key: world.id(), poll: id };
  if (dice > 0.91) {
    const close = poll.close + Math.floor(world.random() * 60 - 6) * 60_000;
    return { do: "extend", key: world.id(), poll: id, close };
  }
  return drawBallot(world, id, poll);
};

const REPEAT_RATE = 0.12;
const CHANGED_RATE = 0.3;

/** Something new, or what was asked before: the same again, or something else under its key. */
const draw = (world: World, state: Hall): Command<PollsIntent> => {
  const earlier = Object.values(state.answers);
  let intent = drawNew(world, state);
  if (earlier.length > 0 && world.random() < REPEAT_RATE) {
    intent = JSON.parse(pick(world, earlier.slice(-10)).text) as PollsIntent;
    if (intent.do === "cast" && world.random() < CHANGED_RATE) {
      const says = drawSays(world, (state.polls[intent.poll] as PaperPoll).kind);
      intent = { ...intent, says };
    }
  }
  return { intent, send: request(intent, state) };
};

type Same = (what: string, stored: unknown, paper: unknown) => void;

/** Numbers of a ballot as stored, as what they stand for. */
const saidBy = (cells: unknown, kind: PaperPoll["kind"] | undefined): string => {
  const names: readonly string[] = kind === "owners" ? PAPER_ANSWERS : PAPER_OPTIONS;
  const bytes = Buffer.from(String(cells ?? ""), "base64url");
  return Array.from({ length: bytes.length / 2 }, (_, at) => names[bytes.readUInt16BE(2 * at)]).join();
};

/** A counted result against the ballots counted on paper. */
const sameResult = (id: string, poll: PaperPoll, text: string, same: Same): void => {
  if (poll.state !== "counted" && poll.state !== "published") {
    same(`result of ${id}`, text, "");
    return;
  }
  const { passed, tests, entitled, ballots, winners, detail } = JSON.parse(text);
  const all = Object.values(poll.entries);
  same(`entitled of ${id}`, entitled, all.length);
  if (poll.kind === "owners") {
    const { tests: wanted, passed: passes, ...weights } = ownersCount(poll);
    const shown = tests.map((test: { part: number; whole: number; holds: boolean }) => [
      test.part,
      test.whole,
      test.holds,
    ]);
    same(`tests of ${id}`, JSON.stringify(shown), JSON.stringify(wanted));
    same(`whether ${id} passed`, passed, passes);
    same(`ballots of ${id}`, ballots, turnoutOf(poll).voted);
    const { marked, total, voted, majority, yes, splitHeads } = detail;
    const found = { marked, total, voted, majority, yes, splitHeads };
    same(`weights of ${id}`, ordered(found), ordered(weights));
    return;
  }
  const says =
    poll.kind === "secret" ? Object.values(poll.box) : all.flatMap(({ ballot }) => (ballot ? [ballot.says] : []));
  const count = optionsCount(says);
  same(`ballots of ${id}`, ballots, count.ballots);
  same(`winners of ${id}`, winners.join(), count.winners.join());
  same(`scores of ${id}`, detail.scores.join(), count.scores.join());
  same(`blank ballots of ${id}`, detail.blank, count.blank);
};

const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, member) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );

/** What there is of each poll in the table. */
interface Stored {
  head?: Item;
  turnout?: Item;
  /** When the job looks at it again. */
  due?: number;
  result: string;
  cast: number;
  readonly lines: Map<string, Item>;
  readonly box: Map<string, Item>;
}

const storedPolls = ({ table }: World): Map<string, Stored> => {
  const polls = new Map<string, Stored>();
  const items = table.dump().map((raw) => unmarshall(raw) as Item);
  for (const item of items.sort((a, b) => (a.sk < b.sk ? -1 : 1))) {
    const [kind, id = ""] = item.pk.split("#");
    if (!["PL", "VR", "NB", "PB"].includes(String(kind))) continue;
    const stored: Stored = polls.get(id) ?? { result: "", cast: 0, lines: new Map(), box: new Map() };
    polls.set(id, stored);
    if (kind === "VR") stored.lines.set(item.sk.slice(2), item);
    else if (kind === "PB") stored.box.set(item.sk.slice(2), item);
    else if (kind === "NB") stored.cast += item.no === undefined ? 1 : 0;
    else if (item.sk === "P") stored.head = item;
    else if (item.sk === "T") stored.turnout = item;
    else if (item.sk === "U") stored.due = Number.parseInt(String(item.g3s), 10);
    else if (item.sk.startsWith("R#")) stored.result += String(item.text);
  }
  return polls;
};

const sameLines = (poll: PaperPoll, { lines, box }: Stored, same: Same): void => {
  for (const [entry, { ballot }] of Object.entries(poll.entries)) {
    const line = lines.get(entry);
    same(`whether ${entry} has voted`, line?.st, ballot ? "cast" : "ready");
    same(`channel of ${entry}`, line?.chan, ballot?.channel);
    // A line of a secret poll says that there is a ballot, and not what it says.
    same(`ballot of ${entry}`, saidBy(line?.ch, poll.kind), ballot?.says.join() ?? "");
  }
  same("lines of the roll", lines.size, Object.keys(poll.entries).length);
  for (const [name, says] of Object.entries(poll.box)) {
    same(`whether there is a ballot ${name}`, box.has(name), true);
    same(`secret ballot ${name}`, saidBy(box.get(name)?.ch, poll.kind), says.join());
  }
  same("secret ballots", box.size, Object.keys(poll.box).length);
  if (poll.kind === "secret") same("voters of secret ballots", turnoutOf(poll).voted, box.size);
};

/** Every difference between the table and the paper. */
const differences = (world: World, state: Hall): string[] => {
  const found: string[] = [];
  const same: Same = (what, stored, paper) => {
    if (stored !== paper) found.push(`${what} is ${String(stored)}, not ${String(paper)}`);
  };
  const stored = storedPolls(world);
  for (const [id, poll] of Object.entries(state.polls)) {
    const there = stored.get(id);
    if (!there) return [`there is no poll ${id}`];
    const { head, turnout, result, cast, due } = there;
    same(`state of ${id}`, head?.state, poll.state);
    same(`close of ${id}`, head?.close, poll.close);
    same(`extensions of ${id}`, head?.ext, poll.extensions);
    same(`next look at ${id}`, looksAt(poll, due ?? 0), true);
    same(`ballots ever cast in ${id}`, cast, poll.cast);
    sameLines(poll, there, same);
    const { entitled, voted, area, areaVoted, channels } = (turnout ?? {}) as Record<string, unknown>;
    const taken = turnout && ordered({ entitled, voted, area, areaVoted, channels });
    same(`turnout of ${id}`, taken, poll.turnout && ordered(poll.turnout));
    sameResult(id, poll, result, same);
  }
  return found;
};

/** Days later every poll is closed and counted. */
const finish = async (world: World, state: Hall): Promise<string[]> => {
  toTheEnd(world, 80 * HOUR);
  await world.run("polls-due", 1);
  const after = pollsAge(state, world.clock.now().getTime());
  const open = Object.values(after.polls).filter(({ state: left }) => left !== "counted" && left !== "published");
  return [...differences(world, after), ...(open.length === 0 ? [] : [`${open.length} polls are not counted`])];
};

/** Polls. */
export const simulatedPolls: Simulated<Hall, PollsIntent> = {
  name: "polls",
  // Its jobs read in batches only what a poll has in plenty.
  rare: ["partial-batch"],
  surface: (deps) => makeHandler(pollsOperations, pollsHandlers, deps),
  mutants: pollsMutants,
  clear: isClearHall,
  pauseSecondsMax: 1_500,
  jobRate: 0.3,
  start: startHall,
  draw,
  apply: (state, { intent }, { code }, nowMs) => applyPolls(state, intent, code, nowMs),
  jobs: { "polls-due": pollsAge },
  cutShort: { "polls-due": pollsHalfAged },
  differences,
  finish,
};
