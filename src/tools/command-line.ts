/** How a tool with options of a few words reads what it was called with. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/**
 * The options that a tool was called with. Ends the program after `--help`, which shows `usage`, with 0, and where an
 * option is not known, with words that say so and 1.
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

/** Runs a tool that answers its exit code. What the system refuses (a full disk, a missing folder) ends it with a message and 1. */
export async function runTool(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
