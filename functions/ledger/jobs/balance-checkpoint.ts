/** Keeps balances at the turn of months for accounts that move much, so that old balances and proofs stay near. */
import type { Deps } from "../../shared/deps.ts";
import { Busy } from "../../shared/dynamo.ts";
import type { Outcome } from "../../shared/jobs.ts";
import type { Stamp } from "../../shared/stamp.ts";
import { dayStart, dayText } from "../../shared/time.ts";
import type { Account } from "../domain/account.ts";
import { HORIZON_MS } from "../domain/statement.ts";
import { checkpointAt, createCheckpoint, FORWARD_ENTRIES_MAX, sumJournal } from "../store/statement.ts";
import { membersJob } from "./members.ts";

/** Entries since the last checkpoint below which none is kept: a short walk costs less than an item. */
export const CHECKPOINT_ENTRIES_MIN = 100;
/** Most checkpoints made for one account in one run. */
const STEPS_MAX = 100;

/** The last stamp of the latest local month that lies wholly behind the horizon. */
export const monthEnd = (now: Date, zone: string): Stamp => {
  const settled = new Date(now.getTime() - HORIZON_MS);
  return dayStart(`${dayText(settled, zone).slice(0, 6)}01`, zone).getTime() * 1_000 - 1;
};

/**
 * Keeps the balance of one account at the end of the last month, when enough has moved since the checkpoint before;
 * an account that was left for long gets checkpoints on the way, each as far on as one may walk.
 */
export const checkpointAccount = async (account: Account, deps: Deps): Promise<Outcome> => {
  const stamp = monthEnd(deps.clock.now(), deps.district.zone);
  let outcome: Outcome = "unchanged";
  for (let step = 0; step < STEPS_MAX; step++) {
    const before = await checkpointAt(deps.db, account.id, stamp);
    if (before.stamp === stamp || account.last <= before.stamp) return outcome;
    const found = await sumJournal(deps.db, account.id, { after: before.stamp, upTo: stamp }, FORWARD_ENTRIES_MAX);
    if (found.entries < CHECKPOINT_ENTRIES_MIN) return outcome;
    const checkpoint = { stamp: found.upTo, balance: before.balance + found.sum };
    if ((await deps.db.commit([createCheckpoint(account.id, checkpoint)])).ok) outcome = "changed";
  }
  throw new Busy("more entries than one run walks");
};

/** All member accounts of the district. */
export const balanceCheckpointJob = membersJob(
  "balance-checkpoint",
  ["PutItem", "Query"],
  ({ district }) => district.units.map((unit) => unit.code),
  checkpointAccount,
);
