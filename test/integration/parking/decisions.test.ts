/** Spaces that belong to all: bookable only while what the owners' poll decided is in force as the booking commits. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { type Decision, revokeDecision } from "../../../functions/polls/store/decision.ts";
import { DAY, HOUR } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import { adults, cast, counted, estate, type Hall, opened, ownersTerms, withOfficer } from "../polls/world.ts";
import type { Made } from "../residents/world.ts";
import {
  ALWAYS,
  act,
  book,
  driver,
  type Garage,
  inForce,
  later,
  lotIn,
  must,
  nextNoon,
  pointsOf,
  poolOf,
  spaceIn,
  startGarage,
  stayIn,
  withGarage,
} from "./world.ts";

const NOT_COVERED = [409, "parking/not-covered"];
let garage: Garage;
let hall: Hall;
let renter: Made;
let lot: string;
/** What happens right before the next write call of the API that asks for a decision. */
let before: (() => Promise<void>) | undefined;

/** A client that lets a test come in between the reads of a command and its transaction. */
const interrupted = (): DynamoDBClient => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint: inject("engine").endpoint, region: "local", credentials });
  client.middlewareStack.add(
    (next) => async (args) => {
      if (before && JSON.stringify(args.input).includes("ConditionCheck")) {
        const act = before;
        before = undefined;
        await act();
      }
      return next(args);
    },
    { step: "initialize", name: "interrupted" },
  );
  return client;
};

beforeAll(async () => {
  garage = await startGarage({ overrides: { client: interrupted() } });
  hall = await withOfficer(garage);
  garage = withGarage(hall);
  renter = await driver(garage, 5_000);
  lot = await lotIn(garage);
});
afterAll(() => garage.app.stop());
beforeEach(() => nextNoon(garage));

/** A common space that names a poll, open all day. */
const commonSpace = (poll: string, fields: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const decision = { poll, from: later(garage, -DAY), until: later(garage, 365 * DAY), ...fields };
  return spaceIn(garage, lot, renter, { owner: undefined, decision }, { rules: [ALWAYS] });
};

const annul = async (poll: string): Promise<void> => {
  const outcome = await garage.app.deps.db.commit([revokeDecision(poll, garage.app.clock.now().getTime())]);
  expect(outcome.ok).toBe(true);
};
const tryBook = (space: string, fields: Readonly<Record<string, unknown>> = {}) =>
  book(garage, renter, stayIn(garage, space, fields));
const quoted = async (space: string) => {
  const { plate: _plate, confirm: _confirm, ...stay } = stayIn(garage, space);
  return must(await garage.post("/v1/parking/quotes", renter.token, stay)).free;
};

it("a space is bookable from the publication of the owners' poll until it is annulled", async () => {
  const owners = await adults(hall, 4);
  const units = await estate(
    hall,
    owners.map(({ id }) => [[id], 10_000]),
  );
  const subject = { purpose: "common-parts-parking", refs: [lot] };
  const poll = await opened(hall, ownersTerms(hall, { class: "OWNERS_SPECIAL", matter: 8, subject }));
  const space = await commonSpace(poll);
  nextNoon(garage);
  expect(refusal(await tryBook(space))).toEqual(NOT_COVERED);
  for (const [index, owner] of owners.entries()) must(await cast(hall, poll, units[index] as string, owner.token));
  await counted(hall, poll);
  nextNoon(garage);
  expect(refusal(await tryBook(space))).toEqual(NOT_COVERED);
  expect(must(await hall.post(`/v1/polls/${poll}/publish`, hall.pollOfficer)).passed).toBe(true);
  expect(await quoted(space)).toBe(true);
  const booking = must(await tryBook(space));
  must(await hall.post(`/v1/polls/${poll}/annul`, hall.pollOfficer, { reason: "the roll was wrong" }));
  expect(refusal(await tryBook(space, { from: later(garage, 5 * HOUR), until: later(garage, 6 * HOUR) }))).toEqual(
    NOT_COVERED,
  );
  expect(await quoted(space)).toBe(false);
  // Who booked before may still park; the price is the owners' together.
  garage.app.clock.advance(HOUR);
  must(await act(garage, booking.id, "check-in", renter.token));
  const funds = await poolOf(garage, "fund");
  expect(must(await act(garage, booking.id, "check-out", renter.token)).shares).toMatchObject({ owner: 18, fund: 1 });
  expect((await poolOf(garage, "fund")) - funds).toBe(19);
});

describe("a decision", () => {
  it("annulled between reads and write lets nothing through: no booking, no stretch, no points held", async () => {
    const poll = await inForce(garage);
    const space = await commonSpace(poll);
    const had = await pointsOf(garage, renter);
    before = () => annul(poll);
    expect(refusal(await tryBook(space))).toEqual(NOT_COVERED);
    expect(before).toBeUndefined();
    expect(await pointsOf(garage, renter)).toEqual(had);
    const range = `from=${encodeURIComponent(later(garage, 0))}&until=${encodeURIComponent(later(garage, DAY))}`;
    const { busy } = must(
      await garage.app.call("GET", `/v1/parking/spaces/${space}/free-busy?${range}`, { token: renter.token }),
    );
    expect(busy).toEqual([]);
  });

  it("published between the reads and the write is as if the booking came after it", async () => {
    const poll = uuidv7();
    const space = await commonSpace(poll);
    before = async () => {
      await inForce(garage, { id: poll });
    };
    expect((await tryBook(space)).status).toBe(201);
  });

  it.each(["confirm", "extend", "move"])(
    "annulled meanwhile stops what would %s, and leaves the booking",
    async (what) => {
      const poll = await inForce(garage);
      const space = await commonSpace(poll);
      const held = must(await tryBook(space, { confirm: what !== "confirm" }));
      const body = {
        confirm: {},
        extend: { until: later(garage, 5 * HOUR) },
        move: { space, from: later(garage, 6 * HOUR), until: later(garage, 8 * HOUR) },
      }[what];
      before = () => annul(poll);
      expect(refusal(await act(garage, held.id, what, renter.token, body))).toEqual(NOT_COVERED);
      expect(before).toBeUndefined();
      const shown = must(await garage.app.call("GET", `/v1/parking/bookings/${held.id}`, { token: renter.token }));
      expect(shown).toEqual(held);
      must(await act(garage, held.id, "cancel", renter.token));
    },
  );

  it.each<[string, () => Partial<Decision>, boolean]>([
    ["of the whole community", () => ({}), true],
    ["of the lot", () => ({ refs: [lot] }), true],
    ["of another lot", () => ({ refs: [uuidv7()] }), false],
    ["of another community", () => ({ community: "heyuan" }), false],
    ["on another purpose", () => ({ purpose: "service-listing" }), false],
    ["on another item of article 278", () => ({ matter: 4 }), false],
    ["of no owners' poll", () => ({ class: "OPINION", matter: undefined }), false],
    ["that is published later", () => ({ publishedMs: Date.parse(later(garage, HOUR)) }), false],
    ["that was revoked", () => ({ state: "revoked" }), false],
  ])("%s covers or does not: booking and quote say the same", async (_what, fields, covers) => {
    const space = await commonSpace(await inForce(garage, fields()));
    expect(await quoted(space)).toBe(covers);
    const reply = await tryBook(space);
    expect(reply.status).toBe(covers ? 201 : 409);
    if (!covers) expect(refusal(reply)).toEqual(NOT_COVERED);
    else must(await act(garage, reply.body.id, "cancel", renter.token));
  });

  it("of one space covers that one alone; the others are no alternatives", async () => {
    const own = await lotIn(garage);
    const make = (poll: string, label: string) => {
      const decision = { poll, from: later(garage, -DAY), until: later(garage, 365 * DAY) };
      return spaceIn(garage, own, renter, { owner: undefined, decision, label }, { rules: [ALWAYS] });
    };
    const poll = uuidv7();
    const [first, second] = [await make(poll, "1"), await make(poll, "2")];
    await inForce(garage, { id: poll, refs: [first] });
    const reply = await tryBook(second);
    expect(refusal(reply)).toEqual(NOT_COVERED);
    const { alternatives } = reply.body;
    expect(alternatives.map(({ space }: { space: string }) => space)).toEqual([first]);
    const taken = must(await tryBook(first));
    const full = await book(garage, await driver(garage, 100), stayIn(garage, first));
    expect(refusal(full)).toEqual([409, "parking/taken"]);
    expect(full.body.alternatives.map(({ space }: { space: string }) => space)).not.toContain(second);
    must(await act(garage, taken.id, "cancel", renter.token));
  });

  it.each(["all-or-nothing", "best-effort"])("that was annulled lets no date of a series through: %s", async (mode) => {
    const poll = await inForce(garage);
    const space = await commonSpace(poll);
    const at = (days: number) => ({
      from: later(garage, days * DAY + HOUR),
      until: later(garage, days * DAY + 2 * HOUR),
    });
    const body = { space, plate: "浙D12345", mode, stays: [at(0), at(1)] };
    before = () => annul(poll);
    const reply = await garage.post("/v1/parking/series", renter.token, body);
    expect(before).toBeUndefined();
    expect(JSON.stringify(reply.body)).toContain("parking/not-covered");
    const path = `/v1/parking/spaces/${space}/bookings`;
    expect(must(await garage.app.call("GET", path, { token: garage.steward })).items).toEqual([]);
    const covered = await commonSpace(await inForce(garage));
    const made = must(await garage.post("/v1/parking/series", renter.token, { ...body, space: covered }));
    for (const { booking } of made.dates) must(await act(garage, booking, "cancel", renter.token));
  });

  it("that was annulled offers nothing to those who wait, also right before the offer is written", async () => {
    const waiting = async (poll: string) => {
      const space = await commonSpace(poll);
      const [first, next] = [await driver(garage, 100), await driver(garage, 100)];
      const stay = stayIn(garage, space, { from: later(garage, 4 * HOUR), until: later(garage, 6 * HOUR) });
      const taken = must(await book(garage, first, stay)).id;
      const { confirm: _confirm, ...wanted } = stay;
      const entry = must(await garage.post("/v1/parking/waitlist", next.token, { ...wanted, maxPrice: 20 })).id;
      must(await act(garage, taken, "cancel", first.token));
      return async () => {
        const report = await runNamed("parking-waitlist", garage.app.deps);
        expect(report.failures).toEqual([]);
        return must(await garage.app.call("GET", `/v1/parking/waitlist/${entry}`, { token: next.token })).state;
      };
    };
    const [stands, falls] = [await inForce(garage), await inForce(garage)];
    expect(await (await waiting(stands))()).toBe("offered");
    const serve = await waiting(falls);
    before = () => annul(falls);
    expect(await serve()).toBe("waiting");
    expect(before).toBeUndefined();
    expect(await serve()).toBe("waiting");
  });

  it("covers no stay beyond the time that the space's record gives it", async () => {
    const poll = await inForce(garage);
    const space = await commonSpace(poll, { until: later(garage, 2 * HOUR) });
    expect(refusal(await tryBook(space))).toEqual(NOT_COVERED);
    const short = { from: later(garage, HOUR), until: later(garage, 2 * HOUR) };
    const booking = must(await tryBook(space, short));
    must(await act(garage, booking.id, "cancel", renter.token));
    garage.app.clock.advance(2 * HOUR);
    expect(refusal(await tryBook(space))).toEqual(NOT_COVERED);
  });

  it("typed in by an officer with its document stays enough; neither of the two is not", async () => {
    const decision = { document: "2026-7", from: later(garage, -DAY), until: later(garage, DAY) };
    const space = await spaceIn(garage, lot, renter, { owner: undefined, decision }, { rules: [ALWAYS] });
    const booking = must(await tryBook(space));
    must(await act(garage, booking.id, "cancel", renter.token));
    const { document: _document, ...dates } = decision;
    const reply = await garage.post(`/v1/parking/lots/${lot}/spaces`, garage.steward, { label: "1", decision: dates });
    expect(refusal(reply)).toEqual([400, "request/invalid"]);
  });

  it("is not for the space of an owner, nor the owner's to name", async () => {
    const owner = await driver(garage);
    const space = await spaceIn(garage, lot, owner);
    const patch = async (token: string, id: string) => {
      const seen = await garage.app.call("GET", `/v1/parking/spaces/${id}`, { token });
      const body = { decision: { poll: uuidv7(), from: later(garage, 0), until: later(garage, DAY) } };
      const headers = { "if-match": seen.headers.get("etag") ?? "" };
      return refusal(await garage.app.call("PATCH", `/v1/parking/spaces/${id}`, { token, body, headers }));
    };
    expect(await patch(garage.steward, space)).toEqual([422, "parking/not-common"]);
    expect(await patch(owner.token, space)).toEqual([403, "auth/forbidden"]);
    expect((await tryBook(space)).status).toBe(201);
  });
});
