/**
 * Confirmed orders that wait for settlement, made through the time bank's own store and the ledger's port: holds are
 * real holds, accounts real accounts; only the way over HTTP is left out.
 */
import { uuidv7 } from "uuidv7";
import { holdOwned, memberAccount, openAccounts, poolAccount } from "../../functions/ledger/port.ts";
import { Known } from "../../functions/shared/command.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { SYSTEM_ACTOR } from "../../functions/shared/jobs.ts";
import { TRANSACTION_ITEMS_MAX, type Write } from "../../functions/shared/write.ts";
import { termsOf } from "../../functions/timebank/domain/minutes.ts";
import type { Order } from "../../functions/timebank/domain/order.ts";
import { currentProfile } from "../../functions/timebank/domain/policy.ts";
import { createOrder } from "../../functions/timebank/store.ts";
import { profileId } from "../../schemas/timebank/policy.ts";

const MINUTE_MS = 60_000;
const CATEGORY = "company";

/** A confirmed order to make: who is served by whom, for how many minutes, held and credited. */
export interface Wanted {
  readonly id?: string;
  readonly community?: string;
  readonly recipient: string;
  readonly volunteer: string;
  readonly held: number;
  readonly credited: number;
  readonly payer?: Order["payer"];
  readonly creditTo?: NonNullable<Order["creditTo"]>;
  readonly confirmedMs: number;
}

/** Opens the accounts of a person who has so many minutes. */
export const openMember = async (deps: Deps, id: string, minutes: number, community = "lujing"): Promise<void> => {
  const opening = { transferId: uuidv7(), unit: "minutes", amount: minutes, by: SYSTEM_ACTOR.id };
  const given = minutes === 0 ? {} : { opening: [opening] };
  const made = await deps.db.commit(openAccounts(deps, { kind: "resident", id, community }, given));
  if (!made.ok) throw new Error(`${id} has accounts`);
};

const payeeOf = ({ volunteer, creditTo = "member", community = "lujing" }: Wanted, carePool: string): string => {
  if (creditTo === "member") return memberAccount(volunteer, "minutes");
  return poolAccount(community, creditTo === "care-pool" ? carePool : "redemption", "minutes");
};

const orderOf = (wanted: Wanted, id: string, hold: string, deps: Deps): Order => {
  const { community = "lujing", recipient, volunteer, held, credited, confirmedMs } = wanted;
  const { payer = "own-hours", creditTo = "member" } = wanted;
  const { timebank } = deps.district;
  if (!timebank) throw new Error("the district has no time bank");
  const profile = currentProfile(timebank);
  const outMs = confirmedMs - 30 * MINUTE_MS;
  const inMs = outMs - credited * MINUTE_MS;
  const session = { volunteer, hold, held, creditTo, inMs, outMs, measured: credited, credited };
  return {
    id,
    ...{ community, state: "confirmed", recipient, requester: recipient, payer, by: recipient, phone: false },
    ...{ category: CATEGORY, fromMs: inMs, untilMs: outMs, minutes: held, skills: [], urgency: "normal" },
    ...{ policy: profileId(profile), terms: { ...termsOf(profile, CATEGORY), settlement: "calendar" } },
    ...session,
    ...{ honoured: true, createdMs: inMs, confirmedMs, changedBy: recipient, revision: 6, fingerprint: "-" },
    start: "requested",
  };
};

/** Writes of one confirmed order with its open hold. Throws where its minutes cannot be held. */
export const confirmedWrites = async (deps: Deps, wanted: Wanted, known = new Known()): Promise<readonly Write[]> => {
  const { recipient, held, payer = "own-hours", community = "lujing" } = wanted;
  const [id, hold] = [wanted.id ?? uuidv7(), uuidv7()];
  const carePool = deps.district.timebank?.carePool ?? "";
  const reserved = await holdOwned(
    {
      ...{ id: hold, owner: "timebank", link: { type: "order", id }, amount: held, category: CATEGORY, spareRoom: 0 },
      from: payer === "care-pool" ? poolAccount(community, carePool, "minutes") : memberAccount(recipient, "minutes"),
      to: payeeOf(wanted, carePool),
      untilMs: wanted.confirmedMs,
    },
    { actor: SYSTEM_ACTOR },
    known,
    deps,
  );
  if ("refusals" in reserved) throw new Error(reserved.refusals.map(({ code }) => code).join());
  return [createOrder(orderOf(wanted, id, hold, deps), deps.stamps.take()), ...reserved.writes];
};

/** Makes one confirmed order; gives its id. */
export const confirmedOrder = async (deps: Deps, wanted: Wanted): Promise<string> => {
  const id = wanted.id ?? uuidv7();
  const made = await deps.db.commit(await confirmedWrites(deps, { ...wanted, id }));
  if (!made.ok) throw new Error("the order could not be made");
  return id;
};

/** Makes many that share no account in one transaction, as a benchmark needs them. */
export const confirmedOrders = async (deps: Deps, wanted: readonly Wanted[]): Promise<void> => {
  let writes: Write[] = [];
  const flush = async () => {
    if (writes.length === 0) return;
    if (!(await deps.db.commit(writes)).ok) throw new Error("orders could not be made");
    writes = [];
  };
  let busy = new Set<string>();
  for (const one of wanted) {
    const made = await confirmedWrites(deps, one);
    const people = [one.recipient, one.volunteer];
    if (writes.length + made.length > TRANSACTION_ITEMS_MAX || people.some((person) => busy.has(person))) {
      await flush();
      busy = new Set();
    }
    for (const person of people) busy.add(person);
    writes.push(...made);
  }
  await flush();
};
