/** A garage whose database conflicts, throttles and loses answers when told to, and clients that insist. */
import { inject } from "vitest";
import type { ParkingPolicy } from "../../../schemas/parking/policy.ts";
import { type Garage, startGarage } from "../../integration/parking/world.ts";
import { type FaultPlan, faultyClient } from "../../support/faults.ts";
import type { Reply } from "../../support/harness.ts";
import { parkingDistrict } from "../../support/parking.ts";

/** What the database does to requests: nothing, until a test sets rates and a seeded random. */
export interface Plan {
  rates: FaultPlan["rates"];
  random: () => number;
  injected: FaultPlan["injected"];
}

/** A plan without faults. */
export const faultless = (): Plan => ({ rates: {}, random: () => 1, injected: new Map() });

/** A garage of these rules on the engine, under a plan; waits between retries take no time. */
export const startFaulty = (plan: Plan, rules: ParkingPolicy): Promise<Garage> =>
  startGarage({
    district: parkingDistrict([rules]),
    overrides: { client: faultyClient(inject("engine").endpoint, plan as FaultPlan), sleep: async () => undefined },
  });

/** Sends the same request under the same key until the outcome is known, so many times at most, as clients should. */
export const insisting =
  (triesMax: number) =>
  async (send: () => Promise<Reply>): Promise<Reply> => {
    for (let tries = 0; tries < triesMax; tries++) {
      const reply = await send();
      if (reply.status !== 503) return reply;
    }
    throw new Error("no outcome");
  };
