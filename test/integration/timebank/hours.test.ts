/** Hours outside orders, the care pool, storage caps, groups, and what the policy says of a person and an act. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdOwned, memberAccount, poolAccount } from "../../../functions/ledger/port.ts";
import { shardKey } from "../../../functions/ledger/store/budget.ts";
import { Known } from "../../../functions/shared/command.ts";
import { unitPolicy } from "../../../schemas/district.ts";
import { HOUR } from "../../support/clock.ts";
import type { Reply } from "../../support/harness.ts";
import { refusal } from "../../support/replies.ts";
import { testProfile } from "../../support/timebank.ts";
import { enter, type Made, startWorld } from "../residents/world.ts";
import {
  accepted,
  act,
  ask,
  type Bank,
  findings,
  fund,
  helper,
  later,
  member,
  minutesOf,
  served,
  startBank,
  terms,
} from "./world.ts";

let bank: Bank;
beforeAll(async () => {
  bank = await startBank();
});
afterAll(() => bank.app.stop());

const params = ({ body }: Reply) => body.params;
const list = (who: Made, listed = true) =>
  bank.post(`/v1/timebank/members/${who.id}/care-flag`, bank.steward, { listed, evidence: "visit of 3 June" });
const relate = (a: Made, b: Made, kind: string) =>
  bank.app.call("POST", "/v1/kinships", { token: bank.steward, body: { a: a.id, b: b.id, kind } });

describe("a gift", () => {
  it("reaches lineal relatives, nobody else", async () => {
    const [giver, mother, friend] = [await member(bank, 300), await member(bank), await member(bank)];
    await relate(mother, giver, "parent");
    const gift = (to: Made, minutes = 60) => bank.post("/v1/timebank/gifts", giver.token, { to: to.id, minutes });
    expect((await gift(mother)).body).toMatchObject({ kind: "gift", minutes: 60 });
    expect(await minutesOf(bank, mother)).toMatchObject({ balance: 60, lifetimeEarned: 0 });
    const outside = await gift(friend);
    expect([refusal(outside)[1], params(outside)]).toEqual([
      "timebank/gift-scope",
      { scope: "lineal", relation: "none" },
    ]);
    expect(params(await gift(mother, 255))).toMatchObject({ needed: 255, available: 240, missing: 15 });
    expect(refusal(await gift(mother, 10))[1]).toBe("ledger/step");
  });

  it("does not go around the scope by a plain transfer of the ledger", async () => {
    const [giver, friend] = [await member(bank, 60), await member(bank)];
    const reply = await bank.post("/v1/ledger/transfers", giver.token, {
      from: `${giver.id}.minutes`,
      to: `${friend.id}.minutes`,
      amount: 60,
      category: "gift",
    });
    expect(refusal(reply)).toEqual([409, "ledger/not-transferable"]);
  });
});

describe("the care pool", () => {
  it("pays from donated hours for people on the care list, and never more than it has", async () => {
    const [giver, elder, helperOne] = [await member(bank, 90), await member(bank), await helper(bank)];
    await bank.post("/v1/timebank/donations", giver.token, { community: "lujing", minutes: 90 });
    const asked = () => bank.post("/v1/timebank/orders", elder.token, terms(bank, { payer: "care-pool" }));
    expect(refusal(await asked())[1]).toBe("timebank/no-care-need");
    await list(elder);
    const order = (await asked()).body.id;
    expect((await act(bank, order, "accept", helperOne.token)).body.held).toBe(60);
    const poor = await act(bank, (await asked()).body.id, "accept", (await helper(bank)).token);
    expect([refusal(poor)[1], params(poor)]).toMatchObject(["ledger/budget-exhausted", { available: 30, needed: 60 }]);
    await act(bank, order, "cancel", elder.token, { reason: "in hospital" });
    const again = await served(bank, elder, helperOne, 45, { payer: "care-pool" });
    await act(bank, again, "confirm", elder.token);
    expect(await minutesOf(bank, helperOne)).toMatchObject({ balance: 45 });
    const rest = await act(bank, (await asked()).body.id, "accept", (await helper(bank)).token);
    expect(params(rest)).toMatchObject({ available: 45, needed: 60 });
    expect(await findings(bank)).toEqual([]);
  });
});

describe("a seed grant", () => {
  it("goes to the listed, within the person's limit and the pool's hard budget, by somebody else", async () => {
    const elder = await member(bank);
    const grant = (minutes: number, to = elder) =>
      bank.post("/v1/timebank/seed-grants", bank.steward, { to: to.id, minutes, evidence: "lives alone" });
    expect(refusal(await grant(60))[1]).toBe("timebank/no-care-need");
    await list(elder);
    const empty = await grant(60);
    expect([refusal(empty)[1], params(empty)]).toMatchObject(["ledger/budget-exhausted", { available: 0, needed: 60 }]);
    await fund(bank, "seed", 900);
    expect((await grant(480)).status).toBe(201);
    const over = await grant(135);
    expect([refusal(over)[1], params(over)]).toEqual(["timebank/seed-limit", { limit: 600, used: 480, minutes: 135 }]);
    const others = await Promise.all([member(bank), member(bank), member(bank)]);
    for (const other of others) await list(other);
    const replies = await Promise.all(others.map((other) => grant(210, other)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
    expect(await findings(bank)).toEqual([]);
  });
});

describe("the storage cap", () => {
  it("sends what comes above it to the care pool, and honour counts all the same", async () => {
    const capped = await startBank([testProfile({ storage: { capMinutes: 90, above: "donate" } })]);
    const [elder, volunteer] = [await member(capped, 600), await helper(capped)];
    for (const creditTo of ["member", "care-pool"]) {
      const order = await served(capped, elder, volunteer, 60);
      expect((await act(capped, order, "confirm", elder.token)).body.creditTo).toBe(creditTo);
    }
    expect(await minutesOf(capped, volunteer)).toMatchObject({ balance: 60 });
    expect(await minutesOf(capped, elder)).toMatchObject({ balance: 480 });
    const honoured = await capped.app.call("GET", `/v1/timebank/members/${volunteer.id}`, { token: volunteer.token });
    expect(honoured.body).toMatchObject({ honourMinutes: 120, stars: 1 });
    const fresh = await member(capped);
    await capped.post(`/v1/timebank/members/${fresh.id}/care-flag`, capped.steward, {
      listed: true,
      evidence: "visit",
    });
    const paid = await accepted(capped, fresh, await helper(capped), { payer: "care-pool" });
    expect(paid).toMatch(/^[0-9a-f-]{36}$/);
    expect(await findings(capped)).toEqual([]);
    await capped.app.stop();
  });
});

describe("a care pool that is used up", () => {
  it("refuses together with what the payee's account says, which may send the hours elsewhere", async () => {
    const full = await member(bank, 75);
    const { deps } = bank.app;
    const [pool, to] = [poolAccount("lujing", "seed", "minutes"), memberAccount(full.id, "minutes")];
    const spareRoom = (unitPolicy(deps.district, "minutes")?.ceiling ?? 0) - 90;
    const link = { type: "order", id: uuidv7() };
    const order = { id: uuidv7(), owner: "timebank", link, from: pool, to, amount: 60, category: "company" };
    // A first try met a shard alone: of the account the database said nothing, as of a conflict.
    const known = new Known();
    known.set(shardKey(pool, 0), null);
    const actor = { id: full.id, roles: ["resident" as const], communities: ["lujing"], district: deps.district.id };
    const untilMs = Date.parse(later(bank, HOUR));
    const held = await holdOwned({ ...order, untilMs, spareRoom }, { actor }, known, deps);
    const codes = "refusals" in held ? held.refusals.map(({ code }) => code) : [];
    expect(codes).toEqual(["ledger/ceiling", "ledger/budget-exhausted"]);
  });
});

describe("a group's service", () => {
  const attendance = (volunteers: readonly Made[], fields = {}) => ({
    community: "lujing",
    category: "canteen",
    from: later(bank, -3 * HOUR),
    until: later(bank, -HOUR),
    volunteers: volunteers.map(({ id }) => id),
    ...fields,
  });

  it("goes to the care pool whole, and each member's honour counts", async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => helper(bank)));
    const reply = await bank.post("/v1/timebank/group-services", bank.steward, attendance(people));
    expect(reply.body).toMatchObject({ minutesGo: "to-care-pool" });
    expect(reply.body.attendance.map(({ minutes }: { minutes: number }) => minutes)).toEqual([120, 120, 120, 120, 120]);
    const [one] = people as [Made];
    expect(await minutesOf(bank, one)).toMatchObject({ balance: 0 });
    const honoured = await bank.app.call("GET", `/v1/timebank/members/${one.id}`, { token: one.token });
    expect(honoured.body).toMatchObject({ honourMinutes: 120, stars: 1 });
    const twice = await bank.post("/v1/timebank/group-services", bank.steward, attendance([one]));
    expect(refusal(twice)[1]).toBe("timebank/session-overlap");
  });

  it("goes to the members where the policy says so: twenty in one transaction", async () => {
    const rich = await startBank([testProfile({ groups: { minutesGo: "to-members" } })]);
    const people: Made[] = [];
    for (let index = 0; index < 20; index++) people.push(await helper(rich));
    const body = { ...attendance(people), from: later(rich, -3 * HOUR), until: later(rich, -HOUR) };
    const reply = await rich.post("/v1/timebank/group-services", rich.steward, body);
    expect(reply.status).toBe(201);
    for (const person of people)
      expect(await minutesOf(rich, person)).toMatchObject({ balance: 120, lifetimeEarned: 120 });
    expect(await findings(rich)).toEqual([]);
    await rich.app.stop();
  });
});

describe("a change of profile", () => {
  it("applies to new orders only", async () => {
    const [old, fresh] = [testProfile(), testProfile({ version: 2, rounding: { stepMinutes: 60, mode: "down" } })];
    const before = await startBank([old]);
    const [elder, volunteer] = [await member(before, 600), await helper(before)];
    const order = await accepted(before, elder, volunteer);
    const district = before.app.district as { timebank: object };
    Object.assign(district, { timebank: { ...district.timebank, profiles: [old, fresh], current: "test@2" } });
    const done = await before.app.call("GET", `/v1/timebank/orders/${order}`, { token: elder.token });
    expect(done.body).toMatchObject({ policy: "test@1", held: 60 });
    before.app.clock.advance(HOUR);
    await act(before, order, "check-in", before.steward);
    before.app.clock.advance(0.75 * HOUR);
    expect((await act(before, order, "check-out", before.steward)).body).toMatchObject({ measured: 45, credited: 45 });
    const later = await served(before, elder, await helper(before), 45);
    const shown = await before.app.call("GET", `/v1/timebank/orders/${later}`, { token: elder.token });
    expect(shown.body).toMatchObject({ policy: "test@2", credited: 0 });
    expect((await act(before, later, "confirm", elder.token)).body).toMatchObject({ state: "settled", credited: 0 });
    expect(await findings(before)).toEqual([]);
    await before.app.stop();
  });

  it("may leave payment to the calendar: confirmed first, settled by a steward until a job does it", async () => {
    const slow = await startBank([testProfile({ settlement: "calendar" })]);
    const [elder, volunteer] = [await member(slow, 600), await helper(slow)];
    const order = await served(slow, elder, volunteer, 60);
    expect((await act(slow, order, "confirm", elder.token)).body.state).toBe("confirmed");
    expect(await minutesOf(slow, elder)).toMatchObject({ balance: 600, holdsOut: 60 });
    const replies = await Promise.all(Array.from({ length: 8 }, () => act(slow, order, "settle", slow.steward)));
    expect(replies.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(await minutesOf(slow, elder)).toMatchObject({ balance: 540, holdsOut: 0 });
    await slow.app.stop();
  });
});

describe("policy:explain", () => {
  const explain = (token: string, body: object) => bank.post("/v1/timebank/policy:explain", token, body);
  const verdict = (reply: Reply, rule: string) =>
    reply.body.verdicts.find((each: { rule: string }) => each.rule === rule);

  it("says of each rule whether it holds, and the number behind it", async () => {
    const young = await member(bank, 0, { birthDate: "1980-06-15" });
    const reply = await explain(young.token, { act: "redeem", person: young.id });
    expect(reply.body).toMatchObject({ policy: "test@1", allowed: false });
    expect(verdict(reply, "redemption-age")).toEqual({
      rule: "redemption-age",
      pass: false,
      code: "timebank/too-young",
      params: { age: 46, limit: 60 },
    });
    expect(verdict(reply, "redemption-for")).toMatchObject({ pass: true });
    const attempt = await bank.post("/v1/timebank/orders", young.token, terms(bank));
    expect([refusal(attempt)[1], params(attempt)]).toEqual(["timebank/too-young", { age: 46, limit: 60 }]);
  });

  it("counts what a volunteer has taken on", async () => {
    const [elder, volunteer] = [await member(bank, 600), await helper(bank)];
    await accepted(bank, elder, volunteer, { minutes: 240, until: later(bank, 5 * HOUR) });
    const reply = await explain(volunteer.token, { act: "serve", person: volunteer.id, minutes: 135 });
    expect(verdict(reply, "cap-day")).toMatchObject({ pass: false, params: { limit: 360, used: 240, minutes: 135 } });
  });

  it("tells nobody else's age", async () => {
    const [one, other] = [await member(bank), await member(bank)];
    expect(refusal(await explain(one.token, { act: "redeem", person: other.id }))).toEqual([404, "resource/not-found"]);
    const own = await explain(one.token, { act: "redeem", person: one.id, other: other.id });
    expect(verdict(own, "redemption-age").params).not.toHaveProperty("age");
    expect((await explain(bank.steward, { act: "redeem", person: other.id })).status).toBe(200);
  });
});

describe("a district without a time bank", () => {
  it("says so", async () => {
    const plain = await startWorld();
    const who = await enter(plain);
    const reply = await plain.app.call("GET", "/v1/timebank/policies", { token: who.token });
    expect(refusal(reply)).toEqual([404, "timebank/not-offered"]);
    await plain.app.stop();
  });
});

describe("an offer", () => {
  it("is made, changed under its revision, listed for stewards, and withdrawn", async () => {
    const volunteer = await helper(bank);
    const availability = [
      { start: "2026-06-20T09:00:00", zone: "Asia/Shanghai", minutes: 120, rule: "FREQ=WEEKLY;BYDAY=SA" },
    ];
    const body = { community: "lujing", skills: ["reading"], areas: ["wtqw"], availability };
    const made = await bank.post("/v1/timebank/offers", volunteer.token, body);
    expect(made.body).toMatchObject({ volunteer: volunteer.id, state: "open", availability });
    const change = (match: string, state: string) =>
      bank.app.call("PATCH", `/v1/timebank/offers/${made.body.id}`, {
        token: volunteer.token,
        body: { state },
        headers: { "if-match": match },
      });
    const listed = () => bank.app.call("GET", "/v1/timebank/offers?community=lujing", { token: bank.steward });
    expect((await listed()).text).toContain(made.body.id);
    expect((await change('"1"', "withdrawn")).body).toMatchObject({ state: "withdrawn", revision: 2 });
    expect(refusal(await change('"1"', "open"))).toEqual([412, "request/stale"]);
    expect((await listed()).text).not.toContain(made.body.id);
    const wrong = { ...body, availability: [{ ...availability[0], rule: "FREQ=HOURLY" }] };
    expect(refusal(await bank.post("/v1/timebank/offers", volunteer.token, wrong))).toEqual([400, "request/invalid"]);
  });

  it("of a time that never occurs is refused with the place and the reason", async () => {
    const volunteer = await helper(bank);
    const never = {
      start: "2026-06-20T09:00",
      zone: "Asia/Shanghai",
      minutes: 60,
      rule: "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    };
    const offer = {
      community: "lujing",
      skills: ["reading"],
      areas: [],
      availability: [{ ...never, rule: "FREQ=DAILY" }, never],
    };
    const reply = await bank.post("/v1/timebank/offers", volunteer.token, offer);
    expect(refusal(reply)).toEqual([400, "request/invalid"]);
    expect(reply.body.errors).toEqual([
      { field: "/availability/1/rule", reason: "never occurs within 40 years of its start" },
    ]);
  });
});

describe("a rating", () => {
  it("is given once by each side, after confirmation", async () => {
    const [elder, volunteer] = [await member(bank, 600), await helper(bank)];
    const order = await served(bank, elder, volunteer, 60);
    const rate = (who: Made, stars: number) => act(bank, order, "ratings", who.token, { stars });
    expect(refusal(await rate(elder, 5))[1]).toBe("timebank/wrong-state");
    await act(bank, order, "confirm", elder.token);
    expect((await rate(elder, 5)).body).toEqual({ order, side: "recipient", stars: 5 });
    expect((await rate(volunteer, 4)).body).toEqual({ order, side: "volunteer", stars: 4 });
    expect(refusal(await rate(elder, 1))).toEqual([409, "timebank/already-rated"]);
    const seen = await bank.app.call("GET", `/v1/timebank/members/${volunteer.id}`, { token: volunteer.token });
    expect(seen.body.ratings).toEqual({ count: 1, sum: 5 });
  });
});

describe("a request that a steward checks first", () => {
  it("is a draft until it is published or declined, and nobody takes it before", async () => {
    const checked = await startBank([testProfile({ publication: { stewardChecks: true } })]);
    const [elder, volunteer] = [await member(checked, 600), await helper(checked)];
    const order = await ask(checked, elder);
    expect(refusal(await act(checked, order, "accept", volunteer.token))).toEqual([404, "resource/not-found"]);
    expect((await act(checked, order, "publish", checked.steward)).body.state).toBe("requested");
    const named = await act(checked, order, "match", elder.token, { volunteer: volunteer.id });
    expect(named.body).toMatchObject({ state: "matched", volunteer: volunteer.id });
    expect(refusal(await act(checked, order, "accept", (await helper(checked)).token))[0]).toBe(404);
    expect((await act(checked, order, "decline-match", volunteer.token)).body.state).toBe("requested");
    const second = await ask(checked, elder);
    const declined = await act(checked, second, "decline-request", checked.steward, { reason: "not care" });
    expect(declined.body).toMatchObject({ state: "declined", reason: "not care" });
    await checked.app.stop();
  });
});
