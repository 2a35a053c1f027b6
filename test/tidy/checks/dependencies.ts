import { type Import, importsOf } from "./imports.ts";
import { isScript, type SourceFile, type Violation } from "./source.ts";

/**
 * Modules of functions/shared that a domain may import. Listing one here is not enough to make it pure: `purity.ts`
 * holds each of them, and whatever they load, to the domain's own rules.
 */
export const PURE_SHARED: readonly string[] = [
  "canonical",
  "derived",
  "ids",
  "intervals",
  "merkle",
  "policy",
  "refusal",
  "shares",
  "stamp",
  "time",
  "units",
  "workdays",
];

/** Packages without input, output, clock or random that a domain may import: calendar arithmetic in an IANA zone. */
export const PURE_PACKAGES: readonly string[] = [
  "temporal-polyfill",
  "temporal-polyfill/fns/Instant",
  "temporal-polyfill/fns/PlainDate",
  "temporal-polyfill/fns/PlainDateTime",
  "temporal-polyfill/fns/ZonedDateTime",
  "rrule-temporal",
];

/** Packages whose types, not whose code, a domain may name: what a schema describes. */
const TYPE_PACKAGES: readonly string[] = ["zod"];

/** Exports of Node modules that compute and touch nothing else. */
export const PURE_BUILTINS: Readonly<Record<string, readonly string[]>> = {
  "node:crypto": ["createHash", "createHmac", "createSecretKey", "hash", "KeyObject", "timingSafeEqual"],
};

/** The bounded context that a path belongs to, undefined outside contexts and for `functions/shared`. */
export function contextOf(path: string): string | undefined {
  const name = /^functions\/([^/]+)\//.exec(path)?.[1];
  return name === "shared" ? undefined : name;
}

/** Whether the path is in the domain folder of a context. */
export function isDomain(path: string): boolean {
  return /^functions\/[^/]+\/(domain|tally)\//.test(path) && isScript(path);
}

function isPureBuiltin({ specifier, names }: Import): boolean {
  const pure = PURE_BUILTINS[specifier];
  return pure !== undefined && names.every((name) => pure.includes(name));
}

function domainMayImport(file: SourceFile, item: Import): boolean {
  const { target, specifier } = item;
  if (target === undefined) {
    const typesOnly = item.typeOnly && TYPE_PACKAGES.includes(specifier);
    return typesOnly || PURE_PACKAGES.includes(specifier) || isPureBuiltin(item);
  }
  if (target.startsWith("schemas/")) return true;
  if (isDomain(target)) return contextOf(target) === contextOf(file.path);
  const shared = /^functions\/shared\/([^/]+)\.ts$/.exec(target)?.[1];
  return shared !== undefined && PURE_SHARED.includes(shared);
}

function problemWith(file: SourceFile, item: Import): { rule: string; todo: string } | undefined {
  const { target, specifier } = item;
  if (isDomain(file.path) && !domainMayImport(file, item)) {
    const todo = `import only schemas/, this context's domain or a pure shared module, not "${specifier}"`;
    return { rule: "domain-imports", todo };
  }
  if (target === undefined) return undefined;
  const from = contextOf(file.path);
  const to = contextOf(target);
  // The jobs' Lambda is an entry, not a context: it lists what the contexts offer to run.
  if (from === "jobs" && target === `functions/${to}/jobs.ts`) return undefined;
  if (from !== undefined && to !== undefined && from !== to && target !== `functions/${to}/port.ts`) {
    return { rule: "context-boundary", todo: `meet ${to} through functions/${to}/port.ts, not "${specifier}"` };
  }
  if (file.path.startsWith("functions/shared/") && to !== undefined) {
    return { rule: "shared-below-contexts", todo: `shared modules know no context: pass what "${specifier}" gives in` };
  }
  const fromProduct = /^(functions|schemas|events)\//.test(file.path);
  if (fromProduct && /^(infra|test)\//.test(target)) {
    return { rule: "product-imports", todo: `functions/, schemas/ and events/ never load "${specifier}": inject it` };
  }
  return undefined;
}

/** Finds imports that cross the house's walls: see "Dependency rule" in the README. */
export function checkDependencies(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => isScript(file.path))
    .flatMap((file) =>
      importsOf(file).flatMap((item) => {
        const problem = problemWith(file, item);
        return problem === undefined ? [] : [{ path: file.path, line: item.line, ...problem }];
      }),
    );
}
