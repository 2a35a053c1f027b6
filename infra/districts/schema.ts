/** `node infra/districts/schema.ts` writes `district.schema.json`, with which an editor completes and checks a file. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { District } from "../../schemas/district.ts";

/** Where the generated file lies; it is committed, and a test compares it. */
export const districtSchemaFile = fileURLToPath(new URL("district.schema.json", import.meta.url));

/** JSON Schema (2020-12) of a district file as text. Cross references are left to the loader, which can say more. */
export const districtSchemaText = (): string => {
  const schema = z.toJSONSchema(District, { io: "input", target: "draft-2020-12" });
  return `${JSON.stringify({ ...schema, title: "Linli district" }, null, 2)}\n`;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(districtSchemaFile, districtSchemaText());
