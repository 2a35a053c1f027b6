/** Calls open and close by themselves, and the time in which objections are heard ends. */
import type { CallState } from "../../../schemas/fund/states.ts";
import { SYSTEM_ACTOR } from "../../shared/jobs.ts";
import { changedBy, type FundCall } from "../domain/grant.ts";
import { CALL_TABLE, type Side } from "../domain/lifecycle.ts";
import type { Row } from "../domain/machine.ts";
import { callKey, DUE_CALLS, putCall, toCall } from "../store/grants.ts";
import { dueJob } from "./due.ts";

/** What time does to a call in each state that has a due instant, and when it looks again. */
const BY_ITSELF = {
  published: { command: "open", next: ({ closesAt }: FundCall) => Date.parse(closesAt) },
  open: { command: "close", next: () => undefined },
  "public-notice": { command: "end-notice", next: () => undefined },
} as const;

/** The job: each call takes one step a run; one that was to open and to close while no job ran does so in two runs. */
export const fundCallsJob = dueJob(
  "fund-calls",
  ["GetItem", "PutItem", "Query"],
  { partition: DUE_CALLS, keyOf: callKey },
  async (item, deps) => {
    const before = toCall(item);
    const due = before.dueMs !== undefined && before.dueMs <= deps.clock.now().getTime();
    const move = BY_ITSELF[before.state as keyof typeof BY_ITSELF];
    if (!due || move === undefined) return undefined;
    const row: Row<CallState, Side> = CALL_TABLE[move.command];
    const change = changedBy(before, { by: SYSTEM_ACTOR.id, command: move.command });
    const next = { ...before, ...change, state: row.to ?? before.state, dueMs: move.next(before) };
    return [putCall(next, deps.stamps.take(), before)];
  },
);
