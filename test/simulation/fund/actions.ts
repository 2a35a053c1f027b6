/** Treasurers who approve, pay, take back and divide; a steward who runs grants; applicants who show and leave. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { reviewHandlers } from "../../../functions/fund/http/review.ts";
import { fundHandlers } from "../../../functions/fund/http.ts";
import { applicationKey, toApplication } from "../../../functions/fund/store/grants.ts";
import { seedPools } from "../../../functions/ledger/port.ts";
import { makeHandler } from "../../../functions/shared/app.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { cursorSecret } from "../../../functions/shared/secret.ts";
import { create, type Item } from "../../../functions/shared/write.ts";
import type { District } from "../../../schemas/district.ts";
import { fundOperations } from "../../../schemas/fund/operations.ts";
import { DAY, HOUR } from "../../support/clock.ts";
import { fundDistrict } from "../../support/fund.ts";
import type { Command, Simulated } from "../kernel/context.ts";
import type { Send, World } from "../kernel/world.ts";
import { type Chest, type ChestIntent, isPromised, PAPER_RULES, type PaperFund, type PaperGrant } from "./chest.ts";
import { daysPass, isClearDay } from "./ending.ts";
import { COMMUNITY, enterApplication, enterCall, enterFund, STEWARD } from "./entries.ts";
import { applyChest } from "./model.ts";
import { fundMutants } from "./mutants.ts";
import { differences } from "./table.ts";

const TREASURERS = ["0190c000-0000-7000-8000-000000000005", "0190c000-0000-7000-8000-000000000006"];
/** What lies in each fund at the beginning: less than is asked for. */
const OPENING = [500, 300];
/** What applicants ask for, by fund; the first of each fund is a running grant when the play begins. */
const PLANS: readonly (readonly [fund: 0 | 1, plan: readonly number[]])[] = [
  [0, [100, 60]],
  [1, [80, 40]],
  [0, [200, 150]],
  [0, [120]],
  [1, [150, 100]],
  [1, [90]],
];
/** The second fund's last day, which ends in the middle of a play, and what it must keep until then. */
const LAST = { expiresOn: "2026-06-15", overMs: Date.parse("2026-06-16T00:00:00+08:00"), reserve: 40 };
/** From noon to four hours before midnight. */
const EVENING = 8 * HOUR;
const MONTHS = ["2026-04", "2026-05", "2026-06"];

/** A district with a fund whose awards above a little need two approvers. */
export const simulatedPurse = (): District => {
  const roles = ["fund-treasurer"];
  const tiers = [
    { upTo: PAPER_RULES.single, approvers: 1, roles },
    { upTo: null, approvers: 2, roles },
  ];
  return fundDistrict({ tiers });
};

const SECRET = { pk: "S#cursor", sk: "S", key: Buffer.alloc(32, 7).toString("base64url") };
const DOCUMENT = { name: "paper", ref: "archive 7", sha256: "ab".repeat(32) };
const NOTHING: PaperFund = {
  ...{ income: 0, disbursed: 0, returned: 0, transferredIn: 0, transferredOut: 0, adminCosts: 0, adminRoom: 0 },
  givenBack: 0,
};

/** What is done before the play: money comes in, one grant runs, and one has failed. */
const prepare = async (world: World, chest: Chest): Promise<Chest> => {
  const [by = "", other = ""] = TREASURERS;
  let state = chest;
  const act = async (intent: ChestIntent): Promise<void> => {
    const { code } = await world.send(request(world, intent, state));
    const next = applyChest(state, intent, code, world.clock.now().getTime());
    if (next === undefined) throw new Error(`before the play, ${intent.do} is answered ${code}`);
    state = next;
  };
  for (const [index, fund] of Object.keys(chest.funds).entries()) {
    await act({ do: "donate", key: world.id(), fund, amount: OPENING[index] as number });
  }
  for (const grant of Object.keys(chest.grants).slice(0, OPENING.length)) {
    await act({ do: "approve", key: world.id(), grant, by });
    await act({ do: "award", key: world.id(), grant, by: other });
    await act({ do: "sign", key: world.id(), grant });
    await act({ do: "start", key: world.id(), grant });
    await act({ do: "evidence", key: world.id(), grant, at: 0 });
  }
  // One of them was paid, has failed, and is to give it back.
  const grant = Object.keys(chest.grants)[1] as string;
  const amount = PLANS[1]?.[1][0] as number;
  for (const one of [by, other]) await act({ do: "approve-tranche", key: world.id(), grant, at: 0, by: one });
  await act({ do: "pay", key: world.id(), grant, at: 0, by });
  await act({ do: "terminate", key: world.id(), grant });
  await act({ do: "demand-clawback", key: world.id(), grant, amount });
  return state;
};

const start = async (world: World): Promise<Chest> => {
  world.clock.advance(EVENING);
  const deps = world.servers[0] as Deps;
  await deps.db.commit([create(SECRET), ...seedPools(deps, COMMUNITY)]);
  // A process reads it once: a request that dies here takes no process with it, so none may be reading it then.
  await Promise.all(world.servers.map(({ db }) => cursorSecret(db)));
  const heir = await enterFund(world, { purposes: [], reserve: 0 });
  const ids = [heir, await enterFund(world, { purposes: ["greening"], heir, ...LAST })];
  const calls = [await enterCall(world, ids[0] as string), await enterCall(world, ids[1] as string)];
  const grants: Record<string, PaperGrant> = {};
  for (const [fund, plan] of PLANS) {
    const [id, grant] = await enterApplication(world, ids[fund] as string, calls[fund] as string, plan);
    grants[id] = grant;
  }
  const funds = Object.fromEntries(ids.map((id) => [id, NOTHING]));
  const { overMs, reserve } = LAST;
  const open = { state: "open" as const, reserve: 0 };
  const ends = { [heir]: open, [ids[1] as string]: { ...open, reserve, overMs, heir } };
  return prepare(world, { funds, ends, bound: ids.slice(1), grants, months: [], answers: {} });
};

const pick = <T>({ random }: World, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const below = ({ random }: World, most: number): number => Math.floor(random() * most);
const treasurer = (id: string): Send["actor"] => ({ id, roles: ["fund-treasurer"], communities: [COMMUNITY] });
const steward: Send["actor"] = { id: STEWARD, roles: ["steward"], communities: [COMMUNITY] };
const resident = (id: string): Send["actor"] => ({ id, roles: ["resident"], communities: [COMMUNITY] });

/** The id under which the product keeps a tranche of a grant. */
const trancheOf = ({ table }: World, grant: string, at: number): string => {
  const { pk } = applicationKey(grant);
  const raw = table.dump().find((item) => item.pk?.S === pk && item.sk?.S === "A");
  return toApplication(unmarshall(raw ?? {}) as Item).tranches[at] as string;
};

const moneyRequest = (intent: Exclude<ChestIntent, { grant: string }>, chest: Chest): Send => {
  const { key } = intent;
  if (intent.do === "close") {
    const actor = { id: STEWARD, roles: ["district-admin" as const], communities: [COMMUNITY] };
    return { method: "POST", path: `/v1/fund/funds/${intent.fund}/close`, key, body: { reason: "done" }, actor };
  }
  const { amount } = intent;
  const actor = treasurer(TREASURERS[0] as string);
  const post = (path: string, body: unknown): Send => {
    return { method: "POST", path: `/v1/fund/${path}`, key, body, ...(actor ? { actor } : {}) };
  };
  const income = { community: COMMUNITY, unit: "cny", gross: amount };
  switch (intent.do) {
    case "donate":
      return post("income", {
        ...income,
        kind: "donation",
        source: "A donor",
        shares: [{ fund: intent.fund, bps: 10_000 }],
      });
    case "divide": {
      const shares = Object.keys(chest.funds).map((fund) => ({ fund, bps: 4_500 }));
      return post("income", { ...income, kind: "parking-split", source: "Car park", period: intent.month, shares });
    }
    case "transfer":
      return post(`funds/${intent.fund}/transfers`, { to: intent.to, amount, reason: "as agreed" });
    case "charge":
      return post(`funds/${intent.fund}/admin-costs`, { amount, reason: "stamps", document: DOCUMENT });
  }
};

/** What an intent is as a request. */
const request = (world: World, intent: ChestIntent, chest: Chest): Send => {
  if (!("grant" in intent)) return moneyRequest(intent, chest);
  const { key, grant } = intent;
  const { who } = chest.grants[grant] as PaperGrant;
  const post = (path: string, actor: Send["actor"], more: object): Send => {
    const body = { reason: "as read", ...more };
    return { method: "POST", path: `/v1/fund/${path}`, key, body, ...(actor ? { actor } : {}) };
  };
  if ("at" in intent) {
    const path = `tranches/${trancheOf(world, grant, intent.at)}`;
    if (intent.do === "evidence") return post(`${path}/evidence`, resident(who), { evidence: [DOCUMENT] });
    const command = intent.do === "approve-tranche" ? "approve" : intent.do;
    return post(`${path}/steps`, treasurer(intent.by), { command });
  }
  if (intent.do === "withdraw") return post(`applications/${grant}/steps`, resident(who), { command: "withdraw" });
  const more = {
    ...(intent.do === "sign" ? { document: DOCUMENT } : {}),
    ...(intent.do === "demand-clawback" ? { amount: intent.amount } : {}),
  };
  const actor = "by" in intent ? treasurer(intent.by) : steward;
  return post(`applications/${grant}/decisions`, actor, { command: intent.do, ...more });
};

type OnTranche = Extract<ChestIntent, { at: number }>["do"];
type OnGrant = Exclude<Extract<ChestIntent, { grant: string }>["do"], OnTranche>;

/** What can come next is drawn more often than what cannot. */
const NEXT: Readonly<Record<string, readonly OnGrant[]>> = {
  notice: ["approve", "approve", "award", "award", "award", "withdraw"],
  awarded: ["sign", "sign", "sign", "withdraw"],
  "agreement-signed": ["start", "start", "start", "terminate"],
  active: ["suspend", "terminate"],
  suspended: ["resume", "resume", "terminate"],
  terminated: ["demand-clawback"],
  "clawback-due": ["claw-back", "claw-back", "write-off"],
};
const NEXT_TRANCHE: Readonly<Record<string, readonly OnTranche[]>> = {
  planned: ["evidence"],
  "condition-met": ["approve-tranche"],
  approved: ["pay", "pay", "pay", "fail"],
  failed: ["retry"],
  retry: ["pay", "pay", "fail"],
  paid: ["return", "pay"],
};
const ALL = Object.values(NEXT).flat();
const ALL_TRANCHE = Object.values(NEXT_TRANCHE).flat();

const drawOnTranche = (world: World, chest: Chest, grant: string): ChestIntent => {
  const { tranches } = chest.grants[grant] as PaperGrant;
  const at = below(world, tranches.length);
  const state = tranches[at]?.state ?? "";
  const what = pick(world, world.random() < 0.1 ? ALL_TRANCHE : (NEXT_TRANCHE[state] ?? ALL_TRANCHE));
  const key = world.id();
  return what === "evidence" ? { do: what, key, grant, at } : { do: what, key, grant, at, by: pick(world, TREASURERS) };
};

const drawOn = (world: World, chest: Chest, grant: string): ChestIntent => {
  const found = chest.grants[grant] as PaperGrant;
  const running = ["active", "terminated", "clawback-due"].includes(found.state);
  if (found.tranches.length > 0 && world.random() < (running ? 0.75 : 0.1)) return drawOnTranche(world, chest, grant);
  const what = pick(world, world.random() < 0.06 ? ALL : (NEXT[found.state] ?? ALL));
  const key = world.id();
  if (what === "demand-clawback") {
    return { do: what, key, grant, amount: Math.max(1, found.paid - found.returned + 10 * (below(world, 4) - 2)) };
  }
  const needsTreasurer = what === "approve" || what === "award" || what === "claw-back" || what === "write-off";
  return needsTreasurer ? { do: what, key, grant, by: pick(world, TREASURERS) } : { do: what, key, grant };
};

/** Commands of one instant are often about one grant or fund. */
const FOCUS_RATE = 0.6;

const drawMoney = (world: World, chest: Chest): ChestIntent => {
  const ids = Object.keys(chest.funds);
  const turn = Math.floor(world.clock.now().getTime() / 1_000) % ids.length;
  const fund = world.random() < FOCUS_RATE ? (ids[turn] as string) : pick(world, ids);
  const key = world.id();
  const amount = (1 + below(world, 10)) * 20;
  if (world.random() < (chest.ends[fund]?.state === "expired" ? 0.4 : 0.02)) return { do: "close", key, fund };
  const dice = world.random();
  if (dice < 0.15) return { do: "donate", key, fund, amount };
  if (dice < 0.35) return { do: "divide", key, month: pick(world, MONTHS), amount };
  if (dice < 0.5) return { do: "transfer", key, fund, to: ids.find((id) => id !== fund) ?? fund, amount };
  const room = chest.funds[fund]?.adminRoom ?? 0;
  return { do: "charge", key, fund, amount: Math.max(1, room - below(world, room)) + 5 * below(world, 2) };
};

const REPEAT_RATE = 0.1;
const CHANGED_RATE = 0.3;
/** Something new, or what was asked before: the same again, or another amount under its key. */
const draw = (world: World, chest: Chest): Command<ChestIntent> => {
  const earlier = Object.values(chest.answers);
  const ids = Object.keys(chest.grants);
  const turn = ids[Math.floor(world.clock.now().getTime() / 1_000) % ids.length] as string;
  const grant = world.random() < FOCUS_RATE ? turn : pick(world, ids);
  let intent = world.random() < 0.68 ? drawOn(world, chest, grant) : drawMoney(world, chest);
  if (earlier.length > 0 && world.random() < REPEAT_RATE) {
    intent = JSON.parse(pick(world, earlier.slice(-12)).text) as ChestIntent;
    if ("amount" in intent && world.random() < CHANGED_RATE) intent = { ...intent, amount: intent.amount + 20 };
  }
  return { intent, send: request(world, intent, chest) };
};

/** What still runs is ended: it leaves nothing promised. */
const endings = (world: World, { grants }: Chest): ChestIntent[] =>
  Object.entries(grants).flatMap(([grant, { state }]): ChestIntent[] => {
    const what = ["notice", "awarded"].includes(state) ? "withdraw" : "terminate";
    if (what === "terminate" && !["agreement-signed", "active", "suspended"].includes(state)) return [];
    return [{ do: what, key: world.id(), grant }];
  });

/** What was paid out of a fund comes back, a tranche of each grant. */
const returns = (world: World, chest: Chest, fund: string): ChestIntent[] =>
  Object.entries(chest.grants).flatMap(([grant, { fund: of, tranches }]): ChestIntent[] => {
    const at = of === fund ? tranches.findIndex(({ state }) => state === "paid") : -1;
    return at < 0 ? [] : [{ do: "return", key: world.id(), grant, at, by: TREASURERS[0] as string }];
  });

/** The last day is over: what is free leaves, grants end and what they free follows, and then the fund is closed. */
const finish = async (world: World, chest: Chest): Promise<string[]> => {
  let after = chest;
  const fund = chest.bound[0] as string;
  const close = (): ChestIntent[] => [{ do: "close", key: world.id(), fund }];
  const act = async (intents: readonly ChestIntent[]): Promise<void> => {
    for (const intent of intents) {
      const { code } = await world.send(request(world, intent, after));
      const next = applyChest(after, intent, code, world.clock.now().getTime());
      if (next === undefined) throw new Error(`at the end, ${JSON.stringify(intent)}: ${code ?? "done"}`);
      after = next;
    }
  };
  const pass = async (): Promise<string[]> => {
    world.clock.advance(DAY);
    await Promise.all([world.run("fund-expiry", 1), world.run("fund-expiry", 0)]);
    after = daysPass(after, world.clock.now().getTime());
    return differences(world, after);
  };
  const left = await pass();
  // What is promised still keeps it open.
  await act([...close(), ...endings(world, after)]);
  left.push(...(await pass()));
  await act([...close(), ...returns(world, after, fund)]);
  for (const job of ["pool-fold", "fund-reports"]) await world.run(job, 1);
  const open = Object.values(after.grants).flatMap(({ tranches }) => tranches.filter(isPromised)).length;
  return [...left, ...differences(world, after), ...(open === 0 ? [] : [`${open} tranches are promised by nobody`])];
};

/** What the product loads at its first use is loaded here: how long that takes no seed decides. */
const loaded = { ...fundHandlers, ...reviewHandlers };

/** The community fund. */
export const simulatedFund: Simulated<Chest, ChestIntent> = {
  name: "fund",
  surface: (deps) => makeHandler(fundOperations, loaded, deps),
  mutants: fundMutants,
  jobRate: 0.25,
  clear: isClearDay,
  pauseSecondsMax: 3_600,
  start,
  draw,
  apply: (chest, { intent }, { code }, nowMs) => applyChest(chest, intent, code, nowMs),
  jobs: {
    "fund-calls": (chest) => chest,
    "fund-reports": (chest) => chest,
    "fund-expiry": daysPass,
    "hold-expiry": (chest) => chest,
    "pool-fold": (chest) => chest,
  },
  differences,
  finish,
};
