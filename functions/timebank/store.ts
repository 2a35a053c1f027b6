/** The time bank in DynamoDB: orders, their places, codes and ratings; members; the care list; offers; groups. */
import type { Availability } from "../../schemas/timebank/resources.ts";
import { timeOfId } from "../../schemas/uuid.ts";
import { dueSort } from "../shared/due.ts";
import { always, create, type Item, type Key, replace, type Write } from "../shared/write.ts";
import type { Code, Party, Purpose } from "./domain/code.ts";
import type { Order } from "./domain/order.ts";
import type { Volunteer } from "./domain/volunteer.ts";

/** Key of an order. */
export const orderKey = (id: string): Key => ({ pk: `TO#${id}`, sk: "O" });
/** Key of an order's address and places, apart from it so that they can be erased. */
export const placeKey = (id: string): Key => ({ pk: `TO#${id}`, sk: "P" });
/** Key of the code that a side has asked for. */
export const codeKey = (order: string, purpose: Purpose, side: Party): Key => ({
  pk: `TO#${order}`,
  sk: `C#${purpose}#${side}`,
});
/** Slot of a request for a code: the digest of its key, not the key, from which the code could be made. */
export const codeSlot = (digest: string): Key => ({ pk: `TC#${digest}`, sk: "C" });
/** Key of a side's rating. */
export const ratingKey = (order: string, side: Party): Key => ({ pk: `TO#${order}`, sk: `R#${side}` });
/** Key of a member: sessions, honour, grants. */
export const memberKey = (id: string): Key => ({ pk: `TM#${id}`, sk: "V" });
/** Key of a person's place on the care list. */
export const careKey = (id: string): Key => ({ pk: `TM#${id}`, sk: "C" });
/** Key of an offer. */
export const offerKey = (id: string): Key => ({ pk: `TF#${id}`, sk: "F" });
/** Key of a group service. */
export const groupKey = (id: string): Key => ({ pk: `TG#${id}`, sk: "G" });

/** Index partition (g1) of a recipient's orders by creation. */
export const recipientList = (id: string): string => `TR#${id}`;
/** Index partition (g2) of a volunteer's orders by their beginning. */
export const volunteerList = (id: string): string => `TV#${id}`;
/** Index partition (g2) of a community's open requests by their beginning. */
export const openList = (community: string): string => `TQ#${community}`;
/** Index partition (g2: whole, newest last; g3: their keys, for the release before) of a community's open offers. */
export const offerList = (community: string): string => `TF#${community}`;
/** Index partition (g1) of a person's open offers. */
export const offersOf = (volunteer: string): string => `TF#${volunteer}`;
/** Kind of the feed of a volunteer's sessions. */
export const SESSIONS_FEED = "timebank-sessions";
/** Index partition (g3) of orders that something is to happen to by itself, by that instant. */
export const DUE_ORDERS = "TX";
/** Index partition (g3) of confirmed orders that wait for settlement, by their confirmation. */
export const UNSETTLED = "TS";

const second = (order: Order): Record<string, string | number> => {
  if (order.state === "requested") return { g2p: openList(order.community), g2s: order.fromMs };
  return order.volunteer === undefined ? {} : { g2p: volunteerList(order.volunteer), g2s: order.fromMs };
};

const third = (order: Order): Record<string, string> => {
  if (order.dueMs !== undefined) return { g3p: DUE_ORDERS, g3s: dueSort(order.dueMs, order.id) };
  if (order.state !== "confirmed" || order.confirmedMs === undefined) return {};
  return { g3p: UNSETTLED, g3s: dueSort(order.confirmedMs, order.id) };
};

const orderItem = (order: Order, stamp: number): Item => ({
  ...orderKey(order.id),
  com: order.community,
  state: order.state,
  rec: order.recipient,
  req: order.requester,
  pay: order.payer,
  by: order.by,
  tel: order.phone,
  cat: order.category,
  from: order.fromMs,
  until: order.untilMs,
  min: order.minutes,
  skills: [...order.skills],
  sex: order.sex,
  urg: order.urgency,
  area: order.area,
  pol: order.policy,
  terms: { ...order.terms, pricing: { ...order.terms.pricing } },
  vol: order.volunteer,
  hold: order.hold,
  held: order.held,
  cto: order.creditTo,
  in: order.inMs,
  out: order.outMs,
  meas: order.measured,
  cred: order.credited,
  prop: order.proposal && { ...order.proposal },
  why: order.reason,
  tr: order.transfer,
  made: order.createdMs,
  conf: order.confirmedMs,
  disp: order.disputedMs,
  ended: order.endedMs,
  due: order.dueMs,
  hon: order.honoured,
  chby: order.changedBy,
  rev: order.revision,
  fp: order.fingerprint,
  start: order.start,
  at: stamp,
  ev: `timebank.order.${order.state}`,
  g1p: recipientList(order.recipient),
  g1s: order.createdMs,
  ...second(order),
  ...third(order),
});

/** An order from its item. */
export const toOrder = (item: Item): Order => ({
  id: item.pk.slice(3),
  community: item.com as string,
  state: item.state as Order["state"],
  recipient: item.rec as string,
  requester: item.req as string,
  payer: item.pay as Order["payer"],
  by: item.by as string,
  phone: item.tel as boolean,
  category: item.cat as string,
  fromMs: item.from as number,
  untilMs: item.until as number,
  minutes: item.min as number,
  skills: item.skills as string[],
  sex: item.sex as string | undefined,
  urgency: item.urg as Order["urgency"],
  area: item.area as string | undefined,
  policy: item.pol as string,
  terms: item.terms as Order["terms"],
  volunteer: item.vol as string | undefined,
  hold: item.hold as string | undefined,
  held: item.held as number | undefined,
  creditTo: item.cto as Order["creditTo"],
  inMs: item.in as number | undefined,
  outMs: item.out as number | undefined,
  measured: item.meas as number | undefined,
  credited: item.cred as number | undefined,
  proposal: item.prop as Order["proposal"],
  reason: item.why as string | undefined,
  transfer: item.tr as string | undefined,
  createdMs: item.made as number,
  confirmedMs: item.conf as number | undefined,
  disputedMs: item.disp as number | undefined,
  endedMs: item.ended as number | undefined,
  dueMs: item.due as number | undefined,
  honoured: item.hon as boolean | undefined,
  changedBy: item.chby as string,
  revision: item.rev as number,
  fingerprint: item.fp as string,
  start: item.start as Order["start"],
});

/** Makes an order. */
export const createOrder = (order: Order, stamp: number): Write => create(orderItem(order, stamp));

/** Moves an order that is still in the state and at the revision that were read. */
export const moveOrder = (next: Order, seen: Order, stamp: number): Write => ({
  type: "put",
  item: orderItem(next, stamp),
  condition: {
    expression: "#s = :s AND #r = :r",
    names: { "#s": "state", "#r": "rev" },
    values: { ":s": seen.state, ":r": seen.revision },
  },
});

/** Where an order leads, and where its sides signed in and out. */
export interface Places {
  readonly unitId?: string | undefined;
  readonly directions?: string | undefined;
  readonly in?: string | undefined;
  readonly out?: string | undefined;
}

/** Sets some of an order's places. */
export const setPlaces = (order: string, places: Places): Write => {
  const entries = Object.entries(places).filter(([, value]) => value !== undefined);
  return {
    type: "update",
    key: placeKey(order),
    update: `SET ${entries.map((_, index) => `#n${index} = :v${index}`).join(", ")}`,
    condition: {
      expression: always.expression,
      names: { ...always.names, ...Object.fromEntries(entries.map(([name], index) => [`#n${index}`, `p${name}`])) },
      values: Object.fromEntries(entries.map(([, value], index) => [`:v${index}`, value])),
    },
  };
};

/** Places from their item. */
export const toPlaces = (item: Item): Places => ({
  unitId: item.punitId as string | undefined,
  directions: item.pdirections as string | undefined,
  in: item.pin as string | undefined,
  out: item.pout as string | undefined,
});

/** Erases an order's places, whether or not there are any. */
export const erasePlaces = (order: string): Write => ({
  type: "delete",
  key: placeKey(order),
  condition: always,
});

/** Codes are dropped a day after they have run out. */
const CODE_KEEP_SECONDS = 86_400;
const ttlOf = (expiresMs: number): number => Math.floor(expiresMs / 1_000) + CODE_KEEP_SECONDS;

/** Puts a code in the place of the side's earlier one, and the slot by which a replay finds it. */
export const putCode = (code: Code, digest: string, fingerprint: string): Write[] => [
  {
    type: "put",
    item: {
      ...codeKey(code.order, code.purpose, code.side),
      salt: code.salt,
      hash: code.hash,
      exp: code.expiresMs,
      n: 0,
      ttl: ttlOf(code.expiresMs),
    },
    condition: always,
  },
  create({ ...codeSlot(digest), fp: fingerprint, exp: code.expiresMs, ttl: ttlOf(code.expiresMs) }),
];

/** A code from its item. */
export const toCode = (item: Item): Code => {
  const [, purpose, side] = item.sk.split("#");
  return {
    order: item.pk.slice(3),
    purpose: purpose as Purpose,
    side: side as Party,
    salt: item.salt as string,
    hash: item.hash as string,
    expiresMs: item.exp as number,
    attempts: item.n as number,
  };
};

/**
 * Takes one attempt at a code, before it is compared: so that many guesses at once get no more attempts than one after
 * another.
 */
export const tryCode = (code: Code, attemptsMax: number, nowMs: number): Write => ({
  type: "update",
  key: codeKey(code.order, code.purpose, code.side),
  update: "SET #n = #n + :1",
  condition: {
    expression: "#h = :h AND #n < :m AND #e > :now",
    names: { "#n": "n", "#h": "hash", "#e": "exp" },
    values: { ":1": 1, ":h": code.hash, ":m": attemptsMax, ":now": nowMs },
  },
});

/** Uses a code up. */
export const useCode = (code: Code): Write => ({
  type: "update",
  key: codeKey(code.order, code.purpose, code.side),
  update: "SET #h = :none",
  condition: {
    expression: "#h = :h",
    names: { "#h": "hash" },
    values: { ":h": code.hash, ":none": "" },
  },
});

/** A member from their item. */
export const toVolunteer = (item: Item): Volunteer => ({
  id: item.pk.slice(3),
  sessions: (item.ses as (string | number)[][]).map(([order, fromMs, untilMs, state, minutes, plannedMs]) => ({
    order: order as string,
    fromMs: fromMs as number,
    untilMs: untilMs as number,
    state: state as Volunteer["sessions"][number]["state"],
    minutes: minutes as number,
    plannedMs: plannedMs as number,
  })),
  used: item.used as Record<string, number>,
  total: item.total as number,
  honour: item.hon as number,
  served: item.n as number,
  ratings: item.rn as number,
  ratingSum: item.rs as number,
  seed: item.seed as number,
  stars: (item.st as number | undefined) ?? 0,
  told: (item.told as number | undefined) ?? 0,
  quiet: (item.quiet as number | undefined) ?? 0,
  revision: item.rev as number,
});

/** An event that a write of a member bears: its name, its stamp, and the community that it concerns. */
export interface Telling {
  readonly ev: string;
  readonly at: number;
  readonly com: string;
}

/** Writes a member one revision on; refused when another session or grant came in between. */
export const saveVolunteer = (volunteer: Volunteer, event: Telling | undefined = undefined): Write => {
  const item: Item = {
    ...memberKey(volunteer.id),
    ses: volunteer.sessions.map((each) => [
      each.order,
      each.fromMs,
      each.untilMs,
      each.state,
      each.minutes,
      each.plannedMs,
    ]),
    used: { ...volunteer.used },
    total: volunteer.total,
    hon: volunteer.honour,
    n: volunteer.served,
    rn: volunteer.ratings,
    rs: volunteer.ratingSum,
    seed: volunteer.seed,
    ...(volunteer.stars === 0 ? {} : { st: volunteer.stars }),
    ...(volunteer.told === 0 ? {} : { told: volunteer.told }),
    ...(volunteer.quiet === 0 ? {} : { quiet: volunteer.quiet }),
    rev: volunteer.revision + 1,
    ...event,
  };
  return volunteer.revision === 0 ? create(item) : replace(item, "rev", volunteer.revision);
};

/** Puts a person on the care list or takes them off it; the evidence stays with it. */
export const setCare = (
  id: string,
  flag: { readonly listed: boolean; readonly evidence: string; readonly by: string; readonly atMs: number },
): Write => ({
  type: "put",
  item: { ...careKey(id), on: flag.listed, evid: flag.evidence, by: flag.by, made: flag.atMs },
  condition: always,
});

/** Proof in a transaction that a person is on the care list. */
export const careProof = (id: string): Write => ({
  type: "check",
  key: careKey(id),
  condition: { expression: "#o = :t", names: { "#o": "on" }, values: { ":t": true } },
});

/** Records a side's rating; refused when there is one. */
export const createRating = (
  order: string,
  side: Party,
  rating: { readonly stars: number; readonly comment?: string | undefined; readonly by: string; readonly atMs: number },
): Write =>
  create({ ...ratingKey(order, side), n: rating.stars, text: rating.comment, by: rating.by, made: rating.atMs });

/** An offer as the rules see it. */
export interface Offer {
  readonly id: string;
  readonly volunteer: string;
  readonly community: string;
  readonly state: "open" | "withdrawn";
  readonly skills: readonly string[];
  readonly areas: readonly string[];
  readonly availability: readonly Availability[];
  readonly revision: number;
}

const offerItem = (offer: Offer): Item => ({
  ...offerKey(offer.id),
  vol: offer.volunteer,
  com: offer.community,
  state: offer.state,
  skills: [...offer.skills],
  areas: [...offer.areas],
  times: offer.availability.map((each) => ({ ...each })),
  rev: offer.revision,
  ...(offer.state === "open"
    ? {
        ...{ g1p: offersOf(offer.volunteer), g1s: 0, g2p: offerList(offer.community), g2s: timeOfId(offer.id) },
        ...{ g3p: offerList(offer.community), g3s: offer.id },
      }
    : {}),
});

/** Makes an offer; its item keeps what a replay answers. */
export const createOffer = (offer: Offer, fingerprint: string, first: unknown): Write =>
  create({ ...offerItem(offer), fp: fingerprint, first: JSON.stringify(first) });

/** Changes an offer that still has the revision that was read. */
export const updateOffer = (offer: Offer, item: Item): Write =>
  replace({ ...offerItem(offer), fp: item.fp, first: item.first }, "rev", offer.revision - 1);

/** An offer from its item. */
export const toOffer = (item: Item): Offer => ({
  id: item.pk.slice(3),
  volunteer: item.vol as string,
  community: item.com as string,
  state: item.state as Offer["state"],
  skills: item.skills as string[],
  areas: item.areas as string[],
  availability: item.times as Offer["availability"],
  revision: item.rev as number,
});

/** Records a group service whole, with its answer. */
export const createGroup = (id: string, fingerprint: string, answer: unknown): Write =>
  create({ ...groupKey(id), fp: fingerprint, ans: JSON.stringify(answer) });
