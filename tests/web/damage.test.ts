/** What readers see where a part of the service fails: a true answer in the form asked for, and all else as ever. */
import { describe, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { openBundledStore } from '../../src/catalog/stores/bundled.ts';
import { packCatalog } from '../../src/catalog/stores/pack.ts';
import { entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';

const FORMS = [
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.json', 'application/problem+json'],
  ['.csl.json', 'application/problem+json'],
  ['.bib', 'text/plain; charset=UTF-8'],
  ['', 'text/html; charset=UTF-8'],
] as const;

const logged = () => vi.spyOn(console, 'error').mockImplementation(() => {});

describe('a catalogue that cannot be read', () => {
  test.each(FORMS)('is reported as 503, which caches must not store: %s', async (ending, type) => {
    const log = logged();
    const app = createApp({ loadStore: () => Promise.reject(new Error('assets are down')), codeRevision: 'test' });
    const response = await app.request(`/cards/a-card${ending}`);
    expect(response.status).toBe(503);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Retry-After')).toBe('60');
    expect(log.mock.calls.map(([line]) => JSON.parse(line).message)).toEqual(['assets are down']);
    log.mockRestore();
  });
});

describe('a card whose data is damaged', () => {
  const packed = packCatalog({ sources: [source], cards: [entryOf({ id: 'good' }), entryOf({ id: 'bad' })] });
  const text = new TextDecoder().decode(packed).replace('"id":"bad"', '"id":?bad"');
  const catalog = openBundledStore(new TextEncoder().encode(text), {
    searchIndex: async () => '',
    releases: async () => new Uint8Array(),
  });
  const app = createApp({ loadStore: async () => catalog, codeRevision: 'test' });

  test.each(FORMS)('fails clearly: %s', async (ending, type) => {
    const log = logged();
    const response = await app.request(`/cards/bad${ending}`);
    expect(response.status).toBe(500);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  test.each(FORMS)('and the others are as they were: %s', async (ending) => {
    expect((await app.request(`/cards/good${ending}`)).status).toBe(200);
  });

  test('and lists leave it out', async () => {
    const gallery = await (await app.request('/')).text();
    expect(gallery).toContain('/cards/good"');
    expect(gallery).not.toContain('/cards/bad"');
  });
});
