/** Drawing in the real bundle: how often, and for whom. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootBundle } from '../helpers/bundle.ts';
import { catalog } from '../helpers/fixture-catalog.ts';

const CARD = '/cards/merchant-ships-harbour';

let bundle: Awaited<ReturnType<typeof bootBundle>>;
beforeAll(async () => {
  bundle = await bootBundle(catalog, { preview: true });
});
afterAll(() => bundle?.close());

test('fifty clients that ask at once for a card not drawn yet, before any engine has started, cause one drawing', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(`${bundle.origin}${CARD}.png`)));
  const lengths = await Promise.all(answers.map(async (answer) => (await answer.arrayBuffer()).byteLength));
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
  expect(new Set(lengths).size).toBe(1);
  expect(answers.filter(({ headers }) => headers.get('Server-Timing')?.startsWith('draw'))).toHaveLength(1);
});

test('a client that goes away while its picture is drawn leaves the others theirs', async () => {
  const leaving = Array.from({ length: 5 }, () => {
    const control = new AbortController();
    setTimeout(() => control.abort(), 3);
    return fetch(`${bundle.origin}${CARD}/story.png`, { signal: control.signal }).catch(() => undefined);
  });
  const staying = Array.from({ length: 5 }, () => fetch(`${bundle.origin}${CARD}/story.png`));
  await Promise.all(leaving);
  expect((await Promise.all(staying)).map(({ status }) => status)).toEqual(Array(5).fill(200));
});

describe('with a limit of three pictures a minute', () => {
  let limited: typeof bundle;
  beforeAll(async () => {
    limited = await bootBundle(catalog, { drawingLimit: 3 });
  });
  afterAll(() => limited?.close());

  test('the fourth is refused, and what was drawn is served on', async () => {
    const ask = (path: string, address: string) =>
      limited.get(`${CARD}${path}`, { headers: { 'CF-Connecting-IP': address } });
    const statuses: number[] = [];
    for (const path of ['.png', '/wide.png', '/square.png', '/story.png', '.png', '.json'])
      statuses.push((await ask(path, '203.0.113.7')).status);
    expect(statuses).toEqual([200, 200, 200, 429, 200, 200]);
    const other = await ask('/story.png', '203.0.113.8');
    expect([other.status, other.headers.get('Server-Timing')]).toEqual([200, null]);
    expect((await ask('/story.png', '203.0.113.7')).status).toBe(200);
  });
});
