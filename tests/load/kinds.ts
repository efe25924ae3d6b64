/** What readers and programs ask for, by kind; each kind gives its next request without end. */
import { VARIANT_NAMES } from '../../src/render/variant.ts';
import type { Asked } from './client.ts';

export type Kind = { name: string; next: () => Asked };

export async function kindsOf(origin: string, ids: string[]): Promise<Kind[]> {
  const cards = ids.map((id) => `/cards/${id}`);
  const etag = (await fetch(`${origin}${cards[0]}.json`)).headers.get('ETag') ?? '';
  // These are more than an isolate keeps, so that none is served twice from memory.
  const drawn = cards.flatMap((card) => VARIANT_NAMES.map((variant) => `${card}/${variant}.png`));
  return [
    kind('pages', ['/', '/?q=wagner', '/sources', '/topics/belarus', ...cards.slice(0, 10)]),
    kind('lists as JSON', ['/api/cards', '/api/cards?q=army&limit=5', '/api/sources', '/api/topics']),
    kind('cards as JSON', [...cards.map((card) => `${card}.json`), ...cards.map((card) => `/api${card}`)]),
    kind('what one has (304)', [`${cards[0]}.json`], { headers: { 'If-None-Match': etag }, status: 304 }),
    kind('pictures, drawn afresh', drawn),
    kind(
      'pictures, repeated',
      cards.slice(0, 5).map((card) => `${card}.png`),
    ),
    kind('errors', ['/nothing', '/cards/nobody.json', '/cards/nobody.png', '/sources/nobody'], { status: 404 }),
    kind('assets', ['/favicon.svg', '/docs/style.css', '/docs/script.js', '/feed.xml', '/robots.txt']),
  ];
}

function kind(name: string, paths: string[], { status = 200, ...rest }: Partial<Asked> = {}): Kind {
  let turn = 0;
  return { name, next: () => ({ path: paths[turn++ % paths.length] ?? '/', status, ...rest }) };
}
