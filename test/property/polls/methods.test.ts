/** Laws of the methods, for all small elections, and the fast counts beside naive ones. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankingCells } from "../../../functions/polls/tally/ballot.ts";
import { Box } from "../../../functions/polls/tally/box.ts";
import { schulze, strength } from "../../../functions/polls/tally/condorcet.ts";
import { type Counted, count, type Method } from "../../../functions/polls/tally/methods.ts";
import { condorcetWinner, pairwise, prefer, smithSet } from "../../../functions/polls/tally/pairwise.ts";
import { instantRunoff, transferCount } from "../../../functions/polls/tally/transfer/count.ts";
import { contest } from "../../support/elections.ts";
import { naivePrefer, naiveRunoff, naiveStrongest } from "../../support/naive-tally.ts";

const SIZE = 4;
const strict = fc.shuffledSubarray([0, 1, 2, 3], { minLength: SIZE, maxLength: SIZE });
const partial = fc.shuffledSubarray([0, 1, 2, 3]);
/** A rank for each candidate; equal ranks are ties, 9 is unranked. */
const weak = fc.array(fc.constantFrom(0, 1, 2, 3, 9), { minLength: SIZE, maxLength: SIZE });
const many = <T>(ballot: fc.Arbitrary<T>) => fc.array(ballot, { minLength: 1, maxLength: 15 });

const ranksOfWeak = (ranks: readonly number[]): number[][] =>
  [0, 1, 2, 3]
    .map((rank) => ranks.flatMap((one, candidate) => (one === rank ? [candidate] : [])))
    .filter(({ length }) => length > 0);

const boxOf = (ballots: readonly (readonly (readonly number[])[])[]): Box => {
  const box = new Box();
  for (const ballot of ballots) box.add(rankingCells(ballot));
  return box;
};

const strictBox = (ballots: readonly (readonly number[])[]): Box => boxOf(ballots.map((one) => one.map((c) => [c])));

const CONDORCET: readonly Method[] = [
  { method: "COPELAND", unranked: "LAST" },
  { method: "MINIMAX", unranked: "LAST", by: "WINNING_VOTES" },
  { method: "MINIMAX", unranked: "LAST", by: "MARGINS" },
  { method: "SCHULZE", unranked: "LAST", by: "WINNING_VOTES" },
  { method: "SCHULZE", unranked: "LAST", by: "MARGINS" },
  { method: "RANKED_PAIRS", unranked: "LAST", by: "WINNING_VOTES" },
  { method: "RANKED_PAIRS", unranked: "LAST", by: "MARGINS" },
];
const SMITH = CONDORCET.filter(({ method }) => method !== "MINIMAX");
const RANKING: readonly Method[] = [
  ...CONDORCET,
  { method: "MINIMAX", unranked: "NO_OPINION", by: "OPPOSITION" },
  { method: "BORDA" },
  { method: "IRV", rules: { overvotes: "EXHAUST_IF_MULTIPLE_CONTINUING" } },
  { method: "STV", rules: { overvotes: "ALWAYS_SKIP_TO_NEXT_RANK" } },
];
const MONOTONIC: readonly Method[] = [{ method: "BORDA" }, ...CONDORCET];
const nameOf = (method: Method): string => ("by" in method ? `${method.method} ${method.by}` : method.method);
const byName = (methods: readonly Method[]) => methods.map((method) => [nameOf(method), method] as const);

/** What must not depend on order: without the log, whose tied lists follow the candidates. */
const essence = (counted: Counted) =>
  JSON.stringify(counted, (_, value) => (typeof value === "bigint" ? `${value}` : value));

describe.each(byName(RANKING))("%s", (_, method) => {
  it("is anonymous: the order of ballots is irrelevant, and identical ballots may come one by one", () => {
    fc.assert(
      fc.property(many(weak), fc.integer(), (ballots, turn) => {
        const at = ((turn % ballots.length) + ballots.length) % ballots.length;
        const turned = [...ballots.slice(at), ...ballots.slice(0, at)].reverse();
        const [one, other] = [ballots, turned].map((all) =>
          count(boxOf(all.map(ranksOfWeak)), contest(SIZE, 2), method),
        );
        expect(essence(one as Counted)).toBe(essence(other as Counted));
      }),
    );
  });

  it("is neutral: without a tie, renaming the candidates renames the winners", () => {
    fc.assert(
      fc.property(many(weak), strict, (ballots, names) => {
        const renamed = ballots.map((ranks) => names.map((old) => ranks[old] as number));
        const first = count(boxOf(ballots.map(ranksOfWeak)), contest(SIZE), method);
        const second = count(boxOf(renamed.map(ranksOfWeak)), contest(SIZE), method);
        fc.pre(first.ties.length === 0 && second.ties.length === 0);
        expect(second.winners.map((one) => names[one])).toEqual(first.winners);
      }),
    );
  });
});

describe.each(byName(CONDORCET))("%s", (_, method) => {
  it("elects the Condorcet winner where there is one", () => {
    fc.assert(
      fc.property(many(weak), (ballots) => {
        const box = boxOf(ballots.map(ranksOfWeak));
        const winner = condorcetWinner(pairwise(box, SIZE, "LAST"));
        fc.pre(winner !== null);
        const { winners, ties } = count(box, contest(SIZE), method);
        expect(winners).toEqual([winner]);
        // Ranked pairs may have to order majorities among the others; who wins is no matter of a tie.
        expect(ties.filter(({ purpose }) => purpose === "ELECT")).toEqual([]);
      }),
    );
  });
});

describe.each(byName(SMITH))("%s", (_, method) => {
  it("elects from the Smith set", () => {
    fc.assert(
      fc.property(many(weak), (ballots) => {
        const box = boxOf(ballots.map(ranksOfWeak));
        expect(smithSet(pairwise(box, SIZE, "LAST"))).toContain(count(box, contest(SIZE), method).winners[0]);
      }),
    );
  });
});

describe.each(byName(MONOTONIC))("%s", (_, method) => {
  it("is monotonic: a winner without ties still wins when ranked one higher on some ballots", () => {
    fc.assert(
      fc.property(many(strict), fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }), (ballots, raise) => {
        const before = count(strictBox(ballots), contest(SIZE), method);
        fc.pre(before.ties.length === 0);
        const winner = before.winners[0] as number;
        const raised = ballots.map((ballot, index) => {
          const at = ballot.indexOf(winner);
          if (!raise[index] || at === 0) return ballot;
          return [...ballot.slice(0, at - 1), winner, ballot[at - 1] as number, ...ballot.slice(at + 1)];
        });
        const after = count(strictBox(raised), contest(SIZE), method);
        fc.pre(after.ties.length === 0);
        expect(after.winners).toEqual([winner]);
      }),
    );
  });
});

describe("fast beside naive", () => {
  it("preferences, ties and gaps included, for both readings of unranked candidates", () => {
    fc.assert(
      fc.property(many(weak), (ballots) => {
        const box = boxOf(ballots.map(ranksOfWeak));
        for (const unranked of ["LAST", "NO_OPINION"] as const) {
          const table = pairwise(box, SIZE, unranked);
          for (let a = 0; a < SIZE; a++) {
            for (let b = 0; b < SIZE; b++) {
              const counted =
                unranked === "LAST" ? ballots : ballots.filter((ranks) => ranks[a] !== 9 && ranks[b] !== 9);
              if (a !== b) expect(prefer(table, a, b)).toBe(naivePrefer(counted, a, b));
            }
          }
        }
      }),
    );
  });

  it("Schulze's strongest paths, over all simple paths", () => {
    fc.assert(
      fc.property(many(weak), fc.constantFrom("WINNING_VOTES" as const, "MARGINS" as const), (ballots, by) => {
        const table = pairwise(boxOf(ballots.map(ranksOfWeak)), SIZE, "LAST");
        const { paths } = schulze(table, contest(SIZE), by);
        for (let a = 0; a < SIZE; a++) {
          for (let b = 0; b < SIZE; b++) {
            if (a === b) continue;
            expect(paths[a * SIZE + b]).toBe(naiveStrongest(SIZE, (x, y) => strength(table, x, y, by), a, b));
          }
        }
      }),
    );
  });

  it("instant runoff, counted from scratch each round", () => {
    fc.assert(
      fc.property(many(partial), (ballots) => {
        expect(instantRunoff(strictBox(ballots), contest(SIZE)).winners).toEqual([naiveRunoff(ballots, SIZE)]);
      }),
    );
  });

  it("a box keeps every ballot, however many there are", () => {
    const box = new Box();
    for (let round = 0; round < 2; round++)
      for (let one = 0; one < 9_000; one++) box.add([one % 97, one >> 4, one & 15]);
    expect([box.size, box.total]).toEqual([9_000, 18_000]);
    const rows = Array.from({ length: box.size }, (_, index) => [...box.row(index), box.count(index)].join());
    expect(new Set(rows).size).toBe(9_000);
    expect(rows[8_999]).toBe([8_999 % 97, 8_999 >> 4, 8_999 & 15, 2].join());
  });
});

describe("STV", () => {
  const rules = fc.record({
    quota: fc.constantFrom("DROOP" as const, "HARE" as const),
    decimals: fc.integer({ min: 0, max: 8 }),
    fractionalThreshold: fc.boolean(),
    winnersPerRound: fc.constantFrom("ONE" as const, "SEVERAL" as const),
    overvotes: fc.constantFrom(
      "EXHAUST_IMMEDIATELY" as const,
      "ALWAYS_SKIP_TO_NEXT_RANK" as const,
      "EXHAUST_IF_MULTIPLE_CONTINUING" as const,
    ),
  });

  it("loses and makes no vote: in every round votes, ended ballots and the residual add up to all ballots", () => {
    fc.assert(
      fc.property(many(weak), rules, fc.integer({ min: 1, max: 4 }), (ballots, options, seats) => {
        const result = transferCount(boxOf(ballots.map(ranksOfWeak)), contest(SIZE, seats), options);
        const all = BigInt(ballots.length) * result.unit;
        for (const { votes, ended, residual } of result.rounds) {
          const sum = [...votes.map((one) => one ?? 0n), ...Object.values(ended), residual].reduce((a, b) => a + b, 0n);
          expect(sum).toBe(all);
        }
      }),
    );
  });

  it("fills the seats, and every candidate is elected, eliminated in a round that says why, or left over", () => {
    fc.assert(
      fc.property(many(weak), rules, fc.integer({ min: 1, max: 4 }), (ballots, options, seats) => {
        const result = transferCount(boxOf(ballots.map(ranksOfWeak)), contest(SIZE, seats), options);
        expect(result.winners).toHaveLength(seats);
        const left = result.rounds.flatMap(({ eliminated }) => eliminated);
        expect(new Set([...left, ...result.winners]).size).toBe(left.length + result.winners.length);
        for (const { elected, eliminated, reason } of result.rounds) {
          expect(reason === "NONE").toBe(elected.length + eliminated.length === 0);
        }
      }),
    );
  });

  it("keeps Droop's promise: a group of k quotas that ranks the same k candidates first elects k of them", () => {
    fc.assert(
      fc.property(
        many(strict),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        (others, seats, size) => {
          const favoured = [3, 2, 1, 0].slice(0, size);
          const loyal = Array.from({ length: 12 }, (_, turn) => {
            const at = turn % size;
            const rest = [0, 1, 2, 3].filter((one) => !favoured.includes(one));
            return [...favoured.slice(at), ...favoured.slice(0, at), ...rest];
          });
          const ballots = [...loyal, ...others];
          const solid = ballots.filter((ballot) => ballot.slice(0, size).every((one) => favoured.includes(one))).length;
          const earned = Math.min(size, seats, Math.floor(solid / (Math.floor(ballots.length / (seats + 1)) + 1)));
          const { winners } = transferCount(strictBox(ballots), contest(SIZE, seats), { decimals: 12 });
          expect(winners.filter((one) => favoured.includes(one)).length).toBeGreaterThanOrEqual(earned);
        },
      ),
    );
  });
});
