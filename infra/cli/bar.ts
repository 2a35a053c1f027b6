/** How far a long step is: a bar on a terminal, a few lines in a log. */
import { type Cli, paint, say, type Words } from "./cli.ts";

const CELLS = 24;
const REDRAW_MS = 100;
/** Without a terminal a line comes at most this often. */
const LINE_MS = 10_000;

/** A bar that counts items. */
export interface Bar {
  /** So many items are done by now. */
  at(done: number): void;
  /** Leaves the last picture on the screen. */
  end(): void;
}

/** Starts a bar over `total` items; the total of a table may be an estimate and is exceeded without harm. */
export const startBar = (cli: Cli, words: Words, total: number, from = 0): Bar => {
  const began = performance.now();
  let drawn = began;
  let done = from;
  const text = (): string => {
    const seconds = Math.max((performance.now() - began) / 1_000, 0.001);
    const share = total > 0 ? Math.min(done / total, 1) : 1;
    const full = Math.round(CELLS * share);
    const bar = `${"█".repeat(full)}${"░".repeat(CELLS - full)}`;
    return `${say(cli, words)} ${paint(cli, "cyan", bar)} ${done}/${total}  ${Math.round((done - from) / seconds)}/s`;
  };
  const draw = (ending: boolean): void => {
    drawn = performance.now();
    if (cli.terminal) cli.note(`\r${text()}\u001b[K${ending ? "\n" : ""}`);
    else cli.note(`${text()}\n`);
  };
  return {
    at: (count) => {
      done = count;
      if (performance.now() - drawn > (cli.terminal ? REDRAW_MS : LINE_MS)) draw(false);
    },
    end: () => draw(true),
  };
};
