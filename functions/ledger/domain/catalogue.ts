/**
 * What can be had for points. Stock is kept apart from the item, so that editors and buyers do not wait for each
 * other.
 */
import { type District, unitPolicy } from "../../../schemas/district.ts";
import { type Actor, holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import type { Periods } from "../../shared/time.ts";

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface PerPerson {
  readonly period: keyof Periods;
  readonly limit: number;
}

export interface CatalogueItem {
  readonly id: string;
  readonly community: string;
  readonly name: Bilingual;
  readonly description: Bilingual | null;
  readonly unit: string;
  /** Minor units for one piece. */
  readonly price: number;
  /** True when pieces are counted; said once, when the item is made. */
  readonly stocked: boolean;
  readonly perPerson: PerPerson | null;
  readonly cancelWindowMinutes: number | null;
  readonly provider: string | null;
  readonly active: boolean;
  readonly revision: number;
}

/** True when the actor may change what `community` offers. */
export const mayEdit = (actor: Actor, community: string): boolean =>
  holdsAny(actor, ["steward", "district-admin"], community);

/** True when the actor may see the item: anyone while it is offered, the community's officers also when withdrawn. */
export const maySee = (actor: Actor, item: Pick<CatalogueItem, "active" | "community">): boolean =>
  item.active || holdsAny(actor, ["steward", "auditor", "district-admin"], item.community);

/**
 * Faults of an item: a community or unit that the district does not have, a price that is not a whole number of
 * steps.
 */
export const itemRefusals = (
  district: District,
  item: Pick<CatalogueItem, "community" | "unit" | "price">,
): Refusal[] => {
  if (!district.communities.some(({ id }) => id === item.community)) {
    return [refuse("resource/not-found", { what: "community", id: item.community })];
  }
  const policy = unitPolicy(district, item.unit);
  if (!policy) return [refuse("ledger/unit-unknown", { units: district.units.map((unit) => unit.code).join(", ") })];
  return item.price % policy.step === 0 ? [] : [refuse("ledger/step", { unit: policy.code, step: policy.step })];
};
