/** Disclosure over HTTP: the files of a call, and the signed index of their hashes. */
import { createHash } from "node:crypto";
import type { callOperations } from "../../../schemas/fund/calls.ts";
import { DisclosureFormat } from "../../../schemas/fund/disclosure.ts";
import { displayNames } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Canonical, canonicalText } from "../../shared/canonical.ts";
import { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { reject } from "../../shared/refusal.ts";
import { districtSigner } from "../../shared/signing.ts";
import { callTotals, givingOf } from "../domain/disclosure.ts";
import { type Application, type FundCall, planned } from "../domain/grant.ts";
import { PUBLISHED_STATES } from "../domain/lifecycle.ts";
import { objectionList, toObjection, toTranche, trancheKey } from "../store/grants.ts";
import { applicationsOf, callFor } from "./calls.ts";
import { bare, NOBODY_READS } from "./support.ts";
import { viewApplication, viewCall, viewObjection } from "./views.ts";

type Ops = typeof callOperations;

/** A file with its media type. */
interface File {
  readonly text: string;
  readonly type: string;
}

const whole = async (call: FundCall, all: readonly Application[], deps: Deps) => {
  const applications = [];
  const objections = [];
  for (const application of all) {
    const tranches = (await deps.db.getMany(application.tranches.map(trancheKey))).map(toTranche);
    applications.push(viewApplication(application, call, "public", { tranches }));
    const list = { index: "g1" as const, partition: objectionList(application.id), limit: 100 };
    const { items } = application.objections === 0 ? { items: [] } : await deps.db.query(list);
    objections.push(...items.map((item) => viewObjection(toObjection(item), NOBODY_READS, false)));
  }
  const recusals = all.flatMap(({ id, recused }) => recused.map(({ grounds }) => ({ application: id, grounds })));
  return bare({ call: viewCall(call), applications, recusals, objections, totals: callTotals(all) });
};

const HEADER = ["id", "title", "state", "recipient", "amount", "award", "paid", "returned", "score", "poll"];

const fileOf = async (
  format: DisclosureFormat,
  call: FundCall,
  all: readonly Application[],
  deps: Deps,
): Promise<File> => {
  const organisations = all.flatMap(({ applicant }) => (applicant.kind === "organisation" ? [applicant.id] : []));
  const names = await displayNames(deps.db, organisations, NOBODY_READS);
  switch (format) {
    case "json":
      return { text: canonicalText((await whole(call, all, deps)) as Canonical), type: "application/json" };
    case "360giving": {
      const funder = { district: deps.district.id, name: deps.district.name.en };
      return { text: JSON.stringify(givingOf(call, all, names, funder)), type: "application/json" };
    }
    case "csv": {
      const { toCsv } = await import("../../shared/csv.ts");
      const rows = all.map(({ id, title, state, applicant, plan, award, paid, returned, score, decision }) => {
        const recipient = applicant.kind === "organisation" ? names.get(applicant.id) : applicant.kind;
        return [id, title, state, recipient, planned(plan), award, paid, returned, score, decision?.poll];
      });
      return { text: toCsv(HEADER, rows), type: "text/csv; charset=utf-8" };
    }
  }
};

/** A published call with what was handed in; drafts and withdrawals before the shortlist are nobody's business. */
const published = async (call: Pick<Call, "actor"> & { params: { callId: string } }, deps: Deps) => {
  const found = await callFor(call.params.callId, call, new Known(), deps);
  if (!PUBLISHED_STATES.includes(found.state)) return reject("fund/unpublished", { state: found.state });
  const all = (await applicationsOf(found.id, deps)).filter(({ score }) => score !== undefined);
  return { found, all };
};

const index = async (call: Call<Ops["indexFundDisclosure"]>, deps: Deps) => {
  const { found, all } = await published(call, deps);
  const files = [];
  for (const format of DisclosureFormat.options) {
    const bytes = Buffer.from((await fileOf(format, found, all, deps)).text, "utf8");
    files.push({ format, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length });
  }
  const at = deps.clock.now().toISOString();
  const document = { type: "linli.fund.disclosure.v1" as const, district: deps.district.id, call: found.id, at, files };
  return { index: document, signature: (await districtSigner(deps.db, "fund")).sign(document) };
};

/** Handlers of disclosure. */
export const disclosureHandlers: Pick<Handlers<Ops>, "discloseFundCall" | "indexFundDisclosure"> = {
  discloseFundCall: async (call, deps): Promise<Answer<never>> => {
    const { found, all } = await published(call, deps);
    const { format } = call.query;
    const name = format === "csv" ? "awards.csv" : `${format}.json`;
    return { ...(await fileOf(format, found, all, deps)), filename: `call-${found.id}-${name}` };
  },
  indexFundDisclosure: async (call, deps) => ({ body: await index(call, deps) }),
};
