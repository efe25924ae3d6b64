/**
 * `npm run check:deps`: checks the licences of all packages, and reports known vulnerabilities from the registry.
 * Exits with 2 if it finds a problem. An unreachable registry is reported but is not an error.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Licences that only require that their text is included. */
const ALLOWED = new Set([
  ...['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'Zlib'],
]);

/** Packages with other licences, each with the reason why it is allowed. */
export const EXCEPTIONS: { name: RegExp; licence: string; reason: string }[] = [
  {
    name: /^satori$/,
    licence: 'MPL-2.0',
    reason: 'in the Worker, modified by src/tools/satori-module.ts in this repository; its source is on npm',
  },
  { name: /^@resvg\/resvg-wasm$/, licence: 'MPL-2.0', reason: 'in the Worker, unchanged; its source is on npm' },
  { name: /^exifreader$/, licence: 'MPL-2.0', reason: 'used by tests to read picture metadata' },
  { name: /^axe-core$/, licence: 'MPL-2.0', reason: 'used by tests to check the accessibility of pages' },
  { name: /^lightningcss(-[a-z0-9-]+)?$/, licence: 'MPL-2.0', reason: 'a dependency of vitest, for style sheets' },
  { name: /^argparse$/, licence: 'PSF-2.0', reason: 'a dependency of the OpenAPI linter' },
  {
    name: /^@img\/sharp-[a-z0-9-]+$/,
    licence: 'LGPL-3.0-or-later',
    reason: 'a dependency of wrangler for image previews, which this project does not use',
  },
];

export type Lock = { packages: Record<string, { license?: string; version?: string }> };

/** Messages about packages that are not allowed. */
export function refuseLicences({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { license, version }]) => {
    if (path === '') return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const refused = partsOf(license).filter((part) => !ALLOWED.has(part) && !isException(name, part));
    if (license !== undefined && refused.length === 0) return [];
    return [`${name} ${version}: ${license ?? 'no licence'}`];
  });
}

/** The licences that an expression requires: for OR, the first allowed choice; for AND, all (SPDX, annex D). */
function partsOf(expression = ''): string[] {
  const choices = expression.replace(/[()]/g, '').split(' OR ');
  const allowed = choices.find((choice) => choice.split(' AND ').every((part) => ALLOWED.has(part)));
  return (allowed ?? choices.join(' AND ')).split(' AND ');
}

function isException(name: string, licence: string): boolean {
  return EXCEPTIONS.some((exception) => exception.name.test(name) && exception.licence === licence);
}

if (import.meta.main) checkDependencies();

function checkDependencies(): void {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const refused = refuseLicences(lock);
  const count = Object.keys(lock.packages).length - 1;
  console.log(refused.length === 0 ? `Licences: ${count} packages, all allowed.` : 'Licences that are not allowed:');
  for (const line of refused)
    console.log(
      `  ${line}. Choose another package, or add this one to EXCEPTIONS in src/tools/check-deps.ts with a reason.`,
    );

  const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const audit = parseAudit(stdout);
  const found = audit?.metadata?.vulnerabilities;
  if (!found) console.log('Known vulnerabilities: NOT CHECKED, because npm audit got no response from the registry.');
  else if (found.total === 0) console.log('Known vulnerabilities: none.');
  else console.log(`Known vulnerabilities (see npm audit): ${Object.keys(audit?.vulnerabilities ?? {}).join(', ')}.`);

  process.exit(refused.length > 0 || (found?.total ?? 0) > 0 ? 2 : 0);
}

type Audit = { metadata?: { vulnerabilities?: Record<string, number> }; vulnerabilities?: Record<string, unknown> };

function parseAudit(text: string): Audit | undefined {
  try {
    return JSON.parse(text) as Audit;
  } catch {
    return undefined;
  }
}
