/** After a fund's last day: what is free leaves it, what comes back later follows, and the fund expires once. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { DAY } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import {
  approvedOn,
  type Chest,
  DOCUMENT,
  decide,
  donate,
  fine,
  fundNow,
  openFund,
  pass,
  startChest,
} from "./world.ts";

let chest: Chest;

beforeAll(async () => {
  chest = await startChest();
});
afterAll(() => chest.app.stop());

const look = () => runNamed("fund-expiry", chest.app.deps);
const movements = async (fund: string) =>
  fine(await chest.get(`funds/${fund}/movements`, chest.auditor)).items.map(
    ({ kind, amount }: { kind: string; amount: number }) => [kind, amount],
  );

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
  const { applications, people } = await approvedOn(chest, fund, [{}]);
  const [grant] = applications as [string];
  fine(await decide(chest, grant, "award", {}, chest.treasurer));
  fine(await decide(chest, grant, "sign", { document: DOCUMENT }));
  fine(await decide(chest, grant, "start"));
  const { tranches } = fine(await chest.get(`applications/${grant}`, chest.auditor));
  const ids = tranches.map(({ id }: { id: string }) => id) as string[];
  for (const id of ids.slice(0, paid)) {
    const evidence = { evidence: [DOCUMENT], reason: "done" };
    fine(await chest.post(`tranches/${id}/evidence`, people[0]?.token as string, evidence));
    for (const token of [chest.treasurer, chest.admin]) fine(await step(id, "approve", token));
    fine(await step(id, "pay"));
  }
  chest.app.clock.set(`${year + 1}-01-02T00:00:00+08:00`);
  await look();
  return { fund, grant, tranches: ids };
};

const step = (tranche: string, command: string, token = chest.treasurer, key = uuidv7()) =>
  chest.post(`tranches/${tranche}/steps`, token, { command, reason: "checked" }, key);

describe("money that comes back to a fund that has expired and paid all it had promised", () => {
  it("goes where the rest went, whether a tranche was given back or a clawback paid, each once", async () => {
    const heir = await openFund(chest);
    const { fund, grant, tranches } = await expired(2, { expiredTo: heir });
    expect(await fundNow(chest, fund)).toMatchObject({ state: "expired", cash: 0, committed: 0 });
    expect(await fundNow(chest, heir)).toMatchObject({ cash: 700_000 });

    await pass(chest, 3 * DAY);
    fine(await step(tranches[1] as string, "return"));
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
    expect((await movements(heir)).sort()).toEqual([
      ["expiry-in", 100_000],
      ["expiry-in", 50_000],
      ["expiry-in", 700_000],
    ]);
  });

  it("goes back to the donor where no fund is to have it, and then the fund can be closed", async () => {
    const { fund, tranches } = await expired(2);
    fine(await step(tranches[0] as string, "return"));
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
