/** The HTTP API: routes for all operations of the manifest, tokens checked at the gateway, a throttle on each. */

import { Aws, Fn, RemovalPolicy, Validations } from "aws-cdk-lib";
import { CfnApi, CfnAuthorizer, CfnIntegration, CfnRoute, CfnStage } from "aws-cdk-lib/aws-apigatewayv2";
import { CfnPermission, type IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { CORS_ANSWER_HEADERS, CORS_METHODS, CORS_REQUEST_HEADERS } from "../../functions/shared/cors.ts";
import type { District } from "../../schemas/district.ts";
import type { Alarms } from "./alarms.ts";
import { LOG_RETENTION } from "./context-function.ts";
import { type ApiFunction, type GatewayRoute, gatewayRoutes } from "./plan.ts";

/** The district's rate is for one caller, the gateway's for all callers of a route: so many fit at full rate. */
const CALLERS_AT_ONCE = 50;
/** What API Gateway gives an account in a region; a route cannot use more. */
const RATE_PER_SECOND_MAX = 10_000;
const BURST_MAX = 5_000;
/** A preflight answer is good for an hour. */
const PREFLIGHT_SECONDS = 3_600;

/** Access log line: what was called and how it went. No address, path with ids or token: personal data stays out. */
const ACCESS_LOG_FIELDS = {
  requestId: "$context.requestId",
  route: "$context.routeKey",
  status: "$context.status",
  error: "$context.error.messageString",
  latencyMs: "$context.responseLatency",
  bytes: "$context.responseLength",
  time: "$context.requestTimeEpoch",
};

/** What the API is made of. */
export interface ApiProps {
  readonly district: District;
  /** The functions with the operations that each serves. */
  readonly functions: ReadonlyMap<ApiFunction, IFunction>;
  readonly alarms: Alarms;
}

/** Makes API, authorizer, routes and the default stage. Works in `aws` and `aws-cn`: any OIDC issuer will do. */
export class Api extends Construct {
  readonly url: string;
  readonly apiId: string;
  readonly #api: CfnApi;

  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id);
    const { district } = props;
    this.#api = new CfnApi(this, "Api", {
      name: `linli-${district.id}`,
      protocolType: "HTTP",
      ...(district.origins.length > 0 ? { corsConfiguration: corsOf(district) } : {}),
    });
    const authorizer = new CfnAuthorizer(this, "Authorizer", {
      apiId: this.#api.ref,
      name: "oidc",
      authorizerType: "JWT",
      identitySource: ["$request.header.Authorization"],
      jwtConfiguration: { issuer: district.auth.issuer, audience: [district.auth.audience] },
    });
    const planned = gatewayRoutes([...props.functions.keys()]);
    const routes = [...props.functions].flatMap(([served, lambda]) => {
      const target = this.#target(served.name, lambda);
      return (planned.get(served) ?? []).map((route) => this.#route(route, target, authorizer));
    });
    const stage = this.#stage(district, [...planned.values()].flat());
    // Settings of a route are refused while the route does not exist.
    for (const route of routes) stage.addResourceDependency(route);
    props.alarms.onApi(this.#api.ref);
    this.url = this.#api.attrApiEndpoint;
    this.apiId = this.#api.ref;
  }

  /** One integration and one permission for each function: a permission a route would outgrow the function's policy. */
  #target(name: string, lambda: IFunction): string {
    const integration = new CfnIntegration(this, `Integration-${name}`, {
      apiId: this.#api.ref,
      integrationType: "AWS_PROXY",
      integrationUri: lambda.functionArn,
      payloadFormatVersion: "2.0",
    });
    new CfnPermission(this, `Permission-${name}`, {
      action: "lambda:InvokeFunction",
      functionName: lambda.functionArn,
      principal: "apigateway.amazonaws.com",
      sourceArn: `arn:${Aws.PARTITION}:execute-api:${Aws.REGION}:${Aws.ACCOUNT_ID}:${this.#api.ref}/*/*`,
    });
    return Fn.join("/", ["integrations", integration.ref]);
  }

  #route({ id, key, open, operations }: GatewayRoute, target: string, authorizer: CfnAuthorizer): CfnRoute {
    const [operation] = operations;
    const route = new CfnRoute(this, id, {
      apiId: this.#api.ref,
      routeKey: key,
      ...(operations.length === 1 && operation ? { operationName: operation.id } : {}),
      target,
      ...(open ? { authorizationType: "NONE" } : { authorizationType: "JWT", authorizerId: authorizer.ref }),
    });
    if (open && operation) {
      const reason =
        operation.roles === "public"
          ? `The manifest declares ${operation.id} public: it shows nothing of any person.`
          : `The path of ${operation.id} carries 256 random bits, of which only a hash is stored; its owner ends it.`;
      Validations.of(route).acknowledge({ id: "AwsSolutions-APIG4", reason });
    }
    return route;
  }

  #stage(district: District, routes: readonly GatewayRoute[]): CfnStage {
    const log = new LogGroup(this, "AccessLog", { retention: LOG_RETENTION, removalPolicy: RemovalPolicy.RETAIN });
    const throttle = throttleOf(district);
    return new CfnStage(this, "Stage", {
      apiId: this.#api.ref,
      stageName: "$default",
      autoDeploy: true,
      accessLogSettings: { destinationArn: log.logGroupArn, format: JSON.stringify(ACCESS_LOG_FIELDS) },
      // Metrics of each route would cost more than all the rest (docs/cost.md); the access log has the same numbers.
      defaultRouteSettings: { detailedMetricsEnabled: false, ...throttle },
      routeSettings: Object.fromEntries(
        routes.map(({ key }) => [
          key,
          {
            DetailedMetricsEnabled: false,
            ThrottlingRateLimit: throttle.throttlingRateLimit,
            ThrottlingBurstLimit: throttle.throttlingBurstLimit,
          },
        ]),
      ),
    });
  }
}

/** The gateway answers preflights itself and replaces the function's CORS headers, so both name the same ones. */
const corsOf = (district: District): CfnApi.CorsProperty => ({
  allowOrigins: district.origins,
  allowMethods: CORS_METHODS,
  allowHeaders: CORS_REQUEST_HEADERS,
  exposeHeaders: CORS_ANSWER_HEADERS,
  maxAge: PREFLIGHT_SECONDS,
});

/** Throttle of each route for all callers together: requests a second, and how many may come at once. */
export const throttleOf = (district: District) => {
  const rate = Math.min(district.limits.ratePerSecond * CALLERS_AT_ONCE, RATE_PER_SECOND_MAX);
  return { throttlingRateLimit: rate, throttlingBurstLimit: Math.min(rate, BURST_MAX) };
};
