/** A member's statement of a month: the journal added up for the month as the district's zone has it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { MINUTE } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import { empower, enter, type Made } from "../residents/world.ts";
import { act, type Bank, helper, member, served, startBank } from "./world.ts";

let bank: Bank;
beforeAll(async () => {
  bank = await startBank([], { now: "2026-06-30T10:00:00.000Z" });
});
afterAll(() => bank.app.stop());

const month = (who: Made, name: string, token = who.token, headers = {}) =>
  bank.app.call("GET", `/v1/timebank/residents/${who.id}/months/${name}`, { token, headers });
const donate = (who: Made, minutes: number) =>
  bank.post("/v1/timebank/donations", who.token, { community: "lujing", minutes });

it("ends at midnight in the zone, joins the next without a gap, and says what each hour was for", async () => {
  const [elder, volunteer] = [await member(bank, 600), await helper(bank)];
  await act(bank, await served(bank, elder, volunteer, 60), "confirm", elder.token);
  bank.app.clock.set("2026-06-30T15:59:59.999Z");
  await donate(elder, 30);
  expect((await month(elder, "2026-06")).body.final).toBe(false);
  bank.app.clock.advance(1);
  await donate(elder, 45);
  const june = await month(elder, "2026-06");
  expect(june.body).toMatchObject({
    ...{ month: "2026-06", zone: "Asia/Shanghai", until: "2026-06-30T16:00:00.000Z", final: false },
    ...{ opening: 0, closing: 510, redeemed: 60, donated: 30, other: 600, servicesReceived: 1, servicesGiven: 0 },
  });
  bank.app.clock.advance(20 * MINUTE);
  expect((await month(elder, "2026-06")).body).toEqual({ ...june.body, final: true });
  expect((await month(elder, "2026-07")).body).toMatchObject({ opening: 510, closing: 465, donated: 45, other: 0 });
  expect((await month(volunteer, "2026-06")).body).toMatchObject({ closing: 60, earned: 60, servicesGiven: 1 });
  const ahead = await month(elder, "2026-08");
  expect([refusal(ahead), ahead.body.params]).toEqual([
    [409, "timebank/month-not-begun"],
    { month: "2026-08", begins: "2026-07-31T16:00:00.000Z" },
  ]);
  expect((await month(elder, "2026-13")).status).toBe(400);
});

it("is read by the member, their proxy and auditors of the community, nobody else", async () => {
  const [elder, daughter, neighbour] = [await member(bank, 60), await enter(bank), await enter(bank)];
  const acting = { "linli-acting-for": elder.id };
  expect((await month(elder, "2026-07", daughter.token, acting)).status).toBe(403);
  await empower(bank, elder.id, daughter.id, { scopes: ["timebank"] });
  expect((await month(elder, "2026-07", daughter.token, acting)).body.closing).toBe(60);
  expect((await month(elder, "2026-07", bank.auditor)).status).toBe(200);
  for (const token of [neighbour.token, daughter.token, bank.steward, bank.outsider]) {
    expect((await month(elder, "2026-07", token)).status).toBe(404);
  }
});
