/** The iCalendar writer against a reader of its own: lines, escapes, required properties (RFC 5545). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarEvent, calendarText, EVENTS_MAX, etagOf } from "../../functions/shared/calendar.ts";
import { contentLines, instantMs, parseCalendar } from "../support/ical.ts";

const event: CalendarEvent = {
  uid: "0199f3a2-8e10-7a3c-8b7d-51c2e6f4a901",
  fromMs: Date.parse("2026-10-25T00:30:00Z"),
  untilMs: Date.parse("2026-10-25T02:00:00Z"),
  changedMs: Date.parse("2026-10-20T12:34:56Z"),
  sequence: 3,
  status: "CONFIRMED",
  summary: "Reading",
};
const calendar = (...events: CalendarEvent[]) => ({ name: "邻里", refreshMinutes: 60, events });

describe("a calendar", () => {
  it("has what RFC 5545 asks of it and of each event, instants in UTC", () => {
    const read = parseCalendar(calendarText(calendar(event)));
    expect(read).toMatchObject({ name: "VCALENDAR", properties: { VERSION: "2.0", "X-WR-CALNAME": "邻里" } });
    expect(read.properties.PRODID).toMatch(/^-\/\/.+\/\/EN$/);
    expect(read.components).toEqual([
      {
        name: "VEVENT",
        properties: {
          UID: event.uid,
          DTSTAMP: "20261020T123456Z",
          "LAST-MODIFIED": "20261020T123456Z",
          SEQUENCE: "3",
          STATUS: "CONFIRMED",
          DTSTART: "20261025T003000Z",
          DTEND: "20261025T020000Z",
          SUMMARY: "Reading",
          TRANSP: "OPAQUE",
        },
        components: [],
      },
    ]);
  });

  it("says what takes nobody's time: what is merely open, and what is cancelled", () => {
    const shown = (fields: Partial<CalendarEvent>) =>
      parseCalendar(calendarText(calendar({ ...event, ...fields }))).components[0]?.properties.TRANSP;
    expect([shown({ transparent: true }), shown({ status: "CANCELLED" }), shown({ status: "TENTATIVE" })]).toEqual([
      "TRANSPARENT",
      "TRANSPARENT",
      "OPAQUE",
    ]);
  });

  it("gives back every text as it was but for control characters, in lines of at most 75 octets", () => {
    const text = fc.string({ unit: "binary", maxLength: 300 });
    const lines = fc.string({
      unit: fc.constantFrom("邻", ";", ",", "\\", "\n", "\r\n", "n", ":", '"', "👵🏽", "\u0007"),
      maxLength: 120,
    });
    fc.assert(
      fc.property(fc.oneof(text, lines), (value) => {
        const written = calendarText(calendar({ ...event, summary: value, description: value, location: value }));
        expect(() => contentLines(written)).not.toThrow();
        const wanted = value.replaceAll(/\r\n?/g, "\n").replaceAll(/[^\P{Cc}\n\t]/gu, "");
        const [read] = parseCalendar(written).components;
        expect(read?.properties).toMatchObject({ SUMMARY: wanted, DESCRIPTION: wanted, LOCATION: wanted });
      }),
    );
  });

  it("keeps instants to the second in any year it may meet", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7_258_118_399 }), (second) => {
        const fromMs = second * 1_000;
        const [read] = parseCalendar(calendarText(calendar({ ...event, fromMs, untilMs: fromMs + 60_000 }))).components;
        expect(instantMs(read?.properties.DTSTART)).toBe(fromMs);
      }),
    );
  });

  it("is refused above its limit, and with an event that ends before it begins", () => {
    const many = Array.from({ length: EVENTS_MAX + 1 }, () => event);
    expect(() => calendarText(calendar(...many))).toThrow(RangeError);
    expect(() => calendarText(calendar({ ...event, untilMs: event.fromMs }))).toThrow(RangeError);
    expect(parseCalendar(calendarText(calendar())).components).toEqual([]);
  });

  it("has another version when it says something else", () => {
    expect(etagOf("a")).toBe(etagOf("a"));
    expect(etagOf("a")).not.toBe(etagOf("b"));
  });
});
