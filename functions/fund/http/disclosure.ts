/** Disclosure over HTTP: the files of a call, and the signed index of their hashes. */
import type { callOperations } from "../../../schemas/fund/calls.ts";
import type { DisclosureFormat } from "../../../schemas/fund/disclosure.ts";
import { displayNames } from "../../residents/port.ts";
import type { Answer, Call, Handlers } from "../../shared/call.ts";
import { type Canonical, canonicalText } from "../../shared/canonical.ts";
import { Known } from "../../shared/command.ts";
import type { Deps } from "../../shared/deps.ts";
import { reject } from "../../shared/refusal.ts";
import { callTotals, givingOf } from "../domain/disclosure.ts";
import { type Application, type FundCall, planned } from "../domain/grant.ts";
import { PUBLISHED_STATES } from "../domain/lifecycle.ts";
import {
  detailKey,
  objectionList,
  reportList,
  toDetail,
  toObjection,
  toReport,
  toTranche,
  trancheKey,
} from "../store/grants.ts";
import { applicationsOf, callFor } from "./calls.ts";
import { type File, fileName, signedIndex } from "./files.ts";
import { bare, NOBODY_READS } from "./support.ts";
import { viewApplication, viewCall, viewObjection, viewReport } from "./views.ts";

type Ops = typeof callOperations;

/** Most objections or reports of one application that are published: more than it can have. */
const LISTED_MAX = 100;

const whole = async (call: FundCall, all: readonly Application[], deps: Deps) => {
  const applications = [];
  const objections = [];
  const reports = [];
  for (const application of all) {
    const { id } = application;
    const items = await deps.db.getMany([detailKey(id), ...application.tranches.map(trancheKey)]);
    const detail = items.find(({ sk }) => sk === detailKey(id).sk);
    const tranches = items.filter((item) => item !== detail).map(toTranche);
    applications.push(viewApplication(application, call, "public", { detail: detail && toDetail(detail), tranches }));
    const listed = async (partition: string) =>
      (await deps.db.query({ index: "g1", partition, limit: LISTED_MAX })).items;
    const heard = application.objections === 0 ? [] : await listed(objectionList(id));
    objections.push(...heard.map((item) => viewObjection(toObjection(item), NOBODY_READS, false)));
    const told = application.award === undefined ? [] : await listed(reportList(id));
    reports.push(...told.map((item) => viewReport(toReport(item))));
  }
  const recusals = all.flatMap(({ id, recused }) => recused.map(({ grounds }) => ({ application: id, grounds })));
  return bare({ call: viewCall(call), applications, recusals, objections, reports, totals: callTotals(all) });
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
      return {
        text: JSON.stringify(givingOf(new Map([[call.id, call]]), all, names, funder)),
        type: "application/json",
      };
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

/** Handlers of disclosure. */
export const disclosureHandlers: Pick<Handlers<Ops>, "discloseFundCall" | "indexFundDisclosure"> = {
  discloseFundCall: async (call, deps): Promise<Answer<never>> => {
    const { found, all } = await published(call, deps);
    const { format } = call.query;
    return { ...(await fileOf(format, found, all, deps)), filename: fileName(`call-${found.id}`, format, "awards") };
  },
  indexFundDisclosure: async (call, deps) => {
    const { found, all } = await published(call, deps);
    const head = { type: "linli.fund.disclosure.v1" as const, call: found.id };
    return { body: await signedIndex(head, (format) => fileOf(format, found, all, deps), deps) };
  },
};
