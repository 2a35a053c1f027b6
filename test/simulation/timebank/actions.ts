/** Neighbours who ask, promise, come, stay away, confirm, dispute and give hours; a steward who signs and decides. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { openAccounts, seedPools } from "../../../functions/ledger/port.ts";
import { toAccount } from "../../../functions/ledger/store/account.ts";
import { addToShard, shardKey } from "../../../functions/ledger/store/budget.ts";
import { isEntry, toEntry } from "../../../functions/ledger/store/journal.ts";
import { createResident } from "../../../functions/residents/store/people.ts";
import { makeHandler } from "../../../functions/shared/app.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { cursorSecret } from "../../../functions/shared/secret.ts";
import { create, type Item } from "../../../functions/shared/write.ts";
import { hoursHandlers } from "../../../functions/timebank/http/hours.ts";
import { timebankHandlers } from "../../../functions/timebank/http.ts";
import { memberKey, setCare, toOrder, toVolunteer } from "../../../functions/timebank/store.ts";
import type { District } from "../../../schemas/district.ts";
import { timebankOperations } from "../../../schemas/timebank/operations.ts";
import { SECOND } from "../../support/clock.ts";
import { testProfile, timebankDistrict } from "../../support/timebank.ts";
import type { Command, Simulated } from "../kernel/context.ts";
import { type Send, toTheEnd, type World } from "../kernel/world.ts";
import {
  type Bank,
  type BankIntent,
  careFree,
  comingTo,
  HOUR,
  heldOf,
  MINUTE,
  PAPER_RULES,
  type PaperOrder,
  sessionsOf,
} from "./bank.ts";
import { applyBank, isClear, settled, timePasses } from "./model.ts";
import { timebankMutants } from "./mutants.ts";

const COMMUNITY = "lujing";
/** Minutes of each neighbour at the beginning, and of the care pool: often less than is asked for. */
const OPENING = [120, 120, 90, 45];
const CARE = 60;
const SLOT = 10 * MINUTE;
const STEWARD = "0190c000-0000-7000-8000-000000000003";
/** Beyond what a play can move. */
const CEILING = 90_000;

/** A district whose time bank settles by the calendar, with low caps of storage and of a day, and gifts to anyone. */
export const simulatedBank = (): District => {
  const { session, day, cap, early, silence, settledAt } = PAPER_RULES;
  const none = { weekMinutes: null, monthMinutes: null, yearMinutes: null, totalMinutes: null };
  const profile = testProfile({
    caps: { ...none, sessionMinutes: session, dayMinutes: day },
    storage: { capMinutes: cap, above: "donate" },
    gifts: { scope: "anyone" },
    signing: { earlyMinutes: early, codeMinutes: 10, codeAttempts: 3, recordDays: 0 },
    confirmation: { autoHours: silence / 60 },
    settlement: "calendar",
  });
  const district = timebankDistrict(profile);
  const plain = { ceiling: CEILING, expiryMonths: null, paymentCaps: [], paymentIntervalSeconds: 0 };
  return {
    ...district,
    units: district.units.map((unit) => ({ ...unit, ...plain })),
    jobs: { ...district.jobs, settlementAt: `${settledAt}:00` },
  };
};

const SECRET = { pk: "S#cursor", sk: "S", key: Buffer.alloc(32, 7).toString("base64url") };

const enter = async (world: World, minutes: number): Promise<string> => {
  const deps = world.servers[0] as Deps;
  const id = world.id();
  const resident = {
    ...{ id, state: "active" as const, community: COMMUNITY, name: id.slice(-4), birthDate: "1950-01-01" },
    ...{ languages: ["zh-CN"], revision: 1 },
  };
  const opening = [{ transferId: world.id(), unit: "minutes", amount: minutes, by: STEWARD }];
  await deps.db.commit([createResident(resident, STEWARD, deps.stamps.take())]);
  await deps.db.commit(openAccounts(deps, { kind: "resident", id, community: COMMUNITY }, { opening }));
  return id;
};

const start = async (world: World): Promise<Bank> => {
  const deps = world.servers[0] as Deps;
  const budget = addToShard(shardKey(`${COMMUNITY}~care.minutes`, 0), CARE);
  await deps.db.commit([create(SECRET), ...seedPools(deps, COMMUNITY), budget]);
  // A process reads it once: a request that dies here takes no process with it, so none may be reading it then.
  await Promise.all(world.servers.map(({ db }) => cursorSecret(db)));
  const hours: Record<string, number> = {};
  for (const minutes of OPENING) hours[await enter(world, minutes)] = minutes;
  const listed = Object.keys(hours).slice(-1);
  const flag = { listed: true, evidence: "lives alone", by: STEWARD, atMs: world.clock.now().getTime() };
  for (const id of listed) await deps.db.commit([setCare(id, flag)]);
  return { hours, listed, care: CARE, honour: {}, orders: {}, moves: 0, answers: {} };
};

const pick = <T>({ random }: World, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const below = ({ random }: World, most: number): number => Math.floor(random() * most);
const iso = (ms: number): string => new Date(ms).toISOString();
const resident = (id: string): Send["actor"] => ({ id, roles: ["resident"], communities: [COMMUNITY] });
const steward: Send["actor"] = { id: STEWARD, roles: ["steward"], communities: [COMMUNITY] };

/** What an intent is as a request. */
const request = (intent: BankIntent, bank: Bank): Send => {
  const { key } = intent;
  const post = (path: string, actor: Send["actor"], body: unknown): Send => {
    return { method: "POST", path: `/v1/timebank/${path}`, key, body, ...(actor ? { actor } : {}) };
  };
  switch (intent.do) {
    case "ask": {
      const { who, care, from, until, minutes } = intent;
      const payer = care ? "care-pool" : "own-hours";
      const times = { from: iso(from), until: iso(until), minutes };
      return post("orders", resident(who), { community: COMMUNITY, category: "company", payer, ...times });
    }
    case "give":
      return post("gifts", resident(intent.who), { to: intent.to, minutes: intent.minutes });
    case "donate":
      return post("donations", resident(intent.who), { community: COMMUNITY, minutes: intent.minutes });
  }
  const on = (actor: Send["actor"], body: unknown, what: string = intent.do): Send =>
    post(`orders/${intent.order}/${what}`, actor, body);
  const { who } = bank.orders[intent.order] as PaperOrder;
  switch (intent.do) {
    case "accept":
    case "withdraw":
    case "decline-match":
      return on(resident(intent.by), {});
    case "dispute":
      return on(resident(intent.by), { reason: "not so" });
    case "match":
      return on(resident(who), { volunteer: intent.volunteer });
    case "cancel":
      return on(resident(who), { reason: "well again" });
    case "no-show":
    case "confirm":
      return on(resident(who), {});
    case "correct":
      return on(steward, { checkedInAt: iso(intent.in), checkedOutAt: iso(intent.out), reason: "told" }, "correction");
    case "resolve":
      return on(steward, { minutes: intent.minutes, reason: "heard both" });
    default:
      return on(steward, {});
  }
};

type OnOrder = Extract<BankIntent, { order: string }>["do"];
const ALL: readonly OnOrder[] = [
  ...(["match", "decline-match", "accept", "cancel", "withdraw", "no-show", "check-in", "check-out"] as const),
  ...(["correct", "confirm", "settle", "dispute", "resolve"] as const),
];

/** What can come next for an order is drawn more often than what cannot. */
const nextOf = ({ state, from }: PaperOrder, nowMs: number): readonly OnOrder[] => {
  switch (state) {
    case "requested":
      return [...Array.from({ length: 8 }, () => "accept" as const), "match", "cancel"];
    case "matched":
      return ["accept", "accept", "decline-match", "cancel"];
    case "accepted":
      return nowMs < from - PAPER_RULES.early * MINUTE
        ? ["withdraw", "cancel"]
        : [...Array.from({ length: 6 }, () => "check-in" as const), "withdraw", "no-show", "cancel"];
    case "checked-in":
      return ["check-out", "check-out", "check-out", "correct", "dispute"];
    case "checked-out":
      return ["confirm", "confirm", "confirm", "dispute", "correct"];
    case "confirmed":
      return ["settle"];
    case "disputed":
      return ["resolve"];
    default:
      return ALL;
  }
};

/** Whose turn it is takes what there is: two promises of one person at once are what their list must stand. */
const eagerFor = (world: World, people: readonly string[], { who }: PaperOrder): string => {
  if (world.random() < 0.1) return pick(world, people);
  const turn = Math.floor(world.clock.now().getTime() / MINUTE) % people.length;
  const eager = people[turn] as string;
  return eager === who ? (people[(turn + 1) % people.length] as string) : eager;
};

const drawOn = (world: World, bank: Bank, order: string): BankIntent => {
  const nowMs = world.clock.now().getTime();
  const found = bank.orders[order] as PaperOrder;
  const what = pick(world, world.random() < 0.08 ? ALL : nextOf(found, nowMs));
  const key = world.id();
  const people = Object.keys(bank.hours);
  const { volunteer = pick(world, people) } = found;
  switch (what) {
    case "accept": {
      const by = found.state === "matched" && world.random() < 0.8 ? volunteer : eagerFor(world, people, found);
      return { do: what, key, order, by };
    }
    case "withdraw":
      return { do: what, key, order, by: volunteer };
    case "decline-match":
    case "dispute":
      return { do: what, key, order, by: pick(world, [volunteer, found.who]) };
    case "match":
      return { do: what, key, order, volunteer: pick(world, people) };
    case "correct": {
      const begun = Math.floor(nowMs / SLOT) * SLOT - below(world, 6) * SLOT;
      return { do: what, key, order, in: begun, out: begun + (1 + below(world, 6)) * SLOT };
    }
    case "resolve":
      return { do: what, key, order, minutes: below(world, 6) * PAPER_RULES.step };
    default:
      return { do: what, key, order };
  }
};

const drawNew = (world: World, bank: Bank): BankIntent => {
  const people = Object.keys(bank.hours);
  const who = pick(world, people);
  const key = world.id();
  const minutes = (1 + below(world, 4)) * PAPER_RULES.step;
  const dice = world.random();
  if (dice < 0.12) {
    const others = people.filter((id) => id !== who);
    return { do: "give", key, who, to: pick(world, others), minutes };
  }
  if (dice < 0.2) return { do: "donate", key, who, minutes };
  const care = world.random() < (bank.listed.includes(who) ? 0.7 : 0.05);
  const from = (Math.floor(world.clock.now().getTime() / SLOT) + below(world, 7)) * SLOT;
  const until = from + (Math.ceil(minutes / 10) + below(world, 3)) * SLOT;
  return { do: "ask", key, who, care, from, until, minutes };
};

const LIVE = ["requested", "matched", "accepted", "checked-in", "checked-out", "confirmed", "disputed"];
/** Served orders go on twice as often as those that nobody has taken. */
const BOUND = LIVE.slice(2, 5);

/** One of the orders that something can still be done about, now and then one that is over; one in four is let lie. */
const pickOrder = (world: World, { orders }: Bank): string => {
  const ids = Object.keys(orders);
  const state = (id: string): string => (orders[id] as PaperOrder).state;
  const lies = (id: string): boolean => Number.parseInt(id.slice(-2), 16) % 4 === 0 && BOUND.includes(state(id));
  const over = (id: string): boolean => (orders[id] as PaperOrder).until <= world.clock.now().getTime();
  const live = ids.filter((id) => LIVE.includes(state(id)) && !lies(id) && !(state(id) === "requested" && over(id)));
  const bound = live.filter((id) => BOUND.includes(state(id)));
  if (bound.length > 0 && world.random() < 0.5) return pick(world, bound);
  return pick(world, live.length > 0 && world.random() < 0.9 ? live : ids.slice(-4));
};

const REPEAT_RATE = 0.1;
const CHANGED_RATE = 0.3;

/** Something new, or what was asked before: the same again, or other minutes under its key. */
const draw = (world: World, bank: Bank): Command<BankIntent> => {
  const earlier = Object.values(bank.answers);
  const open = Object.values(bank.orders).filter(({ state }) => state === "requested").length;
  const on = Object.keys(bank.orders).length > 0 && world.random() < (open > 2 ? 0.95 : 0.45);
  let intent = on ? drawOn(world, bank, pickOrder(world, bank)) : drawNew(world, bank);
  if (earlier.length > 0 && world.random() < REPEAT_RATE) {
    intent = JSON.parse(pick(world, earlier.slice(-12)).text) as BankIntent;
    if ("minutes" in intent && world.random() < CHANGED_RATE) {
      intent = { ...intent, minutes: intent.minutes + PAPER_RULES.step };
    }
  }
  return { intent, send: request(intent, bank) };
};

type Same = (what: string, stored: unknown, paper: unknown) => void;
const BOUND_UP = ["accepted", "checked-in", "checked-out", "disputed", "confirmed", "settled", "resolved"];
/** Clocks of the processes are apart by less. */
const APART_MS = 1_000;
const isNear = (a: number | undefined, b: number | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < APART_MS);

const sameOrder = (item: Item, bank: Bank, same: Same): void => {
  const order = toOrder(item);
  const { id, state } = order;
  const paper = bank.orders[id];
  same(`state of ${id}`, state, paper?.state);
  if (!paper) return;
  same(`who asked for ${id}`, order.requester, paper.who);
  if (!BOUND_UP.includes(state)) return;
  same(`volunteer of ${id}`, order.volunteer, paper.volunteer);
  same(`minutes held for ${id}`, order.held, paper.held);
  same(`${id} goes to the care pool`, order.creditTo === "care-pool", paper.toCare);
  same(`minutes credited for ${id}`, order.credited, paper.credited);
  const kept = isNear(order.inMs, paper.in) && isNear(order.outMs, paper.out);
  same(`times of ${id}`, kept ? "kept" : `${order.inMs}-${order.outMs}`, "kept");
  const due = order.dueMs ?? order.confirmedMs;
  const paperDue = paper.due ?? paper.confirmed;
  if (state !== "resolved") same(`${id} is due`, isNear(due, paperDue) ? "in time" : due, "in time");
};

const sameAccount = (item: Item, bank: Bank, same: Same): void => {
  const { id, balance, held, heldIn, free } = toAccount(item);
  const who = id.slice(0, -".minutes".length);
  if (!id.endsWith(".minutes") || bank.hours[who] === undefined) return;
  same(`${id} balance`, balance, bank.hours[who]);
  same(`${id} held`, held, heldOf(bank, who));
  same(`${id} heldIn`, heldIn, comingTo(bank, who));
  same(`${id} free`, free, balance - held);
};

/** What is remembered of a volunteer: stretches that they have promised or served, and what counts. */
const sameMember = (who: string, item: Item | undefined, bank: Bank, same: Same): void => {
  const member = item && toVolunteer(item);
  const [minutes, times] = bank.honour[who] ?? [0, 0];
  same(`honour of ${who}`, member?.honour ?? 0, minutes);
  same(`services of ${who}`, member?.served ?? 0, times);
  const line = (order: string, kind: string): string => `${order} ${kind}`;
  const stored = (member?.sessions ?? []).map(({ order, state }) => line(order, state));
  const paper = sessionsOf(bank, who).map(({ order, kind }) => line(order, kind));
  same(`sessions of ${who}`, stored.sort().join(), paper.sort().join());
};

/** Every difference between the table and the paper. */
const differences = (world: World, bank: Bank): string[] => {
  const found: string[] = [];
  const same: Same = (what, stored, paper) => {
    if (stored !== paper) found.push(`${what} is ${String(stored)}, not ${String(paper)}`);
  };
  let [orders, care, pools, entries] = [0, 0, 0, 0];
  const members = new Map<string, Item>();
  for (const raw of world.table.dump()) {
    const item = unmarshall(raw) as Item;
    if (item.pk.startsWith("TO#") && item.sk === "O" && item.no === undefined) {
      orders += 1;
      sameOrder(item, bank, same);
    } else if (item.pk.startsWith("TM#") && item.sk === "V") members.set(item.pk, item);
    else if (item.pk.startsWith("A#") && item.sk === "A") sameAccount(item, bank, same);
    else if (item.pk.startsWith(`B#${COMMUNITY}~care.`)) care += item.avail as number;
    else if (isEntry(item)) {
      const { from, to, amount } = toEntry(item);
      if (!`${from}${to}`.includes(".minutes")) continue;
      entries += 1;
      pools += (to.includes("~") ? amount : 0) - (from.includes("~") ? amount : 0);
    }
  }
  for (const who of Object.keys(bank.hours)) sameMember(who, members.get(memberKey(who).pk), bank, same);
  same("number of orders", orders, Object.keys(bank.orders).length);
  same("what the care pool may use", care, careFree(bank));
  const paidOnce = Object.values(bank.orders).filter(
    ({ state, credited = 0, care: fromCare, toCare }) =>
      ["settled", "resolved"].includes(state) && credited > 0 && !(fromCare && toCare),
  );
  same("entries", entries, OPENING.length + bank.moves + paidOnce.length);
  same("all hours", Object.values(bank.hours).reduce((sum, hours) => sum + hours, 0) + pools, 0);
  return found;
};

/** Two days later all that was due has happened; what is disputed is decided, and nothing is left reserved. */
const finish = async (world: World, bank: Bank): Promise<string[]> => {
  toTheEnd(world, 48 * HOUR + 30 * SECOND);
  const nowMs = world.clock.now().getTime();
  await world.run("orders-due", 1);
  let after = timePasses(bank, nowMs);
  const early = differences(world, after);
  if (early.length > 0) return early;
  for (const [order, { state, held = 0 }] of Object.entries(after.orders)) {
    if (state !== "disputed") continue;
    const intent: BankIntent = { do: "resolve", key: world.id(), order, minutes: Math.min(held, PAPER_RULES.step) };
    const { code } = await world.send(request(intent, after));
    const next = applyBank(after, intent, code, nowMs);
    if (next === undefined) return [`at the end, ${order} is not decided: ${code}`];
    after = next;
  }
  await world.run("timebank-settlement", 1);
  after = settled(after, nowMs);
  const open = Object.values(after.orders).filter(({ state }) => LIVE.includes(state)).length;
  return [...differences(world, after), ...(open === 0 ? [] : [`${open} orders have come to no end`])];
};

/** The time bank. */
export const simulatedTimebank: Simulated<Bank, BankIntent> = {
  name: "timebank",
  // What the product loads at its first use is loaded here: how long that takes no seed decides.
  surface: (deps) => makeHandler(timebankOperations, { ...timebankHandlers, ...hoursHandlers }, deps),
  mutants: timebankMutants,
  clear: isClear,
  pauseSecondsMax: 1_200,
  jobRate: 0.2,
  start,
  draw,
  apply: (bank, { intent }, { code }, nowMs) => applyBank(bank, intent, code, nowMs),
  jobs: {
    "orders-due": timePasses,
    "timebank-settlement": settled,
    "hold-expiry": (bank) => bank,
    "pool-fold": (bank) => bank,
  },
  differences,
  finish,
};
