import { createContext, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { docsAsset } from "../../infra/local/docs.ts";
import { localPeople } from "../../infra/local/people.ts";
import { errors } from "../../schemas/errors.ts";
import { examples } from "../../schemas/examples.ts";
import { summaryOf } from "../../schemas/openapi/groups.ts";
import { UUID_SAMPLE } from "../../schemas/openapi/shapes.ts";
import { buildOpenApi } from "../../schemas/openapi.ts";
import { operations } from "../../schemas/routes.ts";

const FRESH = "0199f3a2-ffff-7fff-bfff-ffffffffffff";

const textOf = (path: string): string => docsAsset(path)?.body.toString("utf8") ?? "";

describe("the reference", () => {
  it.each([
    ["/docs", "text/html; charset=utf-8"],
    ["/docs/", "text/html; charset=utf-8"],
    ["/docs/docs.css", "text/css; charset=utf-8"],
    ["/docs/init.js", "text/javascript; charset=utf-8"],
    ["/docs/swagger-ui.css", "text/css; charset=utf-8"],
    ["/docs/swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
    ["/docs/favicon-32x32.png", "image/png"],
  ])("serves %s as %s", (path, type) => {
    const asset = docsAsset(path);
    expect(asset?.status).toBe(200);
    expect(asset?.headers).toMatchObject({ "content-type": type, "x-content-type-options": "nosniff" });
    expect(asset?.headers["content-length"]).toBe(String(asset?.body.length));
    expect(asset?.body.length).toBeGreaterThan(100);
  });

  it.each([
    "/",
    "/docs.css",
    "/docsinit.js",
    "/docs/../package.json",
    "/docs/..%2f..%2fpackage.json",
    "/docs/%2e%2e/package.json",
    "/docs/..\\package.json",
    "/docs//etc/passwd",
    "/docs/.",
    "/docs/..",
    "/docs/package.json",
    "/docs/index.js",
    "/docs/swagger-ui-bundle.js.map",
    "/docs/swagger-ui.css\0.png",
    "/docs/constructor",
    "/docs/__proto__",
    "/docs/INIT.JS",
  ])("has nothing at %j", (path) => {
    expect(docsAsset(path)).toBeUndefined();
  });

  it("lets the browser load and call nothing but this server", () => {
    const policy = docsAsset("/docs")?.headers["content-security-policy"]?.split("; ");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy?.join()).not.toMatch(/unsafe|https?:|\*/);
  });

  it("names only its own files, and no host", () => {
    const page = textOf("/docs");
    const links = [...page.matchAll(/(?:src|href)="([^"#]+)"/g)].map((match) => match[1] ?? "");
    const own = links.filter((link) => link.startsWith("/docs/"));
    expect(own.length).toBeGreaterThanOrEqual(5);
    expect(own.filter((link) => docsAsset(link) === undefined)).toEqual([]);
    expect(links.filter((link) => !own.includes(link))).toEqual(["/openapi.json"]);
    for (const path of ["/docs", "/docs/init.js", "/docs/docs.css"]) expect(textOf(path)).not.toMatch(/https?:\/\//);
  });

  it("offers the known local people, and an example that the first of them can send", () => {
    const offered = [...textOf("/docs").matchAll(/<button type="button" value="(\w+)">/g)].map((match) => match[1]);
    expect(offered).toEqual(Object.keys(localPeople));
    const { ann, bo } = localPeople;
    expect(examples.createTransfer?.request).toMatchObject({ from: `${ann?.id}.points`, to: `${bo?.id}.points` });
  });

  it("has its title and says in both languages how to get a token", () => {
    expect(textOf("/docs")).toContain("<title>邻里 Linli API</title>");
    expect(textOf("/docs")).toMatch(/取得令牌/);
    expect(textOf("/docs")).toMatch(/get a local token/);
    expect(textOf("/docs")).toMatch(/<details id="conventions">\s*<summary>约定.*Conventions/);
    expect(textOf("/docs/docs.css")).toContain("#conventions:not([open])");
  });
});

interface Press {
  readonly target?: { readonly value: string };
  preventDefault(): void;
}
type Click = (event: Press) => unknown;

/** As much of an element as the page's script touches. */
interface Paper {
  textContent: string;
  rows: unknown[];
  open: boolean;
  clicked: Click | undefined;
}

interface Options {
  readonly [name: string]: unknown;
  requestInterceptor(request: { headers: Record<string, string>; body?: string }): {
    headers: Record<string, string>;
    body?: string;
  };
}

/** Runs the page's script in a page of paper and returns what it asked of Swagger UI and what it wrote. */
const started = async (answer: { ok: boolean; status: number; json(): Promise<unknown> }) => {
  const written: Record<string, Paper> = {};
  const node = (selector: string) => {
    const made = {
      textContent: "",
      rows: [] as unknown[],
      open: false,
      clicked: undefined as Click | undefined,
      replaceChildren: (...rows: unknown[]) => {
        made.rows = rows;
      },
      addEventListener: (_: string, listener: Click) => {
        made.clicked = listener;
      },
      scrollIntoView: () => undefined,
    };
    written[selector] ??= made;
    return written[selector];
  };
  let options: Options | undefined;
  const bundle = (given: Options) => {
    options = given;
    return { preauthorizeApiKey: (...given: string[]) => authorized.push(given) };
  };
  const authorized: string[][] = [];
  bundle.presets = { apis: "apis" };
  const asked: string[] = [];
  const page = createContext({
    window: { SwaggerUIBundle: bundle },
    document: { querySelector: node, createElement: () => ({ append: () => undefined }) },
    location: { origin: "http://localhost:8080" },
    crypto: { randomUUID: () => FRESH },
    encodeURIComponent,
    fetch: async (url: string) => {
      asked.push(url);
      return url === "/openapi.json" ? answer : { ok: true, status: 200, text: async () => `token of ${url}` };
    },
  });
  runInContext(textOf("/docs/init.js"), page);
  await new Promise((resolve) => setImmediate(resolve));
  return { options, written, asked, authorized };
};

const spec = buildOpenApi(operations, "1.0.0");
const good = { ok: true, status: 200, json: async () => spec };

/** As much of an Immutable.js map of Swagger UI as the filter touches. */
const mapOf = (entries: Record<string, unknown>): Fake => {
  const held = Object.entries(entries);
  return {
    get: (key) => entries[key],
    getIn: (path) => path.reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], entries),
    update: (key, change) => mapOf({ ...entries, [key]: change(entries[key]) }),
    map: (change) => mapOf(Object.fromEntries(held.map(([key, value]) => [key, change(value, key)]))),
    filter: (keeps) => mapOf(Object.fromEntries(held.filter(([, value]) => keeps(value)))),
    size: held.length,
    keys: () => Object.keys(entries),
  };
};

interface Fake {
  get(key: string): unknown;
  getIn(path: readonly string[]): unknown;
  update(key: string, change: (value: unknown) => unknown): Fake;
  map(change: (value: unknown, key: string) => unknown): Fake;
  filter(keeps: (value: unknown) => boolean): Fake;
  keys(): string[];
  readonly size: number;
}

interface Plugin {
  readonly wrapComponents: {
    DeepLink(link: string, system: unknown): (props: { path: string; text: string }) => unknown;
  };
  readonly fn: { opsFilter(groups: Fake, phrase: string): Fake };
}

const pluginOf = async (): Promise<Plugin> => {
  const [make] = ((await started(good)).options?.plugins ?? []) as (() => Plugin)[];
  if (!make) throw new Error("the page gives Swagger UI no plugin");
  return make();
};

describe("the reference's script", () => {
  it("shows a group's name in both languages and keeps its address", async () => {
    const link = (await pluginOf()).wrapComponents.DeepLink("Link", {
      React: { createElement: (element: string, props: object) => ({ element, ...props }) },
    });
    expect(link({ path: "holds", text: "holds" })).toEqual({ element: "Link", path: "holds", text: "预扣 Holds" });
    const operation = { path: "holds/getHold", text: "/v1/ledger/holds/{holdId}" };
    expect(link(operation)).toEqual({ element: "Link", ...operation });
  });

  it("finds groups and operations in either language", async () => {
    const { opsFilter } = (await pluginOf()).fn;
    const group = (...ids: string[]) => {
      const own = operations.filter(({ id }) => ids.includes(id)).map((each) => [each.id, each] as const);
      const entry = (each: (typeof own)[number][1]) =>
        mapOf({ path: each.path, operation: { operationId: each.id, summary: summaryOf(each) } });
      return mapOf({ operations: mapOf(Object.fromEntries(own.map(([id, each]) => [id, entry(each)]))) });
    };
    const all = mapOf({
      holds: group("createHold", "voidHold"),
      transfers: group("createTransfer", "reverseTransfer"),
    });
    const found = (phrase: string) => {
      const kept = opsFilter(all, phrase);
      return kept.keys().flatMap((tag) => ((kept.get(tag) as Fake).get("operations") as Fake).keys());
    };
    expect(found("预扣")).toEqual(["createHold", "voidHold"]);
    expect(found("撤回")).toEqual(["reverseTransfer"]);
    expect(found("RESERVE an amount")).toEqual(["createHold"]);
    expect(found("/void")).toEqual(["voidHold"]);
    expect(found("nothing like this")).toEqual([]);
  });

  it("starts Swagger UI closed, with a filter, keeping the token, without the public validator", async () => {
    const { options, asked } = await started(good);
    expect(asked).toEqual(["/openapi.json"]);
    expect(options).toMatchObject({ spec, docExpansion: "none", filter: true, persistAuthorization: true });
    expect(options).toMatchObject({ validatorUrl: null, queryConfigEnabled: false });
  });

  it("shows the token request of this server and every error code", async () => {
    const { written } = await started(good);
    expect(written["#token-request"]?.textContent).toBe("curl -sX POST 'http://localhost:8080/_local/token?as=ann'");
    expect(written["#error-codes tbody"]?.rows).toHaveLength(Object.keys(errors).length);
  });

  it("signs in as the person whose button is pressed", async () => {
    const { written, authorized } = await started(good);
    const press = (value: string) =>
      written["#people"]?.clicked?.({ target: { value }, preventDefault: () => undefined });
    await press("bo");
    expect(authorized).toEqual([["bearer", "token of /_local/token?as=bo"]]);
    expect(written["#people output"]?.textContent).toBe("✓ bo");
    await press("");
    expect(authorized).toHaveLength(1);
  });

  it("opens the error codes when asked for them", async () => {
    const { written } = await started(good);
    written["#to-error-codes"]?.clicked?.({ preventDefault: () => undefined });
    expect(written["#error-codes"]?.open).toBe(true);
  });

  it("sends a fresh key wherever the example's was left, and leaves the reader's own alone", async () => {
    const send = (await started(good)).options?.requestInterceptor;
    expect(send?.({ headers: { "Idempotency-Key": UUID_SAMPLE } })).toEqual({ headers: { "Idempotency-Key": FRESH } });
    expect(send?.({ headers: { "Idempotency-Key": "mine" } })).toEqual({ headers: { "Idempotency-Key": "mine" } });
    const body = JSON.stringify({ id: UUID_SAMPLE, by: UUID_SAMPLE });
    expect(JSON.parse(send?.({ headers: {}, body }).body ?? "")).toEqual({ id: FRESH, by: UUID_SAMPLE });
    expect(send?.({ headers: {}, body: "name,unit" }).body).toBe("name,unit");
  });

  it("says what went wrong when the description cannot be read", async () => {
    const { options, written } = await started({ ok: false, status: 503, json: async () => ({}) });
    expect(options).toBeUndefined();
    expect(written["#swagger-ui"]?.textContent).toBe("/openapi.json: HTTP 503");
  });
});
