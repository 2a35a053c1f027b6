/** A space's days as they are: stored documents, with windows made anew where they are missing or stale. */
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Interval } from "../../shared/intervals.ts";
import { occurrencesIn } from "../../shared/recurrence.ts";
import type { DayDocument, LocalDay } from "../domain/day.ts";
import { openWindows, type Space } from "../domain/place.ts";
import { dayKey, toDay } from "../store/places.ts";
import { learn } from "./support.ts";

/** Days of a space, wholly within one range. */
export interface DaysOf {
  readonly space: Space;
  readonly days: readonly LocalDay[];
}

const windowsOf = async (space: Space, days: readonly LocalDay[]): Promise<Map<string, Interval[]>> => {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return new Map();
  const range = { fromMs: first.fromMs, untilMs: last.untilMs };
  const found = await Promise.all(space.availability.rules.map((rule) => occurrencesIn(rule, range)));
  const occurrences = found.flat();
  return new Map(days.map((day) => [day.day, openWindows(space, occurrences, day)]));
};

/** The documents of some days of a space; one that is not stored has revision 0. Reads are strong. */
export const daysOf = async ({ space, days }: DaysOf, known: Known, deps: Pick<Deps, "db">): Promise<DayDocument[]> => {
  await learn(
    days.map(({ day }) => dayKey(space.id, day)),
    known,
    deps,
  );
  const spot = { id: space.id, lot: space.lot, label: space.label };
  const documents = days.map((day): DayDocument => {
    const item = known.get(dayKey(space.id, day.day));
    return item ? toDay(item, space, day) : { space: spot, day, revision: 0, availability: -1, open: [], busy: [] };
  });
  const stale = documents.filter(({ availability }) => availability !== space.windows).map(({ day }) => day);
  const windows = await windowsOf(space, stale);
  return documents.map((document) => {
    const open = windows.get(document.day.day);
    return open ? { ...document, open, availability: space.windows } : document;
  });
};
