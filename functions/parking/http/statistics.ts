/** Statistics over HTTP: what bookings have counted, beside what was open. */
import type * as z from "zod";
import {
  ENDS,
  type PlaceStatistics,
  STATISTICS_PAGE_MAX,
  type statisticsOperations,
} from "../../../schemas/parking/statistics.ts";
import { UnitCode } from "../../../schemas/primitives.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Interval, lengthOf } from "../../shared/intervals.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { occurrencesIn } from "../../shared/recurrence.ts";
import { reject } from "../../shared/refusal.ts";
import { dayStart, monthsAfter } from "../../shared/time.ts";
import { keyText } from "../../shared/write.ts";
import { MINUTE_MS } from "../domain/day.ts";
import { type Lot, openWindows, type Space } from "../domain/place.ts";
import type { Shares } from "../domain/price.ts";
import { type Counts, endCount, incomeCount, MINUTES, OVERSTAY_MINUTES, OVERSTAYS } from "../domain/tally.ts";
import { spaceKey, spaceList, toSpace } from "../store/places.ts";
import { tallyKey, toCounts } from "../store/tally.ts";
import { configOf, lotOf, OPERATORS, personOf, runsSpace, spaceOf } from "./support.ts";

type Op = (typeof statisticsOperations)["getParkingStatistics"];
type Place = z.input<typeof PlaceStatistics>;

const WHOLE_BPS = 10_000;

/** A local month `YYYY-MM` as the instants from its first day's start to the next one's. */
const monthIn = (month: string, zone: string): Interval => {
  const first = `${month.replace("-", "")}01`;
  return { fromMs: dayStart(first, zone).getTime(), untilMs: dayStart(monthsAfter(first, 1), zone).getTime() };
};

const sharesIn = (counts: Counts, unit: string, before: "" | "back-"): Shares => {
  const of = (part: keyof Shares) => counts[incomeCount(unit, `${before}${part}` as `back-${keyof Shares}`)] ?? 0;
  return { owner: of("owner"), property: of("property"), fund: of("fund") };
};

const shown = (counts: Counts, openMinutes: number): Omit<Place, "space" | "label"> => {
  const units = UnitCode.options.filter((unit) => Object.keys(counts).some((name) => name.startsWith(`${unit}:`)));
  const bookedMinutes = counts[MINUTES] ?? 0;
  return {
    ended: Object.fromEntries(ENDS.map((state) => [state, counts[endCount(state)] ?? 0])) as Place["ended"],
    overstays: counts[OVERSTAYS] ?? 0,
    overstayMinutes: counts[OVERSTAY_MINUTES] ?? 0,
    income: units.map((unit) => ({
      unit,
      received: sharesIn(counts, unit, ""),
      paidBack: sharesIn(counts, unit, "back-"),
      forgone: counts[incomeCount(unit, "forgone")] ?? 0,
    })),
    bookedMinutes,
    openMinutes,
    ...(openMinutes === 0 ? {} : { utilisationBps: Math.floor((bookedMinutes * WHOLE_BPS) / openMinutes) }),
  };
};

/** Minutes for which a space is open within a month; nothing while its owner has withdrawn it. */
const openIn = async (space: Space, month: Interval): Promise<number> => {
  const found = await Promise.all(space.availability.rules.map((rule) => occurrencesIn(rule, month)));
  return space.state === "open" ? lengthOf(openWindows(space, found.flat(), month)) / MINUTE_MS : 0;
};

const ofSpaces = async (lot: Lot, spaces: readonly Space[], month: string, deps: Deps): Promise<Place[]> => {
  const of = month.replace("-", "");
  const items = await deps.db.getMany(spaces.map(({ id }) => tallyKey(lot.id, id, of)));
  const found = new Map(items.map((item) => [keyText(item), item]));
  const places: Place[] = [];
  for (const space of spaces) {
    const counts = toCounts(found.get(keyText(tallyKey(lot.id, space.id, of))));
    const open = await openIn(space, monthIn(month, space.zone));
    places.push({ space: space.id, label: space.label, ...shown(counts, open) });
  }
  return places;
};

const ofPool = async (lot: Lot, month: string, deps: Deps): Promise<Place> => {
  const counts = toCounts(await deps.db.get(tallyKey(lot.id, undefined, month.replace("-", ""))));
  return shown(counts, ((lot.capacity ?? 0) * lengthOf([monthIn(month, lot.zone)])) / MINUTE_MS);
};

const read = async (call: Call<Op>, deps: Deps): Promise<Answer<z.input<Op["reply"]>>> => {
  configOf(deps);
  const { month, space: only, limit, cursor } = call.query;
  const known = new Known();
  const person = await personOf(call, deps);
  const lot = await lotOf(call.params.lotId, known, deps);
  const head = { lot: lot.id, month, zone: lot.zone };
  const officer = holdsAny(call.actor, [...OPERATORS, "auditor"], lot.community);
  if (only !== undefined) {
    const space = await spaceOf(only, known, deps);
    const may = space.lot === lot.id && (officer || runsSpace(space, call.actor, person));
    if (!may) return reject("resource/not-found", { what: "space", id: only });
    return { body: { ...head, items: await ofSpaces(lot, [space], month, deps), next: null } };
  }
  if (!officer) return reject("auth/forbidden", { needs: `${OPERATORS.join(", ")}, auditor of ${lot.community}` });
  if (lot.kind === "pooled") return { body: { ...head, items: [await ofPool(lot, month, deps)], next: null } };
  const asked = { limit: Math.min(limit, STATISTICS_PAGE_MAX), cursor };
  const page = await pageOf(deps, { index: "g3", partition: spaceList(lot.id) }, spaceKey, asked);
  const spaces = (await deps.db.getMany(page.items)).map(toSpace);
  return { body: { ...head, items: await ofSpaces(lot, spaces, month, deps), next: page.next } };
};

/** Handlers of statistics. */
export const statisticsHandlers: Handlers<typeof statisticsOperations> = { getParkingStatistics: read };
