/** What the time bank's stories start from: an elder with hours, volunteers, stewards, and an order on its way. */
import { uuidv7 } from "uuidv7";
import type { PolicyProfile } from "../../../schemas/timebank/policy.ts";
import { HOUR, MINUTE } from "../../support/clock.ts";
import type { AppOptions, Reply } from "../../support/harness.ts";
import { timebankDistrict } from "../../support/timebank.ts";
import { enter, type Made, startWorld, type World } from "../residents/world.ts";

/** The worlds' helpers: one POST with a body. */
export type Send = (path: string, token: string, body?: unknown, key?: string) => Promise<Reply>;

export interface Bank extends World {
  readonly post: Send;
}

/** A world with the time bank's way of sending. */
export const withPost = (world: World): Bank => ({
  ...world,
  post: (path, token, body = {}, key = uuidv7()) => world.app.call("POST", path, { token, body, key }),
});

/** An app with a time bank. */
export const startBank = async (profiles: readonly PolicyProfile[] = [], options: AppOptions = {}): Promise<Bank> => {
  return withPost(await startWorld({ district: timebankDistrict(...profiles), ...options }));
};

/** Gives the community's hard pool so many minutes. */
export const fund = (bank: Bank, pool: "care" | "seed", amount: number): Promise<Reply> =>
  bank.post(`/v1/ledger/pools/lujing~${pool}.minutes/fund`, bank.admin, { amount });

/** A person of an age (born 1950 unless said otherwise) with so many minutes to start with. */
export const member = async (
  bank: Bank,
  minutes = 0,
  fields: Readonly<Record<string, unknown>> = { birthDate: "1950-01-01" },
): Promise<Made> => {
  const made = await enter(bank, fields);
  if (minutes === 0) return made;
  const reply = await bank.app.call("POST", "/v1/ledger/transfers", {
    token: bank.admin,
    body: { from: "lujing~issuance.minutes", to: `${made.id}.minutes`, amount: minutes, category: "opening" },
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return made;
};

/** A volunteer of 30 years. */
export const helper = (bank: Bank): Promise<Made> => member(bank, 0, { birthDate: "1996-01-01" });

/** An instant so many ms from now on the bank's clock. */
export const later = (bank: Bank, ms: number): string => new Date(bank.app.clock.now().getTime() + ms).toISOString();

/** A request for an hour from an hour from now on. */
export const terms = (bank: Bank, fields: Readonly<Record<string, unknown>> = {}) => ({
  community: "lujing",
  category: "company",
  from: later(bank, HOUR),
  until: later(bank, 3 * HOUR),
  minutes: 60,
  ...fields,
});

/** Asks for a service in the elder's own name. */
export const ask = async (bank: Bank, elder: Made, fields: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const reply = await bank.post("/v1/timebank/orders", elder.token, terms(bank, fields));
  if (reply.status !== 201) throw new Error(reply.text);
  return reply.body.id;
};

/** One transition of an order. */
export const act = (bank: Bank, order: string, what: string, token: string, body: unknown = {}, key?: string) =>
  bank.post(`/v1/timebank/orders/${order}/${what}`, token, body, key);

/** Signs in or out by a code that `from` asks for and `by` enters. */
export const sign = async (
  bank: Bank,
  order: string,
  what: "check-in" | "check-out",
  from: Made,
  by: Made,
): Promise<Reply> => {
  const issued = await act(bank, order, "codes", from.token, { purpose: what });
  return act(bank, order, what, by.token, { code: issued.body.code });
};

/** An order that a volunteer has accepted. */
export const accepted = async (bank: Bank, elder: Made, volunteer: Made, fields = {}): Promise<string> => {
  const order = await ask(bank, elder, fields);
  const reply = await act(bank, order, "accept", volunteer.token);
  if (reply.status !== 200) throw new Error(reply.text);
  return order;
};

/** An order that was served for so many minutes, beginning at its window. */
export const served = async (bank: Bank, elder: Made, volunteer: Made, minutes: number, fields = {}) => {
  const order = await accepted(bank, elder, volunteer, fields);
  bank.app.clock.advance(HOUR);
  const inside = await sign(bank, order, "check-in", elder, volunteer);
  if (inside.status !== 200) throw new Error(inside.text);
  bank.app.clock.advance(minutes * MINUTE);
  const outside = await sign(bank, order, "check-out", elder, volunteer);
  if (outside.status !== 200) throw new Error(outside.text);
  return order;
};

/** Minutes of a member as the ledger has them. */
export const minutesOf = async (bank: Bank, person: Made) =>
  (await bank.app.call("GET", `/v1/ledger/accounts/${person.id}.minutes`, { token: person.token })).body;

/** Sum of an audit's findings over the unit: empty when the books are right. */
export const findings = async (bank: Pick<World, "app" | "auditor">, unit = "minutes"): Promise<unknown[]> => {
  const found: unknown[] = [];
  let cursor = "";
  for (let page = 0; page < 100; page++) {
    const query = `?community=lujing&unit=${unit}${cursor}`;
    const reply = await bank.app.call("GET", `/v1/ledger/audit${query}`, { token: bank.auditor });
    if (reply.status !== 200) throw new Error(reply.text);
    found.push(...reply.body.discrepancies);
    if (reply.body.next === null) break;
    cursor = `&cursor=${reply.body.next}`;
  }
  return found;
};
