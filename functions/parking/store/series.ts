/** Series in DynamoDB. */
import { create, type Item, type Key, type Write } from "../../shared/write.ts";
import type { Series } from "../domain/series.ts";

/** Key of a series. */
export const seriesKey = (id: string): Key => ({ pk: `GE#${id}`, sk: "E" });

/** Makes a series, under the client's key: it is the idempotency record. */
export const createSeries = (series: Series): Write =>
  create({
    ...seriesKey(series.id),
    com: series.community,
    sp: series.space,
    lot: series.lot,
    ren: series.renter,
    by: series.by,
    mode: series.mode,
    unit: series.unit,
    dates: series.dates.map(({ fromMs, untilMs }) => [fromMs, untilMs]),
    made: series.createdMs,
    fp: series.fingerprint,
  });

/** A series from its item. */
export const toSeries = (item: Item): Series => ({
  id: item.pk.slice(3),
  community: item.com as string,
  space: item.sp as string | undefined,
  lot: item.lot as string,
  renter: item.ren as string,
  by: item.by as string,
  mode: item.mode as Series["mode"],
  unit: item.unit as Series["unit"],
  dates: (item.dates as [number, number][]).map(([fromMs, untilMs]) => ({ fromMs, untilMs })),
  createdMs: item.made as number,
  fingerprint: item.fp as string,
});
