/** What the stories of shared parking start from: a lot with an owner's space that is open, renters with points. */
import { uuidv7 } from "uuidv7";
import { createDecision, type Decision } from "../../../functions/polls/store/decision.ts";
import { DAY, HOUR } from "../../support/clock.ts";
import type { AppOptions, Reply } from "../../support/harness.ts";
import { parkingDistrict } from "../../support/parking.ts";
import { enter, type Made, startWorld, type World } from "../residents/world.ts";

export const SHANGHAI = "Asia/Shanghai";

export interface Garage extends World {
  readonly post: (path: string, token: string, body?: unknown, key?: string) => Promise<Reply>;
}

/** The reply's body; throws with its text where it was refused. */
export const must = (reply: Reply) => {
  if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text}`);
  return reply.body;
};

/** An app with shared parking. */
export const startGarage = async (options: AppOptions = {}): Promise<Garage> => {
  const district = options.district ?? parkingDistrict();
  return withGarage(await startWorld({ ...options, district }));
};

/** A world with shared parking's way of sending. */
export const withGarage = (world: World): Garage => ({
  ...world,
  post: (path, token, body = {}, key = uuidv7()) => world.app.call("POST", path, { token, body, key }),
});

/** A resident with so many points. */
export const driver = async (garage: Garage, points = 0): Promise<Made> => {
  const made = await enter(garage);
  if (points === 0) return made;
  const order = { from: "lujing~issuance.points", to: `${made.id}.points`, amount: points, category: "opening" };
  must(await garage.app.call("POST", "/v1/ledger/transfers", { token: garage.admin, body: order }));
  return made;
};

/** A lot; an owned one unless said otherwise. */
export const lotIn = async (garage: Garage, fields: Readonly<Record<string, unknown>> = {}): Promise<string> => {
  const body = {
    community: "lujing",
    kind: "owned",
    name: { zh: "地下车库", en: "Garage" },
    at: { latE6: 30_002_000, lonE6: 120_580_000 },
    ...fields,
  };
  return must(await garage.post("/v1/parking/lots", garage.steward, body)).id as string;
};

/** Every day from midnight to midnight. */
export const ALWAYS = { start: "2026-01-01T00:00", zone: SHANGHAI, days: 1, rule: "FREQ=DAILY" };

/** Opens a space by rules and overrides, as its owner. */
export const openSpace = async (
  garage: Garage,
  space: string,
  token: string,
  availability: { readonly rules: readonly unknown[]; readonly overrides?: readonly unknown[] },
  fields: Readonly<Record<string, unknown>> = {},
): Promise<Reply> => {
  const path = `/v1/parking/spaces/${space}`;
  const seen = await garage.app.call("GET", path, { token });
  return garage.app.call("PATCH", path, {
    token,
    body: { availability: { overrides: [], ...availability }, ...fields },
    headers: { "if-match": seen.headers.get("etag") ?? "" },
  });
};

/** A space of an owner's that is always open, unless said otherwise. */
export const spaceIn = async (
  garage: Garage,
  lot: string,
  owner: Made,
  fields: Readonly<Record<string, unknown>> = {},
  availability: { readonly rules: readonly unknown[]; readonly overrides?: readonly unknown[] } = { rules: [ALWAYS] },
): Promise<string> => {
  const body = { label: "B1-001", owner: owner.id as string | undefined, ...fields };
  const space = must(await garage.post(`/v1/parking/lots/${lot}/spaces`, garage.steward, body)).id as string;
  must(await openSpace(garage, space, body.owner === undefined ? garage.steward : owner.token, availability));
  return space;
};

/** Moves the clock to the next noon in Shaoxing, so that a story begins on the grid of a fresh day. */
export const nextNoon = ({ app }: Garage): void => {
  const day = Math.floor(app.clock.now().getTime() / DAY) + 1;
  app.clock.set(new Date(day * DAY + 4 * HOUR).toISOString());
};

/** An instant so many ms from now on the garage's clock. */
export const later = (garage: Garage, ms: number): string =>
  new Date(garage.app.clock.now().getTime() + ms).toISOString();

/** A stay of two hours from an hour from now on. */
export const stayIn = (garage: Garage, space: string, fields: Readonly<Record<string, unknown>> = {}) => ({
  space,
  from: later(garage, HOUR),
  until: later(garage, 3 * HOUR),
  plate: "浙D12345",
  confirm: true,
  ...fields,
});

/** Books a stay. */
export const book = (garage: Garage, who: Made, stay: unknown, key?: string): Promise<Reply> =>
  garage.post("/v1/parking/bookings", who.token, stay, key);

/** One transition of a booking. */
export const act = (
  garage: Garage,
  booking: string,
  what: string,
  token: string,
  body: unknown = {},
  key?: string,
): Promise<Reply> => garage.post(`/v1/parking/bookings/${booking}/${what}`, token, body, key);

/** Points of a resident as the ledger has them. */
export const pointsOf = async (garage: Garage, who: Made) =>
  (await garage.app.call("GET", `/v1/ledger/accounts/${who.id}.points`, { token: who.token })).body;

/** What a pool has, by its statement. */
export const poolOf = async (garage: Garage, pool: string): Promise<number> =>
  must(
    await garage.app.call("GET", `/v1/ledger/accounts/lujing~${pool}.points/statement?limit=1`, {
      token: garage.auditor,
    }),
  ).items[0]?.balance ?? 0;

/** A decision of the owners on common parts that is in force, as the publication of its poll leaves it; its id. */
export const inForce = async ({ app }: Garage, fields: Partial<Decision> = {}): Promise<string> => {
  const id = uuidv7();
  const decision: Decision = {
    ...{ id, community: "lujing", class: "OWNERS_SPECIAL", matter: 8, purpose: "common-parts-parking", refs: [] },
    ...{ winners: ["YES"], funded: {}, resultHash: "h", publishedMs: app.clock.now().getTime() },
    state: "in-force",
    ...fields,
  };
  await app.deps.db.commit([createDecision(decision)]);
  return decision.id;
};
