/** A terminal for tests of the administrators' command: what is written is kept, questions get prepared answers. */
import type { Cli } from "../../infra/cli/cli.ts";

export interface FakeCli extends Cli {
  readonly printed: string[];
  readonly noted: string[];
  /** Programs that were started, with their arguments. */
  readonly ran: { readonly command: string; readonly args: readonly string[] }[];
}

/** A terminal that answers questions with `answers` in their order; started programs end with `exitCode`. */
export const fakeCli = (changes: Partial<Cli> = {}, answers: string[] = [], exitCode = 0): FakeCli => {
  const printed: string[] = [];
  const noted: string[] = [];
  const ran: FakeCli["ran"] = [];
  return {
    language: "en",
    terminal: false,
    interactive: false,
    env: {},
    now: () => new Date("2026-06-15T04:00:00.000Z"),
    print: (line) => void printed.push(line),
    note: (text) => void noted.push(text),
    ask: async (question) => {
      noted.push(question);
      return answers.shift() ?? "";
    },
    run: async (command, args) => {
      ran.push({ command, args });
      return exitCode;
    },
    ...changes,
    printed,
    noted,
    ran,
  };
};
