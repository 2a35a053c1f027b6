/**
 * Scenarios of points for services and services for points: rewards, claims, payment requests, catalogue,
 * redemptions.
 */
import type { Person } from "../../support/people.ts";
import { COMMUNITY, order, type Scenario, type World } from "./world.ts";

const POOL = `${COMMUNITY}~elder.points`;
const PRICE = 120;

const fund = (world: World) =>
  world.post(`/v1/ledger/pools/${POOL}/fund`, world.admin, { amount: 40_000, memo: "助老专项" });

const reward = (title: string, rule: string): Scenario => ({
  title,
  operation: "createReward",
  prepare: async (world) => {
    const ann = await world.resident();
    if (rule === "visit") await fund(world);
    const body = { to: ann.id, rule, quantity: 2, memo: "周末平安巡逻" };
    return () => world.post("/v1/ledger/rewards", world.steward, body);
  },
});

const claim = async (world: World): Promise<{ ann: Person; id: string }> => {
  const ann = await world.resident();
  const body = { rule: "patrol", quantity: 2, memo: "周末平安巡逻" };
  return { ann, id: (await world.post("/v1/ledger/earn-claims", ann.token, body)).body.id };
};

const decision = (act: "accept" | "reject", body: object): Scenario => ({
  title: `claim ${act}ed`,
  operation: `${act}EarnClaim`,
  prepare: async (world) => {
    const { id } = await claim(world);
    return () => world.post(`/v1/ledger/earn-claims/${id}/${act}`, world.steward, body);
  },
});

const rewards: readonly Scenario[] = [
  reward("reward from an open pool", "patrol"),
  reward("reward from a hard-budget pool", "visit"),
  { title: "pool funded, 4 shards", operation: "fundPool", prepare: async (world) => () => fund(world) },
  {
    title: "claim made",
    operation: "createEarnClaim",
    prepare: async (world) => {
      const ann = await world.resident();
      return () => world.post("/v1/ledger/earn-claims", ann.token, { rule: "patrol", quantity: 2, memo: "巡逻" });
    },
  },
  decision("accept", {}),
  decision("reject", { reason: "当天没有排班" }),
];

const asked = async (world: World) => {
  const payer = await world.resident();
  const payee = await world.resident();
  const body = { ...order(payer.points, payee.points, 60, { memo: "上周代买的菜" }), expiresInSeconds: 86_400 };
  return { payer, payee, ask: () => world.post("/v1/ledger/payment-requests", payee.token, body) };
};

const answered = (title: string, act: "accept" | "reject" | "cancel", body: object): Scenario => ({
  title,
  operation: `${act}PaymentRequest`,
  prepare: async (world) => {
    const { payer, payee, ask } = await asked(world);
    const { id } = (await ask()).body;
    const token = act === "cancel" ? payee.token : payer.token;
    return () => world.post(`/v1/ledger/payment-requests/${id}/${act}`, token, body);
  },
});

const requests: readonly Scenario[] = [
  {
    title: "payment request made",
    operation: "createPaymentRequest",
    prepare: async (world) => (await asked(world)).ask,
  },
  answered("payment request accepted", "accept", {}),
  answered("payment request rejected", "reject", { reason: "金额不对" }),
  answered("payment request cancelled", "cancel", {}),
];

interface Offer {
  readonly stock?: number;
  readonly perPerson?: { readonly period: "month"; readonly limit: number };
}

const offer = (world: World, { stock, perPerson }: Offer = {}, description = "上门理发一次") =>
  world.post("/v1/ledger/catalogue-items", world.steward, {
    community: COMMUNITY,
    name: { zh: "上门理发", en: "Haircut at home" },
    description: { zh: description, en: "A haircut at home" },
    unit: "points",
    price: PRICE,
    stock: stock ?? null,
    perPerson: perPerson ?? null,
  });

const redeem = (world: World, ann: Person, item: string) =>
  world.post("/v1/ledger/redemptions", ann.token, { item, quantity: 1, expectedPrice: PRICE });

const redemption = (title: string, terms: Offer): Scenario => ({
  title,
  operation: "createRedemption",
  prepare: async (world) => {
    const ann = await world.resident();
    const { id } = (await offer(world, terms)).body;
    return () => redeem(world, ann, id);
  },
});

const STOCKED: Offer = { stock: 500 };
const LIMITED: Offer = { stock: 500, perPerson: { period: "month", limit: 2 } };

const afterRedemption = (title: string, act: "fulfil" | "cancel", terms: Offer): Scenario => ({
  title,
  operation: `${act}Redemption`,
  prepare: async (world) => {
    const ann = await world.resident();
    const item = (await offer(world, terms)).body.id;
    const { id } = (await redeem(world, ann, item)).body;
    const token = act === "fulfil" ? world.steward : ann.token;
    return () => world.post(`/v1/ledger/redemptions/${id}/${act}`, token, {});
  },
});

const catalogue: readonly Scenario[] = [
  {
    title: "catalogue item made, longest description",
    operation: "createCatalogueItem",
    prepare: async (world) => () => offer(world, LIMITED, "述".repeat(500)),
  },
  {
    title: "catalogue item changed",
    operation: "updateCatalogueItem",
    prepare: async (world) => {
      const made = await offer(world, LIMITED);
      const path = `/v1/ledger/catalogue-items/${made.body.id}`;
      const etag = made.headers.get("etag") ?? `"${made.body.revision}"`;
      return () => world.send("PATCH", path, world.steward, { price: PRICE + 1 }, etag);
    },
  },
  {
    title: "stock adjusted",
    operation: "adjustCatalogueStock",
    prepare: async (world) => {
      const { id } = (await offer(world, STOCKED)).body;
      return () => world.post(`/v1/ledger/catalogue-items/${id}/stock`, world.steward, { delta: 20, reason: "补货" });
    },
  },
  redemption("redemption, unlimited item", {}),
  redemption("redemption, with stock", STOCKED),
  redemption("redemption, with stock and personal limit", LIMITED),
  afterRedemption("redemption delivered", "fulfil", LIMITED),
  afterRedemption("redemption cancelled, with stock and personal limit", "cancel", LIMITED),
];

export const serviceScenarios: readonly Scenario[] = [...rewards, ...requests, ...catalogue];
