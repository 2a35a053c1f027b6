/** The right to see: everything that is stored about a person, gathered from their own partition. */
import type * as z from "zod";
import type { residentOperations } from "../../../schemas/residents/people.ts";
import { DATA_RECORDS_MAX, type PersonalData } from "../../../schemas/residents/resources.ts";
import type { Answer, Call } from "../../shared/call.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Item, Key } from "../../shared/write.ts";
import { seesProxy } from "../domain/access.ts";
import type { Resident } from "../domain/model.ts";
import { householdKey, toHousehold } from "../store/people.ts";
import { organisationKey, toOrganisation, toUnit, unitKey } from "../store/places.ts";
import { firstAnswer, LINKS, type Link } from "../store/record.ts";
import { grantKey, kinshipKey, proxyKey, toGrant, toKinship, toProxy } from "../store/relations.ts";
import { meet } from "./person.ts";
import { notFound } from "./support.ts";
import {
  viewGrant,
  viewHousehold,
  viewKinship,
  viewOrganisation,
  viewProxy,
  viewRecord,
  viewResident,
  viewUnit,
} from "./views.ts";

type Data = z.input<typeof PersonalData>;

/** Links in a person's own partition, by kind: ids of the records they lead to. */
export const linksOf = (items: readonly Item[], link: Link): string[] =>
  items.filter(({ sk }) => sk.startsWith(LINKS[link])).map(({ sk }) => sk.slice(LINKS[link].length));

const withRoll = (record: Resident, item: Item) => ({
  rollRef: record.rollRef,
  openingPoints: record.openingPoints,
  ...(item.first === undefined ? {} : { firstEntered: firstAnswer(item, () => viewResident(record)) }),
});

/** Gathers the answer to "what is stored about me"; auditors read rolls, not whole people. */
export const readData = async (
  call: Call<(typeof residentOperations)["getResidentData"]>,
  deps: Deps,
): Promise<Answer<Data>> => {
  const { residentId } = call.params;
  const { item: own, record, as } = await meet(residentId, call.actor, deps);
  if (as === "reader") return notFound("resident", residentId);
  const { items, last } = await deps.db.query({ partition: `R#${residentId}`, limit: DATA_RECORDS_MAX });
  const load = async <T>(link: Link, keyOf: (id: string) => Key, show: (item: Item) => T): Promise<T[]> =>
    (await deps.db.getMany(linksOf(items, link).map(keyOf))).map(show);
  const householdId = record.state === "active" ? record.householdId : undefined;
  const household = householdId === undefined ? undefined : await deps.db.get(householdKey(householdId));
  const wards = await load("ward", proxyKey, toProxy);
  const accounts = deps.district.units.map(({ code }) => `${residentId}.${code}`);
  return {
    body: {
      resident: viewRecord(record),
      ...(record.state === "active" ? withRoll(record, own) : {}),
      household: household ? viewHousehold(toHousehold(household)) : null,
      unitsOwned: await load("unit", unitKey, (item) => viewUnit(toUnit(item))),
      proxiesFor: await load("proxy", proxyKey, (item) => viewProxy(toProxy(item))),
      proxyOf: wards.filter((ward) => as !== "keeper" || seesProxy(call.actor, ward)).map(viewProxy),
      represents: await load("organisation", organisationKey, (item) => viewOrganisation(toOrganisation(item))),
      kinships: await load("kinship", kinshipKey, (item) => viewKinship(toKinship(item))),
      roleGrants: await load("grant", grantKey, (item) => viewGrant(toGrant(item))),
      accounts,
      statements: accounts.map((account) => `/v1/ledger/accounts/${account}/statement`),
      complete: last === undefined,
    },
  };
};
