/** The hours of an order: held at acceptance, paid or released at its end, through the ledger's port. */
import { unitPolicy } from "../../../schemas/district.ts";
import type { PolicyProfile } from "../../../schemas/timebank/policy.ts";
import { holdOwned, type Movement, memberAccount, poolAccount, postOwned, releaseOwned } from "../../ledger/port.ts";
import type { Write } from "../../shared/write.ts";
import { counted, type Order } from "../domain/order.ts";
import { currentProfile } from "../domain/policy.ts";
import { giveBack, honour } from "../domain/volunteer.ts";
import { saveVolunteer } from "../store.ts";
import { configOf, volunteerOf } from "./support.ts";
import type { Scene, Stepped } from "./transition.ts";

/** Unit of account of the time bank. */
export const UNIT = "minutes";
/** Owner of the holds of orders. */
export const OWNER = "timebank";

/** Where a volunteer's minutes go: their own account, or by the storage cap the care pool or nowhere. */
type CreditTo = NonNullable<Order["creditTo"]>;

const accountOf = (creditTo: CreditTo, volunteer: string, order: Order, carePool: string): string => {
  switch (creditTo) {
    case "member":
      return memberAccount(volunteer, UNIT);
    case "care-pool":
      return poolAccount(order.community, carePool, UNIT);
    case "honour-only":
      return poolAccount(order.community, "redemption", UNIT);
  }
};

const isFull = (movement: Movement): boolean =>
  "refusals" in movement && movement.refusals.some(({ code }) => code === "ledger/ceiling");

type Held =
  | { readonly changes: Pick<Order, "hold" | "held" | "creditTo">; readonly writes: readonly Write[] }
  | Extract<Movement, { refusals: unknown }>;

/**
 * Holds an order's minutes for its volunteer. Above the storage cap they go where the policy says: the cap is the room
 * that the ledger's own condition leaves, so that two acceptances at once do not pass it together.
 */
export const holdMinutes = async (
  order: Order,
  volunteer: string,
  minutes: number,
  profile: PolicyProfile,
  scene: Scene,
): Promise<Held> => {
  const { deps, known, mover } = scene;
  const { carePool } = configOf(deps);
  const from =
    order.payer === "care-pool" ? poolAccount(order.community, carePool, UNIT) : memberAccount(order.requester, UNIT);
  const ceiling = unitPolicy(deps.district, UNIT)?.ceiling ?? 0;
  const cap = profile.storage.capMinutes;
  const spareRoom = cap === null ? 0 : Math.max(ceiling - cap, 0);
  const id = deps.ids.next();
  const hold = (creditTo: CreditTo): Promise<Movement> =>
    holdOwned(
      {
        id,
        owner: OWNER,
        link: { type: "order", id: order.id },
        from,
        to: accountOf(creditTo, volunteer, order, carePool),
        amount: minutes,
        category: order.category,
        untilMs: order.untilMs,
        spareRoom: creditTo === "member" ? spareRoom : 0,
      },
      mover,
      known,
      deps,
    );
  const own = await hold("member");
  if (cap === null || !isFull(own)) {
    return "refusals" in own ? own : { changes: { hold: id, held: minutes, creditTo: "member" }, writes: own.writes };
  }
  const creditTo: CreditTo = profile.storage.above === "donate" ? "care-pool" : "honour-only";
  // What the care pool would pay to itself needs no hold.
  if (creditTo === "care-pool" && order.payer === "care-pool") {
    return { changes: { held: minutes, creditTo }, writes: [] };
  }
  const other = await hold(creditTo);
  return "refusals" in other ? other : { changes: { hold: id, held: minutes, creditTo }, writes: other.writes };
};

/** Releases an accepted order's minutes, and the time and caps that it took of its volunteer. */
export const releaseMinutes = async (order: Order, scene: Scene): Promise<Movement> => {
  const { deps, known, mover } = scene;
  if (order.volunteer === undefined || order.held === undefined) return { writes: [] };
  const freed = giveBack(await volunteerOf(order.volunteer, known, deps), order.id, scene);
  const released =
    order.hold === undefined
      ? { writes: [] }
      : await releaseOwned({ hold: order.hold, owner: OWNER }, mover, known, deps);
  return "refusals" in released ? released : { writes: [saveVolunteer(freed), ...released.writes] };
};

/** Honours an order's decided minutes: its volunteer's lifetime minutes and stars, which never fall again. */
export const honourMinutes = async (order: Order, minutes: number, scene: Scene): Promise<Write> => {
  const { deps, known } = scene;
  if (order.volunteer === undefined) throw new Error("a served order without a volunteer");
  const { stars } = currentProfile(configOf(deps));
  return saveVolunteer(honour(await volunteerOf(order.volunteer, known, deps), counted(order), minutes, scene, stars));
};

/**
 * Pays `minutes` of an order in the state that it then has: the hold's one end, and the volunteer's honour unless
 * confirmation has counted it.
 */
export const payMinutes = async (next: Order, before: Order, minutes: number, scene: Scene): Promise<Stepped> => {
  const { deps, known, mover } = scene;
  const honoured = before.honoured ? [] : [await honourMinutes(before, minutes, scene)];
  const transfer = deps.ids.next();
  const paid =
    before.hold === undefined
      ? { writes: [] }
      : await postOwned({ hold: before.hold, owner: OWNER, transfer, amount: minutes }, mover, known, deps);
  if ("refusals" in paid) return paid;
  const order = {
    ...next,
    credited: minutes,
    honoured: true,
    ...(before.hold && minutes > 0 ? { transfer } : {}),
  };
  return { order, writes: [...honoured, ...paid.writes] };
};
