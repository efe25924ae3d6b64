import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  bundleConfig,
  chooseOrigin,
  moduleTypeOf,
  parseCount,
  runConfig,
} from '../../../src/tools/deployment/config.ts';
import { findMissing, placePictures, removeUnused } from '../../../src/tools/deployment/draw.ts';
import type { Picture, PictureForm } from '../../../src/tools/deployment/plan.ts';
import { parseScriptKib, weigh } from '../../../src/tools/deployment/summary.ts';

describe('kept pictures', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const form: PictureForm = { size: 'og', theme: 'light', format: 'png', path: 'cards/{id}.png' };
  const pictureOf = (id: string): Picture => ({ id, form, path: `cards/${id}.png`, kept: `${id}.png` });
  const [kept, missing] = [pictureOf('kept'), pictureOf('missing')];
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);

  test('are not drawn again, and lie at their addresses', async () => {
    const store = join(folder, 'store');
    expect(await findMissing(store, [kept])).toEqual([kept]);
    writeFileSync(join(store, 'kept.png'), '12345');
    expect(await findMissing(store, [kept, missing])).toEqual([missing]);
    expect(await placePictures(store, [kept], join(folder, 'public'))).toBe(5);
    expect(readFileSync(join(folder, 'public/cards/kept.png'), 'utf8')).toBe('12345');
    await expect(placePictures(store, [missing], join(folder, 'public'))).rejects.toThrow('missing.png');
  });

  test('are removed where no build has used them for an hour', async () => {
    for (const name of ['kept.png', 'old.png', 'new.png']) writeFileSync(join(folder, name), '');
    for (const name of ['kept.png', 'old.png']) utimesSync(join(folder, name), longAgo, longAgo);
    await removeUnused(folder, [kept]);
    expect(readdirSync(folder).sort()).toEqual(['kept.png', 'new.png']);
  });

  test('count as used by the build that finds them', async () => {
    writeFileSync(join(folder, 'kept.png'), '');
    utimesSync(join(folder, 'kept.png'), longAgo, longAgo);
    await findMissing(folder, [kept]);
    await removeUnused(folder, []);
    expect(readdirSync(folder)).toEqual(['kept.png']);
  });
});

describe('the public address', () => {
  const vars = (url: string) => ({ vars: { PUBLIC_URL: url } });

  test('is that of wrangler.toml, or the one given', () => {
    expect(chooseOrigin(undefined, vars('https://a.example/'))).toEqual({ origin: 'https://a.example' });
    expect(chooseOrigin('https://b.example', vars('https://a.example'))).toEqual({ origin: 'https://b.example' });
  });

  test('may be left out, and is refused without its scheme', () => {
    expect(chooseOrigin(undefined, {})).toEqual({ origin: null });
    expect(chooseOrigin(undefined, vars(''))).toEqual({ origin: null });
    expect(chooseOrigin(undefined, vars('cards.example.org'))).toMatchObject({
      message:
        'PUBLIC_URL in wrangler.toml is "cards.example.org". Write it with its scheme: https://cards.example.org',
    });
  });

  test('is the only kind of option that is no number', () => {
    expect(parseCount('max-files', undefined, 20_000)).toBe(20_000);
    expect(parseCount('max-files', '100000', 20_000)).toBe(100_000);
    expect(() => parseCount('max-files', '-1', 1)).toThrow('--max-files is "-1"');
  });
});

describe('the weight', () => {
  const files = [
    { path: 'a.png', bytes: 30_000 },
    { path: 'b.png', bytes: 50_000 },
  ];

  test('is shown next to the limit', () => {
    const { lines, problems } = weigh({ scriptKib: 6584.17, files }, { scriptKib: 16384, files: 20_000 });
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      'script        6,584 KiB; budget 16,384 KiB, every plan 65,536 KiB',
      'files         2; limit 20,000, Free plan 20,000',
      'bytes         80.0 kB in all',
      'largest file  50.0 kB, b.png; every plan 26.2 MB',
    ]);
  });

  test('over the budget is a problem each', () => {
    const huge = { path: 'c.png', bytes: 26 * 1024 * 1024 };
    const { problems } = weigh({ scriptKib: 16385, files: [...files, huge] }, { scriptKib: 16384, files: 2 });
    expect(problems).toEqual([
      expect.stringContaining('16,385 KiB, over its budget of 16,384 KiB'),
      expect.stringContaining('3 files, over the limit of 2'),
      expect.stringContaining('c.png is 27.3 MB'),
    ]);
  });

  test('of the script is what wrangler says', () => {
    expect(parseScriptKib('Total Upload: 6584.17 KiB / gzip: 2219.62 KiB\n')).toBe(6584.17);
    expect(() => parseScriptKib('nothing')).toThrow('does not say');
  });
});

describe('the configurations of a build', () => {
  const config = {
    name: 'cards',
    main: 'src/index.ts',
    build: { command: 'compile' },
    assets: { directory: 'build/public', binding: 'ASSETS' },
    define: { PREVIEW: 'false' },
    alias: { satori: './build/satori.js' },
    rules: [
      { type: 'Data' as const, globs: ['**/*.ttf'] },
      { type: 'Text' as const, globs: ['**/assets/scripts/*.js', '**/*.css'] },
    ],
    routes: [{ pattern: 'cards.example.org', custom_domain: true }],
  };

  test('bundle without compiling again', () => {
    const { build: _, ...others } = config;
    expect(bundleConfig(config)).toEqual(others);
  });

  test('run what was bundled, under the address that its pictures name', () => {
    const modules = [
      { name: 'index.js', type: 'ESModule' as const },
      { name: '1a-site.js', type: 'Text' as const },
    ];
    expect(runConfig(config, { modules, origin: 'https://cards.example.org' })).toEqual({
      name: 'cards',
      main: 'worker/index.js',
      base_dir: 'worker',
      no_bundle: true,
      find_additional_modules: true,
      rules: [
        { type: 'ESModule', globs: ['index.js'], fallthrough: false },
        { type: 'Text', globs: ['1a-site.js'], fallthrough: false },
      ],
      assets: { directory: 'public', binding: 'ASSETS' },
      vars: { PUBLIC_URL: 'https://cards.example.org' },
      routes: config.routes,
    });
  });

  test.each([
    ['index.js', 'ESModule'],
    ['1a-site.js', 'Text'],
    ['2b-bold.ttf', 'Data'],
    ['3c-hb.wasm', 'CompiledWasm'],
    ['index.js.map', undefined],
    ['README.md', undefined],
  ])('%s is bundled as %s', (name, type) => expect(moduleTypeOf(name, config.rules)).toBe(type));
});
