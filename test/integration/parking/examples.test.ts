/** The examples of shared parking's operations, sent as they stand: each request does what its operation is for. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANN, BO, BUILDING, ITEM } from "../../../schemas/examples/ids.ts";
import { parkingExamples } from "../../../schemas/examples/parking.ts";
import { parkingOperations } from "../../../schemas/parking/operations.ts";
import { HOUR } from "../../support/clock.ts";
import type { Made } from "../residents/world.ts";
import {
  ALWAYS,
  act,
  book,
  type Garage,
  lotIn,
  must,
  nextNoon,
  openSpace,
  spaceIn,
  startGarage,
  stayIn,
} from "./world.ts";

const sent = new Set<string>();
let garage: Garage;
let ann: Made;
let bo: Made;

const resident = async (id: string): Promise<Made> => {
  const path = "/v1/communities/lujing/residents";
  must(await garage.app.call("POST", path, { token: garage.admin, body: { name: "王秀英" }, key: id }));
  return { id, token: await garage.app.token({ sub: id }) };
};

/** The body of an operation's example, in Chinese or English. */
const bodyOf = (id: string, english: boolean): object => {
  sent.add(id);
  const example = parkingExamples[id];
  return (english ? (example?.requestEn ?? example?.request) : example?.request) as object;
};

describe.each([
  ["Chinese", false],
  ["English", true],
] as const)("in %s", (_, english) => {
  const step = async (id: string, booking: string, path: string, token: string) =>
    must(await act(garage, booking, path, token, bodyOf(id, english)));
  const bookBo = async (): Promise<string> =>
    must(await garage.post("/v1/parking/bookings", bo.token, bodyOf("createBooking", english))).id;

  beforeAll(async () => {
    garage = await startGarage({ now: "2026-11-25T01:00:00Z" });
    [ann, bo] = [await resident(ANN), await resident(BO)];
    const order = { from: "lujing~issuance.points", to: `${BO}.points`, amount: 500, category: "opening" };
    must(await garage.post("/v1/ledger/transfers", garage.admin, order));
    must(await garage.post("/v1/ledger/pools/lujing~property.points/fund", garage.admin, { amount: 50 }));
    const lot = must(await garage.post("/v1/parking/lots", garage.steward, bodyOf("createLot", english))).id;
    for (const key of [BUILDING, ITEM]) {
      const path = `/v1/parking/lots/${lot}/spaces`;
      must(await garage.post(path, garage.steward, bodyOf("createSpace", english), key));
      const edit = { token: ann.token, body: bodyOf("updateSpace", english), headers: { "if-match": '"1"' } };
      must(await garage.app.call("PATCH", `/v1/parking/spaces/${key}`, edit));
      must(await openSpace(garage, key, ann.token, { rules: [ALWAYS] }));
    }
  });
  afterAll(() => garage.app.stop());

  it("somebody waits for a stretch that is taken, and waits no longer", async () => {
    const cy = await resident("0193a000-0000-7000-8000-0000000000d7");
    const order = { from: "lujing~issuance.points", to: `${cy.id}.points`, amount: 20, category: "opening" };
    must(await garage.post("/v1/ledger/transfers", garage.admin, order));
    const made = must(await garage.post("/v1/parking/bookings", cy.token, bodyOf("createBooking", english)));
    const { id } = must(await garage.post("/v1/parking/waitlist", bo.token, bodyOf("joinParkingWaitlist", english)));
    must(await garage.post(`/v1/parking/waitlist/${id}/cancel`, bo.token, bodyOf("cancelParkingWait", english)));
    must(await act(garage, made.id, "cancel", cy.token));
  });

  it("a stay is quoted, held, confirmed, changed, entered, left and disputed", async () => {
    expect(must(await garage.post("/v1/parking/quotes", bo.token, bodyOf("quoteStay", english))).free).toBe(true);
    const id = await bookBo();
    await step("confirmBooking", id, "confirm", bo.token);
    await step("extendBooking", id, "extend", bo.token);
    await step("moveBooking", id, "move", bo.token);
    const missed = await bookBo();
    must(await act(garage, missed, "confirm", bo.token));
    garage.app.clock.set("2026-12-01T01:00:00Z");
    await step("checkInParking", id, "check-in", bo.token);
    garage.app.clock.advance(HOUR);
    await step("checkOutParking", id, "check-out", bo.token);
    await step("disputeBooking", id, "dispute", bo.token);
    await step("resolveParkingDispute", id, "resolve", garage.steward);
    await step("reportParkingNoShow", missed, "no-show", ann.token);
  });

  it("a series is booked and cancelled", async () => {
    const body = bodyOf("createParkingSeries", english);
    const { id, dates } = must(await garage.post("/v1/parking/series", bo.token, body));
    expect(dates.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
      english ? ["refused"] : Array(4).fill("booked"),
    );
    const path = `/v1/parking/series/${id}/cancel`;
    must(await garage.post(path, bo.token, bodyOf("cancelParkingSeries", english)));
  });

  it("a gate is registered, gets another key, and its device is known by the signature alone", async () => {
    const lot = await lotIn(garage);
    const path = `/v1/parking/lots/${lot}/gates`;
    const gate = must(await garage.post(path, garage.steward, bodyOf("createParkingGate", english)));
    const keyed = `/v1/parking/gates/${gate.id}/key`;
    expect(must(await garage.post(keyed, garage.steward, bodyOf("changeParkingGateKey", english))).generation).toBe(2);
    const body = bodyOf("recordGateEvent", english);
    const told = await garage.app.call("POST", `/v1/parking/gates/${gate.id}/events`, { body });
    expect([told.status, told.body.code]).toEqual([403, "parking/gate-signature"]);
    const resolution = `/v1/parking/gates/${gate.id}/events/${ITEM}/resolution`;
    expect((await garage.post(resolution, garage.steward, bodyOf("resolveGateEvent", english))).status).toBe(404);
  });

  it("a space gets a calendar address, and loses it", async () => {
    const post = (path: string, id: string) => garage.post(path, ann.token, bodyOf(id, english));
    const { path } = must(await post("/v1/parking/calendars", "openParkingCalendar"));
    expect((await garage.app.call("GET", path, {})).status).toBe(200);
    must(await post("/v1/parking/calendars/end", "endParkingCalendar"));
    expect((await garage.app.call("GET", path, {})).status).toBe(404);
  });

  it("somebody excluded with a debt pays it, appeals, and is heard", async () => {
    const id = "0193a000-0000-7000-8000-0000000000d5";
    const poor = await resident(id);
    const gift = (amount: number) => ({
      from: "lujing~issuance.points",
      to: `${id}.points`,
      amount,
      category: "opening",
    });
    must(await garage.post("/v1/ledger/transfers", garage.admin, gift(25)));
    nextNoon(garage);
    const lot = await lotIn(garage);
    const made = must(await book(garage, poor, stayIn(garage, await spaceIn(garage, lot, ann)))).id;
    garage.app.clock.advance(HOUR);
    must(await act(garage, made, "check-in", poor.token));
    garage.app.clock.advance(30 * HOUR);
    must(await act(garage, made, "check-out", poor.token));
    must(await garage.post("/v1/ledger/transfers", garage.admin, gift(5_000)));
    await step("payParkingDebt", made, "pay", poor.token);
    const path = `/v1/parking/residents/${id}/standing`;
    must(await garage.post(`${path}/appeal`, poor.token, bodyOf("appealParkingExclusion", english)));
    const heard = must(await garage.post(`${path}/decide`, garage.steward, bodyOf("decideParkingAppeal", english)));
    expect(heard.appeal).toBe("granted");
  });

  it("an owner accepts or not, a renter cancels, a lot is closed", async () => {
    const other = await startGarage({ now: "2026-11-25T01:00:00Z" });
    await garage.app.stop();
    garage = other;
    [ann, bo] = [await resident(ANN), await resident(BO)];
    const order = { from: "lujing~issuance.points", to: `${BO}.points`, amount: 500, category: "opening" };
    must(await garage.post("/v1/ledger/transfers", garage.admin, order));
    const lot = await lotIn(garage);
    must(await garage.post(`/v1/parking/lots/${lot}/spaces`, garage.steward, { label: "1", owner: ANN }, BUILDING));
    must(await openSpace(garage, BUILDING, ann.token, { rules: [ALWAYS] }, { approval: "owner" }));
    const first = await bookBo();
    must(await act(garage, first, "confirm", bo.token));
    await step("rejectBooking", first, "reject", ann.token);
    const second = await bookBo();
    must(await act(garage, second, "confirm", bo.token));
    await step("acceptBooking", second, "accept", ann.token);
    await step("cancelBooking", second, "cancel", bo.token);
    const edit = { token: garage.steward, body: bodyOf("updateLot", english), headers: { "if-match": '"1"' } };
    must(await garage.app.call("PATCH", `/v1/parking/lots/${lot}`, edit));
  });
});

it("no operation with a body is left out", () => {
  const bodied = Object.values(parkingOperations).filter((operation) => "body" in operation && operation.body);
  expect(bodied.filter(({ id }) => !sent.has(id)).map(({ id }) => id)).toEqual([]);
});
