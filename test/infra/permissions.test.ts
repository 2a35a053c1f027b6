import { describe, expect, it } from "vitest";
import { jobActions, jobNames } from "../../functions/jobs/index.ts";
import { tableGrants } from "../../infra/aws/grants.ts";
import { apiFunctions, isAdministrative } from "../../infra/aws/plan.ts";
import type { JobAction, Operation } from "../../schemas/operation.ts";
import { operations } from "../../schemas/routes.ts";
import { appendOnlyPartitions } from "../../schemas/table.ts";
import { routeTaken } from "./gateway.ts";
import { idOf, list, permissions, permissionsOf, statementsOf } from "./policies.ts";
import { synthesise } from "./synth.ts";

const stack = synthesise("demo");
const table = idOf(stack, "AWS::DynamoDB::Table");
const onTable = (actions: readonly JobAction[]) => permissions(tableGrants(actions, table));
const pascal = (name: string) =>
  name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

describe("a function of the API", () => {
  it.each(apiFunctions())("$name may do what its operations declare and nothing more", ({ name, actions }) => {
    const lambda = idOf(stack, "AWS::Lambda::Function", `${name}Function`);
    expect(permissionsOf(stack, lambda)).toEqual(onTable(actions));
  });

  it("gets the routes of its own operations", () => {
    const routes = Object.values(stack.resources("AWS::ApiGatewayV2::Route"));
    const integrations = stack.resources("AWS::ApiGatewayV2::Integration");
    for (const { name, operations: own } of apiFunctions()) {
      const lambda = idOf(stack, "AWS::Lambda::Function", `${name}Function`);
      for (const operation of own) {
        const { Target } = routeTaken(routes, operation).Properties;
        const target = /"Ref":"(\w+)"/.exec(JSON.stringify(Target))?.[1] ?? "";
        expect(JSON.stringify(integrations[target]?.Properties.IntegrationUri), operation.id).toContain(lambda);
      }
    }
  });
});

describe("administration", () => {
  const made = (changes: Partial<Operation>): Operation => ({ ...(operations[0] as Operation), ...changes });

  it("is what staff alone may call, or what deletes", () => {
    expect(isAdministrative(made({ roles: ["steward", "auditor"], actions: ["GetItem"] }))).toBe(true);
    expect(isAdministrative(made({ roles: ["resident"], actions: ["DeleteItem"] }))).toBe(true);
    expect(isAdministrative(made({ roles: ["resident", "steward"], actions: ["PutItem"] }))).toBe(false);
    expect(isAdministrative(made({ roles: "signed-in", actions: ["Query"] }))).toBe(false);
    expect(isAdministrative(made({ roles: "public", actions: [] }))).toBe(false);
  });

  it("has a function of its own, so that no function that serves residents can delete", () => {
    const functions = apiFunctions();
    expect(functions.map(({ name }) => name)).toContain("ApiResidentsAdmin");
    for (const { name, admin, actions } of functions) if (!admin) expect(actions, name).not.toContain("DeleteItem");
  });

  it("leaves every operation to exactly one function", () => {
    const served = apiFunctions().flatMap((each) => each.operations.map(({ id }) => id));
    expect(served.toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
  });
});

describe("a job", () => {
  it.each(jobNames)("%s may do what it declares and put what it gave up into the queue", async (job) => {
    const lambda = idOf(stack, "AWS::Lambda::Function", `JobsJob${pascal(job)}Function`);
    const queue = idOf(stack, "AWS::SQS::Queue", "JobsJobDeadLetters");
    const expected = [...onTable(await jobActions(job)), `Allow sqs:SendMessage ${queue}`];
    expect(permissionsOf(stack, lambda)).toEqual(expected.sort());
  });
});

describe("the stream's consumer", () => {
  it("reads the stream and writes the bus and its queue, and cannot touch the table", () => {
    const lambda = idOf(stack, "AWS::Lambda::Function", "EventsStreamFunction");
    const reads = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"];
    expect(permissionsOf(stack, lambda)).toEqual([
      ...reads.map((action) => `Allow dynamodb:${action} ${table}.StreamArn`),
      `Allow events:PutEvents ${idOf(stack, "AWS::Events::EventBus")}`,
      `Allow sqs:SendMessage ${idOf(stack, "AWS::SQS::Queue", "EventsStreamDeadLetters")}`,
    ]);
  });
});

describe("no role of the stack", () => {
  const policies = Object.entries(stack.resources("AWS::IAM::Policy"));

  it("has a wildcard action, a wildcard resource or a managed policy", () => {
    for (const [id, policy] of policies) {
      for (const statement of statementsOf(policy)) {
        for (const action of list(statement.Action)) expect(action, id).toMatch(/^[a-z]+:[A-Za-z]+$/);
        expect(JSON.stringify(statement.Resource), id).not.toContain("*");
      }
    }
    for (const [id, role] of Object.entries(stack.resources("AWS::IAM::Role"))) {
      expect(role.Properties.ManagedPolicyArns, id).toBeUndefined();
      expect(role.Properties.Policies, id).toBeUndefined();
    }
  });

  it("may alter an item of an append-only partition", () => {
    const patterns = appendOnlyPartitions.map((prefix) => `${prefix}*`);
    const writers = policies.filter(([, policy]) =>
      permissions(statementsOf(policy)).some((each) => /^Allow dynamodb:(Update|Delete)Item/.test(each)),
    );
    expect(writers.length).toBeGreaterThan(0);
    for (const [id, policy] of writers) {
      const denials = statementsOf(policy).filter(({ Effect }) => Effect === "Deny");
      expect(denials, id).toHaveLength(1);
      expect(denials[0], id).toMatchObject({
        Action: expect.arrayContaining(["dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"]),
        Condition: { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": patterns } },
      });
    }
  });

  it("nor anybody else of the account: the table's own policy denies it to all", () => {
    const properties = stack.resources("AWS::DynamoDB::Table")[table]?.Properties;
    const policy = properties?.ResourcePolicy as { PolicyDocument: { Statement: unknown[] } } | undefined;
    expect(policy?.PolicyDocument.Statement).toMatchObject([
      {
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: expect.arrayContaining(["dynamodb:UpdateItem", "dynamodb:DeleteItem"]),
        Condition: { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": expect.arrayContaining(["T#*"]) } },
      },
    ]);
  });
});
