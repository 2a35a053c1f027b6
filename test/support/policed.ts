/**
 * A client that refuses what IAM would refuse: each action of a request is judged by the statements that the stack
 * gives to the function which serves the running operation or job. What was used is noted for the run's last check.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { appendFileSync } from "node:fs";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ANY_VALUE_LIKE, type Grant, LEADING_KEYS } from "../../infra/aws/grants.ts";
import type { JobAction } from "../../schemas/operation.ts";
import { recordSamples, unknownKinds } from "./shapes.ts";

/** Who acts: an operation's or job's id, and the statements of its function. */
export interface Principal {
  readonly id: string;
  readonly grants: readonly Grant[];
}

/** One action of a request as IAM sees it. */
export interface Use {
  readonly action: JobAction | string;
  readonly resource: string;
  readonly leadingKeys: readonly string[];
}

/** ARN that stands for the tests' table; the statements are made for it. */
export const TABLE_ARN = "arn:table";

const running = new AsyncLocalStorage<Principal>();

/** Runs `work` as `principal`; requests outside of any such call are the test's own and are not judged. */
export const actAs = <Result>(principal: Principal, work: () => Result): Result => running.run(principal, work);

const matches = (pattern: string, value: string): boolean =>
  pattern.endsWith("*") ? value.startsWith(pattern.slice(0, -1)) : value === pattern;

const applies = ({ Action, Resource, Condition }: Grant, { action, resource, leadingKeys }: Use): boolean => {
  if (!Action.includes(`dynamodb:${action}`) || !Resource.includes(resource)) return false;
  const patterns = Condition?.[ANY_VALUE_LIKE][LEADING_KEYS];
  return patterns === undefined || leadingKeys.some((key) => patterns.some((pattern) => matches(pattern, key)));
};

/** IAM's rule: some statement allows it and none denies it. */
export const isAllowed = (grants: readonly Grant[], use: Use): boolean => {
  const effects = grants.filter((grant) => applies(grant, use)).map(({ Effect }) => Effect);
  return effects.includes("Allow") && !effects.includes("Deny");
};

type Value = string | { readonly S: string };
interface Keyed {
  readonly Key?: { readonly pk: Value };
  readonly Item?: { readonly pk: Value };
  readonly Keys?: readonly { readonly pk: Value }[];
}
interface Request extends Keyed {
  readonly IndexName?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, Value>>;
  readonly RequestItems?: Readonly<Record<string, Keyed>>;
  readonly TransactItems?: readonly Readonly<Record<string, Keyed>>[];
}

const text = (value: Value | undefined): string[] =>
  value === undefined ? [] : [typeof value === "string" ? value : value.S];

const keysOf = ({ Key, Item, Keys = [] }: Keyed): string[] =>
  [Key, Item, ...Keys].flatMap((item) => text(item?.pk as Value | undefined));

const IN_TRANSACTIONS: Readonly<Record<string, JobAction>> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
};

/** The actions that IAM would judge for a request; a transaction is judged action by action. */
export const usesOf = (command: string, input: Request): Use[] => {
  const name = command.replace(/Command$/, "");
  const use = (action: string, keyed: Keyed): Use => ({ action, resource: TABLE_ARN, leadingKeys: keysOf(keyed) });
  switch (name) {
    case "TransactWriteItems":
      return (input.TransactItems ?? []).flatMap((item) =>
        Object.entries(item).map(([kind, keyed]) => use(IN_TRANSACTIONS[kind] ?? kind, keyed)),
      );
    case "BatchGetItem":
      return Object.values(input.RequestItems ?? {}).map((keyed) => use(name, keyed));
    case "Query": {
      const resource = input.IndexName === undefined ? TABLE_ARN : `${TABLE_ARN}/index/${input.IndexName}`;
      return [{ action: name, resource, leadingKeys: text(input.ExpressionAttributeValues?.[":p"]) }];
    }
    default:
      return [use(name, input)];
  }
};

const noted = new Set<string>();

/** Notes once in each process that `id` has used `action`, as a line of the run's file. */
const note = (file: string, id: string, action: string): void => {
  const line = `${id} ${action}\n`;
  if (noted.has(line)) return;
  noted.add(line);
  appendFileSync(file, line);
};

/** Puts the police into a client; `file` gathers what was used. Twice into the same client is once. */
export const police = (client: DynamoDBClient, file: string): DynamoDBClient => {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const principal = running.getStore();
      if (principal === undefined) return next(args);
      for (const use of usesOf(String(context.commandName), args.input as unknown as Request)) {
        if (!isAllowed(principal.grants, use)) throw denied(principal, use);
        note(file, principal.id, use.action);
      }
      const [unknown] = unknownKinds(String(context.commandName), args.input);
      if (unknown !== undefined) throw refused("ValidationException", unknown);
      const answer = await next(args);
      await running.exit(() => recordSamples(client, String(context.commandName), args.input));
      return answer;
    },
    { step: "initialize", name: "police", override: true },
  );
  return client;
};

/** The handler turns it into a 500 without a word, so that the reason goes to the terminal as well. */
const denied = ({ id }: Principal, { action, resource, leadingKeys }: Use): Error => {
  const message = `${id} may not ${action} ${leadingKeys.join()} of ${resource}: declare it, or do not do it`;
  return refused("AccessDeniedException", message);
};

const refused = (name: string, message: string): Error => {
  process.stderr.write(`${name}: ${message}\n`);
  return Object.assign(new Error(message), { name });
};
