/**
 * Writes the days ahead of every space, so that a search can tell from the day's list what is free. The rules count
 * without it: a day that nobody wrote is judged by its space, one made from older windows is made anew by who reads it.
 */
import * as z from "zod";
import { communityIds } from "../../residents/port.ts";
import { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { eachItem, type Job, type JobPage, type Outcome } from "../../shared/jobs.ts";
import { localDays } from "../domain/day.ts";
import { daysOf } from "../http/days.ts";
import { learn } from "../http/support.ts";
import { dayKey, lotKey, lotList, saveDay, spaceKey, spaceList, toSpace } from "../store/places.ts";

/** Today and so many days after it are written. */
export const DAYS_AHEAD = 7;
/** Spaces in one page of work. */
const SPACES_PAGE = 25;
const DAY_MS = 86_400_000;

const Cursor = z.strictObject({
  community: z.string(),
  /** Missing before the community's first lot. */
  lot: z.string().optional(),
  /** Last space of the lot that was done, as it stands in the lot's list; missing before the first. */
  space: z.strictObject({ id: z.string(), at: z.string() }).optional(),
});
type Cursor = z.infer<typeof Cursor>;

/** The next lot of a community, or the first of the next community that has one; undefined behind the last. */
const lotAfter = async (from: Cursor, communities: readonly string[], { db }: Deps): Promise<Cursor | undefined> => {
  let after = from.lot;
  for (const community of communities.filter((id) => id >= from.community)) {
    const partition = lotList(community);
    const start = after === undefined ? {} : { after: { ...lotKey(after), g3p: partition, g3s: after } };
    const [item] = (await db.query({ index: "g3", partition, limit: 1, ...start })).items;
    if (item) return { community, lot: String(item.g3s) };
    after = undefined;
  }
  return undefined;
};

/** Writes the days of one space that are missing or made from older windows. */
const writeDays = async (id: string, known: Known, deps: Deps): Promise<Outcome> => {
  const item = known.get(spaceKey(id));
  const space = item ? toSpace(item) : undefined;
  if (space?.state !== "open") return "unchanged";
  const now = deps.clock.now().getTime();
  const days = localDays({ fromMs: now, untilMs: now + DAYS_AHEAD * DAY_MS + 1 }, space.zone);
  const documents = await daysOf({ space, days }, known, deps);
  let outcome: Outcome = "unchanged";
  for (const document of documents) {
    if (known.get(dayKey(id, document.day.day))?.win === space.windows) continue;
    // A booking at the same moment writes the document as well: whoever loses has nothing left to do.
    const { ok } = await deps.db.commit([saveDay({ ...document, revision: document.revision + 1 })]);
    if (ok) outcome = "changed";
  }
  return outcome;
};

const spacesPage = async ({ lot = "", space }: Cursor, { db }: Deps) => {
  const partition = spaceList(lot);
  const start = space ? { after: { ...spaceKey(space.id), g3p: partition, g3s: space.at } } : {};
  const page = await db.query({ index: "g3", partition, limit: SPACES_PAGE, ...start });
  const spaces = page.items.map(({ pk, g3s }) => ({ id: pk.slice(spaceKey("").pk.length), at: String(g3s) }));
  return { spaces, more: page.last !== undefined };
};

const page = async (cursor: Cursor | undefined, deps: Deps): Promise<JobPage<Cursor>> => {
  const communities = await communityIds(deps);
  const begin = cursor ?? (await lotAfter({ community: "" }, communities, deps));
  if (!begin) return { next: null, changed: 0, unchanged: 0, failures: [] };
  const { spaces, more } = await spacesPage(begin, deps);
  const known = new Known();
  await learn(
    spaces.map(({ id }) => spaceKey(id)),
    known,
    deps,
  );
  const done = await eachItem(
    spaces,
    ({ id }) => id,
    ({ id }) => writeDays(id, known, deps),
  );
  const last = spaces.at(-1);
  const next = more && last ? { ...begin, space: last } : await lotAfter(begin, communities, deps);
  return { ...done, next: next ?? null };
};

/** Every lot's spaces, page by page; may run twice, at once or late. */
export const parkingDaysJob: Job<Cursor> = {
  name: "parking-days",
  cursor: Cursor,
  actions: ["BatchGetItem", "GetItem", "PutItem", "Query"],
  page,
};
