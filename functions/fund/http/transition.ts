/**
 * The one path of every transition: the record as it stands, what the step makes of it, and one conditional
 * transaction of its next revision, what moves with it, and the answer under the client's key.
 */
import type { Role } from "../../../schemas/roles.ts";
import { conflictsOf } from "../../residents/port.ts";
import type { Call } from "../../shared/call.ts";
import {
  type Command,
  type Decision,
  itemOf,
  type Known,
  keepAnswer,
  keptAnswer,
  keySlot,
  ROUNDS_MAX,
} from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { Busy } from "../../shared/dynamo.ts";
import { type Actor, holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { create, type Item, type Key, together, type Write } from "../../shared/write.ts";
import type { Application, Changed, FundCall, Tranche } from "../domain/grant.ts";
import type { Side } from "../domain/lifecycle.ts";
import {
  applicationKey,
  callKey,
  payeeKey,
  putApplication,
  putCall,
  putTranche,
  toApplication,
  toCall,
  toTranche,
  trancheKey,
} from "../store/grants.ts";
import { belongs, configOf } from "./support.ts";

/** How records of one kind are found and written. */
export interface Kind<R extends Changed> {
  readonly name: string;
  readonly key: (id: string) => Key;
  readonly from: (item: Item) => R;
  readonly put: (next: R, stamp: number, before?: R) => Write;
}

/** Calls. */
export const CALLS: Kind<FundCall> = { name: "call", key: callKey, from: toCall, put: putCall };
/** Applications. */
export const APPLICATIONS: Kind<Application> = {
  name: "application",
  key: applicationKey,
  from: toApplication,
  put: putApplication,
};
/** Tranches. */
export const TRANCHES: Kind<Tranche> = { name: "tranche", key: trancheKey, from: toTranche, put: putTranche };

/** The record, whoever asks; ends the call where there is none. */
export const recordOf = async <R extends Changed>(kind: Kind<R>, id: string, known: Known, deps: Deps): Promise<R> => {
  configOf(deps);
  const item = await itemOf(kind.key(id), known, deps);
  return item ? kind.from(item) : reject("resource/not-found", { what: kind.name, id });
};

/** What a step comes to: writes beside the record's own with the answer, or every reason against it. */
export type Stepped<View> =
  | { readonly writes: readonly Write[]; readonly answer: View }
  | { readonly refusals: readonly Refusal[] };

/**
 * A command on one record. A step reads other items after the record; when somebody else's move came in between, what
 * they show is no reason to refuse, but the record's own new state is: so the step is taken again.
 */
export const commandOn = <R extends Changed, View>(
  call: Pick<Call, "key" | "fingerprint">,
  deps: Deps,
  kind: Kind<R>,
  id: string,
  step: (record: R, known: Known) => Promise<Stepped<View>>,
  status: 200 | 201 = 200,
): Command<View> => {
  const slot = keySlot(call.key);
  return {
    slot,
    fingerprint: call.fingerprint,
    status,
    decide: async (known): Promise<Decision<View>> => {
      // A replay is answered before anything that has changed since could refuse it.
      if (await itemOf(slot, known, deps)) return { writes: [create(slot)], answer: undefined as never };
      for (let round = 0; round < ROUNDS_MAX; round++) {
        const record = await recordOf(kind, id, known, deps);
        const stepped = await step(record, known);
        if (!("refusals" in stepped)) {
          const kept = keepAnswer(call.key, call.fingerprint, stepped.answer);
          return { writes: together(stepped.writes, [kept]), answer: stepped.answer };
        }
        const fresh = await deps.db.get(kind.key(id));
        known.set(kind.key(id), fresh ?? null);
        if (fresh?.rev === record.revision) return stepped;
      }
      throw new Busy(`the ${kind.name} kept moving`);
    },
    replay: keptAnswer<View>,
  };
};

/** Roles that stand on a side by office. */
const OFFICES: Readonly<Partial<Record<Side, readonly Role[]>>> = {
  officer: ["steward", "district-admin"],
  treasurer: ["fund-treasurer", "district-admin"],
};

/** Whether somebody stands on a side by office in a community. */
export const standsAs = (actor: Actor, side: Side, community: string): boolean =>
  holdsAny(actor, OFFICES[side] ?? [], community);

/** Ends the call unless the caller stands on one of the sides by office; strangers learn of no record. */
export const mustStand = (
  actor: Actor,
  sides: readonly Side[],
  record: { readonly community: string; readonly id: string },
  what: string,
): void => {
  if (!belongs(actor, record.community)) reject("resource/not-found", { what, id: record.id });
  if (!sides.some((side) => standsAs(actor, side, record.community))) {
    reject("auth/forbidden", { needs: sides.flatMap((side) => OFFICES[side] ?? []).join(", ") });
  }
};

/** Grounds on which somebody is not free towards an application: by the register, and as an earlier payee. */
export const groundsOf = async (person: string, application: Application, deps: Deps) => {
  const { applicant, author, fund } = application;
  const organisation = applicant.kind === "organisation" ? applicant.id : undefined;
  const { grounds, parties } = await conflictsOf(deps.db, person, [author], organisation);
  const paid = await deps.db.getMany(parties.map((party) => payeeKey(fund, party)));
  return [...grounds, ...(paid.length > 0 ? ["earlier-payee" as const] : [])];
};

/** Why somebody may not decide on an application, or nothing: an earlier payee may, who only may not judge it. */
export const conflictRefusals = async (person: string, application: Application, deps: Deps): Promise<Refusal[]> => {
  const grounds = (await groundsOf(person, application, deps)).filter((ground) => ground !== "earlier-payee");
  return grounds.length > 0 ? [refuse("fund/conflict", { grounds: grounds.join(", ") })] : [];
};
