/** Names the code of a build, so that a picture drawn by other code is another picture to every cache. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

/** All that a page, a document or a picture is made by, cards aside. */
const MADE_BY = [
  'src/**/*.{ts,tsx}',
  'assets/**/*.{ttf,css,js,svg}',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Eight hexadecimal digits that change whenever the code does, fonts, styles and dependencies included. */
export function codeRevision(): string {
  const hash = createHash('sha256');
  for (const path of globSync(MADE_BY).sort()) {
    hash.update(`${path.replaceAll('\\', '/')}\0`).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 8);
}
