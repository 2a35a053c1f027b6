/** What the time bank refuses, each with its code and the number behind it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../../support/clock.ts";
import type { Reply } from "../../support/harness.ts";
import { refusal } from "../../support/replies.ts";
import { type Made, officer } from "../residents/world.ts";
import { accepted, act, ask, type Bank, helper, later, member, served, sign, startBank, terms } from "./world.ts";

let bank: Bank;
let elder: Made;
let volunteer: Made;

beforeAll(async () => {
  bank = await startBank();
  elder = await member(bank, 6_000);
  volunteer = await helper(bank);
});
afterAll(() => bank.app.stop());

const request = (who: Made, fields: Readonly<Record<string, unknown>> = {}) =>
  bank.post("/v1/timebank/orders", who.token, terms(bank, fields));
const params = ({ body }: Reply) => body.params;

describe("asking", () => {
  it("is refused to whom the policy finds too young, with age and limit", async () => {
    const young = await member(bank, 600, { birthDate: "1980-06-15" });
    const reply = await request(young);
    expect(refusal(reply)).toEqual([409, "timebank/too-young"]);
    expect(params(reply)).toEqual({ age: 46, limit: 60 });
  });

  it("counts the birthday itself: 60 today may redeem, 60 tomorrow not yet", async () => {
    const today = await member(bank, 60, { birthDate: "1966-06-15" });
    const tomorrow = await member(bank, 60, { birthDate: "1966-06-16" });
    expect((await request(today)).status).toBe(201);
    expect(params(await request(tomorrow))).toEqual({ age: 59, limit: 60 });
  });

  it("asks for the date of birth where it is not known", async () => {
    const unknown = await member(bank, 60, {});
    expect(refusal(await request(unknown))).toEqual([409, "timebank/age-unknown"]);
  });

  it("reaches a spouse and lineal relatives of the age, nobody else", async () => {
    const child = await member(bank, 600, { birthDate: "1980-01-01" });
    const stranger = await request(child, { recipient: elder.id });
    expect(refusal(stranger)).toEqual([409, "timebank/gift-scope"]);
    expect(params(stranger)).toEqual({ scope: "self, spouse, lineal", relation: "none" });
    const kinship = { a: child.id, b: elder.id, kind: "child" };
    expect((await bank.app.call("POST", "/v1/kinships", { token: bank.steward, body: kinship })).status).toBe(201);
    const own = await request(child, { recipient: elder.id });
    expect(own.body).toMatchObject({ recipient: elder.id, requester: child.id });
    const sibling = await member(bank);
    await bank.app.call("POST", "/v1/kinships", {
      token: bank.steward,
      body: { a: child.id, b: sibling.id, kind: "sibling" },
    });
    expect(params(await request(child, { recipient: sibling.id })).relation).toBe("sibling");
  });

  it("is refused for more than a session may have, and for a window that is past or too short", async () => {
    const long = await request(elder, { minutes: 300, until: later(bank, 8 * HOUR) });
    expect([refusal(long)[1], params(long)]).toEqual(["timebank/session-over-cap", { minutes: 300, limit: 240 }]);
    const past = await request(elder, { from: later(bank, -3 * HOUR), until: later(bank, -HOUR) });
    expect(refusal(past)).toEqual([400, "timebank/window"]);
    expect(refusal(await request(elder, { until: later(bank, HOUR + 30 * MINUTE) }))).toEqual([400, "timebank/window"]);
  });

  it("is not done in another's name without a proxy, nor by phone but by a steward", async () => {
    const reply = await bank.app.call("POST", "/v1/timebank/orders", {
      token: volunteer.token,
      body: terms(bank),
      headers: { "linli-acting-for": elder.id },
    });
    expect(refusal(reply)).toEqual([403, "residents/proxy-invalid"]);
    expect(refusal(await request(volunteer, { requester: elder.id }))).toEqual([403, "auth/forbidden"]);
    expect(refusal(await request(elder, { phone: true }))).toEqual([403, "auth/forbidden"]);
    const taken = await bank.post(
      "/v1/timebank/orders",
      bank.steward,
      terms(bank, { recipient: elder.id, phone: true }),
    );
    expect(taken.body).toMatchObject({ phone: true, recipient: elder.id, state: "requested" });
    const afar = await bank.post(
      "/v1/timebank/orders",
      bank.outsider,
      terms(bank, { recipient: elder.id, phone: true }),
    );
    expect(refusal(afar)).toEqual([403, "auth/forbidden"]);
  });
});

describe("taking an order", () => {
  it("is refused to the elder, and to whom lives with them where the policy says so", async () => {
    const self = await act(bank, await ask(bank, elder), "accept", elder.token);
    expect([refusal(self)[1], params(self).relation]).toEqual(["timebank/self-service", "self"]);
    const [old, young] = [await member(bank, 600), await helper(bank)];
    const body = { members: [old.id, young.id] };
    const home = await bank.app.call("POST", "/v1/communities/lujing/households", { token: bank.admin, body });
    expect(home.status).toBe(201);
    const kin = await act(bank, await ask(bank, old), "accept", young.token);
    expect([refusal(kin)[1], params(kin)]).toEqual([
      "timebank/self-service",
      { volunteer: young.id, person: old.id, relation: "household" },
    ]);
  });

  it("is refused to minors who come alone", async () => {
    const minor = await member(bank, 0, { birthDate: "2012-01-01" });
    const reply = await act(bank, await ask(bank, elder), "accept", minor.token);
    expect([refusal(reply)[1], params(reply)]).toEqual(["timebank/volunteer-age", { age: 14, limit: 18 }]);
  });

  it("is refused where it overlaps another session, with that session's times", async () => {
    const busy = await helper(bank);
    const first = await accepted(bank, elder, busy);
    const overlapping = await ask(bank, elder, { from: later(bank, 2 * HOUR), until: later(bank, 4 * HOUR) });
    const reply = await act(bank, overlapping, "accept", busy.token);
    expect(refusal(reply)).toEqual([409, "timebank/session-overlap"]);
    expect(params(reply)).toEqual({ order: first, from: later(bank, HOUR), until: later(bank, 3 * HOUR) });
    const after = await ask(bank, elder, { from: later(bank, 3 * HOUR), until: later(bank, 4 * HOUR) });
    expect((await act(bank, after, "accept", busy.token)).status).toBe(200);
  });

  it("is refused above the day's cap, with what is used", async () => {
    const eager = await helper(bank);
    const slot = (hour: number, minutes: number) =>
      ask(bank, elder, { minutes, from: later(bank, hour * HOUR), until: later(bank, (hour + 4) * HOUR) });
    expect((await act(bank, await slot(1, 240), "accept", eager.token)).status).toBe(200);
    const over = await act(bank, await slot(5, 135), "accept", eager.token);
    expect([refusal(over)[1], params(over)]).toEqual([
      "timebank/cap",
      { period: "day", limit: 360, used: 240, minutes: 135 },
    ]);
    expect((await act(bank, await slot(5, 120), "accept", eager.token)).status).toBe(200);
  });

  it("is refused when the elder's hours do not suffice, with what is missing", async () => {
    const poor = await member(bank, 45);
    const reply = await act(bank, await ask(bank, poor), "accept", volunteer.token);
    expect([refusal(reply)[1], params(reply)]).toEqual([
      "ledger/insufficient-available",
      { needed: 60, available: 45, missing: 15 },
    ]);
  });

  it("leaves the hold to the order: payer and payee cannot end it in the ledger", async () => {
    const [old, young] = [await member(bank, 600), await helper(bank)];
    await accepted(bank, old, young);
    const holds = await bank.app.call("GET", `/v1/ledger/accounts/${old.id}.minutes/holds`, { token: old.token });
    const { id } = holds.body.items[0];
    for (const [what, token] of [
      ["void", young.token],
      ["void", old.token],
      ["post", bank.steward],
    ] as const) {
      expect(refusal(await bank.post(`/v1/ledger/holds/${id}/${what}`, token))).toEqual([409, "ledger/hold-owned"]);
    }
    bank.app.clock.advance(8 * 24 * HOUR);
    const late = await bank.app.call("GET", `/v1/ledger/holds/${id}`, { token: old.token });
    expect(late.body.state).toBe("open");
  });
});

describe("the service", () => {
  it("cannot end before it began, in state or in time", async () => {
    const order = await accepted(bank, elder, await helper(bank));
    const early = await act(bank, order, "check-out", bank.steward, {});
    expect([refusal(early), params(early)]).toEqual([[409, "timebank/not-checked-in"], { state: "accepted" }]);
    bank.app.clock.advance(HOUR);
    await act(bank, order, "check-in", bank.steward, {});
    const at = later(bank, -MINUTE);
    const before = await act(bank, order, "check-out", bank.steward, { at });
    expect([refusal(before), params(before)]).toEqual([
      [409, "timebank/out-before-in"],
      { checkedInAt: later(bank, 0), checkedOutAt: at },
    ]);
  });

  it("cannot begin outside the agreed time", async () => {
    const order = await accepted(bank, elder, await helper(bank));
    const reply = await act(bank, order, "check-in", bank.steward, {});
    expect([refusal(reply), params(reply)]).toEqual([
      [409, "timebank/outside-window"],
      { from: later(bank, 30 * MINUTE), until: later(bank, 3 * HOUR) },
    ]);
  });

  it("does not count above the session's cap; then both sides, or a steward, put the times right", async () => {
    const young = await helper(bank);
    const order = await accepted(bank, elder, young);
    bank.app.clock.advance(HOUR);
    const start = later(bank, 0);
    await sign(bank, order, "check-in", elder, young);
    bank.app.clock.advance(5 * HOUR);
    const forgotten = await sign(bank, order, "check-out", elder, young);
    expect([refusal(forgotten)[1], params(forgotten)]).toEqual([
      "timebank/session-over-cap",
      { minutes: 300, limit: 240 },
    ]);
    const checkedOutAt = new Date(Date.parse(start) + 55 * MINUTE).toISOString();
    const times = { checkedInAt: start, checkedOutAt, reason: "forgot to sign out" };
    const proposal = await act(bank, order, "correction", young.token, times);
    expect(proposal.body).toMatchObject({ state: "checked-in", proposal: { side: "volunteer", checkedOutAt } });
    const alone = await act(bank, order, "correction", young.token, times);
    expect(alone.body.state).toBe("checked-in");
    const agreed = await act(bank, order, "correction", elder.token, times);
    expect(agreed.body).toMatchObject({ state: "checked-out", measured: 55, credited: 45 });
  });

  it("is not confirmed by the one who served, not even as a steward", async () => {
    const young = await helper(bank);
    const both = await officer(bank.app, "steward", ["lujing"], young.id);
    const order = await served(bank, elder, young, 60);
    expect(refusal(await act(bank, order, "confirm", young.token))).toEqual([403, "auth/forbidden"]);
    expect(refusal(await act(bank, order, "confirm", both))).toEqual([403, "auth/forbidden"]);
  });

  it("is frozen by a dispute, until a mediator awards what is due", async () => {
    const young = await helper(bank);
    const order = await served(bank, elder, young, 60);
    const since = later(bank, 0);
    expect((await act(bank, order, "dispute", elder.token, { reason: "left early" })).body.state).toBe("disputed");
    const frozen = await act(bank, order, "confirm", elder.token);
    expect([refusal(frozen), params(frozen)]).toEqual([[409, "timebank/disputed"], { since }]);
    const much = await act(bank, order, "resolve", bank.steward, { minutes: 75, reason: "?" });
    expect([refusal(much)[1], params(much)]).toEqual(["timebank/award-over-held", { held: 60, minutes: 75 }]);
    const done = await act(bank, order, "resolve", bank.steward, { minutes: 30, reason: "half an hour" });
    expect(done.body).toMatchObject({ state: "resolved", credited: 30 });
    const balance = await bank.app.call("GET", `/v1/ledger/accounts/${young.id}.minutes`, { token: young.token });
    expect(balance.body).toMatchObject({ balance: 30, holdsIn: 0 });
  });

  it("does not exist for strangers once somebody has taken it", async () => {
    const order = await accepted(bank, elder, volunteer);
    const stranger = await helper(bank);
    expect(refusal(await act(bank, order, "confirm", stranger.token))).toEqual([404, "resource/not-found"]);
    const reply = await bank.app.call("GET", `/v1/timebank/orders/${order}`, { token: stranger.token });
    expect(refusal(reply)).toEqual([404, "resource/not-found"]);
  });
});
