/** The command line: every command with its options, its help and examples. What they do stands in commands/. */
import { existsSync, statSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type Cli, EXIT, say, type Words } from "./cli.ts";
import { type VerifyOptions, verifyBundleCommand } from "./commands/bundle.ts";
import {
  auditCommand,
  type ExportCommand,
  exportCommand,
  type RestoreCommand,
  restoreCommand,
  type VerifyCommand,
  verifyCommand,
} from "./commands/data.ts";
import { type DoctorOptions, doctorCommand } from "./commands/doctor.ts";
import { checkCommand, type InitOptions, initCommand, listCommand } from "./commands/files.ts";
import { listJobsCommand, runJobCommand } from "./commands/jobs.ts";
import { type RehearseOptions, rehearseCommand } from "./commands/rehearse.ts";
import { type DeployOptions, deployCommand, diffCommand, type StackOptions, synthCommand } from "./commands/stack.ts";
import { tell } from "./faults.ts";
import type { TargetOptions } from "./target.ts";

const NAME = "npm run district --";
const PASSES_MAX = 100;

/** What a command line came to. */
interface Outcome {
  code: number;
}

const passes = (text: string): number => {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 2 && count <= PASSES_MAX) return count;
  throw new InvalidArgumentError(`an integer from 2 to ${PASSES_MAX}`);
};

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** A command with its words in the person's language. */
class Builder {
  readonly #cli: Cli;
  readonly #outcome: Outcome;

  constructor(cli: Cli, outcome: Outcome) {
    this.#cli = cli;
    this.#outcome = outcome;
  }

  words(zh: string, en: string): string {
    return say(this.#cli, { zh, en });
  }

  /** Adds a command; its examples follow its help. */
  add(parent: Command, usage: string, about: Words, examples: readonly string[] = []): Command {
    const command = parent.command(usage).description(say(this.#cli, about));
    if (examples.length === 0) return command;
    const heading = this.words("示例：", "Examples:");
    return command.addHelpText("after", `\n${heading}\n${examples.map((line) => `  ${NAME} ${line}`).join("\n")}`);
  }

  option(command: Command, flags: string, zh: string, en: string, change?: (option: Option) => Option): Command {
    const option = new Option(flags, this.words(zh, en));
    return command.addOption(change ? change(option) : option);
  }

  /** Where the table is. */
  target(command: Command): Command {
    this.option(
      command,
      "--endpoint <url>",
      "本机或其他 DynamoDB 引擎的地址",
      "address of a DynamoDB engine, such as the local one",
    );
    this.option(
      command,
      "--data <folder>",
      "已停止的本地服务的数据文件夹",
      "data folder of a local server that is stopped",
      (option) => option.conflicts("endpoint"),
    );
    this.option(
      command,
      "--table <name>",
      "数据表名（默认取自堆栈，本地为 linli-<区>）",
      "table (default: the stack's; linli-<district> on an engine)",
    );
    return this.files(this.aws(command));
  }

  aws(command: Command): Command {
    this.option(command, "--region <name>", "AWS 区域", "AWS region");
    return this.option(command, "--profile <name>", "AWS 配置名", "AWS profile");
  }

  files(command: Command): Command {
    return this.option(command, "--districts <folder>", "区文件所在文件夹", "folder of the district files");
  }

  /** Keeps the exit code of what a command does. */
  run<A extends unknown[]>(work: (...args: A) => number | Promise<number>): (...args: A) => Promise<void> {
    return async (...args) => {
      this.#outcome.code = await work(...args);
    };
  }
}

const addFiles = (builder: Builder, program: Command, cli: Cli): void => {
  const about = {
    zh: "由预设新建一个区文件（在终端上逐项询问）",
    en: "make a district file from a preset; asks on a terminal",
  };
  const init = builder.files(
    builder.add(program, "init <district>", about, [
      "init paojiang",
      "init paojiang --preset yuecheng --name-zh 袍江新区 --name-en Paojiang \\\n" +
        "    --issuer https://id.paojiang.example/ --community doumen:斗门街道:Doumen",
    ]),
  );
  builder.option(init, "--preset <district>", "以哪个区的规则为起点", "district whose rules to start from");
  builder.option(init, "--name-zh <name>", "中文名称", "Chinese name");
  builder.option(init, "--name-en <name>", "英文名称", "English name");
  builder.option(init, "--issuer <url>", "OIDC 签发者", "OIDC issuer");
  builder.option(init, "--audience <text>", "令牌的受众", "audience of the tokens");
  builder.option(init, "--community <id:zh:en>", "社区，可重复", "community; may be repeated", (one) =>
    one.argParser(collect),
  );
  builder.option(init, "--origin <url>", "允许的网页来源，可重复", "origin of a front end; may be repeated", (one) =>
    one.argParser(collect),
  );
  init.action(builder.run((id: string, options: InitOptions) => initCommand(cli, id, options)));
  builder
    .files(
      builder.add(
        program,
        "check [district]",
        {
          zh: "检查区文件（id 或路径；默认全部），列出每个错误",
          en: "check a district file, by id or path, or all; every error",
        },
        ["check", "check keqiao", "check ./draft.json"],
      ),
    )
    .action(
      builder.run((name: string | undefined, options: Pick<TargetOptions, "districts">) =>
        checkCommand(cli, name, options),
      ),
    );
  builder
    .files(
      builder.add(program, "list", { zh: "列出各区及其最近发布", en: "list the districts and their last releases" }),
    )
    .action(builder.run((options: Pick<TargetOptions, "districts">) => listCommand(cli, options)));
};

const addStack = (builder: Builder, program: Command, cli: Cli): void => {
  const out = (command: Command) =>
    builder.option(
      command,
      "--out <folder>",
      "云装配的文件夹（默认 cdk.out/<区>）",
      "cloud assembly (default: cdk.out/<district>)",
    );
  const synth = out(
    builder.aws(
      builder.files(
        builder.add(program, "synth <district>", {
          zh: "生成 CloudFormation 模板",
          en: "make the CloudFormation template",
        }),
      ),
    ),
  );
  builder.option(synth, "--print", "把模板写到标准输出", "write the template to standard output");
  synth.action(
    builder.run((id: string, options: StackOptions & { print?: boolean }) => synthCommand(cli, id, options)),
  );
  out(
    builder.aws(
      builder.files(
        builder.add(
          program,
          "diff <district>",
          {
            zh: "与最近发布的模板比较；会丢失数据的变更为红色，退出码 3",
            en: "compare with the last release; what would lose data is red, and the exit code 3",
          },
          ["diff keqiao"],
        ),
      ),
    ),
  ).action(builder.run((id: string, options: StackOptions) => diffCommand(cli, id, options)));
  const deploy = out(
    builder.aws(
      builder.files(
        builder.add(
          program,
          "deploy <district>",
          { zh: "显示计划，确认后部署，并保留模板", en: "show the plan, ask, deploy, and keep the template" },
          ["deploy keqiao --region cn-north-1 --profile shaoxing", "deploy keqiao --yes"],
        ),
      ),
    ),
  );
  builder.option(deploy, "--yes", "不再询问", "do not ask");
  builder.option(
    deploy,
    "--lose <id>",
    "确认丢失该资源，可重复",
    "resource whose loss is meant; may be repeated",
    (one) => one.argParser(collect),
  );
  deploy.action(builder.run((id: string, options: DeployOptions) => deployCommand(cli, id, options)));
  builder
    .aws(
      builder.files(
        builder.add(program, "doctor <district>", { zh: "检查部署还缺什么", en: "say what is missing for a deploy" }, [
          "doctor keqiao --region cn-north-1",
        ]),
      ),
    )
    .action(builder.run((id: string, options: DoctorOptions) => doctorCommand(cli, id, options)));
};

/** The checks that need no district, no database and no server: a folder is an export, a file the bundle of a poll. */
const addVerify = (builder: Builder, program: Command, cli: Cli): void => {
  const verified = builder.add(
    program,
    "verify <path>",
    {
      zh: "离线校验一份导出（文件、账本的哈希链与每日根），或投票数据包并重新计票",
      en: "check an export (files, the ledger's hash chains and daily roots), or a poll's bundle and count it again",
    },
    ["verify backup", "verify backup --published roots.json", "verify bundle.ndjson --key <kid>"],
  );
  const kept: Words = {
    zh: "当时留存的账本根（GET /v1/ledger/roots 的答复）",
    en: "roots kept from GET /v1/ledger/roots",
  };
  builder.option(verified, "--published <file>", kept.zh, kept.en);
  builder.option(verified, "--key <kid>", "数据包应有的签名密钥（/v1/keys）", "key that has to have signed the bundle");
  verified.action(
    builder.run((path: string, options: VerifyCommand & VerifyOptions) =>
      existsSync(path) && statSync(path).isFile()
        ? verifyBundleCommand(cli, path, options)
        : verifyCommand(cli, path, options),
    ),
  );
};

const addRehearsal = (builder: Builder, program: Command, cli: Cli): void => {
  const rehearse = builder.files(
    builder.add(
      program,
      "rehearse <district>",
      {
        zh: "在本机的 CloudFormation 模拟器上演练部署、改动与删除，不触及任何账户",
        en: "deploy, change and destroy it on an emulator on this machine; no account is touched",
      },
      ["rehearse keqiao"],
    ),
  );
  builder.option(rehearse, "--region <name>", "区文件没有指定时的区域", "region, where the file names none");
  rehearse.action(builder.run((id: string, options: RehearseOptions) => rehearseCommand(cli, id, options)));
};

const addData = (builder: Builder, program: Command, cli: Cli): void => {
  const exported = builder.target(
    builder.add(
      program,
      "export <district>",
      { zh: "把全部数据写入文件夹；中断后再次运行即继续", en: "write all data to a folder; run it again to resume" },
      [
        "export keqiao --to backup/2026-06-15 --region cn-north-1",
        "export demo --to backup --endpoint http://127.0.0.1:8000",
        "export demo --to backup --data .linli",
      ],
    ),
  );
  builder.option(exported, "--to <folder>", "导出的文件夹", "folder of the export", (one) => one.makeOptionMandatory());
  builder.option(exported, "--passes <n>", "最多读取几遍", "readings at most", (one) => one.argParser(passes));
  exported.action(builder.run((id: string, options: ExportCommand) => exportCommand(cli, id, options)));
  addVerify(builder, program, cli);
  const restored = builder.target(
    builder.add(
      program,
      "restore <district>",
      {
        zh: "恢复到空表，逐项核对并审计账目；中断后再次运行即继续",
        en: "restore into an empty table, compare, audit; run it again to resume",
      },
      ["restore keqiao --from backup/2026-06-15 --table linli-keqiao-new --region cn-north-1"],
    ),
  );
  builder.option(restored, "--from <folder>", "导出的文件夹", "folder of the export", (one) =>
    one.makeOptionMandatory(),
  );
  builder.option(restored, "--expect <fingerprint>", "导出应有的指纹", "fingerprint that the export must have");
  restored.action(builder.run((id: string, options: RestoreCommand) => restoreCommand(cli, id, options)));
  builder
    .target(
      builder.add(program, "audit <district>", {
        zh: "由分录重算每个账户",
        en: "recompute every account from its journal",
      }),
    )
    .action(builder.run((id: string, options: TargetOptions) => auditCommand(cli, id, options)));
  const jobs = builder.add(program, "jobs", { zh: "定时任务", en: "scheduled jobs" });
  builder.add(jobs, "list", { zh: "列出任务", en: "list them" }).action(builder.run(() => listJobsCommand(cli)));
  builder
    .target(
      builder.add(
        jobs,
        "run <job> <district>",
        {
          zh: "立即运行一个任务（本地引擎，或 AWS 上的函数）",
          en: "run one now, on an engine or in the function on AWS",
        },
        ["jobs run pool-fold keqiao --region cn-north-1", "jobs run pool-fold demo --data .linli"],
      ),
    )
    .action(builder.run((job: string, id: string, options: TargetOptions) => runJobCommand(cli, id, job, options)));
};

/** A parser that writes nowhere but to `cli` and never ends the process. */
const makeProgram = (cli: Cli, outcome: Outcome): Command => {
  const builder = new Builder(cli, outcome);
  const program = new Command("district");
  program
    .usage("<command>")
    .description(
      builder.words("邻里：区的建立、部署、备份与恢复", "Linli: set up, deploy, export and restore a district"),
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => cli.print(text.trimEnd()),
      writeErr: cli.note,
      outputError: () => undefined,
    })
    .addHelpText(
      "after",
      `\n${builder.words(
        "退出码：0 完成；1 失败；2 命令行有误；3 已完成但需要人看。语言取自 LC_ALL/LANG。",
        "Exit codes: 0 done; 1 failed; 2 wrong usage; 3 done, but somebody has to look. Language by LC_ALL/LANG.",
      )}`,
    );
  addFiles(builder, program, cli);
  addStack(builder, program, cli);
  addRehearsal(builder, program, cli);
  addData(builder, program, cli);
  return program;
};

const usage = (cli: Cli, error: CommanderError): number => {
  if (error.exitCode === 0) return EXIT.done;
  // Without a command commander has written the help already.
  if (error.code === "commander.help") return EXIT.usage;
  const message = error.message.replace(/^error: /, "").replace(/\n/g, " ");
  const words = {
    zh: `命令行有误（${message}）；请看 ${NAME} --help。`,
    en: `Wrong usage: ${message}; see ${NAME} --help.`,
  };
  cli.note(`linli: ${say(cli, words)}\n`);
  return EXIT.usage;
};

/** Runs one command line (without node and script) and returns the exit code; every fault is told, none is thrown. */
export const runDistrict = async (cli: Cli, args: readonly string[]): Promise<number> => {
  const outcome: Outcome = { code: EXIT.done };
  try {
    await makeProgram(cli, outcome).parseAsync([...args], { from: "user" });
    return outcome.code;
  } catch (error) {
    return error instanceof CommanderError ? usage(cli, error) : tell(cli, error);
  }
};
