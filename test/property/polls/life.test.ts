/**
 * The life of a poll against a model: whatever officers, voters, proxies and the job do in whatever order, a ballot is
 * taken exactly when the rules say so, each entry carries the last that was taken, and the result counts these. Once on
 * a calm table, once with conflicts, throttling, and answers lost before and after the write.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { castRefusals } from "../../../functions/polls/domain/casting.ts";
import { COMMANDS, transitionOf } from "../../../functions/polls/domain/lifecycle.ts";
import { pollKey, toPoll } from "../../../functions/polls/store/poll.ts";
import {
  adults,
  cast as castFor,
  DAY,
  draft,
  type Hall,
  HOUR,
  notice,
  ownersTerms,
  startHall,
  work,
} from "../../integration/polls/world.ts";
import { empower, type Made } from "../../integration/residents/world.ts";
import { FAULTS, type Fault, faultyClient, seededRandom } from "../../support/faults.ts";
import { makeTable, type Reply } from "../../support/harness.ts";
import { persist } from "../../support/replies.ts";
import { SEED_VARIABLE } from "../../support/seed.ts";

const VOTERS = 4;
const ANSWERS = ["YES", "NO", "ABSTAIN"] as const;
type Answer = (typeof ANSWERS)[number];

const vote = fc.record({
  do: fc.constant("vote" as const),
  voter: fc.nat(VOTERS - 1),
  answer: fc.constantFrom(...ANSWERS),
  proxy: fc.boolean(),
});
const officer = fc.record({
  do: fc.constantFrom("publish" as const, "cancel" as const, "annul" as const, "edit" as const, "correct" as const),
  voter: fc.nat(VOTERS - 1),
});
const time = fc.record({
  do: fc.constant("time" as const),
  ms: fc.constantFrom(HOUR, DAY, 3 * DAY, 6 * DAY),
  runs: fc.nat(2),
});
const step = fc.oneof(
  { weight: 5, arbitrary: vote },
  { weight: 1, arbitrary: officer },
  { weight: 3, arbitrary: time },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What the model knows of a poll: its window as the rules have it, and what each voter has been told. */
interface Model {
  readonly poll: string;
  readonly changeable: boolean;
  readonly openMs: number;
  readonly closeMs: number;
  readonly ballots: Map<number, { readonly answer: Answer; readonly proxy: boolean }>;
}

interface Cast {
  readonly hall: Hall;
  readonly people: readonly Made[];
  readonly helper: Made;
}

const assemble = async (hall: Hall): Promise<Cast> => {
  const people = await adults(hall, VOTERS);
  const [helper] = (await adults(hall, 1)) as [Made];
  const now = hall.app.clock.now().getTime();
  const term = { validFrom: new Date(now).toISOString(), validUntil: new Date(now + 3_000 * DAY).toISOString() };
  for (const { id } of people) {
    const reply = await empower(hall, id, helper.id, { scopes: ["polls"], ...term });
    if (reply.status !== 201) throw new Error(reply.text);
  }
  return { hall, people, helper };
};

const begin = async ({ hall, people }: Cast, changeable: boolean): Promise<Model> => {
  const representatives = people.map(({ id }) => id);
  const terms = ownersTerms(hall, {
    ...{ class: "RESIDENTS_ASSEMBLY", matter: undefined, changeable, proxyPersonsMax: 3 },
    electorate: { kind: "REPRESENTATIVES", representatives },
  });
  const poll = await draft(hall, terms);
  await notice(hall, poll);
  return { poll, changeable, openMs: Date.parse(terms.openAt), closeMs: Date.parse(terms.closeAt), ballots: new Map() };
};

const stateOf = async ({ hall }: Cast, { poll }: Model) => {
  const item = await hall.app.deps.db.get(pollKey(poll));
  if (!item) throw new Error("the poll is gone");
  return toPoll(item);
};

const send = ({ hall, people, helper }: Cast, { poll }: Model, { voter, answer, proxy }: Step & { do: "vote" }) =>
  persist((key) => {
    const { id, token } = people[voter] as Made;
    if (!proxy) return castFor(hall, poll, id, token, { answer }, {}, key);
    return hall.app.call("POST", `/v1/polls/${poll}/entries/${id}/ballots`, {
      token: helper.token,
      body: { choice: { answer } },
      headers: { "linli-acting-for": id },
      key,
    });
  });

/** What the rules say of a vote, by the poll's state before it and the model alone. */
const expected = (model: Model, state: string, nowMs: number, { voter, proxy }: Step & { do: "vote" }): string[] => {
  if (["cancelled", "closed", "counted", "published", "final", "annulled"].includes(state)) return ["polls/closed"];
  if (state === "noticed") return ["polls/not-open"];
  const before = model.ballots.get(voter);
  const standing = {
    entry: "e",
    voters: ["v"],
    openMs: model.openMs,
    closeMs: model.closeMs,
    voted: before !== undefined,
    channel: before?.proxy ? "proxy" : "web",
  };
  const attempt = { entry: "e", voter: "v", proxy, changeable: model.changeable, closeMs: model.closeMs, nowMs };
  return castRefusals(standing, attempt).map(({ code }) => code);
};

/** People for whom the helper has voted, of at most three. */
const proxyFull = (helped: ReadonlySet<number>, voter: number): boolean => helped.size >= 3 && !helped.has(voter);

const checkVote = async (cast: Cast, model: Model, helped: Set<number>, one: Step & { do: "vote" }) => {
  const { state } = await stateOf(cast, model);
  const nowMs = cast.hall.app.clock.now().getTime();
  const refusals = expected(model, state, nowMs, one);
  const reply = await send(cast, model, one);
  if (refusals.length > 0) expect([reply.status >= 400, reply.body.code]).toEqual([true, refusals[0]]);
  else if (one.proxy && proxyFull(helped, one.voter)) expect(reply.body.code).toBe("polls/proxy-limit");
  else {
    expect(reply.status, reply.text).toBe(201);
    model.ballots.set(one.voter, { answer: one.answer, proxy: one.proxy });
    if (one.proxy) helped.add(one.voter);
  }
};

const act = async (
  { hall, people }: Cast,
  { poll }: Model,
  { do: what, voter }: Step & { do: "publish" | "cancel" | "annul" | "edit" | "correct" },
): Promise<Reply> => {
  const post = (path: string, body: object) =>
    persist((key) => hall.post(`/v1/polls/${poll}/${path}`, hall.pollOfficer, body, key));
  if (what === "edit") {
    const call = { token: hall.pollOfficer, body: { changeable: false }, headers: { "if-match": '"1"' } };
    return hall.app.call("PATCH", `/v1/polls/${poll}`, call);
  }
  if (what === "correct") return post("roll-corrections", { entry: people[voter]?.id, reason: "looked at again" });
  return post(what, what === "publish" ? {} : { reason: "as decided" });
};

const checkAct = async (cast: Cast, model: Model, one: Parameters<typeof act>[2]) => {
  const before = await stateOf(cast, model);
  const reply = await act(cast, model, one);
  expect(reply.status, reply.text).toBeLessThan(500);
  const after = await stateOf(cast, model);
  const { from, to } = transitionOf(one.do);
  if (reply.status < 300) expect([from.includes(before.state), after.state]).toEqual([true, to]);
  else expect([after.state, after.revision]).toEqual([before.state, before.revision]);
  if (one.do === "edit") expect(reply.body.code).toBe("polls/rules-frozen");
};

const play = async (cast: Cast, model: Model, steps: readonly Step[]) => {
  const helped = new Set<number>();
  for (const one of steps) {
    if (one.do === "vote") await checkVote(cast, model, helped, one);
    else if (one.do === "time") {
      cast.hall.app.clock.advance(one.ms);
      await Promise.all(Array.from({ length: one.runs }, () => work(cast.hall).catch(() => undefined)));
    } else await checkAct(cast, model, one);
  }
};

/** Lets time end the poll; then the result is the model's, ballot by ballot. */
const conclude = async (cast: Cast, model: Model) => {
  const { hall, people } = cast;
  hall.app.clock.advance(40 * DAY);
  for (let run = 0; run < 3; run++) await Promise.all([work(hall), work(hall)]);
  const poll = await stateOf(cast, model);
  if (poll.state === "cancelled") {
    expect(model.ballots.size).toBe(0);
    return poll.state;
  }
  expect(["counted", "published", "final", "annulled"]).toContain(poll.state);
  const result = (await hall.get(`/v1/polls/${model.poll}/result`, hall.auditor)).body;
  const heads = { YES: 0, NO: 0, ABSTAIN: 0 };
  for (const { answer } of model.ballots.values()) heads[answer] += 1;
  const entitled = people.length;
  expect(result.detail.heads).toEqual({ entitled, yes: heads.YES, no: heads.NO, abstain: heads.ABSTAIN });
  const voted = model.ballots.size;
  // Organic Law, articles 9 and 10, once more in plain words.
  expect(result.passed).toBe(voted > 0 && 2 * voted > entitled && 2 * heads.YES > voted);
  for (const [index, ballot] of model.ballots) {
    const { items } = (await hall.get(`/v1/polls/${model.poll}/entries`, people[index]?.token as string)).body;
    expect(items[0].choice).toEqual({ answer: ballot.answer });
  }
  return poll.state;
};

/** Eighteen days bring a poll to its opening; the rest is chance. */
const plays = fc.record({
  changeable: fc.boolean(),
  early: fc.array(step, { maxLength: 4 }),
  late: fc.array(step, { minLength: 8, maxLength: 24 }),
});

type Plan = typeof plays extends fc.Arbitrary<infer Value> ? Value : never;

const run = async (cast: Cast, { changeable, early, late }: Plan) => {
  const model = await begin(cast, changeable);
  await play(cast, model, early);
  const left = model.openMs - cast.hall.app.clock.now().getTime();
  await play(cast, model, [{ do: "time", ms: Math.max(0, left) as 0, runs: 1 } as never]);
  await play(cast, model, late);
  return conclude(cast, model);
};

/** Two lives that every run plays beside the random ones, so that it never sees a single end only. */
const CANCELLED: [Plan] = [{ changeable: true, early: [{ do: "cancel", voter: 0 }], late: [] }];
const UNDISTURBED: [Plan] = [
  { changeable: false, early: [], late: [{ do: "vote", voter: 0, answer: "YES", proxy: false }] },
];

describe("a poll under random commands", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await assemble(await startHall());
  }, 60_000);
  afterAll(() => cast.hall.app.stop());

  it("takes a ballot exactly when the rules say so, and counts the last of each entry", async () => {
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(plays, async (plan) => {
        ends.add(await run(cast, plan));
      }),
      { numRuns: 12, examples: [CANCELLED, UNDISTURBED], endOnFailure: true, verbose: fc.VerbosityLevel.None },
    );
    expect(ends.size).toBeGreaterThanOrEqual(2);
  }, 180_000);
});

it("the same with conflicts, throttling, and answers lost before and after the write", async () => {
  const { endpoint } = await makeTable();
  const injected = new Map<Fault, number>();
  const plan = {
    rates: {} as Partial<Record<Fault, number>>,
    random: seededRandom(Number(process.env[SEED_VARIABLE])),
    injected,
  };
  const client = faultyClient(endpoint, plan);
  const cast = await assemble(await startHall({ overrides: { client, sleep: async () => undefined } }));
  for (const one of fc.sample(plays, 3)) {
    const model = await begin(cast, one.changeable);
    Object.assign(plan.rates, { conflict: 0.1, throttle: 0.03, "lost-before": 0.03, "lost-after": 0.05 });
    // A job that loses its table runs again, as its schedule has it.
    await play(cast, model, [...one.early, { do: "time", ms: (18 * DAY) as never, runs: 2 }, ...one.late]);
    Object.assign(plan.rates, Object.fromEntries(FAULTS.map((fault) => [fault, 0])));
    await conclude(cast, model);
  }
  expect([...injected.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5);
  await cast.hall.app.stop();
}, 180_000);

it("every officer's command on a poll that is not the window's own is in the plays", () => {
  const officers = COMMANDS.filter((command) => transitionOf(command).by.includes("officer"));
  expect(officers).toEqual(["edit", "notice", "correct", "cancel", "extend", "answer", "publish", "annul"]);
});
