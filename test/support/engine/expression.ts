/**
 * DynamoDB's condition and update expressions, as far as the kernel writes them, on items in wire form. Grammar and
 * meaning: Amazon DynamoDB Developer Guide, "Expressions in DynamoDB".
 */
import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** An item in wire form. */
export type Wire = Record<string, AttributeValue>;

/** What an expression's placeholders stand for. */
export interface Placeholders {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, AttributeValue>>;
}

const TOKEN = /\s*(<>|<=|>=|[=<>(),+-]|[:#A-Za-z_][:#\w]*(?:\.[#\w]+)*)/y;

/** Splits an expression into its tokens; throws for a character that has no place in one. */
const tokensOf = (text: string): string[] => {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw new Error(`no expression at ${at}: ${text}`);
    tokens.push(token);
  }
  return tokens;
};

const getPath = (item: Wire | undefined, path: readonly string[]): AttributeValue | undefined => {
  let value: AttributeValue | undefined = item?.[path[0] as string];
  for (const name of path.slice(1)) value = value?.M?.[name];
  return value;
};

const setPath = (item: Wire, path: readonly string[], value: AttributeValue | undefined): void => {
  let map: Record<string, AttributeValue> = item;
  for (const name of path.slice(0, -1)) {
    const inner = map[name]?.M;
    if (inner === undefined) throw new Error(`no map ${name} on the item`);
    map = inner;
  }
  const last = path.at(-1) as string;
  if (value === undefined) delete map[last];
  else map[last] = value;
};

const typeOf = (value: AttributeValue): string => Object.keys(value)[0] as string;

/** Two values in order: negative, zero, positive; undefined when their types differ. */
export const compareValues = (a: AttributeValue, b: AttributeValue): number | undefined => {
  if (a.N !== undefined && b.N !== undefined) return Number(a.N) - Number(b.N);
  if (a.S !== undefined && b.S !== undefined) return Buffer.compare(Buffer.from(a.S), Buffer.from(b.S));
  if (typeOf(a) !== typeOf(b)) return undefined;
  return JSON.stringify(a) === JSON.stringify(b) ? 0 : undefined;
};

const COMPARE: Readonly<Record<string, (order: number | undefined) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order !== undefined && order < 0,
  "<=": (order) => order !== undefined && order <= 0,
  ">": (order) => order !== undefined && order > 0,
  ">=": (order) => order !== undefined && order >= 0,
};

const sum = (a: AttributeValue, b: AttributeValue, sign: 1 | -1): AttributeValue => {
  if (a.N === undefined || b.N === undefined) throw new Error("arithmetic on something that is no number");
  return { N: String(Number(a.N) + sign * Number(b.N)) };
};

/** Reads one expression from left to right. */
class Reader {
  readonly #tokens: readonly string[];
  readonly #placeholders: Placeholders;
  readonly #item: Wire | undefined;
  #at = 0;

  constructor(text: string, placeholders: Placeholders, item: Wire | undefined) {
    this.#tokens = tokensOf(text);
    this.#placeholders = placeholders;
    this.#item = item;
  }

  get next(): string | undefined {
    return this.#tokens[this.#at];
  }

  take(expected?: string): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined || (expected !== undefined && token.toUpperCase() !== expected)) {
      throw new Error(`${expected ?? "more"} expected, not ${token}`);
    }
    return token;
  }

  is(word: string): boolean {
    return this.next?.toUpperCase() === word;
  }

  path(): string[] {
    return this.take()
      .split(".")
      .map((part) => (part.startsWith("#") ? (this.#placeholders.names[part] as string) : part));
  }

  operand(): AttributeValue | undefined {
    if (this.next?.startsWith(":")) return this.#placeholders.values[this.take()];
    return getPath(this.#item, this.path());
  }

  /** `or` of `and`s of `not`s of comparisons, functions and brackets. */
  condition(): boolean {
    let holds = this.#conjunction();
    while (this.is("OR")) {
      this.take();
      const other = this.#conjunction();
      holds = holds || other;
    }
    return holds;
  }

  #conjunction(): boolean {
    let holds = this.#term();
    while (this.is("AND")) {
      this.take();
      const other = this.#term();
      holds = holds && other;
    }
    return holds;
  }

  #term(): boolean {
    if (this.is("NOT")) {
      this.take();
      return !this.#term();
    }
    if (this.next === "(") {
      this.take();
      const holds = this.condition();
      this.take(")");
      return holds;
    }
    return this.#tokens[this.#at + 1] === "(" ? this.#call() : this.#comparison();
  }

  #call(): boolean {
    const name = this.take().toLowerCase();
    this.take("(");
    const value = getPath(this.#item, this.path());
    if (name === "attribute_exists" || name === "attribute_not_exists") {
      this.take(")");
      return (value !== undefined) === (name === "attribute_exists");
    }
    this.take(",");
    const other = this.operand()?.S ?? "";
    this.take(")");
    if (name === "begins_with") return value?.S?.startsWith(other) ?? false;
    if (name === "contains") {
      const members = value?.SS ?? value?.L?.map(({ S }) => S);
      return members?.includes(other) ?? value?.S?.includes(other) ?? false;
    }
    throw new Error(`no function ${name}`);
  }

  #comparison(): boolean {
    const left = this.operand();
    const operator = this.take();
    const order = (right: AttributeValue | undefined) => (left && right ? compareValues(left, right) : undefined);
    if (operator.toUpperCase() === "BETWEEN") {
      const low = order(this.operand());
      this.take("AND");
      const high = order(this.operand());
      return low !== undefined && high !== undefined && low >= 0 && high <= 0;
    }
    const right = this.operand();
    // A comparison with an attribute that is not there is false, "not equal" too unless something is there.
    if (left === undefined || right === undefined) return operator === "<>" && (left ?? right) !== undefined;
    return COMPARE[operator]?.(order(right)) ?? false;
  }

  /** What a SET assigns. */
  #assigned(): AttributeValue {
    let value = this.#settable();
    while (this.next === "+" || this.next === "-") value = sum(value, this.#settableAfter(), this.#sign);
    return value;
  }

  #sign: 1 | -1 = 1;

  #settableAfter(): AttributeValue {
    this.#sign = this.take() === "+" ? 1 : -1;
    return this.#settable();
  }

  #settable(): AttributeValue {
    if (this.next?.toLowerCase() === "if_not_exists") {
      this.take();
      this.take("(");
      const there = getPath(this.#item, this.path());
      this.take(",");
      const otherwise = this.operand();
      this.take(")");
      return (there ?? otherwise) as AttributeValue;
    }
    const value = this.operand();
    if (value === undefined) throw new Error("an operand of SET is not on the item");
    return value;
  }

  /** The item after an update; every operand is read from the item as it was. */
  update(after: Wire): void {
    while (this.next !== undefined) {
      const section = this.take().toUpperCase();
      do {
        if (this.next === ",") this.take();
        const path = this.path();
        if (section === "SET") {
          this.take("=");
          setPath(after, path, this.#assigned());
        } else if (section === "REMOVE") setPath(after, path, undefined);
        else if (section === "ADD") this.#add(after, path, this.operand() as AttributeValue);
        else throw new Error(`no section ${section}`);
      } while (this.next === ",");
    }
  }

  #add(after: Wire, path: readonly string[], value: AttributeValue): void {
    const there = getPath(this.#item, path);
    if (value.SS) setPath(after, path, { SS: [...new Set([...(there?.SS ?? []), ...value.SS])] });
    else setPath(after, path, sum(there ?? { N: "0" }, value, 1));
  }
}

/** Whether a condition holds for an item, undefined when there is none. */
export const holds = (text: string | undefined, placeholders: Placeholders, item: Wire | undefined): boolean =>
  text === undefined || new Reader(text, placeholders, item).condition();

/** The item after an update expression; a missing item begins with its key. */
export const updated = (text: string, placeholders: Placeholders, item: Wire | undefined, key: Wire): Wire => {
  const after = structuredClone(item ?? key);
  new Reader(text, placeholders, item ?? key).update(after);
  return after;
};
