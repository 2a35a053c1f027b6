/** The examples of the time bank's operations, sent as they stand: each request does what its operation is for. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANN, BO } from "../../../schemas/examples/ids.ts";
import { timebankExamples } from "../../../schemas/examples/timebank.ts";
import { timebankOperations } from "../../../schemas/timebank/operations.ts";
import type { Reply } from "../../support/harness.ts";
import { testProfile } from "../../support/timebank.ts";
import type { Made } from "../residents/world.ts";
import { act, type Bank, fund, startBank } from "./world.ts";

const sent = new Set<string>();
let bank: Bank;
let ann: Made;
let bo: Made;

/** The rules let the examples' people do what they show. */
const profile = (stewardChecks: boolean) =>
  testProfile({
    gifts: { scope: "anyone" },
    publication: { stewardChecks },
    settlement: "calendar",
    groups: { minutesGo: "to-members" },
  });

const resident = async (id: string, birthDate: string): Promise<Made> => {
  const body = { name: "王秀英", birthDate };
  const path = "/v1/communities/lujing/residents";
  const reply = await bank.app.call("POST", path, { token: bank.admin, body, key: id });
  expect(reply.status, reply.text).toBe(201);
  return { id, token: await bank.app.token({ sub: id }) };
};

beforeAll(async () => {
  bank = await startBank([profile(true)], { now: "2026-11-25T01:00:00Z" });
  [ann, bo] = [await resident(ANN, "1950-01-01"), await resident(BO, "1996-01-01")];
  const hours = { from: "lujing~issuance.minutes", to: `${ANN}.minutes`, amount: 6_000, category: "opening" };
  await bank.post("/v1/ledger/transfers", bank.admin, hours);
  await fund(bank, "seed", 600);
}, 60_000);
afterAll(() => bank.app.stop());

/** The body of an operation's example, in Chinese or English. */
const bodyOf = (id: string, english: boolean): object => {
  sent.add(id);
  const example = timebankExamples[id];
  return (english ? (example?.requestEn ?? example?.request) : example?.request) as object;
};
const fine = (reply: Reply): Reply => {
  expect(reply.status, reply.text).toBeLessThan(300);
  return reply;
};

describe.each([
  ["Chinese", false],
  ["English", true],
] as const)("in %s", (_, english) => {
  const send = async (id: string, path: string, token: string, given: object = {}) =>
    fine(await bank.post(`/v1/timebank/${path}`, token, { ...bodyOf(id, english), ...given }));
  const step = async (id: string, order: string, path: string, token: string, given: object = {}) =>
    fine(await act(bank, order, path, token, { ...bodyOf(id, english), ...given }));
  const ask = async () => (await send("createOrder", "orders", ann.token)).body.id as string;

  it("hours are given, the care list and offers are kept, and the policy explains", async () => {
    await send("setCareFlag", `members/${ANN}/care-flag`, bank.steward);
    await send("grantSeedHours", "seed-grants", bank.steward);
    await send("giveHours", "gifts", ann.token);
    await send("donateHours", "donations", ann.token);
    await send("explainPolicy", "policy:explain", ann.token);
    await send("createBlock", "blocks", ann.token);
    fine(await bank.post(`/v1/timebank/blocks/${BO}/end`, ann.token));
    const offer = await send("createOffer", "offers", bo.token);
    const change = { token: bo.token, body: bodyOf("updateOffer", english), headers: { "if-match": '"1"' } };
    fine(await bank.app.call("PATCH", `/v1/timebank/offers/${offer.body.id}`, change));
  });

  it("an order is arranged, called off and taken again", async () => {
    await step("declineRequest", await ask(), "decline-request", bank.steward);
    const order = await ask();
    await step("publishOrder", order, "publish", bank.steward);
    await step("matchOrder", order, "match", ann.token);
    await step("declineMatch", order, "decline-match", bo.token);
    await step("acceptOrder", order, "accept", bo.token);
    await step("withdrawAcceptance", order, "withdraw", bo.token);
    await step("cancelOrder", order, "cancel", ann.token);
  });
});

it("an order is served, corrected, disputed, settled and rated, and a group's service is recorded", async () => {
  const body = (id: string) => bodyOf(id, false);
  const helpers: Made[] = [bo];
  for (let index = 0; index < 2; index++) helpers.push(await resident(uuidv7(), "1996-01-01"));
  const orders: string[] = [];
  for (const helper of helpers) {
    const made = fine(await bank.post("/v1/timebank/orders", ann.token, body("createOrder")));
    orders.push(made.body.id);
    fine(await act(bank, made.body.id, "publish", bank.steward));
    fine(await act(bank, made.body.id, "accept", helper.token));
  }
  const [first, second, third] = orders as [string, string, string];
  bank.app.clock.set("2026-12-01T01:00:00Z");
  const sign = async (order: string, by: Made, id: "checkIn" | "checkOut", what: "check-in" | "check-out") => {
    const { code } = fine(await act(bank, order, "codes", ann.token, { ...body("issueCode"), purpose: what })).body;
    fine(await act(bank, order, what, by.token, { ...body(id), code }));
  };
  await sign(first, helpers[0] as Made, "checkIn", "check-in");
  await sign(second, helpers[1] as Made, "checkIn", "check-in");
  bank.app.clock.set("2026-12-01T02:30:00Z");
  fine(await act(bank, third, "no-show", ann.token, body("reportNoShow")));
  await sign(first, helpers[0] as Made, "checkOut", "check-out");
  fine(await act(bank, first, "correction", bank.steward, body("correctOrder")));
  fine(await act(bank, first, "confirm", ann.token, body("confirmOrder")));
  fine(await act(bank, first, "settle", bank.steward, body("settleOrder")));
  fine(await act(bank, first, "ratings", ann.token, body("rateOrder")));
  fine(await act(bank, first, "place-erasure", ann.token, body("eraseOrderPlaces")));
  fine(await act(bank, second, "dispute", ann.token, body("disputeOrder")));
  fine(await act(bank, second, "resolve", bank.steward, body("resolveDispute")));
  // The group of the example serves at the same time in another bank: nobody is in two places.
  const group = await startBank([profile(false)], { now: "2026-12-01T04:00:00Z" });
  for (const id of [ANN, BO]) {
    const path = "/v1/communities/lujing/residents";
    fine(await group.app.call("POST", path, { token: group.admin, body: { name: "王秀英" }, key: id }));
  }
  fine(await group.post("/v1/timebank/group-services", group.steward, body("recordGroupService")));
  await group.app.stop();
});

it("no operation with a body is left out", () => {
  const bodied = Object.values(timebankOperations).filter((operation) => "body" in operation && operation.body);
  expect(bodied.filter(({ id }) => !sent.has(id)).map(({ id }) => id)).toEqual([]);
});
