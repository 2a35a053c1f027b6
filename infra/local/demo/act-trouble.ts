/** Act 4: what goes wrong: more spent than there is, a line that breaks, a reward entered by mistake. */
import type * as z from "zod";
import type { TransferSet } from "../../../schemas/ledger/resources.ts";
import type { Cast } from "./act-market.ts";
import { earnRules } from "./act-month.ts";
import { isRefusal, type TransferView, type World } from "./world.ts";

const TOO_MUCH = 100;
const THANKS = 12;
const HOURS_BY_MISTAKE = 2;

const playOverdraft = async (world: World, { heroine, neighbour }: Cast): Promise<void> => {
  const { client, screen } = world;
  const before = await world.account(neighbour.account);
  const amount = before.balance + TOO_MUCH;
  const body = { from: neighbour.account, to: heroine.account, amount, category: "thanks" };
  screen.say(
    `${neighbour.name}有 ${before.balance} 分，想付 ${amount} 分`,
    `${neighbour.name} has ${before.balance} points and tries to pay ${amount}`,
  );
  const reply = await client.call("POST", "/v1/ledger/transfers", { as: neighbour, body });
  screen.block(JSON.stringify(reply.body, null, 2));
  const after = await world.account(neighbour.account);
  const isShort = isRefusal(reply, "ledger/insufficient-available");
  world.check(
    isShort && after.balance === before.balance,
    "被拒绝，余额未变",
    "Refused, and the balance is what it was",
  );
};

const playCut = async (world: World, { heroine, neighbour }: Cast): Promise<void> => {
  const { client, screen } = world;
  const before = await world.account(heroine.account);
  const payee = await world.account(neighbour.account);
  const key = client.id();
  const body = {
    from: heroine.account,
    to: neighbour.account,
    amount: THANKS,
    category: "thanks",
    memo: "谢谢 Thanks",
  };
  screen.say(
    `${heroine.name}付 ${THANKS} 分，答复到达前断线`,
    `${heroine.name} pays ${THANKS} points, and the line is cut before the answer`,
  );
  const effect = async () => (await world.account(heroine.account)).balance !== before.balance;
  await client.cut("/v1/ledger/transfers", { as: heroine, body, key, effect });
  const again = await client.call<TransferView>("POST", "/v1/ledger/transfers", { as: heroine, body, key });
  if (again.status === 201) world.book(again.body);
  screen.say(
    `用同一个键重发：${again.status}`,
    `Sent again under the same key: ${again.status}, Idempotency-Hit: ${again.hit}`,
  );
  const [paid, received] = [await world.account(heroine.account), await world.account(neighbour.account)];
  world.check(
    again.status === 201 && again.hit && again.body.id === key,
    "第二次得到第一次的答复",
    "The second time gets the first time's answer",
  );
  world.check(
    before.balance - paid.balance === THANKS && received.balance - payee.balance === THANKS,
    `只付了一次：${before.balance} → ${paid.balance}`,
    `It was paid exactly once: ${before.balance} → ${paid.balance}`,
  );
};

const playReversal = async (world: World, { heroine }: Cast): Promise<void> => {
  const { client, screen } = world;
  const rule = (await earnRules(world)).get("teach");
  if (!rule) throw new Error("the district has no rule for teaching");
  const before = await world.account(heroine.account);
  const body = {
    to: heroine.id,
    rule: rule.code,
    quantity: HOURS_BY_MISTAKE,
    memo: "登记错人 Entered for the wrong person",
  };
  const wrong = await client.must<TransferView>("POST", "/v1/ledger/rewards", { as: world.steward, body });
  screen.say(
    `管家误给${heroine.name} ${wrong.amount} 分`,
    `A steward gives ${heroine.name} ${wrong.amount} points by mistake`,
  );
  const path = `/v1/ledger/transfers/${wrong.id}/reversal`;
  const set = await client.must<z.infer<typeof TransferSet>>("POST", path, { as: world.steward, body: {} });
  const after = await world.account(heroine.account);
  world.check(
    set.reversals.length === 1 && after.balance === before.balance && after.lifetimeEarned === before.lifetimeEarned,
    "冲正一笔，余额与累计所得复原",
    "One reversal puts balance and lifetime earned back; both entries stay",
  );
  const twice = await client.call("POST", path, { as: world.steward, body: {} });
  world.check(
    isRefusal(twice, "ledger/already-reversed"),
    "再次冲正被拒绝",
    "A second reversal is refused: ledger/already-reversed",
  );
};

/** Plays the act with the cast. */
export const playTrouble = async (world: World, cast: Cast): Promise<void> => {
  world.screen.heading("四、差错", "4. Trouble");
  await playOverdraft(world, cast);
  await playCut(world, cast);
  await playReversal(world, cast);
};
