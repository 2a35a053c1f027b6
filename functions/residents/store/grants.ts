/** The roles that a person holds now, read strongly from their own partition. */
import type { Db } from "../../shared/dynamo.ts";
import type { RoleGrant } from "../domain/model.ts";
import { LINKS } from "./record.ts";
import { grantKey, toGrant } from "./relations.ts";

/** Most grants of one person that a token is made from. */
export const GRANTS_MAX = 100;

/** Grants of a person that have not been revoked. */
export const grantsOf = async (db: Db, subject: string): Promise<RoleGrant[]> => {
  const prefix = LINKS.grant;
  const { items } = await db.query({ partition: `R#${subject}`, prefix, limit: GRANTS_MAX });
  const grants = await db.getMany(items.map(({ sk }) => grantKey(sk.slice(prefix.length))));
  return grants.map(toGrant).filter(({ revokedMs }) => revokedMs === undefined);
};
