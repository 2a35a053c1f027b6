/** Organisations of a community. */
import type { organisationOperations } from "../../../schemas/residents/places.ts";
import { openAccounts } from "../../ledger/port.ts";
import type { Call, Handlers } from "../../shared/call.ts";
import { type Command, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { entersCommunity } from "../domain/access.ts";
import type { Organisation } from "../domain/model.ts";
import { createOrganisation, organisationKey, organisationList, toOrganisation } from "../store/places.ts";
import { listRecords } from "../store/record.ts";
import { asInsider, asKeeper, checkNeeds, needCommunity, notFound, read } from "./support.ts";
import { viewOrganisation } from "./views.ts";

type Ops = typeof organisationOperations;
type View = ReturnType<typeof viewOrganisation>;

const createCommand = (call: Call<Ops["createOrganisation"]>, deps: Deps): Command<View> => ({
  slot: organisationKey(call.key),
  fingerprint: call.fingerprint,
  decide: (known) => {
    const organisation: Organisation = { ...call.body, id: call.key, community: call.params.communityId };
    const { community, representatives } = organisation;
    const checks = checkNeeds(known, [needCommunity(community)], call.actor);
    if ("refusals" in checks) return checks;
    const writes = [
      createOrganisation(organisation, deps.stamps.take(), call.fingerprint),
      ...openAccounts(deps, { kind: "organisation", id: call.key, community, spenders: representatives }),
      ...checks.writes,
    ];
    return { writes, answer: viewOrganisation(organisation) };
  },
  replay: (item) => viewOrganisation(toOrganisation(item)),
  status: 201,
});

/** Handlers of organisations. */
export const organisationHandlers: Handlers<Ops> = {
  createOrganisation: (call, deps) => {
    asKeeper(call.actor, call.params.communityId);
    return run(deps.db, createCommand(call, deps));
  },
  listOrganisations: async ({ actor, params, query }, deps) => {
    asInsider(actor, params.communityId);
    const partition = organisationList(params.communityId);
    const { items, next } = await listRecords(deps.db, { ...query, partition, keyOf: organisationKey });
    return { body: { items: items.map(toOrganisation).map(viewOrganisation), next } };
  },
  getOrganisation: async ({ actor, params }, deps) => {
    const item = await read(deps, organisationKey(params.organisationId));
    if (!item || !entersCommunity(actor, toOrganisation(item).community)) {
      return notFound("organisation", params.organisationId);
    }
    return { body: viewOrganisation(toOrganisation(item)) };
  },
};
