/** Export and restore on the embedded engine: exact, at one instant or honest about it, resumable, tamper-evident. */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { type AttributeValue, DeleteItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ExportOptions, exportTable } from "../../../infra/cli/archive/export.ts";
import { openArchive, verifyArchive } from "../../../infra/cli/archive/read.ts";
import { restoreTable } from "../../../infra/cli/archive/restore.ts";
import {
  batchWriter,
  countItems,
  putItems,
  scanItems,
  type TableRef,
  transactionWriter,
} from "../../../infra/cli/archive/table.ts";
import { lineOf, type WireItem } from "../../../infra/cli/archive/typed-json.ts";
import { fakeCli } from "../../support/cli.ts";
import { makeTable } from "../../support/harness.ts";

const district = { id: "testqu", text: '{"id":"testqu"}\n' };
const CHUNK_ITEMS = 10;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "linli-archive-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const item = (index: number): WireItem => ({
  pk: { S: `P#${index}` },
  sk: { S: "R" },
  amount: { N: String(index * 7 - 3) },
  memo: { S: `谢谢 ${index}` },
});

const put = ({ client, table }: TableRef, one: WireItem) =>
  client.send(new PutItemCommand({ TableName: table, Item: one }));

const filled = async (items: readonly WireItem[]): Promise<TableRef> => {
  const target = await makeTable();
  await putItems(target, items, batchWriter, () => undefined);
  return target;
};

const many = (count: number): WireItem[] => Array.from({ length: count }, (_, index) => item(index));

const linesOf = async (target: TableRef): Promise<string[]> => {
  const lines: string[] = [];
  for await (const one of scanItems(target)) lines.push(lineOf(one));
  return lines.sort();
};

const take = (target: TableRef, changes: Partial<ExportOptions> = {}) =>
  exportTable({ target, folder, district, passesMax: 4, cli: fakeCli(), chunkItemsMax: CHUNK_ITEMS, ...changes });

const restore = (target: TableRef, changes = {}) =>
  restoreTable({ target, writer: transactionWriter, folder, district: district.id, cli: fakeCli(), ...changes });

/** Attribute values of every type, as DynamoDB takes them. */
const { value: values } = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.string({ unit: "grapheme" }).map((S) => ({ S })),
    fc.bigInt({ min: -(10n ** 37n), max: 10n ** 37n }).map((n) => ({ N: String(n) })),
    fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 1, max: 20 })).map(([n, scale]) => ({
      N: `${n}E-${scale}`,
    })),
    fc.uint8Array().map((B) => ({ B })),
    fc.boolean().map((BOOL) => ({ BOOL })),
    fc.constant({ NULL: true as const }),
    fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 4 }).map((SS) => ({ SS })),
    fc.uniqueArray(fc.maxSafeInteger(), { minLength: 1, maxLength: 4 }).map((ns) => ({ NS: ns.map(String) })),
    fc
      .uniqueArray(fc.uint8Array({ maxLength: 6 }), { minLength: 1, maxLength: 3, selector: (bytes) => bytes.join() })
      .map((BS) => ({ BS })),
    fc.array(tie("value"), { maxLength: 3 }).map((L) => ({ L })),
    fc.dictionary(fc.string({ maxLength: 8 }), tie("value"), { maxKeys: 3 }).map((M) => ({ M })),
  ),
}));

const keyText = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((text) => text !== "RESTORE");
const items = fc.uniqueArray(
  fc
    .tuple(keyText, keyText, fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), values, { maxKeys: 5 }))
    .map(([pk, sk, rest]): WireItem => ({ ...rest, pk: { S: pk }, sk: { S: sk } })),
  { maxLength: 30, selector: ({ pk, sk }) => `${pk?.S}\u0000${sk?.S}` },
);

describe("export and restore", () => {
  it("are the identity on any items", async () => {
    await fc.assert(
      fc.asyncProperty(items, async (given) => {
        rmSync(folder, { recursive: true, force: true });
        const from = await filled(given);
        const { manifest } = await take(from, { chunkItemsMax: 7 });
        expect(manifest).toMatchObject({ consistency: "instant", items: given.length });
        const to = await makeTable();
        const writer = given.length % 2 === 0 ? batchWriter : transactionWriter;
        expect(await restore(to, { writer })).toMatchObject({ items: given.length, expired: 0 });
        expect(await linesOf(to)).toEqual(await linesOf(from));
      }),
      { numRuns: 40 },
    );
  });
});

/** Megabytes go through the engine several times. */
const LARGE_MS_MAX = 120_000;

describe("an export", () => {
  it("of a table at rest shows one instant after two readings", async () => {
    const { manifest } = await take(await filled(many(35)));
    expect(manifest).toMatchObject({ consistency: "instant", passes: 2, items: 35 });
    expect(manifest.chunks.map(({ items }) => items)).toEqual([10, 10, 10, 5]);
  });

  it(
    "and restore take items as large as DynamoDB's",
    async () => {
      const large = many(14).map((one) => ({ ...one, memo: { S: "\u0001".repeat(390_000) } }));
      const from = await filled(large);
      expect((await take(from, { chunkItemsMax: 1_000 })).manifest.chunks.length).toBeGreaterThan(2);
      const to = await makeTable();
      expect(await restore(to)).toMatchObject({ items: 14 });
      expect(await linesOf(to)).toEqual(await linesOf(from));
    },
    LARGE_MS_MAX,
  );

  it("of an empty table is an export too", async () => {
    expect((await take(await makeTable())).manifest).toMatchObject({ consistency: "instant", items: 0, chunks: [] });
    expect(await restore(await makeTable())).toMatchObject({ items: 0 });
  });

  it("reads again until nothing changed, and has what was written meanwhile", async () => {
    const from = await filled(many(35));
    const changes = [item(100), { ...item(3), amount: { N: "999" } }];
    const onChunk = async () => {
      const change = changes.shift();
      if (change) await put(from, change);
    };
    const { manifest } = await take(from, { onChunk, passesMax: 6 });
    expect(manifest).toMatchObject({ consistency: "instant", items: 36 });
    const to = await makeTable();
    await restore(to);
    expect(await linesOf(to)).toEqual(await linesOf(from));
  });

  it("of a table that never rests says that it shows no instant", async () => {
    const from = await filled(many(35));
    let count = 0;
    const onChunk = async () => void (await put(from, { ...item(3), amount: { N: String(++count) } }));
    expect((await take(from, { onChunk })).manifest).toMatchObject({ consistency: "moving", asOf: null, passes: 4 });
  });

  it("drops the chunks of a table that became smaller", async () => {
    const from = await filled(many(15));
    const onChunk = async (pass: number, chunks: number) => {
      if (pass !== 1 || chunks !== 2) return;
      for (const { pk = { S: "" }, sk = { S: "" } } of many(15).slice(2)) {
        await from.client.send(new DeleteItemCommand({ TableName: from.table, Key: { pk, sk } }));
      }
    };
    const { manifest } = await take(from, { onChunk });
    expect(manifest).toMatchObject({ consistency: "instant", items: 2 });
    expect(readdirSync(folder).filter((file) => file.endsWith(".gz"))).toHaveLength(1);
  });

  it.each([1, 2, 3, 4, 5, 6, 7])("interrupted after %i chunks goes on where it was", async (stop) => {
    const from = await filled(many(35));
    let chunks = 0;
    const seen: string[] = [];
    const crash = () => {
      if (++chunks === stop) throw new Error("crash");
    };
    await expect(take(from, { onChunk: crash })).rejects.toThrow("crash");
    expect(() => openArchive(folder)).toThrow(/unfinished/);
    const onChunk = (pass: number, done: number) => void seen.push(`${pass}.${done}`);
    const { manifest } = await take(from, { onChunk });
    expect(manifest).toMatchObject({ consistency: "instant", items: 35, passes: 2 });
    expect(stop + seen.length).toBe(8);
    expect(readdirSync(folder)).not.toContain("progress.json");
  });

  it("is not written over something else", async () => {
    writeFileSync(join(folder, "mine.txt"), "mine");
    await expect(take(await filled(many(1)))).rejects.toThrow(/already holds something else/);
  });

  it("does not go on with the export of another table", async () => {
    const crash = () => {
      throw new Error("crash");
    };
    await expect(take(await filled(many(15)), { onChunk: crash })).rejects.toThrow("crash");
    await expect(take(await filled(many(15)))).rejects.toThrow(/already holds something else/);
  });
});

describe("a restore", () => {
  it.each([1, 2, 3, 4])("interrupted after chunk %i goes on where it was", async (stop) => {
    await take(await filled(many(35)));
    const to = await makeTable();
    const crash = (chunks: number) => {
      if (chunks === stop) throw new Error("crash");
    };
    await expect(restore(to, { onChunk: crash })).rejects.toThrow("crash");
    const seen: number[] = [];
    const restored = await restore(to, { onChunk: (chunks: number) => void seen.push(chunks) });
    expect(restored.items).toBe(35);
    expect(seen).toEqual([1, 2, 3, 4].filter((chunk) => chunk > stop));
    expect(await countItems(to)).toBe(35);
  });

  it("refuses a table that holds anything, and leaves it as it was", async () => {
    await take(await filled(many(5)));
    const to = await filled([item(1_000)]);
    await expect(restore(to)).rejects.toThrow(/not empty/);
    expect(await linesOf(to)).toEqual([lineOf(item(1_000))]);
  });

  it("refuses a table in which another export is half restored, and an export of such a table", async () => {
    await take(await filled(many(15)));
    const to = await makeTable();
    const crash = () => {
      throw new Error("crash");
    };
    await expect(restore(to, { onChunk: crash })).rejects.toThrow("crash");
    rmSync(folder, { recursive: true });
    await expect(take(to)).rejects.toThrow(/restore into the table .* is unfinished/);
    rmSync(folder, { recursive: true });
    await take(await filled(many(16)));
    await expect(restore(to)).rejects.toThrow(/another export/);
  });

  it("refuses an export of another district or with another fingerprint", async () => {
    await take(await filled(many(5)));
    const to = await makeTable();
    await expect(restore(to, { district: "other" })).rejects.toThrow(/export of testqu, not of other/);
    await expect(restore(to, { expected: "0".repeat(64) })).rejects.toThrow(/fingerprint/);
    expect(await countItems(to)).toBe(0);
  });

  it("finds an item that somebody changed while it was restored", async () => {
    await take(await filled(many(15)));
    const to = await makeTable();
    const meddle = async (chunks: number) => {
      if (chunks === 2) await put(to, { ...item(3), amount: { N: "1" } });
    };
    await expect(restore(to, { onChunk: meddle })).rejects.toThrow(/P#3 R is not as 00000\d\.ndjson\.gz, line \d+/);
    const extra = await makeTable();
    const add = async () => void (await put(extra, item(77)));
    await expect(restore(extra, { onChunk: add })).rejects.toThrow(/has 16 items, the export 15/);
  });

  it("takes an item for expired that the table has dropped after its time to live", async () => {
    const past: WireItem = { ...item(1), ttl: { N: "1700000000" } };
    await take(await filled([past, item(2)]));
    const drop = async (to: TableRef) => {
      const { pk = { S: "" }, sk = { S: "" } } = past;
      await to.client.send(new DeleteItemCommand({ TableName: to.table, Key: { pk, sk } }));
    };
    const to = await makeTable();
    expect(await restore(to, { onChunk: () => drop(to) })).toMatchObject({ items: 1, expired: 1 });
  });
});

describe("a damaged export", () => {
  const damage = (file: string, change: (bytes: Buffer) => Buffer) => {
    const path = join(folder, file);
    const before = readFileSync(path);
    writeFileSync(path, change(before));
    return () => writeFileSync(path, before);
  };
  const verify = async () => {
    const archive = openArchive(folder);
    await verifyArchive(archive, () => undefined);
  };

  it("is found out whatever byte of whatever file is changed", async () => {
    await take(await filled(many(25)));
    await verify();
    const files = readdirSync(folder);
    expect(files).toHaveLength(9);
    const place = fc.constantFrom(...files).chain((file) =>
      fc.record({
        file: fc.constant(file),
        at: fc.nat({ max: readFileSync(join(folder, file)).length - 1 }),
        bits: fc.integer({ min: 1, max: 255 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(place, async ({ file, at, bits }) => {
        const mend = damage(file, (bytes) => {
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ bits;
          return changed;
        });
        await expect(verify()).rejects.toThrow(/not as it was exported/);
        mend();
      }),
      { numRuns: 300 },
    );
    await verify();
  });

  it("is named by file and line, and nothing of it is restored", async () => {
    await take(await filled(many(25)));
    damage("000001.ndjson.gz", (bytes) => {
      const lines = gunzipSync(bytes).toString().split("\n");
      lines[6] = lines[6]?.replace(/"N":"(\d+)"/, '"N":"9$1"') ?? "";
      return gzipSync(lines.join("\n"));
    });
    const to = await makeTable();
    await expect(restore(to)).rejects.toThrow(/000001\.ndjson\.gz, line 7,/);
    expect(await countItems(to)).toBe(0);
  });

  it("that was cut off, grew or lost a file is found out", async () => {
    await take(await filled(many(25)));
    let mend = damage("000002.ndjson.gz", (bytes) => bytes.subarray(0, bytes.length - 20));
    await expect(verify()).rejects.toThrow(/000002\.ndjson\.gz, line \d+,/);
    mend();
    mend = damage("000002.ndjson.gz", (bytes) => Buffer.concat([bytes, Buffer.from("x")]));
    await expect(verify()).rejects.toThrow(/000002\.ndjson\.gz/);
    mend();
    appendFileSync(join(folder, "SHA256SUMS"), "\n");
    await expect(verify()).rejects.toThrow(/SHA256SUMS/);
    rmSync(join(folder, "manifest.json"));
    await expect(verify()).rejects.toThrow(/no whole export/);
  });
});
