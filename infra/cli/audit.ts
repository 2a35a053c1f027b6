/** The ledger's own audit over a whole district, run here instead of over HTTP: nobody has to be signed in for it. */
import { uuidv7 } from "uuidv7";
import type * as z from "zod";
import { auditHandlers } from "../../functions/ledger/http/audit.ts";
import { communityIds } from "../../functions/residents/port.ts";
import type { Call } from "../../functions/shared/call.ts";
import { type Clock, systemClock } from "../../functions/shared/clock.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { makeDeps } from "../../functions/shared/env.ts";
import { SYSTEM_ACTOR } from "../../functions/shared/jobs.ts";
import { silentLog } from "../../functions/shared/log.ts";
import type { District } from "../../schemas/district.ts";
import { auditOperations } from "../../schemas/ledger/audit.ts";
import { PAGE_MAX } from "../../schemas/primitives.ts";
import type { TableRef } from "./archive/table.ts";

type AuditOperation = (typeof auditOperations)["auditLedger"];
type Report = z.output<AuditOperation["reply"]>;
type Discrepancy = Report["discrepancies"][number];

/** Findings kept for the report; all are counted. */
const FINDINGS_SHOWN_MAX = 20;

/** The books of one community and unit. */
export interface Books {
  readonly community: string;
  readonly unit: string;
  readonly checked: Report["checked"];
  readonly totals: Report["totals"];
  /** Members + pools - across: 0 when nothing was made or lost. */
  readonly sum: number;
  /** Numbers that the journal does not bear out. */
  readonly found: number;
  readonly findings: readonly Discrepancy[];
  readonly ok: boolean;
}

/** Dependencies of the product's own code on a given table, under the system's clock or another. */
export const depsOn = ({ client, table }: TableRef, district: District, clock: Clock = systemClock): Deps =>
  makeDeps({ LINLI_TABLE: table }, "cli", { client, district, clock, log: silentLog });

const callFor = (community: string, unit: string, cursor: string | undefined): Call<AuditOperation> => ({
  operation: auditOperations.auditLedger,
  params: undefined,
  query: { community, unit: unit as Report["unit"], limit: PAGE_MAX, ...(cursor === undefined ? {} : { cursor }) },
  body: undefined,
  actor: { ...SYSTEM_ACTOR, roles: ["district-admin"], communities: [community] },
  key: uuidv7(),
  fingerprint: "",
  revision: 0,
  dryRun: false,
  requestId: "cli",
  locale: "en",
});

const auditBooks = async (community: string, unit: string, deps: Deps): Promise<Books> => {
  const findings: Discrepancy[] = [];
  let found = 0;
  for (let cursor: string | undefined; ; ) {
    const answer = await auditHandlers.auditLedger(callFor(community, unit, cursor), deps);
    if (!("body" in answer)) throw new Error(`the audit of ${community} ${unit} was refused`);
    const report = answer.body as Report;
    // Nothing moves while this runs, or should not: an unsettled finding counts as well.
    found += report.discrepancies.length;
    findings.push(...report.discrepancies.slice(0, FINDINGS_SHOWN_MAX - findings.length));
    if (report.next !== null) {
      cursor = report.next;
      continue;
    }
    const { checked, totals } = report;
    const sum = report.sum ?? Number.NaN;
    return { community, unit, checked, totals, sum, found, findings, ok: found === 0 && sum === 0 };
  }
};

/** Audits every community and unit of a district; `at` hears of each that is done. */
export const auditDistrict = async (deps: Deps, at: (books: Books) => void): Promise<Books[]> => {
  const all: Books[] = [];
  for (const community of await communityIds(deps)) {
    for (const { code } of deps.district.units) {
      const books = await auditBooks(community, code, deps);
      all.push(books);
      at(books);
    }
  }
  return all;
};
