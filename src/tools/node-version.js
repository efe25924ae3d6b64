/**
 * `node --import ./src/tools/node-version.js TOOL`: if this Node is too old to run TypeScript, runs the tool with the Node
 * that npm installed for this platform. JavaScript, because old versions must be able to read it. npm puts the installed
 * Node on the PATH of every script, but npm 10 removes that link again.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, resolve } from 'node:path';
import './help.js';

// Node 22.18 and 24.2 are the first that have both.
if (!process.features.typescript || import.meta.main === undefined) {
  const node = findInstalledNode();
  if (node) process.exit(await runWith(node));
  console.error(
    `Node ${process.version} is too old, and node_modules has no newer one for ${process.platform} ${process.arch}. ` +
      'Install Node 24 or newer from https://nodejs.org, then run npm ci again.',
  );
  process.exit(1);
}

/** The Node from the optional packages, of which npm installs the one for this platform. */
function findInstalledNode() {
  const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return Object.keys(optionalDependencies)
    .map((name) => resolve('node_modules', name, 'bin', file))
    .find((path) => existsSync(path));
}

/** Runs the same tool with another Node, and puts it first on the PATH. Returns the exit code. */
function runWith(node) {
  process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((settle, reject) => {
    child.once('error', reject);
    child.once('close', (code) => settle(code ?? 1));
  });
}
