/**
 * `npm run check:deps`: the licences of all packages that may be installed, and what the registry knows of holes in them.
 * Exits with 2 when one is found; a registry that does not answer is said, and is no failure.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type Lock, refuseLicences } from './licences.ts';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const refused = refuseLicences(lock);
const count = Object.keys(lock.packages).length - 1;
console.log(refused.length === 0 ? `Licences: ${count} packages, all allowed.` : 'Licences that are not allowed:');
for (const line of refused)
  console.log(`  ${line}. Take another package, or add it to src/tools/licences.ts with a reason.`);

type Audit = { metadata?: { vulnerabilities?: Record<string, number> }; vulnerabilities?: Record<string, unknown> };

const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', shell: process.platform === 'win32' });
const audit = parseAudit(stdout);
const found = audit?.metadata?.vulnerabilities;
if (!found) console.log('Known holes: NOT CHECKED, for the registry does not answer npm audit.');
else if (found.total === 0) console.log('Known holes: none.');
else console.log(`Known holes, see npm audit: ${Object.keys(audit?.vulnerabilities ?? {}).join(', ')}.`);

process.exit(refused.length > 0 || (found?.total ?? 0) > 0 ? 2 : 0);

function parseAudit(text: string): Audit | undefined {
  try {
    return JSON.parse(text) as Audit;
  } catch {
    return undefined;
  }
}
