/** Buildings, and units with their owners. */
import type { unitOperations } from "../../../schemas/residents/places.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import type { Actor } from "../../shared/policy.ts";
import { refuse } from "../../shared/refusal.ts";
import { type Key, keyText } from "../../shared/write.ts";
import { keepsRoll, readsUnits, seesUnit } from "../domain/access.ts";
import type { Building, Owner, Unit } from "../domain/model.ts";
import { ownerRefusals, unitFits } from "../domain/rules.ts";
import { residentKey } from "../store/people.ts";
import {
  buildingKey,
  buildingList,
  buildingNameKey,
  changeUnit,
  createBuilding,
  createUnit,
  listUnitVersions,
  organisationKey,
  toBuilding,
  toUnit,
  toUnitVersion,
  unitKey,
  unitList,
  unitNumberKey,
} from "../store/places.ts";
import { firstAnswer, idAtEnd, listRecords, meetSlot, mustBe } from "../store/record.ts";
import {
  asCurrent,
  asInsider,
  asKeeper,
  checkNeeds,
  commitEdit,
  type Need,
  needCommunity,
  needRefusals,
  notFound,
  read,
  tagged,
} from "./support.ts";
import { toOwner, viewBuilding, viewUnit, viewUnitVersion } from "./views.ts";

type Ops = typeof unitOperations;
type BuildingView = ReturnType<typeof viewBuilding>;
type UnitView = ReturnType<typeof viewUnit>;

const buildingCommand = (call: Call<Ops["createBuilding"]>): Command<BuildingView> => ({
  slot: buildingKey(call.key),
  fingerprint: call.fingerprint,
  decide: (known) => {
    const building: Building = { ...call.body, id: call.key, community: call.params.communityId };
    const checks = checkNeeds(known, [needCommunity(building.community)], call.actor);
    if ("refusals" in checks) return checks;
    if (known.get(buildingNameKey(building.community, building.name))) {
      return { refusals: [refuse("resource/exists", { what: "building", id: building.name })] };
    }
    const writes = [...createBuilding(building, call.fingerprint), ...checks.writes];
    return { writes, answer: viewBuilding(building) };
  },
  replay: (item) => viewBuilding(toBuilding(item)),
  status: 201,
});

const needOwner = ({ kind, id }: Owner, community: string): Need =>
  kind === "resident"
    ? { key: residentKey(id), what: "resident", id, values: { com: community, st: "active" } }
    : { key: organisationKey(id), what: "organisation", id, values: { com: community } };

const unitCommand = (call: Call<Ops["createUnit"]>, deps: Deps): Command<UnitView> => ({
  slot: unitKey(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const community = call.params.communityId;
    const { buildingId, number, area, areaSource, use } = call.body;
    const owners = call.body.owners.map(toOwner);
    const wrong = ownerRefusals(owners);
    if (wrong.length > 0) return { refusals: wrong };
    const slot = await read(deps, unitKey(call.key));
    if (slot) return meetSlot(unitKey(call.key));
    const inBuilding: Need = {
      key: buildingKey(buildingId),
      what: "building",
      id: buildingId,
      values: { com: community },
    };
    const building = await read(deps, buildingKey(buildingId));
    const missing = needRefusals(inBuilding, building, call.actor);
    if (!building || missing.length > 0) return { refusals: missing };
    const checks = checkNeeds(known, [inBuilding, ...owners.map((owner) => needOwner(owner, community))], call.actor);
    if ("refusals" in checks) return checks;
    if (known.get(unitNumberKey(buildingId, number))) {
      return { refusals: [refuse("resource/exists", { what: "unit", id: number })] };
    }
    const buildingName = toBuilding(building).name;
    const unit: Unit = {
      id: call.key,
      community,
      buildingId,
      buildingName,
      number,
      area,
      areaSource,
      use,
      owners,
      revision: 1,
    };
    const writes = [...createUnit(unit, deps.stamps.take(), call.fingerprint), ...checks.writes];
    return { writes, answer: viewUnit(unit) };
  },
  replay: (item) => firstAnswer(item, (stored) => viewUnit(toUnit(stored))),
  status: 201,
});

const updateUnit = async (call: Call<Ops["updateUnit"]>, deps: Deps): Promise<Answer<UnitView>> => {
  const key = unitKey(call.params.unitId);
  const item = await read(deps, key);
  if (!item || !keepsRoll(call.actor, toUnit(item).community)) return notFound("unit", call.params.unitId);
  asCurrent(call, item);
  const before = toUnit(item);
  const { owners: given, ...fields } = call.body;
  const owners = given?.map(toOwner);
  const wrong = owners ? ownerRefusals(owners) : [];
  if (wrong.length > 0) return { refusals: wrong };
  const change = Object.fromEntries(
    Object.entries({ ...fields, owners }).filter(([, value]) => value !== undefined),
  ) as Parameters<typeof changeUnit>[1];
  const newcomers = (owners ?? []).filter(({ id }) => !before.owners.some((owner) => owner.id === id));
  const needs = newcomers.map((owner) => needOwner(owner, before.community));
  const writes = [
    ...changeUnit(item, change, call.actor.id, deps.stamps.take(), viewUnit(before)),
    ...needs.map((need) => mustBe(need.key, need.values)),
  ];
  const after: Unit = { ...before, ...change, revision: before.revision + 1 };
  const explain = (failed: Key, found: Parameters<typeof needRefusals>[1] | null) => {
    const need = needs.find((candidate) => keyText(candidate.key) === keyText(failed));
    return need ? needRefusals(need, found ?? undefined, call.actor) : [];
  };
  return commitEdit(deps, key, writes, viewUnit(after), explain);
};

/** Reads a unit that the actor may see; ends with 404 for others. */
const meetUnit = async (unitId: string, actor: Actor, deps: Deps): Promise<Unit> => {
  const item = await read(deps, unitKey(unitId));
  if (!item) return notFound("unit", unitId);
  const unit = toUnit(item);
  const seen = seesUnit(actor, unit, undefined);
  // Where the actor lives is read only when nothing else opens the unit.
  const home = seen ? undefined : (await read(deps, residentKey(actor.id)))?.unit;
  return seen || seesUnit(actor, unit, home as string | undefined) ? unit : notFound("unit", unitId);
};

const getUnit = async (call: Call<Ops["getUnit"]>, deps: Deps): Promise<Answer<UnitView>> =>
  tagged({ body: viewUnit(await meetUnit(call.params.unitId, call.actor, deps)) });

/** Handlers of buildings and units. */
export const unitHandlers: Handlers<Ops> = {
  createBuilding: (call, deps) => {
    asKeeper(call.actor, call.params.communityId);
    return run(deps.db, buildingCommand(call));
  },
  listBuildings: async ({ actor, params, query }, deps) => {
    asInsider(actor, params.communityId);
    const partition = buildingList(params.communityId);
    const keyOf = (sort: string) => buildingKey(idAtEnd(sort));
    const { items, next } = await listRecords(deps.db, { ...query, partition, keyOf });
    return { body: { items: items.map(toBuilding).map(viewBuilding), next } };
  },
  createUnit: async (call, deps) => {
    asKeeper(call.actor, call.params.communityId);
    return tagged(await run(deps.db, unitCommand(call, deps)));
  },
  listUnits: async ({ actor, params, query }, deps) => {
    if (!readsUnits(actor, params.communityId)) return notFound("community", params.communityId);
    const { building, limit, cursor, ...filter } = query;
    const { items, next } = await listRecords(deps.db, {
      partition: unitList(params.communityId),
      prefix: building && `${building}#`,
      limit,
      cursor,
      keyOf: (sort) => unitKey(idAtEnd(sort)),
      where: Object.values(filter).every((value) => value === undefined)
        ? undefined
        : (item) => unitFits(toUnit(item), filter),
    });
    return { body: { items: items.map(toUnit).map(viewUnit), next } };
  },
  getUnit,
  listUnitVersions: async ({ actor, params, query }, deps) => {
    await meetUnit(params.unitId, actor, deps);
    const { items, next } = await listUnitVersions(deps.db, params.unitId, query);
    return { body: { items: items.map(toUnitVersion).map(viewUnitVersion), next } };
  },
  updateUnit,
};
