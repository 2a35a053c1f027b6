/**
 * One cell of a roll at a time: what spreadsheets make of dates, phones and numbers, read the way its author meant it
 * or refused with the reason.
 */
import { ROLL_VALUE_MAX, type RollColumn, type RollReason } from "../../../../schemas/residents/roll.ts";
import { maskText } from "../mask.ts";
import type { Resident, Unit } from "../model.ts";
import { birthDateFits, normalPhone } from "../rules.ts";

/** A value, or the reason against the cell. */
export type Read<T> = { readonly value: T } | { readonly reason: RollReason };

const ok = <T>(value: T): Read<T> => ({ value });
const no = (reason: RollReason): { readonly reason: RollReason } => ({ reason });

/** Characters left in clear of a masked cell. */
const SHOWN = 2;
const PERSONAL: readonly RollColumn[] = ["resident_ref", "name", "birth_date", "phone", "household"];

/** What a report may show of a refused cell: personal data masked, the rest cut short. */
export const shownValue = (column: RollColumn, text: string): string => {
  if (!PERSONAL.includes(column)) return [...text].slice(0, ROLL_VALUE_MAX).join("");
  // Two characters are most of a Chinese name.
  return maskText(text, column === "name" ? 1 : SHOWN, ROLL_VALUE_MAX);
};

/** Trims a cell and turns full-width digits, letters and signs into plain ones (NFKC). */
export const plain = (cell: string): string => cell.normalize("NFKC").trim();

/** A name keeps its characters (NFC); runs of spaces, the ideographic one included, become one. */
export const plainName = (cell: string): string =>
  cell
    .normalize("NFC")
    .replaceAll(/[\s\u3000]+/gu, " ")
    .trim();

/** Text of at most `max` characters without control characters, quotes left over or signs of a wrong encoding. */
export const readText = (text: string, max: number): Read<string> => {
  if (text.includes("\uFFFD")) return no("not-utf8");
  if (text.includes('"')) return no("csv-quotes");
  if (/[\p{Cc}\p{Cs}]/u.test(text)) return no("characters");
  return [...text].length > max ? no("too-long") : ok(text);
};

const DATE = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))$/;

/** A date as `YYYY-MM-DD`, between 1900 and `today`: from 1950-01-31, 1950/1/31, 1950.1.31, 19500131 or 1950年1月31日. */
export const readDate = (text: string, today: string): Read<string> => {
  const match = DATE.exec(text);
  if (!match) return no("date-format");
  const [year, month, day] = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  // A day that its month lacks falls into another month, and years below 100 are taken for those from 1900 on.
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1) return no("date-impossible");
  const iso = date.toISOString().slice(0, 10);
  return birthDateFits(iso, today) ? ok(iso) : no("date-range");
};

const SCIENTIFIC = /^\d(\.\d+)?E[+-]?\d+$/i;

/** A phone in E.164, spaces and hyphens left out. */
export const readPhone = (text: string): Read<string> => {
  if (SCIENTIFIC.test(text)) return no("excel-number");
  const digits = text.replaceAll(/[\s()-]/g, "").replace(/^0086|^\+?86(?=1[3-9]\d{9}$)/, "+86");
  return /^(\+[1-9]\d{6,14}|1[3-9]\d{9})$/.test(digits) ? ok(normalPhone(digits)) : no("phone-format");
};

const SEXES: Readonly<Record<string, NonNullable<Resident["sex"]>>> = {
  female: "female",
  f: "female",
  女: "female",
  male: "male",
  m: "male",
  男: "male",
  other: "other",
};

/** Sex by its English or Chinese word. */
export const readSex = (text: string): Read<NonNullable<Resident["sex"]>> => {
  const sex = Object.hasOwn(SEXES, text.toLowerCase()) ? SEXES[text.toLowerCase()] : undefined;
  return sex ? ok(sex) : no("sex-value");
};

const SOURCES: Readonly<Record<string, Unit["areaSource"]>> = {
  registry: "registry",
  登记: "registry",
  产权登记: "registry",
  surveyed: "surveyed",
  测绘: "surveyed",
  实测: "surveyed",
  contract: "contract",
  合同: "contract",
};

/** Source of an area by its English or Chinese word. */
export const readAreaSource = (text: string): Read<Unit["areaSource"]> => {
  const source = Object.hasOwn(SOURCES, text.toLowerCase()) ? SOURCES[text.toLowerCase()] : undefined;
  return source ? ok(source) : no("area-source-value");
};

/** Digits of the integer part beyond which nothing here is in range; keeps the arithmetic exact. */
const WHOLE_DIGITS_MAX = 12;

/**
 * A decimal number as an integer of its last place: with two `places`, `89.5` is 8950. Groups of thousands may be set
 * off by commas.
 */
export const readDecimal = (text: string, places: number): Read<number> => {
  if (SCIENTIFIC.test(text)) return no("excel-number");
  const bare = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(bare);
  if (!match) return no("number-format");
  const [, sign, whole = "", decimals = ""] = match;
  if (sign === "-" && /[1-9]/.test(bare)) return no("number-negative");
  const significant = decimals.replace(/0+$/, "");
  if (significant.length > places) return no("number-decimals");
  const digits = whole.replace(/^0+/, "");
  if (digits.length > WHOLE_DIGITS_MAX) return no("number-range");
  return ok(Number(`0${digits}${significant.padEnd(places, "0")}`));
};

/** The same, within bounds in units of the last place. */
export const readBounded = (text: string, places: number, min: number, max: number): Read<number> => {
  const read = readDecimal(text, places);
  if ("reason" in read) return read;
  return read.value < min || read.value > max ? no("number-range") : read;
};
