/**
 * Data of the community fund's events, version 1: opaque ids, amounts and states. What people wrote stays in the fund.
 */
import * as z from "zod";
import { Fund, MovementKind } from "../../schemas/fund/resources.ts";
import { Slug, UnitCode, Uuid } from "../../schemas/primitives.ts";
import { Doer, Quantity, Revision } from "./fields.ts";

const fund = z.object({
  fund: Uuid,
  community: Slug,
  unit: UnitCode,
  state: Fund.shape.state,
  purposes: z.array(Slug),
  by: Doer,
  revision: Revision,
});

const movement = z.object({
  fund: Uuid,
  kind: MovementKind,
  amount: Quantity,
  transfer: Uuid.describe("Ledger transfer."),
  other: Uuid.optional().describe("The fund on the other side."),
  by: Doer,
});

/** Schemas of the data by event name. */
export const fundContracts = {
  "fund.fund.opened": fund,
  "fund.fund.expired": fund,
  "fund.fund.closed": fund,
  "fund.movement.recorded": movement,
} as const;
