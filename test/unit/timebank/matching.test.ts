/** Each component of a match, each exclusion, and the distance of coarse places. */
import { describe, expect, it } from "vitest";
import { cellOf, stepsBetween } from "../../../functions/timebank/domain/cells.ts";
import {
  type Candidate,
  COMPONENTS,
  type Component,
  exclusionOf,
  explain,
  MATCHES_MAX,
  type Request,
  reachable,
  requestsFor,
  stretchMinutes,
  volunteersFor,
  WEIGHTS,
} from "../../../functions/timebank/domain/matching.ts";
import { newVolunteer, type Session } from "../../../functions/timebank/domain/volunteer.ts";

const MINUTE = 60_000;
const at = (minutes: number): number => minutes * MINUTE;
const NO_CAPS = {
  ...{ sessionMinutes: 480, dayMinutes: null, weekMinutes: null, monthMinutes: null, yearMinutes: null },
  totalMinutes: null,
};

const request = (fields: Partial<Request> = {}): Request => ({
  ...{ id: "r", recipient: "elder", requester: "daughter", category: "shopping", fromMs: at(600), untilMs: at(720) },
  ...{ minutes: 60, counts: 60, skills: ["cooking"], cell: cellOf("wx4g0"), urgent: false, caps: NO_CAPS },
  periods: { day: 1, week: 1, month: 1, year: 1 },
  ...fields,
});
const candidate = (fields: Partial<Candidate> = {}, id = "v"): Candidate => ({
  ...{ volunteer: newVolunteer(id), skills: new Set(["cooking"]), cells: [cellOf("wx4g0")] },
  ...{ free: [{ fromMs: at(540), untilMs: at(780) }], blocked: new Set<string>(), closed: new Set<string>() },
  ...fields,
});
const used = (used: Record<string, number>) => ({ ...newVolunteer("v"), used });
const rated = (ratings: number, ratingSum: number) => ({ ...newVolunteer("v"), ratings, ratingSum });

const partOf = (component: Component, one: Candidate, asked: Request) =>
  explain(one, asked).find((each) => each.component === component);
const pointsOf = (component: Component, one: Candidate, asked = request()) => partOf(component, one, asked)?.points;

describe("coarse places", () => {
  it("are read as the published example: ezs42 lies at 42.6° N, 5.6° W", () => {
    const { west, east, south, north } = cellOf("ezs42");
    expect([east - west, north - south]).toEqual([1, 1]);
    expect((west * 360) / 8_192 - 180).toBeCloseTo(-5.625, 3);
    expect((south * 180) / 4_096 - 90).toBeCloseTo(42.583, 3);
  });
  it("are no step apart where one holds the other, one where they touch, and turn round the 180th meridian", () => {
    expect(stepsBetween(cellOf("wx4"), cellOf("wx4g0"))).toBe(0);
    expect(stepsBetween(cellOf("ezs42"), cellOf("ezs43"))).toBe(1);
    expect(stepsBetween(cellOf("zzzzz"), cellOf("bpbpb"))).toBe(1);
    expect(stepsBetween(cellOf("bpbpb"), cellOf("zzzzz"))).toBe(1);
    expect(stepsBetween(cellOf("s0000"), cellOf("s0001"))).toBe(stepsBetween(cellOf("s0001"), cellOf("s0000")));
  });
  it("are as coarse as an eighth of the world's width and a quarter of its height", () => {
    expect(cellOf("s")).toEqual({ west: 4_096, east: 5_120, south: 2_048, north: 3_072 });
  });
  it("are refused where they are none", () => {
    for (const text of ["", "wx4g0b", "a"]) expect(() => cellOf(text)).toThrow(RangeError);
  });
});

describe("the components of a match", () => {
  it("name every weight once and sum to a thousand", () => {
    expect(COMPONENTS.reduce((sum, component) => sum + WEIGHTS[component], 0)).toBe(1_000);
    expect(explain(candidate(), request()).map(({ component, of }) => [component, of])).toEqual(
      Object.entries(WEIGHTS),
    );
  });
  it("skill: the category is welcome, not needed", () => {
    expect(partOf("skill", candidate(), request())).toEqual({
      ...{ component: "skill", points: 125, of: 250, params: { had: 1, wanted: 2 } },
    });
    expect(pointsOf("skill", candidate({ skills: new Set(["cooking", "shopping"]) }))).toBe(250);
    expect(pointsOf("skill", candidate({ skills: new Set() }), request({ skills: [] }))).toBe(0);
  });
  it("distance: the nearest area counts, each step costs, an unnamed place gives half", () => {
    const [one, far] = [cellOf("ezs42"), cellOf("ezs43")];
    const asked = request({ cell: one });
    expect(partOf("distance", candidate({ cells: [far, one] }), asked)).toMatchObject({
      points: 200,
      params: { steps: 0 },
    });
    expect(partOf("distance", candidate({ cells: [far] }), asked)).toMatchObject({ points: 180, params: { steps: 1 } });
    expect(pointsOf("distance", candidate({ cells: [cellOf("wx4g0")] }), asked)).toBe(0);
    expect(partOf("distance", candidate({ cells: [] }), asked)).toMatchObject({ points: 100, params: {} });
    expect(pointsOf("distance", candidate(), request({ cell: undefined }))).toBe(100);
  });
  it("overlap: the longest stretch counts, up to the minutes that are needed", () => {
    const free = [
      { fromMs: at(500), untilMs: at(610) },
      { fromMs: at(650), untilMs: at(680) },
      { fromMs: at(719), untilMs: at(900) },
    ];
    expect(stretchMinutes(free, request())).toBe(30);
    expect(partOf("overlap", candidate({ free }), request())).toMatchObject({
      points: 100,
      params: { minutes: 30, needed: 60 },
    });
    expect(pointsOf("overlap", candidate())).toBe(200);
  });
  it("fair share: who served fewer minutes this month comes first", () => {
    expect(pointsOf("fairShare", candidate({ volunteer: used({ m1: 0 }) }))).toBe(150);
    expect(partOf("fairShare", candidate({ volunteer: used({ m1: 1_200, m0: 2_400 }) }), request())).toEqual({
      ...{ component: "fairShare", points: 75, of: 150, params: { minutes: 1_200 } },
    });
    expect(pointsOf("fairShare", candidate({ volunteer: used({ m1: 9_999 }) }))).toBe(0);
  });
  it("ratings: a single one says less than many, and nobody is below nothing", () => {
    const points = [rated(200, 200), rated(1, 1), rated(0, 0), rated(1, 5), rated(200, 1_000)].map((volunteer) =>
      pointsOf("ratings", candidate({ volunteer })),
    );
    expect(points).toEqual([1, 56, 75, 81, 99]);
    expect(partOf("ratings", candidate({ volunteer: rated(1, 5) }), request())).toEqual({
      ...{ component: "ratings", points: 81, of: 100, params: { ratings: 1 } },
    });
  });
  it("sex: a preference that nobody else is shut out by", () => {
    const asked = request({ sex: "female" });
    expect(pointsOf("sex", candidate({ sex: "female" }), asked)).toBe(50);
    expect(pointsOf("sex", candidate({ sex: "male" }), asked)).toBe(0);
    expect(pointsOf("sex", candidate(), asked)).toBe(0);
    expect(exclusionOf(candidate({ sex: "male" }), asked)).toBeUndefined();
    expect(pointsOf("sex", candidate())).toBe(50);
    expect(pointsOf("sex", candidate({ sex: "male" }))).toBe(50);
  });
  it("urgency: lifts an urgent request above one that is alike", () => {
    const two = [request({ id: "a" }), request({ id: "b", urgent: true })];
    expect(requestsFor([candidate()], two, 2).map(({ request: id }) => id)).toEqual(["b", "a"]);
  });
});

const session = (fields: Partial<Session>): Session => ({
  ...{ order: "o", fromMs: at(0), untilMs: at(1), state: "planned", minutes: 60, plannedMs: at(0) },
  ...fields,
});

describe("a pair is excluded", () => {
  const daily = request({ caps: { ...NO_CAPS, dayMinutes: 120 } });
  const busy = (fields: Partial<Session>) => ({ ...newVolunteer("v"), sessions: [session(fields)] });
  it.each([
    ["self", candidate({}, "elder"), request()],
    ["self", candidate({}, "daughter"), request()],
    ["household", candidate({ closed: new Set(["elder"]) }), request()],
    ["blocked", candidate({ blocked: new Set(["elder"]) }), request()],
    ["blocked", candidate({ blocked: new Set(["daughter"]) }), request()],
    ["skill", candidate({ skills: new Set(["shopping"]) }), request()],
    ["time", candidate({ free: [{ fromMs: at(720), untilMs: at(800) }] }), request()],
    ["time", candidate({ free: [{ fromMs: at(500), untilMs: at(600) }] }), request()],
    ["clash", candidate({ volunteer: busy({ fromMs: at(719), untilMs: at(800) }) }), request()],
    ["cap", candidate({ volunteer: used({ d1: 61 }) }), daily],
    [
      "cap",
      candidate({ volunteer: { ...newVolunteer("v"), total: 50 } }),
      request({ caps: { ...NO_CAPS, totalMinutes: 100 } }),
    ],
  ])("by %s", (why, one, asked) => {
    expect(exclusionOf(one, asked)).toBe(why);
    expect(volunteersFor(asked, [one], MATCHES_MAX)).toEqual([]);
    expect(requestsFor([one], [asked], MATCHES_MAX)).toEqual([]);
  });
  it("by nothing at the limit of each rule", () => {
    expect(exclusionOf(candidate({ volunteer: used({ d1: 60 }) }), daily)).toBeUndefined();
    expect(
      exclusionOf(candidate({ volunteer: busy({ fromMs: at(720), untilMs: at(800) }) }), request()),
    ).toBeUndefined();
    expect(exclusionOf(candidate({ free: [{ fromMs: at(719), untilMs: at(800) }] }), request())).toBeUndefined();
  });
});

describe("what an offer can reach", () => {
  it("is the points of its words, and the most of all that depends on times and the volunteer", () => {
    const far = candidate({ cells: [cellOf("ezs43")], free: [], volunteer: used({ m1: 9_999 }), sex: "male" });
    const asked = request({ cell: cellOf("ezs42"), sex: "female" });
    expect(reachable(far, asked)).toBe(125 + 180 + 200 + 150 + 100 + 50);
    expect(reachable(far, { ...asked, urgent: true })).toBe(125 + 180 + 200 + 150 + 100 + 50 + 50);
  });
});

describe("a ranking", () => {
  it("breaks ties by fewer minutes this month, then by id", () => {
    const tired = { ...newVolunteer("a"), used: { m1: 1 } };
    const rested = candidate({}, "b");
    // One minute of 2,400 costs a point; without fair share left both have none, and minutes still decide.
    const spent = (id: string, minutes: number) =>
      candidate({ volunteer: { ...newVolunteer(id), used: { m1: minutes } } });
    const ids = (all: Candidate[]) => volunteersFor(request(), all, 9).map(({ volunteer }) => volunteer);
    expect(ids([candidate({ volunteer: tired }), rested])).toEqual(["b", "a"]);
    expect(ids([spent("a", 5_000), spent("b", 4_000)])).toEqual(["b", "a"]);
    expect(ids([candidate({}, "c"), rested])).toEqual(["b", "c"]);
    expect(ids([rested, candidate({}, "c")])).toEqual(["b", "c"]);
  });
  it("of requests breaks ties by the sooner one, then by id", () => {
    const two = [request({ id: "a", fromMs: at(610) }), request({ id: "b", fromMs: at(605) }), request({ id: "c" })];
    const ids = (asked: readonly Request[]) => requestsFor([candidate()], asked, 9).map(({ request: id }) => id);
    expect(ids(two)).toEqual(["c", "b", "a"]);
    expect(ids([...two, request({ id: "d" })].toReversed())).toEqual(["c", "d", "b", "a"]);
  });
  it("explains two offers of as many points by the same one, whichever was read first", () => {
    const near = candidate({ free: [{ fromMs: at(600), untilMs: at(630) }] });
    const long = candidate({ cells: [] });
    const [first, second] = [volunteersFor(request(), [near, long], 9), volunteersFor(request(), [long, near], 9)];
    expect(first).toEqual(second);
    expect(first.map(({ components }) => components.map(({ points }) => points))).toEqual([
      [125, 100, 200, 150, 75, 50, 0],
    ]);
  });
  it("shows a volunteer once, by their best offer, and no more than the limit", () => {
    const better = candidate({ skills: new Set(["cooking", "shopping"]) });
    const [only, ...rest] = volunteersFor(request(), [candidate(), better], 9);
    expect(rest).toEqual([]);
    expect(only?.total).toBe(only?.components.reduce((sum, { points }) => sum + points, 0));
    expect(only?.components[0]?.points).toBe(250);
    const many = Array.from({ length: 30 }, (_, index) => candidate({}, `v${index}`));
    expect(volunteersFor(request(), many, 5)).toHaveLength(5);
    expect(volunteersFor(request(), many, 99)).toHaveLength(MATCHES_MAX);
  });
});
