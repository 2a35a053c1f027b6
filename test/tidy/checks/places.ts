import type { SourceFile, Violation } from "./source.ts";

// Every pattern is built from pieces so that this file does not hold what it looks for.
const HOME_FOLDERS = ["work", "home", "Users", "root"].join("|");
const MACHINE_FOLDER = new RegExp(`(?<![\\w.}~-])/(?:${HOME_FOLDERS})/[\\w.@-]+|\\b[A-Z]:\\\\${"Users"}\\\\`);
const REGISTRY_HOSTS = [
  "registry" + "\\.[a-z0-9.-]+\\.(?:org|com|cn|io|net|dev)",
  "npm" + "mirror\\.",
  "yarn" + "pkg\\.",
];
const REGISTRY = new RegExp(`\\b(?:${REGISTRY_HOSTS.join("|")})|\\bregistry\\s*=\\s*https?:`);
const PRIVATE_HOST = /https?:\/\/(?:10\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+/;
const DOWNLOAD_ADDRESS = new RegExp(`"${"resol" + "ved"}"\\s*:`);

const RULES: readonly { rule: string; pattern: RegExp; todo: string; lockOnly?: true }[] = [
  { rule: "no-machine-folder", pattern: MACHINE_FOLDER, todo: "use a path relative to the repository or os.tmpdir()" },
  { rule: "no-registry-host", pattern: REGISTRY, todo: "leave the choice of registry to the user's npm configuration" },
  { rule: "no-private-host", pattern: PRIVATE_HOST, todo: "use localhost or an example.org address" },
  {
    rule: "no-download-address",
    pattern: DOWNLOAD_ADDRESS,
    todo: "write the lock file with omit-lockfile-registry-resolved, so that any registry can serve it",
    lockOnly: true,
  },
];

/** Finds folders and hosts of one machine or network, which would break or betray a build elsewhere. */
export function checkPlaces(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((content, index) =>
      RULES.filter((entry) => entry.lockOnly !== true || path.endsWith("package-lock.json")).flatMap((entry) => {
        const found = entry.pattern.exec(content)?.[0];
        if (found === undefined) return [];
        return [{ path, line: index + 1, rule: entry.rule, todo: `${entry.todo}: found ${found}` }];
      }),
    ),
  );
}
