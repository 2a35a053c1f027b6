import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "./source.ts";

const BINARY = /\.(png|jpe?g|gif|ico|woff2?|pdf|zip|gz|jar|db|sqlite)$/;
const LISTING_BYTES_MAX = 16 * 1024 * 1024;

/**
 * The text files of the repository: those that git tracks and those that it would track. Deleted and binary files are
 * left out.
 *
 * @param root the repository's folder
 */
export function repositoryFiles(root: string): SourceFile[] {
  const listing = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: LISTING_BYTES_MAX,
  });
  return listing
    .split("\0")
    .filter((path) => path !== "" && !BINARY.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}
