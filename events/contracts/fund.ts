/**
 * Data of the community fund's events, version 1: opaque ids, amounts and states. What people wrote stays in the fund.
 */
import * as z from "zod";
import { DecidedBy } from "../../schemas/fund/grants.ts";
import { Fund, MovementKind } from "../../schemas/fund/resources.ts";
import { ApplicationState, CallState, TrancheState } from "../../schemas/fund/states.ts";
import { Slug, UnitCode, Uuid } from "../../schemas/primitives.ts";
import { Doer, EventInstant, Quantity, Revision } from "./fields.ts";

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

const call = z.object({
  call: Uuid,
  community: Slug,
  fund: Uuid,
  purpose: Slug,
  state: CallState,
  command: Slug,
  decidedBy: DecidedBy,
  noticeUntil: EventInstant.optional(),
  poll: Uuid.optional().describe("Poll whose decision the awards carry."),
  by: Doer,
  revision: Revision,
});

const application = z.object({
  application: Uuid,
  call: Uuid,
  fund: Uuid,
  community: Slug,
  state: ApplicationState,
  command: Slug,
  amount: Quantity,
  award: Quantity.optional(),
  paid: Quantity,
  returned: Quantity,
  reportDue: EventInstant.optional(),
  by: Doer,
  revision: Revision,
});

const tranche = z.object({
  tranche: Uuid,
  application: Uuid,
  fund: Uuid,
  state: TrancheState,
  command: Slug,
  amount: Quantity,
  transfer: Uuid.optional().describe("Ledger transfer that paid it."),
  by: Doer,
  revision: Revision,
});

/** One contract for each state, by the name of its aggregate. */
const each = <Kind extends string, State extends string, Schema>(
  kind: Kind,
  states: readonly State[],
  schema: Schema,
) =>
  Object.fromEntries(states.map((state) => [`fund.${kind}.${state}`, schema])) as Readonly<
    Record<`fund.${Kind}.${State}`, Schema>
  >;

/** Schemas of the data by event name. */
export const fundContracts = {
  ...each("call", [...CallState.options, "notice-ended"], call),
  ...each("application", [...ApplicationState.options, "report-due"], application),
  ...each("tranche", TrancheState.options, tranche),
  "fund.fund.opened": fund,
  "fund.fund.expired": fund,
  "fund.fund.closed": fund,
  "fund.movement.recorded": movement,
} as const;
