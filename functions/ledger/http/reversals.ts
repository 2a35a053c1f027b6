/** Reversal of a transfer: read what was posted, plan its mirror, commit once. */
import type { transferOperations } from "../../../schemas/ledger/transfers.ts";
import type { Call, Handlers } from "../../shared/call.ts";
import {
  type Command,
  carryOut,
  type Decision,
  type Known,
  keepAnswer,
  keptAnswer,
  keySlot,
} from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { holdsAny } from "../../shared/policy.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { type Account, accountRef } from "../domain/account.ts";
import type { Entry } from "../domain/entry.ts";
import type { Plan, Situation } from "../domain/plan.ts";
import { mergeAll } from "../domain/posting.ts";
import { planForcedReversal, planReversal } from "../domain/reversal.ts";
import { toAccount } from "../store/account.ts";
import { transferKey } from "../store/journal.ts";
import { judgeKnown, planWrites } from "../store/plan.ts";
import { situationOf } from "./situation.ts";
import { accountKeys, readEntries } from "./transfers.ts";
import { viewSet } from "./views.ts";

type Ops = typeof transferOperations;
type SetView = ReturnType<typeof viewSet>;

/** Kinds that have an operation of their own to undo them, or none by nature. */
const KEPT: readonly Entry["kind"][] = ["redemption", "expiry", "opening", "reversal"];

const refusals = (id: string, entries: readonly Entry[]): Refusal[] => {
  if (entries.some((entry) => entry.reversal)) return [refuse("ledger/already-reversed", { id })];
  const kept = entries.find((entry) => KEPT.includes(entry.kind));
  return kept ? [refuse("ledger/not-reversible", { why: kept.kind })] : [];
};

/** Force is used only where a plain reversal fails for want of points. */
const planOf = (
  entries: readonly Entry[],
  accounts: readonly Account[],
  { force, memo }: Call<Ops["reverseTransfer"]>["body"],
  situation: Situation,
  known: Known,
): Plan => {
  const plain = planReversal(entries, memo, situation);
  const wrong = force ? judgeKnown(mergeAll(plain.postings), known) : [];
  if (!wrong.some(({ code }) => code === "ledger/insufficient-available")) return plain;
  const members = accounts.filter(({ holderKind }) => holderKind !== "pool");
  return planForcedReversal(entries, new Map(members.map((each) => [each.id, each])), memo, situation);
};

/** Officers reverse within their communities; forcing is the administrators'. */
const admit = (call: Call<Ops["reverseTransfer"]>, entries: readonly Entry[], accounts: readonly Account[]): void => {
  const id = call.params.transferId;
  const reach = accounts.filter((account) => holdsAny(call.actor, ["steward", "district-admin"], account.community));
  if (entries.length === 0 || reach.length === 0) reject("resource/not-found", { what: "transfer", id });
  if (reach.length < accounts.length) reject("auth/forbidden", { needs: "district-admin" });
  if (call.body.force && !call.actor.roles.includes("district-admin"))
    reject("auth/forbidden", { needs: "district-admin" });
};

const reversalCommand = (call: Call<Ops["reverseTransfer"]>, deps: Deps): Command<SetView> => ({
  slot: keySlot(call.key),
  fingerprint: call.fingerprint,
  decide: (known) => decideReversal(call, known, deps),
  replay: keptAnswer<SetView>,
  status: 201,
});

const decideReversal = async (
  call: Call<Ops["reverseTransfer"]>,
  known: Known,
  deps: Deps,
): Promise<Decision<SetView>> => {
  const id = call.params.transferId;
  const entries = await readEntries(id, deps);
  const found = await deps.db.getMany(accountKeys(entries));
  const accounts = found.map(toAccount);
  admit(call, entries, accounts);
  // What a fund took or paid is undone by its own operations, which know its restriction.
  const fund = accounts.find(({ holderKind }) => holderKind === "fund");
  if (fund) return { refusals: [refuse("ledger/account-earmarked", { account: fund.id })] };
  const wrong = refusals(id, entries);
  if (wrong.length > 0) return { refusals: wrong };
  for (const item of found) if (accountRef(String(item.pk).slice(2)).pool === undefined) known.set(item, item);
  const situation = situationOf(call, deps);
  const made = planWrites(planOf(entries, accounts, call.body, situation, known), known, deps);
  if ("refusals" in made) {
    // The accounts were read after the entries: what they lack may be what another reversal has taken in between.
    const since = refusals(id, await readEntries(id, deps));
    return since.length > 0 ? { refusals: since } : made;
  }
  const answer = viewSet(id, [...entries, ...made.entries]);
  return { writes: [...made.writes, keepAnswer(call.key, call.fingerprint, answer)], answer };
};

/** Handler of reversals. */
export const reversalHandlers: Pick<Handlers<Ops>, "reverseTransfer"> = {
  reverseTransfer: (call, deps) =>
    carryOut(deps.db, call, reversalCommand(call, deps), () => [transferKey(call.params.transferId, true)]),
};
