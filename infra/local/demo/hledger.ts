/** The books as plain text, and the question to somebody else's program whether they are right (hledger.org). */
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import type * as z from "zod";
import type { Pool } from "../../../schemas/ledger/audit.ts";
import { type AccountView, COMMUNITY, UNIT, type World } from "./world.ts";

const execute = promisify(execFile);
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;
const LINES_SHOWN = 6;
const CURSOR = /^; linli-next-cursor (\S+)$/m;

/** The program's version, or undefined where it is not installed. */
export const hledgerVersion = async (): Promise<string | undefined> => {
  try {
    return (await execute("hledger", ["--version"])).stdout.trim().split(",")[0];
  } catch {
    return undefined;
  }
};

const ask = async (file: string, ...args: string[]): Promise<string> =>
  (
    await execute("hledger", ["-f", file, ...args], {
      maxBuffer: OUTPUT_BYTES_MAX,
      env: { ...process.env, LANG: "C.UTF-8" },
    })
  ).stdout;

/** Balances by hledger's account names; accounts at zero are left out, as it leaves them out. */
export const hledgerBalances = async (file: string): Promise<ReadonlyMap<string, number>> => {
  const rows = parse(await ask(file, "balance", "--flat", "--no-total", "-O", "csv"), { from_line: 2 }) as string[][];
  return new Map(rows.map(([account = "", balance = ""]) => [account, Number.parseInt(balance, 10)]));
};

/** The same balances as the API shows them, under the same names. */
const shownBalances = async (world: World): Promise<ReadonlyMap<string, number>> => {
  const query = `community=${COMMUNITY}&unit=${UNIT}`;
  const accounts = await world.client.all<AccountView>(`/v1/ledger/accounts?${query}&limit=100`, world.auditor);
  const { items } = await world.client.must<{ items: z.infer<typeof Pool>[] }>("GET", `/v1/ledger/pools?${query}`, {
    as: world.auditor,
  });
  const members = accounts
    .filter(({ holder }) => holder.kind !== "pool")
    .map(({ holder, balance }) => [`members:${holder.id}:${UNIT}`, balance] as const);
  const pools = items.map(
    ({ pool, balance }) => [`pools:${COMMUNITY}:${pool}:${UNIT}`, balance ?? Number.NaN] as const,
  );
  return new Map([...members, ...pools].filter(([, balance]) => balance !== 0));
};

const fetchJournal = async (world: World): Promise<string> => {
  const path = `/v1/ledger/export?community=${COMMUNITY}&unit=${UNIT}&format=hledger`;
  const parts: string[] = [];
  let cursor: string | undefined;
  do {
    const more = cursor === undefined ? "" : `&cursor=${cursor}`;
    const { status, text } = await world.client.call("GET", `${path}${more}`, { as: world.auditor });
    if (status !== 200) throw new Error(`the export was answered ${status}: ${text}`);
    parts.push(text);
    cursor = CURSOR.exec(text)?.[1];
  } while (cursor !== undefined);
  return parts.join("\n");
};

/** Writes the export to its file, shows where, and has hledger check it where hledger is installed. */
export const playHledger = async (world: World): Promise<void> => {
  const { screen, journalFile } = world;
  const journal = await fetchJournal(world);
  mkdirSync(dirname(journalFile), { recursive: true });
  writeFileSync(journalFile, journal);
  screen.say("hledger 账本已导出", `The books for hledger are in ${relative(process.cwd(), journalFile)}`);
  const lines = journal.split("\n");
  const entry = lines.findIndex((line) => /^\d{4}-/.test(line));
  screen.block([...lines.slice(0, 3), "...", ...lines.slice(entry, entry + LINES_SHOWN)].join("\n"));
  const version = await hledgerVersion();
  if (version === undefined) {
    world.skip(
      "本机没有 hledger，跳过核对",
      "hledger is not installed (apt install hledger, or hledger.org/install), so it was not asked",
    );
    return;
  }
  const complaint = await ask(journalFile, "check", "--strict").then(
    () => "",
    (error: { stderr?: string }) => error.stderr ?? String(error),
  );
  world.check(complaint === "", `${version} check --strict`, `${version} check --strict finds nothing wrong`);
  if (complaint !== "") screen.block(complaint.trim());
  const [theirs, ours] = [await hledgerBalances(journalFile), await shownBalances(world)];
  const differing = [...new Set([...theirs.keys(), ...ours.keys()])].filter(
    (name) => theirs.get(name) !== ours.get(name),
  );
  world.check(
    differing.length === 0 && theirs.size > 0,
    `${theirs.size} 个非零余额与接口一致`,
    `hledger's ${theirs.size} balances that are not zero are those of the API`,
  );
};
