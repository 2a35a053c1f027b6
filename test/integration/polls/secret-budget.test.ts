/** Write units of secret ballots, as the engine reports them, beside the manifest's figures. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pollsOperations } from "../../../schemas/polls/operations.ts";
import { OPTIONS_MAX } from "../../../schemas/polls/question.ts";
import { BUDGETS, recordCounted } from "../../support/budgets.ts";
import type { Reply } from "../../support/harness.ts";
import { meteredClient, reportsUnits } from "../../support/meter.ts";
import type { Made } from "../residents/world.ts";
import { approves, castSecret, castToken, changeSecret, playground, takeToken } from "./booth.ts";
import { adults, type Hall, opened, startHall } from "./world.ts";

const meter = meteredClient();
let hall: Hall;
let people: Made[];

/** As many options as a poll may have, with the longest ids, all of them approved. */
const ids = Array.from({ length: OPTIONS_MAX }, (_, at) => `o${String(at).padStart(31, "0")}`);
const widest = {
  question: {
    kind: "CHOICE",
    options: ids.map((id) => ({ id, name: { zh: id, en: id } })),
    method: { method: "APPROVAL" },
    ties: { by: "CANDIDATE_ORDER" },
  },
};

beforeAll(async () => {
  hall = await startHall({ overrides: { client: meter.client } });
  people = await adults(hall, 2);
  // The district's secret is made by whoever asks first, once in its life.
  await hall.app.call("GET", "/v1/keys");
}, 60_000);
afterAll(() => hall.app.stop());

const voter = (index: number): Made => people[index] as Made;

/** What the benchmark's page calls them. */
const WORDS: Readonly<Record<string, string>> = {
  castSecretBallot: "secret ballot in two envelopes",
  changeSecretBallot: "ballot in two envelopes, changed",
  issueBallotToken: "ballot token, issued",
  castTokenBallot: "secret ballot by a token",
};

const within = async (what: string, id: keyof typeof pollsOperations, send: () => Promise<Reply>): Promise<Reply> => {
  meter.take();
  const reply = await send();
  const { table, indexes, calls, reads } = meter.take();
  expect(reply.status, reply.text).toBeLessThan(300);
  recordCounted({ budget: "ballot", what: `${WORDS[id] ?? id}, ${what}`, table, indexes, calls, reads });
  expect(table, id).toBeGreaterThan(0);
  expect(table, id).toBeLessThanOrEqual(pollsOperations[id].writeUnits);
  expect([indexes, calls], id).toEqual([0, 1]);
  return reply;
};

describe.runIf(reportsUnits)("write units (skipped where the engine misreports units)", () => {
  it.each([
    ["three options", {}, approves("east")],
    ["two hundred options, all approved", widest, approves(...ids)],
  ])("of two envelopes stay within the manifest's: %s", async (what, fields, choice) => {
    const poll = await opened(hall, playground(hall, "envelope", fields));
    const cast = () => castSecret(hall, poll, voter(0), choice);
    let secret = "";
    await within(what, "castSecretBallot", async () => {
      const made = await cast();
      secret = made.secret;
      return made.reply;
    });
    await within(what, "changeSecretBallot", () => changeSecret(hall, poll, secret, choice));
    expect(pollsOperations.castSecretBallot.writeUnits).toBe(BUDGETS.ballot.table);
  });

  it.each([
    ["three options", {}, approves("east")],
    ["two hundred options, all approved", widest, approves(...ids)],
  ])("of a token and its ballot stay within the manifest's: %s", async (what, fields, choice) => {
    const poll = await opened(hall, playground(hall, "token", fields));
    let token = { token: "", signature: "" };
    await within(what, "issueBallotToken", async () => {
      token = await takeToken(hall, poll, voter(1));
      return { status: 201 } as Reply;
    });
    await within(what, "castTokenBallot", () => castToken(hall, poll, token, choice));
  });
});
