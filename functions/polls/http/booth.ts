/** What handlers of secret ballots share: the poll as it takes ballots now, the seal, and the voter's receipt. */
import type * as z from "zod";
import type { Choice } from "../../../schemas/polls/question.ts";
import type { BallotMode, PollRules } from "../../../schemas/polls/resources.ts";
import type { BallotReceipt } from "../../../schemas/polls/secret.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Actor, holdsAny } from "../../shared/policy.ts";
import { Refused, reject } from "../../shared/refusal.ts";
import { cursorSecret } from "../../shared/secret.ts";
import { deriveKey, districtSigner } from "../../shared/signing.ts";
import { instantOf } from "../../shared/time.ts";
import { castOf, choiceOf, packCells } from "../domain/choice.ts";
import { PUBLIC_STATES, VOTING_STATES } from "../domain/lifecycle.ts";
import { BALLOT_READERS, type Poll } from "../domain/poll.ts";
import { ballotLeaf, choiceText, receiptOf, sealKey } from "../domain/secret.ts";
import { pollKey, toPoll } from "../store/poll.ts";
import type { SecretBallot } from "../store/secret.ts";
import { noPoll, rulesOf } from "./support.ts";

/** Modes whose ballots are secret. */
export const SECRET_MODES: readonly BallotMode[] = ["envelope", "token"];

/** A poll that takes ballots now. */
export interface Booth {
  readonly poll: Poll;
  readonly rules: PollRules;
  readonly nowMs: number;
}

/** A poll after notice whose ballots are of that mode; otherwise the call ends. Asks nothing of the caller. */
export const secretPoll = async (id: string, modes: readonly BallotMode[], deps: Pick<Deps, "db">): Promise<Poll> => {
  const item = await deps.db.get(pollKey(id));
  const poll = item && toPoll(item);
  if (!poll || poll.state === "draft") return noPoll(id);
  return modes.includes(poll.mode) ? poll : reject("polls/mode", { mode: poll.mode, needs: modes.join(", ") });
};

/**
 * A counted poll whose ballots the caller may see: auditors, and the poll's officers where ballots are named. For
 * others there is none.
 */
export const openedPoll = async (id: string, actor: Actor, deps: Pick<Deps, "db">): Promise<Poll> => {
  const item = await deps.db.get(pollKey(id));
  const poll = item && toPoll(item);
  const readers = poll?.mode === "named" ? BALLOT_READERS : (["auditor"] as const);
  if (!poll || !holdsAny(actor, readers, poll.community)) return noPoll(id);
  return poll.state === "counted" || PUBLIC_STATES.includes(poll.state)
    ? poll
    : reject("polls/no-result", { state: poll.state });
};

/** The poll with its rules when it takes ballots of that mode now (`early`: from the sealing of its roll on). */
export const boothOf = async (id: string, mode: BallotMode, deps: Deps, early = false): Promise<Booth> => {
  const poll = await secretPoll(id, [mode], deps);
  const nowMs = deps.clock.now().getTime();
  if (nowMs >= poll.closeMs) return reject("polls/closed", { until: instantOf(poll.closeMs) });
  if (!VOTING_STATES.includes(poll.state) || (nowMs < poll.openMs && !early)) {
    return reject("polls/not-open", { opens: instantOf(poll.openMs) });
  }
  return { poll, rules: await rulesOf(id, deps), nowMs };
};

/** Packed cells of a ballot; one that the question does not allow ends the call with every reason. */
export const cellsOf = ({ question }: PollRules, choice: Choice): string => {
  const cast = castOf(question, choice, false);
  if ("refusals" in cast) throw new Refused(...cast.refusals);
  return packCells(cast.cells);
};

/**
 * The key under which the leaves of a sealed poll are made; undefined where the audit is public. Named ballots are
 * always sealed: from the published root of a small estate its few possible ballots could be tried.
 */
export const sealOf = async ({ poll, audit, mode }: PollRules, deps: Pick<Deps, "db">): Promise<Buffer | undefined> =>
  audit === "PUBLIC" && mode !== "named"
    ? undefined
    : deriveKey(await cursorSecret(deps.db), `hmac-sha256/polls-seal/${poll}`);

/** Leaf of a stored ballot. */
export const leafOf = async (
  rules: PollRules,
  { ballot, cells }: Pick<SecretBallot, "ballot" | "cells">,
  deps: Pick<Deps, "db">,
): Promise<Buffer> =>
  ballotLeaf(ballot, choiceText(choiceOf(rules.question, cells)), sealKey(await sealOf(rules, deps)));

/** The signed receipt for a ballot as recorded. */
export const signedReceipt = async (
  rules: PollRules,
  ballot: string,
  cells: string,
  deps: Deps,
): Promise<z.input<typeof BallotReceipt>> => {
  const choice = choiceOf(rules.question, cells);
  const receipt = receiptOf(deps.district.id, rules.poll, await leafOf(rules, { ballot, cells }, deps));
  const signature = (await districtSigner(deps.db, "polls")).sign(receipt);
  return { poll: rules.poll, ballot, choice, receipt, signature };
};
