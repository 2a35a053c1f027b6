/** How long a fresh process takes to import a bundle: most of a cold start that is ours to shorten. */
import { execFile } from "node:child_process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Fresh processes for one median; odd, so that it is one of them. */
const PROCESSES = 5;

const SCRIPT = `
  const [, url] = process.argv;
  const start = performance.now();
  await import(url);
  console.log(performance.now() - start);
  process.exit();
`;

/**
 * Milliseconds that importing the module takes, without Node's own start: the median of five processes one after
 * another. `node` is the program to run; by default the one that runs now.
 */
export const importMs = async (file: string, node: string = process.execPath): Promise<number> => {
  const times: number[] = [];
  while (times.length < PROCESSES) {
    const { stdout } = await run(node, ["--input-type=module", "--eval", SCRIPT, pathToFileURL(file).href]);
    times.push(Number(stdout));
  }
  return times.sort((a, b) => a - b)[(PROCESSES - 1) / 2] as number;
};
