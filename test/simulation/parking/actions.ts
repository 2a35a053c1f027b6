/** Drivers who hold, book, extend, move, cancel, enter and leave; owners who accept, take back and close. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { openAccounts, seedPools } from "../../../functions/ledger/port.ts";
import { toAccount } from "../../../functions/ledger/store/account.ts";
import { isEntry, toEntry } from "../../../functions/ledger/store/journal.ts";
import { localDay } from "../../../functions/parking/domain/day.ts";
import { readingHandlers } from "../../../functions/parking/http/reading.ts";
import { spaceHandlers } from "../../../functions/parking/http/spaces.ts";
import { standingHandlers } from "../../../functions/parking/http/standing.ts";
import { transitionHandlers } from "../../../functions/parking/http/transitions.ts";
import { parkingHandlers } from "../../../functions/parking/http.ts";
import { toBooking, toParker } from "../../../functions/parking/store/bookings.ts";
import { createLot, createSpace, toDay, toSpace } from "../../../functions/parking/store/places.ts";
import { makeHandler } from "../../../functions/shared/app.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { cursorSecret } from "../../../functions/shared/secret.ts";
import { create, type Item } from "../../../functions/shared/write.ts";
import type { District } from "../../../schemas/district.ts";
import { parkingOperations } from "../../../schemas/parking/operations.ts";
import { HOUR, MINUTE, SECOND } from "../../support/clock.ts";
import { parkingDistrict, testRules } from "../../support/parking.ts";
import type { Command, Simulated } from "../kernel/context.ts";
import { type Send, toTheEnd, type World } from "../kernel/world.ts";
import {
  type Garage,
  isExcluded,
  PAPER_RULES,
  type PaperBooking,
  type PaperPurse,
  type PaperSpace,
  type ParkingIntent,
  purseOf,
  stands,
} from "./garage.ts";
import { applyParking, isClear, timePasses } from "./model.ts";
import { parkingMutants } from "./mutants.ts";

const COMMUNITY = "lujing";
const ZONE = "Asia/Shanghai";
const DRIVERS = 4;
/** Of every other driver so little that a price and a fee are often more than there is. */
const OPENINGS = [40, 100] as const;
const QUARTER = 15 * MINUTE;
/** Quarters ahead of now that a stay begins at most, and that it lasts: few, so that they meet each other. */
const AHEAD_MAX = 7;
const LENGTH_MIN = 2;
const LENGTH_MAX = 9;
const CLOSED_MAX = 3;
/** Nobody meets it here: what a full account does to a payment is the simulated ledger's. */
const CEILING = 1_000_000;

/** A district with shared parking whose points have no caps, expiry or pauses, and a quota that is met often. */
export const simulatedGarage = (): District => {
  const { quota, hold, overstays, noShows } = PAPER_RULES;
  const standing = { overstays, noShows, days: 180, longMinutes: 1_440, excludedDays: 90 };
  const district = parkingDistrict([testRules({ quota, holdMinutes: hold, standing })]);
  const plain = { ceiling: CEILING, expiryMonths: null, paymentCaps: [], paymentIntervalSeconds: 0 };
  return { ...district, units: district.units.map((unit) => ({ ...unit, ...plain })) };
};

const SECRET = { pk: "S#cursor", sk: "S", key: Buffer.alloc(32, 7).toString("base64url") };
const place = {
  community: COMMUNITY,
  at: { latE6: 30_002_000, lonE6: 120_580_000 },
  zone: ZONE,
  ev: false,
  heightCm: 200,
  by: "0190c000-0000-7000-8000-000000000001",
  revision: 1,
  fingerprint: "",
};
const ALWAYS = { start: "2026-01-01T00:00", zone: ZONE, days: 1, rule: "FREQ=DAILY" };

const person = async (world: World, points: number): Promise<string> => {
  const deps = world.servers[0] as Deps;
  const id = world.id();
  const opening = points === 0 ? [] : [{ transferId: world.id(), unit: "points", amount: points, by: id }];
  await deps.db.commit(openAccounts(deps, { kind: "resident", id, community: COMMUNITY }, { opening }));
  return id;
};

const start = async (world: World): Promise<Garage> => {
  const deps = world.servers[0] as Deps;
  const price = testRules().price;
  const lot = world.id();
  await deps.db.commit([create(SECRET), ...seedPools(deps, COMMUNITY)]);
  // A process reads it once: a request that dies here takes no process with it, so none may be reading it then.
  await Promise.all(world.servers.map(({ db }) => cursorSecret(db)));
  const name = { zh: "地下车库", en: "Garage" };
  const kind = { kind: "owned", name, price, capacity: undefined, state: "open" } as const;
  await deps.db.commit([createLot({ ...place, ...kind, id: lot })]);
  const spaces: Record<string, PaperSpace> = {};
  const purses: Record<string, Garage["purses"][string]> = {};
  for (const asks of [false, true]) {
    const [id, owner] = [world.id(), await person(world, 0)];
    const opens = { availability: { rules: [{ ...ALWAYS }], overrides: [] }, windows: 1, decision: undefined };
    const approval = asks ? "owner" : "auto";
    const space = { ...place, ...opens, id, lot, owner, approval, price, label: id.slice(-3) } as const;
    await deps.db.commit([createSpace({ ...space, state: "open" })]);
    spaces[id] = { owner, asks, revision: 1, closed: [] };
    purses[owner] = purseOf(0);
  }
  for (let made = 0; made < DRIVERS; made++) {
    const points = OPENINGS[made % OPENINGS.length] as number;
    purses[await person(world, points)] = purseOf(points);
  }
  return { spaces, purses, bookings: {}, answers: {} };
};

const pick = <T>({ random }: World, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const below = ({ random }: World, most: number): number => Math.floor(random() * most);
const iso = (ms: number): string => new Date(ms).toISOString();
const resident = (id: string): Send["actor"] => ({ id, roles: ["resident"], communities: [COMMUNITY] });

/** What an intent is as a request. */
const request = (intent: ParkingIntent, state: Garage): Send => {
  const { key } = intent;
  if (intent.do === "close") {
    const overrides = intent.closed.map(({ from, until }) => ({ from: iso(from), until: iso(until), open: false }));
    const body = { availability: { rules: [ALWAYS], overrides } };
    const actor = resident(state.spaces[intent.space]?.owner ?? "");
    return { method: "PATCH", path: `/v1/parking/spaces/${intent.space}`, actor, key, body, revision: intent.revision };
  }
  const post = (path: string, who: string, body: unknown): Send => {
    return { method: "POST", path: `/v1/parking/bookings${path}`, actor: resident(who), key, body };
  };
  if (intent.do === "book") {
    const { who, space, from, until, confirm } = intent;
    return post("", who, { space, from: iso(from), until: iso(until), plate: "浙D12345", confirm });
  }
  const booking = state.bookings[intent.booking] as PaperBooking;
  const at = `/${intent.booking}/${intent.do}`;
  switch (intent.do) {
    case "recall":
      return post(`/${intent.booking}/cancel`, intent.by, { as: "owner" });
    case "accept":
      return post(at, intent.by, {});
    case "reject":
      return post(at, intent.by, { reason: "no" });
    case "extend":
      return post(at, booking.who, { until: iso(intent.until) });
    case "move": {
      const { space, from, until } = intent;
      return post(at, booking.who, { space, from: iso(from), until: iso(until) });
    }
    default:
      return post(at, booking.who, {});
  }
};

const stretch = (world: World) => {
  const now = Math.floor(world.clock.now().getTime() / QUARTER);
  const from = (now + below(world, AHEAD_MAX)) * QUARTER;
  return { from, until: from + (LENGTH_MIN + below(world, LENGTH_MAX - LENGTH_MIN)) * QUARTER };
};

/** What can come next for a booking is drawn more often than what cannot. */
const nextOf = ({ state, from, until }: PaperBooking, nowMs: number): readonly OnBooking[] => {
  const early = PAPER_RULES.early * MINUTE;
  switch (state) {
    case "held":
      return ["confirm", "confirm", "confirm", "extend", "move", "cancel"];
    case "pending-owner":
      return ["accept", "accept", "accept", "reject", "cancel"];
    case "confirmed":
      return nowMs >= from - early ? ["check-in"] : ["extend", "extend", "move", "move", "cancel", "recall"];
    case "active":
      return nowMs >= until ? ["check-out"] : ["extend", "extend", "check-out"];
    case "overstay":
      return ["check-out"];
    case "completed":
      return ["pay"];
    default:
      return ALL;
  }
};
type OnBooking = Exclude<ParkingIntent["do"], "book" | "close">;
const ALL = [
  "confirm",
  "accept",
  "reject",
  "cancel",
  "recall",
  "extend",
  "move",
  "check-in",
  "check-out",
  "pay",
] as const;

const drawOn = (world: World, state: Garage, booking: string): ParkingIntent => {
  const found = state.bookings[booking] as PaperBooking;
  const what = pick(world, world.random() < 0.1 ? ALL : nextOf(found, world.clock.now().getTime()));
  const key = world.id();
  if (what === "extend") return { do: what, key, booking, until: found.until + (1 + below(world, 4)) * QUARTER };
  if (what === "accept" || what === "reject" || what === "recall") {
    return { do: what, key, booking, by: state.spaces[found.space]?.owner ?? "" };
  }
  if (what !== "move") return { do: what, key, booking };
  return { do: what, key, booking, space: pick(world, Object.keys(state.spaces)), ...stretch(world) };
};

const drawNew = (world: World, state: Garage): ParkingIntent => {
  const space = pick(world, Object.keys(state.spaces));
  const key = world.id();
  const { revision, closed, owner } = state.spaces[space] as PaperSpace;
  if (world.random() < 0.12) {
    return { do: "close", key, space, revision, closed: [...closed, stretch(world)].slice(-CLOSED_MAX) };
  }
  const drivers = Object.keys(state.purses).filter((id) => Object.values(state.spaces).every((s) => s.owner !== id));
  // Whoever owes or is excluded tries again more often than others: there are few of them.
  const barred = drivers.filter((id) => {
    const purse = state.purses[id] as PaperPurse;
    return purse.owed > 0 || isExcluded(purse);
  });
  const who = pick(world, barred.length > 0 && world.random() < 0.4 ? barred : drivers);
  return { do: "book", key, who, space, confirm: world.random() < (owner ? 0.6 : 0), ...stretch(world) };
};

/** One stay in four is missed, and two overstay. */
const tarries = (id: string, { state, from, until }: PaperBooking, nowMs: number): boolean => {
  const kind = Number.parseInt(id.slice(-2), 16) % 4;
  const late = PAPER_RULES.grace + PAPER_RULES.free + 1;
  if (kind === 0) return state === "confirmed" && nowMs >= from - PAPER_RULES.early * MINUTE;
  return kind < 3 && ["active", "overstay"].includes(state) && nowMs < until + late * MINUTE;
};

/** One of the bookings that something can still be done about, now and then one that is over. */
const pickBooking = (world: World, { bookings }: Garage): string => {
  const nowMs = world.clock.now().getTime();
  const ids = Object.keys(bookings);
  const open = ids.filter((id) => {
    const booking = bookings[id] as PaperBooking;
    return booking.owed > 0 || (stands(booking, nowMs) && !tarries(id, booking, nowMs));
  });
  return pick(world, open.length > 0 && world.random() < 0.85 ? open : ids.slice(-4));
};

const REPEAT_RATE = 0.1;
const CHANGED_RATE = 0.3;

/** Something new, or what was asked before: the same again, or another end under its key. */
const draw = (world: World, state: Garage): Command<ParkingIntent> => {
  const earlier = Object.values(state.answers);
  const onBooking = Object.keys(state.bookings).length > 0 && world.random() < 0.6;
  let intent = onBooking ? drawOn(world, state, pickBooking(world, state)) : drawNew(world, state);
  if (earlier.length > 0 && world.random() < REPEAT_RATE) {
    intent = JSON.parse(pick(world, earlier.slice(-12)).text) as ParkingIntent;
    if ("until" in intent && world.random() < CHANGED_RATE) intent = { ...intent, until: intent.until + QUARTER };
  }
  return { intent, send: request(intent, state) };
};

type Same = (what: string, stored: unknown, paper: unknown) => void;

const sameBooking = (item: Item, state: Garage, same: Same): void => {
  const { id, ...booking } = toBooking(item);
  const paper = state.bookings[id];
  const stores = (STORED: string): boolean =>
    ["held", "pending-owner", "confirmed", "active", "overstay"].includes(STORED);
  same(`state of ${id}`, booking.state, paper?.state);
  same(`space of ${id}`, booking.space, paper?.space);
  same(`stretch of ${id}`, `${booking.fromMs}-${booking.untilMs}`, `${paper?.from}-${paper?.until}`);
  same(`amount of ${id}`, booking.amount, paper?.amount);
  same(`paid for ${id}`, booking.paid ?? 0, paper?.paid);
  same(`owed for ${id}`, booking.owed ?? 0, paper?.owed);
  if (stores(booking.state)) {
    same(
      `reserved for ${id}`,
      booking.holds.reduce((sum, { amount }) => sum + amount, 0),
      paper?.held,
    );
  }
};

/** The bookings in a day's document that still stand are those of the paper that touch the day, buffers included. */
const sameDay = (item: Item, state: Garage, nowMs: number, same: Same): void => {
  const text = item.sk.slice(2);
  const noon = Date.parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}T04:00:00Z`);
  const space = item.pk.slice(3);
  const day = localDay(noon, ZONE);
  const buffer = PAPER_RULES.buffer * MINUTE;
  // A stretch that is over hinders nobody: what has left it does not take the trouble to take it out.
  const isOver = (until: number): boolean => until + buffer <= nowMs;
  const lines = toDay(item, { id: space, lot: "", label: "" }, day)
    .busy.filter(({ booking, untilMs }) => stands(state.bookings[booking] as PaperBooking, nowMs) && !isOver(untilMs))
    .map(({ booking, fromMs, untilMs }) => `${booking} ${fromMs}-${untilMs}`);
  const wanted = Object.entries(state.bookings)
    .filter(([, booking]) => booking.space === space && stands(booking, nowMs) && !isOver(booking.until))
    .filter(([, { from, until }]) => from - buffer < day.untilMs && day.fromMs < until + buffer)
    .map(([id, { from, until }]) => `${id} ${from}-${until}`);
  same(`day ${text} of ${space}`, lines.sort().join(), wanted.sort().join());
};

/** What is remembered of somebody. */
const sameParker = (parker: ReturnType<typeof toParker>, state: Garage, same: Same): void => {
  const { resident: who, open, owed, overstaysMs, noShowsMs, excludedMs, recalls } = parker;
  const paper = state.purses[who] as PaperPurse;
  const standing = Object.values(state.bookings).filter((one) => one.who === who && one.held > 0).length;
  same(`open bookings of ${who}`, open, standing);
  same(`debt of ${who}`, owed.points ?? 0, paper.owed);
  same(`overstays of ${who}`, overstaysMs.length, paper.overstays);
  same(`missed stays of ${who}`, noShowsMs.length, paper.noShows);
  same(`exclusion of ${who}`, excludedMs !== undefined, isExcluded(paper));
  same(`spaces that ${who} took back`, recalls, paper.recalls);
};

/** Every difference between the table and the paper. */
const differences = (world: World, state: Garage): string[] => {
  const found: string[] = [];
  const nowMs = world.clock.now().getTime();
  const same: Same = (what, stored, paper) => {
    if (stored !== paper) found.push(`${what} is ${String(stored)}, not ${String(paper)}`);
  };
  let [bookings, pools] = [0, 0];
  const parkers = new Map<string, Item>();
  for (const raw of world.table.dump()) {
    const item = unmarshall(raw) as Item;
    if (item.pk.startsWith("GB#")) {
      bookings += 1;
      if (item.no === undefined) sameBooking(item, state, same);
      else bookings -= 1;
    } else if (item.pk.startsWith("GS#") && item.sk.startsWith("D#")) sameDay(item, state, nowMs, same);
    else if (item.pk.startsWith("GS#")) {
      const { id, availability, revision } = toSpace(item);
      const closed = availability.overrides.map(({ from, until }) => `${Date.parse(from)}-${Date.parse(until)}`);
      same(`closed times of ${id}`, closed.join(), state.spaces[id]?.closed.map((c) => `${c.from}-${c.until}`).join());
      same(`revision of ${id}`, revision, state.spaces[id]?.revision);
    } else if (item.pk.startsWith("GP#")) parkers.set(item.pk.slice("GP#".length), item);
    else if (item.pk.startsWith("A#") && item.sk === "A") {
      const { id, balance, held, free } = toAccount(item);
      const paper = id.endsWith(".points") ? state.purses[id.slice(0, -".points".length)] : undefined;
      if (!paper) continue;
      same(`${id} balance`, balance, paper.balance);
      same(`${id} held`, held, paper.held);
      same(`${id} free`, free, paper.balance - paper.held);
    } else if (isEntry(item)) {
      const { from, to, amount } = toEntry(item);
      pools += (to.includes("~") ? amount : 0) - (from.includes("~") ? amount : 0);
    }
  }
  for (const who of Object.keys(state.purses)) sameParker(toParker(who, parkers.get(who)), state, same);
  same("number of bookings", bookings, Object.keys(state.bookings).length);
  const points = Object.values(state.purses).reduce((sum, { balance }) => sum + balance, 0);
  same("all points", points + pools, 0);
  return found;
};

/** Two days later everything that was due has happened; whoever is still parked leaves, and debts are paid. */
const finish = async (world: World, state: Garage): Promise<string[]> => {
  toTheEnd(world, 48 * HOUR + 30 * SECOND);
  await world.run("bookings-due", 1);
  const nowMs = world.clock.now().getTime();
  let after = timePasses(state, nowMs);
  for (const what of ["check-out", "pay"] as const) {
    for (const [booking, { state: left, owed }] of Object.entries(after.bookings)) {
      if (what === "pay" ? owed === 0 : left !== "overstay") continue;
      const intent: ParkingIntent = { do: what, key: world.id(), booking };
      const { code } = await world.send(request(intent, after));
      const next = applyParking(after, intent, code, nowMs);
      if (next === undefined) return [`at the end, ${what} of ${booking}: ${code ?? "done"}`];
      after = next;
    }
  }
  const open = Object.values(after.purses).reduce((sum, { held }) => sum + held, 0);
  return [...differences(world, after), ...(open === 0 ? [] : [`${open} points are reserved for nothing`])];
};

/** What the product loads at its first use is loaded here: how long that takes no seed decides. */
const loaded = {
  ...parkingHandlers,
  ...readingHandlers,
  ...spaceHandlers,
  ...transitionHandlers,
  ...standingHandlers,
};

/** Shared parking. */
export const simulatedParking: Simulated<Garage, ParkingIntent> = {
  name: "parking",
  // Its plays seldom have two writers of one item at the same moment.
  rare: ["conflict"],
  surface: (deps) => makeHandler(parkingOperations, loaded, deps),
  mutants: parkingMutants,
  clear: isClear,
  pauseSecondsMax: 2_400,
  start,
  draw,
  apply: (state, { intent }, { code }, nowMs) => applyParking(state, intent, code, nowMs),
  jobs: { "bookings-due": timePasses, "hold-expiry": (state) => state, "pool-fold": (state) => state },
  differences,
  finish,
};
