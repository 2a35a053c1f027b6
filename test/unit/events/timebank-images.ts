/** One item for each event of the time bank, as its store writes it, with personal data wherever some could stand. */
import type { EventName } from "../../../events/contracts.ts";
import type { Item } from "../../../functions/shared/write.ts";
import { termsOf } from "../../../functions/timebank/domain/minutes.ts";
import type { Order } from "../../../functions/timebank/domain/order.ts";
import { newVolunteer } from "../../../functions/timebank/domain/volunteer.ts";
import { createOrder, moveOrder, saveVolunteer } from "../../../functions/timebank/store.ts";
import { testProfile } from "../../support/timebank.ts";

const STAMP = 1_767_225_600_123_456;
const NOW = 1_767_225_600_123;
const HOUR = 3_600_000;
const uuid = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

const made: Order = {
  id: uuid(70),
  community: "lujing",
  state: "requested",
  start: "requested",
  recipient: uuid(1),
  requester: uuid(1),
  payer: "own-hours",
  by: uuid(1),
  phone: false,
  category: "company",
  fromMs: NOW + HOUR,
  untilMs: NOW + 2 * HOUR,
  minutes: 60,
  skills: ["reading"],
  sex: "female",
  urgency: "normal",
  area: "wtqw",
  policy: "test@1",
  terms: termsOf(testProfile(), "company"),
  createdMs: NOW,
  changedBy: uuid(1),
  revision: 1,
  fingerprint: "fp",
};

const told = (changes: object, ev: string): Item => {
  const person = { ...newVolunteer(uuid(2)), honour: 600, served: 8, revision: 9, ...changes };
  const write = saveVolunteer(person, { ev, at: STAMP, com: "lujing" });
  if (write.type !== "put") throw new Error("a member is written whole");
  return write.item;
};

/** The items; `personal` is written where people may write text. */
export const timebankImages = (personal: string): Readonly<Record<string, Item>> => {
  const itemAt = (state: Order["state"], changes: Partial<Order> = {}): Item => {
    const next = { ...made, ...changes, state, reason: personal, changedBy: uuid(3), revision: 2 };
    const write = moveOrder(next, made, STAMP);
    if (write.type !== "put") throw new Error("no put");
    return write.item;
  };
  const first = (state: "draft" | "requested"): Item => {
    const write = createOrder({ ...made, state, start: state }, STAMP);
    if (write.type !== "put") throw new Error("no put");
    return write.item;
  };
  const bound = { volunteer: uuid(2), hold: uuid(71), held: 60, creditTo: "member" as const };
  const inside = { ...bound, inMs: NOW + HOUR };
  const outside = { ...inside, outMs: NOW + 2 * HOUR, measured: 60, credited: 60 };
  return {
    "timebank.member.star-reached": told({ stars: 2, told: 2 }, "timebank.member.star-reached"),
    "timebank.member.inactive": told({ quiet: STAMP }, "timebank.member.inactive"),
    "timebank.order.draft": first("draft"),
    "timebank.order.declined": itemAt("declined"),
    "timebank.order.requested": first("requested"),
    "timebank.order.matched": itemAt("matched", { volunteer: uuid(2) }),
    "timebank.order.accepted": itemAt("accepted", bound),
    "timebank.order.checked-in": itemAt("checked-in", inside),
    "timebank.order.checked-out": itemAt("checked-out", outside),
    "timebank.order.confirmed": itemAt("confirmed", outside),
    "timebank.order.settled": itemAt("settled", { ...outside, transfer: uuid(72) }),
    "timebank.order.disputed": itemAt("disputed", outside),
    "timebank.order.resolved": itemAt("resolved", { ...outside, credited: 30, transfer: uuid(72) }),
    "timebank.order.cancelled": itemAt("cancelled", bound),
    "timebank.order.no-show": itemAt("no-show", bound),
    "timebank.order.expired": itemAt("expired"),
  } satisfies Partial<Record<EventName, Item>>;
};
