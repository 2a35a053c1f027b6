/** The whole rehearsal on a real emulator, where this machine has one. */
import { describe, expect, it } from "vitest";
import { processCli } from "../../../infra/cli/cli.ts";
import { runDistrict } from "../../../infra/cli/program.ts";
import { emulatorOf } from "../../../infra/cli/rehearsal/emulator.ts";
import { fakeCli } from "../../support/cli.ts";

const isHere = emulatorOf(process.env) !== undefined;
const WHOLE_MS_MAX = 900_000;

describe.runIf(isHere)("on an emulator (skipped without moto_server on the path or LINLI_EMULATOR)", () => {
  it("demo is deployed by the real CDK, again, changed and destroyed, and its data stays", {
    timeout: WHOLE_MS_MAX,
  }, async () => {
    const cli = fakeCli({ env: process.env, run: processCli().run });
    expect(await runDistrict(cli, ["rehearse", "demo"]), cli.noted.join("")).toBe(0);
    expect(cli.printed).toEqual([
      expect.stringMatching(/^✓ deployed \d{2,3} resources; the table is the local server's$/),
      "✓ deployed again: no change",
      expect.stringMatching(/^✓ deployed a change: \d+ resources changed in place, none replaced$/),
      "✓ destroyed the stack; table and data are kept",
    ]);
  });
});
