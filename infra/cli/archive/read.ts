/** Reads an export back and trusts nothing: every file is held against its checksum before a line of it is used. */
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32, createGunzip, gunzipSync } from "node:zlib";
import { Failure } from "../cli.ts";
import {
  CHUNK_BYTES_MAX,
  type Chunk,
  type FileSum,
  LINE_BYTES_MAX,
  MANIFEST,
  Manifest,
  manifestText,
  PROGRESS,
  SUMS,
  sha256,
  sumsText,
} from "./format.ts";
import { itemOf, LineFault, type WireItem } from "./typed-json.ts";

/** An export whose manifest has been checked. */
export interface Archive {
  readonly folder: string;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest, which holds the checksums of all else: it names this very export. */
  readonly fingerprint: string;
}

/** A damaged export. `line` counts from 1 in the uncompressed text. */
const damaged = (file: string, line?: number): Failure => {
  const [zh, en] = line === undefined ? ["", ""] : [` 第 ${line} 行`, `, line ${line},`];
  return new Failure({
    zh: `${file}${zh} 与导出时的校验和不符；请换用该导出的另一份副本。`,
    en: `${file}${en} is not as it was exported; use another copy of the export.`,
  });
};

const textOf = (folder: string, file: string): string => {
  try {
    return readFileSync(join(folder, file), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Failure({
      zh: `${folder} 中没有 ${file}，不是完整的导出；请用 --from 指定 export 写出的文件夹。`,
      en: `${folder} has no ${file} and is no whole export; name a folder that export has written, with --from.`,
    });
  }
};

/** Opens an export and checks manifest and SHA256SUMS against each other. Throws `Failure`. */
export const openArchive = (folder: string): Archive => {
  if (existsSync(join(folder, PROGRESS))) {
    throw new Failure({
      zh: `${folder} 中的导出尚未完成；请再次运行同一条 export 命令以继续。`,
      en: `The export in ${folder} is unfinished; run the same export command again to go on.`,
    });
  }
  const text = textOf(folder, MANIFEST);
  const sums = textOf(folder, SUMS);
  let manifest: Manifest;
  try {
    manifest = Manifest.parse(JSON.parse(text));
  } catch {
    throw damaged(MANIFEST);
  }
  // The text itself is compared too: a change that means nothing to JSON is a change.
  if (text !== manifestText(manifest)) throw damaged(MANIFEST);
  if (sums !== sumsText(manifest, text)) throw damaged(`${MANIFEST} / ${SUMS}`);
  return { folder, manifest, fingerprint: sha256(text) };
};

const bytesOf = async (folder: string, { file }: FileSum): Promise<Buffer> => {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new Failure({
      zh: `导出中缺少文件 ${file}；请换用该导出的另一份副本。`,
      en: `The export's file ${file} is missing; use another copy of the export.`,
    });
  }
};

/** What can be unpacked of damaged data. */
const unpackPart = (packed: Buffer): Promise<Buffer> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const unzip = createGunzip();
    const end = () => resolve(Buffer.concat(parts));
    unzip.on("data", (part: Buffer) => {
      size += part.length;
      parts.push(part);
      if (size > CHUNK_BYTES_MAX + LINE_BYTES_MAX) unzip.destroy();
    });
    unzip.once("error", end).once("close", end);
    unzip.end(packed);
  });

const linesOf = (text: string): string[] => text.split("\n").slice(0, -1);

/** Eight hex digits. */
const crcText = (line: string | Uint8Array): string => crc32(line).toString(16).padStart(8, "0");

/** Text of the file of CRC-32s beside lines, in their order. */
export const crcsText = (lines: readonly string[]): string => lines.map((line) => `${crcText(line)}\n`).join("");

/** Line, from 1, on which damaged data first differs from what was written; undefined when no line does. */
const firstDamagedLine = async (packed: Buffer, crcs: readonly string[]): Promise<number | undefined> => {
  const found = await unpackPart(packed);
  let start = 0;
  for (const [index, crc] of crcs.entries()) {
    const end = found.indexOf(0x0a, start);
    if (end === -1 || crcText(found.subarray(start, end)) !== crc) return index + 1;
    start = end + 1;
  }
  return start === found.length ? undefined : crcs.length + 1;
};

/** The lines of a chunk. Throws `Failure` with file and line where it is not as written. */
export const readLines = async (folder: string, chunk: Chunk): Promise<string[]> => {
  const [packed, crcs] = await Promise.all([bytesOf(folder, chunk.lines), bytesOf(folder, chunk.crcs)]);
  const crcsAreGood = sha256(crcs) === chunk.crcs.sha256;
  if (sha256(packed) !== chunk.lines.sha256) {
    const line = crcsAreGood ? await firstDamagedLine(packed, linesOf(crcs.toString("latin1"))) : undefined;
    throw damaged(chunk.lines.file, line);
  }
  if (!crcsAreGood) throw damaged(chunk.crcs.file);
  const text = gunzipSync(packed, { maxOutputLength: chunk.text.bytes + 1 });
  if (sha256(text) !== chunk.text.sha256) throw damaged(chunk.lines.file);
  const lines = linesOf(text.toString("utf8"));
  if (lines.length !== chunk.items) throw damaged(chunk.lines.file);
  return lines;
};

/** The items of a chunk. Throws `Failure` with file and line. */
export const readItems = async (folder: string, chunk: Chunk): Promise<WireItem[]> =>
  (await readLines(folder, chunk)).map((line, index) => {
    try {
      return itemOf(line);
    } catch (error) {
      if (!(error instanceof LineFault)) throw error;
      const { file } = chunk.lines;
      throw new Failure({
        zh: `${file} 第 ${index + 1} 行不是一个数据项（${error.message}）；请换用 export 写出的文件。`,
        en: `${file}, line ${index + 1}, is not an item (${error.message}); use a file that export has written.`,
      });
    }
  });

/**
 * Reads every file of an export; `at` hears of the items read so far, `each` of every item. Throws `Failure` at the
 * first damage.
 */
export const verifyArchive = async (
  { folder, manifest }: Archive,
  at: (items: number) => void,
  each?: (item: WireItem) => void,
): Promise<void> => {
  const copy = await bytesOf(folder, manifest.districtFile);
  if (sha256(copy) !== manifest.districtFile.sha256) throw damaged(manifest.districtFile.file);
  let items = 0;
  for (const chunk of manifest.chunks) {
    for (const item of await readItems(folder, chunk)) each?.(item);
    items += chunk.items;
    at(items);
  }
  if (items !== manifest.items) throw damaged(MANIFEST);
};
