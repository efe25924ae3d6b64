/** The types that the Worker's code is checked with: those of Workers, and of Node only what it uses. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What `npm run types` would say of a file of the Worker. */
function complaintsAbout(text: string): string {
  writeFileSync(join(root, 'probe.ts'), text);
  const config = { extends: resolve('tsconfig.json'), include: ['probe.ts'] };
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(config));
  const tsc = resolve('node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [tsc, '-p', root], { encoding: 'utf8' }).stdout;
}

test('the Worker may hash, compress and read bytes as Node does', () => {
  const text = `import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
export const hash = createHash('sha256').update('a').digest('hex');
export const bytes: number = crc32(Buffer.from('a', 'latin1'));
export const asset = (env: { ASSETS: Fetcher }) => env.ASSETS.fetch('https://assets.invalid/');`;
  expect(complaintsAbout(text)).toBe('');
});

test.each([
  ['process.env', 'export const key = process.env.KEY;', "'process' is possibly 'undefined'"],
  ['node:fs', "import { readFileSync } from 'node:fs'; export const read = readFileSync;", "'node:fs'"],
  ['__dirname', 'export const here = __dirname;', '__dirname'],
  ['the page of a browser', 'export const page = document.body;', "'document'"],
])('the Worker may not use %s', (_what, text, complaint) => {
  expect(complaintsAbout(text)).toContain(complaint);
});
