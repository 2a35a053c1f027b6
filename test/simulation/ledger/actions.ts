/** Residents and officers who pay, hold, post, void, reverse and repeat themselves, and the books that come of it. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { ledgerHandlers } from "../../../functions/ledger/http.ts";
import { openAccounts, seedPools } from "../../../functions/ledger/port.ts";
import { toAccount } from "../../../functions/ledger/store/account.ts";
import { toHold } from "../../../functions/ledger/store/hold.ts";
import { isEntry, toEntry } from "../../../functions/ledger/store/journal.ts";
import { makeHandler } from "../../../functions/shared/app.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import type { Item } from "../../../functions/shared/write.ts";
import { BookReader } from "../../../infra/cli/ledger/book.ts";
import { verifyLedger } from "../../../infra/cli/ledger/verify.ts";
import type { District } from "../../../schemas/district.ts";
import { ledgerOperations } from "../../../schemas/ledger/operations.ts";
import { HOUR } from "../../support/clock.ts";
import { testDistrict } from "../../support/district.ts";
import type { Command, Simulated } from "../kernel/context.ts";
import type { Send, Surface, World } from "../kernel/world.ts";
import { applyPaper, expirePaper, type Intent, isClearPaper, PAPER_CEILING, type Paper } from "./model.ts";
import { ledgerMutants } from "./mutants.ts";

const PEOPLE = 4;
const OPENING = 100;
const AMOUNT_MAX = 60;
const HOLD_SECONDS_MAX = 3_600;
const COMMUNITY = "lujing";
const ISSUANCE = `${COMMUNITY}~issuance.points`;
const DONATIONS = `${COMMUNITY}~donation.points`;

/** The test district with a low ceiling and no caps, expiry or pauses: every rule that is left is met often. */
export const ledgerDistrict = (): District => {
  const { units, ...rest } = testDistrict();
  const points = units.filter(({ code }) => code === "points");
  const plain = { ceiling: PAPER_CEILING, expiryMonths: null, paymentCaps: [], paymentIntervalSeconds: 0 };
  return { ...rest, units: points.map((unit) => ({ ...unit, ...plain })) };
};

const SECRET = { pk: "S#cursor", sk: "S", key: Buffer.alloc(32, 7).toString("base64url") };

const start = async (world: World): Promise<Paper> => {
  const deps = world.servers[0] as Deps;
  const accounts: Record<string, Paper["accounts"][string]> = {};
  const secret = {
    type: "put",
    item: SECRET,
    condition: { expression: "attribute_not_exists(#pk)", names: { "#pk": "pk" }, values: {} },
  } as const;
  await deps.db.commit([secret, ...seedPools(deps, COMMUNITY)]);
  for (let made = 0; made < PEOPLE; made++) {
    const id = world.id();
    const opening = [{ transferId: world.id(), unit: "points", amount: OPENING, by: id }];
    await deps.db.commit(openAccounts(deps, { kind: "resident", id, community: COMMUNITY }, { opening }));
    accounts[`${id}.points`] = { balance: OPENING, held: 0, heldIn: 0, frozen: false };
  }
  return { accounts, pools: -PEOPLE * OPENING, holds: {}, transfers: {}, answers: {} };
};

const pick = <T>({ random }: World, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const upTo = ({ random }: World, most: number): number => 1 + Math.floor(random() * most);

const ADMIN = {
  id: "0190c000-0000-7000-8000-000000000001",
  roles: ["district-admin" as const],
  communities: [COMMUNITY],
};
const holder = (account: string): Send["actor"] => ({
  id: account.slice(0, account.lastIndexOf(".")),
  roles: ["resident"],
  communities: [COMMUNITY],
});

/** What an intent is as a request. */
const request = (intent: Intent, state: Paper): Send => {
  const post = (path: string, actor: Send["actor"], body: unknown): Send => ({
    method: "POST",
    path: `/v1/ledger/${path}`,
    actor,
    key: intent.key,
    body,
  });
  const category = "thanks";
  switch (intent.do) {
    case "pay":
      return post("transfers", holder(intent.from), {
        from: intent.from,
        to: intent.to,
        amount: intent.amount,
        category,
      });
    case "give":
      return post("transfers", holder(intent.from), {
        from: intent.from,
        to: DONATIONS,
        amount: intent.amount,
        category,
      });
    case "grant":
      return post("transfers", ADMIN, { from: ISSUANCE, to: intent.to, amount: intent.amount, category: "opening" });
    case "hold": {
      const { from, to, amount, seconds } = intent;
      return post("holds", holder(from), { from, to, amount, category, expiresInSeconds: seconds });
    }
    case "post":
      return post(`holds/${intent.hold}/post`, ADMIN, { amount: intent.amount });
    case "void":
      return post(`holds/${intent.hold}/void`, holder(state.holds[intent.hold]?.to ?? ISSUANCE), {});
    case "reverse":
      return post(`transfers/${intent.transfer}/reversal`, ADMIN, {});
  }
};

const drawIntent = (world: World, state: Paper): Intent => {
  const people = Object.keys(state.accounts);
  const from = pick(world, people);
  const to = pick(
    world,
    people.filter((other) => other !== from),
  );
  const key = world.id();
  const amount = upTo(world, AMOUNT_MAX);
  const holds = Object.keys(state.holds);
  const transfers = Object.keys(state.transfers);
  const dice = world.random();
  if (dice < 0.25) return { do: "pay", key, from, to, amount };
  if (dice < 0.32) return { do: "give", key, from, amount };
  if (dice < 0.42) return { do: "grant", key, to, amount };
  if (dice < 0.62 || holds.length === 0) {
    return { do: "hold", key, from, to, amount, seconds: upTo(world, HOLD_SECONDS_MAX) };
  }
  if (dice < 0.78) return { do: "post", key, hold: pick(world, holds.slice(-2)), amount };
  if (dice < 0.84) return { do: "void", key, hold: pick(world, holds.slice(-2)) };
  return { do: "reverse", key, transfer: transfers.length > 0 ? pick(world, transfers.slice(-6)) : world.id() };
};

const REPEAT_RATE = 0.12;
const CHANGED_RATE = 0.3;

/** Something new, or what was asked before: the same again, or another amount under its key. */
const draw = (world: World, state: Paper): Command<Intent> => {
  const earlier = Object.values(state.answers);
  let intent = drawIntent(world, state);
  if (earlier.length > 0 && world.random() < REPEAT_RATE) {
    intent = JSON.parse(pick(world, earlier.slice(-20)).text) as Intent;
    if ("amount" in intent && world.random() < CHANGED_RATE) intent = { ...intent, amount: intent.amount + 1 };
  }
  return { intent, send: request(intent, state) };
};

const itemsOf = ({ table }: World): Item[] => table.dump().map((item) => unmarshall(item) as Item);

/** Every number of the table that is not the paper's. */
const differences = (world: World, state: Paper): string[] => {
  const found: string[] = [];
  const items = itemsOf(world);
  const same = (what: string, stored: unknown, paper: unknown): void => {
    if (stored !== paper) found.push(`${what} is ${String(stored)}, not ${String(paper)}`);
  };
  let entries = 0;
  let pools = 0;
  for (const item of items) {
    if (item.pk.startsWith("A#") && item.sk === "A") {
      const account = toAccount(item);
      const paper = state.accounts[account.id];
      if (!paper) continue;
      const { balance, held, heldIn } = paper;
      same(`${account.id} balance`, account.balance, balance);
      same(`${account.id} held`, account.held, held);
      same(`${account.id} heldIn`, account.heldIn, heldIn);
      same(`${account.id} free`, account.free, balance - held);
      same(`${account.id} available`, account.available, balance - held);
      same(`${account.id} room`, account.room, PAPER_CEILING - balance - heldIn);
    } else if (item.pk.startsWith("H#")) {
      const hold = toHold(item);
      same(`hold ${hold.id}`, hold.state, state.holds[hold.id]?.state);
      same(`amount of hold ${hold.id}`, hold.amount, state.holds[hold.id]?.amount);
    } else if (isEntry(item)) {
      entries += 1;
      const { from, to, amount } = toEntry(item);
      if (from.includes("~")) pools -= amount;
      if (to.includes("~")) pools += amount;
    }
  }
  const reversals = Object.values(state.transfers).filter(({ reversed }) => reversed).length;
  same("entries", entries, Object.keys(state.accounts).length + Object.keys(state.transfers).length + reversals);
  same("sum of the pools' entries", pools, state.pools);
  const sum = Object.values(state.accounts).reduce((total, { balance }) => total + balance, 0);
  same("sum of the paper", sum + state.pools, 0);
  return found;
};

/** The day is sealed, and the chains of the whole play are checked; nothing that was due is left reserved. */
const finish = async (world: World, state: Paper): Promise<string[]> => {
  world.clock.advance(24 * HOUR);
  for (const job of ["hold-expiry", "pool-fold", "ledger-seal"]) await world.run(job, 1);
  const after = expirePaper(state, world.clock.now().getTime());
  const reader = new BookReader();
  for (const item of world.table.dump()) reader.take(item);
  const { findings, unsealed } = verifyLedger(reader.book());
  const folded = itemsOf(world)
    .filter(({ pk, sk }) => pk.includes("~") && pk.startsWith("A#") && sk === "A")
    .reduce((sum, item) => sum + toAccount(item).balance, 0);
  return [
    ...differences(world, after),
    ...findings.map((finding) => JSON.stringify(finding)),
    ...(unsealed === 0 ? [] : [`${unsealed} entries were not sealed`]),
    ...(folded === after.pools ? [] : [`the pools are folded to ${folded}, not ${after.pools}`]),
  ];
};

/** Answers requests to the ledger. */
export const ledgerSurface: Surface = (deps) => makeHandler(ledgerOperations, ledgerHandlers, deps);

/** The ledger. */
export const simulatedLedger: Simulated<Paper, Intent> = {
  name: "ledger",
  surface: ledgerSurface,
  mutants: ledgerMutants,
  clear: isClearPaper,
  start,
  draw,
  apply: (state, { intent }, { code }, nowMs) => applyPaper(state, intent, code, nowMs),
  jobs: {
    "hold-expiry": expirePaper,
    "pool-fold": (state) => state,
    "balance-checkpoint": (state) => state,
    "ledger-seal": (state) => state,
  },
  differences,
  finish,
};
