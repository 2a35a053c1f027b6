/** Keeps balances at the turn of months for accounts that move much, so that old balances and proofs stay near. */
import type { Deps } from "../../shared/deps.ts";
import { Busy } from "../../shared/dynamo.ts";
import type { Outcome } from "../../shared/jobs.ts";
import type { Stamp } from "../../shared/stamp.ts";
import { dayStart, dayText } from "../../shared/time.ts";
import type { Account } from "../domain/account.ts";
import { HORIZON_MS, horizonStamp } from "../domain/statement.ts";
import { checkpointAt, createCheckpoint, sumJournal } from "../store/statement.ts";
import { accountsJob } from "./accounts.ts";

/** Entries since the last checkpoint below which none is kept: a short walk costs less than an item. */
export const CHECKPOINT_ENTRIES_MIN = 100;
/** Most checkpoints made for one account in one run. */
const STEPS_MAX = 100;

/** The last stamp of the latest local month that lies wholly behind the horizon. */
export const monthEnd = (now: Date, zone: string): Stamp => {
  const settled = new Date(now.getTime() - HORIZON_MS);
  return dayStart(`${dayText(settled, zone).slice(0, 6)}01`, zone).getTime() * 1_000 - 1;
};

/** Entries of one step within a month: no balance is then further away than a fifth of what a request walks. */
export const STEP_ENTRIES = 2_000;

/**
 * Keeps balances of one account up to `target`, each at most `most` entries after the one before; the last of them only
 * when `least` entries have come together. True when any was kept.
 */
const keepUpTo = async (account: Account, target: Stamp, most: number, least: number, deps: Deps): Promise<boolean> => {
  let kept = false;
  for (let step = 0; step < STEPS_MAX; step++) {
    const before = await checkpointAt(deps.db, account.id, target);
    if (before.stamp === target || account.last <= before.stamp) return kept;
    const found = await sumJournal(deps.db, account.id, { after: before.stamp, upTo: target }, most);
    if (found.complete && found.entries < least) return kept;
    const checkpoint = { stamp: found.upTo, balance: before.balance + found.sum };
    if ((await deps.db.commit([createCheckpoint(account.id, checkpoint)])).ok) kept = true;
  }
  throw new Busy("more entries than one run walks");
};

/**
 * Keeps the balance of one account at the end of the last month, when enough has moved since the checkpoint before, and
 * for those who move most also within the months; an account that was left for long gets its checkpoints on the way.
 */
export const checkpointAccount = async (account: Account, deps: Deps): Promise<Outcome> => {
  const now = deps.clock.now();
  const month = await keepUpTo(account, monthEnd(now, deps.district.zone), STEP_ENTRIES, CHECKPOINT_ENTRIES_MIN, deps);
  const since = await keepUpTo(account, horizonStamp(now), STEP_ENTRIES, STEP_ENTRIES, deps);
  return month || since ? "changed" : "unchanged";
};

/** All accounts of the district, its pools too. */
export const balanceCheckpointJob = accountsJob(
  "balance-checkpoint",
  ["PutItem", "Query"],
  ({ district }) => district.units.map((unit) => unit.code),
  checkpointAccount,
);
