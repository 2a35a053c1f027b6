/** Calls, applications, scores, objections, reports and tranches in DynamoDB; what bears events is written whole. */
import { dueSort } from "../../shared/due.ts";
import { always, create, type Item, type Key, type Write } from "../../shared/write.ts";
import type { Application, Detail, FundCall, Score, Tranche } from "../domain/grant.ts";

/** Key of a call. */
export const callKey = (id: string): Key => ({ pk: `FC#${id}`, sk: "C" });
/** Key of an application's head. */
export const applicationKey = (id: string): Key => ({ pk: `FA#${id}`, sk: "A" });
/** Key of an application's text and attachments. */
export const detailKey = (id: string): Key => ({ pk: `FA#${id}`, sk: "D" });
/** Key of a reviewer's score. */
export const scoreKey = (application: string, reviewer: string): Key => ({
  pk: `FA#${application}`,
  sk: `S#${reviewer}`,
});
/** Sort keys of an application's scores begin so. */
export const SCORES = "S#";
/** Key of a tranche. */
export const trancheKey = (id: string): Key => ({ pk: `FT#${id}`, sk: "T" });
/** Key of an objection. */
export const objectionKey = (id: string): Key => ({ pk: `FO#${id}`, sk: "O" });
/** Key of a report. */
export const reportKey = (id: string): Key => ({ pk: `FR#${id}`, sk: "R" });
/** Key of the mark that somebody was paid out of a fund. */
export const payeeKey = (fund: string, payee: string): Key => ({ pk: `FP#${fund}`, sk: payee });

/** Index partition (g1) of a community's calls by their drafting. */
export const callList = (community: string): string => `FCL#${community}`;
/** Index partition (g1) of a call's applications by their drafting. */
export const applicationList = (call: string): string => `FAL#${call}`;
/** Index partition (g2) of a community's grants by their award. */
export const grantList = (community: string): string => `FGL#${community}`;
/** Index partition (g1) of an application's objections. */
export const objectionList = (application: string): string => `FOL#${application}`;
/** Index partition (g1) of an application's reports. */
export const reportList = (application: string): string => `FRL#${application}`;
/** Index partition (g3) of calls that time moves. */
export const DUE_CALLS = "FCX";
/** Index partition (g3) of grants whose next report is due. */
export const DUE_REPORTS = "FAX";

const callItem = (call: FundCall, stamp: number): Item => ({
  ...callKey(call.id),
  d: { ...call },
  state: call.state,
  rev: call.revision,
  at: stamp,
  ev: `fund.call.${call.command === "end-notice" ? "notice-ended" : call.state}`,
  g1p: callList(call.community),
  g1s: call.createdMs,
  ...(call.dueMs === undefined ? {} : { g3p: DUE_CALLS, g3s: dueSort(call.dueMs, call.id) }),
});

const applicationItem = (application: Application, stamp: number): Item => ({
  ...applicationKey(application.id),
  d: { ...application },
  state: application.state,
  rev: application.revision,
  at: stamp,
  ev: `fund.application.${application.command === "remind" ? "report-due" : application.state}`,
  g1p: applicationList(application.call),
  g1s: application.createdMs,
  ...(application.award === undefined ? {} : { g2p: grantList(application.community), g2s: application.createdMs }),
  ...(application.dueMs === undefined ? {} : { g3p: DUE_REPORTS, g3s: dueSort(application.dueMs, application.id) }),
});

const trancheItem = (tranche: Tranche, stamp: number): Item => ({
  ...trancheKey(tranche.id),
  d: { ...tranche },
  state: tranche.state,
  rev: tranche.revision,
  at: stamp,
  ev: `fund.tranche.${tranche.state}`,
});

/** Puts a record that is new (revision 1) or still in the state and at the revision before. */
const move = (item: Item, before?: { readonly state: string; readonly revision: number }): Write =>
  before === undefined
    ? create(item)
    : {
        type: "put",
        item,
        condition: {
          expression: "#s = :s AND #r = :r",
          names: { "#s": "state", "#r": "rev" },
          values: { ":s": before.state, ":r": before.revision },
        },
      };

/** Makes a call, or changes one that is as it was read. */
export const putCall = (call: FundCall, stamp: number, before?: FundCall): Write => move(callItem(call, stamp), before);

/** Makes an application, or changes one that is as it was read. */
export const putApplication = (application: Application, stamp: number, before?: Application): Write =>
  move(applicationItem(application, stamp), before);

/** Makes a tranche, or changes one that is as it was read. */
export const putTranche = (tranche: Tranche, stamp: number, before?: Tranche): Write =>
  move(trancheItem(tranche, stamp), before);

/** A call from its item. */
export const toCall = (item: Item): FundCall => item.d as FundCall;
/** An application from its item. */
export const toApplication = (item: Item): Application => item.d as Application;
/** A tranche from its item. */
export const toTranche = (item: Item): Tranche => item.d as Tranche;

/** Writes an application's text and attachments; the head's revision guards them. */
export const putDetail = (application: string, detail: Detail): Write => ({
  type: "put",
  item: { ...detailKey(application), d: { ...detail } },
  condition: always,
});

/** Text and attachments from their item. */
export const toDetail = (item: Item): Detail => item.d as Detail;

/** Writes a reviewer's score; the application's revision guards it. */
export const putScore = (score: Score): Write => ({
  type: "put",
  item: { ...scoreKey(score.application, score.reviewer), d: { ...score } },
  condition: always,
});

/** A score from its item. */
export const toScore = (item: Item): Score => item.d as Score;

/** Marks somebody as paid out of a fund. */
export const markPayee = (fund: string, payee: string): Write => ({
  type: "put",
  item: payeeKey(fund, payee),
  condition: always,
});

/** Check that a call is still in a state that was seen. */
export const callProof = (call: FundCall): Write => ({
  type: "check",
  key: callKey(call.id),
  condition: { expression: "#s = :s", names: { "#s": "state" }, values: { ":s": call.state } },
});

/** An objection as stored. */
export interface Objection {
  readonly id: string;
  readonly application: string;
  readonly text: string;
  readonly by: string;
  readonly atMs: number;
  readonly outcome?: "upheld" | "dismissed" | undefined;
  readonly reason?: string | undefined;
}

/** Records an objection, or its outcome. */
export const putObjection = (objection: Objection, fresh = false): Write => {
  const item = {
    ...objectionKey(objection.id),
    d: { ...objection },
    g1p: objectionList(objection.application),
    g1s: objection.atMs,
  };
  return fresh ? create(item) : { type: "put", item, condition: always };
};

/** An objection from its item. */
export const toObjection = (item: Item): Objection => item.d as Objection;

/** A report as stored. */
export interface Report {
  readonly id: string;
  readonly application: string;
  readonly kind: "interim" | "final";
  readonly text: string;
  readonly document: { readonly name: string; readonly ref: string; readonly sha256: string };
  readonly atMs: number;
}

/** Records a report. */
export const createReport = (report: Report): Write =>
  create({
    ...reportKey(report.id),
    d: { ...report },
    g1p: reportList(report.application),
    g1s: report.atMs,
  });

/** A report from its item. */
export const toReport = (item: Item): Report => item.d as Report;
