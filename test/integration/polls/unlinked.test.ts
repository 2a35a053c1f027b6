/**
 * A full secret poll of each kind, and everything that it leaves: stored items, images of the stream, events, logs.
 * None of it ties a ballot to a person; links that are planted are found, so the search is worth something.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { derive } from "../../../events/derive.ts";
import { fingerprintOf } from "../../../functions/shared/command.ts";
import type { CommitObserver } from "../../../functions/shared/dynamo.ts";
import { makeLog } from "../../../functions/shared/log.ts";
import type { Item } from "../../../functions/shared/write.ts";
import { type Cast, findLinks, type Trace, type Voter } from "../../support/links.ts";
import { tableText } from "../../support/table-text.ts";
import type { Made } from "../residents/world.ts";
import { approves, castSecret, castToken, changeSecret, playground, storedBallots, takeToken } from "./booth.ts";
import { adults, type Hall, opened, startHall, until } from "./world.ts";

const VOTERS = 8;
const SITES = ["east", "south", "west"] as const;

let hall: Hall;
let people: Made[];
const traces: Trace[] = [];

/** Every image that the stream would carry, and the event that its consumer derives from it. */
const observer: CommitObserver = {
  before: (writes) => (committed) => {
    if (!committed) return;
    for (const write of writes) {
      const value = write.type === "put" ? write.item : { ...write };
      traces.push({ kind: "image", value });
      const event = write.type === "put" ? derive(write.item as Item, "testqu") : undefined;
      if (event) traces.push({ kind: "event", value: event });
    }
  },
};
const log = makeLog("test", (line) => traces.push({ kind: "log", value: line }));

beforeAll(async () => {
  hall = await startHall({ overrides: { observer, log } });
  people = await adults(hall, VOTERS);
}, 60_000);
afterAll(() => hall.app.stop());

interface Held {
  readonly poll: string;
  readonly voters: readonly Voter[];
  readonly casts: readonly Cast[];
  readonly order: readonly string[];
}

const choiceOf = (index: number) => approves(SITES[index % 3] as string);

/** What a signed-in request could have been digested from. */
const digestible = (id: string, voter: Made, poll: string, body: object) => [
  body,
  [id, voter.id, "", { pollId: poll }, body],
  fingerprintOf(id, voter.id, "", { pollId: poll }, body),
];

/** Two envelopes: cast, sent again, some changed. */
const envelopes = async (): Promise<Held> => {
  const poll = await opened(hall, playground(hall, "envelope"));
  const voters: Voter[] = [];
  const casts: Cast[] = [];
  for (const [index, voter] of people.entries()) {
    const made = await castSecret(hall, poll, voter, choiceOf(index));
    await castSecret(hall, poll, voter, choiceOf(index), made);
    if (index % 2 === 0) await changeSecret(hall, poll, made.secret, choiceOf(index + 1));
    const body = { entry: voter.id, ballot: made.ballot, choice: choiceOf(index) };
    voters.push({ names: [voter.id, voter.token], requests: digestible("castSecretBallot", voter, poll, body) });
    casts.push({ names: [made.secret, made.ballot] });
  }
  await until(hall, poll, "closeAt");
  return { poll, voters, casts, order: casts.map(({ names }) => names[1] as string) };
};

/** Blind tokens: taken by all, then cast in another order. */
const tokens = async (): Promise<Held> => {
  const poll = await opened(hall, playground(hall, "token"));
  const voters: Voter[] = [];
  const taken = [];
  for (const voter of people) {
    const token = await takeToken(hall, poll, voter);
    const body = { entry: voter.id, blinded: token.blinded };
    const requests = digestible("issueBallotToken", voter, poll, body);
    voters.push({ names: [voter.id, voter.token, token.blinded], requests });
    taken.push(token);
  }
  const casts: Cast[] = [];
  for (const [index, token] of taken.toReversed().entries()) {
    const { body } = await castToken(hall, poll, token, choiceOf(index));
    casts.push({ names: [token.token, token.signature, body.ballot] });
  }
  await until(hall, poll, "closeAt");
  return { poll, voters, casts, order: casts.map(({ names }) => names[2] as string) };
};

describe.each([
  ["two envelopes", envelopes],
  ["blind tokens", tokens],
] as const)("a secret poll of %s", (_, hold) => {
  let held: Held;
  let left: Trace[];
  const found = (more: readonly Trace[] = []) => findLinks([...left, ...more], held.voters, held.casts, held.order);

  beforeAll(async () => {
    held = await hold();
    const ballots = (await storedBallots(hall, held.poll)).map((value) => ({ kind: "item" as const, value }));
    const others = (await tableText(hall.app)).map((line) => JSON.parse(line) as { pk: string });
    const items = others.filter(({ pk }) => !pk.startsWith("PB#")).map((value) => ({ kind: "item" as const, value }));
    left = [...traces, ...ballots, ...items];
  }, 120_000);

  it("leaves something of every kind, and every voter's mark and ballot", () => {
    const kinds = Object.groupBy(left, ({ kind }) => kind);
    expect(kinds.image?.length).toBeGreaterThan(VOTERS * 2);
    expect(kinds.event?.length).toBeGreaterThan(0);
    expect(kinds.log?.length).toBeGreaterThan(0);
    const text = JSON.stringify(kinds.item);
    for (const { id } of people) expect(text).toContain(id);
    for (const name of held.order) expect(text).toContain(name);
  });

  it("leaves nothing that ties a ballot to a person", () => {
    expect(found()).toEqual([]);
  });

  it("would not hide a link: each that is planted is found for what it is", () => {
    const voter = people[0] as Made;
    const [first] = held.order as [string];
    const ballot = { pk: `PB#${held.poll}#0`, sk: `B#${first}`, ch: "AAA" };
    const digest = held.voters[0]?.requests[2];
    const plants: [string, Trace][] = [
      ["voter-and-ballot", { kind: "log", value: `voter ${voter.id} cast ${first}` }],
      ["voter-and-ballot", { kind: "image", value: { pk: `VR#${held.poll}`, sk: `E#${voter.id}`, at: first } }],
      ["voter-and-ballot", { kind: "event", value: { subject: voter.id, data: { ballot: first } } }],
      [
        "voter-and-ballot",
        { kind: "item", value: { pk: "X", sk: voter.id, raw: new Uint8Array(Buffer.from(first, "base64url")) } },
      ],
      ["digest", { kind: "image", value: { pk: "K#1", sk: "K", fp: digest } }],
      ["event", { kind: "event", value: { data: { ballot: first } } }],
      ["attribute", { kind: "image", value: { ...ballot, at: 1_781_500_000_000 } }],
      ["attribute", { kind: "image", value: { ...ballot, ttl: 1_781_500_000 } }],
      ["attribute", { kind: "image", value: { ...ballot, by: "someone" } }],
    ];
    for (const [why, plant] of plants)
      expect(
        found([plant]).map((link) => link.why),
        why,
      ).toContain(why);
  });

  it("keeps ballots in the order of names, and would tell if it were that of casting", () => {
    const cast = held.order.map((name): Trace => ({ kind: "item", value: { pk: "PB#p#0", sk: `B#${name}`, ch: "A" } }));
    expect(findLinks(cast, held.voters, held.casts, held.order).map(({ why }) => why)).toContain("order");
  });
});
