/**
 * The Condorcet collection: a `.cvotes` file with a JSON file for each method beside it, named
 * `<election>-<how unranked candidates are read>-<method>.json`.
 */
import { basename, dirname } from "node:path/posix";
import { readCvotes } from "../../../functions/polls/files/cvotes.ts";
import type { RankedElection } from "../../../functions/polls/files/ranked.ts";
import { count, type Method } from "../../../functions/polls/tally/methods.ts";
import type { Unranked } from "../../../functions/polls/tally/pairwise.ts";
import { condorcetLoser, condorcetWinner, pairwise } from "../../../functions/polls/tally/pairwise.ts";
import type { Tiers } from "../../../functions/polls/tally/ranking.ts";
import { type Case, compareCounts, type Folder, type Format, skipped, type Verdict } from "../cases.ts";

type Named = (unranked: Unranked) => Method;

const FIRST_ONLY = { overvotes: "EXHAUST_IF_MULTIPLE_CONTINUING" } as const;

/**
 * Methods by the name that the collection gives them. Its STV is left out: from a second winner on it passes on more
 * votes than the surplus, so it is no Gregory method.
 */
const METHODS: Readonly<Record<string, Named>> = {
  BordaCount: (unranked) => ({
    method: "BORDA",
    rules: { lastPlace: 1, unranked: unranked === "LAST" ? "SHARE_THE_REST" : "NOTHING" },
  }),
  Copeland: (unranked) => ({ method: "COPELAND", unranked }),
  "Minimax Winning": (unranked) => ({ method: "MINIMAX", unranked, by: "WINNING_VOTES" }),
  "Minimax Margin": (unranked) => ({ method: "MINIMAX", unranked, by: "MARGINS" }),
  "Minimax Opposition": (unranked) => ({ method: "MINIMAX", unranked, by: "OPPOSITION" }),
  "Schulze Winning": (unranked) => ({ method: "SCHULZE", unranked, by: "WINNING_VOTES" }),
  "Schulze Margin": (unranked) => ({ method: "SCHULZE", unranked, by: "MARGINS" }),
  "Ranked Pairs Winning": (unranked) => ({ method: "RANKED_PAIRS", unranked, by: "WINNING_VOTES" }),
  "Ranked Pairs Margin": (unranked) => ({ method: "RANKED_PAIRS", unranked, by: "MARGINS" }),
  "Instant-runoff": () => ({ method: "IRV", rules: FIRST_ONLY }),
};

const rankingText = (tiers: readonly (readonly string[])[]): string =>
  tiers.map((tier) => [...tier].sort().join(" = ")).join(" > ");

const tiersOf = (text: string): string[][] => text.split(">").map((tier) => tier.split("=").map((name) => name.trim()));

const compareRanking = (election: RankedElection, method: Method, known: string): Verdict => {
  const names = election.candidates;
  const expected = tiersOf(known);
  const contestOf = (ties: Parameters<Parameters<typeof compareCounts>[0]>[0]) => ({
    candidates: names,
    seats: 1,
    ties,
  });
  const place = (candidate: number) => expected.findIndex((tier) => tier.includes(names[candidate] as string));
  return compareCounts(
    (ties) => count(election.box, contestOf(ties), method),
    (result, told) => {
      if (!("tiers" in result)) {
        const winner = names[result.winners[0] as number] as string;
        const sole = expected[0]?.length === 1 || told;
        return sole && expected[0]?.includes(winner) ? null : `elects ${winner}, known: ${known}`;
      }
      // Equally strong majorities that close a circle are ordered here by the declared rule; the collection leaves
      // their candidates equal. Then only the winner can be compared.
      const won = names[result.winners[0] as number] as string;
      if (told && result.ties.some(({ purpose }) => purpose === "LOCK") && expected[0]?.includes(won)) return null;
      const ours = rankingText((result.tiers as Tiers).map((tier) => tier.map((one) => names[one] as string)));
      return ours === rankingText(expected) ? null : `ranks ${ours}; known: ${rankingText(expected)}`;
    },
    ({ tied, purpose }) => {
      const sorted = [...tied].sort((a, b) => place(a) - place(b));
      return purpose === "ELIMINATE" ? sorted.at(-1) : sorted[0];
    },
  );
};

const comparePair = (election: RankedElection, unranked: Unranked, known: Record<string, unknown>): Verdict => {
  const table = pairwise(election.box, election.candidates.length, unranked);
  const name = (candidate: number | null) => (candidate === null ? null : (election.candidates[candidate] as string));
  const ours = [name(condorcetWinner(table)), name(condorcetLoser(table))];
  const told = [known["Condorcet Winner"] || null, known["Condorcet Loser"] || null];
  if (ours.every((one, index) => one === told[index])) return { verdict: "AGREES" };
  return { verdict: "DISAGREES", reason: `finds ${ours.join(" / ")}; known: ${told.join(" / ")}` };
};

const run = (text: string, json: string, method: string): Verdict => {
  const read = readCvotes(text);
  if ("faults" in read) {
    const [first] = read.faults;
    return { verdict: "DISAGREES", reason: `cannot be read: line ${first?.line}: ${first?.reason}` };
  }
  const known = JSON.parse(json) as Record<string, unknown>;
  const unranked: Unranked = read.election.implicitRanking === false ? "NO_OPINION" : "LAST";
  if (method === "Condorcet") return comparePair(read.election, unranked, known);
  const named = METHODS[method];
  if (!named) return skipped("not a method of this library");
  if (typeof known.Ranking !== "string" || known.Ranking === "") return skipped("no ranking in the known result");
  return compareRanking(read.election, named(unranked), known.Ranking);
};

const methodOf = (path: string): string | undefined =>
  [...Object.keys(METHODS), "Condorcet"].find((name) => path.endsWith(`-${name}.json`));

function* pairs({ paths, read }: Folder): Iterable<Case> {
  const results = new Map<string, string[]>();
  for (const path of paths.filter((one) => one.endsWith(".json"))) {
    const list = results.get(dirname(path)) ?? [];
    results.set(dirname(path), list);
    list.push(path);
  }
  for (const file of paths.filter((path) => path.endsWith(".cvotes"))) {
    const prefix = `${basename(file).split(/[-.]/)[0]}-`;
    const known = (results.get(dirname(file)) ?? []).filter((path) => basename(path).startsWith(prefix));
    if (known.length === 0) continue;
    const text = read(file);
    for (const path of known) {
      const method = methodOf(path);
      if (method !== undefined) yield { file, method, run: () => run(text, read(path), method) };
    }
  }
}

export const cvotesFormat: Format = { name: "cvotes", cases: pairs };
