/** What is published of a community's time bank each day: one record, written once, never changed. */
import * as z from "zod";
import { CareMonth, Solvency } from "../../../schemas/timebank/solvency.ts";
import type { Db } from "../../shared/dynamo.ts";
import { create, type Item, type Key, type Write } from "../../shared/write.ts";

const Report = z.strictObject({
  solvency: Solvency,
  care: z.strictObject({ complete: z.boolean(), months: z.array(CareMonth) }),
});
/** A day's published figures. */
export type Report = z.infer<typeof Report>;

/** Key of the record of a community and a local day (`YYYY-MM-DD`). */
export const reportKey = (community: string, day: string): Key => ({ pk: `TL#${community}`, sk: `D#${day}` });

/** Publishes a day; refused when it has been published. */
export const createReport = (report: Report): Write =>
  create({ ...reportKey(report.solvency.community, report.solvency.day), rep: JSON.stringify(report) });

/** A day's figures from their item. */
export const toReport = (item: Item): Report => Report.parse(JSON.parse(item.rep as string));

/** The latest published day of a community, of those up to `day` where it is given. */
export const latestReport = async (db: Db, community: string, day = "~"): Promise<Report | undefined> => {
  const { pk, sk } = reportKey(community, day);
  const [item] = (await db.query({ partition: pk, from: "D#", to: sk, descending: true, limit: 1 })).items;
  return item ? toReport(item) : undefined;
};
