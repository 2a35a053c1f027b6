/** The table of a booking's life: what follows from it, and the document that is made from it. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  COMMANDS,
  type Command,
  diagram,
  nextStates,
  RESERVED,
  STATES,
  type State,
  stateAt,
  stateRefusals,
  TAKING,
  tableText,
  transitionOf,
} from "../../../functions/parking/domain/lifecycle.ts";

const DOCUMENT = fileURLToPath(new URL("../../../docs/parking.md", import.meta.url));
const [BEGIN, END] = ["<!-- lifecycle:begin -->", "<!-- lifecycle:end -->"];
const STARTS: readonly State[] = ["held", "pending-owner", "confirmed"];
const pairs = COMMANDS.flatMap((command) => STATES.map((state) => [command, state] as const));
const moves = pairs.filter(([command, state]) => transitionOf(command).from.includes(state));

describe("the table", () => {
  it("is drawn in docs/parking.md", () => {
    const text = readFileSync(DOCUMENT, "utf8");
    const made = `${BEGIN}\n\`\`\`mermaid\n${diagram()}\n\`\`\`\n\n${tableText()}\n${END}`;
    const [before, rest] = text.split(BEGIN) as [string, string];
    const next = before + made + (rest.split(END)[1] ?? "");
    if (process.env.LINLI_UPDATE === "1") writeFileSync(DOCUMENT, next);
    else expect(text, "LINLI_UPDATE=1 writes it anew").toBe(next);
  });

  it("reaches every state, and every state but an end is left by some command", () => {
    const reached = new Set([...STARTS, ...moves.flatMap(([command, state]) => nextStates(command, state))]);
    expect(STATES.filter((state) => !reached.has(state))).toEqual([]);
    // Paying a debt leaves an ended booking where it is.
    const leaves = (command: Command, state: State) => nextStates(command, state).some((next) => next !== state);
    const ends = STATES.filter((state) => !moves.some(([command, from]) => from === state && leaves(command, state)));
    expect(ends.sort()).toEqual(["expired", "rejected", "resolved"]);
  });

  it.each(moves)("%s from %s gives the stretch back exactly when the booking stops taking it", (command, state) => {
    const { place } = transitionOf(command);
    for (const next of nextStates(command, state)) {
      const leaves = TAKING.includes(state) && !TAKING.includes(next);
      expect(place === "free", next).toBe(leaves);
      if (place === "take") expect([TAKING.includes(state), TAKING.includes(next)]).toEqual([true, true]);
    }
  });

  it.each(moves)("%s from %s ends the reservation exactly when the booking comes to an end", (command, state) => {
    const { money } = transitionOf(command);
    for (const next of nextStates(command, state)) {
      const ends = RESERVED.includes(state) && !RESERVED.includes(next);
      expect(["release", "settle"].includes(money), next).toBe(ends);
    }
  });
});

describe("a state", () => {
  it.each(pairs)("%s from %s is allowed exactly where the table has it", (command, state) => {
    expect(stateRefusals(command, { state }, 0).length === 0).toBe(transitionOf(command).from.includes(state));
  });

  it.each(["held", "pending-owner"] as const)("%s is expired from the very millisecond of its expiry on", (state) => {
    expect([stateAt({ state, expiresMs: 1_000 }, 999), stateAt({ state, expiresMs: 1_000 }, 1_000)]).toEqual([
      state,
      "expired",
    ]);
  });

  it("a hold that has run out cannot be confirmed, and says when it ran out", () => {
    expect(stateRefusals("confirm", { state: "held", expiresMs: 1_767_225_600_000 }, 1_767_225_600_000)).toEqual([
      { code: "parking/hold-expired", params: { at: "2026-01-01T00:00:00.000Z" } },
    ]);
  });

  it.each(STATES)("%s runs out only where somebody is waited for, and an expiry is known", (state) => {
    const waits = state === "held" || state === "pending-owner";
    expect(stateAt({ state, expiresMs: 1_000 }, 2_000)).toBe(waits ? "expired" : state);
    expect(stateAt({ state }, 2_000)).toBe(state);
  });

  it("that has run out can still be expired by the job, which frees what it took", () => {
    expect(stateRefusals("expire", { state: "held", expiresMs: 1_000 }, 2_000)).toEqual([]);
    expect(stateRefusals("expire", { state: "pending-owner", expiresMs: 1_000 }, 2_000)).toEqual([]);
  });

  it("that does not allow a command is named, with those that do", () => {
    expect(stateRefusals("cancel", { state: "active" }, 0)).toEqual([
      { code: "parking/wrong-state", params: { state: "active", needs: "held, pending-owner, confirmed" } },
    ]);
    // It ran out, but a hold would not have done either.
    expect(stateRefusals("accept", { state: "held", expiresMs: 1_000 }, 2_000)).toEqual([
      { code: "parking/wrong-state", params: { state: "expired", needs: "pending-owner" } },
    ]);
    expect(stateRefusals("confirm", { state: "expired" }, 2_000)).toEqual([
      { code: "parking/wrong-state", params: { state: "expired", needs: "held" } },
    ]);
  });
});
