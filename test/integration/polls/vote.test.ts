/** Voting by name: who may, when, by which channel; one ballot an entry whatever happens at once. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decisionCheck, decisionOf, hasDecision } from "../../../functions/polls/port.ts";
import { persist } from "../../support/replies.ts";
import { empower, type Made } from "../residents/world.ts";
import {
  adults,
  cast,
  counted,
  DAY,
  draft,
  estate,
  type Hall,
  later,
  notice,
  opened,
  ownersTerms,
  pollNow,
  startHall,
  until,
  work,
} from "./world.ts";

let hall: Hall;
let people: Made[];
let units: string[];
beforeAll(async () => {
  hall = await startHall();
  people = await adults(hall, 6);
  units = await estate(
    hall,
    people.map(({ id }) => [[id], 10_000]),
  );
}, 60_000);
afterAll(() => hall.app.stop());

const [YES, NO] = [{ answer: "YES" }, { answer: "NO" }];
const who = (index: number): Made => people[index] as Made;
const unit = (index: number): string => units[index] as string;
const code = (reply: { status: number; body: { code?: string } }) => [reply.status, reply.body.code];
const choiceOf = async (poll: string, index: number) => {
  const { items } = (await hall.get(`/v1/polls/${poll}/entries`, who(index).token)).body;
  return items.find(({ entry }: { entry: string }) => entry === unit(index));
};

describe("a ballot is refused", () => {
  it("early, before the root of the roll is published, and late", async () => {
    const poll = await draft(hall, ownersTerms(hall));
    expect(code(await cast(hall, poll, unit(0), who(0).token))).toEqual([404, "resource/not-found"]);
    await notice(hall, poll);
    expect(code(await cast(hall, poll, unit(0), who(0).token))).toEqual([409, "polls/not-open"]);
    await until(hall, poll, "correctUntil");
    expect(code(await cast(hall, poll, unit(0), who(0).token))).toEqual([409, "polls/not-open"]);
    // The window decides, not the job: a poll that is sealed opens to the millisecond.
    const { openAt, closeAt } = await pollNow(hall, poll);
    hall.app.clock.set(new Date(Date.parse(openAt) - 1).toISOString());
    expect(code(await cast(hall, poll, unit(0), who(0).token))).toEqual([409, "polls/not-open"]);
    hall.app.clock.advance(1);
    expect((await cast(hall, poll, unit(0), who(0).token)).status).toBe(201);
    hall.app.clock.set(new Date(Date.parse(closeAt) - 1).toISOString());
    expect((await cast(hall, poll, unit(1), who(1).token)).status).toBe(201);
    hall.app.clock.advance(1);
    expect(code(await cast(hall, poll, unit(2), who(2).token))).toEqual([409, "polls/closed"]);
    await counted(hall, poll);
    expect(code(await cast(hall, poll, unit(2), who(2).token))).toEqual([409, "polls/closed"]);
  });

  it("where the sealing is late: no root, no vote", async () => {
    const poll = await draft(hall, ownersTerms(hall));
    await notice(hall, poll);
    hall.app.clock.advance(18 * DAY);
    expect(code(await cast(hall, poll, unit(0), who(0).token))).toEqual([409, "polls/not-open"]);
    await work(hall);
    expect((await cast(hall, poll, unit(0), who(0).token)).status).toBe(201);
  });

  it("outside the roll, of a foreign form or option, by a channel that notice does not name", async () => {
    const poll = await opened(hall, ownersTerms(hall, { channels: ["web"] }));
    expect(code(await cast(hall, poll, unit(1), who(0).token))).toEqual([403, "polls/not-on-roll"]);
    expect(code(await cast(hall, poll, uuidv7(), who(0).token))).toEqual([403, "polls/not-on-roll"]);
    const forms = [{ options: ["yes"] }, { points: [] }, { ranks: [["yes"]] }];
    for (const form of forms) {
      expect(code(await cast(hall, poll, unit(0), who(0).token, form))).toEqual([422, "polls/choice-form"]);
    }
    expect(code(await cast(hall, poll, unit(0), who(0).token, { answer: "MAYBE" }))).toEqual([400, "request/invalid"]);
    const paper = { channel: "paper", voter: who(0).id, evidence: "paper 17" };
    expect(code(await cast(hall, poll, unit(0), hall.pollOfficer, YES, paper))).toEqual([409, "polls/channel"]);
    expect(code(await cast(hall, poll, unit(0), who(0).token, YES, paper))).toEqual([403, "auth/forbidden"]);
  });

  it("a second time where ballots cannot be changed; the same key gives the same answer", async () => {
    const poll = await opened(hall, ownersTerms(hall, { changeable: false }));
    const key = uuidv7();
    const first = await cast(hall, poll, unit(0), who(0).token, YES, {}, key);
    const again = await cast(hall, poll, unit(0), who(0).token, YES, {}, key);
    expect([again.status, again.headers.get("idempotency-hit"), again.body]).toEqual([201, "true", first.body]);
    expect(code(await cast(hall, poll, unit(0), who(0).token, NO, {}, key))).toEqual([422, "request/key-reused"]);
    expect(code(await cast(hall, poll, unit(0), who(0).token, NO))).toEqual([409, "polls/already-cast"]);
    expect((await choiceOf(poll, 0)).choice).toEqual(YES);
  });
});

describe("an assembly's poll", () => {
  it("has no answer 随多数, which is the owners'", async () => {
    const poll = await opened(
      hall,
      ownersTerms(hall, { class: "RESIDENTS_ASSEMBLY", matter: undefined, electorate: { kind: "RESIDENTS" } }),
    );
    const reply = await cast(hall, poll, who(0).id, who(0).token, { answer: "WITH_MAJORITY" });
    expect(code(reply)).toEqual([422, "polls/unknown-option"]);
  });
});

describe("sixty-four casts of one voter at once", () => {
  it("leave one ballot where ballots cannot be changed", async () => {
    const poll = await opened(hall, ownersTerms(hall, { changeable: false }));
    const replies = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        persist((key) => cast(hall, poll, unit(0), who(0).token, index % 2 === 0 ? YES : NO, {}, key)),
      ),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(replies.map(({ body }) => body.code))).toEqual(new Set([undefined, "polls/already-cast"]));
    const history = await hall.get(`/v1/polls/${poll}/entries/${unit(0)}/ballots?limit=100`, who(0).token);
    expect(history.body.items).toHaveLength(1);
    expect((await choiceOf(poll, 0)).choice).toEqual(history.body.items[0].choice);
  });

  it("leave the last of them, and all in the record, where they can", async () => {
    const poll = await opened(hall, ownersTerms(hall));
    const replies = await Promise.all(
      Array.from({ length: 64 }, (_, index) =>
        persist((key) => cast(hall, poll, unit(0), who(0).token, index % 2 === 0 ? YES : NO, {}, key)),
      ),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    const history = await hall.get(`/v1/polls/${poll}/entries/${unit(0)}/ballots?limit=100`, who(0).token);
    expect(history.body.items).toHaveLength(64);
    expect(await counted(hall, poll)).toMatchObject({ ballots: 1 });
  });
});

describe("channels", () => {
  it("a proxy votes for a limited number of people; the voter's own ballot overrides, and stands", async () => {
    const poll = await opened(hall, ownersTerms(hall, { changeable: false, proxyPersonsMax: 1 }));
    await empower(hall, who(0).id, who(5).id, { scopes: ["polls"] });
    await empower(hall, who(1).id, who(5).id, { scopes: ["polls"] });
    const asProxy = (index: number) =>
      hall.app.call("POST", `/v1/polls/${poll}/entries/${unit(index)}/ballots`, {
        token: who(5).token,
        body: { choice: NO },
        headers: { "linli-acting-for": who(index).id },
      });
    expect((await asProxy(0)).body).toMatchObject({ channel: "proxy", by: who(5).id });
    expect(code(await asProxy(1))).toEqual([409, "polls/proxy-limit"]);
    expect(code(await asProxy(2))).toEqual([403, "residents/proxy-invalid"]);
    expect((await cast(hall, poll, unit(0), who(0).token, YES)).status).toBe(201);
    expect(code(await asProxy(0))).toEqual([409, "polls/own-ballot-stands"]);
    expect(await choiceOf(poll, 0)).toMatchObject({ choice: YES, channel: "web" });
  });

  it("officers enter paper, phone and the door with evidence, each on record", async () => {
    const poll = await opened(hall, ownersTerms(hall));
    const enter = (index: number, channel: string, fields: object = { evidence: `${channel} 1` }) =>
      cast(hall, poll, unit(index), hall.pollOfficer, YES, { channel, voter: who(index).id, ...fields });
    for (const [index, channel] of ["paper", "phone", "staff"].entries()) {
      expect((await enter(index, channel)).body).toMatchObject({ channel });
    }
    expect(code(await enter(3, "paper", {}))).toEqual([400, "request/invalid"]);
    await counted(hall, poll);
    const turnout = await hall.get(`/v1/polls/${poll}/turnout`, who(0).token);
    expect(turnout.body.channels).toEqual({ paper: 1, phone: 1, staff: 1 });
    // Three of six: every cell is small, so none is shown.
    expect(new Set(turnout.body.buildings.map(({ voted }: { voted: number | null }) => voted))).toEqual(
      new Set([null]),
    );
  });

  it("named content is for the entry's voters, officers and auditors, and for nobody else", async () => {
    const poll = await opened(hall, ownersTerms(hall));
    await cast(hall, poll, unit(0), who(0).token, NO);
    const path = `/v1/polls/${poll}/entries/${unit(0)}/ballots`;
    const statuses = await Promise.all(
      [who(0).token, hall.pollOfficer, hall.auditor, who(1).token, hall.steward, hall.admin].map(
        async (token) => (await hall.get(path, token)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 403, 403, 403]);
    expect((await hall.get(`/v1/polls/${poll}/roll`, hall.admin)).status).toBe(403);
    expect((await hall.get(`/v1/polls/${poll}/roll`, hall.auditor)).body.items[0]).toHaveProperty("voters");
  });
});

describe("an organisation's unit", () => {
  it("is voted for by its representative, and by nobody else", async () => {
    const [rep] = await adults(hall, 1);
    const company = { name: "Shop", kind: "business", representatives: [rep?.id] };
    const made = await hall.post("/v1/communities/lujing/organisations", hall.admin, company);
    const at = "/v1/communities/lujing";
    const building = await hall.post(`${at}/buildings`, hall.admin, { name: uuidv7() });
    const shop = {
      ...{ buildingId: building.body.id, number: "1", area: 20_000, areaSource: "registry", use: "commercial" },
      owners: [{ organisationId: made.body.id, shareBps: 10_000 }],
    };
    const owned = (await hall.post(`${at}/units`, hall.admin, shop)).body.id;
    const poll = await opened(hall, ownersTerms(hall));
    const organisation = { organisation: made.body.id };
    expect(code(await cast(hall, poll, owned, who(0).token, YES, organisation))).toEqual([403, "polls/not-on-roll"]);
    expect(code(await cast(hall, poll, owned, rep?.token as string, YES))).toEqual([403, "polls/not-on-roll"]);
    expect((await cast(hall, poll, owned, rep?.token as string, YES, organisation)).status).toBe(201);
    const entries = await hall.get(`/v1/polls/${poll}/entries?organisation=${made.body.id}`, rep?.token as string);
    expect(entries.body.items).toMatchObject([{ entry: owned, choice: YES }]);
    // The others' story goes on without the shop.
    const plain = { token: hall.admin, body: { use: "parking" }, headers: { "if-match": '"1"' } };
    expect((await hall.app.call("PATCH", `/v1/units/${owned}`, plain)).status).toBe(200);
  });
});

describe("extension", () => {
  it("comes by itself a day before close while turnout is short, once, and late voters vote", async () => {
    const extension = { days: 5, times: 1, below: { num: 2, den: 3, strict: false } };
    const poll = await opened(hall, ownersTerms(hall, { extension }));
    const { closeAt } = await pollNow(hall, poll);
    hall.app.clock.set(new Date(Date.parse(closeAt) - DAY / 2).toISOString());
    await work(hall);
    const longer = await pollNow(hall, poll);
    expect(longer).toMatchObject({ state: "open", extensions: 1 });
    expect(Date.parse(longer.closeAt) - Date.parse(closeAt)).toBe(5 * DAY);
    hall.app.clock.set(new Date(Date.parse(closeAt) + DAY).toISOString());
    expect((await cast(hall, poll, unit(0), who(0).token, YES)).status).toBe(201);
    expect((await cast(hall, poll, unit(0), who(0).token, NO)).status).toBe(201);
    await until(hall, poll, "closeAt");
    expect((await pollNow(hall, poll)).state).toBe("counted");
  });

  it("by an officer only before close, while turnout is short, and within sixty days", async () => {
    const poll = await opened(hall, ownersTerms(hall));
    const extend = (closeAt: string) =>
      hall.post(`/v1/polls/${poll}/extend`, hall.pollOfficer, { closeAt, reason: "few have voted" });
    expect(code(await extend(later(hall, 62 * DAY)))).toEqual([422, "polls/window"]);
    expect((await extend(later(hall, 20 * DAY))).body).toMatchObject({ state: "open" });
    for (let index = 0; index < 6; index++) await cast(hall, poll, unit(index), who(index).token);
    hall.app.clock.advance(2 * DAY);
    await work(hall);
    expect(code(await extend(later(hall, 30 * DAY)))).toEqual([409, "polls/turnout-reached"]);
    await until(hall, poll, "closeAt");
    expect(code(await extend(later(hall, 10 * DAY)))).toEqual([409, "polls/wrong-state"]);
  });
});

describe("count, publication, objections, annulment", () => {
  it("nothing is published before close; what passed is a decision until it is annulled", async () => {
    const subject = { purpose: "common-parts-parking", refs: ["lot-1"] };
    const poll = await opened(hall, ownersTerms(hall, { class: "OWNERS_SPECIAL", matter: 8, subject }));
    const publish = () => hall.post(`/v1/polls/${poll}/publish`, hall.pollOfficer);
    expect(code(await publish())).toEqual([409, "polls/not-counted"]);
    expect(code(await hall.get(`/v1/polls/${poll}/result`, hall.pollOfficer))).toEqual([404, "polls/no-result"]);
    // Six of six take part, so three quarters are five of six.
    for (let index = 0; index < 5; index++) await cast(hall, poll, unit(index), who(index).token, YES);
    await cast(hall, poll, unit(5), who(5).token, { answer: "ABSTAIN" });
    const { closeAt } = await pollNow(hall, poll);
    hall.app.clock.set(new Date(Date.parse(closeAt) + 30_000).toISOString());
    await work(hall);
    expect(code(await publish())).toEqual([409, "polls/not-counted"]);
    hall.app.clock.advance(DAY);
    await Promise.all([work(hall), work(hall)]);
    expect((await pollNow(hall, poll)).state).toBe("counted");
    expect(code(await hall.get(`/v1/polls/${poll}/result`, who(0).token))).toEqual([404, "polls/no-result"]);
    const cover = { community: "lujing", purpose: "common-parts-parking", ref: "lot-1", matter: 8 };
    const now = () => hall.app.clock.now();
    expect(await hasDecision(hall.app.deps.db, poll, cover, now())).toBe(false);
    const published = await publish();
    expect(published.body).toMatchObject({ state: "published", passed: true });
    // Five whole working days after the day of publication.
    expect(Date.parse(published.body.publishedUntil) - now().getTime()).toBeGreaterThan(5 * DAY);
    const result = (await hall.get(`/v1/polls/${poll}/result`, who(0).token)).body;
    expect(result.tests.map(({ name, left, sign, right, holds }: never) => [name, left, sign, right, holds])).toEqual([
      ["PARTICIPATION_AREA", 3 * 60_000, ">=", 2 * 60_000, true],
      ["PARTICIPATION_HEADS", 18, ">=", 12, true],
      ["CONSENT_AREA", 4 * 50_000, ">=", 3 * 60_000, true],
      ["CONSENT_HEADS", 20, ">=", 18, true],
    ]);
    const { db } = hall.app.deps;
    expect(await hasDecision(db, poll, cover, now())).toBe(true);
    const tries = [
      cover,
      { ...cover, ref: "lot-2" },
      { ...cover, matter: 5 },
      { ...cover, community: "heyuan" },
      { ...cover, purpose: "service" },
    ];
    const proofs = await Promise.all(
      tries.map(async (each) => (await db.commit([decisionCheck(poll, each, now())])).ok),
    );
    expect(proofs).toEqual([true, false, false, false, false]);
    const objection = await hall.post(`/v1/polls/${poll}/objections`, who(1).token, { text: "I was not asked" });
    expect(objection.status).toBe(201);
    const answered = await hall.post(`/v1/polls/${poll}/objections/${objection.body.id}/answer`, hall.pollOfficer, {
      answer: "heard",
      upheld: true,
    });
    expect(answered.body).toMatchObject({ upheld: true, text: "I was not asked" });
    const minutes = await hall.get(`/v1/polls/${poll}/minutes`, hall.auditor);
    expect(minutes.body).toMatchObject({
      turnout: { voted: 6 },
      result: { passed: true },
      objections: [{ upheld: true }],
    });
    const [drawn] = minutes.body.callbacks;
    const called = await hall.post(`/v1/polls/${poll}/callbacks`, hall.pollOfficer, {
      entry: drawn.entry,
      outcome: "confirmed",
    });
    expect(called.body).toMatchObject({ entry: drawn.entry, outcome: "confirmed" });
    const annulled = await hall.post(`/v1/polls/${poll}/annul`, hall.pollOfficer, { reason: "objection upheld" });
    expect(annulled.body.state).toBe("annulled");
    expect((await db.commit([decisionCheck(poll, cover, now())])).ok).toBe(false);
    expect(await decisionOf(db, poll)).toMatchObject({ state: "revoked" });
  });

  it("a published result is final after its working days, and objections end", async () => {
    const poll = await opened(hall, ownersTerms(hall));
    await counted(hall, poll);
    await hall.post(`/v1/polls/${poll}/publish`, hall.pollOfficer);
    expect((await pollNow(hall, poll)).passed).toBe(false);
    expect(await decisionOf(hall.app.deps.db, poll)).toBeUndefined();
    hall.app.clock.advance(9 * DAY);
    const late = await hall.post(`/v1/polls/${poll}/objections`, who(1).token, { text: "too late" });
    expect(code(late)).toEqual([409, "polls/objections-closed"]);
    await work(hall);
    expect((await pollNow(hall, poll)).state).toBe("final");
  });
});
