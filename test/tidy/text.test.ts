import { describe, expect, it } from "vitest";
import { checkChangelog, checkFolderMap, MAP_HEADING } from "./checks/documents.ts";
import { checkLeftovers } from "./checks/leftovers.ts";
import { checkPlaces } from "./checks/places.ts";
import type { Check, SourceFile } from "./checks/source.ts";

function found(check: Check, path: string, ...lines: string[]): string[] {
  return check([{ path, text: lines.join("\n") }]).map(({ rule, line }) => `${rule}:${line}`);
}

/** In a word of its own, so that nobody who looks for it finds a test here. */
const ONLY = "only";

describe("the leftover check", () => {
  // In pieces, so that this file passes the check that it proves.
  const markers = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"];

  it.each(markers)("finds %s in code and prose unless the line names an issue", (marker) => {
    for (const path of ["functions/a.ts", "README.md", ".ci/run"]) {
      expect(found(checkLeftovers, path, "", `// ${marker}: later`), path).toEqual(["marker-without-issue:2"]);
      expect(found(checkLeftovers, path, `// ${marker} #12: later`), path).toEqual([]);
    }
  });

  it("finds .only and debugger as code, not as words in a string", () => {
    const lines = [
      `it.${ONLY}("a", () => {`,
      "  debugger;",
      "});",
      `it.${ONLY}.each([])("b");`,
      `say("it.${ONLY}( debugger;");`,
    ];
    expect(found(checkLeftovers, "test/unit/a.test.ts", ...lines)).toEqual(["no-only:1", "no-debugger:2", "no-only:4"]);
  });

  it("finds console in the product and allows it in scripts", () => {
    for (const folder of ["functions", "schemas", "events"]) {
      expect(found(checkLeftovers, `${folder}/a.ts`, 'console.warn("a");'), folder).toEqual(["no-console:1"]);
    }
    expect(found(checkLeftovers, "infra/cli/a.ts", 'console.log("a");')).toEqual([]);
  });

  it("finds code in comments", () => {
    const code = ["const a = 1;", "// const b = 2;", "// if (b) {", "//   a();", "const c = 3;"];
    expect(found(checkLeftovers, "infra/a.ts", ...code)).toEqual([
      "no-commented-out-code:2",
      "no-commented-out-code:3",
    ]);
    const block = ["function f() {", "  /*", "  const b = 2;", "  use(b);", "  */", "}"];
    expect(found(checkLeftovers, "infra/a.ts", ...block)).toEqual(["no-commented-out-code:3"]);
    const atEnd = ["function f() {", "  // use(a);", "  // use(b);", "}"];
    expect(found(checkLeftovers, "infra/a.ts", ...atEnd)).toEqual(["no-commented-out-code:2"]);
  });

  it("accepts prose, examples in docstrings and text in strings", () => {
    const prose = ["// The first half;", "// the second half.", "/** Use:", " * a();", " * b();", " */", "use(1);"];
    expect(found(checkLeftovers, "infra/a.ts", ...prose)).toEqual([]);
    const apart = ["// One way is a();", "use(1);", "// Another way is b();", "use(2);"];
    expect(found(checkLeftovers, "infra/a.ts", ...apart)).toEqual([]);
    expect(found(checkLeftovers, "infra/a.ts", "const s = `", "// a();", "// b();", "`;")).toEqual([]);
  });
});

describe("the place check", () => {
  it.each(["work", "home", "Users", "root"])("finds an absolute folder under %s", (folder) => {
    expect(found(checkPlaces, "infra/a.ts", "", `const at = "${`/${folder}`}/someone/linli";`)).toEqual([
      "no-machine-folder:2",
    ]);
    expect(found(checkPlaces, "infra/a.ts", `get("${`/v1/${folder}`}/orders");`)).toEqual([]);
    expect(found(checkPlaces, "infra/a.ts", `read("./${folder}/a.json");`)).toEqual([]);
  });

  it("finds registries in any file", () => {
    const host = ["registry", "npmjs", "org"].join(".");
    expect(found(checkPlaces, "README.md", `npm install --registry https://${host}/`)).toEqual(["no-registry-host:1"]);
    expect(found(checkPlaces, ".npmrc", `${"registry"}=https://example.org/npm`)).toEqual(["no-registry-host:1"]);
    expect(found(checkPlaces, "schemas/errors.ts", "const entry = registry.codes.find(code);")).toEqual([]);
  });

  it("finds hosts of a private network", () => {
    const host = `http://${["10", "1", "2", "3"].join(".")}:8000`;
    expect(found(checkPlaces, "infra/a.ts", host)).toEqual(["no-private-host:1"]);
    expect(found(checkPlaces, "infra/a.ts", "http://127.0.0.1:8000")).toEqual([]);
  });

  it("finds download addresses in the lock file only", () => {
    const line = `  "${"resol"}${"ved"}": "https://example.org/a.tgz",`;
    expect(found(checkPlaces, "package-lock.json", "{", line)).toEqual(["no-download-address:2"]);
    expect(found(checkPlaces, "events/sample.json", line)).toEqual([]);
  });
});

describe("the folder map check", () => {
  const tree: SourceFile[] = [
    { path: ".ci/run", text: "" },
    { path: "functions/ledger/http.ts", text: "" },
    { path: "functions/ledger/domain/a.ts", text: "" },
    { path: "package.json", text: "" },
  ];

  function missing(...readme: string[]): string[] {
    return checkFolderMap([...tree, { path: "README.md", text: readme.join("\n") }]).map(({ todo }) => todo);
  }

  it("asks for the section when it is missing", () => {
    expect(missing("# Linli", "`.ci/` `functions/` `ledger/`")).toEqual([`add the section "${MAP_HEADING}"`]);
    expect(checkFolderMap(tree)).toHaveLength(1);
  });

  it("asks for top-level folders and contexts, wherever else they are named", () => {
    expect(missing("# Linli", MAP_HEADING, "functions/", "## After", "`.ci/` `ledger/`")).toEqual([
      "say in the map what .ci/ holds",
      "say in the map what functions/ledger/ holds",
    ]);
  });

  it("accepts a tree and a list", () => {
    expect(missing(MAP_HEADING, "```", ".ci/        checks", "functions/", "  ledger/   points", "```")).toEqual([]);
    expect(missing(MAP_HEADING, "- `.ci/`: checks", "- `functions/ledger/`: points, in functions/")).toEqual([]);
  });

  it("does not take a longer name for a shorter one", () => {
    expect(missing(MAP_HEADING, "`.ci/` `functions/` `subledger/`")).toEqual([
      "say in the map what functions/ledger/ holds",
    ]);
  });
});

describe("the changelog check", () => {
  const kinds = ["### Safety", "Nothing.", "### Features", "A.", "### Internals", "B."];

  it("accepts the three kinds below the newest version", () => {
    expect(found(checkChangelog, "CHANGELOG.md", "# Changes", "## Unreleased", ...kinds)).toEqual([]);
    expect(found(checkChangelog, "CHANGELOG.md", "## [1.2.3] - 2026-11-23", ...kinds)).toEqual([]);
  });

  it("asks for a missing kind, even when an older version has it", () => {
    const lines = ["# Changes", "## Unreleased", "### Features", "## 1.0.0", ...kinds];
    expect(found(checkChangelog, "CHANGELOG.md", ...lines)).toEqual(["changelog:2", "changelog:2"]);
  });

  it("asks for a version and for the file", () => {
    expect(found(checkChangelog, "CHANGELOG.md", "# Changes", ...kinds)).toEqual(["changelog:1"]);
    expect(checkChangelog([])).toHaveLength(1);
  });
});
