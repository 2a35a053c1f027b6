/** What the product is made of, and under which licences. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { billOf, isAllowed, licenceFaults, PERMISSIVE, TOOLS_ONLY } from "../../infra/sbom.ts";

describe("a licence expression", () => {
  it.each<[string, boolean]>([
    ["MIT", true],
    ["GPL-3.0-or-later", false],
    ["(MIT OR GPL-3.0-or-later)", true],
    ["(MIT AND GPL-3.0-or-later)", false],
    ["MIT AND (GPL-2.0-only OR Zlib)", true],
    ["GPL-2.0-only OR MIT AND Zlib", true],
    ["(GPL-2.0-only OR MIT) AND AGPL-3.0-only", false],
  ])("%s", (expression, isRight) => {
    expect(isAllowed(expression, PERMISSIVE)).toBe(isRight);
  });

  it.each(["", "MIT OR", "(MIT", "MIT Apache-2.0", "OR MIT"])("that is none is refused: %s", (expression) => {
    expect(() => isAllowed(expression, PERMISSIVE)).toThrow();
  });
});

it("a component without a licence, or under one that is not allowed, is named", () => {
  const component = (name: string, licenses: { expression: string }[]) => ({ name, version: "1.0.0", licenses });
  const components = [
    component("a", []),
    component("b", [{ expression: "AGPL-3.0-only" }]),
    component("c", [{ expression: "MIT" }]),
  ];
  expect(licenceFaults({ bomFormat: "CycloneDX", components }, PERMISSIVE)).toEqual([
    "a@1.0.0 says no licence",
    "b@1.0.0 is under AGPL-3.0-only",
  ]);
});

it("everything that is deployed asks for a notice at most, and every tool for no more than its own changes", () => {
  const [deployed, all] = [billOf("deployed").bill, billOf("all").bill];
  const { dependencies } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  const names = new Set(deployed.components.map(({ name }) => name));
  for (const name of Object.keys(dependencies)) expect(names.has(name), name).toBe(true);
  expect(all.components.length).toBeGreaterThan(deployed.components.length);
  expect(licenceFaults(deployed, PERMISSIVE)).toEqual([]);
  expect(licenceFaults(all, [...PERMISSIVE, ...TOOLS_ONLY])).toEqual([]);
}, 60_000);
