/** Synthesises a district's stack from placeholder bundles, so that a test of the template bundles nothing. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks } from "cdk-nag";
import { districtApp } from "../../infra/aws/district-stack.ts";
import { functionEntries } from "../../infra/bundle.ts";
import { loadDistrict } from "../../infra/districts/load.ts";
import type { District } from "../../schemas/district.ts";

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
export const synthesise = (id: string, region?: string): Synthesised => {
  const folder = mkdtempSync(join(tmpdir(), "linli-infra-"));
  try {
    const bundles = join(folder, "bundles");
    for (const { name } of functionEntries) {
      mkdirSync(join(bundles, name), { recursive: true });
      writeFileSync(join(bundles, name, "index.mjs"), `export const handler = async () => "${name}";\n`);
    }
    const district = loadDistrict(id);
    const env = region === undefined ? {} : { env: { account: "111122223333", region } };
    const { app, stack } = districtApp(
      { district, bundles, version: "0.0.0", ...env },
      { context, outdir: join(folder, "out"), analyticsReporting: false },
    );
    const template = Template.fromStack(stack);
    const report = new AwsSolutionsChecks().validateScope(app);
    const findings = report.violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName}: ${constructPath}`),
    );
    return {
      district,
      template,
      resources: (type) => template.findResources(type) as Record<string, Resource>,
      findings,
      text: JSON.stringify(template.toJSON()),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
