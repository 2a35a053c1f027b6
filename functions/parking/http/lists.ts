/** Whose lists somebody may read: their own, and as an officer those of the community's residents. */
import { residentOf } from "../../residents/port.ts";
import type { Call } from "../../shared/call.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { reject } from "../../shared/refusal.ts";
import { OPERATORS, personOf } from "./support.ts";

/** The person in whose name a resident's list is read; ends the call of others as if there were no such resident. */
export const readerOf = async (
  call: Call & { readonly params: { readonly residentId: string } },
  deps: Deps,
): Promise<string> => {
  const person = await personOf(call, deps);
  const { residentId } = call.params;
  if (person === residentId) return person;
  const record = await residentOf(deps.db, residentId);
  const officer = record?.state === "active" && holdsAny(call.actor, [...OPERATORS, "auditor"], record.community);
  return officer ? person : reject("resource/not-found", { what: "resident", id: residentId });
};
