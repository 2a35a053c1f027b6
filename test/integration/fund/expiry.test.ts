/** After a fund's last day: what is free leaves it, what comes back later follows, and the fund expires once. */
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

const look = () => runNamed("fund-expiry", chest.app.deps);

interface Expired {
  readonly fund: string;
  readonly grant: string;
  readonly tranches: readonly string[];
}

/** A fund of 1,000,000 fen that expired after it awarded 300,000 of them; so many tranches were paid before. */
const expired = async (paid: number, restriction: object = {}): Promise<Expired> => {
  const year = chest.app.clock.now().getUTCFullYear() + 1;
  const fund = await openFund(chest, { expiresOn: `${year}-12-31`, ...restriction });
  fine(await donate(chest, fund, 1_000_000));
  const { id, who, tranches } = await grantedOn(chest, fund);
  for (const tranche of tranches.slice(0, paid)) await payTranche(chest, tranche, who);
  chest.app.clock.set(`${year + 1}-01-02T00:00:00+08:00`);
  await look();
  return { fund, grant: id, tranches };
};

describe("money that comes back to a fund that has expired and paid all it had promised", () => {
  it("goes where the rest went, whether a tranche was given back or a clawback paid, each once", async () => {
    const heir = await openFund(chest);
    const { fund, grant, tranches } = await expired(2, { expiredTo: heir });
    expect(await fundNow(chest, fund)).toMatchObject({ state: "expired", cash: 0, committed: 0 });
    expect(await fundNow(chest, heir)).toMatchObject({ cash: 700_000 });

    await pass(chest, 3 * DAY);
    fine(await stepTranche(chest, tranches[1] as string, "return"));
    expect(await fundNow(chest, fund)).toMatchObject({ cash: 100_000, available: 100_000 });
    await pass(chest, DAY);
    expect(await fundNow(chest, fund)).toMatchObject({ state: "expired", cash: 0 });

    fine(await decide(chest, grant, "terminate"));
    fine(await decide(chest, grant, "demand-clawback", { amount: 50_000 }));
    fine(await decide(chest, grant, "claw-back", {}, chest.treasurer));
    chest.app.clock.advance(DAY);
    await Promise.all([look(), look()]);
    await look();
    expect(await fundNow(chest, fund)).toMatchObject({ cash: 0, returned: 150_000, transferredOut: 850_000 });
    expect(await fundNow(chest, heir)).toMatchObject({ cash: 850_000, transferredIn: 850_000 });
    expect((await movementsOf(chest, heir)).sort()).toEqual([
      ["expiry-in", 100_000],
      ["expiry-in", 50_000],
      ["expiry-in", 700_000],
    ]);
  });

  it("goes back to the donor where no fund is to have it, and then the fund can be closed", async () => {
    const { fund, tranches } = await expired(2);
    fine(await stepTranche(chest, tranches[0] as string, "return"));
    const close = () => chest.post(`funds/${fund}/close`, chest.admin, { reason: "done" });
    expect(refusal(await close())).toEqual([409, "ledger/account-not-empty"]);
    await pass(chest, DAY);
    expect(await fundNow(chest, fund)).toMatchObject({ cash: 0, returned: 200_000, givenBack: 900_000 });
    expect(fine(await close())).toMatchObject({ state: "closed" });
    const { revision } = await fundNow(chest, fund);
    await pass(chest, DAY);
    expect(await fundNow(chest, fund)).toMatchObject({ state: "closed", revision });
  });
});

describe("a fund", () => {
  it("expires once: while its grants run on, and after, a look that finds nothing free changes nothing", async () => {
    const { fund, grant } = await expired(1);
    const shown = await fundNow(chest, fund);
    expect(shown).toMatchObject({ state: "expired", cash: 100_000, committed: 100_000, givenBack: 700_000 });
    // Every revision of a fund is an event.
    for (let day = 0; day < 3; day++) {
      chest.app.clock.advance(DAY);
      expect(await look()).toMatchObject({ counts: { changed: 0, failed: 0 } });
    }
    expect(await fundNow(chest, fund)).toEqual({ ...shown, unspent: expect.anything() });
    fine(await decide(chest, grant, "terminate"));
    await pass(chest, DAY);
    expect(await fundNow(chest, fund)).toMatchObject({ cash: 0, givenBack: 800_000, revision: shown.revision });
    expect(await look()).toMatchObject({ counts: { changed: 0, failed: 0 } });
  });
});
