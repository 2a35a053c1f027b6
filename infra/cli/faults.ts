/** Whatever goes wrong, as one sentence with its remedy: never a stack, never a credential. */
import { DistrictRefused } from "../districts/load.ts";
import { EngineUnavailable } from "../local/engine-errors.ts";
import { type Cli, EXIT, Failure, say, type Words } from "./cli.ts";

const MESSAGE_CHARACTERS_MAX = 300;

/** Errors of the SDK and of Node, by name or code, in the words of somebody who has to do something about them. */
const KNOWN: readonly { readonly names: readonly string[]; readonly words: Words }[] = [
  {
    names: [
      "CredentialsProviderError",
      "UnrecognizedClientException",
      "InvalidClientTokenId",
      "InvalidSignatureException",
    ],
    words: {
      zh: "没有可用的 AWS 凭证；请运行 aws configure 或 aws sso login，或用 --profile 指定配置。",
      en: "There are no usable AWS credentials; run aws configure or aws sso login, or name a profile with --profile.",
    },
  },
  {
    names: ["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"],
    words: {
      zh: "AWS 凭证已过期；请运行 aws sso login 或更新凭证后重试。",
      en: "The AWS credentials have expired; run aws sso login or renew them, then try again.",
    },
  },
  {
    names: ["AccessDenied", "AccessDeniedException", "UnauthorizedOperation"],
    words: {
      zh: "当前 AWS 身份没有所需的权限；请换用有权限的身份（--profile）。",
      en: "This AWS identity may not do that; use one that may, with --profile.",
    },
  },
  {
    names: ["ResourceNotFoundException"],
    words: {
      zh: "没有这张表或这个函数；请检查 --table、--endpoint 与 --region，或先 deploy。",
      en: "There is no such table or function; look at --table, --endpoint and --region, or deploy first.",
    },
  },
  {
    names: ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "ECONNRESET", "TimeoutError"],
    words: {
      zh: "连接不上数据库或 AWS；请检查网络、--endpoint 与 --region。",
      en: "Neither database nor AWS answers there; look at the network, at --endpoint and at --region.",
    },
  },
  {
    names: ["ENOSPC"],
    words: {
      zh: "磁盘已满；请腾出空间后再次运行同一条命令。",
      en: "The disk is full; make room and run the same command again.",
    },
  },
  {
    names: ["EACCES", "EPERM", "EROFS"],
    words: {
      zh: "没有读写该文件或文件夹的权限；请换一个文件夹或用户。",
      en: "That file or folder may not be read or written; use another folder or user.",
    },
  },
];

const NO_REGION: Words = {
  zh: "没有指定 AWS 区域；请加上 --region，或设置 AWS_REGION。",
  en: "No AWS region is given; add --region, or set AWS_REGION.",
};

const NO_STACK: Words = {
  zh: "该区域没有这个区的堆栈；请先 deploy，或检查 --region 与 --profile。",
  en: "The district has no stack in this region; deploy it first, or look at --region and --profile.",
};

const namesOf = (error: Error): string[] => {
  const { code, errors } = error as Error & { code?: unknown; errors?: readonly Error[] };
  const inner = [...(errors ?? []), ...(error.cause instanceof Error ? [error.cause] : [])];
  return [error.name, String(code ?? ""), ...inner.flatMap(namesOf)];
};

/** What went wrong and what to do, in both languages. */
export const wordsOf = (thrown: unknown): Words => {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (error instanceof Failure) return error.words;
  if (error instanceof EngineUnavailable) {
    const text = `${error.message} ${error.remedy}`;
    return { zh: text, en: text };
  }
  if (error instanceof DistrictRefused) return { zh: error.in("zh"), en: error.in("en") };
  if (/region is missing/i.test(error.message)) return NO_REGION;
  if (error.name === "ValidationError" && /does not exist/.test(error.message)) return NO_STACK;
  const names = namesOf(error);
  const known = KNOWN.find((entry) => entry.names.some((name) => names.includes(name)));
  if (known) return known.words;
  const [line = ""] = error.message.split("\n");
  const text = `${error.name}: ${line.slice(0, MESSAGE_CHARACTERS_MAX)}`;
  return {
    zh: `未预料的错误（${text}）；请设置 LINLI_DEBUG=1 再运行一次，并把输出附在问题报告中。`,
    en: `Something unforeseen went wrong (${text}); run it again with LINLI_DEBUG=1 and report what it prints.`,
  };
};

/** Tells the person what went wrong and returns the exit code. `LINLI_DEBUG` adds the stack, for a report. */
export const tell = (cli: Cli, thrown: unknown): number => {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  cli.note(`linli: ${say(cli, wordsOf(error))}\n`);
  if (cli.env.LINLI_DEBUG) cli.note(`${error.stack}\n`);
  return error instanceof Failure ? error.exitCode : EXIT.failed;
};
