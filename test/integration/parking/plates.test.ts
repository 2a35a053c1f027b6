/** How long a plate is kept: the days of the rules that its booking was made under, whenever and however often. */
import { afterEach, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { DAY } from "../../support/clock.ts";
import { parkingDistrict, testRules } from "../../support/parking.ts";
import { act, book, driver, type Garage, lotIn, must, nextNoon, spaceIn, startGarage, stayIn } from "./world.ts";

let garage: Garage;
afterEach(() => garage.app.stop());

/** A booking that was cancelled now; its plate is kept from here on. */
const endedStay = async () => {
  const owner = await driver(garage);
  const renter = await driver(garage, 1_000);
  const space = await spaceIn(garage, await lotIn(garage), owner);
  nextNoon(garage);
  const { id } = must(await book(garage, renter, stayIn(garage, space)));
  must(await act(garage, id, "cancel", renter.token));
  return { id: id as string, renter };
};
const storedOf = async (id: string) => (await garage.app.deps.db.get({ pk: `GB#${id}`, sk: "B" }))?.pl;
const erase = () => runNamed("bookings-due", garage.app.deps);

it.each([
  ["the district's own number of days", testRules({ plateDays: 7 }), 7],
  ["30 days where the rules name none", testRules(), 30],
] as const)("keeps it %s, to the millisecond, and erases it once", async (_name, rules, days) => {
  garage = await startGarage({ district: parkingDistrict([rules]) });
  const { id, renter } = await endedStay();
  garage.app.clock.advance(days * DAY - 1);
  await erase();
  expect(await storedOf(id)).toMatchObject({ end: "345" });
  garage.app.clock.advance(1);
  const runs = await Promise.all([erase(), erase()]);
  expect(runs.flatMap(({ failures }) => failures)).toEqual([]);
  expect(await storedOf(id)).toBeUndefined();
  const seen = must(await garage.app.call("GET", `/v1/parking/bookings/${id}`, { token: renter.token }));
  expect([seen.plateEnd, seen.state]).toEqual([undefined, "cancelled-by-renter"]);
});

it("keeps the days of the version that the booking was made under", async () => {
  const rules = [testRules({ plateDays: 60 }), testRules({ version: 2, plateDays: 5 })];
  const district = parkingDistrict(rules);
  garage = await startGarage({ district: { ...district, parking: { ...district.parking, current: 1 } as never } });
  const { id } = await endedStay();
  const later = { ...garage.app.deps, district };
  garage.app.clock.advance(60 * DAY - 1);
  await runNamed("bookings-due", later);
  expect(await storedOf(id)).toBeDefined();
  garage.app.clock.advance(1);
  await runNamed("bookings-due", later);
  expect(await storedOf(id)).toBeUndefined();
});
