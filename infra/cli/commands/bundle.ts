/** `verify` of a poll's bundle: signature, ballots, tree and count, from the file alone. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { BundleFault, type FaultCode } from "../../../functions/polls/bundle/fault.ts";
import { type Verdict, verifyBundle } from "../../../functions/polls/bundle/verify.ts";
import { type Cli, EXIT, paint, say, type Words } from "../cli.ts";

/** What each fault means. */
const FAULTS: Readonly<Record<FaultCode, Words>> = {
  "not-a-bundle": { zh: "不是投票数据包", en: "not the bundle of a poll" },
  key: { zh: "签名密钥不是所指定的", en: "signed by another key than the one named" },
  signature: { zh: "签名不符：文件头被改动，或并非此密钥所签", en: "the signature does not hold over the first line" },
  rules: { zh: "规则与签名的摘要不符", en: "the rules are not those whose hash was signed" },
  seal: { zh: "解封密钥不是签名所承诺的", en: "the sealing key is not the one that was signed" },
  line: { zh: "此行不是选票", en: "the line is no ballot" },
  order: { zh: "选票次序有误", en: "a ballot is out of order" },
  leaf: { zh: "选票重复", en: "a ballot stands twice" },
  token: { zh: "选票没有有效的投票凭证", en: "a ballot without a valid token" },
  choice: { zh: "选票内容不符合规则", en: "a ballot says what the rules do not allow" },
  tile: { zh: "选票与签名的不符：有改动、增加或删除", en: "ballots were altered, added or removed" },
  count: { zh: "选票数与签名的不符", en: "the number of ballots is not the one that was signed" },
  root: { zh: "选票树根与签名的不符", en: "the root over the ballots is not the one that was signed" },
  turnout: { zh: "选票多于投票人", en: "there are more ballots than voters" },
  result: { zh: "重新计票的结果不同", en: "counting again gives another result" },
};

export interface VerifyOptions {
  /** Name (`kid`) of the key that has to have signed it. */
  readonly key?: string;
}

const tellFault = (cli: Cli, { code, line, detail }: BundleFault): number => {
  const where = line === 0 ? "" : say(cli, { zh: `第 ${line} 行：`, en: `line ${line}: ` });
  cli.print(`${paint(cli, "red", "✗")} ${where}${say(cli, FAULTS[code])} [${code}]`);
  cli.print(`    ${detail}`);
  return EXIT.failed;
};

const tellVerdict = (cli: Cli, verdict: Verdict, pinned: boolean): number => {
  const { ballots, poll, district, kid, recounted, result } = verdict;
  const outcome = [result.winners.join(", "), result.funded.map(({ project }) => project).join(", ")].filter(Boolean);
  const passed = result.passed === null ? "" : result.passed ? "passed" : "not passed";
  const told = [...outcome, passed].filter(Boolean).join("; ");
  const count = recounted
    ? { zh: `重新计票结果一致：${told}`, en: `counted again with the same result: ${told}` }
    : {
        zh: "选票已封存，未能重新计票；请向审计人员索取结论",
        en: "the ballots are sealed; ask the auditors for the count",
      };
  cli.print(
    `${paint(cli, "green", "✓")} ${district} ${poll}: ${say(cli, { zh: `${ballots} 张选票`, en: `${ballots} ballots` })}`,
  );
  cli.print(`    ${say(cli, count)}`);
  const key = pinned
    ? { zh: `签名密钥 ${kid}`, en: `signed by ${kid}` }
    : {
        zh: `签名密钥 ${kid}；请与公布的密钥核对（--key）`,
        en: `signed by ${kid}; compare with the published key (--key)`,
      };
  cli.print(`    ${say(cli, key)}`);
  return recounted && pinned ? EXIT.done : EXIT.look;
};

/** Checks a bundle; says what it was found to be, or the first fault with its line. Returns the exit code. */
export const verifyBundleCommand = async (cli: Cli, file: string, { key }: VerifyOptions): Promise<number> => {
  const lines = createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    return tellVerdict(cli, await verifyBundle(lines, key), key !== undefined);
  } catch (error) {
    if (error instanceof BundleFault) return tellFault(cli, error);
    throw error;
  }
};
