/** Act 5: a month of the time bank: hours granted, earned, disputed, settled by the calendar, and given to kin. */
import type * as z from "zod";
import type { Report } from "../../../functions/shared/jobs.ts";
import type { AuditReport } from "../../../schemas/ledger/audit.ts";
import type { OneTimeCode, Order } from "../../../schemas/timebank/resources.ts";
import type { MonthStatement, SettlementRun } from "../../../schemas/timebank/settlement.ts";
import { inParallel } from "./client.ts";
import { COMMUNITY, isRefusal, type Member, type World } from "./world.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Time after the hour at which volunteers sign out. */
const LEAVE_MS = 5 * 60_000;
/** Shaoxing keeps UTC+8 all year. */
const OFFSET_MS = 8 * HOUR_MS;
const LANES = 8;
/** Whoever is born by then may redeem at 60. */
const ELDER_BORN_MAX = 1_960;
const GRANT_MINUTES = 600;
const SERVICE_MINUTES = 60;
const GIFT_MINUTES = 60;
const EVIDENCE = "street office letter";

type OrderView = z.infer<typeof Order>;
type Pair = readonly [elder: Member, volunteer: Member];

/** As many elders with a volunteer of another household each; nobody is in two pairs. */
const pairsOf = (world: World): Pair[] => {
  const elders = world.members.filter(({ birthYear }) => birthYear <= ELDER_BORN_MAX).slice(0, world.scale.pairs);
  const homes = new Set(elders.map(({ household }) => household));
  const volunteers = world.members.filter(({ adult, birthYear, household }) => {
    return adult && birthYear > ELDER_BORN_MAX && !homes.has(household);
  });
  return elders.flatMap((elder, index): Pair[] => {
    const volunteer = volunteers[index];
    return volunteer ? [[elder, volunteer]] : [];
  });
};

/** The seed budget is filled; hours are granted only to whom the care list has, up to the person's limit. */
const playGrants = async (world: World, pairs: readonly Pair[]): Promise<void> => {
  const { client, steward, admin } = world;
  const amount = GRANT_MINUTES * pairs.length;
  const body = { amount };
  await client.must("POST", `/v1/ledger/pools/${COMMUNITY}~seed.minutes/fund`, { as: admin, body });
  const grant = (elder: Member) => ({
    as: steward,
    body: { to: elder.id, minutes: GRANT_MINUTES, evidence: EVIDENCE },
  });
  const [first] = pairs[0] as Pair;
  const early = await client.call("POST", "/v1/timebank/seed-grants", grant(first));
  for (const [elder] of pairs) {
    const flag = { listed: true, evidence: EVIDENCE };
    await client.must("POST", `/v1/timebank/members/${elder.id}/care-flag`, { as: steward, body: flag });
    await client.must("POST", "/v1/timebank/seed-grants", grant(elder));
  }
  world.check(
    isRefusal(early, "timebank/no-care-need"),
    `${pairs.length} 位困难老人各获 ${GRANT_MINUTES} 分钟；未列入名单的被拒`,
    `${pairs.length} elders in need are granted ${GRANT_MINUTES} minutes each; before the care list has them, refused`,
  );
};

const step = (world: World, order: string, what: string, as: Member, body: object = {}): Promise<OrderView> =>
  world.client.must<OrderView>("POST", `/v1/timebank/orders/${order}/${what}`, { as, body });

/** Signs in or out: the elder's one-time code, entered by the volunteer. */
const sign = async (world: World, order: string, what: "check-in" | "check-out", [elder, volunteer]: Pair) => {
  const path = `/v1/timebank/orders/${order}/codes`;
  type Code = z.infer<typeof OneTimeCode>;
  const { code } = await world.client.must<Code>("POST", path, { as: elder, body: { purpose: what } });
  return step(world, order, what, volunteer, { code });
};

/** Each elder asks for an hour from an hour on; a volunteer takes it, signs in and out. Ends with the orders' ids. */
const serve = async (world: World, pairs: readonly Pair[]): Promise<string[]> => {
  const { client } = world;
  const from = new Date((await client.now()).getTime() + HOUR_MS);
  const until = new Date(from.getTime() + 2 * HOUR_MS);
  const window = { from: from.toISOString(), until: until.toISOString(), minutes: SERVICE_MINUTES };
  const orders: string[] = [];
  const each = (work: (pair: Pair, index: number) => Promise<void>) =>
    inParallel(
      pairs.map((pair, index) => () => work(pair, index)),
      LANES,
    );
  await each(async (pair, index) => {
    const body = { community: COMMUNITY, category: "company", ...window };
    const { id } = await client.must<OrderView>("POST", "/v1/timebank/orders", { as: pair[0], body });
    await step(world, id, "accept", pair[1]);
    orders[index] = id;
  });
  await client.moveClock(from);
  await each(async (pair, index) => void (await sign(world, orders[index] as string, "check-in", pair)));
  // Signing in takes the pairs some seconds each; whoever leaves on the hour has not served it whole.
  await client.moveClock(new Date(from.getTime() + HOUR_MS + LEAVE_MS));
  await each(async (pair, index) => void (await sign(world, orders[index] as string, "check-out", pair)));
  return orders;
};

/** Weeks of services; the last one of the first pair is disputed and decided by a steward. */
const playServices = async (world: World, pairs: readonly Pair[]): Promise<number> => {
  const { client, screen, scale, steward } = world;
  let confirmed = 0;
  for (let week = 0; week < scale.weeks; week++) {
    const orders = await serve(world, pairs);
    const last = week === scale.weeks - 1;
    for (const [index, order] of orders.entries()) {
      const [elder] = pairs[index] as Pair;
      if (last && index === 0) await step(world, order, "dispute", elder, { reason: "left early" });
      else await step(world, order, "confirm", elder);
      if (!last || index > 0) confirmed += 1;
    }
    if (last) await playDispute(world, orders[0] as string, pairs[0] as Pair);
    if (!last) await client.moveClock(new Date((await client.now()).getTime() + 7 * DAY_MS));
  }
  const open = `/v1/timebank/set-aside-orders?community=${COMMUNITY}`;
  const { items } = await client.must<{ items: unknown[] }>("GET", open, { as: steward });
  screen.say(`${confirmed} 次服务已确认，待结算`, `${confirmed} services confirmed, waiting for the settlement`);
  world.check(items.length === 0, "没有搁置的订单", "No order has been set aside");
  return confirmed;
};

const playDispute = async (world: World, order: string, [elder]: Pair): Promise<void> => {
  const { client, steward } = world;
  const frozen = await client.call("POST", `/v1/timebank/orders/${order}/confirm`, { as: elder, body: {} });
  const body = { minutes: 0, reason: "agreed: nothing is due" };
  const { state } = await client.must<OrderView>("POST", `/v1/timebank/orders/${order}/resolve`, { as: steward, body });
  world.check(
    isRefusal(frozen, "timebank/disputed") && state === "resolved",
    "有争议的订单冻结，由调解员裁定",
    "A disputed order is frozen until a mediator decides",
  );
};

const statementOf = (world: World, member: Member, month: string) =>
  world.client.must<z.infer<typeof MonthStatement>>("GET", `/v1/timebank/residents/${member.id}/months/${month}`, {
    as: member,
  });

/** The settlement job after two in the morning pays each confirmed order once, and a second run none. */
const playSettlement = async (world: World, pairs: readonly Pair[], confirmed: number): Promise<void> => {
  const { client, screen, auditor } = world;
  const served = await client.now();
  const month = new Date(served.getTime() + OFFSET_MS).toISOString().slice(0, 7);
  await client.moveClock(new Date(served.getTime() + DAY_MS));
  await client.job<Report>("timebank-settlement");
  await client.job<Report>("timebank-settlement");
  type Run = z.infer<typeof SettlementRun>;
  const runs = await client.must<{ items: Run[] }>("GET", "/v1/timebank/settlement-runs?limit=2", { as: auditor });
  const [second, first] = runs.items;
  screen.say(
    `结算 ${first?.settled} 单、${first?.minutes} 分钟，${first?.writeUnits} 写入单位`,
    `Settled: ${first?.settled} orders, ${first?.minutes} minutes, ${first?.writeUnits} write units`,
  );
  world.check(
    first?.settled === confirmed && first.failed === 0 && second?.settled === 0,
    "每单结算一次，再跑一次不动",
    "Each order is settled once; a second run moves nothing",
  );
  const [, volunteer] = pairs.at(-1) as Pair;
  const statement = await statementOf(world, volunteer, month);
  screen.say(
    `${volunteer.name} ${month}：服务 ${statement.servicesGiven} 次，得 ${statement.earned} 分钟`,
    `${volunteer.name} in ${month}: ${statement.servicesGiven} services given, ${statement.earned} minutes earned`,
  );
  world.check(
    statement.closing === statement.opening + statement.earned && statement.earned > 0,
    "月度对账单的期末等于期初加所得",
    "The month's statement closes with its opening and what was earned",
  );
};

/** Hours go to a parent whom a steward has recorded, and not to a stranger. */
const playGift = async (world: World, pairs: readonly Pair[]): Promise<void> => {
  const { client, steward } = world;
  const [parent, ,] = pairs[0] as Pair;
  const [stranger] = pairs[1] as Pair;
  const [, giver] = pairs.at(-1) as Pair;
  const kinship = { a: parent.id, b: giver.id, kind: "parent" };
  await client.must("POST", "/v1/kinships", { as: steward, body: kinship });
  const gift = (to: Member) => ({ as: giver, body: { to: to.id, minutes: GIFT_MINUTES } });
  const refused = await client.call("POST", "/v1/timebank/gifts", gift(stranger));
  const given = await client.call("POST", "/v1/timebank/gifts", gift(parent));
  world.check(
    isRefusal(refused, "timebank/gift-scope") && given.status === 201,
    `赠与父母 ${GIFT_MINUTES} 分钟；赠与外人被拒`,
    `${GIFT_MINUTES} minutes go to a parent; to a stranger they are refused`,
  );
  const path = `/v1/ledger/audit?community=${COMMUNITY}&unit=minutes`;
  const found: unknown[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    type Audit = z.infer<typeof AuditReport>;
    const page: Audit = await client.must<Audit>("GET", `${path}${cursor}`, { as: world.auditor });
    found.push(...page.discrepancies);
    cursor = page.next === null ? null : `&cursor=${page.next}`;
  }
  world.check(found.length === 0, "分钟账目核对无误", "The books of minutes balance");
};

/** Plays the act. */
export const playHours = async (world: World): Promise<void> => {
  world.screen.heading("五、时间银行的一个月", "5. A month of the time bank");
  const pairs = pairsOf(world);
  if (pairs.length < 2) throw new Error("the roll has too few elders for the time bank");
  await playGrants(world, pairs);
  const confirmed = await playServices(world, pairs);
  await playSettlement(world, pairs, confirmed);
  await playGift(world, pairs);
};
