/**
 * The right to erase: a tombstone in one transaction with the accounts and the household, then relations to others,
 * in steps that can be taken again.
 */
import type { residentOperations } from "../../../schemas/residents/people.ts";
import { closeAccounts, setSpenders } from "../../ledger/port.ts";
import type { Answer, Call } from "../../shared/call.ts";
import { type Command, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Actor, holdsAny } from "../../shared/policy.ts";
import { refuse } from "../../shared/refusal.ts";
import type { Write } from "../../shared/write.ts";
import type { Resident, Tombstone } from "../domain/model.ts";
import { dropRelations } from "../store/erasure.ts";
import { changeMembers, householdKey, residentKey, toHousehold, toRecord, writeTombstone } from "../store/people.ts";
import { meetSlot, real } from "../store/record.ts";
import { meet } from "./person.ts";
import { read } from "./support.ts";
import { viewHousehold, viewTombstone } from "./views.ts";

type Op = (typeof residentOperations)["eraseResident"];
type View = ReturnType<typeof viewTombstone>;

/** Takes a person out of their household in the same transaction, and out of those who spend its wallet. */
export const leaving = async (resident: Resident, deps: Deps): Promise<readonly Write[]> => {
  if (resident.householdId === undefined) return [];
  const item = await read(deps, householdKey(resident.householdId));
  if (!item) return [];
  const household = toHousehold(item);
  const members = household.members.filter((member) => member !== resident.id);
  return [
    changeMembers(item, members, deps.stamps.take(), viewHousehold(household)),
    ...setSpenders(deps, household.id, members, household.community),
  ];
};

const eraseCommand = (call: Call<Op>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async () => {
    const { residentId } = call.params;
    const { reason, forfeit } = call.body;
    const [item, slot] = await Promise.all([deps.db.get(residentKey(residentId)), read(deps, keySlot(call.key))]);
    if (slot) return meetSlot(keySlot(call.key));
    const record = toRecord(real(item) as NonNullable<typeof item>);
    if (record.state === "erased") return { refusals: [refuse("residents/erased", { id: residentId })] };
    const by = call.actor.id;
    const closing = await closeAccounts(deps, residentId, {
      forfeit,
      by,
      reason: `erased: ${reason}`,
      transferIds: () => deps.ids.next(),
    });
    if ("refusals" in closing) return closing;
    const tombstone: Tombstone = {
      state: "erased",
      id: residentId,
      community: record.community,
      erasedMs: deps.clock.now().getTime(),
      reason,
      by,
      pending: true,
      revision: record.revision + 1,
    };
    const answer = viewTombstone(tombstone);
    const writes = [
      writeTombstone(tombstone, deps.stamps.take()),
      ...closing.writes,
      ...(await leaving(record, deps)),
      keepAnswer(call.key, call.fingerprint, answer),
    ];
    return { writes, answer };
  },
  replay: keptAnswer<View>,
});

const mayErase = (actor: Actor, id: string, community: string): boolean =>
  actor.id === id || holdsAny(actor, ["steward", "district-admin"], community);

/**
 * Erases a person's data on their own request, or by a steward with the reason. A repetition finishes what a crash
 * cut short.
 */
export const erase = async (call: Call<Op>, deps: Deps): Promise<Answer<View>> => {
  const { residentId } = call.params;
  const { record } = await meet(residentId, call.actor, deps);
  if (!mayErase(call.actor, residentId, record.community)) {
    return { refusals: [refuse("auth/forbidden", { needs: "self, steward" })] };
  }
  const answer = await run(deps.db, eraseCommand(call, deps));
  if ("body" in answer) await dropRelations(deps, residentId);
  return answer;
};
