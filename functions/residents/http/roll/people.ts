/** The people of a roll: one transaction a row, with accounts, opening points and household. */
import { openAccounts, setSpenders } from "../../../ledger/port.ts";
import type { Write } from "../../../shared/write.ts";
import type { Household, Resident } from "../../domain/model.ts";
import {
  decideRow,
  householdIdOf,
  openingIdOf,
  type RowContext,
  type RowDecision,
  type RowState,
  residentIdOf,
} from "../../domain/roll/decide.ts";
import { unitOf } from "../../domain/roll/file.ts";
import type { RowOutcome } from "../../domain/roll/report.ts";
import type { Row } from "../../domain/roll/row.ts";
import {
  changeMembers,
  changeResident,
  createHousehold,
  createResident,
  householdKey,
  residentKey,
  toHousehold,
  toRecord,
  toResident,
} from "../../store/people.ts";
import { unitKey } from "../../store/places.ts";
import { mustBe } from "../../store/record.ts";
import { viewHousehold, viewResident } from "../views.ts";
import type { Places } from "./places.ts";
import { type Import, inChunks, seenItem, settle } from "./progress.ts";

const keysOf = (run: Import, row: Row) => [
  residentKey(residentIdOf(run.community, row.ref)),
  ...(row.household === undefined ? [] : [householdKey(householdIdOf(run.community, row.household))]),
];

const stateOf = (run: Import, row: Row, unitId: string | undefined): RowState => {
  const [person, household] = keysOf(run, row).map((key) => seenItem(run, key));
  return {
    resident: person ? toRecord(person) : null,
    household: household ? toHousehold(household) : null,
    unitId,
  };
};

const enterWrites = (run: Import, resident: Resident): readonly Write[] => {
  const { id, community, openingPoints } = resident;
  const opening =
    openingPoints === undefined
      ? []
      : [{ transferId: openingIdOf(id), unit: "points", amount: openingPoints, by: run.by }];
  return [
    createResident(resident, run.by, run.deps.stamps.take()),
    ...openAccounts(run.deps, { kind: "resident", id, community }, { opening }),
  ];
};

const joinWrites = (run: Import, household: Household, id: string): readonly Write[] => {
  const members = [...household.members, id];
  const item = seenItem(run, householdKey(household.id));
  const stamp = run.deps.stamps.take();
  const { community } = household;
  if (!item) {
    const holder = { kind: "household" as const, id: household.id, community, spenders: members };
    return [createHousehold({ ...household, members, revision: 1 }, stamp), ...openAccounts(run.deps, holder)];
  }
  return [
    changeMembers(item, members, stamp, viewHousehold(household)),
    ...setSpenders(run.deps, household.id, members, community),
  ];
};

const rowWrites = (run: Import, decision: RowDecision, row: Row): readonly Write[] => {
  if (decision.outcome === "rejected" || !("enter" in decision || "change" in decision)) return [];
  const id = residentIdOf(run.community, row.ref);
  const item = seenItem(run, residentKey(id));
  const { enter, change, join } = decision;
  const unitId = enter?.unitId ?? change?.unitId;
  return [
    ...(enter ? enterWrites(run, enter) : []),
    ...(item && change
      ? [changeResident(item, change, run.by, run.deps.stamps.take(), viewResident(toResident(item)))]
      : []),
    ...(join ? joinWrites(run, join, id) : []),
    ...(unitId === undefined ? [] : [mustBe(unitKey(unitId), { com: run.community })]),
  ];
};

const settleRow = async (run: Import, row: Row, places: Places, context: RowContext): Promise<RowOutcome> => {
  const { line } = row;
  const unit = unitOf(row);
  const unitId = unit === undefined ? undefined : places.ids.get(unit);
  if (unit !== undefined && unitId === undefined) {
    return { line, outcome: "rejected", errors: [{ column: "area_m2", reason: "area-missing" }] };
  }
  const decision = await settle(run, keysOf(run, row), () => {
    const decided = decideRow(row, stateOf(run, row, unitId), context);
    return { writes: rowWrites(run, decided, row), result: decided };
  });
  if ("errors" in decision) return { line, outcome: "rejected", errors: decision.errors };
  return { line, outcome: decision.outcome, residentId: residentIdOf(run.community, row.ref), errors: [] };
};

/** Rows of one household follow one another; others are independent. */
const groupRows = (rows: readonly Row[]): Row[][] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = row.household === undefined ? `r${row.ref}` : `h${row.household}`;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups.values()];
};

/** Brings the people of good rows in; outcomes by line. `onRow` counts them. */
export const settlePeople = async (
  run: Import,
  rows: readonly Row[],
  places: Places,
  onRow: () => void,
): Promise<Map<number, RowOutcome>> => {
  const { community, key } = run;
  const context: RowContext = { community, key, householdMembersMax: run.deps.district.limits.householdMembers };
  const outcomes = new Map<number, RowOutcome>();
  await inChunks(
    run,
    groupRows(rows),
    (group) => group.flatMap((row) => keysOf(run, row)),
    async (group) => {
      for (const row of group) {
        outcomes.set(row.line, await settleRow(run, row, places, context));
        onRow();
      }
    },
  );
  return outcomes;
};
