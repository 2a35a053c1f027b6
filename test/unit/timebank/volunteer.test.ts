/** What a volunteer has taken on: sessions that never overlap, minutes within the caps, honour and stars. */
import { describe, expect, it } from "vitest";
import { periodsAt } from "../../../functions/shared/time.ts";
import {
  begin,
  end,
  giveBack,
  honour,
  newVolunteer,
  SESSIONS_MAX,
  type Session,
  starsOfMember,
  stop,
  type Taken,
  take,
  usages,
  type Volunteer,
} from "../../../functions/timebank/domain/volunteer.ts";
import { testProfile } from "../../support/timebank.ts";
import { DAY, HOUR, NOON, session, WHEN } from "./records.ts";

const when = WHEN;
const { caps } = testProfile();
const ann = newVolunteer("ann");
const volunteerOf = (result: Taken): Volunteer => {
  if ("refusals" in result) throw new Error(result.refusals[0]?.code);
  return result.volunteer;
};
const taken = (volunteer: Volunteer, next: Session): Volunteer => volunteerOf(take(volunteer, next, caps, when));
const iso = (ms: number): string => new Date(ms).toISOString();
const overlap = ({ order, fromMs, untilMs }: Session) => ({
  refusals: [{ code: "timebank/session-overlap", params: { order, from: iso(fromMs), until: iso(untilMs) } }],
});
/** Minutes under the names of an instant's periods. */
const usedAt = (ms: number, minutes: number): Record<string, number> => {
  const { day, week, month, year } = periodsAt(new Date(ms), when.zone);
  return { [`d${day}`]: minutes, [`w${week}`]: minutes, [`m${month}`]: minutes, [`y${year}`]: minutes };
};

describe("a volunteer's sessions", () => {
  it("are half-open: one may begin where another ends", () => {
    const first = taken(ann, session("a", 1, 2));
    expect(taken(first, session("b", 2, 3)).sessions).toHaveLength(2);
    expect(take(first, session("b", 1.5, 2.5), caps, when)).toEqual(overlap(session("a", 1, 2)));
    expect(take(first, session("b", 0, 1.1), caps, when)).toEqual(overlap(session("a", 1, 2)));
  });

  it("count in the day of the district's zone on which they were planned", () => {
    // 12 hours after noon the next local day begins.
    const full = taken(ann, session("a", 1, 7, { minutes: 360 }));
    expect(take(full, session("b", 11, 11.9, { minutes: 15 }), caps, when)).toEqual({
      refusals: [{ code: "timebank/cap", params: { period: "day", limit: 360, used: 360, minutes: 15 } }],
    });
    expect(taken(full, session("b", 12, 13)).sessions).toHaveLength(2);
  });

  it("leave nothing behind when they are given back", () => {
    const one = taken(ann, session("a", 1, 2));
    expect(one).toEqual({ ...ann, sessions: [session("a", 1, 2)], used: usedAt(NOON + HOUR, 60), total: 60 });
    expect(giveBack(one, "a", when)).toEqual(ann);
    const two = taken(one, session("b", 3, 4, { minutes: 45 }));
    expect(giveBack(two, "b", when)).toEqual(one);
    expect(giveBack(two, "another", when)).toBe(two);
  });

  it("begin as nothing: a new member has taken on and served nothing", () => {
    expect(newVolunteer("ann")).toEqual({
      ...{ id: "ann", sessions: [], used: {}, total: 0, honour: 0, served: 0, ratings: 0, ratingSum: 0, seed: 0 },
      ...{ stars: 0, told: 0, quiet: 0, revision: 0 },
    });
  });

  it("are sixty at most, those of the last days with them", () => {
    const many = Array.from({ length: SESSIONS_MAX }, (_, index) =>
      session(`${index}`, 24 * (index + 1), 24 * index + 25),
    );
    const free = { ...caps, dayMinutes: null };
    const next = session("next", 1, 2);
    expect(SESSIONS_MAX).toBe(60);
    expect("volunteer" in take({ ...ann, sessions: many.slice(1) }, next, free, when)).toBe(true);
    expect(take({ ...ann, sessions: many }, next, free, when)).toEqual({
      refusals: [{ code: "timebank/too-many-sessions", params: { limit: 60 } }],
    });
  });

  it("are kept for eight days after their end, those that have not ended for longer", () => {
    const ends = NOON - 8 * DAY;
    const old = (id: string, untilMs: number, state: Session["state"]): Session =>
      session(id, 0, 0, { fromMs: untilMs - HOUR, untilMs, plannedMs: untilMs - HOUR, state });
    const sessions = [
      old("gone", ends - 1, "ended"),
      old("kept", ends, "ended"),
      old("forgotten", ends - DAY, "running"),
      old("not begun", ends - 2 * DAY, "planned"),
    ];
    const kept = taken({ ...ann, sessions }, session("next", 1, 2)).sessions.map(({ order }) => order);
    expect(kept).toEqual(["kept", "forgotten", "not begun", "next"]);
  });

  it("leave the minutes of periods that may still be corrected, and none of older ones", () => {
    const { day, week, month, year } = periodsAt(when.now, when.zone);
    const corrected = { [`d${day - 9}`]: 1, [`w${week - 2}`]: 2, [`m${month - 1}`]: 3, [`y${year - 1}`]: 4 };
    const older = { [`d${day - 10}`]: 1, [`w${week - 3}`]: 2, [`m${month - 2}`]: 3, [`y${year - 2}`]: 4 };
    const empty = { [`d${day - 1}`]: 0 };
    const next = taken({ ...ann, used: { ...older, ...corrected, ...empty } }, session("next", 1, 2));
    expect(next.used).toEqual({ ...corrected, ...usedAt(NOON + HOUR, 60) });
  });

  it.each([
    ["day", "dayMinutes"],
    ["week", "weekMinutes"],
    ["month", "monthMinutes"],
    ["year", "yearMinutes"],
    ["lifetime", "totalMinutes"],
  ] as const)("reach the cap of a %s and do not pass it", (period, cap) => {
    const only = { ...caps, dayMinutes: null, [cap]: 120 };
    const has = { ...ann, used: usedAt(NOON, 60), total: 60 };
    expect("volunteer" in take(has, session("a", 1, 2), only, when)).toBe(true);
    expect(take(has, session("a", 1, 3, { minutes: 75 }), only, when)).toEqual({
      refusals: [{ code: "timebank/cap", params: { period, limit: 120, used: 60, minutes: 75 } }],
    });
    expect(usages(has, only, when.now, when.zone)).toEqual([{ period, limit: 120, used: 60 }]);
  });

  it("name every cap that they would pass", () => {
    const two = { ...caps, dayMinutes: 60, totalMinutes: 90 };
    const codes = take({ ...ann, total: 60 }, session("a", 1, 2.5, { minutes: 90 }), two, when);
    expect(codes).toEqual({
      refusals: [
        { code: "timebank/cap", params: { period: "day", limit: 60, used: 0, minutes: 90 } },
        { code: "timebank/cap", params: { period: "lifetime", limit: 90, used: 60, minutes: 90 } },
      ],
    });
  });

  it("do not run two at a time, and measured times never overlap", () => {
    const both = taken(taken(ann, session("a", 1, 2)), session("b", 2, 3));
    const running = volunteerOf(begin(both, "a", NOON + HOUR));
    expect(begin(running, "b", NOON + 2 * HOUR)).toEqual(overlap(session("a", 1, 2)));
    const counted = { id: "a", plannedMs: NOON + HOUR, counted: 60 };
    const measured = { inMs: NOON + HOUR, outMs: NOON + 2.5 * HOUR, credited: 60 };
    const ended = volunteerOf(end(running, counted, measured, when));
    expect(begin(ended, "b", NOON + 2 * HOUR)).toEqual(overlap(session("a", 1, 2.5)));
    expect("volunteer" in begin(ended, "b", NOON + 2.5 * HOUR)).toBe(true);
    expect(begin(ended, "b", NOON + HOUR)).toEqual(overlap(session("a", 1, 2.5)));
    expect("volunteer" in begin(ended, "b", NOON + HOUR - 1)).toBe(true);
  });
});

describe("signing in", () => {
  const both = taken(taken(ann, session("a", 1, 2)), session("b", 2, 3));

  it("begins the session at its instant, whatever else is planned then", () => {
    const inMs = NOON + 2.25 * HOUR;
    expect(volunteerOf(begin(both, "b", inMs))).toEqual({
      ...both,
      sessions: [session("a", 1, 2), session("b", 2, 3, { fromMs: inMs, state: "running" })],
    });
    const early = NOON + 1.5 * HOUR;
    expect(volunteerOf(begin(both, "b", early)).sessions[1]).toEqual(
      session("b", 2, 3, { fromMs: early, state: "running" }),
    );
  });

  it("after the planned end still leaves the session an instant", () => {
    const inMs = NOON + 4 * HOUR;
    expect(volunteerOf(begin(both, "b", inMs)).sessions[1]).toEqual(
      session("b", 2, 3, { fromMs: inMs, untilMs: inMs + 1, state: "running" }),
    );
  });

  it("to an order that was never taken on is a fault, not a session", () => {
    expect(() => begin(both, "c", NOON)).toThrow(/without a session/);
  });
});

describe("signing out", () => {
  const counted = { id: "a", plannedMs: NOON + HOUR, counted: 60 };
  const running = volunteerOf(begin(taken(ann, session("a", 1, 2)), "a", NOON + HOUR));
  const measured = (from: number, until: number, credited: number) => ({
    ...{ inMs: NOON + from * HOUR, outMs: NOON + until * HOUR, credited },
  });

  it("ends the session with the measured time, and counts the credited minutes for the planned ones", () => {
    expect(volunteerOf(end(running, counted, measured(1, 1.8, 45), when))).toEqual({
      ...{ ...ann, used: usedAt(NOON + HOUR, 45), total: 45 },
      sessions: [session("a", 1, 1.8, { state: "ended", minutes: 45 })],
    });
  });

  it("may be put right afterwards: the corrected time replaces the measured one", () => {
    const ended = volunteerOf(end(running, counted, measured(1, 1.8, 45), when));
    expect(volunteerOf(end(ended, { ...counted, counted: 45 }, measured(1, 2, 60), when))).toEqual({
      ...{ ...ann, used: usedAt(NOON + HOUR, 60), total: 60 },
      sessions: [session("a", 1, 2, { state: "ended" })],
    });
  });

  it("of a session that is no longer kept counts all the same", () => {
    const has = { ...ann, used: usedAt(NOON + HOUR, 60), total: 60 };
    expect(volunteerOf(end(has, counted, measured(1, 1.5, 30), when))).toMatchObject({
      ...{ total: 30, used: usedAt(NOON + HOUR, 30) },
      sessions: [session("a", 1, 1.5, { state: "ended", minutes: 30 })],
    });
  });

  it.each([
    ["a planned session", session("b", 1.5, 3), undefined],
    ["the end of an ended one", session("b", 0, 1, { state: "ended" }), undefined],
    ["an ended one", session("b", 0, 1.1, { state: "ended" }), session("b", 0, 1.1)],
    // What runs has come to now, noon, whatever its planned end.
    ["one that has run until now", session("b", -2, 5, { state: "running" }), undefined],
  ] as const)("is judged beside %s", (_, other, clash) => {
    const beside = { ...running, sessions: [...running.sessions, other] };
    const result = end(beside, counted, measured(1, 2, 60), when);
    if (clash) expect(result).toEqual(overlap(clash));
    else expect(volunteerOf(result).sessions).toContainEqual(other);
  });

  it("overlaps one that still runs, beyond the end that was planned for it", () => {
    const other = session("b", -2, -1, { state: "running" });
    const beside = { ...running, sessions: [...running.sessions, other] };
    expect(end(beside, counted, measured(-0.9, -0.5, 15), when)).toEqual(overlap(other));
  });
});

describe("a session whose order is frozen", () => {
  const inMs = NOON + HOUR;
  const both = taken(taken(ann, session("a", 1, 2)), session("b", 2, 3));

  it("is ended, so that the volunteer may serve others", () => {
    const running = volunteerOf(begin(both, "a", inMs));
    const stopped = stop(running, "a", NOON + 1.5 * HOUR);
    expect(stopped).toEqual({
      ...running,
      sessions: [session("b", 2, 3), session("a", 1, 1.5, { state: "ended" })],
    });
    expect("volunteer" in begin(stopped, "b", NOON + 2 * HOUR)).toBe(true);
  });

  it("never ends before it began", () => {
    const running = volunteerOf(begin(both, "a", inMs));
    expect(stop(running, "a", inMs - 1).sessions[1]).toEqual(session("a", 1, 1, { state: "ended" }));
  });

  it("keeps the end that was measured", () => {
    const ended = { ...ann, sessions: [session("a", 1, 1.5, { state: "ended" })] };
    expect(stop(ended, "a", NOON + 3 * HOUR)).toEqual(ended);
  });
});

describe("honour", () => {
  const counted = { id: "a", plannedMs: NOON + HOUR, counted: 60 };
  const both = taken(taken(ann, session("a", 1, 2)), session("b", 2, 3));

  it("is what was paid; what was counted and not paid goes back to the caps", () => {
    expect(honour(both, counted, 45, when, [])).toEqual({
      ...both,
      sessions: [session("a", 1, 2, { minutes: 45 }), session("b", 2, 3)],
      ...{ used: usedAt(NOON + HOUR, 105), total: 105, honour: 45, served: 1 },
    });
    expect(usages(honour(both, counted, 45, when, []), caps, new Date(NOON), when.zone)).toEqual([
      { period: "day", limit: 360, used: 105 },
    ]);
  });

  it("grows with each service, and with it the stars that it reaches", () => {
    const once = honour({ ...both, honour: 60, served: 2 }, counted, 60, when, [120, 600]);
    expect(once).toMatchObject({ honour: 120, served: 3, stars: 1 });
    expect(honour({ ...both, honour: 59 }, counted, 60, when, [120, 600])).toMatchObject({ honour: 119, stars: 0 });
  });

  it("keeps the stars of earlier thresholds: no later policy takes one", () => {
    const starred = { ...ann, honour: 130, stars: 3 };
    expect(starsOfMember(starred, [120, 600])).toBe(3);
    expect(starsOfMember({ ...starred, honour: 700, stars: 1 }, [120, 600])).toBe(2);
    expect(honour({ ...both, ...{ honour: 130, stars: 3 } }, counted, 60, when, [1_000]).stars).toBe(3);
  });
});
