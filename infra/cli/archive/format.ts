/**
 * What an export is on disk: chunks of lines, a manifest that holds the checksum of each, and SHA256SUMS, which
 * `sha256sum -c` reads too. docs/cli.md describes it for other programs.
 */
import { createHash } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";

/** A chunk ends after this many items ... */
export const CHUNK_ITEMS_MAX = 10_000;
/** ... or when its text has this many bytes, whichever comes first: it is held in memory whole. */
export const CHUNK_BYTES_MAX = 8 * 1024 * 1024;
/** An item has at most 400 KB in DynamoDB; as text, with types, escapes and base64, no more than this. */
export const LINE_BYTES_MAX = 4 * 1024 * 1024;

/** Names inside an export's folder. */
export const MANIFEST = "manifest.json";
export const SUMS = "SHA256SUMS";
export const DISTRICT_COPY = "district.json";
export const PROGRESS = "progress.json";

/** Hex SHA-256 of bytes or text. */
export const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

const Digest = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);

/** A file with its size in bytes and its checksum. */
export const FileSum = z.strictObject({
  file: z.string().regex(/^[a-z0-9]+(\.[a-z0-9]+)*$/),
  bytes: Count,
  sha256: Digest,
});
export type FileSum = z.infer<typeof FileSum>;

/** One chunk: compressed lines, and beside them a CRC-32 a line, which tells the line where a file is damaged. */
export const Chunk = z.strictObject({
  items: z.int().min(1),
  /** The lines before compression. */
  text: z.strictObject({ bytes: Count.max(CHUNK_BYTES_MAX + LINE_BYTES_MAX), sha256: Digest }),
  lines: FileSum,
  crcs: FileSum,
});
export type Chunk = z.infer<typeof Chunk>;

/** Content of `manifest.json`. */
export const Manifest = z.strictObject({
  format: z.literal("linli-export"),
  version: z.literal(1),
  district: z.string(),
  table: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** `instant`: the table as it was at `asOf`. `moving`: it changed during every reading; each item is whole. */
  consistency: z.enum(["instant", "moving"]),
  asOf: z.iso.datetime().nullable(),
  /** Times that the table was read. */
  passes: z.int().min(1),
  items: Count,
  districtFile: FileSum,
  chunks: z.array(Chunk),
});
export type Manifest = z.infer<typeof Manifest>;

/** Text of `manifest.json`. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 1)}\n`;

/** Text of `SHA256SUMS` for a manifest, whose own text is `text`. */
export const sumsText = (manifest: Manifest, text: string): string => {
  const files = [manifest.districtFile, ...manifest.chunks.flatMap(({ lines, crcs }) => [lines, crcs])];
  const rows = [...files, { file: MANIFEST, sha256: sha256(text) }];
  return rows.map((row) => `${row.sha256}  ${row.file}\n`).join("");
};

/** File names of chunk `index`, from 0. */
export const chunkFiles = (index: number): { readonly lines: string; readonly crcs: string } => {
  const name = String(index).padStart(6, "0");
  return { lines: `${name}.ndjson.gz`, crcs: `${name}.crc32` };
};

/** Writes a file so that after a crash it is there whole or as it was before. */
export const writeDurably = (folder: string, file: string, data: string | Uint8Array): FileSum => {
  const path = join(folder, file);
  const bytes = typeof data === "string" ? Buffer.from(data) : data;
  const descriptor = openSync(`${path}.part`, "w");
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${path}.part`, path);
  const parent = openSync(dirname(path), "r");
  try {
    fsyncSync(parent);
  } finally {
    closeSync(parent);
  }
  return { file, bytes: bytes.length, sha256: sha256(bytes) };
};
