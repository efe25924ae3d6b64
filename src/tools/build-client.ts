/** `npm run build:client`: compiles src/client into build/client, a package that any project can install. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const NAME = 'sourced-fact-cards-client';

/** Writes the package into `folder`. @throws Error with the compiler's output if it does not compile. */
export function buildClient(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const compiler = resolve('node_modules/typescript/bin/tsc');
  const args = [compiler, '-p', 'src/client', '--noEmit', 'false', '--outDir', resolve(folder)];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
  // The compiler rewrites the endings of imports only in scripts.
  const types = join(folder, 'client.d.ts');
  writeFileSync(types, readFileSync(types, 'utf8').replaceAll("'./types.ts'", "'./types.js'"));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  cpSync('src/client/README.md', join(folder, 'README.md'));
  cpSync('LICENSE', join(folder, 'LICENSE'));
}

function manifest() {
  const { version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
  return {
    name: NAME,
    version,
    description: 'A typed client for the API of sourced fact cards, without dependencies',
    license,
    type: 'module',
    exports: { '.': { types: './client.d.ts', default: './client.js' } },
    types: './client.d.ts',
    sideEffects: false,
    engines: { node: '>=20' },
  };
}

if (import.meta.main) {
  try {
    buildClient('build/client');
    console.log('build/client is a package. Install it in another project: npm install /path/to/build/client');
  } catch (error) {
    console.error(`The client does not compile:\n${(error as Error).message}`);
    process.exitCode = 1;
  }
}
