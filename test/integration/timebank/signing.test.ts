/** One-time codes: hashed, bounded, of the other side only; and the orders that move by themselves. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { codeKey, toCode, tryCode } from "../../../functions/timebank/store.ts";
import { DAY, HOUR, MINUTE } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import { empower, type Made } from "../residents/world.ts";
import { accepted, act, ask, type Bank, helper, later, member, minutesOf, served, sign, startBank } from "./world.ts";

let bank: Bank;
let elder: Made;
let volunteer: Made;

beforeAll(async () => {
  bank = await startBank();
});
afterAll(() => bank.app.stop());
beforeEach(async () => {
  elder = await member(bank, 6_000);
  volunteer = await helper(bank);
});

const begun = async (): Promise<string> => {
  const order = await accepted(bank, elder, volunteer);
  bank.app.clock.advance(HOUR);
  return order;
};
const issue = (order: string, who: Made, key: string = uuidv7()) =>
  act(bank, order, "codes", who.token, { purpose: "check-in" }, key);
const enter = (order: string, who: Made, code: string, key?: string) =>
  act(bank, order, "check-in", who.token, { code }, key);
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("a code", () => {
  it("is shown again to whoever repeats the request, and stands nowhere in the table", async () => {
    const order = await begun();
    const key = uuidv7();
    const [first, again] = [await issue(order, elder, key), await issue(order, elder, key)];
    expect([first.status, again.body]).toEqual([201, first.body]);
    const page = await bank.app.deps.db.query({ partition: `TO#${order}`, limit: 10 });
    expect(page.items.length).toBeGreaterThan(1);
    expect(JSON.stringify(page.items)).not.toContain(first.body.code);
    expect(JSON.stringify(page.items)).not.toContain(key);
  });

  it("opens to the other side only, once", async () => {
    const order = await begun();
    const { code } = (await issue(order, elder)).body;
    expect(refusal(await enter(order, elder, code))).toEqual([409, "timebank/code-missing"]);
    expect((await enter(order, volunteer, code)).body.state).toBe("checked-in");
    expect(refusal(await enter(order, volunteer, code))).toEqual([409, "timebank/wrong-state"]);
  });

  it("ends when a new one is asked for, and after its minutes", async () => {
    const order = await begun();
    const old = (await issue(order, elder)).body.code;
    const fresh = (await issue(order, elder)).body;
    if (old !== fresh.code) expect(refusal(await enter(order, volunteer, old))[1]).toBe("timebank/code-wrong");
    bank.app.clock.advance(10 * MINUTE);
    const late = await enter(order, volunteer, fresh.code);
    expect([refusal(late)[1], late.body.params]).toEqual(["timebank/code-expired", { expiresAt: fresh.expiresAt }]);
  });

  it("has three attempts, and a replay of a wrong one costs none", async () => {
    const order = await begun();
    const { code } = (await issue(order, elder)).body;
    const key = uuidv7();
    for (const attempt of [1, 2, 3]) {
      const wrong = await enter(order, volunteer, other(code), attempt === 1 ? key : undefined);
      expect([refusal(wrong)[1], wrong.body.params]).toEqual(["timebank/code-wrong", { left: 3 - attempt }]);
      if (attempt === 1)
        expect((await enter(order, volunteer, other(code), key)).body).toMatchObject({ params: wrong.body.params });
    }
    const spent = await enter(order, volunteer, code);
    expect([refusal(spent)[1], spent.body.params]).toEqual(["timebank/code-exhausted", { limit: 3 }]);
  });

  it("is not guessed by forty guesses at once: at most three are compared", async () => {
    const order = await begun();
    const { code } = (await issue(order, elder)).body;
    const guesses = Array.from({ length: 40 }, (_, index) =>
      String((Number(code) + 1 + index) % 1_000_000).padStart(6, "0"),
    );
    const replies = await Promise.all(guesses.map((guess) => enter(order, volunteer, guess)));
    const codes = replies.map((reply) => refusal(reply)[1]);
    expect(codes.filter((each) => each === "timebank/code-wrong")).toHaveLength(3);
    expect(codes.filter((each) => each === "timebank/code-exhausted")).toHaveLength(37);
  });

  it("gives out three attempts however many read it before the first was taken", async () => {
    const order = await begun();
    await issue(order, elder);
    const { db, clock } = bank.app.deps;
    const item = await db.get(codeKey(order, "check-in", "recipient"));
    const seen = toCode(item as NonNullable<typeof item>);
    const write = () => db.commit([tryCode(seen, 3, clock.now().getTime())]);
    const taken = await Promise.all(Array.from({ length: 40 }, write));
    expect(taken.filter(({ ok }) => ok)).toHaveLength(3);
  });

  it("works through a proxy for the elder, who cannot be the volunteer", async () => {
    const order = await begun();
    const child = await helper(bank);
    for (const proxy of [child, volunteer]) {
      expect((await empower(bank, elder.id, proxy.id, { scopes: ["timebank"] })).status).toBe(201);
    }
    const ask = (who: Made) =>
      bank.app.call("POST", `/v1/timebank/orders/${order}/codes`, {
        token: who.token,
        body: { purpose: "check-in" },
        headers: { "linli-acting-for": elder.id },
      });
    expect(refusal(await ask(volunteer))).toEqual([403, "auth/forbidden"]);
    const { code } = (await ask(child)).body;
    expect((await enter(order, volunteer, code)).body.state).toBe("checked-in");
  });
});

describe("a steward", () => {
  it("records what was told by phone, for three days, and never what has not happened", async () => {
    const order = await accepted(bank, elder, volunteer);
    const at = later(bank, HOUR);
    expect(refusal(await act(bank, order, "check-in", bank.steward, { at }))[1]).toBe("timebank/in-future");
    bank.app.clock.advance(2 * DAY);
    const inside = await act(bank, order, "check-in", bank.steward, { at });
    expect(inside.body).toMatchObject({ state: "checked-in", checkedInAt: at });
    const out = new Date(Date.parse(at) + HOUR).toISOString();
    const outside = await act(bank, order, "check-out", bank.steward, { at: out });
    expect(outside.body).toMatchObject({ measured: 60, credited: 60 });
    const late = await accepted(bank, elder, volunteer);
    const then = later(bank, HOUR);
    bank.app.clock.advance(4 * DAY + HOUR);
    const reply = await act(bank, late, "check-in", bank.steward, { at: then });
    expect([refusal(reply)[1], reply.body.params]).toEqual(["timebank/record-too-old", { days: 3 }]);
  });

  it("alone says when something happened", async () => {
    const order = await begun();
    const reply = await act(bank, order, "check-in", volunteer.token, { at: later(bank, -MINUTE) });
    expect(refusal(reply)).toEqual([403, "auth/forbidden"]);
  });
});

describe("by itself", () => {
  const due = () => runNamed("orders-due", bank.app.deps);
  const stateOf = async (order: string) =>
    (await bank.app.call("GET", `/v1/timebank/orders/${order}`, { token: elder.token })).body;

  it("silence confirms after 48 hours, once, however often the job runs", async () => {
    const order = await served(bank, elder, volunteer, 60);
    bank.app.clock.advance(48 * HOUR - 1);
    await due();
    expect((await stateOf(order)).state).toBe("checked-out");
    bank.app.clock.advance(1);
    await Promise.all([due(), due(), act(bank, order, "confirm", elder.token)]);
    await due();
    expect((await stateOf(order)).state).toBe("settled");
    expect(await minutesOf(bank, volunteer)).toMatchObject({ balance: 60, holdsIn: 0 });
  });

  it("what nobody took or served expires and frees its minutes", async () => {
    const [open, taken] = [await ask(bank, elder), await accepted(bank, elder, volunteer)];
    bank.app.clock.advance(3 * HOUR);
    await due();
    expect((await stateOf(open)).state).toBe("expired");
    expect((await stateOf(taken)).state).toBe("accepted");
    bank.app.clock.advance(3 * DAY);
    await due();
    expect((await stateOf(taken)).state).toBe("expired");
    expect(await minutesOf(bank, elder)).toMatchObject({ balance: 6_000, holdsOut: 0 });
  });

  it("a session that nobody ended is frozen, and its volunteer may serve others", async () => {
    const order = await begun();
    await sign(bank, order, "check-in", elder, volunteer);
    bank.app.clock.advance(4 * HOUR + 3 * DAY);
    await due();
    expect(await stateOf(order)).toMatchObject({ state: "disputed", reason: "nobody signed out" });
    expect(await served(bank, elder, volunteer, 30)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
