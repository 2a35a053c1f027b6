import { describe, expect, it } from "vitest";
import { type Edit, editSource } from "../../infra/bundle-source.ts";

const edit = (text: string, how: Edit) => editSource("file.js", text, how);

describe("edits before bundling", () => {
  it("put a clear error in the place of functions, methods and classes", () => {
    const text = [
      "export function a(x) { return heavy(x); }",
      "export const b = async (x) => heavy(x);",
      "export class C extends D { constructor(x) { super(heavy(x)); } }",
      "export const E = make({ f(x) { return heavy(x); }, g() { return 1; } });",
    ].join("\n");
    const edited = edit(text, { refuse: ["a", "b", "C", "E.f"] });
    expect(edited).not.toContain("heavy");
    for (const name of ["a", "b", "C", "E.f"]) expect(edited).toContain(`throw new Error("${name} is not bundled")`);
    expect(edited).toContain("class C { constructor()");
    expect(edited).toContain("g() { return 1; }");
  });

  it("fail where what they name is gone", () => {
    expect(() => edit("export const a = 1;", { refuse: ["a"] })).toThrow("file.js has no a to leave out");
    expect(() => edit("class A { b() {} }", { refuse: ["A.c"] })).toThrow("has no A.c");
    expect(() => edit("call(1);", { drop: /^other\(/ })).toThrow("has no statement like");
    expect(() => edit("a; a;", { swap: [["a", "b"]] })).toThrow("has not exactly one a");
  });

  it("drop statements and swap texts", () => {
    expect(edit("r.add(A);\nr.add(B);", { drop: /^r\.add\(A/ })).toBe("\nr.add(B);");
    expect(edit('import { u } from "./i.js";', { swap: [["{ u }", "* as u"]] })).toBe('import * as u from "./i.js";');
  });

  it("mark calls of top-level constants as pure, and no others", () => {
    const text = "const a = f(g(), () => h());\nf();\nconst b = { [a]: 1 };";
    expect(edit(text, { pure: true }).split("\n")).toEqual([
      "const a = /* @__PURE__ */ f(/* @__PURE__ */ g(), () => h());",
      "f();",
      "const b = /* @__PURE__ */ (() => ({ [a]: 1 }))();",
    ]);
  });

  it("leave out members and calls, also inside each other", () => {
    const text = 'op({ id: "a", summary: "b".describe("c"), reply: x.describe("d").meta({ e: 1 }) });';
    const edited = edit(text, { members: { op: ["summary"] }, calls: ["describe", "meta"] });
    expect(edited.replaceAll(/\s+/g, " ")).toBe('op({ id: "a", reply: x });');
  });

  it("keep the members asked for", () => {
    const edited = edit('const all = { "a/b": { zh: ["x"] }, "a/c": 2 };', { keep: (name) => name === "a/c" });
    expect(edited.replaceAll(/\s+/g, " ")).toBe('const all = { "a/c": 2 };');
  });
});
