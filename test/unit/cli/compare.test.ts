import { describe, expect, it } from "vitest";
import { compareTemplates, lossesIn } from "../../../infra/cli/stack/compare.ts";
import type { StackTemplate, TemplateResource } from "../../../infra/cli/stack/synthesise.ts";
import { synthesise } from "../../infra/synth.ts";

const released = synthesise("keqiao").template.toJSON() as StackTemplate;
const TABLE = Object.keys(released.Resources).find((id) => id.startsWith("DataTable")) ?? "";

const table = released.Resources[TABLE] as TemplateResource;

/** The released template with one resource changed, or taken out. */
const changed = (id: string, resource: TemplateResource | undefined): StackTemplate => {
  const { [id]: _old, ...others } = released.Resources;
  return { ...released, Resources: resource ? { ...others, [id]: resource } : others };
};
const withProperties = (properties: object): StackTemplate =>
  changed(TABLE, { ...table, Properties: { ...table.Properties, ...properties } });

const losses = (after: StackTemplate): string[] =>
  lossesIn(compareTemplates(released, after)).flatMap((change) =>
    change.losses.map(({ en }) => `${change.kind}: ${en}`),
  );

describe("a comparison with the last release", () => {
  it("finds nothing in the same template", () => {
    expect(compareTemplates(released, released)).toEqual({ changes: [], broadened: false });
  });

  it("calls everything new where nothing was released, and nothing lost", () => {
    const comparison = compareTemplates(undefined, released);
    expect(comparison.changes).toHaveLength(Object.keys(released.Resources).length);
    expect(comparison.changes.every(({ kind }) => kind === "create")).toBe(true);
    expect(lossesIn(comparison)).toEqual([]);
  });

  it("names the property of a function that changes, and loses nothing by it", () => {
    const [id, old] = Object.entries(released.Resources).find(([, { Type }]) => Type === "AWS::Lambda::Function") ?? [];
    const after = changed(id ?? "", {
      ...(old as TemplateResource),
      Properties: { ...old?.Properties, MemorySize: 2_048 },
    });
    const { changes } = compareTemplates(released, after);
    expect(changes).toMatchObject([{ id, kind: "update", properties: ["MemorySize"], losses: [] }]);
  });

  it("says that the data stays behind when the table goes or gets another key or name", () => {
    const behind = "all data of the district stays behind in the old table";
    expect(losses(changed(TABLE, undefined))).toEqual([`remove: ${behind}`]);
    expect(losses(withProperties({ TableName: "other" }))).toEqual([`replace: ${behind}`]);
    const KeySchema = [{ AttributeName: "id", KeyType: "HASH" }];
    expect(losses(withProperties({ KeySchema }))).toEqual([`replace: ${behind}`]);
    const { [TABLE]: old, ...others } = released.Resources;
    expect(losses({ ...released, Resources: { ...others, Renamed: old as TemplateResource } })).toEqual([
      `remove: ${behind}`,
    ]);
  });

  it("says which safeguard of the table falls", () => {
    expect(losses(withProperties({ DeletionProtectionEnabled: false }))).toEqual([
      "update: it is no longer protected from deletion",
    ]);
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: false };
    expect(losses(withProperties({ PointInTimeRecoverySpecification }))).toEqual([
      "update: it can no longer be restored to a point in time",
    ]);
    expect(losses(changed(TABLE, { ...table, DeletionPolicy: "Delete", UpdateReplacePolicy: "Delete" }))).toEqual([
      "update: it would be deleted with the stack",
      "update: the old table would be deleted at a replacement",
    ]);
  });

  it("says that an index goes, and that items would be dropped by another attribute", () => {
    const indexes = table.Properties?.GlobalSecondaryIndexes as { IndexName: string }[];
    expect(losses(withProperties({ GlobalSecondaryIndexes: indexes.slice(1) }))).toEqual([
      "update: the index gs1 is deleted",
    ]);
    const TimeToLiveSpecification = { AttributeName: "at", Enabled: true };
    expect(losses(withProperties({ TimeToLiveSpecification }))).toEqual(["update: items are dropped by their at"]);
  });

  it.each([
    ["AWS::ApiGatewayV2::Api", "the API's address changes under its front ends"],
    ["AWS::SNS::Topic", "the subscriptions to the alarms are lost"],
    ["AWS::Events::EventBus", "rules and subscribers of the bus are lost"],
    ["AWS::SQS::Queue", "given-up work that waits in it is lost"],
  ])("says what goes with a %s", (type, loss) => {
    const id = Object.keys(released.Resources).find((one) => released.Resources[one]?.Type === type) ?? "";
    expect(losses(changed(id, undefined))).toEqual([`remove: ${loss}`]);
  });
});
