/** Moving home: a household and everybody in it, in one transaction. */
import type { householdOperations } from "../../../schemas/residents/people.ts";
import type { Answer, Call } from "../../shared/call.ts";
import { type Command, keepAnswer, keptAnswer, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { keepsRoll } from "../domain/access.ts";
import { changeHome, changeResident, householdKey, residentKey, toHousehold, toResident } from "../store/people.ts";
import { unitKey } from "../store/places.ts";
import { meetSlot } from "../store/record.ts";
import { checkNeeds, notFound, read, tagged } from "./support.ts";
import { viewHousehold, viewResident } from "./views.ts";

type Op = (typeof householdOperations)["moveHousehold"];
type View = ReturnType<typeof viewHousehold>;

const moveCommand = (call: Call<Op>, deps: Deps): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const { householdId } = call.params;
    const unitId = call.body.unitId ?? undefined;
    if (await read(deps, keySlot(call.key))) return meetSlot(keySlot(call.key));
    const item = await read(deps, householdKey(householdId));
    const before = item && toHousehold(item);
    if (!before || !keepsRoll(call.actor, before.community)) return notFound("household", householdId);
    const values = { com: before.community };
    const needs = unitId === undefined ? [] : [{ key: unitKey(unitId), what: "unit", id: unitId, values }];
    const checks = checkNeeds(known, needs, call.actor);
    if ("refusals" in checks) return checks;
    const members = (await deps.db.getMany(before.members.map(residentKey))).filter(({ st }) => st === "active");
    const answer = viewHousehold({ ...before, unitId, revision: before.revision + 1 });
    const writes = [
      changeHome(item, unitId, deps.stamps.take(), viewHousehold(before)),
      ...members.map((member) =>
        changeResident(member, { unitId }, call.actor.id, deps.stamps.take(), viewResident(toResident(member))),
      ),
      ...checks.writes,
      keepAnswer(call.key, call.fingerprint, answer),
    ];
    return { writes, answer };
  },
  replay: keptAnswer<View>,
});

/** Moves a household; who joins or leaves meanwhile makes the move start over with the members that there are. */
export const move = async (call: Call<Op>, deps: Deps): Promise<Answer<View>> =>
  tagged(await run(deps.db, moveCommand(call, deps)));
