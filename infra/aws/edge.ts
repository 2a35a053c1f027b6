/** CloudFront with a web application firewall before a district's API; a stack of its own, in the one region for it. */
import { Aws, CfnOutput, Stack, Validations } from "aws-cdk-lib";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import type { District } from "../../schemas/district.ts";

/** Firewalls of CloudFront are made in this region only. */
const EDGE_REGION = "us-east-1";
/** Requests of one address in five minutes: a block of flats behind one address, not a flood. */
const RATE_PER_ADDRESS_MAX = 10_000;

/** What the edge stands before. */
export interface EdgeStackProps {
  readonly district: District;
  readonly apiId: string;
  readonly account: string;
  /** Region of the API. */
  readonly region: string;
}

/** Makes firewall and distribution. It caches nothing: every answer is one person's. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, { district, apiId, account, region }: EdgeStackProps) {
    const description = `Linli, edge of district ${district.id}`;
    super(scope, id, { description, env: { account, region: EDGE_REGION }, crossRegionReferences: true });
    const firewall = firewallOf(this, district);
    const distribution = new Distribution(this, "Distribution", {
      comment: description,
      webAclId: firewall.attrArn,
      defaultBehavior: {
        origin: new HttpOrigin(`${apiId}.execute-api.${region}.${Aws.URL_SUFFIX}`, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      },
    });
    const acknowledge = (rule: string, reason: string) =>
      Validations.of(distribution).acknowledge({ id: rule, reason });
    acknowledge("AwsSolutions-CFR1", "Residents travel; the firewall limits rates, and every call needs a token.");
    acknowledge("AwsSolutions-CFR3", "The API's own access log holds every call, without addresses.");
    acknowledge("AwsSolutions-CFR4", "A domain of the district's own brings its certificate and TLS policy with it.");
    new CfnOutput(this, "EdgeUrl", { value: `https://${distribution.distributionDomainName}` });
  }
}

const visible = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: false,
});

const firewallOf = (scope: Construct, district: District): CfnWebACL =>
  new CfnWebACL(scope, "Firewall", {
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    visibilityConfig: visible(`linli-${district.id}`),
    rules: [
      {
        name: "rate",
        priority: 0,
        action: { block: {} },
        statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: RATE_PER_ADDRESS_MAX } },
        visibilityConfig: visible("rate"),
      },
      ...["AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesAmazonIpReputationList"].map((name, index) => ({
        name,
        priority: index + 1,
        overrideAction: { none: {} },
        statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
        visibilityConfig: visible(name),
      })),
    ],
  });
