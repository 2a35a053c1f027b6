/** One item for each event of the fund, as its store writes it, with personal data wherever some could stand. */
import type { EventName } from "../../../events/contracts.ts";
import type { Fund } from "../../../functions/fund/domain/money.ts";
import { createFund, createMovement, saveFund } from "../../../functions/fund/store/funds.ts";
import type { Item, Write } from "../../../functions/shared/write.ts";

const STAMP = 1_767_225_600_123_456;
const NOW = 1_767_225_600_123;
const uuid = (number: number): string => `019a0000-0000-7000-8000-${String(number).padStart(12, "0")}`;

const put = (write: Write | undefined): Item => {
  if (write?.type !== "put") throw new Error("no put");
  return write.item;
};

/** The items; `personal` is written where people may write text. */
export const fundImages = (personal: string): Readonly<Record<string, Item>> => {
  const fund: Fund = {
    ...{ id: uuid(80), community: "lujing", name: personal, unit: "cny", state: "open", openedMs: NOW, by: uuid(3) },
    restriction: { purposes: ["greening"], donorTerms: personal, adminCapBps: 500 },
    reason: personal,
    revision: 1,
  };
  const document = { name: personal, ref: personal, sha256: "0".repeat(64) };
  const movement = {
    ...{ id: uuid(81), fund: fund.id, kind: "transfer-out" as const, amount: 5, transfer: uuid(81), other: uuid(82) },
    ...{ source: personal, reason: personal, document, by: uuid(3), atMs: NOW },
  };
  const next = (state: Fund["state"]) => put(saveFund({ ...fund, state, revision: 2 }, STAMP));
  return {
    "fund.fund.opened": put(createFund(fund, STAMP)[0]),
    "fund.fund.expired": next("expired"),
    "fund.fund.closed": next("closed"),
    "fund.movement.recorded": put(createMovement(movement, STAMP)),
  } satisfies Partial<Record<EventName, Item>>;
};
