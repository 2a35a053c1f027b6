/** The table of an order's life: what follows from it, and the document that is made from it. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  COMMANDS,
  diagram,
  hoursOf,
  STATES,
  type State,
  stateRefusals,
  tableText,
  transitionOf,
} from "../../../functions/timebank/domain/lifecycle.ts";

const DOCUMENT = fileURLToPath(new URL("../../../docs/timebank.md", import.meta.url));
const [BEGIN, END] = ["<!-- lifecycle:begin -->", "<!-- lifecycle:end -->"];

const pairs = COMMANDS.flatMap((command) => STATES.map((state) => [command, state] as const));
const reached = new Set<State>(["draft", "requested", ...COMMANDS.flatMap((command) => transitionOf(command).to)]);

describe("the table", () => {
  it("is drawn in docs/timebank.md", () => {
    const text = readFileSync(DOCUMENT, "utf8");
    const made = `${BEGIN}\n\`\`\`mermaid\n${diagram()}\n\`\`\`\n\n${tableText()}\n${END}`;
    const [before, rest] = text.split(BEGIN) as [string, string];
    const next = before + made + (rest.split(END)[1] ?? "");
    if (process.env.LINLI_UPDATE === "1") writeFileSync(DOCUMENT, next);
    else expect(text, "LINLI_UPDATE=1 writes it anew").toBe(next);
  });

  it("reaches every state, and every state but an end is left by some command", () => {
    expect(STATES.filter((state) => !reached.has(state))).toEqual([]);
    const left = new Set(COMMANDS.flatMap((command) => transitionOf(command).from));
    const ends = STATES.filter((state) => !left.has(state));
    expect(ends.sort()).toEqual(["cancelled", "declined", "expired", "no-show", "resolved", "settled"]);
  });

  it("holds minutes before it pays or frees them: each way to a payment leads through one hold", () => {
    const seen = new Set<string>();
    const ways = (state: State, held: boolean): void => {
      if (seen.has(`${state} ${held}`)) return;
      seen.add(`${state} ${held}`);
      for (const command of COMMANDS.filter((each) => transitionOf(each).from.includes(state))) {
        for (const next of command === "propose" ? [state] : transitionOf(command).to) {
          const hours = hoursOf(command, next);
          if (hours === "pay") expect(held, `${state} ${command}`).toBe(true);
          if (hours === "hold") expect(held, `${state} ${command}`).toBe(false);
          ways(next, hours === "hold" || (held && hours === "none"));
        }
      }
    };
    ways("draft", false);
    expect(seen).toContain("settled false");
    expect(seen).not.toContain("settled true");
  });

  it("frees or pays the minutes on the way to every end that an accepted order can come to", () => {
    const held: readonly State[] = ["accepted", "checked-in", "checked-out", "confirmed", "disputed"];
    for (const command of COMMANDS) {
      const { from, to } = transitionOf(command);
      if (!from.some((state) => held.includes(state))) continue;
      for (const next of to.filter((state) => !held.includes(state))) {
        expect(["pay", "release"], `${command} to ${next}`).toContain(hoursOf(command, next));
      }
    }
  });
});

describe("a state", () => {
  it.each(pairs)("%s from %s is allowed exactly where the table has it", (command, state) => {
    const refusals = stateRefusals(command, { state, confirmedMs: 0, disputedMs: 0 });
    expect(refusals.length === 0).toBe(transitionOf(command).from.includes(state));
  });

  it.each(["confirmed", "settled", "resolved"] as const)("a second confirmation of a %s order says when", (state) => {
    expect(stateRefusals("confirm", { state, confirmedMs: 1_767_225_600_000 })).toEqual([
      { code: "timebank/already-confirmed", params: { at: "2026-01-01T00:00:00.000Z" } },
    ]);
  });

  it("confirming a disputed order says since when it is frozen", () => {
    expect(stateRefusals("confirm", { state: "disputed", disputedMs: 1_767_225_600_000 })).toEqual([
      { code: "timebank/disputed", params: { since: "2026-01-01T00:00:00.000Z" } },
    ]);
  });

  it.each([
    ["check-out", "accepted"],
    ["confirm", "draft"],
    ["confirm", "requested"],
    ["confirm", "matched"],
    ["confirm", "accepted"],
  ] as const)("%s before anybody signed in says that: %s", (command, state) => {
    expect(stateRefusals(command, { state })).toEqual([{ code: "timebank/not-checked-in", params: { state } }]);
  });

  it.each(["confirmed", "settled", "resolved"] as const)(
    "a dispute of a %s order says when it was decided",
    (state) => {
      expect(stateRefusals("dispute", { state, confirmedMs: 1_767_225_600_000 })).toEqual([
        { code: "timebank/already-confirmed", params: { at: "2026-01-01T00:00:00.000Z" } },
      ]);
      expect(stateRefusals("dispute", { state })).toEqual([
        { code: "timebank/already-confirmed", params: { at: "?" } },
      ]);
    },
  );

  it.each([
    ["cancel", "settled", "draft, requested, matched, accepted"],
    ["accept", "accepted", "requested, matched"],
    ["check-in", "requested", "accepted"],
    ["check-out", "settled", "checked-in"],
    ["confirm", "cancelled", "checked-out"],
    ["confirm", "checked-in", "checked-out"],
    ["dispute", "accepted", "checked-in, checked-out"],
    ["settle", "settled", "confirmed"],
  ] as const)("%s of a %s order says from which states it goes: %s", (command, state, needs) => {
    expect(stateRefusals(command, { state, confirmedMs: 0 })).toEqual([
      { code: "timebank/wrong-state", params: { state, needs } },
    ]);
  });
});
