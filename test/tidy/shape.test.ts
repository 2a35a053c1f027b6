import { describe, expect, it } from "vitest";
import { checkDocstrings } from "./checks/docstrings.ts";
import { checkSizes, FILE_LINES_MAX, FUNCTION_LINES_MAX, LINE_CHARACTERS_MAX } from "./checks/sizes.ts";
import { render } from "./checks/source.ts";

function sizesOf(path: string, text: string): string[] {
  return checkSizes([{ path, text }]).map(({ rule, line }) => `${rule}:${line}`);
}

/** A function of exactly `lines` lines, from its first word to its closing brace. */
function functionOf(lines: number, head = "function long() {", tail = "}"): string {
  return [head, ...Array.from({ length: lines - 2 }, (_, index) => `  use(${index});`), tail].join("\n");
}

describe("the size check", () => {
  it("accepts a file at the limit and refuses one line more", () => {
    const atLimit = "use();\n".repeat(FILE_LINES_MAX);
    expect(sizesOf("schemas/a.ts", atLimit)).toEqual([]);
    expect(sizesOf("schemas/a.ts", `${atLimit}use();\n`)).toEqual([`file-size:${FILE_LINES_MAX + 1}`]);
  });

  it.each([
    ["function long() {", "}"],
    ["const long = () => {", "};"],
    ["const long = async function () {", "};"],
    ["class A { constructor() {", "} }"],
    ["class A { long() {", "} }"],
    ["const a = { long() {", "} };"],
    ["const a = { get long() {", "} };"],
  ])("measures `%s`", (head, tail) => {
    expect(sizesOf("infra/a.ts", functionOf(FUNCTION_LINES_MAX, head, tail))).toEqual([]);
    expect(sizesOf("infra/a.ts", functionOf(FUNCTION_LINES_MAX + 1, head, tail))).toEqual(["function-size:1"]);
  });

  it("names the function and its length, and does not count its docstring", () => {
    const text = `/**\n * Why.\n */\n${functionOf(FUNCTION_LINES_MAX + 1)}`;
    const found = checkSizes([{ path: "infra/a.ts", text }]).map(render);
    expect(found).toEqual(["infra/a.ts:4 function-size — long has 71 lines, at most 70: split it by meaning"]);
  });

  it.each(['describe("a", () => {', 'it.each(rows)("a", async () => {', "test.skipIf(no)(name, function () {"])(
    "leaves test blocks alone, in tests only: %s",
    (head) => {
      const text = functionOf(FUNCTION_LINES_MAX + 1, head, "});");
      expect(sizesOf("test/unit/a.test.ts", text)).toEqual([]);
      expect(sizesOf("functions/a.ts", text)).toEqual(["function-size:1"]);
    },
  );

  it("measures a helper inside a test block", () => {
    const text = `describe("a", () => {\n${functionOf(FUNCTION_LINES_MAX + 1)}\n});`;
    expect(sizesOf("test/unit/a.test.ts", text)).toEqual(["function-size:2"]);
  });

  it("counts characters, not bytes", () => {
    const atLimit = `//${"里".repeat(LINE_CHARACTERS_MAX - 2)}`;
    expect(sizesOf("infra/a.ts", `${atLimit}\n${atLimit}里\n`)).toEqual(["line-length:2"]);
  });

  it("leaves generated files and prose alone", () => {
    const text = `const a = "${"a".repeat(LINE_CHARACTERS_MAX)}";\n`.repeat(FILE_LINES_MAX + 1);
    expect(sizesOf("schemas/client.d.ts", text)).toEqual([]);
    expect(sizesOf("README.md", text)).toEqual([]);
    expect(sizesOf("schemas/other.d.ts", text).length).toBeGreaterThan(FILE_LINES_MAX);
  });
});

describe("the docstring check", () => {
  /** The names that the check asks a docstring for. */
  function undocumented(text: string, path = "functions/shared/units.ts"): string[] {
    return checkDocstrings([{ path, text }]).map(({ todo }) => /^say above (\S+)/.exec(todo)?.[1] ?? todo);
  }

  it.each([
    "export function a(): void {}",
    "export default function a(): void {}",
    "export async function a(): Promise<void> {}",
    "export const a = (x: number) => x;",
    "export const a = ((x) => x) satisfies Rule;",
    "export const a = function () {};",
    "export class a {}",
    "export const a = z.object({}).meta({});",
    "const a = () => 1;\nexport { a as b };",
    "// not a docstring\nexport function a(): void {}",
    "/** */\nexport function a(): void {}",
  ])("finds %s", (text) => {
    expect(undocumented(text)).toEqual(["a"]);
  });

  it.each([
    "/** Adds points. */\nexport function a(): void {}",
    "/** 相加。 */\nexport const a = () => 1;",
    "/** Adds. */\nexport function a(x: string): void;\nexport function a(x: number): void;",
    "function a(): void {}",
    "export const a = 12;",
    "export type A = z.infer<typeof B>;",
    'export { a } from "./a.ts";',
  ])("accepts %s", (text) => {
    expect(undocumented(text)).toEqual([]);
  });

  it("covers the product and its infrastructure, not the tests", () => {
    const text = "export function a(): void {}";
    for (const folder of ["functions", "schemas", "events", "infra"]) {
      expect(undocumented(text, `${folder}/x.ts`), folder).toEqual(["a"]);
    }
    expect(undocumented(text, "test/support/x.ts")).toEqual([]);
  });
});
