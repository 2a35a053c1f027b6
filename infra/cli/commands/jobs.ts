/** A scheduled job, run now: in this process on a local engine, else in the district's own function on AWS. */
import { CloudFormationClient, paginateListStackResources } from "@aws-sdk/client-cloudformation";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { jobNames, runNamed } from "../../../functions/jobs/index.ts";
import { loadDistrict } from "../../districts/load.ts";
import { depsOn } from "../audit.ts";
import { type Cli, EXIT, Failure } from "../cli.ts";
import { awsOptions, inRegion, openTarget, stackName, type TargetOptions } from "../target.ts";

/** Longest that a function of Lambda runs, with time for the answer. */
const INVOKE_MS_MAX = 910_000;

/** What is known of a resource of a stack. */
export interface StackResource {
  readonly LogicalResourceId?: string | undefined;
  readonly PhysicalResourceId?: string | undefined;
  readonly ResourceType?: string | undefined;
}

const pascal = (name: string): string =>
  name.replaceAll(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase());

/**
 * The function that runs a scheduled job, each under permissions of its own; undefined when the stack has none.
 * Bootstrap has no schedule: its function answers CloudFormation only, in every deploy.
 */
export const functionOf = (job: string, resources: readonly StackResource[]): string | undefined =>
  resources.find(
    ({ ResourceType, LogicalResourceId = "" }) =>
      job !== "bootstrap" &&
      ResourceType === "AWS::Lambda::Function" &&
      LogicalResourceId.startsWith(`JobsJob${pascal(job)}Function`),
  )?.PhysicalResourceId;

const findFunction = async (district: string, job: string, options: TargetOptions): Promise<string> => {
  const client = new CloudFormationClient(awsOptions(options));
  try {
    const resources: StackResource[] = [];
    const pages = paginateListStackResources({ client }, { StackName: stackName(district) });
    for await (const { StackResourceSummaries = [] } of pages) resources.push(...StackResourceSummaries);
    const found = functionOf(job, resources);
    if (found !== undefined) return found;
  } finally {
    client.destroy();
  }
  throw new Failure({
    zh: `堆栈 ${stackName(district)} 中没有任务 ${job} 的函数；请先 deploy（bootstrap 在每次部署时运行）。`,
    en: `The stack ${stackName(district)} has no function for ${job}; deploy it first (bootstrap runs in each deploy).`,
  });
};

const invoke = async (district: string, job: string, options: TargetOptions): Promise<unknown> => {
  const name = await findFunction(district, job, options);
  const client = new LambdaClient({
    ...awsOptions(options),
    // A second attempt would start the job twice; it does no harm, but nobody asked for it.
    maxAttempts: 1,
    requestHandler: { requestTimeout: INVOKE_MS_MAX },
  });
  try {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName: name, Payload: JSON.stringify({ job }) }),
    );
    const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString() || "null");
    if (FunctionError === undefined) return answer;
    const reason = (answer as { errorMessage?: string } | null)?.errorMessage ?? FunctionError;
    throw new Failure({
      zh: `任务 ${job} 在 AWS 上失败（${reason}）；请查看函数 ${name} 的日志。`,
      en: `The job ${job} failed on AWS (${reason}); read the log of the function ${name}.`,
    });
  } finally {
    client.destroy();
  }
};

const runHere = async (district: string, job: string, options: TargetOptions) => {
  const target = await openTarget(district, options);
  try {
    return await runNamed(job, depsOn(target, loadDistrict(district, options.districts)));
  } finally {
    await target.close();
  }
};

/** `jobs run`: prints the report of the run. A job may run twice or late without harm. Returns the exit code. */
export const runJobCommand = async (
  cli: Cli,
  district: string,
  job: string,
  options: TargetOptions,
): Promise<number> => {
  if (!(jobNames as readonly string[]).includes(job)) {
    const names = jobNames.join(", ");
    throw new Failure(
      { zh: `没有任务 ${job}；可用：${names}。`, en: `There is no job ${job}; there are ${names}.` },
      EXIT.usage,
    );
  }
  const isLocal = options.endpoint !== undefined || options.data !== undefined;
  const report = isLocal
    ? await runHere(district, job, options)
    : await invoke(district, job, inRegion(district, options));
  cli.print(JSON.stringify(report, null, 2));
  return (report as { counts?: { failed?: number } } | null)?.counts?.failed ? EXIT.look : EXIT.done;
};

/** `jobs list`: names of the jobs. Returns the exit code. */
export const listJobsCommand = (cli: Cli): number => {
  for (const name of jobNames) cli.print(name);
  return EXIT.done;
};
