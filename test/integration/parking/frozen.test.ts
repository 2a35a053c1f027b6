/** A stay ends whatever has become of its renter's account since: what was held pays for it, and nothing else does. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { DAY, HOUR } from "../../support/clock.ts";
import type { Made } from "../residents/world.ts";
import { findings } from "../timebank/world.ts";
import {
  act,
  book,
  driver,
  type Garage,
  lotIn,
  must,
  nextNoon,
  pointsOf,
  spaceIn,
  startGarage,
  stayIn,
} from "./world.ts";

let garage: Garage;
let owner: Made;
let lot: string;

beforeAll(async () => {
  garage = await startGarage();
  owner = await driver(garage);
  lot = await lotIn(garage);
});
afterAll(() => garage.app.stop());
beforeEach(() => nextNoon(garage));

/** A renter with 100 points, and their stay of two hours (20 points: 18 to the owner). */
const booked = async () => {
  const renter = await driver(garage, 100);
  const { id } = must(await book(garage, renter, stayIn(garage, await spaceIn(garage, lot, owner))));
  return { renter, id: id as string, owners: (await pointsOf(garage, owner)).balance as number };
};
const freeze = async (who: Made): Promise<void> => {
  const path = `/v1/ledger/accounts/${who.id}.points`;
  const seen = await garage.app.call("GET", path, { token: garage.admin });
  const headers = { "if-match": seen.headers.get("etag") ?? "" };
  const body = { status: "frozen", reason: "lost telephone" };
  must(await garage.app.call("PATCH", path, { token: garage.admin, body, headers }));
};
const gained = async ({ owners }: { readonly owners: number }) => (await pointsOf(garage, owner)).balance - owners;
const points = async (who: Made) => {
  const { balance, holdsOut, available } = await pointsOf(garage, who);
  return { balance, holdsOut, available };
};
describe("a renter whose account was frozen after they booked", () => {
  it("and who does not come has paid when the job ends the stay, once", async () => {
    const stay = await booked();
    await freeze(stay.renter);
    garage.app.clock.advance(2 * HOUR);
    expect((await runNamed("bookings-due", garage.app.deps)).counts).toMatchObject({ changed: 1, failed: 0 });
    expect((await runNamed("bookings-due", garage.app.deps)).counts).toMatchObject({ changed: 0, failed: 0 });
    expect([await points(stay.renter), await gained(stay)]).toEqual([{ balance: 80, holdsOut: 0, available: 80 }, 18]);
    expect(await findings(garage, "points")).toEqual([]);
  });

  it("pays what was held when they leave; a fee beside it is owed, and stays so while it is frozen", async () => {
    const stay = await booked();
    garage.app.clock.advance(HOUR);
    must(await act(garage, stay.id, "check-in", stay.renter.token));
    await freeze(stay.renter);
    garage.app.clock.advance(4 * HOUR);
    const ended = must(await act(garage, stay.id, "check-out", stay.renter.token));
    expect(ended).toMatchObject({ state: "completed", paid: 20, owed: 40 });
    expect([await points(stay.renter), await gained(stay)]).toEqual([{ balance: 80, holdsOut: 0, available: 80 }, 18]);
    const debt = await act(garage, stay.id, "pay", stay.renter.token);
    expect([debt.status, debt.body.code]).toEqual([409, "ledger/account-frozen"]);
    expect(await findings(garage, "points")).toEqual([]);
  });

  it("pays the part that the rules keep when they cancel, and gets the rest free", async () => {
    const renter = await driver(garage, 100);
    const owners = (await pointsOf(garage, owner)).balance as number;
    const times = { from: new Date(garage.app.clock.now().getTime() + DAY).toISOString() };
    const until = new Date(garage.app.clock.now().getTime() + DAY + 2 * HOUR).toISOString();
    const stay = stayIn(garage, await spaceIn(garage, lot, owner), { ...times, until });
    const { id } = must(await book(garage, renter, stay));
    await freeze(renter);
    garage.app.clock.advance(HOUR);
    expect(must(await act(garage, id, "cancel", renter.token))).toMatchObject({ paid: 10 });
    expect([await points(renter), await gained({ owners })]).toEqual([{ balance: 90, holdsOut: 0, available: 90 }, 9]);
    expect(await findings(garage, "points")).toEqual([]);
  });

  it("reserves nothing more: no longer stay, no other one", async () => {
    const stay = await booked();
    await freeze(stay.renter);
    const until = new Date(garage.app.clock.now().getTime() + 4 * HOUR).toISOString();
    const longer = await act(garage, stay.id, "extend", stay.renter.token, { until });
    const other = await book(garage, stay.renter, stayIn(garage, await spaceIn(garage, lot, owner)));
    expect([longer.body.code, other.body.code]).toEqual(["ledger/account-frozen", "ledger/account-frozen"]);
    expect(await points(stay.renter)).toEqual({ balance: 100, holdsOut: 20, available: 80 });
  });
});
