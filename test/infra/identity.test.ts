import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { synthesise } from "./synth.ts";

/** Logical ids that CloudFormation knows things by which hold data or are known outside; a change replaces them. */
const FILE = "test/infra/stateful.json";

/** Types whose loss loses data, events or evidence, or breaks an address that others have noted. */
const STATEFUL = [
  "AWS::ApiGatewayV2::Api",
  "AWS::DynamoDB::Table",
  "AWS::Events::Archive",
  "AWS::Events::EventBus",
  "AWS::KMS::Key",
  "AWS::Logs::LogGroup",
  "AWS::SNS::Topic",
  "AWS::SQS::Queue",
];

const stateful = () => {
  const { resources } = synthesise("demo", undefined, { customerKey: true });
  return Object.fromEntries(STATEFUL.map((type) => [type, Object.keys(resources(type)).sort()]));
};

describe("what holds state", () => {
  const found = stateful();
  if (process.env.LINLI_UPDATE) writeFileSync(FILE, `${JSON.stringify(found, null, 2)}\n`);
  const committed = JSON.parse(readFileSync(FILE, "utf8")) as Record<string, string[]>;

  it("keeps its identity: renaming a construct would replace a deployed table, queue or log", () => {
    const lost = Object.entries(committed).flatMap(([type, ids]) => ids.filter((id) => !found[type]?.includes(id)));
    expect(lost, "put the construct's old id back, or migrate the data and run this test with LINLI_UPDATE=1").toEqual(
      [],
    );
  });

  it("stands in the committed list as soon as it is added", () => {
    expect(found, "LINLI_UPDATE=1 npx vitest run test/infra/identity.test.ts").toEqual(committed);
  });

  it("has a type that this test knows, or can be made anew", () => {
    const { template } = synthesise("demo", undefined, { customerKey: true });
    const types = new Set(Object.values(template.toJSON().Resources as object).map(({ Type }) => Type as string));
    const remade =
      /IAM|Lambda|Scheduler|CloudWatch|Policy$|ApiGatewayV2::(Authorizer|Integration|Route|Stage)|Custom::/;
    const other = [...types].filter((type) => !STATEFUL.includes(type) && !remade.test(type));
    expect(other).toEqual(["AWS::Logs::MetricFilter"]);
  });
});
