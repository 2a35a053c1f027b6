/** How ballots are written, and the box that counts identical ones once. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  choiceCells,
  NEXT_RANK,
  OVERVOTED,
  pointCells,
  rankingCells,
  ranksOf,
} from "../../../functions/polls/tally/ballot.ts";
import { BALLOTS_MAX, Box, CELL_MAX, CELLS_MAX } from "../../../functions/polls/tally/box.ts";

/** All that a box tells, in order of first arrival. */
const contents = (box: Box): [number[], number][] =>
  Array.from({ length: box.size }, (_, index) => [[...box.row(index)], box.count(index)]);

describe("a ballot is written", () => {
  it("as a choice: whom it names, each once, in list order", () => {
    expect(choiceCells([10, 9, 2, 10])).toEqual([2, 9, 10]);
    expect(choiceCells([])).toEqual([]);
  });

  it("as points: by candidate in list order, a nought too", () => {
    const given = [
      [10, 3],
      [2, 0],
      [9, 7],
    ] as const;
    expect(pointCells(given)).toEqual([2, 0, 9, 7, 10, 3]);
    expect(given[0]).toEqual([10, 3]);
  });

  it("as a ranking: a mark between ranks, equals in list order, two marks around an empty rank", () => {
    expect(rankingCells([[4], [10, 9, 2], [], [1]])).toEqual([4, NEXT_RANK, 2, 9, 10, NEXT_RANK, NEXT_RANK, 1]);
    expect(rankingCells([])).toEqual([]);
    expect([NEXT_RANK, OVERVOTED]).toEqual([CELL_MAX, CELL_MAX - 1]);
  });

  it("so that its ranks are read back", () => {
    expect(ranksOf([])).toEqual([]);
    expect(ranksOf([NEXT_RANK])).toEqual([[], []]);
    expect(ranksOf(Uint16Array.of(4, NEXT_RANK, 2, 9, NEXT_RANK, NEXT_RANK, 1))).toEqual([[4], [2, 9], [], [1]]);
    const ranks = fc.array(fc.uniqueArray(fc.nat(20)), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(ranks, (all) => {
        expect(ranksOf(rankingCells(all))).toEqual(all.map((rank) => [...rank].sort((a, b) => a - b)));
      }),
    );
  });
});

describe("a box", () => {
  it("counts what is the same once, in the order of first arrival", () => {
    const box = new Box();
    box.add([1, 2]);
    box.add([], 3);
    box.add([2, 1], 4);
    box.add([1, 2], 5);
    box.add([1]);
    box.add([1, 2, 3]);
    box.add(Uint16Array.of(2, 1), 2);
    expect(contents(box)).toEqual([
      [[1, 2], 6],
      [[], 3],
      [[2, 1], 6],
      [[1], 1],
      [[1, 2, 3], 1],
    ]);
    expect([box.size, box.total, box.start(2), [...box.cells.slice(0, box.start(5))]]).toEqual([
      5,
      17,
      2,
      [1, 2, 2, 1, 1, 1, 2, 3],
    ]);
  });

  it("is empty at first", () => {
    const box = new Box();
    expect([box.size, box.total, contents(box)]).toEqual([0, 0, []]);
  });

  it("holds as a map does, whatever comes, beyond every size that it begins with", () => {
    const box = new Box();
    const model = new Map<string, number>();
    // Two rounds over 2,500 distinct ballots of up to four cells.
    for (let at = 0; at < 5_000; at++) {
      const ballot = (at * 7_919) % 2_500;
      const cells = [ballot % 5, Math.floor(ballot / 5) % 40, 0, ballot % 3].slice(0, 2 + (ballot % 3));
      box.add(cells, 1 + (at % 2));
      model.set(cells.join(), (model.get(cells.join()) ?? 0) + 1 + (at % 2));
    }
    expect(contents(box).map(([cells, count]) => [cells.join(), count])).toEqual([...model]);
    expect(box.total).toBe(7_500);
  });

  it("keeps every ballot when it grows", () => {
    const box = new Box();
    const ballots = Array.from({ length: 3_000 }, (_, at) => [at, at % 7, at % 11]);
    for (const cells of ballots) box.add(cells);
    for (const cells of ballots) box.add(cells);
    expect(contents(box)).toEqual(ballots.map((cells) => [cells, 2]));
  });

  it("tells ballots of one hash apart, by their cells and by their length", () => {
    const box = new Box();
    // Found by search: these two pairs have equal hashes, the shorter of the second begins the longer.
    for (const cells of [[32_792, 5], [23_833, 39_095], [0, 29_576, 4_835], [0], [23_833, 39_095]]) box.add(cells);
    expect(contents(box)).toEqual([
      [[32_792, 5], 1],
      [[23_833, 39_095], 2],
      [[0, 29_576, 4_835], 1],
      [[0], 1],
    ]);
  });

  it("takes ballots up to their longest, also several", () => {
    const box = new Box();
    const long = (first: number) => Array.from({ length: CELLS_MAX }, (_, at) => first + (at % 100));
    for (const first of [0, 1, 2, 1]) box.add(long(first));
    expect(contents(box)).toEqual([
      [long(0), 1],
      [long(1), 2],
      [long(2), 1],
    ]);
  });

  it.each([
    ["no ballots", [1], 0],
    ["less than none", [1], -1],
    ["half a ballot", [1], 1.5],
    ["more than can be counted exactly", [1], BALLOTS_MAX],
    ["more cells than a ballot has", new Array(CELLS_MAX + 1).fill(1), 1],
    ["a cell below 0", [1, -1], 1],
    ["a cell above the largest", [1, CELL_MAX + 1], 1],
    ["a part of a cell", [0.5], 1],
    ["what is no number", [Number.NaN], 1],
    ["what is not there", [undefined as unknown as number], 1],
  ] as const)("refuses %s and stays as it was", (_, cells, count) => {
    const box = new Box();
    box.add([1]);
    expect(() => box.add(cells, count)).toThrow(RangeError);
    expect([contents(box), box.total]).toEqual([[[[1], 1]], 1]);
  });

  it("takes the largest cell and the largest sum", () => {
    const box = new Box();
    box.add([CELL_MAX, 0], BALLOTS_MAX - 1);
    box.add([CELL_MAX, 0]);
    expect(contents(box)).toEqual([[[CELL_MAX, 0], BALLOTS_MAX]]);
  });
});
