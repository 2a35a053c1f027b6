/** Everything from outside that a handler or job may use; injected, so that tests decide time, chance and storage. */
import type { District } from "../../schemas/district.ts";
import type { TokenVerifier } from "./auth.ts";
import type { Clock } from "./clock.ts";
import type { Db } from "./dynamo.ts";
import type { Ids } from "./ids.ts";
import type { Log } from "./log.ts";
import type { Stamps } from "./stamp.ts";

export interface Deps {
  readonly db: Db;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly stamps: Stamps;
  readonly district: District;
  readonly log: Log;
  readonly verify: TokenVerifier;
  /** Number in [0, 1); spreads work over shards, never decides an outcome. */
  readonly random: () => number;
  readonly version: string;
}
