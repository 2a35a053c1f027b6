/** Which stretches of time can be booked, whoever asks. */
import { describe, expect, it } from "vitest";
import { stretchRefusals } from "../../../functions/parking/domain/booking.ts";
import { testRules } from "../../support/parking.ts";
import { stretch } from "./make.ts";

describe("a stretch of time", () => {
  const now = new Date("2026-10-25T00:00:00Z");
  const refused = (from: string, until: string, zone = "Europe/London", begun?: boolean) =>
    stretchRefusals(stretch(from, until), testRules(), zone, now, begun);
  const order = (from: string, until: string) => ({ code: "parking/interval", params: { from, until } });
  const length = (minutes: number) => ({ code: "parking/duration", params: { minutes, min: 30, max: 10_080 } });
  const grid = { code: "parking/grid", params: { minutes: 15 } };
  const past = (from: string) => ({ code: "parking/past", params: { from, now: "2026-10-25T00:00:00.000Z" } });
  const far = { code: "parking/too-far", params: { days: 60 } };
  it.each([
    [
      "ends before it begins",
      "2026-10-25T10:00:00Z",
      "2026-10-25T09:00:00Z",
      order("2026-10-25T10:00:00.000Z", "2026-10-25T09:00:00.000Z"),
    ],
    [
      "has no length",
      "2026-10-25T10:00:00Z",
      "2026-10-25T10:00:00Z",
      order("2026-10-25T10:00:00.000Z", "2026-10-25T10:00:00.000Z"),
    ],
    ["is too short", "2026-10-25T10:00:00Z", "2026-10-25T10:15:00Z", length(15)],
    ["is too short, in whole minutes", "2026-10-25T10:00:00Z", "2026-10-25T10:29:59Z", length(29)],
    ["is too long", "2026-10-25T10:00:00Z", "2026-11-01T10:15:00Z", length(10_095)],
    ["is off the grid", "2026-10-25T10:05:00Z", "2026-10-25T11:05:00Z", grid],
    ["is off the grid by a second", "2026-10-25T10:00:01Z", "2026-10-25T11:00:01Z", grid],
    ["begins off the grid", "2026-10-25T10:05:00Z", "2026-10-25T11:00:00Z", grid],
    ["ends off the grid", "2026-10-25T10:00:00Z", "2026-10-25T11:05:00Z", grid],
    ["has begun a step ago", "2026-10-24T23:45:00Z", "2026-10-25T11:00:00Z", past("2026-10-24T23:45:00.000Z")],
    ["is too far ahead", "2026-12-24T00:15:00Z", "2026-12-24T02:00:00Z", far],
  ])("that %s is refused, with the numbers behind it", (_what, from, until, refusal) =>
    expect(refused(from, until)).toEqual([refusal]),
  );

  it.each([
    ["is the shortest", "2026-10-25T10:00:00Z", "2026-10-25T10:30:00Z"],
    ["is a whole week", "2026-10-25T10:00:00Z", "2026-11-01T10:00:00Z"],
    ["crosses the hour that comes twice", "2026-10-25T00:15:00Z", "2026-10-25T01:15:00Z"],
    ["begins now", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"],
    ["begins sixty days ahead", "2026-12-24T00:00:00Z", "2026-12-24T02:00:00Z"],
  ])("that %s can be booked", (_what, from, until) => expect(refused(from, until)).toEqual([]));

  it("begins on the grid of its zone, counted from the beginning of the local day", () => {
    const kathmandu = testRules({ gridMinutes: 60, minMinutes: 60 });
    const codes = (from: string, until: string) =>
      stretchRefusals(stretch(from, until), kathmandu, "Asia/Kathmandu", now).map(({ code }) => code);
    expect(codes("2026-10-25T10:15:00Z", "2026-10-25T11:15:00Z")).toEqual([]);
    expect(codes("2026-10-25T10:00:00Z", "2026-10-25T11:00:00Z")).toEqual(["parking/grid"]);
  });

  it("may begin in the step of the grid that is running, as people book before the gate", () => {
    const later = new Date("2026-10-25T10:14:59.999Z");
    const booked = stretch("2026-10-25T10:00:00Z", "2026-10-25T11:00:00Z");
    expect(stretchRefusals(booked, testRules(), "Europe/London", later)).toEqual([]);
    expect(stretchRefusals(booked, testRules(), "Europe/London", new Date("2026-10-25T10:15:00Z"))[0]?.code).toBe(
      "parking/past",
    );
  });

  it("of a stay that has begun may lie as far back as it likes, but ends in the future", () => {
    expect(refused("2026-10-24T10:00:00Z", "2026-10-25T00:15:00Z", "Europe/London", true)).toEqual([]);
    expect(refused("2026-10-24T10:00:00Z", "2026-10-25T00:00:00Z", "Europe/London", true)).toEqual([
      past("2026-10-24T10:00:00.000Z"),
    ]);
  });
});
