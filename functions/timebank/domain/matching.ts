/**
 * Who fits a request, and why: exclusions first, then points for each component, whole numbers that sum to 1,000. It
 * says nothing of who was excluded or how many were, or a block could be read from it.
 */

import { MATCHES_MAX } from "../../../schemas/timebank/matches.ts";
import type { PolicyProfile } from "../../../schemas/timebank/policy.ts";
import type { Interval } from "../../shared/intervals.ts";
import type { Periods } from "../../shared/time.ts";
import { type Cell, stepsBetween } from "./cells.ts";
import { overlaps, usagesIn, type Volunteer } from "./volunteer.ts";

export { MATCHES_MAX };

/** Points of each component at its best, in the order in which they are explained. */
export const WEIGHTS = {
  skill: 250,
  distance: 200,
  overlap: 200,
  fairShare: 150,
  ratings: 100,
  sex: 50,
  urgency: 50,
} as const;
export type Component = keyof typeof WEIGHTS;
export const COMPONENTS = Object.keys(WEIGHTS) as Component[];
/** Components that an offer's words and a request decide; the others need its times expanded, or its volunteer. */
const OFFERED: readonly Component[] = ["skill", "distance", "urgency"];

/** Points that a step between coarse places costs. */
const STEP_POINTS = 20;
/** Minutes of a month at which nothing is left of the fair share. */
const FAIR_MINUTES = 2_400;
/** Ratings weigh as if everybody had had so many of four stars before. */
const PRIOR = { ratings: 3, stars: 4 };
const STARS = 5;
const MINUTE_MS = 60_000;

/** A request for service as matching sees it. */
export interface Request {
  readonly id: string;
  readonly recipient: string;
  readonly requester: string;
  readonly category: string;
  readonly fromMs: number;
  /** Not included. */
  readonly untilMs: number;
  /** Minutes that are needed. */
  readonly minutes: number;
  /** Minutes that count towards the volunteer's caps. */
  readonly counts: number;
  readonly skills: readonly string[];
  readonly cell: Cell | undefined;
  readonly sex?: string | undefined;
  readonly urgent: boolean;
  readonly caps: PolicyProfile["caps"];
  /** Of the planned start, in the district's calendar. */
  readonly periods: Periods;
}

/** One offer with the volunteer behind it. */
export interface Candidate {
  readonly volunteer: Volunteer;
  readonly skills: ReadonlySet<string>;
  /** Areas of the offer; none means no preference. */
  readonly cells: readonly Cell[];
  /** When the volunteer is free, around the request. */
  readonly free: readonly Interval[];
  readonly sex?: string | undefined;
  /** People whom a block parts from the volunteer, in either direction. */
  readonly blocked: ReadonlySet<string>;
  /** People whom the rules do not let the volunteer serve, such as their own household. */
  readonly closed: ReadonlySet<string>;
}

/** Why a pair is not shown, by the first rule that it breaks. */
export type Exclusion = "self" | "household" | "blocked" | "skill" | "time" | "clash" | "cap";

/** Longest stretch of the request's window in which somebody is free, in whole minutes. */
export const stretchMinutes = (free: readonly Interval[], { fromMs, untilMs }: Interval): number =>
  free.reduce((longest, one) => {
    const stretch = Math.min(one.untilMs, untilMs) - Math.max(one.fromMs, fromMs);
    return Math.max(longest, Math.floor(stretch / MINUTE_MS));
  }, 0);

/** Why this offer is not shown for the request; undefined where it is. */
export const exclusionOf = (candidate: Candidate, request: Request): Exclusion | undefined => {
  const { volunteer, skills, free, blocked, closed } = candidate;
  const others = [request.recipient, request.requester];
  if (others.includes(volunteer.id)) return "self";
  if (others.some((other) => closed.has(other))) return "household";
  if (others.some((other) => blocked.has(other))) return "blocked";
  if (!request.skills.every((skill) => skills.has(skill))) return "skill";
  if (stretchMinutes(free, request) === 0) return "time";
  if (volunteer.sessions.some((session) => overlaps(session, request.fromMs, request.untilMs))) return "clash";
  const usages = usagesIn(volunteer, request.caps, request.periods);
  return usages.some(({ limit, used }) => used + request.counts > limit) ? "cap" : undefined;
};

/** One component's part of a total. */
export interface Part {
  readonly component: Component;
  readonly points: number;
  /** Most that it can give. */
  readonly of: number;
  /** The numbers behind it. */
  readonly params: Readonly<Record<string, number>>;
}

/** Minutes that a volunteer has in the month of the request. */
const monthMinutes = ({ used }: Volunteer, { periods }: Request): number => used[`m${periods.month}`] ?? 0;

const stepsTo = (cells: readonly Cell[], cell: Cell | undefined): number | undefined =>
  cell === undefined || cells.length === 0 ? undefined : Math.min(...cells.map((one) => stepsBetween(one, cell)));

const shareOf = (weight: number, part: number, whole: number): number => Math.floor((weight * part) / whole);

const partOf = (component: Component, candidate: Candidate, request: Request): Omit<Part, "component" | "of"> => {
  const weight = WEIGHTS[component];
  switch (component) {
    case "skill": {
      const wanted = [...new Set([...request.skills, request.category])];
      const had = wanted.filter((skill) => candidate.skills.has(skill)).length;
      return { points: shareOf(weight, had, wanted.length), params: { had, wanted: wanted.length } };
    }
    case "distance": {
      const steps = stepsTo(candidate.cells, request.cell);
      if (steps === undefined) return { points: weight / 2, params: {} };
      return { points: Math.max(weight - STEP_POINTS * steps, 0), params: { steps } };
    }
    case "overlap": {
      const minutes = stretchMinutes(candidate.free, request);
      const needed = request.minutes;
      return { points: shareOf(weight, Math.min(minutes, needed), needed), params: { minutes, needed } };
    }
    case "fairShare": {
      const minutes = monthMinutes(candidate.volunteer, request);
      return { points: shareOf(weight, Math.max(FAIR_MINUTES - minutes, 0), FAIR_MINUTES), params: { minutes } };
    }
    case "ratings": {
      const { ratings, ratingSum } = candidate.volunteer;
      const count = ratings + PRIOR.ratings;
      // Stars run from one, so what counts is how far the mean lies above one.
      const above = ratingSum + PRIOR.ratings * PRIOR.stars - count;
      return { points: shareOf(weight, above, count * (STARS - 1)), params: { ratings } };
    }
    case "sex": {
      const fits = request.sex === undefined || candidate.sex === request.sex;
      return { points: fits ? weight : 0, params: {} };
    }
    case "urgency":
      return { points: request.urgent ? weight : 0, params: {} };
  }
};

/** Every component's part of a pair's total. */
export const explain = (candidate: Candidate, request: Request): Part[] =>
  COMPONENTS.map((component) => ({
    component,
    of: WEIGHTS[component],
    ...partOf(component, candidate, request),
  }));

/** Most points that an offer can reach, whatever its volunteer has done: for reading the likeliest first. */
export const reachable = (candidate: Candidate, request: Request): number =>
  COMPONENTS.reduce((sum, component) => {
    const isOffered = OFFERED.includes(component);
    return sum + (isOffered ? partOf(component, candidate, request).points : WEIGHTS[component]);
  }, 0);

/** A pair that fits, with its points and what they come from. */
export interface Match {
  readonly request: string;
  readonly volunteer: string;
  readonly total: number;
  readonly components: readonly Part[];
}

interface Pair {
  readonly candidate: Candidate;
  readonly request: Request;
  readonly total: number;
  readonly components: readonly Part[];
}

const pairOf = (candidate: Candidate, request: Request): Pair[] => {
  if (exclusionOf(candidate, request) !== undefined) return [];
  const components = explain(candidate, request);
  return [{ candidate, request, components, total: components.reduce((sum, { points }) => sum + points, 0) }];
};

/** More points, or as many and the explanation that is first as text: the same whichever was read first. */
const isBetter = (pair: Pair, known: Pair): boolean =>
  pair.total > known.total ||
  (pair.total === known.total && JSON.stringify(pair.components) < JSON.stringify(known.components));

/** The best pair of each key, in an order that does not depend on the order of reading. */
const ranked = (
  pairs: readonly Pair[],
  keyOf: (pair: Pair) => string,
  tie: (a: Pair, b: Pair) => number,
  limit: number,
): Match[] => {
  const best = new Map<string, Pair>();
  for (const pair of pairs) {
    const known = best.get(keyOf(pair));
    if (!known || isBetter(pair, known)) best.set(keyOf(pair), pair);
  }
  return [...best.values()]
    .sort((a, b) => b.total - a.total || tie(a, b) || (keyOf(a) < keyOf(b) ? -1 : 1))
    .slice(0, Math.min(limit, MATCHES_MAX))
    .map(({ candidate, request, total, components }) => ({
      ...{ request: request.id, volunteer: candidate.volunteer.id },
      ...{ total, components },
    }));
};

/** Volunteers for a request, each by the best of their offers; of equal points the one who served less this month. */
export const volunteersFor = (request: Request, candidates: readonly Candidate[], limit: number): Match[] => {
  const pairs = candidates.flatMap((candidate) => pairOf(candidate, request));
  const minutes = ({ candidate }: Pair) => monthMinutes(candidate.volunteer, request);
  return ranked(
    pairs,
    ({ candidate }) => candidate.volunteer.id,
    (a, b) => minutes(a) - minutes(b),
    limit,
  );
};

/** Requests for the offers of one volunteer, each by the best of the offers; of equal points the one that is sooner. */
export const requestsFor = (offers: readonly Candidate[], requests: readonly Request[], limit: number): Match[] => {
  const pairs = requests.flatMap((request) => offers.flatMap((offer) => pairOf(offer, request)));
  return ranked(
    pairs,
    ({ request }) => request.id,
    (a, b) => a.request.fromMs - b.request.fromMs,
    limit,
  );
};
