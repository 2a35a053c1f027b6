/**
 * Any election file with its known result beside it: `<file>.expected.json` with a method as the library names it,
 * seats and the winners' names. For `.cvotes`, `.blt` and `.csv` (layout of `CVR_LAYOUT`).
 */
import { readBlt } from "../../../functions/polls/files/blt.ts";
import { readCvotes } from "../../../functions/polls/files/cvotes.ts";
import { readCvr } from "../../../functions/polls/files/cvr.ts";
import type { RankedElection } from "../../../functions/polls/files/ranked.ts";
import type { Read } from "../../../functions/polls/files/text.ts";
import { count, type Method } from "../../../functions/polls/tally/methods.ts";
import { type Case, compareCounts, type Format, setDifference, type Verdict } from "../cases.ts";

interface Expected {
  readonly method: Method;
  readonly seats?: number;
  readonly winners: readonly string[];
}

const READERS: Readonly<Record<string, (text: string) => Read<RankedElection>>> = {
  ".cvotes": readCvotes,
  ".blt": readBlt,
  ".csv": readCvr,
};
const ENDING = ".expected.json";

/** Withdrawn candidates are not counted by the methods that know of them. */
const withWithdrawn = (method: Method, withdrawn: readonly number[]): Method =>
  (method.method === "IRV" || method.method === "STV") && withdrawn.length > 0
    ? { ...method, rules: { excluded: withdrawn, ...method.rules } }
    : method;

const run = (read: Read<RankedElection>, { method, seats, winners }: Expected): Verdict => {
  if ("faults" in read) {
    const [first] = read.faults;
    return { verdict: "DISAGREES", reason: `cannot be read: line ${first?.line}: ${first?.reason}` };
  }
  const { box, candidates, seats: told = 1, withdrawn = [] } = read.election;
  const full = withWithdrawn(method, withdrawn);
  return compareCounts(
    (ties) => count(box, { candidates, seats: seats ?? told, ties }, full),
    (result) =>
      setDifference(
        result.winners.map((one) => candidates[one] as string),
        winners,
      ),
    ({ tied, purpose }) => {
      const won = (one: number) => winners.includes(candidates[one] as string);
      return purpose === "ELIMINATE" ? tied.find((one) => !won(one)) : tied.find(won);
    },
  );
};

export const toldFormat: Format = {
  name: "told",
  *cases({ paths, read }): Iterable<Case> {
    for (const path of paths.filter((one) => one.endsWith(ENDING))) {
      const file = path.slice(0, -ENDING.length);
      const reader = READERS[file.slice(file.lastIndexOf("."))];
      if (!reader || !paths.includes(file)) continue;
      const expected = JSON.parse(read(path)) as Expected;
      yield { file, method: expected.method.method, run: () => run(reader(read(file)), expected) };
    }
  },
};
