/**
 * What happens to polls by themselves: the roll is made after notice and sealed when corrections end; polls open, are
 * surveyed, extended and closed, counted, and at the end of publication made final. One poll after the other, each in
 * pages; the state of the poll says which step is next, so that a page done twice or by two runners counts once.
 */
import * as z from "zod";
import { itemOf, Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { dueIds } from "../../shared/due.ts";
import { type Failure, type Job, type JobPage, reasonOf } from "../../shared/jobs.ts";
import type { Command } from "../domain/lifecycle.ts";
import { dueOf, type Poll, SETTLE_MS } from "../domain/poll.ts";
import { rulesOf } from "../http/support.ts";
import { DUE_POLLS, dueKey, pollKey, toPoll } from "../store/poll.ts";
import { CountPlace, countStep } from "./count.ts";
import { RollPlace, rollStep, SealPlace, sealStep } from "./roll.ts";
import { moveBySystem, type StepPage, type StepWork } from "./step.ts";
import { SurveyPlace, surveyStep } from "./survey.ts";

/** A step with the shape of its place, erased: the place comes back from the job's record as text. */
interface Step {
  readonly run: (poll: Poll, place: string | null, deps: Deps) => Promise<StepPage<string>>;
}

const paged = <Place>(shape: z.ZodType<Place>, work: StepWork<Place>): Step => ({
  run: async (poll, place, deps) => {
    const before = place === null ? null : shape.parse(JSON.parse(place));
    const { next, ...rest } = await work(poll, await rulesOf(poll.id, deps), before, deps);
    return { ...rest, next: next === null ? null : JSON.stringify(next) };
  },
});

const move = (command: Command, changes: (deps: Deps) => Partial<Poll> = () => ({})): Step => ({
  run: async (poll, _place, deps) => {
    const moved = await moveBySystem(poll, command, changes(deps), deps);
    return { next: null, changed: moved ? 1 : 0 };
  },
});

/** Lots of a closed poll are drawn by what nobody could know before. */
const closing = ({ clock, ids }: Deps) => ({ closedMs: clock.now().getTime(), drawSeed: ids.next() });

const steps = {
  roll: paged(RollPlace, rollStep),
  seal: paged(SealPlace, sealStep),
  open: move("open"),
  survey: paged(SurveyPlace, surveyStep),
  close: move("close", closing),
  count: paged(CountPlace, countStep),
  final: move("finalise"),
} as const satisfies Record<string, Step>;
type StepName = keyof typeof steps;

/** The step that a poll is due for. */
const stepOf = (poll: Poll, now: Date): StepName | undefined => {
  if (poll.state === "open") return now.getTime() >= poll.closeMs + SETTLE_MS ? "close" : "survey";
  const due = dueOf(poll, now);
  if (due === undefined || due > now.getTime()) return undefined;
  switch (poll.state) {
    case "noticed":
      return poll.built ? "seal" : "roll";
    case "sealed":
      return "open";
    case "closed":
      return "count";
    case "published":
      return "final";
    default:
      return undefined;
  }
};

const Cursor = z.strictObject({
  /** Sort key of the last poll taken from the list; null when the list has no more after the one at work. */
  after: z.string().nullable(),
  work: z.strictObject({ poll: z.string(), step: z.string(), place: z.string().nullable() }).nullable(),
});
type Cursor = z.infer<typeof Cursor>;

const nothing = { changed: 0, unchanged: 0, failures: [] as Failure[] };

const pollNow = async (id: string, deps: Deps): Promise<Poll | undefined> => {
  const item = await itemOf(pollKey(id), new Known(), deps);
  return item && toPoll(item);
};

const goOn = (after: string | null, next: Cursor["work"]): Cursor | null =>
  next === null && after === null ? null : { after, work: next };

/** One page on the poll at work; when its step is done, the next page looks whether it is due for another. */
const workOn = async (id: string, work: Cursor["work"], after: string | null, deps: Deps): Promise<JobPage<Cursor>> => {
  const poll = await pollNow(id, deps);
  const step = poll && stepOf(poll, deps.clock.now());
  if (!poll || step === undefined) return { ...nothing, unchanged: work === null ? 1 : 0, next: goOn(after, null) };
  try {
    const place = work?.step === step ? work.place : null;
    const { next, changed, last = false } = await steps[step].run(poll, place, deps);
    if (last) return { ...nothing, changed, next: goOn(after, null) };
    return { ...nothing, changed, next: { after, work: { poll: id, step: next === null ? "" : step, place: next } } };
  } catch (error) {
    // A poll that cannot go on is set aside; the others are not kept waiting.
    return { ...nothing, failures: [{ item: id, reason: reasonOf(error) }], next: goOn(after, null) };
  }
};

/** Due polls, the longest due first. */
export const pollsDueJob: Job<Cursor> = {
  name: "polls-due",
  cursor: Cursor,
  actions: ["BatchGetItem", "GetItem", "PutItem", "Query"],
  page: async (cursor, deps) => {
    if (cursor?.work) return workOn(cursor.work.poll, cursor.work, cursor.after, deps);
    const list = { partition: DUE_POLLS, keyOf: dueKey };
    const { ids, next } = await dueIds(deps.db, list, deps.clock.now(), cursor?.after ?? null, 1);
    const [id] = ids;
    return id === undefined ? { ...nothing, next: null } : workOn(id, null, next, deps);
  },
};
