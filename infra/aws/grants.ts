/**
 * What a function may do to the table, as IAM statements in plain data: the stack puts them into the function's role,
 * and the tests' client refuses by the same ones.
 */
import type { JobAction } from "../../schemas/operation.ts";
import { appendOnlyPartitions, tableDefinition } from "../../schemas/table.ts";

/** Names of IAM's operator and key for "some item of the request lies in a partition like this". */
export const ANY_VALUE_LIKE = "ForAnyValue:StringLike";
export const LEADING_KEYS = "dynamodb:LeadingKeys";

/** One IAM statement on the table or its indexes. */
export interface Grant {
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: { readonly [ANY_VALUE_LIKE]: { readonly [LEADING_KEYS]: readonly string[] } };
}

/** Every action that changes or removes an item in place, transactions included: they are judged action by action. */
const ALTERING = ["BatchWriteItem", "DeleteItem", "PartiQLDelete", "PartiQLUpdate", "UpdateItem"];

const named = (actions: readonly string[]): string[] => [...new Set(actions)].sort().map((name) => `dynamodb:${name}`);

/**
 * Denies to alter items of append-only partitions. A PutItem over an existing item cannot be denied, because IAM does
 * not see conditions: the kernel's `attribute_not_exists` stands against it, and the stream's consumer rings an alarm.
 */
export const appendOnlyDenial = (resource: string): Grant => ({
  Effect: "Deny",
  Action: named(ALTERING),
  Resource: [resource],
  Condition: { [ANY_VALUE_LIKE]: { [LEADING_KEYS]: appendOnlyPartitions.map((prefix) => `${prefix}*`) } },
});

/**
 * Statements that allow exactly `actions`: all of them on the table, `Query` on its indexes by name as well, and none
 * of them to alter what is append-only. Empty for no actions.
 */
export const tableGrants = (actions: readonly JobAction[], tableArn: string): Grant[] => {
  if (actions.length === 0) return [];
  const indexes = tableDefinition.indexes.map(({ name }) => `${tableArn}/index/${name}`);
  const onIndexes: Grant = { Effect: "Allow", Action: named(["Query"]), Resource: indexes };
  return [
    { Effect: "Allow", Action: named(actions), Resource: [tableArn] },
    ...(actions.includes("Query") ? [onIndexes] : []),
    appendOnlyDenial(tableArn),
  ];
};
