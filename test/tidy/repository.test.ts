import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkCycles } from "./checks/cycles.ts";
import { checkDependencies } from "./checks/dependencies.ts";
import { checkDocstrings } from "./checks/docstrings.ts";
import { checkChangelog, checkFolderMap } from "./checks/documents.ts";
import { checkLeftovers } from "./checks/leftovers.ts";
import { checkPlaces } from "./checks/places.ts";
import { checkPurity } from "./checks/purity.ts";
import { repositoryFiles } from "./checks/repository.ts";
import { checkSizes } from "./checks/sizes.ts";
import { type Check, render } from "./checks/source.ts";
import { checkStorage } from "./checks/storage.ts";

const files = repositoryFiles(fileURLToPath(new URL("../..", import.meta.url)));

const RULES: readonly { name: string; check: Check }[] = [
  { name: "domains, contexts and shared modules import only what they may", check: checkDependencies },
  { name: "domains, and all they load, read no clock, random, process or network", check: checkPurity },
  { name: "only stores and the kernel build DynamoDB requests", check: checkStorage },
  { name: "no files import each other in a circle", check: checkCycles },
  { name: "files, functions and lines fit a screen", check: checkSizes },
  { name: "nothing is left that should go before merging", check: checkLeftovers },
  { name: "no file names a machine's folder, a private host or a registry", check: checkPlaces },
  { name: "every exported function, class and schema has a docstring", check: checkDocstrings },
  { name: "the README's map names every folder", check: checkFolderMap },
  { name: "the changelog's newest version tells Safety, Features and Internals apart", check: checkChangelog },
];

describe("the repository", () => {
  it("is seen by the checks", () => {
    const paths = files.map((file) => file.path);
    expect(paths).toContain("package.json");
    expect(paths).toContain("test/tidy/checks/repository.ts");
    expect(paths.filter((path) => path.includes("node_modules/"))).toEqual([]);
  });

  it.each(RULES)("$name", ({ check }) => {
    expect(check(files).map(render)).toEqual([]);
  });
});
