/** What a `.pb` file means: a budget poll with its ballots, its scores, and the outcome that the file tells. */
import { choiceCells } from "../tally/ballot.ts";
import { Box } from "../tally/box.ts";
import { MONEY_MAX, type Project } from "../tally/budget/poll.ts";
import { column, type PbFile, type PbRow } from "./pb.ts";
import type { FileFault, Read } from "./text.ts";

export interface PbPoll {
  readonly projects: readonly Project[];
  readonly budget: number;
  /** Minor units that one unit of the file's money has: a power of ten. */
  readonly scale: number;
  /** Rows of `choiceCells`: whom a ballot supports, with points or without. */
  readonly box: Box;
  /** Ballots for each project. */
  readonly votes: readonly number[];
  /** What the rule orders by: points where the ballots carry some, times `pointScale`; the votes otherwise. */
  readonly scores: readonly number[];
  readonly pointScale: number;
  /** Projects marked 1, funded by the rule (other marks: funded from elsewhere); null when the file has no marks. */
  readonly selected: readonly number[] | null;
  readonly rule: string;
  readonly voteType: string;
}

const DECIMALS_MAX = 4;

/** A decimal number as digits and how many of them are decimals. */
const decimal = (text: string): { readonly digits: bigint; readonly decimals: number } | undefined => {
  const match = /^(-?\d{1,18})(?:[.,](\d{1,18}))?$/.exec(text.trim());
  if (!match) return undefined;
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  return { digits: BigInt(`${match[1]}${fraction}`), decimals: fraction.length };
};

/** Numbers of one column brought to whole units of the smallest decimal. */
class Decimals {
  readonly faults: FileFault[] = [];
  readonly #values: { readonly digits: bigint; readonly decimals: number }[] = [];

  add(text: string, line: number, what: string, zh: string): void {
    const value = decimal(text);
    if (!value || value.decimals > DECIMALS_MAX) {
      this.faults.push({
        line,
        reason: `${what} "${text}" is no number with up to ${DECIMALS_MAX} decimals`,
        zh: `${zh}“${text}”不是数，最多 ${DECIMALS_MAX} 位小数`,
      });
    }
    this.#values.push(value ?? { digits: 0n, decimals: 0 });
  }

  get scale(): number {
    return 10 ** this.#values.reduce((most, { decimals }) => Math.max(most, Math.min(decimals, DECIMALS_MAX)), 0);
  }

  whole(): number[] {
    const digits = String(this.scale).length - 1;
    return this.#values.map((value) => Number(value.digits * 10n ** BigInt(Math.max(0, digits - value.decimals))));
  }
}

const list = (cell: string): string[] =>
  cell
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

interface Ballots {
  readonly box: Box;
  readonly votes: number[];
  readonly scores: number[];
  readonly pointScale: number;
}

/** The points of a ballot: its own, or for an ordinal one as many as it ranks, one less with each place. */
const pointsOf = (row: PbRow, place: number, named: number, ordinal: boolean): string[] | undefined => {
  const points = place < 0 ? [] : list(row.cells[place] ?? "");
  if (points.length > 0) return points;
  return ordinal ? Array.from({ length: named }, (_, index) => String(named - index)) : undefined;
};

const readBallots = (file: PbFile, places: ReadonlyMap<string, number>, faults: FileFault[]): Ballots => {
  const { columns, rows } = file.votes;
  const votePlace = columns.indexOf("vote");
  const pointPlace = columns.indexOf("points");
  const ordinal = file.meta.get("vote_type") === "ordinal";
  const box = new Box();
  const votes = new Array<number>(places.size).fill(0);
  const given = new Decimals();
  const receivers: number[] = [];
  for (const row of rows) {
    const names = list(row.cells[votePlace] ?? "");
    const chosen = names.map((name) => places.get(name));
    const unknown = chosen.indexOf(undefined);
    if (unknown >= 0) {
      faults.push({ line: row.line, reason: `no project ${names[unknown]}`, zh: `没有项目 ${names[unknown]}` });
      continue;
    }
    // Real ballots name a project twice; it is one approval, as in Pabulib's own tools.
    const projects = [...new Set(chosen as number[])];
    box.add(choiceCells(projects));
    for (const project of projects) votes[project] = (votes[project] as number) + 1;
    const points = pointsOf(row, pointPlace, names.length, ordinal);
    if (!points) continue;
    if (points.length !== names.length) {
      faults.push({
        line: row.line,
        reason: `${points.length} points for ${names.length} projects`,
        zh: `${names.length} 个项目却有 ${points.length} 个分数`,
      });
      continue;
    }
    for (const [index, point] of points.entries()) {
      given.add(point, row.line, "points", "分数");
      receivers.push(chosen[index] as number);
    }
  }
  faults.push(...given.faults);
  if (receivers.length === 0) return { box, votes, scores: votes, pointScale: 1 };
  const scores = new Array<number>(places.size).fill(0);
  for (const [index, points] of given.whole().entries()) {
    const project = receivers[index] as number;
    scores[project] = (scores[project] as number) + points;
  }
  return { box, votes, scores, pointScale: given.scale };
};

const readMoney = (file: PbFile, faults: FileFault[]) => {
  const money = new Decimals();
  money.add(file.meta.get("budget") ?? "", 0, "budget", "预算");
  const costs = column(file.projects, "cost") ?? [];
  for (const [index, cost] of costs.entries()) {
    money.add(cost, file.projects.rows[index]?.line ?? 0, "cost", "费用");
  }
  faults.push(...money.faults);
  const [budget = 0, ...whole] = money.whole();
  if ([budget, ...whole].some((amount) => amount < 0 || amount > MONEY_MAX)) {
    const reason = `money runs from 0 to ${MONEY_MAX} of its smallest unit`;
    faults.push({ line: 0, reason, zh: `金额应为 0 至 ${MONEY_MAX} 个最小单位` });
  }
  return { budget, costs: whole, scale: money.scale };
};

/** What the file means; faults name the lines that mean nothing. */
export const pbPoll = (file: PbFile): Read<PbPoll> => {
  const faults: FileFault[] = [];
  const ids = column(file.projects, "project_id") ?? [];
  const places = new Map(ids.map((id, place) => [id, place]));
  const { budget, costs, scale } = readMoney(file, faults);
  const categories = column(file.projects, "category");
  const selected = column(file.projects, "selected");
  const ballots = readBallots(file, places, faults);
  if (faults.length > 0) return { faults };
  const projects = ids.map((id, place): Project => {
    const named = list(categories?.[place] ?? "");
    return { id, cost: costs[place] as number, ...(named.length > 0 ? { categories: named } : {}) };
  });
  return {
    election: {
      projects,
      budget,
      scale,
      ...ballots,
      selected: selected ? selected.flatMap((cell, place) => (cell === "1" ? [place] : [])) : null,
      rule: file.meta.get("rule") ?? "",
      voteType: file.meta.get("vote_type") ?? "",
    },
  };
};
