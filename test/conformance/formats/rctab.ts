/**
 * RCTab's test data: `*_config.json` with the rules, the cast vote records as CSV (a spreadsheet saved under the same
 * name with `.csv` will do), and `*_expected_detailed_report.json` or `*_expected_summary.json` with every round.
 */
import { basename, dirname, join } from "node:path/posix";
import { type CvrLayout, readCvr } from "../../../functions/polls/files/cvr.ts";
import type { RankedElection } from "../../../functions/polls/files/ranked.ts";
import type { TieQuestion } from "../../../functions/polls/tally/ties.ts";
import { transferCount } from "../../../functions/polls/tally/transfer/count.ts";
import type { OvervoteRule, TransferResult, TransferRules } from "../../../functions/polls/tally/transfer/rules.ts";
import { type Case, compareCounts, type Folder, type Format, skipped, type Verdict } from "../cases.ts";

interface Source {
  readonly filePath: string;
  readonly provider?: string;
  readonly firstVoteColumnIndex?: string;
  readonly firstVoteRowIndex?: string;
  readonly overvoteDelimiter?: string;
  readonly overvoteLabel?: string;
  readonly skippedRankLabel?: string;
  readonly undeclaredWriteInLabel?: string;
  readonly treatBlankAsUndeclaredWriteIn?: boolean;
}

interface Config {
  readonly cvrFileSources: readonly Source[];
  readonly candidates: readonly {
    readonly name: string;
    readonly code?: string;
    readonly excluded?: boolean;
    readonly aliases?: readonly string[];
  }[];
  readonly rules: Readonly<Record<string, string | boolean | undefined>>;
}

interface KnownRound {
  readonly round: number;
  readonly tally: Readonly<Record<string, string>>;
  readonly threshold?: string;
  readonly inactiveBallots?: Readonly<Record<string, string>>;
  readonly tallyResults: readonly { readonly elected?: string; readonly eliminated?: string }[];
}

const UNDECLARED = "Undeclared Write-ins";

const OVERVOTES: Readonly<Record<string, OvervoteRule>> = {
  alwaysSkipToNextRank: "ALWAYS_SKIP_TO_NEXT_RANK",
  exhaustImmediately: "EXHAUST_IMMEDIATELY",
  exhaustIfMultipleContinuing: "EXHAUST_IF_MULTIPLE_CONTINUING",
};

const MODES: Readonly<Record<string, Partial<TransferRules>>> = {
  singleWinnerMajority: {},
  multiWinnerAllowMultipleWinnersPerRound: { winnersPerRound: "SEVERAL" },
  multiWinnerAllowOnlyOneWinnerPerRound: { winnersPerRound: "ONE" },
};

const numberOr = <T>(text: unknown, other: T): number | T => (/^\d+$/.test(String(text)) ? Number(text) : other);

const rulesOf = ({ rules, candidates }: Config, names: readonly string[]): TransferRules | string => {
  const mode = MODES[String(rules.winnerElectionMode)];
  const overvotes = OVERVOTES[String(rules.overvoteRule)];
  if (!mode) return `winner election mode ${rules.winnerElectionMode}`;
  if (!overvotes) return `overvote rule ${rules.overvoteRule}`;
  const roundsMax = numberOr(rules.stopTabulationEarlyAfterRound, undefined);
  const undeclared = names.indexOf(UNDECLARED);
  return {
    winnersPerRound: "SEVERAL",
    ...mode,
    overvotes,
    skippedRanksMax: numberOr(rules.maxSkippedRanksAllowed, null),
    exhaustOnDuplicate: rules.exhaustOnDuplicateCandidate === true,
    quota: rules.hareQuota === true ? "HARE" : "DROOP",
    decimals: numberOr(rules.decimalPlacesForVoteArithmetic, 4),
    fractionalThreshold: rules.nonIntegerWinningThreshold === true,
    firstRoundThreshold: rules.doesFirstRoundDetermineThreshold === true,
    continueUntilTwo: rules.continueUntilTwoCandidatesRemain === true,
    batchElimination: rules.batchElimination === true,
    excluded: candidates.flatMap(({ excluded }, place) => (excluded ? [place] : [])),
    ...(undeclared < 0 ? {} : { undeclared }),
    ...(roundsMax === undefined ? {} : { roundsMax }),
  };
};

const textOr = (text: string | undefined): { readonly text?: string } => (text ? { text } : {});

const layoutOf = (source: Source, { candidates, rules }: Config, names: readonly string[]): CvrLayout => {
  const aliases = new Map<string, string>();
  for (const { name, code, aliases: others = [] } of candidates) {
    for (const other of [...others, ...(code ? [code] : [])]) aliases.set(other, name);
  }
  if (source.undeclaredWriteInLabel) aliases.set(source.undeclaredWriteInLabel, UNDECLARED);
  const undeclared = names.indexOf(UNDECLARED);
  const { text: overvote } = textOr(source.overvoteLabel);
  const { text: skippedLabel } = textOr(source.skippedRankLabel);
  const { text: delimiter } = textOr(source.overvoteDelimiter);
  const ranksMax = numberOr(rules.maxRankingsAllowed, undefined);
  return {
    layout: source.provider === "genericCsv" ? "CANDIDATE_COLUMNS" : "RANK_COLUMNS",
    before: numberOr(source.firstVoteColumnIndex, 1) - 1,
    headerRows: numberOr(source.firstVoteRowIndex, 2) - 1,
    candidates: names,
    aliases,
    ...(undeclared < 0 ? {} : { others: undeclared }),
    blankIsOther: source.treatBlankAsUndeclaredWriteIn === true,
    ...(overvote === undefined ? {} : { overvote }),
    ...(skippedLabel === undefined ? {} : { skipped: skippedLabel }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(ranksMax === undefined ? {} : { ranksMax }),
  };
};

/** The records of all sources in one box, or why they cannot be read here. */
const readRecords = (
  folder: Folder,
  path: string,
  config: Config,
  names: readonly string[],
): RankedElection | string => {
  let all: RankedElection | undefined;
  for (const source of config.cvrFileSources) {
    const file = join(dirname(path), source.filePath.replace(/\.xlsx$/, ".csv"));
    const isText = source.provider === "ess" || source.provider === "genericCsv";
    if (!isText || !folder.paths.includes(file)) return `records ${source.filePath} (${source.provider}) are no CSV`;
    const read = readCvr(folder.read(file), layoutOf(source, config, names));
    if ("faults" in read) return `${file}, line ${read.faults[0]?.line}: ${read.faults[0]?.reason}`;
    if (!all) all = read.election;
    else
      for (let row = 0; row < read.election.box.size; row++)
        all.box.add(read.election.box.row(row), read.election.box.count(row));
  }
  return all ?? "no records";
};

const scaled = (text: string, decimals: number): bigint => {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(decimals, "0").slice(0, decimals));
};

const decisionsOf = (known: KnownRound, kind: "elected" | "eliminated"): string[] =>
  known.tallyResults.flatMap((one) => one[kind] ?? []).sort();

const ENDS = {
  exhaustedChoices: "EXHAUSTED",
  overvotes: "OVERVOTE",
  repeatedRankings: "DUPLICATE",
  skippedRankings: "SKIPPED_RANKS",
} as const;

/** The first thing in which a count differs from the known rounds. */
const difference = (
  result: TransferResult,
  known: readonly KnownRound[],
  names: readonly string[],
  decimals: number,
) => {
  for (const [index, expected] of known.entries()) {
    const ours = result.rounds[index];
    const where = `round ${expected.round}`;
    if (!ours) return `${where} is missing`;
    for (const [name, text] of Object.entries(expected.tally)) {
      const votes = ours.votes[names.indexOf(name)];
      if (votes !== scaled(text, decimals)) return `${where}: ${name} has ${votes} units, known ${text}`;
    }
    if (expected.threshold !== undefined && ours.threshold !== scaled(expected.threshold, decimals)) {
      return `${where}: threshold ${ours.threshold} units, known ${expected.threshold}`;
    }
    for (const [name, end] of Object.entries(ENDS)) {
      const text = expected.inactiveBallots?.[name];
      if (text !== undefined && ours.ended[end] !== scaled(text, decimals)) {
        return `${where}: ${name} ${ours.ended[end]} units, known ${text}`;
      }
    }
    for (const kind of ["elected", "eliminated"] as const) {
      const told = decisionsOf(expected, kind).join(", ");
      const mine = ours[kind]
        .map((one) => names[one] as string)
        .sort()
        .join(", ");
      if (told !== mine) return `${where}: ${kind} ${mine || "nobody"}, known ${told || "nobody"}`;
    }
  }
  return result.rounds.length === known.length ? null : `${result.rounds.length} rounds, known ${known.length}`;
};

const run = (folder: Folder, path: string, report: string): Verdict => {
  const config = JSON.parse(folder.read(path)) as Config;
  const known = (JSON.parse(folder.read(report)) as { readonly results: readonly KnownRound[] }).results;
  const declared = config.candidates.map(({ name }) => name);
  const names = known.some(({ tally }) => UNDECLARED in tally) ? [...declared, UNDECLARED] : declared;
  const rules = rulesOf(config, names);
  if (typeof rules === "string") return skipped(rules);
  const records = readRecords(folder, path, config, names);
  if (typeof records === "string") return skipped(records);
  const seats = numberOr(config.rules.numberOfWinners, 1);
  const told = ({ round, purpose, tied }: TieQuestion): number | undefined => {
    const names_ = decisionsOf(known[round - 1] as KnownRound, purpose === "ELIMINATE" ? "eliminated" : "elected");
    return tied.find((candidate) => names_.includes(names[candidate] as string));
  };
  return compareCounts(
    (ties) => transferCount(records.box, { candidates: names, seats, ties }, rules),
    (result) => difference(result, known, names, rules.decimals),
    told,
  );
};

const REPORTS = ["_expected_detailed_report.json", "_expected_summary.json"];

export const rctabFormat: Format = {
  name: "rctab",
  *cases(folder): Iterable<Case> {
    for (const file of folder.paths.filter((path) => path.endsWith("_config.json"))) {
      const stem = join(dirname(file), basename(file).replace(/_config\.json$/, ""));
      const report = REPORTS.map((ending) => stem + ending).find((path) => folder.paths.includes(path));
      if (report) yield { file, method: methodOf(folder.read(file)), run: () => run(folder, file, report) };
    }
  },
};

const methodOf = (text: string): string => {
  const { rules } = JSON.parse(text) as Config;
  const several = Number(rules.numberOfWinners) > 1;
  return several ? `STV, ${rules.hareQuota === true ? "Hare" : "Droop"}` : "IRV";
};
