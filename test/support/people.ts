/** Residents with accounts for ledger tests, made without the residents API so that the ledger's tests stand alone. */
import { uuidv7 } from "uuidv7";
import { openAccounts, seedPools } from "../../functions/ledger/port.ts";
import type { App } from "./harness.ts";

export interface Person {
  readonly id: string;
  readonly points: string;
  readonly minutes: string;
  readonly token: string;
}

/** A resident of `community` with so many points at the start. */
export const person = async (app: App, points = 0, community = "lujing"): Promise<Person> => {
  const id = uuidv7();
  const opening = points === 0 ? [] : [{ transferId: uuidv7(), unit: "points", amount: points, by: id }];
  const outcome = await app.deps.db.commit(openAccounts(app.deps, { kind: "resident", id, community }, { opening }));
  if (!outcome.ok) throw new Error("accounts were not opened");
  return {
    id,
    points: `${id}.points`,
    minutes: `${id}.minutes`,
    token: await app.token({ sub: id, communities: [community] }),
  };
};

/** A shared wallet whose spenders are the given people. */
export const wallet = async (
  app: App,
  spenders: readonly Person[],
  points = 0,
  community = "lujing",
): Promise<string> => {
  const id = uuidv7();
  const opening = points === 0 ? [] : [{ transferId: uuidv7(), unit: "points", amount: points, by: id }];
  const holder = { kind: "household" as const, id, community, spenders: spenders.map((spender) => spender.id) };
  await app.deps.db.commit(openAccounts(app.deps, holder, { opening }));
  return `${id}.points`;
};

/** The pool accounts of a community. */
export const pools = async (app: App, community = "lujing"): Promise<void> => {
  await app.deps.db.commit(seedPools(app.deps, community));
};

/** A token of staff. */
export const staff = (
  app: App,
  role: "steward" | "auditor" | "district-admin",
  communities = ["lujing"],
): Promise<string> => app.token({ sub: uuidv7(), roles: [role], communities });

/** Balance and friends as the API shows them. */
export const account = async (app: App, who: Person | { token: string; points: string }) =>
  (await app.call("GET", `/v1/ledger/accounts/${who.points}`, { token: who.token })).body;
