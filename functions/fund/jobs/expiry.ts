/** What is left of restricted money after its last day: to the fund that takes it over, or back to its donor. */
import { envelopesOf } from "../../ledger/port.ts";
import { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { SYSTEM_ACTOR } from "../../shared/jobs.ts";
import { Refused } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import type { Fund, Movement } from "../domain/money.ts";
import { envelopeAccount, type Moved, moveMoney, outside } from "../http/moving.ts";
import { DUE_FUNDS, fundKey, saveFund, toFund } from "../store/funds.ts";
import { dueJob } from "./due.ts";

/** The movement of what an expired fund has available: into its successor while that is open, else out. */
const expiring = async (fund: Fund, amount: number, deps: Deps): Promise<Moved> => {
  const { expiredTo } = fund.restriction;
  const item = expiredTo === undefined ? undefined : await deps.db.get(fundKey(expiredTo));
  const heir = item && toFund(item);
  const takes = heir?.state === "open" && heir.unit === fund.unit ? heir : undefined;
  const id = deps.ids.next();
  const atMs = deps.clock.now().getTime();
  const record = { transfer: id, amount, by: SYSTEM_ACTOR.id, atMs };
  const link = { type: "fund", id: fund.id };
  const from = envelopeAccount(fund);
  if (!takes) {
    const movement: Movement = { ...record, id, fund: fund.id, kind: "given-back" };
    return {
      transfer: { id, from, to: outside(fund), amount, category: "fund-expiry", link, earmarked: ["from"] },
      movements: [movement],
      totals: [[fund.id, { givenBack: amount }]],
    };
  }
  return {
    transfer: {
      id,
      from,
      to: envelopeAccount(takes),
      amount,
      category: "fund-expiry",
      link,
      earmarked: ["from", "to"],
    },
    movements: [
      { ...record, id, fund: fund.id, kind: "expiry-out", other: takes.id },
      { ...record, id: deps.ids.next(), fund: takes.id, kind: "expiry-in", other: fund.id },
    ],
    totals: [
      [fund.id, { transferredOut: amount }],
      [takes.id, { transferredIn: amount }],
    ],
  };
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
    const { available = 0 } = (await envelopesOf(deps.db, [fund])).get(fund.id) ?? {};
    if (available > 0) {
      const move = await expiring(fund, available, deps);
      const moved = await moveMoney([move], { actor: SYSTEM_ACTOR }, new Known(), deps);
      if ("refusals" in moved) throw new Refused(...moved.refusals);
      writes.push(...moved.writes);
    }
    return writes.length === 0 ? undefined : writes;
  },
);
