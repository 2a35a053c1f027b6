/**
 * `npm run bench:matching`: 5,000 volunteers and 500 open requests. Every request is ranked among all volunteers in
 * memory, by the rules themselves and, for comparison, by scoring every pair in full and sorting all; then single
 * rankings go over the handlers to the embedded engine. Writes docs/bench/matching.md.
 */
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
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
import { machineLine, tableOf } from "./markdown.ts";
import { candidatesOf, makeMatchingTown, measureRankings, type RankedOverHttp } from "./matching-town.ts";

const PAGE = fileURLToPath(new URL("../../docs/bench/matching.md", import.meta.url));
const VOLUNTEERS = 5_000;
const REQUESTS = 500;

const cpuMs = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

/** Scores every pair in full before anything is left out, and sorts them all. */
const naive = (request: Request, candidates: readonly Candidate[]): Match[] =>
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

const started = performance.now();
const [loadBefore = 0] = loadavg();
const town = makeMatchingTown(VOLUNTEERS, REQUESTS);
const candidates = candidatesOf(town);
const requests = town.asked.map(({ request }) => request);
const ranked = cpuMs(() => {
  for (const request of requests) volunteersFor(request, candidates, MATCHES_MAX);
});
const naively = cpuMs(() => {
  for (const request of requests) naive(request, candidates);
});
const backwards = cpuMs(() => {
  for (const candidate of candidates) requestsFor([candidate], requests, MATCHES_MAX);
});
const { forOrder, forVolunteer } = await measureRankings(town);

const pairs = (name: string, ms: number, count: number): string[] => [
  name,
  ms.toFixed(0),
  ((ms * 1_000) / count).toFixed(0),
];
const row = (name: string, { ms, cpuMs, readUnits, matches }: RankedOverHttp): string[] => [
  name,
  ...[ms, cpuMs, readUnits].map((each) => each.toFixed(0)),
  matches.toFixed(1),
];
const page = [
  "# Matching",
  "",
  machineLine((performance.now() - started) / 1_000, loadBefore),
  "",
  "Made by `npm run bench:matching`: 5,000 volunteers and 500 open requests, one core's CPU.",
  "",
  ...tableOf(
    ["in memory, every pair looked at", "CPU ms in all", "µs a ranking"],
    [
      pairs("volunteers for each request", ranked, REQUESTS),
      pairs("requests for each volunteer", backwards, VOLUNTEERS),
      pairs("the same, every pair scored and sorted first", naively, REQUESTS),
    ],
  ),
  "",
  `Leaving out first and scoring the rest takes ${(naively / ranked).toFixed(1)} times less than scoring all.`,
  "",
  ...tableOf(
    ["one request through the handlers, on the embedded engine", "ms", "own CPU, ms", "read units", "matches"],
    [
      row("volunteers for an order, 5,000 offers in its community", forOrder),
      row("orders for a volunteer, 500 open ones", forVolunteer),
    ],
  ),
  "",
  "The first reads every offer of the community, and members and register of the likeliest that have time alone.",
  "",
].join("\n");
writeFileSync(PAGE, page);
process.stdout.write(page);
