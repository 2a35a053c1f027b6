/** Data of the ledger's events, version 1. Memos and reasons stay in the ledger: people write names there. */
import * as z from "zod";
import { Sha256 } from "../../schemas/ledger/proofs.ts";
import { Balance } from "../../schemas/ledger/resources.ts";
import { AccountId, Amount, Category, Slug, UnitCode, Uuid } from "../../schemas/primitives.ts";
import { Doer, EventInstant, EventLink, Quantity, Revision, RuleCode } from "./fields.ts";

/** One entry of the journal: a single transfer, or one leg of a linked one. */
export const TransferData = z.object({
  transfer: Uuid,
  leg: z.int().min(0).describe("0 for a single transfer, from 1 on for the legs of a linked one."),
  kind: z.string().max(20),
  from: AccountId,
  to: AccountId,
  unit: UnitCode,
  amount: Amount,
  category: Category,
  by: Doer,
  actingFor: Uuid.optional(),
  link: EventLink.optional(),
});

const hold = z.object({
  hold: Uuid,
  from: AccountId,
  to: AccountId,
  unit: UnitCode,
  amount: Amount,
  category: Category,
  expiresAt: EventInstant,
  by: Doer,
  actingFor: Uuid.optional(),
  link: EventLink.optional(),
  revision: Revision,
});
const ended = hold.extend({ endedBy: Doer.optional(), endedAt: EventInstant.optional() });

const accountChange = z.object({ account: AccountId, by: Doer, revision: Revision });

const request = z.object({
  request: Uuid,
  from: AccountId.describe("Account that is asked to pay."),
  to: AccountId,
  unit: UnitCode,
  amount: Amount,
  category: Category,
  expiresAt: EventInstant,
  by: Doer,
  actingFor: Uuid.optional(),
  revision: Revision,
});
const requestEnded = request.extend({ endedBy: Doer.optional(), endedAt: EventInstant.optional() });

const claim = z.object({
  claim: Uuid,
  account: AccountId,
  community: Slug,
  rule: RuleCode,
  quantity: Quantity,
  amount: Amount,
  by: Doer,
  actingFor: Uuid.optional(),
  revision: Revision,
});
const claimDecided = claim.extend({ decidedBy: Doer.optional(), decidedAt: EventInstant.optional() });

const catalogueItem = z.object({
  item: Uuid,
  community: Slug,
  unit: UnitCode,
  price: Amount,
  active: z.boolean(),
  provider: Uuid.optional(),
  revision: Revision,
});

const rootPublished = z.object({
  day: z.iso.date(),
  number: z.int().min(0).describe("Place among the district's roots, from 0."),
  accounts: z.int().min(0),
  entries: z.int().min(0),
  tree: Sha256.describe("Root over the accounts' heads."),
  log: Sha256.describe("Root over all days so far, as the checkpoint says."),
  kid: z.string().max(64),
  sig: z.string().max(100).describe("The checkpoint's signature."),
});

/** Data of each ledger event by its name. */
export const ledgerContracts = {
  "ledger.transfer.posted": TransferData,
  "ledger.transfer.reversed": TransferData,
  "ledger.hold.created": hold,
  "ledger.hold.posted": ended.extend({ posted: Quantity }),
  "ledger.hold.voided": ended,
  "ledger.hold.expired": ended,
  "ledger.account.active": accountChange,
  "ledger.account.frozen": accountChange,
  "ledger.account.closed": accountChange,
  "ledger.account.limits-changed": accountChange.extend({ floor: Balance.optional(), ceiling: Balance.optional() }),
  "ledger.request.created": request,
  "ledger.request.accepted": requestEnded.extend({ transfer: Uuid.optional() }),
  "ledger.request.rejected": requestEnded,
  "ledger.request.cancelled": requestEnded,
  "ledger.request.expired": requestEnded,
  "ledger.claim.created": claim,
  "ledger.claim.accepted": claimDecided.extend({ transfer: Uuid.optional() }),
  "ledger.claim.rejected": claimDecided,
  "ledger.catalogue.created": catalogueItem,
  "ledger.catalogue.updated": catalogueItem,
  "ledger.catalogue.stock-adjusted": z.object({ adjustment: Uuid, item: Uuid, delta: z.int(), by: Doer }),
  "ledger.root.published": rootPublished,
  "ledger.redemption.fulfilled": z.object({ redemption: Uuid.describe("Also the id of the transfer."), by: Doer }),
} as const;
