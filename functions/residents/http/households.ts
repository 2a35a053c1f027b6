/**
 * Households: people who share a home and a wallet. A person is in one household at most; the write on their own
 * record says so.
 */
import type { householdOperations } from "../../../schemas/residents/people.ts";
import { openAccounts, setSpenders } from "../../ledger/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Actor, holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse } from "../../shared/refusal.ts";
import type { Item, Key } from "../../shared/write.ts";
import { keepsRoll, seesHousehold } from "../domain/access.ts";
import type { Household } from "../domain/model.ts";
import { joinRefusals } from "../domain/rules.ts";
import {
  changeMembers,
  changeResident,
  createHousehold,
  householdKey,
  residentKey,
  toHousehold,
  toResident,
} from "../store/people.ts";
import { unitKey } from "../store/places.ts";
import { firstAnswer, meetSlot } from "../store/record.ts";
import { move } from "./moves.ts";
import { asKeeper, checkNeeds, needCommunity, needRefusals, notFound, read, tagged } from "./support.ts";
import { viewHousehold, viewResident } from "./views.ts";

type Ops = typeof householdOperations;
type View = ReturnType<typeof viewHousehold>;

/** The people who should join, or why one of them cannot. */
const joiners = async (
  household: Household,
  ids: readonly string[],
  actor: Actor,
  deps: Deps,
): Promise<{ readonly items: readonly Item[] } | { readonly refusals: readonly Refusal[] }> => {
  const items: Item[] = [];
  const limit = deps.district.limits.householdMembers;
  for (const [index, id] of ids.entries()) {
    const item = await read(deps, residentKey(id));
    const values = { com: household.community, st: "active" };
    const missing = needRefusals({ key: residentKey(id), what: "resident", id, values }, item, actor);
    if (!item || missing.length > 0) return { refusals: missing };
    const together = { ...household, members: [...household.members, ...ids.slice(0, index)] };
    const refusals = joinRefusals(together, toResident(item), limit);
    if (refusals.length > 0) return { refusals };
    items.push(item);
  }
  return { items };
};

const join = (item: Item, householdId: string, by: string, deps: Deps) =>
  changeResident(item, { householdId }, by, deps.stamps.take(), viewResident(toResident(item)));

const createCommand = (call: Call<Ops["createHousehold"]>, deps: Deps): Command<View> => ({
  slot: householdKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const { communityId: community } = call.params;
    const { unitId } = call.body;
    if (await read(deps, householdKey(call.key))) return meetSlot(householdKey(call.key));
    const unit = unitId && { key: unitKey(unitId), what: "unit", id: unitId, values: { com: community } };
    const checks = checkNeeds(known, [needCommunity(community), ...(unit ? [unit] : [])], call.actor);
    if ("refusals" in checks) return checks;
    const members = [...new Set(call.body.members)];
    const empty: Household = { id: call.key, community, unitId, members: [], revision: 1 };
    const joining = await joiners(empty, members, call.actor, deps);
    if ("refusals" in joining) return joining;
    const household = { ...empty, members };
    const writes = [
      createHousehold(household, deps.stamps.take(), call.fingerprint),
      ...joining.items.map((item) => join(item, call.key, call.actor.id, deps)),
      ...openAccounts(deps, { kind: "household", id: call.key, community, spenders: members }),
      ...checks.writes,
    ];
    return { writes, answer: viewHousehold(household) };
  },
  replay: (item) => firstAnswer(item, (stored) => viewHousehold(toHousehold(stored))),
  status: 201,
});

/** Changes of members answer the household and keep the answer under the key; `change` says what becomes of it. */
const membersCommand = (
  call: Call<Ops["addHouseholdMember"]> | Call<Ops["removeHouseholdMember"]>,
  residentId: string,
  deps: Deps,
  allowed: (household: Household) => Refusal[],
  stay: boolean,
): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async () => {
    const { householdId } = call.params;
    if (await read(deps, keySlot(call.key))) return meetSlot(keySlot(call.key));
    const item = await read(deps, householdKey(householdId));
    const before = item && toHousehold(item);
    if (!before || !(seesHousehold(call.actor, before) || keepsRoll(call.actor, before.community))) {
      return notFound("household", householdId);
    }
    const refusals = allowed(before);
    if (refusals.length > 0) return { refusals };
    if (before.members.includes(residentId) === stay) {
      const answer = viewHousehold(before);
      return { writes: [keepAnswer(call.key, call.fingerprint, answer)], answer };
    }
    const moved = await changeOf(before, residentId, stay, call.actor, deps);
    if ("refusals" in moved) return moved;
    const members = stay ? [...before.members, residentId] : before.members.filter((member) => member !== residentId);
    const answer = viewHousehold({ ...before, members, revision: before.revision + 1 });
    const writes = [
      changeMembers(item, members, deps.stamps.take(), viewHousehold(before)),
      ...moved.writes,
      ...setSpenders(deps, before.id, members, before.community),
      keepAnswer(call.key, call.fingerprint, answer),
    ];
    return { writes, answer };
  },
  replay: keptAnswer<View>,
});

const changeOf = async (household: Household, residentId: string, stay: boolean, actor: Actor, deps: Deps) => {
  if (stay) {
    const joining = await joiners(household, [residentId], actor, deps);
    if ("refusals" in joining) return joining;
    return { writes: [join(joining.items[0] as Item, household.id, actor.id, deps)] };
  }
  const item = (await read(deps, residentKey(residentId))) ?? notFound("resident", residentId);
  // Erased since the household was read, which has changed as well: this round fails, the next one sees it.
  if (item.st !== "active") return { writes: [] };
  const first = viewResident(toResident(item));
  return { writes: [changeResident(item, { householdId: undefined }, actor.id, deps.stamps.take(), first)] };
};

const remove = async (call: Call<Ops["removeHouseholdMember"]>, deps: Deps): Promise<Answer<View>> => {
  const { residentId } = call.params;
  const allowed = ({ community }: Household): Refusal[] =>
    call.actor.id === residentId || holdsAny(call.actor, ["steward", "district-admin"], community)
      ? []
      : [refuse("auth/forbidden", { needs: "self, steward" })];
  return tagged(await run(deps.db, membersCommand(call, residentId, deps, allowed, false)));
};

/** Handlers of households. */
export const householdHandlers: Handlers<Ops> = {
  createHousehold: async (call, deps) => {
    asKeeper(call.actor, call.params.communityId);
    return tagged(await run(deps.db, createCommand(call, deps)));
  },
  getHousehold: async ({ actor, params }, deps) => {
    const key: Key = householdKey(params.householdId);
    const item = await read(deps, key);
    const household = item && toHousehold(item);
    if (!household || !seesHousehold(actor, household)) return notFound("household", params.householdId);
    return tagged({ body: viewHousehold(household) });
  },
  moveHousehold: move,
  addHouseholdMember: async (call, deps) => {
    const allowed = ({ community }: Household): Refusal[] =>
      keepsRoll(call.actor, community) ? [] : [refuse("auth/forbidden", { needs: "steward" })];
    return tagged(await run(deps.db, membersCommand(call, call.body.residentId, deps, allowed, true)));
  },
  removeHouseholdMember: remove,
};
