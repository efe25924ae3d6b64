/** Reads the options of a tool, and runs it. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/**
 * The options of a tool. For `--help`, prints `usage` and exits with 0. For an unknown option, prints an error and exits
 * with 1.
 */
export function readOptions<Options extends ParseArgsOptionsConfig>(options: Options, usage: string) {
  if (parseArgs({ options: { help: { type: 'boolean' } }, strict: false }).values.help) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(1);
  }
}

/**
 * Runs a tool that returns its exit code. After a system error (full disk, missing folder), prints a message and exits with
 * 1.
 */
export async function runTool(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
