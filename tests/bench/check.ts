/** `npm run bench:check`: how long `check` takes for 100, 1,000 and 10,000 cards, on made-up catalogues. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeCatalog } from '../helpers/many-cards.ts';

console.log('cards   check, seconds');
for (const count of [100, 1_000, 10_000]) {
  const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  mkdirSync(join(root, 'cards'));
  for (const { name, text } of makeCatalog(count)) writeFileSync(join(root, 'cards', name), text);
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [resolve('src/tools/check.ts')], {
    cwd: root,
    encoding: 'utf8',
  });
  const seconds = (performance.now() - start) / 1000;
  rmSync(root, { recursive: true });
  if (status !== 0) throw new Error(`check did not pass: ${stderr.slice(0, 500)}`);
  console.log(`${String(count).padEnd(6)}  ${seconds.toFixed(1)}`);
}
