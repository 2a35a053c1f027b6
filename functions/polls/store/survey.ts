/** The turnout of a poll as last taken: one item, written anew by each survey and at last by the count. */
import { always, type Item, type Key, type Write } from "../../shared/write.ts";

/** Key of a poll's turnout. */
export const surveyKey = (poll: string): Key => ({ pk: `PL#${poll}`, sk: "T" });

/** Turnout taken by going through the roll. */
export interface Survey {
  readonly atMs: number;
  readonly entitled: number;
  readonly voted: number;
  /** Owners: 0.01 m². */
  readonly area: number;
  readonly areaVoted: number;
  readonly buildings: Readonly<Record<string, readonly [entitled: number, voted: number]>>;
  /** Ballots by channel; shown after closing. */
  readonly channels: Readonly<Record<string, number>>;
}

/** A survey that has seen nothing yet. */
export const emptySurvey: Survey = {
  atMs: 0,
  entitled: 0,
  voted: 0,
  area: 0,
  areaVoted: 0,
  buildings: {},
  channels: {},
};

/** Keeps a survey in the place of the one before. */
export const putSurvey = (poll: string, survey: Survey): Write => ({
  type: "put",
  item: { ...surveyKey(poll), ...survey, buildings: { ...survey.buildings }, channels: { ...survey.channels } },
  condition: always,
});

/** A survey from its item. */
export const toSurvey = (item: Item): Survey => ({
  atMs: item.atMs as number,
  entitled: item.entitled as number,
  voted: item.voted as number,
  area: item.area as number,
  areaVoted: item.areaVoted as number,
  buildings: item.buildings as Record<string, [number, number]>,
  channels: item.channels as Record<string, number>,
});
