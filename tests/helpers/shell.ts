/** The headless shell of Chromium that comes from npm: the same on every Linux machine, with nothing installed by hand. */
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Without `--single-process`, which the package would add: that mode dies on its second page. */
const ARGS = ['--disable-gpu', '--no-zygote', '--disable-background-networking', '--disable-component-update'];

/** Starts the browser. The first start on a machine unpacks it, which takes some seconds. */
export async function startShell(): Promise<Browser> {
  const executablePath = await sparticuz.executablePath();
  return chromium.launch({ executablePath, args: ARGS, env: await environmentFor(executablePath) });
}

/** Where the system lacks libraries that the browser needs, the package has copies of them. */
async function environmentFor(executablePath: string): Promise<Record<string, string>> {
  const env = { ...process.env } as Record<string, string>;
  if (!execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found')) return env;
  const folder = dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')));
  const libraries = await inflate(join(folder, '../bin/al2023.tar.br'));
  return { ...env, LD_LIBRARY_PATH: join(libraries, 'lib') };
}
