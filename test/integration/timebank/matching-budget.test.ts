/** What a ranking reads, counted from item sizes. */
import { expect, it } from "vitest";
import { makeMatchingTown, measureRankings } from "../../bench/matching-town.ts";

const OFFERS = 300;
const REQUESTS = 20;
const CALLS = 5;
/** Offers lie whole in an index, some dozen to a unit; members and register are read of those who have time alone. */
const UNITS_AN_OFFER = 0.25;
/** Blocks, the order, the asking person: what does not grow. */
const UNITS_BESIDE = 20;

it("costs a quarter of a unit for each offer, and a request a fraction of one", async () => {
  const { forOrder, forVolunteer } = await measureRankings(makeMatchingTown(OFFERS, REQUESTS), CALLS);
  expect(forOrder.matches).toBeGreaterThan(1);
  expect(forOrder.readUnits).toBeLessThanOrEqual(OFFERS * UNITS_AN_OFFER);
  expect(forVolunteer.readUnits).toBeLessThanOrEqual(UNITS_BESIDE);
}, 120_000);
