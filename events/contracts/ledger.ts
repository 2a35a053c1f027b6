/** Data of the ledger's events, version 1. Memos and reasons stay in the ledger: people write names there. */
import * as z from "zod";
import { AccountId, Amount, Category, Slug, UnitCode, Uuid } from "../../schemas/primitives.ts";
import { Balance } from "../../schemas/ledger/resources.ts";
import { Doer, EventInstant, EventLink, Quantity, Revision } from "./fields.ts";

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
} as const;
