/** Expires points whose month has ended: oldest lots first, as journal entries to the community's expiry pool. */
import { ROUNDS_MAX } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { Busy } from "../../shared/dynamo.ts";
import { type Outcome, SYSTEM_ACTOR } from "../../shared/jobs.ts";
import { dayText } from "../../shared/time.ts";
import type { Account } from "../domain/account.ts";
import { stamped } from "../domain/entry.ts";
import { expiryEntry, planExpiry } from "../domain/expiry.ts";
import { accountKey, toAccount } from "../store/account.ts";
import { expiryWrite } from "../store/fold.ts";
import { entryWrites, transferKey } from "../store/journal.ts";
import { membersJob } from "./accounts.ts";

/**
 * Expires what is due on one account. A payment in between changes the account's version, and the decision is made
 * again on what the database showed. Frozen accounts wait for their release: their holder could not spend.
 */
export const expireAccount = async (listed: Account, deps: Deps): Promise<Outcome> => {
  let account = listed;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    if (account.status !== "active") return "unchanged";
    const today = dayText(deps.clock.now(), deps.district.zone);
    const plan = planExpiry(account, today);
    if (!plan) return "unchanged";
    const drafts = plan.amount > 0 ? [expiryEntry(account, plan.amount, today, SYSTEM_ACTOR.id)] : [];
    const entries = stamped(drafts, deps.stamps.take(1, account.last));
    const [entry] = entries;
    const outcome = await deps.db.commit([expiryWrite(account, plan, entry?.stamp), ...entryWrites(entries)]);
    if (outcome.ok) return "changed";
    // Today's expiry has been made; what a hold has freed since then goes with tomorrow's.
    if (entry && outcome.failed.some(({ key }) => key.pk === transferKey(entry.id).pk)) return "unchanged";
    const found = outcome.failed.find(({ key }) => key.pk === accountKey(account.id).pk)?.found;
    if (!found) return "unchanged";
    account = toAccount(found);
  }
  throw new Busy("the account kept changing");
};

/** Member accounts of the units whose credits expire. */
export const pointsExpiryJob = membersJob(
  "points-expiry",
  ["PutItem", "UpdateItem"],
  ({ district }) => district.units.filter((unit) => unit.expiryMonths !== null).map((unit) => unit.code),
  expireAccount,
);
