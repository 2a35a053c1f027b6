/**
 * Known people of the local server, so that the first request can be pasted: fixed ids, roles, and points to start
 * with.
 */

import { openAccounts } from "../../functions/ledger/port.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import type { Role } from "../../schemas/roles.ts";

export interface LocalPerson {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Points to open with; staff have no account. */
  readonly points?: number;
}

/** `POST /_local/token?as=<name>` gives a token of one of them. */
export const localPeople: Readonly<Record<string, LocalPerson>> = {
  ann: { id: "0190a000-0000-7000-8000-000000000001", roles: ["resident"], points: 500 },
  bo: { id: "0190a000-0000-7000-8000-000000000002", roles: ["resident"], points: 100 },
  steward: { id: "0190a000-0000-7000-8000-000000000003", roles: ["steward"] },
  auditor: { id: "0190a000-0000-7000-8000-000000000004", roles: ["auditor"] },
  admin: { id: "0190a000-0000-7000-8000-000000000005", roles: ["district-admin"] },
};

const OPENING_IDS = "0190a000-0000-7000-9000-00000000000";

/** Opens the known residents' accounts in the district's first community; does nothing where they exist. */
export const seedPeople = async (deps: Deps): Promise<void> => {
  const community = deps.district.communities[0]?.id ?? "";
  for (const [index, { id, points }] of Object.values(localPeople).entries()) {
    if (points === undefined) continue;
    const opening = [{ transferId: `${OPENING_IDS}${index}`, unit: "points", amount: points, by: id }];
    await deps.db.commit(openAccounts(deps, { kind: "resident", id, community }, { opening }));
  }
};
