/** What is published of a call: by everyone the same, without persons, with hashes that the district has signed. */
import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { publicKeys, verifySignature } from "../../../functions/shared/signing.ts";
import { CallDisclosure, GivingPackage } from "../../../schemas/fund/disclosure.ts";
import { refusal } from "../../support/replies.ts";
import { enter } from "../residents/world.ts";
import { approvedOn, type Chest, decide, donate, draftCall, fine, openFund, startChest, stepCall } from "./world.ts";

let chest: Chest;
let call: string;
let people: readonly { readonly id: string }[];

beforeAll(async () => {
  chest = await startChest();
  const fund = await openFund(chest);
  fine(await donate(chest, fund, 1_000_000));
  const made = await approvedOn(chest, fund, [{ title: "=1+1" }, {}]);
  fine(await decide(chest, made.applications[0] as string, "award", {}, chest.treasurer));
  ({ call, people } = made);
}, 60_000);
afterAll(() => chest.app.stop());

const read = async (format: string, token = chest.auditor) =>
  chest.get(`calls/${call}/disclosure?format=${format}`, token);

it("every file is the same for a neighbour and an auditor, and names no person", async () => {
  const neighbour = await enter(chest);
  for (const format of ["json", "csv", "360giving"]) {
    const [mine, theirs] = [await read(format, neighbour.token), await read(format)];
    expect([mine.status, mine.text]).toEqual([200, theirs.text]);
    for (const { id } of people) expect(mine.text).not.toContain(id);
  }
  expect((await read("json", chest.outsider)).status).toBe(404);
});

it("the JSON has criteria, applications, scores, awards, tranches and ratios, by its schema", async () => {
  const disclosure = CallDisclosure.parse((await read("json")).body);
  expect(disclosure.totals).toEqual({
    applications: 2,
    awards: 1,
    awarded: 300_000,
    paid: 0,
    returned: 0,
    spentBps: 0,
  });
  expect(disclosure.call.criteria).toHaveLength(2);
  expect(disclosure.applications.map(({ score }) => score)).toEqual([760_000, 760_000]);
  expect(disclosure.applications.map(({ text, attachments }) => [text, attachments])).toEqual([
    ["Planting", []],
    ["Planting", []],
  ]);
  expect(disclosure.applications.flatMap(({ tranches = [] }) => tranches)).toHaveLength(2);
});

it("the 360Giving file keeps its rules: amounts in yuan, one funder, individuals without a name", async () => {
  const { grants } = GivingPackage.parse((await read("360giving")).body);
  expect(grants).toMatchObject([
    { amountAwarded: 3_000, currency: "CNY", recipientIndividual: { name: "Individual" } },
  ]);
  const [grant] = grants;
  const both = { ...grant, recipientOrganization: [{ id: "a", name: "b" }] };
  expect(GivingPackage.safeParse({ grants: [both] }).success).toBe(false);
  expect(GivingPackage.safeParse({ grants: [grant, grant] }).success).toBe(false);
});

it("the CSV never opens as a formula", async () => {
  expect((await read("csv")).text).toContain("'=1+1");
});

it("the index holds the hash of each file as it is, under the district's signature", async () => {
  const { index, signature } = fine(await chest.get(`calls/${call}/disclosure-index`, chest.auditor));
  for (const { format, sha256 } of index.files) {
    const { text } = await read(format);
    const bytes = format === "csv" ? `\uFEFF${text.replace(/^\uFEFF/, "")}` : text;
    expect(createHash("sha256").update(bytes).digest("hex"), format).toBe(sha256);
  }
  const key = (await publicKeys(chest.app.deps.db)).find(({ purpose }) => purpose === "fund");
  if (!key) throw new Error("the district has no key for its fund");
  expect(verifySignature(index, signature, key)).toBe(true);
  expect(verifySignature({ ...index, call: people[0]?.id as string }, signature, key)).toBe(false);
});

it("nothing is disclosed before the shortlist is published", async () => {
  const early = await draftCall(chest, await openFund(chest));
  fine(await stepCall(chest, early, "publish"));
  const reply = await chest.get(`calls/${early}/disclosure`, chest.auditor);
  expect(refusal(reply)).toEqual([409, "fund/unpublished"]);
});
