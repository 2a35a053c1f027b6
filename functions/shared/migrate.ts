/** The job that goes through the whole table and stores every item of an older version in the current shape. */
import * as z from "zod";
import { eachItem, type Job } from "./jobs.ts";
import { type Item, keyText } from "./write.ts";

/** Parts of the table that are read side by side. */
const SEGMENTS = 4;
/** Items of each part in one page of work. */
const SEGMENT_PAGE = 100;

const END = "end";
const Place = z.union([z.strictObject({ pk: z.string(), sk: z.string() }), z.literal(END)]).nullable();
/** How far each part has been gone through: null at its start. */
const Cursor = z.strictObject({ places: z.array(Place).length(SEGMENTS) });

/**
 * May run twice, at once, be cut short, and meet writers of either release: an item changes only as it was read, and
 * what is written over in an old shape meanwhile is read in the current one until the next run. It is started by hand
 * after a deploy that raised a version, when no function of the release before is left.
 */
export const migrateShapes = (pageItems: number): Job<z.infer<typeof Cursor>> => ({
  name: "migrate-shapes",
  cursor: Cursor,
  actions: ["Scan", "UpdateItem"],
  page: async (cursor, { db }) => {
    const places = cursor?.places ?? new Array<null>(SEGMENTS).fill(null);
    const read = places.map(async (place, segment) => {
      if (place === END) return { items: [], next: END } as const;
      const after = place ?? undefined;
      const { items, last } = await db.scan({ segment, segments: SEGMENTS, after, limit: pageItems });
      return { items, next: last ? { pk: String(last.pk), sk: String(last.sk) } : (END as typeof END) };
    });
    const parts = await Promise.all(read);
    const items: readonly Item[] = parts.flatMap((part) => [...part.items]);
    const done = await eachItem(
      items.filter((item) => db.isOld(item)),
      keyText,
      async (item) => ((await db.renew(item)) ? "changed" : "unchanged"),
    );
    const next = parts.map((part) => part.next);
    return { ...done, next: next.every((place) => place === END) ? null : { places: next } };
  },
});

/** The same at its usual pace. */
export const migrateShapesJob = migrateShapes(SEGMENT_PAGE);
