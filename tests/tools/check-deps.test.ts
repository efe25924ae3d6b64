import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXCEPTIONS, type Lock, refuseLicences } from '../../src/tools/check-deps.ts';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const withLicence = (license?: string, name = 'some-package') =>
  refuseLicences({ packages: { '': {}, [`node_modules/a/node_modules/${name}`]: { version: '1.0.0', license } } });

test('every package that may be installed has an allowed licence', () => expect(refuseLicences(lock)).toEqual([]));

test('every exception is needed', () => {
  const installed = Object.entries(lock.packages).map(([path, { license = '' }]) => ({
    name: path.replace(/^.*node_modules\//, ''),
    license,
  }));
  for (const { name, licence } of EXCEPTIONS)
    expect(installed.some((item) => name.test(item.name) && item.license.includes(licence))).toBe(true);
});

test.each([['GPL-3.0-only'], ['MIT AND GPL-3.0-only'], ['MPL-2.0'], [undefined], ['SEE LICENSE IN LICENSE.txt']])(
  '%s is refused, with the name and version of the package',
  (license) => {
    expect(withLicence(license)).toEqual([`some-package 1.0.0: ${license ?? 'no licence'}`]);
  },
);

test.each([['MIT'], ['(MIT OR GPL-3.0-only)'], ['MIT AND ISC']])('%s is allowed', (license) =>
  expect(withLicence(license)).toEqual([]),
);

test('an exception is for its package alone', () => {
  expect(withLicence('MPL-2.0', 'satori')).toEqual([]);
  expect(withLicence('GPL-3.0-only', 'satori')).toHaveLength(1);
});
