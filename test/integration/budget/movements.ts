/** Scenarios of movements between accounts: transfers, holds, linked legs, batches, reversals. */
import { uuidv7 } from "uuidv7";
import { MEMO_MAX } from "../../../schemas/primitives.ts";
import { DAY } from "../../support/clock.ts";
import type { Person } from "../../support/people.ts";
import { COMMUNITY, order, row, type Scenario, type World } from "./world.ts";

const TYPICAL_MEMO = "谢谢帮忙搬家";
/** As many Chinese characters as a memo takes, three bytes each. */
export const LONGEST_MEMO = "谢".repeat(MEMO_MAX);
const LONGEST_SLUG = "c".repeat(32);
const LONGEST_LINK = { type: "l".repeat(32), id: "链".repeat(80) };
/** Slots of a day counter: after so many days the attribute of the first day comes round again. */
const DAY_SLOTS = 8;

const couple = async (world: World): Promise<[Person, Person]> => [await world.resident(), await world.resident()];

const transfer = (title: string, more: object): Scenario => ({
  title,
  operation: "createTransfer",
  prepare: async (world) => {
    const [ann, bo] = await couple(world);
    return () => world.pay(ann, bo, 250, more);
  },
});

const laterTransfer = (title: string, days: number): Scenario => ({
  title,
  operation: "createTransfer",
  prepare: async (world) => {
    const [ann, bo] = await couple(world);
    await world.pay(ann, bo, 250);
    world.app.clock.advance(days * DAY);
    return () => world.pay(ann, bo, 250, { memo: TYPICAL_MEMO });
  },
});

const transfers: readonly Scenario[] = [
  transfer("transfer, member to member, typical memo", { memo: TYPICAL_MEMO }),
  transfer("transfer, member to member, longest memo", { memo: LONGEST_MEMO }),
  transfer("transfer, every member at its longest", {
    memo: LONGEST_MEMO,
    category: LONGEST_SLUG,
    link: LONGEST_LINK,
  }),
  laterTransfer("transfer, first payment of a day", 1),
  laterTransfer("transfer, first payment in eight days to the day", DAY_SLOTS),
  {
    title: "transfer from a shared wallet",
    operation: "createTransfer",
    prepare: async (world) => {
      const [ann, bo] = await couple(world);
      const shared = await world.household([ann, bo], 1_000);
      return () => world.post("/v1/ledger/transfers", ann.token, order(shared, bo.points, 40));
    },
  },
  {
    title: "transfer at most what is available",
    operation: "createTransfer",
    prepare: async (world) => {
      const [ann, bo] = await couple(world);
      return () => world.pay(ann, bo, 4_000, { mode: "at-most" });
    },
  },
  {
    title: "transfer, replayed",
    operation: "createTransfer",
    prepare: async (world) => {
      const [ann, bo] = await couple(world);
      const again = { key: uuidv7() };
      const pay = () => world.post("/v1/ledger/transfers", ann.token, order(ann.points, bo.points, 9), again);
      await pay();
      return pay;
    },
  },
  {
    title: "transfer, refused for want of points",
    operation: "createTransfer",
    prepare: async (world) => {
      const ann = await world.resident(100);
      const bo = await world.resident();
      return () => world.post("/v1/ledger/transfers", ann.token, order(ann.points, bo.points, 500), { status: 409 });
    },
  },
  {
    title: "donation, member to pool",
    operation: "createTransfer",
    prepare: async (world) => {
      const ann = await world.resident();
      const pool = `${COMMUNITY}~donation.points`;
      return () => world.post("/v1/ledger/transfers", ann.token, order(ann.points, pool, 50, { memo: TYPICAL_MEMO }));
    },
  },
];

const hold = (world: World, ann: Person, bo: Person, more: object = {}) =>
  world.post("/v1/ledger/holds", ann.token, { ...order(ann.points, bo.points, 150, more), expiresInSeconds: 3_600 });

const ended = (title: string, act: "post" | "void", body: object, more: object = {}): Scenario => ({
  title,
  operation: act === "post" ? "postHold" : "voidHold",
  prepare: async (world) => {
    const [ann, bo] = await couple(world);
    const made = await hold(world, ann, bo, more);
    return () => world.post(`/v1/ledger/holds/${made.body.id}/${act}`, ann.token, body);
  },
});

const holds: readonly Scenario[] = [
  ...[TYPICAL_MEMO, LONGEST_MEMO].map(
    (memo): Scenario => ({
      title: `hold, ${memo === TYPICAL_MEMO ? "typical" : "longest"} memo`,
      operation: "createHold",
      prepare: async (world) => {
        const [ann, bo] = await couple(world);
        return () => hold(world, ann, bo, { memo });
      },
    }),
  ),
  ended("post of a hold, whole", "post", {}, { memo: TYPICAL_MEMO }),
  ended("post of a hold, in part", "post", { amount: 130 }, { memo: TYPICAL_MEMO }),
  ended("post of a hold, longest memo", "post", {}, { memo: LONGEST_MEMO }),
  ended("void of a hold", "void", {}, { memo: TYPICAL_MEMO }),
  ended("void of a hold, longest memo", "void", {}, { memo: LONGEST_MEMO }),
];

const reversal = (title: string, memo: string): Scenario => ({
  title,
  operation: "reverseTransfer",
  prepare: async (world) => {
    const [ann, bo] = await couple(world);
    const { body } = await world.pay(ann, bo, 70, { memo });
    return () => world.post(`/v1/ledger/transfers/${body.id}/reversal`, world.steward, { memo: "误转" });
  },
});

const batch = (mode: "atomic" | "independent", count: number): Scenario => ({
  title: `batch of ${count}, ${mode}`,
  operation: "createTransferBatch",
  prepare: async (world) => {
    const [ann, bo] = await couple(world);
    const entries = Array.from({ length: count }, (_, index) => row(ann.points, bo.points, index + 1));
    return () => world.post("/v1/ledger/transfer-batches", ann.token, { mode, entries });
  },
});

const groups: readonly Scenario[] = [
  {
    title: "linked transfer, 3 legs over 4 accounts",
    operation: "createLinkedTransfer",
    prepare: async (world) => {
      const [ann, bo] = await couple(world);
      const [cy, di] = await couple(world);
      const legs = [order(ann.points, bo.points, 30), order(bo.points, cy.points, 20), order(cy.points, di.points, 10)];
      return () => world.post("/v1/ledger/linked-transfers", world.admin, { legs });
    },
  },
  batch("atomic", 3),
  batch("independent", 3),
  reversal("reversal, typical memo", TYPICAL_MEMO),
  reversal("reversal, longest memo", LONGEST_MEMO),
];

const accounts: readonly Scenario[] = [
  {
    title: "account read",
    operation: "getAccount",
    prepare: async (world) => {
      const ann = await world.resident();
      return () => world.send("GET", `/v1/ledger/accounts/${ann.points}`, ann.token);
    },
  },
  {
    title: "statement, a page of 20",
    operation: "getStatement",
    prepare: async (world) => {
      const [ann, bo] = await couple(world);
      for (let index = 0; index < 10; index++) {
        await world.pay(ann, bo, 20 + index, { memo: TYPICAL_MEMO });
        await world.pay(bo, ann, 10 + index, { memo: TYPICAL_MEMO });
      }
      const page = (limit: number) =>
        world.send("GET", `/v1/ledger/accounts/${ann.points}/statement?limit=${limit}`, ann.token);
      // The first cursor in a district's life makes the secret that seals them.
      await page(1);
      return () => page(20);
    },
  },
  {
    title: "account frozen",
    operation: "updateAccount",
    prepare: async (world) => {
      const path = `/v1/ledger/accounts/${(await world.resident()).points}`;
      const etag = (await world.send("GET", path, world.admin)).headers.get("etag") ?? "";
      return () => world.send("PATCH", path, world.admin, { status: "frozen", reason: "核查" }, etag);
    },
  },
];

export const movementScenarios: readonly Scenario[] = [...transfers, ...holds, ...groups, ...accounts];
