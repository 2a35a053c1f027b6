/**
 * Builds the names and values of one DynamoDB expression set, so that stores write conditions with attribute names
 * they can read.
 */
import type { NativeAttributeValue } from "@aws-sdk/lib-dynamodb";

export type Value = NativeAttributeValue;

/** Collects placeholders: `name("bal")` gives `#bal`, `value(5)` gives `:0`. One instance serves one write. */
export class Expression {
  readonly names: Record<string, string> = {};
  readonly values: Record<string, Value> = {};
  #count = 0;

  /** Placeholder path of an attribute; dots step into maps: `lots.202711`. */
  name(path: string): string {
    return path
      .split(".")
      .map((part) => {
        const placeholder = `#${part.replaceAll(/[^A-Za-z0-9]/g, "_")}`;
        const taken = this.names[placeholder];
        if (taken !== undefined && taken !== part) throw new Error(`two attributes share ${placeholder}`);
        this.names[placeholder] = part;
        return placeholder;
      })
      .join(".");
  }

  /** Placeholder of a value. */
  value(value: Value): string {
    const placeholder = `:${this.#count++}`;
    this.values[placeholder] = value;
    return placeholder;
  }
}
