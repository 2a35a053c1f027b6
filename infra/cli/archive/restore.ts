/** Writes an export into an empty table, and holds the table against the export before it is called restored. */
import { startBar } from "../bar.ts";
import { type Cli, Failure } from "../cli.ts";
import type { Chunk } from "./format.ts";
import { advanceMarker, claimTable, releaseTable } from "./marker.ts";
import { type Archive, openArchive, readItems, verifyArchive } from "./read.ts";
import { countItems, getItems, keyName, keyOf, putItems, type TableRef, type Writer } from "./table.ts";
import { sameItem, type WireItem } from "./typed-json.ts";

/** What to restore, and where to. */
export interface RestoreOptions {
  readonly target: TableRef;
  readonly writer: Writer;
  readonly folder: string;
  readonly district: string;
  /** Fingerprint that the export must have; the one that `export` printed. */
  readonly expected?: string;
  readonly cli: Cli;
  /** Hears of every chunk that has been written; what it throws ends the restore as a crash would. */
  readonly onChunk?: (chunks: number) => Promise<void> | void;
}

/** What a restore has found in the table. */
export interface Restored {
  readonly archive: Archive;
  /** Items found in the table, each equal to its line. */
  readonly items: number;
  /** Items whose time to live had passed, and which the table has already dropped. */
  readonly expired: number;
}

const wrongDistrict = (found: string, asked: string): Failure =>
  new Failure({
    zh: `这是 ${found} 的导出，不是 ${asked} 的；请指定正确的文件夹或区。`,
    en: `This is an export of ${found}, not of ${asked}; name the right folder or district.`,
  });

const wrongFingerprint = (fingerprint: string): Failure =>
  new Failure({
    zh: `该导出的指纹是 ${fingerprint}，与 --expect 不符；请换用正确的副本。`,
    en: `The export's fingerprint is ${fingerprint}, which --expect does not name; use the right copy.`,
  });

const write = async (options: RestoreOptions, archive: Archive): Promise<void> => {
  const { target, writer, cli, onChunk } = options;
  const { chunks, items } = archive.manifest;
  const from = await claimTable(target, archive.fingerprint);
  let written = chunks.slice(0, from).reduce((sum, chunk) => sum + chunk.items, 0);
  const bar = startBar(cli, { zh: "写入数据表", en: "writing table" }, items, written);
  for (let index = from; index < chunks.length; index++) {
    const batch = await readItems(archive.folder, chunks[index] as Chunk);
    await putItems(target, batch, writer, (count) => {
      written += count;
      bar.at(written);
    });
    await advanceMarker(target, archive.fingerprint, index + 1);
    await onChunk?.(index + 1);
  }
  bar.end();
};

const differs = (file: string, line: number, key: string): Failure =>
  new Failure({
    zh: `表中的数据项 ${key} 与 ${file} 第 ${line} 行不同；请确认没有程序在写这张表，清空后重新恢复。`,
    en: `The item ${key} is not as ${file}, line ${line}, has it; see that nothing else writes, and restore anew.`,
  });

const surplus = (found: number, expected: number): Failure =>
  new Failure({
    zh: `表中有 ${found} 项，导出中有 ${expected} 项；请确认没有程序在写这张表，清空后重新恢复。`,
    en: `The table has ${found} items, the export ${expected}; see that nothing else writes, and restore anew.`,
  });

/** DynamoDB drops items by itself some time after the second in `ttl`. */
const hasExpired = ({ ttl }: WireItem, now: Date): boolean =>
  ttl?.N !== undefined && Number(ttl.N) * 1_000 < now.getTime();

const compare = async ({ target, cli }: RestoreOptions, archive: Archive): Promise<Restored> => {
  const { chunks, items } = archive.manifest;
  const bar = startBar(cli, { zh: "核对数据表", en: "checking table" }, items);
  let seen = 0;
  let expired = 0;
  for (const chunk of chunks) {
    const lines = await readItems(archive.folder, chunk);
    const found = await getItems(target, lines.map(keyOf));
    for (const [index, item] of lines.entries()) {
      const stored = found.get(keyName(item));
      if (stored === undefined && hasExpired(item, cli.now())) expired += 1;
      else if (!stored || !sameItem(item, stored)) throw differs(chunk.lines.file, index + 1, keyName(item));
    }
    seen += chunk.items;
    bar.at(seen);
  }
  bar.end();
  // One more is the marker; more than that, or a line twice, is nothing that the export holds.
  const count = (await countItems(target)) - 1;
  if (count !== items - expired) throw surplus(count, items - expired);
  return { archive, items: count, expired };
};

/**
 * Restores an export into an empty table, or goes on with a restore of the same export that was interrupted. All files
 * are checked before the first write, all items after the last. Throws `Failure`; the table then keeps its marker.
 */
export const restoreTable = async (options: RestoreOptions): Promise<Restored> => {
  const { folder, district, expected, cli, target } = options;
  const archive = openArchive(folder);
  const { manifest, fingerprint } = archive;
  if (expected !== undefined && expected !== fingerprint) throw wrongFingerprint(fingerprint);
  if (manifest.district !== district) throw wrongDistrict(manifest.district, district);
  const bar = startBar(cli, { zh: "校验文件", en: "checking files" }, manifest.items);
  await verifyArchive(archive, bar.at);
  bar.end();
  await write(options, archive);
  const restored = await compare(options, archive);
  await releaseTable(target, fingerprint);
  return restored;
};
