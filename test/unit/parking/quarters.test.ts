/** Quarters of an hour in which a pooled lot is used. */
import { describe, expect, it } from "vitest";
import { quarterUses } from "../../../functions/parking/domain/quarters.ts";
import { fromNoon, stretch, ZONE } from "./make.ts";

describe("quarters of a pooled lot", () => {
  it("are those that the stretch touches, counted from the day's first instant, and cancel out in a change", () => {
    const uses = quarterUses(undefined, stretch("2026-06-15T15:20:00Z", "2026-06-15T16:10:00Z"), "Asia/Shanghai");
    expect(uses.map(({ day, change }) => [day.day, [...change]])).toEqual([
      [
        "20260615",
        [
          [93, 1],
          [94, 1],
          [95, 1],
        ],
      ],
      ["20260616", [[0, 1]]],
    ]);
    const moved = quarterUses(
      stretch("2026-06-15T01:00:00Z", "2026-06-15T02:00:00Z"),
      stretch("2026-06-15T01:15:00Z", "2026-06-15T02:15:00Z"),
      "Asia/Shanghai",
    );
    expect([...(moved[0]?.change ?? [])]).toEqual([
      [36, -1],
      [40, 1],
    ]);
  });

  it("do not change where a stretch takes the place of one in the same quarters", () => {
    expect(quarterUses(fromNoon(0, 1), fromNoon(0.05, 0.95), ZONE)).toEqual([]);
  });

  it("are given back where a stretch goes and none comes", () => {
    const [use, ...others] = quarterUses(fromNoon(0, 0.5), undefined, ZONE);
    expect([use?.day.day, [...(use?.change ?? [])], others]).toEqual([
      "20261201",
      [
        [48, -1],
        [49, -1],
      ],
      [],
    ]);
  });
});
