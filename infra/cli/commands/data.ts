/** Export, verify, restore and audit of a district's data. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import type { Deps } from "../../../functions/shared/deps.ts";
import { SignedCheckpoint } from "../../../schemas/ledger/proofs.ts";
import { districtFile, loadDistrict } from "../../districts/load.ts";
import { ensureTable } from "../../local/table.ts";
import { exportTable, PASSES_DEFAULT } from "../archive/export.ts";
import { openArchive, verifyArchive } from "../archive/read.ts";
import { restoreTable } from "../archive/restore.ts";
import { batchWriter, transactionWriter } from "../archive/table.ts";
import { auditDistrict, type Books, depsOn } from "../audit.ts";
import { startBar } from "../bar.ts";
import { type Cli, EXIT, Failure, paint, say, type Words } from "../cli.ts";
import { BookReader } from "../ledger/book.ts";
import { type Finding, type KeptCheckpoint, type LedgerReport, verifyLedger } from "../ledger/verify.ts";
import { openTarget, type Target, type TargetOptions } from "../target.ts";

/**
 * The audit's totals stand a little behind its clock, because entries may still arrive. Into a table that was just
 * restored none do: a clock ahead takes the newest into the totals too.
 */
const AUDIT_AHEAD_MS = 60 * 60_000;

/** Findings that are named; all are counted. */
const FINDINGS_SHOWN_MAX = 20;

const withTarget = async <T>(
  district: string,
  options: TargetOptions,
  work: (target: Target) => Promise<T>,
): Promise<T> => {
  const target = await openTarget(district, options);
  try {
    return await work(target);
  } finally {
    await target.close();
  }
};

export interface ExportCommand extends TargetOptions {
  readonly to: string;
  readonly passes?: number;
}

/** `export`: writes the district's data to a folder; says whether it shows one instant. Returns the exit code. */
export const exportCommand = async (cli: Cli, id: string, options: ExportCommand): Promise<number> => {
  loadDistrict(id, options.districts);
  const text = readFileSync(districtFile(id, options.districts), "utf8");
  const { manifest, fingerprint } = await withTarget(id, options, (target) =>
    exportTable({
      target,
      folder: options.to,
      district: { id, text },
      passesMax: options.passes ?? PASSES_DEFAULT,
      cli,
    }),
  );
  const { items, asOf, passes } = manifest;
  if (asOf === null) {
    const zh =
      `数据在 ${passes} 遍读取中一直变化：逐项完整，但不是同一时刻，账目可能不平。` +
      "请停写后重试，或在 AWS 上导出时间点恢复的表。";
    const en =
      `The data changed in each of ${passes} readings: each item is whole, but not of one instant, and the books may ` +
      "not balance. Stop the traffic and export again, or on AWS export a table restored to a point in time.";
    cli.note(`${paint(cli, "yellow", say(cli, { zh, en }))}\n`);
  }
  const instant = asOf ?? say(cli, { zh: "无", en: "none" });
  cli.print(
    say(cli, {
      zh: `已导出 ${items} 项到 ${options.to}；时刻 ${instant}；指纹 ${fingerprint}`,
      en: `${items} items exported to ${options.to}; instant ${instant}; fingerprint ${fingerprint}`,
    }),
  );
  return asOf === null ? EXIT.look : EXIT.done;
};

export interface VerifyCommand {
  /** File of checkpoints that were kept when they were published. */
  readonly published?: string;
}

const KeptCheckpoints = z.object({ items: z.array(z.object(SignedCheckpoint.shape)) });

const keptCheckpoints = (file: string | undefined): readonly KeptCheckpoint[] => {
  if (file === undefined) return [];
  const parsed = KeptCheckpoints.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data.items;
  throw new Failure({
    zh: `${file} 不是账本根的清单；请用 GET /v1/ledger/roots 的答复。`,
    en: `${file} is no list of roots; use an answer of GET /v1/ledger/roots.`,
  });
};

/** What each finding means, with the entry, account or day that it is about. */
const FINDINGS: Readonly<Record<Finding["what"], Words>> = {
  "entry-altered": { zh: "分录被改动", en: "the entry was altered" },
  "entry-removed": { zh: "分录被删除", en: "the entry was removed" },
  "entry-inserted": { zh: "分录是事后插入的", en: "the entry was inserted afterwards" },
  "entry-reordered": { zh: "分录的次序被改动", en: "the entry stands in another order" },
  "chain-broken": { zh: "从此分录起的封存块被改动", en: "the block that begins with this entry was altered" },
  "head-wrong": { zh: "链头与各块不符", en: "the head is not that of the blocks" },
  "balance-wrong": { zh: "余额与分录之和不符", en: "the balance is not the sum of the entries" },
  "tree-wrong": { zh: "当日的树与各链头不符", en: "the day's tree is not over the heads of that day" },
  "log-wrong": { zh: "当日的根不在日志应有的位置", en: "the day's root does not continue the log" },
  "signature-wrong": { zh: "签名无效", en: "the signature is not valid" },
  "not-as-published": { zh: "与当时公布的根不同", en: "it is not as it was published" },
};

const printLedger = (cli: Cli, report: LedgerReport): number => {
  const { accounts, entries, unsealed, days, newest, findings } = report;
  for (const { what, account, entry, day } of findings.slice(0, FINDINGS_SHOWN_MAX)) {
    const where = [account, entry, day].filter((part) => part !== undefined).join(" ");
    cli.print(`${paint(cli, "red", "✗")} ${where}: ${say(cli, FINDINGS[what])}`);
  }
  const zh = `账本：${accounts} 个账户，${entries} 条分录，${days} 个每日根，${unsealed} 处尚未封存；${findings.length} 处不符`;
  const en =
    `ledger: ${accounts} accounts, ${entries} entries, ${days} daily roots, ${unsealed} sides not sealed yet; ` +
    `${findings.length} findings`;
  cli.print(say(cli, { zh, en }));
  if (newest) cli.print(`${newest.day.day} ${newest.log.toString("hex")} ${newest.key.kid}`);
  return findings.length === 0 ? EXIT.done : EXIT.look;
};

/**
 * `verify`: reads every file of an export and holds it against its checksum, then the ledger in it against its hash
 * chains, daily roots and the checkpoints that were kept. Needs no server and no database. Returns the exit code.
 */
export const verifyCommand = async (cli: Cli, folder: string, options: VerifyCommand = {}): Promise<number> => {
  const kept = keptCheckpoints(options.published);
  const archive = openArchive(folder);
  const { items, district, consistency } = archive.manifest;
  const bar = startBar(cli, { zh: "校验文件", en: "checking files" }, items);
  const reader = new BookReader();
  await verifyArchive(archive, bar.at, (item) => reader.take(item));
  bar.end();
  cli.print(
    say(cli, {
      zh: `${district} 的 ${items} 项与导出时一致（${consistency}）；指纹 ${archive.fingerprint}`,
      en: `${items} items of ${district} are as exported (${consistency}); fingerprint ${archive.fingerprint}`,
    }),
  );
  return printLedger(cli, verifyLedger(reader.book(), kept));
};

const printBooks =
  (cli: Cli) =>
  ({ community, unit, checked, totals, sum, found, findings, ok }: Books): void => {
    const mark = ok ? paint(cli, "green", "✓") : paint(cli, "red", "✗");
    const { accounts, entries, holds } = checked;
    const zh = `${accounts} 个账户，${entries} 条分录，${holds} 笔预扣；成员 ${totals.members}，池 ${totals.pools}，合计 ${sum}`;
    const en =
      `${accounts} accounts, ${entries} entries, ${holds} holds; ` +
      `members ${totals.members}, pools ${totals.pools}, sum ${sum}`;
    cli.print(`${mark} ${community} ${unit}: ${say(cli, { zh, en })}`);
    for (const { account, check, member, expected, found: stored } of findings) {
      const numbers = { zh: `应为 ${expected}，存有 ${stored}`, en: `${stored} stored, ${expected} expected` };
      cli.print(`    ${account} ${check} ${member}: ${say(cli, numbers)}`);
    }
    if (found > findings.length) cli.print(`    + ${found - findings.length}`);
  };

const auditTarget = async (cli: Cli, deps: Deps): Promise<number> => {
  const books = await auditDistrict(deps, printBooks(cli));
  const wrong = books.filter(({ ok }) => !ok).length;
  if (wrong === 0) return EXIT.done;
  const zh = `${wrong} 本账不平：不要用这些数据提供服务，请先查明上面的差异。`;
  const en = `${wrong} of the books do not balance: serve nobody from this data before the findings are explained.`;
  cli.note(`${paint(cli, "red", say(cli, { zh, en }))}\n`);
  return EXIT.look;
};

/** `audit`: recomputes every account of the district from its journal. Returns the exit code. */
export const auditCommand = (cli: Cli, id: string, options: TargetOptions): Promise<number> =>
  withTarget(id, options, (target) => auditTarget(cli, depsOn(target, loadDistrict(id, options.districts))));

export interface RestoreCommand extends TargetOptions {
  readonly from: string;
  readonly expect?: string;
}

/** `restore`: writes an export into an empty table, compares both, audits the ledger. Returns the exit code. */
export const restoreCommand = async (cli: Cli, id: string, options: RestoreCommand): Promise<number> => {
  const district = loadDistrict(id, options.districts);
  return withTarget(id, options, async (target) => {
    if (target.local) await ensureTable(target.client, target.table);
    const { items, expired, archive } = await restoreTable({
      target,
      writer: target.local ? transactionWriter : batchWriter,
      folder: options.from,
      district: id,
      cli,
      ...(options.expect === undefined ? {} : { expected: options.expect }),
    });
    const clock = { now: () => new Date(cli.now().getTime() + AUDIT_AHEAD_MS) };
    const code = await auditTarget(cli, depsOn(target, district, clock));
    const { manifest, fingerprint } = archive;
    const gone =
      expired === 0 ? "" : say(cli, { zh: `，另有 ${expired} 项已过期`, en: `, ${expired} more had expired` });
    const instant = manifest.asOf ?? say(cli, { zh: "无", en: "none" });
    cli.print(
      say(cli, {
        zh: `${target.table} 中的 ${items} 项与导出逐项相同${gone}；时刻 ${instant}；指纹 ${fingerprint}`,
        en: `${items} items in ${target.table} equal the export${gone}; instant ${instant}; export ${fingerprint}`,
      }),
    );
    return code;
  });
};
