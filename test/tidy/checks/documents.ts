import type { SourceFile, Violation } from "./source.ts";

/** The README's heading above the list of folders. */
export const MAP_HEADING = "## Where everything is";
/** The kinds of change that the newest version of the changelog tells apart. */
export const CHANGELOG_HEADINGS: readonly string[] = ["Safety", "Features", "Internals"];

/** The lines below the heading at `start` up to the next heading of the second level. */
function sectionAfter(lines: readonly string[], start: number): string[] {
  const end = lines.findIndex((line, index) => index > start && /^## /.test(line));
  return lines.slice(start + 1, end === -1 ? undefined : end);
}

function folders(files: readonly SourceFile[]): string[] {
  const found = files.flatMap(({ path }) => /^(?:functions\/[^/]+|[^/]+)(?=\/)/.exec(path)?.[0] ?? []);
  const withParents = found.flatMap((folder) => [folder, folder.split("/")[0] ?? folder]);
  return [...new Set(withParents)].sort();
}

function names(section: string, folder: string): boolean {
  const last = folder.slice(folder.lastIndexOf("/") + 1).replace(/[.]/g, "\\.");
  return new RegExp(`(^|[\\s\`/|(])${last}/`, "m").test(section);
}

/** Finds top-level folders, and folders of functions/, that the README's map does not name (as `name/`). */
export function checkFolderMap(files: readonly SourceFile[]): Violation[] {
  const path = "README.md";
  const rule = "folder-map";
  const lines = files.find((file) => file.path === path)?.text.split("\n") ?? [];
  const heading = lines.indexOf(MAP_HEADING);
  if (heading === -1) return [{ path, line: 1, rule, todo: `add the section "${MAP_HEADING}"` }];
  const section = sectionAfter(lines, heading).join("\n");
  return folders(files)
    .filter((folder) => !names(section, folder))
    .map((folder) => ({ path, line: heading + 1, rule, todo: `say in the map what ${folder}/ holds` }));
}

/** Finds kinds of change missing below the changelog's first version (`## Unreleased` or `## 1.2.3`). */
export function checkChangelog(files: readonly SourceFile[]): Violation[] {
  const path = "CHANGELOG.md";
  const rule = "changelog";
  const lines = files.find((file) => file.path === path)?.text.split("\n") ?? [];
  const version = lines.findIndex((line) => /^## \[?(Unreleased|v?\d+\.\d+\.\d+)/.test(line));
  if (version === -1) return [{ path, line: 1, rule, todo: 'add a heading "## Unreleased" or "## <version>"' }];
  const section = sectionAfter(lines, version);
  return CHANGELOG_HEADINGS.filter((kind) => !section.some((line) => line.trim() === `### ${kind}`)).map((kind) => {
    return { path, line: version + 1, rule, todo: `add "### ${kind}" below it, with "Nothing." when there is none` };
  });
}
