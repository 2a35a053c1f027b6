import { describe, expect, it } from "vitest";
import { environmentOf, requireCapabilities } from "../../infra/aws/regions.ts";
import { DistrictRefused, listDistricts, loadDistrict } from "../../infra/districts/load.ts";
import type { Aws } from "../../schemas/district.ts";
import { type Resource, synthesise } from "./synth.ts";

const CHINA = ["cn-north-1", "cn-northwest-1"];
const types = (template: { toJSON(): { Resources?: Record<string, Resource> } }) =>
  [...new Set(Object.values(template.toJSON().Resources ?? {}).map(({ Type }) => Type))].sort();

/**
 * What the China regions lack, after "Getting Started with Amazon Web Services in China" (docs.amazonaws.cn/en_us/aws/
 * latest/userguide: pages lambda, api-gateway, dynamodb, waf, cloudfront; read in November 2026).
 */
const LACKING_TYPES = /Cognito|XRay|Lambda::Url|GlobalTable|CloudFront|WAFv2|Shield|ApiGateway::|Events::Endpoint/;
/** Names of services that may act for the district; they are the same in every partition, unlike endpoints. */
const PRINCIPALS = ["apigateway", "cloudwatch", "lambda", "scheduler"].map((name) => `${name}.amazonaws.com`);
const hostsIn = (text: string) => [...new Set(text.match(/[\w.-]*amazonaws\.com[\w.]*/g))].sort();

const LACKING_PROPERTIES = [/"TracingConfig"/, /"SnapStart"/, /"ProvisionedPollerConfig"/, /"MetricsConfig"/];

describe.each(CHINA)("a stack in %s", (region) => {
  const stack = synthesise("demo", region);

  it("uses nothing that the region lacks", () => {
    expect(types(stack.template).filter((type) => LACKING_TYPES.test(type))).toEqual([]);
    for (const property of LACKING_PROPERTIES) expect(stack.text).not.toMatch(property);
  });

  it("tags no event source mapping, which cannot have tags there", () => {
    const [mapping] = Object.values(stack.resources("AWS::Lambda::EventSourceMapping"));
    expect(mapping?.Properties).not.toHaveProperty("Tags");
  });

  it("runs on x86_64 and passes cdk-nag", () => {
    const functions = Object.values(stack.resources("AWS::Lambda::Function"));
    expect(functions.map(({ Properties }) => Properties.Architectures)).toEqual(functions.map(() => ["x86_64"]));
    expect(stack.findings).toEqual([]);
  });

  it("names no ARN or endpoint of the other partition", () => {
    expect(stack.text.match(/arn:aws:[^"]*/g)).toBeNull();
    expect(hostsIn(stack.text)).toEqual(PRINCIPALS);
  });

  it.each(["edge", "tracing"] as const)("is refused with %s, saying why and what to do", (name) => {
    const make = () => synthesise("demo", region, { [name]: true });
    expect(make).toThrow(DistrictRefused);
    expect(make).toThrow(new RegExp(`aws\\.${name} = true: .*turn it off`));
  });
});

describe("a template without a region", () => {
  const stack = synthesise("demo");

  it("names no partition: neither an ARN nor an endpoint of one", () => {
    expect(stack.text.match(/arn:aws[^"]*/g)).toBeNull();
    expect(hostsIn(stack.text)).toEqual(PRINCIPALS);
  });

  it("cannot have an edge, whose firewall needs to know the region", () => {
    expect(() => synthesise("demo", undefined, { edge: true })).toThrow(/aws\.edge = true: .*set aws.region/);
  });
});

describe("the switches of a district, where the region has them", () => {
  const all: Partial<Aws> = { edge: true, tracing: true, customerKey: true };
  const stack = synthesise("demo", "ap-southeast-1", all);

  it("make a firewall and a distribution that caches nothing, in a stack of their own", () => {
    expect(types(stack.template).filter((type) => /CloudFront|WAFv2/.test(type))).toEqual([]);
    const edge = stack.edge?.toJSON();
    expect(types(stack.edge as NonNullable<typeof stack.edge>)).toEqual(
      expect.arrayContaining(["AWS::CloudFront::Distribution", "AWS::WAFv2::WebACL"]),
    );
    // CloudFront's managed policy "CachingDisabled".
    expect(JSON.stringify(edge)).toContain("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
  });

  it("leave room for more: CloudFormation takes 500 resources in a stack", () => {
    const count = Object.keys((stack.template.toJSON() as { Resources: object }).Resources).length;
    expect(count).toBeGreaterThan(400);
    expect(count).toBeLessThanOrEqual(450);
  });

  it("trace every function, by X-Ray's two actions", () => {
    for (const [id, { Properties }] of Object.entries(stack.resources("AWS::Lambda::Function"))) {
      if (!id.startsWith("Custom")) expect(Properties.TracingConfig, id).toEqual({ Mode: "Active" });
    }
  });

  it("encrypt the table by a key that rotates, stays, and serves DynamoDB alone", () => {
    const [id, key] = Object.entries(stack.resources("AWS::KMS::Key"))[0] ?? [];
    expect(key).toMatchObject({ DeletionPolicy: "Retain", Properties: { EnableKeyRotation: true } });
    expect(JSON.stringify(key)).toContain("kms:ViaService");
    const [table] = Object.values(stack.resources("AWS::DynamoDB::Table"));
    expect(table?.Properties.SSESpecification).toMatchObject({
      SSEEnabled: true,
      SSEType: "KMS",
      KMSMasterKeyId: { "Fn::GetAtt": [id, "Arn"] },
    });
  });

  it("pass cdk-nag", () => {
    expect(stack.findings).toEqual([]);
  });

  it("are all off by default", () => {
    expect(types(synthesise("demo").template).filter((type) => /KMS|CloudFront|WAF/.test(type))).toEqual([]);
  });
});

describe("the region of a district", () => {
  it("is its file's; without one the template fits any, whatever the shell says", () => {
    const aws = { edge: false, customerKey: false, tracing: false };
    expect(environmentOf(aws, "111122223333")).toEqual({});
    expect(environmentOf({ ...aws, region: "cn-north-1" }, undefined)).toEqual({ region: "cn-north-1" });
    expect(environmentOf({ ...aws, region: "cn-north-1" }, "111122223333").account).toBe("111122223333");
    const own = { ...aws, region: "cn-north-1", account: "444455556666" };
    expect(environmentOf(own, "111122223333").account).toBe("444455556666");
  });

  it.each(listDistricts())("has what %s asks for", (id) => {
    const district = loadDistrict(id);
    expect(() => requireCapabilities(district, district.aws.region)).not.toThrow();
  });
});
