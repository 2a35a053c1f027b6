/** What every measurement stands on: the demo district, people with tokens, and requests between them. */
import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { openAccounts } from "../../functions/ledger/port.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import type { Env } from "../../functions/shared/env.ts";
import { loadDistrict } from "../../infra/districts/load.ts";
import { createIssuer, type Issuer } from "../../infra/local/issuer.ts";
import type { District } from "../../schemas/district.ts";

/** Points of every person at the start; amounts are 1 or 2, so caps and ceilings are never met. */
export const OPENING = 100_000;
const COMMUNITY = "lujing";

export interface Person {
  readonly id: string;
  /** Points account. */
  readonly account: string;
  readonly token: string;
}

export interface Town {
  readonly district: District;
  readonly issuer: Issuer;
  readonly people: readonly Person[];
}

/** So many people of the demo district, each with a token of their own. */
export const makeTown = async (count: number): Promise<Town> => {
  const district = loadDistrict("demo");
  const { issuer: name, audience } = district.auth;
  const issuer = await createIssuer({ issuer: name, audience });
  const person = async (): Promise<Person> => {
    const id = uuidv7();
    const claims = { sub: id, roles: ["resident"], communities: [COMMUNITY], district: district.id, now: new Date() };
    return { id, account: `${id}.points`, token: await issuer.mint(claims) };
  };
  return { district, issuer, people: await Promise.all(Array.from({ length: count }, person)) };
};

/** Environment of a function on `table`. */
export const environment = (town: Pick<Town, "issuer">, table: string, endpoint?: string): Env => ({
  LINLI_TABLE: table,
  LINLI_VERSION: "bench",
  LINLI_JWKS: JSON.stringify(town.issuer.jwks()),
  ...(endpoint === undefined ? {} : { LINLI_DYNAMODB_ENDPOINT: endpoint }),
});

/** Opens Linli's accounts of everyone. */
export const openEveryone = async (deps: Deps, people: readonly Person[]): Promise<void> => {
  for (const { id } of people) {
    const opening = [{ transferId: uuidv7(), unit: "points", amount: OPENING, by: id }];
    const outcome = await deps.db.commit(
      openAccounts(deps, { kind: "resident", id, community: COMMUNITY }, { opening }),
    );
    if (!outcome.ok) throw new Error("an account was not opened");
  }
};

/** One payment as a client sends it. */
export interface Payment {
  readonly token: string;
  readonly key: string;
  readonly body: string;
}

const pick = (bound: number): number => randomBytes(4).readUInt32LE() % bound;

/** A payment between two random people, or from a random one to the first when `hot`. */
export const randomPayment = (people: readonly Person[], hot = false): Payment => {
  const payee = hot ? 0 : pick(people.length);
  const payer = (payee + 1 + pick(people.length - 1)) % people.length;
  const [from, to] = [people[payer] as Person, people[payee] as Person];
  const body = { from: from.account, to: to.account, amount: 1 + pick(2), category: "thanks", memo: "谢谢帮忙搬家" };
  return { token: from.token, key: uuidv7(), body: JSON.stringify(body) };
};
