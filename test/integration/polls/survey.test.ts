/** The turnout of an open poll, taken by a run that goes on where another one has died. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rulesOf } from "../../../functions/polls/http/support.ts";
import { surveyStep } from "../../../functions/polls/jobs/survey.ts";
import { pollKey, toPoll } from "../../../functions/polls/store/poll.ts";
import { SHARDS } from "../../../functions/polls/store/roll.ts";
import { surveyKey, toSurvey } from "../../../functions/polls/store/survey.ts";
import { adults, cast, choiceTerms, type Hall, HOUR, opened, startHall } from "./world.ts";

const VOTERS = 12;
let hall: Hall;
beforeAll(async () => {
  hall = await startHall();
}, 60_000);
afterAll(() => hall.app.stop());

/** Counts all but the last page, lets so much time pass and everybody vote, and goes on; the turnout that is kept. */
const surveyedAcross = async (pauseMs: number) => {
  const { deps, clock } = hall.app;
  const people = await adults(hall, VOTERS);
  const poll = await opened(hall, choiceTerms(hall));
  const [item, rules] = [await deps.db.get(pollKey(poll)), await rulesOf(poll, deps)];
  if (!item) throw new Error("no poll");
  const page = (place: Parameters<typeof surveyStep>[2]) => surveyStep(toPoll(item), rules, place, deps);
  let place: Awaited<ReturnType<typeof page>>["next"] = null;
  for (let shard = 0; shard + 1 < SHARDS.length; shard++) ({ next: place } = await page(place));
  clock.advance(pauseMs);
  for (const { id, token } of people) {
    const reply = await cast(hall, poll, id, token, { options: ["gym"] });
    if (reply.status >= 300) throw new Error(reply.text);
  }
  let more = true;
  while (more) {
    ({ next: place } = await page(place));
    more = place !== null;
  }
  const kept = await deps.db.get(surveyKey(poll));
  if (!kept) throw new Error("no turnout");
  return { ...toSurvey(kept), nowMs: clock.now().getTime() };
};

describe("a survey that was cut short", () => {
  it("begins anew when a later run goes on with it: nothing old is told as the turnout of now", async () => {
    const { voted, atMs, nowMs } = await surveyedAcross(HOUR);
    expect(voted).toBe(VOTERS);
    expect(atMs).toBe(nowMs);
  });

  it("goes on where it was within a run", async () => {
    const { voted, entitled } = await surveyedAcross(1_000);
    expect(voted).toBeLessThan(VOTERS);
    expect(entitled).toBeGreaterThanOrEqual(VOTERS);
  });
});
