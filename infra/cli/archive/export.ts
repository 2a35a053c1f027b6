/**
 * Writes a table to files. One scan of a table in use shows no instant: an account as it was before a transfer and
 * another as it was after. So the table is read again until a whole reading finds nothing changed: then every item
 * kept its value from its first reading to its second, and the export is the table as it was between the two ("double
 * collect", Afek et al., Atomic Snapshots of Shared Memory, J. ACM 40(4), 1993).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { startBar } from "../bar.ts";
import { type Cli, Failure } from "../cli.ts";
import {
  CHUNK_BYTES_MAX,
  CHUNK_ITEMS_MAX,
  Chunk,
  chunkFiles,
  DISTRICT_COPY,
  MANIFEST,
  type Manifest,
  manifestText,
  PROGRESS,
  SUMS,
  sha256,
  sumsText,
  writeDurably,
} from "./format.ts";
import { isMarker } from "./marker.ts";
import { type Archive, crcsText, openArchive, verifyArchive } from "./read.ts";
import { keyOf, scanItems, type TableRef } from "./table.ts";
import { lineOf, type WireItem } from "./typed-json.ts";

/** Times that a table is read at most, unless the caller says: the first reading and the chances to find it still. */
export const PASSES_DEFAULT = 5;

/** What to export, and where to. */
export interface ExportOptions {
  readonly target: TableRef;
  /** Made when missing; must be empty, or hold an unfinished export of the same table. */
  readonly folder: string;
  readonly district: { readonly id: string; readonly text: string };
  readonly passesMax: number;
  readonly cli: Cli;
  /** Items in a chunk; smaller in tests. */
  readonly chunkItemsMax?: number;
  /** Hears of every chunk that has been read and kept; what it throws ends the export as a crash would. */
  readonly onChunk?: (pass: number, chunks: number) => Promise<void> | void;
}

const Key = z.strictObject({ pk: z.strictObject({ S: z.string() }), sk: z.strictObject({ S: z.string() }) });

/** What an interrupted export goes on from. */
const Progress = z.strictObject({
  district: z.string(),
  table: z.string(),
  tableId: z.string(),
  startedAt: z.string(),
  pass: z.int().min(1),
  passBeganAt: z.string(),
  /** Chunks read in this pass, and the key after which it goes on. */
  done: z.int().min(0),
  after: Key.nullable(),
  changed: z.boolean(),
  chunks: z.array(Chunk),
});
type Progress = z.infer<typeof Progress>;

const save = (folder: string, progress: Progress): void =>
  void writeDurably(folder, PROGRESS, JSON.stringify(progress));

const foreign = (folder: string): Failure =>
  new Failure({
    zh: `${folder} 中已有其他内容；请用 --to 指定一个空文件夹。`,
    en: `${folder} already holds something else; name an empty folder with --to.`,
  });

const describe = async ({ client, table }: TableRef): Promise<{ tableId: string; items: number }> => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  return { tableId: Table?.TableId ?? Table?.TableArn ?? table, items: Table?.ItemCount ?? 0 };
};

const begin = ({ folder, district, target, cli }: ExportOptions, tableId: string): Progress => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, PROGRESS);
  if (!existsSync(file)) {
    if (readdirSync(folder).length > 0) throw foreign(folder);
    const now = cli.now().toISOString();
    const own = { district: district.id, table: target.table, tableId };
    return { ...own, startedAt: now, pass: 1, passBeganAt: now, done: 0, after: null, changed: false, chunks: [] };
  }
  const kept = Progress.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!kept.success || kept.data.tableId !== tableId || kept.data.district !== district.id) throw foreign(folder);
  return kept.data;
};

/** Keeps a chunk that is as the reading before found it, else writes it. */
const keepChunk = (folder: string, progress: Progress, lines: readonly string[], last: WireItem): Progress => {
  const text = Buffer.from(`${lines.join("\n")}\n`);
  const digest = sha256(text);
  const { done, chunks } = progress;
  const after = Key.parse(keyOf(last));
  if (chunks[done]?.text.sha256 === digest) return { ...progress, done: done + 1, after };
  const names = chunkFiles(done);
  const chunk: Chunk = {
    items: lines.length,
    text: { bytes: text.length, sha256: digest },
    lines: writeDurably(folder, names.lines, gzipSync(text)),
    crcs: writeDurably(folder, names.crcs, crcsText(lines)),
  };
  return { ...progress, done: done + 1, after, changed: true, chunks: chunks.toSpliced(done, 1, chunk) };
};

/** Files of chunks that the last reading did not reach: the table has become smaller. */
const dropRest = (folder: string, progress: Progress): Progress => {
  const rest = progress.chunks.slice(progress.done);
  for (const { lines, crcs } of rest) {
    rmSync(join(folder, lines.file), { force: true });
    rmSync(join(folder, crcs.file), { force: true });
  }
  const chunks = progress.chunks.slice(0, progress.done);
  return { ...progress, chunks, changed: progress.changed || rest.length > 0 };
};

const itemsOf = (chunks: readonly Chunk[]): number => chunks.reduce((sum, { items }) => sum + items, 0);

const passWords = (pass: number) => ({ zh: `第 ${pass} 遍读取`, en: `reading ${pass}` });

/** One reading of the whole table, or the rest of one. */
const readPass = async (options: ExportOptions, begun: Progress, estimate: number): Promise<Progress> => {
  const { target, folder, cli, chunkItemsMax = CHUNK_ITEMS_MAX, onChunk } = options;
  let progress = begun;
  let lines: string[] = [];
  let bytes = 0;
  let count = itemsOf(begun.chunks.slice(0, begun.done));
  const bar = startBar(cli, passWords(begun.pass), Math.max(itemsOf(begun.chunks), estimate), count);
  const keep = async (last: WireItem): Promise<void> => {
    progress = keepChunk(folder, progress, lines, last);
    lines = [];
    bytes = 0;
    save(folder, progress);
    await onChunk?.(progress.pass, progress.done);
  };
  let last: WireItem | undefined;
  for await (const item of scanItems(target, begun.after ?? undefined)) {
    if (isMarker(item)) throw halfRestored(target.table);
    const line = lineOf(item);
    lines.push(line);
    bytes += Buffer.byteLength(line) + 1;
    last = item;
    count += 1;
    bar.at(count);
    if (lines.length >= chunkItemsMax || bytes >= CHUNK_BYTES_MAX) await keep(item);
  }
  if (lines.length > 0 && last) await keep(last);
  bar.end();
  progress = dropRest(folder, progress);
  save(folder, progress);
  return progress;
};

const halfRestored = (table: string): Failure =>
  new Failure({
    zh: `表 ${table} 的恢复尚未完成；请先完成 restore，再导出。`,
    en: `A restore into the table ${table} is unfinished; finish it before you export.`,
  });

const finish = async (options: ExportOptions, progress: Progress, settled: boolean): Promise<Archive> => {
  const { folder, district, cli } = options;
  const manifest: Manifest = {
    format: "linli-export",
    version: 1,
    district: progress.district,
    table: progress.table,
    startedAt: progress.startedAt,
    finishedAt: cli.now().toISOString(),
    consistency: settled ? "instant" : "moving",
    asOf: settled ? progress.passBeganAt : null,
    passes: progress.pass,
    items: itemsOf(progress.chunks),
    districtFile: writeDurably(folder, DISTRICT_COPY, district.text),
    chunks: progress.chunks,
  };
  const text = manifestText(manifest);
  writeDurably(folder, MANIFEST, text);
  writeDurably(folder, SUMS, sumsText(manifest, text));
  // What a disk gives back is what a restore will get: read it before the export is called done.
  const bar = startBar(cli, { zh: "校验文件", en: "checking files" }, manifest.items);
  await verifyArchive({ folder, manifest, fingerprint: sha256(text) }, bar.at);
  bar.end();
  rmSync(join(folder, PROGRESS));
  return openArchive(folder);
};

/**
 * Exports a table into a folder, or goes on with an export that was interrupted there. The manifest says what the
 * export shows: the table at one instant, or one that moved during every reading. Throws `Failure`.
 */
export const exportTable = async (options: ExportOptions): Promise<Archive> => {
  const { tableId, items } = await describe(options.target);
  let progress = begin(options, tableId);
  save(options.folder, progress);
  for (;;) {
    progress = await readPass(options, progress, items);
    const settled = progress.pass > 1 && !progress.changed;
    if (settled || progress.pass >= options.passesMax) return finish(options, progress, settled);
    const passBeganAt = options.cli.now().toISOString();
    progress = { ...progress, pass: progress.pass + 1, passBeganAt, done: 0, after: null, changed: false };
    save(options.folder, progress);
  }
};
