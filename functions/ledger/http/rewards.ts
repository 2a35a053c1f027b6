/** Rewards by stewards, earn rules, and the funding of budgets. */
import type { rewardOperations } from "../../../schemas/ledger/rewards.ts";
import type { Call, Handlers } from "../../shared/call.ts";
import { type Command, carryOut, type Decision, type Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Entry } from "../domain/entry.ts";
import type { Situation } from "../domain/plan.ts";
import { earnings, planFunding, planReward, type RewardOrder, rewardAccount, ruleOf } from "../domain/reward.ts";
import { accountKey } from "../store/account.ts";
import { addToShard, learnBudget, shardKey } from "../store/budget.ts";
import { toEntry, transferKey } from "../store/journal.ts";
import { knownAccount, planWrites } from "../store/plan.ts";
import { residentOnly } from "../store/request.ts";
import { situationOf } from "./situation.ts";
import { decide } from "./transfers.ts";
import { viewEntry } from "./views.ts";

type Ops = typeof rewardOperations;
type View = ReturnType<typeof viewEntry>;

/** The write set of a reward: its record, the member's account, and one shard when the pool's budget is hard. */
export const decideReward = async (
  order: RewardOrder,
  situation: Situation,
  known: Known,
  deps: Deps,
  fingerprint: string,
): Promise<Decision<View>> => {
  const planned = planReward(order, situation, knownAccount(known, order.to));
  await learnBudget(planned.pool, [accountKey(order.to)], known, deps);
  const decision = await decide(planned, situation, known, deps, fingerprint, ([entry]) => viewEntry(entry as Entry));
  return "refusals" in decision ? decision : { ...decision, writes: residentOnly(decision.writes, order.to) };
};

const rewardCommand = (call: Call<Ops["createReward"]>, deps: Deps): Command<View> => ({
  slot: transferKey(call.key),
  fingerprint: call.fingerprint,
  decide: (known): Decision<View> | Promise<Decision<View>> => {
    const found = ruleOf(deps.district, call.body.rule);
    if ("refusals" in found) return found;
    const earned = earnings(found.rule, call.body.quantity);
    if ("refusals" in earned) return earned;
    const { memo, link } = call.body;
    const to = rewardAccount(call.body.to, found.rule);
    const order = { id: call.key, to, rule: found.rule, amount: earned.amount, memo, link };
    return decideReward(order, situationOf(call, deps), known, deps, call.fingerprint);
  },
  replay: (item) => viewEntry(toEntry(item)),
  status: 201,
});

const fundCommand = (call: Call<Ops["fundPool"]>, deps: Deps): Command<View> => ({
  slot: transferKey(call.key),
  fingerprint: call.fingerprint,
  decide: (known) => {
    const pool = call.params.poolAccountId;
    const planned = planFunding({ ...call.body, id: call.key, pool }, situationOf(call, deps));
    if ("refusals" in planned) return planned;
    const made = planWrites(planned.plan, known, deps, call.fingerprint);
    if ("refusals" in made) return made;
    const shares = planned.shares.flatMap((share, shard) =>
      share === 0 ? [] : [addToShard(shardKey(pool, shard), share)],
    );
    return { writes: [...made.writes, ...shares], answer: viewEntry(made.entries[0] as Entry) };
  },
  replay: (item) => viewEntry(toEntry(item)),
  status: 201,
});

/** The account that a dry run must see; none when the rule is not known. */
const rewardKeys = (call: Call<Ops["createReward"]>, deps: Deps) => {
  const found = ruleOf(deps.district, call.body.rule);
  return "rule" in found ? [accountKey(rewardAccount(call.body.to, found.rule))] : [];
};

/** Handlers of earn rules, rewards and funding. */
export const rewardHandlers: Handlers<Ops> = {
  listEarnRules: async (_call, deps) => ({ body: { items: deps.district.earnRules } }),
  createReward: (call, deps) => carryOut(deps.db, call, rewardCommand(call, deps), () => rewardKeys(call, deps)),
  fundPool: (call, deps) => carryOut(deps.db, call, fundCommand(call, deps)),
};
