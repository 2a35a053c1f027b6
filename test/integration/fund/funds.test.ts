/** Funds over HTTP: restricted envelopes of the ledger, income of every kind, and what refuses to leave them. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { persist, refusal } from "../../support/replies.ts";
import { enter } from "../residents/world.ts";
import { findings } from "../timebank/world.ts";
import { type Chest, donate, fine, fundNow, openFund, startChest } from "./world.ts";

let chest: Chest;
beforeAll(async () => {
  chest = await startChest();
});
afterAll(async () => {
  expect(await findings(chest, "cny")).toEqual([]);
  await chest.app.stop();
});

const DOCUMENT = { name: "invoice", ref: "archive 7", sha256: "ab".repeat(32) };

describe("a fund", () => {
  it("shows what lies in it, what stays in it and what may be spent", async () => {
    const fund = await openFund(chest, {}, { reserve: 300 });
    expect(await fundNow(chest, fund)).toMatchObject({ cash: 0, reserved: 300, available: -300, state: "open" });
    await donate(chest, fund, 1_000);
    expect(await fundNow(chest, fund)).toMatchObject({ cash: 1_000, committed: 0, available: 700, income: 1_000 });
  });

  it("is no account that anybody may pay from or into by the ledger's own operations", async () => {
    const fund = await openFund(chest);
    await donate(chest, fund, 1_000);
    const other = await openFund(chest);
    const accounts = [fund, other, (await enter(chest)).id].map((id) => `${id}.cny`);
    const [from, empty, person] = accounts as [string, string, string];
    const attempts = [
      { from, to: person },
      { from, to: empty },
      { from: "lujing~clearing.cny", to: from },
    ];
    for (const attempt of attempts) {
      const body = { ...attempt, amount: 10, category: "thanks" };
      const reply = await chest.app.call("POST", "/v1/ledger/transfers", { token: chest.admin, body });
      expect(refusal(reply)).toEqual([409, "ledger/account-earmarked"]);
    }
    const hold = { from, to: "lujing~clearing.cny", amount: 10, category: "thanks", expiresInSeconds: 60 };
    const held = await chest.app.call("POST", "/v1/ledger/holds", { token: chest.admin, body: hold });
    expect(refusal(held)).toEqual([409, "ledger/account-earmarked"]);
    const frozen = await chest.app.call("PATCH", `/v1/ledger/accounts/${from}`, {
      token: chest.admin,
      body: { status: "frozen", reason: "no" },
      headers: { "if-match": '"1"' },
    });
    expect(refusal(frozen)).toEqual([409, "ledger/account-earmarked"]);
    const [movement] = fine(await chest.get(`funds/${fund}/movements`, chest.auditor)).items;
    const reversal = await chest.app.call("POST", `/v1/ledger/transfers/${movement.transfer}/reversal`, {
      token: chest.admin,
      body: { force: true },
    });
    expect(refusal(reversal)).toEqual([409, "ledger/account-earmarked"]);
    expect(await fundNow(chest, fund)).toMatchObject({ cash: 1_000, available: 1_000 });
  });

  it("closes only when it is empty, and then takes nothing", async () => {
    const fund = await openFund(chest);
    await donate(chest, fund, 10);
    const close = () => chest.post(`funds/${fund}/close`, chest.admin, { reason: "done" });
    expect(refusal(await close())).toEqual([409, "ledger/account-not-empty"]);
    const other = await openFund(chest);
    fine(await chest.post(`funds/${fund}/transfers`, chest.treasurer, { to: other, amount: 10, reason: "move" }));
    expect(fine(await close())).toMatchObject({ state: "closed", cash: 0 });
    expect(refusal(await donate(chest, fund, 10))).toEqual([409, "fund/closed"]);
    expect(refusal(await close())).toEqual([409, "fund/closed"]);
  });

  it("cannot be opened with a higher cap of costs than the district allows", async () => {
    const restriction = { purposes: [], adminCapBps: 1_001 };
    const body = { community: "lujing", name: "Costly", unit: "cny", restriction };
    expect(refusal(await chest.post("funds", chest.admin, body))).toEqual([409, "fund/cap-too-high"]);
  });

  it("is seen by its community and by nobody else", async () => {
    const fund = await openFund(chest);
    expect((await chest.get(`funds/${fund}`, (await enter(chest)).token)).status).toBe(200);
    expect((await chest.get(`funds/${fund}`, chest.outsider)).status).toBe(404);
    expect((await chest.get("funds?community=lujing", chest.outsider)).status).toBe(403);
    const listed = fine(await chest.get("funds?community=lujing&limit=100", chest.auditor)).items;
    expect(listed.map(({ id }: { id: string }) => id)).toContain(fund);
  });
});

describe("income", () => {
  it("of a project is divided to the fen by basis points, once a period, and the same on a replay", async () => {
    const [one, two] = [await openFund(chest), await openFund(chest)];
    const body = {
      ...{ community: "lujing", unit: "cny", kind: "surplus-share", source: "Centre", period: "2026", gross: 100_001 },
      shares: [
        { fund: one, bps: 3_333 },
        { fund: two, bps: 3_333 },
      ],
    };
    const key = uuidv7();
    const first = await chest.post("income", chest.treasurer, body, key);
    expect(fine(first)).toMatchObject({ kept: 33_341, parts: [{ amount: 33_330 }, { amount: 33_330 }] });
    const again = await chest.post("income", chest.treasurer, body, key);
    expect([again.status, again.body, again.headers.get("idempotency-hit")]).toEqual([201, first.body, "true"]);
    expect(refusal(await chest.post("income", chest.treasurer, body))).toEqual([409, "fund/period-taken"]);
    expect(await fundNow(chest, one)).toMatchObject({ cash: 33_330, income: 33_330, adminRoom: 3_333 });
  });

  it("of common parts bears costs up to the cap", async () => {
    const fund = await openFund(chest);
    const common = { kind: "common-parts", period: "2026-06", source: "Lift screens" };
    const over = await donate(chest, fund, 1_000, { ...common, costs: 301 });
    expect([refusal(over), over.body.params.limit]).toEqual([[409, "fund/costs-too-high"], 300]);
    fine(await donate(chest, fund, 1_000, { ...common, costs: 300, shares: [{ fund, bps: 5_000 }] }));
    expect(await fundNow(chest, fund)).toMatchObject({ cash: 350 });
  });

  it("may be a resident's own points, within what they have", async () => {
    const ann = await enter(chest);
    const points = { from: "lujing~issuance.points", to: `${ann.id}.points`, amount: 50, category: "opening" };
    fine(await chest.app.call("POST", "/v1/ledger/transfers", { token: chest.admin, body: points }));
    const fund = await openFund(chest, {}, { unit: "points" });
    const give = (amount: number) => chest.post(`funds/${fund}/donations`, ann.token, { amount });
    expect(fine(await give(40))).toMatchObject({ kind: "donation", amount: 40 });
    expect(refusal(await give(40))).toEqual([409, "ledger/insufficient-available"]);
    expect(await fundNow(chest, fund)).toMatchObject({ cash: 40, income: 40 });
    expect(await findings(chest, "points")).toEqual([]);
  });

  it("is recorded by treasurers of the community alone", async () => {
    const fund = await openFund(chest);
    const body = { community: "lujing", unit: "cny", kind: "donation", source: "A", gross: 5 };
    const reply = await chest.post("income", chest.steward, { ...body, shares: [{ fund, bps: 10_000 }] });
    expect(refusal(reply)).toEqual([403, "auth/forbidden"]);
  });
});

describe("money leaves a fund", () => {
  it("for another fund only where that one can spend it on nothing else", async () => {
    const green = await openFund(chest, { purposes: ["greening", "elder-care"] });
    await donate(chest, green, 1_000);
    const move = (to: string) =>
      chest.post(`funds/${green}/transfers`, chest.treasurer, { to, amount: 100, reason: "x" });
    for (const foreign of [{ purposes: [] }, { purposes: ["greening", "sports"] }]) {
      const reply = await move(await openFund(chest, foreign));
      expect([...refusal(reply), reply.body.params.fund]).toEqual([409, "fund/foreign-purpose", green]);
    }
    const narrow = await openFund(chest, { purposes: ["greening"] });
    fine(await move(narrow));
    expect(await fundNow(chest, green)).toMatchObject({ cash: 900, transferredOut: 100 });
    expect(await fundNow(chest, narrow)).toMatchObject({ cash: 100, transferredIn: 100, income: 0 });
  });

  it("for administrative costs within the cap, however many ask at once", async () => {
    const fund = await openFund(chest, { adminCapBps: 1_000 });
    await donate(chest, fund, 1_000);
    const charge = (key: string) =>
      chest.post(
        `funds/${fund}/admin-costs`,
        chest.treasurer,
        { amount: 30, reason: "print", document: DOCUMENT },
        key,
      );
    const replies = await Promise.all(Array.from({ length: 8 }, () => persist(charge)));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(3);
    const refused = replies.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(["fund/admin-cap"]));
    expect(await fundNow(chest, fund)).toMatchObject({ cash: 910, adminCosts: 90, adminRoom: 10 });
  });

  it("neither in nor out after its last day", async () => {
    const fund = await openFund(chest, { expiresOn: "2026-06-15" });
    fine(await donate(chest, fund, 1_000));
    chest.app.clock.set("2026-06-15T16:00:00Z");
    const reply = await donate(chest, fund, 1_000);
    expect([...refusal(reply), reply.body.params.expiresOn]).toEqual([409, "fund/expired", "2026-06-15"]);
  });
});
