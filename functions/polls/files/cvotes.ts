/**
 * Condorcet Election Format (`.cvotes`, version 1): a ranking per line (`A > B = C * 12`), settings as `#/Name: value`,
 * comments from `#`. Tags before `||` are dropped: they could name a voter. Weights (`^3`) count where allowed.
 */
import { CANDIDATES_MAX, rankingCells, ranksOf } from "../tally/ballot.ts";
import { BALLOTS_MAX, Box } from "../tally/box.ts";
import { byName, type RankedElection, Unwritable } from "./ranked.ts";
import { type Faults, type Line, type Read, reading, wholeNumber } from "./text.ts";

const EMPTY_RANKING = "/EMPTY_RANKING/";
const RESERVED = /[>=;,#/*^\n]/;

interface Settings {
  candidates?: string[];
  seats?: number;
  implicitRanking?: boolean;
  weightAllowed?: boolean;
}

const isTrue = (value: string): boolean => value.trim().toLowerCase() === "true";

const readSetting = (settings: Settings, { line, text }: Line, faults: Faults): void => {
  const [, name = "", value = ""] = /^#\/\s*([^:]+?)\s*:(.*)$/.exec(text) ?? [];
  switch (name.toLowerCase()) {
    case "candidates":
      settings.candidates = value
        .split(";")
        .map((candidate) => candidate.trim())
        .filter((candidate) => candidate !== "");
      if (settings.candidates.length > CANDIDATES_MAX) {
        faults.add(line, `more than ${CANDIDATES_MAX} candidates`, `候选项超过 ${CANDIDATES_MAX} 个`);
      }
      break;
    case "number of seats": {
      const seats = wholeNumber(value.trim(), 1, CANDIDATES_MAX);
      if (seats === undefined) {
        faults.add(line, `"${value.trim()}" is no number of seats`, `“${value.trim()}”不是席位数`);
      } else settings.seats = seats;
      break;
    }
    case "implicit ranking":
      settings.implicitRanking = isTrue(value);
      break;
    case "weight allowed":
      settings.weightAllowed = isTrue(value);
      break;
  }
};

interface Vote {
  readonly line: number;
  readonly ranks: readonly (readonly string[])[];
  readonly count: number;
}

const readVote = ({ line, text }: Line, weightAllowed: boolean, faults: Faults): Vote | undefined => {
  const withoutTags = text.split("||").at(-1) ?? "";
  const match = /^([^*^]*)(?:\^([^*]*))?(?:\*(.*))?$/.exec(withoutTags);
  if (!match) {
    faults.add(line, "expected: ranking ^ weight * quantity", "应为：排序 ^ 权重 * 张数");
    return undefined;
  }
  const [, ranking = "", weight, quantity] = match;
  const numbers = [weight, quantity].map((number) => {
    return number === undefined ? 1 : wholeNumber(number.trim(), 1, BALLOTS_MAX);
  });
  const [weighs, times] = numbers;
  if (weighs === undefined || times === undefined || weighs * times > BALLOTS_MAX) {
    faults.add(
      line,
      `weight and quantity are whole numbers from 1, together at most ${BALLOTS_MAX}`,
      `权重与张数应为不小于 1 的整数，乘积最多 ${BALLOTS_MAX}`,
    );
    return undefined;
  }
  const count = weightAllowed ? weighs * times : times;
  if (ranking.trim() === EMPTY_RANKING) return { line, ranks: [], count };
  const ranks = ranking.split(">").map((rank) => rank.split("=").map((name) => name.trim()));
  if (ranks.some((rank) => rank.includes(""))) {
    faults.add(line, "a candidate is missing beside > or =", "> 或 = 旁缺少候选项");
    return undefined;
  }
  return { line, ranks, count };
};

const collectNames = (votes: readonly Vote[]): string[] => [...new Set(votes.flatMap(({ ranks }) => ranks.flat()))];

const fill = (votes: readonly Vote[], places: ReadonlyMap<string, number>, faults: Faults): Box => {
  const box = new Box();
  for (const { line, ranks, count } of votes) {
    if (box.total + count > BALLOTS_MAX) {
      faults.add(line, `more than ${BALLOTS_MAX} ballots`, `选票超过 ${BALLOTS_MAX} 张`);
      break;
    }
    // A name that the file does not list is not a candidate: the format drops it from the ranking.
    const known = ranks
      .map((rank) => rank.flatMap((name) => places.get(name) ?? []))
      .filter(({ length }) => length > 0);
    const flat = known.flat();
    if (new Set(flat).size !== flat.length) faults.add(line, "a candidate is ranked twice", "同一候选项排序两次");
    else box.add(rankingCells(known), count);
  }
  return box;
};

/** Reads a `.cvotes` text. Without a list of candidates they are those that ballots name, in order of appearance. */
export const readCvotes = (text: string): Read<RankedElection> =>
  reading(text, (lines, faults) => {
    const settings: Settings = {};
    for (const one of lines) if (one.text.trimStart().startsWith("#/")) readSetting(settings, one, faults);
    const votes = lines.flatMap(({ line, text: content }) => {
      const vote = content.replace(/#.*$/, "").trim();
      return vote === "" ? [] : (readVote({ line, text: vote }, settings.weightAllowed === true, faults) ?? []);
    });
    const candidates = settings.candidates ?? collectNames(votes);
    const { places, twice } = byName(candidates);
    if (twice !== undefined) faults.add(0, `candidate "${twice}" is listed twice`, `候选项“${twice}”列出两次`);
    if (candidates.length === 0) faults.add(0, "no candidates", "没有候选项");
    if (candidates.length > CANDIDATES_MAX) {
      faults.add(0, `more than ${CANDIDATES_MAX} candidates`, `候选项超过 ${CANDIDATES_MAX} 个`);
    }
    const { seats, implicitRanking } = settings;
    return {
      candidates,
      ...(seats === undefined ? {} : { seats }),
      ...(implicitRanking === undefined ? {} : { implicitRanking }),
      box: fill(votes, places, faults),
    };
  });

/**
 * Writes a `.cvotes` text: candidates in list order, distinct ballots with their counts. Empty ranks are closed up.
 *
 * @throws RangeError when a candidate's name holds a character of the format
 */
export const writeCvotes = ({ candidates, seats, implicitRanking, box }: RankedElection): string => {
  const odd = candidates.find((name) => RESERVED.test(name) || name.trim() !== name || name === "");
  if (odd !== undefined) throw new Unwritable(`"${odd}" cannot be a name in this format`, `此格式不能有名称“${odd}”`);
  const header = [
    `#/Candidates: ${candidates.join(" ; ")}`,
    ...(seats === undefined ? [] : [`#/Number of Seats: ${seats}`]),
    ...(implicitRanking === undefined ? [] : [`#/Implicit Ranking: ${implicitRanking}`]),
    "#/Weight Allowed: false",
    "",
  ];
  const rows = Array.from({ length: box.size }, (_, index) => {
    const ranks = ranksOf(box.row(index)).filter(({ length }) => length > 0);
    const text = ranks.map((rank) => rank.map((candidate) => candidates[candidate]).join(" = ")).join(" > ");
    return `${text || EMPTY_RANKING} * ${box.count(index)}`;
  });
  return `${[...header, ...rows].join("\n")}\n`;
};
