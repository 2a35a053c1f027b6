import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { StartRefused } from "../../infra/local/refused.ts";
import { readSettings } from "../../infra/local/settings.ts";

describe("the local server's settings", () => {
  it("have a default each, and an empty variable counts as unset", () => {
    const usual = { dataDir: resolve(".linli"), districtId: "demo", port: 8787, portMayChange: true, schedule: true };
    expect(readSettings({})).toEqual(usual);
    const names = ["PORT", "DATA", "DISTRICT", "ENGINE", "EVENTS_URL", "LOG"];
    expect(readSettings(Object.fromEntries(names.map((name) => [`LINLI_${name}`, ""])))).toEqual(usual);
  });

  it("are taken as they are given", () => {
    const settings = readSettings({
      LINLI_PORT: "0",
      LINLI_DATA: "data/here",
      LINLI_DISTRICT: "keqiao",
      LINLI_ENGINE: "dynamodb-local",
      LINLI_EVENTS_URL: "https://events.example/in",
      LINLI_LOG: "json",
    });
    expect(settings).toEqual({
      dataDir: resolve("data/here"),
      districtId: "keqiao",
      port: 0,
      portMayChange: false,
      schedule: true,
      engine: { kind: "dynamodb-local" },
      eventsUrl: "https://events.example/in",
      log: "json",
    });
  });

  it.each([
    ["LINLI_PORT", "65536"],
    ["LINLI_PORT", "-1"],
    ["LINLI_PORT", "8e3"],
    ["LINLI_PORT", " 80"],
    ["LINLI_ENGINE", "Dynoxide"],
    ["LINLI_EVENTS_URL", "file:///etc/hosts"],
    ["LINLI_EVENTS_URL", "events"],
    ["LINLI_LOG", "debug"],
  ])("refuse %s=%j by name and value", (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(StartRefused);
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} must be .*, not "${value}"\\.$`));
  });
});
