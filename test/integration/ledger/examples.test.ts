/**
 * The examples of the API reference, sent to the demo district one after the other as they stand: each request does
 * what its operation is for. Two runs, for the free text is Chinese in one and English in the other.
 */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runNamed } from "../../../functions/jobs/index.ts";
import { loadDistrict } from "../../../infra/districts/load.ts";
import { localPeople } from "../../../infra/local/people.ts";
import { ANN, BO, BUILDING, CY, HOLD, ITEM, TRANSFER, UNIT } from "../../../schemas/examples/ids.ts";
import { examples } from "../../../schemas/examples.ts";
import type { Operation } from "../../../schemas/operation.ts";
import { operations } from "../../../schemas/routes.ts";
import { type App, startApp } from "../../support/harness.ts";

type Who = keyof typeof localPeople;

interface Step {
  readonly id: string;
  readonly as: string;
  readonly params?: Readonly<Record<string, string>>;
  /** Key under which it is sent, where later examples name what it makes. */
  readonly key?: string;
  /** Resource whose ETag goes along. */
  readonly edits?: string;
}

const lujing = { communityId: "lujing" };
const keys = {
  household: uuidv7(),
  organisation: uuidv7(),
  redeemed: uuidv7(),
  kept: uuidv7(),
  asked: uuidv7(),
  declined: uuidv7(),
  withdrawn: uuidv7(),
  claimed: uuidv7(),
  refused: uuidv7(),
  voided: uuidv7(),
};
const account = `/v1/ledger/accounts/${ANN}.points`;

/** Every operation with a body, in an order in which each finds what it needs. */
const steps: readonly Step[] = [
  { id: "createCommunity", as: "admin" },
  { id: "updateCommunity", as: "admin", params: lujing, edits: "/v1/communities/lujing" },
  { id: "createBuilding", as: "steward", params: lujing, key: BUILDING },
  ...[ANN, BO, CY].map((key) => ({ id: "createResident", as: "steward", params: lujing, key })),
  { id: "updateResident", as: "steward", params: { residentId: ANN }, edits: `/v1/residents/${ANN}` },
  { id: "createUnit", as: "steward", params: lujing, key: UNIT },
  { id: "updateUnit", as: "steward", params: { unitId: UNIT }, edits: `/v1/units/${UNIT}` },
  { id: "createHousehold", as: "steward", params: lujing, key: keys.household },
  { id: "addHouseholdMember", as: "steward", params: { householdId: keys.household } },
  { id: "moveHousehold", as: "steward", params: { householdId: keys.household } },
  { id: "createOrganisation", as: "steward", params: lujing, key: keys.organisation },
  {
    ...{ id: "updateOrganisation", as: "steward", params: { organisationId: keys.organisation } },
    edits: `/v1/organisations/${keys.organisation}`,
  },
  { id: "searchResidents", as: "steward", params: lujing },
  { id: "grantRole", as: "admin" },
  { id: "createProxy", as: "steward" },
  { id: "recordKinship", as: "steward" },
  { id: "importRoll", as: "steward", params: lujing },
  { id: "fundPool", as: "admin", params: { poolAccountId: "lujing~reward-elder.points" } },
  { id: "createReward", as: "steward" },
  { id: "createTransfer", as: "ann", key: uuidv7() },
  { id: "createTransferBatch", as: "ann" },
  { id: "reverseTransfer", as: "steward", params: { transferId: TRANSFER } },
  { id: "createLinkedTransfer", as: "ann" },
  ...[HOLD, keys.voided].map((key) => ({ id: "createHold", as: "ann", key })),
  { id: "postHold", as: "ann", params: { holdId: HOLD } },
  { id: "voidHold", as: "ann", params: { holdId: keys.voided } },
  ...[keys.claimed, keys.refused].map((key) => ({ id: "createEarnClaim", as: "ann", key })),
  { id: "acceptEarnClaim", as: "steward", params: { claimId: keys.claimed } },
  { id: "rejectEarnClaim", as: "steward", params: { claimId: keys.refused } },
  ...[keys.asked, keys.declined, keys.withdrawn].map((key) => ({ id: "createPaymentRequest", as: "ann", key })),
  { id: "acceptPaymentRequest", as: "bo", params: { requestId: keys.asked } },
  { id: "rejectPaymentRequest", as: "bo", params: { requestId: keys.declined } },
  { id: "cancelPaymentRequest", as: "ann", params: { requestId: keys.withdrawn } },
  { id: "createCatalogueItem", as: "steward", key: ITEM },
  {
    ...{ id: "updateCatalogueItem", as: "steward" },
    ...{ params: { itemId: ITEM }, edits: `/v1/ledger/catalogue-items/${ITEM}` },
  },
  { id: "adjustCatalogueStock", as: "steward", params: { itemId: ITEM } },
  ...[keys.redeemed, keys.kept].map((key) => ({ id: "createRedemption", as: "ann", key })),
  { id: "cancelRedemption", as: "ann", params: { redemptionId: keys.redeemed } },
  { id: "fulfilRedemption", as: "steward", params: { redemptionId: keys.kept } },
  { id: "updateAccount", as: "steward", params: { accountId: `${ANN}.points` }, edits: account },
  { id: "eraseResident", as: "steward", params: { residentId: CY } },
];

const known = new Map<string, Operation>(operations.map((each) => [each.id, each]));

describe.each(["zh", "en"] as const)("the examples in %s", (language) => {
  let app: App;
  const tokenOf = (who: Who) => {
    const { id, roles } = localPeople[who] as (typeof localPeople)[Who];
    return app.token({ sub: id, roles: [...roles] });
  };

  beforeAll(async () => {
    app = await startApp({ district: loadDistrict("demo"), now: "2026-11-24T04:00:00Z" });
    await runNamed("bootstrap", app.deps);
  });
  afterAll(() => app.stop());

  it("are sent one after the other, and each does what it says", async () => {
    for (const { id, as, params = {}, key, edits } of steps) {
      const operation = known.get(id) as Operation;
      const token = await tokenOf(as);
      const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? `no ${name}`);
      const example = examples[id];
      const body = language === "en" ? (example?.requestEn ?? example?.request) : example?.request;
      const etag = edits && (await app.call("GET", edits, { token })).headers.get("etag");
      const reply = await app.call(operation.method, path, {
        token,
        ...(typeof body === "string" ? { raw: body } : { body }),
        ...(key === undefined ? {} : { key }),
        headers: { ...(etag ? { "if-match": etag } : {}), ...(typeof body === "string" ? CSV : {}) },
      });
      expect(reply.status, `${id}: ${reply.text}`).toBe(operation.status);
      if (id === "createResident") await fund(key as string);
      if (id === "importRoll") expect(reply.body).toMatchObject({ imported: 1, rejected: 0 });
      if (id === "createTransferBatch") expect(reply.body).toMatchObject({ succeeded: 1, refused: 1 });
    }
  });

  /** The points that the local server opens its people's accounts with. */
  const fund = async (id: string) => {
    const points = Object.values(localPeople).find((who) => who.id === id)?.points;
    if (points === undefined) return;
    const body = { from: "lujing~issuance.points", to: `${id}.points`, amount: points, category: "opening" };
    expect((await app.call("POST", "/v1/ledger/transfers", { token: await tokenOf("admin"), body })).status).toBe(201);
  };
});

const CSV = { "content-type": "text/csv; charset=utf-8" };

/** Contexts whose examples are sent by tests of their own. */
const ELSEWHERE: readonly string[] = ["timebank", "polls", "fund", "parking"];

it("no operation with a body is left out; other contexts' are sent by tests of their own", () => {
  const sent = new Set(steps.map(({ id }) => id));
  const others = operations.filter(({ context }) => !ELSEWHERE.includes(context));
  expect(others.filter(({ id, body }) => body && !sent.has(id)).map(({ id }) => id)).toEqual([]);
});
