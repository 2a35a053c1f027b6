/** Files of a disclosure with their hashes, under the district's signature. */
import { createHash } from "node:crypto";
import { DisclosureFormat } from "../../../schemas/fund/disclosure.ts";
import type { Canonical } from "../../shared/canonical.ts";
import type { Deps } from "../../shared/deps.ts";
import { districtSigner } from "../../shared/signing.ts";

/** A file with its media type. */
export interface File {
  readonly text: string;
  readonly type: string;
}

/** Name of a file of a disclosure; `rows` is what the CSV lists. */
export const fileName = (of: string, format: DisclosureFormat, rows: string): string =>
  `${of}-${format === "csv" ? `${rows}.csv` : `${format}.json`}`;

/** The files' hashes with what they are of, signed. */
export const signedIndex = async <Head extends { readonly type: string } & Readonly<Record<string, Canonical>>>(
  head: Head,
  fileOf: (format: DisclosureFormat) => Promise<File>,
  deps: Deps,
) => {
  const files = [];
  for (const format of DisclosureFormat.options) {
    const bytes = Buffer.from((await fileOf(format)).text, "utf8");
    files.push({ format, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length });
  }
  const index = { ...head, district: deps.district.id, at: deps.clock.now().toISOString(), files };
  return { index, signature: (await districtSigner(deps.db, "fund")).sign(index) };
};
