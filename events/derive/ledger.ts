/** Data of the ledger's events from its items. */
import { accountRef } from "../../functions/ledger/domain/account.ts";
import { toHold } from "../../functions/ledger/store/hold.ts";
import { toEntry } from "../../functions/ledger/store/journal.ts";
import { toDay } from "../../functions/ledger/store/seal.ts";
import type { Item } from "../../functions/shared/write.ts";
import { EventLink } from "../contracts/fields.ts";
import type { ledgerContracts } from "../contracts/ledger.ts";
import { instantOf, type Pick, type Picks, recordId } from "./pick.ts";

/** A link whose id is one of ours; other text that a client wrote there is left out. */
const linkOf = (link: unknown): EventLink | undefined => EventLink.safeParse(link).data;

const transfer: Pick = (image) => {
  const { id, leg, kind, from, to, amount, category, by, actingFor, link } = toEntry(image);
  const unit = accountRef(from).unit;
  return { transfer: id, leg, kind, from, to, unit, amount, category, by, actingFor, link: linkOf(link) };
};

const hold: Pick = (image) => {
  const { id, from, to, amount, category, by, actingFor, link, expiresMs, revision } = toHold(image);
  return {
    hold: id,
    from,
    to,
    unit: accountRef(from).unit,
    amount,
    category,
    expiresAt: instantOf(expiresMs),
    by,
    actingFor,
    link: linkOf(link),
    revision,
  };
};

const ended: Pick = (image) => ({ ...hold(image), endedBy: image.endby, endedAt: instantOf(image.ended) });

const accountChange: Pick = ({ account, by, rev }) => ({ account, by, revision: rev });

const request: Pick = (image) => ({
  request: recordId(image),
  from: image.from,
  to: image.to,
  unit: accountRef(String(image.from)).unit,
  amount: image.amt,
  category: image.cat,
  expiresAt: instantOf(image.exp),
  by: image.by,
  actingFor: image.afor,
  revision: image.rev,
});

const requestEnded: Pick = (image) => ({
  ...request(image),
  endedBy: image.endby,
  endedAt: instantOf(image.ended),
});

const claim: Pick = (image) => ({
  claim: recordId(image),
  account: image.acct,
  community: image.com,
  rule: image.rule,
  quantity: image.q,
  amount: image.amt,
  by: image.by,
  actingFor: image.afor,
  revision: image.rev,
});

const claimDecided: Pick = (image) => ({
  ...claim(image),
  decidedBy: image.endby,
  decidedAt: instantOf(image.ended),
});

const catalogueItem: Pick = (image) => ({
  item: recordId(image),
  community: image.com,
  unit: image.unit,
  price: image.price,
  active: image.on,
  provider: image.prov,
  revision: image.rev,
});

const rootPublished: Pick = (image) => {
  const { day, log, signature } = toDay(image);
  const { number, accounts, entries, tree } = day;
  return { day: day.day, number, accounts, entries, tree, log: log.toString("hex"), ...signature };
};

/** One pick for each ledger event. */
export const ledgerPicks: Picks<keyof typeof ledgerContracts> = {
  "ledger.transfer.posted": transfer,
  "ledger.transfer.reversed": transfer,
  "ledger.hold.created": hold,
  "ledger.hold.posted": (image) => ({ ...ended(image), posted: image.posted }),
  "ledger.hold.voided": ended,
  "ledger.hold.expired": ended,
  "ledger.account.active": accountChange,
  "ledger.account.frozen": accountChange,
  "ledger.account.closed": accountChange,
  "ledger.account.limits-changed": (image) => ({ ...accountChange(image), floor: image.floor, ceiling: image.ceiling }),
  "ledger.request.created": request,
  "ledger.request.accepted": (image) => ({ ...requestEnded(image), transfer: image.paid }),
  "ledger.request.rejected": requestEnded,
  "ledger.request.cancelled": requestEnded,
  "ledger.request.expired": requestEnded,
  "ledger.claim.created": claim,
  "ledger.claim.accepted": (image) => ({ ...claimDecided(image), transfer: image.paid }),
  "ledger.claim.rejected": claimDecided,
  "ledger.catalogue.created": catalogueItem,
  "ledger.catalogue.updated": catalogueItem,
  "ledger.catalogue.stock-adjusted": (image) => ({
    adjustment: recordId(image),
    item: image.item,
    delta: image.delta,
    by: image.by,
  }),
  "ledger.root.published": rootPublished,
  "ledger.redemption.fulfilled": (image) => ({ redemption: recordId(image), by: image.by }),
};

/**
 * What a journal entry says happened. Entries are immutable and bear no event name: their place in the journal says
 * it.
 */
export const entryEvent = (image: Item) => {
  const { id, reversal, stamp } = toEntry(image);
  const name = reversal ? ("ledger.transfer.reversed" as const) : ("ledger.transfer.posted" as const);
  return { name, kind: "transfer", subject: id, mark: image.sk, sequence: stamp, at: stamp };
};
