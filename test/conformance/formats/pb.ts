/** Pabulib: the file's own `rule` and `selected` column are the known result. */
import { column, type PbFile, readPb } from "../../../functions/polls/files/pb.ts";
import { countPb, type PbMethod, pbMethodOf } from "../../../functions/polls/files/pb-count.ts";
import { type PbPoll, pbPoll } from "../../../functions/polls/files/pb-poll.ts";
import { type Case, compareCounts, type Format, setDifference, skipped, type Verdict } from "../cases.ts";

/** The file's own totals, where it has a column for them, must be those of its ballots: else it left ballots out. */
const totalsDiffer = (file: PbFile, poll: PbPoll): string | null => {
  const [name, ours, scale] = column(file.projects, "score")
    ? (["score", poll.scores, poll.pointScale] as const)
    : (["votes", poll.votes, 1] as const);
  const told = column(file.projects, name);
  if (!told) return null;
  const place = told.findIndex((cell, index) => cell !== "" && Number(cell) * scale !== ours[index]);
  if (place < 0) return null;
  const { id } = poll.projects[place] as { readonly id: string };
  return `its ballots give project ${id} ${(ours[place] as number) / scale} ${name}, the file says ${told[place]}`;
};

const compare = (poll: PbPoll, selected: readonly number[], method: PbMethod): Verdict => {
  const ids = poll.projects.map(({ id }) => id);
  const known = new Set(selected);
  const name = (places: readonly number[]) => places.map((place) => ids[place] as string);
  return compareCounts(
    (ties) => countPb(poll, method, ties),
    ({ funded }) => setDifference(name(funded), name(selected)),
    ({ tied }) => tied.find((project) => known.has(project)) ?? tied[0],
  );
};

const run = (text: string): Verdict => {
  const read = readPb(text);
  if ("faults" in read) return { verdict: "DISAGREES", reason: faultText(read.faults) };
  const poll = pbPoll(read.election);
  if ("faults" in poll) return { verdict: "DISAGREES", reason: faultText(poll.faults) };
  const method = pbMethodOf(poll.election, read.election.meta.get("min_project_score_threshold"));
  if (!method) return skipped(`rule ${poll.election.rule || "not told"}`);
  if (!poll.election.selected) return skipped("no column selected");
  const incomplete = totalsDiffer(read.election, poll.election);
  return incomplete === null ? compare(poll.election, poll.election.selected, method) : skipped(incomplete);
};

const faultText = ([first]: readonly { readonly line: number; readonly reason: string }[]): string =>
  `cannot be read: line ${first?.line}: ${first?.reason}`;

const ruleOf = (text: string): string => /^rule;(.*)$/m.exec(text.slice(0, 20_000))?.[1]?.trim() ?? "not told";

export const pbFormat: Format = {
  name: "pb",
  *cases({ paths, read }): Iterable<Case> {
    for (const file of paths.filter((path) => path.endsWith(".pb"))) {
      const text = read(file);
      yield { file, method: ruleOf(text), run: () => run(text) };
    }
  },
};
