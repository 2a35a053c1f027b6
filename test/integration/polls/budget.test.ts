/** Write units of the polls' operations, as the engine reports them, beside the manifest's figures. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pollsOperations } from "../../../schemas/polls/operations.ts";
import { secretBallotOperations } from "../../../schemas/polls/secret-ballots.ts";
import { BUDGETS, recordCounted } from "../../support/budgets.ts";
import type { Reply } from "../../support/harness.ts";
import { type Cost, meteredClient } from "../../support/meter.ts";
import type { Made } from "../residents/world.ts";
import {
  adults,
  cast,
  choiceTerms,
  DAY,
  draft,
  estate,
  type Hall,
  later,
  notice,
  opened,
  ownersTerms,
  startHall,
  until,
  work,
} from "./world.ts";

const wide = (length: number) => "鹭".repeat(length);
type Id = keyof typeof pollsOperations;
const costs = new Map<Id, Cost>();
const meter = { take: (): Cost => ({ calls: 0, table: 0, indexes: 0, reads: 0 }) };
let hall: Hall;
let people: Made[];
let units: string[];

/** The dearest of what an operation has cost so far. */
const cost = async (id: Id, send: () => Promise<Reply>): Promise<Reply> => {
  meter.take();
  const reply = await send();
  const spent = meter.take();
  if (reply.status >= 300) throw new Error(`${id}: ${reply.text}`);
  if (spent.table > (costs.get(id)?.table ?? 0)) costs.set(id, spent);
  return reply;
};

const act = (id: Id, poll: string, path: string, body: object = {}, token = hall.pollOfficer) =>
  cost(id, () => hall.post(`/v1/polls/${poll}/${path}`, token, body));

beforeAll(async () => {
  const metered = meteredClient();
  meter.take = metered.take;
  hall = await startHall({ overrides: { client: metered.client } });
  people = await adults(hall, 3);
  units = await estate(
    hall,
    people.map(({ id }) => [[id], 10_000]),
  );
}, 60_000);
afterAll(() => hall.app.stop());

const token = (index: number) => people[index]?.token as string;
const name = { zh: wide(100), en: "t".repeat(200) };
const terms = () => ({
  ...ownersTerms(hall),
  ...{ class: "OWNERS_SPECIAL", matter: 8, title: name, text: wide(300) },
  subject: { purpose: "common-parts-parking", refs: [people[0]?.id] },
});

describe("an owners' poll of long texts", () => {
  it("is drafted, changed, noticed, put right, called off", async () => {
    const poll = (await cost("createPoll", () => hall.post("/v1/polls", hall.pollOfficer, terms()))).body.id;
    const edit = { token: hall.pollOfficer, body: { text: wide(290) }, headers: { "if-match": '"1"' } };
    await cost("updatePoll", () => hall.app.call("PATCH", `/v1/polls/${poll}`, edit));
    await act("givePollNotice", poll, "notice");
    await work(hall);
    const [late] = await estate(hall, [[people.map(({ id }) => id), 9_000]]);
    await act("correctPollRoll", poll, "roll-corrections", { entry: late, reason: wide(100) });
    await act("cancelPoll", poll, "cancel", { reason: wide(100) });
    const gone = { token: hall.admin, body: { use: "parking" }, headers: { "if-match": '"1"' } };
    expect((await hall.app.call("PATCH", `/v1/units/${late}`, gone)).status).toBe(200);
  });

  it("is voted on in four units, extended, counted, published, objected to and annulled", async () => {
    const poll = await draft(hall, terms());
    await notice(hall, poll);
    await until(hall, poll, "correctUntil");
    await until(hall, poll, "openAt");
    for (const index of [0, 1, 2]) {
      await cost("castNamedBallot", () => cast(hall, poll, units[index] as string, token(index)));
    }
    await cost("castNamedBallot", () => cast(hall, poll, units[0] as string, token(0)));
    await act("extendPoll", poll, "extend", { closeAt: later(hall, 20 * DAY), reason: wide(100) });
    await until(hall, poll, "closeAt");
    await act("recordPollCallback", poll, "callbacks", { entry: units[0], outcome: "confirmed", note: wide(100) });
    await act("publishPollResult", poll, "publish");
    const objection = await act("objectToPollResult", poll, "objections", { text: wide(300) }, token(0));
    const answer = { answer: wide(300), upheld: true };
    await act("answerPollObjection", poll, `objections/${objection.body.id}/answer`, answer);
    await act("annulPollResult", poll, "annul", { reason: wide(100) });
  });

  it("a tie is answered", async () => {
    const poll = await opened(hall, choiceTerms(hall, { ties: { by: "ASK" } }));
    await cast(hall, poll, people[0]?.id as string, token(0), { options: ["gym"] });
    await cast(hall, poll, people[1]?.id as string, token(1), { options: ["cafe"] });
    await until(hall, poll, "closeAt");
    await act("answerPollTie", poll, "tie-answers", { chosen: "cafe" });
    await work(hall);
    expect((await hall.get(`/v1/polls/${poll}/result`, hall.pollOfficer)).body).toMatchObject({
      winners: ["cafe"],
      passed: null,
      ties: [{ tied: ["gym", "cafe"], chosen: "cafe", by: "ASK" }],
    });
  });
});

describe("every writing operation", () => {
  // Those of secret ballots have a test of their own.
  const secret = Object.keys(secretBallotOperations);
  const ids = (Object.keys(pollsOperations) as Id[]).filter((id) => !secret.includes(id));
  const writing = ids.filter((id) => pollsOperations[id].writeUnits > 0);
  it.each(writing)("%s costs what the manifest says, in one write call", (id) => {
    const spent = costs.get(id);
    expect(spent, "no scenario").toBeDefined();
    expect([spent?.table, spent?.calls]).toEqual([pollsOperations[id].writeUnits, 1]);
  });

  it("a named ballot is two items of one unit each, written in a transaction, and touches no index", () => {
    const spent = costs.get("castNamedBallot") as Cost;
    recordCounted({ ...spent, budget: "ballot", what: "named ballot" });
    expect(spent).toMatchObject({ table: BUDGETS.ballot.table, indexes: 0, calls: 1 });
  });
});
