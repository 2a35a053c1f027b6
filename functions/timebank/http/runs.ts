/** Settlement to look at: runs of the job, and the orders that it has set aside. */
import * as z from "zod";
import { Uuid } from "../../../schemas/primitives.ts";
import type { SetAsideOrder, SettlementRun, settlementOperations } from "../../../schemas/timebank/settlement.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { decodeCursor, encodeCursor } from "../../shared/cursor.ts";
import type { Deps } from "../../shared/deps.ts";
import { type RunRecord, runOf, runsOf } from "../../shared/jobs.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import type { Item } from "../../shared/write.ts";
import { cutoffOf } from "../domain/settlement.ts";
import { CONFIRMED_BY_SILENCE, calendarOf, FAILED, SETTLEMENT } from "../jobs/names.ts";
import { asideList, toAside } from "../store/aside.ts";
import { orderKey } from "../store.ts";
import { configOf } from "./support.ts";

type Ops = typeof settlementOperations;
type RunView = z.input<typeof SettlementRun>;
type AsideView = z.input<typeof SetAsideOrder>;

const viewRun = (run: RunRecord, deps: Deps): RunView => {
  const { sums, counts } = run;
  const failures = Object.entries(sums).filter(([name]) => name.startsWith(FAILED));
  return {
    id: run.id,
    state: run.state,
    startedAt: instantOf(run.startedMs),
    touchedAt: instantOf(run.touchedMs),
    cutoff: instantOf(cutoffOf(new Date(run.startedMs), calendarOf(configOf(deps), deps.district))),
    settled: sums.settled ?? 0,
    minutes: sums.minutes ?? 0,
    confirmedBySilence: sums[CONFIRMED_BY_SILENCE] ?? 0,
    failed: counts.failed,
    failures: Object.fromEntries(failures.map(([name, count]) => [name.slice(FAILED.length), count])),
    examples: [...run.failures],
    writeUnits: sums.writeUnits ?? 0,
    indexUnits: sums.indexUnits ?? 0,
  };
};

const RunCursor = z.strictObject({ before: Uuid });

const listRuns = async (
  call: Call<Ops["listSettlementRuns"]>,
  deps: Deps,
): Promise<Answer<{ items: RunView[]; next: string | null }>> => {
  configOf(deps);
  const { limit, cursor } = call.query;
  const before = cursor === undefined ? undefined : decodeCursor(RunCursor, cursor).before;
  const { runs, next } = await runsOf(deps.db, SETTLEMENT, before, limit);
  const items = runs.map((run) => viewRun(run, deps));
  return { body: { items, next: next === null ? null : encodeCursor({ before: next }) } };
};

const getRun = async (call: Call<Ops["getSettlementRun"]>, deps: Deps): Promise<Answer<RunView>> => {
  configOf(deps);
  const { runId } = call.params;
  const run = await runOf(deps.db, SETTLEMENT, runId);
  return run ? { body: viewRun(run, deps) } : reject("resource/not-found", { what: "settlement run", id: runId });
};

/** What an item that may be damaged still says. */
const viewAside = (item: Item): AsideView[] => {
  const aside = toAside(item);
  if (!aside) return [];
  return [
    {
      order: item.pk.slice(3),
      community: String(item.com),
      reason: aside.reason,
      setAsideAt: instantOf(aside.atMs),
      confirmedAt: typeof item.conf === "number" ? instantOf(item.conf) : null,
      minutes: typeof item.cred === "number" ? item.cred : null,
    },
  ];
};

const listAside = async (
  call: Call<Ops["listSetAsideOrders"]>,
  deps: Deps,
): Promise<Answer<{ items: AsideView[]; next: string | null }>> => {
  configOf(deps);
  const { community, ...paging } = call.query;
  if (!holdsAny(call.actor, ["steward", "auditor", "district-admin"], community)) {
    return reject("auth/forbidden", { needs: `steward, auditor: ${community}` });
  }
  const page = await pageOf(deps, { index: "g3", partition: asideList(community) }, orderKey, paging);
  const items = await deps.db.getMany(page.items);
  return { body: { items: items.flatMap(viewAside), next: page.next } };
};

/** Handlers of settlement's runs and of what it has set aside. */
export const runHandlers: Pick<Handlers<Ops>, "listSettlementRuns" | "getSettlementRun" | "listSetAsideOrders"> = {
  listSettlementRuns: listRuns,
  getSettlementRun: getRun,
  listSetAsideOrders: listAside,
};
