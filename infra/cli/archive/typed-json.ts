/**
 * One item as one line of text and back, exactly: DynamoDB's own typed JSON, as its exports to S3 have it, so that
 * `aws dynamodb import-table` reads the same files. Numbers stay the text that they are, binary is base64.
 */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** An item in wire form: attribute name to typed value. */
export type WireItem = Record<string, AttributeValue>;

/** A line that is not an item; the message says why. */
export class LineFault extends Error {}

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type NumberText = (text: string) => string;

const asIs: NumberText = (text) => text;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

// `fromEntries` makes own properties of every name, `__proto__` among them.
const encodeMap = (map: Record<string, AttributeValue>, number: NumberText): Json =>
  Object.fromEntries(
    Object.keys(map)
      .sort()
      .map((name) => [name, encodeValue(map[name] as AttributeValue, number)]),
  );

const encodeValue = (value: AttributeValue, number: NumberText): Json => {
  if (value.S !== undefined) return { S: value.S };
  if (value.N !== undefined) return { N: number(value.N) };
  if (value.BOOL !== undefined) return { BOOL: value.BOOL };
  if (value.NULL !== undefined) return { NULL: true };
  if (value.B !== undefined) return { B: base64(value.B) };
  // A set has no order: sorted, so that the same item is the same line each time it is read.
  if (value.SS !== undefined) return { SS: [...value.SS].sort() };
  if (value.NS !== undefined) return { NS: value.NS.map(number).sort() };
  if (value.BS !== undefined) return { BS: value.BS.map(base64).sort() };
  if (value.L !== undefined) return { L: value.L.map((member) => encodeValue(member, number)) };
  if (value.M !== undefined) return { M: encodeMap(value.M, number) };
  throw new TypeError("an attribute of an unknown type");
};

/** The line of an item, without its newline; the same item always gives the same line. */
export const lineOf = (item: WireItem): string => JSON.stringify({ Item: encodeMap(item, asIs) });

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** One spelling for each number: digits without zeros around them, and an exponent of ten. */
const oneSpelling: NumberText = (text) => {
  const [, sign = "", whole = "", part = "", exponent = "0"] = NUMBER.exec(text) ?? [];
  const digits = `${whole}${part}`.replace(/^0+/, "");
  const short = digits.replace(/0+$/, "");
  if (short === "") return "0";
  return `${sign === "-" ? "-" : ""}${short}e${Number(exponent) - part.length + digits.length - short.length}`;
};

/** Whether two items are equal. Engines spell numbers differently (1E+2, 100): the values count, digit by digit. */
export const sameItem = (a: WireItem, b: WireItem): boolean =>
  JSON.stringify(encodeMap(a, oneSpelling)) === JSON.stringify(encodeMap(b, oneSpelling));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const refuse = (reason: string): never => {
  throw new LineFault(reason);
};

const text = (value: unknown): string => (typeof value === "string" ? value : refuse("a text is missing"));

const number = (value: unknown): string => {
  const digits = text(value);
  return NUMBER.test(digits) && /\d/.test(digits) ? digits : refuse(`not a number: ${digits.slice(0, 40)}`);
};

const bytes = (value: unknown): Uint8Array => {
  const given = text(value);
  const decoded = Buffer.from(given, "base64");
  return decoded.toString("base64") === given ? new Uint8Array(decoded) : refuse("not base64");
};

const list = <T>(value: unknown, member: (value: unknown) => T): T[] =>
  Array.isArray(value) ? value.map(member) : refuse("a list is missing");

const decodeMap = (value: unknown): WireItem =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, decodeValue(member)]))
    : refuse("a map is missing");

const flag = (value: unknown): boolean => (typeof value === "boolean" ? value : refuse("not true or false"));

const DECODERS: Readonly<Record<string, (value: unknown) => AttributeValue>> = {
  S: (value) => ({ S: text(value) }),
  N: (value) => ({ N: number(value) }),
  B: (value) => ({ B: bytes(value) }),
  BOOL: (value) => ({ BOOL: flag(value) }),
  NULL: (value) => (value === true ? { NULL: true } : refuse("NULL is always true")),
  SS: (value) => ({ SS: list(value, text) }),
  NS: (value) => ({ NS: list(value, number) }),
  BS: (value) => ({ BS: list(value, bytes) }),
  L: (value) => ({ L: list(value, decodeValue) }),
  M: (value) => ({ M: decodeMap(value) }),
};

const decodeValue = (value: unknown): AttributeValue => {
  const [type = "", ...others] = isObject(value) ? Object.keys(value) : [];
  const decode = Object.hasOwn(DECODERS, type) ? DECODERS[type] : undefined;
  if (!decode || others.length > 0) return refuse("a value needs exactly one type");
  return decode((value as Record<string, unknown>)[type]);
};

/** The item of a line. Throws `LineFault` where the line is not an item. */
export const itemOf = (line: string): WireItem => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return refuse("not JSON");
  }
  if (!isObject(parsed) || Object.keys(parsed).join() !== "Item") return refuse('not of the form {"Item": {...}}');
  return decodeMap(parsed.Item);
};
