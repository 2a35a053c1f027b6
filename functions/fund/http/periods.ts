/** Disclosure of a quarter or a year over HTTP, made from records that do not change once the period is over. */
import type * as z from "zod";
import type { DisclosureFormat } from "../../../schemas/fund/disclosure.ts";
import type { PeriodDisclosure, periodOperations } from "../../../schemas/fund/periods.ts";
import { displayNames } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Canonical, canonicalText } from "../../shared/canonical.ts";
import { toCsv } from "../../shared/csv.ts";
import type { Deps } from "../../shared/deps.ts";
import { reject } from "../../shared/refusal.ts";
import { instantOf } from "../../shared/time.ts";
import type { Item } from "../../shared/write.ts";
import { givingOf } from "../domain/disclosure.ts";
import type { Application } from "../domain/grant.ts";
import type { Fund, Movement } from "../domain/money.ts";
import { awardIn, fundIn, listedIn, PERIOD_HEADER, periodRow, type Span, spanOf } from "../domain/periods.ts";
import { fundList, movementList, toFund, toMovement } from "../store/funds.ts";
import { callKey, grantList, reportList, toApplication, toCall, toReport } from "../store/grants.ts";
import { type File, fileName, signedIndex } from "./files.ts";
import { bare, configOf, mustBelong, NOBODY_READS } from "./support.ts";
import { viewReport } from "./views.ts";

type Ops = typeof periodOperations;
type Asked = { readonly community: string; readonly period: string };

const PAGE = 100;
/** Most records of one list that a disclosure is made from: ten thousand movements of a fund, or grants. */
const PAGES_MAX = 100;
/** Lists of reports that are read at once. */
const LANES = 20;

/** All records of a list up to an instant (ms, excluded), the oldest first; ends the call where they are too many. */
const everything = async (partition: string, startMs: number, endMs: number, deps: Deps, index: "g1" | "g2" = "g1") => {
  const found: Item[] = [];
  let after: Record<string, unknown> | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const list = { index, partition, from: startMs, to: endMs - 1, limit: PAGE };
    const { items, last } = await deps.db.query({ ...list, ...(after ? { after } : {}) });
    found.push(...items);
    if (!last) return found;
    after = last;
  }
  return reject("fund/period-too-large", { limit: PAGE * PAGES_MAX });
};

/** What a period's files are made from. */
interface Material {
  readonly span: Span;
  readonly funds: readonly { readonly fund: Fund; readonly movements: readonly Movement[] }[];
  /** Grants that were awarded before the period's end. */
  readonly grants: readonly Application[];
  readonly names: ReadonlyMap<string, string>;
}

const materialOf = async (
  { actor }: Pick<Call, "actor">,
  { community, period }: Asked,
  deps: Deps,
): Promise<Material> => {
  configOf(deps);
  mustBelong(actor, community);
  const span = spanOf(period, deps.district.zone);
  const { endMs } = span;
  if (deps.clock.now().getTime() < endMs) return reject("fund/period-running", { period, until: instantOf(endMs) });
  const funds = [];
  for (const fund of (await everything(fundList(community), 0, endMs, deps)).map(toFund)) {
    funds.push({ fund, movements: (await everything(movementList(fund.id), 0, endMs, deps)).map(toMovement) });
  }
  const grants = (await everything(grantList(community), 0, endMs, deps, "g2"))
    .map(toApplication)
    .filter(({ awardedMs = endMs }) => awardedMs < endMs);
  const organisations = grants.flatMap(({ applicant: { kind, id } }) => (kind === "organisation" ? [id] : []));
  return { span, funds, grants, names: await displayNames(deps.db, organisations, NOBODY_READS) };
};

const awardedIn = ({ grants, span }: Material): Application[] =>
  grants.filter(({ awardedMs = 0 }) => awardedMs >= span.startMs);

const reportsOf = async ({ grants, span }: Material, deps: Deps) => {
  const found = [];
  for (let index = 0; index < grants.length; index += LANES) {
    const some = grants.slice(index, index + LANES);
    const read = ({ id }: Application) => everything(reportList(id), span.startMs, span.endMs, deps);
    found.push(...(await Promise.all(some.map(read))).flat());
  }
  return found.map((item) => viewReport(toReport(item)));
};

const jsonOf = async (
  material: Material,
  { community, period }: Asked,
  deps: Deps,
): Promise<z.input<typeof PeriodDisclosure>> => {
  const { span, funds, names } = material;
  const within = funds.flatMap(({ movements }) => movements.filter(({ atMs }) => atMs >= span.startMs));
  return bare({
    ...{ community, period, from: span.from, to: span.to },
    funds: funds.map(({ fund, movements }) => fundIn(fund, movements, span)),
    ...listedIn(within),
    awards: awardedIn(material).map((application) => awardIn(application, names)),
    reports: await reportsOf(material, deps),
  });
};

/** Awards of the period as 360Giving, with what had been paid of them by its end. */
const givingIn = async (material: Material, deps: Deps) => {
  const awarded = awardedIn(material);
  const keys = [...new Set(awarded.map(({ call }) => call))].map(callKey);
  const calls = new Map((await deps.db.getMany(keys)).map(toCall).map((call) => [call.id, call]));
  const paid = new Map<string, number>();
  for (const { kind, application = "", amount } of material.funds.flatMap(({ movements }) => movements)) {
    if (kind === "payment") paid.set(application, (paid.get(application) ?? 0) + amount);
  }
  const then = awarded.map((application) => ({ ...application, paid: paid.get(application.id) ?? 0 }));
  return givingOf(calls, then, material.names, { district: deps.district.id, name: deps.district.name.en });
};

const fileOf = async (format: DisclosureFormat, material: Material, asked: Asked, deps: Deps): Promise<File> => {
  switch (format) {
    case "json":
      return { text: canonicalText((await jsonOf(material, asked, deps)) as Canonical), type: "application/json" };
    case "360giving":
      return { text: canonicalText((await givingIn(material, deps)) as Canonical), type: "application/json" };
    case "csv": {
      const rows = material.funds.map(({ fund, movements }) => periodRow(fundIn(fund, movements, material.span)));
      return { text: toCsv(PERIOD_HEADER, rows), type: "text/csv; charset=utf-8" };
    }
  }
};

/** Handlers of periods. */
export const periodHandlers: Handlers<Ops> = {
  disclosePeriod: async (call, deps): Promise<Answer<never>> => {
    const { format, ...asked } = call.query;
    const file = await fileOf(format, await materialOf(call, asked, deps), asked, deps);
    return { ...file, filename: fileName(`funds-${asked.community}-${asked.period}`, format, "funds") };
  },
  indexPeriod: async (call, deps) => {
    const asked = call.query;
    const material = await materialOf(call, asked, deps);
    const head = { type: "linli.fund.period.v1" as const, ...asked };
    return { body: await signedIndex(head, (format) => fileOf(format, material, asked, deps), deps) };
  },
};
