/** The examples of the polls' operations, sent as they stand: each request does what its operation is for. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ANN, BUILDING, UNIT } from "../../../schemas/examples/ids.ts";
import { pollsExamples } from "../../../schemas/examples/polls.ts";
import { pollsOperations } from "../../../schemas/polls/operations.ts";
import type { Reply } from "../../support/harness.ts";
import { anonymously, playground } from "./booth.ts";
import { adults, cast, choiceTerms, type Hall, opened, startHall, until, work } from "./world.ts";

const sent = new Set<string>();
let hall: Hall;

const fine = (reply: Reply): Reply => {
  expect(reply.status, reply.text).toBeLessThan(300);
  return reply;
};

/** The person and the unit that the examples name. */
const settled = async (hall: Hall): Promise<{ readonly ann: string }> => {
  const at = "/v1/communities/lujing";
  const people = { name: "王秀英", birthDate: "1980-01-01" };
  fine(await hall.post(`${at}/residents`, hall.admin, people, ANN));
  fine(await hall.post(`${at}/buildings`, hall.admin, { name: "1" }, BUILDING));
  const owners = [{ residentId: ANN, shareBps: 10_000 }];
  const unit = { buildingId: BUILDING, number: "101", area: 8_950, areaSource: "registry", owners };
  fine(await hall.post(`${at}/units`, hall.admin, unit, UNIT));
  return { ann: await hall.app.token({ sub: ANN }) };
};

beforeAll(async () => {
  hall = await startHall({ now: "2026-11-25T01:00:00Z" });
  await settled(hall);
});
afterAll(() => hall.app.stop());

/** The body of an operation's example, in Chinese or English. */
const bodyOf = (id: string, english: boolean): object => {
  sent.add(id);
  const example = pollsExamples[id];
  return (english ? (example?.requestEn ?? example?.request) : example?.request) as object;
};

describe.each([
  ["Chinese", false],
  ["English", true],
] as const)("in %s", (_, english) => {
  const send = async (id: string, path: string, token: string) =>
    fine(await hall.post(`/v1/polls${path}`, token, bodyOf(id, english)));

  it("a poll is drafted, changed, noticed, its roll put right, and called off", async () => {
    const { id } = (await send("createPoll", "", hall.pollOfficer)).body;
    const edit = { token: hall.pollOfficer, body: bodyOf("updatePoll", english), headers: { "if-match": '"1"' } };
    fine(await hall.app.call("PATCH", `/v1/polls/${id}`, edit));
    await send("givePollNotice", `/${id}/notice`, hall.pollOfficer);
    await work(hall);
    await send("correctPollRoll", `/${id}/roll-corrections`, hall.pollOfficer);
    await send("cancelPoll", `/${id}/cancel`, hall.pollOfficer);
  });

  it("a poll is held, extended, counted, published, objected to and annulled", async () => {
    const own = await startHall({ now: "2026-11-25T01:00:00Z" });
    const { ann } = await settled(own);
    const to = async (id: string, path: string, token: string) =>
      fine(await own.post(`/v1/polls${path}`, token, bodyOf(id, english)));
    const { id } = (await to("createPoll", "", own.pollOfficer)).body;
    await to("givePollNotice", `/${id}/notice`, own.pollOfficer);
    await work(own);
    await until(own, id, "correctUntil");
    await until(own, id, "openAt");
    await to("castNamedBallot", `/${id}/entries/${UNIT}/ballots`, ann);
    await to("extendPoll", `/${id}/extend`, own.pollOfficer);
    await until(own, id, "closeAt");
    await to("recordPollCallback", `/${id}/callbacks`, own.pollOfficer);
    await to("publishPollResult", `/${id}/publish`, own.pollOfficer);
    const objection = await to("objectToPollResult", `/${id}/objections`, ann);
    await to("answerPollObjection", `/${id}/objections/${objection.body.id}/answer`, own.pollOfficer);
    await to("annulPollResult", `/${id}/annul`, own.pollOfficer);
    await own.app.stop();
  });

  it("a tie is broken by the lots of a public drawing", async () => {
    const own = await startHall({ now: "2026-11-25T01:00:00Z" });
    const people = await adults(own, 2);
    const poll = await opened(own, choiceTerms(own, { ties: { by: "SEEDED" } }));
    const [one, other] = ["gym", "cafe"];
    await cast(own, poll, people[0]?.id as string, people[0]?.token as string, { options: [one] });
    await cast(own, poll, people[1]?.id as string, people[1]?.token as string, { options: [other] });
    await until(own, poll, "closeAt");
    fine(await own.post(`/v1/polls/${poll}/tie-answers`, own.pollOfficer, bodyOf("answerPollTie", english)));
    await own.app.stop();
  });
});

it("secret ballots are cast and changed as shown; a token can be shown but not be good", async () => {
  const example = (id: string) => bodyOf(id, false);
  const envelope = await opened(hall, playground(hall, "envelope"));
  await hall.post(
    `/v1/polls/${envelope}/secret-ballots`,
    await hall.app.token({ sub: ANN }),
    example("castSecretBallot"),
  );
  fine(await anonymously(hall, `/v1/polls/${envelope}/secret-ballots/changes`, example("changeSecretBallot")));
  const token = await opened(hall, playground(hall, "token"));
  const voter = await hall.app.token({ sub: ANN });
  fine(await hall.post(`/v1/polls/${token}/ballot-tokens`, voter, example("issueBallotToken")));
  const forged = await anonymously(hall, `/v1/polls/${token}/token-ballots`, example("castTokenBallot"));
  expect(forged.body.code).toBe("polls/token-invalid");
});

it("an election file is read, counted and converted as shown", async () => {
  const send = async (id: string, path: string) =>
    fine(await hall.post(`/v1/election-files/${path}`, hall.pollOfficer, bodyOf(id, false))).body;
  expect(await send("readElectionFile", "question")).toMatchObject({ ballots: 9, question: { seats: 1 } });
  expect(await send("countElectionFile", "count")).toMatchObject({ winners: ["South"] });
  expect(await send("convertElectionFile", "conversion")).toMatchObject({ format: "cvotes" });
});

it("no operation with a body is left out", () => {
  const bodied = Object.values(pollsOperations).filter((operation) => "body" in operation && operation.body);
  expect(bodied.filter(({ id }) => !sent.has(id)).map(({ id }) => id)).toEqual([]);
});
