/**
 * What the acts of the story share: the server, the people, the screen, and books of their own that the server's must
 * agree with.
 */
import type * as z from "zod";
import type { Account, Transfer } from "../../../schemas/ledger/resources.ts";
import { localPeople } from "../people.ts";
import type { Caller, Client, Problem, Reply } from "./client.ts";
import type { Random } from "./random.ts";
import type { Roll } from "./roll.ts";
import type { Screen } from "./screen.ts";

export type AccountView = z.infer<typeof Account>;
export type TransferView = z.infer<typeof Transfer>;

/** The community in which the story plays: the first of the demo district. */
export const COMMUNITY = "lujing";
export const UNIT = "points";

/** How much happens. */
export interface Scale {
  readonly residents: number;
  readonly rewards: number;
  readonly redemptions: number;
  /** Seats at the opera, and how many people want one. */
  readonly seats: number;
  readonly queue: number;
  /** Rewards of the autumn, which outlive those of the spring. */
  readonly autumn: number;
  /** Elders with a volunteer each, and weeks in which each is served once. */
  readonly pairs: number;
  readonly weeks: number;
}

/** A resident of the roll, as the server knows them. */
export interface Member extends Caller {
  readonly name: string;
  readonly account: string;
  readonly household: string;
  readonly adult: boolean;
  readonly birthYear: number;
  readonly isWoman: boolean;
}

export interface WorldOptions {
  readonly client: Client;
  readonly screen: Screen;
  readonly random: Random;
  readonly scale: Scale;
  readonly roll: Roll;
  /** True where nobody has used the server before: then its totals are the story's. */
  readonly fresh: boolean;
  /** The server's events, one a line, where the file can be read. */
  readonly eventsFile: string | undefined;
  /** Where the export goes. */
  readonly journalFile: string;
}

const staff = (name: string): Caller => {
  const person = localPeople[name];
  if (!person) throw new Error(`nobody is called ${name}`);
  return person;
};

const pool = (code: string): string => `${COMMUNITY}~${code}.${UNIT}`;

/** The pools that the story names. */
export const pools = {
  issuance: pool("issuance"),
  redemption: pool("redemption"),
  expiry: pool("expiry"),
  elder: pool("reward-elder"),
} as const;

/** State of one telling. */
export class World {
  readonly client: Client;
  readonly screen: Screen;
  readonly random: Random;
  readonly scale: Scale;
  readonly roll: Roll;
  readonly fresh: boolean;
  readonly eventsFile: string | undefined;
  readonly journalFile: string;
  readonly steward = staff("steward");
  readonly auditor = staff("auditor");
  readonly admin = staff("admin");
  members: readonly Member[] = [];
  readonly failures: string[] = [];
  checks = 0;
  readonly skipped: string[] = [];
  readonly #balances = new Map<string, number>();

  constructor(options: WorldOptions) {
    this.client = options.client;
    this.screen = options.screen;
    this.random = options.random;
    this.scale = options.scale;
    this.roll = options.roll;
    this.fresh = options.fresh;
    this.eventsFile = options.eventsFile;
    this.journalFile = options.journalFile;
    if (this.fresh) this.#bookKnownPeople();
  }

  /** States something and whether it holds; what does not is what the story ends with. */
  check(holds: boolean, zh: string, en: string): void {
    this.checks += 1;
    if (!holds) this.failures.push(en);
    this.screen.verdict(holds, zh, en);
  }

  /** Says what could not be checked here, and why. */
  skip(zh: string, en: string): void {
    this.skipped.push(en);
    this.screen.say(zh, en);
  }

  /** Writes a movement that the server has confirmed into the story's own books. */
  book({ from, to, amount }: Pick<TransferView, "from" | "to" | "amount">): void {
    this.#balances.set(from, this.balance(from) - amount);
    this.#balances.set(to, this.balance(to) + amount);
  }

  /** Balance by the story's own books, points. */
  balance(account: string): number {
    return this.#balances.get(account) ?? 0;
  }

  /** People whom every local server opens with: their points are in the pools' balances too. */
  #bookKnownPeople(): void {
    for (const { id, points } of Object.values(localPeople)) {
      if (points !== undefined) this.book({ from: pools.issuance, to: `${id}.${UNIT}`, amount: points });
    }
  }

  /** Accounts of members and wallets in the story's books. */
  accounts(): readonly string[] {
    return [...this.#balances.keys()].filter((account) => !account.includes("~"));
  }

  /** The account as the server shows it to an officer. */
  account(id: string): Promise<AccountView> {
    return this.client.must<AccountView>("GET", `/v1/ledger/accounts/${id}`, { as: this.steward });
  }

  /** Compares every account of the story's books with the server's; returns those that differ. */
  async differences(): Promise<string[]> {
    const path = `/v1/ledger/accounts?community=${COMMUNITY}&unit=${UNIT}&limit=100`;
    const shown = await this.client.all<AccountView>(path, this.auditor);
    const stored = new Map(shown.map(({ id, balance }) => [id, balance]));
    return this.accounts().filter((id) => stored.get(id) !== this.balance(id));
  }
}

/** True where the server has refused, and for this reason. */
export const isRefusal = (reply: Reply<unknown>, code: string): boolean =>
  reply.status >= 400 && (reply.body as Partial<Problem> | undefined)?.code === code;
