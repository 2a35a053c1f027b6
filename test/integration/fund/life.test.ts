/** A call's life over HTTP: announced, opened, reviewed, put on notice, awarded, paid in tranches, reported, ended. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { DAY } from "../../support/clock.ts";
import { refusal } from "../../support/replies.ts";
import { enter, type Made, officer } from "../residents/world.ts";
import { findings } from "../timebank/world.ts";
import {
  approvedOn,
  asked,
  type Chest,
  DOCUMENT,
  decide,
  donate,
  draftCall,
  fine,
  fundNow,
  grantedOn,
  handedIn,
  onNotice,
  openCall,
  openFund,
  pass,
  reviewed,
  reviewer,
  startChest,
  stepCall,
} from "./world.ts";

let chest: Chest;
let fund: string;
let second: string;

beforeAll(async () => {
  chest = await startChest();
  fund = await openFund(chest, { purposes: ["greening"] });
  fine(await donate(chest, fund, 100_000_000));
  second = await officer(chest.app, "fund-treasurer");
}, 60_000);
afterAll(async () => {
  expect(await findings(chest, "cny")).toEqual([]);
  await chest.app.stop();
});

const shown = async (application: string, token = chest.auditor) =>
  fine(await chest.get(`applications/${application}`, token));
const step = (tranche: string, command: string, token: string, more: object = {}, key?: string) =>
  chest.post(`tranches/${tranche}/steps`, token, { command, reason: "checked", ...more }, key);
const evidence = (tranche: string, who: Made, documents: object[] = [DOCUMENT]) =>
  chest.post(`tranches/${tranche}/evidence`, who.token, { evidence: documents, reason: "done" });

const granted = (fields: Readonly<Record<string, unknown>> = {}) => grantedOn(chest, fund, fields);
const paid = async (tranche: string, who: Made) => {
  fine(await evidence(tranche, who));
  fine(await step(tranche, "approve", chest.treasurer));
  fine(await step(tranche, "approve", second));
  return step(tranche, "pay", chest.treasurer, { reference: "bank 7" });
};

describe("a grant", () => {
  it("is committed at its award, paid in tranches under the two persons' eyes, and closed", async () => {
    const before = await fundNow(chest, fund);
    const { id, who, tranches } = await granted();
    const committed = await fundNow(chest, fund);
    expect(committed.committed - before.committed).toBe(300_000);
    expect(before.available - committed.available).toBe(300_000);
    expect(fine(await paid(tranches[0] as string, who))).toMatchObject({ state: "paid", amount: 200_000 });
    const half = await fundNow(chest, fund);
    expect([half.committed - before.committed, before.cash - half.cash]).toEqual([100_000, 200_000]);
    expect(half.disbursed - before.disbursed).toBe(200_000);
    fine(await paid(tranches[1] as string, who));
    const report = { kind: "final", text: "The garden grows", document: DOCUMENT };
    fine(await chest.post(`applications/${id}/reports`, who.token, report));
    expect(fine(await decide(chest, id, "close"))).toMatchObject({ state: "closed", paid: 300_000, award: 300_000 });
  });

  it("answers a payment that is sent again the same, and pays once", async () => {
    const { who, tranches } = await granted();
    const tranche = tranches[0] as string;
    fine(await evidence(tranche, who));
    fine(await step(tranche, "approve", chest.treasurer));
    fine(await step(tranche, "approve", second));
    const key = uuidv7();
    const replies = await Promise.all([1, 2, 3].map(() => step(tranche, "pay", chest.treasurer, {}, key)));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(refusal(await step(tranche, "pay", chest.treasurer))).toEqual([409, "fund/wrong-state"]);
  });

  it("that is terminated frees what is not paid, and what was paid is claimed back, no more", async () => {
    const { id, who, tranches } = await granted();
    fine(await paid(tranches[0] as string, who));
    const before = await fundNow(chest, fund);
    fine(await decide(chest, id, "suspend"));
    expect(refusal(await step(tranches[1] as string, "approve", chest.treasurer))).toEqual([409, "fund/wrong-state"]);
    fine(await decide(chest, id, "terminate"));
    const freed = await fundNow(chest, fund);
    expect([before.committed - freed.committed, freed.available - before.available]).toEqual([100_000, 100_000]);
    expect((await shown(id)).tranches.map(({ state }: { state: string }) => state)).toEqual(["paid", "cancelled"]);
    const over = await decide(chest, id, "demand-clawback", { amount: 200_001 });
    expect([refusal(over), over.body.params.limit]).toEqual([[409, "fund/over-paid"], 200_000]);
    fine(await decide(chest, id, "demand-clawback", { amount: 150_000 }));
    fine(await decide(chest, id, "claw-back", {}, chest.treasurer));
    const after = await fundNow(chest, fund);
    expect([after.cash - freed.cash, after.returned - freed.returned]).toEqual([150_000, 150_000]);
    expect(await shown(id)).toMatchObject({ state: "clawed-back", paid: 200_000, returned: 150_000 });
    // The tranche that was claimed back does not come back once more.
    const again = await step(tranches[0] as string, "return", chest.treasurer);
    expect([refusal(again), again.body.params.limit]).toEqual([[409, "fund/over-paid"], 50_000]);
  });

  it("whose tranche comes back after a clawback was demanded owes nothing any more", async () => {
    const { id, who, tranches } = await granted();
    fine(await paid(tranches[0] as string, who));
    fine(await decide(chest, id, "terminate"));
    fine(await decide(chest, id, "demand-clawback", { amount: 200_000 }));
    fine(await step(tranches[0] as string, "return", chest.treasurer));
    const twice = await decide(chest, id, "claw-back", {}, chest.treasurer);
    expect([refusal(twice), twice.body.params.limit]).toEqual([[409, "fund/over-paid"], 0]);
    expect(fine(await decide(chest, id, "write-off", {}, chest.treasurer)).state).toBe("written-off");
    expect(await shown(id)).toMatchObject({ paid: 200_000, returned: 200_000 });
  });

  it("whose payment fails is paid again, and one that comes back is in the fund again", async () => {
    const { who, tranches } = await granted();
    const tranche = tranches[0] as string;
    fine(await evidence(tranche, who));
    fine(await step(tranche, "approve", chest.treasurer));
    fine(await step(tranche, "approve", second));
    fine(await step(tranche, "fail", chest.treasurer));
    fine(await step(tranche, "retry", chest.treasurer));
    fine(await step(tranche, "pay", chest.treasurer));
    const before = await fundNow(chest, fund);
    expect(fine(await step(tranche, "return", chest.treasurer))).toMatchObject({ state: "returned" });
    expect((await fundNow(chest, fund)).cash - before.cash).toBe(200_000);
  });

  it("of points is paid into the grantee's own account", async () => {
    const points = await openFund(chest, {}, { unit: "points" });
    fine(await donate(chest, points, 10_000, { unit: "points" }));
    const plan = { tranches: [{ amount: 500, condition: "poster" }] };
    const { applications, people } = await approvedOn(chest, points, [plan]);
    const [id, who] = [applications[0] as string, people[0] as Made];
    fine(await decide(chest, id, "award", {}, chest.treasurer));
    fine(await decide(chest, id, "sign", { document: DOCUMENT }));
    fine(await decide(chest, id, "start"));
    fine(await paid((await shown(id)).tranches[0].id, who));
    const account = await chest.app.call("GET", `/v1/ledger/accounts/${who.id}.points`, { token: who.token });
    expect(account.body).toMatchObject({ balance: 500, lifetimeEarned: 0 });
    expect(await findings(chest, "points")).toEqual([]);
  });
});

describe("time", () => {
  it("opens a call after its announcement, closes it, and ends the notice; each job twice", async () => {
    const call = await draftCall(chest, fund);
    fine(await stepCall(chest, call, "publish"));
    const state = async () => fine(await chest.get(`calls/${call}`, chest.auditor)).state;
    await pass(chest, 9 * DAY);
    expect(await state()).toBe("published");
    chest.app.clock.advance(DAY);
    await Promise.all([runNamed("fund-calls", chest.app.deps), runNamed("fund-calls", chest.app.deps)]);
    expect(await state()).toBe("open");
    await pass(chest, 10 * DAY);
    expect(await state()).toBe("closed");
    await pass(chest, 10 * DAY);
    expect(await state()).toBe("closed");
  });

  it("reminds of each report once: every three months of a long project and at its end", async () => {
    const start = { startsOn: "2027-01-01", endsOn: "2027-12-31" };
    const { id } = await granted(start);
    const due: string[] = [];
    for (let month = 0; month < 40; month++) {
      const before = await shown(id);
      await pass(chest, 30 * DAY);
      const after = await shown(id);
      if (after.revision > before.revision) due.push(after.revision - before.revision === 1 ? "once" : "more");
      expect((await runNamed("fund-reports", chest.app.deps)).counts.changed).toBe(0);
    }
    // 2027-04-01, 07-01, 10-01, and 2028-03-31.
    expect(due).toEqual(["once", "once", "once", "once"]);
  });

  it("takes what is left of expired money to the fund that is to have it, and what is freed later too", async () => {
    const heir = await openFund(chest);
    const year = chest.app.clock.now().getUTCFullYear() + 1;
    const old = await openFund(chest, { expiresOn: `${year}-12-31`, expiredTo: heir });
    fine(await donate(chest, old, 1_000_000));
    const { applications } = await approvedOn(chest, old, [{}]);
    fine(await decide(chest, applications[0] as string, "award", {}, chest.treasurer));
    await pass(chest, 800 * DAY);
    expect(await fundNow(chest, old)).toMatchObject({ state: "expired", cash: 300_000, committed: 300_000 });
    expect(await fundNow(chest, heir)).toMatchObject({ cash: 700_000, transferredIn: 700_000 });
    fine(
      await chest.post(`applications/${applications[0]}/decisions`, chest.steward, {
        ...{ command: "sign", reason: "late", document: DOCUMENT },
      }),
    );
    fine(await decide(chest, applications[0] as string, "terminate"));
    await pass(chest, 2 * DAY);
    await pass(chest, 2 * DAY);
    expect(await fundNow(chest, old)).toMatchObject({ state: "expired", cash: 0 });
    expect(await fundNow(chest, heir)).toMatchObject({ cash: 1_000_000 });
  });
});

describe("who sees what", () => {
  it("no applicant another's scores before publication, no reviewer an identity in a blind call", async () => {
    const call = await openCall(chest, fund);
    const [ann, bo, judge] = [await enter(chest), await enter(chest), await reviewer(chest)];
    const [one, two] = [await handedIn(chest, call, ann), await handedIn(chest, call, bo)];
    await reviewed(chest, call, [one, two], judge);
    const seen = await chest.get(`applications/${one}`, judge.token);
    expect(fine(seen)).toMatchObject({ title: "Roof garden", attachments: [] });
    for (const secret of [ann.id, "archive 7"]) expect(seen.text).not.toContain(secret);
    expect((await chest.get(`applications/${one}`, bo.token)).status).toBe(404);
    expect((await chest.get(`applications/${one}/scores`, bo.token)).status).toBe(404);
    const own = await chest.get(`applications/${one}`, ann.token);
    expect([fine(own).score, own.body.scores, own.body.reviewers]).toEqual([undefined, undefined, undefined]);
    expect(fine(await chest.get(`applications/${one}/scores`, ann.token)).items).toEqual([]);
    expect(fine(await chest.get(`calls/${call}/applications`, bo.token)).items).toHaveLength(1);
    fine(await stepCall(chest, call, "publish-shortlist"));
    const open = await chest.get(`applications/${one}`, bo.token);
    expect(fine(open)).toMatchObject({ score: 760_000, applicant: { kind: "resident" } });
    expect(open.text).not.toContain(ann.id);
    const scores = fine(await chest.get(`applications/${one}/scores`, bo.token)).items;
    expect(scores).toMatchObject([{ weighted: 760_000, counts: true }]);
    expect(scores[0].reviewer).toBeUndefined();
  });

  it("an applicant with an office sees their own application as an applicant only", async () => {
    const call = await openCall(chest, fund);
    const ann = await enter(chest);
    const id = await handedIn(chest, call, ann);
    const token = await officer(chest.app, "steward", ["lujing"], ann.id);
    await reviewed(chest, call, [id], await reviewer(chest));
    expect((await shown(id, token)).score).toBeUndefined();
    expect(refusal(await decide(chest, id, "find-eligible", {}, token))).toEqual([409, "fund/wrong-state"]);
  });

  it("objections and their outcomes are public, who raised them is not", async () => {
    const call = await openCall(chest, fund);
    const [ann, bo] = [await enter(chest), await enter(chest)];
    const id = await handedIn(chest, call, ann);
    await reviewed(chest, call, [id], await reviewer(chest));
    await onNotice(chest, call);
    fine(await chest.post(`applications/${id}/objections`, bo.token, { text: "Done before" }));
    fine(await decide(chest, id, "dismiss"));
    const listed = await chest.get(`applications/${id}/objections`, ann.token);
    expect(fine(listed).items).toMatchObject([{ text: "Done before", outcome: "dismissed", reason: "as read" }]);
    expect(listed.text).not.toContain(bo.id);
  });
});

it("a draft is changed by its author alone, under its revision", async () => {
  const call = await openCall(chest, fund);
  const [ann, bo] = [await enter(chest), await enter(chest)];
  const { id } = fine(await chest.post(`calls/${call}/applications`, ann.token, asked()));
  const edit = (who: Made, revision: string) =>
    chest.app.call("PATCH", `/v1/fund/applications/${id}`, {
      token: who.token,
      body: { title: "Other", tranches: [{ amount: 5, condition: "x" }] },
      headers: { "if-match": revision },
    });
  expect((await edit(bo, '"1"')).status).toBe(404);
  expect(fine(await edit(ann, '"1"'))).toMatchObject({ title: "Other", amount: 5, text: "Planting" });
  expect(refusal(await edit(ann, '"1"'))).toEqual([412, "request/stale"]);
});
