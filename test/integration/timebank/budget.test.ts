/** Write units of the time bank's operations, as the engine reports them, beside the manifest's figures. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RULE_CHARACTERS_MAX } from "../../../schemas/recurrence.ts";
import { timebankOperations } from "../../../schemas/timebank/operations.ts";
import { AVAILABILITY_MAX, SKILLS_MAX } from "../../../schemas/timebank/resources.ts";
import { HOUR, MINUTE } from "../../support/clock.ts";
import type { Reply } from "../../support/harness.ts";
import { type Cost, meteredClient } from "../../support/meter.ts";
import { testProfile } from "../../support/timebank.ts";
import type { Made } from "../residents/world.ts";
import { act, ask, type Bank, fund, helper, later, member, served, startBank, terms } from "./world.ts";

const wide = (length: number) => "鹭".repeat(length);
const slug = (index: number) => `skill-${String(index).padStart(26, "0")}`;
const skills = Array.from({ length: SKILLS_MAX }, (_, index) => slug(index));
const reason = wide(100);

type Id = keyof typeof timebankOperations;
const costs = new Map<Id, Cost>();
const meter = { take: (): Cost => ({ calls: 0, table: 0, indexes: 0, reads: 0 }) };
let bank: Bank;
let elder: Made;
let volunteer: Made;

/** The dearest of what an operation has cost so far. */
const cost = async (id: Id, send: () => Promise<Reply>): Promise<Reply> => {
  meter.take();
  const reply = await send();
  const spent = meter.take();
  if (reply.status >= 300) throw new Error(`${id}: ${reply.text}`);
  if (spent.table > (costs.get(id)?.table ?? 0)) costs.set(id, spent);
  return reply;
};

const long = () => terms(bank, { skills, category: slug(1), sex: "female", area: "wtqw3", urgency: "urgent" });
const asked = async () => {
  const body = { ...long(), address: { unitId: elder.id, directions: reason } };
  return (await cost("createOrder", () => bank.post("/v1/timebank/orders", elder.token, body))).body.id as string;
};
const step = (id: Id, order: string, path: string, token: string, body: object = {}) =>
  cost(id, () => act(bank, order, path, token, body));
const taken = async () => {
  const order = await asked();
  await step("publishOrder", order, "publish", bank.steward);
  await step("acceptOrder", order, "accept", volunteer.token);
  return order;
};

const sign = async (order: string, what: "check-in" | "check-out", id: Id) => {
  const issued = await step("issueCode", order, "codes", elder.token, { purpose: what });
  await step(id, order, what, volunteer.token, { code: issued.body.code, place: "wtqw3" });
};
const through = async () => {
  const order = await taken();
  bank.app.clock.advance(HOUR);
  await sign(order, "check-in", "checkIn");
  bank.app.clock.advance(55 * MINUTE);
  await sign(order, "check-out", "checkOut");
  return order;
};

beforeAll(async () => {
  const metered = meteredClient();
  meter.take = metered.take;
  const caps = { sessionMinutes: 240, dayMinutes: 1_440, weekMinutes: 9_000, monthMinutes: 9_000 };
  const profile = testProfile({
    code: "a-profile-of-the-longest-name-ok",
    publication: { stewardChecks: true },
    settlement: "calendar",
    gifts: { scope: "anyone" },
    groups: { minutesGo: "to-members" },
    caps: { ...caps, yearMinutes: 90_000, totalMinutes: 90_000 },
  });
  bank = await startBank([profile], { overrides: { client: metered.client } });
  elder = await member(bank, 6_000);
  volunteer = await helper(bank);
  // A busy volunteer: thirty sessions to come.
  for (let index = 0; index < 30; index++) {
    const [from, until] = [later(bank, (100 + index) * HOUR), later(bank, (101 + index) * HOUR)];
    const order = await ask(bank, elder, { from, until });
    await act(bank, order, "publish", bank.steward);
    const reply = await act(bank, order, "accept", volunteer.token);
    if (reply.status !== 200) throw new Error(reply.text);
  }
}, 60_000);
afterAll(() => bank.app.stop());

describe("the longest order of a volunteer with thirty sessions to come", () => {
  it("is asked for, served, confirmed, settled, rated and forgotten", async () => {
    const order = await through();
    await step("confirmOrder", order, "confirm", elder.token);
    await step("settleOrder", order, "settle", bank.steward);
    await step("rateOrder", order, "ratings", elder.token, { stars: 5, comment: wide(200) });
    await step("eraseOrderPlaces", order, "place-erasure", elder.token);
  });

  it("is declined, matched, withdrawn, called off, missed, corrected, disputed and resolved", async () => {
    await step("declineRequest", await asked(), "decline-request", bank.steward, { reason });
    const matched = await asked();
    await step("publishOrder", matched, "publish", bank.steward);
    await step("matchOrder", matched, "match", elder.token, { volunteer: volunteer.id });
    await step("declineMatch", matched, "decline-match", volunteer.token);
    await step("acceptOrder", matched, "accept", volunteer.token);
    await step("withdrawAcceptance", matched, "withdraw", volunteer.token);
    await step("acceptOrder", matched, "accept", volunteer.token);
    await step("cancelOrder", matched, "cancel", elder.token, { reason });
    const missed = await taken();
    bank.app.clock.advance(2 * HOUR);
    await step("reportNoShow", missed, "no-show", elder.token);
    const order = await through();
    const times = { checkedInAt: later(bank, -50 * MINUTE), checkedOutAt: later(bank, -5 * MINUTE), reason };
    await step("correctOrder", order, "correction", bank.steward, times);
    await step("disputeOrder", order, "dispute", elder.token, { reason });
    await step("resolveDispute", order, "resolve", bank.steward, { minutes: 15, reason });
  });

  it("pays at once where the policy says so, at no more than the manifest's figure", async () => {
    const metered = meteredClient();
    const quick = await startBank([], { overrides: { client: metered.client } });
    const [old, young] = [await member(quick, 600), await helper(quick)];
    const order = await served(quick, old, young, 45);
    metered.take();
    await act(quick, order, "confirm", old.token);
    const spent = metered.take();
    expect(spent.table).toBeLessThanOrEqual(timebankOperations.confirmOrder.writeUnits);
    if (spent.table > (costs.get("confirmOrder")?.table ?? 0)) costs.set("confirmOrder", spent);
    await quick.app.stop();
  });

  it("hours are given, donated, granted; the care list, offers and groups are kept", async () => {
    const [giver, other] = [await member(bank, 600), await member(bank)];
    await cost("giveHours", () => bank.post("/v1/timebank/gifts", giver.token, { to: other.id, minutes: 60 }));
    const donation = { community: "lujing", minutes: 60 };
    await cost("donateHours", () => bank.post("/v1/timebank/donations", giver.token, donation));
    const flag = `/v1/timebank/members/${other.id}/care-flag`;
    await cost("setCareFlag", () => bank.post(flag, bank.steward, { listed: true, evidence: reason }));
    await fund(bank, "seed", 600);
    const grant = { to: other.id, minutes: 60, evidence: reason };
    await cost("grantSeedHours", () => bank.post("/v1/timebank/seed-grants", bank.steward, grant));
    const days = Array.from({ length: 31 }, (_, at) => at + 1).join(",");
    const rule = `FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=${days};BYMONTH=1,2,3,4;BYHOUR=10;UNTIL=20270630T000000Z`;
    expect(rule.length).toBeLessThanOrEqual(RULE_CHARACTERS_MAX);
    const valid = { validFrom: "2026-06-20", validUntil: "2027-06-20" };
    const time = {
      start: "2026-06-20T09:00:00",
      zone: "America/Argentina/ComodRivadavia",
      minutes: 120,
      rule,
      ...valid,
    };
    const availability = Array.from({ length: AVAILABILITY_MAX }, () => time);
    const offer = { community: "lujing", skills, areas: skills.map(() => "wtqw3"), availability };
    const made = await cost("createOffer", () => bank.post("/v1/timebank/offers", volunteer.token, offer));
    await cost("updateOffer", () =>
      bank.app.call("PATCH", `/v1/timebank/offers/${made.body.id}`, {
        token: volunteer.token,
        body: { state: "withdrawn" },
        headers: { "if-match": '"1"' },
      }),
    );
    const calendar = `/v1/timebank/members/${volunteer.id}/calendar`;
    await cost("openTimebankCalendar", () => bank.post(calendar, volunteer.token));
    // The second address ends the first.
    await cost("openTimebankCalendar", () => bank.post(calendar, volunteer.token));
    await cost("endTimebankCalendar", () => bank.post(`${calendar}/end`, volunteer.token));
    // The person acts alone; the proofs of both in the register are in the cost.
    await cost("createBlock", () => bank.post("/v1/timebank/blocks", other.token, { person: volunteer.id }));
    await cost("endBlock", () => bank.post(`/v1/timebank/blocks/${volunteer.id}/end`, other.token));
    const people: Made[] = [];
    for (let index = 0; index < 20; index++) people.push(await helper(bank));
    const group = {
      community: "lujing",
      category: slug(1),
      from: later(bank, -3 * HOUR),
      until: later(bank, -HOUR),
      volunteers: people.map(({ id }) => id),
    };
    await cost("recordGroupService", () => bank.post("/v1/timebank/group-services", bank.steward, group));
  });
});

describe("every writing operation", () => {
  const writing = (Object.keys(timebankOperations) as Id[]).filter((id) => timebankOperations[id].writeUnits > 0);
  it.each(writing)("%s costs what the manifest says, in one write call but for a code's trial", (id) => {
    const spent = costs.get(id);
    expect(spent, "no scenario").toBeDefined();
    expect(spent?.table).toBe(timebankOperations[id].writeUnits);
    expect(spent?.calls).toBe(["checkIn", "checkOut"].includes(id) ? 2 : 1);
  });
});
