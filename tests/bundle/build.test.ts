/** `npm run build` as a maintainer runs it, and what the asset server of wrangler makes of the folder. */
import { cpSync, existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startWorker, type Worker } from '../../src/tools/deployment/try-out.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { openWorkshop } from '../helpers/workshop.ts';

const ORIGIN = ['--origin', 'https://cards.example.org'];
const PUBLIC = 'build/deployment/public';

const workshop = openWorkshop();
afterAll(() => workshop.close());

const pictures = () => globSync('cards/**/*.{png,svg}', { cwd: workshop.path(PUBLIC) });
const picture = (path: string) => readFileSync(workshop.path(`${PUBLIC}/${path}`));
const figures = (stdout: string) => /(\d+) drawn, (\d+) unchanged/.exec(stdout)?.slice(1).map(Number);

test('a deployment without a public address is refused with the place to set it', async () => {
  workshop.writeCards();
  const { status, stderr } = await workshop.run('deploy');
  expect(status).toBe(2);
  expect(stderr).toContain('[vars]\nPUBLIC_URL = "https://cards.example.org"');
});

test('a problem of the catalogue stops it before anything is drawn', async () => {
  workshop.writeCards(GOOD_FILE.replace('max: 1000', 'max: 2000'));
  const { status, stderr } = await workshop.run('build', ORIGIN);
  expect(status).toBe(2);
  expect(stderr).toContain('cards/daily-example.yaml:14');
  expect(existsSync(workshop.path('build/deployment'))).toBe(false);
});

test('an unknown option is a failure of the call', async () => {
  expect((await workshop.run('build', ['--orgin', 'x'])).status).toBe(1);
});

describe('a build', () => {
  beforeAll(async () => {
    workshop.writeCards(GOOD_FILE, { compare: true });
    const { status, stdout, stderr } = await workshop.run('build', ORIGIN);
    expect([status, stderr.includes('33/33 pictures')], stderr).toEqual([0, true]);
    expect(figures(stdout)).toEqual([33, 0]);
  });

  test('has every picture at the address that is published, the catalogue, and the headers', () => {
    expect(
      pictures()
        .filter((path) => path.includes('some-fighters'))
        .sort(),
    ).toEqual([
      'cards/some-fighters.png',
      'cards/some-fighters.svg',
      'cards/some-fighters/og-dark.png',
      'cards/some-fighters/portrait-dark.png',
      'cards/some-fighters/portrait.png',
      'cards/some-fighters/square-dark.png',
      'cards/some-fighters/square.png',
      'cards/some-fighters/story-dark.png',
      'cards/some-fighters/story.png',
      'cards/some-fighters/wide-dark.png',
      'cards/some-fighters/wide.png',
    ]);
    expect(pictures()).toHaveLength(33);
    expect(existsSync(workshop.path(`${PUBLIC}/_catalog/cards.ndjson`))).toBe(true);
    expect(existsSync(workshop.path(`${PUBLIC}/_headers`))).toBe(true);
  });

  test('leaves no folder of its own', () => {
    expect(readdirSync(workshop.path('build')).sort()).toEqual(['deployment', 'store']);
    expect(readdirSync(workshop.path('build/deployment')).sort()).toEqual(['public', 'worker', 'wrangler.json']);
  });

  describe('served', () => {
    let drawing: Worker;
    let serving: Worker;
    beforeAll(async () => {
      // The same Worker without the pictures, so that it draws them.
      const config = JSON.parse(readFileSync(workshop.path('build/deployment/wrangler.json'), 'utf8'));
      cpSync(workshop.path(`${PUBLIC}/_catalog`), workshop.path('build/deployment/bare/_catalog'), { recursive: true });
      const alone = { ...config, assets: { ...config.assets, directory: 'bare' } };
      writeFileSync(workshop.path('build/deployment/bare.json'), JSON.stringify(alone));
      drawing = await startWorker(workshop.path('build/deployment/bare.json'));
      serving = await startWorker(workshop.path('build/deployment/wrangler.json'));
    });
    afterAll(() => Promise.all([drawing?.stop(), serving?.stop()]));

    const SAMPLE = [
      '/cards/some-fighters.png',
      '/cards/some-fighters/story-dark.png',
      '/cards/other-words/og-dark.png',
      '/cards/other-words/wide.png',
      '/cards/side-by-side.png',
      '/cards/side-by-side/square.png',
      '/cards/some-fighters.svg',
      '/cards/side-by-side.svg',
    ];

    /** Of one connection, or of the file: an asset's ETag is a name of its bytes, the Worker's of what it drew them from. */
    const OTHERS_OWN = ['cf-cache-status', 'connection', 'date', 'etag', 'keep-alive', 'transfer-encoding'];

    async function ask(worker: Worker, path: string, init?: RequestInit) {
      const response = await worker.ask(path, init);
      const headers = Object.fromEntries([...response.headers].filter(([name]) => !OTHERS_OWN.includes(name)));
      return { response, headers, bytes: Buffer.from(await response.arrayBuffer()) };
    }

    test.each(SAMPLE)('%s is the picture that the Worker draws, to the byte', async (path) => {
      const [fresh, asset] = await Promise.all([ask(drawing, path), ask(serving, path)]);
      expect(asset.response.status).toBe(200);
      expect(asset.bytes.equals(fresh.bytes)).toBe(true);
      expect(asset.bytes.equals(picture(path.slice(1)))).toBe(true);
    });

    test.each(SAMPLE)('%s has the headers that the Worker gives it', async (path) => {
      const [fresh, asset] = await Promise.all([ask(drawing, path), ask(serving, path)]);
      // A rule can name the card and not what else it is made of.
      const [tag, ...others] = (fresh.headers['cache-tag'] ?? '').split(',');
      expect(others).toContain('source-daily-example');
      expect(asset.headers).toEqual({ ...fresh.headers, 'cache-tag': tag });
      expect(asset.headers['cache-control']).toContain('max-age=240');
      expect(asset.headers['cross-origin-resource-policy']).toBe('cross-origin');
      // The asset server answered this, and not the Worker behind it.
      expect(asset.response.headers.get('etag')).not.toBe(fresh.response.headers.get('etag'));
    });

    test('a picture is answered whatever ?v= says, to HEAD, and with 304 to those who have it', async () => {
      const { response, bytes } = await ask(serving, '/cards/some-fighters.png?v=1234');
      expect(bytes.equals(picture('cards/some-fighters.png'))).toBe(true);
      const head = await ask(serving, '/cards/some-fighters.png', { method: 'HEAD' });
      expect([head.response.status, head.headers['content-type'], head.bytes.length]).toEqual([200, 'image/png', 0]);
      const etag = response.headers.get('etag') ?? '';
      const again = await ask(serving, '/cards/some-fighters.png', { headers: { 'If-None-Match': etag } });
      expect(again.response.status).toBe(304);
    });

    test('the Worker answers everything else, and names the public address', async () => {
      const { response, bytes } = await ask(serving, '/cards/some-fighters.json');
      expect(response.status).toBe(200);
      expect(JSON.parse(bytes.toString()).links.image).toBe('https://cards.example.org/cards/some-fighters.png');
      expect((await ask(serving, '/cards/some-fighters')).headers['content-type']).toContain('text/html');
      expect((await ask(serving, '/cards/some-fighters/wide.svg')).headers['content-type']).toBe('image/svg+xml');
      expect((await ask(serving, '/cards/nobody.png')).response.status).toBe(404);
    });

    test('the fonts of its pages are kept for a year, and any origin may load them', async () => {
      const page = (await ask(serving, '/')).bytes.toString();
      const [, font = ''] = /<link rel="preload" as="font" href="(\/fonts\/[^"]+)"/.exec(page) ?? [];
      const { response, headers } = await ask(serving, font);
      expect([response.status, headers['content-type']]).toEqual([200, 'font/woff2']);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['access-control-allow-origin']).toBe('*');
    });

    test('the catalogue behind it is not kept by anyone', async () => {
      const { headers } = await ask(serving, '/_catalog/cards.ndjson');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['x-robots-tag']).toBe('noindex');
    });
  });
});

describe('npm run deploy -- --dry-run', () => {
  test('builds first, draws nothing where nothing changed, and weighs what would be uploaded', async () => {
    const { status, stdout, stderr } = await workshop.run('deploy', [...ORIGIN, '--dry-run']);
    expect(status, stderr).toBe(0);
    expect(figures(stdout)).toEqual([0, 33]);
    expect(stdout).toMatch(/script +\d,\d{3} KiB; budget 16,384 KiB, every plan 65,536 KiB/);
    expect(stdout).toMatch(/files +47; limit 20,000/);
    expect(stdout).toContain('Nothing was uploaded.');
  });

  test('over the budget, says so and fails', async () => {
    const { status, stderr } = await workshop.run('deploy', [...ORIGIN, '--dry-run', '--max-script-kib', '100']);
    expect(status).toBe(2);
    expect(stderr).toContain('over its budget of 100 KiB');
  });
});

describe('the next build', () => {
  afterEach(() => workshop.writeCards(GOOD_FILE, { compare: true }));

  test('draws a corrected card and the comparisons that show it, and no other', async () => {
    const [before, other] = [picture('cards/some-fighters.png'), picture('cards/other-words.png')];
    workshop.writeCards(GOOD_FILE.replace('Fighters reportedly stayed', 'Fighters reportedly left'), { compare: true });
    const { stdout } = await workshop.run('build', ORIGIN);
    expect(figures(stdout)).toEqual([22, 11]);
    expect(picture('cards/some-fighters.png').equals(before)).toBe(false);
    expect(picture('cards/other-words.png').equals(other)).toBe(true);
  });

  test('has no pictures of a card that is no longer published, and nothing else that is not of the build', async () => {
    writeFileSync(workshop.path(`${PUBLIC}/cards/left-over.png.new`), 'half');
    workshop.writeCards(GOOD_FILE, { compare: false });
    const { stdout } = await workshop.run('build', [...ORIGIN, '--max-files', '21']);
    // 7 of 21 files are left beside the catalogue, the fonts and the scripts of /check: og of both cards, and another size of the newest.
    expect(stdout).toContain('The limit of 21 files leaves out 15 pictures, for 2 of 2 cards');
    expect(pictures()).toHaveLength(7);
    expect(pictures().filter((path) => path.includes('side-by-side'))).toEqual([]);
    expect(existsSync(workshop.path(`${PUBLIC}/cards/left-over.png.new`))).toBe(false);
  });
});
