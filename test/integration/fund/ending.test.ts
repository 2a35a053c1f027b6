/** A fund that has a reserve can end, and what comes back of its grants after that goes where its rest went. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { DAY } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import { findings } from "../timebank/world.ts";
import {
  type Chest,
  decide,
  donate,
  fine,
  fundNow,
  grantedOn,
  movementsOf,
  openFund,
  pass,
  payTranche,
  startChest,
  stepTranche,
} from "./world.ts";

let chest: Chest;
beforeAll(async () => {
  chest = await startChest();
});
afterAll(async () => {
  expect(await findings(chest, "cny")).toEqual([]);
  await chest.app.stop();
});

const close = (fund: string, key?: string) => chest.post(`funds/${fund}/close`, chest.admin, { reason: "done" }, key);
const nextYear = () => chest.app.clock.now().getUTCFullYear() + 1;

describe("the reserve of a fund", () => {
  it("stays while the fund is open, and goes with the rest after its last day, once", async () => {
    const heir = await openFund(chest);
    const year = nextYear();
    const fund = await openFund(chest, { expiresOn: `${year}-12-31`, expiredTo: heir }, { reserve: 300_000 });
    fine(await donate(chest, fund, 1_000_000));
    const { id } = await grantedOn(chest, fund);
    expect(await fundNow(chest, fund)).toMatchObject({ committed: 300_000, reserved: 300_000, available: 400_000 });
    chest.app.clock.set(`${year + 1}-01-02T00:00:00+08:00`);
    const look = () => runNamed("fund-expiry", chest.app.deps);
    await Promise.all([look(), look()]);
    await look();
    expect(await fundNow(chest, fund)).toMatchObject({
      ...{ state: "expired", cash: 300_000, committed: 300_000, reserved: 0, available: 0, transferredOut: 700_000 },
    });
    fine(await decide(chest, id, "terminate"));
    await pass(chest, DAY);
    expect(await fundNow(chest, fund)).toMatchObject({ cash: 0, reserved: 0, available: 0 });
    expect(await fundNow(chest, heir)).toMatchObject({ cash: 1_000_000, transferredIn: 1_000_000 });
    expect(fine(await close(fund))).toMatchObject({ state: "closed", cash: 0 });
  });

  it("that was never filled keeps no fund from ending either", async () => {
    const year = nextYear();
    const fund = await openFund(chest, { expiresOn: `${year}-06-30` }, { reserve: 500 });
    fine(await donate(chest, fund, 200));
    expect(await fundNow(chest, fund)).toMatchObject({ cash: 200, available: -300 });
    chest.app.clock.set(`${year}-07-01T00:00:00+08:00`);
    await pass(chest, 0);
    expect(await fundNow(chest, fund)).toMatchObject({ state: "expired", cash: 0, reserved: 0, givenBack: 200 });
    fine(await close(fund));
  });

  it("is all that a fund may still hold when it is closed, and goes to the fund that is to have it, once", async () => {
    const heir = await openFund(chest);
    const fund = await openFund(chest, { expiredTo: heir }, { reserve: 300 });
    fine(await donate(chest, fund, 1_000));
    const early = await close(fund);
    expect([refusal(early), early.body.params.balance]).toEqual([[409, "ledger/account-not-empty"], 1_000]);
    const other = await openFund(chest);
    const move = { to: other, amount: 700, reason: "elsewhere" };
    fine(await chest.post(`funds/${fund}/transfers`, chest.treasurer, move));
    const key = uuidv7();
    const replies = await Promise.all([1, 2, 3].map(() => close(fund, key)));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    const closed = fine(replies[0] as (typeof replies)[0]);
    expect(closed).toMatchObject({ state: "closed", cash: 0, reserved: 0, available: 0, transferredOut: 1_000 });
    expect(closed).toEqual({ ...(await fundNow(chest, fund)), unspent: undefined });
    expect(await movementsOf(chest, heir)).toEqual([["expiry-in", 300]]);
  });

  it("goes back to the donor where no fund is to have it", async () => {
    const fund = await openFund(chest, {}, { reserve: 300 });
    fine(await donate(chest, fund, 300));
    expect(fine(await close(fund))).toMatchObject({ state: "closed", cash: 0, givenBack: 300 });
  });

  it("is moved once by closing and expiry at the same time", async () => {
    const year = nextYear();
    const fund = await openFund(chest, { expiresOn: `${year}-03-31` }, { reserve: 300 });
    fine(await donate(chest, fund, 300));
    chest.app.clock.set(`${year}-04-01T00:00:00+08:00`);
    await Promise.all([close(fund), runNamed("fund-expiry", chest.app.deps)]);
    await close(fund);
    expect(await fundNow(chest, fund)).toMatchObject({ state: "closed", cash: 0, givenBack: 300 });
    expect(await movementsOf(chest, fund)).toEqual([
      ["given-back", 300],
      ["donation", 300],
    ]);
  });
});

describe("what comes back of a grant whose fund has been closed", () => {
  /** A fund that paid both tranches of a grant, 300,000 fen, and was closed when the rest had gone. */
  const ended = async (restriction: Readonly<Record<string, unknown>> = {}) => {
    const fund = await openFund(chest, restriction);
    fine(await donate(chest, fund, 300_000));
    const grant = await grantedOn(chest, fund);
    for (const tranche of grant.tranches) await payTranche(chest, tranche, grant.who);
    fine(await close(fund));
    return { fund, ...grant };
  };
  const clawBack = async (grant: string, amount: number) => {
    fine(await decide(chest, grant, "terminate"));
    fine(await decide(chest, grant, "demand-clawback", { amount }));
    return decide(chest, grant, "claw-back", {}, chest.treasurer);
  };

  it("goes through it to the fund that takes what is left, a tranche as well as a clawback", async () => {
    const heir = await openFund(chest);
    const { fund, id, tranches } = await ended({ expiredTo: heir });
    expect(fine(await stepTranche(chest, tranches[1] as string, "return"))).toMatchObject({ state: "returned" });
    expect(fine(await clawBack(id, 150_000))).toMatchObject({ state: "clawed-back", returned: 250_000 });
    expect(await fundNow(chest, fund)).toMatchObject({
      ...{ state: "closed", cash: 0, returned: 250_000, transferredOut: 250_000, givenBack: 0 },
    });
    expect(await fundNow(chest, heir)).toMatchObject({ cash: 250_000, transferredIn: 250_000 });
    expect((await movementsOf(chest, heir)).map(String).sort()).toEqual(["expiry-in,100000", "expiry-in,150000"]);
    const account = await chest.app.call("GET", `/v1/ledger/accounts/${fund}.cny`, { token: chest.admin });
    expect(account.body).toMatchObject({ status: "closed", balance: 0 });
  });

  it("is given back where no fund takes it, or that one is closed too", async () => {
    const heir = await openFund(chest);
    fine(await close(heir));
    for (const restriction of [{}, { expiredTo: heir }]) {
      const { fund, tranches } = await ended(restriction);
      fine(await stepTranche(chest, tranches[0] as string, "return"));
      const shown = { state: "closed", cash: 0, returned: 200_000, givenBack: 200_000, transferredOut: 0 };
      expect(await fundNow(chest, fund)).toMatchObject(shown);
      const [out, back] = await movementsOf(chest, fund);
      expect([out, back].map(String).sort()).toEqual(["given-back,200000", "return,200000"]);
    }
  });

  it("is in the fund or beyond it, never in between, when it comes as the fund is closed", async () => {
    const fund = await openFund(chest);
    fine(await donate(chest, fund, 300_000));
    const { tranches, who } = await grantedOn(chest, fund);
    const early = await close(fund);
    expect([refusal(early), early.body.params.held]).toEqual([[409, "ledger/account-not-empty"], 300_000]);
    for (const tranche of tranches) await payTranche(chest, tranche, who);
    const [back, closed] = await Promise.all([stepTranche(chest, tranches[0] as string, "return"), close(fund)]);
    fine(back);
    const { state, cash, givenBack } = await fundNow(chest, fund);
    const after = closed.status < 300 ? ["closed", 0, 200_000] : ["open", 200_000, 0];
    expect([state, cash, givenBack]).toEqual(after);
  });

  it("is still no more than was paid", async () => {
    const { id, tranches } = await ended();
    fine(await stepTranche(chest, tranches[1] as string, "return"));
    fine(await decide(chest, id, "terminate"));
    const over = await decide(chest, id, "demand-clawback", { amount: 200_001 });
    expect([refusal(over), over.body.params.limit]).toEqual([[409, "fund/over-paid"], 200_000]);
  });

  it("is points out of the grantee's own account, while they have them", async () => {
    const heir = await openFund(chest, {}, { unit: "points" });
    const fund = await openFund(chest, { expiredTo: heir }, { unit: "points" });
    fine(await donate(chest, fund, 500, { unit: "points" }));
    const plan = { tranches: [{ amount: 500, condition: "poster" }] };
    const { who, tranches } = await grantedOn(chest, fund, plan);
    await payTranche(chest, tranches[0] as string, who);
    fine(await close(fund));
    fine(await stepTranche(chest, tranches[0] as string, "return"));
    expect(await fundNow(chest, heir)).toMatchObject({ cash: 500 });
    const account = await chest.app.call("GET", `/v1/ledger/accounts/${who.id}.points`, { token: who.token });
    expect(account.body).toMatchObject({ balance: 0 });
    expect(await findings(chest, "points")).toEqual([]);
  });
});
