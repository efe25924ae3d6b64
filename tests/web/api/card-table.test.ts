import { exports } from 'cloudflare:workers';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { isComparison } from '../../../src/card/record.ts';
import { EXPORTED } from '../../../src/card/spreadsheet/columns.ts';
import { cellsOf } from '../../../src/card/spreadsheet/rows.ts';
import { nameOf } from '../../../src/web/api/card-table.ts';
import { cards as published, store } from '../../helpers/published.ts';

const ORIGIN = 'https://cards.example.org';
const get = (path: string, init?: RequestInit) => exports.default.fetch(`${ORIGIN}${path}`, init);
const rows = async (query = ''): Promise<Record<string, string>[]> =>
  parse(await (await get(`/api/cards.csv${query}`)).text(), { columns: true });

describe('all cards as a spreadsheet', () => {
  test('have a row each, in the order of the list, with the columns of an import', async () => {
    const table = await rows();
    expect(table).toHaveLength(store.counts.cards);
    expect(Object.keys(table[0] ?? {})).toEqual(EXPORTED);
    expect(table.map(({ id }) => id)).toEqual(published.map(({ card }) => card.id));
    const record = published.find((one) => !isComparison(one));
    if (!record || isComparison(record)) throw new Error('no card');
    const row = table.find(({ id }) => id === record.card.id);
    expect(row).toEqual(cellsOf({ card: record.card, source: record.source }));
  });

  test('are a file with a name of what was asked for, which scripts of any site may read', async () => {
    const { headers, status } = await get('/api/cards.csv?topic=harbours&kind=figure');
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    expect(headers.get('Content-Disposition')).toBe('attachment; filename="sourced-fact-cards-harbours-figure.csv"');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Cache-Control')).toContain('max-age=240');
    expect(nameOf({ name: 'Гавань' }, { q: '1,000 “ships”' })).toBe('1-000-ships.csv');
    expect(nameOf({ name: 'Гавань' }, {})).toBe('cards.csv');
  });

  test('are filtered as the list is', async () => {
    const query = '?topic=harbours&kind=figure';
    const { cards } = (await (await get(`/api/cards${query}&limit=100`)).json()) as { cards: { id: string }[] };
    expect(cards.length).toBeGreaterThan(2);
    expect((await rows(query)).map(({ id }) => id)).toEqual(cards.map(({ id }) => id));
    expect(await rows('?q=zebra')).toEqual([]);
  });

  test('are not sent again if nothing has changed, and not at all for HEAD', async () => {
    const [all, some] = await Promise.all(['', '?kind=quote'].map((query) => get(`/api/cards.csv${query}`)));
    const etag = all?.headers.get('ETag') ?? '';
    expect(some?.headers.get('ETag')).not.toBe(etag);
    const again = await get('/api/cards.csv', { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await get('/api/cards.csv', { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('ETag')]).toEqual([200, '', etag]);
  });

  test.each([
    ['limit=5', expect.stringContaining('limit is unknown. Known parameters: q, topic, source, ')],
    ['topic=chess', 'topic must be the slug or the name of a topic that /api/topics lists.'],
  ])('with %s are refused as a problem in JSON', async (query, detail) => {
    const response = await get(`/api/cards.csv?${query}`);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([400, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ code: 'bad-parameter', detail });
  });
});
