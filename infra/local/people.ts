/**
 * Known people of the local server, so that the first request can be pasted: fixed ids, roles, and points to start
 * with.
 */

import { openAccounts } from "../../functions/ledger/port.ts";
import { createResident } from "../../functions/residents/store/people.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import type { Role } from "../../schemas/roles.ts";

export interface LocalPerson {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Points to open with; staff have no account. */
  readonly points?: number;
  /** How the register has them: residents only. */
  readonly register?: { readonly name: string; readonly birthDate: string };
  /** Minutes of the time bank to open with. */
  readonly minutes?: number;
}

/** Old enough to be served by the time bank, and of an age to serve. */
const ANN = { name: "Ann", birthDate: "1950-03-08" };
const BO = { name: "Bo", birthDate: "1990-05-04" };

/** `POST /_local/token?as=<name>` gives a token of one of them. */
export const localPeople: Readonly<Record<string, LocalPerson>> = {
  ann: { id: "0190a000-0000-7000-8000-000000000001", roles: ["resident"], points: 500, minutes: 600, register: ANN },
  bo: { id: "0190a000-0000-7000-8000-000000000002", roles: ["resident"], points: 100, register: BO },
  steward: { id: "0190a000-0000-7000-8000-000000000003", roles: ["steward"] },
  auditor: { id: "0190a000-0000-7000-8000-000000000004", roles: ["auditor"] },
  admin: { id: "0190a000-0000-7000-8000-000000000005", roles: ["district-admin"] },
};

const OPENING_IDS = "0190a000-0000-7000-9000-00000000000";

/**
 * Opens the known residents' accounts in the district's first community and enters them in its register; does nothing
 * where they exist.
 */
export const seedPeople = async (deps: Deps): Promise<void> => {
  const community = deps.district.communities[0]?.id ?? "";
  const units = deps.district.units.map(({ code }) => code);
  for (const [index, { id, points, minutes, register }] of Object.values(localPeople).entries()) {
    if (points === undefined || register === undefined) continue;
    const amounts = { points, minutes };
    const opening = (["points", "minutes"] as const).flatMap((unit, place) => {
      const amount = units.includes(unit) ? amounts[unit] : undefined;
      return amount === undefined ? [] : [{ transferId: `${OPENING_IDS}${index + 5 * place}`, unit, amount, by: id }];
    });
    await deps.db.commit(openAccounts(deps, { kind: "resident", id, community }, { opening }));
    const resident = { state: "active" as const, id, community, ...register, languages: [], revision: 1 };
    await deps.db.commit([createResident(resident, id, deps.stamps.take())]);
  }
};
