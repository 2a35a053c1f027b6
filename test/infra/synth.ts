/** Synthesises a district's stack from placeholder bundles, so that a test of the template bundles nothing. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { districtApp } from "../../infra/aws/district-stack.ts";
import { functionEntries } from "../../infra/bundle.ts";
import { districtFile, loadDistrict } from "../../infra/districts/load.ts";
import type { Aws, District } from "../../schemas/district.ts";

/** One resource of a template as CloudFormation reads it. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: string[];
}

export interface Synthesised {
  readonly district: District;
  readonly template: Template;
  /** The edge's own stack, where the district has one. */
  readonly edge?: Template;
  /** Resources of a type by logical id. */
  readonly resources: (type: string) => Record<string, Resource>;
  /** Findings of cdk-nag without an acknowledgement, `rule: construct path`. */
  readonly findings: readonly string[];
  /** The whole template as text. */
  readonly text: string;
}

/** The context of cdk.json, which `cdk synth` gives to the app. */
const context = (JSON.parse(readFileSync("cdk.json", "utf8")) as { context: Record<string, unknown> }).context;

/** Template and findings of district `id`, in `region` or in none. */
export const synthesise = (id: string, region?: string, aws: Partial<Aws> = {}): Synthesised => {
  const folder = mkdtempSync(join(tmpdir(), "linli-infra-"));
  try {
    const bundles = join(folder, "bundles");
    for (const { name } of functionEntries) {
      mkdirSync(join(bundles, name), { recursive: true });
      writeFileSync(join(bundles, name, "index.mjs"), `export const handler = async () => "${name}";\n`);
      copyFileSync(districtFile(id), join(bundles, name, "district.json"));
    }
    const file = loadDistrict(id);
    const district = { ...file, aws: { ...file.aws, ...aws } };
    const env = region === undefined ? {} : { env: { account: "111122223333", region } };
    const { app, stack, edge } = districtApp(
      { district, bundles, version: "0.0.0", ...env },
      { context, outdir: join(folder, "out"), analyticsReporting: false },
    );
    const template = Template.fromStack(stack);
    const reports = [new AwsSolutionsChecks(), new ServerlessChecks()].map((pack) => pack.validateScope(app));
    const findings = reports.flatMap(({ violations }) =>
      violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName}: ${constructPath}`),
      ),
    );
    return {
      district,
      template,
      ...(edge ? { edge: Template.fromStack(edge) } : {}),
      resources: (type) => template.findResources(type) as Record<string, Resource>,
      findings,
      text: JSON.stringify(template.toJSON()),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
