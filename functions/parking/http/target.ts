/** What a stay is to be in: a space of an owner's or of all, or a pooled lot; its price, and what refuses it. */
import type { PricePlan } from "../../../schemas/parking/policy.ts";
import type { Interval } from "../../shared/intervals.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import { spaceRefusals } from "../domain/place.ts";
import type { Ground } from "./stretch.ts";
import { lotOf, policyOf, spaceOf } from "./support.ts";

/** Where somebody wants to park. */
export interface Target {
  readonly space: string | undefined;
  readonly lot: string;
  readonly community: string;
  readonly zone: string;
  readonly owner: string | undefined;
  readonly price: PricePlan;
  /** Whether the owner accepts each booking. */
  readonly asksOwner: boolean;
  /** Why it takes no booking of a stretch, whatever its days say. */
  readonly refusals: (stretch: Interval) => Refusal[];
}

/** The target that a request names; ends the call where there is none. */
export const targetOf = async (
  wanted: { readonly space?: string | undefined; readonly lot?: string | undefined },
  { known, deps }: Pick<Ground, "known" | "deps">,
): Promise<Target> => {
  if (wanted.space !== undefined) {
    const space = await spaceOf(wanted.space, known, deps);
    const { lot, community, zone, owner, price } = space;
    return {
      ...{ space: space.id, lot, community, zone, owner, price },
      asksOwner: space.approval === "owner" && owner !== undefined,
      refusals: (stretch) => spaceRefusals(space, stretch),
    };
  }
  const lot = await lotOf(wanted.lot ?? "", known, deps);
  const { community, zone } = lot;
  const closed = lot.kind !== "pooled" || lot.state !== "open";
  return {
    ...{ space: undefined, lot: lot.id, community, zone, owner: undefined, asksOwner: false },
    price: lot.price ?? policyOf(deps).price,
    refusals: () => (closed ? [refuse("parking/withdrawn")] : []),
  };
};
