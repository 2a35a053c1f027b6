import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CORS_ANSWER_HEADERS } from "../../functions/shared/cors.ts";
import { localPeople } from "../../infra/local/people.ts";
import { errors } from "../../schemas/errors.ts";
import { PAGE_DEFAULT, PAGE_MAX } from "../../schemas/primitives.ts";
import { operations } from "../../schemas/routes.ts";

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
const page = read("../../docs/api.md");
const compiled = read("client-usage.ts").replace("../../schemas/client.d.ts", "./client.d.ts");

const snippets = [...page.matchAll(/```ts\n(.*?)\n```/gs)].map((match) => match[1] ?? "");

describe("the page for front ends", () => {
  it("shows only code that the type check compiles and client.test.ts runs", () => {
    expect(snippets.length).toBeGreaterThanOrEqual(8);
    for (const snippet of snippets) {
      for (const part of snippet.split("\n\n")) expect(compiled, "copy it from client-usage.ts").toContain(part);
    }
  });

  it("names codes, paths and headers that there are", () => {
    const families = new Set(Object.keys(errors).map((code) => code.split("/")[0]));
    const codes = [...page.matchAll(/`([a-z]+)\/([a-z-]+)`/g)].filter(([, family]) => families.has(family ?? ""));
    expect(codes.length).toBeGreaterThan(4);
    for (const [, family, name] of codes) expect(Object.keys(errors)).toContain(`${family}/${name}`);
    const paths = operations.map(({ method, path }) => `${method} ${path}`);
    for (const [, shown] of page.matchAll(/`((?:GET|POST|PATCH) \/\S+)`/g)) expect(paths).toContain(shown);
    for (const header of CORS_ANSWER_HEADERS) expect(page).toContain(`\`${header}\``);
    for (const name of Object.keys(localPeople)) expect(page).toMatch(new RegExp(`(as=|# .*)\\b${name}\\b`));
    expect(page).toContain(`(${PAGE_DEFAULT} unless told, at most ${PAGE_MAX})`);
  });
});
