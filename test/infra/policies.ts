/** What the functions of a synthesised stack may do, as plain tuples that a test can compare. */
import { expect } from "vitest";
import type { Grant } from "../../infra/aws/grants.ts";
import type { Resource, Synthesised } from "./synth.ts";

interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

export const list = <T>(value: T | readonly T[]): T[] => (Array.isArray(value) ? [...value] : [value as T]);

/** Statements of a resource with a policy document. */
export const statementsOf = ({ Properties }: Resource): Statement[] =>
  list((Properties.PolicyDocument as { Statement: Statement[] }).Statement);

/** An intrinsic as readable text: logical ids instead of ARNs. */
const plain = (value: unknown): string => {
  if (typeof value === "string") return value;
  const intrinsic = value as Record<string, unknown>;
  const attribute = intrinsic["Fn::GetAtt"] as string[] | undefined;
  if (attribute) return attribute[1] === "Arn" ? (attribute[0] as string) : attribute.join(".");
  const join = intrinsic["Fn::Join"] as [string, unknown[]] | undefined;
  if (join) return join[1].map(plain).join(join[0]);
  return String(intrinsic.Ref ?? JSON.stringify(value));
};

const tuples = ({ Effect, Action, Resource, Condition }: Statement | Grant): string[] =>
  list(Action as string).flatMap((action) =>
    list(Resource).map((resource) =>
      [Effect, action, plain(resource), Condition ? JSON.stringify(Condition) : ""].join(" ").trim(),
    ),
  );

/** Each permission as `Allow dynamodb:GetItem TableId`, sorted. */
export const permissions = (statements: readonly (Statement | Grant)[]): string[] => statements.flatMap(tuples).sort();

/** Permissions of a function by its logical id, besides those to write its own log. */
export const permissionsOf = ({ resources }: Pick<Synthesised, "resources">, lambda: string): string[] => {
  const role = resources("AWS::Lambda::Function")[lambda]?.Properties.Role as { "Fn::GetAtt": string[] };
  const holder = JSON.stringify([{ Ref: role["Fn::GetAtt"][0] }]);
  const policies = Object.values(resources("AWS::IAM::Policy")).filter(
    ({ Properties }) => JSON.stringify(Properties.Roles) === holder,
  );
  expect(policies).toHaveLength(1);
  const all = permissions(policies.flatMap(statementsOf));
  return all.filter((permission) => !permission.includes(" logs:"));
};

/** Logical id of the one resource of a type whose id starts with `prefix`. */
export const idOf = ({ resources }: Pick<Synthesised, "resources">, type: string, prefix = ""): string => {
  const ids = Object.keys(resources(type)).filter((id) => id.startsWith(prefix));
  expect(ids, `${type} ${prefix}*`).toHaveLength(1);
  return ids[0] as string;
};
