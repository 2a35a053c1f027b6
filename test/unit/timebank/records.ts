/** Orders and sessions of the rules' tests: what a rule does not read, and the changes that it does. */
import { termsOf } from "../../../functions/timebank/domain/minutes.ts";
import type { Order } from "../../../functions/timebank/domain/order.ts";
import type { Session } from "../../../functions/timebank/domain/volunteer.ts";
import { testProfile } from "../../support/timebank.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Monday noon in Shaoxing. */
export const NOON = Date.parse("2026-06-15T04:00:00Z");
/** What the tests' instants are judged by. */
export const WHEN = { now: new Date(NOON), zone: "Asia/Shanghai" };

/** An order of the daughter for the elder, accepted by Vera: an hour of company between noon and two o'clock. */
export const order = (changes: Partial<Order> = {}): Order => ({
  ...{ id: "o", community: "lujing", state: "accepted", start: "requested", category: "company", policy: "test@1" },
  ...{ recipient: "elder", requester: "daughter", by: "daughter", changedBy: "vera", volunteer: "vera" },
  ...{ payer: "own-hours", phone: false, skills: [], urgency: "normal", fingerprint: "f", revision: 3 },
  ...{ fromMs: NOON, untilMs: NOON + 2 * HOUR, minutes: 60, createdMs: NOON - DAY },
  terms: termsOf(testProfile(), "company"),
  ...changes,
});

/** A planned session between so many hours after noon. */
export const session = (id: string, from: number, until: number, changes: Partial<Session> = {}): Session => ({
  ...{ order: id, fromMs: NOON + from * HOUR, untilMs: NOON + until * HOUR, plannedMs: NOON + from * HOUR },
  ...{ state: "planned", minutes: 60 },
  ...changes,
});
