/**
 * The import of a community's roll: read, judge, bring in, report. The same request again goes on where it stopped,
 * or answers its report.
 */
import type * as z from "zod";
import { unitPolicy } from "../../../schemas/district.ts";
import { ROLL_ROWS_MAX, type RollReport, type rollOperations } from "../../../schemas/residents/roll.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import type { Deps } from "../../shared/deps.ts";
import { Busy } from "../../shared/dynamo.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { dayIso, dayText } from "../../shared/time.ts";
import type { Item } from "../../shared/write.ts";
import { type JudgedRoll, type JudgedRow, judgeRoll, readHeader, unitOf } from "../domain/roll/file.ts";
import { legendOf, type RowOutcome, reportOf } from "../domain/roll/report.ts";
import type { Row } from "../domain/roll/row.ts";
import { communityKey } from "../store/places.ts";
import { beginRoll, endRoll, readReport, reportPages, rollCounts, rollDone, rollKey } from "../store/roll.ts";
import { settlePeople } from "./roll/people.ts";
import { namedUnits, type Places, settleOwners, settlePlaces } from "./roll/places.ts";
import { type Import, startImport, Unfinished } from "./roll/progress.ts";
import { asKeeper, notFound, read } from "./support.ts";

type Op = (typeof rollOperations)["importRoll"];
type Report = z.input<typeof RollReport>;

/** The file judged by itself, or why it is no roll at all. */
const judge = async (
  file: string,
  deps: Deps,
): Promise<{ readonly roll: JudgedRoll } | { readonly refusals: readonly Refusal[] }> => {
  // Loaded when the first roll comes: its parser would be a tenth of every cold start.
  const { readCsv } = await import("./roll/csv.ts");
  const [first, ...records] = readCsv(file);
  const header = readHeader(first && "cells" in first ? first.cells : []);
  if ("refusal" in header) return { refusals: [header.refusal] };
  const limit = Math.min(deps.district.limits.rollRows, ROLL_ROWS_MAX);
  if (records.length > limit) return { refusals: [refuse("residents/roll-too-long", { limit })] };
  const today = dayIso(dayText(deps.clock.now(), deps.district.zone));
  return { roll: judgeRoll(header.columns, records, { today, points: unitPolicy(deps.district, "points") }) };
};

const isGood = (judged: JudgedRow): judged is JudgedRow & { readonly row: Row } => judged.row !== undefined;

/** Units whose owners are all in, and for the others the lines of those who wait for a co-owner. */
const sortOwners = ({ ownership }: JudgedRoll, outcomes: ReadonlyMap<number, RowOutcome>) => {
  const whole: { unit: string; rows: Row[] }[] = [];
  const waiting = new Set<number>();
  for (const [unit, group] of ownership) {
    const rows = group.filter(isGood).map(({ row }) => row);
    const isIn = ({ line }: { readonly line: number }) => (outcomes.get(line)?.outcome ?? "rejected") !== "rejected";
    if (group.every(isIn)) whole.push({ unit, rows });
    else for (const row of rows.filter(isIn)) waiting.add(row.line);
  }
  return { whole, waiting };
};

/**
 * An outcome with what its unit adds: a changed unit makes its owners' rows changes, an ownership that waits is
 * noted.
 */
const withUnit = (outcome: RowOutcome, row: Row, places: Places, waiting: ReadonlySet<number>): RowOutcome => {
  const unit = unitOf(row);
  const speaks = row.area !== undefined || row.shareBps !== undefined;
  const changed = outcome.outcome === "unchanged" && speaks && unit !== undefined && places.touched.has(unit);
  return {
    ...outcome,
    ...(changed ? { outcome: "updated" } : {}),
    ...(waiting.has(outcome.line) ? { errors: [{ column: "owner_share_percent", reason: "co-owner-rejected" }] } : {}),
  };
};

/** Brings a judged roll in and tells what became of each row; ends with `Unfinished` when the time is up. */
const bringIn = async (run: Import, roll: JudgedRoll, onRow: () => void): Promise<RowOutcome[]> => {
  const good = roll.rows.filter(isGood).map(({ row }) => row);
  const places = await settlePlaces(run, namedUnits(good));
  const outcomes = await settlePeople(run, good, places, onRow);
  const { whole, waiting } = sortOwners(roll, outcomes);
  await settleOwners(run, places, whole);
  return roll.rows.map((judged) => {
    const outcome = outcomes.get(judged.line);
    if (!isGood(judged) || !outcome) return { line: judged.line, outcome: "rejected", errors: judged.errors };
    return withUnit(outcome, judged.row, places, waiting);
  });
};

const storedReport = async (head: Item, deps: Deps): Promise<Report> => {
  const rows = await readReport<Report["rows"][number]>(deps.db, head);
  return { id: head.pk.slice(3), community: head.com as string, ...rollCounts(head), rows, reasons: legendOf(rows) };
};

/** Keeps the report and ends the import; of two runs at once the first one's report is the import's. */
const finish = async (head: Item, report: Report, deps: Deps): Promise<Report> => {
  const run = deps.ids.next();
  const pages = reportPages(report.id, run, report.rows);
  for (const page of pages) await deps.db.commit([page]);
  const { imported, updated, unchanged, rejected } = report;
  const counts = { imported, updated, unchanged, rejected };
  await deps.db.commit([endRoll(head, counts, { run, count: pages.length }, deps.stamps.take())]);
  const kept = await read(deps, rollKey(report.id));
  return kept && rollDone(kept) ? storedReport(kept, deps) : report;
};

const proceed = async (
  call: Call<Op>,
  head: Item | undefined,
  roll: JudgedRoll,
  deps: Deps,
): Promise<Answer<Report>> => {
  const { communityId: community } = call.params;
  const run = startImport({ deps, community, key: call.key, by: call.actor.id, dry: call.dryRun });
  const total = roll.rows.length;
  let done = roll.rows.filter((row) => !isGood(row)).length;
  try {
    const rows = await bringIn(run, roll, () => {
      done += 1;
    });
    const report = reportOf(call.key, community, rows);
    return head
      ? { body: await finish(head, report, deps) }
      : { dry: { accepted: true, refusals: [], answer: report } };
  } catch (error) {
    if (!(error instanceof Unfinished)) throw error;
    return { refusals: [refuse("residents/roll-unfinished", { done, total })] };
  }
};

/** The head of this import: made now, or found from a run before. */
const headOf = async (call: Call<Op>, deps: Deps): Promise<Item> => {
  const key = rollKey(call.key);
  const found = await read(deps, key);
  if (found) return found;
  await deps.db.commit([beginRoll(call.key, call.params.communityId, call.actor.id, call.fingerprint)]);
  const head = await read(deps, key);
  if (!head) throw new Busy("an import's head was not found again");
  return head;
};

const importRoll = async (call: Call<Op>, deps: Deps): Promise<Answer<Report>> => {
  const { communityId } = call.params;
  asKeeper(call.actor, communityId);
  if (!(await read(deps, communityKey(communityId)))) return notFound("community", communityId);
  const judged = await judge(call.body, deps);
  if ("refusals" in judged) return judged;
  if (call.dryRun) return proceed(call, undefined, judged.roll, deps);
  const head = await headOf(call, deps);
  if (head.fp !== call.fingerprint) return { refusals: [refuse("request/key-reused")] };
  if (rollDone(head)) return { body: await storedReport(head, deps), hit: true };
  return proceed(call, head, judged.roll, deps);
};

/** Handlers of the roll. */
export const rollHandlers: Handlers<typeof rollOperations> = { importRoll };
