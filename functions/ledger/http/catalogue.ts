/** The catalogue: what a community offers for points, its price and its stock. */
import type * as z from "zod";
import { type catalogueOperations, type CatalogueItem as Shown, STOCK_MAX } from "../../../schemas/ledger/catalogue.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, carryOut, type Decision, keepAnswer, keptAnswer, keySlot } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import type { Item } from "../../shared/write.ts";
import { type CatalogueItem, itemRefusals, mayEdit, maySee } from "../domain/catalogue.ts";
import {
  type Adjustment,
  adjustmentKey,
  adjustStock,
  createItem,
  itemKey,
  itemList,
  recordAdjustment,
  stockKey,
  toAdjustment,
  toCatalogueItem,
  updateItem,
} from "../store/catalogue.ts";

type Ops = typeof catalogueOperations;
type View = z.input<typeof Shown>;

/** An item and the pieces left of it, null for unlimited. */
export interface Offer {
  readonly item: CatalogueItem;
  readonly stock: number | null;
}

const offerOf = (id: string, items: readonly Item[]): Offer | undefined => {
  const item = items.find((candidate) => candidate.pk === itemKey(id).pk && candidate.sk === "I");
  const stock = items.find((candidate) => candidate.pk === itemKey(id).pk && candidate.sk === "STOCK");
  return item && { item: toCatalogueItem(item), stock: stock === undefined ? null : (stock.left as number) };
};

/** An item with its stock, read strongly, or undefined. */
export const readOffer = async (id: string, deps: Deps): Promise<Offer | undefined> =>
  offerOf(id, await deps.db.getMany([itemKey(id), stockKey(id)]));

const view = ({ item, stock }: Offer): View => ({
  id: item.id,
  community: item.community,
  name: { ...item.name },
  description: item.description && { ...item.description },
  unit: item.unit as View["unit"],
  price: item.price,
  stock,
  perPerson: item.perPerson && { ...item.perPerson },
  cancelWindowMinutes: item.cancelWindowMinutes,
  provider: item.provider,
  active: item.active,
  revision: item.revision,
});

const forbidden = (): never => reject("auth/forbidden", { needs: "steward, district-admin" });

/** The offer, when the caller may change it; 403 when they may only see it, 404 when not even that. */
const editable = async (call: Call, id: string, deps: Deps): Promise<Offer> => {
  const offer = await readOffer(id, deps);
  if (!offer || !maySee(call.actor, offer.item)) {
    return reject("resource/not-found", { what: "catalogue item", id });
  }
  return mayEdit(call.actor, offer.item.community) ? offer : forbidden();
};

/** The item can change under its id, so the first answer is kept beside the key. */
const createCommand = (call: Call<Ops["createCatalogueItem"]>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: (): Decision<View> => {
    const { id: _id, stock, ...body } = call.body;
    if (!mayEdit(call.actor, body.community)) forbidden();
    const item: CatalogueItem = { ...body, id: call.key, stocked: stock !== null, revision: 1 };
    const refusals = itemRefusals(deps.district, item);
    if (refusals.length > 0) return { refusals };
    const answer = view({ item, stock });
    const writes = createItem(item, stock, deps.stamps.take());
    return { writes: [...writes, keepAnswer(call.key, call.fingerprint, answer)], answer };
  },
  replay: keptAnswer<View>,
  status: 201,
});

/** The members that the body names, the others as they were. */
const changed = (item: CatalogueItem, body: Call<Ops["updateCatalogueItem"]>["body"]): CatalogueItem => ({
  ...item,
  ...(Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<CatalogueItem>),
  revision: item.revision + 1,
});

const updateCatalogueItem = async (call: Call<Ops["updateCatalogueItem"]>, deps: Deps): Promise<Answer<View>> => {
  const { item, stock } = await editable(call, call.params.itemId, deps);
  if (item.revision !== call.revision) return { refusals: [refuse("request/stale", { current: item.revision })] };
  const next = changed(item, call.body);
  const refusals = itemRefusals(deps.district, next);
  if (refusals.length > 0) return { refusals };
  const outcome = await deps.db.commit([updateItem(next, deps.stamps.take())]);
  if (outcome.ok) return { body: view({ item: next, stock }), revision: next.revision };
  const current = Number(outcome.failed[0]?.found?.rev ?? item.revision);
  return { refusals: [refuse("request/stale", { current })] };
};

const viewAdjustment = ({ atMs, ...adjustment }: Adjustment) => ({ ...adjustment, at: instantOf(atMs) });

const stockCommand = (
  call: Call<Ops["adjustCatalogueStock"]>,
  deps: Deps,
): Command<ReturnType<typeof viewAdjustment>> => ({
  slot: adjustmentKey(call.key),
  fingerprint: call.fingerprint,
  decide: async () => {
    const { itemId } = call.params;
    const { delta, reason } = call.body;
    const { stock } = await editable(call, itemId, deps);
    if (stock === null) return { refusals: [refuse("ledger/stock-unlimited", { item: itemId })] };
    if (stock + delta < 0) return { refusals: [refuse("ledger/out-of-stock", { stock, needed: -delta })] };
    if (stock + delta > STOCK_MAX) return { refusals: [refuse("ledger/stock-full", { stock, limit: STOCK_MAX })] };
    const atMs = deps.clock.now().getTime();
    const adjustment = { id: call.key, item: itemId, delta, reason, by: call.actor.id, atMs };
    const record = recordAdjustment(adjustment, deps.stamps.take(), call.fingerprint);
    return { writes: [record, adjustStock(itemId, delta, STOCK_MAX)], answer: viewAdjustment(adjustment) };
  },
  replay: (item) => viewAdjustment(toAdjustment(item)),
  status: 201,
});

const listItems = async (
  call: Call<Ops["listCatalogueItems"]>,
  deps: Deps,
): Promise<Answer<{ items: View[]; next: string | null }>> => {
  const { community, active, ...paging } = call.query;
  if (!active && !holdsAny(call.actor, ["steward", "auditor", "district-admin"], community)) {
    return reject("auth/forbidden", { needs: `steward, auditor: ${community}` });
  }
  const list = { index: "g3" as const, partition: itemList(community, active) };
  const page = await pageOf(deps, list, itemKey, paging);
  const ids = page.items.map((item) => item.pk.slice(3));
  const found = await deps.db.getMany(ids.flatMap((id) => [itemKey(id), stockKey(id)]));
  // The index may lag behind the items: what has been withdrawn or offered since belongs to the other list.
  const offers = ids.flatMap((id) => offerOf(id, found) ?? []).filter(({ item }) => item.active === active);
  return { body: { items: offers.map(view), next: page.next } };
};

/** Handlers of the catalogue. */
export const catalogueHandlers: Handlers<Ops> = {
  createCatalogueItem: (call, deps) => carryOut(deps.db, call, createCommand(call, deps)),
  listCatalogueItems: listItems,
  getCatalogueItem: async (call, deps) => {
    const offer = await readOffer(call.params.itemId, deps);
    if (!offer || !maySee(call.actor, offer.item)) {
      return reject("resource/not-found", { what: "catalogue item", id: call.params.itemId });
    }
    return { body: view(offer), revision: offer.item.revision };
  },
  updateCatalogueItem,
  adjustCatalogueStock: (call, deps) => carryOut(deps.db, call, stockCommand(call, deps)),
};
