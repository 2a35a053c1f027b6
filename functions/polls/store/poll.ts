/** Polls in DynamoDB: the head that moves, the frozen terms beside it, and the lists they stand in. */
import { createHash } from "node:crypto";
import type { PollRules } from "../../../schemas/polls/resources.ts";
import { type Canonical, canonicalText } from "../../shared/canonical.ts";
import { dueSort } from "../../shared/due.ts";
import { always, create, type Item, type Key, type Write } from "../../shared/write.ts";
import type { Happening } from "../domain/lifecycle.ts";
import type { Poll } from "../domain/poll.ts";

/** Key of a poll's head. */
export const pollKey = (id: string): Key => ({ pk: `PL#${id}`, sk: "P" });
/** Key of a poll's terms. */
export const rulesKey = (id: string): Key => ({ pk: `PL#${id}`, sk: "Q" });
/** Key of a poll's place in the job's list. */
export const dueKey = (id: string): Key => ({ pk: `PL#${id}`, sk: "U" });
/** Index partition (g1) of a community's polls by creation. */
export const pollList = (community: string): string => `PLL#${community}`;
/** Index partition (g3) of polls for which the job has something to do, by when. */
export const DUE_POLLS = "PLX";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** The one text of terms: canonical JSON (RFC 8785); members without a value are left out. */
export const rulesText = (rules: PollRules): string => canonicalText(JSON.parse(JSON.stringify(rules)) as Canonical);

/** Hash of a text, as rules and results are named by it. */
export const textHash = sha256;

const pollItem = (poll: Poll, stamp: number, event: Happening): Item => ({
  ...pollKey(poll.id),
  com: poll.community,
  cls: poll.class,
  mode: poll.mode,
  title: { ...poll.title },
  state: poll.state,
  corr: poll.correctMs,
  open: poll.openMs,
  close: poll.closeMs,
  rules: poll.rulesHash,
  built: poll.built,
  n: poll.entries,
  skip: poll.skipped,
  fix: { ...poll.corrections },
  root: poll.rollRoot,
  ext: poll.extensions,
  asks: poll.asks,
  pass: poll.passed,
  why: poll.reason,
  by: poll.by,
  made: poll.createdMs,
  noted: poll.noticedMs,
  seed: poll.drawSeed,
  shut: poll.closedMs,
  cnt: poll.countedMs,
  pub: poll.publishedMs,
  until: poll.publishedUntilMs,
  keep: poll.evidenceUntil,
  chby: poll.changedBy,
  rev: poll.revision,
  fp: poll.fingerprint,
  at: stamp,
  ev: `polls.poll.${event}`,
  g1p: pollList(poll.community),
  g1s: poll.createdMs,
});

/** A poll from its item. */
export const toPoll = (item: Item): Poll => ({
  id: item.pk.slice(3),
  community: item.com as string,
  class: item.cls as Poll["class"],
  mode: item.mode as Poll["mode"],
  title: item.title as Poll["title"],
  state: item.state as Poll["state"],
  correctMs: item.corr as number,
  openMs: item.open as number,
  closeMs: item.close as number,
  rulesHash: item.rules as string | undefined,
  built: item.built as boolean,
  entries: item.n as number,
  skipped: item.skip as number,
  corrections: item.fix as Poll["corrections"],
  rollRoot: item.root as string | undefined,
  extensions: item.ext as number,
  asks: item.asks as boolean,
  passed: item.pass as boolean | undefined,
  reason: item.why as string | undefined,
  by: item.by as string,
  createdMs: item.made as number,
  noticedMs: item.noted as number | undefined,
  drawSeed: item.seed as string | undefined,
  closedMs: item.shut as number | undefined,
  countedMs: item.cnt as number | undefined,
  publishedMs: item.pub as number | undefined,
  publishedUntilMs: item.until as number | undefined,
  evidenceUntil: item.keep as string | undefined,
  changedBy: item.chby as string,
  revision: item.rev as number,
  fingerprint: item.fp as string,
});

/** The terms from their item. */
export const toRules = (item: Item): PollRules => JSON.parse(String(item.json)) as PollRules;

const rulesItem = (rules: PollRules): Item => ({ ...rulesKey(rules.poll), json: rulesText(rules) });

/** Makes a poll with its terms. */
export const createPoll = (poll: Poll, rules: PollRules, stamp: number): Write[] => [
  create(pollItem(poll, stamp, "drafted")),
  create(rulesItem(rules)),
];

/** Moves a poll that is still in the state and at the revision that were read. */
export const movePoll = (next: Poll, seen: Poll, stamp: number, event: Happening): Write => ({
  type: "put",
  item: pollItem(next, stamp, event),
  condition: {
    expression: "#s = :s AND #r = :r",
    names: { "#s": "state", "#r": "rev" },
    values: { ":s": seen.state, ":r": seen.revision },
  },
});

/**
 * Lists a poll for the job by the instant (ms) at which it looks at it again, or, without one, no more. Apart from the
 * head, so that a look that changes nothing is no event.
 */
export const setDue = (id: string, due: number | undefined): Write => ({
  type: "put",
  item: { ...dueKey(id), ...(due === undefined ? {} : { g3p: DUE_POLLS, g3s: dueSort(due, id) }) },
  condition: always,
});

/** Writes the terms of a draft anew; the head's move, in the same transaction, proves that it is one. */
export const putRules = (rules: PollRules): Write => ({
  type: "put",
  item: rulesItem(rules),
  condition: { expression: "attribute_exists(#pk)", names: { "#pk": "pk" }, values: {} },
});
