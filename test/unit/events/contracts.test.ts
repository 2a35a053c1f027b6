/** Events keep what consumers rely on: recorded contracts, golden samples, no personal data. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Contracts, describeContracts, incompatibilities } from "../../../events/compatibility.ts";
import { eventNames, isEventName, nameOfType, parseEvent } from "../../../events/contracts.ts";
import { derive } from "../../../events/derive.ts";
import { typeOf } from "../../../events/envelope.ts";
import { CONTRACT_FILE, contractText, readContracts } from "../../../events/generate.ts";
import { CANARIES, images } from "./images.ts";

const SAMPLES = new URL("../../../events/samples/", import.meta.url);
const sampleOf = (type: string): unknown => JSON.parse(readFileSync(new URL(`${type}.json`, SAMPLES), "utf8"));

describe("each declared event", () => {
  it("has exactly one golden sample, and no sample is without a declaration", () => {
    expect(readdirSync(SAMPLES).sort()).toEqual(eventNames.map((name) => `${typeOf(name)}.json`).sort());
  });

  it.each(eventNames)("%s: the sample fits its contract and has no member that the contract does not name", (name) => {
    const sample = sampleOf(typeOf(name));
    expect(parseEvent(sample)).toEqual(sample);
    expect(nameOfType(typeOf(name))).toBe(name);
  });

  it.each(eventNames)("%s: what the store writes yields the golden sample", (name) => {
    expect(JSON.parse(JSON.stringify(derive(images[name], "demo")))).toEqual(sampleOf(typeOf(name)));
  });

  it.each(eventNames)("%s: no personal data of the item reaches the event", (name) => {
    const text = JSON.stringify(derive(images[name], "demo"));
    for (const canary of CANARIES) expect(text).not.toContain(canary);
  });
});

it("the items of the samples do hold the personal data that the events leave out", () => {
  const text = JSON.stringify(images);
  for (const canary of CANARIES) expect(text).toContain(canary);
});

describe("the recorded contracts", () => {
  it("are today's: `node events/generate.ts` writes them anew", () => {
    expect(readFileSync(CONTRACT_FILE, "utf8")).toBe(contractText(describeContracts()));
  });

  it("are kept by today's schemas", () => {
    expect(incompatibilities(readContracts(), describeContracts())).toEqual([]);
  });
});

describe("a change that breaks a consumer", () => {
  const before: Contracts = {
    order: {
      type: "object",
      properties: { id: { type: "string" }, note: { type: "string" }, state: { enum: ["a", "b"] } },
      required: ["id"],
    },
  };
  const changedTo = (properties: object, required: readonly string[] = ["id"]): Contracts => ({
    order: { type: "object", properties: { ...before.order?.properties, ...properties }, required },
  });

  it.each([
    ["an event that is gone", {}, ["order is gone"]],
    [
      "a member that is gone, even an optional one",
      {
        order: {
          type: "object",
          properties: { id: { type: "string" }, state: { enum: ["a", "b"] } },
          required: ["id"],
        },
      },
      ["order: note is gone"],
    ],
    ["a new member that is required", changedTo({ x: { type: "string" } }, ["id", "x"]), ["order: x is now required"]],
    ["an old member that is now required", changedTo({}, ["id", "note"]), ["order: note is now required"]],
    ["a member that may now be missing", changedTo({}, []), ["order: id may now be missing"]],
    ["a member of another type", changedTo({ note: { type: "number" } }), ["order: note: values have changed"]],
    ["a code that is gone", changedTo({ state: { enum: ["a"] } }), ['order: state: "b" is gone']],
  ])("is found: %s", (_, changed, expected) => {
    expect(incompatibilities(before, changed as Contracts)).toEqual(expected);
  });

  it.each([
    ["nothing", before],
    ["a new optional member", changedTo({ x: { type: "string" } })],
    ["a new code", changedTo({ state: { enum: ["a", "b", "c"] } })],
    ["a new event", { ...before, other: { type: "object" } }],
    ["a description", changedTo({ note: { type: "string", description: "Words." } })],
  ])("is not seen in %s", (_, changed) => {
    expect(incompatibilities(before, changed as Contracts)).toEqual([]);
  });
});

describe("parseEvent", () => {
  const sample = sampleOf("linli.ledger.hold.posted.v1") as Record<string, unknown>;

  it("passes over members that a later version of the platform added", () => {
    const later = { ...sample, extra: 1, data: { ...(sample.data as object), extra: 1 } };
    expect(parseEvent(later)).toEqual(sample);
  });

  it.each([
    ["an undeclared type", { type: "linli.ledger.hold.eaten.v1" }],
    ["another version", { type: "linli.ledger.hold.posted.v2" }],
    ["another schema's name", { dataschema: "urn:linli:event:ledger.hold.voided:v1" }],
    ["a sequence that does not sort", { sequence: "2" }],
    ["a missing member of the data", { data: {} }],
    ["another version of CloudEvents", { specversion: "0.3" }],
  ])("refuses %s", (_, change) => {
    expect(() => parseEvent({ ...sample, ...change })).toThrow();
  });
});

const sourcesOf = (folder: URL): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(new URL(file, folder), "utf8"));

it("every event that a store names is declared", () => {
  const contexts = [...new Set(eventNames.map((name) => name.split(".")[0]))].join("|");
  const named = sourcesOf(new URL("../../../functions/", import.meta.url))
    .flatMap((text) => [...text.matchAll(/\b(?:ev|event): ([^\n]+)/g)].map((match) => match[1] ?? ""))
    .flatMap((line) => [...line.matchAll(new RegExp(`["\`]((?:${contexts})\\.[^"\`]+)["\`]`, "g"))])
    .map((match) => match[1] ?? "");
  expect(named.length).toBeGreaterThan(20);
  for (const name of named) {
    const stem = name.split("${")[0] ?? "";
    const isDeclared = stem === name ? isEventName(name) : eventNames.some((declared) => declared.startsWith(stem));
    expect(isDeclared, name).toBe(true);
  }
});
