/** Volunteers with offers and open requests in any number, in memory for the rules and on a table for the handlers. */
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { createResident } from "../../functions/residents/store/people.ts";
import { makeHandler } from "../../functions/shared/app.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { makeDeps } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import { periodsAt } from "../../functions/shared/time.ts";
import type { Write } from "../../functions/shared/write.ts";
import { cellOf } from "../../functions/timebank/domain/cells.ts";
import type { Candidate, Request } from "../../functions/timebank/domain/matching.ts";
import { asCreated } from "../../functions/timebank/domain/order.ts";
import { newVolunteer } from "../../functions/timebank/domain/volunteer.ts";
import { timebankHandlers } from "../../functions/timebank/http.ts";
import { createOffer, createOrder, saveVolunteer, toOrder } from "../../functions/timebank/store.ts";
import { localClient } from "../../infra/local/client.ts";
import { startEngine } from "../../infra/local/engine.ts";
import { ensureTable } from "../../infra/local/table.ts";
import { timebankOperations } from "../../schemas/timebank/operations.ts";
import { Meter } from "../integration/budget/meter.ts";
import { TestClock } from "../support/clock.ts";
import { confirmedWrites } from "../support/confirmed.ts";
import { seededRandom } from "../support/faults.ts";
import { timebankDistrict } from "../support/timebank.ts";
import { commitAll } from "./commit-all.ts";

/** Rankings asked for in each case. */
const CALLS = 30;
const SKILLS = [
  ...["company", "shopping", "cooking", "cleaning", "reading"],
  ...["repairs", "garden", "walks", "clinic", "phone"],
];
const CELLS = ["wtqw3", "wtqw9", "wtqwc", "wtqwf", "wtqx1", "wtqx4"];
const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const HOUR_MS = 3_600_000;
/** A Monday; the zone is eight hours ahead. */
const NOW = "2026-06-15T00:00:00.000Z";
const ADMIN = "0190a000-0000-7000-8000-0000000000ff";

const district = timebankDistrict();
const caps = district.timebank?.profiles[0]?.caps as Request["caps"];
const idOf = (kind: "e" | "f" | "d", index: number) =>
  `0190${kind}000-0000-7000-8000-${String(index).padStart(12, "0")}`;

/** Somebody who offers a few skills in a few places, for some hours of a day of each week. */
interface Person {
  readonly id: string;
  readonly skills: readonly string[];
  readonly areas: readonly string[];
  readonly day: string;
  readonly hour: number;
  readonly monthMinutes: number;
}

/** An open request: as the rules see it, and the code of its area. */
interface Asked {
  readonly request: Request;
  readonly area: string;
}

/** Who offers and who asks. */
export interface MatchingTown {
  readonly people: readonly Person[];
  readonly asked: readonly Asked[];
}

/** So many volunteers and open requests, the same for the same numbers. */
export const makeMatchingTown = (volunteers: number, requests: number): MatchingTown => {
  const random = seededRandom(1);
  const below = (bound: number): number => Math.floor(random() * bound);
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  const some = <T>(all: readonly T[], most: number): T[] => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => pick(all))),
  ];
  const people = Array.from({ length: volunteers }, (_, index) => ({
    ...{ id: idOf("f", index), skills: some(SKILLS, 4), areas: some(CELLS, 2) },
    ...{ day: pick(DAYS), hour: 7 + below(8), monthMinutes: below(2_400) },
  }));
  const asked = Array.from({ length: requests }, (_, index) => {
    const [category, skills, area] = [pick(SKILLS), random() < 0.5 ? [] : [pick(SKILLS)], pick(CELLS)];
    const fromMs = Date.parse(NOW) + (below(7) * 24 + below(10)) * HOUR_MS;
    const request: Request = {
      ...{ id: idOf("d", index), recipient: idOf("e", index), requester: idOf("e", index), category, skills, fromMs },
      ...{ untilMs: fromMs + 2 * HOUR_MS, minutes: 60, counts: 60, cell: cellOf(area), urgent: index % 10 === 0, caps },
      periods: periodsAt(new Date(fromMs), district.zone),
    };
    return { request, area };
  });
  return { people, asked };
};

const memberOf = ({ id, monthMinutes }: Person) => ({
  ...newVolunteer(id),
  used: { [`m${periodsAt(new Date(NOW), district.zone).month}`]: monthMinutes },
});

/** The week's occurrence of a person's time. */
const freeOf = ({ day, hour }: Person) => {
  const fromMs = Date.parse(NOW) + (DAYS.indexOf(day) * 24 + hour - 8) * HOUR_MS;
  return [{ fromMs, untilMs: fromMs + 4 * HOUR_MS }];
};

/** The volunteers as the rules see them. */
export const candidatesOf = ({ people }: MatchingTown): Candidate[] =>
  people.map((person) => ({
    volunteer: memberOf(person),
    skills: new Set(person.skills),
    cells: person.areas.map(cellOf),
    free: freeOf(person),
    blocked: new Set<string>(),
    closed: new Set<string>(),
  }));

const residents = (ids: readonly string[], deps: Deps): Write[] =>
  ids.map((id) =>
    createResident(
      { state: "active", id, community: "lujing", name: "某人", birthDate: "1970-01-01", languages: [], revision: 1 },
      ADMIN,
      deps.stamps.take(),
    ),
  );

const offerOf = ({ id, skills, areas, day, hour }: Person): Write => {
  const start = `2026-06-01T${String(hour).padStart(2, "0")}:00:00`;
  const availability = [{ start, zone: district.zone, minutes: 240, rule: `FREQ=WEEKLY;BYDAY=${day}` }];
  const words = { community: "lujing", state: "open" as const, skills, areas, availability, revision: 1 };
  return createOffer({ id: id.replace("0190f", "0190d"), volunteer: id, ...words }, "", {});
};

/** Open requests made from a template that the product's own code made. */
const orderWrites = async (asked: readonly Asked[], deps: Deps): Promise<Write[]> => {
  const template = await confirmedWrites(deps, {
    ...{ recipient: idOf("e", 0), volunteer: idOf("f", 0), held: 60, credited: 60, confirmedMs: Date.parse(NOW) },
  });
  const item = template.flatMap((write) =>
    write.type === "put" && write.item.pk.startsWith("TO#") ? [write.item] : [],
  )[0];
  if (!item) throw new Error("no order to start from");
  const order = asCreated(toOrder(item));
  return asked.map(({ request, area }) => {
    const { id, recipient, requester, category, skills, fromMs, untilMs } = request;
    const changes = { id, recipient, requester, fromMs, untilMs, category, skills, area, dueMs: untilMs };
    const urgency = request.urgent ? ("urgent" as const) : ("normal" as const);
    return createOrder({ ...order, ...changes, state: "requested", minutes: 60, urgency }, deps.stamps.take());
  });
};

const eventOf = (path: string, sub: string, roles: readonly string[]): APIGatewayProxyEventV2 =>
  ({
    ...{ version: "2.0", rawPath: path, rawQueryString: "limit=20", queryStringParameters: { limit: "20" } },
    headers: { authorization: `Bearer ${Buffer.from(JSON.stringify({ sub, roles })).toString("base64url")}` },
    requestContext: { requestId: path, http: { method: "GET", path } },
  }) as unknown as APIGatewayProxyEventV2;

const verify = async (token: string) => {
  const { sub, roles } = JSON.parse(Buffer.from(token, "base64url").toString()) as { sub: string; roles: string[] };
  return { actor: { id: sub, roles, communities: ["lujing"], district: district.id }, issuedAt: 0 };
};

const fill = async (plain: Deps, { people, asked }: MatchingTown): Promise<void> => {
  const everyone = [...people.map(({ id }) => id), ...asked.map(({ request }) => request.recipient)];
  await commitAll(plain, residents(everyone, plain));
  await commitAll(plain, people.map(offerOf));
  await commitAll(
    plain,
    people.map((person) => saveVolunteer(memberOf(person))),
  );
  await commitAll(plain, await orderWrites(asked, plain));
};

/** What one ranking through the handlers came to, on the average. */
export interface RankedOverHttp {
  readonly ms: number;
  /** Own CPU in milliseconds, the engine's left out. */
  readonly cpuMs: number;
  readonly readUnits: number;
  readonly matches: number;
}

const measured = async (
  { handler, meter, calls }: { handler: ReturnType<typeof makeHandler>; meter: Meter; calls: number },
  eventFor: (index: number) => APIGatewayProxyEventV2,
): Promise<RankedOverHttp> => {
  // The first one loads what the others use.
  await handler(eventFor(calls), {} as Context);
  const before = process.cpuUsage();
  const begun = performance.now();
  let [readUnits, matches] = [0, 0];
  for (let index = 0; index < calls; index++) {
    const one = await meter.measure(() => handler(eventFor(index), {} as Context));
    if (one.result.statusCode !== 200) throw new Error(String(one.result.body));
    matches += JSON.parse(String(one.result.body)).items.length;
    readUnits += one.measured.readUnits;
  }
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1_000 / calls;
  return { ms: (performance.now() - begun) / calls, cpuMs, readUnits: readUnits / CALLS, matches: matches / CALLS };
};

/** Ranks volunteers for orders and orders for volunteers over the handlers, on an engine of its own. */
export const measureRankings = async (town: MatchingTown, calls = CALLS) => {
  const engine = await startEngine({ kind: "dynoxide" });
  try {
    await ensureTable(localClient(engine.endpoint), "matching");
    const meter = new Meter(engine.endpoint);
    const env = { LINLI_TABLE: "matching", LINLI_DYNAMODB_ENDPOINT: engine.endpoint, LINLI_VERSION: "bench" };
    const overrides = { district, clock: new TestClock(NOW), log: silentLog };
    await fill(makeDeps(env, "bench", overrides), town);
    const deps = { ...makeDeps(env, "bench", { ...overrides, client: meter.client }), verify } as unknown as Deps;
    const asking = { handler: makeHandler(timebankOperations, timebankHandlers, deps), meter, calls };
    const order = (index: number) => (town.asked[index % town.asked.length] as Asked).request.id;
    const person = (index: number) => (town.people[index % town.people.length] as Person).id;
    return {
      forOrder: await measured(asking, (index) =>
        eventOf(`/v1/timebank/orders/${order(index)}/matches`, ADMIN, ["steward"]),
      ),
      forVolunteer: await measured(asking, (index) => eventOf("/v1/timebank/matches", person(index), ["resident"])),
    };
  } finally {
    await engine.stop();
  }
};
