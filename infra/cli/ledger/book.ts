/** What an export holds of the ledger and its seals, gathered by account and day. */
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Account } from "../../../functions/ledger/domain/account.ts";
import type { Entry } from "../../../functions/ledger/domain/entry.ts";
import { type Block, entryLeaf, entryName, type Head } from "../../../functions/ledger/domain/seal.ts";
import { changeOf } from "../../../functions/ledger/domain/statement.ts";
import { toAccount } from "../../../functions/ledger/store/account.ts";
import { isEntry, toEntry } from "../../../functions/ledger/store/journal.ts";
import {
  type PublishedDay,
  type TreePart,
  toBlock,
  toDay,
  toHead,
  toPart,
} from "../../../functions/ledger/store/seal.ts";
import type { Item } from "../../../functions/shared/write.ts";
import type { WireItem } from "../archive/typed-json.ts";

/** An entry as one of its accounts has it: no more than checking needs, for there may be millions. */
export interface Row {
  readonly name: string;
  readonly stamp: number;
  readonly change: number;
  readonly leaf: Buffer;
}

/** All that an export says of one account. */
export interface AccountBook {
  readonly rows: Row[];
  readonly blocks: Block[];
  account?: Account;
  head?: Head;
}

/** The ledger of an export. */
export interface Book {
  readonly accounts: ReadonlyMap<string, AccountBook>;
  readonly parts: ReadonlyMap<string, readonly TreePart[]>;
  /** By number. */
  readonly days: readonly PublishedDay[];
  /** Journal entries, each counted once. */
  readonly entries: number;
}

/** Gathers a book item by item; order does not matter. */
export class BookReader {
  readonly #accounts = new Map<string, AccountBook>();
  readonly #parts = new Map<string, TreePart[]>();
  readonly #days: PublishedDay[] = [];
  #entries = 0;

  /** Takes an item of the export; what is not of the ledger is passed over. */
  take(wire: WireItem): void {
    const prefix = /^(A|T|LB|LH|LT|LR)#/.exec(wire.pk?.S ?? "")?.[1];
    if (prefix === undefined) return;
    const item = unmarshall(wire) as Item;
    if (prefix === "A" && item.sk === "A") this.#of(item.pk.slice(2)).account = toAccount(item);
    else if (prefix === "T" && isEntry(item)) this.#takeEntry(toEntry(item));
    else if (prefix === "LB") this.#takeBlock(toBlock(item));
    else if (prefix === "LH" && item.sk === "H") this.#of(toHead(item).account).head = toHead(item);
    else if (prefix === "LT" && item.z !== undefined) this.#takePart(toPart(item));
    else if (prefix === "LR") this.#days.push(toDay(item));
  }

  /** What has been gathered, each list in its order. */
  book(): Book {
    for (const { rows, blocks } of this.#accounts.values()) {
      rows.sort((a, b) => a.stamp - b.stamp || (a.name < b.name ? -1 : 1));
      blocks.sort((a, b) => a.first - b.first || a.from - b.from);
    }
    for (const parts of this.#parts.values()) parts.sort((a, b) => a.first - b.first);
    this.#days.sort((a, b) => a.day.number - b.day.number);
    return { accounts: this.#accounts, parts: this.#parts, days: this.#days, entries: this.#entries };
  }

  #of(account: string): AccountBook {
    const known = this.#accounts.get(account) ?? { rows: [], blocks: [] };
    this.#accounts.set(account, known);
    return known;
  }

  #takeEntry(entry: Entry): void {
    this.#entries += 1;
    const leaf = entryLeaf(entry);
    for (const account of [entry.from, entry.to]) {
      const row = { name: entryName(entry), stamp: entry.stamp, change: changeOf(entry, account), leaf };
      this.#of(account).rows.push(row);
    }
  }

  #takeBlock(block: Block): void {
    this.#of(block.account).blocks.push(block);
  }

  #takePart(part: TreePart): void {
    this.#parts.set(part.day, [...(this.#parts.get(part.day) ?? []), part]);
  }
}
