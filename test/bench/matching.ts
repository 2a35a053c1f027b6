/**
 * `npm run bench:matching`: 5,000 volunteers and 500 open requests. Every request is ranked among all volunteers in
 * memory, by the rules themselves and, for comparison, by scoring every pair in full and sorting all; then single
 * rankings go over the handlers to the embedded engine. Writes docs/bench/matching.md.
 */

import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { createResident } from "../../functions/residents/store/people.ts";
import { makeHandler } from "../../functions/shared/app.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { makeDeps } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import { periodsAt } from "../../functions/shared/time.ts";
import type { Write } from "../../functions/shared/write.ts";
import { cellOf } from "../../functions/timebank/domain/cells.ts";
import {
  type Candidate,
  exclusionOf,
  explain,
  MATCHES_MAX,
  type Match,
  type Request,
  requestsFor,
  volunteersFor,
} from "../../functions/timebank/domain/matching.ts";
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

const PAGE = fileURLToPath(new URL("../../docs/bench/matching.md", import.meta.url));
const VOLUNTEERS = 5_000;
const REQUESTS = 500;
const CALLS = 30;
const SKILLS = [
  "company",
  "shopping",
  "cooking",
  "cleaning",
  "reading",
  "repairs",
  "garden",
  "walks",
  "clinic",
  "phone",
];
const CELLS = ["wtqw3", "wtqw9", "wtqwc", "wtqwf", "wtqx1", "wtqx4"];
const HOUR_MS = 3_600_000;
const NOW = "2026-06-15T00:00:00.000Z";
const ADMIN = "0190a000-0000-7000-8000-0000000000ff";
const _WRITES_AT_ONCE = 90;
const idOf = (kind: "e" | "f" | "d", index: number) =>
  `0190${kind}000-0000-7000-8000-${String(index).padStart(12, "0")}`;

const district = timebankDistrict();
const random = seededRandom(1);
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const some = <T>(all: readonly T[], most: number): T[] => [
  ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(all))),
];

/** Somebody who offers a few skills in a few places, for some hours of a day of each week. */
interface Person {
  readonly id: string;
  readonly skills: readonly string[];
  readonly areas: readonly string[];
  readonly day: string;
  readonly hour: number;
  readonly monthMinutes: number;
}
const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const people: readonly Person[] = Array.from({ length: VOLUNTEERS }, (_, index) => ({
  id: idOf("f", index),
  skills: some(SKILLS, 4),
  areas: some(CELLS, 2),
  day: pick(DAYS),
  hour: 7 + Math.floor(random() * 8),
  monthMinutes: Math.floor(random() * 2_400),
}));

const memberOf = ({ id, monthMinutes }: Person) => ({
  ...newVolunteer(id),
  used: { [`m${periodsAt(new Date(NOW), district.zone).month}`]: monthMinutes },
});

/** The week's occurrence of a person's time; 2026-06-15 was a Monday, and the zone is eight hours ahead. */
const freeOf = ({ day, hour }: Person) => {
  const fromMs = Date.parse(NOW) + (DAYS.indexOf(day) * 24 + hour - 8) * HOUR_MS;
  return [{ fromMs, untilMs: fromMs + 4 * HOUR_MS }];
};

const candidates: readonly Candidate[] = people.map((person) => ({
  volunteer: memberOf(person),
  skills: new Set(person.skills),
  cells: person.areas.map(cellOf),
  free: freeOf(person),
  blocked: new Set<string>(),
  closed: new Set<string>(),
}));

interface Asked {
  readonly category: string;
  readonly skills: readonly string[];
  readonly area: string;
  readonly fromMs: number;
}
const asked: readonly Asked[] = Array.from({ length: REQUESTS }, () => ({
  category: pick(SKILLS),
  skills: random() < 0.5 ? [] : [pick(SKILLS)],
  area: pick(CELLS),
  fromMs: Date.parse(NOW) + (Math.floor(random() * 7) * 24 + Math.floor(random() * 10)) * HOUR_MS,
}));
const caps = district.timebank?.profiles[0]?.caps as Request["caps"];
const requests: readonly Request[] = asked.map(({ category, skills, area, fromMs }, index) => ({
  ...{ id: idOf("d", index), recipient: idOf("e", index), requester: idOf("e", index), category, skills, fromMs },
  ...{ untilMs: fromMs + 2 * HOUR_MS, minutes: 60, counts: 60, cell: cellOf(area), urgent: index % 10 === 0, caps },
  periods: periodsAt(new Date(fromMs), district.zone),
}));

const cpuMs = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

/** Scores every pair in full before anything is left out, and sorts them all. */
const naive = (request: Request): Match[] =>
  candidates
    .map((candidate) => ({ candidate, components: explain(candidate, request) }))
    .map(({ candidate, components }) => ({
      ...{ request: request.id, volunteer: candidate.volunteer.id, components },
      total: components.reduce((sum, { points }) => sum + points, 0),
      out: exclusionOf(candidate, request),
    }))
    .sort((a, b) => b.total - a.total || (a.volunteer < b.volunteer ? -1 : 1))
    .filter(({ out }) => out === undefined)
    .slice(0, MATCHES_MAX);

const ranked = cpuMs(() => {
  for (const request of requests) volunteersFor(request, candidates, MATCHES_MAX);
});
const naively = cpuMs(() => {
  for (const request of requests) naive(request);
});
const backwards = cpuMs(() => {
  for (const candidate of candidates) requestsFor([candidate], requests, MATCHES_MAX);
});

const residents = (ids: readonly string[], deps: Deps): Write[] =>
  ids.map((id) =>
    createResident(
      { state: "active", id, community: "lujing", name: "某人", birthDate: "1970-01-01", languages: [], revision: 1 },
      ADMIN,
      deps.stamps.take(),
    ),
  );

const offerOf = (person: Person): Write => {
  const { id, skills, areas, day, hour } = person;
  const start = `2026-06-01T${String(hour).padStart(2, "0")}:00:00`;
  const availability = [{ start, zone: district.zone, minutes: 240, rule: `FREQ=WEEKLY;BYDAY=${day}` }];
  const words = { community: "lujing", state: "open" as const, skills, areas, availability, revision: 1 };
  return createOffer({ id: id.replace("0190f", "0190d"), volunteer: id, ...words }, "", {});
};

/** Open requests made from a template that the product's own code made. */
const orderWrites = async (deps: Deps): Promise<Write[]> => {
  const template = await confirmedWrites(deps, {
    ...{ recipient: idOf("e", 0), volunteer: idOf("f", 0), held: 60, credited: 60, confirmedMs: 0 },
  });
  const item = template.flatMap((write) =>
    write.type === "put" && write.item.pk.startsWith("TO#") ? [write.item] : [],
  )[0];
  if (!item) throw new Error("no order to start from");
  const order = asCreated(toOrder(item));
  return requests.map((request, index) => {
    const { category, skills, area } = asked[index] as Asked;
    const { id, recipient, requester, fromMs, untilMs } = request;
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

const engine = await startEngine({ kind: "dynoxide" });
try {
  await ensureTable(localClient(engine.endpoint), "matching");
  const meter = new Meter(engine.endpoint);
  const env = { LINLI_TABLE: "matching", LINLI_DYNAMODB_ENDPOINT: engine.endpoint, LINLI_VERSION: "bench" };
  const overrides = { district, clock: new TestClock(NOW), log: silentLog };
  const plain = makeDeps(env, "bench", overrides);
  await commitAll(
    plain,
    residents([...people.map(({ id }) => id), ...requests.map(({ recipient }) => recipient)], plain),
  );
  await commitAll(plain, people.map(offerOf));
  await commitAll(
    plain,
    people.map((person) => saveVolunteer(memberOf(person))),
  );
  await commitAll(plain, await orderWrites(plain));
  const verify = async (token: string) => {
    const { sub, roles } = JSON.parse(Buffer.from(token, "base64url").toString()) as { sub: string; roles: string[] };
    return { actor: { id: sub, roles, communities: ["lujing"], district: district.id }, issuedAt: 0 };
  };
  const deps = { ...makeDeps(env, "bench", { ...overrides, client: meter.client }), verify } as unknown as Deps;
  const handler = makeHandler(timebankOperations, timebankHandlers, deps);
  const measure = async (eventFor: (index: number) => APIGatewayProxyEventV2) => {
    await handler(eventFor(CALLS), {} as Context);
    const before = process.cpuUsage();
    const begun = performance.now();
    let [units, items] = [0, 0];
    for (let index = 0; index < CALLS; index++) {
      const { result, measured } = await meter.measure(() => handler(eventFor(index), {} as Context));
      if (result.statusCode !== 200) throw new Error(String(result.body));
      items += JSON.parse(String(result.body)).items.length;
      units += measured.readUnits;
    }
    const { user, system } = process.cpuUsage(before);
    return {
      ms: (performance.now() - begun) / CALLS,
      cpu: (user + system) / 1_000 / CALLS,
      units: units / CALLS,
      items: items / CALLS,
    };
  };
  const order = (index: number) => requests[index] as Request;
  const forOrder = await measure((index) =>
    eventOf(`/v1/timebank/orders/${order(index).id}/matches`, ADMIN, ["steward"]),
  );
  const forVolunteer = await measure((index) =>
    eventOf("/v1/timebank/matches", (people[index] as Person).id, ["resident"]),
  );
  const row = (name: string, { ms, cpu, units, items }: typeof forOrder) =>
    `| ${[name, ms.toFixed(0), cpu.toFixed(0), units.toFixed(0), items.toFixed(1)].join(" | ")} |`;
  const each = (ms: number, count: number) => ((ms * 1_000) / count).toFixed(0);
  const page = [
    "# Matching",
    "",
    "`npm run bench:matching`: 5,000 volunteers and 500 open requests, one core's CPU.",
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, shared with other work.`,
    "",
    "| in memory, every pair looked at | CPU ms in all | µs a ranking |",
    "| :-- | --: | --: |",
    `| volunteers for each request | ${ranked.toFixed(0)} | ${each(ranked, REQUESTS)} |`,
    `| requests for each volunteer | ${backwards.toFixed(0)} | ${each(backwards, VOLUNTEERS)} |`,
    `| the same, every pair scored and sorted first | ${naively.toFixed(0)} | ${each(naively, REQUESTS)} |`,
    "",
    `Leaving out first and scoring the rest takes ${(naively / ranked).toFixed(1)} times less than scoring all.`,
    "",
    "| one request through the handlers, on the embedded engine | ms | own CPU, ms | read units | matches |",
    "| :-- | --: | --: | --: | --: |",
    row("volunteers for an order, 5,000 offers in its community", forOrder),
    row("orders for a volunteer, 500 open ones", forVolunteer),
    "",
    "The first reads every offer of the community, and times, members and register of the likeliest alone.",
    "",
  ].join("\n");
  writeFileSync(PAGE, page);
  process.stdout.write(page);
} finally {
  await engine.stop();
}
