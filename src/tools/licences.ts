/** Which licences the packages of this project may have: told from the lock file, which names each package's. Pure. */

/** They ask for no more than that their text goes along. */
const ALLOWED = new Set([
  ...['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'Zlib'],
]);

/** Packages of other licences, each with the reason why it may be here. */
export const EXCEPTIONS: { name: RegExp; licence: string; reason: string }[] = [
  {
    name: /^satori$/,
    licence: 'MPL-2.0',
    reason: 'in the Worker, modified by src/tools/satori-module.ts in this repository; its source is on npm',
  },
  { name: /^@resvg\/resvg-wasm$/, licence: 'MPL-2.0', reason: 'in the Worker, unchanged; its source is on npm' },
  { name: /^exifreader$/, licence: 'MPL-2.0', reason: 'tests read pictures with it' },
  { name: /^axe-core$/, licence: 'MPL-2.0', reason: 'tests look at pages with it' },
  { name: /^lightningcss(-[a-z0-9-]+)?$/, licence: 'MPL-2.0', reason: 'a part of vitest, for style sheets' },
  { name: /^argparse$/, licence: 'PSF-2.0', reason: 'a part of the linter of the OpenAPI document' },
  {
    name: /^@img\/sharp-[a-z0-9-]+$/,
    licence: 'LGPL-3.0-or-later',
    reason: 'a part of wrangler for local previews of pictures, which this project does not use',
  },
];

export type Lock = { packages: Record<string, { license?: string; version?: string }> };

/** The packages that may not be here, in words; none where all may. */
export function refuseLicences({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([path, { license, version }]) => {
    if (path === '') return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const refused = partsOf(license).filter((part) => !ALLOWED.has(part) && !isException(name, part));
    if (license !== undefined && refused.length === 0) return [];
    return [`${name} ${version}: ${license ?? 'names no licence'}`];
  });
}

/** What an expression asks for: of what is joined by OR, the first that is allowed; of AND, all (SPDX, annex D). */
function partsOf(expression = ''): string[] {
  const choices = expression.replace(/[()]/g, '').split(' OR ');
  const allowed = choices.find((choice) => choice.split(' AND ').every((part) => ALLOWED.has(part)));
  return (allowed ?? choices.join(' AND ')).split(' AND ');
}

function isException(name: string, licence: string): boolean {
  return EXCEPTIONS.some((exception) => exception.name.test(name) && exception.licence === licence);
}
