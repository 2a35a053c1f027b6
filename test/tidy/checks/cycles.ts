import { importsOf } from "./imports.ts";
import { isScript, type SourceFile, type Violation } from "./source.ts";

/** The shortest way from `start` back to itself, as the paths on it without the repeated end; undefined without one. */
function shortestCycle(start: string, next: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const path of queue) {
    for (const target of next.get(path) ?? []) {
      if (target === start) {
        const cycle = [path];
        for (let at = path; at !== start; ) {
          at = cameFrom.get(at) ?? start;
          cycle.unshift(at);
        }
        return cycle;
      }
      if (cameFrom.has(target)) continue;
      cameFrom.set(target, path);
      queue.push(target);
    }
  }
  return undefined;
}

/** Finds files that import each other in a circle, types included: such files can only be understood together. */
export function checkCycles(files: readonly SourceFile[]): Violation[] {
  const scripts = files.filter((file) => isScript(file.path));
  const paths = new Set(scripts.map((file) => file.path));
  const next = new Map<string, string[]>();
  for (const file of scripts) {
    const targets = importsOf(file).flatMap(({ target }) =>
      target !== undefined && paths.has(target) ? [target] : [],
    );
    next.set(file.path, [...new Set(targets)].sort());
  }
  const violations: Violation[] = [];
  const reported = new Set<string>();
  for (const file of [...scripts].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const cycle = shortestCycle(file.path, next);
    if (cycle === undefined) continue;
    const key = [...cycle].sort().join(" ");
    if (reported.has(key)) continue;
    reported.add(key);
    const second = cycle[1] ?? file.path;
    const line = importsOf(file).find(({ target }) => target === second)?.line ?? 1;
    const todo = `move what both need into a third file: ${[...cycle, file.path].join(" -> ")}`;
    violations.push({ path: file.path, line, rule: "no-cycles", todo });
  }
  return violations;
}
