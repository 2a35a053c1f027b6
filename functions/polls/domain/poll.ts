/** A poll as its rules see it: the frozen terms apart, because they are large and never change after notice. */
import type { PollsConfig } from "../../../schemas/polls/config.ts";
import type { BallotMode, Channel, PollClass, PollRules, PollState } from "../../../schemas/polls/resources.ts";
import { type Actor, holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { plusLocalDays } from "../../shared/time.ts";
import { type Times, WINDOW_DAYS_MAX, windowRefusals } from "./calendar.ts";
import { type Command, transitionOf } from "./lifecycle.ts";

/** What corrections did to a roll. */
export interface Corrections {
  readonly added: number;
  readonly amended: number;
  readonly struck: number;
}

/** The head of a poll; instants in ms. */
export interface Poll {
  readonly id: string;
  readonly community: string;
  readonly class: PollClass;
  readonly mode: BallotMode;
  readonly title: { readonly zh: string; readonly en: string };
  readonly state: PollState;
  readonly correctMs: number;
  readonly openMs: number;
  /** As extended. */
  readonly closeMs: number;
  readonly rulesHash?: string | undefined;
  readonly built: boolean;
  readonly entries: number;
  readonly skipped: number;
  readonly corrections: Corrections;
  readonly rollRoot?: string | undefined;
  readonly extensions: number;
  readonly asks: boolean;
  readonly passed?: boolean | undefined;
  readonly reason?: string | undefined;
  readonly by: string;
  readonly createdMs: number;
  readonly noticedMs?: number | undefined;
  /** Drawn at closing: lots for call-backs that nobody could know before. */
  readonly drawSeed?: string | undefined;
  readonly closedMs?: number | undefined;
  readonly countedMs?: number | undefined;
  readonly publishedMs?: number | undefined;
  readonly publishedUntilMs?: number | undefined;
  readonly evidenceUntil?: string | undefined;
  readonly changedBy: string;
  readonly revision: number;
  readonly fingerprint: string;
}

/** Roles that run a community's polls. */
export const OFFICERS = ["poll-officer", "district-admin"] as const;
/** Roles that see named ballots: poll officers and auditors, and nobody else. */
export const BALLOT_READERS = ["poll-officer", "auditor"] as const;
/** Roles that see drafts, rolls and minutes. */
export const READERS = ["poll-officer", "auditor", "district-admin"] as const;

/** True when the actor runs the polls of the poll's community. */
export const runs = (actor: Actor, { community }: Pick<Poll, "community">): boolean =>
  holdsAny(actor, OFFICERS, community);

/** True when the actor sees the poll: its officers always, everyone of the community once notice is given. */
export const seesPoll = (actor: Actor, poll: Pick<Poll, "community" | "state">): boolean =>
  holdsAny(actor, READERS, poll.community) || (poll.state !== "draft" && actor.communities.includes(poll.community));

/**
 * Time after close in which nothing is counted yet (ms): longer than any request runs, so that a ballot whose cast was
 * decided before close has been written or never will be.
 */
export const SETTLE_MS = 60_000;
/** How long before close an automatic extension is decided at the earliest (ms). */
export const EXTENSION_LEAD_MS = 86_400_000;
/** How often the turnout of an open poll is taken (ms). */
export const SURVEY_MS = 3_600_000;

/** When the job has something to do for a poll (ms); undefined where only an officer moves it on. */
export const dueOf = (poll: Poll, now: Date): number | undefined => {
  switch (poll.state) {
    case "noticed":
      return poll.built ? poll.correctMs + SETTLE_MS : now.getTime();
    case "sealed":
      return poll.openMs;
    case "open":
      return Math.min(now.getTime() + SURVEY_MS, poll.closeMs + SETTLE_MS);
    case "closed":
      return poll.asks ? undefined : now.getTime();
    case "published":
      return poll.publishedUntilMs;
    default:
      return undefined;
  }
};

/** The poll after a command, one revision on. */
export const moved = (poll: Poll, command: Command, by: string, changes: Partial<Poll> = {}): Poll => ({
  ...poll,
  ...changes,
  state: transitionOf(command).to,
  changedBy: by,
  revision: poll.revision + 1,
});

const ELECTORATES: Readonly<Record<PollClass, readonly PollRules["electorate"]["kind"][]>> = {
  OWNERS_ORDINARY: ["OWNERS"],
  OWNERS_SPECIAL: ["OWNERS"],
  RESIDENTS_ASSEMBLY: ["RESIDENTS", "HOUSEHOLDS", "REPRESENTATIVES"],
  SERVICE_CHOICE: ["RESIDENTS", "HOUSEHOLDS"],
  COMMUNITY_FUND_BUDGET: ["RESIDENTS", "HOUSEHOLDS"],
  OPINION: ["RESIDENTS", "HOUSEHOLDS"],
};
const QUESTIONS: Readonly<Record<PollClass, readonly PollRules["question"]["kind"][]>> = {
  OWNERS_ORDINARY: ["YES_NO"],
  OWNERS_SPECIAL: ["YES_NO"],
  RESIDENTS_ASSEMBLY: ["YES_NO"],
  SERVICE_CHOICE: ["CHOICE", "YES_NO"],
  COMMUNITY_FUND_BUDGET: ["BUDGET"],
  OPINION: ["CHOICE", "YES_NO"],
};
const MODES: Readonly<Record<PollClass, readonly BallotMode[]>> = {
  OWNERS_ORDINARY: ["named"],
  OWNERS_SPECIAL: ["named"],
  RESIDENTS_ASSEMBLY: ["named", "envelope", "token"],
  SERVICE_CHOICE: ["envelope", "token"],
  COMMUNITY_FUND_BUDGET: ["envelope", "token"],
  OPINION: ["named", "envelope", "token"],
};
/** Items of article 278 that need three quarters: raising the maintenance fund, rebuilding, using common parts. */
const SPECIAL_MATTERS: readonly number[] = [6, 7, 8];

const isOwners = (of: PollClass): boolean => of === "OWNERS_ORDINARY" || of === "OWNERS_SPECIAL";

const must = (allowed: readonly string[], found: string, field: string): Refusal[] =>
  allowed.includes(found) ? [] : [refuse("polls/class", { field, found, needs: allowed.join(", ") })];

const matterRefusals = (rules: Pick<PollRules, "class" | "matter">): Refusal[] => {
  const { class: of, matter } = rules;
  if (!isOwners(of))
    return matter === undefined ? [] : [refuse("polls/class", { field: "/matter", found: matter, needs: "-" })];
  if (matter === undefined) return [refuse("polls/class", { field: "/matter", found: "-", needs: "1 .. 9" })];
  const needs = SPECIAL_MATTERS.includes(matter) ? "OWNERS_SPECIAL" : "OWNERS_ORDINARY";
  return of === needs ? [] : [refuse("polls/class", { field: "/class", found: of, needs })];
};

const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const wrong = (field: string, reason: string): Refusal[] => [refuse("request/invalid", {}, [{ field, reason }])];

const questionRefusals = ({ question, class: of }: PollRules): Refusal[] => {
  if (question.kind === "YES_NO") return [];
  const ids = (question.kind === "CHOICE" ? question.options : question.projects).map(({ id }) => id);
  const field = question.kind === "CHOICE" ? "/question/options" : "/question/projects";
  if (!distinct(ids)) return wrong(field, "ids differ");
  if (question.kind === "CHOICE") {
    if (question.seats > ids.length) return wrong("/question/seats", `<= ${ids.length}`);
    if (question.method.method === "IRV" && question.seats !== 1) return wrong("/question/seats", "IRV: 1");
    const rules = question.method.method === "APPROVAL" ? question.method.rules : undefined;
    return limitRefusals(rules ?? {}, ids.length, "/question/method/rules");
  }
  const strangers = (question.exclusions ?? []).flat().filter((id) => !ids.includes(id));
  if (strangers.length > 0) return wrong("/question/exclusions", `no project ${strangers[0]}`);
  return of === "COMMUNITY_FUND_BUDGET" ? limitRefusals(question.ballot, ids.length, "/question/ballot") : [];
};

const limitRefusals = (
  { min = 0, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  options: number,
  field: string,
): Refusal[] => (min <= (max ?? options) && (max ?? 0) <= options ? [] : wrong(field, `min <= max <= ${options}`));

/** Times of the terms, in ms. */
export const timesOf = (rules: Pick<PollRules, "correctUntil" | "openAt" | "closeAt">): Times => ({
  correctMs: Date.parse(rules.correctUntil),
  openMs: Date.parse(rules.openAt),
  closeMs: Date.parse(rules.closeAt),
});

/** Why terms cannot stand: parts that do not belong to the class, a window out of bounds, limits of the district. */
export const termsRefusals = (rules: PollRules, config: PollsConfig, now: Date, zone: string): Refusal[] => {
  const { class: of, electorate, question, mode, proxyPersonsMax } = rules;
  const limit = config.proxyPersonsMax;
  return [
    ...must(ELECTORATES[of], electorate.kind, "/electorate"),
    ...must(QUESTIONS[of], question.kind, "/question"),
    ...must(MODES[of], mode, "/mode"),
    ...matterRefusals(rules),
    ...questionRefusals(rules),
    ...(proxyPersonsMax > limit ? wrong("/proxyPersonsMax", `<= ${limit}`) : []),
    ...(mode !== "named" && rules.channels.some((channel) => channel !== "web" && channel !== "staff")
      ? wrong("/channels", "secret ballots: web, staff")
      : []),
    ...windowRefusals(timesOf(rules), now, zone),
  ];
};

/** Refusals of an extension to `closeMs`: only later, only before close, 60 days in all. */
export const extensionRefusals = (poll: Poll, closeMs: number, now: Date, zone: string): Refusal[] => {
  const latest = plusLocalDays(poll.openMs, zone, WINDOW_DAYS_MAX);
  const until = new Date(poll.closeMs).toISOString();
  if (now.getTime() >= poll.closeMs) return [refuse("polls/closed", { until })];
  if (closeMs > poll.closeMs && closeMs <= latest) return [];
  const params = { from: new Date(poll.openMs).toISOString(), earliest: until, latest: new Date(latest).toISOString() };
  return [refuse("polls/window", params)];
};

/** Channels that staff enter for somebody. */
export const STAFF_CHANNELS: readonly Channel[] = ["phone", "paper", "staff"];
