/** Synth, diff and deploy of a district's stack. */
import { createRequire } from "node:module";
import { relative } from "node:path";
import { type Cli, EXIT, Failure, paint, say } from "../cli.ts";
import { type Change, type Comparison, compareTemplates, lossesIn } from "../stack/compare.ts";
import { keepRelease, lastRelease, type Release } from "../stack/released.ts";
import { ROOT, type Synthesised, synthesise } from "../stack/synthesise.ts";

/** Options of synth, diff and deploy. */
export interface StackOptions {
  readonly districts?: string;
  readonly region?: string;
  readonly profile?: string;
  readonly out?: string;
  /** Folder of the kept releases; the repository's own by default. */
  readonly released?: string;
}

const regionOf = (cli: Cli, options: StackOptions, release?: Release): string | undefined =>
  options.region ?? cli.env.AWS_REGION ?? cli.env.AWS_DEFAULT_REGION ?? release?.region ?? undefined;

/** `synth`: writes the cloud assembly and says where the template is. Returns the exit code. */
export const synthCommand = async (cli: Cli, id: string, options: StackOptions & { print?: boolean }) => {
  const { districts, out } = options;
  const made = await synthesise(id, { districts, out, region: regionOf(cli, options) });
  if (options.print) cli.print(JSON.stringify(made.template, null, 2));
  else {
    const count = Object.keys(made.template.Resources).length;
    const file = relative(process.cwd(), made.templateFile);
    cli.print(
      say(cli, { zh: `${made.stack}：${count} 个资源，${file}`, en: `${made.stack}: ${count} resources, ${file}` }),
    );
  }
  return EXIT.done;
};

const MARKS = { create: "+", update: "~", replace: "±", remove: "-" } as const;
const COLOURS = { create: "green", update: "yellow", replace: "yellow", remove: "yellow" } as const;

const printChange = (cli: Cli, { kind, type, path, id, properties, losses }: Change): void => {
  const names = properties.length === 0 ? "" : `  (${properties.join(", ")})`;
  const line = `${MARKS[kind]} ${type}  ${path}${names}`;
  if (losses.length === 0) {
    cli.print(paint(cli, COLOURS[kind], line));
    return;
  }
  cli.print(paint(cli, "red", line));
  for (const words of losses) cli.print(paint(cli, "red", `    ! ${id}: ${say(cli, words)}`));
};

/** A first release is a hundred resources and more: how many of which type says it better. */
const printFirst = (cli: Cli, { changes }: Comparison): void => {
  cli.print(say(cli, { zh: "尚未发布过：以下全部为新建。", en: "Nothing has been released yet: all of this is new." }));
  const counts = new Map<string, number>();
  for (const { type } of changes) counts.set(type, (counts.get(type) ?? 0) + 1);
  for (const [type, count] of [...counts].sort(([a], [b]) => a.localeCompare(b))) {
    cli.print(paint(cli, COLOURS.create, `${MARKS.create} ${String(count).padStart(3)} ${type}`));
  }
};

const printComparison = (cli: Cli, comparison: Comparison, release: Release | undefined): void => {
  if (!release) {
    printFirst(cli, comparison);
    return;
  }
  const { releasedAt, version } = release;
  cli.print(say(cli, { zh: `与 ${releasedAt} 发布的 ${version} 相比：`, en: `Against ${version} of ${releasedAt}:` }));
  if (comparison.changes.length === 0) cli.print(say(cli, { zh: "没有变化。", en: "Nothing changes." }));
  for (const change of comparison.changes) printChange(cli, change);
  if (comparison.broadened) {
    const words = { zh: "权限会变宽，请核对。", en: "Permissions become broader: look at them." };
    cli.print(paint(cli, "yellow", say(cli, words)));
  }
};

const plan = async (cli: Cli, id: string, options: StackOptions) => {
  const release = lastRelease(id, options.released);
  const region = regionOf(cli, options, release);
  const made = await synthesise(id, { districts: options.districts, out: options.out, region });
  const comparison = compareTemplates(release?.template, made.template);
  printComparison(cli, comparison, release);
  return { made, comparison, region };
};

/** `diff`: what a deploy would change against the last release. Exit code 3 where something would be lost. */
export const diffCommand = async (cli: Cli, id: string, options: StackOptions): Promise<number> => {
  const { comparison } = await plan(cli, id, options);
  return lossesIn(comparison).length > 0 ? EXIT.look : EXIT.done;
};

export interface DeployOptions extends StackOptions {
  readonly yes?: boolean;
  /** Logical ids whose loss is meant. */
  readonly lose?: readonly string[];
}

const refuseLosses = (comparison: Comparison, meant: readonly string[]): void => {
  const ids = lossesIn(comparison)
    .map(({ id }) => id)
    .filter((id) => !meant.includes(id));
  if (ids.length === 0) return;
  const flags = ids.map((id) => `--lose ${id}`).join(" ");
  throw new Failure(
    {
      zh: `这次部署会造成上面红色所示的丢失，已停止；如确属有意，请先 export，再加上 ${flags}。`,
      en: `This deploy would lose what is red above and was stopped; if you mean it, export first, then add ${flags}.`,
    },
    EXIT.look,
  );
};

const consent = async (cli: Cli, stack: string, yes: boolean): Promise<boolean> => {
  if (yes) return true;
  if (!cli.interactive) {
    throw new Failure(
      { zh: "这里没有人可以确认；请加上 --yes。", en: "There is nobody to ask here; add --yes." },
      EXIT.usage,
    );
  }
  const question = say(cli, { zh: `部署 ${stack} 吗？输入 yes 确认：`, en: `Deploy ${stack}? Type yes: ` });
  return (await cli.ask(question)).toLowerCase() === "yes";
};

/** Runs the CDK on the very assembly that was compared: what was shown is what is deployed. */
const runCdk = async (cli: Cli, made: Synthesised, options: StackOptions, region: string | undefined) => {
  const cdk = createRequire(import.meta.url).resolve("aws-cdk/bin/cdk");
  const profile = options.profile === undefined ? [] : ["--profile", options.profile];
  const args = [cdk, "deploy", "--all", "--app", made.assembly, "--require-approval", "never", ...profile];
  const env = { ...cli.env, ...(region === undefined ? {} : { AWS_REGION: region }) };
  const code = await cli.run(process.execPath, args, { cwd: ROOT, env });
  if (code === 0) return;
  throw new Failure({
    zh: `cdk deploy 以 ${code} 结束，上面是它的说明；堆栈由 CloudFormation 回退到之前的状态。请修正后重试，或运行 doctor。`,
    en:
      `cdk deploy ended with ${code} and says why above; CloudFormation takes the stack back to where it was. ` +
      "Mend the cause and deploy again, or run doctor.",
  });
};

/** `deploy`: shows the plan, asks, deploys, and keeps the template as the last release. Returns the exit code. */
export const deployCommand = async (cli: Cli, id: string, options: DeployOptions): Promise<number> => {
  const { made, comparison, region } = await plan(cli, id, options);
  refuseLosses(comparison, options.lose ?? []);
  if (!(await consent(cli, made.stack, options.yes ?? false))) {
    cli.print(say(cli, { zh: "没有部署。", en: "Nothing was deployed." }));
    return EXIT.failed;
  }
  await runCdk(cli, made, options, region);
  const { template, version } = made;
  const releasedAt = cli.now().toISOString();
  const release = { district: id, version, releasedAt, region: region ?? null, template };
  const file = relative(process.cwd(), keepRelease(release, options.released));
  cli.print(
    say(cli, {
      zh: `已部署；请提交 ${file}，下次据它比较。`,
      en: `Deployed. Commit ${file}: the next diff is against it.`,
    }),
  );
  return EXIT.done;
};
