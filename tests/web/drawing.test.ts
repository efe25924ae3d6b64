/** What readers see where drawing fails or takes too long, and how often is drawn. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { renderError, renderImage } from '../../src/render/image.ts';
import { ProblemDocument } from '../../src/web/api/schemas/service.ts';
import type { Renderers } from '../../src/web/images/pictures.ts';
import { catalogOf } from '../helpers/catalogs.ts';

const ORIGIN = 'https://cards.example.org';
const catalog = catalogOf([{ id: 'a-card' }, { id: 'other' }]);

function appWith(renderers: Partial<Renderers>) {
  const app = createApp({
    loadStore: async () => catalog,
    codeRevision: 'test',
    renderers: { renderImage, renderError, ...renderers },
  });
  return (path: string, init?: RequestInit) => app.request(`${ORIGIN}${path}`, init);
}

const logged = () => vi.spyOn(console, 'error').mockImplementation(() => {});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('fifty clients that ask at once for a card not drawn yet cause one drawing', async () => {
  const draw = vi.fn(renderImage);
  const ask = appWith({ renderImage: draw });
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask('/cards/a-card.png')));
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
  expect(draw).toHaveBeenCalledOnce();
  const lengths = await Promise.all(answers.map(async (answer) => (await answer.arrayBuffer()).byteLength));
  expect(new Set(lengths).size).toBe(1);
});

test('a picture is drawn once a form, size and theme, and for each origin that its QR code names', async () => {
  const draw = vi.fn(renderImage);
  const ask = appWith({ renderImage: draw });
  const paths = ['.png', '.png?v=1', '/og.png', '.svg', '/og-dark.png', '/square.png'];
  for (const path of paths) await (await ask(`/cards/a-card${path}`)).arrayBuffer();
  expect(draw).toHaveBeenCalledTimes(4);
});

test('a wrong address is drawn once: the errors are few', async () => {
  const draw = vi.fn(renderError);
  const ask = appWith({ renderError: draw });
  for (const id of ['x', 'y', 'z']) expect((await ask(`/cards/${id}.png`)).status).toBe(404);
  expect(draw).toHaveBeenCalledOnce();
});

describe.each([
  ['fails', async () => Promise.reject(new Error('the engine is broken'))],
  ['never ends', () => new Promise<Uint8Array>(() => {})],
] as const)('a drawing that %s', (way, breakDown) => {
  test.each([
    ['.png', 'image/png'],
    ['.svg', 'image/svg+xml'],
  ])('answers 503 as a drawn card, once in the log, and the next request works: %s', async (ending, type) => {
    const log = logged();
    let broken = true;
    const ask = appWith({ renderImage: (...given) => (broken ? breakDown() : renderImage(...given)) });
    // The engines start before time is taken: their start is not what is tried here.
    await ask('/cards/nobody.png');
    if (way === 'never ends') vi.useFakeTimers();
    const asked = ask(`/cards/a-card${ending}`);
    if (way === 'never ends') await vi.advanceTimersByTimeAsync(7_100);
    const response = await asked;
    expect(response.status).toBe(503);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Retry-After')).toBe('60');
    expect(response.headers.get('ETag')).toBeNull();
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    expect(log.mock.calls.map(([line]) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        level: 'error',
        path: `/cards/a-card${ending}`,
        message: expect.stringMatching(/^not drawn/),
      }),
    ]);
    vi.useRealTimers();
    broken = false;
    expect((await ask(`/cards/a-card${ending}`)).status).toBe(200);
  });
});

describe('where no error can be drawn either', () => {
  const broken = async () => Promise.reject(new Error('nothing is drawn'));
  const never = () => new Promise<Uint8Array>(() => {});

  test.each([
    ['/cards/a-card.png', 503, 'image/png', 'Picture not available'],
    ['/cards/a-card.svg', 503, 'image/svg+xml', 'Picture not available'],
    ['/cards/none.png', 404, 'image/png', 'No such card'],
    ['/cards/none.svg', 404, 'image/svg+xml', 'No such card'],
  ])(
    '%s is a plain picture of its form that nobody keeps, with one line in the log',
    async (path, status, type, words) => {
      const log = logged();
      const ask = appWith({ renderImage: broken, renderError: broken });
      const response = await ask(path);
      expect([response.status, response.headers.get('Content-Type')]).toEqual([status, type]);
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(new TextDecoder().decode(bytes)).toContain(words);
      if (type === 'image/png') expect([...bytes.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
      expect(log).toHaveBeenCalledOnce();
    },
  );

  test('an error that takes too long to draw is not kept either', async () => {
    logged();
    vi.useFakeTimers();
    const asked = appWith({ renderError: never })('/cards/none.png');
    await vi.advanceTimersByTimeAsync(10_000);
    const response = await asked;
    expect([response.status, response.headers.get('Content-Type'), response.headers.get('Cache-Control')]).toEqual([
      404,
      'image/png',
      'no-store',
    ]);
  });
});

describe('/health', () => {
  test('draws a card for trial, once a minute', async () => {
    const draw = vi.fn(renderImage);
    const ask = appWith({ renderImage: draw });
    const response = await ask('/health');
    expect(await response.json()).toEqual({
      status: 'ok',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      code: 'test',
      catalog: catalog.revision,
      cards: 2,
      sources: 1,
      drawing: 'ok',
    });
    await ask('/health');
    expect(draw).toHaveBeenCalledOnce();
    vi.useFakeTimers({ now: Date.now() + 61_000, toFake: ['Date'] });
    await ask('/health');
    expect(draw).toHaveBeenCalledTimes(2);
  });

  test('answers 503 while no picture can be drawn, and is well as soon as one can', async () => {
    const log = logged();
    let broken = true;
    const ask = appWith({
      renderImage: (...given) => (broken ? Promise.reject(new Error('broken')) : renderImage(...given)),
    });
    const response = await ask('/health');
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([503, 'no-store']);
    expect(response.headers.get('Content-Type')).toBe('application/json');
    expect(await response.json()).toMatchObject({ status: 'failing', drawing: 'failed', cards: 2 });
    expect(log).toHaveBeenCalledOnce();
    broken = false;
    expect((await ask('/health')).status).toBe(200);
  });

  test('where the catalogue cannot be read, is a problem', async () => {
    logged();
    const app = createApp({ loadStore: () => Promise.reject(new Error('assets are down')), codeRevision: 'test' });
    const response = await app.request(`${ORIGIN}/health`);
    expect(response.status).toBe(503);
    expect(ProblemDocument.parse(await response.json()).code).toBe('catalog-unavailable');
  });
});

describe('how long drawing took', () => {
  const specimens = { store: catalog, pictures: [] };
  test('is reported in the preview', async () => {
    const app = createApp({ loadStore: async () => catalog, codeRevision: 'test', specimens });
    const first = await app.request(`${ORIGIN}/cards/a-card.png`);
    expect(first.headers.get('Server-Timing')).toMatch(/^draw;dur=\d+$/);
    const again = await app.request(`${ORIGIN}/cards/a-card.png`);
    expect(again.headers.get('Server-Timing')).toBe('kept');
  });

  test('and nowhere else', async () => {
    expect((await appWith({})('/cards/a-card.png')).headers.get('Server-Timing')).toBeNull();
  });
});
