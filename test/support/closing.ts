/** A poll whose window has just ended, with its roll and ballots in numbers, on a table of its own. */
import { createHash } from "node:crypto";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { packCells } from "../../functions/polls/domain/choice.ts";
import { type Poll, timesOf } from "../../functions/polls/domain/poll.ts";
import { createPoll, rulesText, setDue, textHash } from "../../functions/polls/store/poll.ts";
import { enterEntry } from "../../functions/polls/store/roll.ts";
import { putBallot } from "../../functions/polls/store/secret.ts";
import { rankingCells } from "../../functions/polls/tally/ballot.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { type Env, makeDeps } from "../../functions/shared/env.ts";
import { silentLog } from "../../functions/shared/log.ts";
import { TRANSACTION_ITEMS_MAX, type Write } from "../../functions/shared/write.ts";
import type { BallotMode, PollRules } from "../../schemas/polls/resources.ts";
import { createTableInput } from "../../schemas/table.ts";
import { TestClock } from "./clock.ts";
import { timebankDistrict } from "./timebank.ts";

/** Open since the tenth, closed on the twenty-fourth at six; the job runs a little later. */
const NOW = "2026-11-24T10:05:00.000Z";
const OPTIONS = ["gym", "cafe", "library", "garden", "clinic"];
/** Of ten on the roll so many have voted. */
const CAST_TENTHS = 7;
const BUILDINGS = 40;
const TOKEN_BYTES = 64;
const SIGNATURE_BYTES = 256;
const POLL = "0190e000-0000-7000-8000-000000000001";

/** Dependencies on a table of the engine, with a clock that stands still just after the poll's close. */
export const closingDeps = (endpoint: string, table: string, client?: DynamoDBClient): Deps => {
  const env: Env = { LINLI_TABLE: table, LINLI_DYNAMODB_ENDPOINT: endpoint, LINLI_VERSION: "bench" };
  const overrides = { district: timebankDistrict(), clock: new TestClock(NOW), log: silentLog };
  return makeDeps(env, "bench", { ...overrides, ...(client ? { client, sleep: async () => undefined } : {}) });
};

/** Bytes that look random and are the same in every run. */
const bytesOf = (what: string, index: number, length: number): Buffer => {
  const blocks: Buffer[] = [];
  for (let block = 0; block * 32 < length; block++) {
    blocks.push(createHash("sha256").update(`${what}/${index}/${block}`).digest());
  }
  return Buffer.concat(blocks).subarray(0, length);
};

const uuidOf = (what: string, index: number): string => {
  const hex = bytesOf(what, index, 16).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};

const rulesOf = (mode: BallotMode): PollRules => ({
  ...{ poll: POLL, community: "lujing", class: mode === "named" ? "OPINION" : "SERVICE_CHOICE", mode, audit: "SEALED" },
  ...{ title: { zh: "建什么", en: "What to build" }, text: "What shall be built?", electorate: { kind: "RESIDENTS" } },
  question: {
    ...{ kind: "CHOICE", seats: 1, method: { method: "IRV" }, ties: { by: "CANDIDATE_ORDER" } },
    options: OPTIONS.map((id) => ({ id, name: { zh: id, en: id } })),
  },
  ...{ quorum: null, channels: ["web"], changeable: true, proxyPersonsMax: 1, extraordinary: false, extension: null },
  correctUntil: "2026-11-09T00:00:00Z",
  openAt: "2026-11-10T01:00:00Z",
  closeAt: "2026-11-24T10:00:00Z",
  silentWithMajority: null,
});

const openPoll = (rules: PollRules, entries: number): Poll => ({
  ...{ id: rules.poll, community: rules.community, class: rules.class, mode: rules.mode, title: rules.title },
  ...{ state: "open", ...timesOf(rules), rulesHash: textHash(rulesText(rules)), rollRoot: textHash("roll") },
  ...{ built: true, entries, skipped: 0, corrections: { added: 0, amended: 0, struck: 0 }, extensions: 0, asks: false },
  ...{ by: uuidOf("by", 0), createdMs: Date.parse("2026-10-20T00:00:00Z"), changedBy: uuidOf("by", 0), revision: 6 },
  fingerprint: "bench",
});

/** A ranking of some options. */
const cellsOf = (index: number): string => {
  const left = [...OPTIONS.keys()];
  const ranks: number[][] = [];
  const [length = 0, ...draws] = bytesOf("choice", index, OPTIONS.length + 1);
  for (const draw of draws.slice(0, length % (OPTIONS.length + 1))) ranks.push(left.splice(draw % left.length, 1));
  return packCells(rankingCells(ranks));
};

const secretBallot = (mode: BallotMode, index: number) => ({
  ballot: bytesOf("name", index, 32).toString("base64url"),
  cells: cellsOf(index),
  ...(mode === "token"
    ? {
        token: bytesOf("token", index, TOKEN_BYTES).toString("base64url"),
        signature: bytesOf("signature", index, SIGNATURE_BYTES).toString("base64url"),
      }
    : {}),
});

const entryOf = (poll: Poll, index: number) => {
  const entry = uuidOf("entry", index);
  const times = { openMs: poll.openMs, closeMs: poll.closeMs, rulesHash: poll.rulesHash ?? "" };
  return { poll: poll.id, entry, voters: [`r:${entry}`], building: `B${index % BUILDINGS}`, ...times, voted: false };
};

/** What is to be made: sealed ballots of a mode in numbers. */
export interface Closing {
  readonly mode: BallotMode;
  readonly ballots: number;
}

/** Makes a table with a poll that was voted in, the same in every run; gives the poll's id. */
export const makeClosing = async (endpoint: string, table: string, closing: Closing): Promise<string> => {
  const { mode, ballots } = closing;
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint, region: "local", credentials });
  await client.send(new CreateTableCommand(createTableInput(table)));
  client.destroy();
  const deps = closingDeps(endpoint, table);
  const rules = rulesOf(mode);
  const entries = Math.ceil((ballots * 10) / CAST_TENTHS);
  const poll = openPoll(rules, entries);
  const waiting: Write[] = [...createPoll(poll, rules, deps.stamps.take()), setDue(poll.id, poll.closeMs)];
  const flush = async (): Promise<void> => {
    const full = waiting.splice(0, TRANSACTION_ITEMS_MAX);
    if (full.length > 0 && !(await deps.db.commit(full)).ok) throw new Error("an item was there already");
  };
  for (let index = 0; index < entries; index++) {
    const [entered] = enterEntry(entryOf(poll, index));
    if (entered?.type !== "put") throw new Error("an entry is put");
    const isCast = index < ballots;
    const named = mode === "named" ? { ch: cellsOf(index), last: index + 1 } : {};
    waiting.push({ ...entered, item: { ...entered.item, ...(isCast ? { st: "cast", chan: "web", ...named } : {}) } });
    if (isCast && mode !== "named") waiting.push(putBallot(poll.id, secretBallot(mode, index)));
    while (waiting.length >= TRANSACTION_ITEMS_MAX) await flush();
  }
  while (waiting.length > 0) await flush();
  return poll.id;
};
