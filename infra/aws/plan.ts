/** Which functions serve the API: pure data from the manifest, from which stack, permissions and tests are made. */
import { actionsOf, type Context, isOpen, type Operation, type TableAction } from "../../schemas/operation.ts";
import { STAFF_ROLES } from "../../schemas/roles.ts";
import { operations as manifest } from "../../schemas/routes.ts";

/** One function of the API and what it serves. */
export interface ApiFunction {
  /** Name in the stack, such as `ApiLedger` or `ApiLedgerAdmin`. */
  readonly name: string;
  readonly context: Context;
  /** True for the function of a context that only administers. */
  readonly admin: boolean;
  readonly operations: readonly Operation[];
  /** DynamoDB actions of its operations, sorted; the source of its permissions. */
  readonly actions: readonly TableAction[];
}

/**
 * Whether an operation belongs to the administrative function of its context: staff alone may call it, or it deletes.
 * So a resident's token never reaches a function that can remove a row, whatever fault its code may have (ADR 0010).
 */
export const isAdministrative = ({ roles, actions }: Pick<Operation, "roles" | "actions">): boolean =>
  actions.includes("DeleteItem") || (Array.isArray(roles) && roles.every((role) => STAFF_ROLES.includes(role)));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The functions of the API: for each context one for everyone and one for administration, where it has such routes. */
export const apiFunctions = (operations: readonly Operation[] = manifest): ApiFunction[] => {
  const contexts = [...new Set(operations.map(({ context }) => context))];
  return contexts.flatMap((context) =>
    [false, true].flatMap((admin) => {
      const own = operations.filter((each) => each.context === context && isAdministrative(each) === admin);
      if (own.length === 0) return [];
      const name = `Api${capital(context)}${admin ? "Admin" : ""}`;
      const actions = [...new Set(own.flatMap(actionsOf))].sort();
      return [{ name, context, admin, operations: own, actions }];
    }),
  );
};

/** A route of the gateway: one operation, or the steps of one thing under `{step}`, which the function tells apart. */
export interface GatewayRoute {
  /** Its name in the stack. */
  readonly id: string;
  /** As API Gateway writes it: `GET /v1/things/{id}`, or `POST /v1/things/{id}/{step}`. */
  readonly key: string;
  /** True where the gateway asks for no token. */
  readonly open: boolean;
  readonly operations: readonly Operation[];
}

/** `POST /v1/things/{id}` of `POST /v1/things/{id}/confirm`; nothing where a path does not end in a step or is open. */
const parentOf = (operation: Operation): string | undefined => {
  const parent = /^(.*\/\{[^/}]+\})\/[^/{}]+$/.exec(operation.path)?.[1];
  return parent && !isOpen(operation) ? `${operation.method} ${parent}` : undefined;
};

/**
 * The gateway's routes to each function. Steps of one thing share a route, for a stack holds 500 resources and an API
 * 300 routes. Where both functions of a context have steps of a thing, the one with more of them has `{step}`; the
 * gateway prefers the other's routes, whose words match exactly. Operations without a token always have their own.
 */
export const gatewayRoutes = (functions: readonly ApiFunction[]): ReadonlyMap<ApiFunction, readonly GatewayRoute[]> => {
  const shared = new Map<string, { readonly owner: ApiFunction; readonly size: number }>();
  for (const owner of functions) {
    const steps = Map.groupBy(owner.operations, parentOf);
    for (const [parent, { length: size }] of steps) {
      if (parent && size > (shared.get(parent)?.size ?? 1)) shared.set(parent, { owner, size });
    }
  }
  return new Map(
    functions.map((each) => {
      const keyed = Map.groupBy(each.operations, (operation) => {
        const parent = parentOf(operation);
        return parent && shared.get(parent)?.owner === each
          ? `${parent}/{step}`
          : `${operation.method} ${operation.path}`;
      });
      const routes = [...keyed].map(([key, [first, ...more]]) => ({
        id: `Route-${(first as Operation).id}`,
        key,
        open: isOpen(first as Operation),
        operations: [first as Operation, ...more],
      }));
      return [each, routes];
    }),
  );
};
