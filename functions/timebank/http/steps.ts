/** What each transition adds to the order's next state; the table (domain/lifecycle.ts) has been asked before. */
import { refuse } from "../../shared/refusal.ts";
import { together, type Write } from "../../shared/write.ts";
import type { Code } from "../domain/code.ts";
import { holdFor } from "../domain/minutes.ts";
import {
  counted,
  moved,
  type Order,
  recordRefusals,
  sessionResult,
  signInRefusals,
  signInWindow,
} from "../domain/order.ts";
import { failing, serveVerdicts } from "../domain/policy.ts";
import { begin, end, type Session, stop, take } from "../domain/volunteer.ts";
import { blockPairKey, noBlock } from "../store/blocks.ts";
import { saveVolunteer, setPlaces, useCode } from "../store.ts";
import { holdMinutes, honourMinutes, payMinutes, releaseMinutes } from "./payment.ts";
import { dayOf, policyPerson, profileOf, tieOf, volunteerOf } from "./support.ts";
import type { Scene, Step, Stepped } from "./transition.ts";

const MINUTE_MS = 60_000;
const byOf = ({ mover }: Scene): string => mover.actor.id;

/** A step that only changes the state, with a reason where one is given. */
export const plain =
  (state: Order["state"], reason?: string): Step =>
  (order, scene) => ({
    order: moved(order, state, byOf(scene), scene.now, reason === undefined ? {} : { reason }),
    writes: [],
  });

/** A step that ends an order before any service; held minutes are free again. */
export const ended =
  (state: Order["state"], reason?: string): Step =>
  async (order, scene) => {
    const released = await releaseMinutes(order, scene);
    if ("refusals" in released) return released;
    const changes = { endedMs: scene.now.getTime(), ...(reason === undefined ? {} : { reason }) };
    return { order: moved(order, state, byOf(scene), scene.now, changes), writes: released.writes };
  };

/** The volunteer steps back: the request looks for another one. */
export const withdrawn: Step = async (order, scene) => {
  const released = await releaseMinutes(order, scene);
  if ("refusals" in released) return released;
  const changes = { volunteer: undefined, hold: undefined, held: undefined, creditTo: undefined };
  return { order: moved(order, "requested", byOf(scene), scene.now, changes), writes: released.writes };
};

/** The proposed volunteer does not take the request, or who proposed them takes that back. */
export const unmatched: Step = (order, scene) => ({
  order: moved(order, "requested", byOf(scene), scene.now, { volunteer: undefined }),
  writes: [],
});

/** The volunteer did not come; said once the service should have begun. */
export const missed: Step = (order, scene) => {
  if (scene.now.getTime() >= order.fromMs) return ended("no-show")(order, scene);
  const params = { from: new Date(order.fromMs).toISOString(), until: new Date(order.untilMs).toISOString() };
  return { refusals: [refuse("timebank/outside-window", params)] };
};

/**
 * Whether somebody may serve the order's recipient and requester, with the proof of how they stand to each other and
 * that no block parts them.
 */
const mayServe = async (order: Order, volunteer: string, scene: Scene) => {
  const { deps, now, mover } = scene;
  const profile = profileOf(deps, order.policy);
  const person = await policyPerson(volunteer, deps);
  const withGuardian = mover.actingFor === volunteer && mover.actor.id !== volunteer;
  const others = [...new Set([order.recipient, order.requester])];
  const ties = await Promise.all(others.map((other) => tieOf(volunteer, other, deps)));
  const refusals = ties.flatMap(({ tie }, index) => {
    const recipient = others[index] as string;
    const facts = { volunteer: person, recipient, tie, day: dayOf(now, deps), withGuardian };
    // Whose age it is does not change from tie to tie.
    const verdicts = serveVerdicts(profile, facts);
    return failing(index === 0 ? verdicts : verdicts.filter(({ rule }) => rule === "self-service"));
  });
  const pairs = await deps.db.getMany(others.map((other) => blockPairKey(volunteer, other)));
  const checks = [...ties.flatMap((tie) => tie.checks), ...others.map((other) => noBlock(volunteer, other))];
  return { profile, refusals, checks, parted: pairs.length > 0 };
};

/** To whoever a block parts from a request there is no such request; to a steward there is no such volunteer. */
const notFound = (what: "order" | "resident", id: string) => ({
  refusals: [refuse("resource/not-found", { what, id })],
});

/** Proposes a volunteer. */
export const matched =
  (volunteer: string): Step =>
  async (order, scene) => {
    const { refusals, checks, parted } = await mayServe(order, volunteer, {
      ...scene,
      mover: { actor: scene.mover.actor },
    });
    if (parted) return notFound("resident", volunteer);
    const own = refusals.filter(({ code }) => code === "timebank/self-service");
    if (own.length > 0) return { refusals: own };
    return { order: moved(order, "matched", byOf(scene), scene.now, { volunteer }), writes: together(checks) };
  };

/** A volunteer takes the request: their time, the caps and the minutes are reserved in one write set. */
export const accepted: Step = async (order, scene) => {
  const { deps, known, now, person } = scene;
  if (order.untilMs <= now.getTime()) {
    return { refusals: [refuse("timebank/window", { days: 0, minutes: order.minutes })] };
  }
  const { profile, refusals, checks, parted } = await mayServe(order, person, scene);
  if (parted) return notFound("order", order.id);
  if (refusals.length > 0) return { refusals };
  const minutes = holdFor(order.minutes, order.terms);
  const { id, fromMs, untilMs } = order;
  const session: Session = { order: id, fromMs, untilMs, plannedMs: fromMs, state: "planned", minutes };
  const taken = take(await volunteerOf(person, known, deps), session, profile.caps, scene);
  if ("refusals" in taken) return taken;
  const held = await holdMinutes(order, person, minutes, profile, scene);
  if ("refusals" in held) return held;
  return {
    order: moved(order, "accepted", byOf(scene), now, { ...held.changes, volunteer: person }),
    writes: together(held.writes, [saveVolunteer(taken.volunteer)], checks),
  };
};

/** How somebody signs in or out. */
export interface Signing {
  /** When it happened, as a steward was told. */
  readonly atMs?: number | undefined;
  readonly place?: string | undefined;
  /** The other side's code, which has been tried; it is used up in the same transaction. */
  readonly code?: Code | undefined;
}

const volunteerId = (order: Order): string => {
  if (order.volunteer === undefined) throw new Error("an accepted order without a volunteer");
  return order.volunteer;
};

const signWrites = (order: Order, { place, code }: Signing, which: "in" | "out"): Write[] => [
  ...(place === undefined ? [] : [setPlaces(order.id, { [which]: place })]),
  ...(code ? [useCode(code)] : []),
];

/** The service begins. */
export const signedIn =
  (signing: Signing): Step =>
  async (order, scene) => {
    const { deps, known, now } = scene;
    const atMs = signing.atMs ?? now.getTime();
    const wrong = [...recordRefusals(atMs, now, order.terms.recordDays), ...signInRefusals(order, atMs)];
    if (wrong.length > 0) return { refusals: wrong };
    const begun = begin(await volunteerOf(volunteerId(order), known, deps), order.id, atMs);
    if ("refusals" in begun) return begun;
    return {
      order: moved(order, "checked-in", byOf(scene), now, { inMs: atMs }),
      writes: [saveVolunteer(begun.volunteer), ...signWrites(order, signing, "in")],
    };
  };

const measuredAs = async (order: Order, inMs: number, outMs: number, scene: Scene): Promise<Stepped> => {
  const { deps, known, now } = scene;
  const result = sessionResult(order, inMs, outMs);
  if ("refusals" in result) return result;
  const volunteer = await volunteerOf(volunteerId(order), known, deps);
  const done = end(volunteer, counted(order), { inMs, outMs, credited: result.credited }, scene);
  if ("refusals" in done) return done;
  const changes = { ...result, inMs, outMs, proposal: undefined };
  return {
    order: moved(order, "checked-out", byOf(scene), now, changes),
    writes: [saveVolunteer(done.volunteer)],
  };
};

/** The service ends, and its minutes are measured. */
export const signedOut =
  (signing: Signing): Step =>
  async (order, scene) => {
    const outMs = signing.atMs ?? scene.now.getTime();
    const wrong = recordRefusals(outMs, scene.now, order.terms.recordDays);
    if (wrong.length > 0) return { refusals: wrong };
    const measured = await measuredAs(order, order.inMs ?? outMs, outMs, scene);
    if ("refusals" in measured) return measured;
    return { ...measured, writes: [...measured.writes, ...signWrites(order, signing, "out")] };
  };

/** Whether these times make the other side's proposal good. */
export const agrees = (order: Order, side: string, inMs: number, outMs: number): boolean => {
  const { proposal } = order;
  return proposal !== undefined && proposal.side !== side && proposal.inMs === inMs && proposal.outMs === outMs;
};

const timesRefusals = (order: Order, inMs: number, outMs: number, now: Date) => {
  const { fromMs, untilMs } = signInWindow(order);
  const late = outMs > now.getTime();
  const at = { at: new Date(outMs).toISOString(), now: now.toISOString() };
  const window = { from: new Date(fromMs).toISOString(), until: new Date(untilMs).toISOString() };
  return [
    ...(late ? [refuse("timebank/in-future", at)] : []),
    ...(fromMs <= inMs && inMs < untilMs ? [] : [refuse("timebank/outside-window", window)]),
  ];
};

/** A side proposes other times; the order stays as it is. */
export const proposed =
  (inMs: number, outMs: number, reason: string): Step =>
  (order, scene) => {
    const wrong = timesRefusals(order, inMs, outMs, scene.now);
    if (wrong.length > 0) return { refusals: wrong };
    const result = sessionResult(order, inMs, outMs);
    if ("refusals" in result) return result;
    const proposal = { side: scene.side, inMs, outMs };
    return { order: moved(order, order.state, byOf(scene), scene.now, { proposal, reason }), writes: [] };
  };

/** The times are put right. */
export const corrected =
  (inMs: number, outMs: number, reason: string): Step =>
  async (order, scene) => {
    const wrong = timesRefusals(order, inMs, outMs, scene.now);
    if (wrong.length > 0) return { refusals: wrong };
    const measured = await measuredAs(order, inMs, outMs, scene);
    return "refusals" in measured ? measured : { ...measured, order: { ...measured.order, reason } };
  };

/**
 * The recipient, a steward or time has confirmed: paid at once, or by the calendar. Honour counts now in both, for the
 * service has been decided. Silence confirms at the instant when it ran out, however late the job is that sees it.
 */
export const confirmed: Step = async (order, scene) => {
  const nowMs = scene.now.getTime();
  const atMs = scene.side === "system" ? Math.min(order.dueMs ?? nowMs, nowMs) : nowMs;
  if (order.terms.settlement === "calendar") {
    const changes = { confirmedMs: atMs, honoured: true };
    return {
      order: moved(order, "confirmed", byOf(scene), scene.now, changes),
      writes: [await honourMinutes(order, order.credited ?? 0, scene)],
    };
  }
  const settled = moved(order, "settled", byOf(scene), scene.now, { confirmedMs: atMs, endedMs: nowMs });
  return payMinutes(settled, order, order.credited ?? 0, scene);
};

/** A confirmed order is paid. */
export const settled: Step = (order, scene) => {
  if (order.credited === undefined) throw new TypeError("a confirmed order without credited minutes");
  const next = moved(order, "settled", byOf(scene), scene.now, { endedMs: scene.now.getTime() });
  return payMinutes(next, order, order.credited, scene);
};

/** A side does not agree, or nobody signed out: frozen until a mediator decides. The volunteer may serve others. */
export const disputed =
  (reason: string): Step =>
  async (order, scene) => {
    const { deps, known, now } = scene;
    const next = moved(order, "disputed", byOf(scene), now, { disputedMs: now.getTime(), reason });
    if (order.state !== "checked-in" || order.inMs === undefined) return { order: next, writes: [] };
    const longestMs = order.inMs + order.terms.sessionMinutes * MINUTE_MS;
    const volunteer = await volunteerOf(volunteerId(order), known, deps);
    const stopped = stop(volunteer, order.id, Math.min(now.getTime(), longestMs));
    return { order: next, writes: [saveVolunteer(stopped)] };
  };

/** A mediator awards part of what is held. */
export const resolved =
  (minutes: number, reason: string): Step =>
  (order, scene) => {
    const held = order.held ?? 0;
    if (minutes > held) return { refusals: [refuse("timebank/award-over-held", { held, minutes })] };
    const atMs = scene.now.getTime();
    const changes = { confirmedMs: atMs, endedMs: atMs, reason };
    return payMinutes(moved(order, "resolved", byOf(scene), scene.now, changes), order, minutes, scene);
  };
