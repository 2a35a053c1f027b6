/** An order's life over HTTP: asked, taken, signed in and out, confirmed, paid. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import type { Made } from "../residents/world.ts";
import { accepted, act, ask, type Bank, helper, member, minutesOf, served, sign, startBank } from "./world.ts";

let bank: Bank;
let elder: Made;
let volunteer: Made;

beforeAll(async () => {
  bank = await startBank();
  elder = await member(bank, 600);
  volunteer = await helper(bank);
});
afterAll(() => bank.app.stop());

describe("an order", () => {
  it("goes from the request to the volunteer's account, and what was not served is free again", async () => {
    const order = await ask(bank, elder);
    const taken = await act(bank, order, "accept", volunteer.token);
    expect(taken.body).toMatchObject({ state: "accepted", volunteer: volunteer.id, held: 60, creditTo: "member" });
    expect(await minutesOf(bank, elder)).toMatchObject({ balance: 600, holdsOut: 60, available: 540 });
    bank.app.clock.advance(HOUR);
    expect((await sign(bank, order, "check-in", elder, volunteer)).body.state).toBe("checked-in");
    bank.app.clock.advance(50 * MINUTE);
    const out = await sign(bank, order, "check-out", volunteer, elder);
    expect(out.body).toMatchObject({ state: "checked-out", measured: 50, credited: 45 });
    const done = await act(bank, order, "confirm", elder.token);
    expect(done.body).toMatchObject({ state: "settled", credited: 45 });
    expect(await minutesOf(bank, elder)).toMatchObject({ balance: 555, holdsOut: 0, available: 555 });
    expect(await minutesOf(bank, volunteer)).toMatchObject({ balance: 45, holdsIn: 0, lifetimeEarned: 45 });
    const honoured = await bank.app.call("GET", `/v1/timebank/members/${volunteer.id}`, { token: volunteer.token });
    expect(honoured.body).toMatchObject({ honourMinutes: 45, served: 1, stars: 0 });
  });

  it("is answered the same on a replay of any of its steps, and moves nothing twice", async () => {
    const order = await served(bank, elder, volunteer, 60);
    const key = uuidv7();
    const first = await act(bank, order, "confirm", elder.token, {}, key);
    const before = await minutesOf(bank, volunteer);
    const again = await act(bank, order, "confirm", elder.token, {}, key);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(again.headers.get("idempotency-hit")).toBe("true");
    expect(await minutesOf(bank, volunteer)).toEqual(before);
    const second = await act(bank, order, "confirm", elder.token);
    expect(refusal(second)).toEqual([409, "timebank/already-confirmed"]);
    expect(second.body.params.at).toBe(first.body.confirmedAt);
  });

  it("shows where to go to both sides, and to the volunteer only from acceptance on", async () => {
    const address = { directions: "rear stairs, third door" };
    const order = await ask(bank, elder, { address });
    const seen = async (who: Made) =>
      (await bank.app.call("GET", `/v1/timebank/orders/${order}`, { token: who.token })).body.address;
    expect(await seen(elder)).toEqual(address);
    expect(await seen(volunteer)).toBeUndefined();
    const open = await bank.app.call("GET", "/v1/timebank/open-orders?community=lujing", { token: volunteer.token });
    expect(open.text).toContain(order);
    expect(open.text).not.toContain("rear stairs");
    await act(bank, order, "accept", volunteer.token);
    expect(await seen(volunteer)).toEqual(address);
    await act(bank, order, "place-erasure", elder.token);
    expect(await seen(volunteer)).toBeUndefined();
    expect(await seen(elder)).toBeUndefined();
    await act(bank, order, "cancel", elder.token, { reason: "well again" });
  });

  it("gives its minutes back when it is called off, when nobody comes and when the volunteer steps back", async () => {
    const before = await minutesOf(bank, elder);
    const off = await accepted(bank, elder, volunteer);
    expect((await act(bank, off, "cancel", elder.token, { reason: "well again" })).body.state).toBe("cancelled");
    const back = await accepted(bank, elder, volunteer);
    const open = await act(bank, back, "withdraw", volunteer.token);
    expect(open.body).toMatchObject({ state: "requested" });
    expect(open.body.volunteer).toBeUndefined();
    expect((await act(bank, back, "accept", volunteer.token)).status).toBe(200);
    expect(refusal(await act(bank, back, "no-show", elder.token))).toEqual([409, "timebank/outside-window"]);
    bank.app.clock.advance(2 * HOUR);
    expect((await act(bank, back, "no-show", elder.token)).body.state).toBe("no-show");
    expect(await minutesOf(bank, elder)).toEqual(before);
  });
});
