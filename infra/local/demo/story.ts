/** A community's month, told through the API: every act asserts what it claims. */
import { playCommunityFund } from "./act-fund.ts";
import { playHours } from "./act-hours.ts";
import { castOf, playMarket } from "./act-market.ts";
import { playMonth, showCodes } from "./act-month.ts";
import { playProof } from "./act-proof.ts";
import { playRoll } from "./act-roll.ts";
import { playTrouble } from "./act-trouble.ts";
import { playYear } from "./act-year.ts";
import { Client } from "./client.ts";
import { idMaker, Random } from "./random.ts";
import { readRoll } from "./roll.ts";
import type { Screen } from "./screen.ts";
import { COMMUNITY, type Scale, World } from "./world.ts";

/** The whole roll and a busy month. */
export const FULL_SCALE: Scale = {
  residents: 500,
  rewards: 3_000,
  redemptions: 1_000,
  seats: 24,
  queue: 60,
  autumn: 60,
  pairs: 12,
  weeks: 4,
};
/** What the tests play: the same acts with a few people. */
export const SMALL_SCALE: Scale = {
  residents: 40,
  rewards: 60,
  redemptions: 30,
  seats: 3,
  queue: 8,
  autumn: 6,
  pairs: 3,
  weeks: 2,
};

/** Where the story begins on a server of its own: a Sunday morning in Shaoxing. */
export const FIRST_DAY = "2026-03-01T08:00:00+08:00";
const FIRST_HOUR = "T08:00:00+08:00";
const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

export interface StoryOptions {
  /** Base URL of a local server with the demo district. */
  readonly url: string;
  readonly screen: Screen;
  readonly scale: Scale;
  readonly seed: number;
  /** Empty on a fresh server; otherwise something that no run before had, so that the people and keys are new ones. */
  readonly salt: string;
  readonly eventsFile?: string;
  readonly journalFile: string;
}

export interface Outcome {
  readonly checks: number;
  /** What was claimed and did not hold, in English. */
  readonly failures: readonly string[];
  readonly skipped: readonly string[];
  readonly requests: number;
  readonly seconds: number;
  readonly refusals: ReadonlyMap<string, number>;
}

/** Today's first hour if that is still to come (on a fresh server it is now), else tomorrow's. */
const firstDay = (now: Date): Date => {
  const today = new Date(now.getTime() + OFFSET_MS).toISOString().slice(0, 10);
  const morning = Date.parse(`${today}${FIRST_HOUR}`);
  return new Date(now.getTime() - morning < DAY_MS / 24 ? morning : morning + DAY_MS);
};

const summarize = (world: World, seconds: number): void => {
  const { client, screen, checks, failures, skipped } = world;
  screen.heading("总结", "Summary");
  screen.table(
    [{ title: "" }, { title: "", number: true }],
    [
      ["请求 requests", String(client.requests)],
      ["每秒 per second", String(Math.round(client.requests / seconds))],
      ["忙而重试 busy, sent again", String(client.busy)],
      ["用时 seconds", seconds.toFixed(1)],
      ["核对 checks", String(checks)],
      ["未通过 failed", String(failures.length)],
      ["未核对 not checked here", String(skipped.length)],
    ],
  );
  screen.say("拒绝次数，按代码", "Refusals by code");
  showCodes(world, client.refusals);
  for (const failure of failures) screen.verdict(false, "未通过", failure);
};

/** Tells the story. Resolves with what came of its checks; throws where it could not go on. */
export const tellStory = async (options: StoryOptions): Promise<Outcome> => {
  const { url, screen, scale, seed, salt, journalFile } = options;
  const began = performance.now();
  const client = new Client(url, COMMUNITY, idMaker(seed, salt));
  const world = new World({
    client,
    screen,
    random: new Random(seed),
    scale,
    roll: readRoll({ residentsMax: scale.residents, salt }),
    fresh: salt === "",
    eventsFile: options.eventsFile,
    journalFile,
  });
  const start = firstDay(await client.now());
  await playRoll(world);
  const lastDay = await playMonth(world, start);
  const cast = castOf(world);
  await playMarket(world, cast);
  await playTrouble(world, cast);
  await playHours(world);
  await playCommunityFund(world);
  await playYear(world, cast, lastDay);
  await playProof(world, cast);
  const seconds = (performance.now() - began) / 1_000;
  summarize(world, seconds);
  const { checks, failures, skipped } = world;
  return { checks, failures, skipped, requests: client.requests, seconds, refusals: client.refusals };
};
