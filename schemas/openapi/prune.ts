/** Leaves out what nothing refers to, so that the file holds nothing that a reader looks for in vain. */
import type { Json } from "./shapes.ts";

const PREFIX = "#/components/";

const refsIn = (node: unknown): string[] => {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "$ref" && typeof value === "string" ? [value.slice(PREFIX.length)] : refsIn(value),
  );
};

/**
 * The components that `root` refers to, directly or through other components. Security schemes are referred to by name
 * and stay.
 */
export const pruned = (root: Json, components: Readonly<Record<string, Json>>): Json => {
  const used = new Set<string>();
  const waiting = refsIn(root);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (used.has(next)) continue;
    used.add(next);
    const [kind = "", name = ""] = next.split("/");
    waiting.push(...refsIn(components[kind]?.[name]));
  }
  const kept = (kind: string, entries: Json) =>
    Object.entries(entries).filter(([name]) => kind === "securitySchemes" || used.has(`${kind}/${name}`));
  return Object.fromEntries(
    Object.entries(components).map(([kind, entries]) => [kind, Object.fromEntries(kept(kind, entries))]),
  );
};
