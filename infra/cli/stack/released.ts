/**
 * The template that a district was last deployed with, committed beside the code: a change that would lose data is
 * then seen in review, by whoever has no access to the account.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, type StackTemplate } from "./synthesise.ts";

const FOLDER = join(ROOT, "infra", "released");

/** One release. */
export interface Release {
  readonly district: string;
  readonly version: string;
  readonly releasedAt: string;
  /** Region that it was made for; null when none was named. */
  readonly region: string | null;
  readonly template: StackTemplate;
}

/** File of a district's last release, whether or not there is one. */
export const releaseFile = (id: string, folder: string = FOLDER): string => join(folder, `${id}.json`);

/** The last release of a district; undefined before the first. */
export const lastRelease = (id: string, folder?: string): Release | undefined => {
  const file = releaseFile(id, folder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Release) : undefined;
};

/** Keeps a release; returns its file, which is to be committed. */
export const keepRelease = (release: Release, folder: string = FOLDER): string => {
  mkdirSync(folder, { recursive: true });
  const file = releaseFile(release.district, folder);
  writeFileSync(file, `${JSON.stringify(release, null, 1)}\n`);
  return file;
};
