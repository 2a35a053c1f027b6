/** What is left of a fund that has expired or is closed: to the fund that is to have it, or back to its donor. */
import { type Leaving, releaseEnvelope } from "../../ledger/port.ts";
import type { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Actor } from "../../shared/policy.ts";
import type { Refusal } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import type { Fund, Movement, Totals } from "../domain/money.ts";
import { fundKey, toFund } from "../store/funds.ts";
import { envelopeAccount, type Moved, outside, recorded } from "./moving.ts";

/** The fund that takes what is left of another one: the one that its restriction names, while that is open. */
const heirOf = async ({ restriction, unit }: Fund, { db }: Pick<Deps, "db">): Promise<Fund | undefined> => {
  const { expiredTo } = restriction;
  const item = expiredTo === undefined ? undefined : await db.get(fundKey(expiredTo));
  const heir = item && toFund(item);
  return heir?.state === "open" && heir.unit === unit ? heir : undefined;
};

/** Where what leaves the fund goes, and what is recorded of so much of it. */
interface Way {
  readonly leaving: Leaving;
  readonly heir: Fund | undefined;
  readonly records: (amount: number) => Pick<Moved, "movements" | "totals">;
}

const wayOf = async (fund: Fund, actor: Actor, deps: Deps): Promise<Way> => {
  const heir = await heirOf(fund, deps);
  const id = deps.ids.next();
  const to = heir ? envelopeAccount(heir) : outside(fund);
  const category = fund.state === "closed" ? "fund-closing" : "fund-expiry";
  const record = { transfer: id, by: actor.id, atMs: deps.clock.now().getTime() };
  const other = deps.ids.next();
  const given = (amount: number): Movement => ({ ...record, id, amount, fund: fund.id, kind: "given-back" });
  const passed = (amount: number, taker: string): Movement[] => [
    { ...record, id, amount, fund: fund.id, kind: "expiry-out", other: taker },
    { ...record, id: other, amount, fund: taker, kind: "expiry-in", other: fund.id },
  ];
  return {
    ...{ leaving: { id, to, category, link: { type: "fund", id: fund.id } }, heir },
    records: (amount) =>
      heir
        ? {
            movements: passed(amount, heir.id),
            totals: [
              [fund.id, { transferredOut: amount }],
              [heir.id, { transferredIn: amount }],
            ],
          }
        : { movements: [given(amount)], totals: [[fund.id, { givenBack: amount }]] },
  };
};

/** The movement of so much out of a fund that has expired, or through one that is closed. */
export const leaving = async (fund: Fund, amount: number, actor: Actor, deps: Deps): Promise<Moved> => {
  const way = await wayOf(fund, actor, deps);
  return {
    transfer: {
      ...{ ...way.leaving, from: envelopeAccount(fund), amount, earmarked: way.heir ? ["from", "to"] : ["from"] },
      ...(fund.state === "closed" ? { closed: "from" } : {}),
    },
    ...way.records(amount),
  };
};

/** Writes, and what they add to the fund's own sums; or what speaks against them. */
type Left =
  | { readonly writes: readonly Write[]; readonly sums: Partial<Totals> }
  | { readonly refusals: readonly Refusal[] };

/**
 * All that a fund has not promised leaves it with its reserve, of which it keeps none from then on; one that is closed
 * may hold its reserve at most, and have promised nothing.
 */
export const leavingWithReserve = async (
  fund: Fund,
  { actor, reason }: { readonly actor: Actor; readonly reason: string },
  known: Known,
  deps: Deps,
): Promise<Left> => {
  const way = await wayOf(fund, actor, deps);
  const ending = { by: actor.id, reason, closes: fund.state === "closed" };
  const released = await releaseEnvelope(fund, way.leaving, ending, known, deps);
  if ("refusals" in released) return released;
  const { amount, writes } = released;
  if (amount === 0) return { writes, sums: {} };
  const records = way.records(amount);
  const [[, sums] = ["", {}]] = records.totals;
  return { writes: [...writes, ...recorded([records], deps)], sums };
};
