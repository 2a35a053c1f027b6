/**
 * Publishes how solvent each community's time bank is, once a local day. The sums stand in the run's place: a page done
 * again begins from the same sums, so a run that was cut counts nobody twice; the record itself is written once.
 */
import * as z from "zod";
import { CARE_MONTHS_MAX } from "../../../schemas/timebank/solvency.ts";
import { accountWindow, type MemberAccount, memberAccounts, poolAccount } from "../../ledger/port.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Failure, type Job, type JobPage, reasonOf } from "../../shared/jobs.ts";
import { dayIso, dayStart, dayText, monthsAfter } from "../../shared/time.ts";
import { AGE_MONTHS, addMember, careMonths, emptyTally, published, type Tally } from "../domain/solvency.ts";
import { UNIT } from "../http/payment.ts";
import { configOf } from "../http/support.ts";
import { createReport, type Report, reportKey } from "../store/solvency.ts";
import { memberKey } from "../store.ts";

/** Members of one page, each with the journal of a year. */
const PAGE = 50;
/** Most entries of one member in twelve months that are added up. */
const MEMBER_ENTRIES_MAX = 5_000;
/** Most entries of a care pool in its months that are added up. */
const POOL_ENTRIES_MAX = 100_000;
/** A day is told once it has begun so long ago: by then nothing can enter the time before it. */
const SETTLED_MS = 60 * 60_000;

const Behind = z.tuple([z.int(), z.int()]);
const Cursor = z.strictObject({
  day: z.string(),
  index: z.int().min(0),
  after: z.string().nullable(),
  tally: z.strictObject({
    ...{ members: z.int(), leftOut: z.int(), liabilities: Behind, claims: z.array(Behind) },
    ...{ earned: Behind, redeemed: Behind, seeded: Behind, seededEver: Behind },
  }),
});
type Place = z.infer<typeof Cursor>;

const NOTHING = { changed: 0, unchanged: 0, failures: [] };

const placeOf = (day: string, index: number, after: string | null, tally: Tally): Place =>
  Cursor.parse({ day, index, after, tally });

const begin = ({ district, clock }: Deps): Place | undefined =>
  district.timebank
    ? placeOf(dayText(new Date(clock.now().getTime() - SETTLED_MS), district.zone), 0, null, emptyTally())
    : undefined;

/** Adds the members of a page to the tally; who cannot be added up is counted as left out. */
const tallied = async (
  { day, tally: before }: Place,
  accounts: readonly MemberAccount[],
  deps: Deps,
): Promise<{ readonly tally: Tally; readonly failures: readonly Failure[] }> => {
  const { zone } = deps.district;
  const bounds = AGE_MONTHS.map((months) => dayStart(monthsAfter(day, -months), zone).getTime() * 1_000);
  const window = { from: dayStart(monthsAfter(day, -12), zone), until: dayStart(day, zone) };
  const items = await deps.db.getMany(accounts.map(({ holder }) => memberKey(holder)));
  const seeded = new Map(items.map((item) => [item.pk, item.seed as number]));
  const failures: Failure[] = [];
  let tally: Tally = before;
  for (const { account, holder } of accounts) {
    try {
      const year = await accountWindow(deps.db, account, window, deps.clock.now(), MEMBER_ENTRIES_MAX);
      if (!year?.complete) throw new Error("more entries than are added up");
      tally = addMember(tally, { ...year, seededEver: seeded.get(memberKey(holder).pk) ?? 0 }, bounds);
    } catch (error) {
      failures.push({ item: holder, reason: reasonOf(error) });
      tally = { ...tally, leftOut: tally.leftOut + 1 };
    }
  }
  return { tally, failures };
};

/** The care pool's months up to the beginning of the day. */
const careOf = async (community: string, day: string, deps: Deps): Promise<Report["care"]> => {
  const { zone } = deps.district;
  const until = dayStart(day, zone);
  const monthOf = (ms: number): string => dayIso(dayText(new Date(ms), zone)).slice(0, 7);
  const first = `${dayText(new Date(until.getTime() - 1), zone).slice(0, 6)}01`;
  const months = Array.from({ length: CARE_MONTHS_MAX }, (_, back) => monthsAfter(first, back + 1 - CARE_MONTHS_MAX));
  const window = { from: dayStart(months[0] ?? first, zone), until };
  const pool = poolAccount(community, configOf(deps).carePool, UNIT);
  const told = await accountWindow(deps.db, pool, window, deps.clock.now(), POOL_ENTRIES_MAX);
  if (!told?.complete) return { complete: false, months: [] };
  const names = months.map((month) => dayIso(month).slice(0, 7));
  const stampMonth = (stamp: number): string => monthOf(Math.floor(stamp / 1_000));
  return { complete: true, months: careMonths(told.opening, told.changes, names, stampMonth) };
};

/** One page of a community's members, and after its last one the community's record. */
const communityPage = async (place: Place, community: string, deps: Deps): Promise<JobPage<Place>> => {
  const { day, index } = place;
  const further = index + 1 < deps.district.communities.length ? placeOf(day, index + 1, null, emptyTally()) : null;
  const iso = dayIso(day);
  if (await deps.db.get(reportKey(community, iso))) return { ...NOTHING, unchanged: 1, next: further };
  const { accounts, next } = await memberAccounts(deps.db, community, UNIT, place.after, PAGE);
  const { tally, failures } = await tallied(place, accounts, deps);
  if (next !== null) return { ...NOTHING, failures, next: placeOf(day, index, next, tally) };
  const care = await careOf(community, day, deps);
  const made = { community, day: iso, madeAt: deps.clock.now().toISOString() };
  const { ok } = await deps.db.commit([createReport({ solvency: { ...made, ...published(tally) }, care })]);
  return { changed: ok ? 1 : 0, unchanged: ok ? 0 : 1, failures, next: further };
};

/** One record a community and day; a day that has been told stays as it was told. */
export const solvencyJob: Job<Place> = {
  name: "timebank-solvency",
  cursor: Cursor,
  actions: ["BatchGetItem", "GetItem", "PutItem", "Query"],
  page: async (cursor, deps) => {
    const place = cursor ?? begin(deps);
    const community = place && deps.district.communities[place.index];
    return place && community ? communityPage(place, community.id, deps) : { ...NOTHING, next: null };
  },
};
