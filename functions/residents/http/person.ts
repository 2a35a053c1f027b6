/** The person that a call is about, as far as the caller may know of them. */
import type { Deps } from "../../shared/deps.ts";
import type { Actor } from "../../shared/policy.ts";
import type { Item } from "../../shared/write.ts";
import { type Standing, standing } from "../domain/access.ts";
import type { ResidentRecord } from "../domain/model.ts";
import { residentKey, toRecord } from "../store/people.ts";
import { real } from "../store/record.ts";
import { proxyCovers, proxyPairKey } from "../store/relations.ts";
import { notFound } from "./support.ts";

/** A person's record with the caller's standing to them. */
export interface Met {
  readonly item: Item;
  readonly record: ResidentRecord;
  readonly as: Standing;
}

/** Reads a person and the proxy that the caller may hold for them; ends with 404 for strangers. */
export const meet = async (id: string, actor: Actor, deps: Deps): Promise<Met> => {
  const keys = actor.id === id ? [residentKey(id)] : [residentKey(id), proxyPairKey(id, actor.id)];
  const items = await deps.db.getMany(keys);
  const item = real(items.find(({ sk }) => sk === residentKey(id).sk));
  if (!item) return notFound("resident", id);
  const pair = items.find(({ sk }) => sk === proxyPairKey(id, actor.id).sk);
  const record = toRecord(item);
  const as = standing(actor, record, proxyCovers(pair, "residents", deps.clock.now().getTime()));
  return as === "stranger" ? notFound("resident", id) : { item, record, as };
};
