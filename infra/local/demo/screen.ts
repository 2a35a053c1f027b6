/**
 * How the story looks: Chinese and English side by side, marks for what has been checked, tables, and a bar for what
 * takes a while.
 */
import { styleText } from "node:util";

/** Width of the Chinese column, in cells of the terminal. */
const LEFT_CELLS = 40;
const RULE_CELLS = 96;
const INDENT = "  ";
const BAR_CELLS = 28;
/** Without a terminal a long step says how far it is this many times. */
const STEPS_WITHOUT_TERMINAL = 4;
/** Least time between two pictures of the bar. */
const REDRAW_MS = 80;

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Cells that a text takes in a terminal; Chinese characters take two. */
export const cellsOf = (text: string): number => [...text].reduce((sum, one) => sum + (WIDE.test(one) ? 2 : 1), 0);

/** A text filled up with spaces to so many cells, on its right or on its left. */
export const fill = (text: string, cells: number, side: "left" | "right" = "right"): string => {
  const spaces = " ".repeat(Math.max(cells - cellsOf(text), 0));
  return side === "right" ? `${text}${spaces}` : `${spaces}${text}`;
};

type Style = Parameters<typeof styleText>[0];

export interface ScreenOptions {
  readonly write: (text: string) => void;
  /** A terminal gets colours and a bar that moves. */
  readonly terminal: boolean;
}

/** A column of a table: its heading, and numbers to the right. */
export interface Column {
  readonly title: string;
  readonly number?: boolean;
}

/** Shows how far a long step is. */
export interface Progress {
  /** One more is done. */
  tick(): void;
  end(): void;
}

/** Prints the story. */
export class Screen {
  readonly #write: (text: string) => void;
  readonly #terminal: boolean;

  constructor({ write, terminal }: ScreenOptions) {
    this.#write = write;
    this.#terminal = terminal;
  }

  /** Heading of the story or of one of its acts. */
  heading(zh: string, en: string): void {
    this.#line("");
    this.#line(this.#paint("bold", `${INDENT}${fill(zh, LEFT_CELLS)}${en}`));
    this.#line(this.#paint("dim", `${INDENT}${"─".repeat(RULE_CELLS)}`));
  }

  /** A sentence in both languages. */
  say(zh: string, en: string): void {
    this.#pair(" ", zh, en);
  }

  /** A sentence that has been checked, or has been found untrue. */
  verdict(holds: boolean, zh: string, en: string): void {
    this.#pair(holds ? this.#paint("green", "✓") : this.#paint("red", "✗"), zh, en);
  }

  /** Rows under their headings, where the columns have any. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const widths = columns.map(({ title }, index) =>
      Math.max(cellsOf(title), ...rows.map((row) => cellsOf(row[index] ?? ""))),
    );
    const text = (row: readonly string[]): string =>
      columns
        .map(({ number }, index) => fill(row[index] ?? "", widths[index] ?? 0, number ? "left" : "right"))
        .join("  ");
    this.#line("");
    const isHeaded = columns.some(({ title }) => title !== "");
    if (isHeaded)
      this.#line(this.#paint("dim", `${INDENT}${INDENT}${text(columns.map(({ title }) => title)).trimEnd()}`));
    for (const row of rows) this.#line(`${INDENT}${INDENT}${text(row).trimEnd()}`);
    this.#line("");
  }

  /** Text as it is, such as an answer of the API. */
  block(text: string): void {
    this.#line("");
    for (const line of text.split("\n")) this.#line(this.#paint("dim", `${INDENT}${INDENT}│ ${line}`));
    this.#line("");
  }

  /** A bar of `total` steps with the rate at which they are done. */
  progress(zh: string, en: string, total: number): Progress {
    const began = performance.now();
    const label = `${INDENT}  ${fill(zh, LEFT_CELLS - 2)}${en} `;
    let done = 0;
    let drawn = 0;
    const state = (): string => {
      const seconds = Math.max((performance.now() - began) / 1_000, 0.001);
      return `${done}/${total}  ${Math.round(done / seconds)}/s`;
    };
    const draw = (): void => {
      const full = Math.round((BAR_CELLS * done) / total);
      this.#write(`\r${label}▕${"█".repeat(full)}${"░".repeat(BAR_CELLS - full)}▏ ${state()}\u001b[K`);
    };
    const tick = (): void => {
      done += 1;
      const now = performance.now();
      if (this.#terminal && now - drawn > REDRAW_MS) {
        drawn = now;
        draw();
      }
      const step = Math.ceil(total / STEPS_WITHOUT_TERMINAL);
      if (!this.#terminal && (done % step === 0 || done === total)) this.#line(`${label}${state()}`);
    };
    const end = (): void => {
      if (!this.#terminal) return;
      draw();
      this.#write("\n");
    };
    return { tick, end };
  }

  #pair(mark: string, zh: string, en: string): void {
    this.#line(
      `${INDENT}${mark} ${fill(zh, LEFT_CELLS - 2)}${cellsOf(zh) > LEFT_CELLS - 3 ? "  " : ""}${en}`.trimEnd(),
    );
  }

  #line(text: string): void {
    this.#write(`${text}\n`);
  }

  #paint(style: Style, text: string): string {
    return this.#terminal ? styleText(style, text) : text;
  }
}
