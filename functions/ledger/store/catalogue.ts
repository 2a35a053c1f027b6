/**
 * The catalogue in DynamoDB: items, their stock beside them, personal use of limits, and what a redemption's record
 * says.
 */
import type { Periods } from "../../shared/time.ts";
import { absent, create, type Item, type Key, replace, type Write } from "../../shared/write.ts";
import type { Bilingual, CatalogueItem, PerPerson } from "../domain/catalogue.ts";
import { buyerOf, type LimitUse, type Redemption, type RedemptionTerms } from "../domain/redemption.ts";
import { isEntry, toEntry, transferKey } from "./journal.ts";

/** Key of an item. */
export const itemKey = (id: string): Key => ({ pk: `CI#${id}`, sk: "I" });

/** Key of an item's stock. */
export const stockKey = (id: string): Key => ({ pk: `CI#${id}`, sk: "STOCK" });

/** Index partition (g3) of what a community offers, or of what it has withdrawn. */
export const itemList = (community: string, active: boolean): string => `${active ? "CL" : "CLX"}#${community}`;

const stored = (item: CatalogueItem, stamp: number): Item => ({
  ...itemKey(item.id),
  com: item.community,
  name: { ...item.name },
  unit: item.unit,
  price: item.price,
  stk: item.stocked,
  on: item.active,
  rev: item.revision,
  at: stamp,
  ev: item.revision === 1 ? "ledger.catalogue.created" : "ledger.catalogue.updated",
  g3p: itemList(item.community, item.active),
  g3s: item.id,
  ...(item.description ? { desc: { ...item.description } } : {}),
  ...(item.perPerson ? { per: { ...item.perPerson } } : {}),
  ...(item.cancelWindowMinutes === null ? {} : { win: item.cancelWindowMinutes }),
  ...(item.provider ? { prov: item.provider } : {}),
});

/** Makes an item, with its stock when pieces are counted. */
export const createItem = (item: CatalogueItem, stock: number | null, stamp: number): Write[] => [
  create(stored(item, stamp)),
  ...(stock === null ? [] : [create({ ...stockKey(item.id), left: stock })]),
];

/** Replaces an item that still has the revision that was read. */
export const updateItem = (item: CatalogueItem, stamp: number): Write =>
  replace(stored(item, stamp), "rev", item.revision - 1);

/** An item from storage. */
export const toCatalogueItem = (item: Item): CatalogueItem => ({
  id: item.pk.slice(3),
  community: item.com as string,
  name: item.name as Bilingual,
  description: (item.desc as Bilingual | undefined) ?? null,
  unit: item.unit as string,
  price: item.price as number,
  stocked: item.stk as boolean,
  perPerson: (item.per as PerPerson | undefined) ?? null,
  cancelWindowMinutes: (item.win as number | undefined) ?? null,
  provider: (item.prov as string | undefined) ?? null,
  active: item.on as boolean,
  revision: item.rev as number,
});

const addTo = (key: Key, attribute: string, amount: number, least: number, most: number): Write => ({
  type: "update",
  key,
  update: "SET #n = #n + :d",
  condition: {
    expression: "#n BETWEEN :least AND :most",
    names: { "#n": attribute },
    values: { ":d": amount, ":least": least, ":most": most },
  },
});

/** Takes pieces; refused by the database when fewer are left. */
export const takeStock = (item: string, quantity: number): Write =>
  addTo(stockKey(item), "left", -quantity, quantity, Number.MAX_SAFE_INTEGER);

/** Gives pieces back; a cancellation is never stopped by a stock that has been filled up since. */
export const returnStock = (item: string, quantity: number): Write =>
  addTo(stockKey(item), "left", quantity, 0, Number.MAX_SAFE_INTEGER);

/** Changes the stock by `delta`, which leaves it between 0 and `most`. */
export const adjustStock = (item: string, delta: number, most: number): Write =>
  addTo(stockKey(item), "left", delta, Math.max(-delta, 0), most - Math.max(delta, 0));

/** Key of the record of a stock adjustment, which is also its idempotency record. */
export const adjustmentKey = (id: string): Key => ({ pk: `CS#${id}`, sk: "S" });

export interface Adjustment {
  readonly id: string;
  readonly item: string;
  readonly delta: number;
  readonly reason: string;
  readonly by: string;
  readonly atMs: number;
}

/** Keeps an adjustment. */
export const recordAdjustment = (adjustment: Adjustment, stamp: number, fingerprint: string): Write => {
  const { id, ...rest } = adjustment;
  return create({
    ...adjustmentKey(id),
    ...rest,
    fp: fingerprint,
    rev: 1,
    at: stamp,
    ev: "ledger.catalogue.stock-adjusted",
  });
};

/** An adjustment from its record. */
export const toAdjustment = (item: Item): Adjustment => ({
  id: item.pk.slice(3),
  item: item.item as string,
  delta: item.delta as number,
  reason: item.reason as string,
  by: item.by as string,
  atMs: item.atMs as number,
});

const PERIOD_LETTER: Readonly<Record<keyof Periods, string>> = { day: "d", week: "w", month: "m", year: "y" };

/** Key of what one person has used of an item's limit in one period. */
export const useKey = (use: Pick<LimitUse, "item" | "person" | "period" | "number">): Key => ({
  pk: `CU#${use.item}#${use.person}`,
  sk: `${PERIOD_LETTER[use.period]}${use.number}`,
});

/** A counter outlives its period, so that a late cancellation finds it; then it is of no use and may go. */
const USE_KEPT_SECONDS = 800 * 24 * 60 * 60;

/** Takes from a personal limit; refused by the database when too little of it is left. */
export const takeUse = (use: LimitUse, now: Date): Write => ({
  type: "update",
  key: useKey(use),
  update: "SET #u = if_not_exists(#u, :zero) + :q, #t = :ttl",
  condition: {
    expression: "attribute_not_exists(#u) OR #u <= :most",
    names: { "#u": "used", "#t": "ttl" },
    values: {
      ":zero": 0,
      ":q": use.quantity,
      ":most": use.limit - use.quantity,
      ":ttl": Math.floor(now.getTime() / 1_000) + USE_KEPT_SECONDS,
    },
  },
});

/** Gives a cancelled redemption's use back to the period it was taken in. */
export const returnUse = (use: Omit<LimitUse, "limit">): Write =>
  addTo(useKey(use), "used", -use.quantity, use.quantity, Number.MAX_SAFE_INTEGER);

/** Index partition (g3) of an account's redemptions, by journal stamp. */
export const redemptionList = (account: string): string => `RD#${account}`;

/** Writes of the ledger with the redemption's terms added to the record under its id. */
export const withTerms = (
  writes: readonly Write[],
  id: string,
  account: string,
  stamp: number,
  terms: RedemptionTerms,
): Write[] => {
  const { pk } = transferKey(id);
  const extra = {
    q: terms.quantity,
    price: terms.price,
    until: terms.cancelUntilMs,
    code: terms.voucher,
    g3p: redemptionList(account),
    g3s: String(stamp).padStart(16, "0"),
    ...(terms.stocked ? { stk: true } : {}),
    ...(terms.period ? { per: terms.period.period, pno: terms.period.number } : {}),
  };
  return writes.map((write) =>
    write.type === "put" && write.item.pk === pk ? { ...write, item: { ...write.item, ...extra } } : write,
  );
};

/** Key of the mark that a redemption has been delivered. */
export const fulfilmentKey = (id: string): Key => ({ pk: transferKey(id).pk, sk: "F" });

/** Keys of everything that a redemption's state comes from: record, reversal, delivery. */
export const redemptionKeys = (id: string): Key[] => [transferKey(id), transferKey(id, true), fulfilmentKey(id)];

/** Marks a redemption as delivered, unless it is or has been cancelled. */
export const fulfilWrites = (id: string, by: string, atMs: number, stamp: number): Write[] => [
  create({ ...fulfilmentKey(id), by, when: atMs, rev: 1, at: stamp, ev: "ledger.redemption.fulfilled" }),
  { type: "check", key: transferKey(id, true), condition: absent },
];

/** Holds a cancellation to what has not been delivered. */
export const undelivered = (id: string): Write => ({ type: "check", key: fulfilmentKey(id), condition: absent });

/** The redemption that these items make up; undefined when there is none under the id. */
export const toRedemption = (items: readonly Item[]): Redemption | undefined => {
  const record = items.find((item) => item.sk === "T");
  if (!record || !isEntry(record) || record.q === undefined) return undefined;
  const reversal = items.find((item) => item.sk === "R");
  const fulfilled = items.find((item) => item.sk === "F");
  const entry = toEntry(record);
  return {
    id: entry.id,
    item: entry.link?.id ?? "",
    account: entry.from,
    community: entry.to.split("~")[0] as string,
    amount: entry.amount,
    stampMs: Math.floor(entry.stamp / 1_000),
    by: entry.by,
    quantity: record.q as number,
    price: record.price as number,
    stocked: record.stk === true,
    cancelUntilMs: record.until as number,
    voucher: record.code as string,
    ...(record.per === undefined
      ? {}
      : { period: { period: record.per as keyof Periods, number: record.pno as number } }),
    ...(entry.actingFor === undefined ? {} : { actingFor: entry.actingFor }),
    ...(fulfilled ? { fulfilled: { by: fulfilled.by as string, atMs: fulfilled.when as number } } : {}),
    ...(reversal ? { cancelled: { by: reversal.by as string, atMs: Math.floor(Number(reversal.g1s) / 1_000) } } : {}),
  };
};

/** The use of a personal limit that a redemption made, to be given back; undefined when there was none. */
export const usedBy = (redemption: Redemption): Omit<LimitUse, "limit"> | undefined =>
  redemption.period && {
    ...redemption.period,
    item: redemption.item,
    person: buyerOf(redemption),
    quantity: redemption.quantity,
  };
