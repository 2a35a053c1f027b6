/** Act 8: what anybody may check: a statement, the audit, the events, and the books in somebody else's program. */
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type * as z from "zod";
import type { StatementLine } from "../../../schemas/ledger/accounts.ts";
import type { AuditReport } from "../../../schemas/ledger/audit.ts";
import type { Cast } from "./act-market.ts";
import { dayOf } from "./act-year.ts";
import { playHledger } from "./hledger.ts";
import { type AccountView, COMMUNITY, type TransferView, UNIT, type World } from "./world.ts";

const KINDS: Readonly<Record<string, string>> = {
  transfer: "转账",
  reward: "奖励",
  redemption: "兑换",
  reversal: "冲正",
  expiry: "到期",
  opening: "期初",
  funding: "注资",
};
const STATEMENT_LINES = 12;
const EVENTS_MS_MAX = 15_000;
const EVENTS_POLL_MS = 100;

type Line = z.infer<typeof StatementLine>;
type Audit = z.infer<typeof AuditReport>;

const signed = (amount: number): string => (amount > 0 ? `+${amount}` : String(amount));

const kindOf = ({ kind, reversal }: TransferView): string => {
  const shown = reversal ? "reversal" : kind;
  return `${KINDS[shown] ?? ""} ${shown}`.trim();
};

/** Pools go by their code; an account that is nobody's own is a household's. */
const nameless = (account: string): string => /~([^.]+)/.exec(account)?.[1] ?? "家庭钱包 wallet";

const playStatement = async (world: World, { heroine }: Cast): Promise<void> => {
  const { client, screen } = world;
  screen.say(`${heroine.name}的对账单，最新在前`, `${heroine.name}'s statement, newest first`);
  const path = `/v1/ledger/accounts/${heroine.account}/statement?limit=${STATEMENT_LINES}`;
  type Statement = { items: Line[]; expiring: AccountView["expiring"] };
  const { items, expiring } = await client.must<Statement>("GET", path, { as: heroine });
  screen.table(
    [
      { title: "日期 date" },
      { title: "类型 kind" },
      { title: "对方 counterparty" },
      { title: "变动 change", number: true },
      { title: "余额 balance", number: true },
    ],
    items.map(({ transfer, change, balance, counterparty }) => [
      dayOf(new Date(transfer.at)),
      kindOf(transfer),
      counterparty.name ?? nameless(counterparty.account),
      signed(change),
      String(balance),
    ]),
  );
  const linked = items.every((line, index) => {
    const older = items[index + 1];
    return older === undefined || line.balance === older.balance + line.change;
  });
  world.check(
    linked && items[0]?.balance === world.balance(heroine.account),
    "每行余额等于上一行加变动",
    "Each balance is the one before it and the change",
  );
  if (expiring)
    screen.say(
      `下次到期：${expiring.amount} 分，${expiring.on}`,
      `Next to expire: ${expiring.amount} points on ${expiring.on}`,
    );
};

const playAudit = async (world: World): Promise<void> => {
  const path = `/v1/ledger/audit?community=${COMMUNITY}&unit=${UNIT}&limit=100`;
  let report: Audit | undefined;
  do {
    const more: string = report?.next ? `&cursor=${report.next}` : "";
    report = await world.client.must<Audit>("GET", `${path}${more}`, { as: world.auditor });
  } while (report.next !== null);
  const { checked, totals, sum, found, ok } = report;
  world.screen.say(
    `审计：${checked.accounts} 个账户，${checked.entries} 条分录`,
    `The audit recomputed ${checked.accounts} accounts from ${checked.entries} entries`,
  );
  world.screen.say(
    `居民 ${totals.members}，资金池 ${totals.pools}`,
    `Members hold ${totals.members}, pools ${totals.pools}`,
  );
  world.check(
    ok && sum === 0 && found === 0,
    `合计 ${sum}，差异 ${found} 处`,
    `The sum is ${sum}, discrepancies: ${found}`,
  );
};

/** Event lines so far, whole ones only; none where the file cannot be read. */
const eventLines = (file: string): string[] => {
  try {
    return readFileSync(file, "utf8").split("\n").slice(0, -1);
  } catch {
    return [];
  }
};

/** The journal entries that events tell of. */
const toldBy = (lines: readonly string[]): Set<string> =>
  new Set(
    lines.flatMap((line) => {
      const { type, data } = JSON.parse(line) as { type: string; data: { transfer?: string; leg?: number } };
      const reversed = type === "linli.ledger.transfer.reversed.v1";
      return reversed || type === "linli.ledger.transfer.posted.v1" ? [`${data.transfer}.${data.leg}.${reversed}`] : [];
    }),
  );

const playEvents = async (world: World): Promise<void> => {
  const { eventsFile } = world;
  if (eventsFile === undefined) {
    world.skip("事件文件不在本机可读处", "The events of this server are not in a file that can be read here");
    return;
  }
  const path = `/v1/ledger/export?community=${COMMUNITY}&unit=${UNIT}&format=json`;
  const journal = await world.client.all<TransferView>(path, world.auditor);
  const own = new Set(world.accounts());
  const entries = journal
    .filter(({ from, to }) => own.has(from) || own.has(to))
    .map(({ id, leg, reversal }) => `${id}.${leg}.${reversal}`);
  const deadline = performance.now() + EVENTS_MS_MAX;
  let lines = eventLines(eventsFile);
  let missing = entries;
  for (;;) {
    const told = toldBy(lines);
    missing = entries.filter((entry) => !told.has(entry));
    if (missing.length === 0 || performance.now() > deadline) break;
    await delay(EVENTS_POLL_MS);
    lines = eventLines(eventsFile);
  }
  if (!world.fresh && missing.length === entries.length) {
    world.skip("事件文件属于另一个服务器", "The events file here is another server's, so events were not counted");
    return;
  }
  world.check(
    missing.length === 0 && entries.length > 0,
    `${lines.length} 个事件，${entries.length} 条分录一条不漏`,
    `${lines.length} events delivered, none of ${entries.length} journal entries without one`,
  );
};

/** Plays the act. */
export const playProof = async (world: World, cast: Cast): Promise<void> => {
  world.screen.heading("八、可查可证", "8. The proof");
  await playStatement(world, cast);
  await playAudit(world);
  await playEvents(world);
  await playHledger(world);
};
