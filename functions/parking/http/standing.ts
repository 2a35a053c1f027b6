/** How people stand, over HTTP: reading it, paying a debt, appealing against an exclusion, deciding the appeal. */
import type * as z from "zod";
import type { Standing as StandingSchema } from "../../../schemas/parking/resources.ts";
import type { standingOperations } from "../../../schemas/parking/standing.ts";
import { UnitCode } from "../../../schemas/primitives.ts";
import { actingProofs, residentOf } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import {
  type Command,
  type Decision,
  itemOf,
  Known,
  keepAnswer,
  keptAnswer,
  keySlot,
  run,
} from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { pageOf } from "../../shared/paging.ts";
import { holdsAny } from "../../shared/policy.ts";
import { refuse, reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import { together } from "../../shared/write.ts";
import { moved } from "../domain/booking.ts";
import { addedShares, NO_SHARES } from "../domain/price.ts";
import { decided, owing, type Parker } from "../domain/standing.ts";
import { paidTally } from "../domain/tally.ts";
import { appealList, parkerKey, saveParker, toParker } from "../store/bookings.ts";
import { addTally } from "../store/tally.ts";
import { change, namedBy, type Step } from "./change.ts";
import { mustOperate } from "./lots.ts";
import { payDebt } from "./money.ts";
import { configOf, OPERATORS, personOf, SCOPE, zoneOf } from "./support.ts";

type Ops = typeof standingOperations;
type View = z.input<typeof StandingSchema>;

/** A person's standing as it is at `nowMs`: an exclusion that is over is none, whatever is stored. */
const view = (parker: Parker, nowMs: number): View => {
  const { resident, open, recalls, owed, overstaysMs, noShowsMs, appeal, excludedMs, revision } = parker;
  return {
    ...{ resident, open, revision, ownerCancellations: recalls },
    overstays: overstaysMs.map((ms) => instantOf(ms)),
    noShows: noShowsMs.map((ms) => instantOf(ms)),
    ...(excludedMs !== undefined && excludedMs > nowMs ? { excludedUntil: instantOf(excludedMs) } : {}),
    owed: UnitCode.options.flatMap((unit) => (owed[unit] ? [{ unit, amount: owed[unit] }] : [])),
    appeal: appeal?.state ?? "none",
    ...(appeal ? { appealedAt: instantOf(appeal.atMs) } : {}),
    ...(appeal?.reason === undefined ? {} : { appealReason: appeal.reason }),
    ...(appeal?.decision === undefined ? {} : { decision: appeal.decision }),
  };
};

const parkerOf = async (resident: string, known: Known, deps: Deps): Promise<Parker> =>
  toParker(resident, await itemOf(parkerKey(resident), known, deps));

const notFound = (id: string): never => reject("resource/not-found", { what: "resident", id });

/** The community of a resident on the register; ends the call where there is none. */
const communityOf = async (id: string, deps: Deps): Promise<string> => {
  const record = await residentOf(deps.db, id);
  return record?.state === "active" ? record.community : notFound(id);
};

const read = async (call: Call<Ops["getParkingStanding"]>, deps: Deps): Promise<Answer<View>> => {
  const { residentId } = call.params;
  const person = await personOf(call, deps);
  if (person !== residentId) {
    const community = await communityOf(residentId, deps);
    if (!holdsAny(call.actor, [...OPERATORS, "auditor"], community)) return notFound(residentId);
  }
  const parker = await parkerOf(residentId, new Known(), deps);
  return { body: view(parker, deps.clock.now().getTime()) };
};

type Deciding = Pick<Call, "key" | "fingerprint" | "actor" | "actingFor">;

/** A command on somebody's standing: the outcome is kept under the client's key, in the same transaction. */
const onStanding = (
  call: Deciding,
  deps: Deps,
  decide: (known: Known, nowMs: number) => Promise<Decision<{ next: Parker; seen: Parker }>>,
): Command<View> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: async (known) => {
    const nowMs = deps.clock.now().getTime();
    const made = await decide(known, nowMs);
    if ("refusals" in made) return made;
    const { next, seen } = made.answer;
    const answer = view({ ...next, revision: seen.revision + 1 }, nowMs);
    const kept = keepAnswer(call.key, call.fingerprint, answer);
    return { writes: together(made.writes, [saveParker(next, seen), kept]), answer };
  },
  replay: keptAnswer<View>,
});

const appeal = (call: Call<Ops["appealParkingExclusion"]>, deps: Deps): Promise<Answer<View>> => {
  const { residentId } = call.params;
  const command = onStanding(call, deps, async (known, nowMs) => {
    if ((await personOf(call, deps)) !== residentId) return notFound(residentId);
    const community = await communityOf(residentId, deps);
    const seen = await parkerOf(residentId, known, deps);
    if (seen.excludedMs === undefined || seen.excludedMs <= nowMs)
      return { refusals: [refuse("parking/not-excluded")] };
    if (seen.appeal) return { refusals: [refuse("parking/appealed", { state: seen.appeal.state })] };
    const next: Parker = { ...seen, appeal: { state: "open", atMs: nowMs, community, reason: call.body.reason } };
    return { writes: actingProofs(call, SCOPE, deps), answer: { next, seen } };
  });
  return run(deps.db, command);
};

const decide = (call: Call<Ops["decideParkingAppeal"]>, deps: Deps): Promise<Answer<View>> => {
  const { residentId } = call.params;
  const { granted, reason } = call.body;
  const command = onStanding(call, deps, async (known) => {
    configOf(deps);
    const community = await communityOf(residentId, deps);
    mustOperate(call.actor, community);
    // Nobody judges their own appeal.
    if (call.actor.id === residentId) return { refusals: [refuse("auth/forbidden", { needs: "another officer" })] };
    const seen = await parkerOf(residentId, known, deps);
    const { appeal } = seen;
    if (appeal?.state !== "open")
      return { refusals: [refuse("parking/no-appeal", { state: appeal?.state ?? "none" })] };
    return { writes: [], answer: { next: decided(seen, appeal, granted, call.actor.id, reason), seen } };
  });
  return run(deps.db, command);
};

const list = async (
  call: Call<Ops["listParkingAppeals"]>,
  deps: Deps,
): Promise<Answer<{ items: View[]; next: string | null }>> => {
  configOf(deps);
  const { community, ...paging } = call.query;
  mustOperate(call.actor, community);
  const nowMs = deps.clock.now().getTime();
  const page = await pageOf(deps, { index: "g3", partition: appealList(community) }, parkerKey, paging);
  const people = (await deps.db.getMany(page.items)).map((item) => toParker(item.pk.slice(3), item));
  // The index may lag: an appeal that has been decided since is not shown.
  const open = people.filter((parker) => parker.appeal?.state === "open");
  return { body: { items: open.map((parker) => view(parker, nowMs)), next: page.next } };
};

/** The renter pays what they still owe for a stay; it is no debt any more in the same transaction. */
const debtPaid: Step = async (booking, scene) => {
  const { owed, shares, forgone = 0 } = booking;
  if (owed === undefined) return { refusals: [refuse("parking/nothing-owed")] };
  const seen = await parkerOf(booking.renter, scene.known, scene.deps);
  const movement = await payDebt(booking, owed, scene);
  if ("refusals" in movement) return movement;
  const next = moved(booking, booking.state, scene.mover.actor.id, {
    owed: undefined,
    paid: (booking.paid ?? 0) + owed,
    shares: addedShares(shares ?? NO_SHARES, movement.shares),
    ...(forgone + movement.forgone === 0 ? {} : { forgone: forgone + movement.forgone }),
  });
  const freed = saveParker(owing(seen, booking.price.unit, -owed), seen);
  const zone = await zoneOf(booking, scene.known, scene.deps);
  const counted = addTally(booking, paidTally(booking, movement.shares, movement.forgone, zone, scene.nowMs));
  return { booking: next, writes: together(movement.writes, [freed], counted) };
};

/** Handlers of standing. */
export const standingHandlers: Handlers<Ops> = {
  getParkingStanding: read,
  appealParkingExclusion: appeal,
  decideParkingAppeal: decide,
  listParkingAppeals: list,
  payParkingDebt: (call, deps) => change(call, deps, namedBy("pay"), debtPaid),
};
