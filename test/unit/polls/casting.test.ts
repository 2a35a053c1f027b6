/** Who may cast for an entry of the roll, when, and over which earlier ballot. */
import { describe, expect, it } from "vitest";
import { type Attempt, castRefusals, type Standing } from "../../../functions/polls/domain/casting.ts";
import { at } from "./builders.ts";

const OPEN = at("2026-07-10T01:00:00Z");
const CLOSE = at("2026-07-20T01:00:00Z");

const entry = (fields: Partial<Standing> = {}): Standing => ({
  entry: "unit-1",
  voters: ["r:ann", "o:developer"],
  openMs: OPEN,
  closeMs: CLOSE,
  voted: false,
  ...fields,
});
const attempt = (fields: Partial<Attempt> = {}): Attempt => ({
  entry: "unit-1",
  voter: "r:ann",
  proxy: false,
  changeable: true,
  closeMs: CLOSE,
  nowMs: OPEN,
  ...fields,
});

describe("the roll", () => {
  it.each(["r:ann", "o:developer"])("takes a ballot from %s, who stands in the entry", (voter) => {
    expect(castRefusals(entry(), attempt({ voter }))).toEqual([]);
  });

  it("takes none from anybody else, and says for which entry", () => {
    const refused = [{ code: "polls/not-on-roll", params: { entry: "unit-1" } }];
    expect(castRefusals(entry(), attempt({ voter: "r:bo" }))).toEqual(refused);
    expect(castRefusals(entry({ voters: [] }), attempt())).toEqual(refused);
    expect(castRefusals(undefined, attempt())).toEqual(refused);
  });
});

describe("the window", () => {
  const closed = [{ code: "polls/closed", params: { until: "2026-07-20T01:00:00.000Z" } }];
  it.each([
    [
      "a millisecond before opening",
      OPEN - 1,
      [{ code: "polls/not-open", params: { opens: "2026-07-10T01:00:00.000Z" } }],
    ],
    ["at opening", OPEN, []],
    ["a millisecond before close", CLOSE - 1, []],
    ["at close", CLOSE, closed],
  ] as const)("%s", (_, nowMs, refusals) => {
    expect(castRefusals(entry(), attempt({ nowMs }))).toEqual(refusals);
  });

  it("goes on to the extended close, whether the poll or the entry knows of it first", () => {
    const later = CLOSE + 86_400_000;
    const late = { code: "polls/closed", params: { until: "2026-07-21T01:00:00.000Z" } };
    for (const [stored, extended] of [
      [CLOSE, later],
      [later, CLOSE],
    ] as const) {
      const cast = (nowMs: number) => castRefusals(entry({ closeMs: stored }), attempt({ closeMs: extended, nowMs }));
      expect(cast(later - 1)).toEqual([]);
      expect(cast(later)).toEqual([late]);
    }
  });
});

describe("a second ballot for an entry", () => {
  const own = entry({ voted: true, channel: "web" });
  const byProxy = entry({ voted: true, channel: "proxy" });
  const stands = [{ code: "polls/own-ballot-stands", params: {} }];
  const already = [{ code: "polls/already-cast", params: {} }];
  it.each([
    ["the voter's own after their own", own, false, true, []],
    ["the voter's own after their own, where ballots stand once cast", own, false, false, already],
    ["the voter's own after a proxy's", byProxy, false, true, []],
    ["the voter's own after a proxy's, where ballots stand once cast: own vote overrides", byProxy, false, false, []],
    ["a proxy's after the voter's own: never", own, true, true, stands],
    ["a proxy's after the voter's own, where ballots stand once cast", own, true, false, stands],
    ["a proxy's after a proxy's", byProxy, true, true, []],
    ["a proxy's after a proxy's, where ballots stand once cast", byProxy, true, false, already],
  ] as const)("%s", (_, standing, proxy, changeable, refusals) => {
    expect(castRefusals(standing, attempt({ proxy, changeable }))).toEqual(refusals);
  });

  it("a proxy may cast the first, also where ballots stand once cast", () => {
    expect(castRefusals(entry(), attempt({ proxy: true, changeable: false }))).toEqual([]);
  });
});
