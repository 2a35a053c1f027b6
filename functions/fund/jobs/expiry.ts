/** What is left of restricted money after its last day: to the fund that takes it over, or back to its donor. */
import { envelopesOf } from "../../ledger/port.ts";
import { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { SYSTEM_ACTOR } from "../../shared/jobs.ts";
import { Refused } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import type { Fund } from "../domain/money.ts";
import { leaving, leavingWithReserve } from "../http/leaving.ts";
import { moveMoney } from "../http/moving.ts";
import { DUE_FUNDS, fundKey, saveFund, toFund } from "../store/funds.ts";
import { dueJob } from "./due.ts";

/** What leaves a fund after its last day: what is available, at first with the reserve, which has no use any more. */
const movedOn = async (fund: Fund, deps: Deps) => {
  const { available = 0, reserve = 0 } = (await envelopesOf(deps.db, [fund])).get(fund.id) ?? {};
  const known = new Known();
  if (reserve > 0) return leavingWithReserve(fund, { actor: SYSTEM_ACTOR, reason: "expired" }, known, deps);
  if (available <= 0) return { writes: [] };
  return moveMoney([await leaving(fund, available, SYSTEM_ACTOR, deps)], { actor: SYSTEM_ACTOR }, known, deps);
};

/**
 * The job. A fund expires once, under its revision; it is looked at from then on until it is closed, for what is
 * promised may become free and what was paid may come back. The envelope's `available` is a condition of the movement,
 * so that two runs move the same money once.
 */
export const fundExpiryJob = dueJob(
  "fund-expiry",
  ["GetItem", "BatchGetItem", "PutItem", "Query", "UpdateItem"],
  { partition: DUE_FUNDS, keyOf: fundKey },
  async (item, deps): Promise<readonly Write[] | undefined> => {
    const fund = toFund(item);
    if (fund.dueMs === undefined || fund.dueMs > deps.clock.now().getTime()) return undefined;
    const writes: Write[] = [];
    if (fund.state === "open") {
      const expired: Fund = { ...fund, state: "expired", by: SYSTEM_ACTOR.id, revision: fund.revision + 1 };
      writes.push(saveFund(expired, deps.stamps.take()));
    }
    const left = await movedOn(fund, deps);
    if ("refusals" in left) throw new Refused(...left.refusals);
    writes.push(...left.writes);
    return writes.length === 0 ? undefined : writes;
  },
);
