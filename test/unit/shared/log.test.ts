import { afterEach, describe, expect, it, vi } from "vitest";
import { type Log, makeLog } from "../../../functions/shared/log.ts";

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
