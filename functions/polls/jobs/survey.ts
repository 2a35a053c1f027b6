/** Taking the turnout of an open poll, and extending it where the notice says so and turnout is short. */
import * as z from "zod";
import type { PollRules } from "../../../schemas/polls/resources.ts";
import type { Deps } from "../../shared/deps.ts";
import { instantOf, plusLocalDays } from "../../shared/time.ts";
import { dueOf, EXTENSION_LEAD_MS, extensionRefusals, type Poll } from "../domain/poll.ts";
import { setDue } from "../store/poll.ts";
import { type RollEntry, SHARDS, shardPage, toEntry } from "../store/roll.ts";
import { emptySurvey, putSurvey, type Survey } from "../store/survey.ts";
import { inequality } from "../tally/inequality.ts";
import { moveBySystem, type StepPage, type StepWork } from "./step.ts";

/** Entries read at once: with their ballots well below a megabyte. */
const ENTRIES = 1_000;
/** Longest pause between two pages: a run that goes on later, where another has died, begins the survey anew. */
const PAUSE_MAX_MS = 120_000;

const Numbers = z.record(z.string(), z.int());
const SurveyShape = z.strictObject({
  atMs: z.int(),
  entitled: z.int(),
  voted: z.int(),
  area: z.int(),
  areaVoted: z.int(),
  buildings: z.record(z.string(), z.tuple([z.int(), z.int()])),
  channels: Numbers,
});
/** Where a survey stands. */
export const SurveyPlace = z.strictObject({ shard: z.int().min(0), after: z.string().nullable(), survey: SurveyShape });
type SurveyPlace = z.infer<typeof SurveyPlace>;

/** A survey with some entries more. */
export const surveyed = (before: Survey, entries: readonly RollEntry[]): Survey => {
  const buildings = new Map(
    Object.entries(before.buildings).map(([name, [n, v]]) => [name, [n, v] as [number, number]]),
  );
  const channels = new Map(Object.entries(before.channels));
  let { entitled, voted, area, areaVoted } = before;
  for (const entry of entries) {
    const cell = buildings.get(entry.building ?? "-") ?? [0, 0];
    const one = entry.voted ? 1 : 0;
    buildings.set(entry.building ?? "-", [cell[0] + 1, cell[1] + one]);
    entitled += 1;
    voted += one;
    area += entry.area ?? 0;
    areaVoted += entry.voted ? (entry.area ?? 0) : 0;
    if (entry.channel !== undefined) channels.set(entry.channel, (channels.get(entry.channel) ?? 0) + 1);
  }
  const byName = Object.fromEntries(buildings);
  return { ...before, entitled, voted, area, areaVoted, buildings: byName, channels: Object.fromEntries(channels) };
};

/** Whether turnout is below the share under which the notice has the poll go on; by area too where area counts. */
export const isShort = (survey: Survey, { extension }: Pick<PollRules, "extension">): boolean => {
  if (extension === null) return false;
  const heads = inequality("TURNOUT", survey.voted, survey.entitled, extension.below);
  const area = inequality("TURNOUT_AREA", survey.areaVoted, survey.area, extension.below);
  return !heads.holds || (survey.area > 0 && !area.holds);
};

/** The close that an automatic extension leads to, if it is time for one and the notice leaves one. */
const extendedClose = (poll: Poll, { extension }: PollRules, deps: Deps): number | undefined => {
  const now = deps.clock.now();
  const { zone } = deps.district;
  if (extension === null || poll.extensions >= extension.times) return undefined;
  if (now.getTime() < poll.closeMs - EXTENSION_LEAD_MS) return undefined;
  const closeMs = plusLocalDays(poll.closeMs, zone, extension.days);
  return extensionRefusals(poll, closeMs, now, zone).length === 0 ? closeMs : undefined;
};

const finish = async (poll: Poll, rules: PollRules, survey: Survey, deps: Deps): Promise<StepPage<SurveyPlace>> => {
  const now = deps.clock.now();
  const kept = putSurvey(poll.id, { ...survey, atMs: now.getTime() });
  const closeMs = isShort(survey, rules) ? extendedClose(poll, rules, deps) : undefined;
  if (closeMs === undefined) await deps.db.commit([kept, setDue(poll.id, dueOf(poll, now))]);
  else {
    const reason = `turnout ${survey.voted}/${survey.entitled} at ${instantOf(now.getTime())}`;
    await moveBySystem(poll, "extend", { closeMs, extensions: poll.extensions + 1, reason }, deps, [kept]);
  }
  return { next: null, changed: 1, last: true };
};

/** Entries of a page of a shard, and where the next one begins. */
export const entriesPage = async (poll: string, shard: number, after: string | null, deps: Pick<Deps, "db">) => {
  const page = await shardPage(deps.db, poll, SHARDS[shard] as string, after, ENTRIES);
  const entries = page.items.map(toEntry);
  return { entries, after: page.last ? (entries.at(-1)?.entry ?? null) : null, more: page.last !== undefined };
};

const mutable = (survey: Survey): SurveyPlace["survey"] => ({
  ...survey,
  buildings: Object.fromEntries(Object.entries(survey.buildings).map(([name, [n, v]]) => [name, [n, v]])),
  channels: { ...survey.channels },
});

const START: SurveyPlace = { shard: 0, after: null, survey: mutable(emptySurvey) };

/**
 * One page of the roll is surveyed; the last one keeps the turnout. What was counted long before the rest would be
 * told, and might extend the poll, as the turnout of now.
 */
export const surveyStep: StepWork<SurveyPlace> = async (poll, rules, place, deps) => {
  const atMs = deps.clock.now().getTime();
  const { shard, after, survey } = place !== null && atMs - place.survey.atMs <= PAUSE_MAX_MS ? place : START;
  const page = await entriesPage(poll.id, shard, after, deps);
  const next = { ...surveyed(survey, page.entries), atMs };
  if (page.more) return { next: { shard, after: page.after, survey: mutable(next) }, changed: 0 };
  if (shard + 1 < SHARDS.length) return { next: { shard: shard + 1, after: null, survey: mutable(next) }, changed: 0 };
  return finish(poll, rules, next, deps);
};
