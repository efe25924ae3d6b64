import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseScriptKib, weigh } from '../../../src/tools/deployment/budget.ts';
import { addToJournal, readJournal, startJournal } from '../../../src/tools/deployment/journal.ts';
import { chooseOrigin, parseCount } from '../../../src/tools/deployment/options.ts';
import { bundleConfig, moduleTypeOf, runConfig } from '../../../src/tools/deployment/worker-config.ts';

describe('the journal', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('remembers what was drawn, and forgets what is not there or is of another length', async () => {
    const journal = join(folder, 'journal.ndjson');
    await startJournal(journal, new Map([['whole.png', { key: 'a', bytes: 5 }]]));
    for (const path of ['short.png', 'gone.png']) addToJournal(journal, path, { key: 'b', bytes: 5 });
    writeFileSync(join(folder, 'whole.png'), '12345');
    writeFileSync(join(folder, 'short.png'), '123');
    expect([...readJournal(journal, folder)]).toEqual([['whole.png', { key: 'a', bytes: 5 }]]);
  });

  test('bears a line that was cut short', async () => {
    const journal = join(folder, 'journal.ndjson');
    writeFileSync(join(folder, 'whole.png'), '12345');
    await startJournal(journal, new Map([['whole.png', { key: 'a', bytes: 5 }]]));
    appendFileSync(journal, '{"path":"hal');
    expect(readJournal(journal, folder).size).toBe(1);
    expect(readFileSync(journal, 'utf8').split('\n')).toHaveLength(2);
  });
});

describe('the public address', () => {
  const vars = (url: string) => ({ vars: { PUBLIC_URL: url } });

  test('is that of wrangler.toml, or the one given', () => {
    expect(chooseOrigin(undefined, vars('https://a.example/'))).toEqual({ origin: 'https://a.example' });
    expect(chooseOrigin('https://b.example', vars('https://a.example'))).toEqual({ origin: 'https://b.example' });
  });

  test('is asked for with the place to set it', () => {
    expect(chooseOrigin(undefined, {})).toMatchObject({ message: expect.stringContaining('[vars]\nPUBLIC_URL =') });
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

  test('is told beside what is allowed', () => {
    const { lines, problems } = weigh({ scriptKib: 2219.62, files }, { scriptKib: 2400, files: 20_000 });
    expect(problems).toEqual([]);
    expect(lines).toEqual([
      'script        2,220 KiB gzipped; budget 2,400 KiB, Free plan 3,072 KiB',
      'files         2; limit 20,000, Free plan 20,000',
      'bytes         80.0 kB in all',
      'largest file  50.0 kB, b.png; every plan 26.2 MB',
    ]);
  });

  test('over the budget is a problem each', () => {
    const huge = { path: 'c.png', bytes: 26 * 1024 * 1024 };
    const { problems } = weigh({ scriptKib: 2401, files: [...files, huge] }, { scriptKib: 2400, files: 2 });
    expect(problems).toEqual([
      expect.stringContaining('2,401 KiB gzipped, over its budget of 2,400 KiB'),
      expect.stringContaining('3 files, over the limit of 2'),
      expect.stringContaining('c.png is 27.3 MB'),
    ]);
  });

  test('of the script is what wrangler says', () => {
    expect(parseScriptKib('Total Upload: 6584.17 KiB / gzip: 2219.62 KiB\n')).toBe(2219.62);
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
    rules: [
      { type: 'Data' as const, globs: ['**/*.ttf'] },
      { type: 'Text' as const, globs: ['**/assets/scripts/*.js', '**/*.css'] },
    ],
    routes: [{ pattern: 'cards.example.org', custom_domain: true }],
  };

  test('bundle without compiling again', () => {
    expect(bundleConfig(config)).toMatchObject({ main: '../src/index.ts', assets: { directory: 'public' } });
    expect(bundleConfig(config)).not.toHaveProperty('build');
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
      assets: { directory: 'deploy', binding: 'ASSETS' },
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
