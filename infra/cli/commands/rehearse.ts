/** `rehearse`: the real application deployed, changed and destroyed on an emulator, by the real CDK. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { districtFile, loadDistrict } from "../../districts/load.ts";
import { type Cli, EXIT, Failure, say, type Words } from "../cli.ts";
import { type Emulator, openEmulator } from "../rehearsal/emulator.ts";
import {
  forEmulator,
  missingResources,
  replacedResources,
  tableDifferences,
  templateTableFaults,
  unexpectedChanges,
} from "../rehearsal/expect.ts";
import { NOBODY, openStage, type Stage } from "../rehearsal/stage.ts";
import { compareTemplates } from "../stack/compare.ts";
import { type StackTemplate, type Synthesised, synthesise } from "../stack/synthesise.ts";

/** Account that moto pretends to be. */
const ACCOUNT = "123456789012";
/** Where the file names no region; the emulator has all. */
const REGION = "us-east-1";
const TABLE_TYPE = "AWS::DynamoDB::Table";

export interface RehearseOptions {
  readonly districts?: string;
  readonly region?: string;
}

/** The outside of a rehearsal; tests put their own in its place. */
export interface Theatre {
  readonly open: (env: Cli["env"]) => Promise<Emulator>;
  readonly stage: (endpoint: string, region: string) => Stage;
  readonly synthesise: typeof synthesise;
}

const real: Theatre = { open: openEmulator, stage: openStage, synthesise };

/** One district in its two versions, synthesised. */
export interface Script {
  readonly first: Synthesised;
  readonly changed: Synthesised;
  readonly region: string;
}

/** A rehearsal under way. */
interface Scene {
  readonly cli: Cli;
  readonly stage: Stage;
  readonly script: Script;
  readonly cdk: (...args: string[]) => Promise<void>;
}

/** Environment of the CDK: nothing of the caller's AWS settings, credentials of nobody, this machine as all of AWS. */
export const emulatedEnv = (env: Cli["env"], endpoint: string, region: string, home: string): Cli["env"] => ({
  PATH: env.PATH,
  HOME: home,
  AWS_CONFIG_FILE: join(home, "none"),
  AWS_SHARED_CREDENTIALS_FILE: join(home, "none"),
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_ACCESS_KEY_ID: NOBODY.accessKeyId,
  AWS_SECRET_ACCESS_KEY: NOBODY.secretAccessKey,
  AWS_ENDPOINT_URL: endpoint,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  CI: "true",
  NO_COLOR: "1",
});

const failure = (words: Words): Failure => new Failure(words);

/** Fails with what is wrong, one line each. */
const hold = (wrong: readonly string[], words: Words): void => {
  if (wrong.length === 0) return;
  const lines = wrong.map((line) => `\n  ${line}`).join("");
  throw failure({ zh: `${words.zh}${lines}`, en: `${words.en}${lines}` });
};

/** The file's own rules, in the emulator's account, and with one schedule a minute later. */
const writeVersions = (id: string, options: RehearseOptions, folder: string): void => {
  const raw = JSON.parse(readFileSync(districtFile(id, options.districts), "utf8")) as Record<string, object>;
  const { account: _, ...aws } = { account: undefined, ...raw.aws };
  const { holdExpiryMinutes } = loadDistrict(id, options.districts).jobs;
  const later = holdExpiryMinutes === 1 ? 2 : holdExpiryMinutes - 1;
  const versions = { first: {}, changed: { jobs: { ...raw.jobs, holdExpiryMinutes: later } } };
  for (const [name, change] of Object.entries(versions)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, `${id}.json`), JSON.stringify({ ...raw, aws, ...change }));
  }
};

/** Makes an assembly fit for the emulator: its template, and no protection of the stack, which moto cannot set. */
const adapt = (made: Synthesised): void => {
  writeFileSync(made.templateFile, JSON.stringify(forEmulator(made.template)));
  const file = join(made.assembly, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as {
    artifacts: Record<string, { type: string; properties?: { terminationProtection?: boolean } }>;
  };
  for (const { type, properties } of Object.values(manifest.artifacts)) {
    if (type === "aws:cloudformation:stack" && properties) properties.terminationProtection = false;
  }
  writeFileSync(file, JSON.stringify(manifest));
};

const prepare = async (id: string, options: RehearseOptions, folder: string, make: typeof synthesise) => {
  writeVersions(id, options, folder);
  const region = loadDistrict(id, options.districts).aws.region ?? options.region ?? REGION;
  const version = async (name: string): Promise<Synthesised> => {
    const made = await make(id, { districts: join(folder, name), out: join(folder, `${name}.out`), region });
    adapt(made);
    return made;
  };
  return { first: await version("first"), changed: await version("changed"), region };
};

const tableOf = (template: StackTemplate, made: ReadonlyMap<string, string>): string => {
  const [id] = Object.entries(template.Resources).find(([, { Type }]) => Type === TABLE_TYPE) ?? [];
  return made.get(id ?? "") ?? "";
};

const tell = (cli: Cli, zh: string, en: string): void => cli.print(`✓ ${say(cli, { zh, en })}`);

const firstDeploy = async ({ cli, stage, script, cdk }: Scene): Promise<string> => {
  const { first, region } = script;
  await cdk("bootstrap", `aws://${ACCOUNT}/${region}`);
  await cdk("deploy", first.stack, "--app", first.assembly, "--require-approval", "never");
  const made = await stage.resources(first.stack);
  hold(missingResources(first.template, made), {
    zh: "首次部署缺少以下资源：",
    en: "The first deploy did not make these resources:",
  });
  const table = tableOf(first.template, made);
  const described = await stage.table(table);
  hold(described ? [...tableDifferences(described), ...templateTableFaults(first.template)] : ["- table"], {
    zh: "部署的表与本地服务的表不同：",
    en: "The deployed table differs from that of the local server:",
  });
  await stage.leave(table);
  tell(
    cli,
    `已部署 ${made.size} 个资源；表与本地相同`,
    `deployed ${made.size} resources; the table is the local server's`,
  );
  return table;
};

const secondDeploy = async ({ cli, stage, script: { first }, cdk }: Scene): Promise<void> => {
  const before = await stage.events(first.stack);
  await cdk("deploy", first.stack, "--app", first.assembly, "--require-approval", "never");
  const more = (await stage.events(first.stack)) - before;
  hold(more === 0 ? [] : [`${more}`], {
    zh: "再次部署本应没有变化，却有堆栈事件：",
    en: "The second deploy should change nothing, but the stack had events:",
  });
  tell(cli, "再次部署：没有变化", "deployed again: no change");
};

/** A function's code, by which an update is seen; `/health` is in every district. */
const codeOf = async (stage: Stage, made: ReadonlyMap<string, string>): Promise<string> => {
  const [, name] = [...made].find(([id]) => /^ApiSystemFunction[0-9A-F]{8}$/.test(id)) ?? [];
  return (name && (await stage.code(name))) ?? "";
};

const changedDeploy = async ({ cli, stage, script, cdk }: Scene, table: string): Promise<void> => {
  const { first, changed } = script;
  const comparison = compareTemplates(first.template, changed.template);
  hold(unexpectedChanges(comparison), {
    zh: "改动一个时间表，却会改变：",
    en: "One schedule was changed, but these would change:",
  });
  const before = await stage.resources(first.stack);
  const code = await codeOf(stage, before);
  // Moto cannot remove the change set of the first deploy, and keeps no value of a parameter left to its default.
  await cdk(
    "deploy",
    first.stack,
    "--app",
    changed.assembly,
    "--require-approval",
    "never",
    "--method",
    "direct",
    "--no-previous-parameters",
  );
  const deployed = JSON.parse(await stage.template(first.stack)) as StackTemplate;
  const rest = compareTemplates(forEmulator(changed.template), deployed).changes.map(({ path }) => path);
  hold(rest, { zh: "模拟器没有收到变化：", en: "The emulator did not get these changes:" });
  hold(replacedResources(first.template, before, await stage.resources(first.stack)), {
    zh: "以下资源被替换：",
    en: "These resources were replaced:",
  });
  hold((await codeOf(stage, before)) === code ? ["ApiSystem"] : [], {
    zh: "函数代码没有更新：",
    en: "The function's code was not updated:",
  });
  await holdData(stage, table);
  const count = comparison.changes.length;
  tell(
    cli,
    `部署改动：${count} 处变化，无替换`,
    `deployed a change: ${count} resources changed in place, none replaced`,
  );
};

const holdData = async (stage: Stage, table: string): Promise<void> =>
  hold((await stage.kept(table)) ? [] : [table], { zh: "数据丢失：", en: "The data is gone:" });

const destroy = async ({ cli, stage, script, cdk }: Scene, table: string): Promise<void> => {
  const { changed } = script;
  await cdk("destroy", changed.stack, "--app", changed.assembly, "--force");
  hold((await stage.exists(changed.stack)) ? [changed.stack] : [], {
    zh: "堆栈仍在：",
    en: "The stack is still there:",
  });
  hold((await stage.table(table)) ? [] : [table], { zh: "表被删除：", en: "The table was deleted:" });
  await holdData(stage, table);
  tell(cli, "已删除堆栈；表和数据保留", "destroyed the stack; table and data are kept");
};

const cdkOf =
  (cli: Cli, env: Cli["env"], cwd: string): Scene["cdk"] =>
  async (...args) => {
    const program = createRequire(import.meta.url).resolve("aws-cdk/bin/cdk");
    const code = await cli.run(process.execPath, [program, ...args], { cwd, env });
    if (code === 0) return;
    throw failure({
      zh: `cdk ${args[0]} 以 ${code} 结束，上面是它的说明；演练已停止，没有触及任何 AWS 账户。`,
      en: `cdk ${args[0]} ended with ${code} and says why above; the rehearsal stopped, and no account was touched.`,
    });
  };

/**
 * Deploys the district to an emulator on this machine, again, with a changed file, and destroys it; holds each step to
 * what it must leave. Throws `Failure` at the first that does not, or when there is no emulator. Returns the exit code.
 */
export const rehearseCommand = async (
  cli: Cli,
  id: string,
  options: RehearseOptions,
  theatre: Theatre = real,
): Promise<number> => {
  loadDistrict(id, options.districts);
  const emulator = await theatre.open(cli.env);
  const folder = mkdtempSync(join(tmpdir(), "linli-rehearsal-"));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clear);
  let stage: Stage | undefined;
  try {
    const script = await prepare(id, options, folder, theatre.synthesise);
    stage = theatre.stage(emulator.endpoint, script.region);
    const env = emulatedEnv(cli.env, emulator.endpoint, script.region, folder);
    const scene = { cli, stage, script, cdk: cdkOf(cli, env, folder) };
    const table = await firstDeploy(scene);
    await secondDeploy(scene);
    await changedDeploy(scene, table);
    await destroy(scene, table);
    return EXIT.done;
  } finally {
    stage?.close();
    await emulator.stop();
    clear();
    process.off("exit", clear);
  }
};
