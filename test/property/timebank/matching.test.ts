/** Rankings of drawn volunteers: an order that what was read cannot change, in which better is never lower. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellOf } from "../../../functions/timebank/domain/cells.ts";
import {
  type Candidate,
  MATCHES_MAX,
  type Request,
  requestsFor,
  volunteersFor,
} from "../../../functions/timebank/domain/matching.ts";
import { newVolunteer } from "../../../functions/timebank/domain/volunteer.ts";

const MINUTE = 60_000;
const CELLS = ["wx4g0", "wx4g1", "wx4g3", "wx4f", "wx4"];
const SKILLS = ["cooking", "shopping", "company"];
const PEOPLE = ["p0", "p1", "p2", "p3", "p4", "p5"];
const CAPS = {
  ...{ sessionMinutes: 480, dayMinutes: 240, weekMinutes: null, monthMinutes: null, yearMinutes: null },
  totalMinutes: null,
};

const person = fc.constantFrom(...PEOPLE);
const stretch = fc
  .tuple(fc.nat(200), fc.integer({ min: 1, max: 120 }))
  .map(([from, long]) => ({ fromMs: from * MINUTE, untilMs: (from + long) * MINUTE }));
const sex = fc.option(fc.constantFrom("female", "male"), { nil: undefined });
const cell = fc.constantFrom(...CELLS).map(cellOf);

const candidates = fc.record({
  volunteer: fc
    .record({
      id: person,
      month: fc.nat(3_000),
      day: fc.nat(240),
      stars: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }),
    })
    .map(({ id, month, day, stars }) => ({
      ...newVolunteer(id),
      ...{ used: { m1: month, d1: day }, ratings: stars.length, ratingSum: stars.reduce((sum, one) => sum + one, 0) },
    })),
  skills: fc.subarray(SKILLS).map((skills) => new Set(skills)),
  cells: fc.array(cell, { maxLength: 2 }),
  free: stretch.map((one) => [one]),
  sex,
  blocked: fc.subarray(PEOPLE, { maxLength: 2 }).map((people) => new Set(people)),
  closed: fc.constant(new Set<string>()),
});
const requests: fc.Arbitrary<Request> = fc
  .record({
    ...{ id: fc.uuid(), recipient: person, requester: person, category: fc.constantFrom(...SKILLS), window: stretch },
    ...{
      minutes: fc.integer({ min: 1, max: 120 }),
      skills: fc.subarray(SKILLS, { maxLength: 1 }),
      urgent: fc.boolean(),
    },
    ...{ cell: fc.option(cell, { nil: undefined }), sex },
  })
  .map(({ window, ...rest }) => ({
    ...{ ...rest, ...window, counts: rest.minutes, caps: CAPS },
    periods: { day: 1, week: 1, month: 1, year: 1 },
  }));

/** Each better in one component than `one`, worse in none. */
const betterOnes = (one: Candidate, asked: Request): Candidate[] => [
  { ...one, skills: new Set([...one.skills, asked.category]) },
  { ...one, cells: asked.cell === undefined ? one.cells : [...one.cells, asked.cell] },
  { ...one, free: [{ fromMs: asked.fromMs, untilMs: asked.untilMs }] },
  { ...one, volunteer: { ...one.volunteer, used: { ...one.volunteer.used, m1: 0 } } },
  { ...one, volunteer: { ...one.volunteer, ratingSum: one.volunteer.ratings * 5 } },
  { ...one, sex: asked.sex },
];

const same = (a: unknown, b: unknown): void => expect(a).toEqual(b);

describe("a ranking of volunteers", () => {
  it("is the same whatever the order of what was read, by falling points", () => {
    fc.assert(
      fc.property(
        fc.array(candidates, { maxLength: 12 }),
        requests,
        fc.infiniteStream(fc.nat()),
        (all, asked, draws) => {
          const shuffled = all
            .map((one) => ({ one, by: draws.next().value as number }))
            .sort((a, b) => a.by - b.by)
            .map(({ one }) => one);
          const ranked = volunteersFor(asked, all, MATCHES_MAX);
          same(volunteersFor(asked, shuffled, MATCHES_MAX), ranked);
          same(
            ranked.map(({ total }) => total),
            ranked.map(({ total }) => total).sort((a, b) => b - a),
          );
          for (const { total, components } of ranked) {
            same(
              components.reduce((sum, { points }) => sum + points, 0),
              total,
            );
            for (const { points, of } of components) {
              expect(Number.isInteger(points) && points >= 0 && points <= of).toBe(true);
            }
          }
        },
      ),
    );
  });
  it("never shows a blocked pair, on either side, nor anybody to themselves", () => {
    fc.assert(
      fc.property(fc.array(candidates, { maxLength: 12 }), fc.array(requests, { maxLength: 6 }), (all, asked) => {
        for (const one of all) {
          for (const { request } of requestsFor([one], asked, MATCHES_MAX)) {
            const { recipient, requester } = asked.find(({ id }) => id === request) as Request;
            for (const side of [recipient, requester]) {
              expect(one.blocked.has(side) || one.volunteer.id === side).toBe(false);
            }
          }
        }
      }),
    );
  });
  it("agrees from both sides on each pair's points", () => {
    fc.assert(
      fc.property(candidates, requests, (one, asked) => {
        same(requestsFor([one], [asked], 1), volunteersFor(asked, [one], 1));
      }),
    );
  });
  it("never puts a volunteer lower for being better in one component", () => {
    fc.assert(
      fc.property(fc.array(candidates, { maxLength: 8 }), candidates, requests, (others, drawn, asked) => {
        // One whom no rule excludes, beside others with other names.
        const one: Candidate = {
          ...{ ...drawn, volunteer: { ...drawn.volunteer, id: "me", used: { m1: drawn.volunteer.used.m1 ?? 0 } } },
          ...{ skills: new Set([...drawn.skills, ...asked.skills]), blocked: new Set<string>() },
          free: [{ fromMs: asked.fromMs, untilMs: asked.fromMs + MINUTE }],
        };
        const rank = (mine: Candidate): number =>
          volunteersFor(asked, [...others, mine], MATCHES_MAX).findIndex(({ volunteer }) => volunteer === "me");
        const before = rank(one);
        expect(before).toBeGreaterThanOrEqual(0);
        for (const better of betterOnes(one, asked)) expect(rank(better)).toBeLessThanOrEqual(before);
      }),
    );
  });
});
