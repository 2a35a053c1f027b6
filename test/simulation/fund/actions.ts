/** Treasurers who approve, pay, take back and divide; a steward who runs grants; applicants who show and leave. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Application } from "../../../functions/fund/domain/grant.ts";
import { reviewHandlers } from "../../../functions/fund/http/review.ts";
import { fundHandlers } from "../../../functions/fund/http.ts";
import { toTotals } from "../../../functions/fund/store/funds.ts";
import { applicationKey, toApplication, toTranche } from "../../../functions/fund/store/grants.ts";
import { seedPools } from "../../../functions/ledger/port.ts";
import { toAccount } from "../../../functions/ledger/store/account.ts";
import { toHold } from "../../../functions/ledger/store/hold.ts";
import { isEntry, toEntry } from "../../../functions/ledger/store/journal.ts";
import { makeHandler } from "../../../functions/shared/app.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { cursorSecret } from "../../../functions/shared/secret.ts";
import { create, type Item } from "../../../functions/shared/write.ts";
import type { District } from "../../../schemas/district.ts";
import { fundOperations } from "../../../schemas/fund/operations.ts";
import { fundDistrict } from "../../support/fund.ts";
import type { Command, Simulated } from "../kernel/context.ts";
import type { Send, World } from "../kernel/world.ts";
import {
  type Chest,
  type ChestIntent,
  cashOf,
  committedOf,
  isPromised,
  PAPER_RULES,
  type PaperFund,
  type PaperGrant,
} from "./chest.ts";
import { COMMUNITY, enterApplication, enterCall, enterFund, STEWARD } from "./entries.ts";
import { applyChest } from "./model.ts";
import { fundMutants } from "./mutants.ts";

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
};

/** What is done before the play: money comes in, one grant runs, and one has failed. */
const prepare = async (world: World, chest: Chest): Promise<Chest> => {
  const [by = "", other = ""] = TREASURERS;
  let state = chest;
  const act = async (intent: ChestIntent): Promise<void> => {
    const { code } = await world.send(request(world, intent, state));
    const next = applyChest(state, intent, code);
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
  const deps = world.servers[0] as Deps;
  await deps.db.commit([create(SECRET), ...seedPools(deps, COMMUNITY)]);
  // A process reads it once: a request that dies here takes no process with it, so none may be reading it then.
  await Promise.all(world.servers.map(({ db }) => cursorSecret(db)));
  const ids = [await enterFund(world, []), await enterFund(world, ["greening"])];
  const calls = [await enterCall(world, ids[0] as string), await enterCall(world, ids[1] as string)];
  const grants: Record<string, PaperGrant> = {};
  for (const [fund, plan] of PLANS) {
    const [id, grant] = await enterApplication(world, ids[fund] as string, calls[fund] as string, plan);
    grants[id] = grant;
  }
  const funds = Object.fromEntries(ids.map((id) => [id, NOTHING]));
  return prepare(world, { funds, bound: ids.slice(1), grants, months: [], answers: {} });
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
  const { key, amount } = intent;
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

type Same = (what: string, stored: unknown, paper: unknown) => void;

const sameGrant = (application: Application, tranches: ReadonlyMap<string, Item>, chest: Chest, same: Same): void => {
  const { id } = application;
  const paper = chest.grants[id];
  same(`state of ${id}`, application.state, paper?.state);
  same(`approvals of ${id}`, application.approvals.join(), paper?.approvals.join());
  same(`paid of ${id}`, application.paid, paper?.paid);
  same(`returned of ${id}`, application.returned, paper?.returned);
  same(`tranches of ${id}`, application.tranches.length, paper?.tranches.length);
  for (const [at, tranche] of application.tranches.entries()) {
    const { state, amount, approvals } = toTranche(tranches.get(tranche) as Item);
    const line = paper?.tranches[at];
    same(`tranche ${at} of ${id}`, `${amount} ${state}`, `${line?.amount} ${line?.state}`);
    same(`approvals of tranche ${at} of ${id}`, approvals.join(), line?.approvals.join());
  }
};

const sameSums = (item: Item, chest: Chest, same: Same): void => {
  const id = item.pk.slice("FD#".length);
  const totals = toTotals(item);
  for (const [name, amount] of Object.entries(chest.funds[id] as PaperFund)) {
    same(`${name} of fund ${id}`, totals[name as keyof PaperFund], amount);
  }
};

const sameEnvelope = (item: Item, chest: Chest, same: Same): void => {
  const { id, balance, held, available } = toAccount(item);
  const fund = id.slice(0, -".cny".length);
  if (!id.endsWith(".cny") || chest.funds[fund] === undefined) return;
  same(`cash of fund ${fund}`, balance, cashOf(chest, fund));
  same(`what fund ${fund} has promised`, held, committedOf(chest, fund));
  same(`what fund ${fund} may promise`, available, balance - held);
  same(`fund ${fund} has promised more than it has`, available < 0, false);
};

/** Every difference between the table and the paper. */
const differences = (world: World, chest: Chest): string[] => {
  const found: string[] = [];
  const same: Same = (what, stored, paper) => {
    if (stored !== paper) found.push(`${what} is ${String(stored)}, not ${String(paper)}`);
  };
  const [applications, tranches] = [[] as Application[], new Map<string, Item>()];
  const payments: string[] = [];
  let [pools, promised] = [0, 0];
  for (const raw of world.table.dump()) {
    const item = unmarshall(raw) as Item;
    if (item.pk.startsWith("FA#") && item.sk === "A") applications.push(toApplication(item));
    else if (item.pk.startsWith("FT#")) tranches.set(item.pk.slice("FT#".length), item);
    else if (item.pk.startsWith("FD#") && item.sk === "T") sameSums(item, chest, same);
    else if (item.pk.startsWith("A#") && item.sk === "A") sameEnvelope(item, chest, same);
    else if (item.pk.startsWith("H#")) promised += item.state === "open" ? toHold(item).amount : 0;
    else if (isEntry(item)) {
      const { from, to, amount, link } = toEntry(item);
      pools += (to.includes("~") ? amount : 0) - (from.includes("~") ? amount : 0);
      if (link?.type === "tranche") payments.push(link.id);
    }
  }
  for (const application of applications) sameGrant(application, tranches, chest, same);
  const lines = Object.values(chest.grants).flatMap((grant) => grant.tranches);
  same("tranches that were made", tranches.size, lines.length);
  same("payments", payments.length, lines.filter(({ state }) => ["paid", "returned"].includes(state)).length);
  same("tranches paid", new Set(payments).size, payments.length);
  const open = lines.filter(isPromised).reduce((sum, { amount }) => sum + amount, 0);
  same("what is reserved in the ledger", promised, open);
  const cash = Object.keys(chest.funds).reduce((sum, fund) => sum + cashOf(chest, fund), 0);
  same("all money", cash + pools, 0);
  return found;
};

/** What still runs is ended: nothing may be left promised. */
const finish = async (world: World, chest: Chest): Promise<string[]> => {
  let after = chest;
  for (const grant of Object.keys(chest.grants)) {
    const { state } = after.grants[grant] as PaperGrant;
    const what = ["notice", "awarded"].includes(state) ? "withdraw" : "terminate";
    if (what === "terminate" && !["agreement-signed", "active", "suspended"].includes(state)) continue;
    const intent: ChestIntent = { do: what, key: world.id(), grant };
    const { code } = await world.send(request(world, intent, after));
    const next = applyChest(after, intent, code);
    if (next === undefined) return [`at the end, ${what} of ${grant}: ${code ?? "done"}`];
    after = next;
  }
  for (const job of ["pool-fold", "fund-reports", "fund-expiry"]) await world.run(job, 1);
  const open = Object.values(after.grants).flatMap(({ tranches }) => tranches.filter(isPromised)).length;
  return [...differences(world, after), ...(open === 0 ? [] : [`${open} tranches are promised by nobody`])];
};

/** What the product loads at its first use is loaded here: how long that takes no seed decides. */
const loaded = { ...fundHandlers, ...reviewHandlers };

/** The community fund. */
export const simulatedFund: Simulated<Chest, ChestIntent> = {
  name: "fund",
  surface: (deps) => makeHandler(fundOperations, loaded, deps),
  mutants: fundMutants,
  jobRate: 0.1,
  start,
  draw,
  apply: (chest, { intent }, { code }) => applyChest(chest, intent, code),
  jobs: {
    "fund-calls": (chest) => chest,
    "fund-reports": (chest) => chest,
    "fund-expiry": (chest) => chest,
    "hold-expiry": (chest) => chest,
    "pool-fold": (chest) => chest,
  },
  differences,
  finish,
};
