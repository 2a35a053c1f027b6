/** Funds, their sums and movements in DynamoDB. What a fund holds stands in its envelope, an account of the ledger. */
import { dueSort } from "../../shared/due.ts";
import { Expression } from "../../shared/expression.ts";
import { create, type Item, type Key, replace, type Write } from "../../shared/write.ts";
import { type Fund, type Movement, NO_TOTALS, type Totals } from "../domain/money.ts";

/** Key of a fund. */
export const fundKey = (id: string): Key => ({ pk: `FD#${id}`, sk: "F" });
/** Key of a fund's sums. */
export const totalsKey = (id: string): Key => ({ pk: `FD#${id}`, sk: "T" });
/** Key of a movement. */
export const movementKey = (id: string): Key => ({ pk: `FM#${id}`, sk: "M" });
/** Index partition (g1) of a community's funds by their opening. */
export const fundList = (community: string): string => `FDL#${community}`;
/** Index partition (g1) of a fund's movements by time. */
export const movementList = (fund: string): string => `FML#${fund}`;
/** Index partition (g3) of funds whose money expires, by when that is looked at. */
export const DUE_FUNDS = "FDX";

const item = (fund: Fund, stamp: number): Item => ({
  ...fundKey(fund.id),
  d: { ...fund },
  rev: fund.revision,
  at: stamp,
  ev: `fund.fund.${fund.state === "open" ? "opened" : fund.state}`,
  g1p: fundList(fund.community),
  g1s: fund.openedMs,
  ...(fund.dueMs === undefined ? {} : { g3p: DUE_FUNDS, g3s: dueSort(fund.dueMs, fund.id) }),
});

/** Opens a fund with its sums at zero. */
export const createFund = (fund: Fund, stamp: number): Write[] => [
  create(item(fund, stamp)),
  create({ ...totalsKey(fund.id), ...NO_TOTALS }),
];

/** Changes a fund that still has the revision before. */
export const saveFund = (fund: Fund, stamp: number): Write => replace(item(fund, stamp), "rev", fund.revision - 1);

/** A fund from its item. */
export const toFund = (stored: Item): Fund => stored.d as Fund;

/** Sums from their item. */
export const toTotals = (stored: Item): Totals =>
  Object.fromEntries(Object.keys(NO_TOTALS).map((name) => [name, stored[name] as number])) as unknown as Totals;

/** Adds to a fund's sums; administrative costs only while they have that much room. */
export const addTotals = (fund: string, changes: Partial<Totals>): Write => {
  const x = new Expression();
  const conditions = [`attribute_exists(${x.name("adminRoom")})`];
  const room = changes.adminRoom ?? 0;
  if (room < 0) conditions.push(`${x.name("adminRoom")} >= ${x.value(-room)}`);
  const adds = Object.entries(changes).map(([name, change]) => `${x.name(name)} ${x.value(change)}`);
  return {
    type: "update",
    key: totalsKey(fund),
    update: `ADD ${adds.join(", ")}`,
    condition: { expression: conditions.join(" AND "), names: x.names, values: x.values },
  };
};

/** Records a movement. */
export const createMovement = (movement: Movement, stamp: number): Write =>
  create({
    ...movementKey(movement.id),
    d: { ...movement },
    rev: 1,
    at: stamp,
    ev: "fund.movement.recorded",
    g1p: movementList(movement.fund),
    g1s: movement.atMs,
  });

/** A movement from its item. */
export const toMovement = (stored: Item): Movement => stored.d as Movement;

/** What is divided once only: the income of a source in a period. */
export interface Period {
  readonly community: string;
  readonly unit: string;
  readonly kind: string;
  readonly source: string;
  readonly period: string;
}

/** Key of a period that has been divided. */
export const periodKey = ({ community, unit, kind, source, period }: Period): Key => ({
  pk: `FU#${community}#${unit}#${kind}`,
  sk: JSON.stringify([source, period]),
});

/** Marks a period as divided by a transfer or income; refused when it was. */
export const takePeriod = (period: Period, by: string): Write => create({ ...periodKey(period), by });
