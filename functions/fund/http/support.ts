/** What the fund's handlers share: the district's rules, records as the caller may see them, views. */
import type * as z from "zod";
import type { FundConfig } from "../../../schemas/fund/config.ts";
import type { Fund as FundSchema, Movement as MovementSchema } from "../../../schemas/fund/resources.ts";
import type { Role } from "../../../schemas/roles.ts";
import { type EnvelopeState, envelopesOf } from "../../ledger/port.ts";
import { itemOf, type Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Actor, holdsAny } from "../../shared/policy.ts";
import { reject } from "../../shared/refusal.ts";
import { dayText, instantOf } from "../../shared/time.ts";
import { type Fund, type Movement, NO_TOTALS, type Totals } from "../domain/money.ts";
import { ratiosOf } from "../domain/ratios.ts";
import { fundKey, toFund, toTotals, totalsKey } from "../store/funds.ts";

export type FundView = z.input<typeof FundSchema>;
export type MovementView = z.input<typeof MovementSchema>;

/** Who reads what is not yet public. */
export const READERS: readonly Role[] = ["steward", "fund-treasurer", "auditor", "district-admin"];

/** The reader of what is published for everyone: no roles, no community. */
export const NOBODY_READS: Actor = { id: "", roles: [], communities: [] };

/** The district's rules for its funds; ends the call where it has none. */
export const configOf = (deps: Pick<Deps, "district">): FundConfig => deps.district.fund ?? reject("fund/not-offered");

/** The local day of now, `YYYYMMDD`. */
export const today = ({ clock, district }: Pick<Deps, "clock" | "district">): string =>
  dayText(clock.now(), district.zone);

/** Whether the caller belongs to the community, by home or by office. */
export const belongs = (actor: Actor, community: string): boolean =>
  actor.communities.includes(community) || holdsAny(actor, READERS, community);

/** Ends the call unless the caller belongs to the community. */
export const mustBelong = (actor: Actor, community: string): void => {
  if (!belongs(actor, community)) reject("auth/forbidden", { needs: community });
};

/** The fund, when the caller may know of it; otherwise the call ends as if there were none. */
export const fundOf = async (id: string, actor: Actor, known: Known, deps: Deps): Promise<Fund> => {
  configOf(deps);
  const item = await itemOf(fundKey(id), known, deps);
  const fund = item && toFund(item);
  return fund && belongs(actor, fund.community) ? fund : reject("resource/not-found", { what: "fund", id });
};

/** The fund for somebody who acts with one of `roles` in its community. */
export const fundFor = async (
  id: string,
  roles: readonly Role[],
  actor: Actor,
  known: Known,
  deps: Deps,
): Promise<Fund> => {
  const fund = await fundOf(id, actor, known, deps);
  return holdsAny(actor, roles, fund.community) ? fund : reject("auth/forbidden", { needs: roles.join(", ") });
};

/** Members without a value are left out, so that a replay from JSON shows the same. */
export const bare = <T>(view: T): T => JSON.parse(JSON.stringify(view)) as T;

const NOTHING: EnvelopeState = { cash: 0, committed: 0, reserve: 0, available: 0 };

/** A fund as it is shown. */
export const viewFund = (fund: Fund, totals: Totals, envelope: EnvelopeState): FundView =>
  bare({
    id: fund.id,
    community: fund.community,
    name: fund.name,
    unit: fund.unit as FundView["unit"],
    state: fund.state,
    restriction: { ...fund.restriction, purposes: [...fund.restriction.purposes] },
    cash: envelope.cash,
    committed: envelope.committed,
    reserved: envelope.reserve,
    available: envelope.available,
    ...totals,
    ratios: ratiosOf(totals),
    openedAt: instantOf(fund.openedMs),
    revision: fund.revision,
  });

/** Funds as they are shown now. */
export const viewFunds = async (funds: readonly Fund[], deps: Pick<Deps, "db">): Promise<FundView[]> => {
  const [envelopes, items] = await Promise.all([
    envelopesOf(deps.db, funds),
    deps.db.getMany(funds.map(({ id }) => totalsKey(id))),
  ]);
  const totals = new Map(items.map((item) => [item.pk, toTotals(item)]));
  return funds.map((fund) =>
    viewFund(fund, totals.get(totalsKey(fund.id).pk) ?? NO_TOTALS, envelopes.get(fund.id) ?? NOTHING),
  );
};

/** A movement as it is shown; who did it, and whom a gift is from, to officers and themselves only. */
export const viewMovement = ({ atMs, by, source, ...movement }: Movement, named: boolean): MovementView =>
  bare({
    ...movement,
    by: named ? by : undefined,
    source: named || movement.kind !== "donation" ? source : undefined,
    document: movement.document && { ...movement.document },
    at: instantOf(atMs),
  });
