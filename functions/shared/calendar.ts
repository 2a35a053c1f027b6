/**
 * Writes iCalendar (RFC 5545): content lines folded at 75 octets and ended by CRLF, texts escaped, instants in UTC, so
 * that no zone has to be described and every reader shows its own local time.
 */
import { createHash } from "node:crypto";

/** Octets of a content line before its CRLF (section 3.1). */
const LINE_OCTETS_MAX = 75;
/** Most events in one calendar. */
export const EVENTS_MAX = 500;
/** Media type of a calendar. */
export const CALENDAR_TYPE = "text/calendar; charset=utf-8";

/** One event. */
export interface CalendarEvent {
  /** The same in every version of the event (section 3.8.4.7); a UUID (RFC 7986 section 5.3). */
  readonly uid: string;
  readonly fromMs: number;
  /** Not included. */
  readonly untilMs: number;
  /** Instant of this version: DTSTAMP and LAST-MODIFIED. */
  readonly changedMs: number;
  /** Rises with each version (section 3.8.7.4). */
  readonly sequence: number;
  readonly status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  readonly summary: string;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  /** It takes nobody's time (section 3.8.2.7), as what is merely open does. A cancelled event never does. */
  readonly transparent?: boolean | undefined;
}

/** A calendar with its name and how often a reader should come back, in minutes. */
export interface Calendar {
  readonly name: string;
  readonly refreshMinutes: number;
  readonly events: readonly CalendarEvent[];
}

/** A text value: reserved characters escaped, line breaks as `\n`, other control characters left out (3.3.11). */
const textOf = (value: string): string =>
  value
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n\t]/gu, "")
    .replaceAll(/[\\;,]/g, (reserved) => `\\${reserved}`)
    .replaceAll("\n", "\\n");

/** An instant in UTC (section 3.3.5). */
const instantOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

/** Folds a content line between characters, never inside one (section 3.1). */
const folded = (line: string): string => {
  if (Buffer.byteLength(line) <= LINE_OCTETS_MAX) return line;
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS_MAX) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
};

const eventLines = (event: CalendarEvent): string[] => [
  "BEGIN:VEVENT",
  `UID:${textOf(event.uid)}`,
  `DTSTAMP:${instantOf(event.changedMs)}`,
  `LAST-MODIFIED:${instantOf(event.changedMs)}`,
  `SEQUENCE:${event.sequence}`,
  `STATUS:${event.status}`,
  `DTSTART:${instantOf(event.fromMs)}`,
  `DTEND:${instantOf(event.untilMs)}`,
  `SUMMARY:${textOf(event.summary)}`,
  ...(event.description === undefined ? [] : [`DESCRIPTION:${textOf(event.description)}`]),
  ...(event.location === undefined ? [] : [`LOCATION:${textOf(event.location)}`]),
  `TRANSP:${event.transparent || event.status === "CANCELLED" ? "TRANSPARENT" : "OPAQUE"}`,
  "END:VEVENT",
];

/**
 * The text of a calendar. Throws `RangeError` above `EVENTS_MAX` events, and for an event that does not end after it
 * begins.
 */
export const calendarText = ({ name, refreshMinutes, events }: Calendar): string => {
  if (events.length > EVENTS_MAX) throw new RangeError(`a calendar of more than ${EVENTS_MAX} events`);
  const odd = events.find(({ fromMs, untilMs }) => fromMs >= untilMs);
  if (odd) throw new RangeError(`${odd.uid} does not end after it begins`);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Linli//Linli//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${textOf(name)}`,
    `X-WR-CALNAME:${textOf(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M`,
    `X-PUBLISHED-TTL:PT${refreshMinutes}M`,
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
};

/** Version of a text for `ETag`: the same text has the same one, 22 characters of SHA-256. */
export const etagOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/** The answer that a feed gives. */
export const calendarAnswer = (calendar: Calendar) => {
  const text = calendarText(calendar);
  return { text, type: CALENDAR_TYPE, etag: etagOf(text) };
};
