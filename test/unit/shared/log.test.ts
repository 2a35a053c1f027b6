import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { loggable } from "../../../functions/shared/log.ts";

const CANARY = "王晓明";
const thrown = (work: () => unknown): Error => {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
};

describe("an error in a log line", () => {
  it("keeps name, message and frames", () => {
    const error = loggable(new RangeError("101 writes"));
    expect([error.name, error.message]).toEqual(["RangeError", "101 writes"]);
    expect(error.stack).toMatch(/^RangeError: 101 writes\n\s+at /);
  });

  it("loses the members in which items and records travel, and messages that quote their input", () => {
    const cancelled = Object.assign(new Error("cancelled"), { CancellationReasons: [{ Item: { name: CANARY } }] });
    const json = thrown(() => JSON.parse(`{"name":${CANARY}}`));
    const csv = thrown(() => parse(`a,b\n"${CANARY}"x,1`));
    for (const error of [cancelled, json, csv]) {
      const shown = loggable(error);
      expect(`${JSON.stringify(shown)}${shown.message}${shown.stack}`, error.name).not.toContain(CANARY);
      expect(Object.keys(shown).filter((member) => !["name", "stack"].includes(member))).toEqual([]);
    }
    // What makes the rule needed: such errors do carry what they met.
    expect(json.message).toContain(CANARY.slice(0, 1));
  });
});
