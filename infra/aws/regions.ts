/** What a region lacks; a district that asks for it is refused before anything is synthesised. */
import type { Aws, District } from "../../schemas/district.ts";
import { type DistrictProblem, DistrictRefused } from "../districts/load.ts";
import type { Reason } from "../districts/remedies.ts";

/** True in the two China regions, a partition of their own (`aws-cn`). */
export const isChina = (region: string | undefined): boolean => region?.startsWith("cn-") ?? false;

type Switch = "edge" | "tracing";

/**
 * Why a switch cannot be on in the China regions, from "Getting Started with Amazon Web Services in China"
 * (docs.amazonaws.cn, pages lambda, cloudfront and waf, read in November 2026).
 */
const LACKING_IN_CHINA: Readonly<Record<Switch, Reason>> = {
  edge: {
    en:
      "the China regions have no firewall for CloudFront (WAF is regional only there), and CloudFront serves no " +
      "domain of its own; put a registered domain and a load balancer with WAF before the API by hand, or turn it off",
    zh:
      "中国区域的 CloudFront 没有防火墙（WAF 仅限区域级），且 CloudFront 不提供自有域名；" +
      "请自行在接口前放置已备案的域名和带 WAF 的负载均衡，或关闭此项",
  },
  tracing: {
    en: "Lambda has no X-Ray in the China regions; turn it off",
    zh: "中国区域的 Lambda 没有 X-Ray；请关闭此项",
  },
};

const EDGE_NEEDS_REGION: Reason = {
  en: "CloudFront's firewall lives in another region, so the stack needs one; set aws.region, or turn it off",
  zh: "CloudFront 的防火墙位于另一区域，堆栈需要明确的区域；请设置 aws.region，或关闭此项",
};

/**
 * Throws `DistrictRefused` where `region` (undefined for a template that fits any) lacks what the district's file
 * switches on.
 */
export const requireCapabilities = (district: District, region: string | undefined): void => {
  const { aws } = district;
  const problem = (name: Switch, reason: Reason): DistrictProblem[] =>
    aws[name] ? [{ path: `aws.${name}`, value: "true", reason }] : [];
  const problems = isChina(region)
    ? (Object.keys(LACKING_IN_CHINA) as Switch[]).flatMap((name) => problem(name, LACKING_IN_CHINA[name]))
    : region === undefined
      ? problem("edge", EDGE_NEEDS_REGION)
      : [];
  if (problems.length > 0) throw new DistrictRefused(`${district.id}.json`, problems);
};

/** Account and region of a stack: the district's own; an absent account is the deploying shell's. */
export const environmentOf = (
  { region, account }: Aws,
  shellAccount: string | undefined,
): { readonly region?: string; readonly account?: string } => {
  const known = account ?? shellAccount;
  // Without a region the template fits any, which an account alone would take away.
  return region === undefined ? {} : { region, ...(known === undefined ? {} : { account: known }) };
};
