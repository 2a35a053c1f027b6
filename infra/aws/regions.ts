/** What a region lacks; a district that asks for it is refused before anything is synthesised. */
import type { Aws, District } from "../../schemas/district.ts";
import { type DistrictProblem, DistrictRefused } from "../districts/load.ts";

/** True in the two China regions, a partition of their own (`aws-cn`). */
export const isChina = (region: string | undefined): boolean => region?.startsWith("cn-") ?? false;

type Switch = "edge" | "tracing";

/**
 * Why a switch cannot be on in the China regions, from "Getting Started with Amazon Web Services in China"
 * (docs.amazonaws.cn, pages lambda, cloudfront and waf, read in November 2026).
 */
const LACKING_IN_CHINA: Readonly<Record<Switch, string>> = {
  edge:
    "the China regions have no firewall for CloudFront (WAF is regional only there), and CloudFront serves no domain " +
    "of its own; put a registered domain and a load balancer with WAF before the API by hand, or turn it off",
  tracing: "Lambda has no X-Ray in the China regions; turn it off",
};

const EDGE_NEEDS_REGION = "CloudFront's firewall lives in another region, so the stack needs an explicit one";

/**
 * Throws `DistrictRefused` where `region` (undefined for a template that fits any) lacks what the district's file
 * switches on.
 */
export const requireCapabilities = (district: District, region: string | undefined): void => {
  const { aws } = district;
  const problem = (name: Switch, reason: string): DistrictProblem[] =>
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
