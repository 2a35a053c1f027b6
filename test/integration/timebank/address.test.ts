/** Who sees where an elder lives, in each state that an order can be in. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { OrderState } from "../../../schemas/timebank/resources.ts";
import { HOUR, MINUTE } from "../../support/clock.ts";
import { testProfile } from "../../support/timebank.ts";
import { enter, type Made } from "../residents/world.ts";
import { act, ask, type Bank, helper, member, sign, startBank } from "./world.ts";

let bank: Bank;
let elder: Made;
let accepting: Made;
let candidate: Made;
let stranger: Made;
let elsewhere: Made;
beforeAll(async () => {
  bank = await startBank([testProfile({ publication: { stewardChecks: true }, settlement: "calendar" })]);
  stranger = await helper(bank);
  elsewhere = await enter(bank, { birthDate: "1996-01-01" }, "heyuan");
});
afterAll(() => bank.app.stop());

const DOOR = "third door, code 4711";

/** Steps that lead to a state, each one request. */
const publish = (order: string) => act(bank, order, "publish", bank.steward);
const match = (order: string) => act(bank, order, "match", elder.token, { volunteer: candidate.id });
const accept = (order: string) => act(bank, order, "accept", accepting.token);
const checkIn = (order: string) => {
  bank.app.clock.advance(HOUR);
  return sign(bank, order, "check-in", elder, accepting);
};
const checkOut = (order: string) => {
  bank.app.clock.advance(60 * MINUTE);
  return sign(bank, order, "check-out", elder, accepting);
};
const confirm = (order: string) => act(bank, order, "confirm", elder.token);
const settle = (order: string) => act(bank, order, "settle", bank.steward);
const dispute = (order: string) => act(bank, order, "dispute", elder.token, { reason: "left early" });
const resolve = (order: string) => act(bank, order, "resolve", bank.steward, { minutes: 30, reason: "half" });
const decline = (order: string) => act(bank, order, "decline-request", bank.steward, { reason: "no" });
const cancel = (order: string) => act(bank, order, "cancel", elder.token, { reason: "visit" });
const miss = (order: string) => {
  bank.app.clock.advance(4 * HOUR);
  return act(bank, order, "no-show", elder.token);
};

type Step = typeof publish;
const out: readonly Step[] = [publish, accept, checkIn, checkOut];
/** Ways to each state but `expired`, and whether the volunteer of the order reads the address in it. */
const WAYS: readonly (readonly [OrderState, readonly Step[], boolean])[] = [
  ["draft", [], false],
  ["declined", [decline], false],
  ["requested", [publish], false],
  ["matched", [publish, match], false],
  ["accepted", [publish, accept], true],
  ["checked-in", [publish, accept, checkIn], true],
  ["checked-out", out, true],
  ["confirmed", [...out, confirm], true],
  ["settled", [...out, confirm, settle], true],
  ["disputed", [...out, dispute], true],
  ["resolved", [...out, dispute, resolve], true],
  ["cancelled", [publish, accept, cancel], false],
  ["no-show", [publish, accept, miss], false],
];

it("knows every state but the one that only time leads to", () => {
  const named = WAYS.map(([state]) => state);
  expect(OrderState.options.filter((state) => !named.includes(state))).toEqual(["expired"]);
});

it.each(WAYS)("%s: the address is the elder's, the steward's, and from acceptance the volunteer's", async (...way) => {
  const [state, steps, bound] = way;
  [elder, accepting, candidate] = [await member(bank, 600), await helper(bank), await helper(bank)];
  const order = await ask(bank, elder, { address: { directions: DOOR } });
  for (const step of steps) {
    const reply = await step(order);
    expect([reply.status, reply.text]).toEqual([200, reply.text]);
  }
  const reads = async (token: string, path = `orders/${order}`): Promise<boolean> =>
    (await bank.app.call("GET", `/v1/timebank/${path}`, { token })).text.includes(DOOR);
  const own = await bank.app.call("GET", `/v1/timebank/orders/${order}`, { token: elder.token });
  expect(own.body.state).toBe(state);
  const { steward, auditor, outsider } = bank;
  expect([await reads(elder.token), await reads(steward), await reads(accepting.token)]).toEqual([true, true, bound]);
  for (const token of [candidate.token, stranger.token, elsewhere.token, outsider, auditor]) {
    expect(await reads(token)).toBe(false);
    expect(await reads(token, "open-orders?community=lujing")).toBe(false);
    expect(await reads(token, `residents/${elder.id}/orders?as=recipient`)).toBe(false);
  }
});
