/** From draft to opening: notice freezes the rules; the roll is made from the register, put right, sealed, proved. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leafHash, verifyInclusion } from "../../../functions/shared/merkle.ts";
import { enter } from "../residents/world.ts";
import {
  adults,
  DAY,
  draft,
  estate,
  type Hall,
  notice,
  ownersTerms,
  pollNow,
  startHall,
  until,
  work,
} from "./world.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await startHall();
});
afterAll(() => hall.app.stop());

const bytes = (text: string) => Buffer.from(text, "base64url");

describe("notice", () => {
  it("needs fifteen whole days, seven for an extraordinary poll, in the community's zone", async () => {
    // Noon on 15 June in Shaoxing: 16 to 30 June are fifteen days, so 1 July 00:00 is the first instant.
    const early = ownersTerms(hall, {
      correctUntil: "2026-06-20T00:00:00+08:00",
      closeAt: "2026-07-20T00:00:00+08:00",
    });
    const before = await draft(hall, { ...early, openAt: "2026-06-30T23:59:59+08:00" });
    const refused = await hall.post(`/v1/polls/${before}/notice`, hall.pollOfficer);
    expect(refused.body).toMatchObject({
      code: "polls/notice-too-short",
      params: { days: 15, earliest: "2026-06-30T16:00:00.000Z" },
    });
    const onTime = await draft(hall, { ...early, openAt: "2026-07-01T00:00:00+08:00" });
    expect((await hall.post(`/v1/polls/${onTime}/notice`, hall.pollOfficer)).status).toBe(200);
    const quick = { ...early, extraordinary: true, closeAt: "2026-07-01T00:00:00+08:00" };
    const short = await draft(hall, { ...quick, openAt: "2026-06-22T23:00:00+08:00" });
    expect((await hall.post(`/v1/polls/${short}/notice`, hall.pollOfficer)).body.code).toBe("polls/notice-too-short");
    const week = await draft(hall, { ...quick, openAt: "2026-06-23T00:00:00+08:00" });
    expect((await hall.post(`/v1/polls/${week}/notice`, hall.pollOfficer)).status).toBe(200);
  });

  it("freezes the rules: no edit afterwards, and the hash is the rules'", async () => {
    const poll = await draft(hall, ownersTerms(hall));
    const edit = (revision: string, body: object) =>
      hall.app.call("PATCH", `/v1/polls/${poll}`, { token: hall.pollOfficer, body, headers: { "if-match": revision } });
    const edited = await edit('"1"', { extraordinary: false, text: "Another text?" });
    expect([edited.status, edited.body.text, edited.headers.get("etag")]).toEqual([200, "Another text?", '"2"']);
    expect((await edit('"1"', { text: "Stale?" })).body.code).toBe("request/stale");
    await notice(hall, poll);
    const frozen = await pollNow(hall, poll);
    const refused = await edit(`"${frozen.revision}"`, { text: "Late?" });
    expect([refused.status, refused.body.code]).toEqual([409, "polls/rules-frozen"]);
    const rules = await hall.get(`/v1/polls/${poll}/rules`, hall.pollOfficer);
    const { textHash, rulesText } = await import("../../../functions/polls/store/poll.ts");
    expect(textHash(rulesText(rules.body))).toBe(frozen.rulesHash);
  });

  it.each([
    ["an ordinary matter as special", { class: "OWNERS_SPECIAL", matter: 4 }],
    ["a special matter as ordinary", { class: "OWNERS_ORDINARY", matter: 8 }],
    ["an owners' poll by secret ballot", { mode: "envelope" }],
    ["an owners' poll of residents", { electorate: { kind: "RESIDENTS" } }],
  ])("of %s cannot be drafted", async (_, fields) => {
    const reply = await hall.post("/v1/polls", hall.pollOfficer, ownersTerms(hall, fields));
    expect([reply.status, reply.body.code]).toEqual([422, "polls/class"]);
  });
});

describe("the roll of an owners' poll", () => {
  it("has each unit with its area, co-owners together; parking only where the terms say so", async () => {
    const [ann, bo, cy] = await adults(hall, 3);
    const ids = [ann, bo, cy].map((who) => who?.id as string);
    const units = await estate(hall, [
      [[ids[0] as string, ids[1] as string], 8_950],
      [[ids[2] as string], 10_000],
      [[ids[2] as string], 12_001],
      [[], 9_000],
      [[ids[0] as string], 1_250, "parking"],
    ]);
    const poll = await draft(hall, ownersTerms(hall));
    await notice(hall, poll);
    const roll = await hall.get(`/v1/polls/${poll}/roll?limit=100`, hall.pollOfficer);
    const mine = roll.body.items.filter(({ entry }: { entry: string }) => units.includes(entry));
    const areas = mine.map(({ area }: { area: number }) => area).sort((a: number, b: number) => a - b);
    expect(areas).toEqual([8_950, 9_000, 10_000, 12_001]);
    expect(mine.find(({ area }: { area: number }) => area === 8_950).voters.sort()).toEqual(ids.slice(0, 2).sort());
    const own = await hall.get(`/v1/polls/${poll}/entries`, cy?.token as string);
    expect(own.body.items.map(({ area }: { area: number }) => area).sort()).toEqual([10_000, 12_001]);
  });

  it("is put right from the register until corrections end, counted in public, and sealed under its root", async () => {
    const [ann, bo] = await adults(hall, 2);
    const [unit] = await estate(hall, [[[ann?.id as string], 8_950]]);
    const poll = await draft(hall, ownersTerms(hall));
    await notice(hall, poll);
    const owners = [{ residentId: bo?.id, shareBps: 10_000 }];
    const sold = { token: hall.admin, body: { owners }, headers: { "if-match": '"1"' } };
    expect((await hall.app.call("PATCH", `/v1/units/${unit}`, sold)).status).toBe(200);
    const fix = () =>
      hall.post(`/v1/polls/${poll}/roll-corrections`, hall.pollOfficer, { entry: unit, reason: "sold in May" });
    expect((await fix()).body.roll.corrections).toEqual({ added: 0, amended: 1, struck: 0 });
    expect((await fix()).body.roll.corrections).toEqual({ added: 0, amended: 1, struck: 0 });
    const [late] = await estate(hall, [[[ann?.id as string], 7_000]]);
    const added = await hall.post(`/v1/polls/${poll}/roll-corrections`, hall.pollOfficer, {
      entry: late,
      reason: "left out",
    });
    expect(added.body.roll.corrections).toEqual({ added: 1, amended: 1, struck: 0 });
    await until(hall, poll, "correctUntil");
    const sealed = await pollNow(hall, poll);
    expect([sealed.state, sealed.roll.root?.length]).toEqual(["sealed", 43]);
    expect((await fix()).body.code).toBe("polls/roll-frozen");
    const proof = await hall.get(`/v1/polls/${poll}/entries/${unit}/roll-proof`, bo?.token as string);
    expect(proof.status, proof.text).toBe(200);
    const { leaf, index, size, path, root } = proof.body;
    expect(root).toBe(sealed.roll.root);
    const claim = { leaf: leafHash(Buffer.from(leaf)), index, size, path: path.map(bytes), root: bytes(root) };
    expect(verifyInclusion(claim)).toBe(true);
    expect(verifyInclusion({ ...claim, leaf: leafHash(Buffer.from(leaf.replace("8950", "9950"))) })).toBe(false);
    expect((await hall.get(`/v1/polls/${poll}/entries/${unit}/roll-proof`, ann?.token as string)).body.code).toBe(
      "polls/not-on-roll",
    );
    await until(hall, poll, "openAt");
    expect((await pollNow(hall, poll)).state).toBe("open");
    expect((await fix()).body.code).toBe("polls/roll-frozen");
  });
});

describe("the roll of a residents' poll", () => {
  it("has everyone of full age on the day of notice, households once, representatives as named", async () => {
    const born = (date?: string) => enter(hall, date === undefined ? {} : { birthDate: date });
    // Notice is given on the clock's day: who is eighteen on it votes, who is a day short does not.
    const today = hall.app.clock.now().toISOString().slice(5, 10);
    const [just, minor, unknown] = [await born(`2008-${today}`), await born("2012-01-01"), await born()];
    const partner = await born("1980-05-05");
    const home = { members: [just.id, partner.id, minor.id] };
    const household = await hall.app.call("POST", "/v1/communities/lujing/households", {
      token: hall.admin,
      body: home,
    });
    const terms = { class: "RESIDENTS_ASSEMBLY", matter: undefined };
    const rollOf = async (electorate: object) => {
      const poll = await draft(hall, ownersTerms(hall, { ...terms, electorate }));
      await notice(hall, poll);
      const reply = await hall.get(`/v1/polls/${poll}/roll?limit=100`, hall.pollOfficer);
      return { poll: await pollNow(hall, poll), items: reply.body.items as { entry: string; voters: string[] }[] };
    };
    const all = await rollOf({ kind: "RESIDENTS" });
    const entries = all.items.map(({ entry }) => entry);
    expect(entries).toContain(just.id);
    expect(entries).not.toContain(minor.id);
    expect(entries).not.toContain(unknown.id);
    expect(all.poll.roll.skipped).toBeGreaterThanOrEqual(2);
    const homes = await rollOf({ kind: "HOUSEHOLDS" });
    const own = homes.items.find(({ entry }) => entry === household.body.id);
    expect(own?.voters.sort()).toEqual([just.id, partner.id].sort());
    expect(homes.items.map(({ entry }) => entry)).not.toContain(just.id);
    const few = await rollOf({ kind: "REPRESENTATIVES", representatives: [just.id, minor.id] });
    expect(few.items.map(({ entry }) => entry)).toEqual([just.id]);
    expect(few.poll.roll).toMatchObject({ entries: 1, skipped: 1 });
  });
});

describe("the job", () => {
  it("two at once and again make one roll", async () => {
    const poll = await draft(hall, ownersTerms(hall));
    await hall.post(`/v1/polls/${poll}/notice`, hall.pollOfficer);
    await Promise.all([work(hall), work(hall)]);
    await work(hall);
    const made = await pollNow(hall, poll);
    const listed = await hall.get(`/v1/polls/${poll}/roll?limit=100`, hall.pollOfficer);
    expect(made.roll).toMatchObject({ built: true, entries: listed.body.items.length });
    expect((await hall.get(`/v1/polls?community=lujing&limit=1`, hall.pollOfficer)).body.items[0].id).toBe(poll);
    hall.app.clock.advance(DAY);
  });
});
