/** Data of the community fund's events from its items. */
import { toFund, toMovement } from "../../functions/fund/store/funds.ts";
import type { fundContracts } from "../contracts/fund.ts";
import type { Pick, Picks } from "./pick.ts";

const fund: Pick = (image) => {
  const { id, community, unit, state, restriction, by, revision } = toFund(image);
  return { fund: id, community, unit, state, purposes: restriction.purposes, by, revision };
};

const movement: Pick = (image) => {
  const { fund: id, kind, amount, transfer, other, by } = toMovement(image);
  return { fund: id, kind, amount, transfer, other, by };
};

/** One pick for each event of the community fund. */
export const fundPicks: Picks<keyof typeof fundContracts> = {
  "fund.fund.opened": fund,
  "fund.fund.expired": fund,
  "fund.fund.closed": fund,
  "fund.movement.recorded": movement,
};
