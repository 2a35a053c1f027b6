/** Holds in DynamoDB. They bear events, so every change writes the whole item under a revision. */
import { dueSort } from "../../shared/due.ts";
import { create, type Item, type Key, replace, type Write } from "../../shared/write.ts";
import type { Hold, HoldState } from "../domain/hold.ts";

/** Key of a hold. */
export const holdKey = (id: string): Key => ({ pk: `H#${id}`, sk: "H" });

/** Index partitions of an account's holds: reserved from it (g1) or for it (g2). */
export const holdList = (account: string): string => `HO#${account}`;

/** Index partition (g3) of open holds by expiry, but for those with an owner; a hold leaves it when it ends. */
export const OPEN_HOLDS = "HX";

const item = (hold: Hold, stamp: number): Item => ({
  ...holdKey(hold.id),
  from: hold.from,
  to: hold.to,
  amt: hold.amount,
  cat: hold.category,
  state: hold.state,
  made: hold.createdMs,
  exp: hold.expiresMs,
  by: hold.by,
  rev: hold.revision,
  fp: hold.fingerprint,
  at: stamp,
  ev: hold.state === "open" ? "ledger.hold.created" : `ledger.hold.${hold.state}`,
  g1p: holdList(hold.from),
  g1s: hold.createdMs,
  g2p: holdList(hold.to),
  g2s: hold.createdMs,
  ...(hold.state === "open" && hold.owner === undefined
    ? { g3p: OPEN_HOLDS, g3s: dueSort(hold.expiresMs, hold.id) }
    : {}),
  ...(hold.memo === undefined ? {} : { memo: hold.memo }),
  ...(hold.link === undefined ? {} : { link: { ...hold.link } }),
  ...(hold.actingFor === undefined ? {} : { afor: hold.actingFor }),
  ...(hold.owner === undefined ? {} : { own: hold.owner }),
  ...(hold.earmarked ? { em: true } : {}),
  ...(hold.posted === undefined ? {} : { posted: hold.posted }),
  ...(hold.endedBy === undefined ? {} : { endby: hold.endedBy }),
  ...(hold.endedMs === undefined ? {} : { ended: hold.endedMs }),
});

/** Makes a hold. */
export const createHold = (hold: Hold, stamp: number): Write => create(item(hold, stamp));

/** Ends a hold that still has the revision that was read. */
export const endHold = (hold: Hold, stamp: number): Write => replace(item(hold, stamp), "rev", hold.revision - 1);

/** A hold from its item. */
export const toHold = (stored: Item): Hold => ({
  id: stored.pk.slice(2),
  from: stored.from as string,
  to: stored.to as string,
  amount: stored.amt as number,
  category: stored.cat as string,
  state: stored.state as HoldState,
  createdMs: stored.made as number,
  expiresMs: stored.exp as number,
  by: stored.by as string,
  revision: stored.rev as number,
  fingerprint: stored.fp as string,
  ...(stored.memo === undefined ? {} : { memo: stored.memo as string }),
  ...(stored.link === undefined ? {} : { link: stored.link as { type: string; id: string } }),
  ...(stored.afor === undefined ? {} : { actingFor: stored.afor as string }),
  ...(stored.own === undefined ? {} : { owner: stored.own as string }),
  ...(stored.em === undefined ? {} : { earmarked: true as const }),
  ...(stored.posted === undefined ? {} : { posted: stored.posted as number }),
  ...(stored.endby === undefined ? {} : { endedBy: stored.endby as string }),
  ...(stored.ended === undefined ? {} : { endedMs: stored.ended as number }),
});
