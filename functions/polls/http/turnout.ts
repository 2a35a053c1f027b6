/** Turnout as it may be shown. */
import type * as z from "zod";
import type { Turnout } from "../../../schemas/polls/resources.ts";
import type { Deps } from "../../shared/deps.ts";
import { instantOf } from "../../shared/time.ts";
import { FROZEN_STATES, VOTING_STATES } from "../domain/lifecycle.ts";
import type { Poll } from "../domain/poll.ts";
import { suppressed } from "../domain/turnout.ts";
import { emptySurvey, surveyKey, toSurvey } from "../store/survey.ts";

/** Turnout of a poll as last taken; before the first survey nobody has voted as far as is known. */
export const turnoutOf = async (poll: Poll, deps: Pick<Deps, "db">): Promise<z.input<typeof Turnout>> => {
  const item = await deps.db.get(surveyKey(poll.id));
  const survey = item ? toSurvey(item) : { ...emptySurvey, atMs: poll.openMs, entitled: poll.entries };
  const cells = Object.entries(survey.buildings)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([building, [entitled, voted]]) => ({ building, entitled, voted }));
  const over = FROZEN_STATES.includes(poll.state) && !["noticed", ...VOTING_STATES].includes(poll.state);
  return {
    poll: poll.id,
    at: instantOf(survey.atMs),
    entitled: survey.entitled,
    voted: survey.voted,
    ...(over ? { channels: { ...survey.channels } } : {}),
    buildings: suppressed(cells),
  };
};
