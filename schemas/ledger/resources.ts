/** What the ledger shows: accounts, transfers, holds, statement lines. */
import * as z from "zod";
import {
  AccountId,
  Amount,
  BALANCE_MAX,
  Category,
  Instant,
  LocalDate,
  line,
  Memo,
  Slug,
  UnitCode,
  Uuid,
} from "../primitives.ts";

/** Signed balance in minor units. */
export const Balance = z
  .int()
  .min(-BALANCE_MAX * 100)
  .max(BALANCE_MAX * 100);

/** What a movement belongs to: an order, a booking, a grant, a hold ... */
export const Link = z.strictObject({ type: Slug, id: line(80) }).meta({ id: "Link" });

/** An account with its balances, minor units. */
export const Account = z
  .strictObject({
    id: AccountId,
    holder: z.strictObject({
      kind: z.enum(["resident", "household", "organisation", "fund", "pool"]),
      id: z.string().max(80),
    }),
    community: Slug,
    unit: UnitCode,
    status: z.enum(["active", "earmarked", "frozen", "closed"]),
    floor: Balance,
    ceiling: Balance,
    balance: Balance,
    holdsOut: Balance,
    holdsIn: Balance,
    available: Balance.describe("What a transfer may take now: balance less holds less floor."),
    room: Balance.describe("What the account may still receive."),
    lifetimeEarned: Balance.describe("Sum of all rewards; spending and expiry do not lower it."),
    expiring: z
      .strictObject({ amount: Amount, on: LocalDate })
      .nullable()
      .describe("The next points to expire, and the local day."),
    spenders: z.array(Uuid).describe("Residents who may spend from a shared wallet."),
  })
  .meta({ id: "Account" });

/** A posted transfer: immutable. */
export const Transfer = z
  .strictObject({
    id: Uuid,
    leg: z.int().min(0),
    kind: z.enum([
      "transfer",
      "reward",
      "redemption",
      "hold-post",
      "reversal",
      "expiry",
      "opening",
      "funding",
      "adjustment",
    ]),
    reversal: z.boolean().describe("True for the entry that undoes the transfer of this id."),
    from: AccountId,
    to: AccountId,
    unit: UnitCode,
    amount: Amount,
    category: Category,
    memo: Memo.optional(),
    link: Link.optional(),
    at: Instant.describe("Journal instant, microseconds; rises from entry to entry on each account."),
    by: Uuid.describe("Who did it."),
    actingFor: Uuid.optional(),
  })
  .meta({ id: "Transfer" });

/** A linked transfer or a reversal with all its entries. */
export const TransferSet = z
  .strictObject({ id: Uuid, entries: z.array(Transfer), reversals: z.array(Transfer) })
  .meta({ id: "TransferSet" });

/** A two-phase transfer. */
export const Hold = z
  .strictObject({
    id: Uuid,
    from: AccountId,
    to: AccountId,
    unit: UnitCode,
    amount: Amount,
    category: Category,
    memo: Memo.optional(),
    link: Link.optional(),
    state: z.enum(["open", "posted", "voided", "expired"]),
    posted: z.int().min(0).optional(),
    createdAt: Instant,
    expiresAt: Instant,
    by: Uuid,
    actingFor: Uuid.optional(),
  })
  .meta({ id: "Hold" });
