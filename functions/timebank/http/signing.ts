/** One-time codes, and signing in and out by them or by a steward. */
import type { orderOperations } from "../../../schemas/timebank/orders.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Command, type Decision, itemOf, Known, keySlot, run } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import {
  type Code,
  codeOf,
  fits,
  keyDigest,
  newCode,
  type Party,
  type Purpose,
  trialRefusals,
} from "../domain/code.ts";
import { stateRefusals } from "../domain/lifecycle.ts";
import type { Order } from "../domain/order.ts";
import { codeKey, codeSlot, putCode, toCode, tryCode } from "../store.ts";
import { type Signing, signedIn, signedOut } from "./steps.ts";
import { type OrderView, personOf, proxyWrites } from "./support.ts";
import { give, orderOf, type Step, sideFor } from "./transition.ts";

type Ops = typeof orderOperations;
const MINUTE_MS = 60_000;

const partyOf = (order: Order, call: Pick<Call, "actor">, person: string, purpose: Purpose): Party => {
  const side = sideFor(order, purpose, call, person);
  return side === "recipient" || side === "volunteer"
    ? side
    : reject("auth/forbidden", { needs: "recipient, volunteer" });
};

type CodeView = { order: string; purpose: Purpose; code: string; expiresAt: string };

const codeCommand = (call: Call<Ops["issueCode"]>, deps: Deps): Command<CodeView> => {
  const { purpose } = call.body;
  const { orderId } = call.params;
  const view = (expiresMs: number): CodeView => ({
    order: orderId,
    purpose,
    code: codeOf(call.key, orderId, purpose),
    expiresAt: new Date(expiresMs).toISOString(),
  });
  const digest = keyDigest(call.key);
  return {
    slot: codeSlot(digest),
    fingerprint: call.fingerprint,
    decide: async (known): Promise<Decision<CodeView>> => {
      const person = await personOf(call, deps);
      const order = await orderOf(call, person, known, deps);
      const side = partyOf(order, call, person, purpose);
      const wrong = stateRefusals(purpose, order);
      if (wrong.length > 0) return { refusals: wrong };
      const expiresMs = deps.clock.now().getTime() + order.terms.codeMinutes * MINUTE_MS;
      const code = newCode(call.key, { order: orderId, purpose, side, expiresMs });
      const writes = [...putCode(code, digest, call.fingerprint), ...proxyWrites(call, deps)];
      return { writes, answer: view(expiresMs) };
    },
    replay: (item) => view(item.exp as number),
    status: 201,
  };
};

type SignCall = Call<Ops["checkIn"]> | Call<Ops["checkOut"]>;
type Trial = { readonly code?: Code } | { readonly refusals: readonly Refusal[] };

const other = (party: Party): Party => (party === "recipient" ? "volunteer" : "recipient");

/**
 * Tries the code of a call, at the cost of one attempt. Nothing is tried by a steward, on a replay, or where the
 * order's state refuses anyway.
 */
const trial = async (call: SignCall, purpose: Purpose, deps: Deps): Promise<Trial> => {
  const known = new Known();
  const person = await personOf(call, deps);
  const order = await orderOf(call, person, known, deps);
  const side = sideFor(order, purpose, call, person);
  if (side === "steward" || side === undefined) return {};
  if (call.body.at !== undefined) return { refusals: [refuse("auth/forbidden", { needs: "steward" })] };
  if (await deps.db.get(keySlot(call.key))) return {};
  if (stateRefusals(purpose, order).length > 0) return {};
  const { codeAttempts } = order.terms;
  const nowMs = deps.clock.now().getTime();
  const item = await itemOf(codeKey(order.id, purpose, other(side as Party)), known, deps);
  const stored = item && item.hash !== "" ? toCode(item) : undefined;
  const wrong = trialRefusals(stored, nowMs, codeAttempts);
  if (wrong.length > 0 || !stored) return { refusals: wrong };
  if (call.body.code === undefined) return { refusals: [refuse("timebank/code-missing")] };
  const taken = await deps.db.commit([tryCode(stored, codeAttempts, nowMs)]);
  if (!taken.ok) {
    const found = taken.failed[0]?.found;
    const now = trialRefusals(found && found.hash === stored.hash ? toCode(found) : undefined, nowMs, codeAttempts);
    return { refusals: now.length > 0 ? now : [refuse("timebank/code-missing")] };
  }
  if (fits(stored, call.body.code)) return { code: stored };
  return { refusals: [refuse("timebank/code-wrong", { left: Math.max(codeAttempts - stored.attempts - 1, 0) })] };
};

const sign =
  <C extends SignCall>(purpose: Purpose, step: (signing: Signing) => Step) =>
  async (call: C, deps: Deps): Promise<Answer<OrderView>> => {
    const tried = await trial(call, purpose, deps);
    const { at, place } = call.body;
    const signing: Signing = {
      atMs: at === undefined ? undefined : Date.parse(at),
      place,
      code: "code" in tried ? tried.code : undefined,
    };
    const byCode: Step = (order, scene) => {
      if ("refusals" in tried) return tried;
      return scene.side !== "steward" && !tried.code
        ? { refusals: [refuse("timebank/code-missing")] }
        : step(signing)(order, scene);
    };
    return give(purpose, () => byCode)(call, deps);
  };

/** Handlers of codes and signing. */
export const signingHandlers: Pick<Handlers<Ops>, "issueCode" | "checkIn" | "checkOut"> = {
  issueCode: (call, deps) => run(deps.db, codeCommand(call, deps)),
  checkIn: sign("check-in", signedIn),
  checkOut: sign("check-out", signedOut),
};
