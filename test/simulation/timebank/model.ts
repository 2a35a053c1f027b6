/** What may be answered to a command of the time bank, and what it does, by the rules on paper alone. */
import { type ErrorCode, errorEntry } from "../../../schemas/errors.ts";
import { EDGE_MS } from "../kernel/context.ts";
import {
  type Bank,
  type BankIntent,
  careFree,
  comingTo,
  dayOf,
  HOUR,
  heldOf,
  MINUTE,
  PAPER_RULES,
  type PaperOrder,
  type PaperSession,
  reserves,
  sessionsOf,
  usedOn,
  withHours,
  withOrder,
} from "./bank.ts";

/** What the paper allows: the bank after it was carried out, and each code with which it may be refused. */
interface Allowed {
  readonly next?: Bank;
  readonly codes: readonly string[];
}
const refused = (...codes: readonly string[]): Allowed => ({ codes });
const done = (next: Bank): Allowed => ({ next, codes: [] });

type OnOrder = Extract<BankIntent, { order: string }>;

const FROM: Readonly<Record<OnOrder["do"], readonly string[]>> = {
  match: ["requested"],
  "decline-match": ["matched"],
  accept: ["requested", "matched"],
  cancel: ["requested", "matched", "accepted"],
  withdraw: ["accepted"],
  "no-show": ["accepted"],
  "check-in": ["accepted"],
  "check-out": ["checked-in"],
  correct: ["checked-in", "checked-out"],
  confirm: ["checked-out"],
  settle: ["confirmed"],
  dispute: ["checked-in", "checked-out"],
  resolve: ["disputed"],
};
const BEFORE = ["requested", "matched", "accepted"];
const DECIDED = ["confirmed", "settled", "resolved"];

/** Who is not told of the order, or may not do this with it. */
const closedTo = ({ state, who, volunteer }: PaperOrder, intent: OnOrder): string | undefined => {
  if (!("by" in intent)) return undefined;
  const { by } = intent;
  if (intent.do === "accept" && state === "requested") return undefined;
  if (by === volunteer) return undefined;
  if (by !== who && state !== "requested") return "resource/not-found";
  return by === who && ["dispute", "decline-match"].includes(intent.do) ? undefined : "auth/forbidden";
};

const wrongState = ({ state }: PaperOrder, what: OnOrder["do"]): string | undefined => {
  if (FROM[what].includes(state)) return undefined;
  if (state === "disputed") return "timebank/disputed";
  if ((what === "confirm" || what === "dispute") && DECIDED.includes(state)) return "timebank/already-confirmed";
  if ((what === "check-out" || what === "confirm") && BEFORE.includes(state)) return "timebank/not-checked-in";
  return "timebank/wrong-state";
};

const meets = (session: PaperSession, from: number, until: number): boolean =>
  session.from < until && from < session.until;

const accept = (bank: Bank, id: string, by: string, nowMs: number): Allowed => {
  const order = bank.orders[id] as PaperOrder;
  if (order.until <= nowMs) return refused("timebank/window");
  if (by === order.who) return refused("timebank/self-service");
  const codes: string[] = [];
  if (sessionsOf(bank, by).some((session) => meets(session, order.from, order.until))) {
    codes.push("timebank/session-overlap");
  }
  if (usedOn(bank, by, dayOf(order.from)) + order.minutes > PAPER_RULES.day) codes.push("timebank/cap");
  const toCare = (bank.hours[by] ?? 0) + comingTo(bank, by) + order.minutes > PAPER_RULES.cap;
  if (order.care) {
    if (!toCare && careFree(bank) < order.minutes) codes.push("ledger/budget-exhausted");
  } else if ((bank.hours[order.who] ?? 0) - heldOf(bank, order.who) < order.minutes) {
    codes.push("ledger/insufficient-available");
  }
  if (codes.length > 0) return { codes };
  // It was known until when the order would be looked at; now it lives to the end of its window, and not longer.
  return done(withOrder(bank, id, { state: "accepted", volunteer: by, held: order.minutes, toCare, due: order.until }));
};

const checkIn = (bank: Bank, id: string, nowMs: number): Allowed => {
  const order = bank.orders[id] as PaperOrder;
  if (nowMs < order.from - PAPER_RULES.early * MINUTE || nowMs >= order.until) {
    return refused("timebank/outside-window");
  }
  const others = sessionsOf(bank, order.volunteer ?? "").filter((one) => one.order !== id);
  const within = ({ kind, from, until }: PaperSession): boolean =>
    kind === "running" || (kind === "ended" && from <= nowMs && nowMs < until);
  if (others.some(within)) return refused("timebank/session-overlap");
  const due = nowMs + PAPER_RULES.session * MINUTE;
  const next = withOrder(bank, id, { state: "checked-in", in: nowMs, due });
  // What ended at this very instant may have ended by the clock of a process that is a little ahead.
  const near = others.some(({ kind, until }) => kind === "ended" && until === nowMs);
  return { next, codes: near ? ["timebank/session-overlap"] : [] };
};

const measured = (bank: Bank, id: string, begun: number, ended: number, nowMs: number): Allowed => {
  const order = bank.orders[id] as PaperOrder;
  const minutes = Math.floor((ended - begun) / MINUTE);
  if (minutes > PAPER_RULES.session) return refused("timebank/session-over-cap");
  const others = sessionsOf(bank, order.volunteer ?? "").filter((one) => one.order !== id && one.kind !== "planned");
  const clash = others.some((one) => meets(one.kind === "running" ? { ...one, until: nowMs } : one, begun, ended));
  if (clash) return refused("timebank/session-overlap");
  const worth = Math.floor(minutes / PAPER_RULES.step) * PAPER_RULES.step;
  const credited = Math.min(worth, order.held ?? 0);
  const due = nowMs + PAPER_RULES.silence * MINUTE;
  const next = withOrder(bank, id, { state: "checked-out", in: begun, out: ended, credited, due });
  // Signed in and out at one instant, by the clocks of two processes: a moment, or less than nothing.
  return { next, codes: begun === ended ? ["timebank/out-before-in"] : [] };
};

const correct = (bank: Bank, intent: Extract<OnOrder, { do: "correct" }>, nowMs: number): Allowed => {
  const order = bank.orders[intent.order] as PaperOrder;
  const codes: string[] = [];
  if (intent.out > nowMs) codes.push("timebank/in-future");
  if (intent.in < order.from - PAPER_RULES.early * MINUTE || intent.in >= order.until) {
    codes.push("timebank/outside-window");
  }
  return codes.length > 0 ? { codes } : measured(bank, intent.order, intent.in, intent.out, nowMs);
};

/** Pays minutes of what is reserved, and frees the rest. */
const paid = (bank: Bank, id: string, minutes: number, changes: Partial<PaperOrder>): Bank => {
  const order = bank.orders[id] as PaperOrder;
  const moved = withOrder(bank, id, { due: undefined, ...changes, credited: minutes });
  if (!reserves(order)) return moved;
  const spent = order.care ? { ...moved, care: moved.care - minutes } : withHours(moved, order.who, -minutes);
  return order.toCare ? { ...spent, care: spent.care + minutes } : withHours(spent, order.volunteer ?? "", minutes);
};

const honoured = (bank: Bank, id: string, minutes: number): Bank => {
  const { volunteer = "" } = bank.orders[id] as PaperOrder;
  const [had, times] = bank.honour[volunteer] ?? [0, 0];
  return { ...bank, honour: { ...bank.honour, [volunteer]: [had + minutes, times + 1] } };
};

const confirmed = (bank: Bank, id: string, atMs: number): Bank => {
  const { credited = 0 } = bank.orders[id] as PaperOrder;
  return withOrder(honoured(bank, id, credited), id, { state: "confirmed", confirmed: atMs, due: undefined });
};

const ended = (bank: Bank, id: string, state: string): Bank => withOrder(bank, id, { state, due: undefined });

const disputed = (bank: Bank, id: string, nowMs: number): Bank => {
  const order = bank.orders[id] as PaperOrder;
  const stopped =
    order.state === "checked-in" ? Math.min(nowMs, (order.in ?? 0) + PAPER_RULES.session * MINUTE) : undefined;
  return withOrder(bank, id, { state: "disputed", due: undefined, stopped });
};

const step = (bank: Bank, intent: OnOrder, nowMs: number): Allowed => {
  const id = intent.order;
  const order = bank.orders[id] as PaperOrder;
  const stop = closedTo(order, intent) ?? wrongState(order, intent.do);
  if (stop !== undefined) return refused(stop);
  switch (intent.do) {
    case "match":
      if (intent.volunteer === order.who) return refused("timebank/self-service");
      return done(withOrder(bank, id, { state: "matched", volunteer: intent.volunteer }));
    case "decline-match":
      return done(withOrder(bank, id, { state: "requested", volunteer: undefined }));
    case "accept":
      return accept(bank, id, intent.by, nowMs);
    case "withdraw": {
      const free = { volunteer: undefined, held: undefined, toCare: undefined, due: order.until };
      return done(withOrder(bank, id, { state: "requested", ...free }));
    }
    case "cancel":
      return done(ended(bank, id, "cancelled"));
    case "no-show":
      return nowMs < order.from ? refused("timebank/outside-window") : done(ended(bank, id, "no-show"));
    case "check-in":
      return checkIn(bank, id, nowMs);
    case "check-out":
      return measured(bank, id, order.in ?? 0, nowMs, nowMs);
    case "correct":
      return correct(bank, intent, nowMs);
    case "confirm":
      return done(confirmed(bank, id, nowMs));
    case "settle":
      return done(paid(bank, id, order.credited ?? 0, { state: "settled" }));
    case "dispute":
      return done(disputed(bank, id, nowMs));
    case "resolve": {
      if (intent.minutes > (order.held ?? 0)) return refused("timebank/award-over-held");
      return done(paid(honoured(bank, id, intent.minutes), id, intent.minutes, { state: "resolved" }));
    }
  }
};

const decide = (bank: Bank, intent: BankIntent, nowMs: number): Allowed => {
  if ("order" in intent) return step(bank, intent, nowMs);
  const { who, minutes } = intent;
  if (intent.do === "ask") {
    const { key, from, until, care } = intent;
    if (until <= nowMs || until - from < minutes * MINUTE) return refused("timebank/window");
    if (minutes > PAPER_RULES.session) return refused("timebank/session-over-cap");
    if (care && !bank.listed.includes(who)) return refused("timebank/no-care-need");
    const order = { state: "requested", who, care, from, until, minutes, due: until };
    return done({ ...bank, orders: { ...bank.orders, [key]: order } });
  }
  if ((bank.hours[who] ?? 0) - heldOf(bank, who) < minutes) return refused("ledger/insufficient-available");
  const left = withHours({ ...bank, moves: bank.moves + 1 }, who, -minutes);
  return done(intent.do === "give" ? withHours(left, intent.to, minutes) : { ...left, care: left.care + minutes });
};

/** The bank after a command that got an answer; undefined where it may not get that one. */
export const applyBank = (
  bank: Bank,
  intent: BankIntent,
  code: string | undefined,
  nowMs: number,
): Bank | undefined => {
  const text = JSON.stringify(intent);
  const earlier = bank.answers[intent.key];
  if (earlier) return code === (earlier.text === text ? earlier.code : "request/key-reused") ? bank : undefined;
  const { next, codes } = decide(bank, intent, nowMs);
  const noted = (after: Bank): Bank => {
    const answer = { text, ...(code === undefined ? {} : { code }) };
    return { ...after, answers: { ...after.answers, [intent.key]: answer } };
  };
  if (code === undefined) return next && noted(next);
  if (!codes.includes(code)) return undefined;
  return errorEntry(code as ErrorCode).pinned ? noted(bank) : bank;
};

/** The bank after the job that does what time does to orders. */
export const timePasses = (bank: Bank, nowMs: number): Bank =>
  Object.entries(bank.orders).reduce((before, [id, { state, due }]) => {
    if (due === undefined || due > nowMs) return before;
    if (BEFORE.includes(state)) return ended(before, id, "expired");
    return state === "checked-in" ? disputed(before, id, nowMs) : confirmed(before, id, due);
  }, bank);

/** The latest instant up to which confirmations are settled. */
const cutoff = (nowMs: number): number => {
  const day = dayOf(nowMs - PAPER_RULES.settledAt * HOUR);
  return day * 24 * HOUR + (PAPER_RULES.settledAt - PAPER_RULES.zoneHours) * HOUR;
};

/** What an account has above the cap, and not reserved, goes to the care pool in whole steps. */
const overflowed = (bank: Bank, who: string): Bank => {
  const hours = bank.hours[who] ?? 0;
  const above = Math.min(hours - PAPER_RULES.cap, hours - heldOf(bank, who));
  const more = Math.floor(above / PAPER_RULES.step) * PAPER_RULES.step;
  return more <= 0 ? bank : withHours({ ...bank, care: bank.care + more, moves: bank.moves + 1 }, who, -more);
};

/** The bank after a settlement: silence confirms, what was confirmed in time is paid, full accounts overflow. */
export const settled = (bank: Bank, nowMs: number): Bank => {
  const silent = timePasses(bank, nowMs);
  const paidAll = Object.entries(silent.orders).reduce((before, [id, { state, confirmed: at = 0, credited = 0 }]) => {
    return state === "confirmed" && at < cutoff(nowMs) ? paid(before, id, credited, { state: "settled" }) : before;
  }, silent);
  return Object.keys(paidAll.hours).reduce(overflowed, paidAll);
};

/** Whether clocks that differ by parts of a second judge everything alike. */
export const isClear = (bank: Bank, nowMs: number): boolean => {
  const near = (atMs: number): boolean => Math.abs(atMs - nowMs) <= EDGE_MS;
  const onMinute = (ms: number): boolean => ms % MINUTE < EDGE_MS || ms % MINUTE > MINUTE - EDGE_MS;
  if (onMinute(nowMs)) return false;
  return Object.values(bank.orders).every(
    ({ state, due, in: begun }) =>
      !(due !== undefined && near(due)) && !(state === "checked-in" && begun !== undefined && onMinute(nowMs - begun)),
  );
};
