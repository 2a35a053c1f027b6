/** Act 2: a month in which neighbours serve and spend, sixteen requests at a time, day by day. */
import type * as z from "zod";
import type { EarnRule } from "../../../schemas/district.ts";
import type { CatalogueItem, Redemption } from "../../../schemas/ledger/catalogue.ts";
import { inParallel, type Problem } from "./client.ts";
import type { Progress } from "./screen.ts";
import { COMMUNITY, type Member, pools, type TransferView, UNIT, type World } from "./world.ts";

type Rule = z.infer<typeof EarnRule>;
type RedemptionView = z.infer<typeof Redemption>;
export type Item = z.infer<typeof CatalogueItem>;

const DAYS = 30;
const DAY_MS = 86_400_000;
/** Requests under way at once. */
export const LANES = 16;
const VOLUNTEERS = 12;
/** Share of the rewards that go to the few who would do everything themselves. */
const VOLUNTEER_SHARE = 0.04;
/** Share of the redemptions by people who do not look at their balance first. */
const HASTY_SHARE = 0.03;
const HOURS_MAX = 4;
const ELDER_BUDGET = 200_000;

const RULE_WEIGHTS: Readonly<Record<string, number>> = {
  waste: 34,
  mutual: 20,
  patrol: 16,
  elder: 16,
  teach: 6,
  mediate: 4,
  proposal: 3,
  blood: 1,
};

/** Refusals that belong to the month: rules at work, not faults. */
const EXPECTED = /^ledger\/(cap-(day|week|month|year)|insufficient-available|item-limit)$/;

interface Offer {
  readonly zh: string;
  readonly en: string;
  readonly price: number;
  readonly stock?: number;
  readonly perMonth?: number;
}

const OFFERS: readonly Offer[] = [
  { zh: "停车三小时", en: "Three hours of parking", price: 20 },
  { zh: "社区理发", en: "Haircut at the community's barber", price: 30 },
  { zh: "超市代金券", en: "Supermarket voucher", price: 50, perMonth: 2 },
];

/** Offers something for points, for everybody or for the first who come. */
export const offer = (world: World, { zh, en, price, stock, perMonth }: Offer): Promise<Item> =>
  world.client.must<Item>("POST", "/v1/ledger/catalogue-items", {
    as: world.steward,
    body: {
      community: COMMUNITY,
      name: { zh, en },
      unit: UNIT,
      price,
      stock: stock ?? null,
      perPerson: perMonth === undefined ? null : { period: "month", limit: perMonth },
    },
  });

/**
 * What is done for one person. The key is made when it is planned, so that it does not hang on which request is faster.
 */
export type Order =
  | { readonly key: string; readonly rule: Rule; readonly quantity: number }
  | { readonly key: string; readonly item: Item; readonly account?: string };

/** Redeems one piece and books it when the server agrees; gives the answer's code, empty for a success. */
export const redeem = async (world: World, buyer: Member, order: Extract<Order, { item: Item }>): Promise<string> => {
  const { key, item, account } = order;
  const body = { item: item.id, expectedPrice: item.price, ...(account === undefined ? {} : { account }) };
  const request = { as: buyer, body, key };
  const reply = await world.client.call<RedemptionView & Problem>("POST", "/v1/ledger/redemptions", request);
  if (reply.status !== 201) return reply.body?.code ?? String(reply.status);
  world.book({ from: reply.body.account, to: pools.redemption, amount: reply.body.amount });
  return "";
};

/** Rewards a member by a rule and books it when the server agrees; gives the answer's code, empty for a success. */
export const reward = async (world: World, to: Member, order: Extract<Order, { rule: Rule }>): Promise<string> => {
  const { key, rule, quantity } = order;
  const request = { as: world.steward, body: { to: to.id, rule: rule.code, quantity }, key };
  const reply = await world.client.call<TransferView & Problem>("POST", "/v1/ledger/rewards", request);
  if (reply.status !== 201) return reply.body?.code ?? String(reply.status);
  world.book(reply.body);
  return "";
};

/** Earn rules in force, by code. */
export const earnRules = async (world: World): Promise<ReadonlyMap<string, Rule>> => {
  const { items } = await world.client.must<{ items: Rule[] }>("GET", "/v1/ledger/earn-rules", { as: world.steward });
  return new Map(items.map((rule) => [rule.code, rule]));
};

/** `count` things as evenly as possible over so many days: how many fall on `day`. */
const onDay = (count: number, day: number): number =>
  Math.floor((count * (day + 1)) / DAYS) - Math.floor((count * day) / DAYS);

type Plan = Map<Member, Order[]>;

const plan = (orders: Plan, member: Member, order: Order): void => {
  orders.set(member, [...(orders.get(member) ?? []), order]);
};

/**
 * Orders of one day by person, rewards first. A volunteer's patrol is entered twice on that day, as happens where two
 * people keep lists: the day's cap finds it.
 */
const planDay = (world: World, day: number, rules: ReadonlyMap<string, Rule>, items: readonly Item[]): Plan => {
  const { random, scale } = world;
  const adults = world.members.filter(({ adult }) => adult);
  const choices = [...rules.values()].map((rule) => [rule, RULE_WEIGHTS[rule.code] ?? 0] as const);
  const patrol = rules.get("patrol") as Rule;
  const orders: Plan = new Map();
  const key = () => world.client.id();
  const rewards = onDay(scale.rewards, day);
  for (let left = rewards; left > 0; left--) {
    const isFirst = day === 0 && left === rewards;
    if (left > 1 && (isFirst || random.chance(VOLUNTEER_SHARE))) {
      const volunteer = random.pick(adults.slice(-VOLUNTEERS));
      const entry = { rule: patrol, quantity: patrol.quantityMax };
      plan(orders, volunteer, { ...entry, key: key() });
      plan(orders, volunteer, { ...entry, key: key() });
      left -= 1;
      continue;
    }
    const rule = random.weighted(choices);
    const quantity = random.int(1, Math.min(rule.quantityMax, HOURS_MAX));
    plan(orders, random.pick(adults), { key: key(), rule, quantity });
  }
  for (let left = onDay(scale.redemptions, day); left > 0; left--) {
    const item = random.pick(items);
    const able = adults.filter(({ account }) => world.balance(account) >= item.price);
    const isHasty = able.length === 0 || random.chance(HASTY_SHARE);
    plan(orders, random.pick(isHasty ? adults : able), { key: key(), item });
  }
  return orders;
};

type Counts = Map<string, number>;

/** One person's orders one after another, so that what is refused does not hang on which request is faster. */
const playDay = async (world: World, orders: Plan, counts: Counts, progress: Progress): Promise<void> => {
  const tasks = [...orders].map(([member, own]) => async () => {
    for (const order of own) {
      const kind = "item" in order ? "redemption" : "reward";
      const code = "item" in order ? await redeem(world, member, order) : await reward(world, member, order);
      const name = code === "" ? kind : code;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      progress.tick();
    }
  });
  await inParallel(tasks, LANES);
};

/** A table of counts by code. */
export const showCodes = (world: World, counts: ReadonlyMap<string, number>): void => {
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, count]) => [code, String(count)]);
  world.screen.table([{ title: "代码 code" }, { title: "次数 count", number: true }], rows);
};

/** Plays the act from the first day on; returns the instant at which the last day began. */
export const playMonth = async (world: World, firstDay: Date): Promise<Date> => {
  const { client, screen, scale } = world;
  screen.heading("二、一个月的邻里", "2. A month of neighbours");
  await client.moveClock(firstDay);
  const rules = await earnRules(world);
  await client.must("POST", `/v1/ledger/pools/${pools.elder}/fund`, {
    as: world.admin,
    body: { amount: ELDER_BUDGET, memo: "敬老专项 Elder care budget" },
  });
  world.book({ from: pools.issuance, to: pools.elder, amount: ELDER_BUDGET });
  const items: Item[] = [];
  for (const one of OFFERS) items.push(await offer(world, one));
  screen.say(
    `${rules.size} 条积分规则，${items.length} 种兑换`,
    `${rules.size} earn rules, ${items.length} things to have for points`,
  );
  const counts: Counts = new Map();
  const progress = screen.progress("奖励与兑换", "Rewards and redemptions", scale.rewards + scale.redemptions);
  let today = firstDay;
  for (let day = 0; day < DAYS; day++) {
    today = await client.moveClock(new Date(firstDay.getTime() + day * DAY_MS));
    await playDay(world, planDay(world, day, rules, items), counts, progress);
  }
  progress.end();
  const done = (counts.get("reward") ?? 0) + (counts.get("redemption") ?? 0);
  const refusals = new Map([...counts].filter(([name]) => name.includes("/") || /^\d/.test(name)));
  const refused = [...refusals.values()].reduce((sum, count) => sum + count, 0);
  screen.say(
    `成功 ${done} 笔，按规则拒绝 ${refused} 笔`,
    `${counts.get("reward") ?? 0} rewards, ${counts.get("redemption") ?? 0} redemptions made, ${refused} refused`,
  );
  showCodes(world, refusals);
  world.check(
    done + refused === scale.rewards + scale.redemptions && [...refusals.keys()].every((code) => EXPECTED.test(code)),
    "每个请求都有结果，拒绝皆有规则",
    "Every request has its outcome, every refusal its rule",
  );
  world.check(
    (refusals.get("ledger/cap-day") ?? 0) > 0,
    "重复登记被每日上限拦下",
    "Entries made twice were stopped by the day's cap",
  );
  const wrong = await world.differences();
  world.check(
    wrong.length === 0,
    `${world.accounts().length} 个余额与本故事的账本一致`,
    `${world.accounts().length} balances agree with the story's own books`,
  );
  return today;
};
