/** `npm run district -- <command>`: the administrators' command. docs/cli.md describes it. */
import { processCli, say } from "./cli.ts";
import { runDistrict } from "./program.ts";

/** Exit code of a process that Ctrl-C ended, as shells have it. */
const INTERRUPTED = 130;

const cli = processCli();
process.once("SIGINT", () => {
  const words = { zh: "已中断；再次运行同一条命令即可继续。", en: "interrupted; the same command goes on from here." };
  cli.note(`\nlinli: ${say(cli, words)}\n`);
  process.exit(INTERRUPTED);
});
process.exitCode = await runDistrict(cli, process.argv.slice(2));
