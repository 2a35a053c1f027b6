/** CDK program: bundles the functions, then makes the stack of the district named by `-c district=<id>`. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundleFunctions } from "../bundle.ts";
import { districtFile, listDistricts, loadDistrict } from "../districts/load.ts";
import { districtApp } from "./district-stack.ts";
import { environmentOf, requireCapabilities } from "./regions.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const context = JSON.parse(process.env.CDK_CONTEXT_JSON ?? "{}") as Record<string, unknown>;
const id = context.district;
if (typeof id !== "string") throw new Error(`name a district: -c district=<${listDistricts().join("|")}>`);

const district = loadDistrict(id);
const bundles = `${ROOT}dist/${id}`;
await bundleFunctions({ outDir: bundles, beside: { "district.json": readFileSync(districtFile(id), "utf8") } });
const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as { version: string };
const env = environmentOf(district.aws, process.env.CDK_DEFAULT_ACCOUNT);
requireCapabilities(district, env.region);
districtApp({ district, bundles, version, env }).app.synth();
