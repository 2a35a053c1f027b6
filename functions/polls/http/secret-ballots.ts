/**
 * Secret ballots over HTTP. Two of the operations know who calls and nothing of a ballot's content that could be tied
 * to them later; two know a ballot and nothing of who calls. Refusals are not kept under any key, for what is kept
 * under the key of a known voter would point at the ballot.
 */
import { hash } from "node:crypto";
import type * as z from "zod";
import type { BallotProof, BallotReceipt } from "../../../schemas/polls/secret.ts";
import type { secretBallotOperations } from "../../../schemas/polls/secret-ballots.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import type { Deps } from "../../shared/deps.ts";
import { type Refusal, refuse, reject } from "../../shared/refusal.ts";
import { cursorSecret } from "../../shared/secret.ts";
import { type Item, keyText, type Write } from "../../shared/write.ts";
import { PUBLIC_STATES } from "../domain/lifecycle.ts";
import { seesPoll } from "../domain/poll.ts";
import { ballotName } from "../domain/secret.ts";
import { BALLOT_TREE } from "../jobs/ballots.ts";
import { entryKey, toEntry } from "../store/roll.ts";
import {
  ballotKey,
  type Eligible,
  markCast,
  markToken,
  putBallot,
  putOrReplaceBallot,
  replaceBallot,
  type SecretBallot,
  toBallot,
} from "../store/secret.ts";
import { tokenKeyOf } from "../store/token-key.ts";
import { proveLeaf, treeHead, treeRoot } from "../store/tree.ts";
import { blindSign, SUITE, tokenCheck } from "../tokens/blind.ts";
import { unlockKey } from "../tokens/vault.ts";
import { type Booth, boothOf, cellsOf, leafOf, SECRET_MODES, secretPoll, signedReceipt } from "./booth.ts";
import { noPoll, rulesOf } from "./support.ts";

type Ops = typeof secretBallotOperations;
type Receipt = Answer<z.input<typeof BallotReceipt>>;
type VoterCall = Pick<Call<Ops["castSecretBallot"]>, "actor" | "actingFor"> & {
  readonly body: { readonly entry: string };
};

/** The voter's entry as the conditions want it: in person and over the web, for a secret allows no other's hand. */
const eligible = (call: VoterCall, { poll, rules }: Booth): Eligible => {
  if (!seesPoll(call.actor, poll)) return noPoll(poll.id);
  const channel = call.actingFor === undefined ? "web" : "proxy";
  if (!rules.channels.includes(channel) || channel !== "web") {
    return reject("polls/channel", { channel, channels: rules.channels.join(", ") });
  }
  const { entry } = call.body;
  return { poll: poll.id, entry, voter: `r:${call.actor.id}`, rulesHash: String(poll.rulesHash) };
};

/** Why an entry's condition did not hold. */
const entryRefusal = (found: Item | null, of: Eligible, taken: Refusal): Refusal => {
  const entry = found && toEntry(found);
  if (!entry?.voters.includes(of.voter)) return refuse("polls/not-on-roll", { entry: of.entry });
  if (entry.voted) return taken;
  throw new Error("an entry that is neither open nor cast");
};

const isSame = (found: Item, cells: string): boolean => toBallot(found).cells === cells;

const castEnvelope = async (call: Call<Ops["castSecretBallot"]>, deps: Deps): Promise<Receipt> => {
  const { pollId } = call.params;
  const { ballot, choice } = call.body;
  const booth = await boothOf(pollId, "envelope", deps);
  const of = eligible(call, booth);
  const cells = cellsOf(booth.rules, choice);
  const outcome = await deps.db.commit([markCast(of, "web", booth.nowMs), putBallot(pollId, { ballot, cells })]);
  const answer = () => signedReceipt(booth.rules, ballot, cells, deps);
  if (outcome.ok) return { body: await answer() };
  const failed = new Map(outcome.failed.map(({ key, found }) => [keyText(key), found]));
  const there = failed.get(keyText(ballotKey(pollId, ballot)));
  const entry = failed.get(keyText(entryKey(pollId, of.entry)));
  // Who sends the same ballot again gets the same receipt: that it is the same voter is told by the name alone.
  if (there && entry && toEntry(entry).voted && isSame(there, cells)) return { body: await answer(), hit: true };
  if (entry !== undefined) return { refusals: [entryRefusal(entry, of, refuse("polls/ballot-received"))] };
  return { refusals: [refuse("polls/ballot-taken")] };
};

/** Commits one ballot; the item that stood in its way when it could not. */
const drop = async (deps: Deps, write: Write): Promise<Item | null | undefined> => {
  const outcome = await deps.db.commit([write]);
  return outcome.ok ? undefined : (outcome.failed[0]?.found ?? null);
};

const changeEnvelope = async (call: Call<Ops["changeSecretBallot"]>, deps: Deps): Promise<Receipt> => {
  const { pollId } = call.params;
  const { rules } = await boothOf(pollId, "envelope", deps);
  if (!rules.changeable) return { refusals: [refuse("polls/not-changeable")] };
  const ballot = ballotName(call.body.secret);
  const cells = cellsOf(rules, call.body.choice);
  const stood = await drop(deps, replaceBallot(pollId, { ballot, cells }));
  if (stood !== undefined) return { refusals: [refuse("polls/no-ballot")] };
  return { body: await signedReceipt(rules, ballot, cells, deps) };
};

const issueToken = async (
  call: Call<Ops["issueBallotToken"]>,
  deps: Deps,
): Promise<Answer<{ poll: string; blindSignature: string }>> => {
  const { pollId } = call.params;
  const { blinded } = call.body;
  const booth = await boothOf(pollId, "token", deps, true);
  const of = eligible(call, booth);
  const kept = await tokenKeyOf(deps.db, pollId);
  if (kept?.locked === undefined) throw new Error("a poll of tokens without its key");
  const key = unlockKey(await cursorSecret(deps.db), pollId, kept.locked);
  // Signed before the entry is marked: a message that cannot be signed takes nobody's token.
  const signature = blindSign(key, Buffer.from(blinded, "base64url"));
  if (signature === undefined) return { refusals: [refuse("polls/bad-blinded")] };
  const outcome = await deps.db.commit([markToken(of, hash("sha256", blinded, "base64url"))]);
  if (outcome.ok) return { body: { poll: pollId, blindSignature: signature.toString("base64url") } };
  return { refusals: [entryRefusal(outcome.failed[0]?.found ?? null, of, refuse("polls/token-issued"))] };
};

const castToken = async (call: Call<Ops["castTokenBallot"]>, deps: Deps): Promise<Receipt> => {
  const { pollId } = call.params;
  const { token, signature, choice } = call.body;
  const { rules } = await boothOf(pollId, "token", deps);
  const kept = await tokenKeyOf(deps.db, pollId);
  if (kept === undefined) throw new Error("a poll of tokens without its key");
  const isSigned = tokenCheck(kept.publicKey);
  if (!isSigned(Buffer.from(token, "base64url"), Buffer.from(signature, "base64url"))) {
    return { refusals: [refuse("polls/token-invalid")] };
  }
  const made: SecretBallot = { ballot: ballotName(token), cells: cellsOf(rules, choice), token, signature };
  const stood = await drop(deps, rules.changeable ? putOrReplaceBallot(pollId, made) : putBallot(pollId, made));
  if (stood && !isSame(stood, made.cells)) return { refusals: [refuse("polls/token-used")] };
  return { body: await signedReceipt(rules, made.ballot, made.cells, deps), hit: stood !== undefined };
};

const tokenKey = async (call: Call<Ops["getBallotTokenKey"]>, deps: Deps) => {
  const { id } = await secretPoll(call.params.pollId, ["token"], deps);
  const kept = await tokenKeyOf(deps.db, id);
  if (kept === undefined) throw new Error("a poll of tokens without its key");
  return { body: { poll: id, suite: SUITE, key: kept.publicKey } } as const;
};

const proof = async (call: Call<Ops["getBallotProof"]>, deps: Deps): Promise<Answer<z.input<typeof BallotProof>>> => {
  const { pollId, ballotName: name } = call.params;
  const poll = await secretPoll(pollId, SECRET_MODES, deps);
  if (!PUBLIC_STATES.includes(poll.state)) return reject("polls/no-result", { state: poll.state });
  const item = await deps.db.get(ballotKey(pollId, name));
  if (item === undefined) return { refusals: [refuse("polls/no-ballot")] };
  const leaf = await leafOf(await rulesOf(pollId, deps), toBallot(item), deps);
  const [head, proved] = await Promise.all([
    treeHead(deps.db, pollId, BALLOT_TREE),
    proveLeaf(deps.db, pollId, BALLOT_TREE, name, leaf),
  ]);
  if (!head || !proved) throw new Error("a counted ballot outside its tree");
  const text = (bytes: Buffer): string => bytes.toString("base64url");
  const { index, size, path } = proved;
  const root = text(treeRoot(head));
  return { body: { poll: pollId, ballot: name, leaf: text(leaf), index, size, path: path.map(text), root } };
};

/** Handlers of secret ballots. */
export const secretBallotHandlers: Handlers<Ops> = {
  castSecretBallot: castEnvelope,
  changeSecretBallot: changeEnvelope,
  issueBallotToken: issueToken,
  castTokenBallot: castToken,
  getBallotTokenKey: tokenKey,
  getBallotProof: proof,
};
