/** Imports of a roll in DynamoDB: the head is the slot of the client's key, the report lies beside it in pages. */
import type { Db } from "../../shared/dynamo.ts";
import { create, type Item, type Key, replace, type Write } from "../../shared/write.ts";

/** Characters of report text in one page; with three bytes a character it stays within DynamoDB's 400 KB. */
export const REPORT_PAGE_CHARACTERS = 100_000;

/** Key of an import. */
export const rollKey = (id: string): Key => ({ pk: `RI#${id}`, sk: "I" });

/** Counts of rows by what became of them. */
export interface RollCounts {
  readonly imported: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** Begins an import under the client's key. */
export const beginRoll = (id: string, community: string, by: string, fingerprint: string): Write =>
  create({ ...rollKey(id), com: community, by, fp: fingerprint, st: "running", rev: 1 });

/** True once an import has its report. */
export const rollDone = (head: Item): boolean => head.st === "done";

/** Ends an import whose pages are written. */
export const endRoll = (
  head: Item,
  counts: RollCounts,
  pages: { readonly run: string; readonly count: number },
  stamp: number,
): Write => {
  const ended = { st: "done", n: { ...counts }, run: pages.run, pages: pages.count };
  return replace({ ...head, ...ended, rev: 2, at: stamp, ev: "residents.roll.imported" }, "rev", 1);
};

/** Counts of a finished import. */
export const rollCounts = (head: Item): RollCounts => head.n as RollCounts;

/**
 * Pages of a report as JSON text, one write each. Each run writes pages of its own, and the head names the run whose
 * report counts, so that two runs at once never mix theirs.
 */
export const reportPages = (id: string, run: string, rows: readonly unknown[]): Write[] => {
  const pages: string[][] = [[]];
  let size = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    if (size + text.length > REPORT_PAGE_CHARACTERS) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)?.push(text);
    size += text.length + 1;
  }
  return pages.map((page, index) => create({ ...pageKey(id, run, index), rows: `[${page.join(",")}]` }));
};

const pageKey = (id: string, run: string, index: number): Key => ({
  pk: `RI#${id}`,
  sk: `P#${run}#${String(index).padStart(4, "0")}`,
});

/** Rows of a finished import's report, in their order. */
export const readReport = async <Row>(db: Db, head: Item): Promise<Row[]> => {
  const keys = Array.from({ length: head.pages as number }, (_, index) =>
    pageKey(head.pk.slice(3), head.run as string, index),
  );
  return (await db.getMany(keys)).flatMap((page) => JSON.parse(String(page.rows)) as Row[]);
};
