/** Which functions serve the API: pure data from the manifest, from which stack, permissions and tests are made. */
import { actionsOf, type Context, type Operation, type TableAction } from "../../schemas/operation.ts";
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
