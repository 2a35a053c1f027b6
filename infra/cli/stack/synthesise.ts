/** A district's template, made in this process from the same bundles and stack as `cdk synth` makes it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { districtApp } from "../../aws/district-stack.ts";
import { environmentOf, requireCapabilities } from "../../aws/regions.ts";
import { bundleFunctions } from "../../bundle.ts";
import { districtFile, loadDistrict } from "../../districts/load.ts";

/** Folder of the repository. */
export const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** A CloudFormation template as far as this command looks into it. */
export interface StackTemplate {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

/** One resource of a template. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** What a synthesis has made. */
export interface Synthesised {
  readonly template: StackTemplate;
  readonly stack: string;
  readonly version: string;
  /** Cloud assembly that `cdk deploy --app` takes as it is. */
  readonly assembly: string;
  readonly templateFile: string;
}

/** What to make, and where. */
export interface SynthesisOptions {
  readonly districts?: string | undefined;
  /** For a district whose file names none; without any the template fits every region but China's. */
  readonly region?: string | undefined;
  /** Folder of the cloud assembly; default `cdk.out/<district>`. */
  readonly out?: string | undefined;
  readonly account?: string | undefined;
}

/** Version of the product, from package.json. */
export const productVersion = (): string =>
  (JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }).version;

/**
 * Checks the district's file, bundles the functions and synthesises the stack. Throws `DistrictRefused`, or an error
 * that lists what cdk-nag or the bundler refuse.
 */
export const synthesise = async (id: string, options: SynthesisOptions): Promise<Synthesised> => {
  const { region, account } = options;
  const district = loadDistrict(id, options.districts);
  const bundles = join(ROOT, "dist", id);
  const text = readFileSync(districtFile(id, options.districts), "utf8");
  await bundleFunctions({ outDir: bundles, beside: { "district.json": text } });
  const assembly = options.out ?? join(ROOT, "cdk.out", id);
  const { context } = JSON.parse(readFileSync(join(ROOT, "cdk.json"), "utf8")) as { context: Record<string, unknown> };
  const env = environmentOf({ ...district.aws, region: district.aws.region ?? region }, account);
  requireCapabilities(district, env.region);
  const version = productVersion();
  const { app, stack } = districtApp(
    { district, bundles, version, env },
    // As the CDK's own command does: construct paths say more to a reader than logical ids.
    { context: { ...context, "aws:cdk:enable-path-metadata": true }, outdir: assembly, analyticsReporting: false },
  );
  const artifact = app.synth().getStackByName(stack.stackName);
  const template = artifact.template as StackTemplate;
  return { template, stack: stack.stackName, version, assembly, templateFile: artifact.templateFullPath };
};
