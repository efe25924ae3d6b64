/** The fonts of pages: their files, and the rules that name them. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type PageFonts, writePageFonts } from '../../src/tools/page-fonts.ts';
import { PLAIN } from '../../src/tools/site-files.ts';

const { sans, bold, serif } = PLAIN.fonts;
const SHIPPED = { sans: [sans], bold: [bold], serif: [serif] };
const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
afterAll(() => rmSync(root, { recursive: true }));
const rulesOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'build/fonts/pages.json'), 'utf8')) as PageFonts;
const filesIn = (folder: string) => readdirSync(join(folder, 'build/public/fonts')).sort();
const named = ({ css }: PageFonts) => [...css.matchAll(/url\(\/fonts\/([^)]+)\)/g)].map(([, name]) => name).sort();

test('the shipped fonts are WOFF2 files, and every page loads only the two with Latin letters first', async () => {
  await writePageFonts(SHIPPED, root);
  const rules = rulesOf(root);
  expect(named(rules)).toEqual(filesIn(root));
  expect(filesIn(root).every((name) => /^(?:sans|bold|serif)\.[0-9a-f]{10}\.woff2$/.test(name))).toBe(true);
  const sizes = rules.preload.map((path) => readFileSync(join(root, 'build/public', path)).length);
  expect(sizes).toHaveLength(2);
  expect(Math.max(...sizes)).toBeLessThan(25_000);
  expect(rules.css.match(/font-display:swap/g)).toHaveLength(6);
});

test('a brand’s font without WOFF2 is served as it is, before the shipped one, and its fallback has its size', async () => {
  const own = join(root, 'own.ttf');
  cpSync(serif, own);
  const other = join(root, 'other');
  await writePageFonts({ ...SHIPPED, sans: [own, sans] }, other);
  const rules = rulesOf(other);
  const [fallback, first] = [...rules.css.matchAll(/fonts\/(sans\.[^)]+)\)/g)].map(([, name = '']) => name);
  expect(fallback).toMatch(/\.woff2$/);
  expect(readFileSync(join(other, 'build/public/fonts', first ?? '')).equals(readFileSync(own))).toBe(true);
  expect(basename(rules.preload[0] ?? '')).toBe(first);
  const adjusted = (css: string) => /Page Sans Fallback";font-weight:100[^}]*size-adjust:([\d.]+)%/.exec(css)?.[1];
  expect(adjusted(rules.css)).not.toBe(adjusted(rulesOf(root).css));
});
