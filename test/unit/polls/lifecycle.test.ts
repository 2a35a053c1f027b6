/** The table of a poll's life: what follows from it, and the document that is made from it. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  COMMANDS,
  diagram,
  FROZEN_STATES,
  PUBLIC_STATES,
  STATES,
  stateRefusals,
  tableText,
  transitionOf,
  VOTING_STATES,
} from "../../../functions/polls/domain/lifecycle.ts";

const DOCUMENT = fileURLToPath(new URL("../../../docs/polls.md", import.meta.url));
const [BEGIN, END] = ["<!-- lifecycle:begin -->", "<!-- lifecycle:end -->"];
const pairs = COMMANDS.flatMap((command) => STATES.map((state) => [command, state] as const));

describe("the table", () => {
  it("is drawn in docs/polls.md", () => {
    const text = readFileSync(DOCUMENT, "utf8");
    const made = `${BEGIN}\n\`\`\`mermaid\n${diagram()}\n\`\`\`\n\n${tableText()}\n${END}`;
    const [before, rest] = text.split(BEGIN) as [string, string];
    const next = before + made + (rest.split(END)[1] ?? "");
    if (process.env.LINLI_UPDATE === "1") writeFileSync(DOCUMENT, next);
    else expect(text, "LINLI_UPDATE=1 writes it anew").toBe(next);
  });

  it("takes ballots from the sealed roll to the close, and tells the result from its publication on", () => {
    expect(VOTING_STATES).toEqual(["sealed", "open"]);
    expect(PUBLIC_STATES).toEqual(["published", "final", "annulled"]);
  });

  it("leaves the rules of a draft alone open to changes", () => {
    expect(STATES.filter((state) => !FROZEN_STATES.includes(state))).toEqual(["draft"]);
  });

  it("reaches every state, and every state but an end is left by some command", () => {
    const reached = new Set(["draft", ...COMMANDS.map((command) => transitionOf(command).to)]);
    expect(STATES.filter((state) => !reached.has(state))).toEqual([]);
    const left = new Set(COMMANDS.flatMap((command) => transitionOf(command).from));
    expect(STATES.filter((state) => !left.has(state)).sort()).toEqual(["annulled", "cancelled"]);
  });

  it("comes to a result on one way only: noticed, sealed, open, closed, counted, published", () => {
    const before = (state: string) =>
      COMMANDS.map(transitionOf)
        .filter(({ to, from }) => to === state && !from.includes(to))
        .flatMap(({ from }) => from);
    expect(["published", "counted", "closed", "open", "sealed", "noticed"].map(before)).toEqual([
      ["counted"],
      ["closed"],
      ["open"],
      ["sealed"],
      ["noticed"],
      ["draft"],
    ]);
  });
});

describe("a state", () => {
  it.each(pairs)("%s from %s is allowed exactly where the table has it", (command, state) => {
    expect(stateRefusals(command, state).length === 0).toBe(transitionOf(command).from.includes(state));
  });

  it.each([
    ["edit", "noticed", "polls/rules-frozen", {}],
    ["correct", "sealed", "polls/roll-frozen", {}],
    ["correct", "open", "polls/roll-frozen", {}],
    ["publish", "open", "polls/not-counted", {}],
    ["publish", "closed", "polls/not-counted", {}],
    ["publish", "published", "polls/wrong-state", { needs: "counted" }],
    ["publish", "annulled", "polls/wrong-state", { needs: "counted" }],
    ["notice", "open", "polls/wrong-state", { needs: "draft" }],
    ["cancel", "open", "polls/wrong-state", { needs: "draft, noticed, sealed" }],
  ] as const)("%s on a %s poll says %s", (command, state, code, params) => {
    expect(stateRefusals(command, state)).toEqual([{ code, params: { state, ...params } }]);
  });
});
