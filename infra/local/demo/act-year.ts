/** Act 7: an autumn, a winter, and the spring in which last year's points expire; pools are folded. */
import type * as z from "zod";
import type { Report } from "../../../functions/shared/jobs.ts";
import type { Pool } from "../../../schemas/ledger/audit.ts";
import type { Cast } from "./act-market.ts";
import { earnRules, LANES, reward } from "./act-month.ts";
import { inParallel } from "./client.ts";
import { COMMUNITY, type Member, pools, UNIT, type World } from "./world.ts";

/** Shaoxing keeps UTC+8 all year. */
const OFFSET = "+08:00";
const FOLD_AFTER_MS = 20 * 60_000;
const AUTUMN_MONTHS = 6;
const EXPIRY_MONTHS = 13;
const TEACHING_HOURS = 1;

/** The first day of the month that lies so many months after `from`'s, at three in the morning of the district. */
const monthAfter = (from: Date, months: number): Date => {
  const local = new Date(Date.parse(from.toISOString()) + 8 * 3_600_000);
  const count = local.getUTCFullYear() * 12 + local.getUTCMonth() + months;
  const month = String((count % 12) + 1).padStart(2, "0");
  return new Date(`${Math.floor(count / 12)}-${month}-01T03:00:00${OFFSET}`);
};

const sumOf = (world: World): number => world.accounts().reduce((sum, account) => sum + world.balance(account), 0);

/** The district's date at an instant. */
export const dayOf = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

const playAutumn = async (world: World, { heroine }: Cast): Promise<ReadonlyMap<string, number>> => {
  const { client } = world;
  const rule = (await earnRules(world)).get("teach");
  if (!rule) throw new Error("the district has no rule for teaching");
  const others = world.members.filter((member) => member.adult && member !== heroine);
  const teachers: readonly Member[] = [heroine, ...others.slice(0, world.scale.autumn - 1)];
  const codes: string[] = [];
  const before = new Map(teachers.map(({ account }) => [account, world.balance(account)]));
  await inParallel(
    teachers.map((member) => {
      const order = { key: client.id(), rule, quantity: TEACHING_HOURS };
      return async () => {
        codes.push(await reward(world, member, order));
      };
    }),
    LANES,
  );
  const earned = new Map([...before].map(([account, balance]) => [account, world.balance(account) - balance]));
  const sum = [...earned.values()].reduce((total, amount) => total + amount, 0);
  world.check(
    codes.every((code) => code === ""),
    `秋天 ${teachers.length} 位邻居授课，得 ${sum} 分`,
    `In autumn ${teachers.length} neighbours teach and earn ${sum} points`,
  );
  return earned;
};

const playExpiry = async (world: World, autumn: ReadonlyMap<string, number>): Promise<void> => {
  const { client, screen } = world;
  const before = sumOf(world);
  const first = await client.job<Report>("points-expiry");
  for (const account of world.accounts()) {
    const amount = world.balance(account) - (autumn.get(account) ?? 0);
    if (amount !== 0) world.book({ from: account, to: pools.expiry, amount });
  }
  const expired = before - sumOf(world);
  screen.say(
    `到期任务：${first.counts.changed} 个账户`,
    `The expiry job: ${first.counts.changed} accounts changed, ${first.counts.failed} failed`,
  );
  const wrong = await world.differences();
  world.check(
    wrong.length === 0 && expired > 0 && first.counts.failed === 0,
    `春天的 ${expired} 分到期，秋天的 ${sumOf(world)} 分仍在`,
    `Spring's ${expired} points expired, autumn's ${sumOf(world)} are still there`,
  );
  const second = await client.job<Report>("points-expiry");
  const still = await world.differences();
  world.check(
    second.counts.changed === 0 && second.counts.failed === 0 && still.length === 0,
    `任务再跑一次：改变 ${second.counts.changed} 个`,
    `The job once more: ${second.counts.changed} accounts changed`,
  );
};

const playFold = async (world: World, now: Date): Promise<void> => {
  const { client, screen } = world;
  // Entries are folded once nothing older can still arrive; a little later all of the story's are.
  await client.moveClock(new Date(now.getTime() + FOLD_AFTER_MS));
  const report = await client.job<Report>("pool-fold");
  type View = z.infer<typeof Pool>;
  const path = `/v1/ledger/pools?community=${COMMUNITY}&unit=${UNIT}`;
  const { items } = await client.must<{ items: View[] }>("GET", path, { as: world.auditor });
  const moved = items.filter(({ balance }) => balance !== 0);
  screen.table(
    [{ title: "资金池 pool" }, { title: "已汇总 folded", number: true }, { title: "现余额 balance", number: true }],
    moved.map(({ pool, folded, balance }) => [pool, String(folded), String(balance)]),
  );
  world.check(
    report.counts.failed === 0 &&
      items.every(({ folded, balance, tailEntries }) => folded === balance && tailEntries === 0),
    "资金池汇总等于流水之和",
    "Folded pools are the sums of their journals",
  );
  if (!world.fresh) return;
  const own = [pools.redemption, pools.expiry, pools.elder];
  const right = own.every(
    (account) => items.find((item) => item.account === account)?.balance === world.balance(account),
  );
  world.check(
    right,
    "兑换池、到期池与本故事的账本一致",
    "Redemption, expiry and elder pools agree with the story's own books",
  );
};

/** Plays the act; `lastDay` is the month's last. */
export const playYear = async (world: World, cast: Cast, lastDay: Date): Promise<void> => {
  const { client, screen } = world;
  screen.heading("七、一年之后", "7. A year later");
  const autumn = await client.moveClock(monthAfter(lastDay, AUTUMN_MONTHS));
  screen.say(`时钟拨到 ${dayOf(autumn)}`, `The clock moves to ${dayOf(autumn)}`);
  const earned = await playAutumn(world, cast);
  const spring = await client.moveClock(monthAfter(lastDay, EXPIRY_MONTHS));
  screen.say(`时钟拨到 ${dayOf(spring)}（十三个月后）`, `The clock moves to ${dayOf(spring)}, thirteen months on`);
  await playExpiry(world, earned);
  await playFold(world, spring);
};
