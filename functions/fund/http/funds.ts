/** Funds over HTTP: opening and closing, income of every kind, transfers between funds, administrative costs. */

import { unitPolicy } from "../../../schemas/district.ts";
import type { fundOperations } from "../../../schemas/fund/funds.ts";
import { memberAccount, openEnvelope } from "../../ledger/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, type Decision, Known, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import { dayStart } from "../../shared/time.ts";
import type { Write } from "../../shared/write.ts";
import {
  divideIncome,
  type Fund,
  incomeRefusals,
  type Movement,
  NO_TOTALS,
  partOf,
  standingRefusals,
  transferRefusals,
} from "../domain/money.ts";
import {
  createFund,
  fundKey,
  fundList,
  movementKey,
  movementList,
  periodKey,
  saveFund,
  takePeriod,
  toFund,
  toMovement,
} from "../store/funds.ts";
import { leavingWithReserve } from "./leaving.ts";
import { envelopeAccount, type Moved, moveMoney, outside } from "./moving.ts";
import {
  configOf,
  type FundView,
  fundFor,
  fundOf,
  type MovementView,
  mustBelong,
  READERS,
  today,
  viewFund,
  viewFunds,
  viewMovement,
} from "./support.ts";

type Ops = typeof fundOperations;
type Outcome = { readonly writes: readonly Write[] } | Extract<Decision, { refusals: unknown }>;

const TREASURERS = ["fund-treasurer", "district-admin"] as const;

/** A command whose answer is kept under the client's key. */
const keyed = <Body>(
  call: Pick<Call, "key" | "fingerprint">,
  status: 200 | 201,
  decide: (known: Known) => Promise<Decision<Body>>,
): Command<Body> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const decision = await decide(known);
    if ("refusals" in decision) return decision;
    return { ...decision, writes: [keepAnswer(call.key, call.fingerprint, decision.answer), ...decision.writes] };
  },
  replay: keptAnswer<Body>,
  status,
});

const openFund = (call: Call<Ops["createFund"]>, deps: Deps): Command<FundView> =>
  keyed(call, 201, async (): Promise<Decision<FundView>> => {
    const { community, name, unit, restriction, reserve } = call.body;
    const config = configOf(deps);
    if (!deps.district.communities.some(({ id }) => id === community)) {
      return reject("resource/not-found", { what: "community", id: community });
    }
    const units = deps.district.units.map(({ code }) => code).join(", ");
    if (!unitPolicy(deps.district, unit)) return { refusals: [refuse("ledger/unit-unknown", { units })] };
    const limit = config.adminCapBps;
    if (restriction.adminCapBps > limit) {
      return { refusals: [refuse("fund/cap-too-high", { adminCapBps: restriction.adminCapBps, limit })] };
    }
    if (restriction.expiredTo !== undefined) await fundOf(restriction.expiredTo, call.actor, new Known(), deps);
    const { expiresOn } = restriction;
    const fund: Fund = {
      ...{ id: call.key, community, name, unit, restriction, state: "open", by: call.actor.id, revision: 1 },
      openedMs: deps.clock.now().getTime(),
      // The day after the last one, when what is left goes where the restriction says.
      ...(expiresOn === undefined ? {} : { dueMs: endOfDay(expiresOn, deps) }),
    };
    const envelope = { cash: 0, committed: 0, reserve, available: -reserve };
    return {
      writes: [...createFund(fund, deps.stamps.take()), openEnvelope({ id: fund.id, community, unit, reserve })],
      answer: viewFund(fund, NO_TOTALS, envelope),
    };
  });

const DAY_MS = 86_400_000;

/** The instant (ms) at which a local date (`YYYY-MM-DD`) has ended. */
const endOfDay = (date: string, { district }: Pick<Deps, "district">): number => {
  const next = new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);
  return dayStart(next.replaceAll("-", ""), district.zone).getTime();
};

const closing = (call: Call<Ops["closeFund"]>, deps: Deps): Command<FundView> =>
  keyed(call, 200, async (known): Promise<Decision<FundView>> => {
    const fund = await fundFor(call.params.fundId, ["district-admin"], call.actor, known, deps);
    if (fund.state === "closed") return { refusals: [refuse("fund/closed", { fund: fund.id })] };
    const { reason } = call.body;
    const next: Fund = {
      ...fund,
      state: "closed",
      reason,
      by: call.actor.id,
      dueMs: undefined,
      revision: fund.revision + 1,
    };
    const left = await leavingWithReserve(next, { actor: call.actor, reason }, known, deps);
    if ("refusals" in left) return left;
    const [shown] = (await viewFunds([next], deps)) as [FundView];
    const { givenBack = 0, transferredOut = 0 } = left.sums;
    const answer: FundView = {
      ...shown,
      ...{ cash: 0, reserved: 0, available: 0 },
      ...{ givenBack: shown.givenBack + givenBack, transferredOut: shown.transferredOut + transferredOut },
    };
    return { writes: [saveFund(next, deps.stamps.take()), ...left.writes], answer };
  });

/** One part of an income as it moves into its fund. */
const partIn = (
  call: Call<Ops["receiveFundIncome"]>,
  fund: Fund,
  { amount, bps, id }: { readonly amount: number; readonly bps: number; readonly id: string },
  deps: Deps,
): Moved => {
  const { kind, source, period, document, gross, costs } = call.body;
  const atMs = deps.clock.now().getTime();
  const movement: Movement = {
    ...{ id, fund: fund.id, kind, amount, transfer: id, source, period, document, by: call.actor.id, atMs },
    ...(kind === "donation" ? {} : { basis: gross - costs, bps }),
  };
  const account = envelopeAccount(fund);
  const link = { type: "fund", id: fund.id };
  return {
    transfer: { id, from: outside(fund), to: account, amount, category: kind, link, earmarked: ["to"] },
    movements: [movement],
    totals: [[fund.id, { income: amount, adminRoom: partOf(amount, fund.restriction.adminCapBps) }]],
  };
};

type IncomeView = {
  id: string;
  kind: "donation" | "surplus-share" | "common-parts" | "parking-split";
  gross: number;
  costs: number;
  parts: { fund: string; bps: number; amount: number; transfer?: string }[];
  kept: number;
};

const receive = (call: Call<Ops["receiveFundIncome"]>, deps: Deps): Command<IncomeView> =>
  keyed(call, 201, async (known): Promise<Decision<IncomeView>> => {
    const { community, unit, kind, source, period, gross, costs, shares } = call.body;
    const config = configOf(deps);
    if (!holdsAny(call.actor, TREASURERS, community)) return reject("auth/forbidden", { needs: TREASURERS.join(", ") });
    const wrong = incomeRefusals(call.body, config);
    if (wrong.length > 0) return { refusals: wrong };
    const funds: Fund[] = [];
    for (const { fund: id } of shares) {
      const fund = await fundOf(id, call.actor, known, deps);
      if (fund.community !== community || fund.unit !== unit) reject("resource/not-found", { what: "fund", id });
      funds.push(fund);
    }
    const standing = funds.flatMap((fund) => standingRefusals(fund, today(deps)));
    if (standing.length > 0) return { refusals: standing };
    const taken = period === undefined ? undefined : { community, unit, kind, source, period };
    if (taken && known.get(periodKey(taken)))
      return { refusals: [refuse("fund/period-taken", { source, period: taken.period })] };
    const { parts, kept } = divideIncome(call.body);
    const ids = parts.map(() => deps.ids.next());
    const moves = funds.flatMap((fund, index) => {
      const amount = parts[index] as number;
      const part = { amount, bps: shares[index]?.bps as number, id: ids[index] as string };
      return amount === 0 ? [] : [partIn(call, fund, part, deps)];
    });
    if (moves.length === 0) return { refusals: [refuse("fund/nothing-to-share", { net: gross - costs })] };
    const made = await moveMoney(moves, { actor: call.actor }, known, deps);
    if ("refusals" in made) return made;
    const view = {
      ...{ id: call.key, kind, gross, costs, kept },
      parts: shares.map(({ fund, bps }, index) => {
        const amount = parts[index] as number;
        return { fund, bps, amount, ...(amount === 0 ? {} : { transfer: ids[index] as string }) };
      }),
    };
    return { writes: [...(taken ? [takePeriod(taken, call.key)] : []), ...made.writes], answer: view };
  });

/** A command of one movement, recorded under the client's key. */
const single = (
  call: Pick<Call, "key" | "fingerprint" | "actor">,
  deps: Deps,
  plan: (known: Known) => Promise<Moved | Extract<Decision, { refusals: unknown }>>,
): Command<MovementView> =>
  keyed(call, 201, async (known): Promise<Decision<MovementView>> => {
    const moved = await plan(known);
    if ("refusals" in moved) return moved;
    const made: Outcome = await moveMoney([moved], { actor: call.actor }, known, deps);
    if ("refusals" in made) return made;
    return { writes: made.writes, answer: viewMovement(moved.movements[0] as Movement, true) };
  });

const base = (call: Pick<Call, "key" | "actor">, fund: Fund, deps: Deps) => ({
  ...{ id: call.key, fund: fund.id, transfer: call.key, by: call.actor.id, atMs: deps.clock.now().getTime() },
});

const give = (call: Call<Ops["donateToFund"]>, deps: Deps): Command<MovementView> =>
  single(call, deps, async (known) => {
    const fund = await fundOf(call.params.fundId, call.actor, known, deps);
    const wrong = standingRefusals(fund, today(deps));
    if (wrong.length > 0) return { refusals: wrong };
    const { amount } = call.body;
    return {
      transfer: {
        ...{ id: call.key, from: memberAccount(call.actor.id, fund.unit), to: envelopeAccount(fund), amount },
        ...{ category: "donation", link: { type: "fund", id: fund.id }, earmarked: ["to"] },
      },
      movements: [{ ...base(call, fund, deps), kind: "donation", amount }],
      totals: [[fund.id, { income: amount, adminRoom: partOf(amount, fund.restriction.adminCapBps) }]],
    };
  });

const transfer = (call: Call<Ops["transferBetweenFunds"]>, deps: Deps): Command<MovementView> =>
  single(call, deps, async (known) => {
    const { to, amount, reason } = call.body;
    const from = await fundFor(call.params.fundId, TREASURERS, call.actor, known, deps);
    const target = await fundFor(to, TREASURERS, call.actor, known, deps);
    const standing = [from, target].flatMap((fund) => standingRefusals(fund, today(deps)));
    const wrong = [...standing, ...transferRefusals(from, target)];
    if (wrong.length > 0) return { refusals: wrong };
    return {
      transfer: {
        ...{ id: call.key, from: envelopeAccount(from), to: envelopeAccount(target), amount },
        ...{ category: "fund-transfer", link: { type: "fund", id: from.id }, earmarked: ["from", "to"] },
      },
      movements: [
        { ...base(call, from, deps), kind: "transfer-out", amount, reason, other: target.id },
        { ...base(call, target, deps), id: deps.ids.next(), kind: "transfer-in", amount, reason, other: from.id },
      ],
      totals: [
        [from.id, { transferredOut: amount }],
        [target.id, { transferredIn: amount }],
      ],
    };
  });

const charge = (call: Call<Ops["chargeAdminCost"]>, deps: Deps): Command<MovementView> =>
  single(call, deps, async (known) => {
    const { amount, reason, document } = call.body;
    const fund = await fundFor(call.params.fundId, TREASURERS, call.actor, known, deps);
    const [shown] = await viewFunds([fund], deps);
    const room = shown?.adminRoom ?? 0;
    const cap = room < amount ? [refuse("fund/admin-cap", { room, amount })] : [];
    const wrong = [...standingRefusals(fund, today(deps)), ...cap];
    if (wrong.length > 0) return { refusals: wrong };
    return {
      transfer: {
        ...{ id: call.key, from: envelopeAccount(fund), to: outside(fund), amount },
        ...{ category: "admin-cost", link: { type: "fund", id: fund.id }, earmarked: ["from"] },
      },
      movements: [{ ...base(call, fund, deps), kind: "admin-cost", amount, reason, document }],
      totals: [[fund.id, { adminCosts: amount, adminRoom: -amount }]],
    };
  });

const getFund = async (call: Call<Ops["getFund"]>, deps: Deps): Promise<Answer<FundView>> => {
  const fund = await fundOf(call.params.fundId, call.actor, new Known(), deps);
  const [shown] = await viewFunds([fund], deps);
  const { unspentNow } = await import("./unspent.ts");
  const unspent = await unspentNow(fund.id, shown?.cash ?? 0, deps);
  return { body: { ...(shown as FundView), unspent }, revision: fund.revision };
};

const listFunds = async (
  call: Call<Ops["listFunds"]>,
  deps: Deps,
): Promise<Answer<{ items: FundView[]; next: string | null }>> => {
  configOf(deps);
  const { community, ...paging } = call.query;
  mustBelong(call.actor, community);
  const list = { index: "g1" as const, partition: fundList(community) };
  const { items, next } = await pageOf(deps, list, fundKey, paging);
  return { body: { items: await viewFunds(items.map(toFund), deps), next } };
};

const listMovements = async (
  call: Call<Ops["listFundMovements"]>,
  deps: Deps,
): Promise<Answer<{ items: MovementView[]; next: string | null }>> => {
  const fund = await fundOf(call.params.fundId, call.actor, new Known(), deps);
  const list = { index: "g1" as const, partition: movementList(fund.id), descending: true };
  const { items, next } = await pageOf(deps, list, movementKey, call.query);
  const officer = holdsAny(call.actor, READERS, fund.community);
  const shown = items.map(toMovement).map((each) => viewMovement(each, officer || each.by === call.actor.id));
  return { body: { items: shown, next } };
};

/** Handlers of funds. */
export const fundsHandlers: Handlers<Ops> = {
  createFund: (call, deps) => run(deps.db, openFund(call, deps)),
  getFund,
  listFunds,
  listFundMovements: listMovements,
  receiveFundIncome: (call, deps) => run(deps.db, receive(call, deps)),
  donateToFund: (call, deps) => run(deps.db, give(call, deps)),
  transferBetweenFunds: (call, deps) => run(deps.db, transfer(call, deps)),
  chargeAdminCost: (call, deps) => run(deps.db, charge(call, deps)),
  closeFund: (call, deps) => run(deps.db, closing(call, deps)),
};
