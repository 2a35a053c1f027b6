/** Organisations of a community. */
import type { organisationOperations } from "../../../schemas/residents/places.ts";
import { openAccounts, setSpenders } from "../../ledger/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { refuse } from "../../shared/refusal.ts";
import { entersCommunity, keepsRoll } from "../domain/access.ts";
import type { Organisation } from "../domain/model.ts";
import { mustNotBeErased, residentKey } from "../store/people.ts";
import {
  changeOrganisation,
  createOrganisation,
  type OrganisationChange,
  organisationKey,
  organisationList,
  toOrganisation,
} from "../store/places.ts";
import { firstAnswer, listRecords } from "../store/record.ts";
import {
  asCurrent,
  asInsider,
  asKeeper,
  checkNeeds,
  commitEdit,
  needCommunity,
  notFound,
  read,
  tagged,
} from "./support.ts";
import { viewOrganisation } from "./views.ts";

type Ops = typeof organisationOperations;
type View = ReturnType<typeof viewOrganisation>;

const createCommand = (call: Call<Ops["createOrganisation"]>, deps: Deps): Command<View> => ({
  slot: organisationKey(call.key),
  fingerprint: call.fingerprint,
  decide: (known) => {
    const { communityId: community } = call.params;
    const representatives = [...new Set(call.body.representatives)];
    const organisation: Organisation = { ...call.body, representatives, id: call.key, community, revision: 1 };
    const checks = checkNeeds(known, [needCommunity(community)], call.actor);
    if ("refusals" in checks) return checks;
    const erased = representatives.find((id) => known.get(residentKey(id))?.st === "erased");
    if (erased !== undefined) return { refusals: [refuse("residents/erased", { id: erased })] };
    const writes = [
      ...createOrganisation(organisation, deps.stamps.take(), call.fingerprint),
      ...representatives.map(mustNotBeErased),
      ...openAccounts(deps, { kind: "organisation", id: call.key, community, spenders: representatives }),
      ...checks.writes,
    ];
    return { writes, answer: viewOrganisation(organisation) };
  },
  replay: (item) => firstAnswer(item, (stored) => viewOrganisation(toOrganisation(stored))),
  status: 201,
});

const update = async (call: Call<Ops["updateOrganisation"]>, deps: Deps): Promise<Answer<View>> => {
  const key = organisationKey(call.params.organisationId);
  const item = await read(deps, key);
  const before = item && toOrganisation(item);
  if (!before || !keepsRoll(call.actor, before.community)) return notFound("organisation", call.params.organisationId);
  asCurrent(call, item);
  const change = Object.fromEntries(
    Object.entries(call.body).map(([field, value]) => [field, value ?? undefined]),
  ) as OrganisationChange;
  const { representatives } = change;
  const spenders = representatives && [...new Set(representatives)];
  const changed = spenders ? { ...change, representatives: spenders } : change;
  const newcomers = (spenders ?? []).filter((id) => !before.representatives.includes(id));
  const writes = [
    ...changeOrganisation(item, changed, deps.stamps.take(), viewOrganisation(before)),
    ...newcomers.map(mustNotBeErased),
    ...(spenders ? setSpenders(deps, before.id, spenders, before.community) : []),
  ];
  const after = { ...before, ...changed, revision: before.revision + 1 };
  return commitEdit(deps, key, writes, viewOrganisation(after), (_, found) =>
    found?.st === "erased" ? [refuse("residents/erased", { id: found.pk.slice(2) })] : [],
  );
};

/** Handlers of organisations. */
export const organisationHandlers: Handlers<Ops> = {
  createOrganisation: async (call, deps) => {
    asKeeper(call.actor, call.params.communityId);
    return tagged(await run(deps.db, createCommand(call, deps)));
  },
  updateOrganisation: update,
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
    return tagged({ body: viewOrganisation(toOrganisation(item)) });
  },
};
