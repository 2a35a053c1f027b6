/** From the register to the entries of a poll's roll: which electorate is read, and what is frozen of each record. */
import type { PollRules } from "../../schemas/polls/resources.ts";
import { type ElectorateQuery, type Entitled, electoratePage, entitled } from "../residents/port.ts";
import type { Deps } from "../shared/deps.ts";
import { dayIso, dayText } from "../shared/time.ts";
import type { Poll } from "./domain/poll.ts";
import { headName, type RollEntry } from "./store/roll.ts";
import { headOf } from "./tally/owners.ts";

/** Records of the register that one page of a roll is made from. */
const PAGE = 100;

const KINDS = {
  OWNERS: "units",
  RESIDENTS: "residents",
  REPRESENTATIVES: "residents",
  HOUSEHOLDS: "households",
} as const;

const queryOf = (poll: Poll, { electorate }: PollRules, zone: string): ElectorateQuery => ({
  community: poll.community,
  kind: KINDS[electorate.kind],
  day: dayIso(dayText(new Date(poll.noticedMs ?? 0), zone)),
});

const votersOf = ({ electors, unit }: Entitled, { electorate }: PollRules): string[] => {
  const named = electors.map(({ kind, id }) => `${kind === "resident" ? "r" : "o"}:${id}`);
  const developer = electorate.kind === "OWNERS" && unit && named.length === 0 ? electorate.developer : undefined;
  return developer === undefined ? named : [`o:${developer}`];
};

/** What is frozen of a record; undefined where the poll's electorate leaves it out. */
const frozen = (record: Entitled, poll: Poll, rules: PollRules): RollEntry | undefined => {
  const { electorate } = rules;
  const { id, building, electors, unit } = record;
  if (electorate.kind === "OWNERS" && !(unit && electorate.uses.includes(unit.use))) return undefined;
  if (electorate.kind === "REPRESENTATIVES" && !electorate.representatives.includes(id)) return undefined;
  const owners = electors.map((elector) => elector.id);
  const weight = unit && {
    area: unit.area,
    areaSource: unit.areaSource,
    head: headName(headOf(owners, owners.length === 0)),
  };
  return {
    poll: poll.id,
    entry: id,
    voters: votersOf(record, rules),
    building,
    ...weight,
    openMs: poll.openMs,
    closeMs: poll.closeMs,
    rulesHash: poll.rulesHash ?? "",
    voted: false,
  };
};

/** A page of a roll as the register has it. */
export interface RollPage {
  readonly entries: readonly RollEntry[];
  readonly skipped: number;
  readonly next: string | null;
}

/** The next page of a poll's roll, from `cursor` on (null at the start). */
export const rollPage = async (poll: Poll, rules: PollRules, cursor: string | null, deps: Deps): Promise<RollPage> => {
  const query = queryOf(poll, rules, deps.district.zone);
  if (rules.electorate.kind === "REPRESENTATIVES") {
    const ids = [...new Set(rules.electorate.representatives)].sort();
    const from = Number(cursor ?? 0);
    const own = ids.slice(from, from + PAGE);
    const found = await Promise.all(own.map((id) => entitled(deps.db, query, id)));
    const entries = found.flatMap((record) => (record && frozen(record, poll, rules)) ?? []);
    const next = from + PAGE < ids.length ? String(from + PAGE) : null;
    return { entries, skipped: own.length - entries.length, next };
  }
  const page = await electoratePage(deps.db, query, cursor, PAGE);
  return { ...page, entries: page.entries.flatMap((record) => frozen(record, poll, rules) ?? []) };
};

/** One entry as the register has it now; undefined where it does not belong on the roll. */
export const entryNow = async (
  poll: Poll,
  rules: PollRules,
  id: string,
  deps: Deps,
): Promise<RollEntry | undefined> => {
  const record = await entitled(deps.db, queryOf(poll, rules, deps.district.zone), id);
  return record && frozen(record, poll, rules);
};
