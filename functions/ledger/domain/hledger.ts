/**
 * The journal as plain-text accounting, in the format of hledger (hledger.org, manual "Journal"): a commodity, the
 * accounts, and a transaction for each transfer, so that `hledger check --strict` and `hledger balance` confirm the
 * books with somebody else's program.
 */
import type { UnitPolicy } from "../../../schemas/district.ts";
import { stampText } from "../../shared/stamp.ts";
import { dayIso, dayText } from "../../shared/time.ts";
import { accountRef } from "./account.ts";
import type { Entry } from "./entry.ts";
import { stampDate } from "./statement.ts";

/** Commodity symbol of a unit. */
export const commodityOf = (unit: string): string => (unit === "cny" ? "CNY" : unit);

/** Name of an account: ASCII, levels by colons; `outside` holds members of other communities. */
export const accountName = (id: string, outside: ReadonlySet<string> = new Set()): string => {
  const ref = accountRef(id);
  if (ref.pool !== undefined) return `pools:${ref.community}:${ref.pool}:${ref.unit}`;
  return `${outside.has(id) ? "outside" : "members"}:${ref.holder}:${ref.unit}`;
};

/**
 * Type letter of an account: what members hold are assets of the books, pools are the equity that they came from and
 * go to.
 */
const typeOf = (name: string): string => (name.startsWith("members:") ? "A" : "E");

/** Amount in the unit's decimals with its commodity. */
export const amountText = (amount: number, unit: Pick<UnitPolicy, "code" | "scale">): string => {
  const digits = String(Math.abs(amount)).padStart(unit.scale + 1, "0");
  const whole = digits.slice(0, digits.length - unit.scale);
  const fraction = unit.scale === 0 ? "" : `.${digits.slice(-unit.scale)}`;
  return `${amount < 0 ? "-" : ""}${whole}${fraction} ${commodityOf(unit.code)}`;
};

/**
 * Characters that mean something in a comment (tags, dates) or description, and the full-width ones that look alike.
 */
const ALIKE: Readonly<Record<string, string>> = {
  ";": "；",
  "|": "｜",
  ",": "，",
  ":": "：",
  "[": "［",
  "]": "］",
  "=": "＝",
};

/**
 * Free text that cannot become syntax: no comments, tags or dates; the exact text stands in the CSV and JSON exports.
 */
export const plainText = (text: string): string =>
  text
    .replaceAll(/[;|,:[\]=]/g, (character) => ALIKE[character] ?? "")
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .trim();

/** One transfer (its legs, or its reversal) as a transaction with two postings for each leg. */
const transaction = (
  legs: readonly Entry[],
  unit: Pick<UnitPolicy, "code" | "scale">,
  zone: string,
  outside: ReadonlySet<string>,
): string => {
  const [first] = legs;
  if (!first) throw new Error("a transfer without entries");
  const date = dayIso(dayText(stampDate(first.stamp), zone));
  const memo = first.memo === undefined ? "" : ` | ${plainText(first.memo)}`;
  const lines = [`${date} (${first.id}) ${first.kind} ${first.category}${memo}`];
  const tags = {
    at: plainText(stampText(first.stamp)),
    by: first.by,
    ...(first.actingFor === undefined ? {} : { "acting-for": first.actingFor }),
    ...(first.link === undefined ? {} : { link: `${first.link.type} ${plainText(first.link.id)}` }),
    ...(first.reversal ? { reverses: first.id } : {}),
  };
  for (const [tag, value] of Object.entries(tags)) lines.push(`    ; ${tag}:${value}`);
  for (const { from, to, amount } of [...legs].sort((a, b) => a.leg - b.leg)) {
    lines.push(`    ${accountName(from, outside)}  ${amountText(-amount, unit)}`);
    lines.push(`    ${accountName(to, outside)}  ${amountText(amount, unit)}`);
  }
  return lines.join("\n");
};

export interface JournalPart {
  readonly community: string;
  readonly unit: Pick<UnitPolicy, "code" | "scale">;
  readonly zone: string;
  /** Transfers, each with its legs of this unit. */
  readonly transfers: readonly (readonly Entry[])[];
  /** Members of other communities. */
  readonly outside: ReadonlySet<string>;
  /** Cursor of the next part. */
  readonly next: string | null;
}

/**
 * Text of one part of an export. Each part declares what it uses, so it can be checked alone, and parts can be joined
 * in any number.
 */
export const journalText = ({ community, unit, zone, transfers, outside, next }: JournalPart): string => {
  const used = new Set(transfers.flat().flatMap(({ from, to }) => [from, to]));
  const names = [...used].map((id) => accountName(id, outside)).sort();
  const sample = unit.scale === 0 ? "1000." : `1000.${"0".repeat(unit.scale)}`;
  const sorted = [...transfers].sort((a, b) => (a[0]?.stamp ?? 0) - (b[0]?.stamp ?? 0));
  return [
    `; Linli journal: community ${community}, unit ${unit.code}, dates in ${zone}`,
    "decimal-mark .",
    `commodity ${sample} ${commodityOf(unit.code)}`,
    ...names.map((name) => `account ${name}  ; type:${typeOf(name)}`),
    "",
    ...sorted.map((legs) => `${transaction(legs, unit, zone, outside)}\n`),
    ...(next === null ? [] : [`; linli-next-cursor ${next}`]),
    "",
  ].join("\n");
};
