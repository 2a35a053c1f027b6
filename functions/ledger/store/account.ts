/** Accounts in DynamoDB: item shape, creation, and the one update that carries a posting with all its conditions. */
import { Expression } from "../../shared/expression.ts";
import { create, type Item, type Key, type Write } from "../../shared/write.ts";
import type { Account, AccountStatus, HolderKind } from "../domain/account.ts";
import { type CounterUse, isStale } from "../domain/counter.ts";
import { availableDelta, type Posting, roomDelta } from "../domain/posting.ts";

/** Key of an account. */
export const accountKey = (id: string): Key => ({ pk: `A#${id}`, sk: "A" });

/** Index partition that lists the accounts of a community and unit. */
export const accountList = (community: string, unit: string): string => `AL#${community}#${unit}`;

const COUNTER = /^c_/;

/** An item as the account that the rules see. */
export const toAccount = (item: Item): Account => ({
  id: item.pk.slice(2),
  holderKind: item.hk as HolderKind,
  holderId: item.hid as string,
  community: item.com as string,
  unit: item.unit as string,
  status: item.st as AccountStatus,
  floor: item.floor as number,
  ceiling: item.ceil as number,
  balance: item.bal as number,
  held: item.held as number,
  heldIn: item.hin as number,
  free: item.free as number,
  available: item.avail as number,
  room: item.room as number,
  earned: item.earned as number,
  spent: item.spent as number,
  lots: item.lots as Record<string, number>,
  last: item.last as number,
  version: item.ver as number,
  revision: item.rev as number,
  lastPaidMs: item.paid as number | undefined,
  spenders: [...((item.spend as Set<string> | undefined) ?? [])],
  counters: Object.fromEntries(Object.entries(item).filter(([name]) => COUNTER.test(name))) as Record<string, number>,
});

/** Item of an account; also used to write an account back whole, as on a change of status or limits. */
export const toItem = (account: Account): Item => ({
  ...accountKey(account.id),
  hk: account.holderKind,
  hid: account.holderId,
  com: account.community,
  unit: account.unit,
  st: account.status,
  floor: account.floor,
  ceil: account.ceiling,
  bal: account.balance,
  held: account.held,
  hin: account.heldIn,
  free: account.free,
  avail: account.available,
  room: account.room,
  earned: account.earned,
  spent: account.spent,
  lots: { ...account.lots },
  last: account.last,
  ver: account.version,
  rev: account.revision,
  g3p: accountList(account.community, account.unit),
  g3s: account.id,
  ...(account.lastPaidMs === undefined ? {} : { paid: account.lastPaidMs }),
  ...(account.spenders.length === 0 ? {} : { spend: new Set(account.spenders) }),
  ...account.counters,
});

/** Opens an account. */
export const createAccount = (account: Account): Write => create(toItem(account));

/**
 * The update of one posting. Blind when `known` is undefined; with a known account it overwrites counters left over
 * from an old period.
 * `first` and `last` are the stamps of the entries in this transaction: the account takes them only in rising order.
 */
export const postingWrite = (posting: Posting, first: number, last: number, known?: Account): Write => {
  const x = new Expression();
  const conditions = needConditions(x, posting);
  const sets = [`${x.name("last")} = ${x.value(last)}`];
  const removes: string[] = [];
  conditions.push(`${x.name("last")} < ${x.value(first)}`);
  for (const use of posting.counters) counterTerms(x, use, known, sets, removes, conditions);
  for (const [day, amount] of Object.entries(posting.lots)) {
    const path = x.name(`lots.${day}`);
    sets.push(`${path} = if_not_exists(${path}, ${x.value(0)}) + ${x.value(amount)}`);
  }
  if (posting.needs.idle) {
    sets.push(`${x.name("paid")} = ${x.value(posting.needs.idle.nowMs)}`);
  }
  const adds = additions(posting).map(([attribute, delta]) => `${x.name(attribute)} ${x.value(delta)}`);
  const update = [
    `SET ${sets.join(", ")}`,
    `ADD ${adds.join(", ")}`,
    ...(removes.length > 0 ? [`REMOVE ${removes.join(", ")}`] : []),
  ].join(" ");
  return {
    type: "update",
    key: accountKey(posting.account),
    update,
    condition: { expression: conditions.join(" AND "), names: x.names, values: x.values },
  };
};

const additions = (posting: Posting): (readonly [string, number])[] => {
  const delta = availableDelta(posting);
  const all = [
    ["bal", posting.balance],
    ["held", posting.held],
    ["hin", posting.heldIn],
    ["free", delta],
    ["avail", delta],
    ["room", roomDelta(posting)],
    ["spent", posting.spent],
    ["earned", posting.earned],
  ] as const;
  return [...all.filter(([, amount]) => amount !== 0), ["ver", 1] as const];
};

const needConditions = (x: Expression, { needs }: Posting): string[] => {
  const conditions: string[] = [];
  switch (needs.status) {
    case "active":
    case "earmarked":
      conditions.push(`${x.name("st")} = ${x.value(needs.status)}`);
      break;
    case "open":
      conditions.push(`${x.name("st")} <> ${x.value("closed")}`, `attribute_exists(${x.name("st")})`);
      break;
    case "any":
      conditions.push(`attribute_exists(${x.name("st")})`);
      break;
  }
  if (needs.available !== undefined) conditions.push(`${x.name("avail")} >= ${x.value(needs.available)}`);
  if (needs.availableIs !== undefined) conditions.push(`${x.name("avail")} = ${x.value(needs.availableIs)}`);
  if (needs.free !== undefined) conditions.push(`${x.name("free")} >= ${x.value(needs.free)}`);
  if (needs.room !== undefined) conditions.push(`${x.name("room")} >= ${x.value(needs.room)}`);
  if (needs.spender !== undefined) conditions.push(`contains(${x.name("spend")}, ${x.value(needs.spender)})`);
  if (needs.community !== undefined) conditions.push(`${x.name("com")} = ${x.value(needs.community)}`);
  if (needs.idle) {
    const paid = x.name("paid");
    conditions.push(`(attribute_not_exists(${paid}) OR ${paid} <= ${x.value(needs.idle.sinceMs)})`);
  }
  return conditions;
};

const counterTerms = (
  x: Expression,
  use: CounterUse,
  known: Account | undefined,
  sets: string[],
  removes: string[],
  conditions: string[],
): void => {
  const path = x.name(use.attribute);
  if (use.direction === "give-back") {
    // Only what was taken in this same period comes back; the caller has checked that the period is the same.
    conditions.push(`${path} >= ${x.value(use.base + use.amount)}`);
    sets.push(`${path} = ${path} - ${x.value(use.amount)}`);
    return;
  }
  removes.push(...use.others.map((other) => x.name(other)));
  if (known && use.amount <= use.limit && isStale(use, known.counters)) {
    conditions.push(`${path} = ${x.value(known.counters[use.attribute] as number)}`);
    sets.push(`${path} = ${x.value(use.base + use.amount)}`);
    return;
  }
  const most = use.base + use.limit - use.amount;
  // An amount above the limit would make an empty range, which DynamoDB rejects as malformed; `< base` never holds
  // instead.
  const within =
    most < use.base
      ? `${path} < ${x.value(0)}`
      : `(attribute_not_exists(${path}) OR ${path} BETWEEN ${x.value(use.base)} AND ${x.value(most)})`;
  conditions.push(within);
  sets.push(`${path} = if_not_exists(${path}, ${x.value(use.base)}) + ${x.value(use.amount)}`);
};
