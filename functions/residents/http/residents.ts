/** The roll of people: entering, reading, correcting. */
import type { residentOperations } from "../../../schemas/residents/people.ts";
import { openAccounts } from "../../ledger/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { refuse } from "../../shared/refusal.ts";
import { dayIso, dayText } from "../../shared/time.ts";
import { closedFields, keepsRoll, readsRoll } from "../domain/access.ts";
import type { Resident } from "../domain/model.ts";
import { birthDateRefusals, normalPhone, residentFits } from "../domain/rules.ts";
import { changeResident, createResident, residentKey, residentList, toResident } from "../store/people.ts";
import { unitKey } from "../store/places.ts";
import { firstAnswer, listRecords, mustBe } from "../store/record.ts";
import { readData } from "./data.ts";
import { erase } from "./erase.ts";
import { meet } from "./person.ts";
import {
  asCurrent,
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
import { viewForOfficer, viewRecord, viewResident } from "./views.ts";

type Ops = typeof residentOperations;
type View = ReturnType<typeof viewResident>;

const today = (deps: Deps): string => dayIso(dayText(deps.clock.now(), deps.district.zone));

const needUnit = (id: string, community: string): Need => ({
  key: unitKey(id),
  what: "unit",
  id,
  values: { com: community },
});

const createCommand = (call: Call<Ops["createResident"]>, deps: Deps): Command<View> => ({
  slot: residentKey(call.key),
  fingerprint: call.fingerprint,
  decide: (known) => {
    const { communityId: community } = call.params;
    const { phone, unitId } = call.body;
    const wrong = birthDateRefusals(call.body.birthDate, today(deps));
    if (wrong.length > 0) return { refusals: wrong };
    const needs = [needCommunity(community), ...(unitId === undefined ? [] : [needUnit(unitId, community)])];
    const checks = checkNeeds(known, needs, call.actor);
    if ("refusals" in checks) return checks;
    const resident: Resident = {
      ...call.body,
      state: "active",
      id: call.key,
      community,
      phone: phone && normalPhone(phone),
      revision: 1,
    };
    const writes = [
      createResident(resident, call.actor.id, deps.stamps.take(), call.fingerprint),
      ...openAccounts(deps, { kind: "resident", id: call.key, community }),
      ...checks.writes,
    ];
    return { writes, answer: viewResident(resident) };
  },
  replay: (item) => firstAnswer(item, (stored) => viewResident(toResident(stored))),
  status: 201,
});

/**
 * An id is never used again, and the tombstone keeps no digest of what was erased: any request under it learns that.
 */
const create = async (call: Call<Ops["createResident"]>, deps: Deps): Promise<Answer<View>> => {
  asKeeper(call.actor, call.params.communityId);
  const answer = await run(deps.db, createCommand(call, deps));
  if (!("refusals" in answer) || answer.refusals[0]?.code !== "request/key-reused") return tagged(answer);
  const taken = await read(deps, residentKey(call.key));
  const own = taken?.com === call.params.communityId;
  return own && taken?.st === "erased" ? { refusals: [refuse("residents/erased", { id: call.key })] } : answer;
};

const update = async (call: Call<Ops["updateResident"]>, deps: Deps): Promise<Answer<View>> => {
  const { residentId } = call.params;
  const { item, record, as } = await meet(residentId, call.actor, deps);
  if (record.state === "erased") return { refusals: [refuse("residents/erased", { id: residentId })] };
  const closed = closedFields(as, Object.keys(call.body));
  if (closed.length > 0) return { refusals: [refuse("auth/forbidden", { needs: `steward (${closed.join(", ")})` })] };
  asCurrent(call, item);
  const wrong = birthDateRefusals(call.body.birthDate, today(deps));
  if (wrong.length > 0) return { refusals: wrong };
  const { phone, unitId } = call.body;
  const change = Object.fromEntries(
    Object.entries({ ...call.body, ...(phone ? { phone: normalPhone(phone) } : {}) }).map(([field, value]) => [
      field,
      value ?? undefined,
    ]),
  );
  const need = unitId ? needUnit(unitId, record.community) : undefined;
  const write = changeResident(item, change, call.actor.id, deps.stamps.take(), viewResident(record));
  const after = { ...record, ...change, revision: record.revision + 1 };
  const writes = need ? [write, mustBe(need.key, need.values)] : [write];
  return commitEdit(deps, residentKey(residentId), writes, viewResident(after), (_, found) =>
    need ? needRefusals(need, found ?? undefined, call.actor) : [],
  );
};

/** Handlers of residents. */
export const residentHandlers: Handlers<Ops> = {
  createResident: create,
  listResidents: async ({ actor, params, query }, deps) => {
    if (!readsRoll(actor, params.communityId)) return notFound("community", params.communityId);
    const partition = residentList(params.communityId);
    const { items, next } = await listRecords(deps.db, { ...query, partition, keyOf: residentKey });
    const active = items.filter((item) => item.st === "active");
    const keeper = keepsRoll(actor, params.communityId);
    return { body: { items: active.map(toResident).map((who) => viewForOfficer(who, keeper)), next } };
  },
  searchResidents: async ({ actor, params, body }, deps) => {
    asKeeper(actor, params.communityId);
    const { limit, cursor, ...filter } = body;
    const { items, next } = await listRecords(deps.db, {
      partition: residentList(params.communityId),
      keyOf: residentKey,
      limit,
      cursor,
      where: (item) => item.st === "active" && residentFits(toResident(item), filter),
    });
    return { body: { items: items.map(toResident).map(viewResident), next } };
  },
  getResident: async ({ actor, params }, deps) => {
    const { record, as } = await meet(params.residentId, actor, deps);
    const least = as === "reader" && record.state === "active";
    return tagged({ body: least ? viewForOfficer(record, false) : viewRecord(record) });
  },
  updateResident: update,
  getResidentData: readData,
  eraseResident: erase,
};
