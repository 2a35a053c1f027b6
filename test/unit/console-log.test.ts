import { describe, expect, it } from "vitest";
import { consoleLog } from "../../infra/local/console-log.ts";

const written = (work: (log: ReturnType<typeof consoleLog>) => void): string => {
  let text = "";
  work(
    consoleLog((line) => {
      text += line;
    }),
  );
  return text;
};

describe("the log for people", () => {
  it("says nothing of what goes well", () => {
    expect(written((log) => log.info("job.started", { job: "pool-fold" }))).toBe("");
  });

  it("gives an error a line with its code, its facts and its cause", () => {
    const lost = new Error("fetch failed", { cause: new Error("connect ECONNREFUSED") });
    expect(written((log) => log.error("events.delivery-failed", { subscriber: "http" }, lost))).toBe(
      "linli: A subscriber did not take an event: fetch failed: connect ECONNREFUSED " +
        "(events.delivery-failed, subscriber http)\n",
    );
    expect(written((log) => log.error("job.item-failed"))).toBe("linli: A job set an item aside (job.item-failed)\n");
  });

  it("gives a fault of ours its stack", () => {
    const text = written((log) => log.error("http.fault", { requestId: "r1" }, new TypeError("no such member")));
    expect(text).toMatch(
      /^linli: A request failed on our side: no such member \(http\.fault, requestId r1\)\nTypeError/,
    );
    expect(text).toContain("console-log.test.ts");
  });
});
