/** Pictures that say that their source has changed since, where the maintainer wants them to. */
import ExifReader from 'exifreader';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { WatchState } from '../../src/card/watch.ts';
import { catalogOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';
import { publishedOf, readerOf } from '../helpers/watching.ts';

const ADDRESS = 'https://cards.example.org/cards/a-card.png';
const CHANGED: WatchState[] = ['present', 'changed', 'changed', 'changed'];

/** Asks for a picture of a card whose source was seen so; `deployed` is what the assets hold. */
async function picture(states: readonly WatchState[], wanted: boolean, deployed?: string): Promise<Response> {
  const catalog = catalogOf([{ id: 'a-card' }]);
  const watch = readerOf(async () => publishedOf(await catalog.cardsOf(source.id), states));
  const app = createApp({ loadStore: async () => catalog, watch, codeRevision: 'test' });
  const ASSETS = { fetch: async () => new Response(deployed, { status: deployed === undefined ? 404 : 200 }) };
  return app.request(ADDRESS, {}, { ASSETS, ...(wanted ? { WATCH_ON_PICTURES: 'true' } : {}) });
}

const described = async (response: Response) =>
  String(
    (ExifReader.load(Buffer.from(await response.arrayBuffer())) as Record<string, { value?: unknown }>).Description
      ?.value,
  );

describe('where pictures are to say it', () => {
  test('one whose source has changed does, and has an ETag of its own', async () => {
    const changed = await picture(CHANGED, true, 'deployed');
    expect(changed.headers.get('ETag')).not.toBe((await picture(CHANGED, false)).headers.get('ETag'));
    expect(await described(changed)).toMatch(/^Source changed since 2 Jan 2026\. “these are the words” \(/);
  });

  test('all others are those of the deployment', async () => {
    expect(await (await picture(['present'], true, 'deployed')).text()).toBe('deployed');
  });

  test('one that was not deployed is drawn', async () => {
    expect(await described(await picture(['present'], true))).toMatch(/^“these are the words” \(Somebody, /);
  });
});

test('elsewhere no picture says it', async () => {
  expect(await described(await picture(CHANGED, false, 'deployed'))).toMatch(/^“these are the words” \(Somebody, /);
});
