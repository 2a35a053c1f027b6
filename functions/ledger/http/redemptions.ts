/** Redemptions: points for services, delivery, and one cancellation. */
import type * as z from "zod";
import type { redemptionOperations, Redemption as Shown } from "../../../schemas/ledger/catalogue.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import {
  type Command,
  carryOut,
  type Decision,
  type Known,
  keepAnswer,
  keptAnswer,
  keySlot,
} from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import type { Item, Write } from "../../shared/write.ts";
import { mayDispose, mayRead } from "../domain/access.ts";
import { type Account, accountRef } from "../domain/account.ts";
import type { Entry } from "../domain/entry.ts";
import {
  cancelRefusals,
  fulfilRefusals,
  limitUse,
  payingAccount,
  planRedemption,
  type Redemption,
  redemptionState,
  voucherOf,
} from "../domain/redemption.ts";
import { planReversal } from "../domain/reversal.ts";
import { accountKey, toAccount } from "../store/account.ts";
import {
  fulfilWrites,
  redemptionKeys,
  redemptionList,
  returnStock,
  returnUse,
  takeStock,
  takeUse,
  toRedemption,
  undelivered,
  usedBy,
  useKey,
  withTerms,
} from "../store/catalogue.ts";
import { toEntry, transferKey } from "../store/journal.ts";
import { planWrites } from "../store/plan.ts";
import { readableAccount } from "./accounts.ts";
import { readOffer } from "./catalogue.ts";
import { outsideChecks, personOf, situationOf } from "./situation.ts";

type Ops = typeof redemptionOperations;
type View = z.input<typeof Shown>;

/** A redemption as shown; the voucher only to those who may spend from the account. */
const view = (redemption: Redemption, holder: boolean): View => {
  const { fulfilled, cancelled } = redemption;
  return {
    id: redemption.id,
    item: redemption.item,
    quantity: redemption.quantity,
    price: redemption.price,
    amount: redemption.amount,
    unit: accountRef(redemption.account).unit as View["unit"],
    account: redemption.account,
    community: redemption.community,
    state: redemptionState(redemption),
    voucher: holder ? redemption.voucher : null,
    at: instantOf(redemption.stampMs),
    cancelUntil: instantOf(redemption.cancelUntilMs),
    by: redemption.by,
    ...(redemption.actingFor === undefined ? {} : { actingFor: redemption.actingFor }),
    ...(fulfilled ? { fulfilledAt: instantOf(fulfilled.atMs), fulfilledBy: fulfilled.by } : {}),
    ...(cancelled ? { cancelledAt: instantOf(cancelled.atMs), cancelledBy: cancelled.by } : {}),
  };
};

/**
 * The item is read, and not checked again in the write: it spares two write units, and the buyer pays the price that
 * they were shown, though an editor may have changed it in these milliseconds. Money, stock and personal limit are
 * conditions of the write.
 */
const redeemCommand = (call: Call<Ops["createRedemption"]>, deps: Deps): Command<View> => ({
  slot: transferKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<View>> => {
    const { body } = call;
    const situation = situationOf(call, deps);
    const offer = await readOffer(body.item, deps);
    if (!offer) return reject("resource/not-found", { what: "catalogue item", id: body.item });
    const { item, stock } = offer;
    const used = await usedSoFar(limitUse(item, body.quantity, situation), known, deps);
    const planned = planRedemption({ ...body, id: call.key }, item, { stock: stock ?? undefined, used }, situation);
    if ("refusals" in planned) return planned;
    const checks = await outsideChecks(planned.plan, situation, known, deps);
    if ("refusals" in checks) return checks;
    const made = planWrites(planned.plan, known, deps, call.fingerprint);
    if ("refusals" in made) return made;
    const { stamp, from } = made.entries[0] as Entry;
    const terms = { ...planned.terms, voucher: voucherOf(deps.ids.next()) };
    const record = withTerms(made.writes, call.key, from, stamp, terms);
    const writes = [
      ...record,
      ...checks.writes,
      ...(item.stocked ? [takeStock(item.id, body.quantity)] : []),
      ...(planned.use ? [takeUse(planned.use, situation.now)] : []),
    ];
    return { writes, answer: view(recorded(record, call.key), true) };
  },
  replay: (item) => view(existing([item]), true),
  status: 201,
});

/**
 * What is known to be used of the limit. An order above the whole limit is refused without a write, so its use is
 * read to be named.
 */
const usedSoFar = async (use: ReturnType<typeof limitUse>, known: Known, deps: Deps): Promise<number | undefined> => {
  if (!use) return undefined;
  const hopeless = use.quantity > use.limit ? await deps.db.get(useKey(use)) : undefined;
  const item = known.get(useKey(use)) ?? hopeless;
  return item ? Number(item.used) : undefined;
};

const existing = (items: readonly Item[]): Redemption => {
  const redemption = toRedemption(items);
  if (!redemption) throw new Error("a redemption's record without its terms");
  return redemption;
};

/**
 * The redemption as the record about to be written says it: the first answer and a replay are read from the same
 * item.
 */
const recorded = (writes: readonly Write[], id: string): Redemption =>
  existing(
    writes.flatMap((write) => (write.type === "put" && write.item.pk === transferKey(id).pk ? [write.item] : [])),
  );

interface Found {
  readonly redemption: Redemption;
  readonly record: Item;
  readonly account: Account;
}

/** A redemption with its account, read strongly; undefined when there is none under the id. */
const find = async (id: string, deps: Deps): Promise<Found | undefined> => {
  const items = await deps.db.getMany(redemptionKeys(id));
  const redemption = toRedemption(items);
  const held = redemption && (await deps.db.get(accountKey(redemption.account)));
  const record = items.find((item) => item.sk === "T");
  return redemption && held && record ? { redemption, record, account: toAccount(held) } : undefined;
};

const missing = (id: string): never => reject("resource/not-found", { what: "redemption", id });

const officerOf = (call: Call, community: string): boolean =>
  holdsAny(call.actor, ["steward", "district-admin"], community);

/** Points, stock and personal limit go back together, unless the service has been delivered. */
const givingBack = (redemption: Redemption, known: Known): Write[] => {
  const use = usedBy(redemption);
  // A counter that is known to be gone has outlived its period: there is nothing to give back to.
  const counted = use !== undefined && known.get(useKey(use)) !== null;
  return [
    undelivered(redemption.id),
    ...(redemption.stocked ? [returnStock(redemption.item, redemption.quantity)] : []),
    ...(counted ? [returnUse(use)] : []),
  ];
};

const cancelCommand = (call: Call<Ops["cancelRedemption"]>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known): Promise<Decision<View>> => {
    const id = call.params.redemptionId;
    const found = await find(id, deps);
    if (!found) return missing(id);
    const { redemption, record, account } = found;
    const person = await personOf(call, deps);
    const own = mayDispose(person, account);
    // A steward's own purchase is a buyer's: the wider right is for other people's.
    const officer = !own && officerOf(call, redemption.community);
    if (!own && !officer) {
      return mayRead(call.actor, person, account) ? reject("auth/forbidden", { needs: "buyer, steward" }) : missing(id);
    }
    const situation = situationOf(call, deps);
    const wrong = cancelRefusals(redemption, situation.now, officer);
    if (wrong.length > 0) return { refusals: wrong };
    const made = planWrites(planReversal([toEntry(record)], call.body.memo, situation), known, deps);
    if ("refusals" in made) return made;
    const cancelled = { by: call.actor.id, atMs: Math.floor((made.entries[0] as Entry).stamp / 1_000) };
    const answer = view({ ...redemption, cancelled }, own);
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    return { writes: [...made.writes, ...givingBack(redemption, known), kept], answer };
  },
  replay: keptAnswer<View>,
});

const fulfilCommand = (call: Call<Ops["fulfilRedemption"]>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (): Promise<Decision<View>> => {
    const id = call.params.redemptionId;
    const redemption = toRedemption(await deps.db.getMany(redemptionKeys(id)));
    if (!redemption || !holdsAny(call.actor, ["provider", "steward", "district-admin"], redemption.community)) {
      return missing(id);
    }
    const wrong = fulfilRefusals(redemption, call.body.voucher, officerOf(call, redemption.community));
    if (wrong.length > 0) return { refusals: wrong };
    const fulfilled = { by: call.actor.id, atMs: deps.clock.now().getTime() };
    const answer = view({ ...redemption, fulfilled }, false);
    const writes = fulfilWrites(id, fulfilled.by, fulfilled.atMs, deps.stamps.take());
    return { writes: [...writes, keepAnswer(call.key, call.fingerprint, answer)], answer };
  },
  replay: keptAnswer<View>,
});

const getRedemption = async (call: Call<Ops["getRedemption"]>, deps: Deps): Promise<Answer<View>> => {
  const id = call.params.redemptionId;
  const found = await find(id, deps);
  const person = await personOf(call, deps);
  if (!found || !mayRead(call.actor, person, found.account)) return missing(id);
  return { body: view(found.redemption, mayDispose(person, found.account)) };
};

const listRedemptions = async (
  call: Call<Ops["listRedemptions"]>,
  deps: Deps,
): Promise<Answer<{ items: View[]; next: string | null }>> => {
  const account = await readableAccount(call, call.params.accountId, deps);
  const own = mayDispose(await personOf(call, deps), account);
  const list = { index: "g3" as const, partition: redemptionList(account.id), descending: true };
  const page = await pageOf(deps, list, transferKey, call.query);
  const ids = page.items.map((item) => item.pk.slice(2));
  const found = await deps.db.getMany(ids.flatMap(redemptionKeys));
  const items = ids.flatMap((id) => toRedemption(found.filter((item) => item.pk === transferKey(id).pk)) ?? []);
  return { body: { items: items.map((redemption) => view(redemption, own)), next: page.next } };
};

/** What a dry run of a redemption must see beyond the item: the account and the personal limit. */
const redeemKeys = async (call: Call<Ops["createRedemption"]>, deps: Deps) => {
  const offer = await readOffer(call.body.item, deps);
  if (!offer) return [];
  const situation = situationOf(call, deps);
  const use = limitUse(offer.item, call.body.quantity, situation);
  const account = accountKey(payingAccount(call.body, offer.item, situation));
  return use ? [account, useKey(use)] : [account];
};

/** What a dry run of a cancellation must see. */
const cancelKeys = async (id: string, deps: Deps) => {
  const redemption = toRedemption(await deps.db.getMany(redemptionKeys(id)));
  return redemption ? [accountKey(redemption.account)] : [];
};

/** Handlers of redemptions. */
export const redemptionHandlers: Handlers<Ops> = {
  createRedemption: (call, deps) => carryOut(deps.db, call, redeemCommand(call, deps), () => redeemKeys(call, deps)),
  getRedemption,
  listRedemptions,
  fulfilRedemption: (call, deps) => carryOut(deps.db, call, fulfilCommand(call, deps)),
  cancelRedemption: (call, deps) =>
    carryOut(deps.db, call, cancelCommand(call, deps), () => cancelKeys(call.params.redemptionId, deps)),
};
