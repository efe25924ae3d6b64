/** Prints the header comment of a tool for `--help`, if the tool has no usage text of its own. JavaScript, like node-version.js. */
import { readFileSync } from 'node:fs';

/** The usage of a tool. Undefined if it prints its own, or is the tool of a package. */
export function helpOf(file) {
  if (/[\\/]node_modules[\\/]/.test(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  if (text.includes('USAGE')) return undefined;
  const [, header = ''] = /^\/\*\*([\s\S]*?)\*\//.exec(text) ?? [];
  return header.replace(/\n \* ?/g, '\n').trim();
}

const [, tool, ...options] = process.argv;
if (tool && options.includes('--help')) {
  const help = helpOf(tool);
  if (help !== undefined) {
    console.log(help);
    process.exit(0);
  }
}
