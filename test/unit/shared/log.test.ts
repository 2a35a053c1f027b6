import { parse } from "csv-parse/sync";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Log, loggable, makeLog } from "../../../functions/shared/log.ts";

const written = (work: (log: Log) => void): Record<string, unknown>[] => {
  const lines: string[] = [];
  work(makeLog("ledger", (line) => lines.push(line)));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe("the log", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("is a line of JSON with level, service, code and numbers", () => {
    expect(written((log) => log.info("job.finished", { job: "pool-fold", done: 3 }))).toEqual([
      {
        level: "INFO",
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        service: "ledger",
        message: "A job finished",
        code: "job.finished",
        job: "pool-fold",
        done: 3,
      },
    ]);
  });

  it("tells an error with its stack and what caused it", () => {
    const lost = new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") });
    const [line] = written((log) => log.error("http.fault", { requestId: "r" }, lost));
    expect(line).toMatchObject({
      level: "ERROR",
      requestId: "r",
      error: {
        name: "TypeError",
        message: "fetch failed",
        stack: expect.stringContaining("log.test.ts"),
        cause: "Error: connect ECONNREFUSED",
      },
    });
    expect(written((log) => log.error("http.fault", {}, "no error"))[0]).not.toHaveProperty("error");
  });

  it("leaves out what is less grave than Lambda's setting", () => {
    const both = (log: Log) => {
      log.info("job.started");
      log.error("job.item-failed");
    };
    const levels = (setting: string) => {
      vi.stubEnv("AWS_LAMBDA_LOG_LEVEL", setting);
      return written(both).map(({ level }) => level);
    };
    expect([levels("DEBUG"), levels("WARN"), levels("FATAL")]).toEqual([["INFO", "ERROR"], ["ERROR"], []]);
  });
});

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
