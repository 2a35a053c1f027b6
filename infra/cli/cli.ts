/** What every command is given: where it writes, whom it asks, what it may start; and how a failure is worded. */
import { type SpawnOptions, spawn } from "node:child_process";
import { createInterface } from "node:readline/promises";
import { styleText } from "node:util";

/** A sentence in the two languages of the product. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Language of the person at the terminal. */
export type Language = keyof Words;

/** How a command ends: the process's exit code. */
export const EXIT = {
  done: 0,
  /** It could not be done, or what was checked is wrong. */
  failed: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** Done, but a person has to look: stored data would be lost, an export has no instant, the books do not balance. */
  look: 3,
} as const;

/** A command that cannot go on: one sentence that says what is wrong and what to do. */
export class Failure extends Error {
  readonly words: Words;
  readonly exitCode: number;
  constructor(words: Words, exitCode: number = EXIT.failed, options?: ErrorOptions) {
    super(words.en, options);
    this.name = "Failure";
    this.words = words;
    this.exitCode = exitCode;
  }
}

type Style = Parameters<typeof styleText>[0];

/** The outside of a command; tests put their own in its place. */
export interface Cli {
  readonly language: Language;
  /** Colours and a moving bar. */
  readonly terminal: boolean;
  /** Whether there is somebody to answer a question. */
  readonly interactive: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** A line of the command's result, on standard output. */
  readonly print: (line: string) => void;
  /** Text beside the result, on standard error, as it is. */
  readonly note: (text: string) => void;
  /** Asks one question and returns the trimmed answer. */
  readonly ask: (question: string) => Promise<string>;
  /** Runs another program with this terminal, in a folder of its own, and resolves with its exit code. */
  readonly run: (
    command: string,
    args: readonly string[],
    options: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
  ) => Promise<number>;
}

/** The words in the language of the person. */
export const say = (cli: Pick<Cli, "language">, words: Words): string => words[cli.language];

/** A text in a colour where a terminal shows it. */
export const paint = (cli: Pick<Cli, "terminal">, style: Style, text: string): string =>
  cli.terminal ? styleText(style, text, { validateStream: false }) : text;

/** Language by the locale variables in the order of POSIX (LC_ALL, LC_MESSAGES, LANG); English unless it is Chinese. */
export const languageOf = (env: Readonly<Record<string, string | undefined>>): Language => {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== "");
  return locale?.toLowerCase().startsWith("zh") ? "zh" : "en";
};

const askTerminal = async (question: string): Promise<string> => {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await reader.question(question)).trim();
  } finally {
    reader.close();
  }
};

const runProgram: Cli["run"] = (command, args, { cwd, env }) =>
  new Promise((resolve, reject) => {
    const options: SpawnOptions = { stdio: "inherit", cwd, env: { ...env } as NodeJS.ProcessEnv };
    const child = spawn(command, [...args], options);
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? EXIT.failed));
  });

/** The command line of this process. */
export const processCli = (): Cli => ({
  language: languageOf(process.env),
  terminal: process.stderr.isTTY === true && process.env.NO_COLOR === undefined,
  interactive: process.stdin.isTTY === true,
  env: process.env,
  now: () => new Date(),
  print: (line) => void process.stdout.write(`${line}\n`),
  note: (text) => void process.stderr.write(text),
  ask: askTerminal,
  run: runProgram,
});
