import { describe, expect, it } from "vitest";
import { tableGrants } from "../../infra/aws/grants.ts";
import { apiFunctions } from "../../infra/aws/plan.ts";
import type { TableAction } from "../../schemas/operation.ts";
import { superfluous } from "../support/least-privilege.ts";
import { isAllowed, TABLE_ARN, usesOf } from "../support/policed.ts";

const may = (actions: readonly TableAction[], command: string, input: object) =>
  usesOf(command, input).map((use) => isAllowed(tableGrants(actions, TABLE_ARN), use));
const key = (pk: string) => ({ TableName: "t", Key: { pk: { S: pk }, sk: { S: "x" } } });

describe("the tests' client judges like IAM", () => {
  it("allows what is granted and nothing else", () => {
    expect(may(["GetItem"], "GetItemCommand", key("A#1"))).toEqual([true]);
    expect(may(["GetItem"], "PutItemCommand", { Item: { pk: "A#1" } })).toEqual([false]);
    expect(may([], "GetItemCommand", key("A#1"))).toEqual([false]);
    expect(may(["GetItem", "Query"], "ScanCommand", {})).toEqual([false]);
  });

  it("takes a transaction action by action", () => {
    const TransactItems = [{ Put: { Item: { pk: "T#1" } } }, { Update: key("A#1") }, { ConditionCheck: key("R#1") }];
    const judged = may(["PutItem", "UpdateItem"], "TransactWriteItemsCommand", { TransactItems });
    expect(judged).toEqual([true, true, false]);
  });

  it("grants queries of the table's own indexes only", () => {
    expect(may(["Query"], "QueryCommand", { IndexName: "gs1" })).toEqual([true]);
    expect(may(["Query"], "QueryCommand", { IndexName: "gs9" })).toEqual([false]);
  });

  it.each(["T#1", "K#1", "CS#1"])(
    "denies to update or delete %s, whatever is granted, alone or in a transaction",
    (pk) => {
      const all: TableAction[] = ["UpdateItem", "DeleteItem", "PutItem", "GetItem"];
      expect(may(all, "UpdateItemCommand", key(pk))).toEqual([false]);
      expect(may(all, "DeleteItemCommand", key(pk))).toEqual([false]);
      expect(may(all, "TransactWriteItemsCommand", { TransactItems: [{ Delete: key(pk) }] })).toEqual([false]);
      expect(may(all, "GetItemCommand", key(pk))).toEqual([true]);
      expect(may(all, "UpdateItemCommand", key(`A${pk}`))).toEqual([true]);
    },
  );
});

describe("the run's last check", () => {
  it("names what a function is granted and no operation of it used, and who declares it", () => {
    const [ledger] = apiFunctions().filter(({ name }) => name === "ApiLedger");
    if (!ledger) throw new Error("there is no ledger");
    const all = ledger.actions.map((action) => `createTransfer ${action}`);
    expect(superfluous(all, [ledger])).toEqual([]);
    const [found] = superfluous(
      all.filter((line) => !line.endsWith(" Query")),
      [ledger],
    );
    expect(found).toMatch(/^ApiLedger may Query, which no test saw it do; declared by .*getStatement/);
  });
});
