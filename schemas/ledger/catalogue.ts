/** Operations on what points buy: the catalogue with its stock, and redemptions. */
import * as z from "zod";
import { operation } from "../operation.ts";
import {
  AccountId,
  AMOUNT_MAX,
  Amount,
  Flag,
  Instant,
  line,
  page,
  pageQuery,
  Slug,
  Text,
  told,
  UnitCode,
  Uuid,
} from "../primitives.ts";

/** Most pieces in one redemption. */
export const REDEEM_QUANTITY_MAX = 20;
/** Most pieces in stock. */
export const STOCK_MAX = 1_000_000;
const WINDOW_MINUTES_MAX = 60 * 24 * 60;

/** Price of one piece: twenty of them are still one movement's amount. */
const Price = z
  .int()
  .min(1)
  .max(AMOUNT_MAX / REDEEM_QUANTITY_MAX)
  .describe("Points for one piece, in the unit's minor unit.");
const Description = z.strictObject({ zh: line(500), en: line(500) });
const Stock = z.int().min(0).max(STOCK_MAX);
const PerPerson = z
  .strictObject({ period: z.enum(["day", "week", "month", "year"]), limit: z.int().min(1).max(10_000) })
  .describe("Most pieces for one person in a period of the district's calendar.");
const Window = z.int().min(0).max(WINDOW_MINUTES_MAX).describe("Minutes in which the buyer may cancel.");

/** What can be had for points. */
export const CatalogueItem = z
  .strictObject({
    id: Uuid,
    community: Slug,
    name: Text,
    description: Description.nullable(),
    unit: UnitCode,
    price: Price,
    stock: Stock.nullable().describe("Pieces left; null is unlimited."),
    perPerson: PerPerson.nullable(),
    cancelWindowMinutes: Window.nullable().describe("Null: the district's."),
    provider: Uuid.nullable().describe("The organisation that delivers."),
    active: z.boolean(),
    revision: z.int().min(1),
  })
  .meta({ id: "CatalogueItem" });

/** A change of stock, kept for ever. */
export const StockAdjustment = z
  .strictObject({
    id: Uuid,
    item: Uuid,
    delta: z.int().min(-STOCK_MAX).max(STOCK_MAX),
    reason: z.string().max(200),
    by: Uuid,
    at: Instant,
  })
  .meta({ id: "StockAdjustment" });

/** A redemption: a transfer to the redemption pool, and what became of it. */
export const Redemption = z
  .strictObject({
    id: Uuid.describe("Also the id of the transfer."),
    item: Uuid,
    quantity: z.int().min(1).max(REDEEM_QUANTITY_MAX),
    price: Price,
    amount: Amount,
    unit: UnitCode,
    account: AccountId,
    community: Slug,
    state: z.enum(["redeemed", "fulfilled", "cancelled"]),
    voucher: z
      .string()
      .regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)
      .nullable()
      .describe("Shown to the provider on delivery; null for those who may not spend from the account."),
    at: Instant,
    cancelUntil: Instant.describe("The buyer may cancel before this instant."),
    by: Uuid,
    actingFor: Uuid.optional(),
    fulfilledAt: Instant.optional(),
    fulfilledBy: Uuid.optional(),
    cancelledAt: Instant.optional(),
    cancelledBy: Uuid.optional(),
  })
  .meta({ id: "Redemption" });

const editors = ["steward", "district-admin"] as const;
const itemParams = z.strictObject({ itemId: Uuid });

/** The catalogue. */
export const catalogueOperations = {
  createCatalogueItem: operation({
    id: "createCatalogueItem",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/catalogue-items",
    summary: "Offer something for points; `stock: null` is unlimited",
    roles: editors,
    body: z.strictObject({
      id: Uuid.optional(),
      community: Slug,
      name: Text,
      description: Description.nullable().default(null),
      unit: UnitCode,
      price: Price,
      stock: Stock.nullable().default(null),
      perPerson: PerPerson.nullable().default(null),
      cancelWindowMinutes: Window.nullable().default(null),
      provider: Uuid.nullable().default(null),
      active: z.boolean().default(true),
    }),
    reply: CatalogueItem,
    status: 201,
    repeat: "key",
    dryRun: true,
    writeUnits: 14,
    actions: ["PutItem", "GetItem", "BatchGetItem"],
    refusals: ["auth/forbidden", "ledger/unit-unknown", "ledger/step", "resource/not-found", "request/key-reused"],
  }),
  listCatalogueItems: operation({
    id: "listCatalogueItems",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/catalogue-items",
    summary: "What a community offers for points; `active=false` shows what is withdrawn, to its officers",
    roles: "signed-in",
    query: z.strictObject({ ...pageQuery, community: Slug, active: Flag.default(true) }),
    reply: page(CatalogueItem),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query", "BatchGetItem"],
    refusals: ["auth/forbidden", "request/bad-cursor"],
  }),
  getCatalogueItem: operation({
    id: "getCatalogueItem",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/catalogue-items/{itemId}",
    summary: "An item with its price and what is left; withdrawn ones are shown to the community's officers only",
    roles: "signed-in",
    params: itemParams,
    reply: CatalogueItem,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["BatchGetItem"],
    refusals: ["resource/not-found"],
  }),
  updateCatalogueItem: operation({
    id: "updateCatalogueItem",
    context: "ledger",
    method: "PATCH",
    path: "/v1/ledger/catalogue-items/{itemId}",
    summary: "Change an item; its stock is changed by deltas, see adjustCatalogueStock",
    roles: editors,
    params: itemParams,
    body: z
      .strictObject({
        name: Text.optional(),
        description: Description.nullable().optional(),
        price: Price.optional(),
        perPerson: PerPerson.nullable().optional(),
        cancelWindowMinutes: Window.nullable().optional(),
        provider: Uuid.nullable().optional(),
        active: z.boolean().optional(),
      })
      .refine((body) => Object.keys(body).length > 0, told("at least one member", "至少一项")),
    reply: CatalogueItem,
    status: 200,
    repeat: "if-match",
    writeUnits: 4,
    actions: ["BatchGetItem", "PutItem"],
    refusals: [
      "request/stale",
      "request/if-match-missing",
      "auth/forbidden",
      "ledger/step",
      "ledger/unit-unknown",
      "resource/not-found",
    ],
  }),
  adjustCatalogueStock: operation({
    id: "adjustCatalogueStock",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/catalogue-items/{itemId}/stock",
    summary: "Add to the stock or take from it, while people redeem",
    roles: editors,
    params: itemParams,
    body: z.strictObject({
      id: Uuid.optional(),
      delta: StockAdjustment.shape.delta.refine((delta) => delta !== 0, told("not 0", "不能为 0")),
      reason: line(200),
    }),
    reply: StockAdjustment,
    status: 201,
    repeat: "key",
    dryRun: true,
    writeUnits: 4,
    actions: ["BatchGetItem", "PutItem", "UpdateItem", "GetItem"],
    refusals: [
      "ledger/stock-unlimited",
      "ledger/stock-full",
      "ledger/out-of-stock",
      "auth/forbidden",
      "resource/not-found",
      "request/key-reused",
    ],
  }),
};

const params = z.strictObject({ redemptionId: Uuid });

/** Points for services. */
export const redemptionOperations = {
  createRedemption: operation({
    id: "createRedemption",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/redemptions",
    summary: "Redeem an item from one's own account, or from a shared wallet one may spend from",
    roles: ["resident", "guardian"],
    body: z.strictObject({
      id: Uuid.optional(),
      item: Uuid,
      quantity: Redemption.shape.quantity.default(1),
      expectedPrice: Price.describe("The price of one piece that the buyer has been shown."),
      account: AccountId.optional(),
    }),
    reply: Redemption,
    status: 201,
    repeat: "key",
    dryRun: true,
    writeUnits: 8,
    actions: ["BatchGetItem", "GetItem", "PutItem", "UpdateItem", "ConditionCheckItem"],
    refusals: [
      "ledger/item-unavailable",
      "ledger/price-changed",
      "ledger/out-of-stock",
      "ledger/item-limit",
      "ledger/insufficient-available",
      "ledger/unit-mismatch",
      "ledger/step",
      "ledger/account-frozen",
      "ledger/account-earmarked",
      "ledger/account-closed",
      "ledger/outside-community",
      "residents/proxy-invalid",
      "resource/not-found",
      "request/key-reused",
    ],
  }),
  getRedemption: operation({
    id: "getRedemption",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/redemptions/{redemptionId}",
    summary: "A redemption as it stands, for the account's people and the community's officers",
    roles: "signed-in",
    params,
    reply: Redemption,
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["GetItem", "BatchGetItem"],
    refusals: ["residents/proxy-invalid", "resource/not-found"],
  }),
  listRedemptions: operation({
    id: "listRedemptions",
    context: "ledger",
    method: "GET",
    path: "/v1/ledger/accounts/{accountId}/redemptions",
    summary: "Redemptions from an account, newest first",
    roles: "signed-in",
    params: z.strictObject({ accountId: AccountId }),
    query: z.strictObject(pageQuery),
    reply: page(Redemption),
    status: 200,
    repeat: "read",
    writeUnits: 0,
    actions: ["Query", "GetItem", "BatchGetItem"],
    refusals: ["residents/proxy-invalid", "resource/not-found", "request/bad-cursor"],
  }),
  fulfilRedemption: operation({
    id: "fulfilRedemption",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/redemptions/{redemptionId}/fulfil",
    summary: "Mark as delivered: a provider with the buyer's voucher, a steward also without; ends the right to cancel",
    roles: ["provider", "steward", "district-admin"],
    params,
    body: z.strictObject({ id: Uuid.optional(), voucher: line(8).optional() }),
    reply: Redemption,
    status: 200,
    repeat: "key",
    dryRun: true,
    writeUnits: 6,
    actions: ["GetItem", "BatchGetItem", "PutItem", "ConditionCheckItem"],
    refusals: [
      "ledger/voucher-wrong",
      "ledger/redemption-fulfilled",
      "ledger/already-reversed",
      "resource/not-found",
      "request/key-reused",
    ],
  }),
  cancelRedemption: operation({
    id: "cancelRedemption",
    context: "ledger",
    method: "POST",
    path: "/v1/ledger/redemptions/{redemptionId}/cancel",
    summary:
      "Give the points back, with stock and personal limit: the buyer within the window, a steward until delivery",
    roles: ["resident", "guardian", "steward", "district-admin"],
    params,
    body: z.strictObject({ id: Uuid.optional(), memo: line(200).optional() }),
    reply: Redemption,
    status: 200,
    repeat: "key",
    dryRun: true,
    writeUnits: 12,
    actions: ["GetItem", "BatchGetItem", "PutItem", "UpdateItem", "ConditionCheckItem"],
    refusals: [
      "ledger/cancel-window",
      "ledger/already-reversed",
      "ledger/redemption-fulfilled",
      "ledger/ceiling",
      "ledger/account-frozen",
      "ledger/account-earmarked",
      "ledger/account-closed",
      "residents/proxy-invalid",
      "resource/not-found",
      "request/key-reused",
    ],
  }),
};
