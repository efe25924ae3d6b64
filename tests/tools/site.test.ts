/** cards/site.yaml: what is read, what is refused with its line, and how it is written for the Worker. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_COLORS, PLAIN_SITE } from '../../src/card/site.ts';
import { readMetrics } from '../../src/render/font-metrics.ts';
import { registerModuleHooks } from '../../src/tools/module-hooks.ts';
import { PLAIN, readSite, writeSite } from '../../src/tools/site-files.ts';

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h120v40z" fill="#5a8fc8"/></svg>';

const here = process.cwd();
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  mkdirSync(join(root, 'cards'));
  mkdirSync(join(root, 'assets'));
  process.chdir(root);
});
afterEach(() => {
  process.chdir(here);
  rmSync(root, { recursive: true, force: true });
});

/** As much of a PNG as its size is read from. */
function pngHeader(width: number, height: number): Buffer {
  const bytes = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** A font with one more table, which is empty. */
function withTable(font: Buffer, tag: string): Buffer {
  const count = font.readUInt16BE(4);
  const directory = Buffer.from(font.subarray(0, 12 + 16 * count));
  directory.writeUInt16BE(count + 1, 4);
  return Buffer.concat([directory, Buffer.from(tag, 'latin1'), Buffer.alloc(12), font.subarray(12 + 16 * count)]);
}

const write = (text: string) => writeFileSync('cards/site.yaml', text);
const problems = async () => (await readSite()).problems.map(({ line, message }) => `${line}: ${message}`);

test('without a file, or with an empty one, the site has the defaults', async () => {
  expect(await readSite()).toMatchObject({ site: PLAIN_SITE, problems: [] });
  write('{}\n');
  expect((await readSite()).site).toEqual(PLAIN_SITE);
});

test('what is given takes the place of the default, key by key', async () => {
  writeFileSync('assets/logo.svg', LOGO);
  write(`name: Harbour facts
report: mailto:corrections@example.org
sizes: [og, square]
brand:
  logo: assets/logo.svg
  foot: line
  colors: { light: { accent: "#7a1f00" } }
`);
  const { site, problems: none } = await readSite();
  expect(none).toEqual([]);
  expect(site).toMatchObject({ name: 'Harbour facts', report: 'mailto:corrections@example.org', language: 'en' });
  expect(site.description).toBe(PLAIN_SITE.description);
  expect(site.sizes).toEqual(['og', 'square']);
  expect(site.brand.foot).toBe('line');
  expect(site.brand.colors.light).toEqual({
    ...DEFAULT_COLORS.light,
    accent: '#7a1f00',
    tint: expect.any(String),
    stripTab: expect.any(String),
  });
  expect(site.brand.colors.dark).toEqual(DEFAULT_COLORS.dark);
  expect(site.brand.logo?.dark).toEqual({
    uri: `data:image/svg+xml;base64,${Buffer.from(LOGO).toString('base64')}`,
    width: 120,
    height: 40,
  });
});

test('settings and fonts are written for the Worker', async () => {
  copyFileSync(join(here, 'assets/fonts/inter-bold.ttf'), 'assets/own.ttf');
  write('brand: { fonts: { serif: assets/own.ttf } }\n');
  await writeSite(await readSite());
  expect(JSON.parse(readFileSync('build/site.json', 'utf8'))).toEqual(PLAIN_SITE);
  expect(readFileSync('build/fonts/serif.ttf').equals(readFileSync('assets/own.ttf'))).toBe(true);
  expect(readFileSync('build/fonts/sans.ttf').equals(readFileSync(join(here, 'assets/fonts/inter-regular.ttf')))).toBe(
    true,
  );
});

test('the shipped font of a face stands in for letters that its own font lacks', async () => {
  const zilla = join(here, 'examples/brand/assets/brand/zilla-slab-bold.ttf');
  copyFileSync(zilla, 'assets/own.ttf');
  write('brand: { fonts: { bold: assets/own.ttf } }\n');
  await writeSite(await readSite());
  const shipped = readFileSync(join(here, 'assets/fonts/inter-bold.ttf'));
  expect(readFileSync('build/fonts/bold-fallback.ttf').equals(shipped)).toBe(true);
  expect(readFileSync('build/fonts/sans-fallback.ttf')).toHaveLength(0);

  registerModuleHooks(PLAIN.fonts);
  const { completed } = await import('../../src/render/fonts.ts');
  const metrics = (bytes: Buffer) => readMetrics(new Uint8Array(bytes).buffer);
  const [own, other] = [metrics(readFileSync(zilla)), metrics(shipped)];
  const both = completed(own, other);
  const width = ({ advances, unitsPerEm }: typeof own, letter: string) =>
    (advances.get(letter.codePointAt(0) ?? 0) ?? Number.NaN) / unitsPerEm;
  expect(own.advances.has('Ц'.charCodeAt(0))).toBe(false);
  expect(width(both, 'Ц')).toBeCloseTo(width(other, 'Ц'));
  expect(width(both, 'g')).toBe(width(own, 'g'));
});

describe('is refused, with the line and what to do:', () => {
  test.each([
    ['nmae: x', 1, /nmae/],
    ['name: ""', 1, /name/],
    ['name: x\nreport: corrections@example.org', 2, /report must be a mailto: or https: address/],
    ['report: https://127.0.0.1/report', 1, /report must be a mailto: address, or the https: address of a public site/],
    ['name: "Fact \\u202ecards"', 1, /name has a direction mark \(U\+202E\)/],
    ['description: "One\\nTwo"', 1, /description must be one line of text/],
    ['language: en-US-US', 1, /language must be a language tag \(BCP 47\)/],
    ['brand:\n  colors:\n    light: { ink: red }', 3, /brand\.colors\.light\.ink must be a colour like "#16202e"/],
    [
      'brand:\n  colors:\n    light: { ink: "#999999" }',
      3,
      /ink is #999999, which has a contrast of .* It needs at least 7/,
    ],
    ['brand:\n  logo: logo.svg', 2, /brand\.logo/],
    ['brand:\n  logo: assets/nowhere.svg', 2, /assets\/nowhere\.svg, which cannot be read\. Check the path/],
    ['brand:\n  logo: assets/text.svg', 2, /contains text, images or scripts\. Convert text to paths/],
    ['brand:\n  logo: assets/no-size.svg', 2, /whose size cannot be read\. Give the SVG a viewBox/],
    ['brand:\n  logo: assets/../cards/logo.svg', 2, /brand\.logo .*no part of its path may start with a dot/],
    [
      'brand:\n  fonts: { bold: assets/.fonts/own.ttf }',
      2,
      /brand\.fonts\.bold .*no part of its path may start with a dot/,
    ],
    ['brand:\n  logo: assets/loading.svg', 2, /contains text, images or scripts/],
    ['brand:\n  logo: assets/dark-only.svg', 2, /can hardly see on dark\.paper \(#0f1620\)\. Give this theme a file/],
    ['brand:\n  logo: { light: assets/own.svg, dark: assets/dark-only.svg }', 2, /logo\.dark is assets\/dark-only/],
    ['brand:\n  logo: assets/empty.svg', 2, /draws nothing visible\. Give its shapes a fill/],
    ['brand:\n  foot: banner', 2, /brand\.foot/],
    ['brand:\n  logo: assets/huge.png', 2, /is 20000 × 10 px\. Make no side longer than 2000 px/],
    ['brand:\n  fonts: { sans: assets/no-font.ttf }', 2, /is not a TrueType font\. Convert it/],
    ['brand:\n  fonts: { sans: assets/start.ttf }', 2, /is damaged: it has no "head" table/],
    ['brand:\n  fonts: { sans: assets/half.ttf }', 2, /is damaged: its ".{4}" table is cut off/],
    ['brand:\n  fonts: { sans: assets/variable.ttf }', 2, /is a variable font\. Use the static file/],
    ['sizes: [huge]', 1, /sizes/],
  ])('%s', async (text, line, message) => {
    writeFileSync('assets/text.svg', LOGO.replace('<path', '<text>x</text><path'));
    writeFileSync('assets/no-size.svg', LOGO.replace('viewBox="0 0 120 40"', ''));
    writeFileSync('assets/own.svg', LOGO);
    writeFileSync('assets/dark-only.svg', LOGO.replace('#5a8fc8', '#123456'));
    writeFileSync('assets/empty.svg', LOGO.replace('#5a8fc8', 'none'));
    writeFileSync('assets/no-font.ttf', 'wOF2 and more than that');
    writeFileSync('assets/loading.svg', LOGO.replace('<path', '<path onload="x()"'));
    writeFileSync('assets/huge.png', pngHeader(20_000, 10));
    const font = readFileSync(join(here, 'assets/fonts/inter-regular.ttf'));
    writeFileSync('assets/start.ttf', Buffer.concat([font.subarray(0, 4), Buffer.alloc(36)]));
    writeFileSync('assets/half.ttf', font.subarray(0, font.length / 2));
    writeFileSync('assets/variable.ttf', withTable(font, 'fvar'));
    write(text);
    const found = await problems();
    expect(found[0]).toMatch(message);
    expect(found[0]).toMatch(new RegExp(`^${line}: `));
  });
});
