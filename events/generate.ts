/**
 * `node events/generate.ts`: writes __snapshots__/contract.json from the schemas, and refuses to overwrite a contract
 * with one that breaks it.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Contracts, describeContracts, incompatibilities } from "./compatibility.ts";

/** Where the contracts are recorded. */
export const CONTRACT_FILE = fileURLToPath(new URL("__snapshots__/contract.json", import.meta.url));

/** The recorded contracts; none before the first run. */
export const readContracts = (): Contracts =>
  existsSync(CONTRACT_FILE) ? (JSON.parse(readFileSync(CONTRACT_FILE, "utf8")) as Contracts) : {};

/** The file's text for some contracts. */
export const contractText = (contracts: Contracts): string => `${JSON.stringify(contracts, undefined, 2)}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const now = describeContracts();
  const broken = incompatibilities(readContracts(), now);
  if (broken.length > 0) {
    process.stderr.write(`Declare a new version of these instead:\n${broken.join("\n")}\n`);
    process.exitCode = 1;
  } else writeFileSync(CONTRACT_FILE, contractText(now));
}
