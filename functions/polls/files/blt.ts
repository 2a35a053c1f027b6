/**
 * `.blt`, the ballot file of the ERS, OpenSTV and OpaVote: a line of candidates and seats, withdrawn candidates as
 * negative numbers, ballots as `count first second ... 0` (`=` joins equal ranks, `-` leaves one empty), a line `0`,
 * the names in quotes and the title.
 */
import { CANDIDATES_MAX, OVERVOTED, rankingCells, ranksOf } from "../tally/ballot.ts";
import { BALLOTS_MAX, Box } from "../tally/box.ts";
import { type RankedElection, ROWS_MAX, Unwritable } from "./ranked.ts";
import { type Faults, type Line, type Read, reading, wholeNumber } from "./text.ts";

const withoutComment = ({ line, text }: Line): Line => ({ line, text: text.replace(/#[^"]*$/, "").trim() });

/** The lines that say something, taken one by one. */
class Cursor {
  readonly #lines: readonly Line[];
  readonly #faults: Faults;
  #at = 0;

  constructor(lines: readonly Line[], faults: Faults) {
    this.#lines = lines.map(withoutComment).filter(({ text }) => text !== "");
    this.#faults = faults;
  }

  next(what: string, zh: string): Line | undefined {
    const line = this.#lines[this.#at++];
    if (!line) this.#faults.add(this.#lines.at(-1)?.line ?? 0, `the file ends before ${what}`, `文件在${zh}之前结束`);
    return line;
  }

  peek(): Line | undefined {
    return this.#lines[this.#at];
  }
}

const readRanks = (tokens: readonly string[], candidates: number): number[][] | undefined => {
  const ranks: number[][] = [];
  for (const token of tokens) {
    if (token === "-") {
      ranks.push([]);
      continue;
    }
    const rank = token.split("=").map((part) => wholeNumber(part, 1, candidates));
    if (rank.includes(undefined)) return undefined;
    ranks.push(rank.map((place) => (place as number) - 1));
  }
  return ranks;
};

type Told = readonly [en: string, zh: string];

const ballotFault = (tokens: readonly string[], ranks: number[][] | undefined, candidates: number): Told | null => {
  if (wholeNumber(tokens[0] ?? "", 1, BALLOTS_MAX) === undefined) {
    return [`"${tokens[0]}" is no count of ballots`, `“${tokens[0]}”不是选票张数`];
  }
  if (tokens.at(-1) !== "0" || tokens.length < 2) return ["a ballot ends with 0", "每张选票应以 0 结束"];
  return ranks ? null : [`candidates are numbers from 1 to ${candidates}`, `候选项应为 1 至 ${candidates} 的数`];
};

const readBallot = ({ line, text }: Line, candidates: number, box: Box, faults: Faults): void => {
  const tokens = text.replace(/^\([^)]*\)\s*/, "").split(/\s+/);
  const ranks = readRanks(tokens.slice(1, -1), candidates);
  const fault = ballotFault(tokens, ranks, candidates);
  const count = Number(tokens[0]);
  if (fault !== null) faults.add(line, ...fault);
  else if (box.total + count > BALLOTS_MAX) {
    faults.add(line, `more than ${BALLOTS_MAX} ballots`, `选票超过 ${BALLOTS_MAX} 张`);
  } else box.add(rankingCells(ranks ?? []), count);
};

const readWithdrawn = (cursor: Cursor, candidates: number, faults: Faults): number[] => {
  const withdrawn: number[] = [];
  for (let line = cursor.peek(); line?.text.startsWith("-"); line = cursor.peek()) {
    cursor.next("", "");
    for (const token of line.text.split(/\s+/)) {
      const place = wholeNumber(token, -candidates, -1);
      if (place === undefined) {
        faults.add(line.line, `"${token}" is no withdrawn candidate`, `“${token}”不是退出的候选项`);
      } else withdrawn.push(-place - 1);
    }
  }
  return withdrawn;
};

const unquote = (text: string): string | undefined => /^"(.*)"$/.exec(text)?.[1];

/** Reads a `.blt` text. */
export const readBlt = (text: string): Read<RankedElection> =>
  reading(text, (lines, faults) => {
    const cursor = new Cursor(lines, faults);
    const box = new Box();
    const first = cursor.next("the numbers of candidates and seats", "候选项数与席位数");
    const numbers = (first?.text ?? "").split(/\s+/).map((token) => wholeNumber(token, 1, CANDIDATES_MAX));
    const [count, seats] = numbers;
    if (numbers.length !== 2 || count === undefined || seats === undefined) {
      const wanted = `expected the numbers of candidates and seats, from 1 to ${CANDIDATES_MAX}`;
      faults.add(first?.line ?? 0, wanted, `此处应为候选项数与席位数，均为 1 至 ${CANDIDATES_MAX}`);
      return { candidates: [], box };
    }
    const withdrawn = readWithdrawn(cursor, count, faults);
    for (let rows = 0; ; rows++) {
      const line = cursor.next("the line 0 that closes the ballots", "结束选票的 0 行");
      if (!line || line.text === "0") break;
      if (rows === ROWS_MAX) faults.add(line.line, `more than ${ROWS_MAX} rows`, `超过 ${ROWS_MAX} 行`);
      readBallot(line, count, box, faults);
    }
    const candidates: string[] = [];
    while (candidates.length < count) {
      const line = cursor.next(
        `the name of candidate ${candidates.length + 1}`,
        `第 ${candidates.length + 1} 个候选项名称`,
      );
      if (!line) break;
      const name = unquote(line.text);
      if (name === undefined) faults.add(line.line, "a name stands in quotes", "名称应加双引号");
      candidates.push(name ?? "");
    }
    const title = unquote(cursor.peek()?.text ?? "");
    return {
      ...(title === undefined ? {} : { title }),
      candidates,
      seats,
      ...(withdrawn.length === 0 ? {} : { withdrawn }),
      box,
    };
  });

const unnamed = (): Unwritable => new Unwritable("an overvote without names", "未记录名称的多选");

/**
 * Writes a `.blt` text, distinct ballots with their counts. Quotes in names become apostrophes, as the format has none.
 *
 * @throws RangeError for a rank with several candidates that were not recorded: the format cannot say that
 */
export const writeBlt = ({ candidates, seats = 1, withdrawn = [], title = "", box }: RankedElection): string => {
  const quote = (name: string): string => `"${name.replaceAll('"', "'").replaceAll(/[\r\n]+/g, " ")}"`;
  const rows = Array.from({ length: box.size }, (_, index) => {
    const ranks = ranksOf(box.row(index));
    if (ranks.some((rank) => rank.includes(OVERVOTED))) throw unnamed();
    const tokens = ranks.map((rank) => rank.map((candidate) => candidate + 1).join("=") || "-");
    return [box.count(index), ...tokens, 0].join(" ");
  });
  const lines = [
    `${candidates.length} ${seats}`,
    ...(withdrawn.length === 0 ? [] : [withdrawn.map((candidate) => -(candidate + 1)).join(" ")]),
    ...rows,
    "0",
    ...candidates.map(quote),
    quote(title),
  ];
  return `${lines.join("\n")}\n`;
};
