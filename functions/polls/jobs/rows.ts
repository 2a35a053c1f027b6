/**
 * Where the rows of a count come from, by the mode of the ballots: named ones from the entries of the roll, secret ones
 * from a shard of ballots that no entry points to.
 */
import type { BallotMode, PollRules } from "../../../schemas/polls/resources.ts";
import type { Deps } from "../../shared/deps.ts";
import { type RollEntry, SHARDS } from "../store/roll.ts";
import { ballotsOfShard } from "../store/secret.ts";

/** Takes a row once more. */
type Add = (row: string) => void;

/** Rows of one shard. */
export interface RowSource {
  /** Rows that an entry of the roll carries. */
  readonly fromEntry: (entry: RollEntry, rules: PollRules, add: Add) => void;
  /** Rows of ballots that are kept apart from the roll. */
  readonly fromShard: (poll: string, shard: string, deps: Pick<Deps, "db">, add: Add) => Promise<void>;
}

const none = (): void => undefined;

const named: RowSource = {
  fromEntry: ({ head, area, cells, voted }, { electorate }, add) => {
    // Owners: every unit, voted or not, with its head and area; others: the ballot alone.
    if (electorate.kind === "OWNERS") add(`${head ?? ""}|${area ?? 0}|${voted ? (cells ?? "") : ""}`);
    else if (voted) add(cells ?? "");
  },
  fromShard: async () => none(),
};

/** Secret ballots: the entries tell nothing, the shard of the box all. */
const secret: RowSource = {
  fromEntry: none,
  fromShard: async (poll, shard, deps, add) => {
    for (let after: string | null = null, more = true; more; ) {
      const page = await ballotsOfShard(deps.db, poll, Number.parseInt(shard, SHARDS.length), after);
      for (const { cells } of page.ballots) add(cells);
      after = page.after;
      more = after !== null;
    }
  },
};

/** A source for each mode. */
export const rowSources: Readonly<Record<BallotMode, RowSource>> = { named, envelope: secret, token: secret };
