/** The API reference at `/docs`: Swagger UI from node_modules on a page of ours, loading nothing from another host. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** One answer of the reference. */
export interface DocsAsset {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Only these files can be asked for, each by its whole path: there is no path to traverse. */
const files: Readonly<Record<string, { readonly from: "page" | "swagger-ui-dist"; readonly type: string }>> = {
  "index.html": { from: "page", type: "text/html; charset=utf-8" },
  "docs.css": { from: "page", type: "text/css; charset=utf-8" },
  "init.js": { from: "page", type: "text/javascript; charset=utf-8" },
  "swagger-ui.css": { from: "swagger-ui-dist", type: "text/css; charset=utf-8" },
  "swagger-ui-bundle.js": { from: "swagger-ui-dist", type: "text/javascript; charset=utf-8" },
  "favicon-32x32.png": { from: "swagger-ui-dist", type: "image/png" },
};

/** Swagger UI draws its icons from data URLs; scripts, styles and requests stay with this server. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The page follows the code at once; Swagger UI changes only with its version. */
const cacheOf = { page: "no-cache", "swagger-ui-dist": "public, max-age=3600" } as const;

const require = createRequire(import.meta.url);
const read = new Map<string, Buffer>();

const bodyOf = (name: string, from: "page" | "swagger-ui-dist"): Buffer => {
  const known = read.get(name);
  if (known !== undefined) return known;
  const place = from === "page" ? new URL(`docs/${name}`, import.meta.url) : require.resolve(`swagger-ui-dist/${name}`);
  const body = readFileSync(place);
  if (from === "swagger-ui-dist") read.set(name, body);
  return body;
};

/**
 * Answer to `GET path`, where `path` is the path of the URL without its query.
 *
 * @returns the page for `/docs` and `/docs/`, an asset for `/docs/<name>`, undefined for anything else
 * @throws when swagger-ui-dist is not installed
 */
export const docsAsset = (path: string): DocsAsset | undefined => {
  const name = path === "/docs" || path === "/docs/" ? "index.html" : /^\/docs\/([a-z0-9.-]+)$/.exec(path)?.[1];
  if (name === undefined || !Object.hasOwn(files, name)) return undefined;
  const { from, type } = files[name] ?? { from: "page", type: "" };
  const body = bodyOf(name, from);
  const headers = {
    "content-type": type,
    "content-length": String(body.length),
    "cache-control": cacheOf[from],
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
  };
  return { status: 200, headers, body };
};
