/** Lots over HTTP. */
import type { lotOperations } from "../../../schemas/parking/lots.ts";
import type { PricePlan } from "../../../schemas/parking/policy.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, Known, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { type Actor, holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import type { Lot } from "../domain/place.ts";
import { createLot, lotKey, lotList, saveLot, toLot } from "../store/places.ts";
import { configOf, type LotView, lotOf, OPERATORS, pricingUnits, viewLot } from "./support.ts";

type Ops = typeof lotOperations;

/** Ends the call of somebody who does not run the community's parking. */
export const mustOperate = (actor: Actor, community: string): void => {
  if (!holdsAny(actor, OPERATORS, community)) {
    reject("auth/forbidden", { needs: `${OPERATORS.join(", ")} of ${community}` });
  }
};

/** Why the district cannot price in this unit. */
export const unitRefusals = (price: PricePlan | undefined, deps: Deps): Refusal[] => {
  const units = pricingUnits(deps);
  return price && !units.includes(price.unit) ? [refuse("parking/unit", { units: units.join(", ") })] : [];
};

const capacityRefusals = ({ kind, capacity }: Pick<Lot, "kind" | "capacity">): Refusal[] =>
  (kind === "pooled") === (capacity !== undefined) ? [] : [refuse("parking/capacity")];

const lotCommand = (call: Call<Ops["createLot"]>, deps: Deps): Command<LotView> => ({
  slot: lotKey(call.key),
  fingerprint: call.fingerprint,
  decide: () => {
    const { body, actor, key, fingerprint } = call;
    configOf(deps);
    mustOperate(actor, body.community);
    const { id: _id, zone, price, capacity, ...fields } = body;
    const lot: Lot = {
      id: key,
      ...fields,
      zone: zone ?? deps.district.zone,
      price,
      capacity,
      state: "open",
      by: actor.id,
      revision: 1,
      fingerprint,
    };
    const wrong = [...capacityRefusals(lot), ...unitRefusals(price, deps)];
    return wrong.length > 0 ? { refusals: wrong } : { writes: [createLot(lot)], answer: viewLot(lot) };
  },
  replay: (item) => viewLot(toLot(item)),
  status: 201,
});

const getLot = async (call: Call<Ops["getLot"]>, deps: Deps): Promise<Answer<LotView>> => {
  configOf(deps);
  const lot = await lotOf(call.params.lotId, new Known(), deps);
  return { body: viewLot(lot), revision: lot.revision };
};

const updateLot = async (call: Call<Ops["updateLot"]>, deps: Deps): Promise<Answer<LotView>> => {
  configOf(deps);
  const lot = await lotOf(call.params.lotId, new Known(), deps);
  mustOperate(call.actor, lot.community);
  const { price, capacity, state } = call.body;
  const next: Lot = {
    ...lot,
    price: price ?? lot.price,
    capacity: capacity ?? lot.capacity,
    state: state ?? lot.state,
    revision: call.revision + 1,
  };
  const wrong = [...capacityRefusals(next), ...unitRefusals(price, deps)];
  if (wrong.length > 0) return { refusals: wrong };
  const outcome = await deps.db.commit([saveLot(next)]);
  if (!outcome.ok) return { refusals: [refuse("request/stale", { current: lot.revision })] };
  return { body: viewLot(next), revision: next.revision };
};

const listLots = async (
  call: Call<Ops["listLots"]>,
  deps: Deps,
): Promise<Answer<{ items: LotView[]; next: string | null }>> => {
  configOf(deps);
  const { community, ...paging } = call.query;
  const page = await pageOf(deps, { index: "g3", partition: lotList(community) }, lotKey, paging);
  const items = await deps.db.getMany(page.items);
  return { body: { items: items.map((item) => viewLot(toLot(item))), next: page.next } };
};

/** Handlers of lots. */
export const lotHandlers: Handlers<Ops> = {
  createLot: (call, deps) => run(deps.db, lotCommand(call, deps)),
  getLot,
  updateLot,
  listLots,
};
