/** The tables of calls, applications and tranches: what follows from them, and the document that is made from them. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  APPLICATION_TABLE,
  type ApplicationCommand,
  CALL_TABLE,
  callRefusals,
  GRANT_STATES,
  PUBLISHED_STATES,
  TRANCHE_TABLE,
} from "../../../functions/fund/domain/lifecycle.ts";
import { diagram, type Row, stateRefusals, tableText } from "../../../functions/fund/domain/machine.ts";
import { ApplicationState, CallState, TrancheState } from "../../../schemas/fund/states.ts";

const DOCUMENT = fileURLToPath(new URL("../../../docs/fund.md", import.meta.url));

interface Machine {
  readonly table: Readonly<Record<string, Row<string, string>>>;
  readonly states: readonly string[];
  readonly start: string;
  readonly ends: readonly string[];
}

const machines: readonly (readonly [string, Machine])[] = [
  ["call", { table: CALL_TABLE, states: CallState.options, start: "draft", ends: ["cancelled", "completed"] }],
  [
    "application",
    {
      ...{ table: APPLICATION_TABLE, states: ApplicationState.options, start: "draft" },
      ends: ["clawed-back", "closed", "not-recommended", "upheld", "withdrawn", "written-off"],
    },
  ],
  [
    "tranche",
    { table: TRANCHE_TABLE, states: TrancheState.options, start: "planned", ends: ["cancelled", "returned"] },
  ],
];

describe.each(machines)("the table of a %s", (name, { table, states, start, ends }) => {
  it("is drawn in docs/fund.md", () => {
    const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
    const text = readFileSync(DOCUMENT, "utf8");
    const made = `${begin}\n\`\`\`mermaid\n${diagram(table, start)}\n\`\`\`\n\n${tableText(table)}\n${end}`;
    const next = (text.split(begin)[0] as string) + made + (text.split(end)[1] ?? "");
    if (process.env.LINLI_UPDATE === "1") writeFileSync(DOCUMENT, next);
    else expect(text, "LINLI_UPDATE=1 writes it anew").toBe(next);
  });

  it("reaches every state, and every state but an end is left by some command", () => {
    const rows = Object.values(table);
    const reached = new Set([start, ...rows.flatMap(({ to }) => (to === undefined ? [] : [to]))]);
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
    const left = new Set(rows.filter(({ to }) => to !== undefined).flatMap(({ from }) => from));
    expect(states.filter((state) => !left.has(state)).sort()).toEqual(ends);
  });

  const pairs = Object.keys(table).flatMap((command) => states.map((state) => [command, state] as const));
  it.each(pairs)("%s from %s is allowed exactly where the table has it", (command, state) => {
    const row = table[command] as Row<string, string>;
    expect(stateRefusals(row, state).length === 0).toBe(row.from.includes(state));
  });
});

/** States that can follow one of a table, itself included. */
const following = (table: Machine["table"], start: string): string[] => {
  const found = new Set([start]);
  for (const state of found) {
    const next = Object.values(table).filter(({ from }) => from.includes(state));
    for (const { to } of next) if (to !== undefined) found.add(to);
  }
  return [...found].sort();
};

it("scores are public from the shortlist on, and not of a call that was cancelled", () => {
  const states = following(CALL_TABLE, "shortlist-published").filter((state) => state !== "cancelled");
  expect([...PUBLISHED_STATES].sort()).toEqual(states);
});

it("an award stays one through all that follows it but a withdrawal before the agreement", () => {
  const states = following(APPLICATION_TABLE, "awarded").filter((state) => state !== "withdrawn");
  expect([...GRANT_STATES].sort()).toEqual(states);
});

describe("an application", () => {
  it("comes to an award by eligibility, scores, recommendation and notice alone", () => {
    const rows = Object.values<Row<ApplicationState, string>>(APPLICATION_TABLE);
    const leadingTo = (state: ApplicationState) => rows.filter(({ to }) => to === state).flatMap(({ from }) => from);
    expect(leadingTo("awarded").sort()).toEqual(["dismissed", "notice"]);
    expect(leadingTo("notice")).toEqual(["recommended"]);
    expect(leadingTo("recommended").sort()).toEqual(["scored", "waitlisted"]);
    expect(leadingTo("scored")).toEqual(["under-review"]);
    expect(new Set(leadingTo("under-review"))).toEqual(new Set(["eligible", "under-review"]));
  });

  it("is withdrawn before the agreement only, and never once it is paid", () => {
    const { from } = APPLICATION_TABLE.withdraw;
    const late = GRANT_STATES.filter((state) => state !== "awarded");
    expect(late.filter((state) => (from as readonly string[]).includes(state))).toEqual([]);
  });

  it("moves only in the stage of its call that the command belongs to", () => {
    const stages: readonly (readonly [ApplicationCommand, CallState])[] = [
      ["submit", "open"],
      ["score", "in-review"],
      ["award", "public-notice"],
    ];
    for (const [command, stage] of stages) {
      const open = CallState.options.filter((state) => callRefusals(command, state).length === 0);
      expect(open).toEqual([stage]);
    }
    expect(callRefusals("score", "open")).toEqual([
      { code: "fund/call-state", params: { state: "open", needs: "in-review" } },
    ]);
    expect(callRefusals("appeal", "shortlist-published")).toEqual([
      { code: "fund/call-state", params: { state: "shortlist-published", needs: "open, closed, in-review" } },
    ]);
  });

  it("goes on once it is awarded whatever becomes of its call", () => {
    for (const command of ["sign", "start", "report", "suspend", "close", "terminate", "claw-back"] as const) {
      expect(CallState.options.flatMap((state) => callRefusals(command, state))).toEqual([]);
    }
  });

  it("in a state that does not allow the command is told where it stands and where it should", () => {
    expect(stateRefusals(APPLICATION_TABLE.award, "objected")).toEqual([
      { code: "fund/wrong-state", params: { state: "objected", needs: "notice, dismissed" } },
    ]);
    expect(stateRefusals(APPLICATION_TABLE.award, "notice")).toEqual([]);
  });
});

describe("a table", () => {
  const table = {
    "send-in": { from: ["draft"], to: "sent-in", by: ["applicant", "officer"] },
    remind: { from: ["draft", "sent-in"], by: ["system"] },
  } as const;

  it("is drawn from where records are made to where nothing but itself follows", () => {
    expect(diagram(table, "draft").split("\n")).toEqual([
      "stateDiagram-v2",
      "  [*] --> draft: create",
      '  state "sent-in" as sent_in',
      "  draft --> sent_in: send-in",
      "  draft --> draft: remind",
      "  sent_in --> sent_in: remind",
      "  sent_in --> [*]",
    ]);
  });

  it("is written with all from whom, to where and by whom", () => {
    expect(tableText(table).split("\n").slice(2)).toEqual([
      "| send-in | draft | sent-in | applicant, officer |",
      "| remind | draft, sent-in | stays | system |",
    ]);
  });
});

it("a payment has had evidence and two persons: no other way leads to it", () => {
  expect(TRANCHE_TABLE.pay.from).toEqual(["approved", "retry"]);
  expect(TRANCHE_TABLE.approve.from).toEqual(["condition-met"]);
  expect(TRANCHE_TABLE.evidence.from).toEqual(["planned"]);
});
