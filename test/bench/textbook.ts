/**
 * Rivals of the ledger's write shape, behind the same HTTP layer, schemas and tokens, so that only the shape differs.
 * `textbook`: balances are read, then six items are written (two accounts, the transfer, an entry for each side with
 * its running balance, and the idempotency record). `read-first`: balances are read, then three items as Linli's are
 * written. Both hold each account to the version that was read, and begin again when it has changed. They know no caps,
 * holds, ceilings, lots or statuses, which flatters them.
 */
import { entryWrites } from "../../functions/ledger/store/journal.ts";
import { type HttpHandler, makeHandler } from "../../functions/shared/app.ts";
import type { Call, Handlers } from "../../functions/shared/call.ts";
import type { Deps } from "../../functions/shared/deps.ts";
import { Busy } from "../../functions/shared/dynamo.ts";
import { refuse } from "../../functions/shared/refusal.ts";
import { stampText } from "../../functions/shared/stamp.ts";
import { create, type Item, type Key, keyText, replace, type Write } from "../../functions/shared/write.ts";
import { transferOperations } from "../../schemas/ledger/transfers.ts";
import { OPENING, type Person } from "./town.ts";

export type Rival = "textbook" | "read-first";

/** As patient as Linli's own rounds. */
const ROUNDS_MAX = 8;
const COMMIT_ITEMS_MAX = 100;

const operations = { createTransfer: transferOperations.createTransfer };
type TransferCall = Call<typeof operations.createTransfer>;

const accountKey = (id: string): Key => ({ pk: `A#${id}`, sk: "A" });
const transferKey = (id: string): Key => ({ pk: `T#${id}`, sk: "T" });

interface Order {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly category: string;
  readonly memo?: string;
  readonly by: string;
  readonly stamp: number;
}

const orderOf = ({ body, key, actor }: TransferCall, { stamps }: Deps): Order => {
  const { from, to, amount, category, memo } = body;
  const stamp = stamps.take();
  return { id: key, from, to, amount, category, by: actor.id, stamp, ...(memo === undefined ? {} : { memo }) };
};

const shown = ({ stamp, ...order }: Order) => ({
  ...order,
  leg: 0,
  kind: "transfer" as const,
  reversal: false,
  unit: "points" as const,
  at: stampText(stamp),
});

/** The account with its new balance, held to the version that was read. */
const moved = (account: Item, delta: number): Write => {
  const next = { ...account, bal: Number(account.bal) + delta, ver: Number(account.ver) + 1 };
  return replace(next, "ver", account.ver);
};

const records = (rival: Rival, order: Order, payer: Item, payee: Item, fingerprint: string): Write[] => {
  if (rival === "read-first") {
    return entryWrites([{ ...order, leg: 0, reversal: false, kind: "transfer" }], fingerprint);
  }
  const { id, amount, stamp } = order;
  const side = (account: Item, delta: number): Item => ({
    pk: account.pk,
    sk: `E#${stamp}#${id}`,
    transfer: id,
    delta,
    balance: Number(account.bal) + delta,
  });
  return [
    create({ ...transferKey(id), ...order }),
    create(side(payer, -amount)),
    create(side(payee, amount)),
    create({ pk: `K#${id}`, sk: "K", fp: fingerprint, answer: JSON.stringify(shown(order)) }),
  ];
};

/** Reads, decides, writes; begins again while others change the accounts in between. */
const transfer = async (rival: Rival, call: TransferCall, deps: Deps) => {
  const { from, to, amount } = call.body;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const [payer, payee] = await deps.db.getMany([accountKey(from), accountKey(to)]);
    if (!payer || !payee) return { refusals: [refuse("resource/not-found", { what: "account", id: from })] };
    if (Number(payer.bal) < amount) {
      const params = { needed: amount, available: Number(payer.bal), missing: amount - Number(payer.bal) };
      return { refusals: [refuse("ledger/insufficient-available", params)] };
    }
    const order = orderOf(call, deps);
    const writes = [
      moved(payer, -amount),
      moved(payee, amount),
      ...records(rival, order, payer, payee, call.fingerprint),
    ];
    const outcome = await deps.db.commit(writes);
    if (outcome.ok) return { body: shown(order) };
    const accounts = [keyText(payer), keyText(payee)];
    if (outcome.failed.some(({ key }) => !accounts.includes(keyText(key)))) {
      return { refusals: [refuse("request/key-reused")] };
    }
  }
  throw new Busy("the state kept changing");
};

/** The rival's handler of `POST /v1/ledger/transfers`. */
export const rivalHandler = (rival: Rival, deps: Deps): HttpHandler => {
  const handlers: Handlers<typeof operations> = { createTransfer: (call) => transfer(rival, call, deps) };
  return makeHandler(operations, handlers, deps);
};

/** Opens the rival's accounts of everyone. */
export const openRivals = async ({ db }: Pick<Deps, "db">, people: readonly Person[]): Promise<void> => {
  const accounts = people.map(({ account }) => create({ ...accountKey(account), bal: OPENING, ver: 1 }));
  for (let start = 0; start < accounts.length; start += COMMIT_ITEMS_MAX) {
    await db.commit(accounts.slice(start, start + COMMIT_ITEMS_MAX));
  }
};
