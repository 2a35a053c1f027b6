/** What is missing before a district can be deployed, each with what to do about it. Shows who you are, no secrets. */
import { lookup } from "node:dns/promises";
import { createRequire } from "node:module";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { DistrictRefused, loadDistrict } from "../../districts/load.ts";
import { type Cli, EXIT, paint, say, type Words } from "../cli.ts";
import { wordsOf } from "../faults.ts";
import { synthesise } from "../stack/synthesise.ts";
import { awsOptions, inRegion } from "../target.ts";

/** Bundled functions are made for Node 24; the scripts run TypeScript directly, from this version on. */
const NODE_MIN = [22, 18] as const;
/** Oldest bootstrap that the stack's template accepts (its rule CheckBootstrapVersion). */
const BOOTSTRAP_VERSION_MIN = 6;
const PROBE_MS_MAX = 5_000;
/** Services of the stack by the name in their address. */
const SERVICES = [
  "apigateway",
  "cloudformation",
  "dynamodb",
  "events",
  "lambda",
  "logs",
  "monitoring",
  "scheduler",
  "sns",
  "sqs",
] as const;

/** What one check has found; `ok: null` is a warning. */
export interface Finding {
  readonly ok: boolean | null;
  readonly words: Words;
}

export interface DoctorOptions {
  readonly districts?: string;
  readonly region?: string;
  readonly profile?: string;
}

/** Everything outside this machine that the doctor looks at. */
export interface Probes {
  readonly nodeVersion: string;
  /** ARN of the identity that would deploy. */
  identity(options: DoctorOptions): Promise<string>;
  /** Region by options, environment or profile. */
  region(options: DoctorOptions): Promise<string>;
  /** Version of the CDK bootstrap in account and region; undefined when there is none. */
  bootstrap(options: DoctorOptions): Promise<number | undefined>;
  /** Whether a host has an address; undefined when this machine cannot tell. */
  resolves(host: string): Promise<boolean | undefined>;
  /** Whether an issuer publishes its configuration. */
  issuer(url: string): Promise<boolean>;
}

const withCloudFormation = async <T>(options: DoctorOptions, work: (client: CloudFormationClient) => Promise<T>) => {
  const client = new CloudFormationClient(awsOptions(options));
  try {
    return await work(client);
  } finally {
    client.destroy();
  }
};

/** The real ones. */
export const probes: Probes = {
  nodeVersion: process.versions.node,
  identity: async (options) => {
    const client = new STSClient(awsOptions(options));
    try {
      return (await client.send(new GetCallerIdentityCommand({}))).Arn ?? "";
    } finally {
      client.destroy();
    }
  },
  region: (options) => withCloudFormation(options, (client) => client.config.region()),
  bootstrap: (options) =>
    withCloudFormation(options, async (client) => {
      try {
        const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: "CDKToolkit" }));
        const outputs = Stacks?.[0]?.Outputs ?? [];
        return Number(outputs.find(({ OutputKey }) => OutputKey === "BootstrapVersion")?.OutputValue ?? 0);
      } catch (error) {
        if (error instanceof Error && error.name === "ValidationError") return undefined;
        throw error;
      }
    }),
  resolves: async (host) => {
    try {
      await lookup(host);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ENOTFOUND" ? false : undefined;
    }
  },
  issuer: async (url) => {
    const address = `${url.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const response = await fetch(address, { signal: AbortSignal.timeout(PROBE_MS_MAX) });
    await response.body?.cancel();
    return response.ok;
  },
};

const good = (zh: string, en: string): Finding => ({ ok: true, words: { zh, en } });
const bad = (zh: string, en: string): Finding => ({ ok: false, words: { zh, en } });
const unsure = (zh: string, en: string): Finding => ({ ok: null, words: { zh, en } });

const node = ({ nodeVersion }: Probes): Finding => {
  const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
  const fits = major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]);
  const wanted = NODE_MIN.join(".");
  return fits
    ? good(`Node ${nodeVersion}`, `Node ${nodeVersion}`)
    : bad(
        `Node ${nodeVersion} 太旧；请安装 ${wanted} 或更新的版本。`,
        `Node ${nodeVersion} is too old; install ${wanted} or newer.`,
      );
};

const cdk = (): Finding => {
  const { version } = createRequire(import.meta.url)("aws-cdk/package.json") as { version: string };
  return good(`aws-cdk ${version}`, `aws-cdk ${version}`);
};

const file = (id: string, { districts }: DoctorOptions): Finding => {
  const { communities, units } = loadDistrict(id, districts);
  const [c, u] = [communities.length, units.length];
  return good(`区文件 ${id}：${c} 个社区，${u} 种单位`, `district file ${id}: ${c} communities, ${u} units`);
};

const stack = async (id: string, options: DoctorOptions): Promise<Finding> => {
  const { template } = await synthesise(id, options);
  const count = Object.keys(template.Resources).length;
  return good(`函数已打包，模板有 ${count} 个资源`, `functions bundled, template of ${count} resources`);
};

const issuer = async (id: string, options: DoctorOptions, outside: Probes): Promise<Finding> => {
  const { auth } = loadDistrict(id, options.districts);
  if (!auth.issuer.startsWith("https://")) {
    const zh = `签发者 ${auth.issuer} 不是 https，API Gateway 会拒绝；请在区文件的 auth.issuer 中改正。`;
    return bad(
      zh,
      `The issuer ${auth.issuer} is not https and API Gateway refuses it; mend auth.issuer in the district file.`,
    );
  }
  const answers = await outside.issuer(auth.issuer).catch(() => false);
  return answers
    ? good(`签发者 ${auth.issuer} 可以访问`, `issuer ${auth.issuer} answers`)
    : unsure(
        `从这里访问不到签发者 ${auth.issuer} 的 OIDC 配置；请确认 AWS 能访问它，否则没有人能登录。`,
        `The issuer ${auth.issuer} shows no OIDC configuration from here; unless AWS sees one, nobody signs in.`,
      );
};

const region = async (options: DoctorOptions, outside: Probes): Promise<Finding> => {
  const name = await outside.region(options);
  return good(`区域 ${name}`, `region ${name}`);
};

const services = async (options: DoctorOptions, outside: Probes): Promise<Finding> => {
  const name = await outside.region(options);
  const suffix = name.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  const found = await Promise.all(SERVICES.map((service) => outside.resolves(`${service}.${name}.${suffix}`)));
  const absent = SERVICES.filter((_service, index) => found[index] === false);
  if (found.includes(undefined) || absent.length === SERVICES.length) {
    return unsure(
      `无法从这里判断区域 ${name} 提供哪些服务；请检查网络与区域名。`,
      `Which services ${name} has cannot be told from here; look at the network and at the region's name.`,
    );
  }
  return absent.length === 0
    ? good(`区域 ${name} 提供所需的服务`, `region ${name} has the services that the stack uses`)
    : bad(
        `区域 ${name} 没有 ${absent.join("、")}；请换一个区域。`,
        `The region ${name} lacks ${absent.join(", ")}; choose another.`,
      );
};

const identity = async (options: DoctorOptions, outside: Probes): Promise<Finding> => {
  const arn = await outside.identity(options);
  return good(`AWS 身份 ${arn}`, `AWS identity ${arn}`);
};

const bootstrap = async (options: DoctorOptions, outside: Probes): Promise<Finding> => {
  const version = await outside.bootstrap(options);
  if (version !== undefined && version >= BOOTSTRAP_VERSION_MIN) {
    return good(`CDK 引导堆栈版本 ${version}`, `CDK bootstrap, version ${version}`);
  }
  const name = await outside.region(options);
  const command = `npx cdk bootstrap aws://<account>/${name}`;
  return version === undefined
    ? bad(`该账户和区域尚未引导 CDK；请运行 ${command}。`, `Account and region are not bootstrapped; run ${command}.`)
    : bad(
        `CDK 引导版本 ${version} 太旧；请再次运行 ${command}。`,
        `The CDK bootstrap ${version} is too old; run ${command} again.`,
      );
};

/** With the region of the file, where that can be read; what is wrong with it is told by its own check. */
const withRegion = (id: string, options: DoctorOptions): DoctorOptions => {
  try {
    return inRegion(id, options);
  } catch (error) {
    if (error instanceof DistrictRefused) return options;
    throw error;
  }
};

/** `doctor`: prints one line for each check. Exit code 1 when a deploy cannot work. */
export const doctorCommand = async (cli: Cli, id: string, asked: DoctorOptions, outside = probes) => {
  const options = withRegion(id, asked);
  const checks: readonly (() => Finding | Promise<Finding>)[] = [
    () => node(outside),
    cdk,
    () => file(id, options),
    () => stack(id, options),
    () => issuer(id, options, outside),
    () => region(options, outside),
    () => services(options, outside),
    () => identity(options, outside),
  ];
  const marks = { true: paint(cli, "green", "✓"), false: paint(cli, "red", "✗"), null: paint(cli, "yellow", "?") };
  let code: number = EXIT.done;
  const look = async (check: () => Finding | Promise<Finding>): Promise<Finding> => {
    const finding = await Promise.resolve()
      .then(check)
      .catch((error: unknown): Finding => ({ ok: false, words: wordsOf(error) }));
    if (finding.ok === false) code = EXIT.failed;
    cli.print(`${marks[`${finding.ok}`]} ${say(cli, finding.words)}`);
    return finding;
  };
  let known: Finding | undefined;
  for (const check of checks) known = await look(check);
  // Without an identity the bootstrap cannot be seen: one fault, one line.
  if (known?.ok) await look(() => bootstrap(options, outside));
  return code;
};
