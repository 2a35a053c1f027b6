/** From domain to the shapes that the API shows. */
import type * as z from "zod";
import type * as shown from "../../../schemas/ledger/resources.ts";
import { stampText } from "../../shared/stamp.ts";
import { dayIso, instantOf } from "../../shared/time.ts";
import { type Account, accountRef, nextExpiry } from "../domain/account.ts";
import type { Entry } from "../domain/entry.ts";
import { type Hold, stateAt } from "../domain/hold.ts";

type Unit = z.input<typeof shown.Account>["unit"];

/** An account as shown. */
export const viewAccount = (account: Account): z.input<typeof shown.Account> => {
  const expiring = nextExpiry(account);
  return {
    id: account.id,
    holder: { kind: account.holderKind, id: account.holderId },
    community: account.community,
    unit: account.unit as Unit,
    status: account.status,
    floor: account.floor,
    ceiling: account.ceiling,
    balance: account.balance,
    holdsOut: account.held,
    holdsIn: account.heldIn,
    available: account.available,
    room: account.room,
    lifetimeEarned: account.earned,
    expiring: expiring && { amount: expiring.amount, on: dayIso(expiring.day) },
    spenders: [...account.spenders],
  };
};

/** A journal entry as shown. */
export const viewEntry = (entry: Entry): z.input<typeof shown.Transfer> => ({
  id: entry.id,
  leg: entry.leg,
  kind: entry.kind,
  reversal: entry.reversal,
  from: entry.from,
  to: entry.to,
  unit: accountRef(entry.from).unit as Unit,
  amount: entry.amount,
  category: entry.category,
  at: stampText(entry.stamp),
  by: entry.by,
  ...(entry.memo === undefined ? {} : { memo: entry.memo }),
  ...(entry.link === undefined ? {} : { link: { ...entry.link } }),
  ...(entry.actingFor === undefined ? {} : { actingFor: entry.actingFor }),
});

/** All entries of one transfer, the reversal's apart. */
export const viewSet = (id: string, entries: readonly Entry[]): z.input<typeof shown.TransferSet> => ({
  id,
  entries: entries.filter((entry) => !entry.reversal).map(viewEntry),
  reversals: entries.filter((entry) => entry.reversal).map(viewEntry),
});

/** A hold as it stands at `now`. */
export const viewHold = (hold: Hold, now: Date): z.input<typeof shown.Hold> => ({
  id: hold.id,
  from: hold.from,
  to: hold.to,
  unit: accountRef(hold.from).unit as Unit,
  amount: hold.amount,
  category: hold.category,
  state: stateAt(hold, now),
  createdAt: instantOf(hold.createdMs),
  expiresAt: instantOf(hold.expiresMs),
  by: hold.by,
  ...(hold.posted === undefined ? {} : { posted: hold.posted }),
  ...(hold.memo === undefined ? {} : { memo: hold.memo }),
  ...(hold.link === undefined ? {} : { link: { ...hold.link } }),
  ...(hold.actingFor === undefined ? {} : { actingFor: hold.actingFor }),
});
