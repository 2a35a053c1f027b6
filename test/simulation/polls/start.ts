/** The estate that polls are played in: people, their units, and three polls whose rolls are made but not sealed. */
import { type Poll, SETTLE_MS } from "../../../functions/polls/domain/poll.ts";
import { createPoll, rulesText, setDue, textHash } from "../../../functions/polls/store/poll.ts";
import { enterEntry, headName, type RollEntry } from "../../../functions/polls/store/roll.ts";
import type { Deps } from "../../../functions/shared/deps.ts";
import { cursorSecret } from "../../../functions/shared/secret.ts";
import { districtSigner } from "../../../functions/shared/signing.ts";
import { create } from "../../../functions/shared/write.ts";
import { PollRules } from "../../../schemas/polls/resources.ts";
import { DAY, HOUR, MINUTE } from "../../support/clock.ts";
import { START, type World } from "../kernel/world.ts";
import { type Hall, PAPER_OPTIONS, type PaperEntry, type PaperPoll } from "./paper.ts";

/** Where all of it is. */
export const COMMUNITY = "lujing";
/** Who runs the polls. */
export const OFFICER = "0190c000-0000-7000-8000-000000000002";

const PEOPLE = 4;
/** Of each unit its owners, as places among the people, and its area in 0.01 m²; the last one is the developer's. */
const UNITS: readonly (readonly [owners: readonly number[], area: number])[] = [
  [[0], 8_950],
  [[0], 4_210],
  [[1], 12_003],
  [[1, 2], 7_777],
  [[3], 9_999],
  [[], 5_001],
];
const SECRET = { pk: "S#cursor", sk: "S", key: Buffer.alloc(32, 7).toString("base64url") };
const title = { zh: "表决", en: "Poll" };

const options = (method: Readonly<Record<string, unknown>>) => ({
  kind: "CHOICE",
  options: PAPER_OPTIONS.map((id) => ({ id, name: { zh: id, en: id } })),
  method,
  ties: { by: "CANDIDATE_ORDER" },
});

/** What differs between the kinds of polls. */
const TERMS: Readonly<Record<PaperPoll["kind"], Readonly<Record<string, unknown>>>> = {
  owners: {
    ...{ class: "OWNERS_ORDINARY", matter: 4, electorate: { kind: "OWNERS" }, mode: "named" },
    ...{ question: { kind: "YES_NO" }, channels: ["web", "paper"] },
  },
  opinion: {
    ...{ class: "OPINION", electorate: { kind: "RESIDENTS" }, mode: "named", changeable: false },
    ...{ question: options({ method: "PLURALITY" }), channels: ["web", "paper"] },
  },
  secret: {
    ...{ class: "SERVICE_CHOICE", electorate: { kind: "RESIDENTS" }, mode: "envelope", audit: "PUBLIC" },
    question: options({ method: "APPROVAL", rules: { max: 2 } }),
  },
};

const linesOf = (kind: PaperPoll["kind"], people: readonly string[], world: World): Record<string, PaperEntry> => {
  if (kind !== "owners") return Object.fromEntries(people.map((id) => [id, { voters: [id], area: 0, head: id }]));
  const lines = UNITS.map(([owners, area]) => {
    const voters = owners.map((at) => people[at] as string);
    return [world.id(), { voters, area, head: voters.length === 0 ? "developer" : [...voters].sort().join() }] as const;
  });
  return Object.fromEntries(lines);
};

const entryOf = (poll: Poll, id: string, kind: PaperPoll["kind"], line: PaperEntry): RollEntry => ({
  poll: poll.id,
  entry: id,
  voters: line.voters.map((voter) => `r:${voter}`),
  ...(kind === "owners" ? { area: line.area, areaSource: "registry", head: headName(line.head) } : {}),
  openMs: poll.openMs,
  closeMs: poll.closeMs,
  rulesHash: String(poll.rulesHash),
  voted: false,
});

const enterPoll = async (world: World, kind: PaperPoll["kind"], people: readonly string[]) => {
  const deps = world.servers[0] as Deps;
  const nowMs = Date.parse(START);
  const [id, goesOn] = [world.id(), kind === "owners" && world.random() < 0.5];
  const [correctMs, openMs] = [nowMs - HOUR, nowMs + Math.floor(world.random() * 20) * MINUTE];
  const closeMs = openMs + (90 + Math.floor(world.random() * 90)) * MINUTE;
  const iso = (ms: number): string => new Date(ms).toISOString();
  const rules = PollRules.parse({
    ...{ title, text: "Shall it be?", poll: id, community: COMMUNITY, silentWithMajority: null },
    ...{ correctUntil: iso(correctMs), openAt: iso(openMs), closeAt: iso(closeMs), ...TERMS[kind] },
    ...(goesOn ? { extension: { days: 1, times: 1, below: { num: 1, den: 2, strict: false } } } : {}),
  });
  const entries = linesOf(kind, people, world);
  const poll: Poll = {
    ...{ id, community: COMMUNITY, class: rules.class, mode: rules.mode, title, state: "noticed" },
    ...{ correctMs, openMs, closeMs, rulesHash: textHash(rulesText(rules)), built: true, skipped: 0 },
    ...{ entries: Object.keys(entries).length, corrections: { added: 0, amended: 0, struck: 0 }, extensions: 0 },
    ...{ asks: false, by: OFFICER, createdMs: nowMs - 20 * DAY, noticedMs: nowMs - 20 * DAY, changedBy: OFFICER },
    ...{ revision: 1, fingerprint: "" },
  };
  await deps.db.commit([...createPoll(poll, rules, deps.stamps.take()), setDue(id, correctMs + SETTLE_MS)]);
  const lines = Object.entries(entries).map(([entry, line]) => entryOf(poll, entry, kind, line));
  await deps.db.commit(lines.flatMap(enterEntry));
  const paper: PaperPoll = {
    ...{ kind, state: "noticed", open: openMs, close: closeMs, due: correctMs + SETTLE_MS, extends: goesOn },
    ...{ extensions: 0, entries, cast: 0, box: {} },
  };
  return [id, paper] as const;
};

/** Makes people and polls, before any fault. */
export const startHall = async (world: World): Promise<Hall> => {
  const deps = world.servers[0] as Deps;
  await deps.db.commit([create(SECRET)]);
  // A process reads them once: a request that dies here takes no process with it, so none may be reading then.
  for (const { db } of world.servers) {
    await cursorSecret(db);
    await districtSigner(db, "polls");
  }
  const people = Array.from({ length: PEOPLE }, () => world.id());
  const polls: Record<string, PaperPoll> = {};
  for (const kind of ["owners", "opinion", "secret"] as const) {
    const [id, poll] = await enterPoll(world, kind, people);
    polls[id] = poll;
  }
  return { polls, answers: {} };
};
